package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.DatabaseKind;
import recon.TestDatabase;
import recon.month.ReconProcess.Result;

/** A payment whose claim number is a text of blanks, or of signs alone, has its verdict as any other. */
class BlankIdentifiersTest {

    private static final List<String> BLANKS =
            List.of("", " ", "\u00a0", "=\"\"", "=\"     \"", " =\"     \"", "=\"\u00a0\"", "= \"\u200b\"", "'", " ' ");

    private static final List<String> SIGNS = List.of("-", "--", "\u2013", ".", "=", "=\"-\"", "''", "0");

    private static final int ROWS = BLANKS.size() + SIGNS.size();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void eachPaymentHasItsVerdict(DatabaseKind kind) throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        PlainMonth month = new PlainMonth();
        for (int n = 0; n < 2 * ROWS; n++) {
            month.claim("A" + n);
        }
        for (int n = 0; n < ROWS; n++) {
            month.payment(
                    number(n),
                    "member_id",
                    "TESTA" + n,
                    "allowed",
                    "30.00",
                    "paid",
                    "30.00",
                    "adjustments",
                    "CO-45:10.00");
        }
        month.write(recon.input());
        writeWorkbook(recon.input().resolve("remittances/payments.xlsx"));

        if (kind == DatabaseKind.POSTGRESQL) {
            try (TestDatabase database = kind.createEmpty()) {
                run(recon.with("RECON_DB_URL", database.url()).with("RECON_DB_USER", database.user()));
            }
        } else {
            run(recon);
        }

        Map<String, List<List<String>>> content = MonthContent.of(recon.output(), YearMonth.of(2026, 10));
        assertThat(MonthContent.table(content, "reconciliation / All lines"))
                .filteredOn(line -> !"".equals(line.get("Remittance source")))
                .hasSize(2 * ROWS);
        assertThat(MonthContent.table(content, "reconciliation / All lines"))
                .filteredOn(line -> "IN_RANGE".equals(line.get("Verdict")))
                .hasSizeGreaterThanOrEqualTo(2 * BLANKS.size());
    }

    @Test
    void aPaymentThatASecondFileTellsByTheMemberAloneCountsOnce() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("A1")
                .payment("A1", "allowed", "20.00", "paid", "16.00", "patient_responsibility", "4.00")
                .claim("A2")
                .payment("A2", "allowed", "0.00", "paid", "0.00", "adjustments", "CO-50:40.00")
                .write(recon.input());
        Files.writeString(recon.input().resolve("remittances/portal.csv"), """
                payer,check_number,check_date,member_id,service_date,procedure_code,billed,paid
                Test Health,CHK1,2026-10-20,TESTA1,2026-10-05,96372,40.00,16.00
                Test Health,CHK1,2026-10-20,TESTA2,2026-10-05,96372,40.00,0.00
                """);

        run(recon);

        assertThat(MonthContent.table(
                        MonthContent.of(recon.output(), YearMonth.of(2026, 10)), "reconciliation / All lines"))
                .extracting(line -> line.get("Claim") + " " + line.get("Verdict") + " " + line.get("Paid"))
                .containsExactlyInAnyOrder("A1 UNDERPAID 16", "A2 DENIED 0");
    }

    private static void run(ReconProcess recon) {
        Result result = recon.run("reconcile", "--month", "2026-10");
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
    }

    private static String number(int n) {
        return n < BLANKS.size() ? BLANKS.get(n) : SIGNS.get(n - BLANKS.size());
    }

    private static void writeWorkbook(Path file) throws IOException {
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Row headings = workbook.createSheet("Payments").createRow(0);
            List<String> names = List.of(
                    "payer",
                    "check_number",
                    "check_date",
                    "patient_control_number",
                    "member_id",
                    "service_date",
                    "procedure_code",
                    "billed",
                    "allowed",
                    "paid",
                    "adjustments");
            for (int column = 0; column < names.size(); column++) {
                headings.createCell(column).setCellValue(names.get(column));
            }
            for (int n = 0; n < ROWS; n++) {
                Row row = workbook.getSheetAt(0).createRow(n + 1);
                List<String> values = List.of(
                        "Test Health",
                        "CHK2",
                        "2026-10-20",
                        number(n),
                        "TESTA" + (ROWS + n),
                        "2026-10-05",
                        "96372",
                        "40.00",
                        "30.00",
                        "30.00",
                        "CO-45:10.00");
                for (int column = 0; column < values.size(); column++) {
                    row.createCell(column).setCellValue(values.get(column));
                }
            }
            workbook.write(out);
        }
    }
}
