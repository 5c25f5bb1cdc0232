package recon.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellReference;
import recon.claim.PayerClass;

/** The table of a summary by payer class and payer, with live sums for each class and for all. */
final class PayerTable {

    /**
     * One row's figures.
     *
     * @param judged all verdicts
     * @param found those that the workbook is about
     */
    record Figures(Tally judged, Tally found) {}

    private final SummarySheet summary;
    private final List<Column<Figures>> columns;

    /** @param columns those to the right of payer class and payer */
    PayerTable(SummarySheet summary, List<Column<Figures>> columns) {
        this.summary = summary;
        this.columns = columns;
    }

    /** Writes the table and returns the row below it. */
    int write(int row, Tallies<PayerKey> judged, Tallies<PayerKey> found) {
        List<String> headings = new ArrayList<>(List.of("Payer class", "Payer"));
        columns.forEach(column -> headings.add(column.heading()));
        summary.headings(row, 2, headings);
        int at = row + 1;
        int first = at;
        for (PayerClass payerClass : PayerClass.values()) {
            at = writeClass(at, payerClass, judged, found);
        }
        put(at, "All payers", "", new Figures(judged.total(), found.total()), Level.TOTAL, first, at - 1);
        return at + 1;
    }

    private int writeClass(int row, PayerClass payerClass, Tallies<PayerKey> judged, Tallies<PayerKey> found) {
        List<PayerKey> payers = judged.keys().stream()
                .filter(key -> key.payerClass() == payerClass)
                .sorted(Comparator.comparing((PayerKey key) -> found.of(key).atIssue())
                        .reversed()
                        .thenComparing(PayerKey::payer))
                .toList();
        if (payers.isEmpty()) {
            return row;
        }
        Tally judgedOfClass = new Tally();
        Tally foundOfClass = new Tally();
        int at = row + 1;
        for (PayerKey payer : payers) {
            judgedOfClass.add(judged.of(payer));
            foundOfClass.add(found.of(payer));
            put(at, "", payer.payer(), new Figures(judged.of(payer), found.of(payer)), Level.PAYER, at, at);
            at++;
        }
        put(row, payerClass.label(), "", new Figures(judgedOfClass, foundOfClass), Level.CLASS, row + 1, at - 1);
        return at;
    }

    private enum Level {
        PAYER,
        CLASS,
        TOTAL
    }

    /** Sums are SUBTOTAL formulas: the total over all rows leaves out the classes' own sums. */
    private void put(
            int row, String payerClass, String payer, Figures figures, Level level, int firstSummed, int lastSummed) {
        summary.put(row, 0, payerClass, style(CellFormat.IDENTIFIER, level));
        summary.put(row, 1, payer, style(CellFormat.IDENTIFIER, level));
        for (int i = 0; i < columns.size(); i++) {
            Column<Figures> column = columns.get(i);
            Object value = column.value().of(figures);
            boolean summed = column.format() == CellFormat.COUNT || column.format() == CellFormat.MONEY;
            if (level == Level.PAYER || !summed || value == null) {
                summary.put(row, i + 2, value, style(column.format(), level));
            } else {
                String letter = CellReference.convertNumToColString(i + 2);
                String range = letter + (firstSummed + 1) + ":" + letter + (Math.max(firstSummed, lastSummed) + 1);
                boolean none = lastSummed < firstSummed;
                summary.formula(
                        row, i + 2, none ? "0" : "SUBTOTAL(9," + range + ")", value, style(column.format(), level));
            }
        }
    }

    private CellStyle style(CellFormat format, Level level) {
        CellStyles styles = summary.styles();
        return switch (level) {
            case PAYER -> styles.plain(format);
            case CLASS -> styles.subtotal(format);
            case TOTAL -> styles.total(format);
        };
    }
}
