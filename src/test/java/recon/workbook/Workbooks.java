package recon.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import recon.verdict.Finding;

/** Writes reports for tests and reads them back. */
final class Workbooks {

    private Workbooks() {}

    static Path write(Path file, MonthReport.Factory factory, MonthReport report, List<Finding> findings) {
        try (MonthReport.Report writer = factory.open(file, report, null)) {
            findings.forEach(writer::add);
            writer.finish();
        }
        return file;
    }

    static <R> R read(Path file, Function<Workbook, R> reader) {
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            return reader.apply(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> sheetNames(Path file) {
        return read(file, workbook -> {
            List<String> names = new ArrayList<>();
            workbook.forEach(sheet -> names.add(sheet.getSheetName()));
            return names;
        });
    }

    static List<String> headings(Path file, String sheet) {
        return read(file, workbook -> {
            List<String> headings = new ArrayList<>();
            workbook.getSheet(sheet).getRow(0).forEach(cell -> headings.add(cell.getStringCellValue()));
            return headings;
        });
    }

    /** The cell of a row (2 is the first below the headings) under a heading. */
    static Cell cell(Workbook workbook, String sheetName, int rowNumber, String heading) {
        Sheet sheet = workbook.getSheet(sheetName);
        Row row = sheet.getRow(rowNumber - 1);
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(heading)) {
                return row.getCell(cell.getColumnIndex());
            }
        }
        throw new AssertionError(sheetName + " has no column " + heading);
    }
}
