package recon.workbook;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a sheet: its heading, how it looks, and where its values come from.
 *
 * @param <T> what a row shows
 * @param heading as it stands in the first row; users' formulas and outside checks depend on it
 * @param width in characters
 * @param meaning for the data dictionary: one sentence with the unit
 * @param value a {@code String}, {@code Money}, {@code Integer}, {@code Long}, {@code BigDecimal} or {@code LocalDate}, or null for an
 *     empty cell
 */
record Column<T>(String heading, CellFormat format, int width, String meaning, Value<T> value) {

    /** Takes a cell's value from a row. */
    interface Value<T> {
        @Nullable
        Object of(T row);
    }

    /** The same column for rows that hold such a thing among others. */
    <S> Column<S> over(Function<S, T> part) {
        return new Column<>(heading, format, width, meaning, row -> value.of(part.apply(row)));
    }

    static <T> Column<T> text(String heading, int width, String meaning, Value<T> value) {
        return new Column<>(heading, CellFormat.TEXT, width, meaning, value);
    }

    static <T> Column<T> identifier(String heading, int width, String meaning, Value<T> value) {
        return new Column<>(heading, CellFormat.IDENTIFIER, width, meaning, value);
    }

    static <T> Column<T> sentences(String heading, int width, String meaning, Value<T> value) {
        return new Column<>(heading, CellFormat.SENTENCES, width, meaning, value);
    }

    static <T> Column<T> input(String heading, int width, String meaning, Value<T> value) {
        return new Column<>(heading, CellFormat.INPUT, width, meaning, value);
    }

    static <T> Column<T> count(String heading, int width, String meaning, Value<T> value) {
        return new Column<>(heading, CellFormat.COUNT, width, meaning, value);
    }

    static <T> Column<T> money(String heading, String meaning, Value<T> value) {
        return new Column<>(heading, CellFormat.MONEY, 12, meaning, value);
    }

    static <T> Column<T> percent(String heading, String meaning, Value<T> value) {
        return new Column<>(heading, CellFormat.PERCENT, 8, meaning, value);
    }

    static <T> Column<T> date(String heading, String meaning, Value<T> value) {
        return new Column<>(heading, CellFormat.DATE, 11, meaning, value);
    }
}
