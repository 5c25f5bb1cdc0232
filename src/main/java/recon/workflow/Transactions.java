package recon.workflow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.util.function.SingletonSupplier;

/**
 * Whose turn it is to write. What a chunk has to write, MyBatis writes when its transaction is committed; on H2 that is done by one
 * transaction at a time, and so are Spring Batch's own records and the renewal of the lock of the run.
 *
 * <p>Each commit of H2 puts all tables on disk, one after the other, as they are at that moment. Of a row that another thread is just
 * writing, that may be the row without the note by which it is rolled back. Were the process killed then, the row would stay for ever:
 * unseen, but in the way of the run that goes on and writes it again; or, where it is Spring Batch's record of how far a step has come,
 * ahead of the rows that it tells of.
 */
@Component
class Transactions implements BeanPostProcessor {

    private final SingletonSupplier<Boolean> inTurns;
    private final Lock turn = new ReentrantLock();

    Transactions(ObjectProvider<DataSource> database) {
        this.inTurns = SingletonSupplier.of(() -> DatabaseProduct.isH2(database.getObject()));
    }

    /** Writes, and commits, while no other transaction does. */
    <T> T inTurn(Supplier<T> write) {
        if (!inTurns.obtain()) {
            return write.get();
        }
        turn.lock();
        try {
            return write.get();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof PlatformTransactionManager manager && inTurns.obtain()) {
            return new InTurn(manager, turn);
        }
        if (bean instanceof JobRepository records && inTurns.obtain()) {
            return inTurn(records);
        }
        return bean;
    }

    private JobRepository inTurn(JobRepository records) {
        return (JobRepository) Proxy.newProxyInstance(
                JobRepository.class.getClassLoader(),
                new Class<?>[] {JobRepository.class},
                (proxy, method, arguments) -> {
                    turn.lock();
                    try {
                        return method.invoke(records, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    } finally {
                        turn.unlock();
                    }
                });
    }

    private record InTurn(PlatformTransactionManager manager, Lock turn) implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return manager.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            end(status, manager::commit);
        }

        @Override
        public void rollback(TransactionStatus status) {
            end(status, manager::rollback);
        }

        private void end(TransactionStatus status, Consumer<TransactionStatus> end) {
            if (!status.isNewTransaction()) {
                end.accept(status);
                return;
            }
            turn.lock();
            try {
                end.accept(status);
            } finally {
                turn.unlock();
            }
        }
    }
}
