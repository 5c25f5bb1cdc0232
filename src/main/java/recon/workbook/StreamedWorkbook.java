package recon.workbook;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;
import org.apache.poi.poifs.crypt.temp.SheetDataWriterWithDecorator;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook whose rows go to the disk as they come. Its temporary files are always encrypted with a key that only this process
 * knows, since they hold patients' data, and an abandoned one is then of no use to anyone.
 *
 * <p>The same content gives the same bytes: the zip entries and the document's properties carry the month's last day in the place of
 * the clock. An encrypted workbook differs each time, by its salt.
 */
final class StreamedWorkbook extends SXSSFWorkbookWithCustomZipEntrySource {

    private final long entryTime;
    private final CellStyles styles;

    StreamedWorkbook(String title, LocalDate asOf) {
        // A zip holds local times: midnight of the machine's own zone is written as 00:00 on every machine.
        entryTime = asOf.atStartOfDay(ZoneOffset.systemDefault()).toInstant().toEpochMilli();
        styles = new CellStyles(getXSSFWorkbook());
        POIXMLProperties.CoreProperties core = getXSSFWorkbook().getProperties().getCoreProperties();
        Date date = Date.from(asOf.atStartOfDay(ZoneOffset.UTC).toInstant());
        core.setTitle(title);
        core.setCreator("recon96372");
        core.setLastModifiedByUser("recon96372");
        core.setCreated(Optional.of(date));
        core.setModified(Optional.of(date));
    }

    CellStyles styles() {
        return styles;
    }

    /** A sheet that is written in any order and held in memory: for summaries. */
    XSSFSheet smallSheet(String name) {
        createSheet(name);
        return inMemory(name);
    }

    /** The part of a sheet that is not rows: filters, validations, widths. */
    XSSFSheet inMemory(String name) {
        return getXSSFWorkbook().getSheet(name);
    }

    /** @param password for the file's encryption (ECMA-376 agile), or null for none */
    void save(Path file, @Nullable String password) {
        try (OutputStream out = AtomicFiles.create(file)) {
            AgileEncryption.write(out, password, this::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected SheetDataWriter createSheetDataWriter() throws IOException {
        return new SheetDataWriterWithDecorator() {
            // POI wants nobody to call it, and has no other way to choose the writer and still encrypt what it writes.
            @SuppressWarnings("deprecation")
            @Override
            public Writer createWriter(File file) throws IOException {
                return new UnlockedWriter(super.createWriter(file));
            }
        };
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        ZipArchiveOutputStream zip = new DatedZip(out, entryTime);
        zip.setUseZip64(Zip64Mode.AsNeeded);
        return zip;
    }

    /** A zip whose entries all carry one time. */
    private static final class DatedZip extends ZipArchiveOutputStream {
        private final long entryTime;

        DatedZip(OutputStream out, long entryTime) {
            super(out);
            this.entryTime = entryTime;
        }

        @Override
        public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
            entry.setTime(entryTime);
            super.putArchiveEntry(entry);
        }
    }
}
