package recon.intake;

import java.util.List;
import recon.claim.FileKind;
import recon.file.FileNote;
import recon.file.SourceRow;

/** Turns the rows of one table into parsed rows. */
interface RowParser {

    /** One parsed row for each row of a group, in order; what a person should know is added to the remarks. */
    List<ParsedRow> parse(List<SourceRow> rows, List<String> remarks);

    /** What is to be said of the table when all its rows are read. */
    default List<FileNote> closingNotes() {
        return List.of();
    }

    static RowParser of(Table table, RowSorter sorter, ClaimJoin join) {
        if (table.kind() == FileKind.REMITTANCES) {
            return new RemittanceRows(table, sorter);
        }
        return table.part() == ClaimPart.HEADERS
                ? new HeaderRows(table, sorter, join)
                : new ClaimRows(table, sorter, join);
    }
}
