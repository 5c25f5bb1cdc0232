package recon.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.PayerDirectory;
import recon.claim.RemittanceLine;
import recon.claim.SourceRef;
import recon.load.MatchKeys;

/** Pairs each reversal with the event that it takes back: the same claim of the payer's with the negated amounts. */
final class Reversals {

    private Reversals() {}

    /** A reversal with the event that it takes back. */
    record TakenBack(MatchedPayment reversal, MatchedPayment event) {}

    /**
     * @param standing events that are neither reversals nor reversed, in order
     * @param reversals in order
     * @param takenBack those of the reversals whose events are on file, in order
     * @param unpaired the last reversal whose event is not on file, or null
     */
    record Outcome(
            List<MatchedPayment> standing,
            List<MatchedPayment> reversals,
            List<TakenBack> takenBack,
            @Nullable MatchedPayment unpaired) {

        /** Where nothing stands, something was reversed. */
        MatchedPayment lastReversal() {
            return reversals.get(reversals.size() - 1);
        }

        /** The event that the last reversal takes back, or null where it is not on file. */
        @Nullable
        MatchedPayment lastReversed() {
            TakenBack last = lastTakenBack();
            return last != null && last.reversal().equals(lastReversal()) ? last.event() : null;
        }

        /** Null where no reversal's event is on file. */
        @Nullable
        TakenBack lastTakenBack() {
            return takenBack.isEmpty() ? null : takenBack.get(takenBack.size() - 1);
        }
    }

    /**
     * @param events of one payer or of one rank, in order
     * @param payers by which names of one payer are told to be one
     */
    static Outcome cancel(List<MatchedPayment> events, PayerDirectory payers) {
        List<MatchedPayment> standing = new ArrayList<>(
                events.stream().filter(event -> !event.line().isReversal()).toList());
        List<MatchedPayment> reversals =
                events.stream().filter(event -> event.line().isReversal()).toList();
        List<TakenBack> takenBack = new ArrayList<>();
        MatchedPayment unpaired = null;
        for (MatchedPayment reversal : reversals) {
            MatchedPayment target = target(standing, reversal.line(), payers);
            if (target == null) {
                unpaired = reversal;
            } else {
                takenBack.add(new TakenBack(reversal, target));
                standing.remove(target);
            }
        }
        return new Outcome(List.copyOf(standing), reversals, List.copyOf(takenBack), unpaired);
    }

    /** Whether a reversal may take back an event of the same service: of the claim's, or numbered anew and else repeated. */
    static boolean mayTakeBack(RemittanceLine reversal, RemittanceLine event, PayerDirectory payers) {
        return mayComeBefore(event, reversal)
                && hasNegatedAmounts(event, reversal)
                && (isOfSameClaim(event, reversal) || isNumberedAnew(event, reversal, payers));
    }

    /**
     * Of the claim's events that fit, one with the adjustments that the reversal repeats; then one of an earlier day, since a reversal
     * comes with its correction, which may be of the same amount; then the latest. Where none of the claim fits, since the payer gave
     * the reversal a new number, the latest of earlier days that it repeats.
     */
    private static @Nullable MatchedPayment target(
            List<MatchedPayment> standing, RemittanceLine reversal, PayerDirectory payers) {
        Comparator<MatchedPayment> byFit = Comparator.<MatchedPayment, Boolean>comparing(
                        event -> isSameDecision(event.line(), reversal))
                .thenComparing(event -> event.line().posted().isBefore(reversal.posted()))
                .thenComparing(event -> event.line().posted());
        List<MatchedPayment> fitting = standing.stream()
                .filter(event -> mayComeBefore(event.line(), reversal) && hasNegatedAmounts(event.line(), reversal))
                .toList();
        return best(fitting.stream().filter(event -> isOfSameClaim(event.line(), reversal)), byFit)
                .or(() -> best(fitting.stream().filter(event -> isNumberedAnew(event.line(), reversal, payers)), byFit))
                .orElse(null);
    }

    private static Optional<MatchedPayment> best(Stream<MatchedPayment> events, Comparator<MatchedPayment> byFit) {
        return events.reduce((one, later) -> byFit.compare(one, later) > 0 ? one : later);
    }

    /**
     * By its day. Within a day the order of an 835 tells, where a reversal precedes its correction (X12 835 TR3, 1.10.2.8). The rows of a
     * sheet may be sorted by anything: there an event of the day that the reversal contradicts is taken for the correction.
     */
    private static boolean mayComeBefore(RemittanceLine event, RemittanceLine reversal) {
        if (!event.posted().equals(reversal.posted())) {
            return event.posted().isBefore(reversal.posted());
        }
        boolean inOrder = event.source().unit() == SourceRef.Unit.SEGMENT
                && LinesFile.of(event).equals(LinesFile.of(reversal));
        return inOrder ? event.id() < reversal.id() : !contradicts(reversal, event);
    }

    /** It takes back another allowed amount, or an adjustment that the event, which states some, has not; whatever their signs. */
    private static boolean contradicts(RemittanceLine reversal, RemittanceLine event) {
        return isOtherAmount(event.allowed(), reversal.allowed())
                || !event.adjustments().isEmpty()
                        && !reversal.adjustments().stream().allMatch(reversed -> event.adjustments().stream()
                                .anyMatch(adjustment -> adjustment.carc().equals(reversed.carc())
                                        && adjustment
                                                .amount()
                                                .abs()
                                                .equals(reversed.amount().abs())));
    }

    /** Many a payer leaves the allowed amount of a reversal blank, or at zero. */
    private static boolean isOtherAmount(@Nullable Money allowed, @Nullable Money reversed) {
        return allowed != null
                && reversed != null
                && !reversed.isZero()
                && !allowed.abs().equals(reversed.abs());
    }

    private static boolean hasNegatedAmounts(RemittanceLine event, RemittanceLine reversal) {
        return event.billed().abs().equals(reversal.billed().abs())
                && event.paid().equals(reversal.paid().negated());
    }

    static boolean isOfSameClaim(RemittanceLine event, RemittanceLine reversal) {
        return MatchKeys.mayBeSame(event.payerClaimNumber(), reversal.payerClaimNumber());
    }

    private static boolean isNumberedAnew(RemittanceLine event, RemittanceLine reversal, PayerDirectory payers) {
        return payers.of(event).isSameAs(payers.of(reversal))
                && event.posted().isBefore(reversal.posted())
                && isSameDecision(event, reversal);
    }

    /** A reversal that repeats its event's adjustments, negated, is meant for that one of two events alike in amount. */
    static boolean isSameDecision(RemittanceLine event, RemittanceLine reversal) {
        return !reversal.adjustments().isEmpty()
                && event.adjustments().size() == reversal.adjustments().size()
                && event.adjustments().stream().allMatch(adjustment -> reversal.adjustments().stream()
                        .anyMatch(other -> other.label().equals(adjustment.label())
                                && Objects.equals(
                                        other.amount(), adjustment.amount().negated())));
    }
}
