package recon.price;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.GroupCode;
import recon.claim.Money;
import recon.claim.RemittanceLine;

/**
 * The amounts of one remittance line with the signs of a payment: what a reversal states is turned round. Some payers leave a
 * reversal's allowed amount or patient share unsigned; these two are read by their size.
 *
 * @param stated allowed amount as stated, or null
 * @param shareColumn patient share as stated in a column of its own, or null
 */
record LineMoney(
        Money billed,
        Money paid,
        @Nullable Money stated,
        @Nullable Money shareColumn,
        List<Adjustment> adjustments) {

    static LineMoney of(RemittanceLine line) {
        if (!line.billed().isNegative()) {
            return new LineMoney(
                    line.billed(), line.paid(), line.allowed(), line.patientResponsibility(), line.adjustments());
        }
        return new LineMoney(
                line.billed().negated(),
                line.paid().negated(),
                size(line.allowed()),
                size(line.patientResponsibility()),
                line.adjustments().stream()
                        .map(one -> new Adjustment(
                                one.group(), one.carc(), one.amount().negated()))
                        .toList());
    }

    private static @Nullable Money size(@Nullable Money amount) {
        return amount == null ? null : amount.abs();
    }

    boolean adjusted() {
        return !adjustments.isEmpty();
    }

    /** Charge - adjustments - paid; zero where it balances and where no adjustments are stated. */
    Money outOfBalance() {
        if (!adjusted()) {
            return Money.ZERO;
        }
        Money left = billed.minus(sum(any -> true)).minus(paid);
        // A spreadsheet may list the write-off as an adjustment and keep the patient's share in a column of its own.
        return shareColumn == null || statesPatientAdjustments() ? left : lessShareColumn(left, shareColumn);
    }

    private static Money lessShareColumn(Money left, Money shareColumn) {
        return left.isZero() ? left : left.minus(shareColumn);
    }

    private boolean statesPatientAdjustments() {
        return adjustments.stream().anyMatch(one -> one.group() == GroupCode.PR);
    }

    boolean afterPriorPayer() {
        return !of(AdjustmentKind.PRIOR_PAYER).isZero();
    }

    Money loweringAllowed() {
        return sum(one -> AdjustmentKind.of(one, billed).lowersAllowed());
    }

    /** Cost share: of the adjustments where they hold any for the patient, else of the column; null where neither states one. */
    @Nullable
    Money patientShare() {
        if (!statesPatientAdjustments()) {
            return shareColumn;
        }
        boolean any = adjustments.stream().anyMatch(one -> AdjustmentKind.of(one, billed) == AdjustmentKind.COST_SHARE);
        return any ? of(AdjustmentKind.COST_SHARE) : null;
    }

    /** Whether payment plus patient share and later reductions comes to the same as charge less adjustments. */
    boolean bothWaysAgree() {
        if (!adjusted()) {
            return false;
        }
        Money share = patientShare();
        Money paidAndShare = paid.plus(share == null ? Money.ZERO : share).plus(of(AdjustmentKind.AFTER_ALLOWED));
        return paidAndShare.equals(billed.minus(loweringAllowed()));
    }

    private Money of(AdjustmentKind kind) {
        return sum(one -> AdjustmentKind.of(one, billed) == kind);
    }

    private Money sum(Predicate<Adjustment> wanted) {
        return adjustments.stream().filter(wanted).map(Adjustment::amount).reduce(Money.ZERO, Money::plus);
    }

    AllowedAmount.Known known(Money amount, AllowedAmount.From from, @Nullable String remark) {
        Money sequestration = sum(one -> one.hasCarc("253"));
        return new AllowedAmount.Known(amount, from, patientShare(), sequestration, remark);
    }
}
