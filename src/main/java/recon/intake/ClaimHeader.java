package recon.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.SourceRef;

/**
 * What a file of claims' headers says of one claim. Everything but the place and the control number is null (or empty) where it does
 * not say it.
 *
 * @param controlNumber the practice's own claim number that its lines take, where they state none
 * @param patientName "LAST, FIRST"
 * @param serviceDate the claim's first date of service; compared with other rows of the claim, and not taken by its lines
 * @param totalCharge for all lines of the claim; not taken by its lines either
 */
record ClaimHeader(
        SourceRef place,
        String controlNumber,
        @Nullable String payer,
        @Nullable String payerId,
        @Nullable PayerClass statedClass,
        @Nullable PayerClass filingClass,
        @Nullable String payerClaimNumber,
        @Nullable String frequency,
        @Nullable String memberId,
        @Nullable String patientName,
        @Nullable String placeOfService,
        @Nullable String renderingNpi,
        @Nullable String renderingCredential,
        @Nullable LocalDate submitted,
        List<String> diagnoses,
        @Nullable String state,
        @Nullable String locality,
        @Nullable LocalDate serviceDate,
        @Nullable Money totalCharge) {

    /** Whether another row says nothing else of the claim. */
    boolean saysTheSameAs(ClaimHeader other) {
        return at(other.place).equals(other);
    }

    /** The same at another place. */
    ClaimHeader at(SourceRef other) {
        return new ClaimHeader(
                other,
                controlNumber,
                payer,
                payerId,
                statedClass,
                filingClass,
                payerClaimNumber,
                frequency,
                memberId,
                patientName,
                placeOfService,
                renderingNpi,
                renderingCredential,
                submitted,
                diagnoses,
                state,
                locality,
                serviceDate,
                totalCharge);
    }
}
