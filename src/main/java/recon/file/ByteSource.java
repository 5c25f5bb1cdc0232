package recon.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of an input, which may be read several times from the start. */
@FunctionalInterface
interface ByteSource {

    InputStream open() throws IOException;

    static ByteSource of(Path path) {
        return () -> Files.newInputStream(path);
    }

    static ByteSource of(byte[] content) {
        return () -> new ByteArrayInputStream(content);
    }

    /** At most the first {@code length} bytes. */
    default byte[] head(int length) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(length);
        }
    }
}
