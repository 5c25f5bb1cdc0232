package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.claim.Money;
import recon.verdict.Finding;
import recon.verdict.Verdict;

class WorklistTest {

    /** File 1 holds the lines of the fake month. */
    private static final LinesOnFile LINES = new LinesOnFile(Map.of(FakeMonth.FILE, "ab".repeat(32)));

    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>(new FakeMonth(3).findings(300));
    private Path before;

    @BeforeEach
    void somebodyTypesBesideTheFirstLine() throws IOException {
        before = Workbooks.write(
                folder.resolve("before.xlsx"),
                UnderpaymentsWorkbook.after(Worklist.empty(), LINES),
                FakeMonth.report(),
                findings);
        type("Owner", "R. Tester");
        type("Status", "Appealed");
        type("Notes", "=sent\n10/30");
    }

    private void type(String heading, String text) throws IOException {
        typeInto(2, heading, text);
    }

    private void typeInto(int row, String heading, String text) throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(before));
        Workbooks.cell(workbook, "Underpaid lines", row, heading).setCellValue(text);
        save(workbook);
    }

    private void save(XSSFWorkbook workbook) throws IOException {
        try (workbook;
                OutputStream out = Files.newOutputStream(before)) {
            workbook.write(out);
        }
    }

    private Path after() throws IOException {
        return after(LINES);
    }

    private Path after(LinesOnFile lines) throws IOException {
        Worklist earlier = Worklist.read(List.of(before), null);
        return Workbooks.write(
                folder.resolve("after.xlsx"),
                UnderpaymentsWorkbook.after(earlier, lines),
                FakeMonth.report(),
                findings);
    }

    private static String text(Path file, String sheet, int row, String heading) {
        return Workbooks.read(file, workbook -> {
            Cell cell = Workbooks.cell(workbook, sheet, row, heading);
            return cell.getCellType() == CellType.BLANK ? null : cell.getStringCellValue();
        });
    }

    private int firstUnderpaid() {
        for (int i = 0; i < findings.size(); i++) {
            if (findings.get(i).verdict() == Verdict.UNDERPAID) {
                return i;
            }
        }
        throw new AssertionError("no line is underpaid");
    }

    @Test
    void whatWasTypedStandsBesideTheSameLineInTheNextRevision() throws IOException {
        Path after = after();
        assertThat(text(after, "Underpaid lines", 2, "Owner")).isEqualTo("R. Tester");
        assertThat(text(after, "Underpaid lines", 2, "Status")).isEqualTo("Appealed");
        assertThat(text(after, "Underpaid lines", 2, "Notes")).isEqualTo("=sent\n10/30");
        assertThat(text(after, "Underpaid lines", 2, "Changed")).isNull();
        assertThat(text(after, "Underpaid lines", 3, "Owner")).isNull();
    }

    @Test
    void aDateOrNumberComesBackAsThePersonSawIt() throws IOException {
        assertThat(carried(cell -> cell.setCellValue(LocalDate.of(2026, 11, 3)), "m/d/yyyy"))
                .isEqualTo("2026-11-03");
        assertThat(carried(cell -> cell.setCellValue(7), "@")).isEqualTo("7");
        assertThat(carried(cell -> cell.setCellValue(7.5), "General")).isEqualTo("7.5");
        assertThat(carried(cell -> cell.setCellValue(12.5), "$0.00")).isEqualTo("$12.50");
        assertThat(carried(cell -> cell.setCellValue(true), "General")).isEqualTo("TRUE");
        assertThat(carried(cell -> cell.setCellFormula("3+4"), "General")).isEqualTo("7");
    }

    private String carried(Consumer<Cell> typed, String format) throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(before));
        Cell cell = Workbooks.cell(workbook, "Underpaid lines", 2, "Notes");
        cell.setBlank();
        typed.accept(cell);
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
        save(workbook);
        return text(after(), "Underpaid lines", 2, "Notes");
    }

    @Test
    void whatWasTypedInASheetInWhichAListGoesOnIsKeptToo() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(before));
        workbook.setSheetName(workbook.getSheetIndex("Underpaid lines"), "Underpaid lines (2)");
        save(workbook);

        assertThat(text(after(), "Underpaid lines", 2, "Owner")).isEqualTo("R. Tester");
    }

    @Test
    void theOwnersOfBeforeAreOfferedForTheNextLines() throws IOException {
        List<String> offered =
                Workbooks.read(after(), workbook -> workbook.getSheet("Underpaid lines").getDataValidations().stream()
                        .map(validation -> String.join(
                                "|", validation.getValidationConstraint().getExplicitListValues()))
                        .toList());
        assertThat(offered).contains("R. Tester").anyMatch(list -> list.startsWith("Open|In progress|"));
    }

    @Test
    void whatWasTypedFollowsItsLineWhenRowsBeforeItAppear() throws IOException {
        Finding first = findings.get(firstUnderpaid());
        Finding.Subject s = first.subject();
        Finding another = Altered.from(first)
                .subject(new Finding.Subject(
                        s.payer(),
                        s.payerClass(),
                        "PCN-NEW",
                        null,
                        1,
                        s.patient(),
                        s.memberId(),
                        s.serviceDate(),
                        null,
                        "11",
                        1,
                        "",
                        null,
                        null,
                        null))
                .finding();
        findings.add(0, another);
        Path after = after();
        assertThat(text(after, "Underpaid lines", 2, "Owner")).isNull();
        assertThat(text(after, "Underpaid lines", 3, "Owner")).isEqualTo("R. Tester");
    }

    @Test
    void whatWasTypedStaysWithItsLineWhereAnotherSpellingNamesThePayer() throws IOException {
        Finding first = findings.get(firstUnderpaid());
        findings.set(
                firstUnderpaid(),
                Altered.from(first).payer("AAA Another Spelling").finding());
        Path after = after();
        assertThat(text(after, "Underpaid lines", 2, "Owner")).isEqualTo("R. Tester");
        Workbooks.read(after, workbook -> {
            assertThat(workbook.getSheet("No longer listed").getRow(1)).isNull();
            return null;
        });
    }

    @Test
    void ofTwoLinesThatAreAlikeEachKeepsItsOwnWhenTheOtherIsSettled() throws IOException {
        int index = firstUnderpaid();
        Finding settled = findings.get(index);
        Finding open = Altered.from(settled)
                .claimLineId(settled.claimLineId() + 1_000_000)
                .finding();
        findings.add(index + 1, open);
        before = Workbooks.write(
                folder.resolve("before.xlsx"),
                UnderpaymentsWorkbook.after(Worklist.empty(), LINES),
                FakeMonth.report(),
                findings);
        type("Owner", "Of the settled line");
        typeInto(3, "Owner", "Of the open line");

        findings.remove(index);
        Path after = after();
        assertThat(text(after, "Underpaid lines", 2, "Owner")).isEqualTo("Of the open line");
        assertThat(text(after, "No longer listed", 2, "Owner")).isEqualTo("Of the settled line");
    }

    @Test
    void whatWasTypedFollowsTheLineIntoAnotherExportOnceItsFileIsOnFileNoLonger() throws IOException {
        Finding first = findings.get(firstUnderpaid());
        Finding exportedAgain = Altered.from(first).claimLineId(2_000_000_007L).finding();
        findings.set(firstUnderpaid(), exportedAgain);

        LinesOnFile both = new LinesOnFile(Map.of(FakeMonth.FILE, "ab".repeat(32), 2L, "cd".repeat(32)));
        assertThat(text(after(both), "Underpaid lines", 2, "Owner")).isNull();
        LinesOnFile withoutTheOld = new LinesOnFile(Map.of(2L, "cd".repeat(32)));
        assertThat(text(after(withoutTheOld), "Underpaid lines", 2, "Owner")).isEqualTo("R. Tester");
    }

    @Test
    void whatWasTypedFollowsTheLineIntoTheCorrectedClaimThatTookItsPlace() throws IOException {
        Finding first = findings.get(firstUnderpaid());
        long corrected = 2_000_000_007L;
        findings.set(
                firstUnderpaid(), Altered.from(first).claimLineId(corrected).finding());
        LinesOnFile both = new LinesOnFile(Map.of(FakeMonth.FILE, "ab".repeat(32), 2L, "cd".repeat(32)));
        Path notTold = after(both);
        assertThat(text(notTold, "Underpaid lines", 2, "Owner")).isNull();
        assertThat(text(notTold, "No longer listed", 2, "Owner")).isEqualTo("R. Tester");

        LinesOnFile told = both.with(Map.of(first.claimLineId(), corrected));
        Path after = after(told);
        assertThat(text(after, "Underpaid lines", 2, "Owner")).isEqualTo("R. Tester");
        Workbooks.read(after, workbook -> {
            assertThat(workbook.getSheet("No longer listed").getRow(1)).isNull();
            return null;
        });

        Files.copy(notTold, before, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(text(after(told), "Underpaid lines", 2, "Owner"))
                .as("from the lines that are no longer listed")
                .isEqualTo("R. Tester");
    }

    @Test
    void aSheetOrAColumnThatWasRenamedIsSaid() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(before));
        Cell heading = Workbooks.cell(workbook, "Underpaid lines", 1, "Notes");
        heading.setBlank();
        heading.setCellValue("Notes of Bob");
        workbook.setSheetName(workbook.getSheetIndex("Overpaid lines"), "Overpaid lines, Bob");
        save(workbook);
        assertThat(Worklist.read(List.of(before), null).remarks())
                .containsExactly(
                        "before.xlsx [Underpaid lines]: column 'Notes' is gone, so what was typed there is not carried over",
                        "before.xlsx: sheet 'Overpaid lines' is gone, so what was typed there is not carried over");
    }

    @Test
    void ofALineThatStandsTwiceNothingThatWasTypedIsLost() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(before));
        String key = Workbooks.cell(workbook, "Underpaid lines", 2, "Line key").getStringCellValue();
        int row = workbook.getSheet("Underpaid lines").getLastRowNum() + 2;
        workbook.getSheet("Underpaid lines").createRow(row - 1);
        setCell(workbook, row, "Line key", key);
        setCell(workbook, row, "Status", "Appealed");
        setCell(workbook, row, "Notes", "second call");
        save(workbook);

        assertThat(Worklist.read(List.of(before), null).remarks())
                .containsExactly(
                        "before.xlsx [Underpaid lines] row %d: its 'Line key' stands in another row too; what was typed in both is carried over as one"
                                .formatted(row));
        Path after = after();
        assertThat(text(after, "Underpaid lines", 2, "Owner")).isEqualTo("R. Tester");
        assertThat(text(after, "Underpaid lines", 2, "Status")).isEqualTo("Appealed");
        assertThat(text(after, "Underpaid lines", 2, "Notes")).isEqualTo("=sent\n10/30; second call");
    }

    @Test
    void aRowWithoutAKeyInWhichSomebodyTypedIsSaid() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(before));
        int row = workbook.getSheet("Underpaid lines").getLastRowNum() + 2;
        workbook.getSheet("Underpaid lines").createRow(row - 1);
        setCell(workbook, row, "Claim", "TESTCLAIM");
        setCell(workbook, row, "Notes", "by hand");
        save(workbook);

        assertThat(Worklist.read(List.of(before), null).remarks())
                .containsExactly(
                        "before.xlsx [Underpaid lines] row %d: has no 'Line key', so what was typed there is not carried over; type it beside a line of the worklist"
                                .formatted(row));
    }

    private static void setCell(XSSFWorkbook workbook, int row, String heading, String text) {
        int column = Workbooks.cell(workbook, "Underpaid lines", 1, heading).getColumnIndex();
        workbook.getSheet("Underpaid lines").getRow(row - 1).createCell(column).setCellValue(text);
    }

    @Test
    void anotherShortfallIsMarked() throws IOException {
        Finding first = findings.get(firstUnderpaid());
        findings.set(
                firstUnderpaid(),
                Altered.from(first)
                        .verdict(Verdict.UNDERPAID)
                        .atIssue(Money.of("1.11"))
                        .finding());
        assertThat(text(after(), "Underpaid lines", 2, "Changed"))
                .isEqualTo("was " + first.atIssue().inWords());
    }

    @Test
    void anotherVerdictIsMarked() throws IOException {
        Finding first = findings.get(firstUnderpaid());
        findings.set(
                firstUnderpaid(),
                Altered.from(first)
                        .verdict(Verdict.OVERPAID)
                        .atIssue(Money.of("2.22"))
                        .finding());
        Path after = after();
        int row = 2;
        while (text(after, "Overpaid lines", row, "Changed") == null) {
            row++;
        }
        assertThat(text(after, "Overpaid lines", row, "Changed"))
                .isEqualTo("was UNDERPAID " + first.atIssue().inWords());
        assertThat(text(after, "Overpaid lines", row, "Owner")).isEqualTo("R. Tester");
    }

    @Test
    void whatWasTypedBesideALineThatIsPaidNowIsKeptAndComesBackWithTheLine() throws IOException {
        int index = firstUnderpaid();
        Finding first = findings.get(index);
        findings.set(
                index,
                Altered.from(first).verdict(Verdict.IN_RANGE).atIssue(null).finding());
        Path paid = after();
        assertThat(text(paid, "No longer listed", 2, "Notes")).isEqualTo("=sent\n10/30");
        assertThat(text(paid, "No longer listed", 2, "Now")).isEqualTo("IN_RANGE");

        Files.copy(paid, before, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        findings.set(index, first);
        assertThat(text(after(), "Underpaid lines", 2, "Owner")).isEqualTo("R. Tester");
    }

    @Test
    void whatWasTypedBesideADenialIsKeptWhereTheColumnOfVerdictsIsGone() throws IOException {
        Path denials = folder.resolve("denials-2026-09.xlsx");
        try (MonthReport.Report report = DenialsWorkbook.open(denials, FakeMonth.report(), null)) {
            findings.forEach(report::add);
            report.finish();
        }
        XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(denials));
        Row headings = workbook.getSheet("Denied lines").getRow(0);
        headings.removeCell(Workbooks.cell(workbook, "Denied lines", 1, "Verdict"));
        workbook.getSheet("Denied lines")
                .getRow(1)
                .createCell(Workbooks.cell(workbook, "Denied lines", 1, "Notes").getColumnIndex())
                .setCellValue("called");
        try (OutputStream out = Files.newOutputStream(denials)) {
            workbook.write(out);
        }

        Worklist worklist = Worklist.read(List.of(denials), null);

        assertThat(worklist.entries().values())
                .filteredOn(Worklist.Entry::isTyped)
                .singleElement()
                .satisfies(entry -> assertThat(entry.verdict()).isEqualTo(Verdict.DENIED));
    }

    /** Excel stores no row for an empty one, and one for a title. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Notes", "Owner,Status"})
    void rowsAboveTheHeadingsLoseNothingThatWasTyped(String title) throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(before));
        Sheet sheet = workbook.getSheet("Underpaid lines");
        sheet.shiftRows(0, sheet.getLastRowNum(), 2);
        if (!title.isEmpty()) {
            Row row = sheet.createRow(0);
            for (String word : title.split(",")) {
                row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(word);
            }
        }
        save(workbook);

        Worklist worklist = Worklist.read(List.of(before), null);

        assertThat(worklist.remarks()).isEmpty();
        assertThat(text(after(), "Underpaid lines", 2, "Owner")).isEqualTo("R. Tester");
    }

    @Test
    void aSheetWithoutAnyHeadingIsSaid() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(before));
        Sheet sheet = workbook.getSheet("Underpaid lines");
        sheet.removeRow(sheet.getRow(0));
        save(workbook);

        assertThat(Worklist.read(List.of(before), null).remarks())
                .containsExactly(
                        "before.xlsx [Underpaid lines]: has no row with the headings Owner, Status, Notes, Line key, so what was typed there is not carried over");
    }

    @Test
    void aWorklistWithoutItsKeysIsSaidNotGuessed() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(before));
        Cell heading = Workbooks.cell(workbook, "Underpaid lines", 1, "Line key");
        heading.getRow().removeCell(heading);
        save(workbook);
        Worklist worklist = Worklist.read(List.of(before), null);
        assertThat(worklist.remarks())
                .containsExactly(
                        "before.xlsx [Underpaid lines]: column 'Line key' is gone, so what was typed there is not carried over");
    }

    @Test
    void anUnreadableWorklistIsNamed() throws IOException {
        Files.writeString(before, "not a workbook");
        assertThatThrownBy(() -> Worklist.read(List.of(before), null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("before.xlsx: not readable as a workbook of this program");
    }

    @Test
    void anEncryptedWorklistIsReadWithItsPassword() throws IOException {
        Worklist plain = Worklist.read(List.of(before), null);
        Path encrypted = folder.resolve("encrypted.xlsx");
        try (MonthReport.Report report =
                UnderpaymentsWorkbook.after(plain, LINES).open(encrypted, FakeMonth.report(), "test password")) {
            findings.forEach(report::add);
            report.finish();
        }
        assertThat(Worklist.read(List.of(encrypted), "test password").entries()).isEqualTo(plain.entries());
        assertThat(Worklist.read(List.of(before), "test password").entries()).isEqualTo(plain.entries());
        assertThatThrownBy(() -> Worklist.read(List.of(encrypted), "another"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("encrypted.xlsx: is protected by a password, and not by the report password");
        assertThatThrownBy(() -> Worklist.read(List.of(encrypted), null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "encrypted.xlsx: is protected by a password, and no report password is set; name a"
                                + " file that holds it in RECON_REPORT_PASSWORD_FILE");
    }
}
