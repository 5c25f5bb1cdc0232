package recon.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.FileKind;

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

    /** Columns that a practice system has no reason to export with its claims. */
    private static final Set<Field> SURELY_OF_REMITTANCES = EnumSet.of(
            Field.CHECK_NUMBER, Field.CHECK_DATE, Field.PAID_UNITS, Field.ADJUSTMENT_CODE, Field.REMARK_CODES);

    /** Columns that a payer does not repeat; line numbers, diagnoses and drug codes it may. */
    private static final Set<Field> SURELY_OF_CLAIMS = EnumSet.of(
            Field.FREQUENCY,
            Field.RENDERING_CREDENTIAL,
            Field.SUBMITTED_DATE,
            Field.DRUG,
            Field.DOSE,
            Field.ROUTE,
            Field.SITE,
            Field.ADMINISTERED);

    /** Headings say clearly what a file is by so many columns more of one kind than of the other. */
    private static final int CLEARLY = 3;

    /** Any of these names the payer or its class. */
    private static final Set<Field> OF_PAYER =
            EnumSet.of(Field.PAYER, Field.PAYER_ID, Field.PAYER_CLASS, Field.FILING_CODE);

    /** What is said once for all lines of a claim, and may stand in a file of claims' headers. */
    private static final Set<Field> OF_HEADERS = EnumSet.of(
            Field.PAYER,
            Field.PAYER_ID,
            Field.PAYER_CLASS,
            Field.FILING_CODE,
            Field.PATIENT_CONTROL_NUMBER,
            Field.CLAIM_NUMBER,
            Field.PAYER_CLAIM_NUMBER,
            Field.FREQUENCY,
            Field.MEMBER_ID,
            Field.PATIENT_LAST_NAME,
            Field.PATIENT_FIRST_NAME,
            Field.PATIENT_NAME,
            Field.PLACE_OF_SERVICE,
            Field.RENDERING_NPI,
            Field.RENDERING_CREDENTIAL,
            Field.SUBMITTED_DATE,
            Field.DIAGNOSES,
            Field.STATE,
            Field.LOCALITY,
            Field.SERVICE_DATE,
            Field.BILLED);

    /** Any of these says of which claim or patient a line is; a summary by code or payer has none. */
    private static final Set<Field> WHOSE = EnumSet.of(
            Field.PATIENT_CONTROL_NUMBER,
            Field.CLAIM_NUMBER,
            Field.PAYER_CLAIM_NUMBER,
            Field.MEMBER_ID,
            Field.PATIENT_NAME,
            Field.PATIENT_LAST_NAME);

    /** A practice system may list how far a claim has come. */
    private static final Set<Field> BESIDE_HEADERS = EnumSet.of(Field.CLAIM_STATUS);

    /** It may list beside its charge lines, too, what the patient pays at the desk. */
    private static final Set<Field> BESIDE_CHARGES = EnumSet.of(Field.CLAIM_STATUS, Field.COPAY);

    private KindOfFile() {}

    /** Whether a row says who pays: a claims export that does not is one of charge lines. */
    static boolean namesPayer(Set<Field> fields) {
        return fields.stream().anyMatch(OF_PAYER::contains);
    }

    static boolean isOfHeaders(Field field) {
        return OF_HEADERS.contains(field);
    }

    /** The fields whose headings stand in a row, whatever is read of them. */
    static Set<Field> known(List<String> headings) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (String heading : headings) {
            Synonyms.Match match = heading.isEmpty() ? null : Synonyms.shipped().find(heading);
            if (match != null) {
                fields.add(match.field());
            }
        }
        return fields;
    }

    /**
     * Whether headings are those of claims' headers beyond doubt: a claim number and the payer, and nothing that only a service line or
     * a payer's answer has. A file of lines or payments in which one heading is not known must not pass for it.
     */
    static boolean areHeaders(Set<Field> fields) {
        return missingOfHeaders(fields).isEmpty()
                && fields.stream().allMatch(field -> isOfHeaders(field) || BESIDE_HEADERS.contains(field));
    }

    /** Whether a field says of which claim or patient a line is. */
    static boolean saysWhose(Field field) {
        return WHOSE.contains(field);
    }

    /** Whether a column, by whatever heading it is read, says of which claim or patient a line is. */
    static boolean saysWhose(ColumnMap columns, int column) {
        return columns.isOf(WHOSE, column);
    }

    /** Whether headings, complete or not, are those of a table of lines. */
    static boolean areOfLines(Set<Field> fields) {
        return fields.contains(Field.PROCEDURE_CODE)
                && fields.contains(Field.SERVICE_DATE)
                && fields.stream().anyMatch(WHOSE::contains);
    }

    /** The columns without which nothing can be joined, or would say anything. */
    static List<String> missingOfHeaders(Set<Field> fields) {
        List<String> missing = new ArrayList<>();
        if (!hasClaimNumber(fields)) {
            missing.add("patient_control_number");
        }
        if (!namesPayer(fields)) {
            missing.add("payer (or payer_class)");
        }
        return missing;
    }

    private static boolean hasClaimNumber(Set<Field> fields) {
        return fields.contains(Field.PATIENT_CONTROL_NUMBER) || fields.contains(Field.CLAIM_NUMBER);
    }

    /**
     * A claims export may list payments too, and a payer may repeat what the claim said. Where all that claims need is there, the folder
     * decides unless the headings clearly say otherwise; without a folder, the columns that only one of the two has decide by their
     * number. What lies among remittances, and has nothing that only claims have, is no claims export: the headings of its payments are
     * not known.
     *
     * @param folder the kind of files for which the folder is meant in which it lies, or null where it lies in neither
     */
    static FileKind of(Set<Field> fields, @Nullable FileKind folder) {
        boolean paid = fields.contains(Field.PAID);
        boolean claims = missing(FileKind.CLAIMS, fields).isEmpty();
        long ofClaims = count(OF_CLAIMS, fields);
        long ofRemittances = count(OF_REMITTANCES, fields);
        if (claims && folder == FileKind.CLAIMS) {
            boolean clearly =
                    ofRemittances - ofClaims >= CLEARLY && fields.stream().anyMatch(SURELY_OF_REMITTANCES::contains);
            return clearly ? FileKind.REMITTANCES : FileKind.CLAIMS;
        }
        if (claims && paid && folder == FileKind.REMITTANCES) {
            boolean clearly =
                    ofClaims - ofRemittances >= CLEARLY && fields.stream().anyMatch(SURELY_OF_CLAIMS::contains);
            return clearly ? FileKind.CLAIMS : FileKind.REMITTANCES;
        }
        if (paid) {
            return claims && ofClaims > ofRemittances ? FileKind.CLAIMS : FileKind.REMITTANCES;
        }
        if (folder == FileKind.REMITTANCES && ofClaims == 0) {
            return FileKind.REMITTANCES;
        }
        long beside = claims && folder == null ? count(BESIDE_CHARGES, fields) : 0;
        return ofRemittances - beside > ofClaims ? FileKind.REMITTANCES : FileKind.CLAIMS;
    }

    private static long count(Set<Field> columns, Set<Field> fields) {
        return fields.stream().filter(columns::contains).count();
    }

    /** What a person should know of how the kind was found, or null. */
    static @Nullable String note(FileKind kind, @Nullable FileKind folder, List<String> headings) {
        Set<Field> fields = known(headings);
        if (folder == null) {
            boolean forBoth = missing(FileKind.REMITTANCES, fields).isEmpty();
            return !forBoth || of(fields, FileKind.CLAIMS) == of(fields, FileKind.REMITTANCES)
                    ? null
                    : "its headings would do for claims and for remittances: below claims/ or remittances/ the folder decides";
        }
        return kind == folder ? null : "it " + kind.liesBelow(folder);
    }

    /** The required columns that are not there, as a person would look for them. */
    static List<String> missing(FileKind kind, Set<Field> fields) {
        List<String> missing = new ArrayList<>();
        boolean claimNumber = hasClaimNumber(fields);
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
}
