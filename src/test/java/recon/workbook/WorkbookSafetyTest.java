package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.verdict.Finding;
import recon.verdict.Verdict;

class WorkbookSafetyTest {

    @TempDir
    Path folder;

    private final List<Finding> findings = new FakeMonth(5).findings(300);

    private Cell why(Workbook workbook) {
        return Workbooks.cell(workbook, "All lines", 2, "Why");
    }

    @Test
    void aTextThatLooksLikeAFormulaStaysText() {
        for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0")) {
            Path file = Workbooks.write(
                    folder.resolve("f.xlsx"),
                    ReconciliationWorkbook::open,
                    FakeMonth.report(),
                    List.of(Altered.from(findings.get(0)).why(text).finding()));
            Workbooks.read(file, workbook -> {
                assertThat(why(workbook).getCellType()).isEqualTo(CellType.STRING);
                assertThat(why(workbook).getStringCellValue()).isEqualTo(text);
                assertThat(why(workbook).getCellStyle().getQuotePrefixed()).isTrue();
                return null;
            });
        }
    }

    @Test
    void aPayersNameThatLooksLikeAFormulaStaysTextOnSummariesToo() {
        String payer = "=cmd|x";
        List<Finding> ofPayer = findings.stream()
                .map(finding -> Altered.from(finding).payer(payer).finding())
                .toList();
        for (MonthReport.Factory factory : List.<MonthReport.Factory>of(
                UnderpaymentsWorkbook::open, DenialsWorkbook::open, SummaryWorkbook::open)) {
            Path file = Workbooks.write(folder.resolve("s.xlsx"), factory, FakeMonth.report(), ofPayer);
            Workbooks.read(file, workbook -> {
                List<Cell> named = new ArrayList<>();
                for (Row row : workbook.getSheetAt(0)) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING
                                && cell.getStringCellValue().equals(payer)) {
                            named.add(cell);
                        }
                    }
                }
                assertThat(named).isNotEmpty().allSatisfy(cell -> assertThat(
                                cell.getCellStyle().getQuotePrefixed())
                        .as(cell.getAddress().toString())
                        .isTrue());
                return null;
            });
        }
    }

    @Test
    void whatXmlCannotHoldIsReplacedAndEscapesStayText() {
        Path file = Workbooks.write(
                folder.resolve("f.xlsx"),
                ReconciliationWorkbook::open,
                FakeMonth.report(),
                List.of(Altered.from(findings.get(0))
                        .why("a\u0000b\u001bc\ud800d _x0041_ <&>")
                        .finding()));
        Workbooks.read(file, workbook -> {
            assertThat(why(workbook).getStringCellValue()).isEqualTo("a\ufffdb\ufffdc\ufffdd _x0041_ <&>");
            return null;
        });
    }

    @Test
    void aTextBeyondExcelsLimitIsCut() {
        Path file = Workbooks.write(
                folder.resolve("f.xlsx"),
                ReconciliationWorkbook::open,
                FakeMonth.report(),
                List.of(Altered.from(findings.get(0)).why("x".repeat(40_000)).finding()));
        Workbooks.read(file, workbook -> {
            assertThat(why(workbook).getStringCellValue()).hasSize(32_767).endsWith("x…");
            return null;
        });
    }

    @Test
    void formulasComeToWhatIsCachedAndToTheJobsOwnTotals() {
        Path file =
                Workbooks.write(folder.resolve("u.xlsx"), UnderpaymentsWorkbook::open, FakeMonth.report(), findings);
        Workbooks.read(file, workbook -> {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            List<Double> cached = new ArrayList<>();
            for (Row row : workbook.getSheet("Summary")) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        cached.add(cell.getNumericCellValue());
                        assertThat(evaluator.evaluate(cell).getNumberValue())
                                .as(cell.getAddress() + " " + cell.getCellFormula())
                                .isCloseTo(cell.getNumericCellValue(), within(0.0001));
                    }
                }
            }
            double shortBy = findings.stream()
                            .filter(f -> f.verdict() == Verdict.UNDERPAID)
                            .mapToLong(f -> f.atIssue().cents())
                            .sum()
                    / 100.0;
            assertThat(cached).hasSizeGreaterThan(20).contains(shortBy);
            return null;
        });
    }

    @Test
    void theSameFindingsGiveTheSameBytes() throws IOException {
        for (MonthReport.Factory factory : List.<MonthReport.Factory>of(
                UnderpaymentsWorkbook::open, DenialsWorkbook::open, ReconciliationWorkbook::open)) {
            Path one = Workbooks.write(folder.resolve("1.xlsx"), factory, FakeMonth.report(), findings);
            Path other = Workbooks.write(folder.resolve("2.xlsx"), factory, FakeMonth.report(), findings);
            assertThat(one).hasSameBinaryContentAs(other);
        }
    }

    @Test
    void aReportIsItsOwnersAlone() throws IOException {
        Path file = Workbooks.write(folder.resolve("d.xlsx"), DenialsWorkbook::open, FakeMonth.report(), findings);
        assertThat(AtomicFilesTest.permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aPasswordEncryptsWithTheAgileMode() throws IOException {
        Path file = folder.resolve("e.xlsx");
        try (MonthReport.Report report = DenialsWorkbook.open(file, FakeMonth.report(), "test password")) {
            findings.forEach(report::add);
            report.finish();
        }
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            assertThat(new EncryptionInfo(container).getEncryptionMode()).isEqualTo(EncryptionMode.agile);
        }
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), "test password", true)) {
            Sheet lines = workbook.getSheet("Denied lines");
            assertThat((long) lines.getLastRowNum())
                    .isEqualTo(findings.stream().filter(f -> f.denial() != null).count());
        }
    }

    @Test
    void anAbandonedReportLeavesNeitherItselfNorTemporaryFiles() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "poifiles");
        List<Path> before = list(temporary);
        try (MonthReport.Report report =
                UnderpaymentsWorkbook.open(folder.resolve("u.xlsx"), FakeMonth.report(), null)) {
            findings.forEach(report::add);
        }
        assertThat(list(folder)).isEmpty();
        assertThat(list(temporary)).isSubsetOf(before);
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
