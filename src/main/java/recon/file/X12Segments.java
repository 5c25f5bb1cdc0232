package recon.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Streams the segments of an X12 file through one buffer, so that memory does not grow with the file.
 *
 * <p>What it accepts beyond a textbook interchange: a byte-order mark, blanks or prose before the first ISA, several interchanges with
 * different delimiters, a file that begins at GS or ST, line ends (or none) behind the terminator, lines wrapped inside a segment, an
 * ISA that is not 106 characters wide, a last segment without its terminator.
 */
final class X12Segments implements Closeable {

    /** Far above any segment of an 835 or 837 (a full HI has some 700 characters); beyond it the terminator is not what the ISA says. */
    static final int MAX_SEGMENT_CHARS = 32 * 1024;

    private static final int BUFFER_CHARS = 128 * 1024;
    private static final int MAX_PROSE_CHARS = 64 * 1024;

    private final String file;
    private final Reader reader;
    private final boolean bytesAsChars;
    private final char[] buffer = new char[BUFFER_CHARS];
    private int start;
    private int end;
    private boolean ended;
    private long number;
    private boolean proseBefore;
    private X12Delimiters delimiters;
    private int[] separators = new int[64];

    private X12Segments(String file, Reader reader, boolean bytesAsChars) throws IOException, UnreadableFileException {
        this.file = file;
        this.reader = reader;
        this.bytesAsChars = bytesAsChars;
        fill();
        this.delimiters = firstDelimiters();
    }

    /** @throws UnreadableFileException if no segment can be told apart in it */
    static X12Segments open(Path path, String file) throws IOException, UnreadableFileException {
        PushbackInputStream bytes = new PushbackInputStream(Files.newInputStream(path), 3);
        try {
            boolean utf16 = isUtf16(bytes);
            Charset charset = utf16 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
            return new X12Segments(file, new InputStreamReader(bytes, charset), !utf16);
        } catch (IOException | UnreadableFileException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** Reads past a UTF-8 mark, and tells a UTF-16 one. */
    private static boolean isUtf16(PushbackInputStream bytes) throws IOException {
        byte[] mark = new byte[3];
        int read = bytes.readNBytes(mark, 0, mark.length);
        boolean utf8 = read == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF;
        if (!utf8 && read > 0) {
            bytes.unread(mark, 0, read);
        }
        return read >= 2
                && ((mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE)
                        || (mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF));
    }

    private X12Delimiters firstDelimiters() throws UnreadableFileException {
        skipBlanks();
        CharSequence head = head(MAX_PROSE_CHARS);
        if (X12Delimiters.startsSegment(head, 0, "GS") || X12Delimiters.startsSegment(head, 0, "ST")) {
            return found(X12Delimiters.withoutIsa(head, 0), "its first segments tell no delimiters");
        }
        int isa = 0;
        while (isa < head.length() && !X12Delimiters.startsSegment(head, isa, "ISA")) {
            isa++;
        }
        if (isa == head.length()) {
            throw refused(
                    "begins with neither ISA nor ST, so it is no X12 file: get it again as the payer or clearinghouse sent it");
        }
        proseBefore = isa > 0;
        start += isa;
        return isaDelimiters();
    }

    private X12Delimiters isaDelimiters() throws UnreadableFileException {
        return found(X12Delimiters.ofIsa(head(X12Delimiters.HEAD_CHARS), 0), "the ISA segment is cut short or damaged");
    }

    private X12Delimiters found(@Nullable X12Delimiters maybe, String otherwise) throws UnreadableFileException {
        if (maybe == null) {
            throw refused("segment " + (number + 1) + ": " + otherwise + ": get the file again");
        }
        return maybe;
    }

    private CharSequence head(int chars) {
        return CharBuffer.wrap(buffer, start, Math.min(chars, end - start));
    }

    /** Whether text that is no X12 stood before the first ISA. */
    boolean proseBefore() {
        return proseBefore;
    }

    /**
     * The next segment that is not empty, or null at the end of the file.
     *
     * @throws UnreadableFileException if a segment is over a sane length, or an ISA is damaged
     */
    @Nullable
    X12Segment next() throws IOException, UnreadableFileException {
        while (moveToText()) {
            if (number > 0 && buffer[start] == 'I' && X12Delimiters.startsSegment(head(4), 0, "ISA")) {
                delimiters = isaDelimiters();
            }
            if (buffer[start] == delimiters.terminator()) {
                start++;
                continue;
            }
            number++;
            return cut();
        }
        return null;
    }

    /** Passes over blanks and sees to it that a whole segment stands in the buffer; false at the end of the file. */
    private boolean moveToText() throws IOException {
        skipBlanks();
        if (!ended && end - start < MAX_SEGMENT_CHARS + X12Delimiters.HEAD_CHARS) {
            fill();
            skipBlanks();
            while (start == end && !ended) {
                fill();
                skipBlanks();
            }
            if (!ended && end - start < MAX_SEGMENT_CHARS + X12Delimiters.HEAD_CHARS) {
                fill();
            }
        }
        return start < end;
    }

    private X12Segment cut() throws UnreadableFileException {
        char element = delimiters.element();
        char terminator = delimiters.terminator();
        int limit = Math.min(end, start + MAX_SEGMENT_CHARS);
        int count = 0;
        boolean plain = true;
        int at = start;
        for (; at < limit; at++) {
            char c = buffer[at];
            if (c == terminator) {
                break;
            }
            if (c == element) {
                if (count == separators.length) {
                    separators = Arrays.copyOf(separators, count * 2);
                }
                separators[count++] = at - start;
            } else if (c < ' ' || c > '~') {
                plain = false;
            }
        }
        if (at == limit && !(ended && limit == end)) {
            throw refused(
                    "segment %d is longer than %d characters, so the file does not end its segments as its ISA says: get it again"
                            .formatted(number, MAX_SEGMENT_CHARS));
        }
        String text = new String(buffer, start, at - start);
        start = Math.min(end, at + 1);
        return plain
                ? new X12Segment(number, text, Arrays.copyOf(separators, count), delimiters.component())
                : X12Segment.of(number, clean(text), delimiters);
    }

    /** Joins a segment that was wrapped over lines, and reads letters beyond ASCII. */
    private String clean(String text) {
        String joined =
                text.replace("\r", "").replace("\n", "").replace("\0", "").replace("\u001a", "");
        if (!bytesAsChars) {
            return joined;
        }
        byte[] bytes = joined.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, TextEncoding.WINDOWS_1252);
        }
    }

    private void skipBlanks() {
        while (start < end && X12Delimiters.isBlank(buffer[start])) {
            start++;
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        while (!ended && end < buffer.length) {
            int read = reader.read(buffer, end, buffer.length - end);
            if (read < 0) {
                ended = true;
            } else {
                end += read;
            }
        }
    }

    private UnreadableFileException refused(String reason) {
        return new UnreadableFileException(file, reason);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
