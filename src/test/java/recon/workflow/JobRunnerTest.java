package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.support.JdbcTransactionManager;
import recon.DatabaseKind;
import recon.TestDatabase;

@Tag("database")
class JobRunnerTest {

    private static final String QUOTED = "Unique index or primary key violation: values (1, 'TEST, PATIENT')";

    private static final JobParameters PARAMETERS = new JobParameters();

    /** The job repository of an empty database, and what runs jobs on it. */
    private record Batch(
            TestDatabase database, JdbcTransactionManager transactions, JobRepository repository, JobRunner runner)
            implements AutoCloseable {

        static Batch on(DatabaseKind kind) throws Exception {
            TestDatabase database = kind.create();
            JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());
            JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(database.dataSource());
            factory.setTransactionManager(transactions);
            factory.afterPropertiesSet();
            JobRepository repository = factory.getObject();
            TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
            operator.setJobRepository(repository);
            operator.setJobRegistry(new MapJobRegistry());
            operator.afterPropertiesSet();
            return new Batch(database, transactions, repository, new JobRunner(operator, repository));
        }

        /** Of one step: two partitions, each of which adds its range to a list. */
        Job job(List<String> ranges, Consumer<String> before) {
            Steps steps = new Steps(repository, transactions, new LiveSteps(), new Progress() {}, 2);
            return new JobBuilder("job", repository)
                    .start(steps.partitioned("judge", () -> -1L, parts -> PagedReader.ranges(List.of(10L)), range -> {
                        String described = range.get("after") + " to " + range.get("upTo");
                        before.accept(described);
                        return steps.once("judgeClaimLines", () -> ranges.add(described));
                    }))
                    .build();
        }

        @Override
        public void close() {
            database.close();
        }
    }

    private static final String FIRST = "0 to 10";
    private static final String SECOND = "10 to " + Long.MAX_VALUE;

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatTheMessageOfAnErrorQuotesIsNeitherToldNorKept(DatabaseKind kind) throws Exception {
        try (Batch batch = Batch.on(kind)) {
            Job job = new JobBuilder("failing", batch.repository())
                    .start(new StepBuilder("refused", batch.repository())
                            .tasklet(
                                    (contribution, chunk) -> {
                                        throw new IllegalStateException(QUOTED);
                                    },
                                    batch.transactions())
                            .build())
                    .build();

            assertThatThrownBy(() -> batch.runner().run(job, PARAMETERS))
                    .isInstanceOf(StopException.class)
                    .hasMessageContaining("failed in step 'refused' (IllegalStateException at ")
                    .hasMessageNotContaining("TEST, PATIENT");

            assertThat(batch.database().rows("select status, exit_code, exit_message from batch_step_execution"))
                    .containsExactly("FAILED | FAILED | ");
            assertThat(batch.database().rows("select status, exit_code, exit_message from batch_job_execution"))
                    .containsExactly("FAILED | FAILED | ");
        }
    }

    /** A connection is lost when a part notes its end, and another one comes in time to note that the job failed. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPartThatStandsAsRunningInAFailedJobIsDoneAgain(DatabaseKind kind) throws Exception {
        try (Batch batch = Batch.on(kind)) {
            List<String> ranges = new CopyOnWriteArrayList<>();
            assertThatThrownBy(() -> batch.runner().run(batch.job(ranges, refused(SECOND)), PARAMETERS))
                    .isInstanceOf(StopException.class);
            batch.database()
                    .execute("update batch_step_execution set status = 'STARTED', exit_code = 'EXECUTING'"
                            + " where step_name = 'judgePart:range2'");

            batch.runner().run(batch.job(ranges, range -> {}), PARAMETERS);

            assertThat(ranges).containsExactly(FIRST, SECOND);
        }
    }

    /** Spring Batch notes a part in one transaction, and in the next what it is to work on. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPartWhoseProcessDiedBeforeItWasGivenItsRangeIsGivenIt(DatabaseKind kind) throws Exception {
        try (Batch batch = Batch.on(kind)) {
            JobRepository repository = batch.repository();
            JobExecution died = repository.createJobExecution(
                    repository.createJobInstance("job", PARAMETERS), PARAMETERS, new ExecutionContext());
            repository.createStepExecution("judge", died);
            repository.createStepExecution("judgePart:range1", died);
            List<String> ranges = new CopyOnWriteArrayList<>();

            batch.runner().run(batch.job(ranges, range -> {}), PARAMETERS);

            assertThat(ranges).containsExactlyInAnyOrder(FIRST, SECOND);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPartThatCannotBeginIsNotedAsFailedAndTheOthersAreDone(DatabaseKind kind) throws Exception {
        try (Batch batch = Batch.on(kind)) {
            List<String> ranges = new CopyOnWriteArrayList<>();

            assertThatThrownBy(() -> batch.runner().run(batch.job(ranges, refused(FIRST)), PARAMETERS))
                    .isInstanceOf(StopException.class)
                    .hasMessageContaining("failed in step 'judge' (IllegalStateException at ")
                    .hasMessageNotContaining("TEST, PATIENT");

            assertThat(ranges).containsExactly(SECOND);
            assertThat(batch.database().rows("select step_name, status from batch_step_execution order by step_name"))
                    .containsExactly("judge | FAILED", "judgePart:range1 | FAILED", "judgePart:range2 | COMPLETED");

            batch.runner().run(batch.job(ranges, range -> {}), PARAMETERS);

            assertThat(ranges).containsExactly(SECOND, FIRST);
        }
    }

    /** Such as a class that is missing from a jar which was replaced during the run. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPartThatEndsInAnErrorOfTheMachineIsNotedAsFailedAndTheOthersAreDone(DatabaseKind kind) throws Exception {
        try (Batch batch = Batch.on(kind)) {
            List<String> ranges = new CopyOnWriteArrayList<>();
            Consumer<String> broken = described -> {
                if (described.equals(FIRST)) {
                    throw new NoClassDefFoundError(QUOTED);
                }
            };

            assertThatThrownBy(() -> batch.runner().run(batch.job(ranges, broken), PARAMETERS))
                    .isInstanceOfSatisfying(
                            StopException.class, stop -> assertThat(stop.exit()).isEqualTo(ExitCode.INTERRUPTED))
                    .hasMessageContaining("failed in step 'judge' (NoClassDefFoundError at ")
                    .hasMessageNotContaining("TEST, PATIENT");

            assertThat(ranges).containsExactly(SECOND);
            assertThat(batch.database().rows("select step_name, status from batch_step_execution order by step_name"))
                    .containsExactly("judge | FAILED", "judgePart:range1 | FAILED", "judgePart:range2 | COMPLETED");

            batch.runner().run(batch.job(ranges, range -> {}), PARAMETERS);

            assertThat(ranges).containsExactly(SECOND, FIRST);
        }
    }

    private static Consumer<String> refused(String range) {
        return described -> {
            if (described.equals(range)) {
                throw new IllegalStateException(QUOTED);
            }
        };
    }
}
