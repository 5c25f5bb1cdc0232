package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.DatabaseKind;
import recon.TestDatabase;
import recon.month.ReconProcess.Result;
import recon.month.ReconProcess.Running;
import recon.sample.GeneratedMonth;
import recon.verdict.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A month of ten thousand lines: each row in one bucket, and the same result however often the run is broken off. */
class LargeMonthTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final int LINES = 10_000;
    private static final long SEED = 96372;

    @TempDir
    private static Path undisturbedFolder;

    @TempDir
    private Path folder;

    private static GeneratedMonth generated;
    private static ReconProcess undisturbed;
    private static Map<String, List<List<String>>> content;

    @BeforeAll
    static void reconcileUndisturbed() throws IOException {
        undisturbed = new ReconProcess(undisturbedFolder).here();
        generated = GeneratedMonth.write(undisturbed.input(), OCTOBER, LINES, GeneratedMonth.Format.XLSX, SEED);
        Result result = undisturbed.run("reconcile", "--month", "2026-10");
        assertThat(result.exit()).as(result.err() + result.out()).isZero();
        content = MonthContent.of(undisturbed.output(), OCTOBER);
    }

    @Test
    void everyRowReadEndsInOneBucket() throws IOException {
        JsonNode run = JsonMapper.shared()
                .readTree(Files.readString(undisturbed.output().resolve("2026-10/run-2026-10.json")));
        JsonNode claims = run.at("/rows/claims");
        JsonNode remittances = run.at("/rows/remittances");

        assertThat(claims.get("inScope").asLong()).isEqualTo(generated.claimInjections());
        assertThat(claims.get("inScope").asLong() + claims.get("otherCodes").asLong())
                .isEqualTo(generated.claimLines());
        assertThat(remittances.get("duplicate").asLong()).isEqualTo(generated.duplicates());
        assertThat(remittances.get("inScope").asLong()
                        + remittances.get("duplicate").asLong())
                .isEqualTo(generated.remittanceInjections());
        assertThat(remittances.get("matched").asLong()
                        + remittances.get("unmatched").asLong())
                .isEqualTo(remittances.get("inScope").asLong());
        for (JsonNode rows : List.of(claims, remittances)) {
            long inBuckets = 0;
            for (Map.Entry<String, JsonNode> bucket : rows.properties()) {
                boolean isBucket = !List.of("read", "matched", "unmatched").contains(bucket.getKey());
                inBuckets += isBucket ? bucket.getValue().asLong() : 0;
            }
            assertThat(inBuckets).isEqualTo(rows.get("read").asLong());
        }
        assertThat(remittances.get("read").asLong() - remittances.get("banner").asLong())
                .isEqualTo(generated.remittanceRows());
    }

    @Test
    void everyVerdictIsFoundAsOftenAsItWasMade() throws IOException {
        JsonNode verdicts = JsonMapper.shared()
                .readTree(Files.readString(undisturbed.output().resolve("2026-10/run-2026-10.json")))
                .get("verdicts");

        for (Verdict verdict : Verdict.values()) {
            assertThat(verdicts.get(verdict.name()).get("count").asLong())
                    .as(verdict.name())
                    .isEqualTo(generated.verdicts().getOrDefault(verdict, 0L));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 1800})
    void aRunThatWasKilledGoesOnAndEndsAsIfUndisturbed(int millisAfterTheJobBegan) throws IOException {
        ReconProcess recon = disturbed().here();
        Running running = recon.start("reconcile", "--month", "2026-10");
        awaitTheJob(running);
        pause(Duration.ofMillis(millisAfterTheJobBegan));
        running.kill();

        Result result = recon.run("reconcile", "--month", "2026-10");

        assertThat(result.exit()).as(result.err() + result.out()).isZero();
        assertThat(MonthContent.differences(MonthContent.of(recon.output(), OCTOBER), content))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "1, 4"})
    void aRunThatWasKilledGoesOnWithAnotherNumberOfThreads(String before, String after) throws IOException {
        ReconProcess recon = disturbed().with("RECON_THREADS", before);
        Running running = recon.start("reconcile", "--month", "2026-10");
        awaitLog(running, "judge");
        pause(Duration.ofMillis(300));
        running.kill();

        Result result = recon.with("RECON_THREADS", after).run("reconcile", "--month", "2026-10");

        assertThat(result.exit()).as(result.err() + result.out()).isZero();
        assertThat(MonthContent.differences(MonthContent.of(recon.output(), OCTOBER), content))
                .isEmpty();
    }

    @Test
    void aRunThatIsAskedToEndStopsWithItsOwnExitCodeAndGoesOn() throws IOException {
        ReconProcess recon = disturbed().here();
        Running running = recon.start("reconcile", "--month", "2026-10");
        awaitTheJob(running);
        running.terminate();
        Result stopped = ReconProcess.await(running);

        assertThat(stopped.exit()).as(stopped.err() + stopped.out()).isEqualTo(60);
        assertThat(recon.output().resolve("2026-10/run-2026-10.json")).doesNotExist();

        Result result = recon.run("reconcile", "--month", "2026-10");
        assertThat(result.exit()).as(result.err() + result.out()).isZero();
        assertThat(MonthContent.differences(MonthContent.of(recon.output(), OCTOBER), content))
                .isEmpty();
    }

    @Test
    void aRunThatIsAskedToEndBeforeItHasBegunHasTheSameExitCode() throws IOException {
        ReconProcess recon = disturbed().here();
        Running running = recon.start("reconcile", "--month", "2026-10");
        awaitLog(running, "");
        running.terminate();

        assertThat(ReconProcess.await(running).exit()).isEqualTo(60);
        assertThat(recon.output()).doesNotExist();
    }

    @Test
    void aSecondRunOfTheSameDatabaseIsRefusedWhileTheFirstIsAtWork() throws IOException {
        ReconProcess recon = disturbed().here();
        Running first = recon.start("reconcile", "--month", "2026-10");
        awaitTheJob(first);

        Result second = recon.run("reconcile", "--month", "2026-10");

        assertThat(second.exit()).as(second.err()).isEqualTo(50);
        assertThat(ReconProcess.await(first).exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "8"})
    void theNumberOfThreadsChangesNothing(String threads) throws IOException {
        ReconProcess recon = disturbed().with("RECON_THREADS", threads);

        assertThat(recon.run("reconcile", "--month", "2026-10").exit()).isZero();

        assertThat(MonthContent.differences(MonthContent.of(recon.output(), OCTOBER), content))
                .isEmpty();
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void aServerComesToTheSame() throws IOException {
        try (TestDatabase database = DatabaseKind.POSTGRESQL.createEmpty()) {
            ReconProcess recon =
                    disturbed().here().with("RECON_DB_URL", database.url()).with("RECON_DB_USER", database.user());

            Result result = recon.run("reconcile", "--month", "2026-10");

            assertThat(result.exit()).as(result.err() + result.out()).isZero();
            assertThat(MonthContent.differences(MonthContent.of(recon.output(), OCTOBER), content))
                    .isEmpty();
        }
    }

    private ReconProcess disturbed() throws IOException {
        ReconProcess recon = new ReconProcess(folder);
        try (Stream<Path> files = Files.walk(undisturbed.input())) {
            for (Path file : files.toList()) {
                Path copy = recon.input()
                        .resolve(undisturbed.input().relativize(file).toString());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return recon;
    }

    /** Until the first step is at work. */
    private static void awaitTheJob(Running running) throws IOException {
        awaitLog(running, "loadFiles");
    }

    /** Until the log has a line with a word. */
    private static void awaitLog(Running running, String word) throws IOException {
        Instant giveUp = Instant.now().plusSeconds(300);
        while (Files.readAllLines(running.err()).stream().noneMatch(line -> line.contains(word))) {
            assertThat(running.process().isAlive()).as("still at work").isTrue();
            assertThat(Instant.now()).isBefore(giveUp);
            pause(Duration.ofMillis(20));
        }
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
