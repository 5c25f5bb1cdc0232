package recon.price;

import java.util.Set;
import java.util.function.Predicate;
import recon.claim.Adjustment;
import recon.claim.Carc;
import recon.claim.Money;
import recon.claim.RemittanceLine;

/**
 * What an adjustment means for the allowed amount (X12 835 TR3, 1.10.2.1 "Balancing" and 1.10.2.4 "Claim adjustment"; the usage
 * notes of the reason codes).
 */
public enum AdjustmentKind {
    /** The patient's part of the allowed amount: PR with deductible, coinsurance, copayment (1, 2, 3; 66, 142, 178). */
    COST_SHARE,
    /**
     * Taken off the payment after the amount was allowed: sequestration (253), incentive programmes (237, 144), what the payer paid to
     * the patient and not to the practice (100), ... Save for the last, only where something of the charge is paid or left to somebody.
     * So is what was added to the payment as interest (225; 85): it pays for the delay, and not for the service.
     */
    AFTER_ALLOWED,
    /** What a prior payer paid and wrote off together (OA-23): neither a write-off nor a denial of this payer. */
    PRIOR_PAYER,
    /** The part of the charge above the fee schedule or contract: CARC 45, where the line's are less than the whole charge. */
    CONTRACTUAL,
    /** Only reports (CARC 246): takes no money that was asked for. */
    INFORMATIONAL,
    /**
     * Everything else: money refused, whoever is to bear it. CARC 45 for the whole charge, be it in one piece or in several, belongs here:
     * the code may not be used so. So do reductions after allowing that leave nothing to anybody: then nothing was allowed.
     */
    DENIAL;

    private static final Set<String> INTEREST = Set.of("225", "85");

    /** @param line that the adjustment stands on, with its own signs: a reversal's charge and adjustments are negative together */
    public static AdjustmentKind of(Adjustment adjustment, RemittanceLine line) {
        if (adjustment.isCostShare()) {
            return COST_SHARE;
        }
        if (adjustment.isPaidToPatient()) {
            return AFTER_ALLOWED;
        }
        if (isInterestPaid(adjustment, line)) {
            return AFTER_ALLOWED;
        }
        if (isReduction(adjustment)) {
            return takeWholeCharge(line, Adjustment::isLeftToNobody) ? DENIAL : AFTER_ALLOWED;
        }
        if (adjustment.isOfPriorPayer()) {
            return PRIOR_PAYER;
        }
        if (isWriteOff(adjustment)) {
            return isWholeChargeWrittenOff(line) ? DENIAL : CONTRACTUAL;
        }
        return adjustment.hasCarc("246") ? INFORMATIONAL : DENIAL;
    }

    /** By CARC 45 alone, or together with reductions that can then have been taken off nothing. */
    private static boolean isWholeChargeWrittenOff(RemittanceLine line) {
        return takeWholeCharge(line, AdjustmentKind::isWriteOff)
                || takeWholeCharge(line, one -> isWriteOff(one) || isReduction(one));
    }

    /** What is taken off the charge under these codes is refused like any other part of it. */
    private static boolean isInterestPaid(Adjustment adjustment, RemittanceLine line) {
        boolean addsToPayment = line.billed().isNegative()
                ? adjustment.amount().isPositive()
                : adjustment.amount().isNegative();
        return INTEREST.contains(adjustment.carc().code()) && addsToPayment;
    }

    private static boolean isWriteOff(Adjustment adjustment) {
        return adjustment.carc().equals(Carc.WRITE_OFF);
    }

    private static boolean isReduction(Adjustment adjustment) {
        return adjustment.isTakenAfterAllowing() && !adjustment.isPaidToPatient();
    }

    private static boolean takeWholeCharge(RemittanceLine line, Predicate<Adjustment> counts) {
        Money sum = Money.ZERO;
        for (Adjustment adjustment : line.adjustments()) {
            if (counts.test(adjustment)) {
                sum = sum.plus(adjustment.amount());
            }
        }
        return sum.equals(line.billed());
    }

    /** Whether the adjustment lowers the allowed amount. */
    public boolean lowersAllowed() {
        return this == CONTRACTUAL || this == INFORMATIONAL || this == DENIAL;
    }
}
