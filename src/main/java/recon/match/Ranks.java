package recon.match;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;
import recon.claim.RemittanceLine;

/**
 * In which order payers answer for a claim line (X12 CLP02: 1, 19 primary; 2, 20 secondary; 3, 21 tertiary). A reversal has the rank of
 * the event that it takes back. Another status without a rank (denied) or none, and a reversal whose event is not on file, has the rank
 * that its payer has elsewhere on the line. Failing that, a payer that adjusts for a prior one (OA-23) is second, and so is one that by
 * its class comes after the claim's and answers after that has allowed something, where no more was paid than that left open. Any other
 * is first.
 */
final class Ranks {

    static final int PRIMARY = 1;
    private static final int SECONDARY = 2;

    private static final Map<String, Integer> BY_STATUS =
            Map.of("1", PRIMARY, "19", PRIMARY, "2", SECONDARY, "20", SECONDARY, "3", 3, "21", 3);

    /** Medicare's supplements and Medicaid follow Medicare; Medicaid, the payer of last resort, follows private plans too. */
    private static final Map<PayerClass, Set<PayerClass>> FOLLOWING = Map.of(
            PayerClass.MEDICARE, Set.of(PayerClass.PRIVATE, PayerClass.MEDICAID),
            PayerClass.PRIVATE, Set.of(PayerClass.MEDICAID));

    private final PayerDirectory payers;

    /** What the payer that the claim names has allowed, taken back or not. */
    private final List<RemittanceLine> allowed;

    /** Those that may be of the payer that the claim names. */
    private final List<RemittanceLine> reversals;

    /** What all payers together paid, less what they took back, that by their class may follow the claim's and state no rank. */
    private final Money paidByFollowing;

    private final PayerDirectory.Payer billed;
    private final Map<String, Integer> byPayer = new HashMap<>();

    /** What each reversal takes back of its payer's, by the reversal's number on file. */
    private final Map<Long, RemittanceLine> reversed = new HashMap<>();

    /** @param events of the claim line, in order */
    Ranks(ClaimLine claim, List<MatchedPayment> events, PayerDirectory payers) {
        this.payers = payers;
        billed = payers.of(claim);
        allowed = events.stream()
                .filter(MatchedPayment::allowsSomething)
                .map(MatchedPayment::line)
                .filter(line -> payers.of(line).isSameAs(billed))
                .toList();
        reversals = events.stream()
                .map(MatchedPayment::line)
                .filter(line -> line.isReversal() && !payers.of(line).isOfAnotherClass(billed))
                .toList();
        for (MatchedPayment event : events) {
            Integer rank = stated(event.line());
            if (rank != null) {
                byPayer.merge(payer(event.line()), rank, Math::min);
            }
        }
        paidByFollowing = events.stream()
                .map(MatchedPayment::line)
                .filter(line -> mayFollowBilled(line) && !byPayer.containsKey(payer(line)))
                .map(RemittanceLine::paid)
                .reduce(Money.ZERO, Money::plus);
        if (events.stream().anyMatch(event -> event.line().isReversal())) {
            events.stream().collect(groupingBy(event -> payer(event.line()))).values().stream()
                    .flatMap(ofPayer -> Reversals.cancel(ofPayer, payers).takenBack().stream())
                    .forEach(pair -> reversed.put(
                            pair.reversal().line().id(), pair.event().line()));
        }
    }

    int of(RemittanceLine line) {
        RemittanceLine event = reversed.get(line.id());
        return ofDecision(event == null ? line : event);
    }

    private int ofDecision(RemittanceLine line) {
        Integer stated = stated(line);
        if (stated != null) {
            return stated;
        }
        Integer elsewhere = byPayer.get(payer(line));
        return elsewhere != null ? elsewhere : followsAnother(line) || followsBilled(line) ? SECONDARY : PRIMARY;
    }

    private static @Nullable Integer stated(RemittanceLine line) {
        return line.claimStatus() == null ? null : BY_STATUS.get(line.claimStatus());
    }

    /** Whether its payer says that another payer comes before it, by its status or by what it adjusts. */
    static boolean comesAfterAnother(RemittanceLine line) {
        Integer stated = stated(line);
        return stated != null ? stated > PRIMARY : followsAnother(line);
    }

    /** Whether its payer adjusts for what another payer did before it. */
    private static boolean followsAnother(RemittanceLine line) {
        return line.adjustments().stream().anyMatch(Adjustment::isOfPriorPayer);
    }

    /**
     * A file without claim statuses and adjustments does not say who comes second. Names alone do not tell, since many a payer goes by
     * two; nor does money of the day or the check of the claim's payer's, more than that left open, or what follows its reversal.
     */
    private boolean followsBilled(RemittanceLine line) {
        return !line.isReversal()
                && mayFollowBilled(line)
                && allowed.stream()
                        .anyMatch(first -> ofDecision(first) == PRIMARY
                                && first.posted().isBefore(line.posted())
                                && !isTakenBackBy(line.posted(), first)
                                && !paidByFollowing.isAbove(leftOpen(first)));
    }

    private boolean mayFollowBilled(RemittanceLine line) {
        PayerClass first = billed.knownClass();
        PayerClass second = payers.of(line).knownClass();
        return first != null
                && second != null
                && FOLLOWING.getOrDefault(first, Set.of()).contains(second);
    }

    /** A correction is of its reversal's day or later. */
    private boolean isTakenBackBy(LocalDate day, RemittanceLine first) {
        return reversals.stream()
                .filter(reversal -> !reversal.posted().isAfter(day))
                .anyMatch(reversal ->
                        first.posted().isBefore(reversal.posted()) || first.equals(reversed.get(reversal.id())));
    }

    /** The patient's share as it is stated, else what was allowed and not paid; zero where neither is known. */
    private static Money leftOpen(RemittanceLine line) {
        Money adjusted = line.adjustments().stream()
                .filter(Adjustment::isCostShare)
                .map(Adjustment::amount)
                .reduce(Money.ZERO, Money::plus);
        Money inItsColumn = line.shareInItsColumn();
        Money share = inItsColumn == null ? adjusted : inItsColumn;
        return share.isPositive() || line.allowed() == null
                ? share
                : line.allowed().minus(line.paid()).max(Money.ZERO);
    }

    boolean areOfOnePayer(MatchedPayment one, MatchedPayment other) {
        return payer(one.line()).equals(payer(other.line()));
    }

    private String payer(RemittanceLine line) {
        return payers.of(line).key();
    }
}
