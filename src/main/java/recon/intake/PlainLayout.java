package recon.intake;

import java.util.ArrayList;
import java.util.List;
import recon.claim.FileKind;

/** The headings of the plain layout, in its order. */
final class PlainLayout {

    private static final List<Field> REMITTANCES = List.of(
            Field.PAYER,
            Field.PAYER_CLASS,
            Field.CHECK_NUMBER,
            Field.CHECK_DATE,
            Field.PATIENT_CONTROL_NUMBER,
            Field.PAYER_CLAIM_NUMBER,
            Field.LINE_CONTROL_NUMBER,
            Field.CLAIM_STATUS,
            Field.MEMBER_ID,
            Field.PATIENT_LAST_NAME,
            Field.PATIENT_FIRST_NAME,
            Field.SERVICE_DATE,
            Field.PROCEDURE_CODE,
            Field.MODIFIERS,
            Field.UNITS,
            Field.PLACE_OF_SERVICE,
            Field.BILLED,
            Field.ALLOWED,
            Field.PAID,
            Field.PATIENT_RESPONSIBILITY,
            Field.ADJUSTMENTS,
            Field.REMARK_CODES,
            Field.RENDERING_NPI);

    private static final List<Field> CLAIMS = List.of(
            Field.PAYER,
            Field.PAYER_CLASS,
            Field.PATIENT_CONTROL_NUMBER,
            Field.PAYER_CLAIM_NUMBER,
            Field.LINE_NUMBER,
            Field.LINE_CONTROL_NUMBER,
            Field.MEMBER_ID,
            Field.PATIENT_LAST_NAME,
            Field.PATIENT_FIRST_NAME,
            Field.SERVICE_DATE,
            Field.PROCEDURE_CODE,
            Field.MODIFIERS,
            Field.UNITS,
            Field.BILLED,
            Field.PLACE_OF_SERVICE,
            Field.RENDERING_NPI,
            Field.RENDERING_CREDENTIAL,
            Field.SUBMITTED_DATE,
            Field.DIAGNOSES,
            Field.NDC,
            Field.DRUG,
            Field.DOSE,
            Field.ROUTE,
            Field.SITE,
            Field.ADMINISTERED);

    private PlainLayout() {}

    /** Those that a table can have which holds the given part of a claim. */
    static List<String> headings(FileKind kind, ClaimPart part) {
        List<String> headings = new ArrayList<>();
        for (Field field : kind == FileKind.CLAIMS ? CLAIMS : REMITTANCES) {
            boolean readElsewhere =
                    field == Field.SERVICE_DATE || field == Field.BILLED || !KindOfFile.isOfHeaders(field);
            if (part != ClaimPart.HEADERS || !readElsewhere) {
                headings.add(field.heading(kind));
            }
        }
        return headings;
    }
}
