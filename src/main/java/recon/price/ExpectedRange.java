package recon.price;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;

/**
 * One row of {@code expected-ranges.csv}: what a unit should be allowed at. A null key component means any.
 *
 * @param low dollars per unit
 * @param high dollars per unit
 * @param source where the figures come from, for the reports
 * @param place file and row that it was read from
 */
public record ExpectedRange(
        @Nullable PayerClass payerClass,
        PayerDirectory.@Nullable Payer payer,
        @Nullable String state,
        @Nullable String locality,
        @Nullable PlaceGroup placeGroup,
        @Nullable String credential,
        Effective effective,
        Money low,
        Money high,
        Kind kind,
        String source,
        String place) {

    /** In the order in which one outranks the next. */
    public enum Kind {
        CONTRACT,
        SCHEDULE,
        RANGE;

        /** As the file and the reports write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the place of service is a facility's (POS 19, 21, 22, 23, ...). */
    public enum PlaceGroup {
        FACILITY,
        NON_FACILITY;

        /** As the reports write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public @Nullable String payerName() {
        return payer == null ? null : payer.name();
    }

    /** {@code Private, Alpha Health, UT}: the filled key columns; {@code any} where none is. */
    public String keyInWords() {
        String key = Stream.of(
                        payerClass == null ? null : payerClass.label(),
                        payerName(),
                        state,
                        locality,
                        placeGroup == null ? null : placeGroup.label(),
                        credential)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return key.isEmpty() ? "any" : key;
    }

    /**
     * Number of filled key columns: the more, the more specific. A payer says its class too. Dates are none: a row is not of fewer lines
     * since it ends some day.
     */
    public int specificity() {
        List<@Nullable Object> keys = new ArrayList<>();
        keys.add(payer == null ? payerClass : payer);
        keys.add(payer);
        keys.add(state);
        keys.add(locality);
        keys.add(placeGroup);
        keys.add(credential);
        return (int) keys.stream().filter(Objects::nonNull).count();
    }
}
