package recon.workflow;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;
import recon.file.UnreadableFileException;

/** Starts the job of a run, or goes on with it where a process left it. */
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobOperator operator;
    private final JobRepository repository;

    JobRunner(JobOperator operator, JobRepository repository) {
        this.operator = operator;
        this.repository = repository;
    }

    /** Whether the job of a run was begun, so that it can be gone on with. */
    boolean isBegun(JobParameters parameters) {
        return repository.getLastJobExecution(ReconcileJob.NAME, parameters) != null;
    }

    /**
     * Runs a job to its end. The run's lock is held, so an execution that stands as running belongs to a process that died.
     *
     * @throws StopException if it does not complete
     */
    void run(Job job, JobParameters parameters) {
        JobExecution last = repository.getLastJobExecution(job.getName(), parameters);
        if (last != null) {
            recover(last);
        }
        JobExecution execution;
        try {
            execution = operator.start(job, parameters);
        } catch (JobExecutionException | RuntimeException e) {
            throw interrupted("starting", e);
        }
        if (execution.getStatus() == BatchStatus.STOPPED || execution.getStatus() == BatchStatus.STOPPING) {
            throw new StopException(ExitCode.INTERRUPTED, "stopped; the same command goes on from where it stopped");
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            forgetMessages(execution);
            throw failure(execution);
        }
    }

    /** Of an error, the job repository keeps the trace of the stack with all messages, and a message may quote a row. */
    private void forgetMessages(JobExecution execution) {
        try {
            for (StepExecution step : execution.getStepExecutions()) {
                step.setExitStatus(new ExitStatus(step.getExitStatus().getExitCode()));
                repository.update(step);
            }
            execution.setExitStatus(new ExitStatus(execution.getExitStatus().getExitCode()));
            repository.update(execution);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The job repository could not be updated after the error: {}",
                    e.getClass().getSimpleName());
        }
    }

    /**
     * An execution that stands as running belongs to a process that died. One whose last transaction was broken off with its connection
     * is "unknown", and so is its step; but a step's rows and its restart position are written in one transaction, so both are there or
     * neither is, and it can go on. A step may stand as running in an execution that was noted as failed, where its connection was lost
     * and another one came in time for that note.
     */
    private void recover(JobExecution last) {
        if (last.isRunning() || last.getStatus() == BatchStatus.UNKNOWN) {
            LOG.info("Going on where a run that died left off");
        }
        for (StepExecution step : last.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning()) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(ExitStatus.FAILED);
                repository.update(step);
            }
        }
        if (last.getStatus() == BatchStatus.UNKNOWN) {
            last.setStatus(BatchStatus.FAILED);
            last.setExitStatus(ExitStatus.FAILED);
            repository.update(last);
        } else if (last.isRunning()) {
            operator.recover(last);
        }
    }

    private static StopException failure(JobExecution execution) {
        List<Throwable> failures = execution.getAllFailureExceptions();
        for (Throwable failure : failures) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof StopException stop) {
                    return stop;
                }
                if (cause instanceof UnreadableFileException unreadable) {
                    return new StopException(ExitCode.UNREADABLE, String.valueOf(unreadable.getMessage()), unreadable);
                }
            }
        }
        String step = execution.getStepExecutions().stream()
                .filter(one -> one.getStatus() != BatchStatus.COMPLETED)
                .map(StepExecution::getStepName)
                .findFirst()
                .orElse("finishing");
        Throwable told = failures.stream()
                .filter(failure -> !saysOnlyThatAPartFailed(failure))
                .findFirst()
                .orElse(failures.isEmpty() ? null : failures.get(0));
        return interrupted(step, told);
    }

    /** A step with partitions adds such a failure to theirs, and the execution keeps all of them in no order. */
    private static boolean saysOnlyThatAPartFailed(Throwable failure) {
        return failure instanceof JobExecutionException && failure.getCause() == null;
    }

    /** Messages of drivers and libraries may quote a row, so only kinds and places of errors are told. */
    private static StopException interrupted(String step, @Nullable Throwable failure) {
        StringBuilder kinds = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            kinds.append(kinds.isEmpty() ? "" : ", caused by ")
                    .append(cause.getClass().getSimpleName());
            if (cause instanceof SQLException sql) {
                kinds.append(" (SQL state ").append(sql.getSQLState()).append(')');
            }
            StackTraceElement[] trace = cause.getStackTrace();
            if (cause.getCause() == null && trace.length > 0) {
                kinds.append(" at ").append(trace[0]);
            }
        }
        String message = "failed in step '" + step + "'" + (kinds.isEmpty() ? "" : " (" + kinds + ")")
                + ": the same command goes on from where it stopped";
        return failure == null
                ? new StopException(ExitCode.INTERRUPTED, message)
                : new StopException(ExitCode.INTERRUPTED, message, failure);
    }
}
