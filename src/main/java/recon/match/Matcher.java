package recon.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;

/**
 * Assigns the payments of one claim to its lines, by the first of these tiers that names one line:
 *
 * <ol>
 *   <li>payer, control number and line control number, with code and date;
 *   <li>control number (or the payer's claim number), date, code, set of modifiers, charge and units;
 *   <li>the same without modifiers, where one line is left;
 *   <li>tier 2 by the code that was billed, where the payer recoded it;
 *   <li>member, date, code and charge, where one line fits.
 * </ol>
 *
 * Where lines of several payers fit, those of the payment's own payer count.
 *
 * <p>What none of them finds is {@link Suggestions suggested} at most. Identical lines of a claim are assigned one to one within each
 * event, and each later event of a line to the line that had the earlier one; what is paid or denied once more, to one that was denied
 * before one that was paid. A reversal goes with the payment that it takes back, and its correction with it, though other lines came on
 * file since. One check may decide a line again: with its line control number, after a reversal, or as a duplicate (CARC 18).
 *
 * <p>Payments are taken in an order of their content, so the order of files and rows does not matter; but first those that an earlier
 * month matched: they keep their lines, and the others have what is left.
 */
public final class Matcher {

    private static final Comparator<RemittanceLine> IN_ORDER_OF_EVENTS = Comparator.comparing(RemittanceLine::posted)
            .thenComparing(payment -> !payment.isReversal())
            .thenComparing(payment -> text(payment.checkNumber()))
            .thenComparing(payment -> text(payment.payerClaimNumber()))
            .thenComparing(payment -> text(payment.lineControlNumber()))
            .thenComparing(payment -> payment.lineSequence() == null ? 0 : payment.lineSequence())
            .thenComparing(payment -> payment.modifiers().toString())
            .thenComparing(payment -> payment.paid().isZero())
            .thenComparing(RemittanceLine::paid)
            .thenComparing(payment -> payment.adjustments().toString())
            .thenComparing(RemittanceLine::id);

    /** Of a payment whose only number is under a heading such as "Claim ID". */
    private static final String OWN_NUMBER = "the payment's claim number is the patient control number";

    private final PayerDirectory payers;
    private final Repeats repeats;

    public Matcher(PayerDirectory payers) {
        this.payers = payers;
        this.repeats = new Repeats(payers);
    }

    /** One match for each payment of the group, in its order. */
    public List<PaymentMatch> match(MatchGroup group) {
        Map<Long, Long> repeated = repeats.of(group);
        Map<Long, MatchResult> results = new HashMap<>();
        Assignment assignment = new Assignment(group, repeated.keySet());
        Repeats.asAllOfThemTell(group.payments(), repeated).stream()
                .sorted(Comparator.comparing((RemittanceLine payment) -> !group.stays(payment.id()))
                        .thenComparing(IN_ORDER_OF_EVENTS))
                .forEach(payment -> {
                    Long original = repeated.get(payment.id());
                    results.put(
                            payment.id(),
                            original != null ? new MatchResult.Repeats(original) : assignment.place(payment));
                });
        List<PaymentMatch> matches = new ArrayList<>();
        for (RemittanceLine payment : group.payments()) {
            MatchResult result = results.get(payment.id());
            if (result == null) {
                throw new IllegalStateException("a payment without a result");
            }
            matches.add(new PaymentMatch(payment.id(), result));
        }
        return matches;
    }

    /** Whether some of a group's payments may be one that is told several times. */
    boolean hasSeveralOfOneDecision(MatchGroup group) {
        return repeats.hasSeveralOfOneDecision(group);
    }

    /** Whether no line that only the payer's claim numbers or the members name could change what becomes of a group's payments. */
    boolean isSettledByControlNumbers(MatchGroup group) {
        return isSettled(
                group,
                (payment, result) -> result instanceof MatchResult.Repeats
                        ? payment.lineControlNumber() != null
                        : payment.patientControlNumber() != null
                                && result instanceof MatchResult.Matched matched
                                && matched.tier() == 1);
    }

    /** Whether no line that only the members name could change it: no payment comes to tier 5. */
    boolean isSettledByClaim(MatchGroup group) {
        return isSettled(
                group,
                (payment, result) -> result instanceof MatchResult.Repeats
                        || result instanceof MatchResult.Matched matched && matched.tier() < 5);
    }

    private boolean isSettled(MatchGroup group, BiPredicate<RemittanceLine, MatchResult> settled) {
        List<PaymentMatch> matches = match(group);
        for (int i = 0; i < matches.size(); i++) {
            RemittanceLine payment = group.payments().get(i);
            if (!group.stays(payment.id())
                    && !settled.test(payment, matches.get(i).result())) {
                return false;
            }
        }
        return true;
    }

    private static String text(@Nullable String identifier) {
        return identifier == null ? "" : MatchKeys.of(identifier);
    }

    /** In which a payer decides each line of a claim once. */
    private record Event(
            Check check,
            @Nullable String payerClaimNumber,
            @Nullable String claimStatus,
            boolean reversal) {}

    private record LineOfPayer(long lineId, String payer) {}

    private record LineOfCheck(long lineId, Check check) {}

    /** What was assigned so far. */
    private final class Assignment {
        private final MatchGroup group;
        private final LinesByDay ofClaim;
        private final LinesByDay ofMembers;
        private final Set<Long> repeating;

        /** Claim lines that have a payment of an event already. */
        private final Map<Event, Set<Long>> takenByEvent = new HashMap<>();

        /** Payments that a line has and that were not reversed, by line and payer. */
        private final Map<LineOfPayer, List<RemittanceLine>> standing = new HashMap<>();

        /** Reversals of what no earlier check paid, by line and check: the check itself may hold it. */
        private final Map<LineOfCheck, List<RemittanceLine>> reversedWithin = new HashMap<>();

        private final Companions companions = new Companions(payers);

        /** @param repeating the payments that repeat others, by their numbers */
        Assignment(MatchGroup group, Set<Long> repeating) {
            this.group = group;
            ofClaim = new LinesByDay(group.claimLines());
            ofMembers = new LinesByDay(group.byMember());
            this.repeating = repeating;
        }

        MatchResult place(RemittanceLine payment) {
            MatchResult.Matched earlier = group.earlier().get(payment.id());
            MatchResult result = earlier != null ? keep(payment, earlier) : assign(payment);
            if (group.payments().size() > 1) {
                companions.add(check(payment), payment, result);
            }
            return result;
        }

        /** What the earlier month's own assignment did with it. */
        private MatchResult keep(RemittanceLine payment, MatchResult.Matched earlier) {
            long line = earlier.claimLineId();
            if (!isReversedByItsOwnCheck(line, payment) && taken(payment).add(line)) {
                note(line, payment);
            }
            return earlier;
        }

        private MatchResult assign(RemittanceLine payment) {
            Companions.Placed companion = companion(payment);
            if (companion == null) {
                return byTiers(payment);
            }
            if (companion.result() instanceof MatchResult.Matched matched) {
                taken(payment).add(matched.claimLineId());
                note(matched.claimLineId(), payment);
            }
            return companion.result();
        }

        /**
         * What a reversal takes back, or the reversal that a payment corrects.
         *
         * @return null where there is none on file, or on several lines that are not identical
         */
        private Companions.@Nullable Placed companion(RemittanceLine payment) {
            List<Companions.Placed> all = payment.isReversal()
                    ? companions.takenBackBy(payment)
                    : companions.correctedBy(check(payment), payment).stream()
                            .filter(reversal ->
                                    reversal.isMatched() && !taken(payment).contains(reversal.line()))
                            .toList();
            List<Companions.Placed> matched =
                    all.stream().filter(Companions.Placed::isMatched).toList();
            if (matched.isEmpty()) {
                return all.isEmpty() ? null : all.get(0);
            }
            List<Long> ids =
                    matched.stream().map(Companions.Placed::line).distinct().toList();
            if (ids.size() == 1) {
                return matched.get(0);
            }
            List<ClaimLine> lines = group.claimLines().stream()
                    .filter(line -> ids.contains(line.id()))
                    .toList();
            return lines.size() < ids.size() || !areIdentical(lines)
                    ? null
                    : matched.stream()
                            .filter(one ->
                                    Objects.equals(one.line(), lines.get(0).id()))
                            .findFirst()
                            .orElseThrow();
        }

        private MatchResult byTiers(RemittanceLine payment) {
            LocalDate day = payment.serviceDate();
            Candidates candidates = new Candidates(payment, payers, ofClaim.on(day), ofMembers.on(day));
            List<ClaimLine> tier1 = candidates.ofOwnPayer(candidates.tier1());
            MatchResult result = byTier(1, tier1, payment, "");
            if (result == null) {
                result = again(1, tier1, payment, "");
            }
            if (result != null) {
                return result;
            }
            List<ClaimLine> tier2 = candidates.ofOwnPayer(candidates.tier2());
            result = byTier(2, tier2, payment, "");
            List<ClaimLine> tier3 = candidates.ofOwnPayer(candidates.tier3());
            if (result == null) {
                result = byTier(3, tier3, payment, "modifier dropped");
            }
            if (result == null) {
                result = byTier(4, candidates.ofOwnPayer(candidates.tier4()), payment, recoded(payment));
            }
            if (result == null && Denials.isDuplicate(payment)) {
                result = tier2.isEmpty() ? again(3, tier3, payment, "modifier dropped") : again(2, tier2, payment, "");
            }
            if (result == null) {
                result = byTier(5, candidates.ofOwnPayer(candidates.tier5()), payment, "low confidence");
            }
            return result == null ? new Suggestions(payment, payers, group, repeating).noClaimLine() : result;
        }

        /** @return null where no line of these is left */
        private @Nullable MatchResult byTier(int tier, List<ClaimLine> lines, RemittanceLine payment, String note) {
            for (ClaimLine line : lines) {
                if (isReversedByItsOwnCheck(line.id(), payment)) {
                    return matched(line, tier, payment, note);
                }
            }
            Set<Long> taken = taken(payment);
            List<ClaimLine> left =
                    lines.stream().filter(line -> !taken.contains(line.id())).toList();
            if (left.isEmpty()) {
                return null;
            }
            if (left.size() > 1 && (tier == 5 || !areIdentical(left))) {
                return new MatchResult.SeveralClaimLines(left.size());
            }
            ClaimLine line = choose(left, payment);
            taken.add(line.id());
            note(line.id(), payment);
            return matched(line, tier, payment, note);
        }

        private Set<Long> taken(RemittanceLine payment) {
            return takenByEvent.computeIfAbsent(event(payment), key -> new HashSet<>());
        }

        /**
         * The line that the payment's own event has decided already, and decides once more.
         *
         * @return null where there is none, or more than one
         */
        private @Nullable MatchResult again(int tier, List<ClaimLine> lines, RemittanceLine payment, String note) {
            return lines.isEmpty() || !areIdentical(lines) ? null : matched(lines.get(0), tier, payment, note);
        }

        private MatchResult matched(ClaimLine line, int tier, RemittanceLine payment, String note) {
            boolean recoded = tier == 1 && !line.code().equals(payment.code());
            String said = recoded ? recoded(payment) : note;
            if (tier < 5 && Candidates.isByNumberAlone(payment, line)) {
                said = said.isEmpty() ? OWN_NUMBER : said + ", " + OWN_NUMBER;
            }
            return new MatchResult.Matched(line.id(), tier, said);
        }

        /** Takes such a reversal off those that wait for their payment. */
        private boolean isReversedByItsOwnCheck(long lineId, RemittanceLine payment) {
            List<RemittanceLine> reversals =
                    reversedWithin.getOrDefault(new LineOfCheck(lineId, check(payment)), List.of());
            for (RemittanceLine reversal : reversals) {
                if (!payment.isReversal() && isReversedBy(payment, reversal)) {
                    return reversals.remove(reversal);
                }
            }
            return false;
        }

        private String recoded(RemittanceLine payment) {
            return payment.originalCode() == null
                    ? ""
                    : "recoded from %s to %s".formatted(payment.originalCode(), payment.code());
        }

        /** All of one day, since every tier goes by the day. */
        private boolean areIdentical(List<ClaimLine> lines) {
            ClaimLine first = lines.get(0);
            return lines.stream()
                    .allMatch(line -> line.code().equals(first.code())
                            && line.charge().equals(first.charge())
                            && line.units() == first.units()
                            && payer(line).equals(payer(first))
                            && line.modifiers().sameSet(first.modifiers())
                            && Patients.areOfOneClaim(line, first));
        }

        /**
         * Of identical lines: for a reversal the one with the payment that it takes back; else the first without a standing payment of
         * this payer; else the first of which the payer has allowed nothing; else the first.
         */
        private ClaimLine choose(List<ClaimLine> lines, RemittanceLine payment) {
            if (payment.isReversal()) {
                return first(lines, payment, payments -> payments.stream()
                                .anyMatch(earlier -> isReversedBy(earlier, payment)))
                        .orElse(lines.get(0));
            }
            return first(lines, payment, List::isEmpty)
                    .or(() ->
                            first(lines, payment, payments -> payments.stream().allMatch(Denials::isOfNothing)))
                    .orElse(lines.get(0));
        }

        private Optional<ClaimLine> first(
                List<ClaimLine> lines, RemittanceLine payment, Predicate<List<RemittanceLine>> ofStanding) {
            return lines.stream()
                    .filter(line -> ofStanding.test(standing(line.id(), payment)))
                    .findFirst();
        }

        private void note(long lineId, RemittanceLine payment) {
            List<RemittanceLine> payments = standing(lineId, payment);
            if (payment.isReversal()) {
                payments.stream()
                        .filter(earlier -> isReversedBy(earlier, payment))
                        .findFirst()
                        .ifPresentOrElse(payments::remove, () -> reversedWithin
                                .computeIfAbsent(new LineOfCheck(lineId, check(payment)), key -> new ArrayList<>())
                                .add(payment));
            } else {
                payments.add(payment);
            }
        }

        /** What was matched in an earlier month may be later than a reversal that is on file only now. */
        private boolean isReversedBy(RemittanceLine earlier, RemittanceLine reversal) {
            return earlier.paid().equals(reversal.paid().negated())
                    && !earlier.posted().isAfter(reversal.posted());
        }

        private List<RemittanceLine> standing(long lineId, RemittanceLine payment) {
            return standing.computeIfAbsent(new LineOfPayer(lineId, payer(payment)), key -> new ArrayList<>());
        }

        private Event event(RemittanceLine payment) {
            return new Event(
                    check(payment),
                    MatchKeys.ofNullable(payment.payerClaimNumber()),
                    payment.claimStatus(),
                    payment.isReversal());
        }

        private Check check(RemittanceLine payment) {
            return Check.of(payment, payers);
        }

        private String payer(RemittanceLine payment) {
            return payers.of(payment).key();
        }

        private String payer(ClaimLine line) {
            return payers.of(line).key();
        }
    }
}
