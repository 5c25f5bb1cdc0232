package recon.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/**
 * A table of the run page: a caption, headings with their scope, the first cell of each row its heading. It scrolls by itself on a
 * narrow screen, by finger or by key.
 */
final class PageTable {

    private PageTable() {}

    /** @param alarm whether a row is to stand out; the words of the row must say it too */
    interface Alarm<T> {
        boolean of(T row);
    }

    static <T> void write(Html html, String caption, List<Column<T>> columns, List<T> rows, Alarm<T> alarm) {
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        html.open("table").element("caption", caption);
        html.open("thead").open("tr");
        for (Column<T> column : columns) {
            html.element("th", column.heading(), "scope", "col", "class", look(column.format()));
        }
        html.close().close().open("tbody");
        for (T row : rows) {
            writeRow(html, columns, row, alarm.of(row));
        }
        html.close().close().close();
    }

    private static <T> void writeRow(Html html, List<Column<T>> columns, T row, boolean alarm) {
        html.open("tr", "class", alarm ? "alarm" : "row");
        boolean first = true;
        for (Column<T> column : columns) {
            String text = text(column.value().of(row), column.format());
            if (first) {
                html.element("th", text, "scope", "row");
            } else {
                html.element("td", text, "class", look(column.format()));
            }
            first = false;
        }
        html.close();
    }

    private static String look(CellFormat format) {
        return switch (format) {
            case COUNT, MONEY, PERCENT -> "number";
            default -> "words";
        };
    }

    static String text(@Nullable Object value, CellFormat format) {
        if (value == null) {
            return "";
        }
        if (value instanceof Money money) {
            return money.inWords();
        }
        if (format == CellFormat.PERCENT && value instanceof BigDecimal ratio) {
            return String.format(Locale.US, "%.1f %%", ratio.movePointRight(2));
        }
        return value instanceof Number number ? RunWarnings.number(number.longValue()) : value.toString();
    }
}
