package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three exports tell the payments of the month once more, each without modifiers and some other columns. */
class ToldTwiceTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final int CLAIMS = 60;

    /** What an export may lack; all others tell which payment of which check a row is. */
    private static final Set<String> OPTIONAL = Set.of(
            "units", "allowed", "claim_status", "member_id", "patient_responsibility", "adjustments", "remark_codes");

    /** These count the files and their rows, or say where a row stood. */
    private static final Set<String> OF_FILES = Set.of(
            "reconciliation / Summary",
            "reconciliation / Files",
            "reconciliation / Control totals",
            "reconciliation / Duplicates");

    @TempDir
    private Path toldOnce;

    @TempDir
    private Path toldTwice;

    @Test
    void exportsThatLackColumnsChangeNoVerdictAndEachOfTheirRowsIsADuplicate() throws IOException {
        Random random = new Random(96372);
        PlainMonth month = new PlainMonth();
        for (int n = 0; n < CLAIMS; n++) {
            claim(month, "T" + n, n % 9);
        }
        month.write(toldOnce.resolve("input"));
        month.write(toldTwice.resolve("input"));
        Path full = toldTwice.resolve("input/remittances/remittances.csv");
        for (String name : List.of("a-portal.csv", "clearinghouse.csv", "z-posted.csv")) {
            Files.write(full.resolveSibling(name), someColumns(Files.readAllLines(full), random));
        }

        Map<String, List<List<String>>> once = run(toldOnce);
        Map<String, List<List<String>>> twice = run(toldTwice);

        int rows = Files.readAllLines(full).size() - 1;
        assertThat(MonthContent.table(twice, "reconciliation / Files"))
                .filteredOn(file -> file.get("File").matches(".*(portal|clearinghouse|posted)\\.csv"))
                .hasSize(3)
                .allSatisfy(file -> assertThat(file).containsEntry("Duplicate", String.valueOf(rows)));
        once.keySet().removeAll(OF_FILES);
        twice.keySet().removeAll(OF_FILES);
        assertThat(MonthContent.differences(once, twice)).isEmpty();
    }

    private static void claim(PlainMonth month, String claim, int kind) {
        String icn = " payer_claim_number=P" + claim;
        String paid = "allowed=30.00 paid=30.00 adjustments=CO-45:10.00" + icn;
        switch (kind) {
            case 0 -> month.claim(claim).payment(claim, cells(paid));
            case 1 -> month.claim(claim, cells("modifiers=59")).payment(claim, cells(paid + " modifiers=59"));
            case 2 ->
                month.claim(claim)
                        .claim(claim, cells("line_number=2 modifiers=59_LT"))
                        .payment(claim, cells(paid + " modifiers=LT_59"))
                        .payment(claim, cells(paid));
            case 3 ->
                month.claim(claim)
                        .claim(claim, cells("line_number=2 modifiers=XU"))
                        .payment(claim, cells(paid))
                        .payment(claim, cells("modifiers=XU paid=0.00 adjustments=CO-97:40.00 remark_codes=M15" + icn));
            case 4 ->
                month.claim(claim)
                        .claim(claim, cells("line_number=2"))
                        .payment(claim, cells(paid))
                        .payment(claim, cells(paid));
            case 5 ->
                month.claim(claim, cells("modifiers=76"))
                        .payment(
                                claim,
                                cells("modifiers=76 paid=0.00 adjustments=CO-16:40.00 remark_codes=N290_MA130" + icn));
            case 6 -> {
                String later = "modifiers=59 check_number=0008812 check_date=2026-10-27" + icn;
                month.claim(claim, cells("modifiers=59"))
                        .payment(claim, cells(paid + " modifiers=59"))
                        .payment(
                                claim,
                                cells(later + " claim_status=22 units=-1 billed=-40.00 allowed=-30.00 paid=-30.00"
                                        + " adjustments=CO-45:-10.00"))
                        .payment(claim, cells(later + " allowed=35.00 paid=35.00 adjustments=CO-45:5.00"));
            }
            case 7 ->
                month.claim(claim, cells("units=2 charge=80.00"))
                        .payment(
                                claim,
                                cells("units=2 billed=80.00 allowed=20.00 paid=15.00 patient_responsibility=5.00"
                                        + " adjustments=CO-45:60.00;PR-2:5.00" + icn));
            default ->
                month.claim(claim, cells("payer=Test_Medicare payer_class=Medicare"))
                        .payment(
                                claim,
                                cells("payer=Test_Medicare payer_class=Medicare check_number=CHK3 allowed=14.00"
                                        + " paid=10.98 adjustments=CO-45:26.00;CO-253:0.22;PR-2:2.80"))
                        .payment(
                                claim,
                                cells("payer=Second_Health check_number=CHK4 claim_status=2 paid=2.80"
                                        + " adjustments=OA-23:37.20"));
        }
    }

    /** {@code name=value} words as names and values; {@code _} within a value is a blank. */
    private static String[] cells(String words) {
        return Stream.of(words.split(" "))
                .flatMap(word -> {
                    String[] sides = word.split("=", 2);
                    return Stream.of(sides[0], sides[1].replace('_', ' '));
                })
                .toArray(String[]::new);
    }

    /** The same rows in another order, by an export that writes the payer otherwise, and a check's number as a spreadsheet does. */
    private static List<String> someColumns(List<String> lines, Random random) {
        List<String> headings = List.of(lines.get(0).split(","));
        List<Integer> kept = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            String heading = headings.get(column);
            if (!heading.equals("modifiers") && (!OPTIONAL.contains(heading) || random.nextInt(3) > 0)) {
                kept.add(column);
            }
        }
        List<String> some = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            String row =
                    String.join(",", kept.stream().map(column -> cells[column]).toList());
            some.add(row.replace("Test Health,", "TEST HLTH PLAN,").replace(",0008812,", ",8812,"));
        }
        Collections.shuffle(some.subList(1, some.size()), random);
        return some;
    }

    private static Map<String, List<List<String>>> run(Path folder) {
        ReconProcess recon = new ReconProcess(folder).here();
        ReconProcess.Result result = recon.run("reconcile", "--month", "2026-10");
        assertThat(result.exit()).as(result.err() + result.out()).isZero();
        return MonthContent.of(recon.output(), OCTOBER);
    }
}
