package recon.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import recon.claim.FileKind;

/** Says why a sheet cannot be read: what was looked for and what was there. */
final class NearMiss {

    private static final int SHOWN = 40;

    /** A heading may be numbered, as in "Mod 2". */
    private static final Pattern NUMBER = Pattern.compile("\\d\\d");

    private static final Set<Field> OF_PATIENTS = EnumSet.of(
            Field.PATIENT_NAME,
            Field.PATIENT_LAST_NAME,
            Field.PATIENT_FIRST_NAME,
            Field.MEMBER_ID,
            Field.PATIENT_CONTROL_NUMBER);

    private NearMiss() {}

    static String words(HeadingRow nearest, Mapping mapping) {
        if (nearest.known() < HeadingRow.SURELY_HEADINGS) {
            return ("no heading row among its first rows (%s): looked for the headings of claims (%s) or of"
                            + " remittances (%s)")
                    .formatted(
                            counted(nearest.texts().size(), "column"),
                            String.join(", ", KindOfFile.missing(FileKind.CLAIMS, Set.of())),
                            String.join(", ", KindOfFile.missing(FileKind.REMITTANCES, Set.of())));
        }
        List<String> there = shown(nearest);
        long kept = nearest.texts().stream().filter(text -> !text.isEmpty()).count() - there.size();
        Set<Field> fields = mapping.fields();
        String ofClaims = lacking(FileKind.CLAIMS, fields);
        return "row %d has headings, but %s %s; there are: %s%s%s"
                .formatted(
                        nearest.firstNumber(),
                        ofClaims.isEmpty()
                                ? "by them or by its folder it is one of remittances (claims belong below claims/), and for remittances it lacks"
                                : "for claims it lacks " + ofClaims + ", and for remittances",
                        lacking(FileKind.REMITTANCES, fields),
                        there.stream().limit(SHOWN).collect(Collectors.joining("', '", "'", "'")),
                        there.size() > SHOWN ? " and " + (there.size() - SHOWN) + " more" : "",
                        kept == 0 ? "" : ", and %s that may be a patient's data".formatted(counted(kept, "text")));
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /**
     * The head of a printed remittance has labels and values side by side, as in "Patient, Sample, Member ID, 123". So a text that is
     * no known heading is shown only beside others that are no numbers, and not behind a label of the patient's.
     */
    private static List<String> shown(HeadingRow nearest) {
        List<String> texts = nearest.texts();
        boolean values = mayHoldValues(nearest);
        List<String> shown = new ArrayList<>();
        Field before = null;
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            Synonyms.Match known = Synonyms.shipped().find(text);
            if (!text.isEmpty() && (known != null || !values && (before == null || !OF_PATIENTS.contains(before)))) {
                shown.add(nearest.shown().get(i));
            }
            before = known == null ? null : known.field();
        }
        return shown;
    }

    /** Whether labels with their values may stand in a row, and not headings. */
    static boolean mayHoldValues(HeadingRow row) {
        return row.texts().stream().anyMatch(NearMiss::mayBeValue);
    }

    /** Whether a text is no known heading and has a number in it. */
    static boolean mayBeValue(String text) {
        return isUnknown(text) && NUMBER.matcher(text).find();
    }

    private static boolean isUnknown(String text) {
        return !text.isEmpty() && Synonyms.shipped().find(text) == null;
    }

    private static String lacking(FileKind kind, Set<Field> fields) {
        return String.join(", ", KindOfFile.missing(kind, fields));
    }
}
