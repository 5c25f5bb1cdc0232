package recon.match;

/** Puts the events of a claim line in order and cancels reversals with what they reverse. */
public final class NetPositions {

    private NetPositions() {}

    public static NetPosition of(LineHistory history) {
        throw new UnsupportedOperationException();
    }
}
