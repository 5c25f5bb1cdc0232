package recon.workflow;

import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.listener.ChunkListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What all steps are built with. Each run builds its steps anew, and each partition its own reader and writer, so that no state is
 * shared between threads.
 *
 * @param threads how many partitions are at work at once
 */
record Steps(
        JobRepository jobs,
        PlatformTransactionManager transactions,
        LiveSteps liveSteps,
        Progress progress,
        int threads) {

    /** A step that reads, processes and writes so many items a transaction. */
    <I, O> ChunkOrientedStepBuilder<I, O> chunks(String name, int size) {
        ChunkOrientedStepBuilder<I, O> builder = new StepBuilder(name, jobs).chunk(size);
        return builder.transactionManager(transactions).listener(liveSteps).listener(new ChunkListener<I, O>() {
            @Override
            public void afterChunk(Chunk<O> chunk) {
                progress.advance(chunk.size());
            }
        });
    }

    /**
     * A step that does its work in one transaction, all of it or nothing. Where the process ends, or is asked to, before the step is
     * noted as done, the work stands and is done again after the restart: so it begins by removing what it wrote before.
     */
    Step once(String name, Runnable work) {
        return new StepBuilder(name, jobs)
                .tasklet(
                        (contribution, chunk) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .listener(liveSteps)
                .build();
    }

    /**
     * A step whose partitions, described by data alone, are worked on side by side.
     *
     * @param total how many items there are in all, or -1 where not known
     * @param partitions by name, about so many as are asked for: as many as there are threads, and after a restart as many as there were
     *     before it. Those that {@link LargestFirst} knows to be large begin first
     */
    Step partitioned(
            String name,
            Supplier<Long> total,
            IntFunction<Map<String, ExecutionContext>> partitions,
            Function<ExecutionContext, Step> worker) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(name + "-");
        executor.setConcurrencyLimit(threads);
        LargestFirst handler = new LargestFirst();
        handler.setStep(new Worker(name + "Part", worker));
        handler.setTaskExecutor(executor);
        handler.setGridSize(threads);
        return new PartitionStepBuilder(new StepBuilder(name, jobs))
                .splitter(new Partitions(jobs, name + "Part", partitions))
                .partitionHandler(handler)
                .listener(liveSteps)
                .listener(new Announcement(name, total, progress))
                .build();
    }

    private record Worker(String name, Function<ExecutionContext, Step> factory) implements Step {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public void execute(StepExecution execution) throws JobInterruptedException {
            try {
                factory.apply(execution.getExecutionContext()).execute(execution);
            } catch (RuntimeException | Error e) {
                // Thrown on, either would end the whole step while the other partitions are still at work.
                execution.setStatus(BatchStatus.FAILED);
                execution.setExitStatus(ExitStatus.FAILED);
                execution.addFailureException(e);
            }
        }
    }

    /** Tells the progress of a step's beginning and end. */
    record Announcement(String name, Supplier<Long> total, Progress progress) implements StepExecutionListener {
        @Override
        public void beforeStep(StepExecution execution) {
            progress.begin(name, total.get());
        }

        @Override
        public @Nullable ExitStatus afterStep(StepExecution execution) {
            progress.end();
            return null;
        }
    }
}
