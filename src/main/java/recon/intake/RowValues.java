package recon.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.Rejection;
import recon.claim.RowSums;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * Reads the values of one row. A blank cell is null; a value that cannot be read is null too and leaves a {@link #fault}, the first of
 * which rejects the row. A fault names the column and what was expected, and never the value.
 */
final class RowValues {

    private static final String ERROR_VALUE = "an error value such as #N/A: correct it in the workbook";
    private static final String NO_RESULT = "a formula without a stored result: open the workbook in Excel and save it";
    private static final String BLANK = "blank, but needed: fill it in, or take the row out if it is no line";
    private static final String BLANK_IN_X12 = "blank, but needed: get the file again";
    private static final String NOT_WHOLE = "not a whole number of units";

    /** {@code 1,491}; {@code 1,0} may be one unit or ten. */
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d*)?-?");

    /** Places behind the point beyond which nothing is written, but left by arithmetic. */
    private static final int EXACT = 9;

    /** A letter such as U+0390 becomes three in upper case. */
    private static final int MOST_IN_UPPER_CASE = 3;

    private final Table table;
    private final SourceRow row;
    private @Nullable Rejection fault;

    RowValues(Table table, SourceRow row) {
        this.table = table;
        this.row = row;
    }

    Table table() {
        return table;
    }

    SourceRow row() {
        return row;
    }

    @Nullable
    Rejection fault() {
        return fault;
    }

    void fault(int column, String reason) {
        if (fault == null) {
            fault = new Rejection(row.place(), column < 0 ? null : table.columnName(column), reason);
        }
    }

    void fault(Field field, String reason) {
        if (fault == null) {
            int column = columnOf(field);
            String name = column < 0 ? field.heading(table.kind()) : table.columnName(column);
            fault = new Rejection(row.place(), name, reason);
        }
    }

    /** The field's column that holds the row's value, else its first, else -1. */
    private int columnOf(Field field) {
        for (int column : table.columns().columns(field)) {
            if (!row.cell(column).isBlank()) {
                return column;
            }
        }
        return table.columns().column(field);
    }

    Cell cell(Field field) {
        return table.columns().cell(row, field);
    }

    Cell stated(Field field) {
        return table.columns().stated(row, field);
    }

    /** Why a cell cannot be read: it says so itself, or it is not what was expected. */
    static String faultOf(Cell cell, String expected) {
        if (cell instanceof Cell.Error) {
            return ERROR_VALUE;
        }
        return cell instanceof Cell.FormulaWithoutValue ? NO_RESULT : expected;
    }

    private <T> @Nullable T read(Field field, Function<Cell, @Nullable T> reader, Function<Cell, String> expected) {
        Cell cell = cell(field);
        if (cell.isBlank()) {
            return null;
        }
        T value = reader.apply(cell);
        if (value == null) {
            fault(field, faultOf(cell, expected.apply(cell)));
        }
        return value;
    }

    /** The id in a column that needs one; null, and a fault, where it is blank or none. */
    @Nullable
    String neededId(int column) {
        Cell cell = row.cell(column);
        String id = cell.isBlank() ? null : Ids.of(cell);
        if (id == null) {
            fault(column, cell.isBlank() ? BLANK : faultOf(cell, Ids.fault(cell)));
        }
        return id;
    }

    /** Leaves a fault where a needed value is blank. */
    <T> @Nullable T needed(Field field, @Nullable T value) {
        if (value == null) {
            fault(field, table.isX12() ? BLANK_IN_X12 : BLANK);
        }
        return value;
    }

    @Nullable
    Money money(Field field) {
        return read(field, Amounts::of, Amounts::fault);
    }

    /** Of a column that need not be filled: a dash alone is as good as blank. */
    @Nullable
    Money optionalMoney(Field field) {
        return Amounts.isDash(cell(field)) ? null : money(field);
    }

    @Nullable
    LocalDate date(Field field) {
        return read(
                field,
                cell -> Dates.of(cell, table.dateOrder(), table.epoch1904()),
                cell -> table.isX12() ? Dates.EXPECTED_IN_X12 : Dates.EXPECTED);
    }

    @Nullable
    String id(Field field) {
        String id = read(field, Ids::of, Ids::fault);
        if (id != null) {
            checkLength(field, id);
        }
        return id;
    }

    /** Free text, for people. */
    @Nullable
    String text(Field field) {
        Cell cell = cell(field);
        if (!(cell instanceof Cell.Text text)) {
            return id(field);
        }
        String stripped = Characters.strip(text.text());
        checkLength(field, stripped);
        return stripped;
    }

    /** Leaves a fault where a text is longer than its field's can be, as it is or in upper case, in which texts are compared. */
    void checkLength(Field field, String text) {
        int longest = field.longest();
        if (text.length() * MOST_IN_UPPER_CASE > longest
                && Math.max(text.length(), text.toUpperCase(Locale.ROOT).length()) > longest) {
            fault(
                    field,
                    "longer than %d characters: shorten it, or leave the column out with 'ignore' in a profile"
                            .formatted(longest));
        }
    }

    @Nullable
    CodeText code(Field field) {
        return read(field, CodeText::of, CodeText::fault);
    }

    /**
     * A number of units, without the sign that some payers give a reversal's.
     *
     * @param begun whether a fraction counts as a whole one, as of a drug that nothing here prices
     */
    @Nullable
    Integer units(Field field, boolean begun) {
        String text = id(field);
        if (text == null) {
            return null;
        }
        Integer units = units(text, begun);
        if (units == null) {
            fault(field, NOT_WHOLE);
        }
        return units;
    }

    static @Nullable Integer units(String text, boolean begun) {
        if (text.indexOf('E') >= 0 || text.indexOf('e') >= 0) {
            // to write out 1E999999999 takes forever
            return null;
        }
        try {
            if (text.indexOf(',') >= 0 && !THOUSANDS.matcher(text).matches()) {
                return null;
            }
            BigDecimal written = new BigDecimal(text.replace(",", "")).abs();
            // A spreadsheet's 1 may be stored as 0.99999999999999989.
            BigDecimal units = written.setScale(EXACT, RoundingMode.HALF_EVEN);
            BigDecimal whole = units.setScale(0, begun ? RoundingMode.CEILING : RoundingMode.DOWN);
            return whole.compareTo(units) == 0 || begun ? whole.intValueExact() : null;
        } catch (ArithmeticException | NumberFormatException noUnits) {
            return null;
        }
    }

    /** A whole number from 0 on, such as a line's. */
    @Nullable
    Integer number(Field field) {
        String text = id(field);
        if (text == null) {
            return null;
        }
        Integer number = number(text);
        if (number == null) {
            fault(field, "not a whole number");
        }
        return number;
    }

    static @Nullable Integer number(String text) {
        return Characters.isAllDigits(text) && text.length() <= 9 ? Integer.valueOf(text) : null;
    }

    @Nullable
    String upperCase(Field field) {
        String text = text(field);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    /** The words of all columns of a field, parted by anything that is neither letter nor digit (nor in {@code within}). */
    List<String> codes(Field field, String within) {
        List<String> codes = new ArrayList<>(0);
        for (int column : table.columns().columns(field)) {
            Cell cell = row.cell(column);
            String text = cell.isBlank() ? null : Ids.of(cell);
            if (text != null) {
                split(field == Field.MODIFIERS ? Codes.withoutDescription(text) : text, within, codes);
            } else if (!cell.isBlank()) {
                fault(column, faultOf(cell, "not codes"));
            }
        }
        return codes;
    }

    /** The words of the profile's constant; none where a column of the field holds something. */
    List<String> codesOfProfile(Field field, String within) {
        List<String> codes = new ArrayList<>(0);
        Cell constant = stated(field).isBlank() ? table.columns().constant(field) : Cell.BLANK;
        String text = constant.isBlank() ? null : Ids.of(constant);
        if (text != null) {
            split(text, within, codes);
        } else if (!constant.isBlank()) {
            fault(field, "not codes");
        }
        return codes;
    }

    static void split(String text, String within, List<String> words) {
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean part = i < text.length()
                    && (Characters.isLetter(text.charAt(i))
                            || Characters.isDigit(text.charAt(i))
                            || within.indexOf(text.charAt(i)) >= 0);
            if (part && from < 0) {
                from = i;
            } else if (!part && from >= 0) {
                words.add(text.substring(from, i).toUpperCase(Locale.ROOT));
                from = -1;
            }
        }
    }

    /** The row's dollars as far as they can be read, for the control totals; leaves no fault. */
    RowSums sums() {
        return new RowSums(orZero(Field.BILLED), orZero(Field.ALLOWED), orZero(Field.PAID));
    }

    private Money orZero(Field field) {
        Cell cell = cell(field);
        Money amount = cell.isBlank() ? null : Amounts.of(cell);
        return amount == null ? Money.ZERO : amount;
    }
}
