package recon.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of US dollars in exact cents; may be negative (a reversal, a take-back).
 *
 * <p>It refuses fractions of a cent instead of rounding them: where an amount must be rounded (a percentage, a fee schedule's
 * product), the caller names the rounding mode.
 *
 * @param cents the amount in cents
 */
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /** At the end of an amount: three digits, the point and the cents. */
    private static final int DIGITS_WITHOUT_COMMA = 6;

    /**
     * Reads a plain decimal number of dollars, such as {@code 1234.5} or {@code -0.22}.
     *
     * @throws NumberFormatException if it is not a plain decimal number
     * @throws IllegalArgumentException if it has a fraction of a cent
     */
    public static Money of(String dollars) {
        return of(new BigDecimal(dollars));
    }

    /**
     * @throws IllegalArgumentException if the amount has a fraction of a cent
     * @throws ArithmeticException if it does not fit a long number of cents
     */
    public static Money of(BigDecimal dollars) {
        BigDecimal cents = dollars.movePointRight(2);
        if (cents.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("an amount has a fraction of a cent");
        }
        return new Money(cents.longValueExact());
    }

    public static Money ofCents(long cents) {
        return cents == 0 ? ZERO : new Money(cents);
    }

    /** Rounds an amount of dollars to whole cents. */
    public static Money rounded(BigDecimal dollars, RoundingMode mode) {
        return new Money(dollars.movePointRight(2).setScale(0, mode).longValueExact());
    }

    public Money plus(Money other) {
        return ofCents(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return ofCents(Math.subtractExact(cents, other.cents));
    }

    public Money times(long units) {
        return ofCents(Math.multiplyExact(cents, units));
    }

    public Money negated() {
        return ofCents(Math.negateExact(cents));
    }

    public Money abs() {
        return cents < 0 ? negated() : this;
    }

    /** The given percentage of this amount, rounded to cents. */
    public Money percent(BigDecimal percent, RoundingMode mode) {
        return rounded(toDollars().multiply(percent).movePointLeft(2), mode);
    }

    public Money min(Money other) {
        return cents <= other.cents ? this : other;
    }

    public Money max(Money other) {
        return cents >= other.cents ? this : other;
    }

    public boolean isZero() {
        return cents == 0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    public boolean isAbove(Money other) {
        return cents > other.cents;
    }

    public boolean isBelow(Money other) {
        return cents < other.cents;
    }

    /** The amount in dollars, always with two decimals. */
    public BigDecimal toDollars() {
        return BigDecimal.valueOf(cents, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** Plain dollars with two decimals and no sign of currency: {@code -1234.50}. */
    @Override
    public String toString() {
        return toDollars().toPlainString();
    }

    /** For people: {@code $1,234.50}, a negative amount as {@code -$1,234.50}. */
    public String inWords() {
        StringBuilder words = new StringBuilder(toDollars().abs().toPlainString());
        for (int comma = words.length() - DIGITS_WITHOUT_COMMA; comma > 0; comma -= 3) {
            words.insert(comma, ',');
        }
        return words.insert(0, cents < 0 ? "-$" : "$").toString();
    }
}
