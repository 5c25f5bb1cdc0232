package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.month.ReconProcess.Result;

/** The plain month's claims as two files: a row a claim, and a row a charge line. */
class ClaimsInTwoFilesMonthTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final int CLAIMS = 30;

    /** In the plain month's claims, these columns (from 0) are the claim's own; the second is its number. */
    private static final int[] OF_HEADERS = {2, 0, 1, 4, 10, 11};

    private static final int[] OF_LINES = {2, 3, 5, 6, 7, 8, 9};

    @TempDir
    private Path folder;

    private ReconProcess recon;

    @BeforeEach
    void writeAMonth() {
        recon = new ReconProcess(folder).here();
        PlainMonth month = new PlainMonth();
        for (int n = 0; n < CLAIMS; n++) {
            month.claim("A" + n, "line_number", "1", "payer_class", n % 3 == 0 ? "Medicare" : "Private")
                    .payment("A" + n, "allowed", "24.00", "paid", "24.00", "adjustments", "CO-45:16.00");
        }
        month.claim("A1", "line_number", "2", "procedure_code", "99213", "charge", "90.00")
                .write(recon.input());
    }

    @Test
    void splitInTwoTheyHaveTheSameVerdictsAndEveryRowOfBothIsCounted() throws IOException {
        assertThat(recon.reconcile().exit()).isZero();
        List<String> whole = verdicts();
        split();

        Result split = recon.reconcile("--force");

        assertThat(split.exit()).as(split.err() + split.out()).isZero();
        assertThat(verdicts()).isEqualTo(whole).anyMatch(line -> line.contains("UNDERPAID"));
        assertThat(file("claims.csv")).containsEntry("Rows read", "31").containsEntry("Joined", "30");
        assertThat(file("lines.csv"))
                .containsEntry("Rows read", "32")
                .containsEntry("In scope", "30")
                .containsEntry("Other codes", "1");
        assertThat(split.out()).contains("all").contains("tie");

        Map<String, List<List<String>>> byTwo = MonthContent.of(recon.output(), OCTOBER);
        recon.with("RECON_THREADS", "1").with("RECON_DB_URL", "jdbc:h2:" + folder.resolve("other"));
        assertThat(recon.reconcile("--output", folder.resolve("other-output").toString())
                        .exit())
                .isZero();
        assertThat(MonthContent.differences(byTwo, MonthContent.of(folder.resolve("other-output"), OCTOBER)))
                .isEmpty();
    }

    @Test
    void aHeaderWithoutLinesAndALineWithoutHeaderAreToldAndNotLost() throws IOException {
        split();
        Path claims = recon.input().resolve("claims/claims.csv");
        Files.writeString(claims, Files.readString(claims).replace("A7,", "Z7,"));

        Result result = recon.reconcile();

        assertThat(result.exit()).as(result.err() + result.out()).isEqualTo(10);
        assertThat(MonthContent.table(MonthContent.of(recon.output(), OCTOBER), "reconciliation / Rejected rows"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("File", "claims.csv")
                        .containsEntry("Row", "9")
                        .hasEntrySatisfying(
                                "Reason", reason -> assertThat(reason).startsWith("no charge lines")));
        assertThat(file("claims.csv")).containsEntry("Joined", "29").containsEntry("Rejected", "1");
        assertThat(file("lines.csv"))
                .containsEntry("In scope", "30")
                .hasEntrySatisfying("Remarks", remarks -> assertThat(remarks).contains("lines.csv row 9"));
        assertThat(verdicts()).hasSize(CLAIMS);
    }

    @Test
    void aClaimWithTwoHeadersThatDifferIsRejectedInEachFile() throws IOException {
        split();
        List<String> claims = Files.readAllLines(recon.input().resolve("claims/claims.csv"));
        Files.write(
                recon.input().resolve("claims/claims-2.csv"),
                List.of(claims.get(0), claims.get(6).replace("Test Health", "Another Plan")));
        recon.with("RECON_MAX_REJECTED_PERCENT", "50");

        Result result = recon.reconcile();

        assertThat(result.exit()).as(result.err() + result.out()).isEqualTo(10);
        assertThat(MonthContent.table(MonthContent.of(recon.output(), OCTOBER), "reconciliation / Rejected rows"))
                .extracting(row -> row.get("File") + " " + row.get("Row"))
                .containsExactlyInAnyOrder("claims.csv 7", "claims-2.csv 2", "lines.csv 7");
    }

    @Test
    void headersWithoutTheirLinesAreRefused() throws IOException {
        split();
        Files.delete(recon.input().resolve("claims/lines.csv"));
        Result result = recon.reconcile();
        assertThat(result.exit()).isEqualTo(31);
        assertThat(result.err()).contains("claims.csv", "procedure_code", "charge lines");
    }

    @Test
    void headersAmongTheRemittancesAreRefused() throws IOException {
        split();
        Files.move(recon.input().resolve("claims/claims.csv"), recon.input().resolve("remittances/claims.csv"));
        Result result = recon.reconcile();
        assertThat(result.exit()).isEqualTo(31);
        assertThat(result.err()).contains("claims.csv", "paid", "folder of claims");
    }

    @Test
    void inspectShowsHowTheTwoJoinAndWhatOneAloneLacks() throws IOException {
        split();
        String claims = recon.input().resolve("claims/claims.csv").toString();
        String lines = recon.input().resolve("claims/lines.csv").toString();

        assertThat(recon.run("inspect", claims, lines).out())
                .contains("joined to lines.csv by patient control number: 31 charge lines")
                .contains("joined to claims.csv by patient control number: 31 charge lines")
                .doesNotContain("TESTA");
        assertThat(recon.run("inspect", claims).out()).contains("a file of their charge lines must lie beside it");
        assertThat(recon.run("inspect", lines).out()).contains("a file of claims' headers beside it");
    }

    private void split() throws IOException {
        Path file = recon.input().resolve("claims/claims.csv");
        Set<String> headers = new LinkedHashSet<>();
        List<String> lines = new ArrayList<>();
        for (String row : Files.readAllLines(file)) {
            headers.add(columns(row, OF_HEADERS));
            lines.add(columns(row, OF_LINES));
        }
        Files.write(file, headers);
        Files.write(recon.input().resolve("claims/lines.csv"), lines);
    }

    private static String columns(String row, int[] columns) {
        String[] cells = row.split(",", -1);
        List<String> chosen = new ArrayList<>();
        for (int column : columns) {
            chosen.add(cells[column]);
        }
        return String.join(",", chosen);
    }

    private List<String> verdicts() {
        return MonthContent.table(MonthContent.of(recon.output(), OCTOBER), "reconciliation / All lines").stream()
                .map(row -> row.get("Claim") + " " + row.get("Verdict") + " " + row.get("Payer") + " "
                        + row.get("Payer class") + " " + row.get("Expected low") + " " + row.get("Allowed"))
                .sorted()
                .toList();
    }

    private Map<String, String> file(String name) {
        return MonthContent.table(MonthContent.of(recon.output(), OCTOBER), "reconciliation / Files").stream()
                .filter(row -> name.equals(row.get("File")))
                .findFirst()
                .orElseThrow();
    }
}
