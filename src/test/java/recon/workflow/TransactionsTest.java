package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import recon.DatabaseKind;
import recon.TestDatabase;

@Tag("database")
class TransactionsTest {

    private final PlatformTransactionManager nowhere = new NoDatabase();
    private final JobRepository noRecords = new ResourcelessJobRepository();

    @Test
    void onH2OneTransactionAtATimeWritesItsBatchAndCommits() throws Exception {
        waitsForACommit((transactions, manager, done) -> commit(manager, done));
    }

    @Test
    void onH2SpringBatchsRecordsAreNotWrittenWhileATransactionCommits() throws Exception {
        waitsForACommit((transactions, manager, done) -> {
            JobRepository records = (JobRepository) transactions.postProcessAfterInitialization(noRecords, "records");
            assertThat(records.getJobNames()).isEmpty();
            done.run();
        });
    }

    @Test
    void onH2TheLockOfARunIsNotRenewedWhileATransactionCommits() throws Exception {
        waitsForACommit((transactions, manager, done) -> transactions.inTurn(() -> {
            done.run();
            return true;
        }));
    }

    @Test
    void onPostgresqlTheyCommitSideBySide() {
        try (TestDatabase database = DatabaseKind.POSTGRESQL.create()) {
            Transactions transactions = over(database.dataSource());
            assertThat(transactions.postProcessAfterInitialization(nowhere, "manager"))
                    .isSameAs(nowhere);
            assertThat(transactions.postProcessAfterInitialization(noRecords, "records"))
                    .isSameAs(noRecords);
        }
    }

    private interface Write {
        void of(Transactions transactions, PlatformTransactionManager manager, Runnable done);
    }

    private void waitsForACommit(Write write) throws Exception {
        try (TestDatabase database = DatabaseKind.H2.create()) {
            Transactions transactions = over(database.dataSource());
            PlatformTransactionManager manager =
                    (PlatformTransactionManager) transactions.postProcessAfterInitialization(nowhere, "manager");
            CountDownLatch writing = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            AtomicBoolean secondHasWritten = new AtomicBoolean();

            CompletableFuture<Void> first = CompletableFuture.runAsync(() -> commit(manager, () -> {
                writing.countDown();
                await(goOn);
            }));
            await(writing);
            CompletableFuture<Void> second =
                    CompletableFuture.runAsync(() -> write.of(transactions, manager, () -> secondHasWritten.set(true)));

            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(secondHasWritten).isFalse();
            goOn.countDown();
            CompletableFuture.allOf(first, second).get(10, TimeUnit.SECONDS);
            assertThat(secondHasWritten).isTrue();
        }
    }

    static Transactions over(DataSource database) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("database", database));
        return new Transactions(beans.getBeanProvider(DataSource.class));
    }

    /** @param batch what MyBatis would write before the commit */
    private static void commit(PlatformTransactionManager manager, Runnable batch) {
        new TransactionTemplate(manager)
                .executeWithoutResult(status ->
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void beforeCommit(boolean readOnly) {
                                batch.run();
                            }
                        }));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static final class NoDatabase extends AbstractPlatformTransactionManager {
        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
