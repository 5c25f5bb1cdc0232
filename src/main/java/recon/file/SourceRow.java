package recon.file;

import java.util.List;
import recon.claim.SourceRef;

/**
 * One row as its file holds it.
 *
 * @param place where it stands; for X12 the segment of the service line (SVC, SV1), or of the claim (CLP) for a row without one
 * @param cells from the first column on; shorter than the heading where the rest is blank
 */
public record SourceRow(SourceRef place, List<Cell> cells) {

    /** The cell of a column, counted from 0; blank beyond the row's end. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(Cell::isBlank);
    }
}
