package recon.sample;

import recon.claim.Money;

/** The payers of the sample month. */
enum SamplePayer {
    MEDICARE_EAST("Sample Medicare East", "Medicare", "MB", "SMPLE01"),
    MEDICARE_WEST("Sample Medicare West", "Medicare", "MB", "SMPLE02"),
    /** Pays the real national amount of 2026, which is below the article's range. */
    MEDICARE_NORTH("Sample Medicare North", "Medicare", "MB", "SMPLE03"),
    STATE_MEDICAID("Sample State Medicaid", "Medicaid", "MC", "SMPLE04"),
    MEDICAID_CARE("Sample Medicaid Care Plan", "Medicaid", "MC", "SMPLE05"),
    FAMILY_MEDICAID("Sample Family Medicaid", "Medicaid", "MC", "SMPLE06"),
    MUTUAL("Sample Mutual Health", "Commercial", "CI", "SMPLE07"),
    EMPLOYERS("Sample Employers Trust", "Self-Insured", "CI", "SMPLE08"),
    BLUE("Sample Blue Plan", "BCBS", "BL", "SMPLE09"),
    COMMERCIAL("Sample Commercial Insurance", "Commercial", "CI", "SMPLE10"),
    /** Its claims stand in the 837P, its remittances in the 835: only the filing code tells its class. */
    UNION_FUND("Sample Union Health Fund", "Private", "CI", "SMPLE11"),
    /** Nobody has told the practice's system what kind of payer this is. */
    WORKERS_FUND("Sample Workers Fund", "", "ZZ", "SMPLE12");

    private final String payerName;
    private final String statedClass;
    private final String filingCode;
    private final String id;

    SamplePayer(String payerName, String statedClass, String filingCode, String id) {
        this.payerName = payerName;
        this.statedClass = statedClass;
        this.filingCode = filingCode;
        this.id = id;
    }

    String payerName() {
        return payerName;
    }

    /** As the practice's system words it; empty for unknown. */
    String statedClass() {
        return statedClass;
    }

    /** X12 claim filing indicator. */
    String filingCode() {
        return filingCode;
    }

    String id() {
        return id;
    }

    boolean isMedicare() {
        return statedClass.equals("Medicare");
    }

    boolean isMedicaid() {
        return statedClass.equals("Medicaid");
    }

    /** The article's range, dollars per unit. */
    Money low() {
        return Money.of(isMedicare() ? "20.00" : isMedicaid() ? "15.00" : "25.00");
    }

    Money high() {
        return Money.of(isMedicare() ? "30.00" : isMedicaid() ? "25.00" : "50.00");
    }
}
