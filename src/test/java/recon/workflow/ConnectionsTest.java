package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ConnectionsTest {

    @ParameterizedTest
    @CsvSource({"2, 0, 10", "40, 0, 84", "2, 20, 20"})
    void eachThreadHasItsConnections(int threads, int configured, int expected) {
        try (HikariDataSource pool = new HikariDataSource()) {
            if (configured > 0) {
                pool.setMaximumPoolSize(configured);
            }

            connections(threads).postProcessBeforeInitialization(pool, "pool");

            assertThat(pool.getMaximumPoolSize()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            nullValues = "none",
            value = {
                "jdbc:postgresql://db.example.org/recon, none, set lock_timeout = '5min'",
                "jdbc:postgresql://db.example.org/recon, set role recon, set role recon",
                "jdbc:h2:mem:recon, none, none"
            })
    void onPostgresqlNoneWaitsWithoutEndForWhatAHangingProcessHolds(
            String url, @Nullable String configured, @Nullable String expected) {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            pool.setConnectionInitSql(configured);

            connections(2).postProcessBeforeInitialization(pool, "pool");

            assertThat(pool.getConnectionInitSql()).isEqualTo(expected);
        }
    }

    private static Connections connections(int threads) {
        Settings settings =
                new Settings(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, false, "", threads, "", "", "", "");
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("settings", settings));
        return new Connections(beans.getBeanProvider(Settings.class));
    }
}
