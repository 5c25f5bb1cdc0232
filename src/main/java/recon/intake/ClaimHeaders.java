package recon.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.SourceRef;

/**
 * Claims' headers by claim. Filled by one thread; from then on any number may read it, and its answers do not depend on the order in which
 * they are asked for.
 */
final class ClaimHeaders {

    /** What is known of a charge line's claim. */
    sealed interface Answer {

        record One(ClaimHeader header) implements Answer {}

        /** No header says anything of the claim. */
        record None() implements Answer {}

        /** There are headers, and nobody can tell what the claim says. {@code reason} names their places. */
        record Unusable(String reason) implements Answer {}
    }

    static final Answer NONE = new Answer.None();

    private static final String NO_CHARGE_LINES =
            "no charge lines: no row of the files of charge lines is of this claim";

    /** Smallest power of two; an entry a slot at most every other one. */
    private static final int SLOTS = 1024;

    private final HeaderLog log = new HeaderLog();
    private int[] slots = new int[SLOTS];
    private int[] hashes = new int[SLOTS / 2];
    private long[] places = new long[SLOTS / 2];
    /** The row that says otherwise, by its number in {@link #others} from 1 on; 0 where there is none. */
    private int[] other = new int[SLOTS / 2];

    private int size;
    private final List<SourceRef> others = new ArrayList<>();
    private final BitSet faulty = new BitSet();
    private final BitSet asked = new BitSet();

    /** A row of a claim; the same again changes nothing. */
    void add(String key, ClaimHeader header, boolean isFaulty) {
        int entry = entry(key);
        if (entry < 0) {
            insert(key, header, isFaulty);
        } else if (other[entry] == 0
                && (faulty.get(entry) != isFaulty || !header.saysTheSameAs(log.header(places[entry])))) {
            others.add(header.place());
            other[entry] = others.size();
        }
    }

    private void insert(String key, ClaimHeader header, boolean isFaulty) {
        if (size == hashes.length) {
            grow();
        }
        hashes[size] = hash(key);
        places[size] = log.add(key, header);
        faulty.set(size, isFaulty);
        place(size++);
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, size * 2);
        places = Arrays.copyOf(places, size * 2);
        other = Arrays.copyOf(other, size * 2);
        slots = new int[size * 4];
        for (int entry = 0; entry < size; entry++) {
            place(entry);
        }
    }

    private void place(int entry) {
        int slot = hashes[entry] & slots.length - 1;
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = entry + 1;
    }

    /** The number of a claim's entry, or -1. */
    private int entry(String key) {
        int hash = hash(key);
        for (int slot = hash & slots.length - 1; slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            int entry = slots[slot] - 1;
            if (hashes[entry] == hash && log.key(places[entry]).equals(key)) {
                return entry;
            }
        }
        return -1;
    }

    private static int hash(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    /** What a charge line of a claim may take from its header. */
    Answer of(String key) {
        int entry = entry(key);
        if (entry < 0) {
            return NONE;
        }
        ClaimHeader header = log.header(places[entry]);
        if (other[entry] > 0) {
            return new Answer.Unusable("the claim has two headers that differ, %s and %s: keep the right one"
                    .formatted(header.place(), others.get(other[entry] - 1)));
        }
        return faulty.get(entry)
                ? new Answer.Unusable("the claim's header, %s, was rejected".formatted(header.place()))
                : new Answer.One(header);
    }

    /** Notes that a charge line is of a claim. */
    void ask(String key) {
        int entry = entry(key);
        if (entry >= 0) {
            asked.set(entry);
        }
    }

    /** Whether a charge line is of a claim. */
    boolean isAsked(String key) {
        int entry = entry(key);
        return entry >= 0 && asked.get(entry);
    }

    /** Why the row of a header that can be read goes into no charge line, or null where it does. */
    @Nullable
    String faultOf(String key, SourceRef place) {
        int entry = entry(key);
        if (entry < 0) {
            throw new IllegalStateException(place + ": the file was changed while it was read");
        }
        if (other[entry] > 0) {
            SourceRef first = log.header(places[entry]).place();
            SourceRef another = first.equals(place) ? others.get(other[entry] - 1) : first;
            return "another row, %s, says otherwise of the same claim: keep the right one".formatted(another);
        }
        return asked.get(entry) ? null : NO_CHARGE_LINES;
    }

    /** Everything that decides what becomes of the rows of headers. */
    String state() {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(asked.toByteArray()) + " " + hex.formatHex(faulty.toByteArray()) + " " + others;
    }
}
