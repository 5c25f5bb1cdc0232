package recon.workbook;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import recon.verdict.Finding;

/**
 * A tally for each of a few things, such as payers or denial categories.
 *
 * @param <K> what is counted by
 */
final class Tallies<K extends Comparable<K>> {

    private final NavigableMap<K, Tally> byKey;
    private final Tally total = new Tally();

    Tallies() {
        this(Comparator.naturalOrder());
    }

    /** @param order of the keys */
    Tallies(Comparator<K> order) {
        byKey = new TreeMap<>(order);
    }

    void add(K key, Finding finding) {
        byKey.computeIfAbsent(key, k -> new Tally()).add(finding);
        total.add(finding);
    }

    /** The tally of a key; an empty one where nothing was counted. */
    Tally of(K key) {
        return byKey.getOrDefault(key, new Tally());
    }

    Tally total() {
        return total;
    }

    Set<K> keys() {
        return new TreeSet<>(byKey.navigableKeySet());
    }
}
