package recon.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;

/**
 * A row of the layout that has one row for each adjustment and repeats the line's amounts on each.
 *
 * @param adjustment null for a line without adjustments
 */
record AdjustmentRow(SamplePayment payment, @Nullable Adjustment adjustment) {

    static final List<Column<AdjustmentRow>> COLUMNS = List.of(
            Column.of("Payer", row -> row.payment().payer().payerName()),
            Column.of("Patient Control Number", row -> row.payment().control()),
            Column.of("Payer Claim Control Number", row -> row.payment().payerClaim()),
            Column.of("Line Item Control Number", row -> row.payment().lineControlNumber()),
            Column.of("Member ID", row -> row.payment().memberId()),
            Column.of("Last Name", row -> row.payment().line().claim().lastName()),
            Column.of("First Name", row -> row.payment().line().claim().firstName()),
            Column.of("DOS", row -> row.payment().serviceDate()),
            Column.of("Procedure", row -> described(row.payment().code())),
            Column.of("Mod 1", row -> Layouts.modifier(row.payment(), 0)),
            Column.of("Mod 2", row -> Layouts.modifier(row.payment(), 1)),
            Column.of("Qty", row -> row.payment().line().units()),
            Column.of("Units Paid", row -> row.payment().paidUnits()),
            Column.of("Billed Amount", row -> row.payment().billed()),
            Column.of("Allowed Amount", row -> row.payment().allowed()),
            Column.of("Paid Amount", row -> row.payment().paid()),
            Column.of(
                    "CAGC",
                    row -> row.adjustment() == null
                            ? null
                            : row.adjustment().group().name()),
            Column.of(
                    "CARC",
                    row -> row.adjustment() == null
                            ? null
                            : row.adjustment().carc().code()),
            Column.of(
                    "Adjustment Amount",
                    row -> row.adjustment() == null ? null : row.adjustment().amount()),
            Column.of("RARC", row -> Layouts.remarks(row.payment())),
            Column.of("Check Number", row -> row.payment().checkNumber()),
            Column.of("Check Date", row -> row.payment().checkDate()));

    static List<AdjustmentRow> of(List<SamplePayment> payments) {
        List<AdjustmentRow> rows = new ArrayList<>();
        for (SamplePayment payment : payments) {
            payment.adjustments().forEach(one -> rows.add(new AdjustmentRow(payment, one)));
            if (payment.adjustments().isEmpty()) {
                rows.add(new AdjustmentRow(payment, null));
            }
        }
        return rows;
    }

    private static String described(String code) {
        return switch (code) {
            case "96372" -> "96372 - Therapeutic injection";
            case "99213", "99214" -> code + " - Office visit";
            default -> code;
        };
    }
}
