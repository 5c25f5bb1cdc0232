package recon.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerDirectory;
import recon.claim.ProviderAdjustment;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;
import recon.match.Reversals.Outcome;
import recon.match.Reversals.TakenBack;

/**
 * Puts the events of a claim line in order and cancels reversals with what they reverse (X12 835 TR3, 1.10.2.8 "Reversals and
 * corrections").
 *
 * <p>The payer of the lowest rank on file decides, save in a rank that it gave up for another. Of its events that stand, the last one
 * with money allowed decides, since a later denial or suspension (CARC 133) without a reversal takes nothing back; else the last one
 * that is suspended in part; else the last denial. A denial as duplicate (CARC 18) never displaces another decision, and a zero without
 * a reason none but such a denial or a suspension. Where the last reversal took back what had displaced all that stands, nothing is
 * decided.
 */
public final class NetPositions {

    private static final Comparator<MatchedPayment> IN_ORDER = Comparator.<MatchedPayment, LocalDate>comparing(
                    event -> event.line().posted())
            .thenComparing(event -> event.line().id());

    /** Provider-level adjustments that take a claim's money back: overpayment recovery, forward balance, authorised return. */
    static final Set<String> TAKE_BACKS = Set.of("WO", "FB", "72");

    /** What an event weighs against others: of a heavier one nothing is taken back by a lighter one that follows. */
    private static final int DUPLICATE = 0;

    /** It says neither why nothing was allowed nor that it takes anything back. */
    private static final int WITHOUT_REASON = 1;

    private static final int DENIED = 2;

    /** Something was allowed, but a part of the charge is not decided yet. */
    private static final int SUSPENDED_IN_PART = 3;

    private static final int ALLOWED = 4;

    private NetPositions() {}

    /** @param paid signed sum of the rank's events */
    private record OfRank(int rank, Money paid, Outcome outcome) {}

    /** @param payers by which names of one payer are told to be one */
    public static NetPosition of(LineHistory history, PayerDirectory payers) {
        if (history.events().isEmpty()) {
            return new NetPosition.NoResponse();
        }
        List<MatchedPayment> inOrder = Parts.joined(
                history.line(), history.events().stream().sorted(IN_ORDER).toList(), payers);
        Ranks ranks = new Ranks(history.line(), inOrder, payers);
        Map<Integer, List<MatchedPayment>> byRank = new TreeMap<>();
        inOrder.forEach(event -> byRank.computeIfAbsent(ranks.of(event.line()), rank -> new ArrayList<>())
                .add(event));
        List<OfRank> all = new ArrayList<>();
        byRank.forEach((rank, events) -> all.add(new OfRank(rank, sumOf(events), Reversals.cancel(events, payers))));
        OfRank deciding = deciding(all, ranks);
        Outcome outcome = deciding.outcome();
        Money paid = deciding.paid();
        MatchedPayment decisive = decisive(outcome.standing());
        if (decisive == null) {
            MatchedPayment reversal = outcome.lastReversal();
            MatchedPayment reversed = outcome.lastReversed();
            return awaitingCorrection(reversal, reversed == null ? reversal : reversed, paid);
        }
        TakenBack last = outcome.lastTakenBack();
        if (last != null && isUndecidedSince(last, outcome.standing(), decisive)) {
            return awaitingCorrection(last.reversal(), last.event(), paid);
        }
        if (Denials.isSuspended(decisive.line())) {
            return new NetPosition.Pended(decisive, paid, "suspended by the payer (CARC 133)");
        }
        List<MatchedPayment> denials = Denials.isDuplicate(decisive.line())
                ? List.of(decisive)
                : outcome.standing().stream()
                        .filter(event -> weight(event) == DENIED && !Denials.isSuspended(event.line()))
                        .toList();
        List<MatchedPayment> suspensions = outcome.standing().stream()
                .filter(event -> Denials.isSuspended(event.line()))
                .toList();
        List<MatchedPayment> withoutReason = outcome.standing().stream()
                .filter(event -> weight(event) == WITHOUT_REASON)
                .toList();
        return new NetPosition.Adjudicated(
                decisive,
                paid,
                otherRanks(all, deciding),
                deciding.rank() > Ranks.PRIMARY,
                takenBack(history.takeBacks()),
                conflict(history.line(), outcome, payers),
                denials.size(),
                denials.isEmpty() ? null : denials.get(0).line().posted(),
                lastAfter(decisive, outcome.standing(), denials),
                lastAfter(decisive, outcome.standing(), suspensions),
                lastAfter(decisive, outcome.standing(), withoutReason));
    }

    private static @Nullable MatchedPayment decisive(List<MatchedPayment> standing) {
        MatchedPayment decisive = null;
        for (MatchedPayment event : standing) {
            if (decisive == null || displaces(event, decisive)) {
                decisive = event;
            }
        }
        return decisive;
    }

    /** A suspension waits for an answer: a zero is one, though it states no reason. */
    private static boolean displaces(MatchedPayment event, MatchedPayment decisive) {
        return weight(event) >= weight(decisive)
                || weight(event) == WITHOUT_REASON && Denials.isSuspended(decisive.line());
    }

    private static NetPosition awaitingCorrection(MatchedPayment reversal, MatchedPayment shown, Money paid) {
        return new NetPosition.Pended(
                shown,
                paid,
                "reversed on %s, awaiting correction".formatted(reversal.line().posted()));
    }

    /**
     * A reversal does not revive a denial that the reversed event had displaced: by its weight, or as the later of two denials. A payment
     * that is left stands, since it was made twice. From the reversal's day on any decision but one as duplicate is the correction; and
     * so is one as duplicate, where nothing else is left, that the reversal's own check states of the same claim.
     */
    private static boolean isUndecidedSince(TakenBack last, List<MatchedPayment> standing, MatchedPayment left) {
        int reversed = weight(last.event());
        boolean displacedIt = weight(left) < ALLOWED
                && (reversed > weight(left) || reversed == weight(left) && IN_ORDER.compare(last.event(), left) > 0);
        return displacedIt
                && !isOfOneClaimAndCheck(left.line(), last.reversal().line())
                && standing.stream()
                        .noneMatch(event -> weight(event) > DUPLICATE
                                && !event.line()
                                        .posted()
                                        .isBefore(last.reversal().line().posted()));
    }

    private static boolean isOfOneCheck(RemittanceLine one, RemittanceLine other) {
        return one.posted().equals(other.posted())
                && MatchKeys.areStatedAsOneCheck(one.checkNumber(), other.checkNumber());
    }

    private static boolean isOfOneClaimAndCheck(RemittanceLine one, RemittanceLine other) {
        return isOfOneCheck(one, other) && MatchKeys.areStatedAlike(one.payerClaimNumber(), other.payerClaimNumber());
    }

    private static @Nullable MatchedPayment lastAfter(
            MatchedPayment decisive, List<MatchedPayment> standing, List<MatchedPayment> some) {
        MatchedPayment last = some.isEmpty() ? null : some.get(some.size() - 1);
        return last != null && standing.indexOf(last) > standing.indexOf(decisive) ? last : null;
    }

    private static int weight(MatchedPayment event) {
        if (Denials.isDuplicate(event.line())) {
            return DUPLICATE;
        }
        if (Denials.isDenial(event.line())) {
            return DENIED;
        }
        if (Denials.isZeroWithoutReason(event.line())) {
            return WITHOUT_REASON;
        }
        return Denials.isSuspended(event.line()) ? SUSPENDED_IN_PART : ALLOWED;
    }

    /** The lowest on file, save those that were given up for another. */
    private static OfRank deciding(List<OfRank> all, Ranks ranks) {
        return all.stream()
                .filter(one -> !one.outcome().standing().isEmpty()
                        || all.stream().noneMatch(other -> isGivenUpFor(other.outcome(), one.outcome(), ranks)))
                .findFirst()
                .orElseThrow();
    }

    /** The payer took back all that was decided in one rank, and has decided in the other since. */
    private static boolean isGivenUpFor(Outcome other, Outcome reversed, Ranks ranks) {
        MatchedPayment reversal = reversed.lastReversal();
        return other.standing().stream()
                .anyMatch(event -> ranks.areOfOnePayer(event, reversal)
                        && !event.line().posted().isBefore(reversal.line().posted()));
    }

    private static List<MatchedPayment> otherRanks(List<OfRank> all, OfRank deciding) {
        List<MatchedPayment> others = new ArrayList<>();
        for (OfRank one : all) {
            MatchedPayment last = decisive(one.outcome().standing());
            if (one.rank() != deciding.rank() && last != null) {
                others.add(last);
            }
        }
        return others;
    }

    /** Parts that do not make a whole, a payment twice without a reversal between, or a reversal of an amount that nothing on file has. */
    private static @Nullable String conflict(ClaimLine line, Outcome outcome, PayerDirectory payers) {
        List<List<MatchedPayment>> split = Parts.split(line, outcome.standing(), payers);
        if (!split.isEmpty()) {
            List<MatchedPayment> parts = split.get(0);
            return "split over %d rows of check %s, whose charges, units and claim statuses do not make up the line's"
                    .formatted(parts.size(), check(parts.get(0)));
        }
        MatchedPayment reversal = outcome.unpaired();
        if (reversal != null && reversal.line().paid().isPositive()) {
            return "check %s states a reversal (claim status 22) by amounts that are not negative: what it takes back is not known"
                    .formatted(check(reversal));
        }
        List<MatchedPayment> paid = outcome.standing().stream()
                .filter(event -> event.line().paid().isPositive())
                .toList();
        if (paid.size() > 1) {
            MatchedPayment one = paid.get(paid.size() - 2);
            MatchedPayment other = paid.get(paid.size() - 1);
            return isOfOneCheck(one.line(), other.line())
                    ? "twice under check %s, no reversal".formatted(check(other))
                    : "paid twice: checks %s and %s, no reversal".formatted(check(one), check(other));
        }
        boolean standsBeforeIt = reversal != null
                && outcome.standing().stream()
                        .noneMatch(event ->
                                !event.line().posted().isBefore(reversal.line().posted()));
        return reversal != null && standsBeforeIt
                ? "check %s reverses an amount that no payment on file has".formatted(check(reversal))
                : null;
    }

    private static String check(MatchedPayment event) {
        String number = event.line().checkNumber();
        return number == null ? "of " + event.line().posted() : number;
    }

    private static Money takenBack(List<ProviderAdjustment> adjustments) {
        return adjustments.stream()
                .filter(adjustment -> TAKE_BACKS.contains(adjustment.reason()))
                .map(ProviderAdjustment::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static Money sumOf(List<MatchedPayment> events) {
        return events.stream().map(event -> event.line().paid()).reduce(Money.ZERO, Money::plus);
    }
}
