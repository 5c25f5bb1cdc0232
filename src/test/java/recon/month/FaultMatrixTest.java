package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.DatabaseKind;
import recon.TestDatabase;
import recon.month.ReconProcess.Result;
import recon.month.ReconProcess.Running;

/**
 * A run that is broken off in any of its steps, in any way: the same command then ends with the reports of an undisturbed run. On a
 * PostgreSQL server whose triggers hold a step at a row of its own, so that the fault hits it in the middle of a transaction.
 */
class FaultMatrixTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    /** Long enough for the fault to come, short enough to wait for its end. */
    private static final int SECONDS_HELD = 2;

    @TempDir
    private static Path undisturbedFolder;

    @TempDir
    private Path folder;

    private static Map<String, List<List<String>>> undisturbed;

    private TestDatabase database;
    private ReconProcess recon;

    @BeforeAll
    static void reconcileUndisturbed() throws IOException {
        ReconProcess recon = new ReconProcess(undisturbedFolder).here();
        writeMonth(recon.input());
        assertThat(recon.run("reconcile", "--month", "2026-10").exit()).isZero();
        undisturbed = MonthContent.of(recon.output(), OCTOBER);
    }

    /** One of its claims was exported twice, and one as two files. */
    private static void writeMonth(Path input) throws IOException {
        month().write(input);
        Path claims = input.resolve("claims/claims.csv");
        Files.write(
                claims.resolveSibling("again.csv"), Files.readAllLines(claims).subList(0, 2));
    }

    private static PlainMonth month() {
        return new PlainMonth()
                .claim("A1")
                .payment("A1", "allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00")
                .claim("B2")
                .payment("B2", "paid", "0.00", "adjustments", "CO-97:40.00")
                .claim("C3")
                .claim("C3", "line_number", "2", "procedure_code", "99213")
                .payment("C3", "allowed", "11.00", "paid", "11.00", "adjustments", "CO-45:29.00")
                .claim("D4")
                .payment("E5", "allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00");
    }

    @BeforeEach
    void prepareTheDatabase() throws IOException {
        database = DatabaseKind.POSTGRESQL.create();
        recon = new ReconProcess(folder)
                .here()
                .with("RECON_DB_URL", database.url())
                .with("RECON_DB_USER", database.user());
        writeMonth(recon.input());
    }

    @AfterEach
    void dropTheDatabase() {
        database.close();
    }

    private enum Fault {
        KILL,
        TERMINATE,
        CONNECTION_LOST
    }

    @ParameterizedTest(name = "{1} while {0}")
    @CsvSource({
        "payment_match,    KILL",
        "finding,          KILL",
        "control_total,    TERMINATE",
        "remittance_line,  CONNECTION_LOST",
        "finding,          CONNECTION_LOST"
    })
    void theSameCommandEndsAsIfUndisturbed(String table, Fault fault) throws IOException {
        breakOff(table, fault);
        endsAsIfUndisturbed();
    }

    /** The rest of the matrix takes minutes. */
    @EnabledIfSystemProperty(named = "faults", matches = "all")
    @ParameterizedTest(name = "{1} while {0}")
    @CsvSource({
        "run,              KILL",
        "claim_line_aside, KILL",
        "run_match_key,    TERMINATE",
        "report_file,      TERMINATE",
        "claim_other_lines, KILL",
        "remittance_line,  KILL",
        "run_match_key,    KILL",
        "run_claim_line,   KILL",
        "control_total,    KILL",
        "report_file,      KILL",
        "run,              TERMINATE",
        "remittance_line,  TERMINATE",
        "payment_match,    TERMINATE",
        "claim_line_aside, TERMINATE",
        "run_claim_line,   TERMINATE",
        "finding,          TERMINATE",
        "claim_other_lines, CONNECTION_LOST",
        "payment_match,    CONNECTION_LOST",
        "report_file,      CONNECTION_LOST"
    })
    void soItDoesInTheOtherSteps(String table, Fault fault) throws IOException {
        breakOff(table, fault);
        endsAsIfUndisturbed();
    }

    private void breakOff(String table, Fault fault) throws IOException {
        holdInsertsInto(table);
        Running running = recon.start("reconcile", "--month", "2026-10");
        awaitHeld(running);
        switch (fault) {
            case KILL -> running.kill();
            case TERMINATE -> running.terminate();
            case CONNECTION_LOST ->
                database.rows("select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'");
        }
        Result broken = ReconProcess.await(running);
        if (fault != Fault.KILL) {
            assertThat(broken.exit()).as(broken.err() + broken.out()).isEqualTo(60);
            // What a library says of the failure may quote a row.
            assertThat(broken.err()).doesNotContain("\tat ", "overridden by");
        }
        assertThat(recon.output().resolve("2026-10/run-2026-10.json")).doesNotExist();
        database.execute("drop trigger hold on " + table);
    }

    private void endsAsIfUndisturbed() {
        Result result = recon.run("reconcile", "--month", "2026-10");
        assertThat(result.exit()).as(result.err() + result.out()).isZero();
        assertThat(MonthContent.differences(MonthContent.of(recon.output(), OCTOBER), undisturbed))
                .isEmpty();
    }

    @Test
    void aDiskThatIsFullWhenTheReportsAreWritten() throws IOException {
        // No file may grow beyond 8 KiB, as if the disk were full.
        Result broken = ReconProcess.await(recon.startWith("ulimit -f 16", "reconcile", "--month", "2026-10"));
        assertThat(broken.exit()).as(broken.err() + broken.out()).isEqualTo(60);
        assertThat(recon.output().resolve("2026-10/run-2026-10.json")).doesNotExist();

        endsAsIfUndisturbed();
    }

    @Test
    void aWorklistThatIsSavedWhileTheReportsAreWritten() throws IOException {
        assertThat(recon.reconcile().exit()).isZero();
        Path worklist = recon.output().resolve("2026-10/underpayments-2026-10.xlsx");
        holdInsertsInto("report_file");
        Running running = recon.start("reconcile", "--month", "2026-10", "--force");
        awaitHeld(running);
        ReconcileTest.typeOwner(worklist);

        Result stopped = ReconProcess.await(running);
        assertThat(stopped.exit()).as(stopped.err() + stopped.out()).isEqualTo(60);
        assertThat(stopped.err()).contains("underpayments-2026-10.xlsx: was saved while the run was at work");
        database.execute("drop trigger hold on report_file");

        assertThat(recon.reconcile("--force").exit()).isZero();
        assertThat(ReconcileTest.owner(worklist, null)).isEqualTo("R. Tester");
    }

    @Test
    void aFileThatIsTruncated() throws IOException {
        Path file = recon.input().resolve("remittances/remittances.csv");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.lastIndexOf("CO-45") - 30) + "\"");
        Result broken = recon.run("reconcile", "--month", "2026-10");
        assertThat(broken.exit()).as(broken.err() + broken.out()).isEqualTo(31);
        assertThat(recon.run("status").out()).contains("No run is on file");
        Files.writeString(file, whole);

        endsAsIfUndisturbed();
    }

    /** Even where the same bytes are written again: half of them may have been there when it was read. */
    @ParameterizedTest
    @ValueSource(strings = {"half", "whole"})
    void aFileThatIsWrittenBeforeItIsRead(String written) throws IOException {
        Path file = recon.input().resolve("remittances/remittances.csv");
        String whole = Files.readString(file);
        holdInsertsInto("run");
        Running running = recon.start("reconcile", "--month", "2026-10");
        awaitHeld(running);
        Files.writeString(
                file, written.equals("half") ? whole.substring(0, whole.indexOf('\n', whole.length() / 2)) : whole);

        Result stopped = ReconProcess.await(running);

        assertThat(stopped.exit()).as(stopped.err() + stopped.out()).isEqualTo(30);
        assertThat(stopped.err()).contains("remittances.csv was written while the run was at work");
        assertThat(recon.run("status").out()).contains("No run is on file");
        assertThat(database.value("select count(*) from source_file")).isEqualTo("0");
        Files.writeString(file, whole);
        database.execute("drop trigger hold on run");
        endsAsIfUndisturbed();
    }

    /** The first row that goes into a table has to wait. */
    private void holdInsertsInto(String table) {
        database.execute("create sequence held");
        database.execute("""
                create function hold() returns trigger language plpgsql as
                $$ begin if nextval('held') = 1 then perform pg_sleep(%d); end if; return null; end $$""".formatted(SECONDS_HELD));
        database.execute(
                "create trigger hold after insert on " + table + " for each statement execute function hold()");
    }

    private void awaitHeld(Running running) throws IOException {
        Instant giveUp = Instant.now().plusSeconds(300);
        while (database.value("select count(*) from pg_stat_activity where wait_event = 'PgSleep'")
                .equals("0")) {
            assertThat(running.process().isAlive())
                    .as("still at work: %s", Files.readString(running.err()))
                    .isTrue();
            assertThat(Instant.now()).isBefore(giveUp);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
