package recon.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * A row that may be a heading row, alone or joined with the row below it.
 *
 * @param rows one or two
 * @param texts per column: the heading, empty where there is none
 * @param keys of the texts
 * @param shown the texts as people may see them: without those of a lower row that may be a patient's data
 * @param knownByLower columns whose text is that of the lower row alone, since it means below its group's name what it means alone
 */
record HeadingRow(
        List<SourceRow> rows, List<String> texts, List<String> keys, List<String> shown, BitSet knownByLower) {

    /** A row with fewer known headings may be a line or a note, or hold a patient's data, which no message may show. */
    static final int SURELY_HEADINGS = 3;

    private HeadingRow(List<SourceRow> rows, List<String> texts, List<String> shown, BitSet knownByLower) {
        this(rows, texts, texts.stream().map(HeadingText::key).toList(), shown, knownByLower);
    }

    static HeadingRow of(SourceRow row) {
        List<String> texts = texts(row);
        return new HeadingRow(List.of(row), texts, texts, new BitSet());
    }

    /**
     * Two rows of headings joined downwards. A text of the upper row also covers the columns to its right that it leaves blank (merged
     * cells). A text of the lower row stands alone where it means below its group's name what it means alone (see {@link HeadingGroups}).
     */
    static HeadingRow of(SourceRow upper, SourceRow lower) {
        List<String> above = texts(upper);
        List<String> below = texts(lower);
        List<String> joined = new ArrayList<>();
        BitSet byLower = new BitSet();
        String covering = "";
        for (int i = 0; i < Math.max(above.size(), below.size()); i++) {
            String own = at(above, i);
            String text = at(below, i);
            covering = !own.isEmpty() ? own : endsBefore(text, covering) ? "" : covering;
            String heading = join(own, covering, text);
            joined.add(heading);
            byLower.set(i, !covering.isEmpty() && heading.equals(text) && isKnown(text));
        }
        return new HeadingRow(List.of(upper, lower), joined, shown(above, below, joined), byLower);
    }

    /** The name of a group that is of a person does not cover the line's own columns to its right. */
    private static boolean endsBefore(String below, String covering) {
        Synonyms.Match match = below.isEmpty() ? null : Synonyms.shipped().find(below);
        return match != null
                && (match.field() == Field.SERVICE_DATE || match.field() == Field.PROCEDURE_CODE)
                && HeadingGroups.shipped().isOfPerson(covering);
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
        if (below.isEmpty() || covering.isEmpty()) {
            return below.isEmpty() ? own : below;
        }
        String joined = covering + " " + below;
        // "Adjustments" over "Code"
        String singular = covering.replaceFirst("[sS]$", "") + " " + below;
        if (isKnown(joined) || isKnown(singular)) {
            return isKnown(joined) ? joined : singular;
        }
        Synonyms.Match alone = Synonyms.shipped().find(below);
        boolean standsAlone =
                alone == null ? own.isEmpty() : HeadingGroups.shipped().leave(alone.field(), covering);
        return standsAlone ? below : joined;
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

    /** Whether its lower row is one text alone, such as a group's name, which would take the place of the heading above it. */
    boolean endsInGroup() {
        if (rows.size() < 2) {
            return false;
        }
        List<String> below = texts(rows.get(1));
        int last = below.size() - 1;
        return rows.get(1).cells().stream().filter(cell -> !cell.isBlank()).count() == 1
                && last >= 0
                && !at(texts(rows.get(0)), last).isEmpty()
                && (texts.get(last).equals(below.get(last)) || isKnown(below.get(last)) && !isKnown(texts.get(last)));
    }

    /**
     * Whether a row names groups of the columns whose headings stand in the row below it, so that those are not read without it: two
     * names that are known, one of them over several columns, and no numbers or labels among them.
     */
    static boolean namesGroups(SourceRow upper, SourceRow lower) {
        List<String> above = texts(upper);
        List<String> below = texts(lower);
        int last = above.size() - 1;
        long names = above.stream().filter(HeadingGroups.shipped()::isName).count();
        boolean covers = IntStream.range(0, last)
                .anyMatch(i -> !above.get(i).isEmpty()
                        && !at(below, i + 1).isEmpty()
                        && (above.get(i + 1).isEmpty() || above.get(i + 1).equals(above.get(i))));
        return names >= 2
                && covers
                && upper.cells().stream().allMatch(cell -> cell.isBlank() || isOfWords(cell))
                && above.stream().noneMatch(text -> text.endsWith(":"));
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

    /** Whether the lower of two rows has the heading of a payment below a name that makes another amount of it. */
    boolean hasAnotherPayment() {
        List<String> below = rows.size() < 2 ? List.of() : texts(rows.get(1));
        return IntStream.range(0, Math.min(below.size(), texts.size()))
                .anyMatch(i -> !isKnown(texts.get(i)) && isOfPayment(below.get(i)));
    }

    private static boolean isOfPayment(String text) {
        Synonyms.Match match = text.isEmpty() ? null : Synonyms.shipped().find(text);
        return match != null && match.field() == Field.PAID;
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
        return new HeadingRow(
                rows,
                texts.subList(from, end),
                keys.subList(from, end),
                shown.subList(from, end),
                knownByLower.get(from, end));
    }

    boolean isKnownByLower(int column) {
        return knownByLower.get(column);
    }
}
