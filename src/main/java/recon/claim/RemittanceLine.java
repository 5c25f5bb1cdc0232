package recon.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One service line of a remittance advice: what a payer decided about a line at one time.
 *
 * <p>At least one of patient control number, payer claim number and member id is stated.
 *
 * @param id its number on file, in file and row order; 0 until it is staged
 * @param payer the payer's name as written, or null where not stated
 * @param payerId the payer's id (N1*PR, REF*2U, TRN03), or null
 * @param statedClass the class that the file's payer class column states, or null
 * @param filingClass the class that an X12 claim filing code (CLP06, SBR09) implies, or null; weaker than {@code payers.csv}
 * @param checkNumber check or EFT trace number (TRN02), or null
 * @param checkDate date of the check; null where neither file nor transaction states one (then the month asked for)
 * @param payerClaimNumber CLP07, or null
 * @param lineControlNumber REF*6R as returned by the payer, or null
 * @param lineSequence 1-based place of the line within the claim on an X12 835, else null
 * @param claimStatus CLP02 without leading zeros (1 primary, 2 secondary, 3 tertiary, 4 denied, 19-21 forwarded, 22 reversal), or null
 * @param patientName "LAST, FIRST" for people to read, or null
 * @param code the procedure as the payer adjudicated it
 * @param originalCode the procedure as billed, where the payer says that it recoded (SVC06, "(code)"), else null
 * @param units billed units as the payer repeats them, or null where not stated
 * @param paidUnits units paid (SVC05, "allowed_units"), or null where not stated
 * @param billed charge of the line; negative on a reversal
 * @param allowed allowed amount for all units as stated (AMT*B6), or null: not stated is not zero
 * @param paid what the payer paid for the line; negative on a reversal
 * @param patientResponsibility the patient's share as stated in a column of its own, or null
 * @param adjustments all stated adjustments, claim-level ones pushed down; empty where none are stated
 * @param remarkCodes RARC codes, upper case
 * @param postedOn see {@link #posted}; null until the line is staged
 */
public record RemittanceLine(
        long id,
        SourceRef source,
        @Nullable String payer,
        @Nullable String payerId,
        @Nullable PayerClass statedClass,
        @Nullable PayerClass filingClass,
        @Nullable String checkNumber,
        @Nullable LocalDate checkDate,
        @Nullable String patientControlNumber,
        @Nullable String payerClaimNumber,
        @Nullable String lineControlNumber,
        @Nullable Integer lineSequence,
        @Nullable String claimStatus,
        @Nullable String memberId,
        @Nullable String patientName,
        LocalDate serviceDate,
        ProcedureCode code,
        @Nullable ProcedureCode originalCode,
        Modifiers modifiers,
        @Nullable Integer units,
        @Nullable Integer paidUnits,
        @Nullable String placeOfService,
        Money billed,
        @Nullable Money allowed,
        Money paid,
        @Nullable Money patientResponsibility,
        List<Adjustment> adjustments,
        List<String> remarkCodes,
        @Nullable String renderingNpi,
        @Nullable LocalDate postedOn) {

    /** The claim status (CLP02) of a denial. */
    public static final String DENIED = "4";

    private static final String UNPROCESSABLE = "MA130";

    /**
     * The day whose month the line belongs to: its check date, else the last day of the month that first loaded it. Staged lines have it.
     */
    public LocalDate posted() {
        return Objects.requireNonNull(postedOn);
    }

    /** The line with the control number and the modifiers that another file states of its service. */
    public RemittanceLine withService(@Nullable String lineControl, Modifiers lineModifiers) {
        return with(lineControl, lineModifiers, checkNumber, checkDate);
    }

    /** The line with the check that its file states beside it. */
    public RemittanceLine withCheck(@Nullable String check, @Nullable LocalDate dateOfCheck) {
        return with(lineControlNumber, modifiers, check, dateOfCheck);
    }

    private RemittanceLine with(
            @Nullable String lineControl,
            Modifiers lineModifiers,
            @Nullable String check,
            @Nullable LocalDate dateOfCheck) {
        return new RemittanceLine(
                id,
                source,
                payer,
                payerId,
                statedClass,
                filingClass,
                check,
                dateOfCheck,
                patientControlNumber,
                payerClaimNumber,
                lineControl,
                lineSequence,
                claimStatus,
                memberId,
                patientName,
                serviceDate,
                code,
                originalCode,
                lineModifiers,
                units,
                paidUnits,
                placeOfService,
                billed,
                allowed,
                paid,
                patientResponsibility,
                adjustments,
                remarkCodes,
                renderingNpi,
                postedOn);
    }

    /**
     * Claim status 22, a negative payment, or a negative charge of which nothing was paid: it takes back an earlier event. Some exports
     * leave the charge of a reversal positive, and its allowed amount too.
     */
    public boolean isReversal() {
        return "22".equals(claimStatus) || paid.isNegative() || (billed.isNegative() && paid.isZero());
    }

    /** The patient's share in its column; null where none is stated, or where adjustments of the group PR speak of it. */
    public @Nullable Money shareInItsColumn() {
        return adjustments.stream().anyMatch(adjustment -> adjustment.group() == GroupCode.PR)
                ? null
                : patientResponsibility;
    }

    /** Claim status 4, or remark MA130 (cannot be processed as sent): of a line without adjustments, the signs that it was refused. */
    public boolean isOfDeniedClaim() {
        return DENIED.equals(claimStatus) || remarkCodes.contains(UNPROCESSABLE);
    }
}
