package recon.file;

/** A segment that a sound transaction cannot have; its reader refuses the file for it, naming the file. */
final class X12LimitException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason what is wrong, to follow "segment N"; no content of the file */
    X12LimitException(X12Segment segment, String reason) {
        super("segment %d %s: get the file again".formatted(segment.number(), reason));
    }
}
