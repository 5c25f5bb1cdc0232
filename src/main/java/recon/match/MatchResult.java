package recon.match;

import org.jspecify.annotations.Nullable;

/** Where one payment line belongs. */
public sealed interface MatchResult {

    /**
     * @param tier 1 to 5 (domain: matching tiers)
     * @param note what a person should know ("modifier dropped", "recoded from 96372 to 99211", "low confidence"), or empty
     */
    record Matched(long claimLineId, int tier, String note) implements MatchResult {}

    /**
     * @param reason for the report
     * @param suggestedClaimLineId a line that it may belong to (tier 6), for a person to decide, or null
     */
    record NoClaimLine(String reason, @Nullable Long suggestedClaimLineId) implements MatchResult {}

    /**
     * Several lines fit equally well, so none is taken.
     *
     * @param lines how many
     */
    record SeveralClaimLines(int lines) implements MatchResult {

        /** For the report. */
        String reason() {
            return "%d claim lines fit equally well".formatted(lines);
        }
    }

    /** The same payment line as another that is on file; it does not count again. */
    record Repeats(long remittanceLineId) implements MatchResult {}
}
