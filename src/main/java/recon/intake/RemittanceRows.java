package recon.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.Money;
import recon.claim.RowSums;
import recon.file.Cell;
import recon.file.SourceRow;

/** Reads the rows of a group of remittance rows, which may speak of one another. */
final class RemittanceRows implements RowParser {

    static final String NO_SERVICE_LINES =
            "no service lines: the claim cannot be compared line by line: ask its sender for the lines";

    private final Table table;
    private final RowSorter sorter;
    private final @Nullable AdjustmentJoiner joiner;

    RemittanceRows(Table table, RowSorter sorter) {
        this.table = table;
        this.sorter = sorter;
        this.joiner = table.columns().hasOneAdjustmentColumn() ? new AdjustmentJoiner(table) : null;
    }

    @Override
    public List<ParsedRow> parse(List<SourceRow> rows, List<String> remarks) {
        List<ParsedSlot> slots = new ArrayList<>(rows.size());
        List<RemittanceDraft> drafts = new ArrayList<>(rows.size());
        List<ClaimLevelRow> claimLevel = new ArrayList<>(0);
        for (SourceRow row : rows) {
            ParsedSlot slot = slot(row);
            slots.add(slot);
            if (slot instanceof RemittanceDraft draft) {
                drafts.add(draft);
            } else if (slot instanceof ClaimLevelRow claim) {
                claimLevel.add(claim);
            }
        }
        if (joiner != null) {
            joiner.join(drafts);
        }
        if (table.isX12() && drafts.size() > 1) {
            PartsJoiner.join(drafts);
        }
        for (ClaimLevelRow claim : claimLevel) {
            pushDown(claim, drafts, remarks);
        }
        List<ParsedRow> parsed = new ArrayList<>(slots.size());
        for (ParsedSlot slot : slots) {
            parsed.add(slot.result());
        }
        return parsed;
    }

    private ParsedSlot slot(SourceRow row) {
        Bucket bucket = sorter.sort(row);
        if (bucket != Bucket.IN_SCOPE) {
            ParsedRow passed = new ParsedRow.Passed(bucket, RowSums.NONE);
            return () -> passed;
        }
        RowValues values = new RowValues(table, row);
        RaggedRows.check(values);
        if (isWithoutLines(values)) {
            values.fault(-1, NO_SERVICE_LINES);
        } else if (ClaimLevelRow.is(table, row)) {
            return new ClaimLevelRow(values);
        }
        return new RemittanceDraft(values);
    }

    /** X12: a claim without service lines. */
    static boolean isWithoutLines(RowValues values) {
        return values.cell(Field.SERVICE_LINES) instanceof Cell.Text text
                && text.text().equals("0");
    }

    private static void pushDown(ClaimLevelRow claim, List<RemittanceDraft> drafts, List<String> remarks) {
        List<RemittanceDraft> lines = new ArrayList<>();
        for (RemittanceDraft draft : drafts) {
            if (!draft.isJoined() && claim.isOf(draft.values())) {
                lines.add(draft);
            }
        }
        claim.speakTo(lines);
        boolean needed = lines.stream().anyMatch(RemittanceDraft::isInScope);
        if (claim.isFaulty() || !needed) {
            return;
        }
        Money left = new PushDown(lines).allot(claim.adjustments());
        if (!left.isZero()) {
            remarks.add(
                    "%s: claim-level adjustments of %s find no room in the claim's lines, which balance without them"
                            .formatted(claim.values().row().place(), left.inWords()));
        }
    }
}
