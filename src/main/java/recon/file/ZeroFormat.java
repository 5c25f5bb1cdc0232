package recon.file;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell format of zeros, which shows a whole number with at least as many digits, and maybe with texts beside or between them:
 * {@code 00000}, {@code [Red]0000_)}, {@code 000-00-0000}, {@code "SMP"00000}.
 */
final class ZeroFormat {

    private static final int LONGEST = 30;
    private static final char DIGIT = '\0';

    /** With texts, a format of fewer digits is rather one of counts, such as {@code 00" units"}. */
    private static final int FEWEST_DIGITS_BESIDE_TEXTS = 3;

    private static final Pattern COLOR_OR_LANGUAGE =
            Pattern.compile("(?i)black|blue|cyan|green|magenta|red|white|yellow|color ?[0-9]{1,2}|\\$-[0-9a-f,]+");

    /** What is shown, with {@link #DIGIT} for each zero. */
    private final String shown;

    private final int digits;

    private ZeroFormat(String shown, int digits) {
        this.shown = shown;
        this.digits = digits;
    }

    /** Null for a format of anything else. Negative numbers may have a format of their own. */
    static @Nullable ZeroFormat of(String format) {
        String shown = shown(format);
        if (shown == null || shown.length() > LONGEST) {
            return null;
        }
        int digits = (int) shown.chars().filter(c -> c == DIGIT).count();
        int fewest = digits == shown.length() ? 2 : FEWEST_DIGITS_BESIDE_TEXTS;
        return digits < fewest ? null : new ZeroFormat(shown, digits);
    }

    private static @Nullable String shown(String format) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < format.length() && format.charAt(i) != ';'; i++) {
            char c = format.charAt(i);
            if (c == '0') {
                shown.append(DIGIT);
            } else if (c == ' ' || c == '-' || c == '(' || c == ')') {
                shown.append(c);
            } else if (c == '\\' && i + 1 < format.length()) {
                shown.append(format.charAt(++i));
            } else if (c == '_') {
                i++; // a blank as wide as the next character
                shown.append(' ');
            } else if (c == '*') {
                i++; // the next character fills what is left of the cell
            } else if (c == '"' && format.indexOf('"', i + 1) > 0) {
                int end = format.indexOf('"', i + 1);
                shown.append(format, i + 1, end);
                i = end;
            } else if (c == '[' && isUnseen(format, i)) {
                i = format.indexOf(']', i);
            } else {
                return null;
            }
        }
        return shown.toString().strip();
    }

    private static boolean isUnseen(String format, int bracket) {
        int end = format.indexOf(']', bracket);
        return end > 0
                && COLOR_OR_LANGUAGE.matcher(format.substring(bracket + 1, end)).matches();
    }

    /** Whether it shows nothing but digits. */
    boolean isOfDigits() {
        return digits == shown.length();
    }

    /** @param whole digits alone; more than the format has stand where its first does */
    String show(String whole) {
        String all = "0".repeat(Math.max(digits - whole.length(), 0)) + whole;
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < shown.length(); i++) {
            if (shown.charAt(i) == DIGIT) {
                int end = next == 0 ? all.length() - digits + 1 : next + 1;
                text.append(all, next, end);
                next = end;
            } else {
                text.append(shown.charAt(i));
            }
        }
        return text.toString();
    }
}
