package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.DatabaseKind;
import recon.TestDatabase;
import recon.month.ReconProcess.Result;

/** Claims that state Medicare localities of which the schedule has no figures are told of wherever the ranges are. */
class MissingLocalityMonthTest {

    private static final String CLAIMS = """
            payer,payer_class,patient_control_number,member_id,service_date,procedure_code,charge,place_of_service,state,locality
            Medicare,Medicare,A1,TESTA1,2026-10-05,96372,40.00,11,AL,00
            Medicare,Medicare,A2,TESTA2,2026-10-05,96372,40.00,11,AL,0
            Medicare,Medicare,A3,TESTA3,2026-10-05,96372,40.00,11,AK,01
            Medicare,Medicare,A4,TESTA4,2025-11-05,96372,40.00,11,AL,00
            Medicare,Medicare,A5,TESTA5,2026-10-05,96372,40.00,11,,
            """;

    private static final String WARNING =
            "Medicare lines state localities that the schedule has no figures of, and are compared with what holds for any:"
                    + " AK-01 for 2026, AL-00 for 2026. Load each locality's amount as a row of expected-ranges (kind schedule)";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theSummaryAndThePageNameThem(DatabaseKind kind) throws IOException {
        ReconProcess recon = new ReconProcess(folder).here().with("recon.medicare-schedule", "true");
        writeMonth(recon.input());
        if (kind == DatabaseKind.POSTGRESQL) {
            try (TestDatabase database = kind.createEmpty()) {
                run(recon.with("RECON_DB_URL", database.url()).with("RECON_DB_USER", database.user()));
            }
        } else {
            run(recon);
        }

        Map<String, List<List<String>>> content = MonthContent.of(recon.output(), YearMonth.of(2026, 10));
        assertThat(content.get("underpayments / Summary"))
                .anySatisfy(row -> assertThat(String.join(" ", row)).contains(WARNING));
        assertThat(Files.readString(recon.output().resolve("2026-10/run-2026-10.html"))
                        .replace("&#39;", "'"))
                .contains(WARNING);
        assertThat(MonthContent.table(content, "reconciliation / All lines"))
                .extracting(line -> line.get("Claim") + " " + line.get("Verdict"))
                .containsExactlyInAnyOrder(
                        "A1 NEEDS_REVIEW", "A2 NEEDS_REVIEW", "A3 NEEDS_REVIEW", "A4 IN_RANGE", "A5 UNDERPAID");
    }

    @Test
    void theLogNamesThem() throws IOException {
        ReconProcess recon = new ReconProcess(folder).with("RECON_MEDICARE_SCHEDULE", "true");
        writeMonth(recon.input());

        assertThat(run(recon).err()).contains(WARNING);
    }

    @Test
    void theLogNamesThePracticesOwnToo() throws IOException {
        ReconProcess recon = new ReconProcess(folder)
                .with("RECON_MEDICARE_SCHEDULE", "true")
                .with("RECON_MEDICARE_LOCALITY", "UT-09");
        writeMonth(recon.input());

        assertThat(run(recon).err())
                .contains(
                        "WARN  Medicare lines of 2026 are compared with the national amount: the schedule has no figures for locality UT-09.");
    }

    @Test
    void withoutTheScheduleThereIsNothingToTell() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        writeMonth(recon.input());
        run(recon);

        assertThat(Files.readString(recon.output().resolve("2026-10/run-2026-10.html")))
                .doesNotContain("no figures of");
    }

    private static Result run(ReconProcess recon) {
        Result result = recon.run("reconcile", "--month", "2026-10");
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        return result;
    }

    private static void writeMonth(Path input) throws IOException {
        PlainMonth month = new PlainMonth();
        for (int n = 1; n <= 5; n++) {
            month.payment(
                    "A" + n,
                    "payer",
                    "Medicare",
                    "payer_class",
                    "Medicare",
                    "service_date",
                    n == 4 ? "2025-11-05" : "2026-10-05",
                    "allowed",
                    "12.71",
                    "paid",
                    "12.71",
                    "adjustments",
                    "CO-45:27.29");
        }
        month.write(input);
        Files.writeString(input.resolve("claims/claims.csv"), CLAIMS);
    }
}
