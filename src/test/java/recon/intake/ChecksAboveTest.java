package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.Bucket;
import recon.claim.RemittanceLine;
import recon.file.UnreadableFileException;

class ChecksAboveTest {

    private static final String HEADINGS = "Claim #,Member ID,Svc Date,CPT,Billed,Allowed,Paid";

    @Test
    void aTitleStatesTheCheckOfAllLines() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Remittance advice",
                "Check #: 00123   Check Date: 10/14/2026",
                "",
                HEADINGS,
                line("A1", "96372"),
                line("A2", "J3420"),
                line("A3", "96372"));

        assertThat(checks(read)).containsExactly("A1 00123 2026-10-14", "A3 00123 2026-10-14");
        assertThat(read.remarks)
                .containsExactly(
                        "test.csv row 2: the check that is stated here, or in a row like this one further down, is taken for 2 lines of 96372 below it, since no column states it");
    }

    @Test
    void eachSectionStatesItsOwn() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Payment date:,10/14/2026",
                HEADINGS,
                "Check #: 77",
                line("A1", "96372"),
                "Check #: 78",
                line("A1", "96372"),
                "Check date: 10/15/2026",
                "EFT number: 79",
                line("A2", "96372"));

        assertThat(checks(read)).containsExactly("A1 77 2026-10-14", "A1 78 2026-10-14", "A2 79 2026-10-15");
    }

    @ParameterizedTest
    @CsvSource({
        "Check #: 71  Check Date:11/05/2026, 2026-11-05",
        "Check #: 71  Check Date: 11/14/2026 12:00:00 AM, 2026-11-14",
        "Check #: 71  Check Date: 2026-11-14T00:00:00, 2026-11-14",
        "Check # 71 Date 11/14/2026, 2026-11-14",
        "Check #: 71 dated 11/14/2026, 2026-11-14",
        "Check #: 71 | Check Date: 11/14/2026 | $780.00, 2026-11-14",
        "'Check #: 71, Check Date: 11/14/2026, Amount: 780.00', 2026-11-14",
        "Check Number(s): 71  Payment Date(s): 11/14/2026, 2026-11-14"
    })
    void aDateIsWrittenInManyWays(String title, String date) throws UnreadableFileException {
        assertThat(checks(Intake.csv('"' + title + '"', HEADINGS, line("A1", "96372"))))
                .containsExactly("A1 71 " + date);
    }

    @Test
    void aHeadWithTheChecksAmountIsReadAndNoTotal() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Check #:,7001,Check Date:,10/14/2026,Amount:,780.00",
                HEADINGS,
                line("A1", "96372"),
                "Check #:,7002,Check Date:,11/05/2026,Amount:,780.00",
                HEADINGS,
                line("A2", "96372"),
                "Check #:,7003,Check Date:,11/06/2026,Total Paid:,60.00",
                HEADINGS,
                line("A3", "96372"));

        assertThat(checks(read)).containsExactly("A1 7001 2026-10-14", "A2 7002 2026-11-05", "A3 7003 2026-11-06");
        assertThat(read.totals).isEmpty();
        assertThat(read.buckets()).doesNotContainKey(Bucket.REJECTED);
    }

    @Test
    void aDateInTheColumnOfCodesIsNoCode() throws UnreadableFileException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Object[] headings = {"Claim #", "Member ID", "Svc Date", "CPT", "Billed", "Allowed", "Paid"};
        Object[] line = {"A1", "M1", "10/05/2026", "96372", 40, 25, 25};
        Sheet sheet = Intake.sheet(
                workbook,
                "EOB",
                new Object[] {"Check #:", 7001, "Check Date:", "10/14/2026", "Amount:", 780},
                headings,
                line,
                new Object[] {"Check #:", 7002, "Check Date:", null, "Amount:", 780},
                headings,
                line);
        CellStyle day = workbook.createCellStyle();
        day.setDataFormat((short) 14);
        Cell date = sheet.getRow(3).createCell(3);
        date.setCellValue(LocalDate.of(2026, 11, 5));
        date.setCellStyle(day);

        Intake read = Intake.workbook(workbook);

        assertThat(checks(read)).containsExactly("A1 7001 2026-10-14", "A1 7002 2026-11-05");
        assertThat(read.buckets()).doesNotContainKey(Bucket.REJECTED);
    }

    @Test
    void ofSeveralChecksInOneHeadNoneIsTakenAndItIsWarnedOf() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Check #: 7001  Check Date: 10/14/2026",
                "Check #: 7002  Check Date: 11/05/2026",
                HEADINGS,
                line("A1", "96372"),
                "Check #: 7003  Check Date: 11/06/2026",
                line("A2", "96372"));

        assertThat(checks(read)).containsExactly("A1 null null", "A2 7003 2026-11-06");
        assertThat(read.remarks)
                .contains(
                        "test.csv row 2: more than one check or day is stated here, or a check whose number cannot be read: the 96372 line below it is judged without it, in the month asked for; put check number and date into columns of their own");
    }

    @Test
    void aNumberThatCannotBeReadEndsTheCheckBeforeIt() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Check #: 7001  Check Date: 10/14/2026",
                HEADINGS,
                line("A1", "96372"),
                "Check #: N/A",
                line("A2", "96372"));

        assertThat(checks(read)).containsExactly("A1 7001 2026-10-14", "A2 null null");
    }

    @Test
    void aDayInTheNextRowEndsASpan() throws UnreadableFileException {
        assertThat(checks(Intake.csv("Paid Date,09/01/2026", "Thru,10/31/2026", HEADINGS, line("A1", "96372"))))
                .containsExactly("A1 null null");
    }

    @Test
    void anAddressAndAFilterForAllChecksSayNothing() throws UnreadableFileException {
        Intake read =
                Intake.csv("To: Sample Clinic", "Paid Date: 10/14/2026  Check #: All", HEADINGS, line("A1", "96372"));

        assertThat(checks(read)).containsExactly("A1 null 2026-10-14");
    }

    @Test
    void aTitleThatEachPageRepeatsIsNoOtherCheck() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Remit Date: 11/30/2026",
                HEADINGS,
                "Check #: 7001  Check Date: 10/14/2026",
                line("A1", "96372"),
                "Remit Date: 11/30/2026",
                HEADINGS,
                line("A2", "96372"));

        assertThat(checks(read)).containsExactly("A1 7001 2026-10-14", "A2 7001 2026-10-14");
    }

    @Test
    void aTitlesDateStandsWhereChecksAreStatedBelowTheirLines() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Payment Date: 10/31/2026",
                HEADINGS,
                line("A1", "96372"),
                "Check #: 7001  Check Date: 10/14/2026",
                line("A2", "96372"),
                "Check #: 7002  Check Date: 11/05/2026");

        assertThat(checks(read)).containsExactly("A1 null 2026-10-31", "A2 null 2026-10-31");
    }

    @Test
    void aRepeatedCheckPartsNoLineOfSeveralRows() throws UnreadableFileException {
        String headings = "Claim #,Svc Date,CPT,Billed,Paid,Group Code,Reason Code 1,Adjustment Amount";
        Intake read = Intake.csv(
                "Check #: 7001  Check Date: 10/14/2026",
                headings,
                "A1,10/05/2026,96372,40.00,0.00,CO,45,15.00",
                "Check #: 7001  Check Date: 10/14/2026",
                headings,
                "A1,10/05/2026,96372,40.00,0.00,CO,97,25.00");

        assertThat(checks(read)).containsExactly("A1 7001 2026-10-14");
        assertThat(read.buckets()).containsEntry(Bucket.JOINED, 1);
    }

    @Test
    void aDateOfAnEarlierCheckIsNoneOfTheNext() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Check #: 77  Date: 10/14/2026", HEADINGS, line("A1", "96372"), "Check #: 78", line("A2", "96372"));

        assertThat(checks(read)).containsExactly("A1 77 2026-10-14", "A2 78 null");
    }

    @Test
    void aColumnOfItsOwnIsTheLines() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Check #: 77  Check date: 10/14/2026",
                HEADINGS + ",Check #",
                line("A1", "96372") + ",80",
                line("A2", "96372") + ",");

        assertThat(checks(read)).containsExactly("A1 80 2026-10-14", "A2 null 2026-10-14");
    }

    @Test
    void whereLinesStandAboveTheFirstOneNoneIsGiven() throws UnreadableFileException {
        Intake read = Intake.csv(HEADINGS, line("A1", "96372"), "Check #: 77", line("A2", "96372"), "Check #: 78");

        assertThat(checks(read)).containsExactly("A1 null null", "A2 null null");
    }

    @Test
    void labelsAndValuesStandInCellsOfTheirOwn() throws UnreadableFileException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Intake.sheet(
                workbook,
                "EOB",
                new Object[] {"Payer", "Blue Plan"},
                new Object[] {"Check Number", null, 123456, "Payment Date", "10/14/2026"},
                new Object[] {"Claim #", "Svc Date", "CPT", "Billed", "Allowed", "Paid"},
                new Object[] {"A1", "10/05/2026", "96372", 40, 25, 25});

        assertThat(checks(Intake.workbook(workbook))).containsExactly("A1 123456 2026-10-14");
    }

    @ParameterizedTest
    @CsvSource({
        "Check #: All",
        "Check number: 100 to 200",
        "Check total: 500.00",
        "Payment date: 10/01/2026 - 10/31/2026",
        "'Payment date:,10/01/2026,to,10/31/2026'",
        "Run date: 10/14/2026",
        "Date: 10/14/2026",
        "Check #: 10/14/2026",
        "Payment Date: 09/01/2026 To: 10/31/2026",
        "Payment Date: 20260901-20261031",
        "'Payment Date: 11/01/2026,Thru: 11/30/2026'",
        "Original Check #: 6990  Check Date: 09/03/2026",
        "Check #: 7001  Check Date: 10/14/2026  Check #: 7002",
        "'EFT:,3,Check:,2'",
        "'Check,1200'"
    })
    void whatIsNoCheckIsNotTaken(String title) throws UnreadableFileException {
        assertThat(checks(Intake.csv(title, HEADINGS, line("A1", "96372")))).containsExactly("A1 null null");
    }

    @ParameterizedTest
    @CsvSource({
        "Check/EFT #: 0071-A, 0071-A",
        "Check # 71, 71",
        "Payer: Aetna   EFT Trace Number: 8812X Run: 10:15, 8812X",
        "Check number: EFT 71, EFT 71",
        "Check #:71, 71",
        "Check #: 71 | Amount: 780.00, 71",
        "'Check #: 71; Amount: 780.00', 71",
        "Check Number(s): 71, 71",
        "'Check #:,71,Amount:,780.00', 71"
    })
    void aNumberIsWrittenInManyWays(String title, String number) throws UnreadableFileException {
        assertThat(checks(Intake.csv(title, HEADINGS, line("A1", "96372")))).containsExactly("A1 " + number + " null");
    }

    private static String line(String claim, String code) {
        return claim + ",M1,10/05/2026," + code + ",40.00,25.00,25.00";
    }

    private static List<String> checks(Intake read) {
        return read.rows.stream()
                .filter(ParsedRow.AcceptedRemittance.class::isInstance)
                .map(row -> ((ParsedRow.AcceptedRemittance) row).line())
                .map(line -> ChecksAboveTest.claim(line) + " " + line.checkNumber() + " " + line.checkDate())
                .toList();
    }

    private static String claim(RemittanceLine line) {
        return line.patientControlNumber() != null
                ? line.patientControlNumber()
                : String.valueOf(line.payerClaimNumber());
    }
}
