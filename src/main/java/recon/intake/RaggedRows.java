package recon.intake;

import recon.file.InputFile;

/** Text rows that are longer than their heading row: a separator without quotes would move every value behind it. */
final class RaggedRows {

    private RaggedRows() {}

    static void check(RowValues values) {
        Table table = values.table();
        int size = values.row().cells().size();
        if (table.format() != InputFile.Format.CSV || table.endColumn() >= 0) {
            return;
        }
        for (int column = table.columns().width(); column < size; column++) {
            if (!values.row().cell(column).isBlank()) {
                values.fault(
                        column,
                        "a value beyond the last heading: a text that holds the separator needs quotation marks");
                return;
            }
        }
    }
}
