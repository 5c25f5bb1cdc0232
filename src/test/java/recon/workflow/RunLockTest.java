package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunLockTest {

    private JdbcClient database;
    private RunLock lock;

    @BeforeEach
    void createTable() {
        DataSource source = JdbcConnectionPool.create("jdbc:h2:mem:", "sa", "");
        database = JdbcClient.create(source);
        database.sql("create table run_lock (lock_id integer not null primary key, holder varchar(400) not null,"
                        + " heartbeat timestamp with time zone not null)")
                .update();
        lock = new RunLock(database, TransactionsTest.over(source));
    }

    @Test
    void aFreeLockIsHeldDuringTheWorkAndGivenBackAfterIt() {
        String result = lock.holding(() -> {}, () -> {
            assertThat(holders()).isEqualTo(1);
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(holders()).isZero();
    }

    @Test
    void workThatFailsGivesTheLockBack() {
        assertThatThrownBy(() -> lock.holding(() -> {}, () -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");

        assertThat(holders()).isZero();
    }

    @Test
    void aLockThatWasRenewedLatelyIsRespected() {
        held("elsewhere 1 0", Duration.ofSeconds(50));

        assertThatThrownBy(() -> lock.holding(() -> {}, () -> "done"))
                .isInstanceOfSatisfying(
                        StopException.class, stop -> assertThat(stop.exit()).isEqualTo(ExitCode.BUSY));
        assertThat(holders()).isEqualTo(1);
    }

    @Test
    void aLockOfThisVeryProcessIsRespected() {
        lock.holding(() -> {}, () -> {
            assertThatThrownBy(() -> lock.holding(() -> {}, () -> "done")).isInstanceOf(StopException.class);
            return "done";
        });
    }

    @Test
    void aLockThatNobodyRenewsAnyMoreIsTakenOver() {
        held("elsewhere 1 0", Duration.ofSeconds(70));

        assertThat(lock.holding(() -> {}, () -> "done")).isEqualTo("done");
        assertThat(holders()).isZero();
    }

    @Test
    void aLockOfADeadProcessOfThisMachineIsTakenOverAtOnce() {
        lock.holding(() -> {}, () -> {
            database.sql("update run_lock set holder = concat(substring(holder, 1, position(' ', holder)), '1 17')")
                    .update();
            AtomicBoolean ran = new AtomicBoolean();
            lock.holding(() -> {}, () -> {
                ran.set(true);
                return "done";
            });
            assertThat(ran).isTrue();
            return "done";
        });
    }

    @Test
    void aDeadProcessOfAnotherMachineOrContainerWithTheSameHostNameProvesNothing() throws IOException {
        held(InetAddress.getLocalHost().getHostName() + " 1 17", Duration.ofSeconds(50));

        assertThatThrownBy(() -> lock.holding(() -> {}, () -> "done")).isInstanceOf(StopException.class);
    }

    private void held(String holder, Duration ago) {
        database.sql("insert into run_lock values (1, ?, dateadd(second, ?, current_timestamp))")
                .params(holder, -ago.toSeconds())
                .update();
    }

    private int holders() {
        return database.sql("select count(*) from run_lock")
                .query(Integer.class)
                .single();
    }
}
