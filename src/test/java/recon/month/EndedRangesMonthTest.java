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
import recon.month.ReconProcess.Result;

/** Lines that are compared with a lower row, since the user's own ended, are told of wherever the ranges are. */
class EndedRangesMonthTest {

    private static final String RANGES = """
            payer_class,payer,state,locality,place_group,credential,effective_from,effective_to,low,high,kind,source
            Private,Test Health,,,,,2026-01-01,2026-09-30,27.50,27.50,contract,contract until September
            Medicaid,,,,,,2026-01-01,2026-09-30,16.00,16.00,schedule,without lines
            """;

    private static final String WARNING =
            "The contract for Private, Test Health (expected-ranges.csv row 2) ends on 2026-09-30, and no row of yours follows it: later"
                    + " services are compared with range: article. Add the row of the new year to expected-ranges.";

    @TempDir
    private Path folder;

    @Test
    void theLogTheSummaryThePageAndTheLineNameTheRow() throws IOException {
        ReconProcess recon = new ReconProcess(folder);
        writeMonth(recon.input());

        Result result = recon.reconcile();

        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.err()).contains("WARN", WARNING).doesNotContain("Medicaid");
        Map<String, List<List<String>>> content = MonthContent.of(recon.output(), YearMonth.of(2026, 10));
        assertThat(content.get("underpayments / Summary"))
                .anySatisfy(row -> assertThat(String.join(" ", row)).contains(WARNING));
        assertThat(Files.readString(recon.output().resolve("2026-10/run-2026-10.html")))
                .contains(WARNING);
        assertThat(MonthContent.table(content, "underpayments / Underpaid lines"))
                .extracting(line -> line.get("Range source"))
                .containsExactly(
                        "range: article, in the place of expected-ranges.csv row 2, which ended on 2026-09-30");
    }

    @Test
    void ratesNamesEachRowThatEndedBeforeTheMonthsEnd() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        writeMonth(recon.input());
        String input = recon.input().toString();

        assertThat(recon.run("rates", "--input", input, "--month", "2026-10").out())
                .contains(
                        "Warning: " + WARNING,
                        "Warning: The schedule for Medicaid (expected-ranges.csv row 3) ends on");
        assertThat(recon.run("rates", "--input", input, "--month", "2026-09").out())
                .doesNotContain("Warning: ");
    }

    private static void writeMonth(Path input) throws IOException {
        new PlainMonth()
                .claim("A1")
                .payment("A1", "allowed", "24.00", "paid", "24.00", "adjustments", "CO-45:16.00")
                .write(input);
        Files.createDirectories(input.resolve("reference"));
        Files.writeString(input.resolve("reference/expected-ranges.csv"), RANGES);
    }
}
