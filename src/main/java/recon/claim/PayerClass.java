package recon.claim;

/** The kind of payer that decides which expected amounts apply. */
public enum PayerClass {
    MEDICARE("Medicare"),
    MEDICAID("Medicaid"),
    PRIVATE("Private"),
    UNKNOWN("Unknown");

    private final String label;

    PayerClass(String label) {
        this.label = label;
    }

    /** As the workbooks show it. */
    public String label() {
        return label;
    }
}
