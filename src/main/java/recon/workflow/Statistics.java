package recon.workflow;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Has the database count what was just written, since both plan by what they knew of a table before: PostgreSQL of how many rows it
 * has, so that a join that it takes for one of a few rows can go on for hours; H2 of how often a value comes, which it counts by
 * itself from 2,000 rows on, and supposes below, so that it reads a whole file's rows for each line of a page.
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
        String command = DatabaseDriver.fromProductName(jdbc.execute(product)) == DatabaseDriver.H2
                ? "analyze table "
                : "analyze ";
        tables.forEach(table -> jdbc.execute(command + table));
    }
}
