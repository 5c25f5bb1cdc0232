package recon.verdict;

/** What is said of a 96372 claim line, or of a payment line that found no claim line: exactly one for each. */
public enum Verdict {
    IN_RANGE,
    UNDERPAID,
    OVERPAID,
    DENIED,
    PARTLY_DENIED,
    EXPECTED_ZERO,
    PENDED,
    NO_RESPONSE,
    UNMATCHED,
    NEEDS_REVIEW;

    /** Whether some or all of the line was refused. */
    public boolean isDenial() {
        return this == DENIED || this == PARTLY_DENIED;
    }

    /** Whether somebody still has to do or wait for something: the line is listed again next month. */
    public boolean isOpen() {
        return this != IN_RANGE && this != EXPECTED_ZERO;
    }

    /** Whether a payer has answered a claim line. */
    public boolean isAnswer() {
        return this != NO_RESPONSE && this != UNMATCHED;
    }

    /** Whether the reports list the lines of both verdicts together. */
    public boolean isListedWith(Verdict other) {
        return this == other || isDenial() && other.isDenial();
    }

    /** Whether a payer has decided on a claim line: what it has suspended, or has taken back and not yet corrected, is to be decided. */
    public boolean isDecision() {
        return isAnswer() && this != PENDED;
    }

    /** Whether a payer has allowed the line or a part of it: what an earlier month found short or denied is recovered as far as that goes. */
    public boolean allowsSome() {
        return this == IN_RANGE || this == OVERPAID || this == UNDERPAID || this == PARTLY_DENIED;
    }

    /** Whether a payer has answered a claim line, and the answer leaves it open. */
    public boolean isOpenAnswer() {
        return isAnswer() && isOpen();
    }
}
