package recon.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The modifiers of a procedure code, in the order in which they were written.
 *
 * @param inOrder upper case, without blanks and repetitions
 * @param stated whether that there are none, or no others, is said: a table without a column for them says nothing
 */
public record Modifiers(List<String> inOrder, boolean stated) {

    public static final Modifiers NONE = new Modifiers(List.of(), true);

    /** Of a line in a table without a column for them. */
    public static final Modifiers NOT_STATED = new Modifiers(List.of(), false);

    private static final String NOT_STATED_AS_STORED = "?";

    public Modifiers {
        inOrder = List.copyOf(inOrder);
    }

    public static Modifiers of(String... modifiers) {
        return of(List.of(modifiers));
    }

    public static Modifiers of(Collection<String> modifiers) {
        List<String> clean = new ArrayList<>();
        for (String modifier : modifiers) {
            String upper = modifier.strip().toUpperCase(Locale.ROOT);
            if (!upper.isEmpty() && !clean.contains(upper)) {
                clean.add(upper);
            }
        }
        return clean.isEmpty() ? NONE : new Modifiers(clean, true);
    }

    /** Reads what {@link #toString} or {@link #stored} wrote. */
    public static Modifiers parse(String spaced) {
        if (spaced.equals(NOT_STATED_AS_STORED)) {
            return NOT_STATED;
        }
        return spaced.isEmpty() ? NONE : of(spaced.split(" "));
    }

    public boolean has(String modifier) {
        return inOrder.contains(modifier);
    }

    /**
     * Whether both name the same modifiers in any order. {@code CC} is left out: Medicare's remittances append it to a
     * procedure that the payer recoded, so it says nothing of what was billed.
     */
    public boolean sameSet(Modifiers other) {
        return asSet().equals(other.asSet());
    }

    /** Whether both may be those of one service: they are the same, or one of them is not stated. */
    public boolean mayBe(Modifiers other) {
        return !stated || !other.stated || sameSet(other);
    }

    private Set<String> asSet() {
        Set<String> set = new TreeSet<>(inOrder);
        set.remove("CC");
        return set;
    }

    /** As {@link #toString}, but of what is not stated. */
    public String stored() {
        return stated ? toString() : NOT_STATED_AS_STORED;
    }

    /** {@code 59 LT}. */
    @Override
    public String toString() {
        return String.join(" ", inOrder);
    }
}
