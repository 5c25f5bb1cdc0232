package recon.workbook;

import java.util.List;
import recon.price.ExpectedRange;

/** {@code Ranges used}: the expected ranges in force. */
final class RangeColumns {

    private RangeColumns() {}

    static List<Column<ExpectedRange>> columns() {
        return List.of(
                Column.text(
                        "Payer class",
                        12,
                        "Blank: any",
                        r -> r.payerClass() == null ? null : r.payerClass().label()),
                Column.text("Payer", 26, "Blank: any", ExpectedRange::payerName),
                Column.text("State", 8, "Blank: any", ExpectedRange::state),
                Column.text("Locality", 12, "Medicare locality; blank: any", ExpectedRange::locality),
                Column.text(
                        "Place group",
                        14,
                        "Facility or non-facility place of service; blank: any",
                        r -> r.placeGroup() == null ? null : r.placeGroup().label()),
                Column.text("Credential", 12, "Practitioner's credential; blank: any", ExpectedRange::credential),
                Column.date("Effective from", "First date of service, inclusive", r -> r.effective()
                        .from()),
                Column.date("Effective to", "Last date of service, inclusive", r -> r.effective()
                        .to()),
                Column.money("Low", "Least per unit", ExpectedRange::low),
                Column.money("High", "Most per unit", ExpectedRange::high),
                Column.text(
                        "Kind", 12, "Contract, schedule or range; in this order one outranks the next", r -> r.kind()
                                .label()),
                Column.text("Source", 30, "Where the figures come from", ExpectedRange::source),
                Column.text("Read from", 40, "File and row", ExpectedRange::place));
    }
}
