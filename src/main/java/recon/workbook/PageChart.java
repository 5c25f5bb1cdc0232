package recon.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import recon.claim.Money;

/**
 * Horizontal bars as inline SVG: the label and its amount above each bar. Widths are percentages and letters keep their size, so that
 * the same drawing is readable on a phone and on a wide screen; the amounts are written out, so that no bar need be measured.
 */
final class PageChart {

    private static final int PIXELS_OF_A_BAR = 44;
    private static final int MOST_CHARACTERS = 34;

    private PageChart() {}

    /**
     * @param id names the chart's title and description within the page
     * @param description for a reader who does not see the bars
     */
    static void write(Html html, String id, String title, String description, List<Charts.Bar> bars) {
        if (bars.isEmpty()) {
            return;
        }
        Money most = bars.stream().map(Charts.Bar::amount).reduce(Money.ZERO, Money::max);
        html.open(
                "svg",
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc",
                "width",
                "100%",
                "height",
                String.valueOf(bars.size() * PIXELS_OF_A_BAR));
        html.element("title", title, "id", id + "-title");
        html.element("desc", description, "id", id + "-desc");
        ShortNames names = ShortNames.of(bars, MOST_CHARACTERS);
        for (int i = 0; i < bars.size(); i++) {
            Charts.Bar bar = bars.get(i);
            bar(html, i * PIXELS_OF_A_BAR, new Charts.Bar(names.of(bar.label()), bar.amount()), most);
        }
        html.close();
    }

    private static void bar(Html html, int top, Charts.Bar bar, Money most) {
        String text = String.valueOf(top + 16);
        String rect = String.valueOf(top + 22);
        html.element("text", bar.label(), "x", "0", "y", text);
        html.element("text", bar.amount().inWords(), "x", "100%", "y", text, "text-anchor", "end");
        html.open("rect", "class", "track", "x", "0", "y", rect, "width", "100%", "height", "12", "fill", "#dddddd")
                .close();
        html.open(
                        "rect",
                        "class",
                        "bar",
                        "x",
                        "0",
                        "y",
                        rect,
                        "width",
                        percent(bar.amount(), most) + "%",
                        "height",
                        "12",
                        "fill",
                        "#" + Palette.BAR)
                .close();
    }

    private static String percent(Money amount, Money most) {
        if (!most.isPositive() || !amount.isPositive()) {
            return "0";
        }
        return BigDecimal.valueOf(amount.cents())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(most.cents()), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
