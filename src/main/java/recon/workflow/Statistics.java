package recon.workflow;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Has the database look at what was just written, since it plans by what it knew of a table before: a join that PostgreSQL takes for
 * one of a few rows can go on for hours, and H2 reads a whole table for a month without an earlier one.
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
        DatabaseDriver database = DatabaseDriver.fromProductName(jdbc.execute(product));
        String analyze = database == DatabaseDriver.H2 ? "analyze table " : "analyze ";
        tables.forEach(table -> jdbc.execute(analyze + table));
    }
}
