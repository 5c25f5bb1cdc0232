package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.claim.Money;
import recon.verdict.Finding;
import recon.verdict.Verdict;

class SummaryWorkbookTest {

    @TempDir
    Path folder;

    private final List<Finding> findings = new FakeMonth(7).findings(400);

    private Path write() {
        return Workbooks.write(
                folder.resolve("summary-2026-10.xlsx"), SummaryWorkbook::open, FakeMonth.report(), findings);
    }

    private double sum(Verdict... verdicts) {
        return findings.stream()
                .filter(f -> List.of(verdicts).contains(f.verdict()) && f.atIssue() != null)
                .map(Finding::atIssue)
                .reduce(Money.ZERO, Money::plus)
                .toDollars()
                .doubleValue();
    }

    private static double total(Workbook workbook, String sheet, String heading) {
        double sum = 0;
        for (int row = 2; row <= workbook.getSheet(sheet).getLastRowNum() + 1; row++) {
            sum += Workbooks.cell(workbook, sheet, row, heading).getNumericCellValue();
        }
        return Math.round(sum * 100) / 100.0;
    }

    @Test
    void eachTableComesToTheMonthsOwnTotals() {
        Workbooks.read(write(), workbook -> {
            assertThat(total(workbook, "By payer", "Lines judged")).isEqualTo(findings.size());
            assertThat(total(workbook, "Verdicts", "Lines")).isEqualTo(findings.size());
            assertThat(total(workbook, "By payer", "Short by")).isEqualTo(sum(Verdict.UNDERPAID));
            assertThat(total(workbook, "By payer", "At stake")).isEqualTo(sum(Verdict.DENIED));
            assertThat(total(workbook, "Denials", "At stake")).isEqualTo(sum(Verdict.DENIED));
            assertThat(total(workbook, "No response", "Lines"))
                    .isEqualTo(findings.stream()
                            .filter(f -> f.verdict() == Verdict.NO_RESPONSE)
                            .count());
            return null;
        });
    }

    @Test
    void linesThatNobodyCouldJudgeAreKeyFiguresToo() {
        Workbooks.read(write(), workbook -> {
            Sheet summary = workbook.getSheet("Summary");
            assertThat(figure(summary, 2, "Needs review")).isEqualTo(lines(Verdict.NEEDS_REVIEW));
            assertThat(figure(summary, 2, "Pended")).isEqualTo(lines(Verdict.PENDED));
            assertThat(figure(summary, 6, "Unmatched payments")).isEqualTo(lines(Verdict.UNMATCHED));
            return null;
        });
    }

    @Test
    void anAmountAtStakeThatIsNotKnownIsBlankAndItsLinesAreCounted() {
        Finding denied = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.DENIED)
                .findFirst()
                .orElseThrow();
        List<Finding> two = List.of(
                Altered.from(denied).payer("Known").finding(),
                Altered.from(denied).payer("Known").atIssue(null).finding(),
                Altered.from(denied).payer("Unknown").atIssue(null).finding());
        Path summary =
                Workbooks.write(folder.resolve("summary.xlsx"), SummaryWorkbook::open, FakeMonth.emptyReport(), two);
        Path denials =
                Workbooks.write(folder.resolve("denials.xlsx"), DenialsWorkbook::open, FakeMonth.emptyReport(), two);
        for (Path file : List.of(summary, denials)) {
            Workbooks.read(file, workbook -> {
                assertThat(figure(workbook.getSheet("Summary"), 6, "Stake unknown"))
                        .isEqualTo(2);
                assertThat(Workbooks.cell(workbook, "By payer", 2, "At stake").getNumericCellValue())
                        .isEqualTo(denied.atIssue().toDollars().doubleValue());
                assertThat(Workbooks.cell(workbook, "By payer", 2, "Stake unknown")
                                .getNumericCellValue())
                        .isEqualTo(1);
                assertThat(Workbooks.cell(workbook, "By payer", 3, "At stake").getCellType())
                        .isEqualTo(CellType.BLANK);
                assertThat(Workbooks.cell(workbook, "By payer", 3, "Stake unknown")
                                .getNumericCellValue())
                        .isEqualTo(1);
                return null;
            });
        }
    }

    private double lines(Verdict verdict) {
        return findings.stream().filter(f -> f.verdict() == verdict).count();
    }

    /** The key figure whose label stands in a column; its value stands two columns to the right. */
    private static double figure(Sheet summary, int column, String label) {
        for (Row row : summary) {
            if (row.getCell(column) != null && row.getCell(column).toString().equals(label)) {
                return row.getCell(column + 2).getNumericCellValue();
            }
        }
        throw new AssertionError("no figure " + label);
    }

    @Test
    void everyVerdictAndEveryAgeHasItsRowEvenWithoutLines() {
        Path empty = Workbooks.write(
                folder.resolve("empty.xlsx"), SummaryWorkbook::open, FakeMonth.emptyReport(), List.of());
        Workbooks.read(empty, workbook -> {
            assertThat(workbook.getSheet("Verdicts").getLastRowNum()).isEqualTo(Verdict.values().length);
            assertThat(workbook.getSheet("No response").getLastRowNum()).isEqualTo(NoResponse.AGEINGS.size());
            return null;
        });
    }

    @Test
    void theFirstSheetWarnsOfWhatDoesNotTieOfRejectedRowsAndOfASuspectRange() {
        Workbooks.read(write(), workbook -> {
            assertThat(texts(workbook.getSheet("Summary")))
                    .contains("Control totals do not tie: hold what comes after")
                    .anyMatch(text -> text.contains("1 of 3 control totals not tied"))
                    .anyMatch(text -> text.contains("6 rows rejected in 2 files"))
                    .anyMatch(text -> text.contains("Range suspect: Medicare (payer class)"));
            return null;
        });
    }

    @Test
    void theUnderpaymentsWorkbookWarnsOfTheSuspectRangeToo() {
        Path file = Workbooks.write(
                folder.resolve("underpayments.xlsx"), UnderpaymentsWorkbook::open, FakeMonth.report(), findings);
        Workbooks.read(file, workbook -> {
            assertThat(texts(workbook.getSheet("Summary")))
                    .anyMatch(text -> text.contains("Range suspect: Medicare (payer class)"));
            Sheet byPayer = workbook.getSheet("By payer");
            for (int row = 2; row <= byPayer.getLastRowNum() + 1; row++) {
                boolean medicare = Workbooks.cell(workbook, "By payer", row, "Payer class")
                        .getStringCellValue()
                        .equals("Medicare");
                assertThat(Workbooks.cell(workbook, "By payer", row, "Range suspect")
                                .getStringCellValue())
                        .isEqualTo(medicare ? "yes" : "no");
            }
            return null;
        });
    }

    @Test
    void aLongNameOnTheFirstSheetKeepsItsStartAndItsEndAndStandsWholeOnTheOthers() {
        String name = "Synthetic Mutual Benefit " + "of the Northern Counties ".repeat(10) + "Region ";
        List<Finding> ofTwo = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.UNDERPAID)
                .limit(2)
                .toList();
        List<Finding> underpaid = List.of(
                Altered.from(ofTwo.get(0)).payer(name + "0001").finding(),
                Altered.from(ofTwo.get(1)).payer(name + "0002").finding());
        Path file = Workbooks.write(
                folder.resolve("long.xlsx"), UnderpaymentsWorkbook::open, FakeMonth.report(), underpaid);
        Workbooks.read(file, workbook -> {
            for (String end : List.of("0001", "0002")) {
                // once in the table and once beside the chart
                assertThat(texts(workbook.getSheet("Summary")).stream()
                                .filter(text -> text.startsWith("Synthetic Mutual Benefit")
                                        && text.endsWith(" … orthern Counties Region " + end)))
                        .hasSize(2)
                        .allMatch(text -> text.length() <= SummaryParts.CHARACTERS_OF_A_NAME);
                assertThat(texts(workbook.getSheet("By payer"))).contains(name + end);
            }
            return null;
        });
    }

    @Test
    void aNameThatWouldLookLikeAnotherStaysWhole() {
        String one = "Synthetic Health Plan of the North";
        String other = "Synthetic Health Plan of the South and of the North";
        ShortNames names = new ShortNames(List.of(one, other, "Plan of Testers", "A".repeat(40), one), 20);
        assertThat(names.of(one)).isEqualTo(one);
        assertThat(names.of(other)).isEqualTo(other);
        assertThat(names.of("Plan of Testers")).isEqualTo("Plan of Testers");
        assertThat(names.of("A".repeat(40))).isEqualTo("AAAAAAAAA … AAAAAAAA");
    }

    private static List<String> texts(Sheet sheet) {
        return java.util.stream.StreamSupport.stream(sheet.spliterator(), false)
                .flatMap((Row row) -> java.util.stream.StreamSupport.stream(row.spliterator(), false))
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .map(cell -> cell.getStringCellValue())
                .toList();
    }
}
