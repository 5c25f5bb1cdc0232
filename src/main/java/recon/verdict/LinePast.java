package recon.verdict;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.verdict.FindingMapper.EarlierFinding;

/**
 * What the months before found of a claim line.
 *
 * @param firstVerdict the first by which it was underpaid or denied, or null where none was
 * @param decided whether one of them found a payer's decision
 * @param open the answers that have left it open up to the last of them, oldest month first; none where it was settled or not answered
 */
public record LinePast(@Nullable EarlierVerdict firstVerdict, boolean decided, List<EarlierFinding> open) {

    /** Of a line that no month has judged before. */
    public static final LinePast NONE = new LinePast(null, false, List.of());

    public LinePast {
        open = List.copyOf(open);
    }

    /**
     * @param lineId the line that is judged
     * @param findings of it and of the lines that it took the place of, oldest month first
     */
    static LinePast of(long lineId, List<EarlierFinding> findings) {
        return new LinePast(
                EarlierVerdict.of(lineId, findings),
                findings.stream().anyMatch(finding -> finding.verdict().isDecision()),
                open(findings));
    }

    private static List<EarlierFinding> open(List<EarlierFinding> findings) {
        List<EarlierFinding> open = new ArrayList<>();
        for (EarlierFinding finding : findings) {
            if (finding.verdict().isOpenAnswer()) {
                open.add(finding);
            } else {
                open.clear();
            }
        }
        return open;
    }

    /** The month whose answer has left the line open up to the last of them, or null where it was settled or not answered. */
    @Nullable
    YearMonth openSince() {
        return open.isEmpty() ? null : open.get(0).month();
    }

    /** This month's finding with what the earlier ones tell beside it: since when the line is open only where it is still so. */
    public Finding tell(Finding finding) {
        Verdict verdict = finding.verdict();
        return finding.with(
                new Finding.Past(verdict.isOpenAnswer() ? openSince() : null, decided, isListedWith(verdict)));
    }

    /** Whether one of the answers that have left the line open put it on the list that a verdict puts it on. */
    boolean isListedWith(Verdict verdict) {
        return open.stream().anyMatch(finding -> finding.verdict().isListedWith(verdict));
    }

    LinePast paidElsewhereBy(long payment) {
        return firstVerdict == null ? this : new LinePast(firstVerdict.paidElsewhereBy(payment), decided, open);
    }
}
