package recon.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the system notes of a file, by which it is seen that somebody wrote it.
 *
 * @param written the time of the last writing, which a copy may set to that of its original
 * @param changed the time of the last change of any kind, which nobody can set; null where the system does not tell it
 */
record FileStamp(long sizeBytes, Instant written, @Nullable Object changed) {

    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        boolean tells = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return new FileStamp(
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                tells ? Files.getAttribute(file, "unix:ctime") : null);
    }
}
