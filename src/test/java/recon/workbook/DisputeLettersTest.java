package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.verdict.Finding;
import recon.verdict.Verdict;

class DisputeLettersTest {

    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>(new FakeMonth(5).findings(300));

    private Path write(String name) {
        return Workbooks.write(folder.resolve(name), DisputeLetters::open, FakeMonth.report(), findings);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private Map<Dispute, List<Finding>> disputes() {
        Map<Dispute, List<Finding>> disputes = new TreeMap<>();
        for (Finding finding : findings) {
            Dispute dispute = Dispute.of(finding);
            if (dispute != null && dispute.hasLetter()) {
                disputes.computeIfAbsent(dispute, d -> new ArrayList<>()).add(finding);
            }
        }
        return disputes;
    }

    private static XWPFDocument read(Path file) throws IOException {
        return new XWPFDocument(Files.newInputStream(file));
    }

    private static List<List<String>> list(XWPFDocument letter) {
        XWPFTable table = letter.getTables().get(letter.getTables().size() - 1);
        return table.getRows().stream()
                .map(row ->
                        row.getTableCells().stream().map(cell -> cell.getText()).toList())
                .toList();
    }

    @Test
    void eachDisputeHasItsLetterWithAllItsLinesInOrder() throws IOException {
        Map<String, List<Finding>> byReference = new TreeMap<>();
        Map<String, Integer> numbers = new TreeMap<>();
        disputes().forEach((dispute, lines) -> {
            String payer = dispute.payer().payer();
            byReference.put(payer + numbers.merge(payer, 1, Integer::sum), lines);
        });
        List<Path> letters = files(write("letters"));
        assertThat(letters).hasSameSizeAs(byReference.keySet());
        int at = 0;
        for (List<Finding> lines : byReference.values()) {
            try (XWPFDocument letter = read(letters.get(at++))) {
                List<List<String>> rows = list(letter);
                assertThat(rows).hasSize(lines.size() + 1);
                for (int i = 0; i < lines.size(); i++) {
                    Finding line = lines.get(i);
                    assertThat(rows.get(i + 1))
                            .contains(
                                    line.subject().claim(),
                                    line.subject().payerClaimNumber(),
                                    line.subject().memberId());
                    if (line.verdict() == Verdict.UNDERPAID) {
                        assertThat(rows.get(i + 1))
                                .contains(line.why(), line.atIssue().inWords());
                    }
                }
            }
        }
    }

    @Test
    void theLetterTellsTheSumsTheRateAndTheWording() throws IOException {
        Path letter = write("letters").resolve("dispute-2026-10-aster-health-plan-01.docx");
        List<Finding> lines = disputes().entrySet().stream()
                .filter(d -> d.getKey().payer().payer().equals("Aster Health Plan")
                        && !d.getKey().denial())
                .findFirst()
                .orElseThrow()
                .getValue();
        Money shortBy = lines.stream().map(Finding::atIssue).reduce(Money.ZERO, Money::plus);
        try (XWPFDocument document = read(letter)) {
            String text =
                    document.getParagraphs().stream().map(p -> p.getText()).reduce("", (a, b) -> a + "\n" + b);
            assertThat(text)
                    .contains("Our reference: 2026-10-aster-health-plan-01", "request to reprocess " + lines.size())
                    .contains(shortBy.inWords() + " less than expected (under schedule)");
            assertThat(document.getTables().stream().map(XWPFTable::getText))
                    .anyMatch(table -> table.contains("Short by\t" + shortBy.inWords())
                            && table.contains("Source of the rate\tcontract 2026"));
            assertThat(text).contains("deductible, co-insurance and sequestration are not in dispute");
        }
    }

    @Test
    void noRangeIsAGroundAgainstAPayerButAContractIsThoughNearlyAllOfItsLinesFallShort() throws IOException {
        findings.removeIf(finding ->
                finding.verdict() != Verdict.UNDERPAID || finding.subject().payerClass() != PayerClass.MEDICARE);
        assertThat(write("by range")).doesNotExist();

        findings.replaceAll(finding ->
                Altered.from(finding).rateSource("contract: exhibit B").finding());
        Path letter = write("letters").resolve("dispute-2026-10-medicare-part-b-jurisdiction-t-01.docx");
        try (XWPFDocument document = read(letter)) {
            assertThat(document.getTables().get(0).getText())
                    .contains("delete this box", "The range is suspect", "within 2 % of $13.91");
        }
    }

    @Test
    void linesThatAnEarlierMonthHasListedAreNotDisputedTwiceWithoutAWord() throws IOException {
        Dispute disputed = Dispute.of(first(Verdict.UNDERPAID));
        findings.removeIf(finding -> !disputed.equals(Dispute.of(finding)));
        assertThat(cautions("new")).doesNotContain("An earlier month");

        findings.set(0, findings.get(0).with(new Finding.Past(YearMonth.of(2026, 9), true, true)));
        assertThat(cautions("several"))
                .contains("An earlier month has listed 1 of " + findings.size()
                        + " lines (see 'Open since' of the worklist): leave out those that are in dispute already.");

        findings.subList(1, findings.size()).clear();
        assertThat(cautions("one")).contains("An earlier month has listed the line: do not dispute it twice.");
    }

    private String cautions(String name) throws IOException {
        try (XWPFDocument letter = read(files(write(name)).get(0))) {
            return letter.getTables().get(0).getText();
        }
    }

    @Test
    void aDenialWhoseAmountASuspectRangeTellsIsMarkedAsAShortfallIs() {
        RangeSuspects ranges = new RangeSuspects();
        findings.forEach(ranges::add);
        PayerKey payer = new PayerKey(PayerClass.MEDICARE, "Medicare Part B, Jurisdiction T");

        assertThat(denial(payer, "range: article").restsOnASuspectRange(ranges)).isTrue();
        assertThat(denial(payer, "").restsOnASuspectRange(ranges)).isFalse();
    }

    @Test
    void aPayerIsNotToldInWhosePlaceItsScheduleStands() {
        PayerKey payer = new PayerKey(PayerClass.PRIVATE, "Aster");

        assertThat(denial(payer, "schedule: all 2027, in the place of r.csv row 2, which ended on 2026-12-31")
                        .rateName())
                .isEqualTo("all 2027");
        assertThat(denial(
                                payer,
                                "schedule: all 2027, no figures of locality AL-00 for 2027, in the place of r.csv row 2, which ended on 2026-12-31")
                        .rateName())
                .isEqualTo("all 2027");
        assertThat(denial(payer, "range: article, in the place of r.csv row 2, which ended on 2026-12-31")
                        .rateName())
                .isEmpty();
    }

    private static Dispute denial(PayerKey payer, String rateSource) {
        return new Dispute(payer, true, "CO-97", "bundled", "", rateSource, Dispute.Prospect.LETTER);
    }

    private Finding first(Verdict verdict) {
        return findings.stream()
                .filter(f -> f.verdict() == verdict && Dispute.of(f).hasLetter())
                .findFirst()
                .orElseThrow();
    }

    private static Finding with(
            Finding f, String payer, @Nullable Money allowed, @Nullable Money atIssue, @Nullable LocalDate appealBy) {
        return Altered.from(f)
                .payer(payer)
                .amounts(new Finding.Amounts(f.amounts().billed(), allowed, "stated", allowed, null, null))
                .atIssue(atIssue)
                .appealBy(appealBy)
                .finding();
    }

    @Test
    void aLetterOfOneLineSpeaksOfOneLineAndNamesTheRateAsThePayerKnowsIt() {
        Finding underpaid = first(Verdict.UNDERPAID);
        Dispute dispute = new Dispute(
                PayerKey.of(underpaid),
                false,
                "under schedule",
                "",
                "",
                "contract: contract 2026, exhibit B",
                Dispute.Prospect.LETTER);
        Tally lines = new Tally();
        lines.add(with(underpaid, "Aster", Money.of("20.00"), Money.of("5.00"), underpaid.appealBy()));
        assertThat(new Dispute.Row(dispute, lines).wording())
                .startsWith(
                        "On 1 line of CPT 96372 you allowed $20.00. By the contracted rate (contract 2026, exhibit B)"
                                + " it comes to at least ")
                .endsWith("Please reprocess the line of the enclosed list, or name the fee schedule that you applied.");
    }

    @Test
    void aLetterSaysWhereALineWasDeniedInPart() {
        Finding denied = first(Verdict.DENIED);
        Tally lines = new Tally();
        lines.add(with(denied, denied.subject().payer(), Money.of("5.00"), Money.of("20.00"), denied.appealBy()));
        assertThat(new Dispute.Row(Dispute.of(denied), lines).wording())
                .startsWith("You denied 1 line of CPT 96372 in part, billed at ");
        lines.add(denied);
        assertThat(new Dispute.Row(Dispute.of(denied), lines).wording())
                .startsWith("You denied 2 lines of CPT 96372 in whole or in part, billed at ")
                .contains("Please review the lines of the enclosed list together. Our ground: ")
                .contains(" At stake by the contracted rate (contract 2026): ");
    }

    @Test
    void aLetterOnADenialNamesTheCodesTheGroundAndNoAmountThatARangeTells() throws IOException {
        Finding denied = Altered.from(first(Verdict.DENIED))
                .denial("CO", "50", "N115")
                .rateSource("range: article")
                .finding();
        findings.clear();
        findings.add(denied);

        try (XWPFDocument letter = read(files(write("letters")).get(0))) {
            String text = letter.getParagraphs().stream().map(p -> p.getText()).reduce("", (a, b) -> a + "\n" + b);
            assertThat(text)
                    .contains("with CO-50. Please review the line of the enclosed list. "
                            + "Our ground: [medical necessity: the coverage policy, with the notes].\n")
                    .contains("the check or transfer, and the reason that you gave.\n")
                    .doesNotContain("a category", "At stake", "deductible");
            assertThat(list(letter).get(0)).contains("Your reason").doesNotContain("Expected", "At stake");
            assertThat(list(letter).get(1)).contains("CO-50, N115");
        }
    }

    @Test
    void aDenialThatTheClaimOrSomebodyElseHasToMendHasNoLetter() {
        Finding denied = first(Verdict.DENIED);
        assertThat(Dispute.of(Altered.from(denied).denial("CO", "109", "").finding())
                        .prospect())
                .isEqualTo(Dispute.Prospect.NO_GROUND);
        assertThat(Dispute.of(Altered.from(denied).denial("CO", "50", "").finding())
                        .prospect())
                .isEqualTo(Dispute.Prospect.LETTER);
    }

    @Test
    void noLetterIsWrittenWhereNothingCanBeWonAndTheSheetSaysWhy() throws IOException {
        Finding denied = first(Verdict.DENIED);
        Finding underpaid = first(Verdict.UNDERPAID);
        String payer = denied.subject().payer();
        findings.clear();
        findings.add(with(denied, payer, Money.ZERO, null, null));
        findings.add(with(denied, payer, Money.ZERO, Money.ZERO, denied.appealBy()));
        findings.add(with(denied, payer, Money.ZERO, Money.of("25.00"), null));
        findings.add(with(denied, "(not stated)", Money.ZERO, Money.of("25.00"), denied.appealBy()));
        findings.add(with(underpaid, "(not stated)", Money.of("20.00"), Money.of("5.00"), underpaid.appealBy()));
        assertThat(write("letters")).doesNotExist();

        Path file =
                Workbooks.write(folder.resolve("denials.xlsx"), DenialsWorkbook::open, FakeMonth.report(), findings);
        List<String> said = Workbooks.read(file, workbook -> IntStream.rangeClosed(2, 5)
                .mapToObj(row ->
                        Workbooks.cell(workbook, "Disputes", row, "Letter").getStringCellValue())
                .toList());
        assertThat(said)
                .containsExactlyInAnyOrder(
                        "no: what is at stake is not known",
                        "no: nothing is at stake",
                        "no: cannot be appealed; see the lines' next action",
                        "no: the payer is not stated");
    }

    @Test
    void aLineWhoseLastDayToAppealHasPassedByTheMonthsEndIsInNoLetter() {
        for (Verdict verdict : List.of(Verdict.DENIED, Verdict.UNDERPAID)) {
            Finding line = first(verdict);
            assertThat(Dispute.of(Altered.from(line).daysLeft(0).finding()).prospect())
                    .isEqualTo(Dispute.Prospect.LETTER);
            assertThat(Dispute.of(Altered.from(line).daysLeft(-1).finding()).prospect())
                    .isEqualTo(Dispute.Prospect.DATE_PASSED);
        }
    }

    @Test
    void theSameFindingsGiveTheSameBytes() throws IOException {
        List<Path> once = files(write("once"));
        List<Path> again = files(write("again"));
        assertThat(again).hasSameSizeAs(once);
        for (int i = 0; i < once.size(); i++) {
            assertThat(once.get(i)).hasSameBinaryContentAs(again.get(i));
        }
    }

    @Test
    void hostileTextStaysText() throws IOException {
        Finding first = first(Verdict.UNDERPAID);
        String hostile = "</w:t></w:r><evil>&amp;\u0001 ROWS-GO-HERE";
        findings.set(findings.indexOf(first), Altered.from(first).why(hostile).finding());
        boolean found = false;
        for (Path file : files(write("letters"))) {
            try (XWPFDocument document = read(file)) {
                found |= list(document).stream()
                        .anyMatch(row -> row.contains("</w:t></w:r><evil>&amp;\ufffd ROWS-GO-HERE"));
            }
        }
        assertThat(found).isTrue();
    }

    @Test
    void aPasswordEncryptsEachLetter() throws Exception {
        try (MonthReport.Report report =
                DisputeLetters.open(folder.resolve("letters"), FakeMonth.report(), "test password")) {
            findings.forEach(report::add);
            report.finish();
        }
        for (Path file : files(folder.resolve("letters"))) {
            try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
                Decryptor decryptor = new EncryptionInfo(container).getDecryptor();
                assertThat(decryptor.verifyPassword("test password")).isTrue();
                try (XWPFDocument letter = new XWPFDocument(decryptor.getDataStream(container))) {
                    assertThat(list(letter)).hasSizeGreaterThan(1);
                }
            }
        }
    }

    @Test
    void lettersAreTheirOwnersAlone() throws IOException {
        Path letters = write("letters");
        assertThat(AtomicFilesTest.permissions(letters)).isEqualTo("rwx------");
        assertThat(files(letters)).allSatisfy(file -> assertThat(AtomicFilesTest.permissions(file))
                .isEqualTo("rw-------"));
    }

    @Test
    void abandonedLettersLeaveNothing() throws IOException {
        List<Path> before = TemporaryFiles.now();
        try (MonthReport.Report report = DisputeLetters.open(folder.resolve("letters"), FakeMonth.report(), null)) {
            findings.forEach(report::add);
        }
        assertThat(files(folder.resolve("letters"))).isEmpty();
        assertThat(TemporaryFiles.now()).isSubsetOf(before);
    }

    @Test
    void aLetterThatCannotBeWrittenTakesTheOthersWithIt() throws IOException {
        Path letters = Files.createDirectory(folder.resolve("letters"));
        Path inTheWay = Files.createDirectory(letters.resolve("dispute-2026-10-elm-employers-trust-01.docx"));
        Files.createFile(inTheWay.resolve("full"));
        List<Path> before = TemporaryFiles.now();
        try (MonthReport.Report report = DisputeLetters.open(letters, FakeMonth.report(), null)) {
            findings.forEach(report::add);
            assertThatThrownBy(report::finish).isInstanceOf(java.io.UncheckedIOException.class);
        }
        assertThat(files(letters)).containsExactly(inTheWay);
        assertThat(TemporaryFiles.now()).isSubsetOf(before);
    }

    @Test
    void aMonthWithoutDisputesHasNoLettersAndNoFolder() throws IOException {
        findings.removeIf(
                finding -> Dispute.of(finding) != null && Dispute.of(finding).hasLetter());
        assertThat(write("letters")).doesNotExist();
    }
}
