package recon.price;

import recon.claim.Adjustment;
import recon.claim.GroupCode;
import recon.claim.Money;

/**
 * What an adjustment means for the allowed amount (X12 835 TR3, 1.10.2.1 "Balancing" and 1.10.2.4 "Claim adjustment"; the usage
 * notes of the reason codes).
 */
public enum AdjustmentKind {
    /** The patient's part of the allowed amount: PR with deductible, coinsurance, copayment (1, 2, 3; 66, 142, 178). */
    COST_SHARE,
    /**
     * Taken off the payment after the amount was allowed: sequestration (253), incentive programmes (237, 144), what the payer paid to
     * the patient and not to the practice (100), ...
     */
    AFTER_ALLOWED,
    /** What a prior payer paid and wrote off together (OA-23): neither a write-off nor a denial of this payer. */
    PRIOR_PAYER,
    /** The part of the charge above the fee schedule or contract: CARC 45, where it is less than the whole charge. */
    CONTRACTUAL,
    /** Only reports (CARC 246): takes no money that was asked for. */
    INFORMATIONAL,
    /** Everything else: money refused, whoever is to bear it. CARC 45 for the whole charge belongs here: the code may not be used so. */
    DENIAL;

    /** @param charge of the line that the adjustment stands on */
    public static AdjustmentKind of(Adjustment adjustment, Money charge) {
        String carc = adjustment.carc().code();
        if (adjustment.isCostShare()) {
            return COST_SHARE;
        }
        if (adjustment.isTakenAfterAllowing()) {
            return AFTER_ALLOWED;
        }
        if (adjustment.is(GroupCode.OA, "23")) {
            return PRIOR_PAYER;
        }
        if (carc.equals("45")) {
            return adjustment.amount().equals(charge) ? DENIAL : CONTRACTUAL;
        }
        return carc.equals("246") ? INFORMATIONAL : DENIAL;
    }

    /** Whether the adjustment lowers the allowed amount. */
    public boolean lowersAllowed() {
        return this == CONTRACTUAL || this == INFORMATIONAL || this == DENIAL;
    }
}
