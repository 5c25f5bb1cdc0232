package recon.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.SourceRef;

/**
 * Streams the rows of one worksheet. Rows that the sheet leaves out are not rows read; the others keep Excel's own number, counted on
 * from the row before where the file does not state it. Formatted cells without a value end no row.
 */
final class XlsxRowReader implements RowReader {

    private final String file;
    private final String sheet;
    private final XmlPart xml;
    private final XlsxCellReader cellReader;
    private final SharedTexts texts;
    private final MergedAreas merged;
    private int row;
    private int width = 16;
    private boolean inRows;
    private boolean finished;
    private boolean remarked;

    XlsxRowReader(
            String file,
            String sheet,
            XmlPart xml,
            MergedAreas merged,
            NumberFormats styles,
            SharedTexts texts,
            boolean epoch1904) {
        this.file = file;
        this.sheet = sheet;
        this.xml = xml;
        this.merged = merged;
        this.texts = texts;
        Object where = new Object() {
            @Override
            public String toString() {
                return "sheet '%s' row %d".formatted(sheet, row);
            }
        };
        this.cellReader = new XlsxCellReader(xml, styles, texts, epoch1904, file, where);
    }

    @Override
    public @Nullable SourceRow next() throws UnreadableFileException {
        while (!finished) {
            int event = xml.next();
            if (event == XmlPart.START) {
                if (!inRows) {
                    inRows = xml.localName().equals("sheetData");
                } else if (xml.localName().equals("row")) {
                    return row();
                } else {
                    xml.skipElement();
                }
            } else if (event == XmlPart.FINISHED || inRows && event == XmlPart.END) {
                finished = true;
                texts.readToEnd();
            }
        }
        return null;
    }

    private SourceRow row() throws UnreadableFileException {
        String stated = xml.attribute("r");
        int number = stated == null ? row + 1 : CellAddress.row(stated);
        if (number <= row || number > CellAddress.MAX_ROWS) {
            row++;
            throw disorder();
        }
        row = number;
        List<Cell> cells = cells();
        if (!merged.isEmpty()) {
            merged.carryInto(row, cells);
        }
        width = Math.max(cells.size(), 4);
        return new SourceRow(SourceRef.row(file, sheet, row), Collections.unmodifiableList(cells));
    }

    private List<Cell> cells() throws UnreadableFileException {
        List<Cell> cells = new ArrayList<>(width);
        int last = -1;
        for (int event = xml.next(); event != XmlPart.END; event = xml.next()) {
            if (event != XmlPart.START) {
                continue;
            }
            if (!xml.localName().equals("c")) {
                xml.skipElement();
                continue;
            }
            Cell cell = cellReader.read();
            int column = cellReader.column() == -1 ? last + 1 : cellReader.column();
            if (column <= last || column >= CellText.MAX_COLUMNS) {
                throw disorder();
            }
            last = column;
            if (cell == null) {
                throw Refusal.UNKNOWN_TEXT.of(file, sheet, row);
            }
            put(cells, column, cell);
        }
        return cells;
    }

    private static void put(List<Cell> cells, int column, Cell cell) {
        if (!cell.isBlank()) {
            while (cells.size() < column) {
                cells.add(Cell.BLANK);
            }
            cells.add(cell);
        }
    }

    private UnreadableFileException disorder() {
        return Refusal.DISORDER.of(file, sheet, row);
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
        xml.close();
    }
}
