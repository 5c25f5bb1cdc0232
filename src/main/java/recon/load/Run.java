package recon.load;

import java.time.LocalDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to reconcile a month.
 *
 * @param revision 1 for the month's first; above those of complete runs, and of reports that stood in the output folder when it began
 * @param inputs digest of the input files' contents and of how they are read
 * @param ranges digest of all reference data and settings that verdicts depend on
 * @param startedAt UTC
 * @param finishedAt UTC, or null until it is complete
 * @param result {@code done}, {@code rejected-rows} or {@code not-tied}; null until it is complete
 * @param actor the operating system's user
 * @param reason why a closed month was reopened, or null
 * @param outputFolder where the reports stand
 */
public record Run(
        long runId,
        YearMonth month,
        int revision,
        State state,
        String inputs,
        String ranges,
        LocalDateTime startedAt,
        @Nullable LocalDateTime finishedAt,
        @Nullable String result,
        @Nullable Integer exitCode,
        String actor,
        @Nullable String reason,
        String outputFolder) {

    /** How far a run has come. */
    public enum State {
        RUNNING,
        COMPLETE
    }

    public boolean isComplete() {
        return state == State.COMPLETE;
    }
}
