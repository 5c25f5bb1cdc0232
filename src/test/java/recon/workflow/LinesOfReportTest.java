package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.claim.Money;
import recon.file.UnreadableFileException;

class LinesOfReportTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeAListInTwoSheets() throws IOException {
        file = folder.resolve("report.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            sheet(workbook, "All lines", "DENIED", 10.10, "IN_RANGE", 2.00, "DENIED", 0.20);
            sheet(workbook, "All lines (2)", "DENIED", 1.00, "PENDED", 0.00);
            sheet(workbook, "Other lines", "DENIED", 7.00);
            workbook.write(out);
        }
    }

    @Test
    void aListIsCountedOverAllItsSheets() throws UnreadableFileException {
        assertThat(LinesOfReport.sums(file, null, "All lines", "Verdict", "Billed"))
                .containsOnlyKeys("DENIED", "IN_RANGE", "PENDED")
                .containsEntry("DENIED", new LinesOfReport.Sum(3, Money.of("11.30")));
        assertThat(LinesOfReport.sums(file, null, "All lines", null, "Billed"))
                .containsEntry("", new LinesOfReport.Sum(5, Money.of("13.30")));
    }

    /** As they are found where what was typed is carried over. */
    @ParameterizedTest
    @ValueSource(strings = {"Line key", "Owner,Status,Notes"})
    void theHeadingsOfAWorklistAreFoundBelowARowOfSomebodys(String columns)
            throws IOException, UnreadableFileException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = sheet(workbook, "Denied lines", "DENIED", 10.10, "DENIED", 0.20);
            for (String column : columns.split(",")) {
                Row headings = sheet.getRow(0);
                headings.createCell(headings.getLastCellNum()).setCellValue(column);
            }
            sheet.shiftRows(0, sheet.getLastRowNum(), 2);
            Row title = sheet.createRow(0);
            title.createCell(0).setCellValue("Billed");
            title.createCell(1).setCellValue(99.00);
            workbook.write(out);
        }
        assertThat(LinesOfReport.sums(file, null, "Denied lines", null, "Billed"))
                .containsExactly(Map.entry("", new LinesOfReport.Sum(2, Money.of("10.30"))));
    }

    @Test
    void aListThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> LinesOfReport.sums(file, null, "Denied lines", null, "Billed"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("lacks the sheet 'Denied lines'");
    }

    @Test
    void aNumberThatIsNoAmountIsRefusedWhereItStands() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            sheet(workbook, "All lines", "DENIED", 10.10, "DENIED", 1e20);
            workbook.write(out);
        }
        assertThatThrownBy(() -> LinesOfReport.sums(file, null, "All lines", "Verdict", "Billed"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("report.xlsx")
                .hasMessageContaining("row 3 has a number that is too large for an amount");
    }

    private static Sheet sheet(XSSFWorkbook workbook, String name, Object... lines) {
        Sheet sheet = workbook.createSheet(name);
        Row headings = sheet.createRow(0);
        headings.createCell(0).setCellValue("Verdict");
        headings.createCell(1).setCellValue("Billed");
        for (int n = 0; n < lines.length; n += 2) {
            Row row = sheet.createRow(n / 2 + 1);
            row.createCell(0).setCellValue((String) lines[n]);
            row.createCell(1).setCellValue((double) lines[n + 1]);
        }
        return sheet;
    }
}
