package recon.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The bytes of one part of a workbook, held to what a workbook can be: it may not unpack to absurd sizes, no single piece of XML may
 * be longer than memory likes, and at its end the check sum must be right (which {@link java.util.zip.ZipFile} leaves to others).
 */
final class PartStream extends FilterInputStream {

    /** Below this size any ratio is harmless. */
    private static final long HARMLESS_BYTES = 64L << 20;

    /** Deflate reaches 1,032; a sheet of a million alike rows some 50. */
    private static final long MAX_RATIO = 200;

    private static final long MAX_BYTES = 8L << 30;

    /** One tag, one text or one comment: Excel's longest text with every character escaped stays far below. */
    private static final long MAX_PIECE_BYTES = 4L << 20;

    private final long limit;
    private final long crc;
    private final CRC32 computed = new CRC32();
    private long bytes;
    private long pieceStart;
    private boolean bomb;
    private boolean doctype;

    PartStream(InputStream in, ZipEntry entry) {
        super(in);
        this.crc = entry.getCrc();
        this.limit = Math.min(MAX_BYTES, Math.max(HARMLESS_BYTES, entry.getCompressedSize() * MAX_RATIO));
    }

    /** Says that a piece of XML ends here. */
    void markPiece() {
        pieceStart = bytes;
    }

    /** Whether reading failed because a limit was passed. */
    boolean isBomb() {
        return bomb;
    }

    /** Whether the part declares a document type, at which the parser may stumble before it tells. */
    boolean hasDoctype() {
        return doctype;
    }

    static boolean isBomb(IOException failure) {
        return failure instanceof BeyondLimitException;
    }

    private static final class BeyondLimitException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read < 0) {
            if (computed.getValue() != crc) {
                throw new IOException("check sum differs");
            }
            return read;
        }
        computed.update(buffer, offset, read);
        if (bytes == 0) {
            doctype =
                    new String(buffer, offset, Math.min(read, 1024), StandardCharsets.ISO_8859_1).contains("<!DOCTYPE");
        }
        bytes += read;
        if (bytes > limit || bytes - pieceStart > MAX_PIECE_BYTES) {
            bomb = true;
            throw new BeyondLimitException();
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return in.readNBytes((int) Math.min(count, 8192)).length;
    }
}
