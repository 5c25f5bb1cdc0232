package recon.intake;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * Columns that have no heading. Where a heading is merged over several columns, a file holds it in the first of them: columns to the
 * right of "Modifiers" hold modifiers too, unless the first lines have something else there. All others that have values are named,
 * since nobody would look for them among the columns that are not read.
 */
final class UnheadedColumns {

    private final Window window;
    private final ColumnMap columns;
    private final BitSet filled = new BitSet();
    private final BitSet others = new BitSet();

    private UnheadedColumns(Window window) {
        this.window = window;
        this.columns = window.mapping().columns();
    }

    /**
     * The window's mapping with what its columns without a heading are read as.
     *
     * @param rows the first of the sheet
     */
    static Mapping read(Window window, List<SourceRow> rows) {
        UnheadedColumns unheaded = new UnheadedColumns(window);
        for (SourceRow row : rows) {
            if (row.place().number() > window.heading().lastNumber()) {
                unheaded.look(window.of(row));
            }
        }
        return unheaded.mapping();
    }

    private void look(SourceRow row) {
        if (columns.cell(row, Field.PROCEDURE_CODE).isBlank()) {
            return;
        }
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.cell(column);
            if (!cell.isBlank() && columns.heading(column).isEmpty()) {
                filled.set(column);
                others.set(column, others.get(column) || !isModifier(cell));
            }
        }
    }

    private static boolean isModifier(Cell cell) {
        String text = Ids.of(cell);
        return text != null && text.length() <= 2 && text.chars().allMatch(Character::isLetterOrDigit);
    }

    private Mapping mapping() {
        Mapping mapping = window.mapping();
        BitSet modifiers = modifiers();
        if (!modifiers.isEmpty()) {
            int[] all = IntStream.concat(IntStream.of(columns.column(Field.MODIFIERS)), modifiers.stream())
                    .toArray();
            mapping = mapping.with(
                    columns.with(Field.MODIFIERS, all),
                    "read as modifiers, since they have no heading of their own: " + letters(modifiers));
        }
        filled.andNot(modifiers);
        return filled.isEmpty()
                ? mapping
                : mapping.with(mapping.columns(), "not read, since they have no heading: " + letters(filled));
    }

    /** Those to the right of the only heading of modifiers: numbered headings leave none out. */
    private BitSet modifiers() {
        BitSet modifiers = new BitSet();
        if (columns.columns(Field.MODIFIERS).length == 1) {
            int column = columns.column(Field.MODIFIERS) + 1;
            while (column < columns.width() && columns.heading(column).isEmpty() && !others.get(column)) {
                modifiers.set(column++);
            }
        }
        return modifiers;
    }

    private String letters(BitSet some) {
        List<String> letters = some.stream()
                .mapToObj(column -> ColumnLetters.of(window.from() + column))
                .toList();
        return (letters.size() == 1 ? "column " : "columns ") + String.join(", ", letters);
    }
}
