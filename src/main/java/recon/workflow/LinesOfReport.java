package recon.workflow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.file.Cell;
import recon.file.InputFile;
import recon.file.InputFiles;
import recon.file.RowReader;
import recon.file.SourceRow;
import recon.file.UnreadableFileException;
import recon.workbook.SheetParts;
import recon.workbook.WorklistSheets;

/** Counts and sums the lines of a sheet of a report as they stand in the file, by a column. */
final class LinesOfReport {

    /** Lines, and the sum of one of their columns; a cell without a number adds nothing. */
    record Sum(long lines, Money dollars) {
        static final Sum NONE = new Sum(0, Money.ZERO);

        private Sum plus(Money more) {
            return new Sum(lines + 1, dollars.plus(more));
        }
    }

    private LinesOfReport() {}

    /**
     * @param list in its sheet, and in those in which it goes on
     * @param by column that tells lines apart; or null, and all count as one kind, the empty text
     * @param column dollars
     * @return by the text of the column that tells lines apart
     * @throws UnreadableFileException if the file cannot be read, lacks the sheet or a column, or has a number that is no amount
     */
    static Map<String, Sum> sums(Path file, @Nullable String password, String list, @Nullable String by, String column)
            throws UnreadableFileException {
        String name = String.valueOf(file.getFileName());
        try (InputFile workbook = InputFiles.open(file, name, password)) {
            List<InputFile.Sheet> parts = workbook.sheets().stream()
                    .filter(sheet -> list.equals(SheetParts.listOf(String.valueOf(sheet.name()))))
                    .toList();
            if (parts.isEmpty()) {
                throw lacks(name, "the sheet '" + list + "'");
            }
            Map<String, Sum> sums = new HashMap<>();
            for (InputFile.Sheet part : parts) {
                try (RowReader rows = workbook.open(part)) {
                    add(name, headings(list, rows), rows, by, column, sums);
                }
            }
            return sums;
        }
    }

    /** The row of the headings, after which the lines come; empty where there is none. */
    private static List<String> headings(String list, RowReader rows) throws UnreadableFileException {
        for (SourceRow row = rows.next(); row != null; row = rows.next()) {
            List<String> texts =
                    row.cells().stream().map(cell -> text(cell).strip()).toList();
            if (WorklistSheets.isHeadings(list, texts)) {
                return texts;
            }
        }
        return List.of();
    }

    private static void add(
            String name,
            List<String> headings,
            RowReader rows,
            @Nullable String by,
            String column,
            Map<String, Sum> sums)
            throws UnreadableFileException {
        Integer key = by == null ? null : column(name, headings, by);
        int amount = column(name, headings, column);
        for (SourceRow row = rows.next(); row != null; row = rows.next()) {
            if (!row.isBlank()) {
                Money dollars = dollars(name, row, amount);
                sums.merge(
                        key == null ? "" : text(row.cell(key)),
                        Sum.NONE.plus(dollars),
                        (sum, one) -> sum.plus(dollars));
            }
        }
    }

    private static int column(String name, List<String> headings, String wanted) throws UnreadableFileException {
        int column = headings.indexOf(wanted);
        if (column < 0) {
            throw lacks(name, "the column '" + wanted + "'");
        }
        return column;
    }

    private static UnreadableFileException lacks(String name, String what) {
        return new UnreadableFileException(name, "lacks " + what);
    }

    private static String text(Cell cell) {
        return cell instanceof Cell.Text text ? text.text() : "";
    }

    private static Money dollars(String name, SourceRow row, int column) throws UnreadableFileException {
        if (!(row.cell(column) instanceof Cell.Number number)) {
            return Money.ZERO;
        }
        try {
            return Money.rounded(new BigDecimal(number.stored()), RoundingMode.HALF_EVEN);
        } catch (ArithmeticException tooLarge) {
            throw new UnreadableFileException(
                    name,
                    "row %d has a number that is too large for an amount"
                            .formatted(row.place().number()));
        }
    }
}
