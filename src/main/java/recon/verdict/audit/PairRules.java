package recon.verdict.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.price.NeverTogether;

/** Procedures beside an injection that NCCI pairs with it. */
final class PairRules {

    /** Kinds that rules of their own look at. */
    private static final Set<Services.Kind> ELSEWHERE =
            EnumSet.of(Services.Kind.NURSE_VISIT, Services.Kind.OFFICE_VISIT, Services.Kind.ALLERGEN_SHOT);

    private PairRules() {}

    /** An infusion, a push, a procedure, a visit in a hospital: indicator 1 without a modifier that parts them, or indicator 0. */
    static @Nullable Evidence pairedProcedure(AuditedLine audited) {
        List<ClaimLine> forAModifier = new ArrayList<>();
        List<ClaimLine> never = new ArrayList<>();
        boolean injectionUnpaid = false;
        for (ClaimLine other : audited.practitionersDay().toList()) {
            NeverTogether.Pair pair = pair(audited, other);
            if (pair != null && (pair.indicator() == 0 || !isParted(audited, other))) {
                (pair.indicator() == 0 ? never : forAModifier).add(other);
                injectionUnpaid |= pair.injectionNotPaid();
            }
        }
        if (forAModifier.isEmpty() && never.isEmpty()) {
            return null;
        }
        // Where the other code is the one that is not paid, the injection stands, save with payers that read the pair
        // their way.
        return new Evidence(
                text(audited, forAModifier, never),
                injectionUnpaid ? audited.underCmsEdits(Certainty.CERTAIN, Certainty.LIKELY) : Certainty.POSSIBLE);
    }

    private static NeverTogether.@Nullable Pair pair(AuditedLine audited, ClaimLine other) {
        Services.Kind kind = audited.knowledge().services.of(other);
        return kind != null && ELSEWHERE.contains(kind)
                ? null
                : audited.knowledge().pairs.pairWith(other.code().code(), other.serviceDate());
    }

    private static String text(AuditedLine audited, List<ClaimLine> forAModifier, List<ClaimLine> never) {
        List<String> parts = new ArrayList<>();
        if (!forAModifier.isEmpty()) {
            parts.add(
                    audited.onTheDay(forAModifier) + " without a modifier that parts it from 96372 (NCCI indicator 1)");
        }
        if (!never.isEmpty()) {
            parts.add(audited.onTheDay(never) + ", never paid together with 96372 (NCCI indicator 0)");
        }
        return String.join("; ", parts);
    }

    /** The injection of an allergen extract is 95115 or 95117; 96372 beside it must be of another substance and say so. */
    static @Nullable Evidence allergenShot(AuditedLine audited) {
        List<ClaimLine> shots = audited.practitionersDay(Services.Kind.ALLERGEN_SHOT)
                .filter(shot -> !isParted(audited, shot))
                .toList();
        return shots.isEmpty()
                ? null
                : new Evidence(
                        audited.onTheDay(shots)
                                + " is the allergen's injection; no modifier says that 96372 is another",
                        Certainty.LIKELY);
    }

    private static boolean isParted(AuditedLine audited, ClaimLine other) {
        return audited.knowledge().modifiers.part(audited.line(), other);
    }
}
