package recon.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class XlsFileTest {

    private static byte[] bytes(HSSFWorkbook workbook) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    private static HSSFWorkbook payments() {
        HSSFWorkbook workbook = new HSSFWorkbook();
        Row row = workbook.createSheet("Payments").createRow(2);
        row.createCell(0).setCellValue("C1");
        row.createCell(1).setCellValue(96372);
        row.createCell(3).setCellValue(13.91);
        row.createCell(4).setCellValue(true);
        row.createCell(5).setCellErrorValue((byte) 42);
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("mm/dd/yyyy"));
        row.createCell(6).setCellValue(45900);
        row.getCell(6).setCellStyle(date);
        row.createCell(7).setCellFormula("\"a\"&\"b\"");
        row.createCell(8).setCellFormula("1+1");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        return workbook;
    }

    private static final String PAYMENTS = "3: C1|96372||13.91|<true>|<error #N/A>|<date 45900>|ab|2";

    @Test
    void cellsOfAllKindsAreReadWithExcelsRowNumber() throws Exception {
        assertThat(Reading.show(Reading.rows(bytes(payments())))).containsExactly(PAYMENTS);
    }

    @Test
    void aFormatOfPercentOrOfZerosIsHeeded() throws Exception {
        HSSFWorkbook workbook = new HSSFWorkbook();
        Row row = workbook.createSheet("Payments").createRow(0);
        CellStyle percent = workbook.createCellStyle();
        percent.setDataFormat((short) 9);
        CellStyle zeros = workbook.createCellStyle();
        zeros.setDataFormat(workbook.createDataFormat().getFormat("00000000"));
        row.createCell(0).setCellValue(0.2);
        row.getCell(0).setCellStyle(percent);
        row.createCell(1).setCellValue(12345);
        row.getCell(1).setCellStyle(zeros);

        assertThat(Reading.show(Reading.rows(bytes(workbook)))).containsExactly("1: <percent 0.2>|00012345");
    }

    @Test
    void hiddenSheetsAreListedAsHiddenAndSheetsAreToldApart() throws Exception {
        HSSFWorkbook workbook = payments();
        workbook.createSheet("Secret").createRow(0).createCell(0).setCellValue("hidden");
        workbook.createSheet("More").createRow(0).createCell(0).setCellValue("more");
        workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);

        try (InputFile file = InputFiles.ofBytes(bytes(workbook), "test")) {
            assertThat(file.format()).isEqualTo(InputFile.Format.XLS);
            assertThat(file.sheets())
                    .containsExactly(
                            new InputFile.Sheet("Payments", 0, false),
                            new InputFile.Sheet("Secret", 1, true),
                            new InputFile.Sheet("More", 2, false));
            assertThat(Reading.show(Reading.rows(file))).containsExactly(PAYMENTS, "1: more");
        }
    }

    @Test
    void aValueMergedOverRowsCountsForEachOfThem() throws Exception {
        HSSFWorkbook workbook = new HSSFWorkbook();
        var sheet = workbook.createSheet();
        for (int r = 0; r < 4; r++) {
            sheet.createRow(r).createCell(1).setCellValue(r);
        }
        sheet.getRow(1).createCell(0).setCellValue("claim");
        sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));

        assertThat(Reading.show(Reading.rows(bytes(workbook))))
                .containsExactly("1: |0", "2: claim|1", "3: claim|2", "4: |3");
    }

    @Test
    void anEncryptedXlsIsReadWithItsPasswordOnly(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("secret.xls");
        Biff8EncryptionKey.setCurrentUserPassword("right");
        try {
            Files.write(path, bytes(payments()));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertThat(Reading.show(Reading.rows(path, "right"))).containsExactly(PAYMENTS);
        assertThatThrownBy(() -> Reading.rows(path)).hasMessageContaining("secret.xls: is password-protected");
        assertThatThrownBy(() -> Reading.rows(path, "wrong")).hasMessageContaining("does not open it");
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMode.class,
            names = {"agile", "standard"})
    void anEncryptedXlsxIsReadWithItsPasswordOnly(EncryptionMode mode, @TempDir Path folder) throws Exception {
        Path path = folder.resolve("secret.xlsx");
        Files.write(path, encrypted(mode, "right"));

        assertThat(Reading.show(Reading.rows(path, "right"))).containsExactly("1: 96372");
        assertThatThrownBy(() -> Reading.rows(path)).hasMessageContaining("RECON_WORKBOOK_PASSWORD");
        assertThatThrownBy(() -> Reading.rows(path, "wrong")).hasMessageContaining("does not open it");
    }

    @Test
    void aWorkbookThatIsOnlyReadOnlyRecommendedNeedsNoPassword() throws Exception {
        assertThat(Reading.show(Reading.rows(encrypted(EncryptionMode.agile, "VelvetSweatshop"))))
                .containsExactly("1: 96372");
    }

    private static byte[] encrypted(EncryptionMode mode, String password) throws Exception {
        byte[] plain =
                new WorkbookBuilder().sheet("<row><c><v>96372</v></c></row>").bytes();
        var encryptor = new EncryptionInfo(mode).getEncryptor();
        encryptor.confirmPassword(password);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            try (var out = encryptor.getDataStream(container)) {
                out.write(plain);
            }
            container.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void aContainerOfAnotherProgramIsRefusedByName() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[9]), "WordDocument");
            container.writeFilesystem(bytes);
        }
        assertThatThrownBy(() -> Reading.rows(bytes.toByteArray())).hasMessageContaining("no workbook (Word)");
    }

    @Test
    void aTruncatedXlsIsRefused() throws Exception {
        byte[] whole = bytes(payments());
        assertThatThrownBy(() -> Reading.rows(Arrays.copyOf(whole, 1024)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("truncated or damaged");
    }

    @Test
    void textsThatADamagedTableLostAreNotReadAsBlank() throws Exception {
        HSSFWorkbook workbook = new HSSFWorkbook();
        var sheet = workbook.createSheet();
        for (int r = 0; r < 5; r++) {
            sheet.createRow(r).createCell(0).setCellValue("claim " + r);
        }
        byte[] damaged = bytes(workbook);
        int first = new String(damaged, StandardCharsets.ISO_8859_1).indexOf("claim 0");
        damaged[first - 3] = 37; // the first text now takes all that follow

        assertThatThrownBy(() -> Reading.rows(damaged))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("truncated or damaged");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "13.91, 13.91",
        "-0.07, -0.07",
        "96372, 96372",
        "45900.5, 45900.5",
        "123456789012345, 123456789012345",
        "1234567890123456, 1.234567890123456E+15",
        "1e-7, 0.0000001",
        "0.1, 0.1",
        "1e300, 1E+300"
    })
    void aDoubleIsTheShortestTextThatReadsBack(double value, String text) {
        assertThat(XlsCells.stored(value)).isEqualTo(text);
    }

    @Test
    void everyDoubleReadsBackAsItself() {
        Random random = new Random(96372);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (!Double.isNaN(value)) {
                assertThat(Double.parseDouble(XlsCells.stored(value))).isEqualTo(value);
            }
        }
    }
}
