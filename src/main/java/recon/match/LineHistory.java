package recon.match;

import java.util.List;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.ProviderAdjustment;

/**
 * A 96372 claim line with all that happened to it up to the month's end.
 *
 * @param events in the order in which they are on file; empty where the payer has not answered
 * @param takeBacks provider-level adjustments of the line's payer that name its payer claim number
 * @param otherLines the claim's other lines of the day, and the same member's on other claims: 96372 and other codes
 * @param elsewhere what was paid on those of the other lines that bill the same patient's like service of the same day (modifiers,
 *     units, charge), where this line's payer comes after another; else empty. One of them may be the service as it was billed to that
 *     payer
 */
public record LineHistory(
        ClaimLine line,
        List<MatchedPayment> events,
        List<ProviderAdjustment> takeBacks,
        List<ClaimLine> otherLines,
        List<PaidElsewhere> elsewhere) {

    /** Another line, with its net payment: the signed sum of all that the payer of its lowest rank paid. */
    public record PaidElsewhere(ClaimLine line, Money paid) {}

    public LineHistory(
            ClaimLine line,
            List<MatchedPayment> events,
            List<ProviderAdjustment> takeBacks,
            List<ClaimLine> otherLines) {
        this(line, events, takeBacks, otherLines, List.of());
    }
}
