package recon.workbook;

import java.util.HexFormat;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import recon.claim.Money;

/** Native bar charts over cells of the same sheet. */
final class Charts {

    private static final double TITLE_POINTS = 12;
    private static final double LABEL_POINTS = 9;
    private static final int STEPS = 4;

    private Charts() {}

    /** One bar. */
    record Bar(String label, Money amount) {}

    /**
     * Horizontal bars, the first on top.
     *
     * @param firstRow row of the first bar's cells: label in {@code labelColumn}, amount in {@code amountColumn}
     * @param anchor the cells that the chart covers
     */
    static void bars(
            XSSFSheet sheet,
            CellRangeAddress anchor,
            String title,
            List<Bar> bars,
            int firstRow,
            int labelColumn,
            int amountColumn) {
        XSSFChart chart = sheet.createDrawingPatriarch()
                .createChart(new XSSFClientAnchor(
                        0,
                        0,
                        0,
                        0,
                        anchor.getFirstColumn(),
                        anchor.getFirstRow(),
                        anchor.getLastColumn() + 1,
                        anchor.getLastRow() + 1));
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        chart.getTitle().getBody().getParagraph(0).getTextRuns().forEach(run -> run.setFontSize(TITLE_POINTS));
        XDDFCategoryAxis labels = chart.createCategoryAxis(AxisPosition.LEFT);
        labels.setOrientation(AxisOrientation.MAX_MIN);
        XDDFValueAxis dollars = chart.createValueAxis(AxisPosition.BOTTOM);
        dollars.setCrosses(AxisCrosses.MAX);
        dollars.setNumberFormat("$#,##0");
        dollars.setMinimum(0);
        dollars.setMajorUnit(step(bars));
        labels.getOrAddTextProperties().setFontSize(LABEL_POINTS);
        dollars.getOrAddTextProperties().setFontSize(LABEL_POINTS);
        XDDFChartData data = chart.createData(ChartTypes.BAR, labels, dollars);
        data.setVaryColors(false);
        XDDFChartData.Series series = data.addSeries(
                XDDFDataSourcesFactory.fromArray(
                        bars.stream().map(Bar::label).toArray(String[]::new),
                        reference(sheet, firstRow, bars.size(), labelColumn)),
                XDDFDataSourcesFactory.fromArray(
                        bars.stream()
                                .map(bar -> bar.amount().toDollars().doubleValue())
                                .toArray(Double[]::new),
                        reference(sheet, firstRow, bars.size(), amountColumn)));
        series.setTitle(title, null);
        series.setFillProperties(
                new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(Palette.BAR))));
        XDDFBarChartData barData = (XDDFBarChartData) data;
        barData.setBarDirection(BarDirection.BAR);
        barData.setGapWidth(60);
        chart.plot(data);
    }

    /** 1, 2 or 5 times a power of ten, so that the axis has a few round labels that do not run into one another. */
    static double step(List<Bar> bars) {
        double most = bars.stream()
                .mapToDouble(bar -> bar.amount().toDollars().doubleValue())
                .max()
                .orElse(0);
        double power = 1;
        while (true) {
            for (int factor : new int[] {1, 2, 5}) {
                if (power * factor * STEPS >= most) {
                    return power * factor;
                }
            }
            power *= 10;
        }
    }

    private static String reference(XSSFSheet sheet, int firstRow, int rows, int column) {
        return new CellRangeAddress(firstRow, firstRow + rows - 1, column, column)
                .formatAsString(sheet.getSheetName(), true);
    }
}
