package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.month.ReconProcess.Result;

/** Three months in a row in one database: what is denied, underpaid and reversed in one is settled in another. */
class MonthByMonthTest {

    @TempDir
    private Path folder;

    @Test
    void denialsAndShortfallsAreRecoveredAndPaymentsReversedInLaterMonths() {
        ReconProcess recon = new ReconProcess(folder).here();

        new PlainMonth()
                .claim("A1", "service_date", "2026-08-05", "submitted_date", "2026-08-07")
                .claim("B2", "service_date", "2026-08-05", "submitted_date", "2026-08-07")
                .claim("C3", "service_date", "2026-08-05", "submitted_date", "2026-08-07")
                .payment("A1", august("paid", "0.00", "adjustments", "CO-16:40.00"))
                .payment("B2", august("allowed", "20.00", "paid", "20.00", "adjustments", "CO-45:20.00"))
                .payment("C3", august("allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00"))
                .write(folder.resolve("august"));
        new PlainMonth()
                .claim("D4", "service_date", "2026-09-05", "submitted_date", "2026-09-07")
                .payment("A1", september("allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00"))
                .payment(
                        "B2",
                        september(
                                "claim_status",
                                "22",
                                "billed",
                                "-40.00",
                                "paid",
                                "-20.00",
                                "adjustments",
                                "CO-45:-20.00"))
                .payment("B2", september("allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00"))
                .write(folder.resolve("september"));
        new PlainMonth()
                .claim("E5")
                .payment("D4", october("service_date", "2026-09-05", "paid", "0.00", "adjustments", "CO-97:40.00"))
                .payment(
                        "C3",
                        october(
                                "claim_status",
                                "22",
                                "billed",
                                "-40.00",
                                "paid",
                                "-30.00",
                                "adjustments",
                                "CO-45:-10.00"))
                .write(folder.resolve("october"));

        assertThat(verdicts(recon, "2026-08", "august"))
                .containsExactlyInAnyOrder("A1 DENIED", "B2 UNDERPAID", "C3 IN_RANGE");
        assertThat(verdicts(recon, "2026-09", "september"))
                .containsExactlyInAnyOrder("A1 IN_RANGE", "B2 IN_RANGE", "D4 NO_RESPONSE");
        assertThat(MonthContent.table(content(recon, "2026-09"), "reconciliation / Recovered"))
                .extracting(row -> row.get("Claim") + " " + row.get("First verdict") + " " + row.get("First month")
                        + " " + row.get("First allowed") + " " + row.get("Final allowed") + " " + row.get("Recovered"))
                .containsExactlyInAnyOrder("A1 DENIED 2026-08 0 30 30", "B2 UNDERPAID 2026-08 20 30 10");
        assertThat(verdicts(recon, "2026-10", "october"))
                .containsExactlyInAnyOrder("C3 PENDED", "D4 DENIED", "E5 NO_RESPONSE");

        assertThat(recon.run("status").out())
                .contains("2026-08 revision 1: done", "2026-09 revision 1: done", "2026-10 revision 1: done");
        assertThat(verdicts(recon, "2026-08", "august", "--force"))
                .as("August again, as it stood at its end")
                .containsExactlyInAnyOrder("A1 DENIED", "B2 UNDERPAID", "C3 IN_RANGE");
    }

    @Test
    void whatWasListedAsRecoveredIsNotListedAgainWhenItIsTakenBackAndPaidOnceMore() {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("TWICE1", inAugust())
                .claim("BACK2", inAugust())
                .claim("MORE3", inAugust())
                .payment("TWICE1", august(DENIED))
                .payment("BACK2", august(DENIED))
                .payment("MORE3", august(DENIED))
                .write(folder.resolve("august"));
        new PlainMonth()
                .claim("OTHER4", inAugust())
                .payment("TWICE1", september(PAID))
                .payment("BACK2", september(PAID))
                .payment("MORE3", september(PAID))
                .write(folder.resolve("september"));
        new PlainMonth()
                .claim("OTHER5", inAugust())
                .payment("TWICE1", october(with(PAID, "service_date", "2026-08-05")))
                .payment("BACK2", october(TAKEN_BACK))
                .payment("MORE3", october(TAKEN_BACK))
                .write(folder.resolve("october"));
        new PlainMonth()
                .claim("OTHER6", inAugust())
                .payment("TWICE1", on("2026-11-20", "CHK11", "2026-08-05", TAKEN_BACK))
                .payment("BACK2", on("2026-11-20", "CHK11", "2026-08-05", PAID))
                .payment(
                        "MORE3",
                        on(
                                "2026-11-20",
                                "CHK11",
                                "2026-08-05",
                                "allowed",
                                "32.00",
                                "paid",
                                "32.00",
                                "adjustments",
                                "CO-45:8.00"))
                .write(folder.resolve("november"));

        verdicts(recon, "2026-08", "august");
        verdicts(recon, "2026-09", "september");
        assertThat(recovered(recon, "2026-09"))
                .containsExactlyInAnyOrder(
                        "TWICE1 DENIED 2026-08 0 30", "BACK2 DENIED 2026-08 0 30", "MORE3 DENIED 2026-08 0 30");
        assertThat(verdicts(recon, "2026-10", "october"))
                .contains("TWICE1 NEEDS_REVIEW", "BACK2 PENDED", "MORE3 PENDED");
        assertThat(verdicts(recon, "2026-11", "november"))
                .contains("TWICE1 IN_RANGE", "BACK2 IN_RANGE", "MORE3 IN_RANGE");
        assertThat(recovered(recon, "2026-11")).containsExactly("MORE3 DENIED 2026-08 30 32");
    }

    @Test
    void aDenialThatIsPaidTooLittleIsRecoveredAsFarAsItIsPaidAndNoNewFinding() {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("WON1", inAugust())
                .claim("KEPT2", inAugust())
                .payment("WON1", august(DENIED))
                .payment("KEPT2", august(DENIED))
                .write(folder.resolve("august"));
        new PlainMonth()
                .claim("NEW3", inAugust())
                .payment("WON1", september(UNDERPAID))
                .payment("NEW3", september(DENIED))
                .write(folder.resolve("september"));
        new PlainMonth()
                .claim("OTHER4", inAugust())
                .payment("WON1", october(with(TAKEN_BACK, "paid", "-20.00", "adjustments", "CO-45:-20.00")))
                .payment("WON1", october(with(PAID, "service_date", "2026-08-05")))
                .write(folder.resolve("october"));

        verdicts(recon, "2026-08", "august");
        assertThat(verdicts(recon, "2026-09", "september")).contains("WON1 UNDERPAID", "KEPT2 DENIED", "NEW3 DENIED");
        assertThat(recovered(recon, "2026-09")).containsExactly("WON1 DENIED 2026-08 0 20");
        assertThat(openSince(recon, "2026-09", "denials / Denied lines"))
                .containsExactlyInAnyOrder("KEPT2 2026-08", "NEW3 ");
        assertThat(openSince(recon, "2026-09", "underpayments / Underpaid lines"))
                .containsExactly("WON1 2026-08");
        assertThat(MonthContent.table(content(recon, "2026-09"), "denials / By payer"))
                .singleElement()
                .satisfies(payer -> assertThat(payer)
                        .containsEntry("Denied lines", "2")
                        .containsEntry("New denials", "1")
                        .containsEntry("Denial rate", "1"));
        assertThat(content(recon, "2026-09").get("denials / Summary"))
                .as("lines and dollars, all and new: underpaid, then denied")
                .contains(List.of("2026-09", "1", "5", "1", "5", "2", "50", "1", "25"));

        assertThat(verdicts(recon, "2026-10", "october")).contains("WON1 IN_RANGE");
        assertThat(recovered(recon, "2026-10")).containsExactly("WON1 DENIED 2026-08 20 30");
    }

    @Test
    void theDenialRateIsThatOfTheLinesThatAPayerDecidesOnForTheFirstTime() {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("WON1", inAugust())
                .claim("BACK2", inAugust())
                .payment("WON1", august(DENIED))
                .payment("BACK2", august(PAID))
                .write(folder.resolve("august"));
        new PlainMonth()
                .claim("NEW3", inAugust())
                .claim("NEW4", inAugust())
                .payment("WON1", september(PAID))
                .payment("BACK2", september(TAKEN_BACK))
                .payment("NEW3", september(DENIED))
                .payment("NEW4", september(PAID))
                .write(folder.resolve("september"));
        new PlainMonth()
                .claim("NEW5", inAugust())
                .payment("BACK2", october(with(DENIED, "service_date", "2026-08-05")))
                .payment("NEW5", october(with(PAID, "service_date", "2026-08-05")))
                .write(folder.resolve("october"));

        verdicts(recon, "2026-08", "august");
        assertThat(denialRates(recon, "2026-08")).containsExactly("0.5", "0.5", "0.5");
        assertThat(verdicts(recon, "2026-09", "september"))
                .containsExactlyInAnyOrder("WON1 IN_RANGE", "BACK2 PENDED", "NEW3 DENIED", "NEW4 IN_RANGE");
        assertThat(denialRates(recon, "2026-09")).containsExactly("0.5", "0.5", "0.5");
        assertThat(verdicts(recon, "2026-10", "october"))
                .containsExactlyInAnyOrder("BACK2 DENIED", "NEW3 DENIED", "NEW5 IN_RANGE");
        assertThat(denialRates(recon, "2026-10")).containsExactly("0", "0", "0");
    }

    /** Of the only payer, of its class and of all. */
    private static List<String> denialRates(ReconProcess recon, String month) {
        List<List<String>> summary = content(recon, month).get("denials / Summary");
        List<String> headings = summary.stream()
                .filter(row -> row.contains("Denial rate"))
                .findFirst()
                .orElseThrow();
        int table = summary.indexOf(headings);
        return summary.subList(table + 1, table + 4).stream()
                .map(row -> row.get(headings.indexOf("Denial rate")))
                .toList();
    }

    private static List<String> openSince(ReconProcess recon, String month, String sheet) {
        return MonthContent.table(content(recon, month), sheet).stream()
                .map(row -> row.get("Claim") + " " + row.get("Open since"))
                .toList();
    }

    private static List<String> recovered(ReconProcess recon, String month) {
        return MonthContent.table(content(recon, month), "reconciliation / Recovered").stream()
                .map(row -> row.get("Claim") + " " + row.get("First verdict") + " " + row.get("First month") + " "
                        + row.get("First allowed") + " " + row.get("Final allowed"))
                .toList();
    }

    @Test
    void aPaymentWhoseClaimWasReplacedStaysOpenUntilItFindsAnother() {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("A1", "service_date", "2026-08-05", "submitted_date", "2026-08-07")
                .payment("A1", august("allowed", "20.00", "paid", "20.00", "adjustments", "CO-45:20.00"))
                .write(folder.resolve("august"));
        new PlainMonth()
                .claim("A1", "service_date", "2026-08-09", "submitted_date", "2026-09-01", "frequency", "7")
                .payment("B2", september("allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00"))
                .claim("B2", "service_date", "2026-08-05")
                .write(folder.resolve("september"));
        new PlainMonth()
                .claim("E5")
                .payment(
                        "E5",
                        october(
                                "service_date",
                                "2026-10-05",
                                "allowed",
                                "30.00",
                                "paid",
                                "30.00",
                                "adjustments",
                                "CO-45:10.00"))
                .write(folder.resolve("october"));

        assertThat(verdicts(recon, "2026-08", "august")).containsExactly("A1 UNDERPAID");
        assertThat(verdicts(recon, "2026-09", "september")).contains("A1 NO_RESPONSE", "A1 UNMATCHED");
        assertThat(verdicts(recon, "2026-10", "october")).contains("A1 NO_RESPONSE", "A1 UNMATCHED");
    }

    @Test
    void aLineThatAnEarlierMonthSettledKeepsItsPaymentWhateverFitsBetterSince() {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("A1", inAugust("line_number", "2"))
                .claim("B2", inAugust("modifiers", "59"))
                .claim("C3", inAugust("member_id", "M3"))
                .claim("D4", inAugust("modifiers", "59"))
                .claim("E5", inAugust("modifiers", "59"))
                .payment("A1", august(PAID))
                .payment("B2", august(PAID))
                .payment("C3-WRITTEN-OTHERWISE", august(with(PAID, "member_id", "M3")))
                .payment("D4", august(PAID))
                .payment("E5", august(PAID))
                .payment("E5", august(with(UNDERPAID, "modifiers", "LT")))
                .write(folder.resolve("august"));
        new PlainMonth()
                .claim("A1", inAugust("line_number", "1"))
                .claim("B2", inAugust("line_number", "2"))
                .claim("C3-WRITTEN-OTHERWISE", inAugust("member_id", "M3"))
                .claim("D4", inAugust("line_number", "2", "modifiers", "LT"))
                .claim("E5", inAugust("line_number", "2"))
                .payment("X9", september(PAID))
                .write(folder.resolve("september"));

        assertThat(verdicts(recon, "2026-08", "august"))
                .containsExactlyInAnyOrder(
                        "A1 IN_RANGE", "B2 IN_RANGE", "C3 IN_RANGE", "D4 IN_RANGE", "E5 IN_RANGE", "E5 UNMATCHED");
        assertThat(verdicts(recon, "2026-09", "september"))
                .containsExactlyInAnyOrder(
                        "A1 NO_RESPONSE",
                        "B2 NO_RESPONSE",
                        "C3-WRITTEN-OTHERWISE NO_RESPONSE",
                        "D4 NO_RESPONSE",
                        "E5 UNDERPAID",
                        "X9 UNMATCHED");
    }

    @Test
    void aSettledLineIsListedAgainWhereItTakesAPaymentThatAnEarlierMonthCouldNotTell() {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("A1", inAugust("line_number", "1"))
                .claim("A1", inAugust("line_number", "2", "payer", "Other Health"))
                .payment("A1", august(PAID))
                .payment("A1", on("2026-08-25", "CHK8B", "2026-08-05", with(PAID, "payer", "")))
                .write(folder.resolve("august"));
        new PlainMonth()
                .claim("A1", inAugust("line_number", "2", "payer", "Other Health", "frequency", "8"))
                .payment("X9", september(PAID))
                .write(folder.resolve("september"));

        assertThat(verdicts(recon, "2026-08", "august"))
                .containsExactlyInAnyOrder("A1 IN_RANGE", "A1 NO_RESPONSE", "A1 UNMATCHED");
        assertThat(verdicts(recon, "2026-09", "september"))
                .containsExactlyInAnyOrder("A1 NEEDS_REVIEW", "X9 UNMATCHED");
    }

    private static String[] inAugust(String... differences) {
        return with(differences, "service_date", "2026-08-05", "submitted_date", "2026-08-07");
    }

    private static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static final String[] PAID = {"allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00"};
    private static final String[] DENIED = {"paid", "0.00", "adjustments", "CO-16:40.00"};
    private static final String[] TAKEN_BACK = {
        "claim_status",
        "22",
        "billed",
        "-40.00",
        "paid",
        "-30.00",
        "adjustments",
        "CO-45:-10.00",
        "service_date",
        "2026-08-05"
    };
    private static final String[] UNDERPAID = {"allowed", "20.00", "paid", "20.00", "adjustments", "CO-45:20.00"};

    private static PlainMonth ofAugust() {
        return new PlainMonth()
                .claim("A1", "service_date", "2026-08-05", "submitted_date", "2026-08-07")
                .claim("B2", "service_date", "2026-08-05", "submitted_date", "2026-08-07")
                .payment("A1", august(PAID))
                .payment("B2", august(UNDERPAID));
    }

    @Test
    void nextMonthsExportsOfTheSameNamesRepeatLastMonths() {
        ReconProcess recon = new ReconProcess(folder).here();
        ofAugust().write(folder.resolve("input"));
        assertThat(verdicts(recon, "2026-08", "input")).containsExactly("A1 IN_RANGE", "B2 UNDERPAID");
        ofAugust()
                .claim("C3", "service_date", "2026-09-05", "submitted_date", "2026-09-07")
                .payment("C3", on("2026-09-20", "CHK9", "2026-09-05", PAID))
                .write(folder.resolve("input"));

        assertThat(verdicts(recon, "2026-09", "input")).containsExactly("B2 UNDERPAID", "C3 IN_RANGE");
    }

    @Test
    void aPaymentThatAnEarlierMonthJudgedIsNotJudgedAgainFromAFileThatWasReadBefore() {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("A1", "service_date", "2026-08-05", "submitted_date", "2026-08-07")
                .payment("A1", august(PAID))
                .write(folder.resolve("second-week"));
        ofAugust().write(folder.resolve("august"));
        new PlainMonth()
                .claim("A1", "service_date", "2026-08-05", "submitted_date", "2026-08-07")
                .payment("A1", august(PAID))
                .write(folder.resolve("september"));

        assertThat(verdicts(recon, "2026-08", "second-week")).containsExactly("A1 IN_RANGE");
        assertThat(verdicts(recon, "2026-08", "august")).containsExactly("A1 IN_RANGE", "B2 UNDERPAID");
        assertThat(verdicts(recon, "2026-09", "september")).containsExactly("B2 UNDERPAID");
    }

    @Test
    void aLineThatWasSetAsideCountsAgainWhereTheFileOfTheOtherIsReadAnew() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("A1", "service_date", "2026-08-05", "submitted_date", "2026-08-07")
                .payment("X9", august(PAID))
                .write(folder.resolve("input"));
        Path claims = folder.resolve("input/claims/claims.csv");
        Path copy = folder.resolve("input/claims/other.csv");
        Files.writeString(copy, Files.readString(claims) + "\n");
        assertThat(verdicts(recon, "2026-08", "input")).containsExactlyInAnyOrder("A1 NO_RESPONSE", "X9 UNMATCHED");

        Files.delete(copy);
        addProfile("another");
        assertThat(verdicts(recon, "2026-09", "input")).containsExactlyInAnyOrder("A1 NO_RESPONSE", "X9 UNMATCHED");
    }

    @Test
    void whatEarlierMonthsReadAndKnowStaysWhereAProfileCameSince() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        Path input = folder.resolve("input");
        ofAugust().claim("C3", inAugust()).payment("C3", august(DENIED)).write(input);
        assertThat(verdicts(recon, "2026-08", "input"))
                .containsExactlyInAnyOrder("A1 IN_RANGE", "B2 UNDERPAID", "C3 DENIED");

        new PlainMonth().claim("D4", inAugust()).payment("C3", september(PAID)).write(folder.resolve("september"));
        addToInput("september");
        addProfile("another");
        Result september = recon.run("reconcile", "--month", "2026-09", "--input", "input");
        assertThat(september.err()).contains("2 files would be read otherwise now");
        assertThat(listed(recon, "2026-09")).containsExactlyInAnyOrder("B2 UNDERPAID", "C3 IN_RANGE", "D4 NO_RESPONSE");
        assertThat(recovered(recon, "2026-09")).containsExactly("C3 DENIED 2026-08 0 30");
        assertThat(recon.run("verify", "--month", "2026-09").exit()).isZero();
        assertThat(recon.run("reconcile", "--month", "2026-09", "--input", "input")
                        .out())
                .contains("nothing has changed");

        new PlainMonth().claim("E5", inAugust()).payment("B2", october(PAID)).write(folder.resolve("october"));
        addToInput("october");
        addProfile("one-more");
        Result october = recon.run("reconcile", "--month", "2026-10", "--input", "input");
        assertThat(october.err()).contains("4 files would be read otherwise now");
        assertThat(listed(recon, "2026-10"))
                .as("a second payment of B2 without a reversal, and what is open")
                .containsExactlyInAnyOrder("B2 NEEDS_REVIEW", "D4 NO_RESPONSE", "E5 NO_RESPONSE");

        assertThat(recon.run("reconcile", "--month", "2026-08", "--input", "input", "--force")
                        .err())
                .as("the month that first had them reads its files anew")
                .doesNotContain("would be read otherwise now");
        assertThat(verdicts(recon, "2026-09", "input"))
                .as("and later months build on that")
                .containsExactlyInAnyOrder("B2 UNDERPAID", "C3 IN_RANGE", "D4 NO_RESPONSE", "E5 NO_RESPONSE");
        assertThat(recovered(recon, "2026-09")).containsExactly("C3 DENIED 2026-08 0 30");
    }

    @Test
    void aFileThatStaysAsAnEarlierMonthReadItIsNotComparedWithWhatAProfileMakesOfItNow() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        ofAugust().write(folder.resolve("input"));
        assertThat(verdicts(recon, "2026-08", "input")).containsExactlyInAnyOrder("A1 IN_RANGE", "B2 UNDERPAID");
        Path profiles = Files.createDirectories(folder.resolve("input/reference/profiles"));
        Files.writeString(profiles.resolve("units-for-charge.yaml"), """
                name: units-for-charge
                kind: claims
                match: [payer_class, submitted_date]
                columns:
                  patient_control_number: patient_control_number
                  service_date: service_date
                  procedure_code: procedure_code
                  charge: units
                """);

        assertThat(verdicts(recon, "2026-09", "input")).containsExactly("B2 UNDERPAID");
        Result verified = recon.run("verify", "--month", "2026-09");

        assertThat(verified.exit()).as(verified.err() + verified.out()).isZero();
        assertThat(verified.out()).contains("claims.csv stays as an earlier month read it");
        assertThat(recon.run("verify", "--month", "2026-08").exit())
                .as("August says nothing of a profile that came since")
                .isEqualTo(20);
    }

    /** Puts a month's files beside those that the input folder has already. */
    private void addToInput(String month) throws IOException {
        for (String kind : List.of("claims", "remittances")) {
            Files.copy(
                    folder.resolve(month + "/" + kind + "/" + kind + ".csv"),
                    folder.resolve("input/" + kind + "/" + month + ".csv"));
        }
    }

    /** A profile of files that nobody has: it changes what all are read by, and how none of them is read. */
    private void addProfile(String name) throws IOException {
        Path profiles = Files.createDirectories(folder.resolve("input/reference/profiles"));
        Files.writeString(profiles.resolve(name + ".yaml"), """
                name: %s
                kind: claims
                match: [Account, Day]
                columns:
                  patient_control_number: Account
                  service_date: Day
                  procedure_code: Code
                  charge: Charge
                """.formatted(name));
    }

    @Test
    void aMonthIsRunAgainWhereAnEarlierOneWasRunSince() {
        ReconProcess recon = new ReconProcess(folder).here();
        ofAugust().write(folder.resolve("input"));
        assertThat(verdicts(recon, "2026-09", "input")).containsExactly("A1 IN_RANGE", "B2 UNDERPAID");
        assertThat(verdicts(recon, "2026-08", "input")).containsExactly("A1 IN_RANGE", "B2 UNDERPAID");

        assertThat(verdicts(recon, "2026-09", "input"))
                .as("what August judges now, September does not judge too")
                .containsExactly("B2 UNDERPAID");
        assertThat(recon.run("reconcile", "--month", "2026-09", "--input", "input")
                        .out())
                .contains("nothing has changed");
    }

    @Test
    void aFileThatTheLastRevisionReadAndThatIsGoneIsNamed() throws IOException {
        ReconProcess recon = new ReconProcess(folder).here();
        ofAugust().write(folder.resolve("input"));
        assertThat(verdicts(recon, "2026-08", "input")).hasSize(2);
        new PlainMonth()
                .claim("C3", "service_date", "2026-08-06", "submitted_date", "2026-08-07")
                .payment("C3", on("2026-08-21", "CHK8", "2026-08-06", PAID))
                .write(folder.resolve("input"));

        Result again = recon.run("reconcile", "--month", "2026-08", "--input", "input");
        assertThat(again.exit()).isZero();
        assertThat(again.err()).contains("Revision 1 also read claims.csv, remittances.csv");
        assertThat(recon.output().resolve("2026-08/run-2026-08.html"))
                .content()
                .contains("Revision 1 also read claims.csv, remittances.csv");
    }

    private static String[] august(String... differences) {
        return on("2026-08-20", "CHK8", "2026-08-05", differences);
    }

    private static String[] september(String... differences) {
        return on("2026-09-20", "CHK9", "2026-08-05", differences);
    }

    private static String[] october(String... differences) {
        return on("2026-10-20", "CHK10", "2026-08-05", differences);
    }

    private static String[] on(String checkDate, String check, String serviceDate, String... differences) {
        String[] all = new String[differences.length + 6];
        System.arraycopy(
                new String[] {"check_date", checkDate, "check_number", check, "service_date", serviceDate},
                0,
                all,
                0,
                6);
        System.arraycopy(differences, 0, all, 6, differences.length);
        return all;
    }

    private List<String> verdicts(ReconProcess recon, String month, String input, String... more) {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(new String[] {"reconcile", "--month", month, "--input", input}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        Result result = recon.run(arguments);
        assertThat(result.exit()).as(result.err() + result.out()).isZero();
        return listed(recon, month);
    }

    private static List<String> listed(ReconProcess recon, String month) {
        return MonthContent.table(content(recon, month), "reconciliation / All lines").stream()
                .map(line -> line.get("Claim") + " " + line.get("Verdict"))
                .toList();
    }

    private static Map<String, List<List<String>>> content(ReconProcess recon, String month) {
        return MonthContent.of(recon.output(), YearMonth.parse(month));
    }
}
