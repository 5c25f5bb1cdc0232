package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.DatabaseKind;
import recon.TestDatabase;

class ReopenedMonthTest {

    @TempDir
    private Path folder;

    @Test
    void aMonthIsNotClosedOverARunThatWasBrokenOffAndAReopenedOneNotGoneOnWithForAnotherReason() {
        try (TestDatabase database = DatabaseKind.POSTGRESQL.create()) {
            ReconProcess recon = new ReconProcess(folder)
                    .here()
                    .with("RECON_DB_URL", database.url())
                    .with("RECON_DB_USER", database.user());
            new PlainMonth().claim("A1").write(recon.input());
            assertThat(recon.reconcile().exit()).isZero();
            new PlainMonth()
                    .claim("A1")
                    .payment("A1", "allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00")
                    .write(recon.input());
            database.execute(
                    "create function fail() returns trigger language plpgsql as $$ begin raise 'a test'; end $$");
            database.execute("create trigger fail before insert on finding for each statement execute function fail()");
            assertThat(recon.reconcile().exit()).isEqualTo(60);
            ReconProcess.Result refused = recon.run("close", "--month", "2026-10");
            assertThat(refused.exit()).isEqualTo(40);
            assertThat(refused.err())
                    .contains(
                            "revision 2 of 2026-10 was broken off: reconcile goes on with it; run that before the month is closed");

            database.execute("alter table finding disable trigger fail");
            assertThat(recon.reconcile().exit()).isZero();
            assertThat(recon.run("close", "--month", "2026-10").exit()).isZero();
            database.execute("alter table finding enable trigger fail");
            assertThat(recon.reconcile("--reopen", "another reason").exit()).isEqualTo(60);
            database.execute("drop trigger fail on finding");

            assertThat(recon.reconcile("--reopen", "late file").exit()).isZero();

            assertThat(database.value("select reason from month_event where action = 'REOPENED'"))
                    .isEqualTo("late file");
        }
    }
}
