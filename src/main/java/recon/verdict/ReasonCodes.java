package recon.verdict;

/** What claim adjustment reason codes and remark codes mean for a 96372 line ({@code reason-codes.csv}, {@code remark-codes.csv}). */
public final class ReasonCodes {

    private ReasonCodes() {}

    public static ReasonCodes shipped() {
        throw new UnsupportedOperationException();
    }
}
