package recon.workflow;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import recon.load.Run;

/**
 * What the runs on file say of one another.
 *
 * @param runs in the order of their months, and of a month's in which they were begun
 */
record RunsOnFile(List<Run> runs) {

    /** The run whose reports are the month's, or null where it has none. */
    @Nullable
    Run latestComplete(YearMonth month) {
        return runs.stream()
                .filter(run -> run.isComplete() && run.month().equals(month))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** What an earlier month has judged since then is judged by it, and not by this run any more. */
    boolean isAnEarlierMonthNewer(Run run) {
        return runs.stream()
                .anyMatch(other ->
                        other.isComplete() && other.month().isBefore(run.month()) && other.runId() > run.runId());
    }

    /** Runs that were begun and not completed; where the lock is held, none of them is at work. */
    List<Run> brokenOff() {
        return runs.stream().filter(run -> !run.isComplete()).toList();
    }

    Set<YearMonth> completeMonthsBefore(YearMonth before) {
        return runs.stream()
                .filter(run -> run.isComplete() && run.month().isBefore(before))
                .map(Run::month)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
