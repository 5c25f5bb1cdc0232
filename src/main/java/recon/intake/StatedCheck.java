package recon.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * What a row beside the lines says of a check by labels: {@code Check #: 123  Check Date: 10/14/2026} in one cell, or each label and its
 * value in cells of their own. A label is a heading that is known for a check's number or date; "Date" alone is one behind a number.
 *
 * @param labelled whether a label of a number stands there, with or without one that can be read
 * @param number null where none is stated
 * @param date null where none is stated
 * @param endsSpan whether the row begins with "to" or "through" and a day: one in the row above it is the first of a span
 */
record StatedCheck(
        boolean labelled, @Nullable String number, @Nullable LocalDate date, boolean endsSpan) {

    private static final StatedCheck NONE = new StatedCheck(false, null, null, false);

    /** One or several words that end at a colon or a number sign. */
    private static final Pattern LABEL =
            Pattern.compile("(?<![^\\s|;,])([\\p{L}./()&-]+(?: [\\p{L}./()&-]+)*(?: ?#)?)(?<=#) ?:?"
                    + "|(?<![^\\s|;,])([\\p{L}./()&-]+(?: [\\p{L}./()&-]+)*) ?:");

    private static final Pattern NUMBER = Pattern.compile(
            "((?:[\\p{L}./#-]+ )?[\\p{L}/#-]*\\d[\\p{L}\\d/-]*)(?:[ ,;-]+(?:dated?|dtd|on|of)? ?(\\d+/\\d+/\\d+))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TIME =
            Pattern.compile("[ T]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.0+)? ?(?:[AP]M)?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern BEHIND_VALUE = Pattern.compile("\\s*(?:[|;].*|,\\s*)$", Pattern.DOTALL);
    private static final int PARTS_OF_DATE = 3;
    private static final int DIGITS_OF_DATE = 8;

    /** A summary may count checks and transfers by these words: "EFT: 3". */
    private static final Set<String> NO_NUMBERS = Set.of("check", "eft", "checkeft");

    private static final Set<String> SPAN = Set.of("to", "thru", "through", "until", "end");

    private static final Set<String> ALL = Set.of("all", "any", "*");

    /** No title is longer, and a pattern takes its time. */
    private static final int LONGEST_TEXT = 200;

    private record Labelled(String label, Cell value) {

        String key() {
            return HeadingText.key(label.replace("(s)", ""));
        }

        boolean isOfNumber() {
            return isOf(Field.CHECK_NUMBER) && !NO_NUMBERS.contains(key());
        }

        boolean isOfDate() {
            return isOf(Field.CHECK_DATE);
        }

        private boolean isOf(Field field) {
            Synonyms.Match known = Synonyms.shipped().find(label.replace("(s)", ""));
            return known != null && known.field() == field && !isFilterForAll();
        }

        /** As a report's parameters have it. */
        private boolean isFilterForAll() {
            return value instanceof Cell.Text text
                    && ALL.contains(Characters.strip(text.text()).toLowerCase(Locale.ROOT));
        }

        /** "Original Check #": the date behind it is that one's. */
        boolean isOfAnotherNumber() {
            String words = label.toLowerCase(Locale.ROOT);
            return !isFilterForAll()
                    && (words.contains("check") || words.contains("eft") || words.contains("trace"))
                    && (words.endsWith("#") || words.endsWith("number") || words.endsWith("no."));
        }
    }

    static StatedCheck of(SourceRow row, Table table) {
        List<Labelled> all = labelled(row);
        StatedCheck stated = NONE;
        boolean behindNumber = false;
        for (int i = 0; i < all.size(); i++) {
            Labelled one = all.get(i);
            boolean span = i + 1 < all.size() && SPAN.contains(all.get(i + 1).key());
            if (one.isOfNumber()) {
                StatedCheck further = ofNumber(one.value(), table);
                if (stated.labelled && !Objects.equals(stated.number, further.number)) {
                    // of two checks in one row neither is that of the lines
                    return new StatedCheck(true, null, null, false);
                }
                stated = stated.with(further);
            } else if (one.isOfDate() || behindNumber && one.key().equals("date")) {
                stated = stated.with(new StatedCheck(false, null, span ? null : date(one.value(), table), false));
            } else if (one.isOfAnotherNumber()) {
                return NONE;
            }
            behindNumber = one.isOfNumber();
        }
        boolean endsSpan = !all.isEmpty()
                && SPAN.contains(all.get(0).key())
                && date(all.get(0).value(), table) != null;
        return new StatedCheck(stated.labelled, stated.number, stated.date, endsSpan);
    }

    boolean isNone() {
        return !labelled && date == null && !endsSpan;
    }

    /** Whether a number that can be read is stated and everything else in the row is a label or a label's value. */
    static boolean isAllOf(SourceRow row, Table table) {
        return beginsWithLabel(row) && hasLabelsOnly(row) && of(row, table).number() != null;
    }

    static boolean beginsWithLabel(SourceRow row) {
        return row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .filter(StatedCheck::isLabel)
                .isPresent();
    }

    private static boolean hasLabelsOnly(SourceRow row) {
        boolean open = false;
        for (Cell cell : row.cells()) {
            if (cell.isBlank()) {
                continue;
            }
            boolean label = isLabel(cell);
            if (!label && !open) {
                return false;
            }
            open = label && cell instanceof Cell.Text text && endsInLabel(text.text());
        }
        return true;
    }

    private static boolean endsInLabel(String text) {
        Matcher matcher = LABEL.matcher(text);
        int end = -1;
        while (matcher.find()) {
            end = matcher.end();
        }
        return end < 0 || text.substring(end).isBlank();
    }

    private StatedCheck with(StatedCheck other) {
        return new StatedCheck(
                labelled || other.labelled,
                other.number == null ? number : other.number,
                other.date == null ? date : other.date,
                endsSpan);
    }

    private static List<Labelled> labelled(SourceRow row) {
        List<Labelled> all = new ArrayList<>(2);
        List<Cell> cells = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Cell.Text text && text.text().length() <= LONGEST_TEXT) {
                boolean alone = i + 2 == cells.size() || i + 2 < cells.size() && isLabel(cells.get(i + 2));
                addThoseOf(text.text(), alone ? cells.get(i + 1) : Cell.BLANK, all);
            }
        }
        return all;
    }

    /** @param beside the value of a label that ends its text; of a span, such as "10/01/2026 | to | 10/31/2026", it is none */
    private static void addThoseOf(String text, Cell beside, List<Labelled> all) {
        String label = null;
        int from = 0;
        Matcher matcher = LABEL.matcher(text);
        while (matcher.find()) {
            if (label != null) {
                all.add(new Labelled(label, value(text.substring(from, matcher.start()))));
            }
            label = Objects.requireNonNullElse(matcher.group(1), matcher.group(2));
            from = matcher.end();
        }
        Cell rest = value(text.substring(from));
        if (label == null) {
            all.add(new Labelled(text, beside));
        } else {
            all.add(new Labelled(label, rest.isBlank() ? beside : rest));
        }
    }

    private static Cell value(String text) {
        return Cell.of(BEHIND_VALUE.matcher(text).replaceFirst(""));
    }

    private static boolean isLabel(Cell cell) {
        return cell instanceof Cell.Text text
                && text.text().length() <= LONGEST_TEXT
                && (LABEL.matcher(text.text()).find() || Synonyms.shipped().find(text.text()) != null);
    }

    /** With the date that may stand behind the number. Without a number for what is none, such as "All" or a span of numbers. */
    private static StatedCheck ofNumber(Cell cell, Table table) {
        String text = Objects.requireNonNullElse(Ids.of(cell), "");
        Matcher matcher = NUMBER.matcher(text.length() <= LONGEST_TEXT ? text : "");
        if (!matcher.matches() || Dates.ofText(text, DateOrder.MDY) != null) {
            return new StatedCheck(true, null, null, false);
        }
        String number = matcher.group(1);
        String date = matcher.group(2);
        return new StatedCheck(
                true,
                number.length() <= Field.CHECK_NUMBER.longest() ? number : null,
                date == null ? null : date(Cell.of(date), table),
                false);
    }

    /** Without the time of day. Null for what is none, such as a span of two days, of which a line's date would be the first. */
    private static @Nullable LocalDate date(Cell cell, Table table) {
        if (!(cell instanceof Cell.Text text)) {
            return Dates.of(cell, table.dateOrder(), table.epoch1904());
        }
        String day = TIME.matcher(Characters.strip(text.text())).replaceFirst("");
        List<String> digits =
                DIGITS.matcher(day).results().map(run -> run.group()).toList();
        boolean span = digits.size() > PARTS_OF_DATE
                || digits.stream().mapToInt(String::length).sum() > DIGITS_OF_DATE;
        return span ? null : Dates.of(Cell.of(day), table.dateOrder(), table.epoch1904());
    }
}
