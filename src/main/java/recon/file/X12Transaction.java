package recon.file;

/** One transaction set while it is read, from the segment behind its ST to the one before its SE. */
interface X12Transaction {

    /** @throws X12LimitException if the segment cannot belong where it stands */
    void accept(X12Segment segment) throws X12LimitException;

    /** The transaction is over: what was held back goes to the output. */
    void end();
}
