package recon.match;

import java.util.List;
import recon.claim.ClaimLine;
import recon.claim.ProviderAdjustment;

/**
 * A 96372 claim line with all that happened to it up to the month's end.
 *
 * @param events in the order in which they are on file; empty where the payer has not answered
 * @param takeBacks provider-level adjustments that name the line's payer claim number
 * @param otherLines the claim's other lines, and the same patient's lines of the day on other claims: 96372 and other codes
 */
public record LineHistory(
        ClaimLine line, List<MatchedPayment> events, List<ProviderAdjustment> takeBacks, List<ClaimLine> otherLines) {}
