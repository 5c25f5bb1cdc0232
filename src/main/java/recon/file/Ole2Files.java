package recon.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Opens what comes in an OLE2 container: .xls workbooks (BIFF8), and .xlsx workbooks that are encrypted ([MS-OFFCRYPTO]). */
final class Ole2Files {

    /** [MS-OFFCRYPTO] 2.3.4.10 allows no more turns; a file that asks for more is out to hold us up. */
    private static final int MAX_SPIN_COUNT = 10_000_000;

    private Ole2Files() {}

    static InputFile open(Path path, String name, @Nullable String password) throws UnreadableFileException {
        POIFSFileSystem container;
        try {
            container = new POIFSFileSystem(path.toFile(), true);
        } catch (IOException | RuntimeException e) {
            throw Refusal.DAMAGED_XLS.of(name);
        }
        boolean keep = false;
        try {
            InputFile file = open(container, name, password);
            keep = file instanceof XlsFile;
            return file;
        } catch (RuntimeException e) {
            throw Refusal.DAMAGED_XLS.of(name);
        } finally {
            if (!keep) {
                closeQuietly(container);
            }
        }
    }

    private static InputFile open(POIFSFileSystem container, String name, @Nullable String password)
            throws UnreadableFileException {
        Set<String> entries = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        entries.addAll(container.getRoot().getEntryNames());
        if (entries.contains(Decryptor.DEFAULT_POIFS_ENTRY)) {
            return decrypt(container, name, password);
        }
        if (entries.contains("Workbook")) {
            return XlsFile.open(container, name, password);
        }
        if (entries.contains("Book")) {
            throw Refusal.OLD_EXCEL.of(name);
        }
        throw Refusal.NOT_A_WORKBOOK.of(name, entries.contains("WordDocument") ? "Word" : "of another program");
    }

    private static InputFile decrypt(POIFSFileSystem container, String name, @Nullable String password)
            throws UnreadableFileException {
        Decryptor decryptor = decryptor(container, name, password);
        try {
            TemporaryFile plain = TemporaryFile.create();
            try {
                try (InputStream in = decryptor.getDataStream(container)) {
                    Files.copy(in, plain.path(), StandardCopyOption.REPLACE_EXISTING);
                }
                InputFile file = new ClosingFile(XlsxFile.open(plain.path(), name), plain);
                plain.unlink();
                return file;
            } catch (IOException | GeneralSecurityException | UnreadableFileException | RuntimeException e) {
                plain.close();
                throw e;
            }
        } catch (IOException | GeneralSecurityException e) {
            throw Refusal.UNKNOWN_ENCRYPTION.of(name);
        }
    }

    private static Decryptor decryptor(POIFSFileSystem container, String name, @Nullable String password)
            throws UnreadableFileException {
        try {
            EncryptionInfo info = new EncryptionInfo(container);
            if (info.getVerifier().getSpinCount() > MAX_SPIN_COUNT) {
                throw Refusal.UNKNOWN_ENCRYPTION.of(name);
            }
            Decryptor decryptor = info.getDecryptor();
            // Excel encrypts "read-only recommended" workbooks with a password that everybody knows
            if (decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)
                    || password != null && decryptor.verifyPassword(password)) {
                return decryptor;
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw Refusal.UNKNOWN_ENCRYPTION.of(name);
        }
        throw (password == null ? Refusal.PASSWORD : Refusal.WRONG_PASSWORD).of(name);
    }

    private static void closeQuietly(POIFSFileSystem container) {
        try {
            container.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
