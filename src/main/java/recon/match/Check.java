package recon.match;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerDirectory;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;

/**
 * The check or transfer under which a payer tells what it decided.
 *
 * @param file of a payment without a check number, which nothing ties to the payments of another file; else null
 */
record Check(
        String payer,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable LinesFile file) {

    /** @param payers by which names of one payer are told to be one */
    static Check of(RemittanceLine payment, PayerDirectory payers) {
        return new Check(
                payers.of(payment).key(),
                MatchKeys.ofCheck(payment.checkNumber()),
                payment.checkDate(),
                payment.checkNumber() == null ? LinesFile.of(payment) : null);
    }
}
