package recon.workflow;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Rewrites the embedded database's file after a purge, since rows that were removed stay readable in it until then. It closes the
 * database.
 */
@Component
class Compaction {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    private final DataSource database;

    Compaction(DataSource database) {
        this.database = database;
    }

    void run() {
        try {
            if (DatabaseProduct.isH2(database)) {
                // To close what is closed by then is an error, which the template, unlike a try statement, does not
                // take for one.
                new JdbcTemplate(database).execute("shutdown compact");
            }
        } catch (DataAccessException e) {
            LOG.warn("The database's file could not be compacted: what was purged may still be readable in it");
        }
    }
}
