package recon.file;

import java.util.Arrays;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * What the cell styles of a workbook show a number as (ECMA-376 part 1, 18.8.30, numFmt). A style that nothing is known of shows it
 * plainly.
 */
final class NumberFormats {

    /** A spreadsheet keeps so many digits of a number. */
    private static final int EXACT_DIGITS = 15;

    private Cell.Number.Shown[] shown = new Cell.Number.Shown[64];
    private @Nullable ZeroFormat[] zeros = new ZeroFormat[64];
    private int size;

    /**
     * Adds the next style.
     *
     * @param id the number of its format
     * @param code the format's code, or null for a built-in one
     */
    void add(int id, @Nullable String code) {
        if (size == zeros.length) {
            shown = Arrays.copyOf(shown, size * 2);
            zeros = Arrays.copyOf(zeros, size * 2);
        }
        String format = code == null ? BuiltinFormats.getBuiltinFormat(id) : code;
        ZeroFormat ofZeros = format == null ? null : ZeroFormat.of(format);
        shown[size] = ofZeros == null ? shown(id, code, format) : Cell.Number.Shown.PLAIN;
        zeros[size++] = ofZeros;
    }

    private static Cell.Number.Shown shown(int id, @Nullable String code, @Nullable String format) {
        if (showsDate(id, code, format)) {
            return Cell.Number.Shown.DATE;
        }
        return format != null && showsPercent(format) ? Cell.Number.Shown.PERCENT : Cell.Number.Shown.PLAIN;
    }

    /** A number of a style, counted from 0; a text where the style shows one beside the digits. */
    Cell cell(String stored, int style, boolean epoch1904) {
        if (style < 0 || style >= size) {
            return new Cell.Number(stored, Cell.Number.Shown.PLAIN, epoch1904);
        }
        ZeroFormat ofZeros = zeros[style];
        String whole = ofZeros == null ? null : whole(stored);
        if (ofZeros == null || whole == null) {
            return new Cell.Number(stored, shown[style], epoch1904);
        }
        String written = ofZeros.show(whole);
        return ofZeros.isOfDigits() ? new Cell.Number(written, shown[style], epoch1904) : Cell.of(written);
    }

    /** The digits of a whole number, which some programs write as {@code 12345.0}; only such a number names something. */
    private static @Nullable String whole(String stored) {
        int end = stored.endsWith(".0") ? stored.length() - 2 : stored.length();
        for (int i = 0; i < end; i++) {
            if (stored.charAt(i) < '0' || stored.charAt(i) > '9') {
                return null;
            }
        }
        return end > 0 && end <= EXACT_DIGITS ? stored.substring(0, end) : null;
    }

    private static boolean showsDate(int id, @Nullable String code, @Nullable String format) {
        // 27-36 and 50-58 are the dates of East Asian workbooks, built in there and named nowhere else
        if (code == null && (id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
            return true;
        }
        return format != null && DateUtil.isADateFormat(id, format);
    }

    /** A percent sign that is neither quoted nor escaped. */
    private static boolean showsPercent(String format) {
        boolean quoted = false;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
                i++; // the next character is shown as it is, or is as wide as a blank, or fills the cell
            } else if (!quoted && c == '%') {
                return true;
            }
        }
        return false;
    }
}
