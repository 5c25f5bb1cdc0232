package recon.workflow;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * The transactions that steps work in. What a chunk has to write, MyBatis writes when its transaction is committed; on H2 that is done
 * by one transaction at a time.
 *
 * <p>Each commit of H2 puts all tables on disk, one after the other, as they are at that moment. Of a row that another thread is just
 * writing, that may be the row without the note by which it is rolled back. Were the process killed then, the row would stay for ever:
 * unseen, but in the way of the run that goes on and writes it again.
 */
@Component
class Transactions {

    private final PlatformTransactionManager manager;
    private final DataSource database;

    Transactions(PlatformTransactionManager manager, DataSource database) {
        this.manager = manager;
        this.database = database;
    }

    PlatformTransactionManager manager() {
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
