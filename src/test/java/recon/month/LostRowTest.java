package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.DatabaseKind;
import recon.TestDatabase;
import recon.month.ReconProcess.Result;

/** A row that is lost between its file and its verdict shows: the control totals do not tie, and the run says so. */
class LostRowTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @TempDir
    private Path folder;

    private ReconProcess recon;

    @BeforeEach
    void writeTheMonth() {
        recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("A1")
                .payment("A1", "allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00")
                .claim("B2")
                .payment("B2", "paid", "0.00", "adjustments", "CO-97:40.00")
                .claim("C3")
                .claim("C3", "line_number", "2", "procedure_code", "99213")
                .payment("D4", "allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00")
                .write(recon.input());
    }

    /** The database itself drops the last row that is stored, and reports it as stored. */
    @ParameterizedTest
    @CsvSource({
        "claim_line,      new.place = 4",
        "claim_other_lines, true",
        "remittance_line, new.place = 4",
        "payment_match,   new.claim_line_id is not null",
        "payment_match,   new.claim_line_id is null",
        "run_claim_line,  true",
        "finding,         new.verdict = 'DENIED'",
        "finding,         new.verdict = 'UNMATCHED'"
    })
    void aRowThatTheDatabaseLoses(String table, String lost) throws IOException {
        try (TestDatabase database = DatabaseKind.POSTGRESQL.create()) {
            recon.with("RECON_DB_URL", database.url()).with("RECON_DB_USER", database.user());
            database.execute("""
                    create function lose() returns trigger language plpgsql as
                    $$ begin if %s then return null; end if; return new; end $$""".formatted(lost));
            database.execute("create trigger lose before insert on " + table + " for each row execute function lose()");

            Result result = recon.run("reconcile", "--month", "2026-10");

            assertThat(result.exit()).as(result.err() + result.out()).isEqualTo(20);
            assertThat(result.out()).contains("DO NOT TIE");
            assertThat(MonthContent.table(MonthContent.of(recon.output(), OCTOBER), "reconciliation / Control totals"))
                    .anySatisfy(total -> assertThat(total).containsEntry("Result", "NOT OK"));
            assertThat(recon.run("verify", "--month", "2026-10").exit()).isEqualTo(20);
        }
    }

    @Test
    void aRowThatIsTakenOutOfAFileAfterTheRun() throws IOException {
        assertThat(recon.run("reconcile", "--month", "2026-10").exit()).isZero();
        assertThat(recon.run("verify", "--month", "2026-10").exit()).isZero();
        Path file = recon.input().resolve("remittances/remittances.csv");
        Files.write(file, Files.readAllLines(file).subList(0, 3));

        Result verified = recon.run("verify", "--month", "2026-10");

        assertThat(verified.exit()).isEqualTo(20);
        assertThat(verified.out()).contains("NOT PROVED").contains("remittances.csv");
    }

    /** The file is in its place and its SHA-256 is right: to run the month again would count what is on file again. */
    @Test
    void rowsThatAreNotThoseOfAFileInItsPlace() throws IOException {
        assertThat(recon.run("reconcile", "--month", "2026-10").exit()).isZero();
        Path record = recon.output().resolve("2026-10/run-2026-10.json");
        Files.writeString(record, Files.readString(record).replaceFirst("\"read\" : \\d+", "\"read\" : 99"));

        Result verified = recon.run("verify", "--month", "2026-10");

        assertThat(verified.exit()).isEqualTo(20);
        assertThat(verified.out()).contains("99 recorded").contains("must be read anew: write an empty row at its end");
    }

    @Test
    void aFileThatCameAfterTheRunProvesNothingWrongWhateverItIs() throws IOException {
        assertThat(recon.run("reconcile", "--month", "2026-10").exit()).isZero();
        Files.writeString(recon.input().resolve("remittances/next-month.csv"), "a,b\n1,2\n");

        Result verified = recon.run("verify", "--month", "2026-10");

        assertThat(verified.exit()).as(verified.err() + verified.out()).isZero();
        assertThat(verified.out()).contains("next-month.csv came after the run");
    }

    @Test
    void lockedReportsAreNotProvedWithoutTheirPassword() throws IOException {
        ReconProcess locking = new ReconProcess(folder).with("RECON_REPORT_PASSWORD", "test password");
        assertThat(locking.run("reconcile", "--month", "2026-10").exit()).isZero();
        assertThat(locking.run("verify", "--month", "2026-10").exit()).isZero();

        Result verified = recon.run("verify", "--month", "2026-10");

        assertThat(verified.exit()).as(verified.err() + verified.out()).isEqualTo(40);
        assertThat(verified.err())
                .contains(
                        "reconciliation-2026-10.xlsx: is protected by a password: name a file that holds the password of"
                                + " the reports in RECON_REPORT_PASSWORD_FILE");
    }

    @Test
    void aFigureOfAReportThatWasChanged() throws IOException {
        assertThat(recon.run("reconcile", "--month", "2026-10").exit()).isZero();
        Path workbook = recon.output().resolve("2026-10/denials-2026-10.xlsx");

        change(workbook, "Notes", cell -> cell.setCellValue("called the payer"));
        Result typed = recon.run("verify", "--month", "2026-10");
        assertThat(typed.exit()).as(typed.out()).isZero();
        assertThat(typed.out()).contains("was edited since");

        change(workbook, "At stake", cell -> cell.setCellValue(1.00));
        Result falsified = recon.run("verify", "--month", "2026-10");
        assertThat(falsified.exit()).isEqualTo(20);
        assertThat(falsified.out()).contains("[Denied lines] DENIED: at stake: 25.00 recorded, 1.00 found");
    }

    private static void change(Path file, String column, Consumer<Cell> change) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            Sheet sheet = workbook.getSheet("Denied lines");
            for (Cell heading : sheet.getRow(0)) {
                if (heading.getStringCellValue().equals(column)) {
                    change.accept(sheet.getRow(1)
                            .getCell(heading.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK));
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    @Test
    void aMonthWithoutARunCannotBeVerified() {
        Result refused = recon.run("verify", "--month", "2026-10");

        assertThat(refused.exit()).isEqualTo(40);
        assertThat(refused.err()).contains("run-2026-10.json").contains("reconcile the month first");
    }
}
