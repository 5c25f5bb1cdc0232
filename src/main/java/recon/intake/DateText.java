package recon.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a date written as text, one part after the other. */
final class DateText {

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private final String text;
    private final DateOrder order;
    private int at;

    DateText(String text, DateOrder order) {
        this.text = text;
        this.order = order;
    }

    /** The first date, where nothing but a time of day or the end of a range follows it; else null. */
    @Nullable
    LocalDate first() {
        LocalDate date = date();
        return date != null && restFits(date) ? date : null;
    }

    private @Nullable LocalDate date() {
        int start = at;
        int first = number();
        int digits = at - start;
        if (digits >= 6) {
            return digits > 14 ? null : Dates.compact(text.substring(start, at), order);
        }
        if (digits == 0) {
            return monthFirst();
        }
        separator();
        if (at < text.length() && Characters.isLetter(text.charAt(at))) {
            return monthSecond(first);
        }
        int second = number();
        int signAt = at;
        separator();
        int thirdAt = at;
        int third = number();
        if (signAt == thirdAt || at == thirdAt || at - thirdAt > 4 || digits == 3) {
            return null;
        }
        return digits == 4 ? Dates.day(first, second, third) : Dates.inOrder(first, second, third, order);
    }

    /** {@code Oct 15, 2026}. */
    private @Nullable LocalDate monthFirst() {
        int month = month();
        separator();
        int day = number();
        separator();
        int yearAt = at;
        int year = number();
        return month == 0 || at == yearAt ? null : Dates.day(year, month, day);
    }

    /** {@code 15-Oct-26}. */
    private @Nullable LocalDate monthSecond(int day) {
        int month = month();
        separator();
        int yearAt = at;
        int year = number();
        return month == 0 || at == yearAt ? null : Dates.day(year, month, day);
    }

    /** The number of a month's name or its beginning, or 0. */
    private int month() {
        int start = at;
        while (at < text.length() && Characters.isLetter(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at).toLowerCase(Locale.ROOT);
        for (int i = 0; name.length() >= 3 && i < MONTHS.size(); i++) {
            if (MONTHS.get(i).startsWith(name)) {
                return i + 1;
            }
        }
        return 0;
    }

    private int number() {
        int number = 0;
        while (at < text.length() && Characters.isDigit(text.charAt(at))) {
            number = Math.min(number, 99_999) * 10 + (text.charAt(at++) - '0');
        }
        return number;
    }

    /** One of {@code - / . ,} with blanks around it, or blanks alone. */
    private void separator() {
        blanks();
        if (at < text.length() && (Characters.isMinus(text.charAt(at)) || "/.,".indexOf(text.charAt(at)) >= 0)) {
            at++;
            blanks();
        }
    }

    private void blanks() {
        while (at < text.length() && Characters.isBlank(text.charAt(at))) {
            at++;
        }
    }

    private boolean restFits(LocalDate date) {
        String rest = Characters.strip(text.substring(at));
        return rest.isEmpty() || isTime(rest) || endsRange(rest, date);
    }

    private static boolean isTime(String rest) {
        boolean time = rest.indexOf(':') > 0;
        for (int i = 0; time && i < rest.length(); i++) {
            char c = rest.charAt(i);
            time = Characters.isDigit(c) || Characters.isBlank(c) || ":.+-TZAPMapm".indexOf(c) >= 0;
        }
        return time;
    }

    private boolean endsRange(String rest, LocalDate from) {
        String lower = rest.toLowerCase(Locale.ROOT);
        int sign = lower.startsWith("through")
                ? 7
                : lower.startsWith("thru") ? 4 : lower.startsWith("to") ? 2 : isRangeSign(rest.charAt(0)) ? 1 : 0;
        LocalDate last = sign == 0 ? null : Dates.ofText(rest.substring(sign), order);
        return last != null && !last.isBefore(from);
    }

    private static boolean isRangeSign(char c) {
        return Characters.isMinus(c) || c == '~';
    }
}
