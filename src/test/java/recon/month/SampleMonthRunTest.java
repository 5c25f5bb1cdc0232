package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.month.ReconProcess.Result;
import recon.sample.ExpectedLine;
import recon.sample.SampleMonth;
import recon.verdict.Verdict;

/** The sample month through the command line: each line's verdict is the one that its making says, and nobody's data leaks. */
class SampleMonthRunTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Pattern PATIENT = Pattern.compile("SAMPLE-\\d+|TEST\\d{6}");

    @TempDir
    private static Path folder;

    private static ReconProcess recon;
    private static Result result;
    private static Map<String, List<List<String>>> content;

    @BeforeAll
    static void reconcile() {
        recon = new ReconProcess(folder);
        result = recon.run(
                "reconcile",
                "--month",
                "2026-10",
                "--input",
                Path.of("input").toAbsolutePath().toString());
        content = MonthContent.of(recon.output(), OCTOBER);
    }

    @Test
    void theSampleRunsToItsEndWithoutFindingsAboutItsFiles() {
        assertThat(result.exit()).as(result.err() + result.out()).isZero();
    }

    @Test
    void everyLineHasTheVerdictThatItsMakingSays() {
        List<String> expected = new ArrayList<>();
        for (ExpectedLine line : SampleMonth.make().expected()) {
            expected.add(line.claim() + " line " + (line.line() == null ? "" : line.line()) + ": " + line.verdict());
        }

        assertThat(MonthContent.table(content, "reconciliation / All lines"))
                .extracting(line -> line.get("Claim")
                        + " line " + (line.get("Verdict").equals("UNMATCHED") ? "" : line.get("Line"))
                        + ": " + line.get("Verdict"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whatIsAtIssueIsWhatItsMakingSays() {
        Map<String, ExpectedLine> expected = new TreeMap<>();
        for (ExpectedLine line : SampleMonth.make().expected()) {
            if (line.line() != null) {
                expected.put(line.claim() + " line " + line.line(), line);
            }
        }
        List<Map<String, String>> underpaid = MonthContent.table(content, "underpayments / Underpaid lines");
        List<Map<String, String>> denied = MonthContent.table(content, "denials / Denied lines");

        assertThat(underpaid).isNotEmpty().allSatisfy(line -> {
            ExpectedLine made = expected.get(line.get("Claim") + " line " + line.get("Line"));
            assertThat(amount(line.get("Short by"))).isEqualTo(String.valueOf(made.atIssue()));
            assertThat(amount(line.get("Allowed"))).isEqualTo(String.valueOf(made.allowed()));
        });
        assertThat(denied).isNotEmpty().allSatisfy(line -> {
            ExpectedLine made = expected.get(line.get("Claim") + " line " + line.get("Line"));
            assertThat(line.get("CARC")).isEqualTo(made.carc());
            assertThat(amount(line.get("At stake")))
                    .isEqualTo(made.atIssue() == null ? "" : made.atIssue().toString());
        });
    }

    @Test
    void whatAPersonMustDecideOrThePayerHasPendedIsListedWithItsReason() {
        List<String> expected = SampleMonth.make().expected().stream()
                .filter(line -> line.verdict() == Verdict.NEEDS_REVIEW || line.verdict() == Verdict.PENDED)
                .map(line -> line.claim() + " line " + line.line() + ": " + line.verdict())
                .toList();

        assertThat(MonthContent.table(content, "reconciliation / Needs review"))
                .allSatisfy(line -> assertThat(line.get("Why")).matches("[^a-z].+"))
                .extracting(line -> line.get("Claim") + " line " + line.get("Line") + ": " + line.get("Verdict"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void allControlTotalsTie() {
        assertThat(MonthContent.table(content, "reconciliation / Control totals"))
                .hasSizeGreaterThan(20)
                .allSatisfy(total -> assertThat(total).containsEntry("Result", "OK"));
    }

    @Test
    void whatItsPayersTakeAndAddAtProviderLevelIsListedOnce() {
        assertThat(MonthContent.table(content, "reconciliation / Provider adjustments"))
                .extracting(row -> row.get("Reason") + " " + row.get("Amount") + " " + row.get("Claim"))
                .containsExactly("WO -19.29 SMP10072", "L6 1.25 ");
    }

    @Test
    void noPatientIsNamedOutsideTheDetailWorkbooks() throws IOException {
        Path month = recon.output().resolve("2026-10");
        List<String> texts = List.of(
                result.out(),
                result.err(),
                Files.readString(month.resolve("run-2026-10.json")),
                Files.readString(month.resolve("run-2026-10.html")),
                recon.run("status").out(),
                recon.run(
                                "inspect",
                                Path.of("input/remittances/clearinghouse.csv")
                                        .toAbsolutePath()
                                        .toString())
                        .out());

        assertThat(texts).noneMatch(text -> PATIENT.matcher(text).find());
        assertThat(content.get("reconciliation / All lines").toString()).doesNotContain("SAMPLE-");
        assertThat(content.get("underpayments / Underpaid lines").toString()).contains("SAMPLE-");
    }

    @Test
    void onlyTheOwnerCanReadTheReports() throws IOException {
        TreeSet<String> permissions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(recon.output().resolve("2026-10"))) {
            for (Path file : files.toList()) {
                permissions.add((Files.isDirectory(file) ? "folder " : "file ")
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }

        assertThat(permissions).containsExactly("file rw-------", "folder rwx------");
    }

    private static String amount(String cell) {
        return cell.isEmpty() ? "" : new BigDecimal(cell).setScale(2).toPlainString();
    }
}
