package recon.claim;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One service line of a submitted claim.
 *
 * @param id its number on file; 0 until it is staged
 * @param payer the payer's name as written, or null where not stated
 * @param payerId the payer's id (X12 NM109), or null
 * @param statedClass the class that the file's payer class column states, or null
 * @param filingClass the class that an X12 claim filing code (CLP06, SBR09) implies, or null; weaker than {@code payers.csv}
 * @param patientControlNumber the practice's own claim number (CLM01), trimmed; never null: a claim line needs it
 * @param payerClaimNumber the payer's claim number (REF*F8 on a corrected claim), or null
 * @param lineNumber 1-based place in the claim as stated, or null
 * @param lineControlNumber REF*6R, or null
 * @param patientName "LAST, FIRST" for people to read, or null
 * @param serviceDate first date of service
 * @param units billed units, 1 where the file leaves them blank
 * @param placeOfService two digits, or null
 * @param renderingCredential NP, PA, CNS, MD, ... upper case, or null
 * @param frequency X12 CLM05-3: 1 original, 7 replacement, 8 void; or null where not stated (taken as 1)
 * @param diagnoses ICD-10 codes, empty where not stated
 * @param ndc national drug code stated on the line, or null
 * @param administered false where the record says that the injection was not given, null where it does not say
 * @param state two letters, or null
 * @param locality the Medicare locality, or null
 */
public record ClaimLine(
        long id,
        SourceRef source,
        @Nullable String payer,
        @Nullable String payerId,
        @Nullable PayerClass statedClass,
        @Nullable PayerClass filingClass,
        String patientControlNumber,
        @Nullable String payerClaimNumber,
        @Nullable Integer lineNumber,
        @Nullable String lineControlNumber,
        @Nullable String memberId,
        @Nullable String patientName,
        LocalDate serviceDate,
        ProcedureCode code,
        Modifiers modifiers,
        int units,
        Money charge,
        @Nullable String placeOfService,
        @Nullable String renderingNpi,
        @Nullable String renderingCredential,
        @Nullable LocalDate submitted,
        @Nullable String frequency,
        List<String> diagnoses,
        @Nullable String ndc,
        @Nullable String drug,
        @Nullable String dose,
        @Nullable String route,
        @Nullable String site,
        @Nullable Boolean administered,
        @Nullable String state,
        @Nullable String locality) {

    /** Whether another line bills the same code on the same day. */
    public boolean isOfService(ClaimLine other) {
        return code.equals(other.code) && serviceDate.equals(other.serviceDate);
    }

    /** Whether the claim takes the place of an earlier one or takes it back. */
    public boolean isVersion() {
        return isReplacement() || isVoid();
    }

    /** Whether the claim takes the place of an earlier one, or takes it back, only after a day; not where no date is stated. */
    public boolean isVersionAfter(LocalDate day) {
        return isVersion() && submitted != null && submitted.isAfter(day);
    }

    /** Whether the claim takes the place of an earlier one (X12 CLM05-3 = 7). */
    public boolean isReplacement() {
        return "7".equals(frequency);
    }

    /** Whether the claim takes back an earlier one (X12 CLM05-3 = 8). */
    public boolean isVoid() {
        return "8".equals(frequency);
    }
}
