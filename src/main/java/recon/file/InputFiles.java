package recon.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens input files, told apart by their content. */
public final class InputFiles {

    private static final List<String> EXTENSIONS =
            List.of(".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt", ".837", ".835", ".edi", ".era", ".x12");

    private InputFiles() {}

    /** Whether a file of this name in an input folder is input: known extension, and neither hidden nor a lock file of Excel's. */
    public static boolean isInput(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return !lower.startsWith(".")
                && !lower.startsWith("~$")
                && EXTENSIONS.stream().anyMatch(lower::endsWith);
    }

    /**
     * Opens a file.
     *
     * @param name what to call it in messages and places
     * @param password for encrypted workbooks, or null
     * @throws UnreadableFileException if it cannot be read right
     */
    public static InputFile open(Path path, String name, @Nullable String password) throws UnreadableFileException {
        throw new UnsupportedOperationException();
    }
}
