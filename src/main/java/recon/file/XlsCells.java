package recon.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.ss.usermodel.FormulaError;

/** Turns BIFF8 cell records into cells. */
final class XlsCells {

    /** From here on a double no longer tells all whole numbers of its length apart, and Excel keeps 15 digits. */
    private static final double DIGITS_LOST = 1e15;

    private final String file;
    private final XlsWorkbook workbook;

    XlsCells(String file, XlsWorkbook workbook) {
        this.file = file;
        this.workbook = workbook;
    }

    /** A formula's text comes in a record of its own; until then it is blank. */
    Cell cell(CellValueRecordInterface read) throws UnreadableFileException {
        if (read instanceof LabelSSTRecord label) {
            return shared(label.getSSTIndex());
        } else if (read instanceof NumberRecord number) {
            return number(number.getValue(), number.getXFIndex());
        } else if (read instanceof LabelRecord label) {
            return CellText.cell(label.getValue());
        } else if (read instanceof BoolErrRecord value) {
            return value.isBoolean() ? new Cell.Bool(value.getBooleanValue()) : error(value.getErrorValue());
        } else if (read instanceof FormulaRecord formula) {
            return switch (formula.getCachedResultTypeEnum()) {
                case NUMERIC -> number(formula.getValue(), formula.getXFIndex());
                case BOOLEAN -> new Cell.Bool(formula.getCachedBooleanValue());
                case ERROR -> error((byte) formula.getCachedErrorValue());
                default -> Cell.BLANK;
            };
        }
        return Cell.BLANK;
    }

    private Cell shared(int index) throws UnreadableFileException {
        SSTRecord texts = workbook.texts();
        if (texts == null || index < 0 || index >= texts.getNumUniqueStrings()) {
            throw Refusal.DAMAGED_XLS.of(file);
        }
        String text = texts.getString(index).getString();
        if (text.isEmpty() && !workbook.textsComplete()) {
            throw Refusal.DAMAGED_XLS.of(file);
        }
        return CellText.cell(text);
    }

    private static Cell error(byte code) {
        return new Cell.Error(
                FormulaError.isValidCode(code & 0xFF)
                        ? FormulaError.forInt(code & 0xFF).getString()
                        : "#UNKNOWN!");
    }

    private Cell number(double value, int style) {
        return workbook.styles().cell(stored(value), style & 0xFFFF, workbook.epoch1904());
    }

    /** The shortest text that reads back as the same double: {@link Double#toString} is not always, before Java 19. */
    static String stored(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        for (int digits = 15; digits <= 17; digits++) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                BigDecimal shortest = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
                boolean plain = Math.abs(value) < DIGITS_LOST && shortest.scale() < 20;
                return plain ? shortest.toPlainString() : exponentForm(shortest);
            }
        }
        return Double.toString(value);
    }

    private static String exponentForm(BigDecimal value) {
        String digits = value.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - value.scale();
        return (value.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "E" : "E+")
                + exponent;
    }
}
