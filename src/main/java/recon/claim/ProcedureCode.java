package recon.claim;

import java.util.Locale;

/**
 * A CPT or HCPCS level II procedure code: five characters, upper case, such as {@code 96372} or {@code J3420}.
 *
 * @param code the five characters
 */
public record ProcedureCode(String code) {

    /** Therapeutic, prophylactic or diagnostic injection, subcutaneous or intramuscular: what this product reconciles. */
    public static final ProcedureCode INJECTION = new ProcedureCode("96372");

    public ProcedureCode {
        code = code.strip().toUpperCase(Locale.ROOT);
    }

    public boolean isInjection() {
        return equals(INJECTION);
    }

    /** HCPCS level II: drugs are J and Q codes, and in a hospital's outpatient department C codes. */
    public boolean isDrug() {
        return !code.isEmpty() && "JQC".indexOf(code.charAt(0)) >= 0;
    }

    @Override
    public String toString() {
        return code;
    }
}
