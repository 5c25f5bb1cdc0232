package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.verdict.Finding;
import recon.verdict.Verdict;

class WorkbookLayoutTest {

    private static final String UNDERPAID =
            "Payer | Payer class | Claim | Payer claim no. | Line | Patient | Member id | Service date | Place | Units"
                    + " | Modifiers | Billed | Allowed | Allowed from | Paid | Patient share | Sequestration | Expected low | Expected high | Range source"
                    + " | Short by | Short % | Cause | Why | Check / EFT | Check date | Appeal by | Days left | Remittance source | Claim source | Owner | Status | Notes";
    private static final String DENIED =
            "Payer | Payer class | Claim | Payer claim no. | Line | Patient | Member id | Service date | Place | Units"
                    + " | Modifiers | Billed | At stake | Group | CARC | RARC | Category | Kind | Preventable | Next action | Why | Check / EFT | Check date"
                    + " | Appeal by | Days left | First denied | Times denied | Remittance source | Claim source | Owner | Status | Notes";
    private static final String ALL_LINES =
            "Verdict | Payer | Payer class | Claim | Payer claim no. | Line | Service date | Units | Billed | Allowed"
                    + " | Allowed from | Paid | Patient share | Expected low | Expected high | Difference | Match tier | Match note | Why | Check / EFT"
                    + " | Check date | Remittance source | Claim source";

    @TempDir
    Path folder;

    private final List<Finding> findings = new FakeMonth(1).findings(400);

    private Path write(MonthReport.Factory factory) {
        return Workbooks.write(folder.resolve("report.xlsx"), factory, FakeMonth.report(), findings);
    }

    @Test
    void theUnderpaymentsWorkbookHasItsSheetsInOrder() {
        assertThat(Workbooks.sheetNames(write(UnderpaymentsWorkbook::open)))
                .startsWith(
                        "Summary", "Underpaid lines", "Underpaid claims", "By payer", "Overpaid lines", "Ranges used")
                .endsWith("Data dictionary");
    }

    @Test
    void theDenialsWorkbookHasItsSheetsInOrder() {
        assertThat(Workbooks.sheetNames(write(DenialsWorkbook::open)))
                .startsWith("Summary", "Denied lines", "By reason", "By payer", "Claim audit")
                .endsWith("Audit score", "Data dictionary");
    }

    @Test
    void theAuditScoreShowsRatesOfWhatIsAnswered() {
        Path file = write(DenialsWorkbook::open);
        assertThat(Workbooks.headings(file, "Audit score"))
                .containsExactly("Rule", "Title", "Payer", "Predicted", "Answered", "Hits", "Misses", "Hit rate");
        Workbooks.read(file, workbook -> {
            assertThat(Workbooks.cell(workbook, "Audit score", 2, "Answered").getNumericCellValue())
                    .isEqualTo(4);
            assertThat(Workbooks.cell(workbook, "Audit score", 2, "Hit rate").getNumericCellValue())
                    .isEqualTo(0.75);
            assertThat(Workbooks.cell(workbook, "Audit score", 3, "Predicted").getNumericCellValue())
                    .isEqualTo(4);
            assertThat(Workbooks.cell(workbook, "Audit score", 3, "Hit rate").getCellType())
                    .isEqualTo(CellType.BLANK);
            return null;
        });
    }

    @Test
    void theClaimAuditTellsWhatCameOfEachLineAndUnansweredWarningsAreCountedApart() {
        Path file = write(DenialsWorkbook::open);
        assertThat(Workbooks.headings(file, "Claim audit")).endsWith("Claim source", "Verdict");
        Workbooks.read(file, workbook -> {
            assertThat(Stream.of(2, 3, 4).map(row -> Workbooks.cell(workbook, "Claim audit", row, "Verdict")
                            .getStringCellValue()))
                    .containsExactly("NO_RESPONSE", "IN_RANGE", "");
            assertThat(keyFigure(workbook, "Audit warnings, unanswered")).isEqualTo(1);
            assertThat(keyFigure(workbook, "Audit warnings, answered")).isEqualTo(2);
            return null;
        });
    }

    private static double keyFigure(Workbook workbook, String label) {
        for (Row row : workbook.getSheet("Summary")) {
            Cell cell = row.getCell(6);
            if (cell != null && cell.toString().equals(label)) {
                return row.getCell(8).getNumericCellValue();
            }
        }
        throw new AssertionError("no key figure " + label);
    }

    @Test
    void aClaimIsOneInWhicheverCaseItsLinesWriteItsNumber() {
        Finding underpaid = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.UNDERPAID)
                .findFirst()
                .orElseThrow();
        List<Finding> lines = Stream.of("SAMPLE-PQ7", "Sample-Pq7")
                .map(claim -> Altered.from(underpaid).claim(claim).finding())
                .toList();
        Path file =
                Workbooks.write(folder.resolve("claim.xlsx"), UnderpaymentsWorkbook::open, FakeMonth.report(), lines);

        assertThat(Workbooks.<Integer>read(file, workbook -> {
                    assertThat(Workbooks.cell(workbook, "Underpaid claims", 2, "Claim")
                                    .getStringCellValue())
                            .isEqualTo("SAMPLE-PQ7");
                    return (int) Workbooks.cell(workbook, "Underpaid claims", 2, "Lines")
                            .getNumericCellValue();
                }))
                .isEqualTo(2);
    }

    @Test
    void theReconciliationWorkbookHasItsSheetsInOrder() {
        assertThat(Workbooks.sheetNames(write(ReconciliationWorkbook::open)))
                .startsWith(
                        "Control totals",
                        "All lines",
                        "Unmatched payments",
                        "No response",
                        "Rejected rows",
                        "Files",
                        "Recovered",
                        "Run",
                        "Needs review")
                .endsWith("Provider adjustments", "Data dictionary");
    }

    @Test
    void theRunTellsWhatEachReasonChangedPaymentsByAtProviderLevel() {
        Workbooks.read(write(ReconciliationWorkbook::open), workbook -> {
            Map<String, String> facts = new HashMap<>();
            workbook.getSheet("Run")
                    .forEach(row ->
                            facts.put(row.getCell(0).toString(), row.getCell(1).toString()));
            assertThat(facts)
                    .containsEntry("Provider adjustments WO", "-29.29")
                    .containsEntry("Provider adjustments L6", "1.25");
            return null;
        });
    }

    @Test
    void theRunsDayIsADate() {
        Workbooks.read(write(ReconciliationWorkbook::open), workbook -> {
            Cell asOf = workbook.getSheet("Run").getRow(2).getCell(1);
            assertThat(DateUtil.isCellDateFormatted(asOf)).isTrue();
            assertThat(asOf.getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(FakeMonth.report().asOf());
            return null;
        });
    }

    @Test
    void theDictionarySaysWhatEachColumnHolds() {
        List<String> kinds = Workbooks.read(write(ReconciliationWorkbook::open), workbook -> {
            List<String> found = new ArrayList<>();
            workbook.getSheet("Data dictionary").forEach(row -> {
                String place = row.getCell(0).getStringCellValue() + " "
                        + row.getCell(1).getStringCellValue();
                found.add(place + ": " + row.getCell(2));
            });
            return found;
        });
        assertThat(kinds).contains("Run Value: text, number or date", "Run Item: text", "Files Size: number");
    }

    @Test
    void columnsStandAsUsersFormulasExpectThemAndNewOnesOnlyAtTheRight() {
        Path underpayments = write(UnderpaymentsWorkbook::open);
        assertThat(String.join(" | ", Workbooks.headings(underpayments, "Underpaid lines")))
                .startsWith(UNDERPAID);
        assertThat(String.join(" | ", Workbooks.headings(underpayments, "Overpaid lines")))
                .startsWith(UNDERPAID.replace("Short by", "Over by"));
        assertThat(String.join(" | ", Workbooks.headings(write(DenialsWorkbook::open), "Denied lines")))
                .startsWith(DENIED);
        Path reconciliation = write(ReconciliationWorkbook::open);
        assertThat(String.join(" | ", Workbooks.headings(reconciliation, "All lines")))
                .startsWith(ALL_LINES);
        assertThat(Workbooks.headings(reconciliation, "Control totals"))
                .startsWith("Equation", "Left", "Right", "Difference", "Result");
        assertThat(Workbooks.headings(reconciliation, "Unmatched payments"))
                .startsWith(
                        "Payer",
                        "Payer class",
                        "Claim",
                        "Payer claim no.",
                        "Line",
                        "Service date",
                        "Units",
                        "Billed",
                        "Allowed",
                        "Paid",
                        "Reason",
                        "Suggested claim",
                        "Check / EFT",
                        "Check date",
                        "Remittance source");
        assertThat(Workbooks.headings(reconciliation, "No response"))
                .startsWith(
                        "Payer",
                        "Payer class",
                        "Claim",
                        "Line",
                        "Service date",
                        "Submitted",
                        "Days",
                        "Ageing",
                        "Billed",
                        "Expected low",
                        "Claim source");
        assertThat(Workbooks.headings(reconciliation, "Rejected rows"))
                .startsWith("File", "Sheet", "Row", "Column", "Reason");
        assertThat(Workbooks.headings(reconciliation, "Recovered"))
                .startsWith(
                        "Payer",
                        "Claim",
                        "Line",
                        "First verdict",
                        "First month",
                        "First allowed",
                        "Final allowed",
                        "Recovered");
        assertThat(Workbooks.headings(reconciliation, "Files"))
                .startsWith("File", "Kind", "SHA-256", "Size", "Rows read", "Banner")
                .endsWith("Billed", "Allowed", "Paid", "Remarks");
    }

    @Test
    void eachUnderpaidLineStandsInItsRowCellByCell() {
        List<Finding> underpaid =
                findings.stream().filter(f -> f.verdict() == Verdict.UNDERPAID).toList();
        Path file = write(UnderpaymentsWorkbook::open);
        Workbooks.read(file, workbook -> {
            assertThat(workbook.getSheet("Underpaid lines").getLastRowNum()).isEqualTo(underpaid.size());
            for (int i = 0; i < underpaid.size(); i++) {
                Finding finding = underpaid.get(i);
                assertThat(cell(workbook, i, "Claim").getStringCellValue())
                        .isEqualTo(finding.subject().claim());
                assertThat(cell(workbook, i, "Payer claim no.").getStringCellValue())
                        .startsWith("00");
                assertThat(cell(workbook, i, "Short by").getNumericCellValue())
                        .isEqualTo(finding.atIssue().toDollars().doubleValue());
                Cell serviceDate = cell(workbook, i, "Service date");
                assertThat(DateUtil.isCellDateFormatted(serviceDate)).isTrue();
                assertThat(serviceDate.getLocalDateTimeCellValue().toLocalDate())
                        .isEqualTo(finding.subject().serviceDate());
                assertThat(cell(workbook, i, "Days left").getNumericCellValue())
                        .isEqualTo(finding.daysLeft().doubleValue());
                assertThat(cell(workbook, i, "Sequestration").getCellType()).isEqualTo(CellType.BLANK);
                assertThat(cell(workbook, i, "Why").getStringCellValue()).isEqualTo(finding.why());
            }
            return null;
        });
    }

    private static Cell cell(Workbook workbook, int index, String heading) {
        return Workbooks.cell(workbook, "Underpaid lines", index + 2, heading);
    }

    @Test
    void nothingOfASummaryStandsBesideWhatIsPrinted() {
        for (MonthReport.Factory factory : List.<MonthReport.Factory>of(
                UnderpaymentsWorkbook::open, DenialsWorkbook::open, SummaryWorkbook::open)) {
            Workbooks.read(write(factory), workbook -> {
                int printed = new AreaReference(workbook.getPrintArea(0), SpreadsheetVersion.EXCEL2007)
                        .getLastCell()
                        .getCol();
                for (Row row : workbook.getSheet("Summary")) {
                    assertThat(row.getLastCellNum() - 1).isLessThanOrEqualTo(printed);
                }
                return null;
            });
        }
    }

    @Test
    void everySheetCanBeFilteredAndPrinted() {
        for (MonthReport.Factory factory : List.<MonthReport.Factory>of(
                UnderpaymentsWorkbook::open, DenialsWorkbook::open, ReconciliationWorkbook::open)) {
            Workbooks.read(write(factory), workbook -> {
                List<String> unready = new ArrayList<>();
                for (Sheet sheet : workbook) {
                    boolean summary = sheet.getSheetName().equals("Summary");
                    boolean page = sheet.getFitToPage()
                            && sheet.getPrintSetup().getFitWidth() == 1
                            && (summary || sheet.getPrintSetup().getLandscape());
                    boolean table = ((XSSFSheet) sheet).getCTWorksheet().isSetAutoFilter()
                            && sheet.getPaneInformation() != null
                            && sheet.getRepeatingRows() != null;
                    // Of a list that is wider than a page, each page shows what names its rows.
                    boolean wide =
                            table && ((XSSFSheet) sheet).getPaneInformation().getVerticalSplitPosition() > 0;
                    table &= !wide || sheet.getRepeatingColumns() != null;
                    if (!page || (!table && !summary)) {
                        unready.add(sheet.getSheetName());
                    }
                }
                assertThat(unready).isEmpty();
                return null;
            });
        }
    }

    @Test
    void aSummaryIsPrintedUprightWhereItIsLong() {
        Path empty = Workbooks.write(
                folder.resolve("empty.xlsx"), DenialsWorkbook::open, FakeMonth.emptyReport(), List.of());

        assertThat(isAcross(empty)).isTrue();
        assertThat(isAcross(write(DenialsWorkbook::open))).isFalse();
    }

    private static boolean isAcross(Path file) {
        return Workbooks.read(
                file, workbook -> workbook.getSheet("Summary").getPrintSetup().getLandscape());
    }

    @Test
    void aNumberThatIsLongerThanItsColumnIsShownWhole() {
        Finding underpaid = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.UNDERPAID)
                .findFirst()
                .orElseThrow();
        List<Finding> lines = Stream.of("SAMPLE-1", "SAMPLE-0123456789-0123456789")
                .map(claim -> Altered.from(underpaid).claim(claim).finding())
                .toList();
        Path file =
                Workbooks.write(folder.resolve("long.xlsx"), ReconciliationWorkbook::open, FakeMonth.report(), lines);

        List<Float> heights = Workbooks.read(file, workbook -> {
            Cell claim = Workbooks.cell(workbook, "All lines", 3, "Claim");
            assertThat(claim.getCellStyle().getWrapText()).isTrue();
            return List.of(
                    Workbooks.cell(workbook, "All lines", 2, "Claim").getRow().getHeightInPoints(),
                    claim.getRow().getHeightInPoints());
        });

        assertThat(heights.get(1)).isGreaterThan(heights.get(0));
    }

    @Test
    void aMonthWithoutFindingsStillHasEverySheet() {
        for (MonthReport.Factory factory : List.<MonthReport.Factory>of(
                UnderpaymentsWorkbook::open, DenialsWorkbook::open, ReconciliationWorkbook::open)) {
            Path empty = Workbooks.write(folder.resolve("empty.xlsx"), factory, FakeMonth.emptyReport(), List.of());
            assertThat(Workbooks.sheetNames(empty)).isEqualTo(Workbooks.sheetNames(write(factory)));
        }
    }
}
