package recon.workflow;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Rewrites the embedded database's file after a purge, since rows that were removed stay readable in it until then. It closes the database. */
@Component
class Compaction {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    private final DataSource database;

    Compaction(DataSource database) {
        this.database = database;
    }

    void run() {
        try (Connection connection = database.getConnection()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("shutdown compact");
                }
            }
        } catch (SQLException e) {
            LOG.warn("The database's file could not be compacted: what was purged may still be readable in it");
        }
    }
}
