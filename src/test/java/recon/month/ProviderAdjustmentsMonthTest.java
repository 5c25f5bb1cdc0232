package recon.month;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.month.ReconProcess.Result;

/** What payers took from payments, or added to them, without a service line (X12 PLB): on a sheet of its own, once. */
class ProviderAdjustmentsMonthTest {

    private static final String SHEET = "reconciliation / Provider adjustments";

    @TempDir
    private Path folder;

    private ReconProcess recon;

    /** A file with checks of September, October (two payers) and November. */
    @BeforeEach
    void writeInput() throws IOException {
        recon = new ReconProcess(folder).here();
        new PlainMonth()
                .claim("A1")
                .claim("A2")
                .claim("A3", "service_date", "2026-09-05")
                .write(recon.input());
        Files.delete(recon.input().resolve("remittances/remittances.csv"));
        List<String> segments = new ArrayList<>(List.of(
                "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261104*1200*^*00501*000000001*0*P*:",
                "GS*HP*S*R*20261104*1200*1*X*005010X221A1"));
        segments.addAll(check("CHK9", "TEST HEALTH", "20260920", "32.00", "A3", "20260905", "72:X1*-2.00"));
        segments.addAll(check(
                "CHK10",
                "TEST HEALTH",
                "20261020",
                "18.75",
                "A1",
                "20261005",
                "WO:icn-A1*12.00*L6:INTEREST*-1.25*ZZ:X2*0.50"));
        segments.addAll(check("CHK20", "OTHER PLAN", "20261021", "-3.00", null, null, "WO:ICN-A1*3.00"));
        segments.addAll(check("CHK11", "TEST HEALTH", "20261103", "25.00", "A2", "20261005", "FB:NEXT*5.00"));
        segments.addAll(List.of("GE*4*1", "IEA*1*000000001", ""));
        Files.writeString(recon.input().resolve("remittances/payers.835"), String.join("~", segments));
    }

    /** A check that pays $30.00 for a claim line, if for any, with its provider-level adjustments. */
    private static List<String> check(
            String number,
            String payer,
            String date,
            String deposit,
            String claim,
            String service,
            String adjustments) {
        List<String> segments = new ArrayList<>(List.of(
                "ST*835*0001",
                "BPR*I*" + deposit + "*C*ACH************" + date,
                "TRN*1*" + number + "*1999999999",
                "N1*PR*" + payer));
        if (claim != null) {
            segments.addAll(List.of(
                    "CLP*" + claim + "*1*40.00*30.00**12*ICN-" + claim + "*11",
                    "SVC*HC:96372*40.00*30.00**1",
                    "DTM*472*" + service,
                    "CAS*CO*45*10.00"));
        }
        segments.add("PLB*1999999992*20261231*" + adjustments);
        segments.add("SE*" + (segments.size() + 1) + "*0001");
        return segments;
    }

    private Map<String, List<List<String>>> reconcile(String month, String... options) {
        List<String> arguments = new ArrayList<>(List.of("reconcile", "--month", month));
        arguments.addAll(List.of(options));
        Result result = recon.run(arguments.toArray(String[]::new));
        assertThat(result.exit()).as(result.err() + result.out()).isZero();
        return MonthContent.of(recon.output(), YearMonth.parse(month));
    }

    @Test
    void aCheckThatIsOnFileTwiceTellsItsAdjustmentsOnce() throws IOException {
        List<Map<String, String>> once = MonthContent.table(reconcile("2026-10"), SHEET);
        Path again = recon.input().resolve("remittances/payers.fetched-again.835");
        Files.writeString(
                again,
                Files.readString(recon.input().resolve("remittances/payers.835"))
                        .replace("*000000001*0*P", "*000000002*0*P")
                        .replace("IEA*1*000000001", "IEA*1*000000002"));

        assertThat(MonthContent.table(reconcile("2026-10"), SHEET))
                .extracting(row -> row.get("Reference") + " " + row.get("Amount"))
                .isEqualTo(once.stream()
                        .map(row -> row.get("Reference") + " " + row.get("Amount"))
                        .toList());
    }

    @Test
    void oneWithoutAReferenceIsToldOnceThoughALaterMonthFindsItsCheckAgain() throws IOException {
        Path file = recon.input().resolve("remittances/payers.835");
        Files.writeString(file, Files.readString(file).replace("72:X1*-2.00", "L6*-2.00"));
        assertThat(MonthContent.table(reconcile("2026-09"), SHEET))
                .extracting(row -> row.get("Reason") + " " + row.get("Amount"))
                .containsExactly("L6 2");

        Files.writeString(
                file.resolveSibling("payers.fetched-again.835"),
                Files.readString(file).replace("000000001", "000000002"));

        assertThat(MonthContent.table(reconcile("2026-10"), SHEET))
                .isNotEmpty()
                .extracting(row -> row.get("Check / EFT"))
                .doesNotContain("CHK9");
    }

    @Test
    void aMonthListsThoseOfItsChecksAndOfEarlierOnesFoundLate() {
        assertThat(reconcile("2026-10").get(SHEET))
                .containsExactly(
                        List.of(
                                "Payer",
                                "Check / EFT",
                                "Check date",
                                "Reason",
                                "Meaning",
                                "Reference",
                                "Amount",
                                "Claim",
                                "Remittance source",
                                "Note"),
                        row(
                                "TEST HEALTH | CHK9 | 2026-09-20 | 72 | the practice's refund acknowledged (authorized return) | X1 | 2 || payers.835 segment 11 | prior-period"),
                        row(
                                "TEST HEALTH | CHK10 | 2026-10-20 | WO | recovery of an overpayment | icn-A1 | -12 | A1 | payers.835 segment 21 |"),
                        row(
                                "TEST HEALTH | CHK10 | 2026-10-20 | L6 | interest that the payer owed | INTEREST | 1.25 || payers.835 segment 21 |"),
                        row(
                                "TEST HEALTH | CHK10 | 2026-10-20 | ZZ | not a listed reason: ask the payer | X2 | -0.5 || payers.835 segment 21 |"),
                        row(
                                "OTHER PLAN | CHK20 | 2026-10-21 | WO | recovery of an overpayment | ICN-A1 | -3 || payers.835 segment 27 |"));
        assertThat(recon.run("verify", "--month", "2026-10").exit()).isZero();
    }

    private static List<String> row(String cells) {
        return List.of(cells.split(" ?\\| ?", -1));
    }

    @Test
    void aLaterCheckWaitsForItsMonthAndNothingIsListedByTwoMonths() {
        List<List<String>> october = reconcile("2026-10").get(SHEET);

        assertThat(reconcile("2026-11").get(SHEET).subList(1, 2))
                .containsExactly(
                        row(
                                "TEST HEALTH | CHK11 | 2026-11-03 | FB | balance brought forward from or to another payment | NEXT | -5 || payers.835 segment 37 |"));
        assertThat(MonthContent.of(recon.output(), YearMonth.of(2026, 11)).get(SHEET))
                .hasSize(2);
        assertThat(reconcile("2026-10", "--force").get(SHEET)).isEqualTo(october);
    }

    @Test
    void theSheetsSumOfACheckIsWhatItsControlTotalTakesOffThePayments() {
        Map<String, List<List<String>>> content = reconcile("2026-10");
        Map<String, BigDecimal> adjusted = sums(MonthContent.table(content, SHEET), "Amount");
        Map<String, BigDecimal> paid = sums(MonthContent.table(content, "reconciliation / All lines"), "Paid");
        Map<String, BigDecimal> netOfChecks = new TreeMap<>();
        for (Map<String, String> total : MonthContent.table(content, "reconciliation / Control totals")) {
            String equation = total.get("Equation");
            if (equation.contains("deposit of check ") && !equation.contains("CHK11")) {
                netOfChecks.put(
                        equation.replaceFirst(".*of check ", "").replaceFirst(":.*", ""),
                        new BigDecimal(total.get("Left")));
            }
        }

        assertThat(netOfChecks).containsOnlyKeys("CHK9", "CHK10", "CHK20");
        netOfChecks.forEach(
                (check, net) -> assertThat(adjusted.get(check).add(paid.getOrDefault(check, BigDecimal.ZERO)))
                        .as(check)
                        .isEqualByComparingTo(net));
    }

    private static Map<String, BigDecimal> sums(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .filter(row -> !row.get(column).isEmpty())
                .collect(groupingBy(
                        row -> row.get("Check / EFT"),
                        reducing(BigDecimal.ZERO, row -> new BigDecimal(row.get(column)), BigDecimal::add)));
    }
}
