package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.file.InputFile;
import recon.file.InputFiles;
import recon.file.RowReader;
import recon.file.UnreadableFileException;

class DetailSheetTest {

    private static final List<Column<Integer>> COLUMNS = List.of(Column.count("Number", 10, "", n -> n));

    @TempDir
    private Path folder;

    @Test
    void whatASheetCannotHoldGoesOnInAnotherAtTheEnd() throws IOException, UnreadableFileException {
        Path file = folder.resolve("long.xlsx");
        String reference = write(file, SheetParts.MOST_ROWS + 2);

        assertThat(reference).isEqualTo("'Long'!$A$2:$A$1048576,'Long (2)'!$A$2:$A$3");
        assertThat(sheets(file))
                .containsExactly(
                        "Before: 1 rows, Number to 1",
                        "Long: 1048575 rows, Number to 1048575",
                        "After: 1 rows, Number to 1",
                        "Long (2): 2 rows, Number to 1048577");
        // Of each sheet the filter and the row that is printed on each page.
        assertThat(workbookPart(file))
                .contains("localSheetId=\"1\">Long!$A$1:$A$1048576<", "localSheetId=\"1\">Long!$1:$1<")
                .contains("localSheetId=\"3\">'Long (2)'!$A$1:$A$3<", "localSheetId=\"3\">'Long (2)'!$1:$1<");
    }

    private static String write(Path file, int rows) throws IOException {
        try (StreamedWorkbook workbook = new StreamedWorkbook("test", LocalDate.of(2026, 10, 31))) {
            DetailSheet<Integer> before = new DetailSheet<>(workbook, "Before", "", COLUMNS);
            DetailSheet<Integer> longer = new DetailSheet<>(workbook, "Long", "", COLUMNS);
            DetailSheet<Integer> after = new DetailSheet<>(workbook, "After", "", COLUMNS);
            before.add(1);
            after.add(1);
            for (int n = 1; n <= rows; n++) {
                longer.add(n);
            }
            List.of(before, longer, after).forEach(DetailSheet::finish);
            assertThat(longer.rows()).isEqualTo(rows);
            workbook.save(file, null);
            return longer.reference("Number");
        }
    }

    private static List<String> sheets(Path file) throws UnreadableFileException {
        List<String> sheets = new ArrayList<>();
        try (InputFile workbook = InputFiles.open(file, "long.xlsx", null)) {
            for (InputFile.Sheet sheet : workbook.sheets()) {
                try (RowReader rows = workbook.open(sheet)) {
                    var row = rows.next();
                    String heading = String.valueOf(row == null ? null : row.cell(0));
                    String last = "";
                    long count = 0;
                    for (row = rows.next(); row != null; row = rows.next()) {
                        last = String.valueOf(row.cell(0));
                        count++;
                    }
                    sheets.add("%s: %d rows, %s to %s"
                            .formatted(
                                    sheet.name(),
                                    count,
                                    heading.replaceAll(".*text=([A-Za-z]+).*", "$1"),
                                    last.replaceAll(".*stored=(\\d+).*", "$1")));
                }
            }
        }
        return sheets;
    }

    private static String workbookPart(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] part = zip.getInputStream(zip.getEntry("xl/workbook.xml")).readAllBytes();
            return new String(part, StandardCharsets.UTF_8).replace(" hidden=\"true\"", "");
        }
    }
}
