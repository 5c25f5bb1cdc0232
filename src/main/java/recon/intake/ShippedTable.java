package recon.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import recon.file.Cell;
import recon.file.InputFile;
import recon.file.InputFiles;
import recon.file.RowReader;
import recon.file.SourceRow;
import recon.file.UnreadableFileException;

/** A small csv table of the product's own, below {@code reference/} on the class path. */
final class ShippedTable {

    private ShippedTable() {}

    /** The rows below the heading row, blank cells as empty texts. */
    static List<List<String>> rows(String name) {
        List<List<String>> rows = new ArrayList<>();
        try (InputFile file = InputFiles.ofBytes(bytes(name), name);
                RowReader reader = file.open(file.sheets().get(0))) {
            SourceRow heading = reader.next();
            int columns = heading == null ? 0 : heading.cells().size();
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                if (!row.isBlank()) {
                    rows.add(texts(row, columns));
                }
            }
        } catch (UnreadableFileException e) {
            throw new IllegalStateException("the shipped table " + name + " cannot be read", e);
        }
        return rows;
    }

    private static List<String> texts(SourceRow row, int columns) {
        List<String> texts = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            texts.add(row.cell(i) instanceof Cell.Text text ? text.text() : "");
        }
        return texts;
    }

    static byte[] bytes(String name) {
        try (InputStream stream =
                Objects.requireNonNull(ShippedTable.class.getResourceAsStream("/reference/" + name), name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
