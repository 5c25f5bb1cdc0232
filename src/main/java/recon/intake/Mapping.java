package recon.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.FileKind;

/**
 * What the headings of a row were found to mean.
 *
 * @param part the part of a claim that the rows hold
 * @param fieldNames per column the name of its field, or null
 * @param unknown columns whose headings are read as nothing
 * @param twice a heading that stands twice although it decides a line's money, or null
 */
record Mapping(
        List<String> headings,
        FileKind kind,
        ClaimPart part,
        ColumnMap columns,
        List<@Nullable String> fieldNames,
        List<Integer> unknown,
        List<String> notes,
        @Nullable String twice,
        Map<Field, String> constants) {

    /** The same with other columns and one note more. */
    Mapping with(ColumnMap others, String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Mapping(headings, kind, part, others, fieldNames, unknown, more, twice, constants);
    }

    Set<Field> fields() {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if (columns.has(field) || constants.containsKey(field)) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** The profile's constants by their fields' names. */
    Map<String, String> namedConstants() {
        Map<String, String> named = new LinkedHashMap<>();
        constants.forEach((field, text) -> named.put(field.heading(kind), text));
        return named;
    }

    List<String> missing() {
        return part == ClaimPart.HEADERS ? KindOfFile.missingOfHeaders(fields()) : KindOfFile.missing(kind, fields());
    }

    boolean isComplete() {
        return missing().isEmpty() && twice == null;
    }

    /** Heading to field, in the file's order; a heading that repeats is told apart by its column's letter. */
    Map<String, String> columnsByHeading(int firstColumn) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String field = fieldNames.get(i);
            if (field != null) {
                String heading = headings.get(i);
                String label = columns.containsKey(heading)
                        ? heading + " (column " + ColumnLetters.of(firstColumn + i) + ")"
                        : heading;
                columns.put(label, field);
            }
        }
        return columns;
    }
}
