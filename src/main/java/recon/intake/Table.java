package recon.intake;

import java.util.Set;
import recon.claim.FileKind;
import recon.file.InputFile;
import recon.file.SourceRow;

/**
 * How one table of a sheet is read; a sheet has one, or several side by side.
 *
 * @param lastHeadingRow the number of the last row that is banner or heading; 0 where the format fixes the headings
 * @param headingKeys of each heading row, by {@link RowText#heading}
 * @param bannerKeys of the rows above the heading, by {@link RowText#banner}, which a report may repeat on each page
 * @param firstColumn of the window that the table takes of its sheet, counted from 0
 * @param endColumn behind the window's last column; -1 where the table takes all columns
 * @param format the file's format
 * @param epoch1904 whether the file's date serials count from 1904
 * @param usualCells how many cells the rows mostly have, heading and first rows counted
 */
record Table(
        SheetPlan.ReadAs plan,
        ColumnMap columns,
        DateOrder dateOrder,
        long lastHeadingRow,
        Set<String> headingKeys,
        Set<String> bannerKeys,
        int firstColumn,
        int endColumn,
        InputFile.Format format,
        boolean epoch1904,
        int usualCells) {

    private static final int LONGEST_NAME = 100;

    FileKind kind() {
        return plan.kind();
    }

    ClaimPart part() {
        return plan.part();
    }

    boolean isX12() {
        return format == InputFile.Format.X12_835 || format == InputFile.Format.X12_837P;
    }

    /** The part of a row of the sheet that belongs to this table. */
    SourceRow windowOf(SourceRow row) {
        return Window.part(row, firstColumn, endColumn);
    }

    /** A column as messages name it: its heading, or as much of it as tells it, else its letter. */
    String columnName(int column) {
        String heading = columns.heading(column);
        if (heading.isEmpty()) {
            return ColumnLetters.of(firstColumn + column);
        }
        return heading.length() <= LONGEST_NAME ? heading : heading.substring(0, LONGEST_NAME) + "...";
    }
}
