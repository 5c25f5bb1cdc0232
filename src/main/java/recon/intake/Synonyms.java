package recon.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headings that are known without a profile ({@code headings.csv}, {@code heading-words.csv}), the plain layout's own first.
 *
 * <p>Each name of an amount is also known as the line's ("Line Paid", "Service Line Charge") and comes before all others then: where
 * both stand in one row, the other is the claim's.
 */
final class Synonyms {

    private static final String NUMBER = "{n}";

    private static final List<String> OF_LINE = List.of("Line ", "Line Item ", "Service Line ");

    /**
     * A known heading.
     *
     * @param rank place in the list of headings, below 0 for a line's own amount: of two columns that could hold the same field, the
     *     lower one is taken
     * @param number the number in a heading such as {@code Mod 2}, else -1
     */
    record Match(Field field, int rank, int number) {}

    private static final Synonyms SHIPPED = load("headings.csv");

    private static final Synonyms OF_ADJUSTMENTS = load("headings-of-adjustments.csv");

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Match> byKey = new HashMap<>();
    private final Map<String, Match> numbered = new HashMap<>();

    private Synonyms() {}

    static Synonyms shipped() {
        return SHIPPED;
    }

    /**
     * Headings such as "Amount", which are those of an adjustment's columns only where its group, reason and amount all stand
     * together ({@code headings-of-adjustments.csv}).
     */
    static Synonyms ofAdjustments() {
        return OF_ADJUSTMENTS;
    }

    private static Synonyms load(String table) {
        Synonyms synonyms = new Synonyms();
        for (List<String> row : ShippedTable.rows("heading-words.csv")) {
            synonyms.words.put(row.get(0), row.get(1));
        }
        List<List<String>> headings = ShippedTable.rows(table);
        int rank = 0;
        for (List<String> row : headings) {
            Field field = Field.named(row.get(0));
            if (field == null) {
                throw new IllegalStateException(table + ": no field is called " + row.get(0));
            }
            synonyms.add(row.get(1), new Match(field, rank, -1));
            for (String line : field.isMoney() ? OF_LINE : List.<String>of()) {
                synonyms.add(line + row.get(1), new Match(field, rank - headings.size(), -1));
            }
            rank++;
        }
        return synonyms;
    }

    private void add(String heading, Match match) {
        boolean isNumbered = heading.contains(NUMBER);
        Map<String, Match> target = isNumbered ? numbered : byKey;
        String plain = heading.replace(NUMBER, "0");
        put(target, HeadingText.key(plain), heading, match);
        put(target, HeadingText.key(plain, words), heading, match);
    }

    private static void put(Map<String, Match> target, String key, String heading, Match match) {
        Match other = target.putIfAbsent(key, match);
        if (other != null && other.field() != match.field()) {
            throw new IllegalStateException("'" + heading + "' stands for two fields");
        }
    }

    /** The words of a heading, each in its usual abbreviation. */
    List<String> words(String heading) {
        return HeadingText.words(heading).stream()
                .map(word -> words.getOrDefault(word, word))
                .toList();
    }

    /** The field that a heading is known for, or null. */
    @Nullable
    Match find(String heading) {
        String plain = HeadingText.key(heading);
        if (plain.chars().noneMatch(Character::isLetter)) {
            // amounts and dates, with which the rows examined are filled
            return null;
        }
        Match match = byKey.get(plain);
        String abbreviated = HeadingText.key(heading, words);
        if (match == null) {
            match = byKey.get(abbreviated);
        }
        if (match == null) {
            match = numbered.get(HeadingText.unnumbered(plain));
        }
        if (match == null) {
            match = numbered.get(HeadingText.unnumbered(abbreviated));
        }
        if (match == null) {
            return null;
        }
        return new Match(match.field(), match.rank(), numberIn(plain));
    }

    private static int numberIn(String key) {
        int number = -1;
        for (int i = 0; i < key.length() && number < 1000; i++) {
            char c = key.charAt(i);
            if (Characters.isDigit(c)) {
                number = Math.max(number, 0) * 10 + (c - '0');
            }
        }
        return number;
    }
}
