package recon.price;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;

/**
 * What the choice of an {@link ExpectedRange} depends on.
 *
 * @param payer as the directory knows it
 * @param state two-letter state, or null where not known: then only rows for any state fit
 * @param locality Medicare locality, or null where not known
 * @param placeGroup null where the place of service is not known
 * @param credential normalized credential ({@code NP}), or null where not known
 */
record PriceQuestion(
        LocalDate serviceDate,
        PayerClass payerClass,
        PayerDirectory.Payer payer,
        @Nullable String state,
        @Nullable String locality,
        ExpectedRange.@Nullable PlaceGroup placeGroup,
        @Nullable String credential) {

    PriceQuestion in(ExpectedRange.@Nullable PlaceGroup place) {
        return new PriceQuestion(serviceDate, payerClass, payer, state, locality, place, credential);
    }

    boolean fits(ExpectedRange range) {
        return fitsOnSomeDay(range) && range.effective().holdsOn(serviceDate);
    }

    /** Whether it fits but for its dates; where the place is not known, in some place. */
    boolean mayFitOnSomeDay(ExpectedRange range) {
        return (placeGroup == null ? in(range.placeGroup()) : this).fitsOnSomeDay(range);
    }

    private boolean fitsOnSomeDay(ExpectedRange range) {
        return anyOr(range.payerClass(), payerClass)
                && (range.payer() == null || range.payer().isSameAs(payer))
                && anyOr(range.state(), state)
                && anyOr(range.locality(), locality)
                && anyOr(range.placeGroup(), placeGroup)
                && anyOr(range.credential(), credential);
    }

    private static boolean anyOr(@Nullable Object wanted, @Nullable Object actual) {
        return wanted == null || wanted.equals(actual);
    }
}
