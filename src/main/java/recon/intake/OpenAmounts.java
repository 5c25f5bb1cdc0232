package recon.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.Carc;
import recon.claim.GroupCode;
import recon.claim.Money;

/**
 * Gives the reasons that stand without their amounts what the line leaves open.
 *
 * <p>Portals often print one reason without its amount. It is then all that is open: charge less payment, other adjustments and the
 * patient's share. Of several such reasons nobody can tell the amounts.
 *
 * <p>An allowed amount between payment and charge parts what is open. What lies above it is written off (CARC 45); what lies below it
 * is the patient's (PR-1, 2, 3 and the like) or was taken off the payment afterwards (253 and the like). A reason of one of these has
 * its own part only, so that it never says otherwise than the allowed amount, and one of each may stand without its amount. A denial
 * without its amount is all that is open all the same: payers are known to state the schedule's amount of a line that they refuse.
 *
 * @param allowed as stated, or null where it is not or cannot be relied on
 * @param share the patient's, or null where no column states it; it comes off once: adjustments of the group PR say it, too
 */
record OpenAmounts(
        Money charge,
        @Nullable Money allowed,
        Money paid,
        @Nullable Money share) {

    /** A payer that leaves a reversal's allowed amount or patient share unsigned means it as it means the charge. */
    OpenAmounts {
        if (charge.isNegative()) {
            allowed = allowed == null ? null : allowed.abs().negated();
            share = share == null ? null : share.abs().negated();
        }
    }

    /** The reasons with their amounts, in a list that may be added to; null where several lack theirs and nobody can tell them. */
    @Nullable
    List<Adjustment> given(List<AdjustmentText.Stated> reasons) {
        Money open = left(reasons);
        Money above = aboveAllowed(reasons, open);
        if (above == null
                && reasons.stream().filter(one -> one.amount() == null).count() > 1) {
            return null;
        }
        List<Adjustment> adjustments = new ArrayList<>(reasons.size() + 1);
        for (AdjustmentText.Stated one : reasons) {
            Money part = above == null ? open : isWriteOff(one) ? above : open.minus(above);
            adjustments.add(new Adjustment(one.group(), one.carc(), one.amount() == null ? part : one.amount()));
        }
        if (above != null && !above.isZero() && reasons.stream().noneMatch(OpenAmounts::lowersAllowed)) {
            // The row has room for the other reason only.
            adjustments.add(new Adjustment(GroupCode.CO, Carc.WRITE_OFF, above));
        }
        return adjustments;
    }

    /** Charge less payment, the adjustments whose amounts are stated, and the patient's share where they do not speak of it. */
    Money left(List<AdjustmentText.Stated> reasons) {
        Money left = charge.minus(paid);
        for (AdjustmentText.Stated one : reasons) {
            left = one.amount() == null ? left : left.minus(one.amount());
        }
        return share == null || speakOfPatient(reasons) ? left : left.minus(share);
    }

    static boolean speakOfPatient(List<AdjustmentText.Stated> reasons) {
        return reasons.stream().anyMatch(one -> one.group() == GroupCode.PR);
    }

    /**
     * The part of what is open that lies above the allowed amount; null where the allowed amount parts nothing, or the reasons that
     * lack their amounts are not told by their part.
     */
    private @Nullable Money aboveAllowed(List<AdjustmentText.Stated> reasons, Money open) {
        if (allowed == null || allowed.isZero() || !parts(allowed)) {
            return null;
        }
        Money above = charge.minus(allowed);
        int writeOffs = 0;
        int later = 0;
        for (AdjustmentText.Stated one : reasons) {
            if (one.amount() == null) {
                writeOffs += isWriteOff(one) ? 1 : 0;
                later += isBelowAllowed(one) ? 1 : 0;
            }
            if (one.amount() == null ? !isWriteOff(one) && !isBelowAllowed(one) : isPriorPayers(one)) {
                return null;
            }
            above = one.amount() != null && lowersAllowed(one) ? above.minus(one.amount()) : above;
        }
        boolean told = writeOffs + later > 0 && writeOffs <= 1 && later <= 1;
        return told && isOfCharge(above) && isOfCharge(open.minus(above)) ? above : null;
    }

    /** Whether an amount lies between payment and charge. */
    private boolean parts(Money amount) {
        return isOfCharge(amount) && isOfCharge(paid) && amount.abs().isBelow(charge.abs());
    }

    /** Zero, or of the same sign as the charge. */
    private boolean isOfCharge(Money amount) {
        return amount.isZero() || amount.isNegative() == charge.isNegative();
    }

    private static boolean isWriteOff(AdjustmentText.Stated one) {
        return one.carc().equals(Carc.WRITE_OFF);
    }

    private static boolean isBelowAllowed(AdjustmentText.Stated one) {
        Adjustment meaning = meaning(one);
        return meaning.isCostShare() || meaning.isTakenAfterAllowing();
    }

    /** Of a reason whose amount does not matter. */
    private static Adjustment meaning(AdjustmentText.Stated one) {
        return new Adjustment(one.group(), one.carc(), Money.ZERO);
    }

    /** A prior payer's payment and write-off together, of which one is part of the allowed amount and the other is not. */
    private static boolean isPriorPayers(AdjustmentText.Stated one) {
        return meaning(one).isOfPriorPayer();
    }

    private static boolean lowersAllowed(AdjustmentText.Stated one) {
        return !isBelowAllowed(one) && !isPriorPayers(one);
    }
}
