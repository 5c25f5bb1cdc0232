package recon.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a remittance says its check or EFT amounts to (X12 BPR02), beside the claims paid under it.
 *
 * @param stated the deposit as stated
 * @param claimsPaid sum of CLP04 over the check's claims
 * @param providerAdjustments sum of its PLB amounts
 */
public record CheckTotal(
        SourceRef source,
        @Nullable String payer,
        @Nullable String checkNumber,
        @Nullable LocalDate checkDate,
        Money stated,
        Money claimsPaid,
        Money providerAdjustments) {

    /** What the check's claims and adjustments come to: the stated deposit where it balances. */
    public Money comesTo() {
        return claimsPaid.minus(providerAdjustments);
    }
}
