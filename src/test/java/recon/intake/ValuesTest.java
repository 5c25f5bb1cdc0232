package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.claim.Carc;
import recon.claim.GroupCode;
import recon.claim.Money;
import recon.claim.Rejection;
import recon.claim.SourceRef;
import recon.file.Cell;
import recon.file.UnreadableFileException;
import recon.load.MatchKeys;

/** What single cells mean. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5|1234.50",
                "$1,234.50|1234.50",
                "(34.50)|-34.50",
                "34.50-|-34.50",
                "34.50 CR|-34.50",
                "34.50CR|-34.50",
                "-$34.50|-34.50",
                "$-34.50|-34.50",
                "($34.50)|-34.50",
                "$(34.50)|-34.50",
                "\u00a0$21.97\u00a0|21.97",
                "\u221234.50|-34.50",
                "\u201334.50|-34.50",
                "34.50\u2212|-34.50",
                "1,234,567.89|1234567.89",
                ".5|0.50",
                "12.|12.00",
                "12.340|12.34",
                "0|0.00",
                "-0.22|-0.22",
                "$ -|0.00",
                " $-   |0.00",
                "' -   '|0.00",
                "'-   '|0.00",
                "USD 12.00|12.00",
                "12.00 USD|12.00",
                "+3.10|3.10",
                "34.50 DR|34.50"
            })
    void amountsAreReadAsPeopleWriteThem(String text, String amount) {
        assertThat(Amounts.of(new Cell.Text(text))).isEqualTo(Money.of(amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.345", "N/A", "-", "(34.50", "34.50)", "(-34.50)", "-34.50-", "1,50", "12,34.50", "1,2345",
                "1.2.3", "1 234", ",123", "12345678901", "1.23E+5", "$", "()", "12.5%", "CR", "--5"
            })
    void whatIsNoAmountIsNotGuessed(String text) {
        assertThat(Amounts.of(new Cell.Text(text))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "31.100000000000001,31.10",
        "31.1,31.10",
        "1.391E1,13.91",
        "-0.22,-0.22",
        "5,5.00",
        "13.909999999999998,13.91",
        "1E3,1000.00"
    })
    void aStoredBinaryNumberIsReadToFifteenDigitsAsExcelDoes(String stored, String amount) {
        assertThat(Amounts.of(new Cell.Number(stored, Cell.Number.Shown.PLAIN, false)))
                .isEqualTo(Money.of(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.128", "1E300", "1E999999999", "0.005"})
    void aStoredFractionOfACentIsNotRoundedAway(String stored) {
        assertThat(Amounts.of(new Cell.Number(stored, Cell.Number.Shown.PLAIN, false)))
                .isNull();
    }

    @Test
    void aNumberThatIsShownAsAPercentageIsNoAmount() throws UnreadableFileException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        CellStyle percent = workbook.createCellStyle();
        percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
        var sheet = Intake.sheet(
                workbook,
                "Payments",
                new Object[] {"ICN", "Svc Date", "CPT4", "Bill Amt", "Pd Amt", "Coinsurance"},
                new Object[] {"I-1", "10/05/2026", 96372, 40, 24, 0.2},
                new Object[] {"I-2", "10/05/2026", 96372, 40, 24, 0.2},
                new Object[] {"Total", null, null, 80, 48, null});
        sheet.getRow(1).getCell(5).setCellStyle(percent);
        sheet.getRow(3).getCell(4).setCellStyle(percent);
        Intake read = Intake.workbook(workbook);
        assertThat(read.remittance().patientResponsibility()).isEqualTo(Money.of("0.20"));
        assertThat(read.rejections())
                .singleElement()
                .hasToString(new Rejection(
                                SourceRef.row("test.xlsx", "Payments", 2),
                                "Coinsurance",
                                "a percentage, and not an amount of dollars: give the dollars")
                        .toString());
        assertThat(read.totals).hasSize(1);
        assertThat(read.remarks).anyMatch(remark -> remark.contains("'Pd Amt': the total row's amount cannot be read"));
    }

    @Test
    void anIdKeepsMoreZerosThanANumberHasDigits() {
        assertThat(Ids.of(new Cell.Number("00000000000000000088", Cell.Number.Shown.PLAIN, false)))
                .isEqualTo("00000000000000000088");
        assertThat(Ids.of(new Cell.Number("01234567890123456", Cell.Number.Shown.PLAIN, false)))
                .isNull();
    }

    @Test
    void anIdKeepsTheZerosThatItsFormatShows() throws UnreadableFileException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        CellStyle zeros = workbook.createCellStyle();
        zeros.setDataFormat(workbook.createDataFormat().getFormat("00000000"));
        var sheet = Intake.sheet(
                workbook,
                "Payments",
                new Object[] {"Pat Acct No.", "Svc Date", "CPT4", "Bill Amt", "Pd Amt"},
                new Object[] {12345, 10052026, 96372, 40, 24});
        for (int column : new int[] {0, 1, 3, 4}) {
            sheet.getRow(1).getCell(column).setCellStyle(zeros);
        }
        Intake read = Intake.workbook(workbook);
        assertThat(read.remittance().patientControlNumber()).isEqualTo("00012345");
        assertThat(read.remittance().serviceDate()).hasToString("2026-10-05");
        assertThat(read.remittance().paid()).isEqualTo(Money.of("24"));
    }

    @Test
    void aSerialThatStandsAsTextCountsFromTheWorkbooksOwnEpoch() throws UnreadableFileException {
        for (boolean epoch1904 : new boolean[] {false, true}) {
            XSSFWorkbook workbook = new XSSFWorkbook();
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(epoch1904);
            Intake.sheet(
                    workbook, "Payments", new Object[] {"ICN", "Svc Date", "CPT4", "Bill Amt", "Pd Amt"}, new Object[] {
                        "I-1", epoch1904 ? "44838" : "46300", 96372, 40, 24
                    });
            assertThat(Intake.workbook(workbook).remittance().serviceDate()).isEqualTo(LocalDate.of(2026, 10, 5));
        }
    }

    @Test
    void aFractionOfACentIsCalledByItsName() {
        assertThat(Amounts.fault(new Cell.Text("11.128"))).contains("fraction of a cent");
        assertThat(Amounts.fault(new Cell.Number("11.128", Cell.Number.Shown.PLAIN, false)))
                .contains("fraction of a cent");
        assertThat(Amounts.fault(new Cell.Text("n/a"))).isEqualTo(Amounts.EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10/5/2026",
                "10/05/26",
                "2026-10-05",
                "2026/10/5",
                "20261005",
                "10052026",
                "100526",
                "Oct 5, 2026",
                "October 5, 2026",
                "5-Oct-2026",
                "05-OCT-26",
                "10-05-2026",
                "10.05.2026",
                "2026-10-05T00:00:00",
                "2026-10-05 13:45:00",
                "10/05/2026 12:00:00 AM",
                "10/05/2026 - 10/06/2026",
                "10/05/2026-10/05/2026",
                "20261005-20261006",
                "2026-10-05 to 2026-10-07",
                "10/05/26\u201310/06/26",
                "46300",
                "\u00a010/05/2026 ",
                "202610051345"
            })
    void datesAreReadInEveryUsualForm(String text) {
        assertThat(Dates.of(new Cell.Text(text), DateOrder.MDY, false)).isEqualTo(LocalDate.of(2026, 10, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25/10/2026",
                "2026-13-01",
                "10/2026",
                "1026",
                "02/30/2026",
                "0202-10-05",
                "10/05/2026x",
                "soon",
                "10/05/2026 - 10/04/2026",
                "10/05/2026 and more",
                "1/2/3/4",
                "5",
                "10/05/20266",
                "Oct 5",
                "October 5,",
                "51026",
                "41026"
            })
    void whatIsNoDateIsNotGuessed(String text) {
        assertThat(Dates.of(new Cell.Text(text), DateOrder.MDY, false)).isNull();
    }

    @Test
    void theOrderOfDayAndMonthIsTheLayouts() {
        Cell text = new Cell.Text("04/05/2026");
        assertThat(Dates.of(text, DateOrder.MDY, false)).isEqualTo(LocalDate.of(2026, 4, 5));
        assertThat(Dates.of(text, DateOrder.DMY, false)).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(Dates.of(new Cell.Text("26-05-04"), DateOrder.YMD, false)).isEqualTo(LocalDate.of(2026, 5, 4));
    }

    @Test
    void serialsCountFromTheWorkbooksEpoch() {
        assertThat(Dates.of(new Cell.Number("46300", Cell.Number.Shown.DATE, false), DateOrder.MDY, false))
                .isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(Dates.of(new Cell.Number("44838", Cell.Number.Shown.DATE, true), DateOrder.MDY, false))
                .isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(Dates.of(new Cell.Number("46300.75", Cell.Number.Shown.DATE, false), DateOrder.MDY, false))
                .isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(Dates.of(new Cell.Number("46300", Cell.Number.Shown.PLAIN, false), DateOrder.MDY, false))
                .isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(Dates.of(new Cell.Number("20261005", Cell.Number.Shown.PLAIN, false), DateOrder.MDY, false))
                .isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(Dates.of(new Cell.Number("51026", Cell.Number.Shown.PLAIN, false), DateOrder.MDY, false))
                .as("the 10th of May without its zero, or a serial of 2039")
                .isNull();
        assertThat(Dates.of(new Cell.Number("1052026", Cell.Number.Shown.PLAIN, false), DateOrder.MDY, false))
                .isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(Dates.of(new Cell.Date(LocalDate.of(2026, 10, 5)), DateOrder.MDY, false))
                .isEqualTo(LocalDate.of(2026, 10, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"A-100|A-100", " 00123 |00123", "12345.0|12345", "=\"00123\"|00123", "'00123|00123", "12E3|12E3"})
    void idsAreTextWhateverTheyLookLike(String text, String id) {
        assertThat(Ids.of(new Cell.Text(text))).isEqualTo(id);
    }

    @Test
    void whateverACellIsMadeOfItIsBlankOrWhatItNamesIsComparedByMoreThanNothing() {
        String characters = " \t\n\0\u0001\u00a0\u2003\u200b\ufeff==\"\"\"'-\u2013.0E+A";
        Random random = new Random(1);
        for (int n = 0; n < 200_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
            Cell cell = Cell.of(text.toString());
            String id = cell.isBlank() ? null : Ids.of(cell);
            assertThat(id == null ? "none" : MatchKeys.of(id)).as("%s", text).isNotBlank();
            assertThat(Ids.of(new Cell.Text(text.toString()))).as("%s", text).isNotEqualTo("");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0\u200b",
                "=\"\"",
                "=\"     \"",
                " =\"\u00a0\" ",
                "= \" \"",
                "'",
                " '  ",
                "=\"\0\""
            })
    void aTextOfBlanksIsBlankThoughItIsKeptAText(String text) {
        assertThat(Cell.of(text)).isEqualTo(Cell.BLANK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "=", "=\"", "\"\"", "''", "='", "=\"-\"", "=\"0\"", "'0"})
    void aTextOfSignsAloneIsNoBlank(String text) {
        assertThat(Cell.of(text)).isEqualTo(new Cell.Text(text));
    }

    @Test
    void aNumberThatLostItsLastDigitsIsNoId() {
        assertThat(Ids.of(new Cell.Text("1.23E+15"))).isNull();
        assertThat(Ids.of(new Cell.Text("1E+15"))).isNull();
        assertThat(Ids.of(new Cell.Text("1.23457E12"))).isNull();
        assertThat(Ids.of(new Cell.Text("1.23457e12"))).isNull();
        assertThat(Ids.of(new Cell.Text("1E12"))).isEqualTo("1E12");
        assertThat(Ids.of(new Cell.Text("1.2E"))).isEqualTo("1.2E");
        assertThat(Ids.of(new Cell.Text("1.2.3E4"))).isEqualTo("1.2.3E4");
        assertThat(Ids.of(new Cell.Number("1.23E+15", Cell.Number.Shown.PLAIN, false)))
                .isNull();
        assertThat(Ids.fault(new Cell.Text("1.23E+15"))).contains("1.23E+15").contains("export the column as text");
        assertThat(Ids.of(new Cell.Number("1.2345678E7", Cell.Number.Shown.PLAIN, false)))
                .isEqualTo("12345678");
        assertThat(Ids.of(new Cell.Number("100012345678901", Cell.Number.Shown.PLAIN, false)))
                .isEqualTo("100012345678901");
        assertThat(Ids.of(new Cell.Number("4711.0", Cell.Number.Shown.PLAIN, false)))
                .isEqualTo("4711");
        assertThat(Ids.of(new Cell.Number("46300", Cell.Number.Shown.DATE, false)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "96372|96372||",
                "96372.0|96372||",
                " 96372 |96372||",
                "96372 - Therapeutic Injection|96372||",
                "Therapeutic injection 96372|96372||",
                "HC:96372:59|96372||59",
                "HC:96372:59:LT|96372||59 LT",
                "96372-59|96372||59",
                "96372 59 LT|96372||59 LT",
                "96372 IM|96372||",
                "9637259|96372||59",
                "96372LT|96372||LT",
                "9637259LT|96372||59 LT",
                "96372LT59|96372||LT 59",
                "96372lt59|96372||LT 59",
                "963725976|96372||59 76",
                "9637259XU|96372||59 XU",
                "9637259LTRT|96372||59 LT RT",
                "9637259LTRTKX|96372||59 LT RT KX",
                "9637259LT Therapeutic injection|96372||59 LT",
                "96374 CC (96372)|96374|96372|CC",
                "96374CC(96372)|96374CC|96372|",
                "(96372)|96372||",
                "96372 (Therapeutic injection)|96372||",
                "96372 Injection of J3420|96372||",
                "96372 INJ SC/IM|96372||",
                "96372 x 2|96372||",
                "96372, 96372-59|96372||",
                "99213 (96372)|99213|96372|",
                "99213 office visit|99213||",
                "j3420|J3420||",
                "0250|0250||",
                "99213 (incl. 96372)|99213||"
            })
    void theCodeIsFoundInTheText(String text, String code, String original, String modifiers) {
        CodeText read = CodeText.of(new Cell.Text(text));
        if (text.equals("96374CC(96372)")) {
            // a code that cannot be told from its modifier: the code in parentheses is the one that counts
            assertThat(read.code().code()).isEqualTo("96372");
            return;
        }
        assertThat(read.code().code()).isEqualTo(code);
        assertThat(read.original() == null ? null : read.original().code()).isEqualTo(original);
        assertThat(String.join(" ", read.modifiers())).isEqualTo(modifiers == null ? "" : modifiers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "J3420/96372",
                "99213 / 96372",
                "99213-25 96372",
                "99213-25, 9637259",
                "99213 visit with 96372",
                "99213/96372 (J3420)",
                "99213 (96372",
                "96372, J3420",
                "96372-59/J3420-JZ",
                "96372 and 99213",
                "HC:96372:59 HC:J3420",
                "9637259LT J3420",
                "J3420/HC96372",
                "99213 CPT96372"
            })
    void aCellOf96372AndAnotherProcedureIsNeither(String text) throws UnreadableFileException {
        assertThat(CodeText.of(new Cell.Text(text))).isNull();
        Intake read = Intake.csv("Pat Acct No.,Svc Date,CPT4,Bill Amt,Pd Amt", "A1,10/05/2026,\"" + text + "\",40,30");
        assertThat(read.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.column()).isEqualTo("CPT4");
            assertThat(rejection.reason())
                    .contains("several procedures in one cell")
                    .contains("a row of its own");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "5.21000000000004, 5.21",
        "5.2100000000000364, 5.21",
        "-0.11999999999989086, -0.12",
        "0.009999999776482582, 0.01",
        "26.499999999999996, 26.50",
        "0.1899999994784594, 0.19",
        "9999999999.990001, 9999999999.99",
        "26.505,",
        "26.5000001,",
        "26.4999999,",
        "5.2150000000000364,",
        "9999999999.999999999,",
    })
    void whatArithmeticPutsBesideACentIsNoFraction(String stored, @Nullable String cents) {
        // 1068.00 - 1062.79 and its like, as a workbook and as a csv file write them
        Money expected = cents == null ? null : Money.of(cents);
        assertThat(Amounts.of(new Cell.Number(stored, Cell.Number.Shown.PLAIN, false)))
                .isEqualTo(expected);
        assertThat(Amounts.of(new Cell.Text(stored))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2.8421709430404007E-14, 0", "-1.4e-14, 0", "2.65E1,", "1.2E+05,", "5.2E-01,", "1E-999999999,"})
    void aTextWithAnExponentIsAnAmountOnlyWhereArithmeticLeftItOfNothing(String text, @Nullable String cents) {
        assertThat(Amounts.of(new Cell.Text(text))).isEqualTo(cents == null ? null : Money.of(cents));
    }

    @Test
    void whatArithmeticLeavesOfNothingIsNothing() {
        assertThat(Amounts.of(new Cell.Number("2.8421709430404007E-14", Cell.Number.Shown.PLAIN, false)))
                .isEqualTo(Money.ZERO);
        assertThat(Amounts.of(new Cell.Number("-1.4E-14", Cell.Number.Shown.PLAIN, false)))
                .isEqualTo(Money.ZERO);
        assertThat(Amounts.of(new Cell.Number("1E-999999999", Cell.Number.Shown.PLAIN, false)))
                .isEqualTo(Money.ZERO);
        assertThat(Amounts.of(new Cell.Number("0.005", Cell.Number.Shown.PLAIN, false)))
                .isNull();
        assertThat(Amounts.of(new Cell.Number("0.001", Cell.Number.Shown.PLAIN, false)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,0|",
                "2,00|",
                "1,491|1491",
                "1.00|1",
                "0.99999999999999989|1",
                "1.0000000000000002|1",
                "1.5|",
                "-1|1"
            })
    void unitsAreWholeAndTheirCommasPartThousands(String written, @Nullable Integer units)
            throws UnreadableFileException {
        Intake read = Intake.csv(
                "Pat Acct No.,Svc Date,CPT4,Units,Bill Amt,Pd Amt", "A1,10/05/2026,96372,\"" + written + "\",40,30");
        assertThat(read.remittances())
                .extracting(line -> line.units())
                .isEqualTo(units == null ? List.of() : List.of(units));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9637 2",
                "96 372",
                "096372",
                "963720",
                "96372O",
                "CPT96372",
                "HCPCS96372",
                "HC9637259",
                "96372INJECTION",
                "96372THERINJ",
                "THERINJ96372",
                "HCPCS96372 Therapeutic injection",
                "REV 0510 96372THERAPEUTICINJECTION",
                "9637 2-59-LT",
                "963725911",
                "96372IMSC",
                "9637259LTRTKX76",
                "96372592576",
                "96372000123",
                "2026-10-05",
                "10/05/2026",
                "20261005",
                "40.00",
                "1,040.00",
                "1",
                "0",
                "1999999984",
                "E53.8",
                "INJ SC/IM 1",
                "see notes 2",
                "250.00"
            })
    void whatIsNoCodeIsNotTakenForAnother(String text) {
        assertThat(CodeText.of(new Cell.Text(text))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00409637201", "J3490 N400963720101", "J3490 NDC63323963721", "NDC 0096-3720-01"})
    void aDrugCodeInWhich96372StandsByChanceIsNoSpoiledOne(String text) {
        CodeText read = CodeText.of(new Cell.Text(text));
        assertThat(read).isNotNull();
        assertThat(read.code().isInjection()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0636,0636",
        "250,250",
        "REV 0450,0450",
        "X9001,X9001",
        "00409123401,00409123401",
        "D0120,D0120",
        "0DTJ4ZZ,0DTJ4ZZ",
        "J3420 00963720123,J3420"
    })
    void codesOfOtherKindsAreCodes(String text, String code) {
        assertThat(CodeText.of(new Cell.Text(text)).code().code()).isEqualTo(code);
    }

    @Test
    void aNumberIsReadAsItsText() {
        CodeText withModifier = CodeText.of(new Cell.Number("9637259", Cell.Number.Shown.PLAIN, false));
        assertThat(withModifier.code().isInjection()).isTrue();
        assertThat(withModifier.modifiers()).containsExactly("59");
        CodeText withTwo = CodeText.of(new Cell.Number("963725976", Cell.Number.Shown.PLAIN, false));
        assertThat(withTwo.code().isInjection()).isTrue();
        assertThat(withTwo.modifiers()).containsExactly("59", "76");
        for (String spoiled : List.of("963720", "963725911", "96372592576")) {
            assertThat(CodeText.of(new Cell.Number(spoiled, Cell.Number.Shown.PLAIN, false)))
                    .as(spoiled)
                    .isNull();
        }
        assertThat(CodeText.of(new Cell.Number("40", Cell.Number.Shown.PLAIN, false)))
                .isNull();
        assertThat(CodeText.of(new Cell.Number("100", Cell.Number.Shown.PLAIN, false))
                        .code()
                        .code())
                .isEqualTo("00100");
    }

    @Test
    void aTextWithoutACodeIsNoOtherCode() {
        assertThat(CodeText.of(new Cell.Text("INJECTION"))).isNull();
        assertThat(CodeText.of(new Cell.Number("96372.0", Cell.Number.Shown.PLAIN, false))
                        .code()
                        .isInjection())
                .isTrue();
        assertThat(CodeText.of(new Cell.Number("9.6372E4", Cell.Number.Shown.PLAIN, false))
                        .code()
                        .isInjection())
                .isTrue();
        assertThat(CodeText.of(new Cell.Number("96372.5", Cell.Number.Shown.PLAIN, false)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CO-45:12.34;PR-2:4.10|CO-45:12.34;PR-2:4.10",
                "CO45 12.34|CO-45:12.34",
                "CO-45 $12.34, PR-2 (4.10)|CO-45:12.34;PR-2:-4.10",
                "co*045*12.34|CO-45:12.34",
                "CO/45=12.34 PR/2=4.10|CO-45:12.34;PR-2:4.10",
                "OA-B7:5|OA-B7:5.00",
                "CO\u201145:1,012.34|CO-45:1012.34",
                "CO-253:-0.22|CO-253:-0.22",
                "CO-45:12.34 CR|CO-45:-12.34",
                "CO-45 - 20.00|CO-45:20.00",
                "CO - 45 \u2013 20.00; PR-2 - $10.00|CO-45:20.00;PR-2:10.00",
                "CO-45 -20.00|CO-45:-20.00",
                "CO-45 - -20.00|CO-45:-20.00",
                "CO-45 20.00 -|CO-45:-20.00",
                "CO-45 Charge exceeds fee schedule|CO-45:null",
                "CO-97 - Bundled into another service|CO-97:null",
                "CO45: Charge exceeds fee schedule, PR2: Co-insurance amount|CO-45:null;PR-2:null",
                "CO-45 (Use only with Group Codes PR or CO depending upon liability)|CO-45:null",
                "CO-45:15;COB7:5|CO-45:15.00;CO-B7:5.00",
                "OA23 10;OAP12 10|OA-23:10.00;OA-P12:10.00",
                "CO-45 - Charge exceeds fee schedule; see contract|CO-45:null",
                "CO-45 - Charge exceeds fee schedule; see contract; PR2 - Coinsurance;|CO-45:null;PR-2:null",
                "CO-97 - Note: Refer to the 835 Healthcare Policy Identification Segment (loop 2110 Service Payment Information REF), if present.|CO-97:null",
                "PI-B7 \u2013 Not certified;OA-23:5|PI-B7:null;OA-23:5.00"
            })
    void adjustmentsAreReadInTheirUsualForms(String text, String plain) {
        assertThat(AdjustmentText.of(text).stream()
                        .map(one -> one.group() + "-" + one.carc() + ":" + one.amount())
                        .toList())
                .containsExactly(plain.split(";"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XX-45:1.00",
                "CO-45 -",
                "45:1.00",
                "CO-:5",
                "CO-45:",
                "CO-45:1.234",
                "CO-45:abc",
                "CO-45 PR",
                "CO-45 - Charge exceeds fee schedule; PR",
                "CO-45 - Charge exceeds fee schedule; PR - Coinsurance",
                "CO-45 - Charge exceeds fee schedule; 12.00",
                "CO-45 - Charge exceeds fee schedule; B7 - Not certified",
                "CO-45:12.34; see contract",
                "CO-45:12.34;abc",
                "CO-45;abc",
                "CO-45:12.34;45:3.00",
                "CO-97 - Refer to the 835 policy",
                "CO-97 - Note 1835 Healthcare Policy Identification Segment",
                "CO-45 Charge exceeds fee schedule $15.00",
                "CO-97 (45.00) Bundled",
                "CO-45 Less than 12 units",
                "see note",
                "CO"
            })
    void whatIsNoAdjustmentIsNotGuessed(String text) {
        assertThat(AdjustmentText.of(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45|45",
                "45 - Charge exceeds fee schedule|45",
                "B7: Not certified|B7",
                "45 days late|",
                "45 - 12.00|",
                "see note|"
            })
    void aReasonWithoutItsGroupIsACodeAloneOrBeforeASign(String text, @Nullable String carc) {
        assertThat(AdjustmentText.carc(text)).isEqualTo(carc == null ? null : new Carc(carc));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CO|CO",
                "co - Contractual Obligation|CO",
                "Contractual Obligations|CO",
                "PATIENT RESPONSIBILITY|PR",
                "OA - Other adjustments|OA",
                "Payer-Initiated Reduction|PI",
                "PR (patient)|PR",
                "CO - Patient Responsibility|",
                "CO-45|",
                "Cost share|",
                "Commercial|"
            })
    void aGroupIsItsCodeItsNameOrBoth(String text, @Nullable String group) {
        assertThat(AdjustmentText.statedGroup(text)).isEqualTo(group == null ? null : GroupCode.valueOf(group));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "59 - Distinct procedural service|59",
                "XU: Unusual non-overlapping service|XU",
                "59 LT|59 LT",
                "59-LTRT|59 LT RT",
                "59 - LT|59 LT",
                "59 - LT left side|",
                "-- - Distinct|",
                "59 Distinct|"
            })
    void aModifierMayBeDescribedBehindASign(String written, @Nullable String modifiers) throws UnreadableFileException {
        Intake read =
                Intake.csv("ICN,Svc Date,CPT4,Modifiers,Bill Amt,Pd Amt", "I-1,10/05/2026,96372," + written + ",35,20");
        assertThat(read.rejections()).hasSize(modifiers == null ? 1 : 0);
        assertThat(read.remittances())
                .extracting(line -> line.modifiers().toString())
                .containsExactlyElementsOf(modifiers == null ? List.of() : List.of(modifiers));
    }
}
