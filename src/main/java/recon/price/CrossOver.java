package recon.price;

import recon.claim.Money;

/**
 * What Medicaid owes of a claim that Medicare has paid first.
 *
 * <p>Most states pay the lesser of Medicare's cost share and what is left of Medicaid's own rate (Social Security Act 1902(n)(2);
 * MACPAC, "State Medicaid payment policies for Medicare cost sharing"). So Medicaid rightly pays nothing where Medicare's payment
 * alone reaches Medicaid's rate.
 */
public final class CrossOver {

    private CrossOver() {}

    /**
     * @param medicareCostShare deductible and coinsurance that Medicare left to the patient
     * @param medicaidRate Medicaid's own amount for the line
     * @param medicarePaid what Medicare paid for the line
     * @return zero or more
     */
    public static Money expectedMedicaidPayment(Money medicareCostShare, Money medicaidRate, Money medicarePaid) {
        return medicareCostShare.min(medicaidRate.minus(medicarePaid).max(Money.ZERO));
    }
}
