package recon.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param besides others that it is about too; none in most workbooks
     */
    record Figures(Tally judged, Tally found, Tally besides) {
        static Figures none() {
            return new Figures(new Tally(), new Tally(), new Tally());
        }

        void add(Figures other) {
            judged.add(other.judged);
            found.add(other.found);
            besides.add(other.besides);
        }
    }

    private final SummarySheet summary;
    private final List<Column<Figures>> columns;

    /** @param columns those to the right of payer class and payer */
    PayerTable(SummarySheet summary, List<Column<Figures>> columns) {
        this.summary = summary;
        this.columns = columns;
    }

    /** Writes the table and returns the row below it. */
    int write(int row, Tallies<PayerKey> judged, Tallies<PayerKey> found) {
        return write(row, judged, found, new Tallies<>());
    }

    /** @param found payers are sorted by its amount at issue, the largest first */
    int write(int row, Tallies<PayerKey> judged, Tallies<PayerKey> found, Tallies<PayerKey> besides) {
        List<String> headings = new ArrayList<>(List.of("Payer class", "Payer"));
        columns.forEach(column -> headings.add(column.heading()));
        summary.headings(row, 2, headings);
        ShortNames names =
                new ShortNames(judged.keys().stream().map(PayerKey::payer).toList(), SummaryParts.CHARACTERS_OF_A_NAME);
        int at = row + 1;
        int first = at;
        for (PayerClass payerClass : PayerClass.values()) {
            Map<PayerKey, Figures> payers = new LinkedHashMap<>();
            judged.keys().stream()
                    .filter(key -> key.payerClass() == payerClass)
                    .sorted(Comparator.comparing((PayerKey key) -> found.of(key).atIssue())
                            .reversed()
                            .thenComparing(PayerKey::payer, ReadingOrder.OF_TEXTS))
                    .forEach(key -> payers.put(key, new Figures(judged.of(key), found.of(key), besides.of(key))));
            at = writeClass(at, payerClass, payers, names);
        }
        Figures total = new Figures(judged.total(), found.total(), besides.total());
        put(at, "All payers", "", total, Level.TOTAL, first, at - 1);
        return at + 1;
    }

    private int writeClass(int row, PayerClass payerClass, Map<PayerKey, Figures> payers, ShortNames names) {
        if (payers.isEmpty()) {
            return row;
        }
        Figures sum = Figures.none();
        int at = row + 1;
        for (Map.Entry<PayerKey, Figures> payer : payers.entrySet()) {
            sum.add(payer.getValue());
            put(at, "", names.of(payer.getKey().payer()), payer.getValue(), Level.PAYER, at, at);
            at++;
        }
        put(row, payerClass.label(), "", sum, Level.CLASS, row + 1, at - 1);
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
            case PAYER -> styles.figure(format);
            case CLASS -> styles.subtotal(format);
            case TOTAL -> styles.total(format);
        };
    }
}
