package recon.verdict;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/**
 * The first month that found a claim line underpaid or denied, from that month's latest complete revision.
 *
 * @param verdict UNDERPAID, DENIED or PARTLY_DENIED
 * @param allowed what was allowed then; zero for a denial
 * @param latest the latest earlier month's verdict of the same line; a line is listed as recovered once, in the month that pays it
 */
public record EarlierVerdict(
        YearMonth month, Verdict verdict, @Nullable Money allowed, Verdict latest) {}
