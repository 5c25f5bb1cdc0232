package recon.workflow;

import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import recon.load.MonthEvent;
import recon.workflow.MonthEnd.Purged;

/** Closes months, says what of them may still be done, and purges them. */
final class ClosedMonths {

    /** Characters of a reason that the database keeps. */
    private static final int MOST_OF_A_REASON = 1000;

    private final Mappers mappers;
    private final Registration registration;
    private final RunLock lock;
    private final TransactionTemplate transaction;
    private final Compaction compaction;

    ClosedMonths(Mappers mappers, RunLock lock, TransactionTemplate transaction, Compaction compaction) {
        this.mappers = mappers;
        this.registration = new Registration(mappers);
        this.lock = lock;
        this.transaction = transaction;
        this.compaction = compaction;
    }

    /**
     * Refuses to run a month that is closed or purged.
     *
     * @param reopen why a closed month is to be reopened, or null
     */
    void refuse(YearMonth month, @Nullable String reopen) {
        MonthEvent closed = registration.closing(month);
        if (closed != null && registration.isPurged(month)) {
            throw new StopException(
                    ExitCode.CLOSED,
                    "%s was purged on %s by %s: what was settled in it is gone, so it cannot be run again"
                            .formatted(month, closed.happenedAt().toLocalDate(), closed.actor()));
        }
        if (closed != null && reopen == null) {
            throw new StopException(
                    ExitCode.CLOSED,
                    "%s was closed on %s by %s: reopen it with --reopen \"the reason\", or leave late files for the next month"
                            .formatted(month, closed.happenedAt().toLocalDate(), closed.actor()));
        }
        if (reopen != null && reopen.isBlank()) {
            throw new StopException(
                    ExitCode.WRONG_SETUP, "--reopen: say why the month is reopened; the reason stays with its history");
        }
        if (reopen != null && reopen.length() > MOST_OF_A_REASON) {
            throw new StopException(
                    ExitCode.WRONG_SETUP,
                    "--reopen: the reason has %,d characters: say it in at most %,d"
                            .formatted(reopen.length(), MOST_OF_A_REASON));
        }
    }

    /** As {@link MonthEnd#close}. */
    MonthEvent close(YearMonth month) {
        return lock.holding(() -> {
            MonthEvent closed = registration.closing(month);
            if (closed != null) {
                return closed;
            }
            RunsOnFile runs = runsOnFile();
            if (runs.latestComplete(month) == null) {
                throw new StopException(
                        ExitCode.WRONG_SETUP, month + " has no complete run: reconcile it before it is closed");
            }
            refuseUnfinished(month, runs);
            return Objects.requireNonNull(
                    transaction.execute(status -> registration.event(month, MonthEvent.Action.CLOSED, null)));
        });
    }

    /** Once the month is closed, nobody could go on with it: the month would stand as it was before, its reports perhaps half moved. */
    private static void refuseUnfinished(YearMonth month, RunsOnFile runs) {
        runs.brokenOff().stream()
                .filter(run -> run.month().equals(month))
                .findFirst()
                .ifPresent(run -> {
                    throw new StopException(
                            ExitCode.WRONG_SETUP,
                            "revision %d of %s was broken off: reconcile goes on with it; run that before the month is closed"
                                    .formatted(run.revision(), month));
                });
    }

    /** As {@link MonthEnd#purge}. */
    Purged purge(YearMonth before, boolean dryRun) {
        Purged purged = lock.holding(() -> Objects.requireNonNull(transaction.execute(status -> {
            RunsOnFile runs = runsOnFile();
            // One that went on would look for lines that it has matched already, and that are gone.
            registration.forget(runs.brokenOff());
            for (YearMonth month : runs.completeMonthsBefore(before)) {
                MonthEvent closed = registration.closing(month);
                if (closed == null) {
                    throw new StopException(
                            ExitCode.WRONG_SETUP, month + " is not closed: close it before what is older is purged");
                }
                if (!registration.isPurged(month)) {
                    registration.event(month, MonthEvent.Action.PURGED, null);
                }
            }
            if (dryRun) {
                status.setRollbackOnly();
            }
            return Purge.before(before, mappers.purge());
        })));
        if (!dryRun) {
            compaction.run();
        }
        return purged;
    }

    private RunsOnFile runsOnFile() {
        return new RunsOnFile(mappers.runs().all());
    }
}
