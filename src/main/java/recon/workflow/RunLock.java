package recon.workflow;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import recon.claim.Fingerprint;

/**
 * At most one run at a time in a database. Whoever holds the lock renews it every few seconds by the database's clock; a lock that was
 * not renewed for a minute, or whose process on this machine is gone, belongs to nobody.
 */
@Component
class RunLock {

    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);

    private static final Duration RENEWED_EVERY = Duration.ofSeconds(10);
    private static final Duration STALE_AFTER = Duration.ofSeconds(60);

    /** Another one after each start of the machine. */
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private static final Path NAMESPACE_OF_PROCESSES = Path.of("/proc/self/ns/pid");
    private static final String MACHINE = machine();

    private final JdbcClient database;
    private final Transactions transactions;

    RunLock(JdbcClient database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** @param heartbeat when it last renewed the lock, by the database's clock */
    private record Holder(String name, OffsetDateTime heartbeat, long secondsSinceRenewed) {}

    /** As {@link #holding(Runnable, Supplier)}, of work that goes on where the lock is lost. */
    <T> T holding(Supplier<T> work) {
        return holding(() -> {}, work);
    }

    /**
     * Does work while no other run is at work.
     *
     * @param onLoss runs where another process took the lock, since this one could not renew it in time
     * @throws StopException if another run is at work
     */
    <T> T holding(Runnable onLoss, Supplier<T> work) {
        String me = identity(ProcessHandle.current());
        acquire(me);
        ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "run-lock");
            thread.setDaemon(true);
            return thread;
        });
        long seconds = RENEWED_EVERY.toSeconds();
        renewal.scheduleWithFixedDelay(() -> renew(me, onLoss), seconds, seconds, TimeUnit.SECONDS);
        try {
            return work.get();
        } finally {
            end(renewal);
            release(me);
        }
    }

    /** Waits for a renewal that is at work: one that is interrupted would close the embedded database's file. */
    private static void end(ScheduledExecutorService renewal) {
        renewal.shutdown();
        try {
            renewal.awaitTermination(RENEWED_EVERY.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acquire(String me) {
        if (insert(me)) {
            return;
        }
        Holder holder = holder();
        boolean taken = holder == null ? insert(me) : isStale(holder) && takeOver(holder, me);
        if (!taken) {
            throw new StopException(ExitCode.BUSY, "another run of this database is at work: try again later");
        }
    }

    private boolean insert(String me) {
        try {
            database.sql("insert into run_lock (lock_id, holder, heartbeat) values (1, ?, current_timestamp)")
                    .param(me)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private @Nullable Holder holder() {
        return database.sql(
                        "select holder, heartbeat, extract(epoch from (current_timestamp - heartbeat)) as age from run_lock")
                .query((row, n) -> new Holder(
                        row.getString("holder"), row.getObject("heartbeat", OffsetDateTime.class), row.getLong("age")))
                .optional()
                .orElse(null);
    }

    /** Not where the holder, which was only held up, has renewed it since. */
    private boolean takeOver(Holder holder, String me) {
        LOG.info("Taking over the lock of a run that died");
        return database.sql(
                                "update run_lock set holder = ?, heartbeat = current_timestamp where holder = ? and heartbeat = ?")
                        .params(me, holder.name(), holder.heartbeat())
                        .update()
                == 1;
    }

    /**
     * For what must not be done by two runs, in its own transaction.
     *
     * @throws StopException if another process took the lock
     */
    void requireHeld() {
        boolean held = database.sql("select count(*) from run_lock where holder = ?")
                        .param(identity(ProcessHandle.current()))
                        .query(Integer.class)
                        .single()
                > 0;
        if (!held) {
            throw new StopException(
                    ExitCode.INTERRUPTED,
                    "another run took the lock of this database, since this one could not renew it in time: the same command goes on from where it stopped");
        }
    }

    private void renew(String me, Runnable onLoss) {
        try {
            int renewed = transactions.inTurn(
                    () -> database.sql("update run_lock set heartbeat = current_timestamp where holder = ?")
                            .param(me)
                            .update());
            if (renewed == 0) {
                LOG.error("Another run took the lock, since this one did not renew it in time; stopping");
                onLoss.run();
            }
        } catch (RuntimeException e) {
            // whatever it is: one that got out would end the renewing
            LOG.warn("The lock could not be renewed; trying again");
        }
    }

    private void release(String me) {
        try {
            database.sql("delete from run_lock where holder = ?").param(me).update();
        } catch (DataAccessException e) {
            LOG.warn("The lock could not be given back; the next run takes it over");
        }
    }

    private static boolean isStale(Holder holder) {
        return holder.secondsSinceRenewed() > STALE_AFTER.toSeconds() || isGone(holder.name());
    }

    /** Whether the holder was a process of this machine that does not live any more. */
    private static boolean isGone(String holder) {
        String[] parts = holder.split(" ");
        if (parts.length != 3 || !parts[0].equals(MACHINE)) {
            return false;
        }
        Optional<String> sameProcess = ProcessHandle.of(Long.parseLong(parts[1]))
                .filter(ProcessHandle::isAlive)
                .map(RunLock::identity);
        return !sameProcess.equals(Optional.of(holder));
    }

    private static String identity(ProcessHandle process) {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return MACHINE + " " + process.pid() + " " + started;
    }

    /**
     * A name, of 64 characters at most, that only processes share which see one another: another container may have the same host name
     * and process numbers, and a system may hide a user's processes from other users. Where that is not known, no other process has it.
     */
    private static String machine() {
        try {
            Fingerprint machine = new Fingerprint()
                    .line(InetAddress.getLocalHost().getHostName())
                    .line(System.getProperty("user.name", ""));
            if (System.getProperty("os.name", "").equals("Linux")) {
                machine.line(Files.readString(BOOT));
                machine.line(Files.readSymbolicLink(NAMESPACE_OF_PROCESSES).toString());
            }
            return machine.hex();
        } catch (IOException e) {
            return UUID.randomUUID().toString();
        }
    }
}
