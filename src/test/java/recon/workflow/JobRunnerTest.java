package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import recon.DatabaseKind;
import recon.TestDatabase;

@Tag("database")
class JobRunnerTest {

    private static final String QUOTED = "Unique index or primary key violation: values (1, 'TEST, PATIENT')";

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatTheMessageOfAnErrorQuotesIsNeitherToldNorKept(DatabaseKind kind) throws Exception {
        try (TestDatabase database = kind.create()) {
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
            Job job = new JobBuilder("failing", repository)
                    .start(new StepBuilder("refused", repository)
                            .tasklet(
                                    (contribution, chunk) -> {
                                        throw new IllegalStateException(QUOTED);
                                    },
                                    transactions)
                            .build())
                    .build();

            assertThatThrownBy(() -> new JobRunner(operator, repository).run(job, new JobParameters()))
                    .isInstanceOf(StopException.class)
                    .hasMessageContaining("failed in step 'refused' (IllegalStateException at ")
                    .hasMessageNotContaining("TEST, PATIENT");

            assertThat(database.rows("select status, exit_code, exit_message from batch_step_execution"))
                    .containsExactly("FAILED | FAILED | ");
            assertThat(database.rows("select status, exit_code, exit_message from batch_job_execution"))
                    .containsExactly("FAILED | FAILED | ");
        }
    }
}
