package recon.workflow;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL count what was just written, since it plans by what it knew of a table before: a join that it takes for one of a few
 * rows can go on for hours. H2 plans by what is there.
 */
@Component
class Statistics {

    private final JdbcTemplate jdbc;

    Statistics(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    void gather(List<String> tables) {
        ConnectionCallback<String> product =
                connection -> connection.getMetaData().getDatabaseProductName();
        if (DatabaseDriver.fromProductName(jdbc.execute(product)) == DatabaseDriver.POSTGRESQL) {
            tables.forEach(table -> jdbc.execute("analyze " + table));
        }
    }
}
