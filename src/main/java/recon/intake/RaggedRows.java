package recon.intake;

import java.util.List;
import recon.file.Cell;
import recon.file.InputFile;

/**
 * Text rows whose cells do not stand below their headings: a separator without quotation marks moves every value behind it, and a
 * quotation mark too many makes one cell of several rows.
 */
final class RaggedRows {

    private static final String SEPARATORS = ",;\t|";

    private RaggedRows() {}

    static void check(RowValues values) {
        Table table = values.table();
        List<Cell> cells = values.row().cells();
        if (table.format() != InputFile.Format.CSV || table.endColumn() >= 0) {
            return;
        }
        int width = table.columns().width();
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            if (column >= width && !cell.isBlank()) {
                values.fault(
                        column,
                        "a value beyond the last heading: a text that holds the separator needs quotation marks");
                return;
            }
            if (cell instanceof Cell.Text text && text.text().indexOf('\n') >= 0 && holdsRows(text.text(), width)) {
                values.fault(
                        column, "a text over several rows of the file: a quotation mark is missing or one too many");
                return;
            }
        }
        if (cells.size() > Math.max(width, table.usualCells())) {
            values.fault(
                    width, "more cells than other rows have: a text that holds the separator needs quotation marks");
        }
    }

    private static boolean holdsRows(String text, int width) {
        return SEPARATORS
                .chars()
                .anyMatch(separator -> text.chars().filter(c -> c == separator).count() >= width - 1);
    }
}
