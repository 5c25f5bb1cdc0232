package recon.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads numbered items of a table, a page at a time and in the order of their numbers. Its restart position is the number of the last
 * item whose chunk was written.
 */
final class PagedReader<T> implements ItemStreamReader<T> {

    private static final int PAGE_SIZE = 500;

    private static final String AFTER = "after";
    private static final String UP_TO = "upTo";

    /** The next items after a number, up to and including another; empty at the end. */
    interface Pages<T> {
        List<T> page(long after, long upTo, int limit);
    }

    private final Pages<T> pages;
    private final ToLongFunction<T> numberOf;
    private final boolean partitioned;
    private final Deque<T> page = new ArrayDeque<>();
    private long after;
    private long upTo;
    private long lastFetched;

    private PagedReader(Pages<T> pages, ToLongFunction<T> numberOf, boolean partitioned) {
        this.pages = pages;
        this.numberOf = numberOf;
        this.partitioned = partitioned;
    }

    /** Reads the range that a partition was given. */
    static <T> PagedReader<T> ofRange(Pages<T> pages, ToLongFunction<T> numberOf) {
        return new PagedReader<>(pages, numberOf, true);
    }

    /** Reads the whole table. */
    static <T> PagedReader<T> ofAll(Pages<T> pages, ToLongFunction<T> numberOf) {
        return new PagedReader<>(pages, numberOf, false);
    }

    /** Where one partition begins and ends. */
    static ExecutionContext range(long after, long upTo) {
        ExecutionContext context = new ExecutionContext();
        context.putLong(AFTER, after);
        context.putLong(UP_TO, upTo);
        return context;
    }

    /**
     * Ranges of about equal size.
     *
     * @param cuts ascending numbers at which one range ends and the next begins
     */
    static Map<String, ExecutionContext> ranges(List<Long> cuts) {
        Map<String, ExecutionContext> ranges = new TreeMap<>();
        long after = 0;
        for (long cut : cuts) {
            ranges.put("range" + (ranges.size() + 1), range(after, cut));
            after = cut;
        }
        ranges.put("range" + (ranges.size() + 1), range(after, Long.MAX_VALUE));
        return ranges;
    }

    @Override
    public void open(ExecutionContext context) {
        if (partitioned && !(context.containsKey(AFTER) && context.containsKey(UP_TO))) {
            // Without its range, a partition would read what the others read.
            throw new IllegalStateException("a partition without its range");
        }
        after = context.getLong(AFTER, 0L);
        upTo = context.getLong(UP_TO, Long.MAX_VALUE);
        lastFetched = after;
        page.clear();
    }

    @Override
    public @Nullable T read() {
        if (page.isEmpty()) {
            page.addAll(pages.page(lastFetched, upTo, PAGE_SIZE));
        }
        T item = page.poll();
        if (item != null) {
            after = numberOf.applyAsLong(item);
            lastFetched = page.isEmpty() ? after : lastFetched;
        }
        return item;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(AFTER, after);
    }
}
