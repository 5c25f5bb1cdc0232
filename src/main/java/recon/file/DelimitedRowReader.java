package recon.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.SourceRef;

/** Reads the rows of delimited text. */
final class DelimitedRowReader implements RowReader {

    /** A field longer than this is a quotation mark that nobody closed. */
    private static final int MAX_BUFFER_CHARS = 1 << 20;

    private final String name;
    private final int linesBefore;
    private final CsvReader<List<Cell>> csv;
    private final Iterator<List<Cell>> rows;
    private final RowHandler handler;
    private long row;

    DelimitedRowReader(String name, Reader text, DelimitedLayout layout) {
        this.name = name;
        this.linesBefore = layout.declared() ? 1 : 0;
        this.handler = new RowHandler(layout);
        this.csv = CsvReader.builder()
                .fieldSeparator(layout.separator())
                .quoteCharacter(layout.quote())
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(false)
                .trimWhitespacesAroundQuotes(layout.spacedQuotes())
                .allowUnclosedQuote(false)
                .maxBufferSize(MAX_BUFFER_CHARS)
                .build(handler, text);
        this.rows = csv.iterator();
    }

    @Override
    public @Nullable SourceRow next() throws UnreadableFileException {
        List<Cell> cells;
        try {
            if (!rows.hasNext()) {
                return null;
            }
            cells = rows.next();
        } catch (CsvParseException e) {
            throw Refusal.BROKEN_QUOTING.of(name, handler.line() + linesBefore);
        } catch (UncheckedIOException e) {
            throw Refusal.UNREADABLE.of(name);
        }
        if (handler.fault != null) {
            throw handler.fault.of(name, handler.faultDetail(linesBefore));
        }
        row++;
        return new SourceRow(SourceRef.row(name, null, row), cells);
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turns the fields of a record into cells without an object in between. */
    private static final class RowHandler extends AbstractBaseCsvCallbackHandler<List<Cell>> {

        private static final Set<String> ERRORS =
                Set.of("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!");

        private final DelimitedLayout layout;
        private List<Cell> cells = new ArrayList<>();
        private long line;
        private @Nullable Refusal fault;

        RowHandler(DelimitedLayout layout) {
            this.layout = layout;
        }

        long line() {
            return Math.max(line, 1);
        }

        Object faultDetail(int linesBefore) {
            long at = line() + linesBefore;
            return fault == Refusal.LONG_TEXT ? "line " + at : at;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            cells = new ArrayList<>(Math.max(cells.size(), 8));
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (length > CellText.MAX_CHARS) {
                fault = Refusal.LONG_TEXT;
            } else if (index >= CellText.MAX_COLUMNS) {
                fault = Refusal.TOO_MANY_COLUMNS;
            } else if (!quoted && !layout.spacedQuotes() && hasSpacedQuote(buffer, offset, length)) {
                fault = Refusal.BROKEN_QUOTING;
            } else {
                cells.add(length == 0 ? Cell.BLANK : cell(new String(buffer, offset, length)));
            }
        }

        /** {@code ="00123"} keeps Excel from taking a text of a csv file for a number. */
        private static boolean isTextFormula(String text) {
            return text.length() >= 3 && text.startsWith("=\"") && text.indexOf('"', 2) == text.length() - 1;
        }

        /** A workbook that was saved as text has its error values as they were shown. */
        private static Cell cell(String text) {
            if (text.charAt(0) == '#' && ERRORS.contains(text)) {
                return new Cell.Error(text);
            }
            return CellText.cell(isTextFormula(text) ? text.substring(2, text.length() - 1) : text);
        }

        /** A quotation mark after blanks: its separators would silently move the columns. */
        private boolean hasSpacedQuote(char[] buffer, int offset, int length) {
            int at = offset;
            while (at < offset + length && buffer[at] == ' ') {
                at++;
            }
            return at > offset && at < offset + length && buffer[at] == layout.quote();
        }

        @Override
        protected List<Cell> buildRecord() {
            return Collections.unmodifiableList(cells);
        }
    }
}
