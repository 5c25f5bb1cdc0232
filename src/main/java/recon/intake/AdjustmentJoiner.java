package recon.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * Joins rows of layouts with one adjustment a row, so that a line's payment counts once.
 *
 * <p>Such a layout has a single pair of columns for reason and amount, or the reason alone. A row belongs to an earlier row of its
 * claim if it says what that row says in every other column that is read, however it is written, or leaves it blank, and brings another
 * adjustment than those the line has, while the line does not balance yet or the other adjustment is of nothing; or if it brings another
 * remark under the line's own control number. Two 96372 lines alike on one day are normal: they stay two, since the first of them
 * balances before the second begins, or the second balances alone or brings the same adjustment again. The patient's share in a column
 * of its own counts as an adjustment where none of the group PR says it. Without amounts nothing balances, and each other reason is
 * another one of the line. A row that pays nothing, and states the line's other dollars or none, belongs to the line that it brings
 * into balance. A row of a line that has a fault is rejected, but the line's dollars are not counted with it again.
 *
 * <p>So is a row that stands apart from the line that it brings into balance, in a file that is not sorted by claim.
 */
final class AdjustmentJoiner {

    private static final Set<Field> VARYING =
            EnumSet.of(Field.ADJUSTMENT_GROUP, Field.ADJUSTMENT_CODE, Field.ADJUSTMENT_AMOUNT, Field.REMARK_CODES);

    private static final String APART =
            "belongs to the line in row %d, which balances with it, but stands apart from it, and its payment would count twice: sort the rows by claim";

    /** A file that is sorted by reason shows itself by its first lines; to keep all of them would take too much memory. */
    private static final int MOST_UNBALANCED = 10_000;

    /** More stand below a number such as "N/A", which is no claim's. */
    private static final int MOST_OF_A_CLAIM = 50;

    /** A column in which the rows of a line agree. */
    private record Compared(Field field, int column) {}

    private final List<Compared> compared = new ArrayList<>();
    private final List<Field> numbers;
    private final boolean reasonsAlone;

    /** Lines of claims above whose adjustments alone do not balance them, by the claims' numbers. */
    private final Map<Object, List<Row>> unbalanced = new HashMap<>();

    private int kept;

    AdjustmentJoiner(Table table) {
        numbers = Field.IDS.stream().filter(table.columns()::has).toList();
        reasonsAlone = table.columns().hasOneReasonWithoutAmount();
        for (Field field : Field.values()) {
            if (!VARYING.contains(field)) {
                for (int column : table.columns().columns(field)) {
                    compared.add(new Compared(field, column));
                }
            }
        }
    }

    /** Joins each row of a claim to the line that it continues. */
    void join(List<RemittanceDraft> drafts) {
        List<Row> lines = new ArrayList<>();
        for (RemittanceDraft draft : drafts) {
            Row row = new Row(draft);
            RemittanceDraft line = lineOf(row, lines);
            if (line == null) {
                lines.add(row);
            } else if (draft.isFaulty()) {
                draft.countNothing();
            } else {
                List<AdjustmentText.Stated> known = List.copyOf(line.reasons());
                draft.reasons().stream().filter(one -> !known.contains(one)).forEach(line.reasons()::add);
                line.heedMore(Codes.remarkCodes(draft.values()));
                draft.join();
            }
        }
        if (!reasonsAlone) {
            lines.forEach(this::refuseApart);
        }
    }

    /** Leaves a fault with the rest of a line of which a part stands among the claims above. */
    private void refuseApart(Row row) {
        RemittanceDraft draft = row.draft;
        Object number = draft.isInScope() && !draft.isFaulty() ? row.number() : null;
        if (number == null || draft.reasons().isEmpty() || draft.left(true).isZero()) {
            return;
        }
        for (Row earlier : unbalanced.getOrDefault(number, List.of())) {
            RemittanceDraft line = earlier.draft;
            if (isNew(draft.reasons(), line.reasons()) && completes(draft, line) && row.repeats(earlier, false)) {
                draft.values().fault(-1, APART.formatted(earlier.cells.place().number()));
                draft.countNothing();
                return;
            }
        }
        List<Row> ofClaim = unbalanced.computeIfAbsent(number, none -> new ArrayList<>(1));
        if (kept < MOST_UNBALANCED && ofClaim.size() < MOST_OF_A_CLAIM) {
            ofClaim.add(row);
            kept++;
        }
    }

    private @Nullable RemittanceDraft lineOf(Row row, List<Row> lines) {
        RemittanceDraft draft = row.draft;
        if (draft.reasons().isEmpty() && !draft.isFaulty()) {
            return null;
        }
        for (Row earlier : lines) {
            RemittanceDraft line = earlier.draft;
            boolean another = isNew(draft.reasons(), line.reasons());
            if (row.repeats(earlier, false)) {
                if ((another && continues(draft, line)) || hasOtherRemarks(draft, line)) {
                    return line;
                }
            } else if (another && draft.paid().isZero() && completes(draft, line) && row.repeats(earlier, true)) {
                return line;
            }
        }
        return null;
    }

    /** Whether a line has room for what a row adds to it. */
    private boolean continues(RemittanceDraft draft, RemittanceDraft line) {
        boolean withoutAmount = draft.lacksAmounts() || (draft.isFaulty() && reasonsAlone);
        if (withoutAmount && line.reasons().isEmpty()) {
            // A reason a row: the row without one is of a line that has none.
            return false;
        }
        List<AdjustmentText.Stated> both = new ArrayList<>(line.reasons());
        both.addAll(draft.reasons());
        boolean ofPatient = OpenAmounts.speakOfPatient(both);
        Money left = line.left(ofPatient);
        if (withoutAmount || !draft.left(ofPatient).isZero()) {
            return line.lacksAmounts() || !left.isZero() || isOfNothing(draft);
        }
        // It balances alone, and in this line only where what this says so far comes to nothing.
        return !line.lacksAmounts()
                && !left.isZero()
                && line.left(true).equals(line.billed().minus(line.paid()));
    }

    /** Whether a row that does not balance alone brings, to the cent, what a line lacks. */
    private static boolean completes(RemittanceDraft draft, RemittanceDraft line) {
        if (draft.isFaulty() || line.isFaulty() || draft.lacksAmounts() || line.lacksAmounts()) {
            return false;
        }
        List<AdjustmentText.Stated> both = new ArrayList<>(line.reasons());
        both.addAll(draft.reasons());
        boolean ofPatient = OpenAmounts.speakOfPatient(both);
        Money left = line.left(ofPatient);
        Money brought =
                draft.reasons().stream().map(AdjustmentText.Stated::amount).reduce(Money.ZERO, Money::plus);
        return !left.isZero() && left.equals(brought) && !draft.left(ofPatient).isZero();
    }

    /** An adjustment of $0.00. */
    private static boolean isOfNothing(RemittanceDraft draft) {
        return !draft.isFaulty()
                && draft.reasons().stream()
                        .allMatch(one -> one.amount() != null && one.amount().isZero());
    }

    /** The same line by its control number, with the same adjustment for another remark. */
    private static boolean hasOtherRemarks(RemittanceDraft draft, RemittanceDraft line) {
        return !draft.values().stated(Field.LINE_CONTROL_NUMBER).isBlank()
                && isSame(Field.LINE_CONTROL_NUMBER, draft, line)
                && line.reasons().containsAll(draft.reasons())
                && !draft.values().stated(Field.REMARK_CODES).isBlank()
                && !isSame(Field.REMARK_CODES, draft, line);
    }

    private static boolean isSame(Field field, RemittanceDraft one, RemittanceDraft other) {
        return CellMeaning.isSame(
                field,
                one.values().stated(field),
                other.values().stated(field),
                one.values().table());
    }

    private static boolean isNew(List<AdjustmentText.Stated> more, List<AdjustmentText.Stated> known) {
        return more.stream().noneMatch(one -> known.stream().anyMatch(other -> isSame(one, other)));
    }

    private static boolean isSame(AdjustmentText.Stated one, AdjustmentText.Stated other) {
        boolean sameAmount =
                one.amount() == null || other.amount() == null || one.amount().equals(other.amount());
        return one.group() == other.group() && one.carc().equals(other.carc()) && sameAmount;
    }

    /** A row, and what its cells say: read where another row has another cell, and once, since there may be many others. */
    private final class Row {

        private final RemittanceDraft draft;
        private final SourceRow cells;
        private @Nullable Object @Nullable [] meanings;

        Row(RemittanceDraft draft) {
            this.draft = draft;
            this.cells = draft.values().row();
        }

        /** The first of the claim's numbers that is stated, as {@link TableReader} tells claims; or null. */
        @Nullable
        Object number() {
            for (Field field : numbers) {
                Cell cell = cells.cell(draft.values().table().columns().column(field));
                if (!cell.isBlank()) {
                    return CellMeaning.of(field, cell, draft.values().table());
                }
            }
            return null;
        }

        /** @param orNothing whether an amount of $0.00 is as good as blank */
        boolean repeats(Row earlier, boolean orNothing) {
            for (int n = 0; n < compared.size(); n++) {
                Cell cell = cells.cell(compared.get(n).column());
                boolean nothing = orNothing
                        && compared.get(n).field().isMoney()
                        && meaning(n).equals(Money.ZERO);
                if (!cell.isBlank()
                        && !nothing
                        && !cell.equals(earlier.cells.cell(compared.get(n).column()))
                        && !meaning(n).equals(earlier.meaning(n))) {
                    return false;
                }
            }
            return true;
        }

        private Object meaning(int n) {
            if (meanings == null) {
                meanings = new Object[compared.size()];
            }
            Object meaning = meanings[n];
            if (meaning == null) {
                Compared one = compared.get(n);
                meaning = CellMeaning.of(
                        one.field(), cells.cell(one.column()), draft.values().table());
                meanings[n] = meaning;
            }
            return meaning;
        }
    }
}
