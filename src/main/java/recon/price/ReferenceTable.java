package recon.price;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import recon.claim.SourceRef;
import recon.file.Cell;
import recon.file.InputFile;
import recon.file.InputFiles;
import recon.file.RowReader;
import recon.file.SourceRow;
import recon.file.UnreadableFileException;

/**
 * A small table of reference data: a csv file, or the first visible sheet of a workbook, beside which no other visible one may have
 * rows.
 *
 * <p>Its first row that is not blank is the heading; case, {@code _}, spaces and dots in a heading do not matter. Blank rows are
 * passed over. A row with cells beyond the heading is refused, since a comma without quotes would shift what follows it.
 */
public final class ReferenceTable {

    private final String name;
    private final Map<String, Integer> columns;
    private final List<String> headings;
    private final List<String> optional = new ArrayList<>();
    private final List<ReferenceRow> rows;

    private ReferenceTable(String name, List<SourceRow> filled) {
        if (filled.isEmpty()) {
            throw new ReferenceDataException(name, "is empty; its first row must hold the column names");
        }
        this.name = name;
        this.headings = headings(name, filled.get(0));
        this.columns = columns(name, headings);
        List<ReferenceRow> read = new ArrayList<>();
        for (SourceRow row : filled.subList(1, filled.size())) {
            read.add(row(row));
        }
        this.rows = List.copyOf(read);
    }

    /** A table of the product's own, from the class path's {@code reference/}. */
    public static ReferenceTable shipped(String fileName) {
        try (InputStream stream = ReferenceTable.class.getResourceAsStream("/reference/" + fileName)) {
            Objects.requireNonNull(stream, fileName);
            return read(InputFiles.ofBytes(stream.readAllBytes(), fileName), fileName);
        } catch (IOException | UnreadableFileException e) {
            throw new ReferenceDataException(
                    fileName, "the shipped table cannot be read; install the product again", e);
        }
    }

    /**
     * A table of the user's.
     *
     * @throws ReferenceDataException if the file cannot be read, has no heading, names a column twice, has a row beyond the heading, or
     *     rows in a second visible sheet
     */
    public static ReferenceTable of(Path file) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        try {
            return read(InputFiles.open(file, name, null), name);
        } catch (UnreadableFileException e) {
            throw new ReferenceDataException(name, "cannot be read as a table: " + e.getMessage(), e);
        }
    }

    private static ReferenceTable read(InputFile opened, String name) throws UnreadableFileException {
        try (InputFile file = opened) {
            List<InputFile.Sheet> visible =
                    file.sheets().stream().filter(sheet -> !sheet.hidden()).toList();
            if (visible.isEmpty()) {
                throw new ReferenceDataException(name, "has no visible sheet");
            }
            for (InputFile.Sheet further : visible.subList(1, visible.size())) {
                if (!filled(file, further).isEmpty()) {
                    throw new ReferenceDataException(
                            name + " [" + further.name() + "]",
                            "has rows, but only the first visible sheet is read; put all rows into that one, or hide this sheet");
                }
            }
            return new ReferenceTable(name, filled(file, visible.get(0)));
        }
    }

    private static List<SourceRow> filled(InputFile file, InputFile.Sheet sheet) throws UnreadableFileException {
        List<SourceRow> filled = new ArrayList<>();
        try (RowReader reader = file.open(sheet)) {
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                if (!row.isBlank()) {
                    filled.add(row);
                }
            }
        }
        return filled;
    }

    private static List<String> headings(String name, SourceRow heading) {
        List<String> names = new ArrayList<>();
        for (Cell cell : heading.cells()) {
            String text = ReferenceRow.textOf(cell);
            if (text == null && !cell.isBlank()) {
                throw new ReferenceDataException(place(name, heading.place()), "a column name is not text");
            }
            names.add(text == null ? "" : normalized(text));
        }
        return names;
    }

    private static Map<String, Integer> columns(String name, List<String> headings) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i);
            if (!heading.isEmpty() && columns.put(heading, i) != null) {
                throw new ReferenceDataException(name, "names the column '" + heading + "' twice; remove one of them");
            }
        }
        return columns;
    }

    private ReferenceRow row(SourceRow row) {
        String place = place(name, row.place());
        for (int i = 0; i < row.cells().size(); i++) {
            boolean named = i < headings.size() && !headings.get(i).isEmpty();
            if (!named && !row.cell(i).isBlank()) {
                throw new ReferenceDataException(
                        place,
                        "has a value in column " + (i + 1)
                                + ", which has no name in the heading; put text that holds a comma in double quotes, or name the column");
            }
        }
        return new ReferenceRow(place, columns, row);
    }

    private static String place(String name, SourceRef place) {
        return name + (place.sheet() == null ? "" : " [" + place.sheet() + "]") + " row " + place.number();
    }

    static String normalized(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[ ._]+", "_");
    }

    /** Columns that may be there; to be named before {@link #requireColumns}. */
    public ReferenceTable optionalColumns(String... names) {
        optional.addAll(Arrays.asList(names));
        return this;
    }

    /**
     * Columns that must be there; beside them and the optional ones there may be no other, since a misspelt column would silently
     * mean "any".
     *
     * @throws ReferenceDataException naming every missing and every unknown column
     */
    public ReferenceTable requireColumns(String... names) {
        List<String> required = Arrays.asList(names);
        List<String> missing =
                required.stream().filter(column -> !columns.containsKey(column)).toList();
        List<String> unknown = columns.keySet().stream()
                .filter(column -> !required.contains(column) && !optional.contains(column))
                .toList();
        if (missing.isEmpty() && unknown.isEmpty()) {
            return this;
        }
        List<String> expected = new ArrayList<>(required);
        expected.addAll(optional);
        throw new ReferenceDataException(
                name,
                (missing.isEmpty() ? "" : "lacks the column " + quoted(missing) + "; ")
                        + (unknown.isEmpty() ? "" : "has the unknown column " + quoted(unknown) + "; ")
                        + "the first row must hold: "
                        + String.join(", ", expected));
    }

    private static String quoted(List<String> names) {
        return "'" + String.join("', '", names) + "'";
    }

    /** The rows below the heading, in order. */
    public List<ReferenceRow> rows() {
        return rows;
    }

    /**
     * What the rows below the heading say, in order. Where two hold for the same thing on the same day, the order of the file would
     * decide which of them counts, so they are refused, even if they are alike. Of a table without dates all rows hold for ever.
     *
     * @param read what one row says
     * @param key what it says this of; equal for two rows that may not share a day
     * @param sameKey what two such rows have in common, in words: {@code the same code}
     * @throws ReferenceDataException naming both rows
     */
    public <T> List<T> readWithoutOverlap(Function<ReferenceRow, T> read, Function<T, ?> key, String sameKey) {
        Map<Object, List<ReferenceRow>> byKey = new HashMap<>();
        List<T> values = new ArrayList<>();
        for (ReferenceRow row : rows) {
            T value = read.apply(row);
            List<ReferenceRow> earlier = byKey.computeIfAbsent(key.apply(value), of -> new ArrayList<>());
            refuseOverlap(row, earlier, sameKey);
            earlier.add(row);
            values.add(value);
        }
        return values;
    }

    private void refuseOverlap(ReferenceRow row, List<ReferenceRow> earlier, String sameKey) {
        Effective effective = row.effective();
        for (ReferenceRow other : earlier) {
            if (other.effective().overlaps(effective)) {
                boolean dated = optional.contains("effective_to") || columns.containsKey("effective_to");
                throw new ReferenceDataException(
                        row.place(),
                        "overlaps with " + other.place() + ": " + sameKey
                                + (dated
                                        ? " on the same dates; let one end (effective_to) before the other begins (effective_from)"
                                        : "; remove one of them"));
            }
        }
    }
}
