package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.DatabaseKind;
import recon.TestDatabase;
import recon.month.ReconProcess.Result;

/** What a run says and how it exits where something is wrong: one line that names place and remedy, and nothing half-written. */
class BadInputTest {

    private static final String HISTORY = "select count(*) from \"flyway_schema_history\"";

    @TempDir
    private Path folder;

    private ReconProcess recon;

    @BeforeEach
    void writeAGoodMonth() {
        recon = new ReconProcess(folder);
        PlainMonth.ofOneLine().write(recon.input());
    }

    @Test
    void anUnknownOption() {
        refused(40, recon.run("reconcile", "--month", "2026-10", "--colour", "red"), "--colour", "--help");
    }

    @Test
    void aMisspeltOptionOrCommandIsNamedWithTheNearest() {
        refused(40, recon.run("reconcile", "--moth", "2026-10"), "no option '--moth'; is '--month' meant?");
        refused(40, recon.run("recncile", "--month", "2026-10"), "no command 'recncile'; is 'reconcile' meant?");
    }

    @Test
    void aMonthThatIsNone() {
        refused(40, recon.run("reconcile", "--month", "2026-13"), "--month", "2026-10");
    }

    @Test
    void theHelpBreaksNoSettingsName() {
        assertThat(recon.run("--help").out()).contains("recon.max-rejected-percent");
    }

    @Test
    void noCommand() {
        refused(40, recon.run(), "reconcile");
    }

    @Test
    void anEmptyFolder() throws IOException {
        Files.delete(recon.input().resolve("claims/claims.csv"));
        refused(30, reconcile(), "claims");
    }

    @Test
    void aMissingFolder() throws IOException {
        Files.delete(recon.input().resolve("remittances/remittances.csv"));
        Files.delete(recon.input().resolve("remittances"));
        refused(30, reconcile(), "remittances");
    }

    @Test
    void aFileThatCannotBeRead() throws IOException {
        Files.writeString(recon.input().resolve("remittances/broken.xlsx"), "PK\3\4 and then nothing of a workbook");
        refused(31, reconcile(), "broken.xlsx");
    }

    @Test
    void aFileWithoutARequiredColumn() throws IOException {
        Files.writeString(
                recon.input().resolve("remittances/no-paid.csv"),
                "check_number,patient_control_number,service_date,procedure_code,billed,allowed\nC1,A1,2026-10-05,96372,40.00,30.00\n");
        refused(31, reconcile(), "no-paid.csv", "paid");
    }

    @Test
    void aFileThatBreaksInTheMiddle() throws IOException {
        Path file = recon.input().resolve("remittances/remittances.csv");
        Files.writeString(file, Files.readString(file) + "\"never closed,\n");
        refused(31, reconcile(), "remittances.csv", "line 3");
    }

    @Test
    void aFileThatEndsWhereAnotherTransactionShouldBeginIsReadButSaidToLackClaims() throws IOException {
        Files.writeString(
                recon.input().resolve("remittances/bank.835"),
                String.join(
                        "~",
                        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261031*1200*^*00501*000000001*0*P*:",
                        "GS*HP*S*R*20261020*1200*1*X*005010X221A1",
                        "ST*835*0001",
                        "BPR*I*0.00*C*NON************20261020",
                        "TRN*1*CHK1*1999999999",
                        "N1*PR*TEST HEALTH",
                        "SE*5*0001",
                        "GE*2*1",
                        ""));
        Result result = reconcile();

        assertThat(result.exit()).isZero();
        assertThat(result.err())
                .contains(
                        "bank.835 segment 8: claims or lines may be missing: GE01 says 2, but there are 1 transactions");
        assertThat(recon.output().resolve("2026-10/run-2026-10.html"))
                .content()
                .contains(
                        "bank.835 segment 8: claims or lines may be missing: GE01 says 2, but there are 1 transactions in the group; ask the file&#39;s sender, or get it again.")
                .contains(
                        "bank.835 segment 8: claims or lines may be missing: the interchange that begins at segment 1 has no IEA; ask the file&#39;s sender, or get it again.");
    }

    @Test
    void anX12ClaimWhoseLinesDoNotComeToItIsReadButSaidToLackLines() throws IOException {
        String claim = "CLP*A1*1*88*36**12*ICN1~SVC*HC:J3420*20*6**1~DTM*472*20261005~CAS*CO*45*14";
        Files.writeString(
                recon.input().resolve("remittances/bank.835"),
                String.join(
                        "~",
                        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261031*1200*^*00501*000000001*0*P*:",
                        "GS*HP*S*R*20261020*1200*1*X*005010X221A1",
                        "ST*835*0001",
                        "BPR*I*72.00*C*NON************20261020",
                        "TRN*1*CHK1*1999999999",
                        "N1*PR*TEST HEALTH",
                        claim,
                        claim,
                        "SE*13*0001",
                        "GE*1*1",
                        "IEA*1*000000001",
                        ""));
        Result result = reconcile();

        String apart =
                "bank.835 segment 7: claims or lines may be missing: the lines of this claim and of 1 more do not come to what was charged or paid for the claim (CLP03, CLP04)";
        assertThat(result.exit()).isZero();
        assertThat(result.err()).contains(apart);
        assertThat(recon.output().resolve("2026-10/run-2026-10.html"))
                .content()
                .contains(apart + "; ask the file&#39;s sender, or get it again.");
    }

    @Test
    void aColumnThatMayHoldTheChecksAmountIsWarnedOf() throws IOException {
        Files.writeString(recon.input().resolve("remittances/bank.csv"), """
                Claim #,Svc Date,CPT,Billed,Allowed,Payment Amount
                B1,10/05/2026,J3420,20.00,6.00,512.00
                B2,10/05/2026,J3420,20.00,6.00,512.00
                B3,10/05/2026,J3420,20.00,0.00,0.00
                B4,10/05/2026,J3420,20.00,6.00,512.00
                """);
        Result result = reconcile();

        String warning =
                "bank.csv row 2: this line and 2 more of 3 that are paid are paid more than was charged: column 'Payment Amount' may hold what was paid for the claim or by the check; name the column of the line's payment as paid in a profile";
        assertThat(result.err()).contains(warning);
        assertThat(recon.output().resolve("2026-10/run-2026-10.html"))
                .content()
                .contains(warning.replace("'", "&#39;") + ".");
    }

    @Test
    void tooManyRejectedRows() throws IOException {
        Path file = recon.input().resolve("remittances/remittances.csv");
        Files.writeString(file, Files.readString(file).replace("30.00,30.00", "30.00,thirty"));
        Result result = reconcile();
        refused(31, result, "recon.max-rejected-percent", "remittances.csv");
        assertThat(result.err()).doesNotContain("thirty");
    }

    @Test
    void rowsRejectedInSeveralFilesAreNamedFileByFile() throws IOException {
        Path file = recon.input().resolve("remittances/remittances.csv");
        String sound = Files.readString(file);
        Files.writeString(file, sound.replace("30.00,30.00", "30.00,thirty"));
        String line = sound.lines().skip(1).findFirst().orElseThrow().replace("30.00,30.00", "forty,30.00");
        Files.writeString(
                file.resolveSibling("second.csv"),
                sound.lines().findFirst().orElseThrow() + "\n" + line + "\n" + line.replace("A1", "A2"));

        Result result = recon.here().run("reconcile", "--month", "2026-10");

        assertThat(result.exit()).isEqualTo(31);
        assertThat(result.err())
                .contains("2 rows, the first: second.csv row 2, column 'allowed': not an amount")
                .contains("; 1 row: remittances.csv row 2, column 'paid': not an amount");
        assertThat(result.err()).doesNotContain("thirty").doesNotContain("forty");
    }

    @Test
    void someRejectedRowsBelowTheThreshold() throws IOException {
        PlainMonth month = new PlainMonth();
        for (int n = 0; n < 50; n++) {
            month.claim("A" + n)
                    .payment(
                            "A" + n,
                            "allowed",
                            "30.00",
                            "paid",
                            n == 7 ? "thirty" : "30.00",
                            "adjustments",
                            "CO-45:10.00");
        }
        month.write(recon.input());

        Result result = reconcile();

        assertThat(result.exit()).as(result.err()).isEqualTo(10);
        assertThat(MonthContent.table(
                        MonthContent.of(recon.output(), YearMonth.of(2026, 10)), "reconciliation / Rejected rows"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("File", "remittances.csv")
                        .containsEntry("Row", "9")
                        .containsEntry("Column", "paid")
                        .doesNotContainValue("thirty"));
    }

    @Test
    void aTotalRowThatDoesNotTie() throws IOException {
        Path file = recon.input().resolve("remittances/remittances.csv");
        String heading = Files.readAllLines(file).get(0);
        StringBuilder row = new StringBuilder("Total");
        for (String column : heading.split(",")) {
            row.append(column.equals("payer") ? "" : ",").append(column.equals("paid") ? "31.00" : "");
        }
        Files.writeString(file, Files.readString(file) + row + "\n");

        Result result = reconcile();

        assertThat(result.exit()).as(result.err() + result.out()).isEqualTo(20);
        assertThat(result.out()).contains("DO NOT TIE").contains("remittances.csv row 3");
    }

    @Test
    void malformedRanges() throws IOException {
        Path reference = Files.createDirectories(recon.input().resolve("reference"));
        Files.writeString(
                reference.resolve("expected-ranges.csv"),
                "payer_class,payer,state,locality,place_group,credential,effective_from,effective_to,low,high,kind,source\n"
                        + "Private,,,,,,,,abc,50.00,range,mine\n");
        refused(40, reconcile(), "expected-ranges.csv", "row 2", "low");
    }

    @Test
    void malformedDrugs() throws IOException {
        Path reference = Files.createDirectories(recon.input().resolve("reference"));
        Files.writeString(reference.resolve("drugs.csv"), "code,class\nJ3420,no such class\n");
        refused(40, reconcile(), "drugs.csv", "row 2", "class");
    }

    @Test
    void ratesThatAreNotThere() {
        refused(40, recon.run("reconcile", "--month", "2026-10", "--rates", "nowhere.csv"), "nowhere.csv");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            recon.threads              ~ two   ~ recon.threads must be a whole number
            recon.threads              ~ 0     ~ recon.threads must be a whole number from 1 on
            recon.threads              ~ ''    ~ recon.threads must be a whole number
            recon.max-rejected-percent ~ five  ~ recon.max-rejected-percent must be a number
            recon.max-rejected-percent ~ 101   ~ recon.max-rejected-percent must be a number from 0 to 100
            recon.max-rejected-percent ~ -1    ~ recon.max-rejected-percent must be a number from 0 to 100
            recon.max-rejected-percent ~ ''    ~ recon.max-rejected-percent must be a number from 0 to 100
            recon.medicare-schedule    ~ maybe ~ recon.medicare-schedule must be true or false
            recon.tolerance-percent    ~ -1    ~ recon.tolerance-percent and recon.tolerance-minimum must be amounts
            recon.tolerance-minimum    ~ 0.001 ~ recon.tolerance-percent and recon.tolerance-minimum must be amounts
            recon.tolerance-minimum    ~ ''    ~ recon.tolerance-percent and recon.tolerance-minimum must be amounts
            """)
    void aSettingThatCannotBe(String setting, String value, String message) {
        recon.here().with(setting, value);
        refused(40, reconcile(), message);
    }

    @Test
    void aSettingThatCannotBeForACommandWithoutDatabase() {
        refused(40, recon.with("RECON_THREADS", "two").run("rates"), "recon.threads", "RECON_THREADS");
    }

    @Test
    void settingsThatAreNoYaml() throws IOException {
        Files.writeString(
                folder.resolve("application.yaml"), "recon:\n  threads: [2\n  report-password: secret-word\n");
        Result result = reconcile();
        refused(40, result, "application.yaml", "line ");
        assertThat(result.err()).doesNotContain("secret-word");
    }

    /** The log's first and last lines too, for a program that reads JSON and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"--log-format=JSON", "--no-such-option --log-format json"})
    void whatGoesWrongIsToldInJsonWhereTheLogIs(String options) {
        List<String> arguments = new ArrayList<>(List.of("reconcile", "--month", "2026-10", "--input", "nowhere"));
        arguments.addAll(List.of(options.split(" ")));

        Result result = recon.run(arguments.toArray(String[]::new));

        assertThat(result.err().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
        assertThat(result.err())
                .contains("\"formattedMessage\":\""
                        + (options.startsWith("--no") ? "there is no option '--no-such-option'" : "nowhere"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            RECON_DB_URL  ~ ''                    ~ RECON_DB_URL is set, but empty
            RECON_DB_URL  ~ garbage               ~ RECON_DB_URL names no database that is supported
            RECON_DB_URL  ~ jdbc:mysql://x/secret ~ it must begin with jdbc:h2: or jdbc:postgresql:
            RECON_DB_URL  ~ jdbc:postgresql://h:port/secret ~ RECON_DB_URL cannot be read
            RECON_DB_USER ~ ''                    ~ RECON_DB_USER is set, but empty
            """)
    void aDatabaseThatCannotBe(String variable, String value, String message) {
        Result result = recon.with(variable, value).run("reconcile", "--month", "2026-10");
        refused(40, result, message);
        assertThat(result.err()).doesNotContain("secret");
    }

    @Test
    void aDatabaseThatTheUserMayOnlyRead() {
        try (TestDatabase database = DatabaseKind.POSTGRESQL.create()) {
            database.execute("create role reader login");
            database.execute("grant select on all tables in schema public to reader");
            // The user that the address names counts for more than the setting.
            recon.here()
                    .with("RECON_DB_URL", database.url().replaceAll("\\?.*", ""))
                    .with("RECON_DB_USER", "reader");

            refused(40, reconcile(), "RECON_DB_USER must be a role that may create, read and write");
        }
    }

    @Test
    void aDatabaseThatDoesNotKeepAllLetters() {
        try (TestDatabase server = DatabaseKind.POSTGRESQL.createEmpty()) {
            server.execute("create database of_latin_letters encoding 'LATIN1' locale 'C' template template0");
            recon.here()
                    .with("RECON_DB_URL", server.url().replaceAll("/recon\\d+", "/of_latin_letters"))
                    .with("RECON_DB_USER", server.user());

            refused(40, reconcile(), "LATIN1", "create it with encoding 'UTF8'");
        }
    }

    @Test
    void aDatabaseThatCannotBeReached() {
        recon.with("RECON_DB_URL", "jdbc:postgresql://localhost:1/nothing").with("RECON_DB_PASSWORD", "secret-word");
        Result result = reconcile();
        refused(60, result, "the database's server cannot be reached", "RECON_DB_URL");
        assertThat(result.err()).doesNotContain("secret-word");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aDatabaseThatALaterVersionMigratedIsLeftAlone(DatabaseKind kind) {
        recon.here();
        String history;
        String url;
        try (TestDatabase database =
                kind == DatabaseKind.H2 ? kind.open("jdbc:h2:file:" + folder.resolve("later")) : kind.createEmpty()) {
            url = database.url();
            recon.with("RECON_DB_URL", database.url()).with("RECON_DB_USER", database.user());
            kind.flyway(database.dataSource()).migrate();
            database.execute("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
                    + " \"type\", \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                    + " values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'tester', 1, true)");
            history = database.value(HISTORY);
        }

        for (List<String> command : List.of(
                List.of("reconcile", "--month", "2026-10"),
                List.of("status"),
                List.of("close", "--month", "2026-10"),
                List.of("purge", "--before", "2026-10"))) {
            Result result = recon.run(command.toArray(String[]::new));
            assertThat(result.exit()).as(result.err() + result.out()).isEqualTo(40);
            assertThat(result.err()).contains("this version is not older than the last that ran");
        }
        try (TestDatabase database = kind.open(url)) {
            assertThat(database.value(HISTORY)).isEqualTo(history);
            assertThat(database.value("select count(*) from run")).isEqualTo("0");
        }
    }

    private Result reconcile() {
        return recon.run("reconcile", "--month", "2026-10");
    }

    private void refused(int exit, Result result, String... named) {
        assertThat(result.exit()).as(result.err() + result.out()).isEqualTo(exit);
        assertThat(result.err()).contains(named).doesNotContain("\tat ");
        assertThat(result.err().lines().filter(line -> line.startsWith("recon96372: ")))
                .hasSize(1);
        assertThat(recon.output().resolve("2026-10")).doesNotExist();
    }

    /** So a path comes in whose letters the environment cannot write. */
    @Test
    void aPathThatTheEnvironmentCannotWrite() {
        Result result =
                new ReconProcess(folder).here().run("reconcile", "--month", "2026-10", "--rates", "rates\0.csv");

        assertThat(result.exit()).isEqualTo(40);
        assertThat(result.err())
                .contains("--rates: the path holds letters that this environment cannot write: set LC_ALL=C.UTF-8")
                .doesNotContain("java");
    }
}
