package recon.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delimited text: comma, semicolon, tab or pipe, told by content; UTF-8, UTF-16 or Windows-1252. Quoting follows RFC 4180; a row's
 * number is the one that Excel shows when it opens the file (blank lines count, a line end inside quotes does not).
 */
final class DelimitedFile implements InputFile {

    private static final int SAMPLE_CHARS = 1 << 16;

    private final String name;
    private final ByteSource source;
    private final TextEncoding encoding;
    private final DelimitedLayout layout;

    private DelimitedFile(String name, ByteSource source, TextEncoding encoding, DelimitedLayout layout) {
        this.name = name;
        this.source = source;
        this.encoding = encoding;
        this.layout = layout;
    }

    static DelimitedFile open(ByteSource source, String name) throws UnreadableFileException {
        try {
            TextEncoding encoding = TextEncoding.detect(source, name);
            char[] sample = new char[SAMPLE_CHARS];
            int length;
            try (Reader reader = reader(source, encoding)) {
                length = fill(reader, sample);
            }
            DelimitedLayout layout = DelimitedLayout.of(new String(sample, 0, length), length < SAMPLE_CHARS);
            return new DelimitedFile(name, source, encoding, layout);
        } catch (IOException e) {
            throw Refusal.UNREADABLE.of(name);
        }
    }

    /** Whether the first lines have more than one column. */
    boolean hasColumns() {
        return layout.columns() > 1;
    }

    private static int fill(Reader reader, char[] sample) throws IOException {
        int length = 0;
        int read;
        while (length < sample.length && (read = reader.read(sample, length, sample.length - length)) > 0) {
            length += read;
        }
        return length;
    }

    private static Reader reader(ByteSource source, TextEncoding encoding) throws IOException {
        InputStream in = source.open();
        try {
            in.skipNBytes(encoding.markLength());
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new InputStreamReader(in, encoding.charset());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(new Sheet(null, 0, false));
    }

    @Override
    public @Nullable List<String> fixedHeadings() {
        return null;
    }

    @Override
    public RowReader open(Sheet sheet) throws UnreadableFileException {
        try {
            Reader reader = reader(source, encoding);
            return new DelimitedRowReader(name, layout.declared() ? behindFirstLine(reader) : reader, layout);
        } catch (IOException e) {
            throw Refusal.UNREADABLE.of(name);
        }
    }

    private static Reader behindFirstLine(Reader reader) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        try {
            lines.readLine();
            return lines;
        } catch (IOException e) {
            lines.close();
            throw e;
        }
    }

    @Override
    public void close() {
        // every reader holds and closes its own stream
    }
}
