package recon.verdict;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.verdict.FindingMapper.EarlierFinding;

/**
 * What the months before found of a claim line.
 *
 * @param firstVerdict the first by which it was underpaid or denied, or null where none was
 * @param decided whether one of them found a payer's decision
 * @param openSince the month whose answer has left it open up to the last of them, or null where it was settled or not answered
 */
public record LinePast(
        @Nullable EarlierVerdict firstVerdict, boolean decided, @Nullable YearMonth openSince) {

    /** Of a line that no month has judged before. */
    public static final LinePast NONE = new LinePast(null, false, null);

    /**
     * @param lineId the line that is judged
     * @param findings of it and of the lines that it took the place of, oldest month first
     */
    static LinePast of(long lineId, List<EarlierFinding> findings) {
        return new LinePast(
                EarlierVerdict.of(lineId, findings),
                findings.stream().anyMatch(finding -> finding.verdict().isDecision()),
                openSince(findings));
    }

    private static @Nullable YearMonth openSince(List<EarlierFinding> findings) {
        YearMonth since = null;
        for (EarlierFinding finding : findings) {
            if (!finding.verdict().isOpenAnswer()) {
                since = null;
            } else if (since == null) {
                since = finding.month();
            }
        }
        return since;
    }

    /** This month's finding with what the earlier ones tell beside it: since when the line is open only where it is still so. */
    public Finding tell(Finding finding) {
        return finding.with(new Finding.Past(finding.verdict().isOpenAnswer() ? openSince : null, decided));
    }

    LinePast paidElsewhereBy(long payment) {
        return firstVerdict == null ? this : new LinePast(firstVerdict.paidElsewhereBy(payment), decided, openSince);
    }
}
