package recon.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxFileTest {

    private static List<String> read(WorkbookBuilder workbook) throws UnreadableFileException {
        return Reading.show(Reading.rows(workbook.bytes()));
    }

    private static List<String> cells(String cells) throws UnreadableFileException {
        return read(new WorkbookBuilder().sheet("<row>" + cells + "</row>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<c><v>96372</v></c> ~ 96372",
                "<c><v>1.23E+15</v></c> ~ 1.23E+15",
                "<c t='n'><v> 5.10 </v></c> ~ 5.10",
                "<c s='1'><v>45900</v></c> ~ <date 45900>",
                "<c s='2'><v>45900</v></c> ~ <date 45900>",
                "<c s='3'><v>45900</v></c> ~ 45900",
                "<c t='d'><v>2026-10-03</v></c> ~ <2026-10-03>",
                "<c t='d'><v>2026-10-03T23:59:59</v></c> ~ <2026-10-03>",
                "<c t='b'><v>1</v></c> ~ <true>",
                "<c t='e'><v>#N/A</v></c> ~ <error #N/A>",
                "<c t='str'><f>A1</f><v>x</v></c> ~ x",
                "<c><f>A1</f><v>7</v></c> ~ 7",
                "<c><f>A1</f></c> ~ <formula>",
                "<c><f>A1</f><v/></c> ~ <formula>",
                "<c t='inlineStr'><is><t>a</t></is></c> ~ a",
                "<c t='inlineStr'><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c> ~ ab",
                "<c t='inlineStr'><is><t>a</t><rPh sb='0' eb='1'><t>PHONETIC</t></rPh></is></c> ~ a",
                "<c t='inlineStr'><is><t>a_x0041_b_x00_</t></is></c> ~ aAb_x00_",
                "<c t='inlineStr'><is><t><![CDATA[a<]]>&amp;&#98;</t></is></c> ~ a<&b",
                "<c><v>12x</v></c> ~ 12x",
                "<c><v>1E+308</v></c> ~ 1E+308",
                "<c t='inlineStr'><is><t>a_x0000_b</t></is></c> ~ ab",
            })
    void aCellIsReadAsItIsStored(String xml, String shown) throws Exception {
        assertThat(cells(xml)).containsExactly("1: " + shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "0% ~ 0.2 ~ <percent 0.2>",
                "#,##0.00\\ %;[Red]-0.00% ~ 0.2 ~ <percent 0.2>",
                "0.0&quot; % of fee&quot; ~ 0.2 ~ 0.2",
                "0.0\\% ~ 0.2 ~ 0.2",
                "00000000 ~ 12345 ~ 00012345",
                "00000;-00000 ~ 345 ~ 00345",
                "00000000 ~ 12345.0 ~ 00012345",
                "00000 ~ 1234567 ~ 1234567",
                "00000 ~ 34.5 ~ 34.5",
                "00000 ~ -345 ~ -345",
                "0 ~ 7 ~ 7",
                "0000.00 ~ 7 ~ 7",
                "00/00/0000 ~ 7 ~ 7",
                "[$-409]0000 ~ 88 ~ 0088",
                "[Red]0000 ~ 88 ~ 0088",
                "[Color 10]0000 ~ 88 ~ 0088",
                "0000_);(0000) ~ 88 ~ 0088",
                "* 0000 ~ 88 ~ 0088",
                "0000\\ ;@ ~ 88 ~ 0088",
                "00000000000000000000 ~ 88 ~ 00000000000000000088",
                "000-00-0000 ~ 12345678 ~ 012-34-5678",
                "000\\-00\\-0000 ~ 12345678.0 ~ 012-34-5678",
                "000-00-0000 ~ 12345678901 ~ 12345-67-8901",
                "00 00 00 ~ 54433 ~ 05 44 33",
                "&quot;SMP&quot;00000 ~ 123 ~ SMP00123",
                "&quot;SM;&quot;00000;0 ~ 123 ~ SM;00123",
                "\\0\\0000 ~ 7 ~ 00007",
                "000-00-0000 ~ 34.5 ~ 34.5",
                "000-00-0000 ~ 1234567890123456 ~ 1234567890123456",
                "00&quot; units&quot; ~ 7 ~ 7",
                "&quot;d&quot;0 ~ 7 ~ <date 7>",
                "[&gt;99]000-0;000 ~ 7 ~ 7",
                "[$USD-409]0000 ~ 7 ~ 7",
                "000&quot;x ~ 7 ~ 7",
            })
    void aFormatOfPercentOrOfZerosIsHeeded(String format, String stored, String shown) throws Exception {
        WorkbookBuilder workbook = new WorkbookBuilder()
                .part(
                        "xl/styles.xml",
                        "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
                                + "<numFmts><numFmt numFmtId='170' formatCode='" + format + "'/></numFmts>"
                                + "<cellXfs><xf numFmtId='0'/><xf numFmtId='170'/></cellXfs></styleSheet>")
                .sheet("<row><c s='1'><v>" + stored + "</v></c></row>");
        assertThat(read(workbook)).containsExactly("1: " + shown);
    }

    @Test
    void aNumberBeyondExcelsIsTextWithWhichNobodyComputes() throws Exception {
        String longest = "1".repeat(400);
        List<SourceRow> rows = Reading.rows(new WorkbookBuilder()
                .sheet("<row><c><v>1E+308</v></c><c><v>1E999999999</v></c><c><v>-1E-999999999</v></c><c><v>" + longest
                        + "</v></c><c><v>" + longest + "1</v></c></row>")
                .bytes());

        assertThat(rows.get(0).cells())
                .extracting(cell -> cell instanceof Cell.Number)
                .containsExactly(true, false, false, true, false);
    }

    @Test
    void textsOfFormulasThatAreEmptyAreBlank() throws Exception {
        assertThat(cells("<c t='str'><f>A1</f><v></v></c><c><v>1</v></c>")).containsExactly("1: |1");
    }

    @Test
    void rowsAndCellsWithoutAddressesCountOn() throws Exception {
        assertThat(read(new WorkbookBuilder()
                        .sheet("<row r='3'><c r='B3'><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")))
                .containsExactly("3: |1|2", "4: 3");
    }

    @Test
    void rowsThatTheFileLeavesOutAreNotRowsButRowsOfEmptyCellsAre() throws Exception {
        assertThat(
                        read(
                                new WorkbookBuilder()
                                        .sheet(
                                                "<row r='1'><c><v>1</v></c></row><row r='5'><c s='1'/></row><row r='9'><c><v>2</v></c></row>")))
                .containsExactly("1: 1", "5: ", "9: 2");
    }

    @Test
    void datesOfThe1904EpochSaySo() throws Exception {
        WorkbookBuilder workbook = new WorkbookBuilder()
                .part(
                        "xl/workbook.xml",
                        WorkbookBuilder.workbook("<workbookPr date1904='true'/>", "<sheet name='P' r:id='r1'/>"))
                .sheet("<row><c s='1'><v>1</v></c></row>");

        assertThat(read(workbook)).containsExactly("1: <date 1904 1>");
    }

    @Test
    void hiddenSheetsAreListedAsHiddenAndChartSheetsNotAtAll() throws Exception {
        WorkbookBuilder workbook = new WorkbookBuilder()
                .part(
                        "xl/workbook.xml",
                        WorkbookBuilder.workbook(
                                "",
                                "<sheet name='A' r:id='r1'/><sheet name='B' r:id='r4'/>"
                                        + "<sheet name='C' state='hidden' r:id='r1'/><sheet name='D' state='veryHidden' r:id='r1'/>"))
                .part(
                        "xl/_rels/workbook.xml.rels",
                        WorkbookBuilder.relations(WorkbookBuilder.relation("r1", "worksheet", "worksheets/sheet1.xml")
                                + WorkbookBuilder.relation("r4", "chartsheet", "chartsheets/sheet1.xml")));

        try (InputFile file = InputFiles.ofBytes(workbook.bytes(), "test")) {
            assertThat(file.sheets())
                    .containsExactly(
                            new InputFile.Sheet("A", 0, false),
                            new InputFile.Sheet("C", 2, true),
                            new InputFile.Sheet("D", 3, true));
        }
    }

    @Test
    void aValueMergedOverRowsCountsForEachOfThem() throws Exception {
        WorkbookBuilder workbook = new WorkbookBuilder()
                .sheet(
                        "<row r='1'><c r='A1'><v>7</v></c><c r='C1'><v>1</v></c></row>"
                                + "<row r='2'><c r='A2' s='3'/><c r='C2'><v>2</v></c></row>"
                                + "<row r='3'><c r='C3'><v>3</v></c></row><row r='4'><c r='C4'><v>4</v></c></row>",
                        "<mergeCells><mergeCell ref='A1:B3'/><mergeCell ref='C1:D1'/></mergeCells>");

        assertThat(read(workbook)).containsExactly("1: 7||1", "2: 7||2", "3: 7||3", "4: ||4");
    }

    @Test
    void areasMergedOverRowsAreRemarkedOnce() throws Exception {
        byte[] workbook = new WorkbookBuilder()
                .sheet("<row><c><v>7</v></c></row>", "<mergeCells><mergeCell ref='A1:A2'/></mergeCells>")
                .bytes();

        try (InputFile file = InputFiles.ofBytes(workbook, "test");
                RowReader reader = file.open(file.sheets().get(0))) {
            reader.next();
            assertThat(reader.takeNotes()).isEmpty();
            assertThat(reader.next()).isNull();
            assertThat(reader.takeNotes()).singleElement().satisfies(note -> assertThat(note.toString())
                    .contains("test [Payments] row 1", "1 areas are merged over several rows"));
            assertThat(reader.takeNotes()).isEmpty();
        }
    }

    @Test
    void mergedAreasAreFoundHoweverMuchStandsBehindTheRows() throws Exception {
        String padding = "<ignoredErrors>" + "<ignoredError sqref='A1'/>".repeat(20_000) + "</ignoredErrors>";
        WorkbookBuilder workbook = new WorkbookBuilder()
                .sheet(
                        "<row><c><v>7</v></c></row><row><c/><c><v>2</v></c></row>",
                        "<mergeCells><mergeCell ref='A1:A2'/></mergeCells>" + padding);

        assertThat(read(workbook)).containsExactly("1: 7", "2: 7|2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<row r='2'/><row r='2'/> ~ sheet 'Payments' row 3",
                "<row r='0'/> ~ sheet 'Payments' row 1",
                "<row r='1048577'/> ~ sheet 'Payments' row 1",
                "<row><c r='B1'/><c r='A1'/></row> ~ sheet 'Payments' row 1",
                "<row><c r='XFE1'/></row> ~ sheet 'Payments' row 1",
                "<row><c t='s'><v>0</v></c></row> ~ refers to a shared text",
                "<row><c><v>1</c></row> ~ part xl/worksheets/sheet1.xml is damaged",
            })
    void aSheetThatCannotBeReadRightIsRefused(String rows, String sentence) {
        assertThatThrownBy(() -> read(new WorkbookBuilder().sheet(rows)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aTextBeyondExcelsLimitIsRefusedWithItsRow() throws Exception {
        String longest = "x".repeat(32_767);
        assertThat(cells("<c t='str'><v>" + longest + "</v></c>")).hasSize(1);
        assertThatThrownBy(() -> cells("<c t='str'><v>" + longest + "x</v></c>"))
                .hasMessageContaining("sheet 'Payments' row 1 holds a text of more than 32,767");
        assertThatThrownBy(() -> read(new WorkbookBuilder()
                        .sharedStrings("<si><t>" + longest + "x</t></si>")
                        .sheet("<row r='1'><c r='A1' t='s'><v>0</v></c></row>")))
                .hasMessageContaining("its table of shared texts holds a text of more than 32,767");
    }

    @Test
    void aMissingPartIsNamed() {
        assertThatThrownBy(() -> read(new WorkbookBuilder().without("xl/worksheets/sheet1.xml")))
                .hasMessageContaining("xl/worksheets/sheet1.xml, which it does not hold");
        assertThatThrownBy(() -> read(new WorkbookBuilder().without("xl/sharedStrings.xml")))
                .hasMessageContaining("xl/sharedStrings.xml, which it does not hold");
    }

    @Test
    void anEntityBombIsRefused() {
        String bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><sst><si><t>&b;</t></si></sst>";
        assertThatThrownBy(() -> read(new WorkbookBuilder().part("xl/sharedStrings.xml", bomb)))
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void aZipBombIsRefusedEarly() throws Exception {
        byte[] bytes = zipWithSheetOf("<row><c><v>1</v></c></row>", 20_000_000);
        assertThat(bytes.length).isLessThan(3_000_000);
        assertThatThrownBy(() -> Reading.rows(bytes)).hasMessageContaining("zip bomb");
    }

    @Test
    void elementsNestedWithoutEndAreRefused() throws Exception {
        assertThatThrownBy(() -> read(new WorkbookBuilder().sheet("<a>".repeat(100_000))))
                .hasMessageContaining("zip bomb");
    }

    private static byte[] zipWithSheetOf(String row, int times) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            try (var frame = new ZipInputStream(new ByteArrayInputStream(new WorkbookBuilder().bytes()))) {
                for (ZipEntry entry = frame.getNextEntry(); entry != null; entry = frame.getNextEntry()) {
                    if (!entry.getName().endsWith("sheet1.xml")) {
                        zip.putNextEntry(new ZipEntry(entry.getName()));
                        frame.transferTo(zip);
                    }
                }
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData>".getBytes());
            byte[] block = row.repeat(1000).getBytes();
            for (int i = 0; i < times / 1000; i++) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aFlippedBitThatLeavesTheZipReadableIsStillRefused() {
        byte[] stored = storedCopy(
                new WorkbookBuilder().sheet("<row><c><v>96372</v></c></row>").bytes());
        int at = indexOf(stored, "96372");
        stored[at + 4] = '3';

        assertThatThrownBy(() -> Reading.rows(stored)).hasMessageContaining("damaged");
    }

    private static byte[] storedCopy(byte[] workbook) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(0);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    @Test
    void aTruncatedWorkbookIsRefused() {
        byte[] whole = new WorkbookBuilder().bytes();
        assertThatThrownBy(() -> Reading.rows(Arrays.copyOf(whole, whole.length / 2)))
                .hasMessageContaining("truncated or damaged workbook");
    }

    @Test
    void aZipWithoutAWorkbookIsRefusedByName() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("payments.csv"));
        }
        assertThatThrownBy(() -> Reading.rows(bytes.toByteArray())).hasMessageContaining("unpack it");
    }

    @Test
    void whatAnotherLibraryWritesIsReadCellForCell(@TempDir Path folder) throws Exception {
        Random random = new Random(96372);
        Path path = folder.resolve("poi.xlsx");
        double[][] numbers = new double[200][6];
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(path)) {
            var sheet = workbook.createSheet("Payments");
            for (int r = 0; r < numbers.length; r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < 6; c++) {
                    numbers[r][c] = random.nextInt(1_000_000) / 100.0;
                    row.createCell(2 * c).setCellValue(numbers[r][c]);
                    row.createCell(2 * c + 1).setCellValue("t" + r + "&" + c);
                }
            }
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 12, 12));
            workbook.write(out);
        }
        List<SourceRow> rows = Reading.rows(path);
        for (int r = 0; r < numbers.length; r++) {
            for (int c = 0; c < 6; c++) {
                Cell.Number number = (Cell.Number) rows.get(r).cell(2 * c);
                assertThat(Double.parseDouble(number.stored())).isEqualTo(numbers[r][c]);
                assertThat(rows.get(r).cell(2 * c + 1)).isEqualTo(new Cell.Text("t" + r + "&" + c));
            }
        }
    }

    @Test
    void sharedTextsAreFoundInWhateverOrderTheCellsAskForThem() throws Exception {
        int count = 30_000;
        String items = IntStream.range(0, count)
                .mapToObj(i -> "<si><t>text %d %s.</t></si>".formatted(i, "x".repeat(i % 40)))
                .collect(Collectors.joining());
        int[] asked = IntStream.concat(IntStream.of(9, 0, 20_000), new Random(5).ints(5_000, 0, count))
                .toArray();
        String rows = IntStream.range(0, asked.length)
                .mapToObj(row ->
                        "<row r='%d'><c r='A%d' t='s'><v>%d</v></c></row>".formatted(row + 1, row + 1, asked[row]))
                .collect(Collectors.joining());

        List<SourceRow> read = Reading.rows(
                new WorkbookBuilder().sharedStrings(items).sheet(rows).bytes());

        for (int row = 0; row < asked.length; row++) {
            assertThat(read.get(row).cell(0))
                    .isEqualTo(new Cell.Text("text %d %s.".formatted(asked[row], "x".repeat(asked[row] % 40))));
        }
    }

    @Test
    void sharedTextsThatAreDamagedBehindTheLastThatACellAsksForAreRefused() {
        WorkbookBuilder damaged = new WorkbookBuilder()
                .sharedStrings("<si><t>claim</t></si><si><t>never</t></oops>")
                .sheet("<row r='1'><c r='A1' t='s'><v>0</v></c></row>");

        assertThatThrownBy(() -> read(damaged))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("xl/sharedStrings.xml");
    }

    @Test
    void sharedTextsBeyondTheirMemoryComeBackFromDiskInAnyOrder(@TempDir Path folder) throws Exception {
        Random random = new Random(7);
        int count = 100_000;
        try (TextPages texts = new TextPages(2)) {
            for (int i = 0; i < count; i++) {
                texts.add("text " + i + "\u20AC".repeat(i % 50));
                int before = random.nextInt(i + 1);
                assertThat(texts.get(before)).isEqualTo("text " + before + "\u20AC".repeat(before % 50));
            }
            for (int i = 0; i < count; i += 7) {
                assertThat(texts.get(i)).isEqualTo("text " + i + "\u20AC".repeat(i % 50));
                int any = random.nextInt(count);
                assertThat(texts.get(any)).isEqualTo("text " + any + "\u20AC".repeat(any % 50));
            }
        }
    }

    @Test
    void aHundredThousandRowsAreStreamed(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("big.xlsx");
        BigWorkbook.write(path, 100_000, 96372);
        assertThat(Reading.count(path)).isEqualTo(100_000L * BigWorkbook.COLUMNS);
    }

    @Test
    void noTemporaryFileOutlivesItsInput(@TempDir Path folder) throws Exception {
        long before = temporaries();
        Reading.rows(new WorkbookBuilder().bytes());
        assertThatThrownBy(() -> Reading.rows(
                        new WorkbookBuilder().without("xl/workbook.xml").bytes()))
                .isInstanceOf(UnreadableFileException.class);
        assertThat(temporaries()).isEqualTo(before);
    }

    private static long temporaries() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .startsWith("recon-" + ProcessHandle.current().pid() + "-"))
                    .count();
        }
    }
}
