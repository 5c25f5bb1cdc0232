package recon.workbook;

import java.io.IOException;
import java.io.Writer;

/**
 * Collects characters for one thread, and hands them on by the thousand. A sheet's rows are written a few characters at a time, for each
 * of which a {@link java.io.BufferedWriter} takes a lock: more work than the rest of writing a cell.
 */
final class UnlockedWriter extends Writer {

    private final Writer out;
    private final char[] collected = new char[8192];
    private int count;

    UnlockedWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(int c) throws IOException {
        if (count == collected.length) {
            handOn();
        }
        collected[count++] = (char) c;
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int part = room(length - done);
            text.getChars(from + done, from + done + part, collected, count);
            count += part;
            done += part;
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int part = room(length - done);
            System.arraycopy(text, from + done, collected, count, part);
            count += part;
            done += part;
        }
    }

    /** How many of so many characters can be taken next. */
    private int room(int wanted) throws IOException {
        if (count == collected.length) {
            handOn();
        }
        return Math.min(wanted, collected.length - count);
    }

    /** Nothing where nothing was written since: a sheet's writer is closed twice. */
    private void handOn() throws IOException {
        if (count > 0) {
            out.write(collected, 0, count);
            count = 0;
        }
    }

    @Override
    public void flush() throws IOException {
        handOn();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try {
            handOn();
        } finally {
            out.close();
        }
    }
}
