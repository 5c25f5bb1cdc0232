package recon.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a text file separates its columns, told by its first lines.
 *
 * @param separator comma, semicolon, tab or pipe
 * @param quote the quotation mark, or the apostrophe that LibreOffice can write in its place
 * @param columns the most usual number of columns in the sample; 2 where the file declares its separator
 * @param declared whether the first line is Excel's own {@code sep=;}, which Excel consumes and does not show as a row
 * @param spacedQuotes whether blanks stand between separators and quotation marks
 */
record DelimitedLayout(char separator, char quote, int columns, boolean declared, boolean spacedQuotes) {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int SAMPLE_RECORDS = 200;
    private static final Pattern DECLARATION = Pattern.compile("(?is)\"?sep=(.)\"?(\\R.*)?");

    /** A line of three texts or more and nothing else, such as the headings: {@code 'claim','billed','paid'}. */
    private static final Pattern QUOTED_BY_APOSTROPHES = Pattern.compile(
            "(?m)^[,;\t|]*+'[^']++(?:''[^']++)*+'([,;\t|])\\1*+(?:'[^']++(?:''[^']++)*+'(?:\\1++|$)){2,}+$");

    private static final Pattern QUOTED_BY_QUOTATION_MARKS = Pattern.compile("(?m)(?:^|[,;\t|])\"");

    /** How well a separator explains the sample: rows of the most usual width, where they begin, and the width. */
    private record Fit(char separator, int rows, int first, int columns) {

        boolean isBetterThan(Fit other) {
            if (columns == 1 || other.columns == 1) {
                return columns > other.columns;
            }
            if (rows * 10 < other.rows * 8 || other.rows * 10 < rows * 8) {
                return rows > other.rows;
            }
            // a decimal comma is as regular as the separator, but the headings do not have it
            return first != other.first ? first < other.first : columns > other.columns;
        }
    }

    /**
     * @param sample the beginning of the text
     * @param whole whether the sample is the whole text, so that its last record is complete
     */
    static DelimitedLayout of(String sample, boolean whole) {
        char quote = quote(sample);
        var declaration = DECLARATION.matcher(sample);
        if (declaration.matches()) {
            char separator = declaration.group(1).charAt(0);
            return new DelimitedLayout(separator, quote, 2, true, hasSpacedQuotes(sample, separator, quote));
        }
        Fit best = new Fit(',', 0, 0, 1);
        for (char candidate : CANDIDATES) {
            Fit fit = fit(candidate, widths(sample, candidate, quote, whole));
            if (fit.isBetterThan(best)) {
                best = fit;
            }
        }
        boolean spacedQuotes = hasSpacedQuotes(sample, best.separator(), quote);
        return new DelimitedLayout(best.separator(), quote, best.columns(), false, spacedQuotes);
    }

    /** An apostrophe in a name, or before an id that Excel shall not take for a number, quotes nothing. */
    private static char quote(String sample) {
        boolean apostrophes = QUOTED_BY_APOSTROPHES.matcher(sample).find()
                && !QUOTED_BY_QUOTATION_MARKS.matcher(sample).find();
        return apostrophes ? '\'' : '"';
    }

    private static boolean hasSpacedQuotes(String sample, char separator, char quote) {
        return sample.contains(separator + " " + quote);
    }

    private static Fit fit(char separator, List<Integer> widths) {
        Map<Integer, Integer> rowsOfWidth = new HashMap<>();
        for (int width : widths) {
            if (width > 1) {
                rowsOfWidth.merge(width, 1, Integer::sum);
            }
        }
        int columns = 1;
        int rows = 0;
        for (Map.Entry<Integer, Integer> entry : rowsOfWidth.entrySet()) {
            if (entry.getValue() > rows || entry.getValue() == rows && entry.getKey() > columns) {
                columns = entry.getKey();
                rows = entry.getValue();
            }
        }
        return new Fit(separator, rows, Math.max(widths.indexOf(columns), 0), columns);
    }

    private static List<Integer> widths(String sample, char separator, char quote, boolean whole) {
        List<Integer> widths = new ArrayList<>();
        boolean complete = whole;
        try {
            for (CsvRecord csv : CsvReader.builder()
                    .fieldSeparator(separator)
                    .quoteCharacter(quote)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(true)
                    .ofCsvRecord(sample)) {
                if (widths.size() == SAMPLE_RECORDS) {
                    complete = true;
                    break;
                }
                widths.add(csv.getFieldCount());
            }
        } catch (CsvParseException e) {
            complete = true; // the records before the fault still tell the separator; the reader names the fault
        }
        if (!complete && widths.size() > 1) {
            widths.remove(widths.size() - 1);
        }
        return widths;
    }
}
