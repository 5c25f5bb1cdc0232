package recon.sample;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a layout.
 *
 * @param heading with {@code |} where it is split over two rows
 * @param value text, {@link recon.claim.Money}, a date, a whole number, or null for a blank cell
 */
record Column<T>(String heading, Function<T, @Nullable Object> value) {

    static <T> Column<T> of(String heading, Function<T, @Nullable Object> value) {
        return new Column<>(heading, value);
    }

    static <T> List<String> headings(List<Column<T>> columns) {
        return columns.stream().map(Column::heading).toList();
    }
}
