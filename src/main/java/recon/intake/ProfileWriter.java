package recon.intake;

/** Stub. */
public final class ProfileWriter {
    private ProfileWriter() {}

    public static String yaml(SheetPlan.ReadAs plan) {
        throw new UnsupportedOperationException();
    }
}
