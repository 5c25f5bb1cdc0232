package recon.match;

import java.util.List;
import java.util.Map;
import recon.claim.ClaimLine;
import recon.claim.RemittanceLine;

/**
 * Everything that can decide where the payments of one claim belong.
 *
 * @param payments all payment lines on file that name this claim, up to the month's end: those that earlier months matched, oldest
 *     month first, then those that they judged in vain, then the others, each in the order in which they are on file
 * @param claimLines the claim's 96372 lines on file, without duplicated and replaced ones, in the order of line number and file
 * @param byMember other 96372 lines on file of the same members on the same service dates (tier 5)
 * @param near other 96372 lines on file that a suggestion may name (tier 6): zero-stripped or truncated control number
 * @param superseded 96372 lines of the claim that were replaced, dropped or voided, in no order; of the members on the days where the
 *     claim is not found by its number; gathered where several payments may be one
 * @param earlier what the last earlier month found for payments, by their numbers, as far as the line that it found still counts;
 *     that line need not be among those of the group
 * @param runs the numbers of the runs that found them, by the payments' numbers
 */
public record MatchGroup(
        List<RemittanceLine> payments,
        List<ClaimLine> claimLines,
        List<ClaimLine> byMember,
        List<ClaimLine> near,
        List<ClaimLine> superseded,
        Map<Long, MatchResult.Matched> earlier,
        Map<Long, Long> runs) {

    MatchGroup withClaimLines(List<ClaimLine> claimLines) {
        return new MatchGroup(payments, claimLines, byMember, near, superseded, earlier, runs);
    }

    MatchGroup withLinesByMember(List<ClaimLine> byMember) {
        return new MatchGroup(payments, claimLines, byMember, near, superseded, earlier, runs);
    }

    MatchGroup withNear(List<ClaimLine> near) {
        return new MatchGroup(payments, claimLines, byMember, near, superseded, earlier, runs);
    }

    MatchGroup withSuperseded(List<ClaimLine> superseded) {
        return new MatchGroup(payments, claimLines, byMember, near, superseded, earlier, runs);
    }

    /** Whether a payment keeps the line that an earlier month found for it, unless it {@link #mayRepeat repeats} one that does. */
    public boolean stays(long remittanceLineId) {
        return earlier.containsKey(remittanceLineId);
    }

    /**
     * Whether a payment may turn out to repeat one before it. One that stays was compared with all that its month's run knew: an older
     * month that was run again later may have found more.
     */
    boolean mayRepeat(long remittanceLineId, long other) {
        return !stays(remittanceLineId)
                || stays(other) && runs.getOrDefault(other, 0L) > runs.getOrDefault(remittanceLineId, 0L);
    }
}
