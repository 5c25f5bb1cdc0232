package recon.intake;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.FileKind;
import recon.claim.TextLength;

/**
 * What a column can mean. A constant's name in lower case is the heading of the plain layout, the name that profiles use and the
 * heading that X12 rows have; {@code charge} is the plain layout's word for {@link #BILLED} in claims.
 */
enum Field {
    PAYER,
    PAYER_ID,
    PAYER_CLASS,
    FILING_CODE,
    CHECK_NUMBER,
    CHECK_DATE,
    PATIENT_CONTROL_NUMBER,
    PAYER_CLAIM_NUMBER,
    /** A claim number whose heading does not say whose it is: the practice's in claims, the payer's in remittances. */
    CLAIM_NUMBER,
    LINE_CONTROL_NUMBER,
    LINE_NUMBER,
    LINE_SEQUENCE,
    CLAIM_STATUS,
    FREQUENCY,
    MEMBER_ID,
    PATIENT_LAST_NAME,
    PATIENT_FIRST_NAME,
    PATIENT_NAME,
    SERVICE_DATE,
    PROCEDURE_CODE,
    ORIGINAL_CODE,
    /** One column, or one a modifier. */
    MODIFIERS,
    UNITS,
    PAID_UNITS,
    PLACE_OF_SERVICE,
    BILLED,
    ALLOWED,
    PAID,
    PATIENT_RESPONSIBILITY,
    DEDUCTIBLE,
    COINSURANCE,
    COPAY,
    ADJUSTMENTS,
    ADJUSTMENT_GROUP,
    ADJUSTMENT_CODE,
    ADJUSTMENT_AMOUNT,
    REMARK_CODES,
    RENDERING_NPI,
    RENDERING_CREDENTIAL,
    SUBMITTED_DATE,
    DIAGNOSES,
    NDC,
    DRUG,
    DOSE,
    ROUTE,
    SITE,
    ADMINISTERED,
    STATE,
    LOCALITY,
    /** X12 only: the claim's dollars on a claim-level row. */
    CLAIM_BILLED,
    CLAIM_PAID,
    /** X12 only: 0 on the row of a claim without service lines. */
    SERVICE_LINES,
    /** X12 only: what the units count (SV103). */
    UNIT_BASIS,
    /** X12 only: the sequence of a line's first part, on each of the parts into which the payer split it. */
    PART_OF,
    /** X12 only: 837I or 837D on a line of an institutional or dental claim. */
    CLAIM_KIND;

    /** What names somebody: words, which a note may hold too. */
    static final Set<Field> NAMES =
            Collections.unmodifiableSet(EnumSet.of(PAYER, PATIENT_NAME, PATIENT_LAST_NAME, PATIENT_FIRST_NAME));

    /** What says by a number of which claim or patient a line is, whoever gave it. */
    static final Set<Field> IDS =
            Collections.unmodifiableSet(EnumSet.of(PATIENT_CONTROL_NUMBER, PAYER_CLAIM_NUMBER, MEMBER_ID));

    private static final Map<String, Field> BY_NAME = new HashMap<>();

    static {
        for (Field field : values()) {
            BY_NAME.put(field.name().toLowerCase(Locale.ROOT), field);
        }
        BY_NAME.put("charge", BILLED);
    }

    /** The field of a name such as {@code service_date}, or null where there is none. */
    static @Nullable Field named(String name) {
        return BY_NAME.get(name);
    }

    /** The plain layout's heading. */
    String heading(FileKind kind) {
        return this == BILLED && kind == FileKind.CLAIMS ? "charge" : name().toLowerCase(Locale.ROOT);
    }

    /** Whether several columns may hold it together. */
    boolean isRepeatable() {
        return switch (this) {
            case MODIFIERS,
                    ADJUSTMENTS,
                    ADJUSTMENT_GROUP,
                    ADJUSTMENT_CODE,
                    ADJUSTMENT_AMOUNT,
                    REMARK_CODES,
                    DIAGNOSES -> true;
            default -> false;
        };
    }

    /**
     * The most characters that a value may have, its codes joined by blanks where it has several: as many as its column of the database
     * takes.
     */
    int longest() {
        return switch (this) {
            case RENDERING_CREDENTIAL, NDC, LOCALITY, MODIFIERS -> 100;
            // kept as one text, "LAST, FIRST"
            case PATIENT_LAST_NAME, PATIENT_FIRST_NAME -> 199;
            case DIAGNOSES -> 1000;
            case ADJUSTMENTS -> 4000;
            default -> TextLength.MOST;
        };
    }

    /** Whether each row may fill another one of several columns for it: a check's in one, a transfer's in the next. */
    boolean isOfPayment() {
        return this == CHECK_NUMBER || this == CHECK_DATE;
    }

    /** Whether it is an amount of dollars that a claim has too, as the sum of its lines. */
    boolean isMoney() {
        return switch (this) {
            case BILLED, ALLOWED, PAID, PATIENT_RESPONSIBILITY, DEDUCTIBLE, COINSURANCE, COPAY -> true;
            default -> false;
        };
    }

    /** Whether reading the wrong one of two columns for it could change a verdict's money or its line. */
    boolean isDecisive() {
        return switch (this) {
            case PATIENT_CONTROL_NUMBER,
                    PAYER_CLAIM_NUMBER,
                    MEMBER_ID,
                    SERVICE_DATE,
                    PROCEDURE_CODE,
                    BILLED,
                    ALLOWED,
                    PAID,
                    PATIENT_RESPONSIBILITY,
                    UNITS -> true;
            default -> false;
        };
    }
}
