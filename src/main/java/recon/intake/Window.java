package recon.intake;

import java.util.List;
import recon.file.SourceRow;

/**
 * The columns that a table takes of its sheet.
 *
 * @param from first column, counted from 0
 * @param to behind the last column; -1 for all columns
 * @param outside headings of the sheet that belong to no table
 */
record Window(HeadingRow heading, int from, int to, Mapping mapping, List<String> outside) {

    SourceRow of(SourceRow row) {
        return part(row, from, to);
    }

    /** The cells of a row from a column up to one that is left out, or up to the last where that is -1. */
    static SourceRow part(SourceRow row, int from, int to) {
        if (to < 0) {
            return row;
        }
        int end = Math.min(to, row.cells().size());
        return new SourceRow(row.place(), row.cells().subList(Math.min(from, end), end));
    }
}
