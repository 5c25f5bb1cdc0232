package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import recon.claim.Adjustment;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.Rejection;
import recon.claim.RemittanceLine;
import recon.claim.SourceRef;
import recon.file.UnreadableFileException;

/** Where the headings stand, and what stands around the lines. */
class LayoutsTest {

    private static final Object[] HEADINGS = {"ICN", "Svc Date", "CPT4", "Bill Amt", "Pd Amt"};

    private static Object[] line(String claim, double paid) {
        return new Object[] {claim, "10/05/2026", 96372, 35, paid};
    }

    @Test
    void theHeadingRowIsFoundBelowBanners() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Testcare Remittance Report,,,,",
                "Printed 10/21/2026,,,,",
                ",,,,",
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt",
                "I-1,10/05/2026,96372,35,20");
        assertThat(read.plan().headingRow()).isEqualTo(4);
        assertThat(read.bucketOfEachRow())
                .containsExactly(Bucket.BANNER, Bucket.BANNER, Bucket.BLANK, Bucket.BANNER, Bucket.IN_SCOPE);
        assertThat(read.remittance().source()).isEqualTo(SourceRef.row("test.csv", null, 5));
    }

    @Test
    void aHeadingSplitOverTwoRowsIsJoinedDownwards() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Patient,Payer,Svc,Proc,,Billed,Paid,Check,",
                "Acct,Claim No.,Date,Code,Mods,Amt,Amt,Number,Date",
                "A-1,I-1,10/05/2026,96372,59,35,20,C-1,10/20/2026");
        assertThat(read.plan().columns().values())
                .containsExactly(
                        "patient_control_number",
                        "payer_claim_number",
                        "service_date",
                        "procedure_code",
                        "modifiers",
                        "billed",
                        "paid",
                        "check_number",
                        "check_date");
        assertThat(read.bucketOfEachRow()).containsExactly(Bucket.BANNER, Bucket.BANNER, Bucket.IN_SCOPE);
        assertThat(read.remittance().modifiers()).isEqualTo(Modifiers.of("59"));
    }

    @Test
    void aHeadingBelowAnotherGroupsNameIsNotReadAsTheLinesOwn() throws UnreadableFileException {
        Intake paid = Intake.csv(
                "Account,DOS,CPT,Charge,Patient,,Insurance,,Check,",
                ",,,,Resp,Paid,Adj,Paid,Number,Date",
                "A-1,10/05/2026,96372,45.00,6.00,0.00,15.00,24.00,C-1,10/20/2026");
        assertThat(paid.remittance().paid()).isEqualTo(Money.of("24"));
        assertThat(paid.remittance().patientResponsibility()).isEqualTo(Money.of("6"));
        assertThat(paid.plan().unknown()).containsExactly("Patient Paid", "Insurance Adj");

        Intake expected = Intake.csv(
                "Account,DOS,CPT,Charge,Expected,Actual,,Check,",
                ",,,,Allowed,Paid,Pt Resp,Number,Date",
                "A-1,10/05/2026,96372,45,30,12,0,C-1,10/20/2026");
        assertThat(expected.remittance().allowed()).isNull();
        assertThat(expected.remittance().paid()).isEqualTo(Money.of("12"));

        Intake prior = Intake.csv(
                "Account,DOS,CPT,Charge,Prior Payer,This Payer,,Check,",
                ",,,,Paid,Allowed,Payment,Number,Date",
                "A-1,10/05/2026,96372,45,100,30,24,C-1,10/20/2026");
        assertThat(prior.remittance().paid()).isEqualTo(Money.of("24"));
        assertThat(prior.plan().unknown()).containsExactly("Prior Payer Paid");

        for (String upper :
                List.of("Claim,,,,Primary,,,Secondary,,Check,", "Account,DOS,CPT,Charge,Primary,,,Secondary,,Check,")) {
            assertThatThrownBy(() -> Intake.csvBelow(
                            FileKind.REMITTANCES,
                            upper,
                            (upper.startsWith("Claim") ? "Account,DOS,CPT,Charge" : ",,,")
                                    + ",Payer,Allowed,Paid,Payer,Balance,Number,Date",
                            "A-1,10/05/2026,96372,45,Testcare,30,24,Sample Plan,6,C-1,10/20/2026"))
                    .as(upper)
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageContaining("for remittances it lacks paid")
                    .hasMessageContaining("'Primary Paid'");
        }
    }

    @Test
    void paymentsOfSomebodyElseAloneMakeNoClaimsExport() {
        for (String[] rows : new String[][] {
            {
                "Patient,Service,,,Primary,,,Secondary,",
                "Account,Date,Procedure,Billed,Payer,Allowed,Paid,Payer,Amount",
                "A-1,10/05/2026,96372,45,Testcare,30,24,Sample Plan,6"
            },
            {"Account,DOS,CPT,Charge,Prior Payer,", ",,,,Paid,Balance", "A-1,10/05/2026,96372,45,100,0"}
        }) {
            assertThatThrownBy(() -> Intake.csvBelow(FileKind.REMITTANCES, rows))
                    .as(rows[0])
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageContaining("for remittances it lacks paid");
        }
    }

    @Test
    void ofTwoHeadingsTheOneKnownAsAWholeComesBeforeOneKnownByItsLowerRow() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Claim,,,,Payments,Insurance", "Account,DOS,CPT,Charge,Paid,Paid", "A-1,10/05/2026,96372,45,30,24");
        assertThat(read.remittance().paid()).isEqualTo(Money.of("24"));
        assertThat(read.plan().note()).startsWith("'Insurance Paid' is read, not 'Paid'");
    }

    @Test
    void headingsOfOneRowBesideAHeadingOfTwoStandAlone() throws UnreadableFileException {
        for (String upper : List.of("Patient,,,,,,Check,", "Acct,,,Amt,,,Check,", ",,,Amounts,,,Check,")) {
            Intake read = Intake.csv(
                    upper,
                    "Account,DOS,CPT,Billed,Allowed,Paid,Number,Date",
                    "A-1,10/05/2026,96372,45,30,24,C-1,10/20/2026");
            assertThat(read.remittance().allowed()).as(upper).isEqualTo(Money.of("30"));
            assertThat(read.remittance().paid()).as(upper).isEqualTo(Money.of("24"));
            assertThat(read.remittance().checkNumber()).as(upper).isEqualTo("C-1");
        }
    }

    @Test
    void aGroupsNameMayStandInThePlural() throws UnreadableFileException {
        Intake read = Intake.csv(
                ",,,,,Adjustments,,,Payments,",
                "Acct #,DOS,CPT,Billed,Paid,Group,Code,Amount,Number,Date",
                "A-1,10/05/2026,96372,45,24,CO,45,15,C-1,10/20/2026",
                "A-1,10/05/2026,96372,45,24,PR,2,6,C-1,10/20/2026");
        assertThat(read.bucketOfEachRow())
                .containsExactly(Bucket.BANNER, Bucket.BANNER, Bucket.IN_SCOPE, Bucket.JOINED);
        assertThat(Adjustment.format(read.remittance().adjustments())).isEqualTo("CO-45:15.00;PR-2:6.00");
        assertThat(read.remittance().checkDate()).hasToString("2026-10-20");
    }

    @Test
    void theFirstLineIsNeverJoinedIntoTheHeadings() throws UnreadableFileException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Object[] headings = {
            "Payer", "Acct #", "DOS", "CPT", "Modifiers", null, null, "Billed", "Paid", "Pay Type", "Source"
        };
        Object[] line = {"Testcare", 1000, 46300, 96372, null, "59", "LT", 35, 20, "EFT", "Primary Insurance"};
        Intake.sheet(workbook, "Payments", headings, line, line);
        Intake read = Intake.workbook(workbook);
        assertThat(read.bucketOfEachRow()).containsExactly(Bucket.BANNER, Bucket.IN_SCOPE, Bucket.IN_SCOPE);
        assertThat(read.plan().unknown()).containsExactly("Pay Type", "Source");
        assertThat(read.remittances()).allMatch(one -> one.checkNumber() == null && "Testcare".equals(one.payer()));
    }

    @Test
    void numbersOfModifiersBelowTheirHeadingAreHeadings() throws UnreadableFileException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Intake.sheet(
                workbook,
                "Payments",
                new Object[] {"Acct", "Svc", "Proc", "Modifiers", null, "Billed", "Paid"},
                new Object[] {"No.", "Date", "Code", 1, 2, "Amount", "Amount"},
                new Object[] {"A-1", "10/05/2026", 96372, "59", "LT", 35, 20});
        assertThat(Intake.workbook(workbook).remittance().modifiers()).isEqualTo(Modifiers.parse("59 LT"));
    }

    @Test
    void aSectionOfLinesAboveTheHeadingsIsNotLostAsBanner() {
        String refusal =
                "test.csv: row 3 seems to hold a line, but stands above the headings in row %d and would not be read: "
                        + "put each table into a file or sheet of its own, with its headings above its lines";
        assertThatThrownBy(() -> Intake.csv(
                        "Electronic payments",
                        "Acct #,DOS,CPT,Billed,Allowed,EFT Amt",
                        "A-1,10/05/2026,J3420,40.00,20.00,20.00",
                        "A-1,10/05/2026,96372,40.00,20.00,20.00",
                        "Paper checks",
                        "Check #,Acct #,DOS,CPT,Billed,Allowed,Paid",
                        "C-1,A-2,10/05/2026,96372,40.00,30.00,30.00"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(refusal.formatted(6));
        assertThatThrownBy(() -> Intake.csv(
                        "Electronic payments",
                        "Ref,When,What,Asked,Got",
                        "A-1,10/05/2026,96372,40.00,20.00",
                        "Acct #,DOS,CPT,Modifiers,Billed,Paid",
                        "A-2,10/05/2026,96372,,40.00,30.00"))
                .as("headings that are not known")
                .hasMessage(refusal.formatted(4));
        assertThatThrownBy(() -> Intake.csv(
                        "Testcare,,,,",
                        "",
                        "A-1,10/05/2026,J3420,40,20",
                        "ICN,Svc Date,CPT4,Bill Amt,Pd Amt",
                        "I-1,10/05/2026,96372,35,20"))
                .as("sorted with the headings among the lines")
                .hasMessage(refusal.formatted(4));
    }

    @Test
    void aBlockOfParametersOrASummaryByCodeAboveTheHeadingsIsBanner() throws UnreadableFileException {
        for (String[] block : new String[][] {
            {"CPT: 96372  From: 10/01/2026  To: 10/31/2026", "Amounts from 0.00 to 99.99"},
            {"CPT:,96372,From:,10/01/2026,To:,10/31/2026,Min:,0.00,Max:,99.99", ""},
            {"Procedure,96372,DOS,10/01/2026,Least,0.00,Most,99.99", "Account,All,Billed,All"},
            {"Payer,ICN,DOS,CPT,Billed", "All,All,10/01/2026 - 10/31/2026,All,All"},
            {"CPT,From Date,Lines,Billed,Paid", "Total 96372,10/01/2026,1,35.00,20.00"},
            {"Therapeutic injections (96372) of 10/2026", "Check,C-1,10/20/2026,20.00,0.00"},
        }) {
            Intake read =
                    Intake.csv(block[0], block[1], "ICN,Svc Date,CPT4,Bill Amt,Pd Amt", "I-1,10/05/2026,96372,35,20");
            assertThat(read.remittances()).as(block[0]).hasSize(1);
            assertThat(read.plan().headingRow()).as(block[0]).isEqualTo(3);
        }
    }

    @Test
    void headingsRepeatedOnEachPageAreNoLinesAndPartNoClaim() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Testcare page 1,,,,",
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt",
                "I-1,10/05/2026,96372,35,20",
                "Testcare page 2,,,,",
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt",
                "I-1,10/05/2026,96372,35,20",
                "Page 2 of 2,,,,");
        assertThat(read.bucketOfEachRow())
                .containsExactly(
                        Bucket.BANNER,
                        Bucket.BANNER,
                        Bucket.IN_SCOPE,
                        Bucket.BANNER,
                        Bucket.REPEATED_HEADING,
                        Bucket.IN_SCOPE,
                        Bucket.BANNER);
    }

    @Test
    void tablesSideBySideAreReadOneAfterTheOther() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,,ICN,Svc Date,CPT4,Bill Amt,Pd Amt",
                "I-1,10/05/2026,96372,35,20,,I-2,10/06/2026,96372,35,21",
                "I-3,10/05/2026,96372,35,22,,,,,,");
        assertThat(read.plans).hasSize(2);
        assertThat(read.remittances().stream().map(line -> line.payerClaimNumber()))
                .containsExactly("I-1", "I-3", "I-2");
        assertThat(read.sums().paid()).isEqualTo(Money.of("63"));
        assertThat(read.rows).hasSize(6);
    }

    @Test
    void tablesSideBySideWithoutAGapAreTold() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,ICN,Svc Date,CPT4,Bill Amt,Pd Amt",
                "I-1,10/05/2026,96372,35,20,I-2,10/06/2026,96372,35,21");
        assertThat(read.remittances().stream().map(line -> line.payerClaimNumber()))
                .containsExactly("I-1", "I-2");
    }

    @Test
    void anotherTableBesideTheLinesIsNotRead() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,,Reason Cd,Count,Paid", "I-1,10/05/2026,96372,35,20,,CO-45,17,999");
        assertThat(read.remittance().paid()).isEqualTo(Money.of("20"));
        assertThat(read.plan().unknown()).containsExactly("Reason Cd", "Count", "Paid");
    }

    @Test
    void aListBesideTheLinesIsNotReadAsPartsOfThem() throws UnreadableFileException {
        String headings = "ICN,DOS,CPT,Billed,Paid,Pt Resp,,CARC,Meaning";
        String line = "I-%d,10/05/2026,96372,45,20,0,,%s";
        List<String> list = List.of("CO-45,fee schedule", "CO-97,bundled", "PR-1,deductible");
        List<String> shorter = new ArrayList<>(List.of(headings));
        for (int i = 0; i < 6; i++) {
            shorter.add(line.formatted(i, i < 3 ? list.get(i) : ","));
        }
        List<String> longer =
                List.of(headings, line.formatted(1, list.get(0)), ",,,,,,," + list.get(1), ",,,,,,," + list.get(2));
        for (List<String> lines : List.of(shorter, longer)) {
            Intake read = Intake.csv(lines.toArray(String[]::new));
            assertThat(read.remittances()).hasSize(lines == shorter ? 6 : 1);
            assertThat(read.rejections()).isEmpty();
            assertThat(read.remittances()).allMatch(one -> one.adjustments().isEmpty());
            assertThat(read.plan().unknown()).containsExactly("CARC", "Meaning");
        }
    }

    @Test
    void columnsBehindAnEmptyOneThatMayBeAListOrTheLinesOwnAreRefused() {
        for (String other : List.of("CARC,Meaning", "Insurance,Plan Type", "Modifier,Meaning", "Check #,Date Paid")) {
            assertThatThrownBy(() -> Intake.csv(
                            "ICN,DOS,CPT,Billed,Paid,," + other,
                            "I-1,10/05/2026,96372,45,20,,1,a",
                            "I-2,10/05/2026,96372,45,20,,2,b",
                            "I-3,10/05/2026,96372,45,20,,,"))
                    .as(other)
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessage("test.csv: row 1 has columns behind an empty one that may be another table beside the"
                            + " lines: '%s'; move it into a sheet of its own, or delete the empty column if they belong"
                                    .formatted(other.replace(",", "', '"))
                            + " to the lines");
        }
    }

    @Test
    void aListWhoseWordsGoOnInTheNextRowIsNotRead() throws UnreadableFileException {
        String list = ",Reason Code,Meaning;,CO-45,charge exceeds;,,fee schedule;,CO-97,bundled;,PR-2,coinsurance";
        Intake read = Intake.csv(beside(list, 9, "20"));
        assertThat(read.remittances()).hasSize(9).allMatch(one -> one.adjustments()
                .isEmpty());
        assertThat(read.rejections()).isEmpty();
    }

    @Test
    void aListThatBeginsAgainIsRefused() {
        for (String list : List.of(
                "Group Code,Reason Code,Meaning;CO,45,fee schedule;CO,97,bundled;PR,1,deductible;PR,2,coinsurance",
                "Group Code,Reason Code,Meaning;CO,45,fee schedule;,97,bundled;PR,1,deductible;,2,coinsurance")) {
            assertThatThrownBy(() -> Intake.csv(beside(list, 9, "20")))
                    .as(list)
                    .isInstanceOf(UnreadableFileException.class);
        }
    }

    @Test
    void columnsBehindAnEmptyOneThatHoldAmountsOrBeginAgainInEachLineAreTheLinesOwn() throws UnreadableFileException {
        String amounts = "Reason Code,Adj Amount,Meaning;CO-45,25,fee schedule;CO-97,25,bundled;CO-50,25,necessity";
        assertThat(Intake.csv(beside(amounts, 9, "20")).remittances())
                .hasSize(9)
                .filteredOn(line -> !line.adjustments().isEmpty())
                .hasSize(3);
        String members = "Payer,Member ID,Plan Name;Testcare,TEST1,Gold;Testcare,TEST2,Silver;Testcare,TEST3,Gold";
        assertThat(Intake.csv(beside(members, 3, "20")).remittances())
                .extracting(RemittanceLine::memberId)
                .containsExactly("TEST1", "TEST2", "TEST3");
    }

    @Test
    void aListThatMayBeTheLinesOwnReasonsIsRefused() {
        for (String list : List.of(
                "Group Code,Reason Code,Meaning;CO,45,fee schedule;CO,97,bundled;PR,1,deductible;PR,2,coinsurance",
                ",Reason Code,Meaning;,CO-45,charge exceeds;,,fee schedule;,CO-97,bundled;,PR-2,coinsurance",
                ",Reason Code,Meaning;,,see the manual;,CO-45,fee schedule;,CO-97,bundled;,PR-2,coinsurance",
                ",Reason Code,Meaning;,CO-45,fee schedule;,CO-45,contract;,CO-97,bundled",
                ",Group Code,Reason Code;,CO,45;,CO,97;,PR,1",
                ",,Reason Code;,,CO-97;,,CO-16;,,CO-50")) {
            assertThatThrownBy(() -> Intake.csv(beside(list, 7, "20")))
                    .as(list)
                    .isInstanceOf(UnreadableFileException.class);
        }
        String denials = ",Reason Code,Meaning;,CO-97,bundled;,CO-16,incomplete;,CO-50,not necessary";
        assertThatThrownBy(() -> Intake.csv(beside(denials, 9, "0")))
                .as("the three unpaid lines come first")
                .isInstanceOf(UnreadableFileException.class);
        String exactly = ",Reason Code,Meaning;,CO-45,fee schedule;,CO-97,bundled;,PR-1,deductible";
        assertThatThrownBy(() -> Intake.csv(beside(exactly, 3, "20"))).isInstanceOf(UnreadableFileException.class);
        String longer = ",Reason Code,Meaning;,CO-45,fee schedule;,CO-45,contract;,CO-97,bundled";
        assertThatThrownBy(() -> Intake.csv(beside(longer, 2, "20"))).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void theLinesOwnReasonsBehindAnEmptyColumnAreReadWhereverTheyStand() throws UnreadableFileException {
        for (String own : List.of(
                "Group Code,Reason Code,Meaning;CO,45,fee schedule;CO,45,fee schedule;CO,97,bundled",
                ",Reason Code,Meaning;,CO-97,bundled;,CO-97,bundled;,CO-16,incomplete",
                ",Reason Code,Status;,CO-97,unpaid;,,paid;,,paid;,CO-16,unpaid;,CO-50,unpaid",
                ",Reason Code,Comment;,CO-97,asked;,CO-97,called;,CO-97,called again;,CO-16,wrote;,CO-50,wrote;,CO-50,asked",
                ",Group Code,Reason Code;,,;,CO,45;,,;,CO,97;,PR,1",
                "Check #,Group Code,Reason Code;CK1,CO,45;CK1,CO,97;CK1,PR,1;CK1,PR,2;CK1,OA,23;CK1,CO,16")) {
            Intake read = Intake.csv(beside(own, 6, "20"));
            assertThat(read.remittances()).as(own).hasSize(6);
            assertThat(read.remittances().stream()
                            .filter(line -> !line.adjustments().isEmpty()))
                    .as(own)
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    /**
     * Lines with other columns behind an empty one.
     *
     * @param other the headings and then the rows
     * @param paid what is paid of the first three lines; the others are paid
     */
    private static String[] beside(String other, int lines, String paid) {
        String[] rows = other.split(";");
        List<String> file = new ArrayList<>(List.of("ICN,DOS,CPT,Billed,Allowed,Paid,," + rows[0]));
        for (int i = 1; i <= lines; i++) {
            String amount = i <= 3 ? paid : "20";
            file.add("I-%d,10/05/2026,96372,45,%s,%s,,%s"
                    .formatted(i, amount, amount, i < rows.length ? rows[i] : ",,"));
        }
        for (int i = lines + 1; i < rows.length; i++) {
            file.add(",,,,,,," + rows[i]);
        }
        return file.toArray(String[]::new);
    }

    @Test
    void theLinesOwnColumnsBehindAnEmptyOneAreRead() throws UnreadableFileException {
        for (String own : List.of(
                "Check #,Check Date;CK1,10/20/2026;CK1,10/20/2026",
                "CARC,RARC;CO-45,;CO-45,",
                "Allowed,Pt Resp;20,0;21,1",
                "Mods,Comment;,a;,b",
                "Comment,Batch;a,1;b,2")) {
            String[] cells = own.split(";");
            Intake read = Intake.csv(
                    "ICN,DOS,CPT,Billed,Paid,," + cells[0],
                    "I-1,10/05/2026,96372,45,20,," + cells[1],
                    "I-2,10/05/2026,96372,45,20,," + cells[2]);
            assertThat(read.remittances()).as(own).hasSize(2);
            assertThat(read.plan().columns().size() + read.plan().unknown().size())
                    .as(own)
                    .isEqualTo(7);
        }
        Intake checks = Intake.csv(
                "ICN,DOS,CPT,Billed,Paid,,Check #",
                "I-1,10/05/2026,96372,45,20,,CK1",
                "I-2,10/05/2026,96372,45,20,,CK1");
        assertThat(checks.remittances()).allMatch(line -> "CK1".equals(line.checkNumber()));
    }

    @Test
    void aDecisiveHeadingThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> Intake.csv("ICN,Svc Date,CPT4,Bill Amt,Paid,Paid", "I-1,10/05/2026,96372,35,20,21"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("two columns headed 'Paid'");
    }

    @Test
    void ofTwoKnownHeadingsForOneAmountTheFirstListedIsReadAndThePlanSaysSo() throws UnreadableFileException {
        Intake read = Intake.csv("ICN,Svc Date,CPT4,Bill Amt,Payment,Paid", "I-1,10/05/2026,96372,35,99,20");
        assertThat(read.remittance().paid()).isEqualTo(Money.of("20"));
        assertThat(read.plan().note()).contains("'Paid' is read, not 'Payment'");
        assertThat(read.plan().unknown()).containsExactly("Payment");
    }

    @Test
    void theLinesOwnAmountsAreReadAndNotThoseOfItsClaim() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Pat Acct No.,Total Charge,Allowed,Paid Amount,Copay,DOS,CPT,Line Charge,Service Line Allowed Amt,Line Paid,Line Co-pay",
                "A-1,160,105,100,5,10/05/2026,96372,40,15,14,1");
        assertThat(read.remittance().billed()).isEqualTo(Money.of("40"));
        assertThat(read.remittance().allowed()).isEqualTo(Money.of("15"));
        assertThat(read.remittance().paid()).isEqualTo(Money.of("14"));
        assertThat(read.remittance().patientResponsibility()).isEqualTo(Money.of("1"));
        assertThat(read.plan().note())
                .contains("'Line Charge' is read, not 'Total Charge'")
                .contains("'Line Paid' is read, not 'Paid Amount'");

        Intake plain = Intake.csv(
                "patient_control_number,service_date,procedure_code,billed,paid,Line Item Charge Amount,Line Paid Amount",
                "A-1,2026-10-05,96372,160,100,40,14");
        assertThat(plain.sums().billed()).isEqualTo(Money.of("40"));
        assertThat(plain.sums().paid()).isEqualTo(Money.of("14"));
    }

    @Test
    void aTotalChargeIsReadOnlyWhereNoOtherChargeStandsBesideIt() throws UnreadableFileException {
        Intake read =
                Intake.csv("Pat Acct No.,DOS,CPT,Total Charge,Submitted Charge,Paid", "A-1,10/05/2026,96372,160,40,20");
        assertThat(read.remittance().billed()).isEqualTo(Money.of("40"));
        assertThat(Intake.csv("Pat Acct No.,DOS,CPT,Total Charge,Paid", "A-1,10/05/2026,96372,40,20")
                        .remittance()
                        .billed())
                .isEqualTo(Money.of("40"));
    }

    @Test
    void eachPaymentHasTheNumberAndDateOfItsCheckOrOfItsTransfer() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,EFT Date,EFT Number,Check Number,Check Date,DOS,CPT,Billed,Paid",
                "I-1,,,CK1,10/20/2026,10/05/2026,96372,40,30",
                "I-2,11/03/2026,E77,,,10/05/2026,96372,40,30",
                "I-3,11/04/2026,E78,CK3,10/21/2026,10/05/2026,96372,40,30",
                "I-4,someday,E79,,,10/05/2026,96372,40,30");
        assertThat(read.remittances())
                .extracting(line -> line.checkNumber() + " " + line.checkDate())
                .containsExactly("CK1 2026-10-20", "E77 2026-11-03", "CK3 2026-10-21");
        assertThat(read.rejections()).extracting(Rejection::column).containsExactly("EFT Date");
        assertThat(read.plan().columns()).containsEntry("EFT Date", "check_date");
        assertThat(read.plan().unknown()).isEmpty();
    }

    @Test
    void amountsOfAdjustmentsWithoutAnyColumnOfReasonsAreNotRead() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Allowed,Pd Amt,Adjustment Amount", "I-1,10/05/2026,96372,35,30,20,5.00");
        assertThat(read.remittance().adjustments()).isEmpty();
        assertThat(read.plan().unknown()).containsExactly("Adjustment Amount");
        assertThat(read.plan().note())
                .isEqualTo("'Adjustment Amount' is not read, since no column has the adjustments' reason codes");
        assertThat(Intake.csv("ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Group Code,Adj Amt", "I-1,10/05/2026,96372,35,20,CO,5")
                        .rejections())
                .as("a group without its reason")
                .hasSize(1);
    }

    @Test
    void oneAmountBesideSeveralNumberedReasonsIsNotReadAndANumberedOneIsOfItsReason() throws UnreadableFileException {
        Intake sum = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Allowed,Pd Amt,Adj Amt,Reason Code 1,Reason Code 2",
                "I-1,10/05/2026,96372,45,30,24,21.00,CO45,PR2",
                "I-2,10/05/2026,96372,45,12,12,33.00,CO45,",
                "I-3,10/05/2026,96372,45,0,0,45.00,CO97,");
        assertThat(sum.rejections()).isEmpty();
        assertThat(sum.remittances())
                .extracting(line -> Adjustment.format(line.adjustments()))
                .containsExactly("CO-45:15.00;PR-2:6.00", "CO-45:33.00", "CO-97:45.00");
        assertThat(sum.plan().unknown()).containsExactly("Adj Amt");
        assertThat(sum.plan().note())
                .isEqualTo("'Adj Amt' is not read, since it does not say of which of several reasons it is");

        String adjustments = "CO-45:15.00;PR-2:6.00";
        for (String headings :
                List.of("Adj Amt 2,Reason Code 1,Reason Code 2", "Adj Amt 2,Reason Code,Reason Code 2")) {
            assertThat(Intake.csv("ICN,Svc Date,CPT4,Bill Amt,Allowed,Pd Amt," + headings, line("6.00,CO45,PR2"))
                            .remittance()
                            .adjustments())
                    .as(headings)
                    .hasToString(Adjustment.parse(adjustments).toString());
        }
        for (String headings : List.of("Adj Amt,Reason Code 1", "Adj Amt 1,Reason Code")) {
            assertThat(Intake.csv("ICN,Svc Date,CPT4,Bill Amt,Allowed,Pd Amt," + headings, line("21.00,CO45"))
                            .remittance()
                            .adjustments())
                    .as(headings)
                    .hasToString(Adjustment.parse("CO-45:21.00").toString());
        }
    }

    @Test
    void groupReasonAndAmountAreAnAdjustmentsWhereTheyStandTogether() throws UnreadableFileException {
        for (String headings : List.of(
                "Group 1,Reason 1,Amount 1,Group 2,Reason 2,Amount 2",
                "Grp1,Rsn1,Amt1,Grp2,Rsn2,Amt2",
                "Adj Group Code 1,Adj Reason Code 1,Adj Amount 1,Adj Group Code 2,Adj Reason Code 2,Adj Amount 2",
                "Adj Group 1,Reason 1,Adj Amt 1,Adj Group 2,Reason 2,Adj Amt 2",
                "Group,Reason,Amount,Group,Reason,Amount",
                "Group,Reason,Adj Amt,Group,Reason,Adj Amt",
                "Group Code,Reason Code,Amount,Group 2,Reason Code 2,Amount 2")) {
            Intake read =
                    Intake.csv("ICN,Svc Date,CPT4,Bill Amt,Allowed,Pd Amt," + headings, line("CO,45,15.00,PR,2,6.00"));
            assertThat(Adjustment.format(read.remittance().adjustments()))
                    .as(headings)
                    .isEqualTo("CO-45:15.00;PR-2:6.00");
            assertThat(read.plan().unknown()).as(headings).isEmpty();
        }
        Intake byKind = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Allowed,Pd Amt,Group 1,Group 2,Reason 1,Reason 2,Amount 1,Amount 2",
                line("CO,PR,45,2,15.00,6.00"));
        assertThat(Adjustment.format(byKind.remittance().adjustments())).isEqualTo("CO-45:15.00;PR-2:6.00");
        Intake rows = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Allowed,Pd Amt,Group,Reason,Amount",
                line("CO,45,15.00"),
                line("PR,2,6.00"));
        assertThat(Adjustment.format(rows.remittance().adjustments())).isEqualTo("CO-45:15.00;PR-2:6.00");
    }

    @Test
    void groupReasonAndAmountApartFromEachOtherMayMeanOtherThingsAndAreNotRead() throws UnreadableFileException {
        for (String headings : List.of(
                "Group,Amount,Reason", "Amount,Note,Group", "Group 1,Reason 2,Amount 1", "Reason,Amount,Group Name")) {
            Intake read =
                    Intake.csv("ICN,Svc Date,CPT4,Bill Amt,Allowed,Pd Amt," + headings, line("North,21.00,Follow-up"));
            assertThat(read.remittance().adjustments()).as(headings).isEmpty();
            assertThat(read.plan().unknown()).as(headings).containsExactly(headings.split(","));
        }
        Intake claims = Intake.csv(
                "Acct,Svc Date,CPT4,Charge,Group,Reason,Amount", "A-1,10/05/2026,96372,45,North,Follow-up,21.00");
        assertThat(claims.claims()).hasSize(1);
        assertThat(claims.plan().unknown()).containsExactly("Group", "Reason", "Amount");
    }

    private static String line(String adjustments) {
        return "I-1,10/05/2026,96372,45,30,24," + adjustments;
    }

    @Test
    void aDashIsZeroAsExcelWritesItAndElseAsGoodAsBlankWhereNoAmountIsNeeded() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Allowed,Pd Amt,Deductible,Coinsurance,CO-45",
                "I-1,10/05/2026,96372,35, -   ,-   , -   , -   , -   ",
                "I-2,10/05/2026,96372,35,-,20,-,5.00,\u2013",
                "I-3,10/05/2026,96372,35,20,-,,,");
        assertThat(read.remittances().get(0).allowed()).isEqualTo(Money.ZERO);
        assertThat(read.remittances().get(0).paid()).isEqualTo(Money.ZERO);
        assertThat(read.remittances().get(0).patientResponsibility()).isEqualTo(Money.ZERO);
        assertThat(read.remittances().get(1).allowed()).isNull();
        assertThat(read.remittances().get(1).patientResponsibility()).isEqualTo(Money.of("5"));
        assertThat(read.rejections()).singleElement().hasToString(rejection(4, "Pd Amt", Amounts.EXPECTED));
    }

    @Test
    void modifiersBelowOneMergedHeadingAreAllRead() throws UnreadableFileException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        var sheet = Intake.sheet(
                workbook,
                "Payments",
                new Object[] {"ICN", "Svc Date", "CPT4", "Modifiers", null, null, "Bill Amt", "Pd Amt", null},
                new Object[] {"I-1", "10/05/2026", 96372, 59, "LT", null, 40, 30, "checked"},
                new Object[] {"I-2", "10/05/2026", 96372, "59", null, "RT", 40, 30, null},
                new Object[] {"Total", null, null, null, "two lines", null, 80, 60, null});
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 3, 5));
        Intake read = Intake.workbook(workbook);
        assertThat(read.remittances())
                .extracting(line -> line.modifiers())
                .containsExactly(Modifiers.of("59", "LT"), Modifiers.of("59", "RT"));
        assertThat(read.plan().note())
                .isEqualTo(
                        "read as modifiers, since they have no heading of their own: columns E, F; not read, since they have no heading: column I");
    }

    @Test
    void aColumnWithoutHeadingThatHoldsNoModifiersIsNamedAsNotRead() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Modifiers,,Bill Amt,Pd Amt",
                "I-1,10/05/2026,96372,59,LT,40,30",
                "I-2,10/05/2026,96372,59,yes,40,30");
        assertThat(read.remittances())
                .extracting(line -> line.modifiers())
                .containsExactly(Modifiers.of("59"), Modifiers.of("59"));
        assertThat(read.plan().note()).isEqualTo("not read, since they have no heading: column E");
    }

    @Test
    void unknownColumnsAreListed() throws UnreadableFileException {
        Intake read = Intake.csv("ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Shoe Size", "I-1,10/05/2026,96372,35,20,44");
        assertThat(read.plan().unknown()).containsExactly("Shoe Size");
    }

    @Test
    void hiddenSheetsAndSheetsWithoutHeadingsArePassedOverWithTheirReason() throws UnreadableFileException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Intake.sheet(workbook, "Cover", new Object[] {"Testcare"});
        Intake.sheet(workbook, "Payments", HEADINGS, line("I-1", 20));
        Intake.sheet(workbook, "Old", HEADINGS, line("I-9", 20));
        Intake.sheet(workbook, "Empty");
        Intake.sheet(workbook, "More", HEADINGS, line("I-2", 21));
        workbook.setSheetHidden(2, true);
        Intake read = Intake.workbook(workbook);
        assertThat(read.remittances().stream().map(line -> line.source().toString()))
                .containsExactly("test.xlsx [Payments] row 2", "test.xlsx [More] row 2");
        assertThat(read.plans.stream()
                        .filter(SheetPlan.PassedOver.class::isInstance)
                        .map(plan -> plan.sheet().name() + ": "
                                + ((SheetPlan.PassedOver) plan).reason().substring(0, 5)))
                .containsExactly("Cover: no he", "Old: hidde", "Empty: empty");
    }

    @Test
    void aSheetOfLinesThatLacksAColumnIsNotPassedOverBesideAGoodOne() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Intake.sheet(workbook, "Payments", HEADINGS, line("I-1", 20));
        Intake.sheet(workbook, "Denials", new Object[] {"ICN", "Svc Date", "CPT4", "Bill Amt", "Reason Cd"});
        assertThatThrownBy(() -> Intake.workbook(workbook))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("sheet 'Denials' seems to hold lines")
                .hasMessageContaining("for remittances paid;");
    }

    @Test
    void aSheetThatNamesItsClaimsAndLacksOneOfTheColumnsOfLinesIsNotPassedOver() throws UnreadableFileException {
        for (Object[][] second : new Object[][][] {
            {
                {"Payer", "Acct", "Date", "CPT", "Billed", "Allowed", "Paid"},
                {"P", "A-1", "10/05/2026", 96372, 40, 30, 30}
            },
            {{"Acct", "DOS", "CPT", "Fee", "Paid"}, {"A-1", "10/05/2026", 96372, 40, 30}},
            {{"Acct", "DOS", "Item", "Billed", "Paid"}, {"A-1", "10/05/2026", 96372, 40, 30}}
        }) {
            XSSFWorkbook workbook = new XSSFWorkbook();
            Intake.sheet(workbook, "Payments", HEADINGS, line("I-1", 20));
            Intake.sheet(workbook, "More", second);
            assertThatThrownBy(() -> Intake.workbook(workbook))
                    .as(List.of(second[0]).toString())
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageStartingWith("test.xlsx: sheet 'More' seems to hold lines: row 1 has headings, but")
                    .hasMessageEndingWith(
                            "; correct the headings, describe the layout in a profile, or hide the sheet");
        }
        for (Object[][] summary : new Object[][][] {
            {{"Payer", "From Date", "CPT", "Lines", "Allowed", "Paid"}, {"P", "10/05/2026", 96372, 4, 120, 120}},
            {{"Acct", "DOS", "Billed", "Allowed", "Paid", "Zip"}, {"A-1", "10/05/2026", 40, 30, 30, 99213}}
        }) {
            XSSFWorkbook workbook = new XSSFWorkbook();
            Intake.sheet(workbook, "Payments", HEADINGS, line("I-1", 20));
            Intake.sheet(workbook, "Summary", summary);
            assertThat(Intake.workbook(workbook).remittances())
                    .as(List.of(summary[0]).toString())
                    .hasSize(1);
        }
    }

    @Test
    void aFileOfClaimsAndRemittancesIsRefused() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Intake.sheet(workbook, "Payments", HEADINGS, line("I-1", 20));
        Intake.sheet(workbook, "Claims", new Object[] {"Pat Acct No.", "DOS", "CPT", "Charge"}, new Object[] {
            "A-1", "10/05/2026", 96372, 35
        });
        assertThatThrownBy(() -> Intake.workbook(workbook))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("test.xlsx: holds claims and remittances: put each kind into a file of its own");
    }

    @Test
    void mergedHeadingsAndNumberCellsAreRead() throws UnreadableFileException, IOException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        var sheet = Intake.sheet(
                workbook,
                "Payments",
                new Object[] {"Claim", null, "Service", null, "Amounts", null},
                new Object[] {"ICN", "Pat Acct No.", "Date", "CPT4", "Billed", "Paid"},
                new Object[] {123456789012d, 4711, 46300, 96372, 35.0, 31.1 + 0.000000000000001});
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 2, 3));
        Intake read = Intake.workbook(workbook);
        assertThat(read.remittance().payerClaimNumber()).isEqualTo("123456789012");
        assertThat(read.remittance().patientControlNumber()).isEqualTo("4711");
        assertThat(read.remittance().paid()).isEqualTo(Money.of("31.10"));
    }

    @Test
    void errorCellsAndFormulasWithoutResultRejectTheRowByItsColumn() throws UnreadableFileException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        var sheet = Intake.sheet(workbook, "Payments", HEADINGS, line("I-1", 20), line("I-2", 20));
        sheet.getRow(1).getCell(4).setCellErrorValue((byte) 42);
        sheet.getRow(2).getCell(4).setBlank();
        sheet.getRow(2).getCell(4).setCellFormula("D3-1");
        assertThat(Intake.workbook(workbook).rejections().stream()
                        .map(rejection -> rejection.column() + ": " + rejection.reason()))
                .containsExactly(
                        "Pd Amt: an error value such as #N/A: correct it in the workbook",
                        "Pd Amt: a formula without a stored result: open the workbook in Excel and save it");
    }

    @Test
    void totalsAreComparedWithOurSumsAndSubtotalsSinceTheLast() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt",
                "I-1,10/05/2026,96372,35,20",
                "I-2,10/05/2026,J3420,10,5",
                "Subtotal,,,45.00,25.00",
                "I-3,10/05/2026,96372,35,20",
                "Subtotal,,,35.00,20.01",
                "Grand Total:,,,\"$80.00\",45.00");
        assertThat(read.buckets()).containsEntry(Bucket.TOTAL, 3).containsEntry(Bucket.IN_SCOPE, 2);
        assertThat(read.totals)
                .containsExactly(
                        total(4, "Bill Amt", "45", "45"),
                        total(4, "Pd Amt", "25", "25"),
                        total(6, "Bill Amt", "35", "35"),
                        total(6, "Pd Amt", "20.01", "20"),
                        total(7, "Bill Amt", "80", "80"),
                        total(7, "Pd Amt", "45", "45"));
        assertThat(read.sums().paid()).isEqualTo(Money.of("45"));
    }

    @Test
    void aTotalAboveAllLinesIsOfTheLinesBelowIt() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt",
                "Grand total,,,80.00,45.01",
                "A1,10/05/2026,96372,45.00,25.00",
                "A2,10/05/2026,96372,35.00,20.00");

        assertThat(read.totals).containsExactly(total(2, "Bill Amt", "80", "80"), total(2, "Pd Amt", "45.01", "45"));
    }

    @Test
    void totalsThatHeadTheirLinesAreRightUpToTheNextOne() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt",
                "Grand total,,,115.00,60.00",
                "Aetna total,,,80.00,45.00",
                "A1,10/05/2026,96372,45.00,25.00",
                "A2,10/05/2026,96372,35.00,20.00",
                "Cigna total,,,35.00,15.01",
                "A3,10/05/2026,96372,35.00,15.00",
                "Total,,,115.00,60.00");

        assertThat(read.totals)
                .filteredOn(total -> !total.stated().equals(total.ours()))
                .containsExactly(total(6, "Pd Amt", "15.01", "15"));
        assertThat(read.totals).hasSize(8);
    }

    @Test
    void aSectionThatComesToNothingMayBeTheFirstOfThoseThatTotalsHead() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt",
                "Aetna total,,,,0.00",
                "A1,10/05/2026,96372,45.00,0.00",
                "Cigna total,,,,15.00",
                "A2,10/05/2026,96372,35.00,15.00");

        assertThat(read.totals).hasSize(2).allMatch(total -> total.stated().equals(total.ours()));
    }

    @Test
    void aWrongTotalBelowAllLinesIsOfAllOfThem() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt",
                "Aetna total,,,45.00,25.00",
                "A1,10/05/2026,96372,45.00,25.00",
                "Cigna total,,,35.00,15.00",
                "A3,10/05/2026,96372,35.00,15.00",
                "Total,,,80.00,40.01");

        assertThat(read.totals)
                .filteredOn(total -> !total.stated().equals(total.ours()))
                .containsExactly(total(6, "Pd Amt", "40.01", "40"));
    }

    @Test
    void aTotalWithinAGroupIsASubtotalWhereItIsRightAsOne() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt",
                "I-1,10/05/2026,96372,35,20",
                "Total for I-1,,,35,20",
                "I-2,10/05/2026,96372,36,21",
                "Total for I-2,,,36,21",
                "Total,,,71,41",
                "Total,,,72,41");
        assertThat(read.totals)
                .filteredOn(total -> !total.stated().equals(total.ours()))
                .containsExactly(total(7, "Bill Amt", "72", "71"));
    }

    @Test
    void totalsOfSeveralLevelsAreEachRightSinceTheLastOfTheirOwn() throws UnreadableFileException {
        List<String> rows = new ArrayList<>(List.of("ICN,Svc Date,CPT4,Bill Amt,Pd Amt"));
        for (int payer = 1; payer <= 3; payer++) {
            for (int check = 1; check <= 2; check++) {
                rows.add("I-%d%d,10/05/2026,96372,35,20".formatted(payer, check));
                rows.add("I-%d%d,10/05/2026,J3420,10,5".formatted(payer, check));
                rows.add("Check Total,,,45,25");
            }
            rows.add(payer == 2 ? "Beta Health Total,,,90,50.01" : "Alpha Health Total,,,90,50");
        }
        rows.add("Grand Total,,,270,150");
        assertThat(Intake.csv(rows.toArray(String[]::new)).totals)
                .hasSize(20)
                .filteredOn(total -> !total.stated().equals(total.ours()))
                .containsExactly(total(15, "Bill Amt", "90", "180"), total(15, "Pd Amt", "50.01", "100"));
    }

    @Test
    void aTotalOfManyClaimsIsRightHoweverManyTotalsStandInIt() throws UnreadableFileException {
        List<String> rows = new ArrayList<>(List.of("ICN,Svc Date,CPT4,Bill Amt,Pd Amt"));
        for (int payer = 0; payer < 2; payer++) {
            for (int claim = 0; claim < 1_500; claim++) {
                rows.add("I-%d,10/05/2026,96372,35,20".formatted(claim));
                rows.add("Claim Total,,,35,20");
            }
            rows.add("Total of payer,,,52500,30000");
        }
        rows.add("Total,,,105000,60000");
        assertThat(Intake.csv(rows.toArray(String[]::new)).totals)
                .hasSize(6_006)
                .allMatch(total -> total.stated().equals(total.ours()));
    }

    @Test
    void aNoteBelowTheLinesIsNoLineButWhatMayBePartOfOneIsRejected() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Payer,Note,Svc Date,CPT4,Bill Amt,Pd Amt,Adjustments",
                "I-1,Testcare,,10/05/2026,96372,35,20,",
                "Report generated by Testsoft on 11/01/2026",
                ",Testcare,,,,,,",
                ",,Printed 11/01/2026,,,,,",
                "*** End of report ***,,,,,,,",
                "Report generated 11/02/2026,,,,,,,",
                "I-2,,,,,,,",
                "1EG4 TE5 MK73,,,,,,,",
                ",,,,,,20,",
                ",,,,,,,CO-45:15.00 the contract says so",
                "I-3,Testcare,,,,,,",
                ",,,,,,,,beyond the last heading");
        assertThat(read.bucketOfEachRow())
                .containsExactly(
                        Bucket.BANNER,
                        Bucket.IN_SCOPE,
                        Bucket.BANNER,
                        Bucket.BANNER,
                        Bucket.BANNER,
                        Bucket.BANNER,
                        Bucket.BANNER,
                        Bucket.REJECTED,
                        Bucket.REJECTED,
                        Bucket.REJECTED,
                        Bucket.REJECTED,
                        Bucket.REJECTED,
                        Bucket.REJECTED);
    }

    @Test
    void aSubtotalByCodeIsNoLineOfThatCode() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt",
                "I-1,10/05/2026,J3420,10,5",
                "Subtotal,,J3420,10,5",
                "I-1,10/05/2026,96372,35,20",
                ",,96372 Total,35,20");
        assertThat(read.buckets()).containsEntry(Bucket.TOTAL, 2);
        assertThat(read.totals).hasSize(4).allMatch(total -> total.stated().equals(total.ours()));
        assertThat(read.sums().paid()).isEqualTo(Money.of("25"));
    }

    @Test
    void aLineIsNoTotalForWhatItsPayerOrItsNoteIsCalled() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Payer,Pat Acct No.,Svc Date,CPT4,Bill Amt,Pd Amt,Note",
                "Total Health Care,t1,10/05/2026,96372-59,40,20,",
                "Total Health Care,t2,10/05/2026,96372 - Therapeutic Injection,40,20,",
                "P,t3,10/05/2026,96372 LT,40,20,Total paid by check",
                "P,t4,10/05/2026,96372.0,40,20,Sum of lines",
                "Total Health Care,t5,10/05/2026,,40,20,",
                "Total Health Care,,,,200,100,",
                "P,t5,,,200,100,Claim total");
        assertThat(read.buckets())
                .containsEntry(Bucket.IN_SCOPE, 4)
                .containsEntry(Bucket.REJECTED, 1)
                .containsEntry(Bucket.TOTAL, 2);
        assertThat(read.rejections())
                .singleElement()
                .hasToString(
                        rejection(6, "CPT4", "blank, but needed: fill it in, or take the row out if it is no line"));
    }

    @Test
    void aClaimLevelDenialOfAPayerWhoseNameReadsLikeATotalIsPushedDown() throws UnreadableFileException {
        Intake read = Intake.csv(
                "payer,patient_control_number,payer_claim_number,claim_status,service_date,procedure_code,billed,allowed,paid,adjustments",
                "Total Health Care,t2,I2,4,2026-10-05,96372,40.00,0.00,0.00,",
                "Total Health Care,t2,I2,4,2026-10-05,,40.00,0.00,0.00,CO-16:40.00");
        assertThat(read.remittance().adjustments()).hasToString("[CO-16:40.00]");
    }

    @Test
    void aSecondTableWithItsColumnsInAnotherOrderIsNotReadByTheFirstOnesHeadings() throws UnreadableFileException {
        String headings = "Pat Acct No.,Svc Date,CPT4,Bill Amt,Allwd Amt,Pd Amt";
        String line = "A1,10/05/2026,96372,40,30,24";
        assertThatThrownBy(() -> Intake.csv(
                        headings,
                        line,
                        "",
                        "Pat Acct No.,Svc Date,CPT4,Bill Amt,Pd Amt,Allwd Amt",
                        "A2,10/05/2026,96372,40,24,30"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("row 4 has other headings than row 1")
                .hasMessageContaining("put each table into a file or sheet of its own");
        assertThat(Intake.csv(headings, line, headings, line).buckets())
                .containsEntry(Bucket.IN_SCOPE, 2)
                .containsEntry(Bucket.REPEATED_HEADING, 1);
    }

    @Test
    void aSecondSectionWhoseHeadingsAreNotAllKnownIsNotReadByTheFirstOnesHeadings() throws UnreadableFileException {
        String headings = "Acct #,DOS,CPT,Billed,Allowed,Paid";
        String line = "A-1,10/05/2026,96372,40.00,30.00,30.00";
        for (String second : List.of(
                "Acct #,DOS,CPT,Fee,Pat Pd,Balance",
                "Acct #,DOS,CPT,Billed,Balance,Paid",
                "Patient Name,DOS,CPT,Fee,Net,Pd")) {
            assertThatThrownBy(() -> Intake.csv(headings, line, "Patient balances", second, line))
                    .as(second)
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessage(
                            "test.csv: row 4 has other headings than row 1, and the rows below it would be read in the"
                                    + " wrong columns: put each table into a file or sheet of its own");
        }
        for (String noTable : List.of(
                "Payer,Count,Billed,Allowed,Paid",
                "CPT,From Date,Lines,Billed,Paid",
                "Acct #,A-1,DOS,10/05/2026,CPT,96372 only",
                "Acct #,DOS,CPT,Billed,,Paid",
                "Legend,Paid,Allowed,Billed")) {
            assertThat(Intake.csv(headings, line, noTable, line).remittances())
                    .as(noTable)
                    .hasSize(2);
        }
    }

    @Test
    void aPatientsNameBelowTheHeadingsIsNotShownAsAHeading() throws UnreadableFileException {
        Intake grouped = Intake.csv(
                "Patient (Last; First),,Acct #,DOS,CPT,Billed,Paid",
                "ZEBRASON JANE,QUAGGA,,,,,",
                ",,A-1,10/05/2026,96372,40.00,30.00");
        assertThat(grouped.remittances()).hasSize(1);
        assertThat(grouped.plan().unknown()).containsExactly("Patient (Last; First)", "column B");
        assertThatThrownBy(() -> Intake.csv(
                        "Whose,Acct #,DOS,CPT,Billed,Allowed,Method",
                        "ZEBRASON JANE,,,,,,Check",
                        ",A-1,10/05/2026,96372,40.00,30.00,"))
                .hasMessageContaining("'Whose'")
                .hasMessageNotContaining("ZEBRASON");

        Intake split = Intake.csv(
                "Acct,Svc,Proc,Shoe,,Billed,Paid", "No.,Date,Code,Size,Hat,Amt,Amt", "A-1,10/05/2026,96372,44,9,40,30");
        assertThat(split.plan().unknown()).containsExactly("Shoe Size", "Hat");
    }

    @Test
    void aHeadingInTwoRowsIsJoinedThoughItsFirstRowWouldDo() throws UnreadableFileException {
        Intake payments = Intake.csv(
                "Account,DOS,CPT,Billed,Insurance",
                "Number,,,,Paid",
                "A1,10/05/2026,96372,40,30",
                "A2,10/05/2026,96372,40,30");
        assertThat(payments.kind).isEqualTo(FileKind.REMITTANCES);
        assertThat(payments.remittances()).hasSize(2);

        Intake checks = Intake.csv(
                "Account,DOS,CPT,Billed,Paid,Check,Check",
                "Number,,,Amount,Amount,Number,Date",
                "A1,10/05/2026,96372,40,30,CK7,09/20/2026");
        assertThat(checks.remittance().checkNumber()).isEqualTo("CK7");
        assertThat(checks.remittance().checkDate()).hasToString("2026-09-20");
    }

    @Test
    void aGroupsNameBelowAHeadingThatIsNotKnownIsNoHeading() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Type,Acct,DOS,CPT,Billed,Paid,Check No.",
                "Check,,,,,,",
                "Check,A-1,10/05/2026,96372,40.00,30.00,C-7",
                "EFT,,,,,,",
                "EFT,A-2,10/05/2026,96372,40.00,30.00,C-8");
        assertThat(read.plan().unknown()).containsExactly("Type");
        assertThat(read.remittances()).extracting(line -> line.checkNumber()).containsExactly("C-7", "C-8");
        assertThat(Intake.csv("Account,DOS,CPT,Billed,Insurance", ",,,,Paid", "A1,10/05/2026,96372,40,30")
                        .remittances())
                .hasSize(1);
    }

    @Test
    void aRowLongerThanTheOthersIsNotReadAsIfItsValuesStoodWhereTheyBelong() throws UnreadableFileException {
        String headings = "payer,patient_control_number,service_date,procedure_code,billed,allowed,paid,rendering_npi";
        Intake read = Intake.csv(
                headings,
                "P,A1,2026-10-05,96372,40.00,30.00,30.00,",
                "P,A2,2026-10-05,96372,1,040.00,30.00,30.00,",
                "Sample Health, Inc.,A3,2026-10-05,96372,40.00,30.00,30.00,");
        assertThat(read.remittances()).hasSize(1);
        assertThat(read.rejections())
                .extracting(Rejection::reason)
                .containsOnly("more cells than other rows have: a text that holds the separator needs quotation marks")
                .hasSize(2);
        assertThat(Intake.csv(headings, "P,A1,2026-10-05,96372,40,30,30,,", "P,A2,2026-10-05,96372,40,30,30,,")
                        .remittances())
                .as("a separator at the end of every row")
                .hasSize(2);
    }

    @Test
    void rowsBetweenTwoStrayQuotationMarksAreNoPatientsName() throws UnreadableFileException {
        Intake read = Intake.csv(
                "payer,patient_control_number,patient_last_name,service_date,procedure_code,billed,paid",
                "P,b1,SAMPLE,2026-10-05,96372,40.00,30.00",
                "P,b2,\"SAMPLE,2026-10-05,96372,40.00,30.00",
                "P,b3,SAMPLE,2026-10-05,96372,40.00,30.00",
                "P,b4,SAMPLE\",2026-10-05,96372,40.00,30.00",
                "P,b5,\"SAMPLE\nJR, III\",2026-10-05,96372,40.00,30.00");
        assertThat(read.remittances())
                .extracting(line -> line.patientControlNumber())
                .containsExactly("b1", "b5");
        assertThat(read.rejections())
                .singleElement()
                .hasToString(rejection(
                        3,
                        "patient_last_name",
                        "a text over several rows of the file: a quotation mark is missing or one too many"));
    }

    @Test
    void aRowOfAnAdjustmentOfNothingOrOfAnotherRemarkIsNoPaymentOfItsOwn() throws UnreadableFileException {
        String headings =
                "ICN,Line Item Control Number,Svc Date,CPT4,Bill Amt,Pd Amt,Group Code,Reason Code,Adj Amt,Remark Codes";
        Intake zero =
                Intake.csv(headings, "I-1,,10/05/2026,96372,40,30,CO,45,10,", "I-1,,10/05/2026,96372,40,30,PR,1,0,");
        assertThat(zero.remittance().adjustments()).hasToString("[CO-45:10.00, PR-1:0.00]");

        Intake remarks = Intake.csv(
                headings, "I-1,L9,10/05/2026,96372,40,30,CO,45,10,N1", "I-1,L9,10/05/2026,96372,40,30,CO,45,10,N2");
        assertThat(remarks.remittance().adjustments()).hasToString("[CO-45:10.00]");
        assertThat(remarks.remittance().remarkCodes()).containsExactly("N1", "N2");

        Intake twoLines =
                Intake.csv(headings, "I-1,,10/05/2026,96372,30,30,CO,45,0,", "I-1,,10/05/2026,96372,30,30,PR,1,0,");
        assertThat(twoLines.remittances()).as("each in balance by itself").hasSize(2);
    }

    @Test
    void anErrorValueOfAWorkbookThatWasSavedAsTextIsNoName() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Pat Acct No.,Svc Date,CPT4,Bill Amt,Pd Amt,Note",
                "#N/A,10/05/2026,96372,40,30,",
                "#12,10/05/2026,96372,40,30,#REF!");
        assertThat(read.remittance().patientControlNumber()).isEqualTo("#12");
        assertThat(read.rejections())
                .singleElement()
                .hasToString(rejection(2, "Pat Acct No.", "an error value such as #N/A: correct it in the workbook"));
    }

    @Test
    void theHeadOfAPrintedRemittanceIsNotShownInAMessage() {
        assertThatThrownBy(() -> Intake.csv(
                        "Payer,P,Check Number,CK1,Patient,\"SECRETNAME, JOHN\",Member ID,SECRETID1",
                        "b1,2026-10-05,96372,40,30"))
                .hasMessageContaining("'Payer', 'P', 'Check Number', 'CK1', 'Patient', 'Member ID', and")
                .hasMessageContaining("2 texts that may be a patient's data")
                .hasMessageNotContaining("SECRET");
        assertThatThrownBy(
                        () -> Intake.csv("Payer,Check Number,Member ID,10442,Total Due", "b1,2026-10-05,96372,40,30"))
                .hasMessageContaining("2 texts that may be a patient's data")
                .hasMessageNotContaining("10442");
    }

    private static String rejection(long row, String column, String reason) {
        return new Rejection(SourceRef.row("test.csv", null, row), column, reason).toString();
    }

    private static TotalRow total(long row, String column, String stated, String ours) {
        return new TotalRow(SourceRef.row("test.csv", null, row), column, Money.of(stated), Money.of(ours));
    }

    @Test
    void aRestartThatPassesOverGroupsStillComparesTotals() throws UnreadableFileException {
        byte[] file =
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt\nI-1,10/05/2026,96372,35,20\nI-2,10/05/2026,96372,35,20\nTotal,,,70,40"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (FileIntake intake = FileIntake.of(recon.file.InputFiles.ofBytes(file, "test.csv"), Intake.SHIPPED)) {
            intake.next();
            intake.next();
            RowGroup last = intake.next();
            assertThat(last.rows()).hasSize(2);
            assertThat(intake.parse(last).totals()).hasSize(2).allMatch(total -> total.stated()
                    .equals(total.ours()));
            assertThat(intake.next()).isNull();
        }
    }

    @Test
    void oneRowPerAdjustmentIsOneLineWhosePaymentCountsOnce() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Group Code,Reason Code,Adj Amt,Remark Codes",
                "I-1,10/05/2026,96372,35,10.91,CO,45,21.09,",
                "I-1,10/05/2026,96372,35,10.91,PR,2,2.78,N115",
                "I-1,10/05/2026,96372,35,10.91,CO,253,0.22,",
                "I-1,10/05/2026,J3420,12,10,CO,45,1,",
                "I-1,10/05/2026,J3420,12,10,PR,2,1,",
                "Total,,,47,20.91,,,,");
        assertThat(read.remittance().adjustments().toString()).isEqualTo("[CO-45:21.09, PR-2:2.78, CO-253:0.22]");
        assertThat(read.remittance().remarkCodes()).containsExactly("N115");
        assertThat(read.bucketOfEachRow())
                .containsExactly(
                        Bucket.BANNER,
                        Bucket.IN_SCOPE,
                        Bucket.JOINED,
                        Bucket.JOINED,
                        Bucket.OTHER_CODES,
                        Bucket.JOINED,
                        Bucket.TOTAL);
        assertThat(read.sums().paid()).isEqualTo(Money.of("20.91"));
        assertThat(read.totals).allMatch(total -> total.stated().equals(total.ours()));
    }

    @Test
    void rowsOfOneLineAreToldByWhatTheySayHoweverItIsWritten() throws UnreadableFileException {
        Object[] headings = {
            "Patient Control Number",
            "Member ID",
            "Line Control Number",
            "Check Date",
            "Claim Status",
            "Svc Date",
            "CPT4",
            "Modifiers",
            "Units",
            "POS",
            "Bill Amt",
            "Pd Amt",
            "Group Code",
            "Reason Code",
            "Adj Amt"
        };
        Object[][] samples = {
            {1001, "TEST1", "S-1", 46315, 1, 46300, 96372, 59, 1, 2, 60, 25},
            {"1001", "TEST1", "S-1", "10/20/2026", "1", "10/05/2026", "96372", "59", "1.00", "02", "60.00", "$25.00"},
            {" 1001.0", "test1 ", "s\u20131 ", "2026-10-20", "01", "20261005", "96372 ", "59 ", "1", "2", "60", "25.0"}
        };
        Object[][] adjustments = {{"CO", "45", 25}, {"PR", "2", 10}};
        for (Object[] first : samples) {
            for (Object[] second : samples) {
                XSSFWorkbook workbook = new XSSFWorkbook();
                Intake.sheet(
                        workbook,
                        "Payments",
                        headings,
                        joined(first, adjustments[0]),
                        joined(second, adjustments[1]),
                        joined(second, adjustments[0]));
                Intake read = Intake.workbook(workbook);
                assertThat(read.bucketOfEachRow())
                        .as("%s and %s", List.of(first), List.of(second))
                        .containsExactly(Bucket.BANNER, Bucket.IN_SCOPE, Bucket.JOINED, Bucket.IN_SCOPE);
                assertThat(read.remittances().get(0).adjustments().toString()).isEqualTo("[CO-45:25.00, PR-2:10.00]");
                assertThat(read.sums().paid()).isEqualTo(Money.of("50.00"));
            }
        }
    }

    private static Object[] joined(Object[] line, Object[] adjustment) {
        return Stream.concat(Arrays.stream(line), Arrays.stream(adjustment)).toArray();
    }

    @Test
    void rowsThatDifferInOneColumnAreTwoLines() throws UnreadableFileException {
        String headings =
                "ICN,Member ID,Line Control Number,Svc Date,CPT4,Modifiers,Units,POS,Bill Amt,Pd Amt,Group Code,Reason Code,Adj Amt";
        String[] first = {"1001", "TEST1", "S-1", "10/05/2026", "96372", "59", "1", "11", "60", "25", "CO", "45", "25"};
        String[] other = {"01001", "TEST2", "S1", "10/06/2026", "J3420", "XU", "2", "12", "61", "26"};
        for (int column = 0; column < other.length; column++) {
            String[] second = first.clone();
            second[11] = "97";
            second[column] = other[column];
            Intake read = Intake.csv(headings, String.join(",", first), String.join(",", second));
            assertThat(read.buckets()).as(other[column]).doesNotContainKey(Bucket.JOINED);
        }
    }

    @Test
    void aClaimLevelRowGoesToItsLinesHoweverTheirNumbersAreWritten() throws UnreadableFileException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Intake.sheet(
                workbook,
                "Payments",
                new Object[] {
                    "ICN", "Check Number", "Claim Status", "Svc Date", "CPT4", "Bill Amt", "Pd Amt", "Adjustments"
                },
                new Object[] {1001, 77, "4 - Denied", null, null, 35, 0, "CO-29:35.00"},
                new Object[] {"1001 ", "77", 4, 46300, 96372, 35, 0, null});
        Intake read = Intake.workbook(workbook);
        assertThat(read.remittance().adjustments().toString()).isEqualTo("[CO-29:35.00]");
        assertThat(read.rejections()).isEmpty();
    }

    @Test
    void aRowOfALineWhoseAdjustmentCannotBeReadIsRejectedWithoutCountingTheLineAgain() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Group Code,Reason Code,Adj Amt",
                "I-1,10/05/2026,96372,35,20,CO,45,10",
                "I-1,10/05/2026,96372,35,20,PR,2,five");
        assertThat(read.rejections()).hasSize(1);
        assertThat(read.remittances()).hasSize(1);
        assertThat(read.sums().paid()).isEqualTo(Money.of("20"));
    }

    @Test
    void aRowWithAFaultBesideALineInBalanceIsOneOfItsOwnAndItsDollarsCount() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Group Code,Reason Code,Adj Amt",
                "I-1,10/05/2026,96372,35,20,CO,45,15",
                "I-1,10/05/2026,96372,35,20,PR,2,five");
        assertThat(read.rejections()).hasSize(1);
        assertThat(read.sums().paid()).isEqualTo(Money.of("40"));
    }

    @Test
    void rowsPerAdjustmentAreToldByTheFirstNumberThatTheyState() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Patient Control Number,ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Group Code,Reason Code,Adj Amt",
                ",I-1,10/05/2026,96372,40,25,CO,45,10",
                ",I-1,10/05/2026,96372,40,25,PR,2,5",
                "A-2,I-2,10/05/2026,96372,40,25,CO,45,10",
                ",I-2,10/05/2026,96372,40,25,PR,2,5");
        assertThat(read.bucketOfEachRow())
                .containsExactly(Bucket.BANNER, Bucket.IN_SCOPE, Bucket.JOINED, Bucket.IN_SCOPE, Bucket.JOINED);
        assertThat(read.sums().paid()).isEqualTo(Money.of("50.00"));
    }

    @Test
    void thePatientsShareComesOffOnceWhereAReasonWithoutAmountStandsBesideIt() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Pat Resp,adjustments",
                "I-1,10/05/2026,96372,40,20,5,CO-45;PR-2:5.00",
                "I-2,10/05/2026,96372,40,20,5,CO-45");
        assertThat(read.remittances())
                .extracting(line -> line.adjustments().toString())
                .containsExactly("[CO-45:15.00, PR-2:5.00]", "[CO-45:15.00]");
    }

    @Test
    void aTextThatIsWrittenAsAFormulaIsThatTextInEveryColumn() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Line Control Number,Svc Date,CPT4,Bill Amt,Pd Amt",
                "=\"0012\",=\"\",=\"10/05/2026\",=\"96372\",40,25",
                "=\"  \",L1,10/05/2026,96372,40,25");
        assertThat(read.remittance().payerClaimNumber()).isEqualTo("0012");
        assertThat(read.remittance().lineControlNumber()).isNull();
        assertThat(read.bucketOfEachRow()).containsExactly(Bucket.BANNER, Bucket.IN_SCOPE, Bucket.REJECTED);
    }

    @Test
    void aTotalThatAddsTheRepeatedPaymentsUpAsWrittenIsRightToo() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Group Code,Reason Code,Adj Amt",
                "I-1,10/05/2026,96372,35,20,CO,45,10",
                "I-1,10/05/2026,96372,35,20,PR,2,5",
                "Total,,,70,40,,,15");
        assertThat(read.sums().paid()).isEqualTo(Money.of("20"));
        assertThat(read.totals).hasSize(2).allMatch(total -> total.stated().equals(total.ours()));
    }

    @Test
    void aRowThatPaysNothingBelongsToTheLineThatItBringsIntoBalance() throws UnreadableFileException {
        String headings = "ICN,Svc Date,CPT4,Bill Amt,Allwd Amt,Pd Amt,Pat Resp,Group Code,Reason Code,Adj Amt";
        String line = "I-1,10/05/2026,96372,45,30,24,6,CO,45,15";
        for (String more : List.of("45,30,0,6,PR,2,6", "0,0,0,0,PR,2,6", "45,,0,,PR,2,6")) {
            Intake read = Intake.csv(headings, line, "I-1,10/05/2026,96372," + more);
            assertThat(read.remittance().adjustments()).as(more).hasToString("[CO-45:15.00, PR-2:6.00]");
            assertThat(read.bucketOfEachRow()).as(more).containsExactly(Bucket.BANNER, Bucket.IN_SCOPE, Bucket.JOINED);
            assertThat(read.sums().billed()).as(more).isEqualTo(Money.of("45"));
        }
        for (String other :
                List.of("45,0,0,0,CO,97,45", "45,30,0,6,PR,2,5", "45,30,0,6,CO,45,15", "50,30,0,6,PR,2,6")) {
            assertThat(Intake.csv(headings, line, "I-1,10/05/2026,96372," + other)
                            .remittances())
                    .as(other)
                    .hasSize(2);
        }
    }

    @Test
    void aRowThatStandsApartFromTheLineThatItBringsIntoBalanceIsRejected() throws UnreadableFileException {
        String headings = "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Pat Resp,Group Code,Reason Code,Adj Amt";
        for (String share : List.of("", "6")) {
            for (List<String> order : List.of(List.of("CO,45,15", "PR,2,6"), List.of("PR,2,6", "CO,45,15"))) {
                Intake read = Intake.csv(
                        headings,
                        "I-1,10/05/2026,96372,45,24," + share + "," + order.get(0),
                        "I-2,10/05/2026,96372,45,24," + share + "," + order.get(0),
                        "I-1,10/05/2026,96372,45,24," + share + "," + order.get(1),
                        "I-2,10/05/2026,96372,45,24," + share + "," + order.get(1),
                        "I-3,10/05/2026,96372,45,24," + share + "," + order.get(0),
                        "I-3,10/05/2026,96372,45,24," + share + "," + order.get(1));
                assertThat(read.remittances()).hasSize(3);
                assertThat(read.sums().paid()).isEqualTo(Money.of("72"));
                assertThat(read.rejections())
                        .extracting(Rejection::reason)
                        .satisfiesExactly(
                                first -> assertThat(first)
                                        .contains("the line in row 2")
                                        .contains("sort the rows by claim"),
                                second -> assertThat(second).contains("the line in row 3"));
            }
        }
        Intake others = Intake.csv(
                headings,
                "I-1,10/05/2026,96372,45,24,,CO,45,15",
                "I-2,10/05/2026,96372,45,24,,CO,45,15",
                "I-1,10/05/2026,96372,45,24,,PR,2,5",
                "I-2,10/05/2026,96372,45,24,,CO,45,15",
                "I-1,10/06/2026,96372,45,24,,PR,2,6",
                "I-3,10/05/2026,96372,45,24,6,CO,45,15",
                "I-4,10/05/2026,96372,45,24,6,CO,45,15",
                "I-3,10/05/2026,96372,45,24,6,CO,45,15");
        assertThat(others.rejections()).isEmpty();
    }

    @Test
    void twoLinesAlikeWithTheirAdjustmentsEachStayTwo() throws UnreadableFileException {
        for (List<String> order : List.of(
                List.of("CO,45,10", "PR,2,5", "CO,45,10", "PR,2,5"),
                List.of("CO,45,10", "CO,45,10", "PR,2,5", "PR,2,5"))) {
            List<String> lines = new java.util.ArrayList<>();
            lines.add("ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Group Code,Reason Code,Adj Amt");
            order.forEach(adjustment -> lines.add("I-1,10/05/2026,96372,35,20," + adjustment));
            Intake read = Intake.csv(lines.toArray(String[]::new));
            assertThat(read.remittances()).hasSize(2);
            assertThat(read.remittances()).allMatch(line -> line.adjustments().size() == 2);
            assertThat(read.sums().paid()).isEqualTo(Money.of("40"));
        }
    }

    @Test
    void twoLinesAlikeThatBalanceWithOneAdjustmentEachStayTwo() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Group Code,Reason Code,Adj Amt",
                "I-1,10/05/2026,96372,35,20,CO,45,15",
                "I-1,10/05/2026,96372,35,20,PI,45,15");
        assertThat(read.remittances()).hasSize(2);
    }

    @Test
    void twoLinesAlikeThatBalanceWithThePatientsShareOfItsColumnStayTwo() throws UnreadableFileException {
        String headings = "ICN,Svc Date,CPT4,Bill Amt,Allwd Amt,Pd Amt,CoIns Amt,Reason Code,Adj Amt";
        Intake twoLines = Intake.csv(
                headings, "I-1,10/05/2026,96372,50,30,20,10,CO-45,20", "I-1,10/05/2026,96372,50,30,20,10,CO-131,20");
        assertThat(twoLines.remittances()).hasSize(2);
        assertThat(twoLines.sums().paid()).isEqualTo(Money.of("40"));

        for (List<String> order : List.of(List.of("CO-45,20", "PR-2,10"), List.of("PR-2,10", "CO-45,20"))) {
            Intake oneLine = Intake.csv(
                    headings,
                    "I-1,10/05/2026,96372,50,30,20,10," + order.get(0),
                    "I-1,10/05/2026,96372,50,30,20,10," + order.get(1));
            assertThat(oneLine.remittance().adjustments())
                    .as("the share is said twice")
                    .hasSize(2);
        }
    }

    @Test
    void aRowThatBalancesAloneIsNoPartOfALineThatDoesNotBalance() throws UnreadableFileException {
        String headings = "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Group Code,Reason Code,Adj Amt";
        Intake twoLines =
                Intake.csv(headings, "I-1,10/05/2026,96372,35,20,CO,45,10", "I-1,10/05/2026,96372,35,20,CO,97,15");
        assertThat(twoLines.remittances()).hasSize(2);

        Intake oneLine =
                Intake.csv(headings, "I-1,10/05/2026,96372,35,20,CO,253,0", "I-1,10/05/2026,96372,35,20,CO,45,15");
        assertThat(oneLine.remittance().adjustments()).hasToString("[CO-253:0.00, CO-45:15.00]");
    }

    @Test
    void oneRowPerReasonWithoutAmountsIsOneLineWhosePaymentCountsOnce() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Allwd Amt,Pd Amt,Reason Code",
                "I-1,10/05/2026,96372,50,30,20,CO-45",
                "I-1,10/05/2026,96372,50,30,20,PR-2",
                "I-1,10/05/2026,96372,50,30,20,CO-45",
                "I-1,10/05/2026,96372,50,30,20,PR-2",
                "I-2,10/05/2026,J3420,12,11,10,CO-45",
                "I-2,10/05/2026,J3420,12,11,10,see note",
                "I-2,10/05/2026,J3420,12,11,10,PR-2",
                "Total,,,124,82,60,");
        assertThat(read.bucketOfEachRow())
                .containsExactly(
                        Bucket.BANNER,
                        Bucket.IN_SCOPE,
                        Bucket.JOINED,
                        Bucket.IN_SCOPE,
                        Bucket.JOINED,
                        Bucket.OTHER_CODES,
                        Bucket.OTHER_CODES,
                        Bucket.JOINED,
                        Bucket.TOTAL);
        assertThat(read.remittances())
                .extracting(line -> line.adjustments().toString())
                .containsOnly("[CO-45:20.00, PR-2:10.00]");
        assertThat(read.sums().paid()).isEqualTo(Money.of("60"));
    }

    @Test
    void reasonsAndGroupsMayStandWithTheirDescriptions() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Allwd Amt,Pd Amt,Group Code,CARC",
                "I-1,10/05/2026,96372,50,30,30,CO - Contractual Obligation,45 - Charge exceeds fee schedule",
                "I-2,10/05/2026,96372,50,0,0,Contractual Obligations,97",
                "I-3,10/05/2026,96372,50,30,30,,CO-45 Charge exceeds fee schedule",
                "I-4,10/05/2026,96372,50,30,30,Commercial,45");
        assertThat(read.remittances())
                .extracting(line -> line.adjustments().toString())
                .containsExactly("[CO-45:20.00]", "[CO-97:50.00]", "[CO-45:20.00]");
        assertThat(read.rejections()).extracting(Rejection::column).containsExactly("Group Code");
    }

    @Test
    void aGroupThatIsNotUnderstoodIsToldFromOneThatIsNotThere() throws UnreadableFileException {
        String headings = "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Group Code,CARC";
        assertThat(Intake.csv(headings, "I-1,10/05/2026,96372,50,30,Write-off,45")
                        .rejections())
                .singleElement()
                .hasToString(
                        rejection(
                                2,
                                "Group Code",
                                "not an adjustment's group: CO, PR, OA, PI or CR, or a name such as Contractual Obligation: correct it, or leave the column out with 'ignore' in a profile if it is of something else"));
        assertThat(Intake.csv(headings, "I-1,10/05/2026,96372,50,30,,45").rejections())
                .singleElement()
                .hasToString(rejection(2, "CARC", "an adjustment whose group (CO, PR, OA, PI) is blank: fill it in"));
        assertThat(Intake.csv(headings.replace("Group Code,", ""), "I-1,10/05/2026,96372,50,30,45")
                        .rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).contains("add a column for it"));
    }

    @Test
    void oneColumnAndOneTextAreCountedAsOne() {
        assertThatThrownBy(() -> Intake.csv("Remittance", "one")).hasMessageContaining("first rows (1 column):");
    }

    @Test
    void theWordsOfPracticeSystemsAreKnownInBothKindsOfFile() throws UnreadableFileException {
        Intake payments = Intake.csv(
                "Enc Nbr,Service Date,CPT4 Code,Charged,Insurance Payments,Remit Check #",
                "E-1,10/05/2026,96372,50,30,C1");
        assertThat(payments.remittance().patientControlNumber()).isEqualTo("E-1");
        assertThat(payments.remittance().billed()).isEqualTo(Money.of("50"));
        assertThat(payments.remittance().paid()).isEqualTo(Money.of("30"));
        assertThat(payments.remittance().checkNumber()).isEqualTo("C1");
        for (String submitted : List.of("Submit Date", "Claim Filed Date")) {
            Intake claims = Intake.csv(
                    "Enc Nbr,Service Date,CPT4 Code,Charged," + submitted, "E-1,10/05/2026,96372,50,10/07/2026");
            assertThat(claims.claim().submitted()).isEqualTo("2026-10-07");
        }
    }

    @Test
    void aHeadingThatDescribesAReasonIsNoColumnOfItsAmounts() {
        assertThat(ColumnMapper.adjustment("CO-45")).isNotNull();
        assertThat(ColumnMapper.adjustment("PR1 Day")).isNull();
    }

    @Test
    void reasonsOfOneLineThatNobodyCanTellApartRejectItAndItsDollarsCountOnce() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Reason Code",
                "I-1,10/05/2026,96372,50,20,CO-45",
                "I-1,10/05/2026,96372,50,20,PR-2");
        assertThat(read.bucketOfEachRow()).containsExactly(Bucket.BANNER, Bucket.REJECTED, Bucket.JOINED);
        assertThat(read.rejections().get(0).reason()).contains("several adjustments without their amounts");
        assertThat(read.sums().paid()).isEqualTo(Money.of("20"));
    }

    @Test
    void rowsOfTheSameReasonOrOfNoneAreLinesOfTheirOwn() throws UnreadableFileException {
        String headings = "ICN,Svc Date,CPT4,Bill Amt,Allwd Amt,Pd Amt,Reason Code";
        for (List<String> reasons : List.of(List.of("CO-45", "CO-45"), List.of("", "CO-45"), List.of("CO-45", ""))) {
            Intake read = Intake.csv(
                    headings,
                    "I-1,10/05/2026,96372,50,30,30," + reasons.get(0),
                    "I-1,10/05/2026,96372,50,30,30," + reasons.get(1));
            assertThat(read.remittances()).as(reasons.toString()).hasSize(2);
        }
    }

    @Test
    void aRowWhoseAmountIsBlankGoesOnWithTheLine() throws UnreadableFileException {
        for (List<String> order : List.of(List.of("CO-45,20", "PR-2,"), List.of("CO-45,", "PR-2,10"))) {
            Intake read = Intake.csv(
                    "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Reason Code,Adj Amt",
                    "I-1,10/05/2026,96372,50,20," + order.get(0),
                    "I-1,10/05/2026,96372,50,20," + order.get(1));
            assertThat(read.remittance().adjustments()).hasToString("[CO-45:20.00, PR-2:10.00]");
        }
    }

    @Test
    void aClaimLevelRowGoesToItsLinesBeforeOrBehindIt() throws UnreadableFileException {
        String headings = "ICN,Claim Status,Svc Date,CPT4,Bill Amt,Pd Amt,Adjustments,Remark Codes";
        String claim = "I-1,4,,,45,0,CO-29:45.00,MA130";
        String first = "I-1,,10/05/2026,96372,35,0,,";
        String second = "I-1,,10/05/2026,J3420,10,0,,";
        for (List<String> order :
                List.of(List.of(headings, claim, first, second), List.of(headings, first, second, claim))) {
            Intake read = Intake.csv(order.toArray(String[]::new));
            assertThat(read.remittance().adjustments().toString()).isEqualTo("[CO-29:35.00]");
            assertThat(read.remittance().claimStatus()).isEqualTo("4");
            assertThat(read.remittance().remarkCodes()).containsExactly("MA130");
            assertThat(read.buckets())
                    .containsEntry(Bucket.JOINED, 1)
                    .containsEntry(Bucket.IN_SCOPE, 1)
                    .containsEntry(Bucket.OTHER_CODES, 1);
            assertThat(read.sums().billed()).isEqualTo(Money.of("45"));
        }
    }

    @Test
    void claimLevelMoneyIsAllottedToTheCent() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Claim Status,Svc Date,CPT4,Bill Amt,Pd Amt,Adjustments",
                "I-1,1,,,100,10,CO-45:60.00;PR-2:30.00",
                "I-1,1,10/05/2026,96372,33.33,0,",
                "I-1,1,10/05/2026,96372,33.33,10,",
                "I-1,1,10/05/2026,96372,33.34,0,");
        for (var line : read.remittances()) {
            Money adjusted = Money.ZERO;
            for (var adjustment : line.adjustments()) {
                adjusted = adjusted.plus(adjustment.amount());
            }
            assertThat(line.billed().minus(adjusted)).isEqualTo(line.paid());
        }
        assertThat(read.remittances().stream()
                        .flatMap(line -> line.adjustments().stream())
                        .filter(adjustment -> adjustment.hasCarc("45"))
                        .map(adjustment -> adjustment.amount())
                        .reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.of("60"));
    }

    @Test
    void anAdjustmentThatFitsOneLineGoesToItWhole() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Claim Status,Svc Date,CPT4,Bill Amt,Pd Amt,Adjustments",
                "I-1,1,,,55,0,CO-97:20.00;CO-29:35.00",
                "I-1,1,10/05/2026,96372,35,0,",
                "I-1,1,10/05/2026,20610,20,0,");
        assertThat(read.remittance().adjustments().toString()).isEqualTo("[CO-29:35.00]");
    }

    @Test
    void aClaimLevelAdjustmentThatTheLinesAlreadyStateIsNotTakenTwice() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Claim Status,Svc Date,CPT4,Bill Amt,Pd Amt,Adjustments",
                "I-1,2,,,35,5,OA-23:30.00",
                "I-1,2,10/05/2026,96372,35,5,OA-23:30.00");
        assertThat(read.remittance().adjustments()).hasSize(1);
        assertThat(read.remarks)
                .hasSize(1)
                .first()
                .asString()
                .contains("test.csv row 2")
                .contains("$30.00");
    }

    @Test
    void aRowWithoutCodeThatIsNoClaimLevelRowIsRejected() throws UnreadableFileException {
        Intake read = Intake.csv(
                "ICN,Claim Status,Svc Date,CPT4,Bill Amt,Pd Amt,Adjustments",
                "I-1,,10/05/2026,,35,5,CO-45:30.00",
                "I-2,4,,,35,0,CO-29:35.00");
        assertThat(read.rejections().stream().map(rejection -> rejection.reason()))
                .containsExactly(
                        "blank, but needed: fill it in, or take the row out if it is no line",
                        "claim level (no procedure code), and no line of its claim stands beside it: sort the file by claim number");
        assertThat(read.sums().billed()).isEqualTo(Money.of("70"));
    }

    @Test
    void aPlainClaimNumberIsThePracticesInClaimsAndThePayersInRemittances() throws UnreadableFileException {
        assertThat(Intake.csv("Claim Number,DOS,CPT,Charge", "C-1,10/05/2026,96372,35")
                        .claim()
                        .patientControlNumber())
                .isEqualTo("C-1");
        Intake remittance = Intake.csv("Claim Number,DOS,CPT,Billed,Paid", "C-1,10/05/2026,96372,35,20");
        assertThat(remittance.remittance().payerClaimNumber()).isEqualTo("C-1");
        assertThat(remittance.plan().note()).contains("taken as payer_claim_number");
    }

    @Test
    void aClaimsExportWithAPaymentColumnStaysAClaimsExport() throws UnreadableFileException {
        assertThat(Intake.csv(
                                "Pat Acct No.,DOS,CPT,Charge,Paid,Submitted Date,Diagnoses",
                                "A-1,10/05/2026,96372,35,0,10/07/2026,E53.8")
                        .kind)
                .isEqualTo(FileKind.CLAIMS);
    }

    @Test
    void whatWouldDoForClaimsAndForRemittancesIsWhatItsFolderIsFor() throws UnreadableFileException {
        String[] portal = {
            "Payer,Pat Acct No.,TCN,Line No,DOS,Procedure,NDC,Diagnosis Code,Billed Amount,Paid Amount",
            "Testcare,A-1,T-1,1,10/05/2026,96372,,E538,40.00,18.00"
        };
        String[] charges = {
            "Encounter Number,Insurance,DOS,CPT,Charge,Insurance Paid,Copay,Balance",
            "A-1,Testcare,10/05/2026,96372,40.00,0.00,0.00,40.00"
        };
        for (String[] either : List.of(portal, charges)) {
            assertThat(Intake.csvBelow(FileKind.REMITTANCES, either).remittances())
                    .hasSize(1);
            Intake claims = Intake.csvBelow(FileKind.CLAIMS, either);
            assertThat(claims.claims()).hasSize(1);
            assertThat(String.valueOf(claims.plan().note())).doesNotContain("it lies below");
            assertThat(Intake.csv(either).plan().note())
                    .contains("its headings would do for claims and for remittances");
        }
    }

    @Test
    void whatIsClearlyOfOneKindIsReadAsThatInTheOtherFolderTooAndThePlanSaysSo() throws UnreadableFileException {
        Intake payments = Intake.csvBelow(
                FileKind.CLAIMS,
                "Check #,Check Date,Acct #,DOS,CPT,Billed,Allowed,Paid",
                "C-1,10/20/2026,A-1,10/05/2026,96372,40.00,30.00,30.00");
        assertThat(payments.remittances()).hasSize(1);
        assertThat(payments.plan().note())
                .contains("it lies below claims/ but is read as remittances, which it is by its content");
        Intake claims = Intake.csvBelow(
                FileKind.REMITTANCES,
                "Pat Acct No.,Line No,DOS,CPT,Charge,Paid,Submitted Date,Diagnoses,Drug",
                "A-1,1,10/05/2026,96372,40.00,0.00,10/07/2026,E538,B12");
        assertThat(claims.claims()).hasSize(1);
        assertThat(claims.plan().note()).contains("it lies below remittances/ but is read as claims");
    }

    @Test
    void aColumnThatRemittancesHaveTooLeavesAClaimsExportWhatItIs() throws UnreadableFileException {
        for (String column : List.of("Claim Status", "Copay", "Allowed")) {
            String[] export = {"Pat Acct No.,DOS,CPT,Charge," + column, "A-1,10/05/2026,96372,40.00,1"};
            assertThat(Intake.csvBelow(FileKind.CLAIMS, export).claims())
                    .as(column)
                    .hasSize(1);
            assertThatThrownBy(() -> Intake.csvBelow(FileKind.REMITTANCES, export))
                    .as("the payments of a remittance may stand below a heading that is not known")
                    .hasMessageContaining("row 1 has headings, but by them or by its folder it is one of remittances"
                            + " (claims belong below claims/), and for remittances it lacks paid; there are:");
        }
        assertThat(Intake.csv("Pat Acct No.,DOS,CPT,Charge,Claim Status", "A-1,10/05/2026,96372,40.00,Billed")
                        .claims())
                .hasSize(1);
        assertThatThrownBy(() -> Intake.csvBelow(
                        FileKind.CLAIMS,
                        "Check #,Check Date,Acct #,DOS,CPT,Billed,Allowed,Net",
                        "C-1,10/20/2026,A-1,10/05/2026,96372,40.00,30.00,30.00"))
                .hasMessageContaining("for remittances it lacks paid");
    }

    @Test
    void paymentsAmongRemittancesBelowHeadingsThatAreNotKnownAreNoClaims() throws UnreadableFileException {
        for (String[] report : new String[][] {
            {
                "Encounter Number,Service Date,Procedure Code,Charges,Insurance Name,Ins Allowed,Primary Insurance Payment",
                "A-1,10/05/2026,96372,45.00,Testcare,30.00,30.00"
            },
            {"Account,Date of Service,CPT,Billed,Net", "A-1,10/05/2026,96372,45.00,30.00"},
            {
                "Account,Line No,DOS,CPT,Dx,Billed,Ins1 Paid,Ins2 Paid,Ins1 Company",
                "A-1,1,10/05/2026,96372,E538,45.00,24.00,6.00,Testcare"
            },
            {"Account,DOS,CPT,Dx,Charge,Insurance Pmts", "A-1,10/05/2026,96372,E538,45.00,30.00"}
        }) {
            assertThatThrownBy(() -> Intake.csvBelow(FileKind.REMITTANCES, report))
                    .as(report[0])
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageContaining("for remittances it lacks paid");
            assertThat(Intake.csvBelow(FileKind.CLAIMS, report).claims())
                    .as(report[0])
                    .hasSize(1);
        }
        for (String more :
                List.of("Units", "Patient Paid", "Copay Payment", "Remit Address", "Payment Plan", "Prepaid")) {
            String[] charges = {"Acct #,Line No,DOS,CPT,Charge,Dx," + more, "A-1,1,10/05/2026,96372,40.00,E538,1"};
            Intake claims = Intake.csvBelow(FileKind.REMITTANCES, charges);
            assertThat(claims.claims()).as(more).hasSize(1);
            assertThat(claims.plan().note()).contains("it lies below remittances/ but is read as claims");
        }
        assertThat(String.valueOf(Intake.csv("Acct #,DOS,CPT,Charge", "A-1,10/05/2026,96372,40.00")
                        .plan()
                        .note()))
                .doesNotContain("would do for claims and for remittances");
    }

    @Test
    void whatTheInsurerPaidIsReadWhereThePlainPaymentHoldsThePatientsToo() throws UnreadableFileException {
        Intake both = Intake.csv(
                "Acct,DOS,CPT,Charge,Paid,Insurance Paid,Patient Paid", "A-1,10/05/2026,96372,45.00,24.00,12.00,12.00");
        assertThat(both.remittance().paid()).isEqualTo(Money.of("12.00"));
        assertThat(both.plan().note()).contains("'Insurance Paid' is read, not 'Paid'");
        assertThat(Intake.csv(
                                "Acct,DOS,CPT,Charge,Payer Paid,Payment Amount,Pt Pmt",
                                "A-1,10/05/2026,96372,45.00,12.00,24.00,12.00")
                        .remittance()
                        .paid())
                .isEqualTo(Money.of("12.00"));
        for (String beside : List.of("Balance", "Patient Paid Date", "Patient Resp")) {
            assertThat(Intake.csv(
                                    "Acct,DOS,CPT,Charge,Paid,Insurance Paid," + beside,
                                    "A-1,10/05/2026,96372,45.00,24.00,12.00,")
                            .remittance()
                            .paid())
                    .as(beside)
                    .isEqualTo(Money.of("24.00"));
        }
    }

    @Test
    void aSectionOfPaymentsBelowClaimsIsNotReadAsClaims() {
        assertThatThrownBy(() -> Intake.csvBelow(
                        FileKind.CLAIMS,
                        "Acct #,DOS,CPT,Charge",
                        "A-1,10/05/2026,96372,40.00",
                        "Acct #,DOS,CPT,Billed,Paid",
                        "A-2,10/05/2026,96372,40.00,30.00"))
                .hasMessageContaining("row 3 has other headings than row 1");
    }
}
