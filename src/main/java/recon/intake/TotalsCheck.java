package recon.intake;

import java.util.ArrayList;
import java.util.List;
import recon.claim.Bucket;
import recon.claim.Money;
import recon.claim.RowSums;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * Compares total rows with the sums of the rows above them.
 *
 * <p>Totals may stand in several levels, such as check, payer and whole table. A total is right that is the sum of the rows since an
 * earlier total row, or since the table's first row. Else a subtotal is compared with the rows since the last total row, and a plain
 * "Total" with all rows of the table.
 * Where rows were joined (or are claims' headers, whose dollars their lines count), a total that adds up the column as it is written is
 * right too: every row that it counted was read.
 */
final class TotalsCheck {

    private static final List<Field> MONEY = List.of(Field.BILLED, Field.ALLOWED, Field.PAID);

    /** Bounds memory where each claim has a total row. */
    private static final int MOST_STARTS = 1_000;

    /** What the rows above a place come to, by what counts and as the columns are written. */
    private record Sums(RowSums counted, RowSums written) {
        static final Sums NONE = new Sums(RowSums.NONE, RowSums.NONE);
    }

    private record Stated(Field field, int column, Money amount) {}

    private final Table table;

    /** Where a later total may begin: at the first row, or behind a total row that is in no other total. */
    private final List<Sums> starts = new ArrayList<>(List.of(Sums.NONE));

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

    /** The amounts of a total row beside ours; an amount that cannot be read becomes a remark. */
    List<TotalRow> compare(SourceRow row, List<String> remarks) {
        List<Stated> stated = stated(row, remarks);
        int start = startOf(stated);
        boolean right = start >= 0;
        Sums from = starts.get(right ? start : TotalLabel.isOfSubtotal(row) ? starts.size() - 1 : 0);
        List<TotalRow> totals = new ArrayList<>(stated.size());
        for (Stated one : stated) {
            Money ours = isRight(one, from) ? one.amount() : since(all, from.counted(), one.field());
            totals.add(new TotalRow(row.place(), table.columnName(one.column()), one.amount(), ours));
        }
        if (right) {
            starts.subList(start + 1, starts.size()).clear();
        }
        begin();
        return totals;
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
