package recon.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/**
 * Writes rows as text.
 *
 * @param money how amounts look
 * @param dates how dates look
 */
record DelimitedText(char separator, Function<Money, String> money, DateTimeFormatter dates) {

    static final DelimitedText PLAIN = new DelimitedText(',', Money::toString, DateTimeFormatter.ISO_LOCAL_DATE);

    /** With {@code $1,234.50}, {@code ($34.50)} and 10/05/2026, as a portal of an American payer exports it. */
    static DelimitedText american(char separator, String dates) {
        return new DelimitedText(separator, DelimitedText::american, DateTimeFormatter.ofPattern(dates, Locale.US));
    }

    private static String american(Money amount) {
        return amount.isNegative() ? "(" + amount.negated().inWords() + ")" : amount.inWords();
    }

    <T> List<String> lines(List<Column<T>> columns, List<T> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(columns.stream().map(column -> quoted(column.heading())).collect(joined()));
        for (T row : rows) {
            lines.add(columns.stream()
                    .map(column -> quoted(text(column.value().apply(row))))
                    .collect(joined()));
        }
        return lines;
    }

    /** A row of texts. */
    String line(List<?> values) {
        return values.stream().map(value -> quoted(text(value))).collect(joined());
    }

    private Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(String.valueOf(separator));
    }

    static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String text(@Nullable Object value) {
        if (value instanceof Money amount) {
            return money.apply(amount);
        }
        if (value instanceof LocalDate date) {
            return dates.format(date);
        }
        return value == null ? "" : value.toString();
    }

    private String quoted(String text) {
        boolean special = text.indexOf(separator) >= 0 || text.indexOf('"') >= 0;
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
