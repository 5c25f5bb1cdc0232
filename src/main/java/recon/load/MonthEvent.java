package recon.load;

import java.time.LocalDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month was closed or reopened, or what was settled in it was removed.
 *
 * @param happenedAt UTC
 * @param reason why it was reopened; null otherwise
 */
public record MonthEvent(
        long eventId,
        YearMonth month,
        Action action,
        LocalDateTime happenedAt,
        String actor,
        @Nullable String reason) {

    /** What was done. */
    public enum Action {
        CLOSED,
        REOPENED,
        PURGED
    }
}
