package recon.workflow;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Has the database count what was just written, since both plan by what they knew of a table before: PostgreSQL of how many rows it
 * has, so that a join that it takes for one of a few rows can go on for hours; H2 of how often a value comes, which it counts by
 * itself from 2,000 rows on, and supposes below, so that it reads a whole file's rows for each line of a page.
 */
@Component
class Statistics {

    private final DataSource database;

    Statistics(DataSource database) {
        this.database = database;
    }

    void gather(List<String> tables) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        String command = DatabaseProduct.isH2(database) ? "analyze table " : "analyze ";
        tables.forEach(table -> jdbc.execute(command + table));
    }
}
