package recon.intake;

import java.util.ArrayList;
import java.util.List;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * A row that may be a heading row, alone or joined with the row below it.
 *
 * @param rows one or two
 * @param texts per column: the heading, empty where there is none
 * @param keys of the texts
 * @param shown the texts as people may see them: without those of a lower row that may be a patient's data
 */
record HeadingRow(List<SourceRow> rows, List<String> texts, List<String> keys, List<String> shown) {

    /** A row with fewer known headings may be a line or a note, or hold a patient's data, which no message may show. */
    static final int SURELY_HEADINGS = 3;

    private HeadingRow(List<SourceRow> rows, List<String> texts, List<String> shown) {
        this(rows, texts, texts.stream().map(HeadingText::key).toList(), shown);
    }

    static HeadingRow of(SourceRow row) {
        List<String> texts = texts(row);
        return new HeadingRow(List.of(row), texts, texts);
    }

    /**
     * Two rows of headings joined downwards. A text of the upper row also covers the columns to its right that it leaves blank
     * (merged cells), where that gives a known heading.
     */
    static HeadingRow of(SourceRow upper, SourceRow lower) {
        List<String> above = texts(upper);
        List<String> below = texts(lower);
        List<String> joined = new ArrayList<>();
        String covering = "";
        for (int i = 0; i < Math.max(above.size(), below.size()); i++) {
            String own = at(above, i);
            covering = own.isEmpty() ? covering : own;
            joined.add(join(own, covering, at(below, i)));
        }
        return new HeadingRow(List.of(upper, lower), joined, shown(above, below, joined));
    }

    private static List<String> shown(List<String> above, List<String> below, List<String> joined) {
        List<String> shown = new ArrayList<>();
        int knownByLower = 0;
        for (int i = 0; i < joined.size(); i++) {
            boolean known = isKnown(joined.get(i));
            boolean ofBoth = !at(below, i).isEmpty();
            String own = at(above, i);
            knownByLower += known && ofBoth ? 1 : 0;
            shown.add(known || !ofBoth ? joined.get(i) : own.isEmpty() ? "column " + ColumnLetters.of(i) : own);
        }
        return knownByLower < SURELY_HEADINGS ? shown : joined;
    }

    private static String join(String own, String covering, String below) {
        if (below.isEmpty()) {
            return own;
        }
        String joined = covering.isEmpty() ? below : covering + " " + below;
        return isKnown(joined) || (!own.isEmpty() && !isKnown(below)) ? joined : below;
    }

    private static boolean isKnown(String text) {
        return !text.isEmpty() && Synonyms.shipped().find(text) != null;
    }

    private static String at(List<String> texts, int column) {
        return column < texts.size() ? texts.get(column) : "";
    }

    private static List<String> texts(SourceRow row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row.cells()) {
            texts.add(cell instanceof Cell.Text text ? oneLine(text.text()) : "");
        }
        while (!texts.isEmpty() && texts.get(texts.size() - 1).isEmpty()) {
            texts.remove(texts.size() - 1);
        }
        return texts;
    }

    /** A heading may hold line ends and no-break spaces. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Characters.isBlank(c)) {
                line.append(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().strip();
    }

    /**
     * Whether a number, a date or the like stands in the lower row below a known heading of the upper one, so that it is a line and no
     * headings. Below a heading that several columns may share, such as that of modifiers, their numbers may stand.
     */
    static boolean holdsValuesOf(SourceRow upper, SourceRow lower) {
        List<String> above = texts(upper);
        for (int i = 0; i < above.size(); i++) {
            Cell below = lower.cell(i);
            if (!above.get(i).isEmpty() && !below.isBlank() && !(below instanceof Cell.Text)) {
                Synonyms.Match match = Synonyms.shipped().find(above.get(i));
                if (match != null && !match.field().isRepeatable()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it is another one joined with a row below that holds words and no number, so that it is no line of the table. */
    boolean continues(HeadingRow other) {
        return rows.size() == 2
                && other.rows().equals(rows.subList(0, 1))
                && rows.get(1).cells().stream().allMatch(cell -> cell.isBlank() || isOfWords(cell));
    }

    /** Whether its lower row is one text alone, such as a group's name, which takes the place of the heading above it. */
    boolean endsInGroup() {
        if (rows.size() < 2) {
            return false;
        }
        List<String> below = texts(rows.get(1));
        int last = below.size() - 1;
        return rows.get(1).cells().stream().filter(cell -> !cell.isBlank()).count() == 1
                && last >= 0
                && !at(texts(rows.get(0)), last).isEmpty()
                && texts.get(last).equals(below.get(last));
    }

    private static boolean isOfWords(Cell cell) {
        return cell instanceof Cell.Text text && text.text().chars().noneMatch(c -> Characters.isDigit((char) c));
    }

    long firstNumber() {
        return rows.get(0).place().number();
    }

    long lastNumber() {
        return rows.get(rows.size() - 1).place().number();
    }

    /** The heading of a column, or empty. */
    String text(int column) {
        return at(texts, column);
    }

    /** How many columns have a known heading. */
    int known() {
        return (int) texts.stream().filter(HeadingRow::isKnown).count();
    }

    /** The same rows with only the columns of a window. */
    HeadingRow window(int from, int to) {
        int end = Math.min(to, texts.size());
        return new HeadingRow(rows, texts.subList(from, end), keys.subList(from, end), shown.subList(from, end));
    }
}
