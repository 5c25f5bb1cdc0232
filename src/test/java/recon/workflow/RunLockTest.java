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
    private Transactions transactions;
    private RunLock lock;

    @BeforeEach
    void createTable() {
        DataSource source = JdbcConnectionPool.create("jdbc:h2:mem:", "sa", "");
        database = JdbcClient.create(source);
        database.sql("create table run_lock (lock_id integer not null primary key, holder varchar(400) not null,"
                        + " heartbeat timestamp with time zone not null)")
                .update();
        transactions = TransactionsTest.over(source);
        lock = new RunLock(database, transactions);
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
    void aHolderThatRenewsItsLockWhileItIsTakenOverKeepsIt() {
        held("elsewhere 1 0", Duration.ofSeconds(70));
        JdbcClient renewedInBetween = sql -> {
            if (sql.startsWith("update")) {
                database.sql("update run_lock set heartbeat = current_timestamp")
                        .update();
            }
            return database.sql(sql);
        };

        assertThatThrownBy(() -> new RunLock(renewedInBetween, transactions).holding(() -> {}, () -> "done"))
                .isInstanceOfSatisfying(
                        StopException.class, stop -> assertThat(stop.exit()).isEqualTo(ExitCode.BUSY));
        assertThat(holder()).isEqualTo("elsewhere 1 0");
    }

    @Test
    void whatOnlyTheHolderMayDoIsRefusedOnceAnotherHasTheLock() {
        lock.holding(() -> {}, () -> {
            lock.requireHeld();
            database.sql("update run_lock set holder = 'elsewhere 1 0'").update();
            assertThatThrownBy(() -> lock.requireHeld())
                    .isInstanceOfSatisfying(
                            StopException.class, stop -> assertThat(stop.exit()).isEqualTo(ExitCode.INTERRUPTED));
            return "done";
        });
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

    private String holder() {
        return database.sql("select holder from run_lock").query(String.class).single();
    }

    private int holders() {
        return database.sql("select count(*) from run_lock")
                .query(Integer.class)
                .single();
    }
}
