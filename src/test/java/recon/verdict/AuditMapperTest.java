package recon.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import recon.TestLines;
import recon.claim.ClaimLine;
import recon.match.FieldsKnown;
import recon.match.HistoryMapper;
import recon.match.StatedFields;

/** The audit's own statements, on both databases. */
@Tag("database")
class AuditMapperTest {

    @Nested
    class OnH2 extends Statements {
        @Override
        DataSource dataSource() {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:audit;DB_CLOSE_DELAY=-1");
            return h2;
        }

        @Override
        String vendor() {
            return "h2";
        }
    }

    @Nested
    class OnPostgres extends Statements {
        private EmbeddedPostgres postgres;

        @Override
        DataSource dataSource() throws IOException {
            postgres = EmbeddedPostgres.start();
            return postgres.getPostgresDatabase();
        }

        @Override
        String vendor() {
            return "postgresql";
        }

        @AfterAll
        void stop() throws IOException {
            postgres.close();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Statements {

        abstract DataSource dataSource() throws IOException;

        abstract String vendor();

        private SqlSession session() throws IOException, SQLException {
            DataSource source = dataSource();
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor())
                    .load()
                    .migrate();
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql : ROWS) {
                    statement.execute(sql);
                }
            }
            Configuration configuration =
                    new Configuration(new Environment("test", new JdbcTransactionFactory(), source));
            List.of("recon.load", "recon.match", "recon.verdict")
                    .forEach(configuration.getTypeHandlerRegistry()::register);
            for (String xml : List.of(
                    "recon/load/LineColumns.xml", "recon/match/HistoryMapper.xml", "recon/verdict/FindingMapper.xml")) {
                try (InputStream stream = Resources.getResourceAsStream(xml)) {
                    new XMLMapperBuilder(stream, configuration, xml, configuration.getSqlFragments()).parse();
                }
            }
            return new SqlSessionFactoryBuilder().build(configuration).openSession();
        }

        private static ClaimLine lineOfFile(long fileId) {
            return TestLines.claim(fileId * 1_000_000_000 + 1, "");
        }

        @Test
        void tellWhatFilesStateAndHowPredictionsCameOut() throws IOException, SQLException {
            try (SqlSession session = session()) {
                FieldsKnown known =
                        new FieldsKnown(session.getMapper(HistoryMapper.class).statedFields(1));
                assertThat(known.beside(lineOfFile(1)))
                        .isEqualTo(new StatedFields(1, true, true, true, true, true, true, true, true, true));
                assertThat(known.beside(lineOfFile(2)))
                        .as("the drug line's drug and dose are not the record of an injection")
                        .isEqualTo(new StatedFields(2, true, false, false, false, false, false, false, false, false));
                assertThat(known.beside(lineOfFile(3)))
                        .as("not on file")
                        .isEqualTo(new StatedFields(3, false, false, false, false, false, false, false, false, false));

                assertThat(AuditScore.of(session.getMapper(FindingMapper.class), 1))
                        .containsExactly(
                                new AuditScore.Row(1, "99211", "Aetna", 2, 1, 0),
                                new AuditScore.Row(2, "visit", "Aetna", 1, 1, 0));
            }
        }

        private static String run(long id) {
            return "insert into run (run_id, for_month, revision, state, inputs, ranges, started_at, actor, output_folder) "
                    + "values (%d, '2026-10', 1, 'RUNNING', 'i', 'r', timestamp '2026-11-01 00:00:00', 'test', 'out')"
                            .formatted(id);
        }

        private static String file(long id, String name, String kind) {
            return "insert into source_file values (%d, 's%d', 'r', '%s', '%s', 1, 1, '2026-10', true, 1, 0, 0, 0)"
                    .formatted(id, id, name, kind);
        }

        private static String claimLine(long id, long file, String columns, String values) {
            return ("insert into claim_line (line_id, file_id, place_unit, place, pcn, pcn_key, near_key, "
                            + "service_date, code, modifiers, units, charge, diagnoses%s) "
                            + "values (%d, %d, 'ROW', %d, 'P%d', 'P%d', 'P%d', date '2026-10-05', '96372', '', 1, 4000, %s)")
                    .formatted(columns, id, file, id, id, id, id, values);
        }

        private static String otherLines(long id, long file, boolean drug, boolean diagnoses, boolean ndc) {
            return "insert into claim_other_lines values (%d, %d, %d, 'P%d', null, date '2026-10-05', 1, 4000, false, %b, %b, %b, '')"
                    .formatted(id, id, file, id, drug, diagnoses, ndc);
        }

        private static String finding(long id, long remittance, String verdict) {
            return ("insert into finding (run_id, finding_id, claim_line_id, remittance_line_id, verdict, payer, payer_class, "
                            + "service_date, modifiers, billed, why, trace) "
                            + "values (1, %d, %d, %s, '%s', 'Aetna', 'PRIVATE', date '2026-10-05', '', 4000, '', '')")
                    .formatted(id, id, remittance == 0 ? "null" : remittance, verdict);
        }

        private static String audit(long line, int rule, String title, String predicted, boolean hold) {
            return "insert into audit_finding values (1, %d, %d, '%s', 'seen', '%s', 'likely', %b)"
                    .formatted(line, rule, title, predicted, hold);
        }

        private static final List<String> ROWS = List.of(
                run(1),
                run(2),
                file(1, "full.csv", "claims"),
                file(2, "bare.csv", "claims"),
                file(3, "not-on-file.csv", "claims"),
                file(4, "payer.csv", "remittances"),
                "insert into run_on_file values (1, 1, true), (1, 2, false), (2, 3, true)",
                claimLine(11, 1, ", ndc, administered, drug", "'E53.8', null, false, 'B12'"),
                claimLine(12, 1, ", dose, route, site", "'', '1 mg', 'IM', 'arm'"),
                otherLines(13, 1, true, false, true),
                claimLine(21, 2, "", "''"),
                otherLines(22, 2, false, false, false),
                otherLines(31, 3, true, true, true),
                "insert into remittance_line (line_id, file_id, place_unit, place, posted_on, match_key, service_date, code, "
                        + "modifiers, billed, paid, adjustments, remark_codes) values (41, 4, 'ROW', 2, date '2026-10-20', 'P11', "
                        + "date '2026-10-05', '96372', '', 4000, 0, 'CO-97:40.00', 'M14 N1')",
                finding(11, 41, "DENIED"),
                finding(12, 0, "NO_RESPONSE"),
                audit(11, 1, "99211", "97", false),
                audit(11, 2, "visit", "5, M14", false),
                audit(11, 16, "record", "112", true),
                audit(12, 1, "99211", "97", false),
                audit(21, 1, "99211", "97", false));
    }
}
