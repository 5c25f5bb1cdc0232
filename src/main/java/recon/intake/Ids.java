package recon.intake;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import recon.file.Cell;

/**
 * Reads numbers that name something: claims, members, checks, practitioners. They are text, whatever kind of cell holds them. A
 * spreadsheet keeps 15 digits of a number, so of a longer one the last digits are gone.
 */
final class Ids {

    static final String EXPECTED =
            "not a whole number or text that names something (a date or a true/false value stands there)";
    static final String DIGITS_GONE = "a number whose last digits are gone (as in 1.23E+15): export the column as text";

    private static final int EXACT_DIGITS = 15;

    private Ids() {}

    /** The id of a cell that is not blank, or null where it holds none; never empty, since no claim is found by nothing. */
    static @Nullable String of(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return ofText(text.text());
        }
        if (cell instanceof Cell.Number number && !number.dateFormatted()) {
            return ofStored(number.stored());
        }
        return null;
    }

    /** The id of a cell as ids are compared: in upper case, with dashes and blanks as a keyboard writes them; else null. */
    static @Nullable String key(Cell cell) {
        String id = of(cell);
        return id == null ? null : Characters.plain(id).toUpperCase(Locale.ROOT);
    }

    /** Why {@link #of} gave nothing. */
    static String fault(Cell cell) {
        boolean number = cell instanceof Cell.Text || (cell instanceof Cell.Number stored && !stored.dateFormatted());
        return number ? DIGITS_GONE : EXPECTED;
    }

    private static @Nullable String ofStored(String stored) {
        // a format of zeros may show more of them in front than a number has digits
        if (Characters.isAllDigits(stored) && stored.length() - zerosInFront(stored) <= EXACT_DIGITS) {
            return stored;
        }
        try {
            BigDecimal number = new BigDecimal(stored).stripTrailingZeros();
            boolean exact = number.scale() > 0 || number.precision() - number.scale() <= EXACT_DIGITS;
            return exact ? number.toPlainString() : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static int zerosInFront(String stored) {
        int zeros = 0;
        while (zeros < stored.length() && stored.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros;
    }

    private static @Nullable String ofText(String written) {
        String text = Characters.strip(written);
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 3) {
            // ="00123" and '00123 keep Excel from taking an id of a csv file for a number
            text = Characters.strip(text.substring(2, text.length() - 1));
        } else if (text.startsWith("'") && text.length() > 1) {
            text = text.substring(1);
        }
        int end = text.length();
        if (end > 2 && text.endsWith(".0") && Characters.isAllDigits(text, 0, end - 2)) {
            return text.substring(0, end - 2);
        }
        return text.isEmpty() || isExponentForm(text) ? null : text;
    }

    /** {@code 1.23E+15}, {@code 1E+15} or {@code 1.23E15}, but not an id such as {@code 12E3} or {@code 1E15}. */
    private static boolean isExponentForm(String text) {
        int e = Math.max(text.indexOf('E'), text.indexOf('e'));
        boolean plus = e >= 1 && text.startsWith("+", e + 1);
        if (e < 1 || !Characters.isAllDigits(text, plus ? e + 2 : e + 1, text.length())) {
            return false;
        }
        return Characters.isDigit(text.charAt(0))
                && (e == 1 ? plus : text.charAt(1) == '.' && Characters.isAllDigits(text, 2, e));
    }
}
