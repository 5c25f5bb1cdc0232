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

/** Medicare lines of a year that the chosen fee schedule does not reach are not judged by the article's range in its place. */
class EndedScheduleMonthTest {

    private static final String ENDS =
            "Medicare's physician fee schedule, which is chosen in the place of the range, ends on 2026-12-31: ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theyNeedReviewAndTheReportsSayWhereTheScheduleEndsAndForHowManyLines(DatabaseKind kind) throws IOException {
        ReconProcess recon = new ReconProcess(folder).here().with("recon.medicare-schedule", "true");
        writeMonth(recon.input());
        if (kind == DatabaseKind.POSTGRESQL) {
            try (TestDatabase database = kind.createEmpty()) {
                run(recon.with("RECON_DB_URL", database.url()).with("RECON_DB_USER", database.user()));
            }
        } else {
            run(recon);
        }

        Map<String, List<List<String>>> content = MonthContent.of(recon.output(), YearMonth.of(2027, 1));
        assertThat(MonthContent.table(content, "reconciliation / All lines"))
                .extracting(line -> line.get("Claim") + " " + line.get("Verdict"))
                .containsExactlyInAnyOrder(
                        "JAN NEEDS_REVIEW", "DENIED DENIED", "DEC IN_RANGE", "FACILITY EXPECTED_ZERO");
        assertThat(MonthContent.table(content, "reconciliation / All lines"))
                .filteredOn(line -> line.get("Claim").equals("JAN"))
                .extracting(line -> line.get("Why"))
                .singleElement()
                .asString()
                .contains(ENDS + "load the rows of 2027 of medicare-rvu.csv and medicare-cf.csv");
        assertThat(content.get("underpayments / Summary")).anySatisfy(row -> assertThat(String.join(" ", row))
                .contains(ENDS + "2 Medicare lines cannot be compared"));
        assertThat(Files.readString(recon.output().resolve("2027-01/run-2027-01.html"))
                        .replace("&#39;", "'"))
                .contains(ENDS + "2 Medicare lines cannot be compared");
    }

    @Test
    void theLogAndTheRatesSayWhereTheScheduleEnds() throws IOException {
        ReconProcess recon = new ReconProcess(folder).with("RECON_MEDICARE_SCHEDULE", "true");
        writeMonth(recon.input());

        assertThat(run(recon).err()).contains(ENDS + "2 Medicare lines cannot be compared");
        assertThat(recon.run("rates", "--month", "2027-01").out())
                .contains("Warning: " + ENDS)
                .doesNotContain("$20.00");
    }

    private static Result run(ReconProcess recon) {
        Result result = recon.run("reconcile", "--month", "2027-01");
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        return result;
    }

    private static void writeMonth(Path input) throws IOException {
        PlainMonth month = new PlainMonth();
        line(month, "JAN", "2027-01-05", "11", "15.40", "CO-45:24.60");
        line(month, "DENIED", "2027-01-05", "11", "0.00", "CO-50:40.00");
        line(month, "DEC", "2026-12-31", "11", "15.40", "CO-45:24.60");
        line(month, "FACILITY", "2027-01-05", "22", "0.00", "CO-97:40.00");
        month.write(input);
    }

    private static void line(
            PlainMonth month, String claim, String serviceDate, String place, String allowed, String adjustments) {
        month.claim(
                claim,
                "payer",
                "Medicare",
                "payer_class",
                "Medicare",
                "service_date",
                serviceDate,
                "place_of_service",
                place,
                "submitted_date",
                serviceDate);
        month.payment(
                claim,
                "payer",
                "Medicare",
                "payer_class",
                "Medicare",
                "service_date",
                serviceDate,
                "check_date",
                "2027-01-20",
                "allowed",
                allowed,
                "paid",
                allowed,
                "adjustments",
                adjustments);
    }
}
