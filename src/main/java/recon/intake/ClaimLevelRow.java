package recon.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.Bucket;
import recon.claim.RowSums;
import recon.file.Cell;
import recon.file.SourceRow;

/** A row that speaks of a whole claim: it has no procedure code, and its adjustments and remark codes hold for the claim's lines. */
final class ClaimLevelRow implements ParsedSlot {

    private final RowValues values;
    private final List<Adjustment> adjustments;
    private final List<String> remarkCodes;
    private final @Nullable String status;
    private boolean hasLines;

    ClaimLevelRow(RowValues values) {
        this.values = values;
        this.status = Meanings.claimStatus(values);
        this.remarkCodes = Codes.remarkCodes(values);
        this.adjustments = withAmounts(AdjustmentCells.read(values));
    }

    private List<Adjustment> withAmounts(List<AdjustmentText.Stated> reasons) {
        RowSums sums = values.sums();
        List<Adjustment> all = new OpenAmounts(sums.billed(), sums.allowed(), sums.paid(), null).given(reasons);
        if (all == null) {
            AdjustmentCells.refuseWithoutAmounts(values);
        }
        return all == null ? List.of() : all;
    }

    /** A claim number, a status and adjustments but no code; X12 tells claim level by itself. */
    static boolean is(Table table, SourceRow row) {
        ColumnMap columns = table.columns();
        if (!columns.cell(row, Field.PROCEDURE_CODE).isBlank()) {
            return false;
        }
        if (table.isX12()) {
            return columns.cell(row, Field.LINE_SEQUENCE).isBlank();
        }
        boolean claim = !columns.cell(row, Field.PATIENT_CONTROL_NUMBER).isBlank()
                || !columns.cell(row, Field.PAYER_CLAIM_NUMBER).isBlank();
        return claim && !columns.cell(row, Field.CLAIM_STATUS).isBlank() && hasAdjustment(columns, row);
    }

    private static boolean hasAdjustment(ColumnMap columns, SourceRow row) {
        return !columns.stated(row, Field.ADJUSTMENTS).isBlank()
                || !columns.stated(row, Field.ADJUSTMENT_CODE).isBlank()
                || columns.amountsOf().stream()
                        .anyMatch(one -> !row.cell(one.column()).isBlank());
    }

    RowValues values() {
        return values;
    }

    List<Adjustment> adjustments() {
        return adjustments;
    }

    boolean isFaulty() {
        return values.fault() != null;
    }

    /** Hands status and remark codes to the claim's lines. */
    void speakTo(List<RemittanceDraft> lines) {
        hasLines = !lines.isEmpty();
        for (RemittanceDraft line : lines) {
            line.heed(status, remarkCodes);
        }
    }

    /** Whether a line states nothing else than this row of what both state: check, payer's claim number, claim status. */
    boolean isOf(RowValues line) {
        return agree(line, Field.PATIENT_CONTROL_NUMBER)
                && agree(line, Field.PAYER_CLAIM_NUMBER)
                && agree(line, Field.CHECK_NUMBER)
                && agree(line, Field.CLAIM_STATUS);
    }

    private boolean agree(RowValues line, Field field) {
        Cell own = values.cell(field);
        Cell other = line.cell(field);
        return own.isBlank() || other.isBlank() || CellMeaning.isSame(field, own, other, values.table());
    }

    @Override
    public ParsedRow result() {
        if (values.fault() == null && !hasLines) {
            values.fault(
                    -1,
                    "claim level (no procedure code), and no line of its claim stands beside it: sort the file by claim number");
        }
        // Its dollars are those of its lines.
        return values.fault() == null
                ? new ParsedRow.Passed(Bucket.JOINED, RowSums.NONE)
                : new ParsedRow.Rejected(values.fault(), hasLines ? RowSums.NONE : values.sums());
    }
}
