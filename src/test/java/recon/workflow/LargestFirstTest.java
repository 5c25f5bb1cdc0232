package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

class LargestFirstTest {

    private final JobExecution job = new JobExecution(1, new JobInstance(1, "job"), new JobParameters());

    @Test
    void theLargestPartitionBegins() throws Exception {
        List<String> begun = new ArrayList<>();
        LargestFirst handler = new LargestFirst();
        handler.setStep(new Step() {
            @Override
            public String getName() {
                return "part";
            }

            @Override
            public void execute(StepExecution execution) {
                begun.add(execution.getStepName());
                execution.setStatus(BatchStatus.COMPLETED);
            }
        });

        handler.handle(
                partitions(sized(1, 5), sized(2, 900), sized(3, 20), new StepExecution(4, "part4", job), sized(5, 20)),
                new StepExecution(9, "all", job));

        assertThat(begun).containsExactly("part2", "part3", "part5", "part1", "part4");
    }

    private StepExecution sized(long id, long size) {
        StepExecution partition = new StepExecution(id, "part" + id, job);
        LargestFirst.say(partition.getExecutionContext(), size);
        return partition;
    }

    private static StepExecutionSplitter partitions(StepExecution... partitions) {
        return new StepExecutionSplitter() {
            @Override
            public String getStepName() {
                return "part";
            }

            @Override
            public Set<StepExecution> split(StepExecution stepExecution, int gridSize) {
                return Set.of(partitions);
            }
        };
    }
}
