package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.verdict.Finding;

/** LibreOffice opens the workbooks and calculates every formula anew. Left out, with a message, where it is not installed. */
class RecalculationTest {

    /** Calculate on loading, always, instead of trusting what the file says. */
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
              <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
                <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
              </item>
            </oor:items>
            """;

    @TempDir
    Path folder;

    private final List<Finding> findings = new FakeMonth(9).findings(400);

    @Test
    void libreOfficeComesToTheValuesThatTheWorkbooksHold() throws Exception {
        assumeTrue(isInstalled(), "soffice is not installed");
        Map<String, MonthReport.Factory> factories = Map.of(
                "underpayments.xlsx",
                UnderpaymentsWorkbook::open,
                "denials.xlsx",
                DenialsWorkbook::open,
                "summary.xlsx",
                SummaryWorkbook::open);
        for (Map.Entry<String, MonthReport.Factory> factory : factories.entrySet()) {
            Path file =
                    Workbooks.write(folder.resolve(factory.getKey()), factory.getValue(), FakeMonth.report(), findings);
            Map<String, Double> ours = formulas(file, Cell::getNumericCellValue);
            Map<String, Double> theirs = formulas(recalculated(file), Cell::getNumericCellValue);
            assertThat(ours).hasSizeGreaterThan(10);
            assertThat(theirs.keySet()).isEqualTo(ours.keySet());
            ours.forEach((cell, value) -> assertThat(theirs.get(cell))
                    .as(factory.getKey() + " " + cell)
                    .isCloseTo(value, within(0.0001)));
        }
    }

    @Test
    void aWrongValueWouldBeSeen() throws Exception {
        assumeTrue(isInstalled(), "soffice is not installed");
        Path file = folder.resolve("wrong.xlsx");
        StreamedWorkbook workbook = new StreamedWorkbook("wrong", FakeMonth.AS_OF);
        SummarySheet sheet = new SummarySheet(workbook, "Summary", 20);
        sheet.formula(0, 0, "SUM(1,2)", 4L, workbook.styles().plain(CellFormat.COUNT));
        workbook.save(file, null);
        workbook.close();
        assertThat(formulas(file, Cell::getNumericCellValue)).containsValue(4.0);
        assertThat(formulas(recalculated(file), Cell::getNumericCellValue)).containsValue(3.0);
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice")));
    }

    private Path recalculated(Path file) throws IOException, InterruptedException {
        Path profile = folder.resolve("profile");
        Files.createDirectories(profile.resolve("user"));
        Files.writeString(profile.resolve("user").resolve("registrymodifications.xcu"), SETTINGS);
        Path out = Files.createDirectories(folder.resolve("recalculated"));
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + profile.toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        out.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return out.resolve(file.getFileName());
    }

    private static Map<String, Double> formulas(Path file, Function<Cell, Double> value) {
        return Workbooks.read(file, workbook -> {
            Map<String, Double> values = new TreeMap<>();
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            values.put(sheet.getSheetName() + "!" + cell.getAddress(), value.apply(cell));
                        }
                    }
                }
            }
            return values;
        });
    }
}
