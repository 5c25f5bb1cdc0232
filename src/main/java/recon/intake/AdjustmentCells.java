package recon.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Carc;
import recon.claim.GroupCode;
import recon.claim.Money;
import recon.file.Cell;

/**
 * Reads a row's adjustments from all the columns that hold some: the plain layout's text, columns of group, code and amount, and
 * columns that are headed by the adjustment itself ({@code CO-45}). A reason that stands without its amount is given one by
 * {@link OpenAmounts}.
 */
final class AdjustmentCells {

    private static final String NO_GROUP =
            "an adjustment without its group (CO, PR, OA, PI): add a column for it, or the constant adjustment_group to a profile";
    private static final String BLANK_GROUP = "an adjustment whose group (CO, PR, OA, PI) is blank: fill it in";
    private static final String NOT_A_GROUP =
            "not an adjustment's group: CO, PR, OA, PI or CR, or a name such as Contractual Obligation: correct it, or leave the column out with 'ignore' in a profile if it is of something else";
    private static final String NOT_A_REASON =
            "not a reason code such as 45 or CO-45: correct it, or name the column of the codes as adjustment_code in a profile";
    private static final String NO_AMOUNTS = "several adjustments without their amounts: export the amounts too";
    private static final String NO_REASON = "an adjustment's amount without its reason code";

    private final RowValues values;
    private final ColumnMap columns;
    private final List<AdjustmentText.Stated> stated = new ArrayList<>(2);

    private AdjustmentCells(RowValues values) {
        this.values = values;
        this.columns = values.table().columns();
    }

    /** In a list that may be added to; faults are left with the row. */
    static List<AdjustmentText.Stated> read(RowValues values) {
        AdjustmentCells cells = new AdjustmentCells(values);
        cells.texts();
        cells.columns.adjustments().forEach(cells::columns);
        cells.columns.amountsOf().forEach(cells::amountsOf);
        return cells.stated;
    }

    /** What the profile's constant says of a line of which no row states an adjustment; a fault is left with the row. */
    static List<AdjustmentText.Stated> ofProfile(RowValues values) {
        AdjustmentCells cells = new AdjustmentCells(values);
        Cell constant = cells.columns.constant(Field.ADJUSTMENTS);
        if (!constant.isBlank() && !cells.takeUp(constant)) {
            values.fault(Field.ADJUSTMENTS, AdjustmentText.EXPECTED);
        }
        return cells.stated;
    }

    /** Leaves the fault of several reasons without their amounts. */
    static void refuseWithoutAmounts(RowValues values) {
        int column = values.table().columns().column(Field.ADJUSTMENTS);
        values.fault(column >= 0 ? column : values.table().columns().column(Field.ADJUSTMENT_CODE), NO_AMOUNTS);
    }

    private void texts() {
        for (int column : columns.columns(Field.ADJUSTMENTS)) {
            Cell cell = values.row().cell(column);
            if (!cell.isBlank() && !takeUp(cell)) {
                String expected = values.table().isX12() ? AdjustmentText.EXPECTED_IN_X12 : AdjustmentText.EXPECTED;
                values.fault(column, RowValues.faultOf(cell, expected));
            }
        }
    }

    /** Takes up the adjustments of a text; whether it was one. */
    private boolean takeUp(Cell cell) {
        List<AdjustmentText.Stated> all = cell instanceof Cell.Text text ? AdjustmentText.of(text.text()) : null;
        if (all != null) {
            stated.addAll(all);
        }
        return all != null;
    }

    private void columns(ColumnMap.AdjustmentColumns one) {
        Money amount = amount(one.amount());
        Cell codeCell = one.code() < 0 ? Cell.BLANK : values.row().cell(one.code());
        if (codeCell.isBlank() && amount != null && !amount.isZero()) {
            codeCell = columns.constant(Field.ADJUSTMENT_CODE);
        }
        String code = codeCell.isBlank() ? null : Ids.of(codeCell);
        if (code == null) {
            if (!codeCell.isBlank()) {
                values.fault(one.code(), RowValues.faultOf(codeCell, NOT_A_REASON));
            } else if (amount != null && !amount.isZero()) {
                values.fault(one.amount(), NO_REASON);
            }
            return;
        }
        Carc carc = AdjustmentText.carc(code);
        if (carc != null) {
            add(one, carc, amount);
            return;
        }
        List<AdjustmentText.Stated> withGroup = AdjustmentText.of(code);
        if (withGroup == null || withGroup.isEmpty()) {
            values.fault(one.code(), NOT_A_REASON);
        } else if (withGroup.size() == 1 && withGroup.get(0).amount() == null) {
            stated.add(new AdjustmentText.Stated(
                    withGroup.get(0).group(), withGroup.get(0).carc(), amount));
        } else {
            stated.addAll(withGroup);
        }
    }

    private void add(ColumnMap.AdjustmentColumns one, Carc carc, @Nullable Money amount) {
        Cell groupCell = one.group() < 0
                ? values.cell(Field.ADJUSTMENT_GROUP)
                : values.row().cell(one.group());
        if (groupCell.isBlank() && !isPatientsByItself(carc)) {
            groupCell = columns.constant(Field.ADJUSTMENT_GROUP);
        }
        GroupCode group = groupCell instanceof Cell.Text text
                ? AdjustmentText.statedGroup(Characters.strip(text.text()))
                : isPatientsByItself(carc) ? GroupCode.PR : null;
        if (group == null) {
            refuseGroup(one.group(), one.code());
        } else {
            stated.add(new AdjustmentText.Stated(group, carc, amount));
        }
    }

    private void refuseGroup(int group, int code) {
        Cell cell = group < 0 ? Cell.BLANK : values.row().cell(group);
        if (cell.isBlank()) {
            values.fault(code, group < 0 ? NO_GROUP : BLANK_GROUP);
        } else {
            values.fault(group, RowValues.faultOf(cell, NOT_A_GROUP));
        }
    }

    /** Deductible, coinsurance and copay are the patient's by their meaning. */
    private static boolean isPatientsByItself(Carc carc) {
        return carc.code().equals("1") || carc.code().equals("2") || carc.code().equals("3");
    }

    private void amountsOf(ColumnMap.AmountsOf one) {
        Money amount = amount(one.column());
        if (amount != null && !amount.isZero()) {
            stated.add(new AdjustmentText.Stated(one.group(), one.carc(), amount));
        }
    }

    private @Nullable Money amount(int column) {
        Cell cell = column < 0 ? Cell.BLANK : values.row().cell(column);
        if (cell.isBlank() || Amounts.isDash(cell)) {
            return null;
        }
        Money amount = Amounts.of(cell);
        if (amount == null) {
            values.fault(column, RowValues.faultOf(cell, Amounts.fault(cell)));
        }
        return amount;
    }
}
