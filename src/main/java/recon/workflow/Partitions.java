package recon.workflow;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Divides a step into its partitions, after a restart into those that are not done. Spring Batch notes a partition in one transaction
 * and what it is to work on in the next: one whose process died between the two knows neither its file nor its range, and is told again.
 *
 * @param name of the partitions, to which each adds its own
 * @param described by name, what each partition works on; the same after a restart, save for those that are done
 */
record Partitions(JobRepository jobs, String name, IntFunction<Map<String, ExecutionContext>> described)
        implements StepExecutionSplitter {

    @Override
    public String getStepName() {
        return name;
    }

    @Override
    public Set<StepExecution> split(StepExecution step, int parts) throws JobExecutionException {
        Map<String, ExecutionContext> contexts = new TreeMap<>();
        Set<StepExecution> partitions = new SimpleStepExecutionSplitter(jobs, name, size -> {
                    contexts.putAll(described.apply(size));
                    return contexts;
                })
                .split(step, parts);
        for (StepExecution partition : partitions) {
            String own = partition.getStepName().substring(name.length() + 1);
            ExecutionContext known = partition.getExecutionContext();
            Objects.requireNonNull(contexts.get(own)).entrySet().stream()
                    .filter(entry -> !known.containsKey(entry.getKey()))
                    .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        }
        return partitions;
    }
}
