package recon.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Where a numbered list is cut into parts of equal size. */
final class Cuts {

    /** Below this, another thread costs more than it saves. */
    private static final long WORTH_A_PART = 1_000;

    private Cuts() {}

    /**
     * @param count items in the list
     * @param numberAt the number of the n-th item, counted from 1
     * @return ascending; fewer than parts - 1 where the list is short
     */
    static List<Long> of(long count, int parts, LongFunction<@Nullable Long> numberAt) {
        long worthwhile = Math.min(parts, Math.max(1, count / WORTH_A_PART));
        List<Long> cuts = new ArrayList<>();
        for (long part = 1; part < worthwhile; part++) {
            Long cut = numberAt.apply(count * part / worthwhile);
            if (cut != null) {
                cuts.add(cut);
            }
        }
        return cuts;
    }
}
