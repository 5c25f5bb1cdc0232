package recon.workflow;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which of the supported databases it is, for the few who must know. */
final class DatabaseProduct {

    private DatabaseProduct() {}

    static boolean isH2(DataSource database) {
        ConnectionCallback<String> product =
                connection -> connection.getMetaData().getDatabaseProductName();
        return DatabaseDriver.fromProductName(new JdbcTemplate(database).execute(product)) == DatabaseDriver.H2;
    }
}
