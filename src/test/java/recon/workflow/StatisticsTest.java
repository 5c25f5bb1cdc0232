package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.DatabaseKind;
import recon.StagedLines;
import recon.TestDatabase;
import recon.load.SourceFile;

@Tag("database")
class StatisticsTest {

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theServerKnowsHowMuchWasJustWritten(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", YearMonth.of(2026, 10));
            for (int n = 0; n < 30; n++) {
                lines.add(file, StagedLines.claim("A" + n));
            }

            new Statistics(database.dataSource()).gather(List.of("claim_line", "run_claim_line"));

            if (kind == DatabaseKind.POSTGRESQL) {
                assertThat(database.value("select reltuples from pg_class where oid = 'claim_line'::regclass"))
                        .isEqualTo("30.0");
            }
            assertThat(database.value("select count(*) from claim_line")).isEqualTo("30");
        }
    }
}
