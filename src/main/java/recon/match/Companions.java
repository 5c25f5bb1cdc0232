package recon.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.PayerDirectory;
import recon.claim.ProcedureCode;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;

/**
 * Where the payments of a claim went so far. A reversal goes with the payment that it takes back, and its correction with the reversal:
 * a line that came on file since, or one that the payment was not found to be of, may fit what they state better.
 */
final class Companions {

    private final PayerDirectory payers;

    /** Payments that nothing took back, by what a reversal repeats of them. */
    private final Map<Service, List<Placed>> standing = new HashMap<>();

    /** Reversals that went with their payments and that nothing corrected, by check and by what a correction repeats of them. */
    private final Map<ServiceOfCheck, List<Placed>> reversals = new HashMap<>();

    Companions(PayerDirectory payers) {
        this.payers = payers;
    }

    /** @param charge without the sign of a reversal */
    private record Service(String payer, LocalDate date, ProcedureCode code, Money charge) {}

    private record ServiceOfCheck(Check check, Service service) {}

    /** A payment or a reversal with what became of it. */
    record Placed(RemittanceLine payment, MatchResult result) {

        /** Null where no line was found. */
        @Nullable
        Long line() {
            return lineOf(result);
        }

        boolean isMatched() {
            return line() != null;
        }

        /** Of the same line, or both of none. */
        boolean isWhere(MatchResult other) {
            return Objects.equals(line(), lineOf(other));
        }

        private static @Nullable Long lineOf(MatchResult result) {
            return result instanceof MatchResult.Matched matched ? matched.claimLineId() : null;
        }
    }

    void add(Check check, RemittanceLine payment, MatchResult result) {
        Placed placed = new Placed(payment, result);
        if (!payment.isReversal()) {
            correctedBy(check, payment).stream()
                    .filter(reversal -> reversal.isWhere(result))
                    .findFirst()
                    .ifPresent(reversal -> reversals(check, payment).remove(reversal));
            standing(payment).add(placed);
            return;
        }
        takenBackBy(payment).stream()
                .filter(earlier -> earlier.isWhere(result))
                .findFirst()
                .ifPresent(earlier -> {
                    standing(payment).remove(earlier);
                    reversals(check, payment).add(placed);
                });
    }

    /** The payments that a reversal may take back, by all that it states of them; of several those that fit best. */
    List<Placed> takenBackBy(RemittanceLine reversal) {
        List<Placed> fitting = standing(reversal).stream()
                .filter(earlier -> repeats(reversal, earlier.payment())
                        && Reversals.mayTakeBack(reversal, earlier.payment(), payers))
                .toList();
        List<Placed> ofClaim =
                Candidates.preferring(fitting, earlier -> Reversals.isOfSameClaim(earlier.payment(), reversal));
        return Candidates.preferring(ofClaim, earlier -> Reversals.isSameDecision(earlier.payment(), reversal));
    }

    /** The reversals of the payment's own check that it may correct. */
    List<Placed> correctedBy(Check check, RemittanceLine payment) {
        return reversals(check, payment).stream()
                .filter(reversal ->
                        repeats(payment, reversal.payment()) && Reversals.isOfSameClaim(reversal.payment(), payment))
                .toList();
    }

    /** A line's control number, where it is stated, says more than what was found for a payment that does not state it. */
    private static boolean repeats(RemittanceLine later, RemittanceLine earlier) {
        return later.modifiers().mayBe(earlier.modifiers())
                && (later.lineControlNumber() == null
                        || MatchKeys.areSame(later.lineControlNumber(), earlier.lineControlNumber()));
    }

    private List<Placed> standing(RemittanceLine payment) {
        return standing.computeIfAbsent(service(payment), key -> new ArrayList<>());
    }

    private List<Placed> reversals(Check check, RemittanceLine payment) {
        return reversals.computeIfAbsent(new ServiceOfCheck(check, service(payment)), key -> new ArrayList<>());
    }

    private Service service(RemittanceLine payment) {
        return new Service(
                payers.of(payment).key(),
                payment.serviceDate(),
                payment.code(),
                payment.billed().abs());
    }
}
