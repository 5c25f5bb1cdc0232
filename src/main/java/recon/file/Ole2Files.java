package recon.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What comes in an OLE2 container. */
final class Ole2Files {

    private Ole2Files() {}

    static InputFile open(Path path, String name, @Nullable String password) throws UnreadableFileException {
        throw Refusal.DAMAGED_XLS.of(name);
    }
}
