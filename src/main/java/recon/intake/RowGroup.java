package recon.intake;

import java.util.List;
import recon.file.FileNote;
import recon.file.SourceRow;

/**
 * Consecutive rows that are read together: the rows of one claim, or a single row of any other kind.
 *
 * @param sheetPlan how the sheet is read that they come from
 * @param notes what the file says beside these rows
 */
public record RowGroup(SheetPlan sheetPlan, List<SourceRow> rows, List<FileNote> notes) {}
