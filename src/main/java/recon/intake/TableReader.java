package recon.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.file.Cell;
import recon.file.FileNote;
import recon.file.RowReader;
import recon.file.SourceRow;
import recon.file.UnreadableFileException;

/**
 * Reads a table's rows in groups. Consecutive rows of one claim belong together; rows that are no lines (a page break's headings, a
 * subtotal) part no claim and go with the rows above them, save one that states the check of the lines below it.
 */
final class TableReader implements AutoCloseable {

    /** Bounds memory where a whole file has the same claim number. */
    private static final int MAX_ROWS = 5_000;

    private final Table table;
    private final String fileName;
    private final RowReader reader;
    private final RowSorter sorter;
    private final ChecksAbove checksAbove;
    private final boolean grouped;
    private final List<Field> keys;
    private @Nullable SourceRow ahead;
    private boolean ended;

    TableReader(Table table, RowSorter sorter, ChecksAbove checksAbove, String fileName, RowReader reader) {
        this.table = table;
        this.fileName = fileName;
        this.reader = reader;
        this.sorter = sorter;
        this.checksAbove = checksAbove;
        this.grouped = table.kind() == FileKind.REMITTANCES;
        this.keys = Field.IDS.stream().filter(table.columns()::has).toList();
    }

    /** The next group, or null at the end; the last group may hold notes only. */
    @Nullable
    RowGroup next() throws UnreadableFileException {
        SourceRow first = ahead == null ? read() : ahead;
        ahead = null;
        List<SourceRow> rows = new ArrayList<>(4);
        if (first != null) {
            rows.add(first);
            ahead = grouped && isLine(first) ? addThoseOf(first, rows) : null;
        }
        List<FileNote> notes = reader.takeNotes();
        return rows.isEmpty() && notes.isEmpty() ? null : new RowGroup(table.plan(), rows, notes);
    }

    /** Adds the rows that belong to the first one; gives the row behind them, or null at the end. */
    private @Nullable SourceRow addThoseOf(SourceRow first, List<SourceRow> rows) throws UnreadableFileException {
        SourceRow last = first;
        SourceRow row = read();
        while (row != null && rows.size() < MAX_ROWS) {
            boolean line = isLine(row);
            if (line ? !belongs(row, first, last) : checksAbove.changesAt(row)) {
                break;
            }
            rows.add(row);
            last = line ? row : last;
            row = read();
        }
        return row;
    }

    private @Nullable SourceRow read() throws UnreadableFileException {
        SourceRow row = ended ? null : reader.next();
        ended = row == null;
        if (row == null) {
            return null;
        }
        SourceRow part = table.windowOf(row);
        if (sorter.headsAnotherTable(part)) {
            throw new UnreadableFileException(
                    fileName,
                    "%srow %d has other headings than row %d, and the rows below it would be read in the wrong columns: put each table into a file or sheet of its own"
                            .formatted(
                                    table.plan().sheet().prefix(" "),
                                    part.place().number(),
                                    table.lastHeadingRow()));
        }
        return part;
    }

    private boolean isLine(SourceRow row) {
        return sorter.sort(row) == Bucket.IN_SCOPE;
    }

    private boolean belongs(SourceRow row, SourceRow first, SourceRow last) {
        return isOfSameClaim(row, first) && !(table.isX12() && beginsClaim(row, last));
    }

    /** By the first of the numbers that both state. */
    private boolean isOfSameClaim(SourceRow row, SourceRow first) {
        for (Field key : keys) {
            Cell own = row.cell(table.columns().column(key));
            Cell others = first.cell(table.columns().column(key));
            if (!own.isBlank() && !others.isBlank()) {
                return CellMeaning.isSame(key, own, others, table);
            }
        }
        return false;
    }

    /** X12: claims may follow one another under one number, a reversal and its correction for one. */
    private boolean beginsClaim(SourceRow row, SourceRow last) {
        Cell sequence = table.columns().cell(row, Field.LINE_SEQUENCE);
        Cell before = table.columns().cell(last, Field.LINE_SEQUENCE);
        boolean firstLine = sequence instanceof Cell.Text text && text.text().equals("1");
        return sequence.isBlank() || (firstLine && !before.isBlank()) || isWithoutLines(last);
    }

    private boolean isWithoutLines(SourceRow row) {
        return !table.columns().cell(row, Field.SERVICE_LINES).isBlank();
    }

    @Override
    public void close() {
        reader.close();
    }
}
