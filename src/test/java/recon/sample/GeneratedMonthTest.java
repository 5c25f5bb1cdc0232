package recon.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.file.Cell;
import recon.file.InputFile;
import recon.file.InputFiles;
import recon.file.RowReader;
import recon.file.SourceRow;
import recon.sample.GeneratedMonth.Format;
import recon.verdict.Verdict;

class GeneratedMonthTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final int LINES = 7_000;

    @TempDir
    Path folder;

    @Test
    void thereAreAsManyRemittanceRowsAsClaimLinesWhateverTheirNumber() throws Exception {
        for (int lines : List.of(1, 2, 3, 10, 99, 1_000)) {
            GeneratedMonth month = GeneratedMonth.write(folder, MONTH, lines, Format.CSV, lines);
            assertThat(month.claimLines()).isEqualTo(lines);
            assertThat(month.remittanceRows()).isEqualTo(lines);
        }
    }

    @Test
    void theMixIsTheOneDescribed() throws Exception {
        GeneratedMonth month = GeneratedMonth.write(folder, MONTH, LINES, Format.CSV, 1);
        assertThat(month.claimInjections()).isEqualTo(LINES * 2L / 7);
        double injections = month.claimInjections();
        assertThat(month.verdicts().get(Verdict.DENIED) / injections).isCloseTo(0.08, within(0.02));
        assertThat(month.verdicts().get(Verdict.UNDERPAID) / injections).isCloseTo(0.06, within(0.02));
        assertThat(month.verdicts().get(Verdict.PENDED) / injections).isCloseTo(0.01, within(0.006));
        assertThat(month.verdicts().get(Verdict.UNMATCHED) / injections).isCloseTo(0.01, within(0.006));
        assertThat(month.duplicates() / injections).isCloseTo(0.005, within(0.004));
    }

    @Test
    void eachInjectionOnFileHasOneVerdict() throws Exception {
        GeneratedMonth month = GeneratedMonth.write(folder, MONTH, LINES, Format.CSV, 2);
        long all = month.verdicts().values().stream().mapToLong(Long::longValue).sum();
        assertThat(all - month.verdicts().get(Verdict.UNMATCHED)).isEqualTo(month.claimInjections());
    }

    @Test
    void aWorkbookHoldsTheSameRowsAsTheText() throws Exception {
        GeneratedMonth asText = GeneratedMonth.write(folder.resolve("text"), MONTH, LINES, Format.CSV, 3);
        GeneratedMonth asWorkbooks = GeneratedMonth.write(folder.resolve("workbooks"), MONTH, LINES, Format.XLSX, 3);
        assertThat(asWorkbooks).isEqualTo(asText);
        for (int file = 1; file <= 4; file++) {
            String name = "remittances/generated-remittances-2026-10-" + file;
            List<String> text = rows(folder.resolve("text").resolve(name + ".csv"));
            assertThat(rows(folder.resolve("workbooks").resolve(name + ".xlsx")))
                    .isEqualTo(text);
            assertThat(text).hasSizeBetween(LINES / 4, LINES / 4 + 2);
        }
    }

    @Test
    void nothingIsLeftBesideTheFiles() throws Exception {
        GeneratedMonth.write(folder, MONTH, 100, Format.XLSX, 4);
        try (Stream<Path> found = Files.walk(folder)) {
            assertThat(found.filter(Files::isRegularFile)).hasSize(5);
        }
    }

    /** Each row's cells as text; a date as its ISO form. */
    private static List<String> rows(Path path) throws Exception {
        try (InputFile file = InputFiles.open(path, path.getFileName().toString(), null);
                RowReader reader = file.open(file.sheets().get(0))) {
            Stream.Builder<String> rows = Stream.builder();
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(String.join(
                        "|", row.cells().stream().map(GeneratedMonthTest::text).toList()));
            }
            return rows.build().toList();
        }
    }

    private static String text(Cell cell) {
        if (cell instanceof Cell.Number number) {
            return number.dateFormatted()
                    ? java.time.LocalDate.of(1899, 12, 30)
                            .plusDays(Long.parseLong(number.stored()))
                            .toString()
                    : number.stored();
        }
        return cell instanceof Cell.Text text ? text.text() : "";
    }
}
