package recon.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * The check that a row beside the lines states by labels: {@code Check #: 123  Check Date: 10/14/2026} in one cell, or each label and its
 * value in cells of their own. A label is a heading that is known for a check's number or date; "Date" alone is one behind a number.
 *
 * @param number null where none is stated
 * @param date null where none is stated
 */
record StatedCheck(@Nullable String number, @Nullable LocalDate date) {

    static final StatedCheck NONE = new StatedCheck(null, null);

    /** One or several words that end at a colon or a number sign. */
    private static final Pattern LABEL =
            Pattern.compile("(?<!\\S)([\\p{L}./()&-]+(?: [\\p{L}./()&-]+)*) ?(?:#:?|:)(?!\\d\\d\\b)");

    private static final Pattern NUMBER = Pattern.compile("(?:[\\p{L}./#-]+ )?[\\p{L}/#-]*\\d[\\p{L}\\d/-]*");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private static final int PARTS_OF_DATE = 3;

    /** No title is longer, and a pattern takes its time. */
    private static final int LONGEST_TEXT = 200;

    private record Labelled(String label, Cell value) {}

    static StatedCheck of(SourceRow row, Table table) {
        StatedCheck stated = NONE;
        boolean behindNumber = false;
        for (Labelled one : labelled(row)) {
            Synonyms.Match known = Synonyms.shipped().find(one.label());
            Field field = known == null ? null : known.field();
            if (field == Field.CHECK_NUMBER) {
                stated = new StatedCheck(number(one.value()), stated.date());
            } else if (field == Field.CHECK_DATE
                    || behindNumber && HeadingText.key(one.label()).equals("date")) {
                stated = new StatedCheck(stated.number(), date(one.value(), table));
            }
            behindNumber = field == Field.CHECK_NUMBER;
        }
        return stated;
    }

    /** This one, with what another states in its place. */
    StatedCheck with(StatedCheck other) {
        return new StatedCheck(other.number == null ? number : other.number, other.date == null ? date : other.date);
    }

    /** Whether both state a number, and not the same. */
    boolean isAnotherThan(StatedCheck other) {
        return number != null && other.number != null && !number.equals(other.number);
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
                all.add(new Labelled(label, Cell.of(text.substring(from, matcher.start()))));
            }
            label = matcher.group(1);
            from = matcher.end();
        }
        Cell rest = Cell.of(text.substring(from));
        if (label == null) {
            all.add(new Labelled(text, beside));
        } else {
            all.add(new Labelled(label, rest.isBlank() ? beside : rest));
        }
    }

    private static boolean isLabel(Cell cell) {
        return cell instanceof Cell.Text text
                && text.text().length() <= LONGEST_TEXT
                && (LABEL.matcher(text.text()).find() || Synonyms.shipped().find(text.text()) != null);
    }

    /** Null for what is none, such as a span of two days, of which a line's date would be the first. */
    private static @Nullable LocalDate date(Cell cell, Table table) {
        boolean span = cell instanceof Cell.Text text
                && DIGITS.matcher(text.text()).results().count() > PARTS_OF_DATE;
        return span ? null : Dates.of(cell, table.dateOrder(), table.epoch1904());
    }

    /** Null for what is none, such as "All" or a span of numbers. */
    private static @Nullable String number(Cell cell) {
        String id = Ids.of(cell);
        boolean number = id != null
                && id.length() <= Field.CHECK_NUMBER.longest()
                && NUMBER.matcher(id).matches()
                && Dates.ofText(id, DateOrder.MDY) == null;
        return number ? id : null;
    }
}
