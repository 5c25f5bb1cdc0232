package recon.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A provider-level adjustment (X12 PLB): money that a check was changed by without a service line. What one transaction tells for one
 * reason and reference is one adjustment, so that what it tells twice counts twice, and a transaction that is sent again tells the same.
 *
 * @param source the first PLB segment that tells it
 * @param checkNumber the trace number (TRN02) of the check that it changed, or null
 * @param checkDate the check's date (BPR16), or null
 * @param reason PLB reason code: WO overpayment recovery, FB forward balance, 72 authorised return, L6 interest, ...
 * @param reference PLB03-2: often the payer claim number that a WO takes back, or null
 * @param amount positive reduces the check, negative increases it
 */
public record ProviderAdjustment(
        SourceRef source,
        @Nullable String payer,
        @Nullable String checkNumber,
        @Nullable LocalDate checkDate,
        String reason,
        @Nullable String reference,
        Money amount) {

    /** What an adjustment says wherever it stands: a transaction may be on file twice, as where it was fetched again a day later. */
    public record Content(
            @Nullable String checkNumber,
            @Nullable LocalDate checkDate,
            String reason,
            @Nullable String reference,
            Money amount) {}

    public Content content() {
        return new Content(checkNumber, checkDate, reason, reference, amount);
    }

    /** With the amount of another that the same transaction tells for the same reason and reference. */
    public ProviderAdjustment plus(ProviderAdjustment other) {
        return new ProviderAdjustment(
                source, payer, checkNumber, checkDate, reason, reference, amount.plus(other.amount));
    }
}
