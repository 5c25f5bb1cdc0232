package recon;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The databases that the product runs on, each as a real one. */
public enum DatabaseKind {
    H2 {
        @Override
        String newUrl() {
            return "jdbc:h2:mem:recon" + NUMBER.incrementAndGet();
        }

        @Override
        String user() {
            return "sa";
        }
    },

    POSTGRESQL {
        @Override
        String newUrl() {
            String name = "recon" + NUMBER.incrementAndGet();
            execute(Server.ONE.getPostgresDatabase(), "create database " + name);
            return Server.ONE.getJdbcUrl("postgres", name);
        }

        @Override
        String user() {
            return "postgres";
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** One server for all tests of a virtual machine, started by the first that asks for it. */
    private static final class Server {
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * URL of a database that nobody else uses and that holds nothing yet. On H2 it goes with its last connection, on PostgreSQL with
     * the virtual machine.
     */
    abstract String newUrl();

    abstract String user();

    /** A database of its own with the product's tables, and nothing in them. */
    public TestDatabase create() {
        TestDatabase database = createEmpty();
        flyway(database.dataSource()).migrate();
        return database;
    }

    /** A database of its own without tables. */
    public TestDatabase createEmpty() {
        return open(newUrl());
    }

    /** The database at a place of its own. */
    public TestDatabase open(String url) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(url);
        dataSource.setUsername(user());
        dataSource.setPassword("");
        dataSource.setMaximumPoolSize(4);
        return new TestDatabase(dataSource);
    }

    /** The product's migrations, upon a database. */
    public Flyway flyway(DataSource dataSource) {
        return flyway(dataSource, "latest");
    }

    /** The product's migrations up to a version; with {@code ?} at its end, that version need not be there. */
    public Flyway flyway(DataSource dataSource, String version) {
        String vendor = name().toLowerCase(Locale.ROOT);
        return Flyway.configure()
                .dataSource(dataSource)
                .target(version)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .load();
    }

    static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
