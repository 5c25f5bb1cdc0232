package recon.sample;

import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.verdict.Verdict;

/**
 * What the reconciliation must say of a 96372 line of the sample month, known from how the line was made.
 *
 * @param claim patient control number as its claim (or, for {@link Verdict#UNMATCHED}, its payment) states it; empty where it states none
 * @param line line number of the claim, or null for a payment that finds no claim line
 * @param allowed what the payer allowed, or null where there is no answer or no one amount that must be shown
 * @param atIssue short by, over by or at stake; null where the verdict has none
 * @param carc the primary reason of a denial, else null
 */
public record ExpectedLine(
        String claim,
        @Nullable Integer line,
        Verdict verdict,
        @Nullable Money allowed,
        @Nullable Money atIssue,
        @Nullable String carc) {}
