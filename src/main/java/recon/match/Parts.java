package recon.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerDirectory;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;

/**
 * The rows into which a payer split one claim line in its file: of one check and one claim number, each with the line's control number
 * and a smaller charge than the line's. Where their charges come to the line's, and their units where each states them, they are one
 * decision, which the intake makes of the parts in an 835 already. Parts that the check itself takes back are none of its correction's.
 * Parts that make up what another file tells of the check in one row repeat that.
 */
final class Parts {

    private Parts() {}

    /** What rows have in common that tell one decision, and rows that take it back. */
    private record Decision(
            LinesFile file,
            String payer,
            @Nullable String checkNumber,
            LocalDate posted,
            @Nullable String payerClaimNumber) {}

    private record Direction(Decision decision, boolean reversal) {}

    /**
     * @param events in order
     * @return the events with one in the place of the parts of each decision, under the first one's number and source
     */
    static List<MatchedPayment> joined(ClaimLine line, List<MatchedPayment> events, PayerDirectory payers) {
        List<MatchedPayment> joined = new ArrayList<>(events);
        for (List<MatchedPayment> parts : split(line, events, payers)) {
            List<List<MatchedPayment>> wholes =
                    comeTo(line, parts) ? List.of(parts) : corrected(line, parts, events, payers);
            for (List<MatchedPayment> whole : wholes) {
                MatchedPayment one = join(whole);
                joined.set(joined.indexOf(whole.get(0)), one);
                joined.removeAll(whole);
                if (events.stream().anyMatch(event -> isRepeated(event.line(), one.line(), payers))) {
                    joined.remove(one);
                }
            }
        }
        return joined;
    }

    /** Of parts some of which their check takes back: the others, where these come to the line, and the ones taken back, likewise. */
    private static List<List<MatchedPayment>> corrected(
            ClaimLine line, List<MatchedPayment> parts, List<MatchedPayment> events, PayerDirectory payers) {
        RemittanceLine first = parts.get(0).line();
        if (first.isReversal()) {
            return List.of();
        }
        List<MatchedPayment> withReversals = new ArrayList<>(parts);
        for (MatchedPayment event : events) {
            if (event.line().isReversal()
                    && isPart(line, event.line())
                    && decision(event.line(), payers).equals(decision(first, payers))) {
                withReversals.add(event);
            }
        }
        Reversals.Outcome outcome = Reversals.cancel(withReversals, payers);
        List<MatchedPayment> takenBack =
                outcome.takenBack().stream().map(Reversals.TakenBack::event).toList();
        if (outcome.unpaired() != null || takenBack.isEmpty() || !comeTo(line, outcome.standing())) {
            return List.of();
        }
        return comeTo(line, takenBack) ? List.of(outcome.standing(), takenBack) : List.of(outcome.standing());
    }

    /** Whether parts repeat what another file tells in one row, as {@link Repeats} would say of two rows. */
    private static boolean isRepeated(RemittanceLine row, RemittanceLine parts, PayerDirectory payers) {
        return MatchKeys.areStatedAsOneCheck(row.checkNumber(), parts.checkNumber())
                && row.checkDate() != null
                && row.checkDate().equals(parts.checkDate())
                && StatedColumns.charge(row).equals(StatedColumns.charge(parts))
                && row.paid().equals(parts.paid())
                && row.isReversal() == parts.isReversal()
                && !LinesFile.of(row).equals(LinesFile.of(parts))
                && StatedColumns.of(row, payers).common(StatedColumns.of(parts, payers)) >= 0;
    }

    /** The parts of each decision that is told in several, in order. */
    static List<List<MatchedPayment>> split(ClaimLine line, List<MatchedPayment> events, PayerDirectory payers) {
        if (events.size() < 2 || line.lineControlNumber() == null) {
            return List.of();
        }
        Map<Direction, List<MatchedPayment>> parts = new LinkedHashMap<>();
        for (MatchedPayment event : events) {
            if (isPart(line, event.line())) {
                Direction direction = new Direction(
                        decision(event.line(), payers), event.line().isReversal());
                parts.computeIfAbsent(direction, key -> new ArrayList<>()).add(event);
            }
        }
        return parts.values().stream().filter(rows -> rows.size() > 1).toList();
    }

    /** How many rows such as this one make up a claim line; 1 where no number of them does. */
    static int alike(ClaimLine line, RemittanceLine row) {
        if (line.lineControlNumber() == null || !line.serviceDate().equals(row.serviceDate()) || !isPart(line, row)) {
            return 1;
        }
        long part = row.billed().abs().cents();
        if (part == 0 || line.charge().cents() % part != 0) {
            return 1;
        }
        long rows = line.charge().cents() / part;
        boolean wholeUnits = row.units() == null || Math.abs((long) row.units()) * rows == line.units();
        return wholeUnits && rows <= line.units() ? (int) rows : 1;
    }

    private static boolean isPart(ClaimLine line, RemittanceLine row) {
        return MatchKeys.areSame(row.lineControlNumber(), line.lineControlNumber())
                && row.billed().abs().isBelow(line.charge());
    }

    private static Decision decision(RemittanceLine row, PayerDirectory payers) {
        return new Decision(
                LinesFile.of(row),
                payers.of(row).key(),
                MatchKeys.ofCheck(row.checkNumber()),
                row.posted(),
                MatchKeys.ofNullable(row.payerClaimNumber()));
    }

    private static boolean comeTo(ClaimLine line, List<MatchedPayment> parts) {
        Long units = sum(parts, RemittanceLine::units);
        Long paidUnits = sum(parts, RemittanceLine::paidUnits);
        long ranks = parts.stream()
                .map(part -> part.line().claimStatus())
                .filter(Parts::saysRank)
                .distinct()
                .count();
        return sumOf(parts, RemittanceLine::billed).abs().equals(line.charge())
                && (units == null || Math.abs(units) == line.units())
                && (paidUnits == null || paidUnits <= Integer.MAX_VALUE)
                && ranks <= 1;
    }

    private static MatchedPayment join(List<MatchedPayment> parts) {
        MatchedPayment first = parts.get(0);
        RemittanceLine one = first.line();
        String note = "joined from %d rows".formatted(parts.size());
        RemittanceLine all = new RemittanceLine(
                one.id(),
                one.source(),
                one.payer(),
                one.payerId(),
                one.statedClass(),
                one.filingClass(),
                one.checkNumber(),
                one.checkDate(),
                one.patientControlNumber(),
                one.payerClaimNumber(),
                one.lineControlNumber(),
                one.lineSequence(),
                claimStatus(parts),
                one.memberId(),
                one.patientName(),
                one.serviceDate(),
                one.code(),
                one.originalCode(),
                one.modifiers(),
                units(parts, RemittanceLine::units),
                units(parts, RemittanceLine::paidUnits),
                one.placeOfService(),
                sumOf(parts, RemittanceLine::billed),
                sumOrNull(parts, Parts::allowed),
                sumOf(parts, RemittanceLine::paid),
                sumOrNull(parts, RemittanceLine::patientResponsibility),
                adjustments(parts),
                remarkCodes(parts),
                one.renderingNpi(),
                one.postedOn());
        return new MatchedPayment(
                all,
                first.tier(),
                first.note().isEmpty() ? note : first.note() + "; " + note,
                parts.stream().anyMatch(MatchedPayment::judgedNow));
    }

    /** A part that is denied may have the status of a denial beside one that is paid. */
    private static boolean saysRank(@Nullable String status) {
        return status != null && !status.equals(RemittanceLine.DENIED);
    }

    private static @Nullable String claimStatus(List<MatchedPayment> parts) {
        String first = parts.get(0).line().claimStatus();
        for (MatchedPayment part : parts) {
            String status = part.line().claimStatus();
            if (saysRank(status)) {
                return status;
            }
        }
        return first;
    }

    private static Money sumOf(List<MatchedPayment> parts, Function<RemittanceLine, Money> amount) {
        return parts.stream().map(part -> amount.apply(part.line())).reduce(Money.ZERO, Money::plus);
    }

    /** Payers are known to state the schedule's amount of what they refuse: it is no part of what was allowed for the line. */
    private static @Nullable Money allowed(RemittanceLine part) {
        boolean refused = part.allowed() != null
                && Adjustment.refuseWhole(part.billed(), part.paid(), part.patientResponsibility(), part.adjustments());
        return refused ? Money.ZERO : part.allowed();
    }

    /** Null where a part does not state it. */
    private static @Nullable Money sumOrNull(
            List<MatchedPayment> parts, Function<RemittanceLine, @Nullable Money> amount) {
        Money sum = Money.ZERO;
        for (MatchedPayment part : parts) {
            Money more = amount.apply(part.line());
            if (more == null) {
                return null;
            }
            sum = sum.plus(more);
        }
        return sum;
    }

    /** Of parts that {@link #comeTo come to} the line. */
    private static @Nullable Integer units(
            List<MatchedPayment> parts, Function<RemittanceLine, @Nullable Integer> units) {
        Long sum = sum(parts, units);
        return sum == null ? null : Integer.valueOf(Math.toIntExact(sum));
    }

    /** Null where a part does not state them. */
    private static @Nullable Long sum(List<MatchedPayment> parts, Function<RemittanceLine, @Nullable Integer> units) {
        long sum = 0;
        for (MatchedPayment part : parts) {
            Integer more = units.apply(part.line());
            if (more == null) {
                return null;
            }
            sum += more;
        }
        return sum;
    }

    /** One for each group and reason, so that a reason for the charge of each part is one for the line's. */
    private static List<Adjustment> adjustments(List<MatchedPayment> parts) {
        Map<String, Adjustment> all = new LinkedHashMap<>();
        for (MatchedPayment part : parts) {
            for (Adjustment more : part.line().adjustments()) {
                all.merge(
                        more.label(),
                        more,
                        (one, other) -> new Adjustment(
                                one.group(), one.carc(), one.amount().plus(other.amount())));
            }
        }
        return List.copyOf(all.values());
    }

    private static List<String> remarkCodes(List<MatchedPayment> parts) {
        LinkedHashSet<String> all = new LinkedHashSet<>();
        parts.forEach(part -> all.addAll(part.line().remarkCodes()));
        return List.copyOf(all);
    }
}
