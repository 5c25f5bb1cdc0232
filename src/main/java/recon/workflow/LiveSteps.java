package recon.workflow;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * The steps that are at work in this process, so that they can be stopped at their next chunk. {@code JobOperator.stop} goes through
 * the database and races with the steps' own updates; a mark on the living step does not.
 */
final class LiveSteps implements StepExecutionListener {

    private final Set<StepExecution> live = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    @Override
    public void beforeStep(StepExecution step) {
        live.add(step);
        if (stopping) {
            step.setTerminateOnly();
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        live.remove(step);
        return null;
    }

    /** Lets every step end after its present chunk, and none begin another. */
    void stop() {
        stopping = true;
        live.forEach(StepExecution::setTerminateOnly);
    }
}
