package recon.file;

import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.file.X12ClaimParties.Party;

/**
 * One 837 transaction: claims below subscribers below billing providers. Positions are those of 005010X222A1 and 004010X098A1. The
 * lines of institutional (837I) and dental claims (837D) are rows too, so that they are counted, with what tells one from another.
 */
final class X12Claims implements X12Transaction {

    /** The columns of an 837P's rows, named as in the plain layout and more. */
    enum Column {
        PAYER,
        PAYER_ID,
        FILING_CODE,
        PATIENT_CONTROL_NUMBER,
        PAYER_CLAIM_NUMBER,
        FREQUENCY,
        LINE_NUMBER,
        LINE_CONTROL_NUMBER,
        MEMBER_ID,
        PATIENT_LAST_NAME,
        PATIENT_FIRST_NAME,
        SERVICE_DATE,
        PROCEDURE_CODE,
        MODIFIERS,
        UNITS,
        /** SV103: {@code UN}, or {@code MJ} for minutes. */
        UNIT_BASIS,
        CHARGE,
        PLACE_OF_SERVICE,
        RENDERING_NPI,
        RENDERING_CREDENTIAL,
        SUBMITTED_DATE,
        DIAGNOSES,
        NDC,
        DRUG,
        STATE,
        /** 0 on the row of a claim without service lines, else blank. */
        SERVICE_LINES,
        /** {@code 837I} or {@code 837D} on a line of such a claim, else blank. */
        CLAIM_KIND;

        private static final int COUNT = values().length;
    }

    static final List<String> HEADINGS = X12Row.headings(Column.values());

    private final X12Output output;
    private final X12ClaimParties parties = new X12ClaimParties();
    private String submitted = "";
    private @Nullable X12SubmittedClaim claim;

    X12Claims(X12Output output) {
        this.output = output;
    }

    @Override
    public void accept(X12Segment segment) throws X12LimitException {
        switch (segment.id()) {
            case "CLM" -> {
                endClaim();
                claim = new X12SubmittedClaim(segment);
            }
            case "HL" -> {
                endClaim();
                parties.level(segment);
            }
            case "BHT" -> submitted = segment.element(4);
            default -> {
                if (claim != null) {
                    claim.accept(segment);
                } else if (segment.id().startsWith("SV")) {
                    throw new X12LimitException(segment, "belongs to no claim (CLM), so claims may be missing");
                } else {
                    parties.accept(segment);
                }
            }
        }
    }

    /** Professional (SV1), institutional (SV2) or dental (SV3). */
    static boolean isLine(X12Segment segment) {
        return switch (segment.id()) {
            case "SV1", "SV2", "SV3" -> true;
            default -> false;
        };
    }

    private void endClaim() {
        if (claim != null) {
            claim.writeTo(output, row());
            claim = null;
        }
    }

    private X12Row<Column> row() {
        Party billing = parties.billing();
        return new X12Row<Column>(Column.COUNT)
                .set(Column.PAYER, parties.payer())
                .set(Column.PAYER_ID, parties.payerId())
                .set(Column.FILING_CODE, parties.filingCode())
                .set(Column.MEMBER_ID, parties.memberId())
                .set(Column.PATIENT_LAST_NAME, parties.patient().lastName())
                .set(Column.PATIENT_FIRST_NAME, parties.patient().firstName())
                .set(Column.RENDERING_NPI, billing.npi())
                .set(Column.RENDERING_CREDENTIAL, billing.credential())
                .set(Column.STATE, billing.state())
                .set(Column.SUBMITTED_DATE, X12Values.isoDate(submitted));
    }

    @Override
    public void end() {
        endClaim();
    }
}
