package recon.intake;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.Carc;
import recon.claim.GroupCode;
import recon.file.Cell;
import recon.file.SourceRow;

/** Which columns of a table hold which field. Columns are counted from 0 within the table. */
final class ColumnMap {

    /** Columns of one adjustment; -1 for one that the table lacks. */
    record AdjustmentColumns(int group, int code, int amount) {}

    /** A column of amounts whose heading is the adjustment: {@code CO-45}. */
    record AmountsOf(GroupCode group, Carc carc, int column) {}

    private static final int[] NONE = {};

    private final int[][] columns;
    private final List<String> headings;
    private final Map<Field, Cell> constants = new EnumMap<>(Field.class);
    private final List<AdjustmentColumns> adjustments;
    private final List<AmountsOf> amountsOf;
    private final int claimId;
    private final Map<Integer, Field> fields = new HashMap<>();

    /**
     * @param headings as they stand in the file, empty where a column has none
     * @param claimId the column of a claim number that does not say whose it is (see {@link #claimId()}), or -1
     */
    ColumnMap(
            Map<Field, int[]> columns,
            List<String> headings,
            Map<Field, String> constants,
            List<AdjustmentColumns> adjustments,
            List<AmountsOf> amountsOf,
            int claimId) {
        this.columns = new int[Field.values().length][];
        for (Field field : Field.values()) {
            this.columns[field.ordinal()] = columns.getOrDefault(field, NONE);
        }
        this.headings = List.copyOf(headings);
        constants.forEach((field, text) -> this.constants.put(field, Cell.of(text)));
        this.adjustments = List.copyOf(adjustments);
        this.amountsOf = List.copyOf(amountsOf);
        this.claimId = claimId;
        nameColumns();
    }

    private ColumnMap(ColumnMap other, Field field, int[] columns) {
        this.columns = other.columns.clone();
        this.columns[field.ordinal()] = columns;
        this.headings = other.headings;
        this.constants.putAll(other.constants);
        this.adjustments = other.adjustments;
        this.amountsOf = other.amountsOf;
        this.claimId = other.claimId;
        nameColumns();
    }

    private void nameColumns() {
        for (Field field : Field.values()) {
            for (int column : columns[field.ordinal()]) {
                fields.put(column, field);
            }
        }
        amountsOf.forEach(one -> fields.put(one.column(), Field.ADJUSTMENT_AMOUNT));
        if (claimId >= 0) {
            fields.putIfAbsent(claimId, Field.CLAIM_NUMBER);
        }
    }

    /** The same with other columns for a field. */
    ColumnMap with(Field field, int[] others) {
        return new ColumnMap(this, field, others);
    }

    /** Whether the table has a column for a field. */
    boolean has(Field field) {
        return columns[field.ordinal()].length > 0;
    }

    /** The field's only or first column, or -1. */
    int column(Field field) {
        int[] all = columns[field.ordinal()];
        return all.length == 0 ? -1 : all[0];
    }

    /** Whether anything is read from a column. */
    boolean reads(int column) {
        return fields.containsKey(column);
    }

    /** What a column is read as; null where nothing is read from it. */
    @Nullable
    Field field(int column) {
        return fields.get(column);
    }

    /** Whether a column is read as one of several fields. */
    boolean isOf(Set<Field> some, int column) {
        Field field = field(column);
        return field != null && some.contains(field);
    }

    int[] columns(Field field) {
        return columns[field.ordinal()];
    }

    /**
     * The column of a plain "Claim ID" in claims, or -1. Where the table has no other claim number it is the column of the patient
     * control number too.
     */
    int claimId() {
        return claimId;
    }

    /** What a row holds for a field: its first cell that is not blank, else the profile's constant, else blank. */
    Cell cell(SourceRow row, Field field) {
        Cell stated = stated(row, field);
        return stated.isBlank() ? constant(field) : stated;
    }

    /** A row's first cell for a field that is not blank, else blank, whatever the profile says. */
    Cell stated(SourceRow row, Field field) {
        for (int column : columns[field.ordinal()]) {
            Cell cell = row.cell(column);
            if (!cell.isBlank()) {
                return cell;
            }
        }
        return Cell.BLANK;
    }

    /** What the profile says of the rows that do not state a field; blank where it says nothing. */
    Cell constant(Field field) {
        return constants.isEmpty() ? Cell.BLANK : constants.getOrDefault(field, Cell.BLANK);
    }

    /** Whether a field that both have stands in another column of the other. */
    boolean hasMovedIn(ColumnMap other) {
        for (Field field : Field.values()) {
            if (has(field) && other.has(field) && column(field) != other.column(field)) {
                return true;
            }
        }
        return false;
    }

    List<AdjustmentColumns> adjustments() {
        return adjustments;
    }

    List<AmountsOf> amountsOf() {
        return amountsOf;
    }

    int width() {
        return headings.size();
    }

    String heading(int column) {
        return column >= 0 && column < headings.size() ? headings.get(column) : "";
    }

    /** Whether the table states one adjustment a row, so that a line may take several rows. */
    boolean hasOneAdjustmentColumn() {
        return adjustments.size() == 1
                && adjustments.get(0).code() >= 0
                && !has(Field.ADJUSTMENTS)
                && amountsOf.isEmpty();
    }

    /** Whether that adjustment is a reason alone, without a column of amounts. */
    boolean hasOneReasonWithoutAmount() {
        return hasOneAdjustmentColumn() && adjustments.get(0).amount() < 0;
    }
}
