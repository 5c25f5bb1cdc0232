package recon.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.file.InputFile;
import recon.file.UnreadableFileException;

/**
 * Reads one file from its first row to its last: {@link #next} and {@link #parse} in turn, in order and by one thread, since a
 * total row is compared with the rows above it.
 */
public final class FileIntake implements AutoCloseable {

    private FileIntake() {}

    /**
     * Finds out how each sheet is to be read.
     *
     * @throws UnreadableFileException if no sheet has the required columns (naming what was looked for and what was there), if two
     *     profiles fit equally well, or if its sheets are of both kinds
     */
    public static FileIntake of(InputFile file, Profiles profiles) throws UnreadableFileException {
        throw new UnsupportedOperationException();
    }

    public FileKind kind() {
        throw new UnsupportedOperationException();
    }

    /** One for each sheet of the file, in its order. */
    public List<SheetPlan> plans() {
        throw new UnsupportedOperationException();
    }

    /** The next rows that belong together, or null at the end of the file. */
    public @Nullable RowGroup next() throws UnreadableFileException {
        throw new UnsupportedOperationException();
    }

    /** Reads a group: one parsed row for each of its rows. */
    public ParsedGroup parse(RowGroup group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
