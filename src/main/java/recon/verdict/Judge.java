package recon.verdict;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;
import recon.match.HistoryMapper;
import recon.match.LineHistory;
import recon.price.Clocks;
import recon.price.Pricer;
import recon.price.Tolerance;

/** Says the verdict on a claim line, and on a payment line that found no claim line. */
public final class Judge {

    /** What verdicts depend on beside the line's own history. */
    public record Rules(
            Pricer pricer, PayerDirectory payers, Clocks clocks, Tolerance tolerance, ReasonCodes reasonCodes) {}

    /** @param month the month that is reconciled; ageing and days left count from its last day */
    public Judge(Rules rules, YearMonth month) {}

    /** @param earlier what earlier months found of the line, or null where none found it underpaid or denied */
    public Finding judge(LineHistory history, @Nullable EarlierVerdict earlier) {
        throw new UnsupportedOperationException();
    }

    /** @param suggested the claim line that the matcher suggests (tier 6), or null */
    public Finding unmatched(HistoryMapper.Unmatched payment, @Nullable ClaimLine suggested) {
        throw new UnsupportedOperationException();
    }
}
