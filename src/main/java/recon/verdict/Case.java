package recon.verdict;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;
import recon.claim.RemittanceLine;
import recon.match.LineHistory.PaidElsewhere;
import recon.match.MatchedPayment;
import recon.match.NetPosition.Adjudicated;
import recon.price.AdjustmentKind;
import recon.price.AllowedAmount;
import recon.price.ExpectedAmount;

/**
 * An adjudicated claim line with all that its verdict depends on. Its methods only answer; {@link Judge} decides.
 *
 * @param elsewhere what was paid on other lines of the day, where the payer comes after another; see {@link recon.match.LineHistory}
 * @param expected as priced by the line's own facts; {@link #priced} says what holds for the amount that was allowed
 */
record Case(
        ClaimLine line,
        Adjudicated position,
        List<PaidElsewhere> elsewhere,
        PayerDirectory.Payer payer,
        PayerClass payerClass,
        AllowedAmount allowed,
        ExpectedAmount expected) {

    /** X12 code list 139: so many services, or so frequent, are not supported (151); more units than are accepted (222). */
    private static final Set<String> TOO_MANY_UNITS = Set.of("151", "222");

    private static final String CAPITATION = "24";

    MatchedPayment event() {
        return position.decisive();
    }

    RemittanceLine payment() {
        return position.decisive().line();
    }

    @Nullable
    String placeOfService() {
        return Findings.placeOfService(line, event());
    }

    /** For all units; null where it is not known. */
    @Nullable
    Money allowedAmount() {
        return allowed instanceof AllowedAmount.Known known ? known.amount() : null;
    }

    /** The payer pays nothing, since it takes the whole charge as settled by the payer before it (OA-23). */
    boolean leavesAllToPriorPayer() {
        Money settledBefore = payment().adjustments().stream()
                .filter(Adjustment::isOfPriorPayer)
                .map(Adjustment::amount)
                .reduce(Money.ZERO, Money::plus);
        return position.secondaryOnly()
                && payment().paid().isZero()
                && payment().billed().isPositive()
                && settledBefore.equals(payment().billed());
    }

    /** The day on which the corrected claim (frequency 7) was sent that the payer has not answered yet; else null, or where it is not stated. */
    @Nullable
    LocalDate correctionUnansweredSince() {
        LocalDate submitted = line.submitted();
        return line.isReplacement() && submitted != null && payment().posted().isBefore(submitted) ? submitted : null;
    }

    /** Neither the payer nor the patient is to pay anything. */
    boolean nothingAllowed() {
        Money amount = allowedAmount();
        if (amount != null) {
            return amount.isZero();
        }
        RemittanceLine payment = payment();
        Money stated = payment.allowed();
        return payment.paid().isZero()
                && (stated == null || stated.isZero())
                && payment.adjustments().stream()
                        .noneMatch(adjustment ->
                                kind(adjustment) == AdjustmentKind.COST_SHARE || adjustment.isPaidToPatient())
                && !leavesShareInItsColumn(payment);
    }

    /** Where adjustments are made for the patient, they tell what of it is a share of an allowed amount. */
    private static boolean leavesShareInItsColumn(RemittanceLine payment) {
        Money share = payment.shareInItsColumn();
        return share != null && share.isPositive();
    }

    boolean saysCapitated() {
        return payment().adjustments().stream().anyMatch(adjustment -> adjustment.hasCarc(CAPITATION));
    }

    /**
     * What the patient owes of a capitated service, a copayment mostly, where the payer took money off for capitation, refused none for
     * another reason, and neither it nor another payer paid anything; else null.
     */
    @Nullable
    Money shareBesideCapitation() {
        Money share = allowed instanceof AllowedAmount.Known known ? known.patientShare() : null;
        boolean takenForCapitation = payment().adjustments().stream()
                .anyMatch(adjustment ->
                        adjustment.hasCarc(CAPITATION) && adjustment.amount().isPositive());
        return share != null && share.isPositive() && takenForCapitation && !refusesBesideCapitation() && nothingPaid()
                ? share
                : null;
    }

    private boolean refusesBesideCapitation() {
        return payment().adjustments().stream()
                .anyMatch(adjustment -> !adjustment.hasCarc(CAPITATION) && kind(adjustment) == AdjustmentKind.DENIAL);
    }

    /** Not to the practice, not to the patient, not by a payer before. */
    private boolean nothingPaid() {
        return position.paid().isZero()
                && payment().paid().isZero()
                && payment().adjustments().stream()
                        .map(this::kind)
                        .noneMatch(kind -> kind == AdjustmentKind.AFTER_ALLOWED || kind == AdjustmentKind.PRIOR_PAYER);
    }

    AdjustmentKind kind(Adjustment adjustment) {
        return AdjustmentKind.of(adjustment, payment());
    }

    boolean refuses(Adjustment adjustment) {
        return kind(adjustment) == AdjustmentKind.DENIAL && adjustment.amount().isPositive();
    }

    /** The reason for which most was refused, or null where nothing was. The first of equal ones. */
    @Nullable
    Adjustment primaryReason() {
        Adjustment primary = null;
        for (Adjustment adjustment : payment().adjustments()) {
            if (refuses(adjustment) && (primary == null || adjustment.amount().isAbove(primary.amount()))) {
                primary = adjustment;
            }
        }
        return primary;
    }

    /**
     * Some units were allowed and others refused: fewer units are paid than billed, the charge of whole units is refused, or the reason
     * is their number.
     */
    boolean someUnitsDenied() {
        Adjustment reason = primaryReason();
        if (reason == null || line.units() < 2) {
            return false;
        }
        Integer paidUnits = payment().paidUnits();
        return paidUnits != null && paidUnits > 0 && paidUnits < line.units()
                || isChargeOfUnits(reason.amount())
                || TOO_MANY_UNITS.contains(reason.carc().code());
    }

    /** By division, since a number of units that was keyed wrongly may be very great. */
    private boolean isChargeOfUnits(Money refused) {
        BigInteger charge = BigInteger.valueOf(payment().billed().cents());
        BigInteger times = BigInteger.valueOf(refused.cents()).multiply(BigInteger.valueOf(line.units()));
        return charge.signum() > 0
                && times.compareTo(charge) >= 0
                && times.compareTo(charge.multiply(BigInteger.valueOf(line.units()))) < 0
                && times.mod(charge).signum() == 0;
    }

    /** What the line is expected at, given what was allowed; null where it cannot be priced or where any money is too much. */
    ExpectedAmount.@Nullable Priced priced() {
        ExpectedAmount amount = expected;
        if (amount instanceof ExpectedAmount.Zero zero && zero.ifAllowed() != null) {
            amount = zero.ifAllowed();
        }
        return amount instanceof ExpectedAmount.Priced priced ? priced : null;
    }

    /** Whether no money at all is expected, even where some was allowed. */
    boolean zeroExpected() {
        return expected instanceof ExpectedAmount.Zero zero && zero.ifAllowed() == null;
    }
}
