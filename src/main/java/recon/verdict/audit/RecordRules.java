package recon.verdict.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.match.StatedFields;

/** What the line itself leaves out, or says wrongly. A field that its file states nowhere is not held against it. */
final class RecordRules {

    private RecordRules() {}

    /** Where the claim's other lines have a diagnosis, an export may have left it out here. */
    static @Nullable Evidence noDiagnosis(AuditedLine audited) {
        if (!audited.line().diagnoses().isEmpty() || !audited.stated().diagnoses()) {
            return null;
        }
        boolean elsewhere = audited.payersDay().stream()
                .anyMatch(other -> !other.diagnoses().isEmpty());
        return new Evidence(
                "no diagnosis on the line" + (elsewhere ? "; other lines of the day have one" : ""),
                elsewhere ? Certainty.POSSIBLE : Certainty.LIKELY);
    }

    /** Modifier 25 is one of visits. */
    static @Nullable Evidence visitModifier(AuditedLine audited) {
        return audited.line().modifiers().has(PartingModifiers.SEPARATE_VISIT)
                ? new Evidence(
                        "modifier 25 stands on 96372; it belongs on the visit",
                        audited.underCmsEdits(Certainty.CERTAIN, Certainty.LIKELY))
                : null;
    }

    /** An injection that is not documented was, to a payer, not given; one that was refused is never billed. */
    static @Nullable Evidence administrationRecord(AuditedLine audited) {
        ClaimLine line = audited.line();
        if (Boolean.FALSE.equals(line.administered())) {
            return new Evidence("recorded as not given", Certainty.CERTAIN);
        }
        List<String> missing = missing(line, audited.stated());
        return missing.isEmpty() ? null : new Evidence("not recorded: " + String.join(", ", missing), Certainty.LIKELY);
    }

    private static List<String> missing(ClaimLine line, StatedFields stated) {
        List<String> missing = new ArrayList<>();
        addIf(missing, stated.administered() && line.administered() == null, "that it was given");
        addIf(missing, stated.drug() && line.drug() == null, "drug");
        addIf(missing, stated.dose() && line.dose() == null, "dose");
        addIf(missing, stated.route() && line.route() == null, "route");
        addIf(missing, stated.site() && line.site() == null, "site");
        return missing;
    }

    private static void addIf(List<String> missing, boolean absent, String field) {
        if (absent) {
            missing.add(field);
        }
    }
}
