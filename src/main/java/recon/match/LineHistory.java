package recon.match;

import java.util.List;
import recon.claim.ClaimLine;
import recon.claim.ProviderAdjustment;

/**
 * A 96372 claim line with all that happened to it up to the month's end.
 *
 * @param events in the order in which they are on file; empty where the payer has not answered
 * @param takeBacks provider-level adjustments that name the line's payer claim number
 * @param otherLines lines of other codes of the same claim or the same patient's day, for never-together pairs and the claim audit
 */
public record LineHistory(
        ClaimLine line, List<MatchedPayment> events, List<ProviderAdjustment> takeBacks, List<ClaimLine> otherLines) {}
