package recon.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Streams the rows of one sheet (or of a file without sheets) in order, in bounded memory. Blank rows are rows too. */
public interface RowReader extends AutoCloseable {

    /**
     * The next row, or null at the end.
     *
     * @throws UnreadableFileException where the file turns out to be broken
     */
    @Nullable
    SourceRow next() throws UnreadableFileException;

    /** The notes met since the last call, at the latest with the end of the rows. */
    default List<FileNote> takeNotes() {
        return List.of();
    }

    @Override
    void close();
}
