package recon.verdict.audit;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.Map;
import recon.claim.ClaimLine;
import recon.claim.Modifiers;
import recon.price.ReferenceRow;
import recon.price.ReferenceTable;

/** Modifiers that say why two services of a day are two ({@code modifiers.csv}). */
final class PartingModifiers {

    /** On a visit: it is more than what belongs to the injection. */
    static final String SEPARATE_VISIT = "25";

    private enum Parts {
        /** On either line of an NCCI pair. */
        EITHER,
        /** On a visit alone: it says nothing where it stands on an injection. */
        VISIT,
        NO;

        private static final Map<String, Parts> WORDS = Map.of("EITHER", EITHER, "VISIT", VISIT, "NO", NO);
    }

    private record Meaning(Parts partsPair, boolean tellsRepeat) {}

    private static final Meaning NOTHING = new Meaning(Parts.NO, false);

    private final Map<String, Meaning> meanings;

    private PartingModifiers(Map<String, Meaning> meanings) {
        this.meanings = meanings;
    }

    static PartingModifiers shipped() {
        ReferenceTable table = ReferenceTable.shipped("modifiers.csv")
                .requireColumns("modifier", "name", "parts_pair", "tells_repeat", "source");
        Map<String, Meaning> meanings = new HashMap<>();
        for (ReferenceRow row : table.rows()) {
            meanings.put(
                    row.text("modifier"), new Meaning(row.oneOf("parts_pair", Parts.WORDS), row.yesNo("tells_repeat")));
        }
        return new PartingModifiers(meanings);
    }

    /** Whether a modifier parts an injection from another service, so that NCCI's indicator 1 lets both be paid. */
    boolean part(ClaimLine injection, ClaimLine other) {
        return has(injection.modifiers(), Parts.EITHER)
                || has(other.modifiers(), Parts.EITHER)
                || has(other.modifiers(), Parts.VISIT);
    }

    private boolean has(Modifiers modifiers, Parts parts) {
        return modifiers.inOrder().stream()
                .anyMatch(modifier -> meaning(modifier).partsPair() == parts);
    }

    /** Whether a modifier says that a line repeats another on purpose. */
    boolean tellRepeat(ClaimLine line) {
        return line.modifiers().inOrder().stream()
                .anyMatch(modifier -> meaning(modifier).tellsRepeat());
    }

    /** In words: {@code 59, 76, XE}. */
    String thatTellRepeats() {
        return meanings.entrySet().stream()
                .filter(modifier -> modifier.getValue().tellsRepeat())
                .map(Map.Entry::getKey)
                .sorted()
                .collect(joining(", "));
    }

    private Meaning meaning(String modifier) {
        return meanings.getOrDefault(modifier, NOTHING);
    }
}
