package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.claim.Money;
import recon.file.Cell;
import recon.file.InputFile;
import recon.file.InputFiles;
import recon.file.RowReader;
import recon.file.SourceRow;
import recon.verdict.Finding;
import recon.verdict.Verdict;

/** Reads each cell back by the program's own reader, which shares nothing with the library that wrote it. */
class ReadBackTest {

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

    @TempDir
    Path folder;

    private final List<Finding> findings = new FakeMonth(4).findings(300);

    @Test
    void allLinesStandCellByCellAsTheColumnsSay() throws Exception {
        check("All lines", ReconciliationWorkbook::open, null, ReconciliationColumns.allLines(), findings);
    }

    @Test
    void unmatchedPaymentsStandCellByCell() throws Exception {
        List<Finding> unmatched =
                findings.stream().filter(f -> f.verdict() == Verdict.UNMATCHED).toList();
        check("Unmatched payments", ReconciliationWorkbook::open, null, ReconciliationColumns.unmatched(), unmatched);
    }

    @Test
    void worklistsStandCellByCellInAnEncryptedWorkbookToo() throws Exception {
        check(
                WorklistSheets.UNDERPAID,
                UnderpaymentsWorkbook::open,
                "test password",
                FindingColumns.underpaid(),
                items(Verdict.UNDERPAID));
        check(WorklistSheets.DENIED, DenialsWorkbook::open, null, FindingColumns.denied(), items(Verdict.DENIED));
    }

    private List<WorkItem> items(Verdict verdict) {
        Recall recall = new Recall(Worklist.empty(), new LinesOnFile(Map.of()));
        List<WorkItem> items = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.verdict() == verdict) {
                items.add(recall.of(finding));
            }
        }
        return items;
    }

    private <T> void check(
            String sheet,
            MonthReport.Factory factory,
            @Nullable String password,
            List<Column<T>> columns,
            List<T> items)
            throws Exception {
        Path file = folder.resolve("report.xlsx");
        try (MonthReport.Report report = factory.open(file, FakeMonth.report(), password)) {
            findings.forEach(report::add);
            report.finish();
        }
        List<SourceRow> rows = rows(file, sheet, password);
        assertThat(rows).hasSize(items.size() + 1);
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            assertThat(rows.get(0).cell(i)).isEqualTo(new Cell.Text(column.heading()));
            for (int row = 0; row < items.size(); row++) {
                same(rows.get(row + 1).cell(i), column.value().of(items.get(row)));
            }
        }
    }

    private static List<SourceRow> rows(Path file, String sheetName, @Nullable String password) throws Exception {
        List<SourceRow> rows = new ArrayList<>();
        try (InputFile input = InputFiles.open(file, "report.xlsx", password)) {
            InputFile.Sheet sheet = input.sheets().stream()
                    .filter(candidate -> sheetName.equals(candidate.name()))
                    .findFirst()
                    .orElseThrow();
            try (RowReader reader = input.open(sheet)) {
                for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static void same(Cell cell, @Nullable Object value) {
        if (value == null || value.equals("")) {
            assertThat(cell.isBlank()).isTrue();
        } else if (value instanceof String text) {
            assertThat(cell).isEqualTo(new Cell.Text(text));
        } else if (value instanceof LocalDate date) {
            assertThat(cell).isInstanceOf(Cell.Number.class);
            Cell.Number number = (Cell.Number) cell;
            assertThat(number.dateFormatted()).isTrue();
            assertThat(DAY_0.plusDays((long) Double.parseDouble(number.stored())))
                    .isEqualTo(date);
        } else {
            assertThat(cell).isInstanceOf(Cell.Number.class);
            double expected =
                    value instanceof Money money ? money.toDollars().doubleValue() : ((Number) value).doubleValue();
            assertThat(Double.parseDouble(((Cell.Number) cell).stored())).isCloseTo(expected, within(1e-9));
        }
    }
}
