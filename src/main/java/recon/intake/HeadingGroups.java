package recon.intake;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of groups in the upper of two heading rows ({@code heading-groups.csv}) below which a heading means what it means alone.
 *
 * <p>"Paid" is the payment below "Amounts", and some other amount below "Patient", "Prior Payer" or any name that is not known. The
 * upper row may also hold the first word of one heading, with headings of one row to its right: so a known heading is such a name too,
 * unless it is that of a person or a payer.
 */
final class HeadingGroups {

    private static final HeadingGroups SHIPPED = load();

    /** Each word, with the fields whose headings below it are of something else. */
    private final Map<String, Set<Field>> words = new HashMap<>();

    private HeadingGroups() {}

    static HeadingGroups shipped() {
        return SHIPPED;
    }

    private static HeadingGroups load() {
        HeadingGroups groups = new HeadingGroups();
        for (List<String> row : ShippedTable.rows("heading-groups.csv")) {
            Set<Field> others = EnumSet.noneOf(Field.class);
            for (String name : row.get(1).isEmpty() ? new String[0] : row.get(1).split(" ")) {
                Field field = Field.named(name);
                if (field == null) {
                    throw new IllegalStateException("heading-groups.csv: no field is called " + name);
                }
                others.add(field);
            }
            Synonyms.shipped().words(row.get(0)).forEach(word -> groups.words.put(word, others));
        }
        return groups;
    }

    /** Whether a heading of a field means below a group's name what it means alone. */
    boolean leave(Field field, String group) {
        Set<Field> others = others(group);
        if (others == null) {
            Synonyms.Match match = Synonyms.shipped().find(group);
            return match != null && !Field.NAMES.contains(match.field());
        }
        return !others.contains(field);
    }

    /** Whether every word of a text is one of those in groups' names. */
    boolean isName(String text) {
        return others(text) != null;
    }

    /** Whether a group is of a person, and ends where a line's own columns begin. */
    boolean isOfPerson(String group) {
        Set<Field> others = others(group);
        return others != null && others.contains(Field.BILLED);
    }

    /** What is of something else below a name, or null where it has a word that is not known. */
    private @Nullable Set<Field> others(String name) {
        Set<Field> others = EnumSet.noneOf(Field.class);
        List<String> all = Synonyms.shipped().words(name);
        for (String word : all) {
            Set<Field> ofWord = words.get(word);
            if (ofWord == null) {
                return null;
            }
            others.addAll(ofWord);
        }
        return all.isEmpty() ? null : others;
    }
}
