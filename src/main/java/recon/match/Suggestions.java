package recon.match;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerDirectory;
import recon.claim.RemittanceLine;

/**
 * Tier 6: says why a payment found no claim line, and which one a person may want to look at. A suggestion never decides: it is a line
 * whose control number lost its zeros or its end, or whose date is a day off, or whose charge several payments add up to.
 */
final class Suggestions {

    private final RemittanceLine payment;
    private final PayerDirectory payers;
    private final MatchGroup group;
    private final Set<Long> repeating;

    /** @param repeating the payments of the group that repeat others, by their numbers */
    Suggestions(RemittanceLine payment, PayerDirectory payers, MatchGroup group, Set<Long> repeating) {
        this.payment = payment;
        this.payers = payers;
        this.group = group;
        this.repeating = repeating;
    }

    MatchResult noClaimLine() {
        return new MatchResult.NoClaimLine(reason(), suggestion());
    }

    private String reason() {
        if (group.claimLines().isEmpty()) {
            return payment.patientControlNumber() == null
                    ? "no claim line on file has this payer claim number or member"
                    : "no claim with this control number counts: none is on file, or it was replaced, voided or rejected";
        }
        List<ClaimLine> sameDay = group.claimLines().stream()
                .filter(line -> line.serviceDate().equals(payment.serviceDate()))
                .toList();
        if (sameDay.isEmpty()) {
            return "the claim has no line of 96372 on that date of service; one that was replaced or voided does not count";
        }
        boolean sameCharge = sameDay.stream()
                .anyMatch(line -> line.charge().equals(payment.billed().abs()));
        return sameCharge
                ? "the claim has no further line of 96372 with that charge and those units on that date"
                : "the claim has no line of 96372 with that charge on that date; one that was replaced or voided does not count";
    }

    private @Nullable Long suggestion() {
        List<ClaimLine> all = Stream.concat(group.claimLines().stream(), group.near().stream())
                .toList();
        return all.stream()
                .filter(line -> daysOff(line) == 0 && hasCharge(line))
                .findFirst()
                .or(() -> all.stream()
                        .filter(line -> daysOff(line) == 1 && hasCharge(line))
                        .findFirst())
                .or(this::split)
                .map(ClaimLine::id)
                .orElse(null);
    }

    private long daysOff(ClaimLine line) {
        return Math.abs(ChronoUnit.DAYS.between(line.serviceDate(), payment.serviceDate()));
    }

    private boolean hasCharge(ClaimLine line) {
        return line.charge().equals(payment.billed().abs());
    }

    /** The line of the day to whose charge the payments of one check and that day, each counted once, add up. */
    private Optional<ClaimLine> split() {
        Check check = Check.of(payment, payers);
        Money sum = group.payments().stream()
                .filter(other -> !repeating.contains(other.id())
                        && other.serviceDate().equals(payment.serviceDate())
                        && Check.of(other, payers).equals(check))
                .map(RemittanceLine::billed)
                .reduce(Money.ZERO, Money::plus);
        return group.claimLines().stream()
                .filter(line -> daysOff(line) == 0 && line.charge().equals(sum))
                .findFirst();
    }
}
