package recon.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.verdict.Finding;
import recon.verdict.Verdict;

/** How a payer's allowed amounts per unit are spread, and whether its range, rather than the payer, is the outlier. */
final class AllowedRates {

    /** Where a line lies outside its range. */
    enum Side {
        BELOW,
        ABOVE
    }

    private static final int LEAST_LINES = 20;
    private static final int OUTSIDE_PERCENT = 90;
    private static final int ALIKE_PERCENT = 80;
    private static final BigDecimal ALIKE_WITHIN = new BigDecimal("0.02");

    /** Of lines that were compared with a range. */
    private final Map<Money, Long> linesByRate = new TreeMap<>();

    /** Of these, and of lines that only want a range to be compared with. */
    private final Map<Money, Long> allLinesByRate = new TreeMap<>();

    private long priced;
    private long below;
    private long above;

    void add(Finding finding) {
        boolean compared = finding.verdict() == Verdict.IN_RANGE
                || finding.verdict() == Verdict.UNDERPAID
                || finding.verdict() == Verdict.OVERPAID;
        Money allowed = finding.amounts().allowed();
        Finding.Expected expected = finding.expected();
        boolean wantsRange = finding.verdict() == Verdict.NEEDS_REVIEW && expected == null;
        if (wantsRange && allowed != null && allowed.isPositive()) {
            allLinesByRate.merge(perUnit(allowed, finding.subject().units()), 1L, Long::sum);
        }
        // Money where nothing is expected (a facility, a capitated plan) says nothing of a range.
        if (!compared || allowed == null || expected == null || !expected.high().isPositive()) {
            return;
        }
        Money rate = perUnit(allowed, finding.subject().units());
        linesByRate.merge(rate, 1L, Long::sum);
        allLinesByRate.merge(rate, 1L, Long::sum);
        priced++;
        below += finding.verdict() == Verdict.UNDERPAID ? 1 : 0;
        above += finding.verdict() == Verdict.OVERPAID ? 1 : 0;
    }

    private static Money perUnit(Money allowed, @Nullable Integer units) {
        if (units == null || units <= 1) {
            return allowed;
        }
        BigDecimal perUnit = allowed.toDollars().divide(BigDecimal.valueOf(units), 2, RoundingMode.HALF_UP);
        return Money.rounded(perUnit, RoundingMode.HALF_UP);
    }

    /** The allowed amount per unit that most lines have; null where no two lines have the same. */
    @Nullable
    Money mostCommon() {
        return linesAtMostCommon() == 0 ? null : commonest(allLinesByRate);
    }

    /** The lower of two equally common amounts; null where there is none. */
    private static @Nullable Money commonest(Map<Money, Long> linesByRate) {
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

    /** At least two, or 0 where there is no such amount. */
    long linesAtMostCommon() {
        long most = allLinesByRate.values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return most < 2 ? 0 : most;
    }

    /** Lines that were compared with a range. */
    long compared() {
        return priced;
    }

    /** The side of the range on which nearly all lines (90 %) lie, or null. */
    @Nullable
    Side side() {
        if (priced == 0 || Math.max(below, above) * 100 < priced * OUTSIDE_PERCENT) {
            return null;
        }
        return below > above ? Side.BELOW : Side.ABOVE;
    }

    /**
     * Whether nearly all lines lie outside on one side and are yet nearly alike: then the payer pays by a schedule of its own and the
     * range does not describe it.
     */
    boolean isRangeSuspect() {
        return priced >= LEAST_LINES && side() != null && alike() * 100 >= priced * ALIKE_PERCENT;
    }

    /** Lines within 2 % of the most common allowed amount per unit. */
    private long alike() {
        Money best = commonest(linesByRate);
        if (best == null) {
            return 0;
        }
        BigDecimal leeway = best.toDollars().multiply(ALIKE_WITHIN);
        return linesByRate.entrySet().stream()
                .filter(rate -> rate.getKey().minus(best).abs().toDollars().compareTo(leeway) <= 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The figures behind {@link #isRangeSuspect}, and what to do about them. */
    String inWords() {
        Money best = commonest(linesByRate);
        return String.format(
                Locale.US,
                "%,d of %,d lines are allowed %s the range and %,d are within 2 %% of %s a unit: check the range before disputing.",
                Math.max(below, above),
                priced,
                side() == Side.ABOVE ? "above" : "below",
                alike(),
                best == null ? "none" : best.inWords());
    }
}
