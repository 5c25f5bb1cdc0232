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
 * <p>A subtotal counts since the last total row. A plain "Total" counts from the table's first row, unless it is right as a subtotal.
 * Where rows were joined (or are claims' headers, whose dollars their lines count), a total that adds up the column as it is written is right too: every row that it counted was read.
 */
final class TotalsCheck {

    private static final List<Field> MONEY = List.of(Field.BILLED, Field.ALLOWED, Field.PAID);

    private final Table table;
    private RowSums all = RowSums.NONE;
    private RowSums sinceLast = RowSums.NONE;
    private RowSums writtenAll = RowSums.NONE;
    private RowSums writtenSinceLast = RowSums.NONE;

    TotalsCheck(Table table) {
        this.table = table;
    }

    /** Counts a row that is no total. */
    void add(SourceRow row, ParsedRow parsed) {
        RowSums counted = parsed.sums();
        boolean countedElsewhere = parsed.bucket() == Bucket.JOINED || table.part() == ClaimPart.HEADERS;
        RowSums written = countedElsewhere ? new RowValues(table, row).sums() : counted;
        all = all.plus(counted);
        sinceLast = sinceLast.plus(counted);
        writtenAll = writtenAll.plus(written);
        writtenSinceLast = writtenSinceLast.plus(written);
    }

    /** The amounts of a total row beside ours; an amount that cannot be read becomes a remark. */
    List<TotalRow> compare(SourceRow row, List<String> remarks) {
        List<TotalRow> subtotals = compare(row, sinceLast, writtenSinceLast, new ArrayList<>());
        boolean subtotal = RowSorter.isSubtotal(row) || subtotals.stream().allMatch(TotalsCheck::isRight);
        List<TotalRow> totals = compare(row, all, writtenAll, remarks);
        sinceLast = RowSums.NONE;
        writtenSinceLast = RowSums.NONE;
        return subtotal ? subtotals : totals;
    }

    private static boolean isRight(TotalRow total) {
        return total.stated().equals(total.ours());
    }

    private List<TotalRow> compare(SourceRow row, RowSums counted, RowSums written, List<String> remarks) {
        List<TotalRow> totals = new ArrayList<>();
        for (Field field : MONEY) {
            int column = table.columns().column(field);
            Cell cell = column < 0 ? Cell.BLANK : row.cell(column);
            Money stated = cell.isBlank() ? null : Amounts.of(cell);
            if (stated != null) {
                Money ours = of(counted, field);
                Money asWritten = of(written, field);
                totals.add(new TotalRow(
                        row.place(), table.columnName(column), stated, stated.equals(asWritten) ? asWritten : ours));
            } else if (!cell.isBlank() && !(cell instanceof Cell.Text text && !hasDigit(text.text()))) {
                remarks.add("%s, column '%s': the total row's amount cannot be read, so it was not compared"
                        .formatted(row.place(), table.columnName(column)));
            }
        }
        return totals;
    }

    /** A label may stand in a money column. */
    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static Money of(RowSums sums, Field field) {
        return field == Field.BILLED ? sums.billed() : field == Field.ALLOWED ? sums.allowed() : sums.paid();
    }
}
