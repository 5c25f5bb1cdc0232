package recon.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.TextLength;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * One row of a {@link ReferenceTable}. Each column is read by what it is; a value that is not so is a
 * {@link ReferenceDataException} that names row, column and what was expected. A blank cell, and a column that the table does not
 * have, are null to the {@code optional...} methods and an error to the others.
 */
public final class ReferenceRow {

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("M/d/uuuu").withResolverStyle(ResolverStyle.STRICT));

    static final Map<String, Boolean> YES_OR_NO = Map.of("YES", true, "NO", false);

    /** Below the width of a cent, above the noise of a binary double: 13.909999999999998 means 13.91. */
    private static final int STORED_DIGITS = 8;

    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

    private static final String DOLLARS =
            "an amount in dollars such as 13.91, zero or more, without fractions of a cent";

    private static final String DATE = "a date such as 2026-01-31 or 1/31/2026";

    private final String place;
    private final Map<String, Integer> columns;
    private final SourceRow row;

    ReferenceRow(String place, Map<String, Integer> columns, SourceRow row) {
        this.place = place;
        this.columns = columns;
        this.row = row;
    }

    /** {@code expected-ranges.csv row 3}. */
    public String place() {
        return place;
    }

    public String text(String column) {
        return required(column, optionalText(column), "a text");
    }

    /** The cell's text without outer blanks; a number without trailing zeros. */
    public @Nullable String optionalText(String column) {
        return written(column, "a text");
    }

    private @Nullable String written(String column, String expected) {
        Cell cell = cell(column);
        if (cell instanceof Cell.FormulaWithoutValue) {
            throw new ReferenceDataException(
                    place(column),
                    "its formula has no stored value; write the value in its place, or save the workbook with Excel, and run again");
        }
        String text = textOf(cell);
        if (text == null && !cell.isBlank()) {
            throw error(column, expected);
        }
        if (text != null && text.length() > TextLength.MOST) {
            throw error(column, "a text of at most " + TextLength.MOST + " characters");
        }
        return text;
    }

    static @Nullable String textOf(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text().strip();
        }
        if (cell instanceof Cell.Number number && !number.dateFormatted()) {
            return stored(number).toPlainString();
        }
        return null;
    }

    public BigDecimal number(String column) {
        return required(column, optionalNumber(column), "a number");
    }

    public @Nullable BigDecimal optionalNumber(String column) {
        String text = written(column, "a number");
        try {
            return text == null ? null : new BigDecimal(withoutCommas(text));
        } catch (NumberFormatException e) {
            throw error(column, "a number");
        }
    }

    public int wholeNumber(String column) {
        return required(column, optionalWholeNumber(column), "a whole number");
    }

    /** A whole number that is not negative. */
    public @Nullable Integer optionalWholeNumber(String column) {
        BigDecimal number = optionalNumber(column);
        try {
            if (number == null) {
                return null;
            }
            int whole = number.intValueExact();
            if (whole >= 0) {
                return whole;
            }
        } catch (ArithmeticException e) {
            // A fraction: refused below, with the negative numbers.
        }
        throw error(column, "a whole number, zero or more");
    }

    public Money money(String column) {
        return required(column, optionalMoney(column), "an amount in dollars such as 13.91");
    }

    /** Dollars and cents, zero or more, with or without {@code $} and thousands' commas. */
    public @Nullable Money optionalMoney(String column) {
        if (cell(column) instanceof Cell.Number number && number.shown() == Cell.Number.Shown.PERCENT) {
            throw error(column, DOLLARS);
        }
        String text = written(column, DOLLARS);
        if (text == null) {
            return null;
        }
        try {
            Money money = Money.of(withoutCommas(text.replaceFirst("^\\$ ?", "")));
            if (!money.isNegative()) {
                return money;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Not an amount: refused below, with the negative ones.
        }
        String commas = text.contains(",") ? ", and commas only between thousands" : "";
        throw error(column, DOLLARS + commas);
    }

    /**
     * A number without the commas between its thousands.
     *
     * @throws NumberFormatException if a comma stands elsewhere: in {@code 24,50} it is no comma between thousands but a decimal one
     */
    private static String withoutCommas(String number) {
        if (number.contains(",") && !THOUSANDS.matcher(number).matches()) {
            throw new NumberFormatException();
        }
        return number.replace(",", "");
    }

    public LocalDate date(String column) {
        return required(column, optionalDate(column), "a date such as 2026-01-31");
    }

    /** Its columns {@code effective_from} and {@code effective_to}, of which each may be blank. */
    public Effective effective() {
        Effective effective = new Effective(optionalDate("effective_from"), optionalDate("effective_to"));
        if (effective.from() != null && effective.endsBefore(effective.from())) {
            throw error("effective_to", "a date that is not before 'effective_from'");
        }
        return effective;
    }

    /** {@code 2026-01-31}, {@code 1/31/2026}, or a date cell. */
    public @Nullable LocalDate optionalDate(String column) {
        Cell cell = cell(column);
        if (cell instanceof Cell.Date date) {
            return date.date();
        }
        if (cell instanceof Cell.Number number && number.dateFormatted()) {
            return ofSerial(number);
        }
        String text = written(column, DATE);
        if (text == null) {
            return null;
        }
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeParseException e) {
                // Perhaps the next form.
            }
        }
        throw error(column, DATE);
    }

    // Excel counts 1900 as a leap year: from 1 March 1900 its serials are one too high for the epoch of 31 December
    // 1899.
    private static LocalDate ofSerial(Cell.Number number) {
        long days = new BigDecimal(number.stored()).longValue();
        return number.epoch1904()
                ? LocalDate.of(1904, 1, 1).plusDays(days)
                : LocalDate.of(1899, 12, days > 60 ? 30 : 31).plusDays(days);
    }

    /**
     * One of a fixed set of words.
     *
     * @param words upper case, parts joined by hyphens (in a cell also by blanks or {@code _}), and what each means
     */
    public <T> T oneOf(String column, Map<String, T> words) {
        return required(column, optionalOneOf(column, words), anyOf(words));
    }

    public <T> @Nullable T optionalOneOf(String column, Map<String, T> words) {
        String text = optionalText(column);
        if (text == null) {
            return null;
        }
        T meaning = words.get(text.toUpperCase(Locale.ROOT).replaceAll("[_ ]+", "-"));
        if (meaning == null) {
            throw error(column, anyOf(words));
        }
        return meaning;
    }

    private static String anyOf(Map<String, ?> words) {
        return "one of "
                + String.join(", ", words.keySet().stream().sorted().toList()).toLowerCase(Locale.ROOT);
    }

    /** Medicare, Medicaid or Private; null where blank. */
    public @Nullable PayerClass optionalPayerClass(String column) {
        return optionalOneOf(column, ExpectedRangeFile.PAYER_CLASSES);
    }

    public boolean yesNo(String column) {
        return oneOf(column, YES_OR_NO);
    }

    /** The error to throw where this row's value is not what its reader needs. */
    public ReferenceDataException error(String column, String expected) {
        return new ReferenceDataException(place(column), "expected " + expected + "; correct it and run again");
    }

    private String place(String column) {
        return place + ", column '" + column + "'";
    }

    private Cell cell(String column) {
        Integer index = columns.get(column);
        return index == null ? Cell.BLANK : row.cell(index);
    }

    private <T> T required(String column, @Nullable T value, String expected) {
        if (value == null) {
            throw error(column, expected + ", but it is blank");
        }
        return value;
    }

    private static BigDecimal stored(Cell.Number number) {
        BigDecimal exact = new BigDecimal(number.stored());
        BigDecimal rounded =
                exact.scale() > STORED_DIGITS ? exact.setScale(STORED_DIGITS, RoundingMode.HALF_EVEN) : exact;
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }
}
