package recon.verdict;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/**
 * The first month that found a claim line underpaid or denied, from that month's latest complete revision.
 *
 * @param verdict UNDERPAID, DENIED or PARTLY_DENIED
 * @param allowed what was allowed then; zero for a denial
 * @param latest the latest earlier month's verdict of the same line; a line is listed as recovered once, in the month that pays it
 */
public record EarlierVerdict(
        YearMonth month, Verdict verdict, @Nullable Money allowed, Verdict latest) {

    /**
     * From what earlier months found of a line.
     *
     * @param findings oldest month first
     * @return null where none of them found it underpaid or denied
     */
    public static @Nullable EarlierVerdict of(List<FindingMapper.EarlierFinding> findings) {
        for (FindingMapper.EarlierFinding finding : findings) {
            if (FIRST_VERDICTS.contains(finding.verdict())) {
                Verdict latest = findings.get(findings.size() - 1).verdict();
                return new EarlierVerdict(finding.month(), finding.verdict(), finding.allowed(), latest);
            }
        }
        return null;
    }

    private static final Set<Verdict> FIRST_VERDICTS =
            EnumSet.of(Verdict.UNDERPAID, Verdict.DENIED, Verdict.PARTLY_DENIED);
}
