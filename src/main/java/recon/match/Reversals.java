package recon.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;

/** Pairs each reversal with the event that it takes back: the same claim of the payer's with the negated amounts. */
final class Reversals {

    private Reversals() {}

    /**
     * @param standing events that are neither reversals nor reversed, in order
     * @param reversals in order
     * @param lastReversed the event that the last reversal takes back, or null where it is not on file
     * @param unpaired the last reversal whose event is not on file, or null
     */
    record Outcome(
            List<MatchedPayment> standing,
            List<MatchedPayment> reversals,
            @Nullable MatchedPayment lastReversed,
            @Nullable MatchedPayment unpaired) {

        /** Where nothing stands, something was reversed. */
        MatchedPayment lastReversal() {
            return reversals.get(reversals.size() - 1);
        }
    }

    /** @param events of one payer rank, in order */
    static Outcome cancel(List<MatchedPayment> events) {
        List<MatchedPayment> standing = new ArrayList<>(
                events.stream().filter(event -> !event.line().isReversal()).toList());
        List<MatchedPayment> reversals =
                events.stream().filter(event -> event.line().isReversal()).toList();
        MatchedPayment lastReversed = null;
        MatchedPayment unpaired = null;
        for (MatchedPayment reversal : reversals) {
            MatchedPayment target = target(standing, reversal.line());
            lastReversed = target;
            if (target == null) {
                unpaired = reversal;
            } else {
                standing.remove(target);
            }
        }
        return new Outcome(List.copyOf(standing), reversals, lastReversed, unpaired);
    }

    /**
     * Of the fitting events that are not after the reversal, one with the adjustments that it repeats; then one of an earlier day, since
     * a reversal comes with its correction, which may be of the same amount; then the latest.
     */
    private static @Nullable MatchedPayment target(List<MatchedPayment> standing, RemittanceLine reversal) {
        Comparator<MatchedPayment> byFit = Comparator.<MatchedPayment, Boolean>comparing(
                        event -> isSameDecision(event.line(), reversal))
                .thenComparing(event -> event.line().posted().isBefore(reversal.posted()))
                .thenComparing(event -> event.line().posted());
        return standing.stream()
                .filter(event -> !event.line().posted().isAfter(reversal.posted()))
                .filter(event -> isTakenBackBy(event.line(), reversal))
                .reduce((one, later) -> byFit.compare(one, later) > 0 ? one : later)
                .orElse(null);
    }

    private static boolean isTakenBackBy(RemittanceLine event, RemittanceLine reversal) {
        String claim = MatchKeys.ofNullable(event.payerClaimNumber());
        String reversed = MatchKeys.ofNullable(reversal.payerClaimNumber());
        boolean sameClaim = claim == null || reversed == null || claim.equals(reversed);
        return sameClaim
                && event.billed().abs().equals(reversal.billed().abs())
                && event.paid().equals(reversal.paid().negated());
    }

    /** A reversal that repeats its event's adjustments, negated, is meant for that one of two events alike in amount. */
    private static boolean isSameDecision(RemittanceLine event, RemittanceLine reversal) {
        return !reversal.adjustments().isEmpty()
                && event.adjustments().size() == reversal.adjustments().size()
                && event.adjustments().stream().allMatch(adjustment -> reversal.adjustments().stream()
                        .anyMatch(other -> other.label().equals(adjustment.label())
                                && Objects.equals(
                                        other.amount(), adjustment.amount().negated())));
    }
}
