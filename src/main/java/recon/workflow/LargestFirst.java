package recon.workflow;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Begins partitions by their sizes, the largest first, so that it is not left to one thread at the end while the others idle. */
final class LargestFirst extends TaskExecutorPartitionHandler {

    private static final String SIZE = "size";

    /** @param size in a unit that the partitions of the step share */
    static void say(ExecutionContext partition, long size) {
        partition.putLong(SIZE, size);
    }

    @Override
    protected Set<StepExecution> doHandle(StepExecution step, Set<StepExecution> partitions) throws Exception {
        Comparator<StepExecution> bySize = Comparator.comparingLong(
                partition -> partition.getExecutionContext().getLong(SIZE, 0));
        Set<StepExecution> inOrder = new LinkedHashSet<>();
        partitions.stream()
                .sorted(bySize.reversed().thenComparing(StepExecution::getStepName))
                .forEach(inOrder::add);
        return super.doHandle(step, inOrder);
    }
}
