package recon.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the words of a column mean ({@code value-words.csv}), the first row that fits deciding. */
final class Words {

    /** @param part whether the text may stand within a longer one */
    private record Word(String text, boolean part, String value) {
        boolean fits(String other) {
            return part ? other.contains(text) : other.equals(text);
        }
    }

    private static final Words SHIPPED = new Words(ShippedTable.rows("value-words.csv"));

    private final Map<Field, List<Word>> words = new EnumMap<>(Field.class);

    private Words(List<List<String>> rows) {
        for (List<String> row : rows) {
            Field field = Field.named(row.get(0));
            if (field == null) {
                throw new IllegalStateException("value-words.csv: no field is called " + row.get(0));
            }
            words.computeIfAbsent(field, none -> new ArrayList<>())
                    .add(new Word(plain(row.get(1)), row.get(2).equals("part"), row.get(3)));
        }
    }

    static Words shipped() {
        return SHIPPED;
    }

    /** What a text of a field's column means, or null where it is not known. */
    @Nullable
    String meaning(Field field, String text) {
        String plain = plain(text);
        for (Word word : words.getOrDefault(field, List.of())) {
            if (word.fits(plain)) {
                return word.value();
            }
        }
        return null;
    }

    /** Lower case, with single blanks in the place of all signs. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }
}
