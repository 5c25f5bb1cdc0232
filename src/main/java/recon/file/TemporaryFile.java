package recon.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that only its owner may read and that is gone when closed. Its name tells the process, so that what a
 * killed one left behind can be told.
 */
record TemporaryFile(Path path) implements AutoCloseable {

    /** An empty file with the owner's permissions only, which is what {@link Files#createTempFile} gives. */
    static TemporaryFile create() throws IOException {
        return new TemporaryFile(
                Files.createTempFile("recon-" + ProcessHandle.current().pid() + "-", ".tmp"));
    }

    /** Takes the name away from a file that stays open, so that nothing is left behind even by a killed process; not on Windows. */
    void unlink() {
        path.toFile().delete();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit(); // Windows refuses while the file is open
        }
    }
}
