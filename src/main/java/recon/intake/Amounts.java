package recon.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.file.Cell;

/**
 * Reads amounts of dollars: {@code 1234.5}, {@code $1,234.50}, {@code (34.50)}, {@code 34.50-}, {@code 34.50 CR}, with blanks and
 * typographic signs; {@code $ -} and {@code " - "} are how Excel's accounting formats write zero.
 *
 * <p>A number cell is read as stored, and one that is shown as a percentage is none. Excel keeps 15 significant digits of a binary
 * number, so 31.100000000000001 is 31.10; 1068.00 - 1062.79, stored as 5.21000000000004, is 5.21, and what is left of 0.3 - 0.2 - 0.1
 * is nothing. What is left of a cent after that is a real fraction and refused.
 */
final class Amounts {

    static final String EXPECTED = "not an amount such as 1,234.50 or (5.00)";
    private static final String FRACTION =
            "an amount with a fraction of a cent: round it in the file that it comes from";

    private static final String PERCENTAGE = "a percentage, and not an amount of dollars: give the dollars";

    /** More than ten billion dollars on one row is a fault of the file, and the sums of a whole file fit a long number of cents. */
    private static final int MAX_DIGITS = 10;

    private static final MathContext EXCEL = new MathContext(15);

    /**
     * More than arithmetic puts a number beside the cent that it stands for: of two amounts of ten million dollars each, a binary
     * difference is up to 2E-9 off.
     */
    private static final BigDecimal RESIDUE = new BigDecimal("1E-8");

    /** A result as a program writes it that does not round: {@code 5.210000000000036}, {@code -2.8E-14}. */
    private static final Pattern RESULT = Pattern.compile("-?[0-9]+\\.[0-9]+|-?[0-9](\\.[0-9]+)?[eE]-[1-9][0-9]");

    private Amounts() {}

    /** The amount of a cell that is not blank, or null where it holds none. */
    static @Nullable Money of(Cell cell) {
        if (cell instanceof Cell.Text text) {
            Money amount = ofText(text.text());
            return amount == null && RESULT.matcher(text.text()).matches() ? ofStored(text.text()) : amount;
        }
        if (cell instanceof Cell.Number number && number.shown() == Cell.Number.Shown.PLAIN) {
            return ofStored(number.stored());
        }
        return null;
    }

    /** A dash and nothing else: nobody can tell whether it stands for zero or for "not stated". */
    static boolean isDash(Cell cell) {
        return cell instanceof Cell.Text text
                && text.text().length() == 1
                && Characters.isMinus(text.text().charAt(0));
    }

    /** Why {@link #of} gave nothing. */
    static String fault(Cell cell) {
        if (cell instanceof Cell.Number number && number.shown() == Cell.Number.Shown.PERCENT) {
            return PERCENTAGE;
        }
        BigDecimal number = cell instanceof Cell.Number stored && !stored.dateFormatted()
                ? decimal(stored.stored())
                : cell instanceof Cell.Text text ? decimal(Characters.strip(text.text())) : null;
        boolean fraction =
                number != null && number.round(EXCEL).stripTrailingZeros().scale() > 2;
        return fraction ? FRACTION : EXPECTED;
    }

    private static @Nullable Money ofStored(String stored) {
        int minus = stored.startsWith("-") ? 1 : 0;
        Money plain = digits(stored, minus, stored.length());
        if (plain != null) {
            return minus == 1 ? plain.negated() : plain;
        }
        BigDecimal exact = decimal(stored);
        if (exact == null) {
            return null;
        }
        if (exact.abs().compareTo(RESIDUE) < 0) {
            return Money.ZERO;
        }
        BigDecimal rounded = exact.round(EXCEL);
        if (rounded.precision() - rounded.scale() > MAX_DIGITS) {
            return null;
        }
        BigDecimal cents = rounded.setScale(2, RoundingMode.HALF_EVEN);
        return rounded.subtract(cents).abs().compareTo(RESIDUE) < 0 ? Money.of(cents) : null;
    }

    private static @Nullable BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    static @Nullable Money ofText(String text) {
        Money plain = digits(text, 0, text.length());
        return plain != null ? plain : new Signs(text).amount();
    }

    /** Digits with or without commas between thousands and a point; null for anything else. */
    private static @Nullable Money digits(String text, int from, int to) {
        int point = text.indexOf('.', from);
        int wholeEnd = point < 0 || point >= to ? to : point;
        long whole = whole(text, from, wholeEnd);
        int fractionFrom = Math.min(wholeEnd + 1, to);
        if (whole < 0 || (wholeEnd == from && fractionFrom == to)) {
            return null;
        }
        long cents = whole * 100;
        int worth = 10;
        for (int i = fractionFrom; i < to; i++, worth /= 10) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || (worth == 0 && digit > 0)) {
                return null;
            }
            cents += (long) digit * worth;
        }
        return Money.ofCents(cents);
    }

    /** The whole dollars, or -1 where they are no number; commas may stand only where they separate thousands. */
    private static long whole(String text, int from, int to) {
        long value = 0;
        int digits = 0;
        boolean commas = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ',') {
                boolean first = !commas && i > from && i - from <= 3;
                if ((!first && !commas) || (to - i) % 4 != 0) {
                    return -1;
                }
                commas = true;
            } else if (Characters.isDigit(c) && (!commas || (to - i) % 4 != 0) && ++digits <= MAX_DIGITS) {
                value = value * 10 + (c - '0');
            } else {
                return -1;
            }
        }
        return value;
    }

    /** Takes the signs around the digits off, from both ends. */
    private static final class Signs {
        private final String text;
        private int from;
        private int to;
        private int negatives;
        private boolean parenthesis;
        private boolean dollar;
        private boolean blank;

        Signs(String text) {
            this.text = text;
            this.to = text.length();
        }

        @Nullable
        Money amount() {
            boolean more = true;
            while (more && from < to) {
                more = leading() || trailing();
            }
            if (from == to) {
                return (dollar || blank) && negatives == 1 && !parenthesis ? Money.ZERO : null;
            }
            Money amount = parenthesis || negatives > 1 ? null : digits(text, from, to);
            return amount != null && negatives == 1 ? amount.negated() : amount;
        }

        private boolean leading() {
            char c = text.charAt(from);
            if (c == '(' && !parenthesis) {
                parenthesis = true;
                negatives++;
            } else if (c == '$') {
                dollar = true;
            } else if (Characters.isMinus(c)) {
                negatives++;
            } else if (word(from, "CR")) {
                negatives++;
                from++;
            } else if (word(from, "USD")) {
                from += 2;
            } else if (Characters.isBlank(c)) {
                blank = true;
            } else if (c != '+') {
                return false;
            }
            from++;
            return true;
        }

        private boolean trailing() {
            char c = text.charAt(to - 1);
            if (c == ')' && parenthesis) {
                parenthesis = false;
            } else if (Characters.isMinus(c)) {
                negatives++;
            } else if (word(to - 2, "CR")) {
                negatives++;
                to--;
            } else if (word(to - 2, "DR")) {
                to--;
            } else if (word(to - 3, "USD")) {
                to -= 2;
            } else if (Characters.isBlank(c)) {
                blank = true;
            } else {
                return false;
            }
            to--;
            return true;
        }

        private boolean word(int at, String word) {
            return at >= from && at + word.length() <= to && text.regionMatches(true, at, word, 0, word.length());
        }
    }
}
