package recon.match;

import recon.claim.RemittanceLine;

/**
 * A payment line as an event of the claim line that it was matched to.
 *
 * @param tier 1 to 5
 * @param note the match's note, or empty
 * @param judgedNow whether it is in the scope of the month that is reconciled, and not one that an earlier month judged
 */
public record MatchedPayment(RemittanceLine line, int tier, String note, boolean judgedNow) {

    /** Whether its payer says that another payer comes before it, by the claim status or by what it adjusts (OA-23). */
    public boolean comesAfterAnother() {
        return Ranks.comesAfterAnother(line);
    }

    /** Whether something was allowed: it is neither a reversal, a denial nor an answer of nothing. */
    public boolean allowsSomething() {
        return !line.isReversal() && !Denials.isOfNothing(line);
    }
}
