package recon.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.claim.CheckTotal;
import recon.claim.Money;
import recon.file.FileNote;
import recon.file.InputFile;
import recon.file.InputFiles;
import recon.file.RowReader;
import recon.file.SourceRow;
import recon.file.UnreadableFileException;
import recon.verdict.Verdict;

/**
 * The sample month of {@code input/} is what its generator makes, and is worth showing. After a change of the generator write it anew:
 * {@code mvn -q test -Dtest=SampleMonthTest -Dsample.write=true}.
 */
class SampleMonthTest {

    private static final Path INPUT = Path.of("input");

    private static SampleMonth month;
    private static Map<String, byte[]> files;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeTheMonth() throws IOException {
        month = SampleMonth.make();
        files = SampleFiles.of(month);
        if (Boolean.getBoolean("sample.write")) {
            SampleFiles.write(INPUT);
        }
    }

    @Test
    void theCommittedTextFilesAreTheGeneratedOnesByteForByte() throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!isWorkbook(file.getKey())) {
                assertThat(INPUT.resolve(file.getKey())).hasBinaryContent(file.getValue());
            }
        }
    }

    /** Byte for byte would hold in one Java release only: each brings its own compression. */
    @Test
    void theCommittedWorkbooksAreTheGeneratedOnesCellByCell() throws Exception {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (isWorkbook(file.getKey())) {
                assertThat(read(INPUT.resolve(file.getKey())).sheets())
                        .as(file.getKey())
                        .isEqualTo(read(written(file.getKey())).sheets());
            }
        }
    }

    @Test
    void nothingButTheGeneratedFilesLiesInTheFolders() throws IOException {
        for (String part : List.of("claims", "remittances")) {
            try (Stream<Path> found = Files.walk(INPUT.resolve(part))) {
                assertThat(found.filter(Files::isRegularFile)
                                .map(path -> INPUT.relativize(path).toString().replace('\\', '/')))
                        .allMatch(files::containsKey);
            }
        }
    }

    @Test
    void twoRunsMakeTheSameBytes() {
        Map<String, byte[]> again = SampleFiles.of(SampleMonth.make());
        assertThat(again.keySet()).containsExactlyElementsOf(files.keySet());
        files.forEach((name, content) -> assertThat(again.get(name)).as(name).isEqualTo(content));
    }

    @Test
    void everyVerdictIsThere() {
        assertThat(month.expected().stream().map(ExpectedLine::verdict).collect(toSet()))
                .containsExactlyInAnyOrder(Verdict.values());
    }

    @Test
    void theMonthIsAsLargeAsASmallPracticesAndMostOfItIsInRange() {
        List<SampleLine> lines = month.book().claims().stream()
                .flatMap(claim -> claim.lines().stream())
                .toList();
        assertThat(lines).hasSizeBetween(380, 450);
        assertThat(lines.stream().filter(SampleLine::isInjection)).hasSizeBetween(250, 300);
        Map<Verdict, Long> verdicts = month.expected().stream().collect(groupingBy(ExpectedLine::verdict, counting()));
        assertThat(verdicts.get(Verdict.IN_RANGE))
                .isGreaterThan(month.expected().size() / 2);
        assertThat(month.expected().stream()
                        .map(ExpectedLine::carc)
                        .filter(carc -> carc != null)
                        .collect(toSet()))
                .hasSizeGreaterThan(25);
    }

    @Test
    void theReadmeSaysHowManyLinesHaveEachVerdict() throws IOException {
        Map<Verdict, Long> verdicts = month.expected().stream().collect(groupingBy(ExpectedLine::verdict, counting()));
        String readme = Files.readString(Path.of("README.md"));
        verdicts.forEach((verdict, lines) -> assertThat(readme).contains("| `%s` | %d |".formatted(verdict, lines)));
    }

    @Test
    void eachInjectionOnFileHasOneExpectedVerdict() {
        List<String> judged = month.book().claims().stream()
                .filter(claim -> claim.serviceDate().getMonthValue() < 11)
                .flatMap(claim -> claim.lines().stream())
                .filter(SampleLine::isInjection)
                .map(SampleLine::toString)
                .distinct()
                .toList();
        assertThat(month.expected().stream()
                        .filter(line -> line.verdict() != Verdict.UNMATCHED)
                        .map(line -> line.claim() + " line " + line.line()))
                .containsExactlyInAnyOrderElementsOf(judged);
    }

    @Test
    void allPaymentsBalanceButTheTwoThatShouldNot() {
        List<SamplePayment> unbalanced = month.book().payments().stream()
                .filter(payment -> !payment.balances())
                .toList();
        assertThat(unbalanced).hasSize(2);
        Set<String> claims = unbalanced.stream().map(SamplePayment::control).collect(toSet());
        assertThat(month.expected().stream()
                        .filter(line -> claims.contains(line.claim()))
                        .map(ExpectedLine::verdict))
                .containsOnly(Verdict.NEEDS_REVIEW);
    }

    @Test
    void everyFileIsReadWithoutARemarkButThatAnX12FileCallsItselfATest() throws Exception {
        for (String name : files.keySet()) {
            ReadFile file = read(written(name));
            assertThat(file.sheets()).as(name).isNotEmpty();
            assertThat(file.notes())
                    .as(name)
                    .noneMatch(FileNote.Imbalance.class::isInstance)
                    .filteredOn(FileNote.Remark.class::isInstance)
                    .allMatch(note -> ((FileNote.Remark) note).text().contains("calls itself a test"));
        }
    }

    @Test
    void everyCheckOfThe835IsItsClaimsLessProviderLevelAdjustments() throws Exception {
        List<FileNote> notes =
                read(written("remittances/medicare-west-and-union-fund.835")).notes();
        List<CheckTotal> checks = notes.stream()
                .filter(FileNote.Check.class::isInstance)
                .map(note -> ((FileNote.Check) note).total())
                .toList();
        assertThat(checks).hasSize(8);
        assertThat(checks).allSatisfy(check -> assertThat(check.claimsPaid().minus(check.providerAdjustments()))
                .isEqualTo(check.stated()));
        assertThat(notes).filteredOn(FileNote.Provider.class::isInstance).hasSize(2);
    }

    @Test
    void thePayerWhoseRangeIsSuspectPaysOneAmountThroughout() {
        List<ExpectedLine> north = month.book().claims().stream()
                .filter(claim -> claim.payer() == SamplePayer.MEDICARE_NORTH)
                .flatMap(claim ->
                        month.expected().stream().filter(line -> line.claim().equals(claim.control())))
                .filter(line -> line.verdict() == Verdict.UNDERPAID)
                .toList();
        assertThat(north).hasSizeGreaterThan(20);
        assertThat(north).extracting(ExpectedLine::allowed).containsOnly(Money.of("15.36"), Money.of("30.72"));
    }

    private static boolean isWorkbook(String name) {
        return name.endsWith(".xlsx") || name.endsWith(".xls");
    }

    private Path written(String name) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, files.get(name));
    }

    /** Every sheet's rows and what the file says beside them. */
    private record ReadFile(List<List<?>> sheets, List<FileNote> notes) {}

    private static ReadFile read(Path path) throws UnreadableFileException {
        List<List<?>> sheets = new ArrayList<>();
        try (InputFile file = InputFiles.open(path, path.getFileName().toString(), null)) {
            List<FileNote> notes = new ArrayList<>(file.notes());
            for (InputFile.Sheet sheet : file.sheets()) {
                List<Object> rows = new ArrayList<>(List.of(sheet));
                try (RowReader reader = file.open(sheet)) {
                    for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                        rows.add(row);
                        notes.addAll(reader.takeNotes());
                    }
                    notes.addAll(reader.takeNotes());
                }
                sheets.add(rows);
            }
            return new ReadFile(sheets, notes);
        }
    }
}
