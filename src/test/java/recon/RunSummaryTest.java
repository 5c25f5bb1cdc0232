package recon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import recon.claim.Money;
import recon.verdict.Verdict;
import recon.workbook.RunRecord;
import recon.workflow.ExitCode;
import recon.workflow.ReconcileOutcome;
import recon.workflow.ReconcileRequest;

class RunSummaryTest {

    @Test
    void theLargestAmountsStandApart() {
        YearMonth month = YearMonth.of(2026, 10);
        Money most = Money.of("999999999999.99");
        RunRecord run = new RunRecord(
                month,
                1,
                "done",
                0,
                "",
                "",
                "",
                "",
                List.of(),
                0,
                0,
                Map.of(Verdict.UNDERPAID, new RunRecord.VerdictSum(1_234_567, most, most)),
                List.of(),
                List.of());
        StringWriter written = new StringWriter();

        RunSummary.print(
                new PrintWriter(written),
                new ReconcileRequest(month, Path.of("in"), Path.of("out"), null, false, false, false, null),
                new ReconcileOutcome(ExitCode.DONE, true, 1, run, Path.of("out")));

        assertThat(written.toString())
                .containsPattern("UNDERPAID +1,234,567 +\\$999,999,999,999\\.99 +\\$999,999,999,999\\.99");
    }

    @Test
    void lettersOfAnUnchangedMonthAreSaidToNeedARevision() {
        assertThat(unchanged(true)).contains("No letters were written: they come with a revision; add --force for one");
        assertThat(unchanged(false)).doesNotContain("letters");
    }

    private static String unchanged(boolean letters) {
        StringWriter written = new StringWriter();
        RunSummary.print(
                new PrintWriter(written),
                new ReconcileRequest(
                        YearMonth.of(2026, 10), Path.of("in"), Path.of("out"), null, false, false, letters, null),
                new ReconcileOutcome(ExitCode.DONE, false, 1, null, Path.of("out")));
        return written.toString();
    }
}
