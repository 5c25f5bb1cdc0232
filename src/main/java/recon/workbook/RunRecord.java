package recon.workbook;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import recon.claim.Money;
import recon.verdict.ControlTotal;
import recon.verdict.Verdict;

/**
 * What {@code run-YYYY-MM.json} keeps of a run. It holds no patient's data.
 *
 * @param result {@code done}, {@code rejected-rows} or {@code not-tied}
 * @param startedAt ISO, UTC
 * @param finishedAt ISO, UTC
 * @param files every input file; the rows by kind and bucket are summed from them
 * @param matched remittance rows in scope that found their claim line
 * @param unmatched remittance rows in scope that found none, or several
 * @param verdicts a verdict without lines may be left out; it is written as zero
 * @param reports the month's files, by name
 */
public record RunRecord(
        YearMonth month,
        int revision,
        String result,
        int exitCode,
        String startedAt,
        String finishedAt,
        String inputsFingerprint,
        String rangesFingerprint,
        List<MonthReport.FileEntry> files,
        long matched,
        long unmatched,
        Map<Verdict, VerdictSum> verdicts,
        List<ControlTotal> controlTotals,
        List<ReportEntry> reports) {

    /**
     * The lines of one verdict.
     *
     * @param atIssue short by, over by or at stake, where known
     */
    public record VerdictSum(long count, Money billed, Money atIssue) {
        public static final VerdictSum NONE = new VerdictSum(0, Money.ZERO, Money.ZERO);

        /** The lines of some verdicts together, of which those without lines may be left out. */
        public static VerdictSum of(Map<Verdict, VerdictSum> sums, Verdict... verdicts) {
            return Arrays.stream(verdicts)
                    .map(verdict -> sums.getOrDefault(verdict, NONE))
                    .reduce(NONE, VerdictSum::plus);
        }

        private VerdictSum plus(VerdictSum other) {
            return new VerdictSum(count + other.count, billed.plus(other.billed), atIssue.plus(other.atIssue));
        }
    }

    /** A report as it was written: its name without a folder, and its SHA-256. */
    public record ReportEntry(String name, String sha256) {}
}
