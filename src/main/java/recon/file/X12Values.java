package recon.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/** Reads X12's dates (CCYYMMDD) and decimals. What cannot be read is handed on as it stands, for the intake to reject its row. */
final class X12Values {

    /** Ten billion dollars on one line are a fault of the file; below it the sums of a whole file fit a long number of cents. */
    private static final int MAX_DIGITS = 10;

    private X12Values() {}

    /** The (first) day of a CCYYMMDD date or CCYYMMDD-CCYYMMDD range, or null where it is none. */
    static @Nullable LocalDate date(String text) {
        boolean range = text.length() == 17 && text.charAt(8) == '-';
        boolean withTime = text.length() == 12;
        if (text.length() != 8 && !range && !withTime) {
            return null;
        }
        int digits = 0;
        for (int i = 0; i < 8; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            digits = digits * 10 + (c - '0');
        }
        try {
            return LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** A date as ISO text, else the text itself. */
    static String isoDate(String text) {
        LocalDate date = date(text);
        return date == null ? text : date.toString();
    }

    /**
     * A decimal amount; zero for blank, as X12's balancing rules take an absent amount; null where it is none or has a fraction of a
     * cent.
     */
    static @Nullable Money amountOrZero(String text) {
        if (text.isEmpty()) {
            return Money.ZERO;
        }
        int at = text.charAt(0) == '-' ? 1 : 0;
        int point = text.indexOf('.');
        int wholeEnd = point < 0 ? text.length() : point;
        if (wholeEnd - at > MAX_DIGITS || text.length() - at < (point < 0 ? 1 : 2)) {
            return null;
        }
        long cents = 0;
        for (int i = at; i < wholeEnd; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            cents = cents * 10 + digit;
        }
        cents *= 100;
        for (int i = wholeEnd + 1, worth = 10; i < text.length(); i++, worth /= 10) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || (worth == 0 && digit != 0)) {
                return null;
            }
            cents += (long) digit * worth;
        }
        return Money.ofCents(at == 1 ? -cents : cents);
    }

    /** A decimal in the form that has digits on both sides of its point ({@code .5} as {@code 0.50}); other text itself. */
    static String decimal(String text) {
        boolean bare = text.startsWith(".") || text.startsWith("-.") || text.endsWith(".");
        Money amount = bare ? amountOrZero(text) : null;
        return amount == null ? text : amount.toString();
    }

    static @Nullable Money sum(@Nullable Money left, @Nullable Money right) {
        return left == null || right == null ? null : left.plus(right);
    }

    static @Nullable Money difference(@Nullable Money left, @Nullable Money right) {
        return left == null || right == null ? null : left.minus(right);
    }
}
