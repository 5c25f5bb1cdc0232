package recon.file;

import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * Pulls the records of a BIFF8 workbook stream ([MS-XLS] 2.1.7): first those of the workbook, then those of each sheet. What is wrong
 * becomes a refusal.
 */
final class XlsRecords implements AutoCloseable {

    private final String file;
    private final DocumentInputStream bytes;
    private final RecordFactoryInputStream records;
    private int depth;
    private int substream = -1;

    private XlsRecords(String file, DocumentInputStream bytes, RecordFactoryInputStream records) {
        this.file = file;
        this.bytes = bytes;
        this.records = records;
    }

    static XlsRecords open(POIFSFileSystem container, String file, @Nullable String password)
            throws UnreadableFileException {
        DocumentInputStream bytes = null;
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            bytes = stream(container.getRoot());
            return new XlsRecords(file, bytes, new RecordFactoryInputStream(bytes, false));
        } catch (IOException | RuntimeException e) {
            if (bytes != null) {
                bytes.close();
            }
            throw refusal(e, password).of(file);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static Refusal refusal(Exception failure, @Nullable String password) {
        if (failure instanceof EncryptedDocumentException) {
            return password == null ? Refusal.PASSWORD : Refusal.WRONG_PASSWORD;
        }
        return Refusal.DAMAGED_XLS;
    }

    private static DocumentInputStream stream(DirectoryEntry root) throws IOException {
        return new DocumentInputStream((DocumentEntry) root.getEntryCaseInsensitive("Workbook"));
    }

    /** The next record that belongs to the workbook or to a sheet itself, not to a chart inside it; null at the end. */
    @Nullable
    Record next() throws UnreadableFileException {
        try {
            for (Record read = records.nextRecord(); read != null; read = records.nextRecord()) {
                if (read instanceof BOFRecord bof) {
                    depth++;
                    if (depth == 1) {
                        substream++;
                        refuseOldVersion(bof);
                        return read;
                    }
                } else if (read instanceof EOFRecord) {
                    depth--;
                    if (depth == 0) {
                        return read;
                    }
                } else if (depth == 1) {
                    return read;
                }
            }
        } catch (RuntimeException e) {
            throw Refusal.DAMAGED_XLS.of(file);
        }
        if (depth > 0) {
            throw Refusal.DAMAGED_XLS.of(file);
        }
        return null;
    }

    private void refuseOldVersion(BOFRecord bof) throws UnreadableFileException {
        if (bof.getVersion() != BOFRecord.VERSION) {
            throw Refusal.OLD_EXCEL.of(file);
        }
    }

    /** 0 for the workbook itself, then 1, 2, ... for the sheets in the order in which they are stored. */
    int substream() {
        return substream;
    }

    @Override
    public void close() {
        bytes.close();
    }
}
