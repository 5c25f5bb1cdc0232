package recon.match;

import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.load.MatchKeys;

/** Whose lines are one patient's, and whose one practitioner's. */
public final class Patients {

    private Patients() {}

    /**
     * Lines of one claim are one patient's. Lines of other claims with the same member id are so, unless two names are stated that
     * differ: a family may share a member id. A name with a middle name or initial is that without it.
     */
    public static boolean areSame(ClaimLine line, ClaimLine other) {
        String name = line.patientName();
        String others = other.patientName();
        return name == null
                || others == null
                || name.equals(others)
                || areOfOneClaim(line, other)
                || begins(MatchKeys.of(name), MatchKeys.of(others))
                || begins(MatchKeys.of(others), MatchKeys.of(name));
    }

    public static boolean areOfOneClaim(ClaimLine line, ClaimLine other) {
        return MatchKeys.areSame(line.patientControlNumber(), other.patientControlNumber());
    }

    /** Whether the edits that look at one practitioner's services look at both: one that is not stated may be the same. */
    public static boolean areOfOneClaimOrPractitioner(ClaimLine line, ClaimLine other) {
        return areOfOneClaim(line, other)
                || line.renderingNpi() == null
                || other.renderingNpi() == null
                || line.renderingNpi().equals(other.renderingNpi());
    }

    /**
     * Whether two names, each LAST, FIRST or null, may be one patient's: by the last name and the first letter of the first, since either
     * may be an initial.
     */
    static boolean mayBeSame(@Nullable String name, @Nullable String other) {
        if (name == null || other == null) {
            return true;
        }
        String[] parts = MatchKeys.of(name).split(",", 2);
        String[] others = MatchKeys.of(other).split(",", 2);
        return parts[0].strip().equals(others[0].strip())
                && (parts.length < 2 || others.length < 2 || initial(parts[1]).equals(initial(others[1])));
    }

    private static String initial(String first) {
        String stripped = first.strip();
        return stripped.isEmpty() ? "" : stripped.substring(0, 1);
    }

    private static boolean begins(String longer, String name) {
        return longer.equals(name) || longer.startsWith(name + " ");
    }
}
