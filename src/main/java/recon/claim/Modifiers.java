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
 */
public record Modifiers(List<String> inOrder) {

    public static final Modifiers NONE = new Modifiers(List.of());

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
        return clean.isEmpty() ? NONE : new Modifiers(clean);
    }

    /** Reads what {@link #toString} wrote. */
    public static Modifiers parse(String spaced) {
        return spaced.isEmpty() ? NONE : of(spaced.split(" "));
    }

    public boolean isEmpty() {
        return inOrder.isEmpty();
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

    private Set<String> asSet() {
        Set<String> set = new TreeSet<>(inOrder);
        set.remove("CC");
        return set;
    }

    /** {@code 59 LT}. */
    @Override
    public String toString() {
        return String.join(" ", inOrder);
    }
}
