package recon.file;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An Excel workbook of the Office Open XML kind, with or without macros, transitional or strict (ECMA-376, ISO/IEC 29500). */
final class XlsxFile implements InputFile {

    private final ZipParts parts;
    private final XlsxWorkbook workbook;
    private @Nullable NumberFormats styles;
    private @Nullable SharedTexts texts;

    private XlsxFile(ZipParts parts, XlsxWorkbook workbook) {
        this.parts = parts;
        this.workbook = workbook;
    }

    static XlsxFile open(Path path, String name) throws UnreadableFileException {
        ZipParts parts = ZipParts.open(path, name);
        try {
            return new XlsxFile(parts, XlsxWorkbook.read(parts));
        } catch (UnreadableFileException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return parts.file();
    }

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public List<Sheet> sheets() {
        return workbook.sheets().stream().map(XlsxWorkbook.SheetPart::sheet).toList();
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
        String part = workbook.sheets().stream()
                .filter(candidate -> candidate.sheet().index() == sheet.index())
                .map(XlsxWorkbook.SheetPart::part)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sheet " + sheet.index()));
        String sheetName = String.valueOf(sheet.name());
        MergedAreas merged = XlsxMergedAreas.find(parts, part, sheetName);
        NumberFormats cellStyles = styles();
        SharedTexts sharedTexts = texts();
        return new XlsxRowReader(
                name(), sheetName, parts.xml(part), merged, cellStyles, sharedTexts, workbook.epoch1904());
    }

    private NumberFormats styles() throws UnreadableFileException {
        if (styles == null) {
            styles = XlsxStyles.read(parts, workbook.stylesPart());
        }
        return styles;
    }

    private SharedTexts texts() throws UnreadableFileException {
        if (texts == null) {
            texts = SharedTexts.open(parts, workbook.stringsPart());
        }
        return texts;
    }

    @Override
    public void close() {
        try (parts) {
            if (texts != null) {
                texts.close();
            }
        }
    }
}
