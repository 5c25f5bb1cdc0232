package recon.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import recon.claim.Money;
import recon.verdict.Verdict;

/** Reads the worklist sheets of one workbook row by row: people may have sorted them, moved columns and saved them with Excel. */
final class WorklistReader {

    private static final String KEY = WorklistSheets.KEY;
    private static final List<String> TYPED = WorklistSheets.TYPED;
    private static final List<String> HEADINGS = List.of("Owner", "Status", "Notes", KEY);

    private final Path file;
    private final @Nullable String password;
    private final Map<String, Worklist.Entry> entries;
    private final List<String> remarks;

    WorklistReader(Path file, @Nullable String password, Map<String, Worklist.Entry> entries, List<String> remarks) {
        this.file = file;
        this.password = password;
        this.entries = entries;
        this.remarks = remarks;
    }

    void read() throws IOException {
        try {
            // Told by its content, since it may be of a time when there was another password, or none.
            if (FileMagic.valueOf(file.toFile()) == FileMagic.OLE2) {
                readEncrypted();
            } else {
                try (OPCPackage content = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                    readSheets(content);
                }
            }
        } catch (EncryptedDocumentException e) {
            throw new IOException((password == null
                            ? "%s: is protected by a password, and no report password is set; name a file that holds it in RECON_REPORT_PASSWORD_FILE, or remove it in Excel, and run the same command again"
                            : "%s: is protected by a password, and not by the report password; remove it in Excel, or give the file the report password, and run the same command again")
                    .formatted(file));
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | GeneralSecurityException
                | RuntimeException e) {
            // The cause's own text may quote a cell.
            throw new IOException(
                    "%s: not readable as a workbook of this program (%s); restore it, or move it and run-YYYY-MM.json beside it out of the folder (what was typed into it is not carried over then), and run the same command again"
                            .formatted(file, e.getClass().getSimpleName()));
        }
    }

    private void readEncrypted()
            throws IOException, GeneralSecurityException, OpenXML4JException, SAXException,
                    ParserConfigurationException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            Decryptor decryptor = new EncryptionInfo(container).getDecryptor();
            // Excel encrypts "read-only recommended" workbooks with a password that everybody knows.
            if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)
                    && (password == null || !decryptor.verifyPassword(password))) {
                throw new EncryptedDocumentException("the password does not open it");
            }
            try (InputStream plain = decryptor.getDataStream(container);
                    OPCPackage content = OPCPackage.open(plain)) {
                readSheets(content);
            }
        }
    }

    private void readSheets(OPCPackage content)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader reader = new XSSFReader(content);
        ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(content);
        XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        Set<String> gone = new TreeSet<>(WorklistSheets.of(file));
        while (sheets.hasNext()) {
            try (InputStream sheet = sheets.next()) {
                String list = SheetParts.listOf(sheets.getSheetName());
                gone.remove(list);
                if (WorklistSheets.ALL.contains(list)) {
                    XMLReader xml = XMLHelper.newXMLReader();
                    Numbers numbers = new Numbers();
                    Rows rows = new Rows(list, numbers);
                    xml.setContentHandler(
                            new XSSFSheetXMLHandler(reader.getStylesTable(), null, strings, rows, numbers, false));
                    xml.parse(new InputSource(sheet));
                    rows.tellIfWithoutHeadings();
                }
            }
        }
        gone.forEach(list -> remarks.add("%s: sheet '%s' is gone, so what was typed there is not carried over"
                .formatted(file.getFileName(), list)));
    }

    /**
     * Numbers as they are stored and, since a spreadsheet takes a date or number that somebody types for more than text, as that person
     * saw them. They are formatted for the few cells that are typed only: it costs more than all else that is read.
     */
    private static final class Numbers extends DataFormatter {
        private @Nullable Supplier<String> shown;

        Numbers() {
            super(Locale.US);
        }

        @Override
        public String formatRawCellContents(double value, int formatIndex, String format, boolean is1904) {
            shown = () -> isDay(value, formatIndex, format)
                    ? DateUtil.getLocalDateTime(value, is1904).toLocalDate().toString()
                    : super.formatRawCellContents(value, formatIndex, format, is1904);
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }

        private static boolean isDay(double value, int formatIndex, String format) {
            return DateUtil.isADateFormat(formatIndex, format)
                    && DateUtil.isValidExcelDate(value)
                    && value == Math.floor(value);
        }

        /** The cell's text as it was shown: the number that was read last, or the text itself where no number was. */
        String shown(String text) {
            return shown == null ? text : shown.get();
        }

        void forget() {
            shown = null;
        }
    }

    /** Takes the rows of one sheet. */
    private final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {
        private final String sheet;
        private final Numbers numbers;
        private final Map<Integer, String> headings = new HashMap<>();
        private final Map<String, String> cells = new HashMap<>();
        private boolean inHeadings = true;

        Rows(String sheet, Numbers numbers) {
            this.sheet = sheet;
            this.numbers = numbers;
        }

        @Override
        public void startRow(int row) {
            cells.clear();
            if (inHeadings) {
                headings.clear();
            }
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            if (reference != null && value != null && !value.isBlank()) {
                take(new CellReference(reference).getCol(), value);
            }
            numbers.forget();
        }

        private void take(int column, String value) {
            if (inHeadings) {
                headings.put(column, value.strip());
                return;
            }
            String heading = headings.getOrDefault(column, "");
            cells.put(heading, TYPED.contains(heading) ? numbers.shown(value) : value);
        }

        @Override
        public void endRow(int row) {
            if (!inHeadings) {
                take(cells.get(KEY), entry(), "%s [%s] row %d".formatted(file.getFileName(), sheet, row + 1));
            } else if (WorklistSheets.isHeadings(sheet, headings.values())) {
                inHeadings = false;
                HEADINGS.stream()
                        .filter(heading -> !headings.containsValue(heading))
                        .forEach(heading ->
                                remarks.add("%s [%s]: column '%s' is gone, so what was typed there is not carried over"
                                        .formatted(file.getFileName(), sheet, heading)));
            }
        }

        void tellIfWithoutHeadings() {
            if (inHeadings) {
                remarks.add("%s [%s]: has no row with the headings %s, so what was typed there is not carried over"
                        .formatted(file.getFileName(), sheet, String.join(", ", HEADINGS)));
            }
        }

        private void take(@Nullable String key, Worklist.Entry entry, String place) {
            if (key == null) {
                // Where the whole column is gone, that was said.
                if (entry.isTyped() && headings.containsValue(KEY)) {
                    remarks.add(
                            "%s: has no '%s', so what was typed there is not carried over; type it beside a line of the worklist"
                                    .formatted(place, KEY));
                }
                return;
            }
            if (entries.containsKey(key)) {
                remarks.add("%s: its '%s' stands in another row too; what was typed in both is carried over as one"
                        .formatted(place, KEY));
            }
            entries.merge(key, entry, Worklist.Entry::and);
        }

        private Worklist.Entry entry() {
            return new Worklist.Entry(
                    verdict(),
                    amount(),
                    cells.get("Payer"),
                    cells.get("Claim"),
                    cells.get("Line"),
                    cells.get("Owner"),
                    cells.get("Status"),
                    cells.get("Notes"));
        }

        /** Where nobody can tell any more, since the column is gone: what the workbook is about, so that the line is not forgotten. */
        private Verdict verdict() {
            if (sheet.equals(WorklistSheets.UNDERPAID)) {
                return Verdict.UNDERPAID;
            } else if (sheet.equals(WorklistSheets.OVERPAID)) {
                return Verdict.OVERPAID;
            }
            String stated = cells.getOrDefault("Verdict", "");
            return Arrays.stream(Verdict.values())
                    .filter(verdict -> verdict.name().equals(stated))
                    .findFirst()
                    .orElse(WorklistSheets.isOfDenials(file) ? Verdict.DENIED : Verdict.UNDERPAID);
        }

        private @Nullable Money amount() {
            Optional<String> amount = List.of("Short by", "Over by", "At stake", "Amount").stream()
                    .map(cells::get)
                    .filter(text -> text != null && text.matches("-?\\d{1,12}(\\.\\d{1,2})?"))
                    .findFirst();
            return amount.map(Money::of).orElse(null);
        }
    }
}
