package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.month.ReconProcess.Result;

/** A payer whose class is not known leaves its lines unjudged, so that the month tells of it and of what to do. */
class UnknownClassMonthTest {

    private static final String WARNING =
            "2 lines of 1 payer cannot be compared with a range, nor is an amount at stake known, since the payer's class is unknown:"
                    + " Test Elm. Give the payer_class in input/reference/payers.csv and run again.";

    @TempDir
    private Path folder;

    @Test
    void theSummaryAndThePageNameThePayerUntilPayersCsvKnowsItsClass() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        PlainMonth month = new PlainMonth();
        for (String claim : new String[] {"A1", "A2"}) {
            month.claim(claim, "payer", "Test Elm", "payer_class", "")
                    .payment(
                            claim,
                            "payer",
                            "Test Elm",
                            "payer_class",
                            "",
                            "allowed",
                            "30.00",
                            "paid",
                            "30.00",
                            "adjustments",
                            "CO-45:10.00");
        }
        month.claim("A3")
                .payment("A3", "allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00")
                .write(recon.input());

        assertThat(page(recon)).contains(WARNING);
        assertThat(MonthContent.of(recon.output(), YearMonth.of(2026, 10)).get("underpayments / Summary"))
                .anySatisfy(row -> assertThat(String.join(" ", row)).contains(WARNING));

        Files.createDirectories(recon.input().resolve("reference"));
        Files.writeString(recon.input().resolve("reference/payers.csv"), "payer,payer_class\nTest Elm,Private\n");

        assertThat(page(recon)).doesNotContain("class is unknown");
    }

    /** As a browser shows its text. */
    private static String page(ReconProcess recon) throws IOException {
        Result result = recon.reconcile();
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        return Files.readString(recon.output().resolve("2026-10/run-2026-10.html"))
                .replace("&#39;", "'");
    }
}
