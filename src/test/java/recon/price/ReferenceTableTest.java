package recon.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.Money;
import recon.claim.SourceRef;
import recon.file.Cell;
import recon.file.SourceRow;

class ReferenceTableTest {

    @TempDir
    Path folder;

    @Test
    void headingsAreReadInAnyCaseAndWithAnySeparator() {
        ReferenceTable table = table("Payer Class,EFFECTIVE.FROM", "Medicare,2026-01-31");

        assertThat(table.requireColumns("payer_class", "effective_from")
                        .rows()
                        .get(0)
                        .text("payer_class"))
                .isEqualTo("Medicare");
    }

    @Test
    void blankRowsArePassedOverAndPlacesCountThem() {
        ReferenceTable table = table("", "a", "", "1", "", "2");

        assertThat(table.rows()).extracting(ReferenceRow::place).containsExactly("table.csv row 4", "table.csv row 6");
    }

    @Test
    void aTextThatTheDatabaseCannotKeepIsRefused() {
        String longest = "x".repeat(400);

        assertThat(table("source", longest).rows().get(0).text("source")).isEqualTo(longest);
        assertRefused(
                () -> table("source", longest + "x").rows().get(0).text("source"),
                "table.csv row 2, column 'source': expected a text of at most 400 characters; correct it and run again");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(() -> table(""), "table.csv: is empty; its first row must hold the column names");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> ReferenceTable.of(folder.resolve("absent.csv")))
                .isInstanceOf(ReferenceDataException.class)
                .hasMessageStartingWith("absent.csv: cannot be read as a table: ");
    }

    @Test
    void aColumnNamedTwiceIsRefused() {
        assertRefused(
                () -> table("low,high,LOW", "1,2,3"), "table.csv: names the column 'low' twice; remove one of them");
    }

    @Test
    void missingAndUnknownColumnsAreNamed() {
        assertRefused(
                () -> table("low,hihg,note", "1,2,3").optionalColumns("source").requireColumns("low", "high", "kind"),
                "table.csv: lacks the column 'high', 'kind'; has the unknown column 'hihg', 'note';"
                        + " the first row must hold: low, high, kind, source");
        assertRefused(
                () -> table("low", "1").requireColumns("low", "high"),
                "table.csv: lacks the column 'high'; the first row must hold: low, high");
        assertRefused(
                () -> table("low,x", "1,2").requireColumns("low"),
                "table.csv: has the unknown column 'x'; the first row must hold: low");
    }

    @Test
    void optionalColumnsMayBeThereOrNot() {
        assertThat(table("low,source", "1,a")
                        .optionalColumns("source")
                        .requireColumns("low")
                        .rows())
                .hasSize(1);
        ReferenceRow row = table("low", "1")
                .optionalColumns("source")
                .requireColumns("low")
                .rows()
                .get(0);
        assertThat(row.optionalText("source")).isNull();
    }

    @Test
    void aValueBeyondTheHeadingIsRefused() {
        assertRefused(
                () -> table("low,source", "1,Acme, Inc."),
                "table.csv row 2: has a value in column 3, which has no name in the heading;"
                        + " put text that holds a comma in double quotes, or name the column");
        assertRefused(
                () -> table("low,,source", "1,x,y"),
                "table.csv row 2: has a value in column 2, which has no name in the heading;"
                        + " put text that holds a comma in double quotes, or name the column");
        assertThat(table("low,source", "1,x,,").rows()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"13.91,13.91", "$13.91,13.91", "$ 13.9,13.90", "'1,234.50',1234.50", "0,0.00", "13.910,13.91"})
    void amountsAreDollarsAndCents(String text, String dollars) {
        assertThat(cell(text).money("a")).isEqualTo(Money.of(dollars));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"abc", "-1.00", "1.005", "99999999999999999999", "$"})
    void whatIsNoAmountIsRefused(String text) {
        assertRefused(
                () -> cell(text).money("a"),
                "table.csv row 2, column 'a': expected an amount in dollars such as 13.91, zero or more, without fractions of a"
                        + " cent; correct it and run again");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"24,50", "$24,50", "1,23,456.00", "1234,567.00", ",500", "1,000,00", "1.234,50"})
    void aCommaThatDoesNotSeparateThousandsIsRefused(String text) {
        assertRefused(
                () -> cell(text).money("a"),
                "table.csv row 2, column 'a': expected an amount in dollars such as 13.91, zero or more, without fractions of a"
                        + " cent, and commas only between thousands; correct it and run again");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2026-01-31", "1/31/2026", "01/31/2026"})
    void datesAreIsoOrUs(String text) {
        assertThat(cell(text).date("a")).isEqualTo(LocalDate.of(2026, 1, 31));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"31.01.2026", "2026-02-30", "13/1/2026", "1/31/26", "soon"})
    void whatIsNoDateIsRefused(String text) {
        assertRefused(
                () -> cell(text).date("a"),
                "table.csv row 2, column 'a': expected a date such as 2026-01-31 or 1/31/2026; correct it and run again");
    }

    @Test
    void numbersAndWords() {
        assertThat(cell("0.975").number("a")).isEqualByComparingTo("0.975");
        assertThat(cell("85").wholeNumber("a")).isEqualTo(85);
        assertThat(cell("Yes").yesNo("a")).isTrue();
        assertThat(cell("no").yesNo("a")).isFalse();
        assertThat(cell("1,234.5").number("a")).isEqualByComparingTo("1234.5");
        assertRefused(
                () -> cell("32,3465").number("a"),
                "table.csv row 2, column 'a': expected a number; correct it and run again");
        assertRefused(
                () -> cell("x").number("a"),
                "table.csv row 2, column 'a': expected a number; correct it and run again");
        for (String wrong : List.of("8.5", "-1")) {
            assertRefused(
                    () -> cell(wrong).wholeNumber("a"),
                    "table.csv row 2, column 'a': expected a whole number, zero or more; correct it and run again");
        }
        assertRefused(
                () -> cell("maybe").yesNo("a"),
                "table.csv row 2, column 'a': expected one of no, yes; correct it and run again");
    }

    @Test
    void aBlankIsNullWhereItMayBeAndRefusedWhereNot() {
        ReferenceRow row = table("a,b", ",x").rows().get(0);

        assertThat(row.optionalText("a")).isNull();
        assertThat(row.optionalNumber("a")).isNull();
        assertThat(row.optionalWholeNumber("a")).isNull();
        assertThat(row.optionalMoney("a")).isNull();
        assertThat(row.optionalDate("a")).isNull();
        assertThat((Object) row.optionalOneOf("a", Map.of("X", 1))).isNull();
        assertRefused(() -> row.text("a"), blank("a text"));
        assertRefused(() -> row.number("a"), blank("a number"));
        assertRefused(() -> row.wholeNumber("a"), blank("a whole number"));
        assertRefused(() -> row.money("a"), blank("an amount in dollars such as 13.91"));
        assertRefused(() -> row.date("a"), blank("a date such as 2026-01-31"));
        assertRefused(() -> row.oneOf("a", Map.of("X", 1)), blank("one of x"));
    }

    private static String blank(String expected) {
        return "table.csv row 2, column 'a': expected " + expected + ", but it is blank; correct it and run again";
    }

    @Test
    void aMessageNeverRepeatsTheCell() {
        assertThatThrownBy(() -> cell("TESTPATIENT").money("a")).message().doesNotContain("TESTPATIENT");
        assertThatThrownBy(() -> cell("TESTPATIENT").date("a")).message().doesNotContain("TESTPATIENT");
    }

    @Test
    void storedNumbersOfASpreadsheetAreFreedOfBinaryNoise() {
        assertThat(row(number("13.909999999999998")).money("a")).isEqualTo(Money.of("13.91"));
        assertThat(row(number("96372.0")).text("a")).isEqualTo("96372");
        assertThat(row(number("1E2")).text("a")).isEqualTo("100");
        assertThat(row(number("0.0")).number("a")).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void datesOfASpreadsheetAreSerialsOfItsEpoch() {
        assertThat(row(new Cell.Number("46053", Cell.Number.Shown.DATE, false)).date("a"))
                .isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(row(new Cell.Number("44591", Cell.Number.Shown.DATE, true)).date("a"))
                .isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(row(new Cell.Number("1", Cell.Number.Shown.DATE, false)).date("a"))
                .isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(row(new Cell.Number("61", Cell.Number.Shown.DATE, false)).date("a"))
                .isEqualTo(LocalDate.of(1900, 3, 1));
        assertThat(row(new Cell.Date(LocalDate.of(2026, 1, 31))).date("a")).isEqualTo(LocalDate.of(2026, 1, 31));
    }

    @Test
    void cellsThatAreNoTextAreRefused() {
        for (Cell cell : List.of(
                new Cell.Error("#N/A"), new Cell.Bool(true), new Cell.Number("46053", Cell.Number.Shown.DATE, false))) {
            assertRefused(
                    () -> row(cell).text("a"),
                    "x.xlsx [Sheet1] row 2, column 'a': expected a text; correct it and run again");
        }
    }

    @Test
    void aCellThatIsNoAmountIsRefusedAsOne() {
        assertRefused(
                () -> row(new Cell.Error("#N/A")).money("a"),
                "x.xlsx [Sheet1] row 2, column 'a': expected an amount in dollars such as 13.91, zero or more, without fractions"
                        + " of a cent; correct it and run again");
    }

    @Test
    void aFormulaWithoutAStoredValueIsNamedAsSuch() {
        String message =
                "x.xlsx [Sheet1] row 2, column 'a': its formula has no stored value; write the value in its place, or save the"
                        + " workbook with Excel, and run again";
        ReferenceRow row = row(new Cell.FormulaWithoutValue());
        assertRefused(() -> row.money("a"), message);
        assertRefused(() -> row.number("a"), message);
        assertRefused(() -> row.date("a"), message);
        assertRefused(() -> row.text("a"), message);
    }

    @Test
    void rowsInASecondVisibleSheetAreRefused() throws IOException {
        Path file = folder.resolve("x.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("Ranges").createRow(0).createCell(0).setCellValue("low");
            workbook.createSheet("Empty");
            workbook.createSheet("More").createRow(0).createCell(0).setCellValue("low");
            workbook.createSheet("Old").createRow(0).createCell(0).setCellValue("low");
            workbook.setSheetHidden(3, true);
            workbook.write(out);
        }

        assertRefused(
                () -> ReferenceTable.of(file),
                "x.xlsx [More]: has rows, but only the first visible sheet is read; put all rows into that one, or hide this sheet");
    }

    private static Cell number(String stored) {
        return new Cell.Number(stored, Cell.Number.Shown.PLAIN, false);
    }

    @Test
    void aPercentageIsNoAmount() {
        Cell percent = new Cell.Number("0.75", Cell.Number.Shown.PERCENT, false);
        assertThatThrownBy(() -> row(percent).money("a")).hasMessageContaining("dollars");
    }

    private static ReferenceRow row(Cell cell) {
        return new ReferenceRow(
                "x.xlsx [Sheet1] row 2",
                Map.of("a", 0),
                new SourceRow(SourceRef.row("x.xlsx", "Sheet1", 2), List.of(cell)));
    }

    private ReferenceRow cell(String text) {
        return table("a,b", "\"" + text + "\",x").rows().get(0);
    }

    private ReferenceTable table(String... lines) {
        return ReferenceTable.of(write(folder.resolve("table.csv"), lines));
    }

    static Path write(Path file, String... lines) {
        try {
            return Files.write(file, List.of(lines));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void assertRefused(ThrowingCallable action, String message) {
        assertThatThrownBy(action).isInstanceOf(ReferenceDataException.class).hasMessage(message);
    }
}
