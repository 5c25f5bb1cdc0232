package recon.match;

import java.util.List;
import recon.claim.Adjustment;
import recon.claim.Money;
import recon.claim.RemittanceLine;

/** What kind of decision an event is, as far as the order of events needs to know it. */
final class Denials {

    private static final String DUPLICATE = "18";
    private static final String SUSPENDED = "133";

    private Denials() {}

    /** Nothing paid, nothing allowed and nothing left or paid to the patient, with a reason stated or as the claim's status. */
    static boolean isDenial(RemittanceLine line) {
        return isOfNothing(line)
                && (line.isOfDeniedClaim() || !line.adjustments().isEmpty());
    }

    /** As a denial, with a reason or without. */
    static boolean isOfNothing(RemittanceLine line) {
        return !line.paid().isPositive() && isNothingAllowed(line) && !isLeftToPatient(line);
    }

    /** Nothing paid, taken back or allowed, as the line states, and neither a reason nor a remark that tells why. */
    static boolean isZeroWithoutReason(RemittanceLine line) {
        return line.paid().isZero()
                && isOfNothing(line)
                && !isDenial(line)
                && line.allowed() != null
                && line.allowed().isZero()
                && line.remarkCodes().isEmpty();
    }

    /**
     * Payers are known to state an allowed amount all the same; adjustments that take the whole charge off tell that nothing is, and so
     * does the denial of a claim that states none.
     */
    private static boolean isNothingAllowed(RemittanceLine line) {
        Money allowed = line.allowed();
        if (allowed == null || allowed.isZero() || line.adjustments().isEmpty()) {
            return true;
        }
        Money adjusted = line.adjustments().stream().map(Adjustment::amount).reduce(Money.ZERO, Money::plus);
        return adjusted.equals(line.billed());
    }

    /** By an adjustment, or in the column of the patient's share where no adjustment speaks of the patient. */
    private static boolean isLeftToPatient(RemittanceLine line) {
        Money share = line.shareInItsColumn();
        return line.adjustments().stream().anyMatch(Denials::isOfPatient) || share != null && share.isPositive();
    }

    /** Denied as a repeat of a claim line that the payer has decided (CARC 18). */
    static boolean isDuplicate(RemittanceLine line) {
        return isDenial(line) && hasReason(line.adjustments(), DUPLICATE);
    }

    /** Not decided yet (CARC 133), or in part only: something was paid, and another part of the charge is held back. */
    static boolean isSuspended(RemittanceLine line) {
        return line.adjustments().stream()
                .anyMatch(adjustment -> adjustment.hasCarc(SUSPENDED)
                        && (adjustment.amount().isPositive() || !line.paid().isPositive()));
    }

    private static boolean hasReason(List<Adjustment> adjustments, String carc) {
        return adjustments.stream().anyMatch(adjustment -> adjustment.hasCarc(carc));
    }

    private static boolean isOfPatient(Adjustment adjustment) {
        return (adjustment.isCostShare() || adjustment.isPaidToPatient())
                && adjustment.amount().isPositive();
    }
}
