package recon.price;

import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/** What a claim line should be allowed at. */
public sealed interface ExpectedAmount {

    /**
     * @param lowPerUnit rate per unit, after a practitioner's percentage
     * @param highPerUnit rate per unit, after a practitioner's percentage
     * @param low what the line is to be allowed at least: low per unit x units, or the charge where that is lower (lesser-of)
     * @param high what the line is to be allowed at most: high per unit x units
     * @param practitionerPercent percentage that a schedule was scaled by for the practitioner, or null where not
     * @param chargeBelowSchedule whether the charge is lower than low per unit x units, so that it is the line's low end
     * @param missingLocality the Medicare locality that the line states, with its year ({@code AL-00 for 2026}), where the schedule
     *     has no figures of it and a row for any locality stands in; else null
     * @param ended the user's row that held until before the service and outranks {@code range}, which stands in for it; else null
     */
    record Priced(
            Money lowPerUnit,
            Money highPerUnit,
            int units,
            Money low,
            Money high,
            ExpectedRange range,
            @Nullable Integer practitionerPercent,
            boolean chargeBelowSchedule,
            @Nullable String missingLocality,
            @Nullable ExpectedRange ended)
            implements ExpectedAmount {

        /** Stands in a {@link #source} before the locality. */
        public static final String NO_FIGURES = ", no figures of locality ";

        /** Stands in a {@link #source}, after all else, before the row that ended. */
        public static final String IN_PLACE_OF = ", in the place of ";

        /** Where the figures come from, for the reports. */
        public String source() {
            return range.source()
                    + (missingLocality == null ? "" : NO_FIGURES + missingLocality)
                    + (ended == null ? "" : inPlaceOf(ended));
        }

        /** How a {@link #source} that stands in for the row ends. */
        public static String inPlaceOf(ExpectedRange ended) {
            return IN_PLACE_OF + ended.place() + ", which ended on "
                    + ended.effective().to();
        }
    }

    /**
     * Rightly nothing.
     *
     * @param reason for the Why sentence ("Medicare pays no practitioner for 96372 in place of service 22")
     * @param ifAllowed what holds where the payer allows money nonetheless; null where any money is too much
     */
    record Zero(String reason, @Nullable ExpectedAmount ifAllowed) implements ExpectedAmount {

        public Zero(String reason) {
            this(reason, null);
        }
    }

    /** No range is in force, or the payer class is unknown; {@code reason} says which. */
    record NotPriceable(String reason) implements ExpectedAmount {}
}
