package recon.sample;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Comma-separated text. Texts hold no commas or quotes. */
final class TextSink implements RowSink {

    private final Writer writer;
    private final StringBuilder row = new StringBuilder(300);

    TextSink(Path file) throws IOException {
        writer = Files.newBufferedWriter(file);
    }

    @Override
    public RowSink text(String text) {
        row.append(text).append(',');
        return this;
    }

    @Override
    public RowSink amount(long cents) {
        Decimals.append(row, cents);
        row.append(',');
        return this;
    }

    @Override
    public RowSink number(int number) {
        row.append(number).append(',');
        return this;
    }

    @Override
    public RowSink date(LocalDate date) {
        return text(date.toString());
    }

    @Override
    public void endRow() throws IOException {
        row.setCharAt(row.length() - 1, '\n');
        writer.append(row);
        row.setLength(0);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
