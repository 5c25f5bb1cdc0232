package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ConnectionsTest {

    @ParameterizedTest
    @CsvSource({"2, 0, 10", "40, 0, 84", "2, 20, 20"})
    void eachThreadHasItsConnections(int threads, int configured, int expected) {
        Settings settings =
                new Settings(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, false, "", threads, "", "", "", "");
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("settings", settings));
        try (HikariDataSource pool = new HikariDataSource()) {
            if (configured > 0) {
                pool.setMaximumPoolSize(configured);
            }

            new Connections(beans.getBeanProvider(Settings.class)).postProcessBeforeInitialization(pool, "pool");

            assertThat(pool.getMaximumPoolSize()).isEqualTo(expected);
        }
    }
}
