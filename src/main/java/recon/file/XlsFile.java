package recon.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** An Excel 97-2003 workbook (BIFF8, [MS-XLS]). */
final class XlsFile implements InputFile {

    private final POIFSFileSystem container;
    private final String name;
    private final @Nullable String password;
    private final XlsWorkbook workbook;

    private XlsFile(POIFSFileSystem container, String name, @Nullable String password, XlsWorkbook workbook) {
        this.container = container;
        this.name = name;
        this.password = password;
        this.workbook = workbook;
    }

    /** @param container closed with the file; on a refusal it stays the caller's */
    static XlsFile open(POIFSFileSystem container, String name, @Nullable String password)
            throws UnreadableFileException {
        return new XlsFile(container, name, password, XlsWorkbook.read(container, name, password));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Format format() {
        return Format.XLS;
    }

    @Override
    public List<Sheet> sheets() {
        return workbook.sheets().stream().map(XlsWorkbook.SheetStream::sheet).toList();
    }

    @Override
    public @Nullable List<String> fixedHeadings() {
        return null;
    }

    @Override
    public boolean epoch1904() {
        return workbook.epoch1904();
    }

    @Override
    public RowReader open(Sheet sheet) throws UnreadableFileException {
        XlsWorkbook.SheetStream stream = workbook.sheets().stream()
                .filter(candidate -> candidate.sheet().index() == sheet.index())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sheet " + sheet.index()));
        MergedAreas merged = new MergedAreas();
        for (CellRangeAddress area : stream.merged()) {
            merged.add(area.getFirstRow() + 1, area.getLastRow() + 1, area.getFirstColumn());
        }
        XlsRecords records = XlsRecords.open(container, name, password);
        return new XlsRowReader(name, stream, records, new XlsCells(name, workbook), merged);
    }

    @Override
    public void close() {
        try {
            container.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
