package recon.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import recon.claim.Money;

/** Parts that several summaries show. */
final class SummaryParts {

    /** A longer name would shrink in its cell until nobody can read it. */
    static final int CHARACTERS_OF_A_NAME = 60;

    private static final int MOST_BARS = 10;

    private SummaryParts() {}

    /** A figure in words. */
    record KeyFigure(String label, Object value, CellFormat format) {}

    /**
     * A figure of a detail sheet: the month's, and beside it the same over the rows that the sheet's filter shows.
     *
     * @param heading the column that is summed, or counted
     */
    record LiveFigure(String label, Object value, CellFormat format, String heading) {
        String formula(DetailSheet<?> sheet) {
            int function = format == CellFormat.COUNT ? 103 : 109;
            return "SUBTOTAL(" + function + "," + sheet.reference(heading) + ")";
        }
    }

    /** What must be known before the figures are trusted, on a ground that prints; returns the row below. */
    static int warnings(SummarySheet summary, int row, int lastColumn, List<String> warnings) {
        int at = row;
        for (String warning : warnings) {
            summary.warning(at, lastColumn, warning);
            at++;
        }
        return warnings.isEmpty() ? row : at + 1;
    }

    static void keyFigures(SummarySheet summary, int row, int column, List<KeyFigure> figures) {
        keyFigures(summary, row, column, "Key figures", figures);
    }

    static void keyFigures(SummarySheet summary, int row, int column, String title, List<KeyFigure> figures) {
        summary.put(row, column, title, summary.styles().section);
        for (int i = 0; i < figures.size(); i++) {
            KeyFigure figure = figures.get(i);
            summary.put(row + 1 + i, column, figure.label(), summary.styles().label);
            summary.put(
                    row + 1 + i, column + 2, figure.value(), summary.styles().figure(figure.format()));
        }
    }

    static void liveFigures(SummarySheet summary, int row, int column, DetailSheet<?> sheet, List<LiveFigure> figures) {
        summary.put(row, column, sheet.name(), summary.styles().section);
        summary.put(row, column + 2, "Month", summary.styles().numberLabel);
        summary.put(row, column + 3, "In its filter", summary.styles().numberLabel);
        for (int i = 0; i < figures.size(); i++) {
            LiveFigure figure = figures.get(i);
            summary.put(row + 1 + i, column, figure.label(), summary.styles().label);
            summary.put(
                    row + 1 + i, column + 2, figure.value(), summary.styles().figure(figure.format()));
            summary.formula(
                    row + 1 + i,
                    column + 3,
                    figure.formula(sheet),
                    figure.value(),
                    summary.styles().figure(figure.format()));
        }
    }

    /** A bar for each payer with something at issue. */
    static List<Charts.Bar> byPayer(Tallies<PayerKey> payers) {
        return largest(payers.keys().stream()
                .map(payer -> new Charts.Bar(payer.payer(), payers.of(payer).atIssue()))
                .toList());
    }

    /** A bar for each name with something at issue. */
    static List<Charts.Bar> byName(Tallies<String> names) {
        return largest(names.keys().stream()
                .map(name -> new Charts.Bar(name, names.of(name).atIssue()))
                .toList());
    }

    /** The largest bars, and the rest in one; none that is zero. */
    private static List<Charts.Bar> largest(List<Charts.Bar> bars) {
        List<Charts.Bar> sorted = bars.stream()
                .filter(bar -> bar.amount().isPositive())
                .sorted(Comparator.comparing(Charts.Bar::amount)
                        .reversed()
                        .thenComparing(Charts.Bar::label, ReadingOrder.OF_TEXTS))
                .toList();
        if (sorted.size() <= MOST_BARS) {
            return sorted;
        }
        List<Charts.Bar> shown = new ArrayList<>(sorted.subList(0, MOST_BARS - 1));
        List<Charts.Bar> rest = sorted.subList(MOST_BARS - 1, sorted.size());
        Money sum = rest.stream().map(Charts.Bar::amount).reduce(Money.ZERO, Money::plus);
        shown.add(new Charts.Bar("%d others".formatted(rest.size()), sum));
        return shown;
    }

    /** The bars' figures at the left, the chart over them at the right; returns the row below. */
    static int chart(SummarySheet summary, int row, int lastColumn, String title, String none, List<Charts.Bar> bars) {
        summary.put(row, 0, title, summary.styles().section);
        if (bars.isEmpty()) {
            summary.put(row + 1, 0, none, summary.styles().label);
            return row + 3;
        }
        ShortNames names = ShortNames.of(bars, CHARACTERS_OF_A_NAME);
        List<Charts.Bar> shown = bars.stream()
                .map(bar -> new Charts.Bar(names.of(bar.label()), bar.amount()))
                .toList();
        for (int i = 0; i < bars.size(); i++) {
            summary.put(row + 1 + i, 0, i + 1, summary.styles().label);
            summary.put(row + 1 + i, 1, shown.get(i).label(), summary.styles().figure(CellFormat.IDENTIFIER));
            summary.put(row + 1 + i, 2, bars.get(i).amount(), summary.styles().figure(CellFormat.MONEY));
        }
        int height = Math.max(9, bars.size() * 2);
        Charts.bars(
                summary.sheet(), new CellRangeAddress(row, row + height, 4, lastColumn), title, shown, row + 1, 1, 2);
        return row + height + 2;
    }

    /** Earlier months, oldest first, and this one; returns the row below, or the same row where no earlier month is on file. */
    static int trend(SummarySheet summary, int row, MonthReport report, MonthReport.TrendMonth now) {
        if (report.trend().isEmpty()) {
            return row;
        }
        summary.put(row, 0, "Month by month", summary.styles().section);
        List<Column<MonthReport.TrendMonth>> columns = SummaryRows.months();
        summary.headings(row + 1, 1, columns.stream().map(Column::heading).toList());
        List<MonthReport.TrendMonth> months = new ArrayList<>(report.trend());
        months.add(now);
        int at = row + 2;
        CellStyles styles = summary.styles();
        for (MonthReport.TrendMonth month : months) {
            for (int i = 0; i < columns.size(); i++) {
                Column<MonthReport.TrendMonth> column = columns.get(i);
                summary.put(at, i, column.value().of(month), styles.figure(column.format()));
            }
            at++;
        }
        return at + 1;
    }
}
