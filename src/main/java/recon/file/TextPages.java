package recon.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts by their index in bounded memory: in pages of bytes, the first of which stay in memory while the others go to a temporary
 * file that only its owner may read and that is deleted on close.
 */
final class TextPages implements AutoCloseable {

    /** Holds the longest text of a cell (32,767 characters of three bytes and a length). */
    private static final int PAGE_BYTES = 1 << 17;

    private static final int PAGES_CACHED = 64;

    /** Where every 16th text begins is remembered; to the others it is a short walk. */
    private static final int STRIDE = 16;

    private final int pagesInMemory;
    private final List<byte[]> pages = new ArrayList<>();
    private final Map<Integer, byte[]> cached = new LinkedHashMap<>(PAGES_CACHED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
            return size() > PAGES_CACHED;
        }
    };
    private int[] used = new int[64];
    private long[] starts = new long[64];
    private @Nullable FileChannel spilled;
    private byte[] current = new byte[PAGE_BYTES];
    private int page;
    private int size;

    private int cursorIndex = -1;
    private int cursorPage;
    private int cursorOffset;

    TextPages(int pagesInMemory) {
        this.pagesInMemory = pagesInMemory;
    }

    int size() {
        return size;
    }

    void add(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (used[page] + bytes.length + 3 > PAGE_BYTES) {
            seal();
        }
        if (size % STRIDE == 0) {
            int slot = size / STRIDE;
            starts = slot < starts.length ? starts : Arrays.copyOf(starts, slot * 2);
            starts[slot] = (long) page * PAGE_BYTES + used[page];
        }
        int at = used[page];
        current[at] = (byte) bytes.length;
        current[at + 1] = (byte) (bytes.length >> 8);
        current[at + 2] = (byte) (bytes.length >> 16);
        System.arraycopy(bytes, 0, current, at + 3, bytes.length);
        used[page] += bytes.length + 3;
        size++;
    }

    private void seal() throws IOException {
        if (page < pagesInMemory) {
            pages.add(current);
            current = new byte[PAGE_BYTES];
        } else {
            ByteBuffer bytes = ByteBuffer.wrap(current);
            long position = (long) (page - pagesInMemory) * PAGE_BYTES;
            while (bytes.hasRemaining()) {
                position += channel().write(bytes, position);
            }
        }
        page++;
        used = page < used.length ? used : Arrays.copyOf(used, page * 2);
    }

    private FileChannel channel() throws IOException {
        if (spilled == null) {
            spilled = FileChannel.open(
                    TemporaryFile.create().path(),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        }
        return spilled;
    }

    /** @param index from 0, below {@link #size()} */
    String get(int index) throws IOException {
        if (index != cursorIndex) {
            seek(index);
        }
        byte[] bytes = page();
        int length = length(bytes, cursorOffset);
        String text = new String(bytes, cursorOffset + 3, length, StandardCharsets.UTF_8);
        cursorOffset += 3 + length;
        cursorIndex = index + 1;
        return text;
    }

    private void seek(int index) throws IOException {
        long start = starts[index / STRIDE];
        cursorPage = (int) (start / PAGE_BYTES);
        cursorOffset = (int) (start % PAGE_BYTES);
        for (int passed = index % STRIDE; passed > 0; passed--) {
            byte[] bytes = page();
            cursorOffset += 3 + length(bytes, cursorOffset);
        }
    }

    /** The page that holds the text at the cursor. */
    private byte[] page() throws IOException {
        if (cursorOffset >= used[cursorPage]) {
            cursorPage++;
            cursorOffset = 0;
        }
        if (cursorPage == page) {
            return current;
        }
        return cursorPage < pages.size() ? pages.get(cursorPage) : spilledPage(cursorPage);
    }

    private byte[] spilledPage(int number) throws IOException {
        byte[] bytes = cached.get(number);
        if (bytes == null) {
            bytes = new byte[PAGE_BYTES];
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            long position = (long) (number - pagesInMemory) * PAGE_BYTES;
            while (buffer.hasRemaining() && channel().read(buffer, position + buffer.position()) >= 0) {
                // a channel may fill a buffer in several steps
            }
            cached.put(number, bytes);
        }
        return bytes;
    }

    private static int length(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
    }

    @Override
    public void close() throws IOException {
        if (spilled != null) {
            spilled.close();
        }
    }
}
