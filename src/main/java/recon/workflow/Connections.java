package recon.workflow;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * As many connections to the database as can be wanted at once: where one has to be waited for too long, the run fails. A thread has one
 * for its transaction and one for what it reads beside it; the others are the job's own, its records' and the lock's. None of them waits
 * without end for another's locks.
 */
@Component
class Connections implements BeanPostProcessor {

    private static final int BESIDE_THE_THREADS = 4;

    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** PostgreSQL itself would wait for ever for what a process holds that hangs; H2 has a limit of its own. */
    private static final String LOCK_TIMEOUT = "set lock_timeout = '5min'";

    private final ObjectProvider<Settings> settings;

    Connections(ObjectProvider<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            int wanted = 2 * settings.getObject().threads() + BESIDE_THE_THREADS;
            pool.setMaximumPoolSize(Math.max(pool.getMaximumPoolSize(), wanted));
            if (String.valueOf(pool.getJdbcUrl()).startsWith(POSTGRESQL) && pool.getConnectionInitSql() == null) {
                pool.setConnectionInitSql(LOCK_TIMEOUT);
            }
        }
        return bean;
    }
}
