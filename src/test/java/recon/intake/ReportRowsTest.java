package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.file.UnreadableFileException;

/** What a report has beside its lines is counted as banner; what may be part of a line is rejected. */
class ReportRowsTest {

    private static final String HEADINGS =
            "Acct #,Patient,Svc Date,CPT,Mods,Units,Billed,Allowed,Paid,CARC,Check #,Check Date,Note";

    private static final String LINE = "A-1,\"TEST, SAMPLE\",10/05/2026,96372,,1,50,30,30,CO-45,CK1,10/20/2026,";

    private static Intake read(String row) throws UnreadableFileException {
        return Intake.csv(HEADINGS, LINE, row, LINE.replace("A-1", "A-2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Printed 11/01/2026 08:12 AM,,,,,,,,,,,,Page 1 of 1",
                "Printed: 11/01/2026,,,,,,,,Page 1 of 1,,,,",
                "User: test,,,Run: 11/01/2026 08:12,,,,,,,,,",
                "Count,2,,,,,,,,,,,",
                "Payer,All,,,,,,,,,,,",
                "Date Range,10/01/2026 - 10/31/2026,,,,,,,,,,,",
                "Selection Criteria:,,,,,,,,,,,,",
                "Payer: Testcare,ID 12345,,,,,,,,,,,",
                "Payer:,Testcare,Check #:,CK0008,Check Date:,10/20/2026,,,,,,,",
                "CO-45,Charge exceeds fee schedule,,,,,,,,,,,",
                "CO-45 Charge exceeds fee schedule,,,,,,,,,,,,",
                "CONFIDENTIAL,,,,,,,,,,,,",
                "2 records,,,,,,,,,,,,",
                "Record Count: 2,,,,,,,,,,,,",
                "-- 1 of 1 --,,,,,,,,,,,,",
                "11/01/2026 08:12:33,,,,,,,,,,,,",
                "\u00a9 2026 Testsoft Inc.,,,,,,,,,,,,",
                "https://portal.example.org/remit?page=12,,,,,,,,,,,,",
                ",,,,,,,,,,CK1,10/20/2026,",
                "(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13)",
                "1,2,3,4,5,6,7,8,9,10,11,12,13"
            })
    void aRowThatHasNothingOfALineIsBanner(String row) throws UnreadableFileException {
        Intake read = read(row);
        assertThat(read.bucketOfEachRow())
                .containsExactly(Bucket.BANNER, Bucket.IN_SCOPE, Bucket.BANNER, Bucket.IN_SCOPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A-1,,,,,,,,,,,,",
                "1001,,,,,,,,,,,,",
                "A-1,\"TEST, SAMPLE\",,,,,,,,,,,",
                "A-1,\"TEST, SAMPLE\",,,,,,,,,CK1,10/20/2026,",
                ",\"TEST, SAMPLE\",,,,,,,,,CK1,10/20/2026,",
                "TESTSAM,\"TEST, SAMPLE\",,,,,,,,,,,",
                "TEST 1001,,,,,,,,,,,,",
                "A-1,,,,,,,,30,,,,",
                ",,,,,,50,30,30,,,,",
                "A-1,,,,,2,,,,,,,",
                "A-1,,,99213,,,,,,,,,",
                "Average,,,,,,50,30,30,,,,",
                "Check Amount,,,,,,,,30,,,,",
                ",,,,,,,,,CO-45 Charge exceeds fee schedule,,,",
                ",,,,,,,,,,50,30,24",
                ",,,,,,,,,,CK1,,24.00",
                "A-1 10/05/2026,,,,,,,,,,,,",
                "WO,,,,,,,,,,CK1,,-10.00",
                "Code:,96372,,,,,,,,,,,",
                "Paid: 24.00,,,,,,,,Paid: 24.00,,,,",
                "See below,,,,,,,,,,,,,beyond the last heading",
                "I:A1,,,,,,,,,,,,"
            })
    void aRowThatMayBePartOfALineIsRejected(String row) throws UnreadableFileException {
        Intake read = read(row);
        assertThat(read.bucketOfEachRow())
                .containsExactly(Bucket.BANNER, Bucket.IN_SCOPE, Bucket.REJECTED, Bucket.IN_SCOPE);
    }

    @Test
    void hintsBelowTheHeadingsAreBannerAndNowhereElse() throws UnreadableFileException {
        String hints = "text,\"Last, First\",mm/dd/yyyy,5 chars,2 chars,#,$,$,$,text,text,mm/dd/yyyy,";
        assertThat(Intake.csv(HEADINGS, hints, LINE).bucketOfEachRow())
                .containsExactly(Bucket.BANNER, Bucket.BANNER, Bucket.IN_SCOPE);
        assertThat(Intake.csv(HEADINGS, LINE, hints).bucketOfEachRow())
                .containsExactly(Bucket.BANNER, Bucket.IN_SCOPE, Bucket.REJECTED);
        assertThat(Intake.csv(HEADINGS, hints.replaceFirst("\\$", "45"), LINE).bucketOfEachRow())
                .containsExactly(Bucket.BANNER, Bucket.REJECTED, Bucket.IN_SCOPE);
    }

    @Test
    void aClaimsHeaderOfAWordAloneIsNoNote() throws UnreadableFileException {
        Intake read = Intake.csvBelow(FileKind.CLAIMS, "Acct #,Payer,Insured ID,Patient", "TESTSAM,Testcare,,");
        assertThat(read.bucketOfEachRow()).doesNotContain(Bucket.IN_SCOPE).hasSize(2);
        assertThat(read.bucketOfEachRow().get(1)).isNotEqualTo(Bucket.BANNER);
    }

    @Test
    void theFileSaysHowManySuchRowsItHas() throws UnreadableFileException {
        List<String> rows = new ArrayList<>(List.of(HEADINGS, LINE));
        rows.add("Printed 11/01/2026,,,,,,,,,,,,Page 1 of 1");
        rows.add("*** End of report ***,,,,,,,,,,,,");
        rows.add("Count,1,,,,,,,,,,,");
        assertThat(Intake.csv(rows.toArray(String[]::new)).remarks)
                .containsExactly(
                        "test.csv row 3: this row and 1 more below the headings: no line, since no claim's number, code, date or amount of a line stands there; see that this is right");
        assertThat(Intake.csv(HEADINGS, LINE).remarks).isEmpty();
    }
}
