package recon.verdict;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerDirectory;
import recon.match.LineHistory;
import recon.price.Clocks;
import recon.price.ExpectedRanges;
import recon.price.NeverTogether;

/** Looks over submitted lines for what is likely to be denied, by the rules of the claim audit. */
public final class ClaimAudit {

    /** What the audit's rules know. {@code drugs} is the user's {@code drugs.csv}, or null. */
    public record Knowledge(
            PayerDirectory payers,
            NeverTogether pairs,
            Clocks clocks,
            ExpectedRanges ranges,
            @Nullable Path drugs) {}

    /** @param month the month that is reconciled; deadlines count from its last day */
    public ClaimAudit(Knowledge knowledge, YearMonth month) {}

    /**
     * @param otherLinesKnown whether any line of another code is on file: else nothing is said of what stands beside a 96372
     * @return by rule number; empty where nothing is to be said
     */
    public List<AuditFinding> audit(LineHistory history, boolean otherLinesKnown) {
        throw new UnsupportedOperationException();
    }
}
