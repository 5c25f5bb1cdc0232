package recon.claim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 in the making, over texts (in UTF-8) and bytes in the order in which they are added. */
public final class Fingerprint {

    private static final int PIECE = 64 * 1024;

    private final MessageDigest sha256;

    public Fingerprint() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** That of a file's bytes, as {@link #hex()} tells it. */
    public static String of(Path file) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                fingerprint.sha256.update(piece, 0, read);
            }
        }
        return fingerprint.hex();
    }

    public Fingerprint text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text and the end of its line, so that two texts are not taken for one. */
    public Fingerprint line(String text) {
        return text(text).text("\n");
    }

    public Fingerprint bytes(byte[] bytes) {
        sha256.update(bytes);
        return this;
    }

    /** 64 digits in lower-case hexadecimal; begins anew after it. */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
