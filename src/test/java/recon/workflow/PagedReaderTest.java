package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class PagedReaderTest {

    /** Two pages and a half. */
    private static final int ITEMS = 1250;

    private final List<Long> table =
            LongStream.rangeClosed(1, ITEMS).map(n -> n * 3).boxed().toList();

    @Test
    void readsEveryItemOnceAndInOrder() {
        assertThat(readAll(new ExecutionContext())).isEqualTo(table);
    }

    /** Spring Batch may have noted a partition, and not yet what it is to work on, when its process died. */
    @Test
    void aPartitionWithoutItsRangeReadsNothing() {
        PagedReader<Long> reader = PagedReader.ofRange(this::page, Long::longValue);

        assertThatThrownBy(() -> reader.open(new ExecutionContext())).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1000, 1249, 1250})
    void goesOnAfterTheLastItemOfTheLastChunkThatWasWritten(int written) {
        ExecutionContext context = new ExecutionContext();
        PagedReader<Long> first = reader();
        first.open(context);
        for (int n = 0; n < written; n++) {
            first.read();
        }
        first.update(context);
        first.read();

        assertThat(readAll(context)).isEqualTo(table.subList(written, table.size()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void rangesTogetherHoldEveryItemOnce(int parts) {
        List<Long> cuts = Cuts.of(20_000, parts, n -> n * ITEMS / 20_000 * 3);

        List<Long> all = new ArrayList<>();
        Map<String, ExecutionContext> ranges = PagedReader.ranges(cuts);
        ranges.values().forEach(range -> all.addAll(readAll(PagedReader.ofRange(this::page, Long::longValue), range)));

        assertThat(ranges).hasSize(parts);
        assertThat(all).isEqualTo(table);
    }

    @Test
    void aShortListIsNotCut() {
        assertThat(Cuts.of(1_999, 8, n -> n)).isEmpty();
        assertThat(Cuts.of(0, 8, n -> n)).isEmpty();
        assertThat(Cuts.of(3_000, 8, n -> n)).containsExactly(1_000L, 2_000L);
    }

    private List<Long> page(long after, long upTo, int limit) {
        return table.stream().filter(n -> n > after && n <= upTo).limit(limit).toList();
    }

    private PagedReader<Long> reader() {
        return PagedReader.ofAll(this::page, Long::longValue);
    }

    private List<Long> readAll(ExecutionContext context) {
        return readAll(reader(), context);
    }

    private static List<Long> readAll(PagedReader<Long> reader, ExecutionContext context) {
        reader.open(context);
        List<Long> items = new ArrayList<>();
        for (Long item = reader.read(); item != null; item = reader.read()) {
            items.add(item);
        }
        return items;
    }
}
