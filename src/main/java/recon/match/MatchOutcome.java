package recon.match;

/** What the matching of a payment came to, as it stands in the table of matches; the statements name these constants. */
public enum MatchOutcome {
    /** It has a claim line. */
    MATCHED,
    /** It tells another payment once more and does not count. */
    REPEATS,
    /** No claim line fits. */
    NO_CLAIM,
    /** Several claim lines fit equally well, so it has none of them. */
    SEVERAL;

    /** Whether it is a payment that counts, but without a claim line. */
    public boolean isUnmatched() {
        return this == NO_CLAIM || this == SEVERAL;
    }
}
