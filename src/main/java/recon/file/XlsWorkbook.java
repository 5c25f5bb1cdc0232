package recon.file;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a BIFF8 workbook says of itself and of its sheets, gathered in one pass.
 *
 * @param styles what the cell formats (XF) show a number as
 * @param texts the shared strings, or null
 * @param textsComplete false where several shared strings are empty: each stands there once, but the library puts empty ones in the
 *     place of those that a damaged table lost
 */
record XlsWorkbook(
        List<SheetStream> sheets,
        boolean epoch1904,
        NumberFormats styles,
        @Nullable SSTRecord texts,
        boolean textsComplete) {

    /**
     * A sheet with rows.
     *
     * @param substream its place among the streams of the file
     */
    record SheetStream(InputFile.Sheet sheet, int substream, List<CellRangeAddress> merged) {}

    static XlsWorkbook read(POIFSFileSystem container, String file, @Nullable String password)
            throws UnreadableFileException {
        Gathering gathering = new Gathering();
        try (XlsRecords records = XlsRecords.open(container, file, password)) {
            for (Record read = records.next(); read != null; read = records.next()) {
                gathering.take(read, records.substream());
            }
        }
        if (gathering.named.isEmpty()) {
            throw Refusal.NO_SHEETS.of(file);
        }
        try {
            return gathering.workbook();
        } catch (RuntimeException e) {
            throw Refusal.DAMAGED_XLS.of(file); // a table of shared strings that ends too early
        }
    }

    private static final class Gathering {

        private final List<BoundSheetRecord> named = new ArrayList<>();
        private final Map<Integer, String> formats = new HashMap<>();
        private final List<Integer> formatOfStyle = new ArrayList<>();
        private final BitSet worksheets = new BitSet();
        private final Map<Integer, List<CellRangeAddress>> merged = new HashMap<>();
        private boolean epoch1904;
        private @Nullable SSTRecord texts;

        void take(Record read, int substream) {
            if (read instanceof BoundSheetRecord sheet) {
                named.add(sheet);
            } else if (read instanceof DateWindow1904Record window) {
                epoch1904 = window.getWindowing() == 1;
            } else if (read instanceof FormatRecord format) {
                formats.put(format.getIndexCode(), format.getFormatString());
            } else if (read instanceof ExtendedFormatRecord style) {
                formatOfStyle.add((int) style.getFormatIndex());
            } else if (read instanceof SSTRecord strings) {
                texts = strings;
            } else if (read instanceof BOFRecord bof) {
                worksheets.set(substream, bof.getType() == BOFRecord.TYPE_WORKSHEET);
            } else if (read instanceof MergeCellsRecord areas) {
                List<CellRangeAddress> ofSheet = merged.computeIfAbsent(substream, any -> new ArrayList<>());
                for (int i = 0; i < areas.getNumAreas(); i++) {
                    ofSheet.add(areas.getAreaAt(i));
                }
            }
        }

        XlsWorkbook workbook() {
            NumberFormats styles = new NumberFormats();
            for (int format : formatOfStyle) {
                styles.add(format, formats.get(format));
            }
            return new XlsWorkbook(sheets(), epoch1904, styles, texts, emptyTexts() < 2);
        }

        private int emptyTexts() {
            int empty = 0;
            for (int i = 0; texts != null && i < texts.getNumUniqueStrings(); i++) {
                empty += texts.getString(i).getString().isEmpty() ? 1 : 0;
            }
            return empty;
        }

        /** The streams stand in the order of their positions, which need not be the order of the tabs. */
        private List<SheetStream> sheets() {
            List<BoundSheetRecord> stored = new ArrayList<>(named);
            stored.sort(Comparator.comparingInt(BoundSheetRecord::getPositionOfBof));
            List<SheetStream> sheets = new ArrayList<>();
            for (int index = 0; index < named.size(); index++) {
                BoundSheetRecord tab = named.get(index);
                int substream = stored.indexOf(tab) + 1;
                if (worksheets.get(substream)) {
                    boolean hidden = tab.isHidden() || tab.isVeryHidden();
                    sheets.add(new SheetStream(
                            new InputFile.Sheet(tab.getSheetname(), index, hidden),
                            substream,
                            merged.getOrDefault(substream, List.of())));
                }
            }
            return List.copyOf(sheets);
        }
    }
}
