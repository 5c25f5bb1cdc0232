package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.DatabaseKind;
import recon.TestDatabase;
import recon.month.ReconProcess.Result;

/** Patient data of settled lines is removed; what is open is carried on as if nothing had been removed. */
class PurgeTest {

    private static final String[] PAID = {"allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00"};

    @TempDir
    private Path folder;

    @Test
    void whatIsSettledGoesAndWhatIsOpenStays() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("SETTLED1", dated("2026-08-05"))
                .claim("SETTLED1", dated("2026-08-05", "line_number", "2", "procedure_code", "99213"))
                .claim("DENIED2", dated("2026-08-05"))
                .payment("SETTLED1", decided("2026-08-20", "2026-08-05", PAID))
                .payment("DENIED2", decided("2026-08-20", "2026-08-05", "paid", "0.00", "adjustments", "CO-16:40.00"))
                .payment("NOCLAIM3", decided("2026-08-20", "2026-08-05", PAID))
                .write(folder.resolve("august"));
        new PlainMonth()
                .claim("NEW4", dated("2026-09-05"))
                .payment("DENIED2", decided("2026-09-20", "2026-08-05", PAID))
                .write(folder.resolve("september"));
        assertThat(reconcile(recon, "2026-08", "august").exit()).isZero();

        Result early = recon.run("purge", "--before", "2026-09");
        assertThat(early.exit()).isEqualTo(40);
        assertThat(early.err()).contains("2026-08 is not closed");

        assertThat(recon.run("close", "--month", "2026-08").exit()).isZero();
        assertThat(recon.run("purge", "--before", "2026-09", "--dry-run").out())
                .contains("To be removed before 2026-09: 2 claim lines, 1 payments");
        assertThat(embeddedDatabase()).contains("TESTSETTLED1");
        Result purged = recon.run("purge", "--before", "2026-09");
        assertThat(purged.out()).contains("Removed before 2026-09: 2 claim lines, 1 payments");
        assertThat(purged.err()).doesNotContain("could not be compacted");
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(embeddedDatabase()).doesNotContain("TESTSETTLED1").contains("TESTDENIED2");

        Result again = reconcile(recon, "2026-08", "august", "--reopen", "a test");
        assertThat(again.exit()).isEqualTo(51);
        assertThat(again.err()).contains("purged");
        assertThat(recon.run("status").out()).contains("month purged on");

        Result september = reconcile(recon, "2026-09", "september");
        assertThat(september.exit()).as(september.err() + september.out()).isZero();
        Map<String, List<List<String>>> content = MonthContent.of(recon.output(), YearMonth.of(2026, 9));
        assertThat(MonthContent.table(content, "reconciliation / All lines"))
                .extracting(line -> line.get("Claim") + " " + line.get("Verdict"))
                .containsExactlyInAnyOrder("DENIED2 IN_RANGE", "NEW4 NO_RESPONSE", "NOCLAIM3 UNMATCHED");
        assertThat(MonthContent.table(content, "reconciliation / Recovered"))
                .extracting(line -> line.get("Claim") + " " + line.get("First month"))
                .containsExactly("DENIED2 2026-08");
    }

    @Test
    void anOpenLineThatOnlyASupersededRevisionSetAsideStays() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("A1", dated("2026-08-05"))
                .payment("NOCLAIM3", decided("2026-08-20", "2026-08-05", PAID))
                .write(folder.resolve("august"));
        Path claims = folder.resolve("august/claims/claims.csv");
        Path other = folder.resolve("august/claims/other.csv");
        Files.writeString(other, Files.readString(claims) + "\n");
        assertThat(reconcile(recon, "2026-08", "august").exit()).isZero();
        Files.delete(claims);
        assertThat(reconcile(recon, "2026-08", "august").exit()).isZero();
        assertThat(recon.run("close", "--month", "2026-08").exit()).isZero();
        assertThat(recon.run("purge", "--before", "2026-09").exit()).isZero();
        new PlainMonth()
                .claim("NEW4", dated("2026-09-05"))
                .payment("NEW4", decided("2026-09-20", "2026-09-05", PAID))
                .write(folder.resolve("september"));

        assertThat(reconcile(recon, "2026-09", "september").exit()).isZero();
        assertThat(MonthContent.table(
                        MonthContent.of(recon.output(), YearMonth.of(2026, 9)), "reconciliation / All lines"))
                .extracting(line -> line.get("Claim") + " " + line.get("Verdict"))
                .contains("A1 NO_RESPONSE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"again.csv", "remittances.csv"})
    void aSettledLineStaysWhereALaterMonthReadItsPaymentAgain(String file) throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("SETTLED1", dated("2026-08-05"))
                .payment("SETTLED1", decided("2026-08-20", "2026-08-05", PAID))
                .write(folder.resolve("august"));
        // The one that is read first is the payment, and the other repeats it.
        Path remittances = folder.resolve("august/remittances");
        Files.writeString(
                remittances.resolve("again.csv"), Files.readString(remittances.resolve("remittances.csv")) + "\n");
        assertThat(reconcile(recon, "2026-08", "august").exit()).isZero();
        assertThat(recon.run("close", "--month", "2026-08").exit()).isZero();
        new PlainMonth()
                .claim("NEW4", dated("2026-09-05"))
                .payment("NEW4", decided("2026-09-20", "2026-09-05", PAID))
                .write(folder.resolve("september"));
        Files.copy(remittances.resolve(file), folder.resolve("september/remittances/of-august.csv"));
        assertThat(reconcile(recon, "2026-09", "september").exit()).isZero();

        assertThat(recon.run("purge", "--before", "2026-09").exit()).isZero();

        assertThat(reconcile(recon, "2026-09", "september", "--force").exit()).isZero();
        assertThat(linesOfSeptember(recon)).containsExactly("NEW4 IN_RANGE");
    }

    @Test
    void aSettledLineStaysBesideAnOpenOneOfItsClaim() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("A1", dated("2026-08-05"))
                .claim("A1", dated("2026-08-05", "line_number", "2", "modifiers", "59"))
                .claim("SETTLED1", dated("2026-08-06"))
                .payment("A1", decided("2026-08-20", "2026-08-05", PAID))
                .payment("SETTLED1", decided("2026-08-20", "2026-08-06", PAID))
                .write(folder.resolve("august"));
        assertThat(reconcile(recon, "2026-08", "august").exit()).isZero();
        assertThat(recon.run("close", "--month", "2026-08").exit()).isZero();
        assertThat(recon.run("purge", "--before", "2026-09").out())
                .contains("Removed before 2026-09: 1 claim lines, 1 payments");
        // The first line is paid anew, and nothing answers the second one yet.
        new PlainMonth()
                .claim("NEW4", dated("2026-09-05"))
                .payment("A1", decided("2026-09-20", "2026-08-05", PAID))
                .write(folder.resolve("september"));

        assertThat(reconcile(recon, "2026-09", "september").exit()).isZero();

        assertThat(MonthContent.table(
                        MonthContent.of(recon.output(), YearMonth.of(2026, 9)), "reconciliation / All lines"))
                .extracting(line -> line.get("Claim") + " " + line.get("Line") + " " + line.get("Verdict"))
                .contains("A1 2 NO_RESPONSE");
    }

    @Test
    void aVoidThatWaitsForALaterMonthStaysWithWhatItWillVoid() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("VOID1", dated("2026-08-05"))
                .claim("VOID1", dated("2026-08-05", "submitted_date", "2026-09-07", "frequency", "8"))
                .payment("VOID1", decided("2026-08-20", "2026-08-05", PAID))
                .write(folder.resolve("august"));
        new PlainMonth()
                .claim("NEW4", dated("2026-09-05"))
                .payment("NEW4", decided("2026-09-20", "2026-09-05", PAID))
                .write(folder.resolve("september"));
        assertThat(reconcile(recon, "2026-08", "august").exit()).isZero();
        assertThat(recon.run("close", "--month", "2026-08").exit()).isZero();

        assertThat(recon.run("purge", "--before", "2026-09").out())
                .contains("Removed before 2026-09: 0 claim lines, 0 payments");

        assertThat(reconcile(recon, "2026-09", "september").exit()).isZero();
        assertThat(linesOfSeptember(recon)).containsExactlyInAnyOrder("VOID1 UNMATCHED", "NEW4 IN_RANGE");
    }

    @Test
    void whatOnlyASupersededRevisionHadGoesAndIsReadAnewWhereItComesBack() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        Path august = folder.resolve("august");
        Path withdrawn = folder.resolve("withdrawn");
        new PlainMonth()
                .claim("KEPT1", dated("2026-08-05"))
                .payment("NOCLAIM3", decided("2026-08-20", "2026-08-05", PAID))
                .write(august);
        new PlainMonth()
                .claim("SETTLED8", dated("2026-08-05"))
                .claim("SETTLED8", dated("2026-08-05", "line_number", "2", "procedure_code", "99213"))
                .claim("OPEN9", dated("2026-08-05"))
                .payment("SETTLED8", decided("2026-08-20", "2026-08-05", PAID))
                .write(withdrawn);
        List<String> names = List.of("claims/claims.csv", "remittances/remittances.csv");
        for (String name : names) {
            Files.copy(withdrawn.resolve(name), august.resolve(name.replace(".csv", "-2.csv")));
        }
        assertThat(reconcile(recon, "2026-08", "august").exit()).isZero();
        for (String name : names) {
            Files.delete(august.resolve(name.replace(".csv", "-2.csv")));
        }
        assertThat(reconcile(recon, "2026-08", "august").exit()).isZero();
        assertThat(recon.run("close", "--month", "2026-08").exit()).isZero();

        assertThat(recon.run("purge", "--before", "2026-09").out())
                .contains("Removed before 2026-09: 3 claim lines, 1 payments");

        assertThat(embeddedDatabase())
                .doesNotContain("TESTSETTLED8")
                .doesNotContain("TESTOPEN9")
                .contains("TESTKEPT1");
        try (TestDatabase database = DatabaseKind.H2.open("jdbc:h2:file:" + folder.resolve("data/recon96372"))) {
            assertThat(database.rows("select distinct run_id from finding")).containsExactly("2");
        }
        new PlainMonth().claim("NEW4", dated("2026-09-05")).write(folder.resolve("september"));
        for (String name : names) {
            Files.copy(withdrawn.resolve(name), folder.resolve("september").resolve(name.replace(".csv", "-2.csv")));
        }
        assertThat(reconcile(recon, "2026-09", "september").exit()).isZero();
        assertThat(linesOfSeptember(recon))
                .containsExactlyInAnyOrder(
                        "KEPT1 NO_RESPONSE",
                        "NEW4 NO_RESPONSE",
                        "NOCLAIM3 UNMATCHED",
                        "OPEN9 NO_RESPONSE",
                        "SETTLED8 IN_RANGE");
    }

    private static List<String> linesOfSeptember(ReconProcess recon) {
        return MonthContent.table(MonthContent.of(recon.output(), YearMonth.of(2026, 9)), "reconciliation / All lines")
                .stream()
                .map(line -> line.get("Claim") + " " + line.get("Verdict"))
                .toList();
    }

    @Test
    void aPaymentThatABrokenOffRunHadMatchedKeepsAVerdict() throws IOException {
        try (TestDatabase database = DatabaseKind.POSTGRESQL.create()) {
            ReconProcess recon = new ReconProcess(folder)
                    .here()
                    .with("RECON_DB_URL", database.url())
                    .with("RECON_DB_USER", database.user());
            new PlainMonth()
                    .claim("SETTLED1", dated("2026-08-05"))
                    .payment("SETTLED1", decided("2026-08-20", "2026-08-05", PAID))
                    .write(folder.resolve("august"));
            new PlainMonth()
                    .claim("NEW4", dated("2026-09-05"))
                    .payment("SETTLED1", decided("2026-09-20", "2026-08-05", PAID))
                    .write(folder.resolve("september"));
            assertThat(reconcile(recon, "2026-08", "august").exit()).isZero();
            database.execute(
                    "create function fail() returns trigger language plpgsql as $$ begin raise 'a test'; end $$");
            database.execute("create trigger fail before insert on finding for each statement execute function fail()");
            assertThat(reconcile(recon, "2026-09", "september").exit()).isEqualTo(60);
            database.execute("drop trigger fail on finding");
            assertThat(database.value(
                            "select count(*) from payment_match where in_scope and claim_line_id is not null"))
                    .isEqualTo("2");

            assertThat(recon.run("close", "--month", "2026-08").exit()).isZero();
            assertThat(recon.run("purge", "--before", "2026-09").out())
                    .contains("Removed before 2026-09: 1 claim lines, 1 payments");
            Result september = reconcile(recon, "2026-09", "september");

            assertThat(september.exit()).as(september.err() + september.out()).isZero();
            assertThat(MonthContent.table(
                            MonthContent.of(recon.output(), YearMonth.of(2026, 9)), "reconciliation / All lines"))
                    .extracting(line -> line.get("Claim") + " " + line.get("Verdict"))
                    .containsExactlyInAnyOrder("SETTLED1 UNMATCHED", "NEW4 NO_RESPONSE");
        }
    }

    private static String[] dated(String serviceDate, String... more) {
        return with(new String[] {"service_date", serviceDate, "submitted_date", serviceDate}, more);
    }

    private static String[] decided(String checkDate, String serviceDate, String... more) {
        return with(
                new String[] {"check_date", checkDate, "check_number", "CHK" + checkDate, "service_date", serviceDate},
                more);
    }

    private static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private static Result reconcile(ReconProcess recon, String month, String input, String... more) {
        return recon.run(with(new String[] {"reconcile", "--month", month, "--input", input}, more));
    }

    /** What somebody who reads the database's file byte by byte would see. */
    private String embeddedDatabase() throws IOException {
        return new String(Files.readAllBytes(folder.resolve("data/recon96372.mv.db")), StandardCharsets.ISO_8859_1);
    }
}
