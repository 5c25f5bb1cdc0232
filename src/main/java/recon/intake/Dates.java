package recon.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import recon.file.Cell;

/**
 * Reads dates: date cells, date serials of both epochs, ISO, {@code yyyyMMdd}, and text in the layout's order (United States where it
 * does not say). Of a range the first date counts; a time of day is passed over.
 */
final class Dates {

    static final String EXPECTED =
            "not a date such as 10/15/2026 or 2026-10-15 (another order needs date-order in a profile)";

    static final String EXPECTED_IN_X12 =
            "not a date such as 20261015 (DTM02 of an 835, DTP03 of an 837): get the file again";

    /** Outside these years a date is a slip of the keyboard or another number in the wrong column. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2099;

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    /** Two-digit years from here on are of the last century. */
    private static final int PIVOT = 80;

    private Dates() {}

    /**
     * The (first) date of a cell that is not blank, or null where it holds none.
     *
     * @param epoch1904 whether a serial that stands as text counts from 1904; a number says so itself
     */
    static @Nullable LocalDate of(Cell cell, DateOrder order, boolean epoch1904) {
        if (cell instanceof Cell.Text text) {
            return ofText(text.text(), order, epoch1904 ? EPOCH_1904 : EPOCH_1900);
        }
        if (cell instanceof Cell.Number number) {
            return ofNumber(number, order);
        }
        return cell instanceof Cell.Date date ? plausible(date.date()) : null;
    }

    private static @Nullable LocalDate ofNumber(Cell.Number number, DateOrder order) {
        String digits = wholeDigits(number.stored());
        if (digits == null) {
            return null;
        }
        LocalDate epoch = number.epoch1904() ? EPOCH_1904 : EPOCH_1900;
        if (number.dateFormatted()) {
            return ofSerial(digits, epoch);
        }
        return digits.length() == 5
                ? ofPlainSerial(digits, epoch)
                : compact(digits.length() == 7 ? "0" + digits : digits, order);
    }

    /** The digits before the point: a serial's fraction is a time of day. */
    private static @Nullable String wholeDigits(String stored) {
        int point = stored.indexOf('.');
        String whole = point < 0 ? stored : stored.substring(0, point);
        if (Characters.isAllDigits(whole) && stored.indexOf('E') < 0 && stored.indexOf('e') < 0) {
            return whole;
        }
        try {
            BigDecimal floor = new BigDecimal(stored).setScale(0, RoundingMode.FLOOR);
            return floor.signum() > 0 && floor.precision() <= 8 ? floor.toPlainString() : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static @Nullable LocalDate ofSerial(String digits, LocalDate epoch) {
        return digits.length() > 5 ? null : plausible(epoch.plusDays(Integer.parseInt(digits)));
    }

    /** A serial that is not shown as a date. 51026 may as well be 051026, the 10th of May, without its zero: it says no date. */
    private static @Nullable LocalDate ofPlainSerial(String digits, LocalDate epoch) {
        int number = Integer.parseInt(digits);
        int dayIfMonthFirst = number / 100 % 100;
        return dayIfMonthFirst >= 1 && dayIfMonthFirst <= 31 ? null : ofSerial(digits, epoch);
    }

    static @Nullable LocalDate ofText(String text, DateOrder order) {
        return ofText(text, order, EPOCH_1900);
    }

    private static @Nullable LocalDate ofText(String text, DateOrder order, LocalDate epoch) {
        String stripped = Characters.strip(text);
        return Characters.isAllDigits(stripped) && stripped.length() == 5
                ? ofPlainSerial(stripped, epoch)
                : new DateText(stripped, order).first();
    }

    /** Digits without signs between them: {@code yyyyMMdd}, {@code MMddyyyy}, or six in the layout's order. */
    static @Nullable LocalDate compact(String digits, DateOrder order) {
        int length = digits.length();
        if (length != 6 && length != 8 && length != 12 && length != 14) {
            return null;
        }
        int number = Integer.parseInt(digits.substring(0, Math.min(length, 8)));
        int high = number / 10_000;
        int low = number % 10_000;
        if (length == 6) {
            return inOrder(high, low / 100, low % 100, order);
        }
        LocalDate iso = day(high, low / 100, low % 100);
        return iso != null || length > 8 ? iso : inOrder(high / 100, high % 100, low, order);
    }

    /** Three numbers in the order in which they are written. */
    static @Nullable LocalDate inOrder(int first, int second, int third, DateOrder order) {
        return switch (order) {
            case MDY -> day(third, first, second);
            case DMY -> day(third, second, first);
            case YMD -> day(first, second, third);
        };
    }

    static @Nullable LocalDate day(int year, int month, int day) {
        int fullYear = year >= 100 ? year : year < PIVOT ? 2000 + year : 1900 + year;
        try {
            return plausible(LocalDate.of(fullYear, month, day));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable LocalDate plausible(LocalDate date) {
        return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? null : date;
    }
}
