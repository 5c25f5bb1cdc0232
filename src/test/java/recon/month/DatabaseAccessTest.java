package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.month.ReconProcess.Result;

/** How the database is reached, and who else can read it. */
class DatabaseAccessTest {

    @TempDir
    private Path folder;

    private ReconProcess recon;

    @BeforeEach
    void writeTheMonth() {
        recon = new ReconProcess(folder);
        PlainMonth.ofOneLine().write(recon.input());
    }

    private Result reconcile() {
        return recon.run("reconcile", "--month", "2026-10");
    }

    private static void refused(Result result, String... expected) {
        assertThat(result.exit()).as(result.err() + result.out()).isEqualTo(40);
        assertThat(result.err()).contains(expected).doesNotContain("\tat ");
    }

    @Test
    void theEmbeddedDatabaseAndTheReportsAreTheirOwnersAlone() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        recon.withJvmOption("-Djava.io.tmpdir=" + temporary);
        assertThat(reconcile().exit()).isZero();
        assertThat(temporary)
                .as("rows on their way into a workbook lie beside it")
                .isDirectoryNotContaining("glob:**{poifiles,recon-*}");

        assertThat(permissions("data")).isEqualTo("rwx------");
        assertThat(permissions("data/recon96372.mv.db")).isEqualTo("rw-------");
        assertThat(permissions("output/2026-10")).isEqualTo("rwx------");
        assertThat(permissions("output/2026-10/denials-2026-10.xlsx")).isEqualTo("rw-------");
        assertThat(permissions("output/2026-10/run-2026-10.json")).isEqualTo("rw-------");
        assertThat(folder.resolve("output/2026-10")).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void aNewDatabaseThatTheDiskHasNoRoomForIsMadeAnew() throws IOException {
        // No file may grow beyond 300 KiB.
        Result full = ReconProcess.await(recon.startWith("ulimit -f 600", "reconcile", "--month", "2026-10"));
        assertThat(full.exit()).as(full.err()).isEqualTo(60);
        assertThat(full.err()).contains("the database's file cannot be written: see that its disk has room");
        assertThat(folder.resolve("data/recon96372.mv.db")).doesNotExist();

        assertThat(reconcile().exit()).isZero();
    }

    @Test
    void anEmbeddedDatabaseElsewhereIsItsOwnersAloneTooAndLosesNoCommittedChunk() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("elsewhere/month");
        recon.with("RECON_DB_URL", url);
        Result result = reconcile();
        assertThat(result.exit()).as(result.err()).isZero();

        assertThat(permissions("elsewhere/month.mv.db")).isEqualTo("rw-------");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet setting = statement.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            assertThat(setting.next()).isTrue();
            assertThat(setting.getInt(1)).isZero();
        }
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    @Test
    void aKeyEncryptsTheEmbeddedDatabase() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "horse-battery\n");
        recon.with("RECON_DB_KEY_FILE", key.toString());
        Result first = reconcile();
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(reconcile().out()).contains("nothing has changed");
        assertThat(Files.readString(folder.resolve("data/recon96372.mv.db"), StandardCharsets.ISO_8859_1))
                .doesNotContain("TESTA1");

        Files.writeString(key, "another\n");
        refused(reconcile(), "RECON_DB_KEY_FILE");
        Files.writeString(key, "two words\n");
        refused(reconcile(), "RECON_DB_KEY_FILE", "one word");
        recon.with("RECON_DB_KEY_FILE", "");
        refused(reconcile(), "RECON_DB_KEY_FILE");
        recon.with("RECON_DB_KEY_FILE", folder.resolve("nowhere").toString());
        refused(reconcile(), "RECON_DB_KEY_FILE", "nowhere");
    }

    @Test
    void aServerIsReachedByTlsWithAPasswordFromAFile() throws Exception {
        Path certificate = folder.resolve("server.crt");
        Path key = folder.resolve("server.key");
        makeCertificate(certificate, key);
        Path access = Files.writeString(
                folder.resolve("pg_hba.conf"),
                "hostssl all recon all scram-sha-256\nhost all postgres all trust\nlocal all all trust\n");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.toString())
                .setServerConfig("ssl_key_file", key.toString())
                .setServerConfig("hba_file", access.toString())
                .start()) {
            execute(server, "create role recon login password 'right horse'");
            execute(server, "create database reconciled owner recon");
            Path password = Files.writeString(folder.resolve("password"), "right horse\n");
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/reconciled?sslmode=";
            recon.with("RECON_DB_URL", url + "verify-full&sslrootcert=" + certificate)
                    .with("RECON_DB_USER", "recon")
                    .with("RECON_DB_PASSWORD_FILE", password.toString());

            Result result = reconcile();
            assertThat(result.exit()).as(result.err() + result.out()).isZero();

            Files.writeString(password, "wrong\n");
            refused(reconcile(), "RECON_DB_PASSWORD");
            Files.writeString(password, "right horse\n");
            recon.with("RECON_DB_URL", url + "disable");
            refused(reconcile(), "RECON_DB_URL");
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A certificate of localhost, signed by itself, as the JDK's own tool makes it. */
    private void makeCertificate(Path certificate, Path key)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        writePem(certificate, "CERTIFICATE", keys.getCertificate("server").getEncoded());
        writePem(
                key,
                "PRIVATE KEY",
                keys.getKey("server", "changeit".toCharArray()).getEncoded());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    private static void writePem(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
    }
}
