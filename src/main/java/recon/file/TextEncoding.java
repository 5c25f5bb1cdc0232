package recon.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a text file become characters. The whole file is looked at once, since one odd byte in the last line decides
 * between UTF-8 and Windows-1252.
 *
 * @param markLength how many bytes of byte-order mark come first
 */
record TextEncoding(Charset charset, int markLength) {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;

    /** Tells the encoding: byte-order mark, zero bytes of UTF-16, valid UTF-8, else Windows-1252. */
    static TextEncoding detect(ByteSource source, String name) throws IOException, UnreadableFileException {
        TextEncoding marked = byMark(source.head(ContentKind.HEAD_BYTES));
        if (marked != null) {
            return marked.checked(source, name);
        }
        if (holdsOnlyText(source, new TextEncoding(StandardCharsets.UTF_8, 0), name)) {
            return new TextEncoding(StandardCharsets.UTF_8, 0);
        }
        return new TextEncoding(WINDOWS_1252, 0).checked(source, name);
    }

    private static @Nullable TextEncoding byMark(byte[] head) {
        int first = head.length > 0 ? head[0] & 0xFF : 0;
        int second = head.length > 1 ? head[1] & 0xFF : 0;
        if (first == 0xEF && second == 0xBB && head.length > 2 && (head[2] & 0xFF) == 0xBF) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (first == 0xFF && second == 0xFE) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (first == 0xFE && second == 0xFF) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return byZeroBytes(head);
    }

    /** UTF-16 without a mark: western text has a zero in every other byte. */
    private static @Nullable TextEncoding byZeroBytes(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i & 1]++;
            }
        }
        int most = head.length * 3 / 10;
        if (zeros[1] > most && zeros[0] == 0) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0);
        }
        return zeros[0] > most && zeros[1] == 0 ? new TextEncoding(StandardCharsets.UTF_16BE, 0) : null;
    }

    private TextEncoding checked(ByteSource source, String name) throws IOException, UnreadableFileException {
        if (!holdsOnlyText(source, this, name)) {
            throw Refusal.UNKNOWN_ENCODING.of(name);
        }
        return this;
    }

    private static boolean holdsOnlyText(ByteSource source, TextEncoding encoding, String name)
            throws IOException, UnreadableFileException {
        CharsetDecoder decoder = encoding.charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        byte[] bytes = new byte[BUFFER];
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        try (InputStream stream = source.open()) {
            stream.skipNBytes(encoding.markLength);
            while (true) {
                int read = stream.read(bytes, in.position(), bytes.length - in.position());
                in.limit(in.position() + Math.max(read, 0)).position(0);
                out.clear();
                if (decoder.decode(in, out, read < 0).isError()) {
                    return false;
                }
                refuseNul(out, name);
                in.compact();
                if (read < 0) {
                    return true;
                }
            }
        }
    }

    private static void refuseNul(CharBuffer decoded, String name) throws UnreadableFileException {
        char[] chars = decoded.array();
        for (int i = 0; i < decoded.position(); i++) {
            if (chars[i] == 0) {
                throw Refusal.BINARY_TEXT.of(name);
            }
        }
    }
}
