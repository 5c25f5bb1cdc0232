package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.DatabaseKind;
import recon.TestDatabase;
import recon.month.ReconProcess.Result;

/** Claims that a later month replaces (frequency 7) or voids (8), and what an earlier month knew of them. */
class CorrectedClaimsTest {

    private static final String[] OF_AUGUST = {"service_date", "2026-08-05", "submitted_date", "2026-08-07"};
    private static final String[] BY_MEMBER = {"patient_control_number", ""};
    private static final String[] PAID = {"allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00"};
    private static final String[] UNDERPAID = {"allowed", "20.00", "paid", "20.00", "adjustments", "CO-45:20.00"};
    private static final String[] DENIED = {"paid", "0.00", "adjustments", "CO-16:40.00"};

    private static final String VOID_OF_X12VOID4 = String.join(
            "~",
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260907*1200*^*00501*000000001*0*P*:",
            "GS*HC*S*R*20260907*1200*1*X*005010X222A1",
            "ST*837*0001*005010X222A1",
            "BHT*0019*00*1*20260907*1200*CH",
            "HL*1**22*0",
            "SBR*P*18*******CI",
            "NM1*IL*1*TEST*PAT****MI*TESTX12VOID4",
            "NM1*PR*2*Test Health",
            "CLM*X12VOID4*40***11:B:8*Y*A*Y*Y",
            "LX*1",
            "SV1*HC:96372*40*UN*1***1",
            "DTP*472*D8*20260805",
            "SE*11*0001",
            "GE*1*1",
            "IEA*1*000000001",
            "");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(value = DatabaseKind.class, names = "H2")
    void aPaymentFollowsItsClaimHoweverItNamedItAndWhateverTookItsPlace(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            ReconProcess recon = on(database);
            new PlainMonth()
                    .claim("OPEN0", OF_AUGUST)
                    .claim("MEMBER1", OF_AUGUST)
                    .claim("NUMBER2", OF_AUGUST)
                    .claim("VOID3", OF_AUGUST)
                    .claim("RECODED4", OF_AUGUST)
                    .claim("VOID5", OF_AUGUST)
                    .payment("MEMBER1", decided("2026-08-20", PAID, BY_MEMBER))
                    .payment("NUMBER2", decided("2026-08-20", PAID))
                    .payment("VOID3", decided("2026-08-20", UNDERPAID, BY_MEMBER))
                    .payment("RECODED4", decided("2026-08-20", UNDERPAID))
                    .payment("VOID5", decided("2026-08-20", PAID))
                    .write(folder.resolve("august"));
            new PlainMonth()
                    .claim("MEMBER1", corrected("7"))
                    .claim("NUMBER2", corrected("7"))
                    .claim("VOID3", corrected("8"))
                    .claim("RECODED4", corrected("7", "procedure_code", "96401", "charge", "90.00"))
                    .claim("VOID5", corrected("8", "procedure_code", "J3420", "charge", "12.00"))
                    .payment("OPEN0", decided("2026-09-20", PAID))
                    .write(folder.resolve("september"));
            assertThat(verdicts(recon, "2026-08", "august"))
                    .containsExactlyInAnyOrder(
                            "MEMBER1 IN_RANGE",
                            "NUMBER2 IN_RANGE",
                            "OPEN0 NO_RESPONSE",
                            "RECODED4 UNDERPAID",
                            "VOID3 UNDERPAID",
                            "VOID5 IN_RANGE");

            assertThat(verdicts(recon, "2026-09", "september"))
                    .containsExactlyInAnyOrder(
                            " UNMATCHED",
                            "MEMBER1 IN_RANGE",
                            "NUMBER2 IN_RANGE",
                            "OPEN0 IN_RANGE",
                            "RECODED4 UNMATCHED",
                            "VOID5 UNMATCHED");
            assertThat(table(recon, "2026-09", "Control totals"))
                    .filteredOn(total -> total.get("Equation").startsWith("Open claim lines at the start"))
                    .extracting(total -> total.get("Left") + " " + total.get("Result"))
                    .containsExactly("0 OK");
        }
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseKind.class, names = "H2")
    void whatACorrectedClaimIsPaidIsRecoveredFromTheVerdictOnTheFirstOne(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            ReconProcess recon = on(database);
            new PlainMonth()
                    .claim("ONCE1", OF_AUGUST)
                    .claim("TWICE2", OF_AUGUST)
                    .claim("OTHERCHARGE3", OF_AUGUST)
                    .claim("LINES4", OF_AUGUST)
                    .claim("LINES4", with(OF_AUGUST, "line_number", "2", "charge", "50.00"))
                    .claim("PAID5", OF_AUGUST)
                    .payment("ONCE1", decided("2026-08-20", DENIED))
                    .payment("TWICE2", decided("2026-08-20", UNDERPAID))
                    .payment("OTHERCHARGE3", decided("2026-08-20", DENIED))
                    .payment("LINES4", decided("2026-08-20", PAID))
                    .payment(
                            "LINES4",
                            decided("2026-08-20", "billed", "50.00", "paid", "0.00", "adjustments", "CO-16:50.00"))
                    .payment("PAID5", decided("2026-08-20", PAID))
                    .write(folder.resolve("august"));
            new PlainMonth()
                    .claim("ONCE1", corrected("7"))
                    .claim("TWICE2", corrected("7"))
                    .claim("OTHERCHARGE3", corrected("7", "charge", "41.00"))
                    .claim("LINES4", corrected("7"))
                    .claim("LINES4", corrected("7", "line_number", "2", "charge", "50.00"))
                    .claim("PAID5", corrected("7"))
                    .payment("ONCE1", decided("2026-09-20", PAID))
                    .payment(
                            "OTHERCHARGE3",
                            decided("2026-09-20", with(PAID, "billed", "41.00", "adjustments", "CO-45:11.00")))
                    .payment(
                            "LINES4",
                            decided("2026-09-20", with(PAID, "billed", "50.00", "adjustments", "CO-45:20.00")))
                    .write(folder.resolve("september"));
            new PlainMonth()
                    .claim("TWICE2", with(OF_AUGUST, "submitted_date", "2026-10-01", "frequency", "7"))
                    .payment(
                            "TWICE2",
                            decided(
                                    "2026-10-20",
                                    "claim_status",
                                    "22",
                                    "billed",
                                    "-40.00",
                                    "paid",
                                    "-20.00",
                                    "adjustments",
                                    "CO-45:-20.00"))
                    .payment("TWICE2", decided("2026-10-20", PAID))
                    .write(folder.resolve("october"));

            verdicts(recon, "2026-08", "august");
            assertThat(verdicts(recon, "2026-09", "september")).contains("TWICE2 UNDERPAID", "PAID5 IN_RANGE");
            assertThat(recovered(recon, "2026-09"))
                    .containsExactlyInAnyOrder(
                            "ONCE1 1 DENIED 2026-08 0 30",
                            "OTHERCHARGE3 1 DENIED 2026-08 0 30",
                            "LINES4 2 DENIED 2026-08 0 30");
            verdicts(recon, "2026-10", "october");
            assertThat(recovered(recon, "2026-10")).containsExactly("TWICE2 1 UNDERPAID 2026-08 20 30");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aLineThatTheCorrectedClaimMovesOrDropsIsRecoveredByItsOwnPaymentOnly(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            ReconProcess recon = on(database);
            new PlainMonth()
                    .claim("DROPPED1", OF_AUGUST)
                    .claim("DROPPED1", with(OF_AUGUST, "line_number", "2", "modifiers", "59"))
                    .claim("MOVED2", OF_AUGUST)
                    .claim("MOVED2", with(OF_AUGUST, "line_number", "2", "modifiers", "59"))
                    .claim("MOVED3", OF_AUGUST)
                    .claim("MOVED3", with(OF_AUGUST, "line_number", "2", "modifiers", "59"))
                    .payment("DROPPED1", decided("2026-08-20", PAID))
                    .payment("MOVED2", decided("2026-08-20", PAID))
                    .payment("MOVED3", decided("2026-08-20", PAID))
                    .payment("MOVED3", decided("2026-08-20", DENIED, "modifiers", "59"))
                    .write(folder.resolve("august"));
            withAVisitOnTop("MOVED3", "2026-09-05")
                    .payment("DROPPED1", decided("2026-09-20", DENIED, "modifiers", "59"))
                    .payment("MOVED2", decided("2026-09-20", DENIED, "modifiers", "59"))
                    .payment("MOVED3", decided("2026-09-20", PAID, "modifiers", "59"))
                    .write(folder.resolve("september"));
            withAVisitOnTop("MOVED2", "2026-10-05")
                    .claim("DROPPED1", with(OF_AUGUST, "submitted_date", "2026-10-05", "frequency", "7"))
                    .payment("OTHER4", decided("2026-10-20", PAID))
                    .write(folder.resolve("october"));
            new PlainMonth()
                    .claim("OTHER4", OF_AUGUST)
                    .payment("MOVED2", decided("2026-11-20", PAID, "modifiers", "59"))
                    .write(folder.resolve("november"));

            verdicts(recon, "2026-08", "august");
            verdicts(recon, "2026-09", "september");
            assertThat(recovered(recon, "2026-09")).containsExactly("MOVED3 3 DENIED 2026-08 0 30");
            assertThat(verdicts(recon, "2026-10", "october"))
                    .containsExactlyInAnyOrder(
                            "OTHER4 UNMATCHED", "DROPPED1 IN_RANGE", "MOVED2 IN_RANGE", "MOVED2 DENIED");
            assertThat(recovered(recon, "2026-10")).isEmpty();
            verdicts(recon, "2026-11", "november");
            assertThat(recovered(recon, "2026-11")).containsExactly("MOVED2 3 DENIED 2026-09 0 30");
        }
    }

    /** Two identical lines paid alike, and reversed alike, though the corrected claim has one line for both or none. */
    @ParameterizedTest
    @EnumSource(value = DatabaseKind.class, names = "H2")
    void eachOfTwoPaymentsAlikeIsListedWhenTheirLinesAreOneSince(DatabaseKind kind) {
        String[] second = with(OF_AUGUST, "line_number", "2");
        String[] reversed = {"claim_status", "22", "billed", "-40.00", "paid", "-30.00", "adjustments", "CO-45:-10.00"};
        try (TestDatabase database = kind.create()) {
            ReconProcess recon = on(database);
            PlainMonth august = new PlainMonth();
            for (String claim : List.of("MERGED1", "REVERSED2", "VOID3")) {
                august.claim(claim, OF_AUGUST).claim(claim, second);
                august.payment(claim, decided("2026-08-20", PAID)).payment(claim, decided("2026-08-20", PAID));
            }
            august.claim("MEMBER4", OF_AUGUST)
                    .claim("MEMBER4", second)
                    .payment("MEMBER4", decided("2026-08-20", PAID, BY_MEMBER))
                    .payment("MEMBER4", decided("2026-08-20", PAID, BY_MEMBER))
                    .write(folder.resolve("august"));
            String[] merged = corrected("7", "units", "2", "charge", "80.00");
            new PlainMonth()
                    .claim("MERGED1", merged)
                    .claim("REVERSED2", merged)
                    .claim("VOID3", corrected("8"))
                    .claim("VOID3", corrected("8", "line_number", "2"))
                    .claim("MEMBER4", merged)
                    .payment("REVERSED2", decided("2026-09-20", reversed))
                    .payment("REVERSED2", decided("2026-09-20", reversed))
                    .payment("VOID3", decided("2026-09-20", reversed))
                    .payment("VOID3", decided("2026-09-20", reversed))
                    .write(folder.resolve("september"));

            assertThat(verdicts(recon, "2026-08", "august"))
                    .filteredOn(" UNMATCHED"::equals)
                    .hasSize(2);
            assertThat(verdicts(recon, "2026-09", "september"))
                    .containsExactlyInAnyOrder(
                            "MERGED1 NO_RESPONSE",
                            "MERGED1 UNMATCHED",
                            "MERGED1 UNMATCHED",
                            "REVERSED2 NO_RESPONSE",
                            "REVERSED2 UNMATCHED",
                            "REVERSED2 UNMATCHED",
                            "REVERSED2 UNMATCHED",
                            "REVERSED2 UNMATCHED",
                            "VOID3 UNMATCHED",
                            "VOID3 UNMATCHED",
                            "VOID3 UNMATCHED",
                            "VOID3 UNMATCHED",
                            "MEMBER4 NO_RESPONSE",
                            " UNMATCHED",
                            " UNMATCHED");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aCorrectionUnderANewNumberTakesThePlaceOfTheClaimWhosePayerClaimNumberItNames(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            ReconProcess recon = on(database);
            new PlainMonth()
                    .claim("DENIED1", OF_AUGUST)
                    .claim("VOID2", OF_AUGUST)
                    .claim("OTHER3", OF_AUGUST)
                    .payment("DENIED1", decided("2026-08-20", DENIED, "payer_claim_number", "ICN1"))
                    .payment("VOID2", decided("2026-08-20", PAID, "payer_claim_number", "ICN2"))
                    .payment("OTHER3", decided("2026-08-20", DENIED, "payer_claim_number", "ICN3"))
                    .write(folder.resolve("august"));
            new PlainMonth()
                    .claim("NEW1", corrected("7", "payer_claim_number", "ICN1", "member_id", "TESTDENIED1"))
                    .claim("NEW2", corrected("8", "payer_claim_number", "ICN2", "member_id", "TESTVOID2"))
                    .claim("NEW3", corrected("7", "payer_claim_number", "ICN3"))
                    .payment("NEW1", decided("2026-09-20", PAID, "payer_claim_number", "ICN4"))
                    .write(folder.resolve("september"));
            assertThat(verdicts(recon, "2026-08", "august"))
                    .containsExactlyInAnyOrder("DENIED1 DENIED", "VOID2 IN_RANGE", "OTHER3 DENIED");

            assertThat(verdicts(recon, "2026-09", "september"))
                    .containsExactlyInAnyOrder("NEW1 IN_RANGE", "VOID2 UNMATCHED", "OTHER3 DENIED", "NEW3 NO_RESPONSE");
            assertThat(recovered(recon, "2026-09")).containsExactly("NEW1 1 DENIED 2026-08 0 30");
            assertThat(table(recon, "2026-09", "Files"))
                    .filteredOn(file -> file.get("Kind").equals("claims"))
                    .extracting(file -> file.get("Remarks").lines().skip(1).toList())
                    .containsExactly(
                            List.of(
                                    "1 corrected or voided claim under a new claim number replaced nothing: no claim on file, or more than one, of that payer, patient and day has the payer's claim number of the original (REF*F8); the first is claims.csv row 4"));
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aMonthThatIsRunAgainLeavesWhatWasSubmittedAfterItToTheMonthAfterIt(DatabaseKind kind) throws IOException {
        try (TestDatabase database = kind.create()) {
            ReconProcess recon = on(database);
            PlainMonth august = new PlainMonth();
            for (String claim : List.of("REPLACED1", "VOID2", "OTHERCODE3", "X12VOID4", "RENUMBERED5", "UNDATED6")) {
                august.claim(claim, OF_AUGUST)
                        .payment(claim, decided("2026-08-20", UNDERPAID, "payer_claim_number", "ICN" + claim));
            }
            august.write(folder.resolve("august"));
            String[] recharged = {"charge", "45.00"};
            new PlainMonth()
                    .claim("REPLACED1", corrected("7", recharged))
                    .claim("VOID2", corrected("8"))
                    .claim("OTHERCODE3", corrected("8", "procedure_code", "J3420", "charge", "12.00"))
                    .claim(
                            "NEW5",
                            corrected(
                                    "7",
                                    with(
                                            recharged,
                                            "member_id",
                                            "TESTRENUMBERED5",
                                            "payer_claim_number",
                                            "ICNRENUMBERED5")))
                    .claim("UNDATED6", corrected("7", with(recharged, "submitted_date", "")))
                    .claim("ORIGINAL7", with(OF_AUGUST, "submitted_date", "2026-09-07"))
                    .write(folder.resolve("later"));
            new PlainMonth()
                    .claim("NEXT8", "service_date", "2026-09-05", "submitted_date", "2026-09-07")
                    .payment(
                            "REPLACED1",
                            decided("2026-09-20", with(PAID, "billed", "45.00", "adjustments", "CO-45:15.00")))
                    .write(folder.resolve("september"));
            assertThat(verdicts(recon, "2026-08", "august"))
                    .containsExactlyInAnyOrder(
                            "REPLACED1 UNDERPAID",
                            "VOID2 UNDERPAID",
                            "OTHERCODE3 UNDERPAID",
                            "X12VOID4 UNDERPAID",
                            "RENUMBERED5 UNDERPAID",
                            "UNDATED6 UNDERPAID");

            Path claims = folder.resolve("august/claims");
            Files.copy(folder.resolve("later/claims/claims.csv"), claims.resolve("later.csv"));
            Files.writeString(claims.resolve("later.837"), VOID_OF_X12VOID4);
            assertThat(verdicts(recon, "2026-08", "august"))
                    .containsExactlyInAnyOrder(
                            "REPLACED1 UNDERPAID",
                            "VOID2 UNDERPAID",
                            "OTHERCODE3 UNDERPAID",
                            "X12VOID4 UNDERPAID",
                            "RENUMBERED5 UNDERPAID",
                            "UNDATED6 NO_RESPONSE",
                            "UNDATED6 UNMATCHED",
                            "ORIGINAL7 NO_RESPONSE");
            assertThat(table(recon, "2026-08", "Files"))
                    .filteredOn(file -> file.get("File").startsWith("later"))
                    .extracting(file -> file.get("File") + " " + file.get("Later") + " later, "
                            + file.get("Other codes") + " of other codes, " + file.get("In scope") + " in scope")
                    .containsExactly(
                            "later.837 1 later, 0 of other codes, 0 in scope",
                            "later.csv 3 later, 1 of other codes, 2 in scope");

            assertThat(verdicts(recon, "2026-09", "september"))
                    .containsExactlyInAnyOrder(
                            "REPLACED1 IN_RANGE",
                            "REPLACED1 UNMATCHED",
                            "VOID2 UNMATCHED",
                            "OTHERCODE3 UNMATCHED",
                            "X12VOID4 UNMATCHED",
                            "NEW5 NO_RESPONSE",
                            "RENUMBERED5 UNMATCHED",
                            "UNDATED6 NO_RESPONSE",
                            "UNDATED6 UNMATCHED",
                            "ORIGINAL7 NO_RESPONSE",
                            "NEXT8 NO_RESPONSE");
            assertThat(verdicts(recon, "2026-08", "august", "--force")).contains("VOID2 UNDERPAID");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aLineWhoseChargeALaterExportChangesIsWarnedOfUntilTheOlderMonthIsRunWithThatExport(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            ReconProcess recon = on(database);
            String[] other = {"charge", "45.00"};
            new PlainMonth()
                    .claim("KEPT1", OF_AUGUST)
                    .claim("CHANGED2", OF_AUGUST)
                    .payment("KEPT1", decided("2026-08-20", PAID))
                    .write(folder.resolve("august"));
            new PlainMonth()
                    .claim("KEPT1", OF_AUGUST)
                    .claim("CHANGED2", with(OF_AUGUST, other))
                    .payment("KEPT1", decided("2026-08-20", PAID))
                    .payment(
                            "CHANGED2",
                            decided("2026-09-20", with(PAID, "billed", "45.00", "adjustments", "CO-45:15.00")))
                    .write(folder.resolve("september"));
            String warning =
                    "1 claim line stands on file with another charge or payer too, under the same claim number, line number, date, code and modifiers, and both count: the first is claims.csv row 3 beside claims.csv row 3 of an earlier month.";

            verdicts(recon, "2026-08", "august");
            assertThat(verdicts(recon, "2026-09", "september"))
                    .containsExactlyInAnyOrder("CHANGED2 NO_RESPONSE", "CHANGED2 IN_RANGE");
            assertThat(table(recon, "2026-09", "Files").toString()).contains(warning);
            assertThat(recon.output().resolve("2026-09/run-2026-09.html"))
                    .content()
                    .contains(warning);

            assertThat(verdicts(recon, "2026-08", "september"))
                    .containsExactlyInAnyOrder("KEPT1 IN_RANGE", "CHANGED2 NO_RESPONSE");
            assertThat(verdicts(recon, "2026-09", "september")).containsExactly("CHANGED2 IN_RANGE");
            assertThat(table(recon, "2026-09", "Files").toString()).doesNotContain(warning);
            assertThat(recon.output().resolve("2026-09/run-2026-09.html"))
                    .content()
                    .doesNotContain(warning);
        }
    }

    private static PlainMonth withAVisitOnTop(String claim, String submitted) {
        String[] corrected = with(OF_AUGUST, "submitted_date", submitted, "frequency", "7");
        return new PlainMonth()
                .claim(claim, with(corrected, "procedure_code", "99213", "modifiers", "25", "charge", "120.00"))
                .claim(claim, with(corrected, "line_number", "2"))
                .claim(claim, with(corrected, "line_number", "3", "modifiers", "59"));
    }

    private ReconProcess on(TestDatabase database) {
        return new ReconProcess(folder)
                .here()
                .with("RECON_DB_URL", database.url())
                .with("RECON_DB_USER", database.user());
    }

    private static String[] corrected(String frequency, String... more) {
        return with(with(OF_AUGUST, "submitted_date", "2026-09-07", "frequency", frequency), more);
    }

    private static String[] decided(String checkDate, String[] decision, String... more) {
        return with(
                with(new String[] {"check_date", checkDate, "check_number", "CHK" + checkDate}, decision),
                with(new String[] {"service_date", "2026-08-05"}, more));
    }

    private static String[] decided(String checkDate, String... decision) {
        return decided(checkDate, decision, new String[0]);
    }

    /** What stands later counts. */
    private static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private List<String> verdicts(ReconProcess recon, String month, String input, String... more) {
        Result result = recon.run(with(
                new String[] {
                    "reconcile",
                    "--month",
                    month,
                    "--input",
                    folder.resolve(input).toString()
                },
                more));
        assertThat(result.exit()).as(result.err() + result.out()).isZero();
        return table(recon, month, "All lines").stream()
                .map(line -> line.get("Claim") + " " + line.get("Verdict"))
                .toList();
    }

    private static List<String> recovered(ReconProcess recon, String month) {
        return table(recon, month, "Recovered").stream()
                .map(row -> row.get("Claim") + " " + row.get("Line") + " " + row.get("First verdict") + " "
                        + row.get("First month") + " " + row.get("First allowed") + " " + row.get("Final allowed"))
                .toList();
    }

    private static List<Map<String, String>> table(ReconProcess recon, String month, String sheet) {
        return MonthContent.table(MonthContent.of(recon.output(), YearMonth.parse(month)), "reconciliation / " + sheet);
    }
}
