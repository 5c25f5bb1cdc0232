package recon.price;

import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.Money;
import recon.claim.RemittanceLine;

/**
 * The amounts of one remittance line with the signs of a payment: what a reversal states is turned round. Some payers leave a
 * reversal's allowed amount or patient share unsigned; these two are read by their size.
 *
 * @param stated allowed amount as stated, or null
 * @param patientShare cost share: of the adjustments where they hold any for the patient, else of its own column; null where neither
 *     states one
 * @param shareBesideBalance a share in its own column although the adjustments lead from the charge to the payment without it; else null
 * @param adjusted whether any adjustments are stated
 * @param outOfBalance charge - adjustments - paid; zero where it balances and where no adjustments are stated
 * @param loweringAllowed sum of the adjustments that lower the allowed amount
 * @param afterAllowed sum of the reductions after the amount was allowed, sequestration among them
 * @param ofDeniedClaim whether the claim's status or a remark says that it was denied
 */
record LineMoney(
        Money billed,
        Money paid,
        @Nullable Money stated,
        @Nullable Money patientShare,
        @Nullable Money shareBesideBalance,
        boolean adjusted,
        Money outOfBalance,
        Money loweringAllowed,
        Money afterAllowed,
        Money sequestration,
        boolean afterPriorPayer,
        boolean ofDeniedClaim) {

    static LineMoney of(RemittanceLine line) {
        boolean turned = line.billed().isNegative();
        Money billed = turned ? line.billed().negated() : line.billed();
        Money paid = turned ? line.paid().negated() : line.paid();
        Sums sums = new Sums();
        for (Adjustment one : line.adjustments()) {
            sums.add(one, AdjustmentKind.of(one, line), turned ? one.amount().negated() : one.amount());
        }
        Money stated = turned ? size(line.allowed()) : line.allowed();
        Money shareColumn = turned ? size(line.shareInItsColumn()) : line.shareInItsColumn();
        boolean adjusted = !line.adjustments().isEmpty();
        Money left = billed.minus(sums.all).minus(paid);
        return new LineMoney(
                billed,
                paid,
                stated,
                shareColumn == null ? sums.costShare : shareColumn,
                adjusted && left.isZero() && shareColumn != null && shareColumn.isPositive() ? shareColumn : null,
                adjusted,
                adjusted ? outOfBalance(left, shareColumn) : Money.ZERO,
                sums.loweringAllowed,
                sums.afterAllowed,
                sums.sequestration,
                !sums.priorPayer.isZero(),
                line.isOfDeniedClaim());
    }

    private static @Nullable Money size(@Nullable Money amount) {
        return amount == null ? null : amount.abs();
    }

    /** A spreadsheet may list the write-off as an adjustment and keep the patient's share in a column of its own. */
    private static Money outOfBalance(Money left, @Nullable Money shareColumn) {
        return left.isZero() || shareColumn == null ? left : left.minus(shareColumn);
    }

    /** Whether the charge less adjustments comes to the same as the payment plus the patient's share and later reductions. */
    boolean bothWaysAgree() {
        Money share = patientShare == null ? Money.ZERO : patientShare;
        return adjusted && paid.plus(share).plus(afterAllowed).equals(billed.minus(loweringAllowed));
    }

    /** Whether something was paid, is left to the patient, or was taken off a payment: then something was allowed. */
    boolean leavesMoney() {
        boolean patientOwes = patientShare != null && patientShare.isPositive() && !loweringAllowed.equals(billed);
        return paid.isPositive() || patientOwes || afterAllowed.isPositive();
    }

    AllowedAmount.Known known(Money amount, AllowedAmount.From from, @Nullable String remark) {
        return new AllowedAmount.Known(amount, from, patientShare, sequestration, remark);
    }

    /** Adds the adjustments up by what they mean, in one pass. */
    private static final class Sums {
        private Money all = Money.ZERO;
        private Money loweringAllowed = Money.ZERO;
        private Money afterAllowed = Money.ZERO;
        private Money sequestration = Money.ZERO;
        private Money priorPayer = Money.ZERO;
        private @Nullable Money costShare;

        void add(Adjustment adjustment, AdjustmentKind kind, Money amount) {
            all = all.plus(amount);
            if (kind.lowersAllowed()) {
                loweringAllowed = loweringAllowed.plus(amount);
            } else if (kind == AdjustmentKind.COST_SHARE) {
                costShare = costShare == null ? amount : costShare.plus(amount);
            } else if (kind == AdjustmentKind.PRIOR_PAYER) {
                priorPayer = priorPayer.plus(amount);
            } else {
                afterAllowed = afterAllowed.plus(amount);
                sequestration = adjustment.hasCarc("253") ? sequestration.plus(amount) : sequestration;
            }
        }
    }
}
