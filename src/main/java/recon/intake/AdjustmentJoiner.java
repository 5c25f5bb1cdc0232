package recon.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * Joins rows of layouts with one adjustment a row, so that a line's payment counts once.
 *
 * <p>Such a layout has a single pair of columns for reason and amount. A row belongs to an earlier row of its claim if it repeats
 * that row in every other column that is read (or leaves it blank) and brings another adjustment than those the line has, while the
 * line does not balance yet or the other adjustment is of nothing; or if it brings another remark under the line's own control
 * number. Two 96372 lines alike on one day are normal: they stay two, since the first of them balances before the second begins, or
 * the second brings the same adjustment again. A row of a line that has a fault is rejected, but the line's dollars are not counted
 * with it again.
 */
final class AdjustmentJoiner {

    private static final Set<Field> VARYING =
            EnumSet.of(Field.ADJUSTMENT_GROUP, Field.ADJUSTMENT_CODE, Field.ADJUSTMENT_AMOUNT, Field.REMARK_CODES);

    private final List<Integer> sameColumns = new ArrayList<>();

    AdjustmentJoiner(Table table) {
        for (Field field : Field.values()) {
            if (!VARYING.contains(field)) {
                for (int column : table.columns().columns(field)) {
                    sameColumns.add(column);
                }
            }
        }
    }

    /** Joins each row to the line that it continues. */
    void join(List<RemittanceDraft> drafts) {
        List<RemittanceDraft> lines = new ArrayList<>();
        for (RemittanceDraft draft : drafts) {
            RemittanceDraft line = lineOf(draft, lines);
            if (line == null) {
                lines.add(draft);
            } else if (draft.isFaulty()) {
                draft.countNothing();
            } else {
                List<Adjustment> known = List.copyOf(line.adjustments());
                draft.adjustments().stream().filter(one -> !known.contains(one)).forEach(line.adjustments()::add);
                line.heedMore(Codes.remarkCodes(draft.values()));
                draft.join();
            }
        }
    }

    private @Nullable RemittanceDraft lineOf(RemittanceDraft draft, List<RemittanceDraft> lines) {
        SourceRow row = draft.values().row();
        for (RemittanceDraft line : lines) {
            boolean stated = !draft.adjustments().isEmpty() || draft.isFaulty();
            if (stated && repeats(row, line.values().row())) {
                boolean another = isNew(draft.adjustments(), line.adjustments());
                boolean more = another && (!line.imbalance().isZero() || isOfNothing(draft));
                if (more || hasOtherRemarks(draft, line)) {
                    return line;
                }
            }
        }
        return null;
    }

    /** An adjustment of $0.00, which leaves a row out of balance that would be in balance as a line of its own. */
    private static boolean isOfNothing(RemittanceDraft draft) {
        return !draft.isFaulty()
                && !draft.imbalance().isZero()
                && draft.adjustments().stream()
                        .allMatch(adjustment -> adjustment.amount().isZero());
    }

    /** The same line by its control number, with the same adjustment for another remark. */
    private static boolean hasOtherRemarks(RemittanceDraft draft, RemittanceDraft line) {
        Cell control = draft.values().cell(Field.LINE_CONTROL_NUMBER);
        return !control.isBlank()
                && control.equals(line.values().cell(Field.LINE_CONTROL_NUMBER))
                && line.adjustments().containsAll(draft.adjustments())
                && !draft.values().cell(Field.REMARK_CODES).isBlank()
                && !draft.values().cell(Field.REMARK_CODES).equals(line.values().cell(Field.REMARK_CODES));
    }

    private boolean repeats(SourceRow row, SourceRow earlier) {
        for (int column : sameColumns) {
            Cell cell = row.cell(column);
            if (!cell.isBlank() && !cell.equals(earlier.cell(column))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNew(List<Adjustment> more, List<Adjustment> known) {
        return more.stream().noneMatch(known::contains);
    }
}
