package recon.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a remittance says its check or EFT amounts to (X12 BPR02), beside the claims paid under it.
 *
 * @param stated the deposit as stated
 * @param claimsPaid sum of CLP04 over the check's claims
 * @param providerAdjustments sum of its PLB amounts; {@code stated = claimsPaid - providerAdjustments} where the check balances
 */
public record CheckTotal(
        SourceRef source,
        @Nullable String payer,
        @Nullable String checkNumber,
        @Nullable LocalDate checkDate,
        Money stated,
        Money claimsPaid,
        Money providerAdjustments) {

    /** The stated deposit less what the check's claims and adjustments come to; zero where it balances. */
    public Money difference() {
        return stated.minus(claimsPaid.minus(providerAdjustments));
    }
}
