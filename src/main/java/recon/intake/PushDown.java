package recon.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import recon.claim.Adjustment;
import recon.claim.Money;

/**
 * Allots claim-level adjustments to the claim's lines, to the cent, so that each line balances: charge less adjustments is payment
 * (X12 835, 005010X221A1 section 1.10.2).
 *
 * <p>An adjustment that is just what one line leaves open goes to it whole; any other goes to the lines in proportion to what each
 * leaves open, the cents left by rounding to the last. Where the lines leave nothing open, the claim only repeats what its lines say,
 * as some payers do with OA-23, and nothing is allotted.
 */
final class PushDown {

    private final List<RemittanceDraft> lines;

    PushDown(List<RemittanceDraft> lines) {
        this.lines = lines;
    }

    /** The sum of the adjustments that no line had room for; zero is the rule. */
    Money allot(List<Adjustment> adjustments) {
        Money left = Money.ZERO;
        for (Adjustment adjustment : adjustments) {
            if (!adjustment.amount().isZero() && !allot(adjustment)) {
                left = left.plus(adjustment.amount());
            }
        }
        return left;
    }

    private boolean allot(Adjustment adjustment) {
        Money amount = adjustment.amount();
        List<RemittanceDraft> open = new ArrayList<>();
        List<RemittanceDraft> fitting = new ArrayList<>();
        Money room = Money.ZERO;
        for (RemittanceDraft line : lines) {
            Money imbalance = line.imbalance();
            if (!imbalance.isZero() && imbalance.isNegative() == amount.isNegative()) {
                open.add(line);
                room = room.plus(imbalance);
            }
            if (imbalance.equals(amount)) {
                fitting.add(line);
            }
        }
        if (fitting.size() == 1) {
            fitting.get(0).adjustments().add(adjustment);
        } else if (!open.isEmpty()) {
            inProportion(adjustment, open, room);
        }
        return !open.isEmpty();
    }

    private static void inProportion(Adjustment adjustment, List<RemittanceDraft> open, Money room) {
        Money left = adjustment.amount();
        for (int i = 0; i < open.size(); i++) {
            RemittanceDraft line = open.get(i);
            boolean last = i == open.size() - 1;
            Money share = last ? left : share(adjustment.amount(), line.imbalance(), room);
            left = left.minus(share);
            if (!share.isZero()) {
                line.adjustments().add(new Adjustment(adjustment.group(), adjustment.carc(), share));
            }
        }
    }

    private static Money share(Money amount, Money part, Money whole) {
        BigDecimal cents = BigDecimal.valueOf(amount.cents())
                .multiply(BigDecimal.valueOf(part.cents()))
                .divide(BigDecimal.valueOf(whole.cents()), 0, RoundingMode.DOWN);
        return Money.ofCents(cents.longValueExact());
    }
}
