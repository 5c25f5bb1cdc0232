package recon.claim;

/** How long a text may be that is kept. */
public final class TextLength {

    /** Characters. Far above what X12 allows of a name (60) or a reference (50); the columns of the database are no narrower. */
    public static final int MOST = 400;

    private TextLength() {}
}
