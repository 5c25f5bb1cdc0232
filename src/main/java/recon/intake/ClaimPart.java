package recon.intake;

/** Which part of a claim the rows of a table hold. Practices export claims in one file, or in two that a claim id joins. */
public enum ClaimPart {
    /** All of it: each row is a line with its payer. Remittances and X12 files are whole too. */
    WHOLE,
    /** A row a claim, without procedures: payer, patient, rendering provider, submission. */
    HEADERS,
    /** A row a service line, without the payer, which only the claim's header says. */
    CHARGE_LINES
}
