package recon.sample;

import java.io.IOException;
import java.time.LocalDate;

/** Takes the cells of large tables one by one, and keeps none. */
interface RowSink extends AutoCloseable {

    RowSink text(String text) throws IOException;

    RowSink amount(long cents) throws IOException;

    RowSink number(int number) throws IOException;

    RowSink date(LocalDate date) throws IOException;

    void endRow() throws IOException;

    @Override
    void close() throws IOException;

    default void headings(String... names) throws IOException {
        for (String name : names) {
            text(name);
        }
        endRow();
    }
}
