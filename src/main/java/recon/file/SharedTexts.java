package recon.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The shared strings of a workbook (ECMA-376 part 1, 18.4.9) in bounded memory. They are read as far as the cells ask for them: the
 * first rows, by which a file is examined, need few. Rich text is joined, phonetic runs are left out, and the counts that the part
 * states are not trusted.
 */
final class SharedTexts implements AutoCloseable {

    /** 24 MiB of text; a month of a million lines rarely has more. */
    private static final int PAGES_IN_MEMORY = 192;

    private static final int CACHE = 1 << 13;
    private static final int MAX_CACHED_CHARS = 128;

    private final String file;
    private @Nullable XmlPart unread;
    private final TextPages texts = new TextPages(PAGES_IN_MEMORY);
    private final Cell[] cachedCells = new Cell[CACHE];
    private final int[] cachedIndexes = new int[CACHE];

    private SharedTexts(String file, @Nullable XmlPart unread) {
        this.file = file;
        this.unread = unread;
        Arrays.fill(cachedIndexes, -1);
    }

    /** @param part null for a workbook without shared strings */
    static SharedTexts open(ZipParts parts, @Nullable String part) throws UnreadableFileException {
        return new SharedTexts(parts.file(), part == null ? null : parts.xml(part));
    }

    /** The cell that shows a shared string, or null if there is none of this index. */
    @Nullable
    Cell cell(int index) throws UnreadableFileException {
        readUpTo(index);
        if (index < 0 || index >= texts.size()) {
            return null;
        }
        int slot = index & (CACHE - 1);
        if (cachedIndexes[slot] == index) {
            return cachedCells[slot];
        }
        try {
            String text = texts.get(index);
            Cell cell = CellText.cell(text);
            if (text.length() <= MAX_CACHED_CHARS) {
                cachedCells[slot] = cell;
                cachedIndexes[slot] = index;
            }
            return cell;
        } catch (IOException e) {
            throw Refusal.UNREADABLE.of(file);
        }
    }

    /** Reads what no cell asked for, since a table that is damaged anywhere is refused. */
    void readToEnd() throws UnreadableFileException {
        readUpTo(Integer.MAX_VALUE);
    }

    private void readUpTo(int index) throws UnreadableFileException {
        while (unread != null && index >= texts.size()) {
            int event = unread.next();
            if (event == XmlPart.FINISHED) {
                unread.close();
                unread = null;
            } else if (event == XmlPart.START && unread.localName().equals("si")) {
                add(RichText.read(unread, file, "its table of shared texts"));
            }
        }
    }

    private void add(String text) throws UnreadableFileException {
        try {
            texts.add(text);
        } catch (IOException e) {
            throw Refusal.UNREADABLE.of(file);
        }
    }

    @Override
    public void close() {
        try (texts) {
            if (unread != null) {
                unread.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
