package recon.intake;

import java.util.ArrayList;
import java.util.List;
import recon.claim.Bucket;
import recon.claim.Money;
import recon.claim.RowSums;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * Compares total rows with the sums of the rows above them, or below where they head their rows.
 *
 * <p>Totals may stand in several levels, such as check, payer and whole table. A total is right that is the sum of the rows since an
 * earlier total row, or since the table's first row. Else a subtotal is compared with the rows since the last total row, and a plain
 * "Total" with all rows of the table.
 * Where rows were joined (or are claims' headers, whose dollars their lines count), a total that adds up the column as it is written is
 * right too: every row that it counted was read.
 *
 * <p>A total with no line above it is of the rows below, up to a later total row or the table's last row. Where such a one proves right,
 * so may later ones be that are not right of the rows above them.
 */
final class TotalsCheck {

    private static final List<Field> MONEY = List.of(Field.BILLED, Field.ALLOWED, Field.PAID);

    /** Bounds memory where each claim has a total row. */
    private static final int MOST_STARTS = 1_000;

    private static final int MOST_HEADS = 1_000;

    /** What the rows above a place come to, by what counts and as the columns are written. */
    private record Sums(RowSums counted, RowSums written) {
        static final Sums NONE = new Sums(RowSums.NONE, RowSums.NONE);
    }

    private record Stated(Field field, int column, Money amount) {}

    /**
     * A total row that heads its rows, with what stands above it.
     *
     * @param told whether it was compared already: a total of nothing with nothing above it is right, but may head lines that come to nothing
     */
    private record Head(SourceRow row, Sums from, List<Stated> stated, boolean told) {}

    private final Table table;

    /** Where a later total may begin: at the first row, or behind a total row that is in no other total. */
    private final List<Sums> starts = new ArrayList<>(List.of(Sums.NONE));

    private final List<Head> heads = new ArrayList<>(0);
    private boolean headsAreRight;
    private RowSums all = RowSums.NONE;
    private RowSums writtenAll = RowSums.NONE;

    TotalsCheck(Table table) {
        this.table = table;
    }

    /** Counts a row that is no total. */
    void add(SourceRow row, ParsedRow parsed) {
        RowSums counted = parsed.sums();
        boolean countedElsewhere = parsed.bucket() == Bucket.JOINED || table.part() == ClaimPart.HEADERS;
        all = all.plus(counted);
        writtenAll = writtenAll.plus(countedElsewhere ? new RowValues(table, row).sums() : counted);
    }

    /**
     * The amounts of a total row beside ours; an amount that cannot be read becomes a remark. Those of a row that may head its rows come
     * with a later total row, or {@link #close at the end}.
     */
    List<TotalRow> compare(SourceRow row, List<String> remarks) {
        List<TotalRow> totals = headsThatAreRight();
        List<Stated> stated = stated(row, remarks);
        int start = startOf(stated);
        boolean right = start >= 0;
        boolean mayHead = (all.equals(RowSums.NONE) || !right && headsAreRight) && heads.size() < MOST_HEADS;
        if (mayHead) {
            heads.add(new Head(row, new Sums(all, writtenAll), stated, right));
        }
        if (right || !mayHead) {
            Sums from = starts.get(right ? start : TotalLabel.isOfSubtotal(row) ? starts.size() - 1 : 0);
            totals.addAll(compared(row, stated, from));
        }
        if (right) {
            starts.subList(start + 1, starts.size()).clear();
        }
        begin();
        return totals;
    }

    /** What is left to be compared when all rows are counted. A row below all lines heads none, and is a total of them. */
    List<TotalRow> close() {
        List<TotalRow> totals = new ArrayList<>(heads.size());
        heads.removeIf(Head::told);
        for (Head head : heads) {
            boolean headsNone = head.from().counted().equals(all);
            totals.addAll(compared(head.row(), head.stated(), headsNone ? Sums.NONE : head.from()));
        }
        heads.clear();
        return totals;
    }

    boolean isClosed() {
        return heads.stream().allMatch(Head::told);
    }

    private List<TotalRow> headsThatAreRight() {
        List<TotalRow> totals = new ArrayList<>(MONEY.size());
        heads.removeIf(head -> {
            boolean right = head.stated().stream().allMatch(one -> isRight(one, head.from()));
            if (right && !head.told()) {
                totals.addAll(compared(head.row(), head.stated(), head.from()));
            }
            headsAreRight |= right;
            return right;
        });
        return totals;
    }

    private List<TotalRow> compared(SourceRow row, List<Stated> stated, Sums from) {
        return stated.stream()
                .map(one -> new TotalRow(
                        row.place(),
                        table.columnName(one.column()),
                        one.amount(),
                        isRight(one, from) ? one.amount() : since(all, from.counted(), one.field())))
                .toList();
    }

    private void begin() {
        if (starts.size() == MOST_STARTS) {
            // the earlier ones are of the higher levels, since a total that is right removes those that it holds
            starts.remove(MOST_STARTS - 1);
        }
        starts.add(new Sums(all, writtenAll));
    }

    /** The last place from which on all amounts of a total row are right, or -1. */
    private int startOf(List<Stated> stated) {
        for (int i = starts.size() - 1; i >= 0; i--) {
            Sums from = starts.get(i);
            if (stated.stream().allMatch(one -> isRight(one, from))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isRight(Stated one, Sums from) {
        return one.amount().equals(since(writtenAll, from.written(), one.field()))
                || one.amount().equals(since(all, from.counted(), one.field()));
    }

    private static Money since(RowSums sums, RowSums from, Field field) {
        return of(sums, field).minus(of(from, field));
    }

    private List<Stated> stated(SourceRow row, List<String> remarks) {
        List<Stated> stated = new ArrayList<>(MONEY.size());
        for (Field field : MONEY) {
            int column = table.columns().column(field);
            Cell cell = column < 0 ? Cell.BLANK : row.cell(column);
            Money amount = cell.isBlank() ? null : Amounts.of(cell);
            if (amount != null) {
                stated.add(new Stated(field, column, amount));
            } else if (!cell.isBlank() && !(cell instanceof Cell.Text text && !hasDigit(text.text()))) {
                remarks.add("%s, column '%s': the total row's amount cannot be read, so it was not compared"
                        .formatted(row.place(), table.columnName(column)));
            }
        }
        return stated;
    }

    /** A label may stand in a money column. */
    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static Money of(RowSums sums, Field field) {
        return field == Field.BILLED ? sums.billed() : field == Field.ALLOWED ? sums.allowed() : sums.paid();
    }
}
