package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.DatabaseKind;
import recon.StagedLines;
import recon.TestDatabase;
import recon.load.SourceFile;
import recon.month.ReconProcess.Result;
import recon.sample.GeneratedMonth;
import recon.verdict.Verdict;

/**
 * One database over a long time. {@code -Dmonths=24} and {@code -Dreruns=50} make it a soak; what each run took is then in the test's
 * output.
 */
class MonthAfterMonthTest {

    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final int MONTHS = Integer.getInteger("months", 3);
    private static final int RERUNS = Integer.getInteger("reruns", 3);
    private static final int LINES = 2_000;
    private static final Pattern TOTALS = Pattern.compile("(?s)\"rows\".*\"reports\"");

    @TempDir
    private Path folder;

    @Test
    void monthAfterMonthIsReconciledInOneDatabaseAndASmallHeap() throws IOException {
        ReconProcess recon = new ReconProcess(folder).withJvmOption("-Xmx256m");
        for (int n = 0; n < MONTHS; n++) {
            YearMonth month = FIRST.plusMonths(n);
            Path input = folder.resolve("input-" + month);
            GeneratedMonth.write(input, month, LINES, GeneratedMonth.Format.CSV, n);
            long begun = System.nanoTime();

            Result result = recon.run("reconcile", "--month", month.toString(), "--input", input.toString());

            assertThat(result.exit()).as(result.err() + result.out()).isZero();
            System.out.printf(
                    "%s: %d ms, database %,d KiB%n",
                    month,
                    (System.nanoTime() - begun) / 1_000_000,
                    Files.size(folder.resolve("data/recon96372.mv.db")) / 1024);
        }
    }

    @Test
    void reconcilingAgainLeavesTheSameTotals() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        GeneratedMonth.write(recon.input(), FIRST, 500, GeneratedMonth.Format.CSV, 1);
        assertThat(recon.run("reconcile", "--month", FIRST.toString()).exit()).isZero();
        String totals = totals(recon);
        Map<String, List<List<String>>> content = MonthContent.of(recon.output(), FIRST);

        for (int n = 0; n < RERUNS; n++) {
            Result again = recon.run("reconcile", "--month", FIRST.toString(), "--force");
            assertThat(again.exit()).as(again.err() + again.out()).isZero();
            assertThat(totals(recon)).isEqualTo(totals);
        }

        assertThat(MonthContent.differences(MonthContent.of(recon.output(), FIRST), content))
                .isEmpty();
        assertThat(Files.readString(recordOf(recon))).contains("\"revision\" : " + (RERUNS + 1));
    }

    private static Path recordOf(ReconProcess recon) {
        return recon.output().resolve(FIRST + "/run-" + FIRST + ".json");
    }

    private static String totals(ReconProcess recon) throws IOException {
        Matcher totals = TOTALS.matcher(Files.readString(recordOf(recon)));
        assertThat(totals.find()).isTrue();
        return totals.group();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aDatabaseOfTheFirstReleaseIsUpgradedWithWhatItHolds(DatabaseKind kind) {
        ReconProcess recon = new ReconProcess(folder).here();
        try (TestDatabase database =
                kind == DatabaseKind.H2 ? kind.open("jdbc:h2:file:" + folder.resolve("first")) : kind.createEmpty()) {
            recon.with("RECON_DB_URL", database.url()).with("RECON_DB_USER", database.user());
            kind.flyway(database.dataSource(), "3?").migrate();
            // What is staged today has no such column, and findings are written with columns that have come since.
            database.execute("alter table claim_line alter column injection set default true");
            StagedLines lines = new StagedLines(database);
            SourceFile september = lines.file(1, "CLAIMS", "c9.csv", YearMonth.of(2026, 9));
            long open = lines.add(september, StagedLines.claim("OPEN1").charge("40.00"));
            long settled = lines.add(september, StagedLines.claim("SETTLED2").charge("40.00"));
            lines.run(1, "2026-09", september);
            found(database, open, Verdict.DENIED, 0);
            found(database, settled, Verdict.IN_RANGE, 3000);
            lines.complete(1);
        }
        new PlainMonth()
                .claim("NEW3")
                .payment("NEW3", "allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00")
                .write(recon.input());

        assertThat(recon.run("status").out()).contains("2026-09 revision 1");
        Result october = recon.run("reconcile", "--month", "2026-10");

        assertThat(october.exit()).as(october.err() + october.out()).isZero();
        assertThat(MonthContent.table(
                        MonthContent.of(recon.output(), YearMonth.of(2026, 10)), "reconciliation / All lines"))
                .extracting(line -> line.get("Claim") + " " + line.get("Verdict"))
                .containsExactlyInAnyOrder("NEW3 IN_RANGE", "OPEN1 NO_RESPONSE");
    }

    private static void found(TestDatabase database, long line, Verdict verdict, long allowedCents) {
        database.execute("""
                insert into finding (run_id, finding_id, claim_line_id, verdict, payer, payer_class, service_date, modifiers, billed, allowed,
                  why, trace)
                values (1, %1$d, %1$d, '%2$s', 'Acme Health', 'PRIVATE', date '2026-09-05', '', 4000, %3$d, '', '')
                """.formatted(line, verdict, allowedCents));
    }
}
