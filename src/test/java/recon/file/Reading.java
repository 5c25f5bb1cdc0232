package recon.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads whole files for tests. */
final class Reading {

    private Reading() {}

    static List<SourceRow> rows(Path path) throws UnreadableFileException {
        return rows(path, null);
    }

    static List<SourceRow> rows(Path path, @Nullable String password) throws UnreadableFileException {
        try (InputFile file = InputFiles.open(path, path.getFileName().toString(), password)) {
            return rows(file);
        }
    }

    static List<SourceRow> rows(String text) throws UnreadableFileException {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<SourceRow> rows(byte[] content) throws UnreadableFileException {
        try (InputFile file = InputFiles.ofBytes(content, "test")) {
            return rows(file);
        }
    }

    static List<SourceRow> rows(InputFile file) throws UnreadableFileException {
        List<SourceRow> rows = new ArrayList<>();
        for (InputFile.Sheet sheet : file.sheets()) {
            if (!sheet.hidden()) {
                rows.addAll(rows(file, sheet));
            }
        }
        return rows;
    }

    static List<SourceRow> rows(InputFile file, InputFile.Sheet sheet) throws UnreadableFileException {
        List<SourceRow> rows = new ArrayList<>();
        try (RowReader reader = file.open(sheet)) {
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Reads all sheets and keeps nothing but the number of cells that are not blank. */
    static long count(Path path) throws UnreadableFileException {
        long cells = 0;
        try (InputFile file = InputFiles.open(path, path.getFileName().toString(), null)) {
            for (InputFile.Sheet sheet : file.sheets()) {
                try (RowReader reader = file.open(sheet)) {
                    for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                        cells += row.cells().stream()
                                .filter(cell -> !cell.isBlank())
                                .count();
                    }
                }
            }
        }
        return cells;
    }

    /** A row as {@code 3: a|1.5|<date 45000>}. */
    static String show(SourceRow row) {
        return row.place().number() + ": "
                + String.join("|", row.cells().stream().map(Reading::show).toList());
    }

    static List<String> show(List<SourceRow> rows) {
        return rows.stream().map(Reading::show).toList();
    }

    static String show(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        } else if (cell instanceof Cell.Number number) {
            return switch (number.shown()) {
                case DATE -> "<date " + (number.epoch1904() ? "1904 " : "") + number.stored() + ">";
                case PERCENT -> "<percent " + number.stored() + ">";
                case PLAIN -> number.stored();
            };
        } else if (cell instanceof Cell.Date date) {
            return "<" + date.date() + ">";
        } else if (cell instanceof Cell.Error error) {
            return "<error " + error.code() + ">";
        } else if (cell instanceof Cell.Bool bool) {
            return "<" + bool.value() + ">";
        }
        return cell.isBlank() ? "" : "<formula>";
    }
}
