package recon.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tells claims from remittances by their columns, and knows which columns each must have. */
final class KindOfFile {

    /** Columns that only a claims export has. */
    private static final Set<Field> OF_CLAIMS = EnumSet.of(
            Field.FREQUENCY,
            Field.LINE_NUMBER,
            Field.RENDERING_CREDENTIAL,
            Field.SUBMITTED_DATE,
            Field.DIAGNOSES,
            Field.NDC,
            Field.DRUG,
            Field.DOSE,
            Field.ROUTE,
            Field.SITE,
            Field.ADMINISTERED);

    /** Columns that only a payer's answer has; the payment itself speaks by its being required. */
    private static final Set<Field> OF_REMITTANCES = EnumSet.of(
            Field.CHECK_NUMBER,
            Field.CHECK_DATE,
            Field.CLAIM_STATUS,
            Field.PAID_UNITS,
            Field.ALLOWED,
            Field.PAID,
            Field.PATIENT_RESPONSIBILITY,
            Field.DEDUCTIBLE,
            Field.COINSURANCE,
            Field.COPAY,
            Field.ADJUSTMENTS,
            Field.ADJUSTMENT_CODE,
            Field.ADJUSTMENT_AMOUNT,
            Field.REMARK_CODES);

    private KindOfFile() {}

    /** A claims export may list payments too: then the columns that only one of the two has decide by their number. */
    static FileKind of(Set<Field> fields) {
        boolean paid = fields.contains(Field.PAID);
        boolean claims = missing(FileKind.CLAIMS, fields).isEmpty();
        long ofClaims = fields.stream().filter(OF_CLAIMS::contains).count();
        long ofRemittances = fields.stream().filter(OF_REMITTANCES::contains).count();
        if (paid) {
            return claims && ofClaims > ofRemittances ? FileKind.CLAIMS : FileKind.REMITTANCES;
        }
        return ofRemittances > ofClaims ? FileKind.REMITTANCES : FileKind.CLAIMS;
    }

    /** The required columns that are not there, as a person would look for them. */
    static List<String> missing(FileKind kind, Set<Field> fields) {
        List<String> missing = new ArrayList<>();
        boolean claimNumber = fields.contains(Field.PATIENT_CONTROL_NUMBER) || fields.contains(Field.CLAIM_NUMBER);
        if (kind == FileKind.CLAIMS) {
            if (!claimNumber) {
                missing.add("patient_control_number");
            }
        } else if (!claimNumber && !fields.contains(Field.PAYER_CLAIM_NUMBER) && !fields.contains(Field.MEMBER_ID)) {
            missing.add("patient_control_number (or payer_claim_number or member_id)");
        }
        require(Field.SERVICE_DATE, kind, fields, missing);
        require(Field.PROCEDURE_CODE, kind, fields, missing);
        require(Field.BILLED, kind, fields, missing);
        if (kind == FileKind.REMITTANCES) {
            require(Field.PAID, kind, fields, missing);
        }
        return missing;
    }

    private static void require(Field field, FileKind kind, Set<Field> fields, List<String> missing) {
        if (!fields.contains(field)) {
            missing.add(field.heading(kind));
        }
    }

    /** How many of the required columns are there. */
    static int present(FileKind kind, Set<Field> fields) {
        return (kind == FileKind.CLAIMS ? 4 : 5) - missing(kind, fields).size();
    }
}
