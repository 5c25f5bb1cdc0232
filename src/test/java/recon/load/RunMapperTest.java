package recon.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static recon.StagedLines.claim;
import static recon.StagedLines.digest;
import static recon.StagedLines.payment;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.DatabaseKind;
import recon.StagedLines;
import recon.TestDatabase;
import recon.verdict.Verdict;

@Tag("database")
class RunMapperTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aRunComesBackAsItWasBegunAndAsItEnded(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            Run begun = new Run(
                    7,
                    OCTOBER,
                    2,
                    Run.State.RUNNING,
                    digest('c', 7),
                    digest('d', 7),
                    LocalDateTime.of(2026, 11, 2, 3, 0, 0, 123_456_000),
                    null,
                    null,
                    null,
                    "o'brien",
                    "late file of \"Acme\"",
                    "output/2026-10");
            LocalDateTime finishedAt = LocalDateTime.of(2026, 11, 2, 3, 1, 2);

            database.tell(RunMapper.class, runs -> runs.insert(begun));
            Run running = find(database, 7);
            database.tell(RunMapper.class, runs -> runs.complete(7, finishedAt, "rejected-rows", 10));

            assertThat(running).isEqualTo(begun);
            assertThat(find(database, 7))
                    .isEqualTo(new Run(
                            7,
                            OCTOBER,
                            2,
                            Run.State.COMPLETE,
                            begun.inputs(),
                            begun.ranges(),
                            begun.startedAt(),
                            finishedAt,
                            "rejected-rows",
                            10,
                            "o'brien",
                            begun.reason(),
                            "output/2026-10"));
            assertThat(find(database, 8)).isNull();
            assertThat(database.rows(
                            "select run_id, for_month, revision, state, started_at, finished_at, exit_code from run"))
                    .containsExactly(
                            "7 | 2026-10 | 2 | COMPLETE | 2026-11-02 03:00:00.123456 | 2026-11-02 03:01:02.0 | 10");
        }
    }

    private static @Nullable Run find(TestDatabase database, long runId) {
        return database.ask(RunMapper.class, runs -> runs.find(runId));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void runsAreNumberedOnwardAndListedByMonth(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            assertThat(database.ask(RunMapper.class, RunMapper::lastRunId)).isZero();

            lines.run(1, "2026-10");
            lines.run(2, "2026-09");
            lines.run(3, "2026-10");

            assertThat(database.ask(RunMapper.class, RunMapper::lastRunId)).isEqualTo(3);
            assertThat(ids(database.list(RunMapper.class, RunMapper::all))).containsExactly(2L, 1L, 3L);
            assertThat(ids(database.list(RunMapper.class, runs -> runs.ofMonth(OCTOBER))))
                    .containsExactly(1L, 3L);
        }
    }

    private static List<Long> ids(List<Run> runs) {
        return runs.stream().map(Run::runId).toList();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aMonthBuildsOnTheLatestCompleteRevisionOfEachEarlierMonth(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            lines.run(1, "2026-08");
            lines.complete(1);
            lines.run(2, "2026-09");
            lines.complete(2);
            lines.run(3, "2026-09");
            lines.complete(3);
            // Never completed: it must not hide revision 3.
            lines.run(4, "2026-09");
            lines.run(5, "2026-10");
            lines.complete(5);
            lines.run(6, "2026-11");
            lines.complete(6);

            assertThat(ids(database.list(RunMapper.class, runs -> runs.basis(OCTOBER))))
                    .containsExactly(1L, 3L);
            assertThat(ids(database.list(RunMapper.class, runs -> runs.basis(NOVEMBER))))
                    .containsExactly(1L, 3L, 5L);
            assertThat(ids(database.list(RunMapper.class, runs -> runs.basis(YearMonth.of(2026, 8)))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theFilesOfEarlierMonthsStayOnFileExceptWhereTheRunHasTheSameContentItself(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile september = lines.file(1, "CLAIMS", "september.csv", SEPTEMBER);
            SourceFile superseded = lines.file(2, "CLAIMS", "withdrawn.csv", SEPTEMBER);
            SourceFile both = lines.file(3, "CLAIMS", "both.csv", SEPTEMBER);
            lines.run(1, "2026-09", september, superseded, both);
            lines.complete(1);
            lines.run(2, "2026-09", september, both);
            lines.complete(2);
            SourceFile october = lines.file(4, "REMITTANCES", "october.csv", OCTOBER);
            // The content of both.csv again, read by other column profiles since.
            SourceFile readAnew = lines.file(5, "CLAIMS", "both.csv", OCTOBER, both.sha256());

            lines.run(3, "2026-10", october, readAnew);

            assertThat(database.rows("select file_id, own from run_on_file where run_id = 3 order by 1"))
                    .containsExactly("1 | false", "4 | true", "5 | true");
            assertThat(database.rows("select basis_run_id, basis_month from run_basis where run_id = 3 order by 1"))
                    .containsExactly("2 | 2026-09", "3 | 2026-10");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aFileOnFileThroughSeveralMonthsIsInheritedOnce(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "all-year.csv", SEPTEMBER);
            lines.run(1, "2026-09", file);
            lines.complete(1);
            SourceFile readAnew = lines.file(2, "CLAIMS", "all-year.csv", OCTOBER, file.sha256());
            lines.run(2, "2026-10", readAnew);
            lines.complete(2);

            lines.run(3, "2026-11");

            // Its lines would count twice under two numbers: the later reading stands.
            assertThat(database.rows("select file_id, own from run_on_file where run_id = 3"))
                    .containsExactly("2 | false");
        }
    }

    /** H2 looked through all of the run's files for each of them. */
    @Test
    void thousandsOfFilesAreInheritedInSeconds() {
        try (TestDatabase database = DatabaseKind.H2.create()) {
            StagedLines lines = new StagedLines(database);
            database.execute(
                    "insert into source_file (file_id, sha256, reading, name, kind, size_bytes, first_run, first_month,"
                            + " loaded, rows_read, billed, allowed, paid)"
                            + " select x, lpad(x, 64, '0'), lpad('0', 64, '0'), 'f' || x, 'CLAIMS', 1, 1, '2026-09', true, 1, 0, 0, 0"
                            + " from system_range(1, 6000)");
            lines.run(1, "2026-09");
            enter(database, 1, 1, 3000);
            lines.complete(1);
            lines.run(2, "2026-10");
            database.execute("delete from run_on_file where run_id = 2");
            enter(database, 2, 2001, 6000);

            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> database.tell(RunMapper.class, runs -> runs.inheritFiles(2)));

            assertThat(
                            database.value(
                                    "select count(*) || ' ' || min(file_id) || ' ' || max(file_id) from run_on_file where run_id = 2 and not own"))
                    .isEqualTo("2000 1 2000");
        }
    }

    private static void enter(TestDatabase database, long runId, long firstFile, long lastFile) {
        database.execute(
                "insert into run_file (run_id, ordinal, file_id, name, size_bytes) select %d, x, x, 'f' || x, 1 from system_range(%d, %d)"
                        .formatted(runId, firstFile, lastFile));
        database.execute("insert into run_on_file (run_id, file_id, own) select %d, x, true from system_range(%d, %d)"
                .formatted(runId, firstFile, lastFile));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aRunsFilesComeBackInTheirOrderWithWhatTheyAreCopiesOf(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "b.csv", OCTOBER);
            lines.run(1, "2026-10");
            RunFile copy = new RunFile(1, 2, 1, "c.csv", 1001, "b.csv");
            RunFile original = new RunFile(1, 1, 1, file.name(), 1001, null);

            database.tell(RunMapper.class, runs -> {
                runs.insertFile(copy);
                runs.insertFile(original);
            });

            assertThat(database.list(RunMapper.class, runs -> runs.files(1))).containsExactly(original, copy);
            assertThat(database.rows("select ordinal, file_id, name, size_bytes, copy_of from run_file order by 1"))
                    .containsExactly("1 | 1 | b.csv | 1001 | null", "2 | 1 | c.csv | 1001 | b.csv");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aForgottenRunLeavesNothingAndOtherRunsKeepAll(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "a.csv", OCTOBER);
            long claimLine = lines.add(file, claim("A1"));
            long payment = lines.add(file, payment("A1"));
            for (long runId = 1; runId <= 2; runId++) {
                lines.run(runId, "2026-10", file);
                fillEveryTable(database, lines, runId, claimLine, payment);
            }

            database.tell(RunMapper.class, runs -> runs.forget(2));

            for (String table : RunMapper.TABLES) {
                assertThat(database.rows("select distinct run_id from " + table))
                        .as(table)
                        .containsExactly("1");
            }
            assertThat(database.rows("select run_id from run")).containsExactly("1");
            assertThat(database.value("select count(*) from claim_line")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyTableWithARunOfItsOwnIsClearedWithIt(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            List<String> tables = database.rows("select lower(table_name) from information_schema.columns"
                    + " where lower(column_name) = 'run_id' and lower(table_schema) = 'public' order by 1");

            tables.remove("run");
            assertThat(RunMapper.TABLES).containsExactlyInAnyOrderElementsOf(tables);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void reportsStandInTheOrderOfTheirCodePointsWhateverTheServersLocale(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            new StagedLines(database).run(1, "2026-10");
            List<String> names = List.of("letters/B.docx", "letters/_.docx", "letters/a.docx", "run-2026-10.html");
            database.tell(RunMapper.class, runs -> List.of(3, 2, 0, 1)
                    .forEach(n -> runs.insertReport(1, names.get(n), digest('f', n))));

            assertThat(database.list(RunMapper.class, runs -> runs.reports(1)))
                    .extracting(RunMapper.Report::name)
                    .isEqualTo(names);
            if (kind == DatabaseKind.POSTGRESQL) {
                assertThat(database.value("select collation_name from information_schema.columns"
                                + " where table_name = 'report_file' and column_name = 'name'"))
                        .isEqualTo("C");
            }
        }
    }

    private static void fillEveryTable(
            TestDatabase database, StagedLines lines, long runId, long claimLine, long payment) {
        lines.matched(runId, payment, claimLine, true);
        lines.aside(runId, claimLine, 9);
        lines.found(runId, claimLine, Verdict.IN_RANGE, "20.00");
        database.tell(RunMapper.class, runs -> runs.insertReport(runId, "run.json", digest('f', runId)));
        database.tell(RunMapper.class, runs -> runs.insertRemark(runId, 1, 1, "a remark", true));
        database.execute("insert into run_match_key values (" + runId + ", 1, 'A1')");
        database.execute("insert into run_claim_line values (" + runId + ", " + claimLine + ")");
        database.execute("insert into control_total values (" + runId + ", 1, 'a = b', 'ROWS', 1, 1)");
        database.execute("insert into audit_finding values (" + runId + ", " + claimLine
                + ", 1, 'title', 'evidence', '97', 'likely', false)");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theLatestEventOfAMonthCounts(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            LocalDateTime at = LocalDateTime.of(2026, 11, 5, 8, 0);
            MonthEvent closed = new MonthEvent(1, OCTOBER, MonthEvent.Action.CLOSED, at, "ann", null);
            MonthEvent reopened =
                    new MonthEvent(2, OCTOBER, MonthEvent.Action.REOPENED, at.plusDays(1), "bob", "late 835");
            MonthEvent other = new MonthEvent(3, SEPTEMBER, MonthEvent.Action.CLOSED, at, "ann", null);
            assertThat(database.ask(RunMapper.class, RunMapper::lastEventId)).isZero();

            database.tell(
                    RunMapper.class, runs -> List.of(reopened, closed, other).forEach(runs::insertEvent));

            assertThat(database.ask(RunMapper.class, RunMapper::lastEventId)).isEqualTo(3);
            assertThat(lastEvent(database, OCTOBER)).isEqualTo(reopened);
            assertThat(lastEvent(database, SEPTEMBER)).isEqualTo(other);
            assertThat(lastEvent(database, NOVEMBER)).isNull();
            assertThat(database.rows("select event_id, for_month, action, actor, reason from month_event order by 1"))
                    .containsExactly(
                            "1 | 2026-10 | CLOSED | ann | null",
                            "2 | 2026-10 | REOPENED | bob | late 835",
                            "3 | 2026-09 | CLOSED | ann | null");
        }
    }

    private static @Nullable MonthEvent lastEvent(TestDatabase database, YearMonth month) {
        return database.ask(RunMapper.class, runs -> runs.lastEvent(month));
    }
}
