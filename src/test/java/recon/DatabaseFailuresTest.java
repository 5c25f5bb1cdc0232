package recon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.workflow.ExitCode;
import recon.workflow.StopException;

/** Whether a database that cannot be opened may do later, or somebody has to mend something. */
class DatabaseFailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "57P02", "57P03", "53100", "53200", "53300"})
    void aServerThatIsRestartedOrFullMayDoLater(String state) {
        assertThat(exit(new SQLException("secret", state))).isEqualTo(ExitCode.INTERRUPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "90067"})
    void aServerThatIsNotThereMayDoLater(String state) {
        assertThat(exit(new SQLException("secret", state, new ConnectException("refused"))))
                .isEqualTo(ExitCode.INTERRUPTED);
        assertThat(exit(new SQLException("secret", state, new UnknownHostException("db"))))
                .isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void anAddressOrACertificateThatIsWrongIsToBeMended() {
        assertThat(exit(new SQLException("Invalid sslmode value", "08001"))).isEqualTo(ExitCode.WRONG_SETUP);
        IOException untrusted = new SSLHandshakeException("no path to a certificate");
        assertThat(exit(new SQLException("SSL error", "08006", untrusted))).isEqualTo(ExitCode.WRONG_SETUP);
        IOException missing = new FileNotFoundException("ca.pem");
        assertThat(exit(new SQLException("SSL root certificate", "08006", missing)))
                .isEqualTo(ExitCode.WRONG_SETUP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3D000", "28000", "28P01", "42501", "08004", "08P01", "57P04"})
    void whatTheServerRefusesIsToBeMended(String state) {
        assertThat(exit(new SQLException("secret", state))).isEqualTo(ExitCode.WRONG_SETUP);
    }

    private static ExitCode exit(SQLException cause) {
        RuntimeException told = DatabaseFailures.explain(new IllegalStateException("the pool", cause));
        assertThat(told).isInstanceOf(StopException.class).hasMessageNotContaining("secret");
        return ((StopException) told).exit();
    }
}
