package recon.verdict;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/**
 * The first month that found a claim line underpaid or denied, from that month's latest complete revision.
 *
 * @param verdict UNDERPAID, DENIED or PARTLY_DENIED
 * @param allowed what was allowed then; zero for a denial
 * @param latest the latest earlier month's verdict of the line, or of what it took the place of; a line is listed as recovered once, in
 *     the month that pays it
 */
public record EarlierVerdict(
        YearMonth month, Verdict verdict, @Nullable Money allowed, Verdict latest) {

    private static final Set<Verdict> FIRST_VERDICTS =
            EnumSet.of(Verdict.UNDERPAID, Verdict.DENIED, Verdict.PARTLY_DENIED);

    /**
     * From what earlier months found of a line. Of one month there are several where the line took the place of several: what was allowed
     * for them is one sum, and the first that was underpaid or denied tells the verdict.
     *
     * @param findings oldest month first
     * @return null where none of them found it underpaid or denied
     */
    public static @Nullable EarlierVerdict of(List<FindingMapper.EarlierFinding> findings) {
        for (FindingMapper.EarlierFinding finding : findings) {
            if (FIRST_VERDICTS.contains(finding.verdict())) {
                return new EarlierVerdict(
                        finding.month(), finding.verdict(), allowedIn(finding.month(), findings), latest(findings));
            }
        }
        return null;
    }

    private static @Nullable Money allowedIn(YearMonth month, List<FindingMapper.EarlierFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.month().equals(month))
                .map(FindingMapper.EarlierFinding::allowed)
                .filter(Objects::nonNull)
                .reduce(Money::plus)
                .orElse(null);
    }

    private static Verdict latest(List<FindingMapper.EarlierFinding> findings) {
        FindingMapper.EarlierFinding last = findings.get(findings.size() - 1);
        return findings.stream()
                .filter(finding -> finding.month().equals(last.month()))
                .map(FindingMapper.EarlierFinding::verdict)
                .filter(FIRST_VERDICTS::contains)
                .findFirst()
                .orElse(last.verdict());
    }
}
