package recon.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public files that other readers stumble over: each is read right or refused in a sentence that helps. */
class HostileFilesTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("recon.fixtures", "../shared/fixtures")).resolve("hostile");

    @BeforeAll
    static void needsTheFiles() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no folder of hostile files: " + FOLDER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                // file ~ rows of the visible sheets ~ one of them
                "calamine_date_1904.xlsx ~ 3 ~ 1: <date 1904 42735>|15",
                "calamine_date_iso.xlsx ~ 6 ~ 1: <2021-01-01>",
                "calamine_empty_sheet.xlsx ~ 0 ~ ",
                "calamine_errors.xlsx ~ 8 ~ 7: <error #N/A>",
                "calamine_has_x000D_.xlsx ~ 1 ~ 1: ABC\\r\\nDEF",
                "calamine_merge_cells.xlsx ~ 4 ~ 4: Column Merge|Chunk Merged",
                "calamine_no-header.xlsx ~ 2 ~ 3: a|0.0",
                "calamine_nonstandard-xml-ns-prefix.xlsx ~ 3 ~ 3: 2|4",
                "cms_GPCI2025.xlsx ~ 118 ~ 5: 02102|AK|01|ALASKA*|1.5|1.081|0.59199999999999997",
                "commonscsv_bom.csv ~ 252 ~ 1: Date| Open| High| Low| Close| Volume",
                "poi_1904DateWindowing.xls ~ 1 ~ 1: <date 1904 35064>|<date 1904 35064>",
                "poi_59746_NoRowNums.xlsx ~ 71 ~ 4: |<true>|644.24221|8.346|0.177|3|2|263061.998633582|F1",
                "poi_InlineStrings.xlsx ~ 7 ~ 3: 32|B|2nd Inline String|44",
                "poi_MalformedSSTCount.xlsx ~ 3 ~ 2: asdc|sadc|asdfXZc|sadf",
                "poi_SampleSS.strict.xlsx ~ 8 ~ 2: 2nd row|2nd row 2nd column",
                "poi_SimpleMacro.xlsm ~ 1 ~ 1: This is a macro workbook",
                "poi_TwoSheetsOneHidden.xlsx ~ 1 ~ 1: Sheet2A1",
                "poi_noSharedStringTable.xlsx ~ 1 ~ 1: <date 38819>|123",
                "poi_workbookProtection_worksheet_protected.xlsx ~ 1 ~ 1: locked cell|non locked cell",
                "sheetjs_ErrorTypes_utf16le_tab.txt ~ 14 ~ 3: <error #DIV/0!>|<error #DIV/0!>|#DIV/0?|#DIV/0|2|2|16|TRUE|FALSE|FALSE",
                "sheetjs_crlf.csv ~ 3 ~ 2: Formula|abc\\r\\ndef",
            })
    void isRead(String file, int rows, String one) throws Exception {
        List<String> read = Reading.show(Reading.rows(FOLDER.resolve(file)));

        assertThat(read).hasSize(rows);
        if (one != null) {
            assertThat(read).contains(one.replace("\\r", "\r").replace("\\n", "\n"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "calamine_too_small.xls ~ is text without columns and no workbook",
                "commonscsv_csv-141.csv ~ line 3: broken quoting",
                "fastexcel_empty_zip.xlsx ~ truncated or damaged workbook",
                "fastexcel_missing-sheet-entry.xlsx ~ refers to part of sheet 1, which it does not hold",
                "poi_SampleSS.xml ~ is an XML Spreadsheet 2003",
                "poi_Simple.xlsb ~ is an Excel binary workbook (.xlsb)",
                "poi_duplicate-filename.xlsx ~ duplicate zip entry",
                "poi_password.xls ~ RECON_WORKBOOK_PASSWORD",
                "poi_poc-shared-strings.xlsx ~ out of order",
                "poi_poc-xmlbomb.xlsx ~ DOCTYPE",
                "poi_protected_passtika.xlsx ~ recon.workbook-password-file",
                "poi_testEXCEL_5.xls ~ Excel 5.0/95",
                "sheetjs_html_table_as.xls ~ is a web page",
            })
    void isRefused(String file, String sentence) {
        assertThatThrownBy(() -> Reading.rows(FOLDER.resolve(file)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({"poi_password.xls, password", "poi_protected_passtika.xlsx, tika"})
    void anEncryptedWorkbookIsReadWithItsPasswordOnly(String file, String password) throws Exception {
        assertThat(Reading.rows(FOLDER.resolve(file), password)).isNotEmpty();
        assertThatThrownBy(() -> Reading.rows(FOLDER.resolve(file), "wrong"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("the password given does not open it");
    }

    @Test
    void formulasWithoutAStoredResultAreNeitherZeroNorBlank() throws Exception {
        List<SourceRow> rows = Reading.rows(FOLDER.resolve("poi_bug60858_formulas_no_cached_values.xlsx"));

        assertThat(rows.stream()
                        .flatMap(row -> row.cells().stream())
                        .filter(Cell.FormulaWithoutValue.class::isInstance))
                .isNotEmpty();
    }

    @Test
    void aHiddenSheetIsListedAsHidden() throws Exception {
        Path path = FOLDER.resolve("poi_TwoSheetsOneHidden.xlsx");
        try (InputFile file = InputFiles.open(path, "two.xlsx", null)) {
            assertThat(file.sheets()).extracting(InputFile.Sheet::hidden).containsExactly(true, false);
        }
    }

    @Test
    void everyFileOfTheFolderHasItsLineHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/recon/file/HostileFilesTest.java"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .filteredOn(name -> !name.equals("PROVENANCE.md"))
                    .allMatch(source::contains);
        }
    }
}
