package recon.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The shared strings of a workbook (ECMA-376 part 1, 18.4.9) in bounded memory. Rich text is joined, phonetic runs are left out, and
 * the counts that the part states are not trusted.
 */
final class SharedTexts implements AutoCloseable {

    /** 24 MiB of text; a month of a million lines rarely has more. */
    private static final int PAGES_IN_MEMORY = 192;

    private static final int CACHE = 1 << 13;
    private static final int MAX_CACHED_CHARS = 128;

    private final String file;
    private final TextPages texts;
    private final Cell[] cachedCells = new Cell[CACHE];
    private final int[] cachedIndexes = new int[CACHE];

    private SharedTexts(String file, int pagesInMemory) {
        this.file = file;
        this.texts = new TextPages(pagesInMemory);
        Arrays.fill(cachedIndexes, -1);
    }

    /** @param part null for a workbook without shared strings */
    static SharedTexts read(ZipParts parts, @Nullable String part) throws UnreadableFileException {
        return read(parts, part, PAGES_IN_MEMORY);
    }

    static SharedTexts read(ZipParts parts, @Nullable String part, int pagesInMemory) throws UnreadableFileException {
        SharedTexts shared = new SharedTexts(parts.file(), pagesInMemory);
        if (part == null) {
            return shared;
        }
        try (XmlPart xml = parts.xml(part)) {
            for (int event = xml.next(); event != XmlPart.FINISHED; event = xml.next()) {
                if (event == XmlPart.START && xml.localName().equals("si")) {
                    shared.texts.add(RichText.read(xml, parts.file(), "its table of shared texts"));
                }
            }
            return shared;
        } catch (IOException e) {
            shared.close();
            throw Refusal.UNREADABLE.of(parts.file());
        } catch (UnreadableFileException | RuntimeException e) {
            shared.close();
            throw e;
        }
    }

    /** The cell that shows a shared string, or null if there is none of this index. */
    @Nullable
    Cell cell(int index) throws UnreadableFileException {
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

    @Override
    public void close() {
        try {
            texts.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
