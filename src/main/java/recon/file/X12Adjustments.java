package recon.file;

import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/** The CAS segments of one claim or service line: each has a group and up to six triplets of reason, amount and quantity. */
final class X12Adjustments {

    private static final int FIRST_REASON = 2;
    private static final int TRIPLET = 3;
    private static final int LAST_REASON = 17;

    private final StringBuilder text = new StringBuilder();
    private @Nullable Money total = Money.ZERO;

    void add(X12Segment cas) {
        String group = cas.element(1);
        for (int reason = FIRST_REASON; reason <= LAST_REASON && reason <= cas.size(); reason += TRIPLET) {
            String code = cas.element(reason);
            String amount = cas.element(reason + 1);
            if (!code.isEmpty() || !amount.isEmpty()) {
                text.append(text.isEmpty() ? "" : ";")
                        .append(group)
                        .append('-')
                        .append(code)
                        .append(':')
                        .append(X12Values.decimal(amount));
                total = X12Values.sum(total, X12Values.amountOrZero(amount));
            }
        }
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** What all adjustments take off the charge, or null where an amount cannot be read. */
    @Nullable
    Money total() {
        return total;
    }

    /** {@code CO-45:12.34;PR-2:4.10}, the form of the plain layout. */
    @Override
    public String toString() {
        return text.toString();
    }
}
