package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.claim.Money;
import recon.claim.RowSums;
import recon.verdict.Finding;
import recon.verdict.Verdict;

class RunPageTest {

    @TempDir
    Path folder;

    private final List<Finding> findings = new FakeMonth(7).findings(300);

    private String page(MonthReport report) throws Exception {
        return Files.readString(Workbooks.write(folder.resolve("run.html"), RunPage::open, report, findings));
    }

    private static Document parsed(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @Test
    void thePageNeedsNothingButItself() throws Exception {
        String page = page(FakeMonth.report());
        Document document = parsed(page);
        for (String foreign : List.of("script", "link", "img", "iframe", "object", "form", "image", "use")) {
            assertThat(all(document, foreign)).as(foreign).isEmpty();
        }
        assertThat(page).doesNotContain("http://", "https://", "url(", "@import", " style=", " onclick", "javascript:");
        assertThat(all(document, "a")).allMatch(a -> a.getAttribute("href").endsWith("-2026-10.xlsx"));
    }

    @Test
    void itsPolicyAllowsItsOwnStyleSheetAlone() throws Exception {
        Document document = parsed(page(FakeMonth.report()));
        String css = all(document, "style").get(0).getTextContent();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
        assertThat(all(document, "meta"))
                .filteredOn(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .singleElement()
                .extracting(meta -> meta.getAttribute("content"))
                .asString()
                .startsWith("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash) + "'");
    }

    @Test
    void aShareIsRoundedOnceOnly() {
        assertThat(PageTable.text(PayerDenials.rate(4, 21), CellFormat.PERCENT)).isEqualTo("19.0 %");
        assertThat(PageTable.text(FindingColumns.share(Money.of("4.00"), Money.of("21.00")), CellFormat.PERCENT))
                .isEqualTo("19.0 %");
    }

    @Test
    void oneRejectedRowIsSpokenOfAsOne() throws Exception {
        MonthReport.FileEntry file = new MonthReport.FileEntry(
                "a.csv",
                FileKind.CLAIMS,
                "ab12".repeat(16),
                1,
                1,
                Map.of(Bucket.REJECTED, 1L),
                RowSums.NONE,
                "",
                false);
        assertThat(page(FakeMonth.withFiles(FakeMonth.report(), List.of(file))))
                .contains("1 row rejected in 1 file: not in any figure here. Mend it at its source and run again.");
    }

    @Test
    void aScreenReaderIsToldTheLanguageEachTableAndEachChart() throws Exception {
        Document document = parsed(page(FakeMonth.report()));
        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(all(document, "table")).hasSizeGreaterThan(6).allSatisfy(table -> assertThat(
                        table.getElementsByTagName("caption").getLength())
                .isOne());
        assertThat(all(document, "th")).allMatch(th -> List.of("col", "row").contains(th.getAttribute("scope")));
        assertThat(all(document, "svg")).hasSize(4).allSatisfy(svg -> {
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            String id = ((Element) svg.getElementsByTagName("title").item(0)).getAttribute("id");
            assertThat(svg.getAttribute("aria-labelledby")).contains(id);
            assertThat(svg.getElementsByTagName("desc").getLength()).isOne();
        });
        assertThat(all(document, "h1")).hasSize(1);
    }

    @Test
    void idsAreNotGivenTwice() throws Exception {
        List<String> ids = all(parsed(page(FakeMonth.report())), "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void whatDoesNotTieStandsOnTopAndItsRowIsMarked() throws Exception {
        String page = page(FakeMonth.report());
        assertThat(page)
                .contains("Control totals do not tie: hold what comes after.", "1 of 3 control totals not tied")
                .contains(
                        "6 rows rejected in 2 files",
                        "Medicare lines of 2026 are compared with",
                        "Range suspect: Medicare (payer class)");
        assertThat(all(parsed(page), "tr"))
                .filteredOn(row -> row.getAttribute("class").equals("alarm"))
                .extracting(Element::getTextContent)
                .anyMatch(text -> text.contains("EFT20261009") && text.contains("NOT OK"));
    }

    @Test
    void aRunWithoutFaultsSaysSo() throws Exception {
        assertThat(page(FakeMonth.emptyReport()))
                .contains("Done: every row is read and every control total ties.")
                .doesNotContain("rejected in", "not tied");
    }

    @Test
    void theFiguresAreTheMonthsOwn() throws Exception {
        long underpaid =
                findings.stream().filter(f -> f.verdict() == Verdict.UNDERPAID).count();
        assertThat(page(FakeMonth.report()))
                .contains("<dt>Lines judged</dt>\n<dd>%d</dd>".formatted(findings.size()))
                .contains("<dt>Underpaid lines</dt>\n<dd>%d</dd>".formatted(underpaid));
    }

    @Test
    void linesThatNobodyCouldJudgeAreKeyFiguresToo() throws Exception {
        assertThat(page(FakeMonth.report()))
                .contains("<dt>Needs review</dt>\n<dd>%d</dd>".formatted(lines(Verdict.NEEDS_REVIEW)))
                .contains("<dt>Pended</dt>\n<dd>%d</dd>".formatted(lines(Verdict.PENDED)))
                .contains("<dt>Unmatched payments</dt>\n<dd>%d</dd>".formatted(lines(Verdict.UNMATCHED)));
    }

    private long lines(Verdict verdict) {
        return findings.stream().filter(f -> f.verdict() == verdict).count();
    }

    @Test
    void nothingFromAFileBecomesMarkup() throws Exception {
        MonthReport report = FakeMonth.report();
        String hostile = "<script>alert('1')</script>\"&\u0000\ud800.csv";
        MonthReport.FileEntry file = report.files().get(0);
        MonthReport.FileEntry renamed = new MonthReport.FileEntry(
                hostile, file.kind(), file.sha256(), 1, 1, file.rows(), RowSums.NONE, "", false);
        String page = page(FakeMonth.withFiles(report, List.of(renamed)));
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;1&#39;)");
        assertThat(all(parsed(page), "th"))
                .extracting(Element::getTextContent)
                .contains("<script>alert('1')</script>\"&\ufffd\ufffd.csv");
    }

    @Test
    void theSameFindingsGiveTheSamePageForItsOwnerAlone() throws Exception {
        Path one = Workbooks.write(folder.resolve("1.html"), RunPage::open, FakeMonth.report(), findings);
        Path other = Workbooks.write(folder.resolve("2.html"), RunPage::open, FakeMonth.report(), findings);
        assertThat(one).hasSameBinaryContentAs(other);
        assertThat(AtomicFilesTest.permissions(one)).isEqualTo("rw-------");
    }
}
