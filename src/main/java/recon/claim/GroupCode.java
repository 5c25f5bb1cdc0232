package recon.claim;

/** Claim adjustment group code (X12 CAS01): who stands for the adjusted amount. */
public enum GroupCode {
    /** Contractual obligation: the provider absorbs it. */
    CO,
    /** Patient responsibility. */
    PR,
    /** Other adjustment: neither provider nor patient. */
    OA,
    /** Payer-initiated reduction. */
    PI,
    /** Correction or reversal (versions before 5010). */
    CR
}
