package recon.verdict;

import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.ProviderAdjustment;

/**
 * A provider-level adjustment (X12 PLB) as its month tells of it.
 *
 * @param payer as the payer directory names it
 * @param meaning the reason in words
 * @param claim the practice's number of the claim that the reference names, or null where it names none on file, or several
 * @param priorPeriod whether the check is of an earlier month than the one that tells of it
 */
public record ToldAdjustment(
        ProviderAdjustment adjustment,
        String payer,
        String meaning,
        @Nullable String claim,
        boolean priorPeriod) {

    /** What it changed the payment by: negative where it was taken from it, the other way round than a PLB states it. */
    public Money toPayment() {
        return adjustment.amount().negated();
    }
}
