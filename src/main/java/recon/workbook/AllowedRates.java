package recon.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.verdict.Finding;
import recon.verdict.Verdict;

/** How a payer's allowed amounts per unit are spread, and whether its range, rather than the payer, is the outlier. */
final class AllowedRates {

    private static final int LEAST_LINES = 20;
    private static final int OUTSIDE_PERCENT = 90;
    private static final int ALIKE_PERCENT = 80;
    private static final BigDecimal ALIKE_WITHIN = new BigDecimal("0.02");

    private final Map<Money, Long> linesByRate = new TreeMap<>();
    private long priced;
    private long below;
    private long above;

    void add(Finding finding) {
        boolean compared = finding.verdict() == Verdict.IN_RANGE
                || finding.verdict() == Verdict.UNDERPAID
                || finding.verdict() == Verdict.OVERPAID;
        Money allowed = finding.amounts().allowed();
        if (!compared || allowed == null || finding.expected() == null) {
            return;
        }
        Integer units = finding.subject().units();
        Money perUnit = Money.rounded(
                allowed.toDollars().divide(BigDecimal.valueOf(units == null ? 1 : units), 4, RoundingMode.HALF_UP),
                RoundingMode.HALF_UP);
        linesByRate.merge(perUnit, 1L, Long::sum);
        priced++;
        below += finding.verdict() == Verdict.UNDERPAID ? 1 : 0;
        above += finding.verdict() == Verdict.OVERPAID ? 1 : 0;
    }

    /** The allowed amount per unit that most lines have, the lower of two equally common ones; null where none was compared. */
    @Nullable
    Money mostCommon() {
        Money best = null;
        long lines = 0;
        for (Map.Entry<Money, Long> rate : linesByRate.entrySet()) {
            if (rate.getValue() > lines) {
                best = rate.getKey();
                lines = rate.getValue();
            }
        }
        return best;
    }

    long linesAtMostCommon() {
        Money best = mostCommon();
        return best == null ? 0 : linesByRate.getOrDefault(best, 0L);
    }

    /** Lines that were compared with a range. */
    long compared() {
        return priced;
    }

    /**
     * Whether nearly all lines lie outside on one side and are yet nearly alike: then the payer pays by a schedule of its own and the
     * range does not describe it.
     */
    boolean isRangeSuspect() {
        Money best = mostCommon();
        return best != null
                && priced >= LEAST_LINES
                && Math.max(below, above) * 100 >= priced * OUTSIDE_PERCENT
                && alike(best) * 100 >= priced * ALIKE_PERCENT;
    }

    private long alike(Money best) {
        BigDecimal leeway = best.toDollars().multiply(ALIKE_WITHIN);
        return linesByRate.entrySet().stream()
                .filter(rate -> rate.getKey().minus(best).abs().toDollars().compareTo(leeway) <= 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
