package recon.price;

import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.RemittanceLine;

/**
 * Derives what a payer allowed for a line, from what its remittance states.
 *
 * <p>In this order: the stated amount (X12 AMT*B6); the charge less what was written off or refused; the payment plus the patient's
 * share and what was taken off after allowing; the payment, where nothing is stated and it equals the charge. A line whose stated
 * adjustments do not lead from its charge to its payment, to the cent, proves nothing and stays unbalanced (X12 835 TR3,
 * 1.10.2.1: charge less adjustments is the payment). Where no adjustments are stated there is nothing to balance.
 *
 * <p>Payers are known to send AMT*B6 with the charge in it, and to state the schedule's amount of a line that they refuse. So a stated
 * amount that equals the charge gives way to the derived one where the line balances, and so does any where nothing was paid and
 * nothing left to the patient: by the line's balance, or, where no adjustments are stated, by a share that is stated as zero or a claim
 * status or remark that says "denied". A stated zero beside money, which some payers send where they mean "not stated", gives way to
 * what the line proves by its balance or its payment in full, and where it proves nothing no amount is known. Any other stated amount
 * stands, and a difference is remarked upon; so is a patient share in its own column that the balance has no room for.
 *
 * <p>A negative patient share proves nothing: one report gives every share the sign of what the practice is still owed, another the sign
 * of what the patient gets back.
 *
 * <p>After a prior payer (OA-23) nothing is derived: that adjustment holds a payment, which is part of the allowed amount, together
 * with a write-off, which is not. The amounts of a reversal, negative in its file, come out negative.
 */
public final class AllowedAmounts {

    private static final Money A_CENT = Money.ofCents(1);

    private AllowedAmounts() {}

    public static AllowedAmount of(RemittanceLine line) {
        AllowedAmount allowed = derive(LineMoney.of(line));
        return line.billed().isNegative() ? negated(allowed) : allowed;
    }

    private static AllowedAmount derive(LineMoney line) {
        if (!line.outOfBalance().isZero()) {
            return new AllowedAmount.Unbalanced(line.outOfBalance());
        }
        AllowedAmount.@Nullable Known derived = derived(line);
        if (line.stated() != null) {
            return line.stated().isZero() && line.leavesMoney()
                    ? insteadOfZero(line, line.stated(), derived)
                    : stated(line, line.stated(), derived);
        }
        if (derived != null) {
            return derived;
        }
        if (isPaidInFull(line)) {
            return line.known(line.paid(), AllowedAmount.From.PAID_IN_FULL, null);
        }
        return new AllowedAmount.NotDerivable(whyNotDerivable(line));
    }

    private static AllowedAmount.@Nullable Known derived(LineMoney line) {
        if (line.afterPriorPayer()) {
            return null;
        }
        if (line.adjusted()) {
            Money allowed = line.billed().minus(line.loweringAllowed());
            boolean impossible =
                    allowed.isNegative() || allowed.isZero() && line.paid().isPositive();
            return impossible
                    ? null
                    : line.known(allowed, AllowedAmount.From.CHARGE_LESS_ADJUSTMENTS, besideBalance(line));
        }
        Money share = line.patientShare();
        if (share == null && line.ofDeniedClaim() && line.paid().isZero()) {
            share = Money.ZERO;
        }
        return share == null || share.isNegative()
                ? null
                : line.known(line.paid().plus(share), AllowedAmount.From.PAID_PLUS_PATIENT_SHARE, null);
    }

    private static boolean isPaidInFull(LineMoney line) {
        return !line.adjusted() && line.billed().equals(line.paid());
    }

    /** @param derived counts only where the line balances by it: a share column alone may be as blank as the stated zero */
    private static AllowedAmount insteadOfZero(LineMoney line, Money zero, AllowedAmount.@Nullable Known derived) {
        AllowedAmount.From from;
        Money amount;
        if (derived != null && derived.amount().isPositive() && line.bothWaysAgree()) {
            from = derived.from();
            amount = derived.amount();
        } else if (isPaidInFull(line)) {
            from = AllowedAmount.From.PAID_IN_FULL;
            amount = line.paid();
        } else {
            return new AllowedAmount.NotDerivable(
                    "the allowed amount is stated as %s, although money was paid or left to the patient, and nothing else proves it"
                            .formatted(zero.inWords()));
        }
        return line.known(
                amount,
                from,
                "the stated allowed amount %s is not what was paid or left to the patient; %s, %s, is used instead"
                        .formatted(zero.inWords(), from.label(), amount.inWords()));
    }

    private static AllowedAmount stated(LineMoney line, Money stated, AllowedAmount.@Nullable Known derived) {
        if (derived == null || derived.amount().minus(stated).abs().compareTo(A_CENT) <= 0) {
            return line.known(stated, AllowedAmount.From.STATED, besideBalance(line));
        }
        boolean nothingLeft = derived.amount().isZero()
                && (line.bothWaysAgree() || !line.adjusted() && line.paid().isZero());
        if (nothingLeft || line.bothWaysAgree() && stated.equals(line.billed())) {
            String fault =
                    stated.equals(line.billed()) ? "is the charge itself" : "is neither paid nor left to the patient";
            return line.known(
                    derived.amount(),
                    derived.from(),
                    "the stated allowed amount %s %s; %s, %s, is used instead"
                            .formatted(
                                    stated.inWords(),
                                    fault,
                                    derived.from().label(),
                                    derived.amount().inWords()));
        }
        return line.known(
                stated,
                AllowedAmount.From.STATED,
                "the stated allowed amount %s differs from %s, %s"
                        .formatted(
                                stated.inWords(),
                                derived.from().label(),
                                derived.amount().inWords()));
    }

    /** Such a share may be the whole claim's, so that it proves nothing of the line; but a person may know better. */
    private static @Nullable String besideBalance(LineMoney line) {
        Money share = line.shareBesideBalance();
        return share == null
                ? null
                : "the charge less adjustments is what was paid, without the stated patient share of %s"
                        .formatted(share.inWords());
    }

    private static String whyNotDerivable(LineMoney line) {
        if (line.afterPriorPayer()) {
            return "no allowed amount is stated, and OA-23 does not tell the prior payer's payment from its write-off";
        }
        if (!line.adjusted()) {
            Money share = line.patientShare();
            return share == null
                    ? "the remittance states neither an allowed amount nor adjustments nor a patient share"
                    : "no allowed amount is stated, and the patient share, %s, is negative".formatted(share.inWords());
        }
        return line.loweringAllowed().equals(line.billed())
                ? "no allowed amount is stated, and the adjustments take the whole charge although something was paid"
                : "no allowed amount is stated, and the adjustments exceed the charge";
    }

    private static AllowedAmount negated(AllowedAmount allowed) {
        if (allowed instanceof AllowedAmount.Known known) {
            Money share = known.patientShare();
            return new AllowedAmount.Known(
                    known.amount().negated(),
                    known.from(),
                    share == null ? null : share.negated(),
                    known.sequestration().negated(),
                    known.remark());
        }
        if (allowed instanceof AllowedAmount.Unbalanced unbalanced) {
            return new AllowedAmount.Unbalanced(unbalanced.difference().negated());
        }
        return allowed;
    }
}
