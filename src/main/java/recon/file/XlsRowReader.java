package recon.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.poi.hssf.record.BlankRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.StringRecord;
import org.jspecify.annotations.Nullable;
import recon.claim.SourceRef;

/** Streams the rows of one sheet of a BIFF8 workbook, in which cells are stored row by row. Rows without any value are not stored. */
final class XlsRowReader implements RowReader {

    private final String file;
    private final String sheet;
    private final int substream;
    private final XlsRecords records;
    private final XlsCells cellReader;
    private final MergedAreas merged;

    /** The row being gathered, from 1; 0 before the first. */
    private int row;

    private List<Cell> cells = new ArrayList<>();
    private int lastColumn = -1;
    private boolean finished;
    private boolean remarked;

    XlsRowReader(
            String file, XlsWorkbook.SheetStream stream, XlsRecords records, XlsCells cellReader, MergedAreas merged) {
        this.file = file;
        this.sheet = String.valueOf(stream.sheet().name());
        this.substream = stream.substream();
        this.records = records;
        this.cellReader = cellReader;
        this.merged = merged;
    }

    @Override
    public @Nullable SourceRow next() throws UnreadableFileException {
        while (!finished) {
            Record read = records.next();
            if (read == null || read instanceof EOFRecord && records.substream() == substream) {
                finished = true;
                return row == 0 ? null : gathered();
            }
            if (records.substream() != substream) {
                continue;
            }
            if (read instanceof StringRecord text && lastColumn >= 0) {
                put(lastColumn, CellText.cell(text.getString()));
            } else if (read instanceof CellValueRecordInterface value && !(read instanceof BlankRecord)) {
                SourceRow complete = value.getRow() + 1 == row || row == 0 ? null : gathered();
                take(value);
                if (complete != null) {
                    return complete;
                }
            }
        }
        return null;
    }

    private void take(CellValueRecordInterface value) throws UnreadableFileException {
        int valueRow = value.getRow() + 1;
        if (valueRow < row || valueRow == row && value.getColumn() <= lastColumn) {
            throw Refusal.DISORDER.of(file, sheet, valueRow);
        }
        row = valueRow;
        lastColumn = value.getColumn();
        try {
            put(lastColumn, cellReader.cell(value));
        } catch (RuntimeException e) {
            throw Refusal.DAMAGED_XLS.of(file); // the library decodes parts of a record lazily
        }
    }

    private void put(int column, Cell cell) {
        if (!cell.isBlank()) {
            while (cells.size() < column) {
                cells.add(Cell.BLANK);
            }
            cells.add(cell);
        }
    }

    private SourceRow gathered() {
        if (!merged.isEmpty()) {
            merged.carryInto(row, cells);
        }
        SourceRow complete = new SourceRow(SourceRef.row(file, sheet, row), Collections.unmodifiableList(cells));
        cells = new ArrayList<>(Math.max(cells.size(), 4));
        lastColumn = -1;
        return complete;
    }

    @Override
    public List<FileNote> takeNotes() {
        if (!finished || remarked) {
            return List.of();
        }
        remarked = true;
        return merged.remarks(file, sheet);
    }

    @Override
    public void close() {
        records.close();
    }
}
