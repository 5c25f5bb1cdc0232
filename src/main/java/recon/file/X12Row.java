package recon.file;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The cells of one row under fixed headings, each heading being a constant of {@code C} in lower case. */
final class X12Row<C extends Enum<C>> {

    private final Cell[] cells;

    X12Row(int columns) {
        this(new Cell[columns]);
        Arrays.fill(cells, Cell.BLANK);
    }

    private X12Row(Cell[] cells) {
        this.cells = cells;
    }

    static <C extends Enum<C>> List<String> headings(C[] columns) {
        return Arrays.stream(columns)
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** @param text left blank where it is */
    X12Row<C> set(C column, String text) {
        Cell cell = Cell.of(text);
        if (!cell.isBlank()) {
            cells[column.ordinal()] = cell;
        }
        return this;
    }

    /** Sets or clears a cell. */
    X12Row<C> replace(C column, String text) {
        cells[column.ordinal()] = Cell.BLANK;
        return set(column, text);
    }

    X12Row<C> copy() {
        return new X12Row<>(cells.clone());
    }

    List<Cell> cells() {
        return Collections.unmodifiableList(Arrays.asList(cells));
    }
}
