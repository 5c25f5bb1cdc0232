package recon.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import recon.claim.Money;

/**
 * How far an allowed amount may lie outside its range before it is a finding: the greater of a percentage of the bound that is
 * crossed and a minimum, both for the whole line. Exactly at the tolerance is still in range.
 *
 * <p>The percentage is compared exactly, not as a rounded amount: 1 % of $24.90 is $0.249, so $0.24 short is in range and $0.25 is
 * not.
 *
 * @param percent of the crossed bound, zero or more
 * @param minimum dollars per line, zero or more
 */
public record Tolerance(BigDecimal percent, Money minimum) {

    /** 1 % of the bound, at least five cents a line. */
    public static final Tolerance DEFAULT = new Tolerance(BigDecimal.ONE, Money.of("0.05"));

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Tolerance {
        if (percent.signum() < 0 || minimum.isNegative()) {
            throw new IllegalArgumentException("a tolerance cannot be negative");
        }
    }

    /**
     * @param allowed for all units of the line
     * @param low the line's low end, for all units
     */
    public boolean isBelow(Money allowed, Money low) {
        return exceeds(low.minus(allowed), low);
    }

    /**
     * @param allowed for all units of the line
     * @param high the line's high end, for all units
     */
    public boolean isAbove(Money allowed, Money high) {
        return exceeds(allowed.minus(high), high);
    }

    /** The greatest distance from a bound that is still in range, in whole cents. */
    public Money of(Money bound) {
        return minimum.max(bound.percent(percent, RoundingMode.DOWN));
    }

    private boolean exceeds(Money distance, Money bound) {
        if (!distance.isAbove(minimum)) {
            return false;
        }
        BigDecimal distanceTimesHundred = BigDecimal.valueOf(distance.cents()).multiply(HUNDRED);
        BigDecimal allowance = BigDecimal.valueOf(bound.cents()).multiply(percent);
        return distanceTimesHundred.compareTo(allowance) > 0;
    }
}
