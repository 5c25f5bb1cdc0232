package recon.claim;

/**
 * What a row, or a number of rows, adds to the control totals. An amount that is not stated adds nothing.
 *
 * @param billed charges; negative for reversals
 * @param allowed stated allowed amounts
 * @param paid payments
 */
public record RowSums(Money billed, Money allowed, Money paid) {

    public static final RowSums NONE = new RowSums(Money.ZERO, Money.ZERO, Money.ZERO);

    public RowSums plus(RowSums other) {
        return new RowSums(billed.plus(other.billed), allowed.plus(other.allowed), paid.plus(other.paid));
    }
}
