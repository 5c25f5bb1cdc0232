package recon.verdict;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * One equation of the proof that no row and no cent was lost.
 *
 * @param equation in words, with the file's name where it holds for a file
 * @param left counted on one side, files, rows or dollars
 * @param right counted independently on the other side
 */
public record ControlTotal(String equation, Unit unit, BigDecimal left, BigDecimal right) {

    /** What both sides count. */
    public enum Unit {
        FILES,
        ROWS,
        DOLLARS;

        /** {@code rows}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public BigDecimal difference() {
        return left.subtract(right);
    }

    public boolean ties() {
        return difference().signum() == 0;
    }
}
