package recon.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the workbooks have in common: a streamed file, detail sheets, a data dictionary at the end. */
abstract class ReportFile implements MonthReport.Report {

    private final Path file;
    private final @Nullable String password;
    private final List<DetailSheet<?>> sheets = new ArrayList<>();
    private final StreamedWorkbook workbook;
    private final MonthReport report;
    private boolean saving;
    private boolean saved;

    /** @param password the file is encrypted with it, or null for a plain file */
    ReportFile(Path file, MonthReport report, @Nullable String password, String title) {
        this.file = file;
        this.report = report;
        this.password = password;
        workbook = new StreamedWorkbook(title, report.asOf());
    }

    final StreamedWorkbook workbook() {
        return workbook;
    }

    final MonthReport report() {
        return report;
    }

    final List<DetailSheet<?>> sheets() {
        return sheets;
    }

    final <T> DetailSheet<T> sheet(String name, String about, List<Column<T>> columns) {
        DetailSheet<T> sheet = new DetailSheet<>(workbook, name, about, columns);
        sheets.add(sheet);
        return sheet;
    }

    /** Writes what is known only when all findings have come. */
    abstract void complete();

    @Override
    public final void finish() {
        complete();
        sheets.forEach(DetailSheet::finish);
        DataDictionary.write(workbook, sheets);
        workbook.setActiveSheet(0);
        saving = true;
        workbook.save(file, password);
        saved = true;
    }

    @Override
    public final void close() {
        try {
            workbook.close();
            if (saving && !saved) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
