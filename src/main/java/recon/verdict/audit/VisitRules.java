package recon.verdict.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.price.NeverTogether;

/** Office visits beside an injection. */
final class VisitRules {

    private VisitRules() {}

    /** 99211 is part of the injection's own work: NCCI indicator 0. */
    static @Nullable Evidence nurseVisit(AuditedLine audited) {
        List<ClaimLine> visits = audited.practitionersDay(Services.Kind.NURSE_VISIT)
                .filter(visit -> isUnpaid(audited.knowledge().pairs, visit))
                .toList();
        return visits.isEmpty()
                ? null
                : new Evidence(
                        audited.onTheDay(visits) + "; NCCI does not pay it together with 96372",
                        audited.underCmsEdits(Certainty.CERTAIN, Certainty.LIKELY));
    }

    private static boolean isUnpaid(NeverTogether pairs, ClaimLine visit) {
        NeverTogether.Pair pair = pairs.pairWith(visit.code().code(), visit.serviceDate());
        return pair != null && (pair.indicator() == 0 || !visit.modifiers().has(PartingModifiers.SEPARATE_VISIT));
    }

    /** Modifier 25 belongs on the visit (NCCI policy manual, chapter 1, D): without it one of the two is bundled. */
    static @Nullable Evidence officeVisit(AuditedLine audited) {
        List<ClaimLine> visits = audited.practitionersDay(Services.Kind.OFFICE_VISIT)
                .filter(visit -> !visit.modifiers().has(PartingModifiers.SEPARATE_VISIT))
                .toList();
        return visits.isEmpty()
                ? null
                : new Evidence(audited.onTheDay(visits) + " without modifier 25 on the visit", Certainty.LIKELY);
    }
}
