package recon.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Encrypts Office documents with a password, in the agile mode of MS-OFFCRYPTO 2.3.4.10, which Word and Excel open. */
final class AgileEncryption {

    private AgileEncryption() {}

    /** @param password null for a plain document */
    static void write(OutputStream out, @Nullable String password, AtomicFiles.Content document) throws IOException {
        if (password == null) {
            document.writeTo(out);
            return;
        }
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream encrypted = encryptor.getDataStream(container)) {
                document.writeTo(encrypted);
            }
            container.writeFilesystem(out);
        } catch (GeneralSecurityException e) {
            throw new IOException("the document cannot be encrypted on this Java runtime", e);
        }
    }
}
