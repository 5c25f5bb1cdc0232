package recon.price;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;

/**
 * Reads {@code expected-ranges}: one row for each expected amount per unit of 96372.
 *
 * <table>
 * <caption>Columns; a blank key column (all but low, high, kind, source) means any</caption>
 * <tr><td>payer_class</td><td>Medicare, Medicaid or Private</td></tr>
 * <tr><td>payer</td><td>a payer, by any name that payers.csv knows it by</td></tr>
 * <tr><td>state</td><td>two letters</td></tr>
 * <tr><td>locality</td><td>Medicare locality, such as 05 or 99, or CA-05 with its state</td></tr>
 * <tr><td>place_group</td><td>facility or non-facility</td></tr>
 * <tr><td>credential</td><td>of the rendering practitioner: NP, PA, CNS, MD, ...</td></tr>
 * <tr><td>effective_from, effective_to</td><td>first and last date of service, inclusive</td></tr>
 * <tr><td>low, high</td><td>dollars per unit</td></tr>
 * <tr><td>kind</td><td>contract, schedule or range</td></tr>
 * <tr><td>source</td><td>where the figures come from, for the reports; blank: the file and row</td></tr>
 * </table>
 */
final class ExpectedRangeFile {

    static final Map<String, PayerClass> PAYER_CLASSES = Map.of(
            "MEDICARE", PayerClass.MEDICARE,
            "MEDICAID", PayerClass.MEDICAID,
            "PRIVATE", PayerClass.PRIVATE,
            "COMMERCIAL", PayerClass.PRIVATE);

    private static final Map<String, ExpectedRange.Kind> KINDS = Map.of(
            "CONTRACT", ExpectedRange.Kind.CONTRACT,
            "SCHEDULE", ExpectedRange.Kind.SCHEDULE,
            "RANGE", ExpectedRange.Kind.RANGE);

    static final Map<String, ExpectedRange.PlaceGroup> PLACE_GROUPS = Map.of(
            "FACILITY", ExpectedRange.PlaceGroup.FACILITY, "NON-FACILITY", ExpectedRange.PlaceGroup.NON_FACILITY);

    private final ReferenceRow row;
    private final PayerDirectory payers;

    private ExpectedRangeFile(ReferenceRow row, PayerDirectory payers) {
        this.row = row;
        this.payers = payers;
    }

    static List<ExpectedRange> read(ReferenceTable table, PayerDirectory payers) {
        table.optionalColumns(
                        "payer", "state", "locality", "place_group", "credential", "effective_from", "effective_to")
                .requireColumns("payer_class", "low", "high", "kind", "source");
        return table.readWithoutOverlap(
                row -> new ExpectedRangeFile(row, payers).range(),
                ExpectedRanges::keyWithoutDates,
                "the same payer class, payer, state, locality, place group, credential and kind");
    }

    private ExpectedRange range() {
        Money low = row.money("low");
        Money high = row.money("high");
        if (low.isAbove(high)) {
            throw row.error("low", "an amount that is not above 'high'");
        }
        String source = row.optionalText("source");
        Localities.Area area = Localities.area(state(), row.optionalText("locality"));
        return new ExpectedRange(
                row.optionalPayerClass("payer_class"),
                payer(),
                area.state(),
                area.number(),
                row.optionalOneOf("place_group", PLACE_GROUPS),
                Credentials.normalized(row.optionalText("credential")),
                row.effective(),
                low,
                high,
                row.oneOf("kind", KINDS),
                source == null ? row.place() : source,
                row.place());
    }

    private PayerDirectory.@Nullable Payer payer() {
        String payer = row.optionalText("payer");
        return payer == null ? null : payers.find(payer, null);
    }

    private @Nullable String state() {
        String state = row.optionalText("state");
        if (state != null && !state.matches("[A-Za-z]{2}")) {
            throw row.error("state", "two letters such as UT");
        }
        return state;
    }
}
