package recon.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL that the job works on in place of the embedded database. Like that, it leaves it to the system when the disk is written. */
final class PostgresqlServer implements AutoCloseable {

    /** Linux counts in hundredths whatever its clock. */
    private static final double TICKS_A_SECOND = 100;

    private static final long POLLED_EVERY_MILLIS = 100;

    private final EmbeddedPostgres server;
    private final Path data;

    PostgresqlServer(Path folder) throws IOException {
        data = folder.resolve("data");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(true)
                .start();
    }

    /** A database anew, as the job's environment names it. */
    Map<String, String> newDatabase() throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists recon");
            statement.execute("create database recon");
        } catch (SQLException e) {
            throw new IOException("the database cannot be made", e);
        }
        return Map.of(
                "RECON_DB_URL",
                server.getJdbcUrl("postgres", "recon") + "&reWriteBatchedInserts=true",
                "RECON_DB_USER",
                "postgres");
    }

    /**
     * User and system time of the server and of those of its processes that have ended, as that of the job's own connections has; 0 where
     * the system is not Linux.
     */
    double cpuSeconds() throws IOException, InterruptedException {
        awaitEndOfConnections();
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        Path stat = Path.of("/proc", pid, "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String line = Files.readString(stat);
        String[] afterName = line.substring(line.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int time = 11; time < 15; time++) {
            ticks += Long.parseLong(afterName[time]);
        }
        return ticks / TICKS_A_SECOND;
    }

    private void awaitEndOfConnections() throws IOException, InterruptedException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            while (isConnected(statement)) {
                Thread.sleep(POLLED_EVERY_MILLIS);
            }
        } catch (SQLException e) {
            throw new IOException("the server does not answer", e);
        }
    }

    private static boolean isConnected(Statement statement) throws SQLException {
        try (ResultSet jobs = statement.executeQuery(
                "select 1 from pg_stat_activity where datname = 'recon' and backend_type = 'client backend'")) {
            return jobs.next();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
