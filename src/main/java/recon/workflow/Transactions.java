package recon.workflow;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * The transactions that steps and Spring Batch's own records work in. What a chunk has to write, MyBatis writes when its transaction is
 * committed; on H2 that is done by one transaction at a time.
 *
 * <p>Each commit of H2 puts all tables on disk, one after the other, as they are at that moment. Of a row that another thread is just
 * writing, that may be the row without the note by which it is rolled back. Were the process killed then, the row would stay for ever:
 * unseen, but in the way of the run that goes on and writes it again.
 */
@Component
class Transactions implements BeanPostProcessor {

    private final ObjectProvider<DataSource> database;

    Transactions(ObjectProvider<DataSource> database) {
        this.database = database;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PlatformTransactionManager manager ? of(manager, database.getObject()) : bean;
    }

    static PlatformTransactionManager of(PlatformTransactionManager manager, DataSource database) {
        return DatabaseProduct.isH2(database) ? new OneCommitAtATime(manager, new ReentrantLock()) : manager;
    }

    private record OneCommitAtATime(PlatformTransactionManager manager, Lock lock)
            implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return manager.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            if (!status.isNewTransaction()) {
                manager.commit(status);
                return;
            }
            lock.lock();
            try {
                manager.commit(status);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void rollback(TransactionStatus status) {
            manager.rollback(status);
        }
    }
}
