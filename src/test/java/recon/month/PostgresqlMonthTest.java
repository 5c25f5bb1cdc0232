package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.DatabaseKind;
import recon.TestDatabase;
import recon.month.ReconProcess.Result;

/** The sample month on a real PostgreSQL. */
class PostgresqlMonthTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String INPUT = Path.of("input").toAbsolutePath().toString();

    @TempDir
    private Path onPostgresql;

    @TempDir
    private Path onH2;

    @Test
    void theReportsAreTheSameAsOnTheEmbeddedDatabase() {
        try (TestDatabase database = DatabaseKind.POSTGRESQL.createEmpty()) {
            ReconProcess server = new ReconProcess(onPostgresql)
                    .with("RECON_DB_URL", database.url())
                    .with("RECON_DB_USER", database.user());
            ReconProcess embedded = new ReconProcess(onH2);

            Result first = server.run("reconcile", "--month", "2026-10", "--input", INPUT);
            assertThat(first.exit()).as(first.err() + first.out()).isZero();
            assertThat(embedded.run("reconcile", "--month", "2026-10", "--input", INPUT)
                            .exit())
                    .isZero();

            assertThat(MonthContent.differences(
                            MonthContent.of(server.output(), OCTOBER), MonthContent.of(embedded.output(), OCTOBER)))
                    .isEmpty();
            assertThat(server.run("reconcile", "--month", "2026-10", "--input", INPUT)
                            .out())
                    .contains("nothing has changed");
            assertThat(onPostgresql.resolve("data")).doesNotExist();
        }
    }
}
