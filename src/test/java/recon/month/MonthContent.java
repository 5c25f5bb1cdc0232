package recon.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** What a month's workbooks say, cell by cell, to be compared and looked up. */
final class MonthContent {

    private static final List<String> WORKBOOKS = List.of("underpayments", "denials", "reconciliation");

    /** These tell when and how often the month was run; all else is business content. */
    private static final Set<String> OF_THE_RUN = Set.of("Run");

    private static final Set<String> FACTS_OF_THE_RUN = Set.of("Run", "Revision");

    private MonthContent() {}

    /** All rows of all sheets but what tells of the run itself, by {@code workbook / sheet}. */
    static Map<String, List<List<String>>> of(Path output, YearMonth month) {
        Map<String, List<List<String>>> content = new LinkedHashMap<>();
        for (String name : WORKBOOKS) {
            Path file = output.resolve(month.toString()).resolve(name + "-" + month + ".xlsx");
            try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
                for (Sheet sheet : workbook) {
                    if (!OF_THE_RUN.contains(sheet.getSheetName())) {
                        content.put(name + " / " + sheet.getSheetName(), rows(sheet));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return content;
    }

    /** Where two months differ: the first ten rows that only one of them has, each with its sheet. */
    static List<String> differences(Map<String, List<List<String>>> one, Map<String, List<List<String>>> other) {
        List<String> differences = new ArrayList<>();
        Set<String> sheets = new LinkedHashSet<>(one.keySet());
        sheets.addAll(other.keySet());
        for (String sheet : sheets) {
            List<List<String>> left = one.getOrDefault(sheet, List.of());
            List<List<String>> right = other.getOrDefault(sheet, List.of());
            for (int row = 0; row < Math.max(left.size(), right.size()) && differences.size() < 10; row++) {
                String a = row < left.size() ? left.get(row).toString() : "(no row)";
                String b = row < right.size() ? right.get(row).toString() : "(no row)";
                if (!a.equals(b)) {
                    differences.add("%s row %d: %s <> %s".formatted(sheet, row + 1, a, b));
                }
            }
        }
        return differences;
    }

    /** The rows of a detail sheet by heading. */
    static List<Map<String, String>> table(Map<String, List<List<String>>> content, String sheet) {
        List<List<String>> rows = content.get(sheet);
        if (rows == null) {
            throw new AssertionError("no sheet " + sheet + " in " + content.keySet());
        }
        List<Map<String, String>> table = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> byHeading = new LinkedHashMap<>();
            for (int column = 0; column < rows.get(0).size(); column++) {
                byHeading.put(rows.get(0).get(column), column < row.size() ? row.get(column) : "");
            }
            table.add(byHeading);
        }
        return table;
    }

    private static List<List<String>> rows(Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (Cell cell : row) {
                while (cells.size() < cell.getColumnIndex()) {
                    cells.add("");
                }
                cells.add(text(cell));
            }
            boolean ofTheRun = !cells.isEmpty() && FACTS_OF_THE_RUN.contains(cells.get(0));
            rows.add(ofTheRun ? List.of(cells.get(0)) : cells);
        }
        return rows;
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                        : BigDecimal.valueOf(cell.getNumericCellValue())
                                .stripTrailingZeros()
                                .toPlainString();
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            default -> "";
        };
    }
}
