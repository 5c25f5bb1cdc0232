package recon.match;

import java.util.List;
import java.util.Set;
import recon.claim.Adjustment;
import recon.claim.GroupCode;
import recon.claim.Money;
import recon.claim.RemittanceLine;

/** What kind of decision an event is, as far as the order of events needs to know it. */
final class Denials {

    private static final String DENIED_STATUS = "4";
    private static final String DUPLICATE = "18";
    private static final String SUSPENDED = "133";
    private static final Set<String> COST_SHARE = Set.of("1", "2", "3", "66", "142", "178");

    private Denials() {}

    /** Nothing paid, nothing allowed and nothing left to the patient, with a reason stated or as the claim's status. */
    static boolean isDenial(RemittanceLine line) {
        Money allowed = line.allowed();
        return !line.paid().isPositive()
                && (allowed == null || allowed.isZero())
                && line.adjustments().stream().noneMatch(Denials::isCostShare)
                && (DENIED_STATUS.equals(line.claimStatus())
                        || !line.adjustments().isEmpty());
    }

    /** Denied as a repeat of a claim line that the payer has decided (CARC 18). */
    static boolean isDuplicate(RemittanceLine line) {
        return isDenial(line) && hasReason(line.adjustments(), DUPLICATE);
    }

    /** Not decided yet (CARC 133). */
    static boolean isSuspended(RemittanceLine line) {
        return !line.paid().isPositive() && hasReason(line.adjustments(), SUSPENDED);
    }

    private static boolean hasReason(List<Adjustment> adjustments, String carc) {
        return adjustments.stream().anyMatch(adjustment -> adjustment.hasCarc(carc));
    }

    private static boolean isCostShare(Adjustment adjustment) {
        return adjustment.group() == GroupCode.PR
                && COST_SHARE.contains(adjustment.carc().code())
                && adjustment.amount().isPositive();
    }
}
