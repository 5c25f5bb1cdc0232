package recon.workflow;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.load.MonthEvent;
import recon.load.Run;

/** What the commands ask of the database and the job. */
public interface MonthEnd {

    /** @throws StopException where it cannot be done, with the exit code */
    ReconcileOutcome reconcile(ReconcileRequest request, Progress progress);

    /** Locks a month; closing a closed month changes nothing. @throws StopException if it has no complete run */
    MonthEvent close(YearMonth month);

    /**
     * Removes the patient data of lines that were settled before a month. What is open, and what that month or a later one judged,
     * stays.
     *
     * @param dryRun counts, but keeps everything
     * @throws StopException if an earlier month is not closed
     */
    Purged purge(YearMonth before, boolean dryRun);

    /** Lines that a purge removed. */
    record Purged(long claimLines, long payments) {}

    /** Runs on file, by month and revision; of one month, or of all where null. */
    List<RunStatus> status(@Nullable YearMonth month);

    /**
     * A run on file.
     *
     * @param superseded whether a later revision of its month is complete
     * @param closedBy the event that closed its month, or null where it is open
     * @param figures what it came to; null until it is complete
     */
    record RunStatus(
            Run run,
            boolean superseded,
            @Nullable MonthEvent closedBy,
            @Nullable Figures figures) {}

    /** Lines and dollars of a complete run. */
    record Figures(
            long lines,
            long underpaidLines,
            Money shortBy,
            long deniedLines,
            Money atStake,
            long controlTotals,
            long notTied) {}
}
