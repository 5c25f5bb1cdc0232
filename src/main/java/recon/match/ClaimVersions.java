package recon.match;

import java.util.List;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;

/** Tells which lines of a claim are current, where it is on file more than once. */
public final class ClaimVersions {

    private ClaimVersions() {}

    /** How a line came to be set aside. */
    public enum Cause {
        /** The same line stands in another export. */
        DUPLICATE,
        /** A replacement claim (frequency 7) took its place. */
        REPLACED,
        /** The claim was voided (frequency 8), or the line is of the voiding claim itself. */
        VOIDED
    }

    /**
     * A line that is not judged.
     *
     * @param by the line on file that it repeats, or by which it was replaced or voided
     */
    public record SetAside(long lineId, long by, Cause cause) {}

    /**
     * @param lines all lines on file of one control number, 96372 and other codes, in the order in which they are on file
     * @return those of them that are not current, in the same order
     */
    public static List<SetAside> setAside(List<ClaimLine> lines, PayerDirectory payers) {
        throw new UnsupportedOperationException();
    }
}
