package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.month.ReconProcess.Result;

/** A small month through the command line, its workbooks read back. */
class ReconcileTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @TempDir
    private Path folder;

    private ReconProcess recon;

    @BeforeEach
    void open() {
        recon = new ReconProcess(folder);
    }

    private Result reconcile(String... more) {
        return recon.reconcile(more);
    }

    private Map<String, List<List<String>>> content() {
        return MonthContent.of(recon.output(), OCTOBER);
    }

    @Test
    void eachClaimLineHasOneVerdictInItsWorkbook() {
        new PlainMonth()
                .claim("A1", "units", "2", "charge", "80.00")
                .payment(
                        "A1",
                        "units",
                        "2",
                        "billed",
                        "80.00",
                        "allowed",
                        "31.10",
                        "paid",
                        "31.10",
                        "adjustments",
                        "CO-45:48.90")
                .claim("B2")
                .payment("B2", "paid", "0.00", "adjustments", "CO-97:40.00", "remark_codes", "M15")
                .claim("C3")
                .payment("C3", "allowed", "30.00", "paid", "24.00", "adjustments", "CO-45:10.00;PR-2:6.00")
                .claim("D4")
                .payment("E5", "allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00")
                .write(recon.input());

        Result result = reconcile();

        assertThat(result.exit()).as(result.err() + result.out()).isZero();
        Map<String, List<List<String>>> content = content();
        assertThat(MonthContent.table(content, "underpayments / Underpaid lines"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line)
                            .containsEntry("Claim", "A1")
                            .containsEntry("Units", "2")
                            .containsEntry("Billed", "80")
                            .containsEntry("Allowed", "31.1")
                            .containsEntry("Allowed from", "stated")
                            .containsEntry("Expected low", "50")
                            .containsEntry("Short by", "18.9")
                            .containsEntry("Check date", "2026-10-20")
                            .containsEntry("Appeal by", "2027-04-18")
                            .containsEntry("Remittance source", "remittances.csv row 2")
                            .containsEntry("Claim source", "claims.csv row 2");
                    assertThat(line.get("Why"))
                            .contains("2 units x $25.00 = $50.00")
                            .contains("allowed $31.10")
                            .contains("short by $18.90");
                });
        assertThat(MonthContent.table(content, "denials / Denied lines"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("Claim", "B2")
                        .containsEntry("Group", "CO")
                        .containsEntry("CARC", "97")
                        .containsEntry("RARC", "M15")
                        .containsEntry("At stake", "25")
                        .containsEntry("Kind", "S")
                        .containsEntry("Preventable", "yes"));
        assertThat(MonthContent.table(content, "reconciliation / All lines"))
                .extracting(line -> line.get("Verdict") + " " + line.get("Claim"))
                .containsExactlyInAnyOrder(
                        "UNDERPAID A1", "DENIED B2", "IN_RANGE C3", "NO_RESPONSE D4", "UNMATCHED E5");
        assertThat(MonthContent.table(content, "reconciliation / Control totals"))
                .isNotEmpty()
                .allSatisfy(
                        total -> assertThat(total).containsEntry("Result", "OK").containsEntry("Difference", "0"));
    }

    @Test
    void medicaidRightlyPaysNothingWhereMedicareReachedItsRate() {
        recon.here();
        new PlainMonth()
                .claim("A1", "payer", "Test Medicare", "payer_class", "Medicare")
                .claim("A1", "payer", "Test Medicaid", "payer_class", "Medicaid")
                .payment("A1", medicare("allowed", "25.00", "paid", "20.00", "adjustments", "CO-45:15.00;PR-2:5.00"))
                .payment("A1", medicaid("paid", "0.00", "adjustments", "OA-23:40.00"))
                .claim("B2", "payer", "Test Medicare", "payer_class", "Medicare")
                .claim("B2", "payer", "Test Medicaid", "payer_class", "Medicaid")
                .payment("B2", medicare("allowed", "20.00", "paid", "12.00", "adjustments", "CO-45:20.00;PR-2:8.00"))
                .payment("B2", medicaid("paid", "0.00", "adjustments", "OA-23:40.00"))
                .claim("C3", "payer", "Test Medicaid", "payer_class", "Medicaid")
                .payment("C3", medicaid("paid", "0.00", "adjustments", "OA-23:40.00"))
                .write(recon.input());

        Result result = reconcile();

        assertThat(result.exit()).as(result.err() + result.out()).isZero();
        assertThat(MonthContent.table(content(), "reconciliation / All lines"))
                .extracting(line -> line.get("Claim") + " " + line.get("Payer") + " " + line.get("Verdict"))
                .containsExactlyInAnyOrder(
                        "A1 Test Medicare IN_RANGE",
                        "A1 Test Medicaid EXPECTED_ZERO",
                        "B2 Test Medicare IN_RANGE",
                        "B2 Test Medicaid NEEDS_REVIEW",
                        "C3 Test Medicaid NEEDS_REVIEW");
        assertThat(MonthContent.table(content(), "reconciliation / All lines"))
                .filteredOn(line -> line.get("Verdict").equals("EXPECTED_ZERO"))
                .extracting(line -> line.get("Why"))
                .singleElement()
                .asString()
                .contains("Medicare paid $20.00, which is at least Medicaid's $15.00");
    }

    private static String[] medicare(String... differences) {
        return by("Test Medicare", "Medicare", "1", differences);
    }

    private static String[] medicaid(String... differences) {
        return by("Test Medicaid", "Medicaid", "2", differences);
    }

    private static String[] by(String payer, String payerClass, String status, String... differences) {
        return Stream.concat(
                        Stream.of(
                                "payer",
                                payer,
                                "payer_class",
                                payerClass,
                                "claim_status",
                                status,
                                "check_number",
                                payer),
                        Stream.of(differences))
                .toArray(String[]::new);
    }

    @Test
    void theSameInputsAgainDoNothingAndForceMakesARevision() throws IOException {
        recon.here();
        new PlainMonth()
                .claim("A1")
                .payment("A1", "allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00")
                .write(recon.input());
        assertThat(reconcile().exit()).isZero();
        Path record = recon.output().resolve("2026-10/run-2026-10.json");
        String first = Files.readString(record);
        Map<String, List<List<String>>> content = content();

        Result again = reconcile();

        assertThat(again.exit()).isZero();
        assertThat(again.out()).containsIgnoringCase("nothing has changed");
        assertThat(Files.readString(record)).isEqualTo(first);

        assertThat(reconcile("--force").exit()).isZero();
        assertThat(Files.readString(record)).contains("\"revision\" : 2");
        assertThat(recon.output().resolve("2026-10/superseded/r1/run-2026-10.json"))
                .hasContent(first);
        assertThat(content()).isEqualTo(content);
    }

    @Test
    void revisionsThatTheDatabaseDoesNotKnowAreKept() throws IOException {
        recon.here();
        new PlainMonth()
                .claim("A1")
                .payment("A1", "allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00")
                .write(recon.input());
        assertThat(reconcile().exit()).isZero();
        Path record = recon.output().resolve("2026-10/run-2026-10.json");
        String first = Files.readString(record);
        Path database = folder.resolve("data/recon96372.mv.db");
        byte[] before = Files.readAllBytes(database);
        Path claims = recon.input().resolve("claims/claims.csv");
        String claimsOfFirst = Files.readString(claims);
        Files.writeString(claims, claimsOfFirst.replace("40.00", "41.00"));
        assertThat(reconcile().exit()).isZero();
        String second = Files.readString(record);
        assertThat(second).contains("\"revision\" : 2");
        Files.write(database, before);
        Files.writeString(claims, claimsOfFirst);

        assertThat(reconcile().exit()).isZero();

        assertThat(Files.readString(record)).contains("\"revision\" : 3");
        assertThat(recon.output().resolve("2026-10/superseded/r1/run-2026-10.json"))
                .hasContent(first);
        assertThat(recon.output().resolve("2026-10/superseded/r2/run-2026-10.json"))
                .hasContent(second);
        assertThat(reconcile().out()).containsIgnoringCase("nothing has changed");
        assertThat(reconcile("--force").exit()).isZero();
        assertThat(Files.readString(record)).contains("\"revision\" : 4");
    }

    @Test
    void whatWasTypedIsCarriedOverWhetherOrNotTheReportsWereEncryptedBefore() throws IOException {
        recon.here();
        Path worklist = worklistOfAnUnderpaidLine();
        typeOwner(worklist);

        recon.with("recon.report-password", "one");
        assertThat(reconcile("--force").exit()).isZero();
        assertThat(owner(worklist, "one")).isEqualTo("R. Tester");

        recon.with("recon.report-password", "another");
        Result refused = reconcile("--force");
        assertThat(refused.exit()).as(refused.err()).isEqualTo(40);
        assertThat(refused.err())
                .contains(
                        worklist + ": is protected by a password, and not by the report password; remove it in Excel");
        assertThat(owner(worklist, "one")).isEqualTo("R. Tester");

        for (String name : List.of("underpayments", "denials")) {
            Path encrypted = worklist.resolveSibling(name + "-2026-10.xlsx");
            Files.write(encrypted, plain(encrypted, "one"));
        }
        Result gone = reconcile("--force");
        assertThat(gone.exit()).as(gone.err()).isZero();
        assertThat(owner(worklist, "another")).isEqualTo("R. Tester");
    }

    @Test
    void aWorklistThatWasRenamedStopsTheRunSoThatNothingTypedIsLost() throws IOException {
        recon.here();
        Path worklist = worklistOfAnUnderpaidLine();
        typeOwner(worklist);
        Path renamed = worklist.resolveSibling("underpayments-2026-10 (worked).xlsx");
        Files.move(worklist, renamed);

        Result refused = reconcile("--force");
        assertThat(refused.exit()).as(refused.err()).isEqualTo(40);
        assertThat(refused.err())
                .contains(worklist + ": not there")
                .contains("renamed to 'underpayments-2026-10 (worked).xlsx'?");
        assertThat(renamed).exists();

        Files.move(renamed, worklist);
        assertThat(reconcile("--force").exit()).isZero();
        assertThat(owner(worklist, null)).isEqualTo("R. Tester");

        Files.delete(worklist);
        assertThat(reconcile("--force").exit()).isEqualTo(40);
        Files.delete(worklist.resolveSibling("run-2026-10.json"));
        Result onPurpose = reconcile("--force");
        assertThat(onPurpose.exit()).as(onPurpose.err()).isZero();
        assertThat(onPurpose.err())
                .contains(worklist + ": is not there, so what was typed into it is not carried over");
        assertThat(owner(worklist, null)).isEmpty();
    }

    @Test
    void whatWasTypedAfterThePublishingFailedIsCarriedOver() throws IOException {
        recon.here();
        Path worklist = worklistOfAnUnderpaidLine();
        Path superseded = recon.output().resolve("2026-10/superseded");
        Files.createFile(superseded);
        assertThat(reconcile("--force").exit()).isEqualTo(60);
        typeOwner(worklist);
        Files.delete(superseded);

        assertThat(reconcile("--force").exit()).isZero();
        assertThat(owner(worklist, null)).isEqualTo("R. Tester");

        // The denials move away, and the underpayments cannot.
        Files.createDirectories(superseded.resolve("r2/underpayments-2026-10.xlsx"));
        assertThat(reconcile("--force").exit()).isEqualTo(60);
        assertThat(worklist.resolveSibling("denials-2026-10.xlsx")).doesNotExist();
        Files.delete(superseded.resolve("r2/underpayments-2026-10.xlsx"));
        typeOwner(worklist, "S. Tester");

        Result again = reconcile("--force");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(owner(worklist, null)).isEqualTo("S. Tester");
        assertThat(superseded.resolve("r2/denials-2026-10.xlsx")).exists();
    }

    @Test
    void lettersAndAPasswordThatAreAskedForAfterThePublishingFailedAreNotPassedOver() throws IOException {
        recon.here();
        Path worklist = worklistOfAnUnderpaidLine();
        Path superseded = recon.output().resolve("2026-10/superseded");
        Files.createFile(superseded);
        assertThat(reconcile("--force").exit()).isEqualTo(60);
        Files.delete(superseded);
        // All reports have moved in but the last, and no record tells of them.
        Path moving = Files.createDirectory(worklist.resolveSibling(".r2.moving"));
        Files.delete(worklist.resolveSibling("run-2026-10.json"));
        Files.move(worklist.resolveSibling(".r2.part/summary-2026-10.xlsx"), moving.resolve("summary-2026-10.xlsx"));
        Files.delete(worklist.resolveSibling("summary-2026-10.xlsx"));
        deleteAll(worklist.resolveSibling(".r2.part"));

        recon.with("recon.report-password", "one");
        Result again = reconcile("--force", "--letters");

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(owner(worklist, "one")).isEmpty();
        assertThat(FileMagic.valueOf(worklist.toFile())).isEqualTo(FileMagic.OLE2);
        assertThat(worklist.resolveSibling("letters")).isNotEmptyDirectory();
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static void typeOwner(Path worklist) throws IOException {
        typeOwner(worklist, "R. Tester");
    }

    private static void typeOwner(Path worklist, String name) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(worklist)))) {
            Cell owner = owner(workbook);
            // POI leaves a text that stands in the cell itself.
            owner.setBlank();
            owner.setCellValue(name);
            try (OutputStream out = Files.newOutputStream(worklist)) {
                workbook.write(out);
            }
        }
    }

    static String owner(Path worklist, @Nullable String password) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(worklist.toFile(), password, true)) {
            return owner(workbook).getStringCellValue();
        }
    }

    private static Cell owner(Workbook workbook) {
        Sheet sheet = workbook.getSheet("Underpaid lines");
        for (Cell heading : sheet.getRow(0)) {
            if (heading.getStringCellValue().equals("Owner")) {
                return sheet.getRow(1).getCell(heading.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new AssertionError("no column Owner");
    }

    private Path worklistOfAnUnderpaidLine() throws IOException {
        Path reference = Files.createDirectories(recon.input().resolve("reference"));
        Files.writeString(reference.resolve("expected-ranges.csv"), """
                payer_class,low,high,kind,source
                Private,25.00,50.00,contract,a test's contract
                """);
        new PlainMonth()
                .claim("A1")
                .payment("A1", "allowed", "10.00", "paid", "10.00", "adjustments", "CO-45:30.00")
                .write(recon.input());
        assertThat(reconcile().exit()).isZero();
        return recon.output().resolve("2026-10/underpayments-2026-10.xlsx");
    }

    private static byte[] plain(Path worklist, String password) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(worklist.toFile(), password, true);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void aDryRunWritesAndKeepsNothing() {
        new PlainMonth()
                .claim("A1")
                .payment("A1", "allowed", "10.00", "paid", "10.00", "adjustments", "CO-45:30.00")
                .write(recon.input());

        Result dry = reconcile("--dry-run");

        assertThat(dry.exit()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("UNDERPAID");
        assertThat(recon.output()).doesNotExist();
        assertThat(recon.run("status").out()).doesNotContain("2026-10");
    }

    @Test
    void anOutputFolderWhosePathTheDatabaseCannotKeepIsWrongSetup() {
        new PlainMonth().claim("A1").write(recon.input());

        Result deep = recon.run("reconcile", "--month", "2026-10", "--output", "d/".repeat(600));

        assertThat(deep.exit()).isEqualTo(40);
        assertThat(deep.err()).contains("--output: the path of ").contains("name a folder with one of at most 1,000");
    }

    @Test
    void aClosedMonthIsNotRewrittenWithoutAReason() {
        recon.here();
        new PlainMonth()
                .claim("A1")
                .payment("A1", "allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00")
                .write(recon.input());
        assertThat(reconcile().exit()).isZero();
        Result closed = recon.run("close", "--month", "2026-10");
        assertThat(closed.exit()).isZero();
        assertThat(closed.out()).startsWith("2026-10 was closed at ");

        Result refused = reconcile();
        assertThat(refused.exit()).isEqualTo(51);
        assertThat(refused.err()).contains("2026-10").contains("--reopen");

        Result wordless = reconcile("--reopen", " ");
        assertThat(wordless.exit()).isEqualTo(40);
        assertThat(wordless.err()).contains("--reopen: say why the month is reopened");

        Result wordy = reconcile("--reopen", "x".repeat(1001));
        assertThat(wordy.exit()).isEqualTo(40);
        assertThat(wordy.err()).contains("the reason has 1,001 characters: say it in at most 1,000");

        assertThat(reconcile("--reopen", "late remittance of payer Test Health ".repeat(27))
                        .exit())
                .isZero();
        assertThat(recon.run("status", "--month", "2026-10").out()).contains("2026-10");
    }

    @Test
    void aClosedMonthStaysClosedWhereTheRunThatReopensItKeepsNothing() throws IOException {
        recon.here();
        new PlainMonth()
                .claim("A1")
                .payment("A1", "allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00")
                .write(recon.input());
        assertThat(reconcile().exit()).isZero();
        assertThat(recon.run("close", "--month", "2026-10").exit()).isZero();
        Path late = recon.input().resolve("remittances/late.csv");
        Files.writeString(
                late,
                Files.readString(recon.input().resolve("remittances/remittances.csv"))
                        .replace("30.00", "thirty"));

        assertThat(reconcile("--reopen", "late file").exit()).isEqualTo(31);
        Files.delete(late);

        assertThat(reconcile().exit()).isEqualTo(51);
        assertThat(recon.run("status", "--month", "2026-10").out()).contains("closed");
        assertThat(reconcile("--reopen", "late file").exit()).isZero();
        assertThat(reconcile().out()).contains("nothing has changed");
    }
}
