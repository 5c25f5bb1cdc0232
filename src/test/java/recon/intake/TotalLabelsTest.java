package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import recon.claim.Bucket;
import recon.claim.Rejection;
import recon.file.UnreadableFileException;

/** Which rows are totals, and which only hold a text that begins like one. */
class TotalLabelsTest {

    @Test
    void aRemarkOnAClaimLevelDenialIsNoLabel() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Acct #,Claim Status,DOS,CPT,Billed,Allowed,Paid,Adjustments,Comment",
                "A-1,4,10/05/2026,96372,40.00,0.00,0.00,,",
                "A-1,4,,,40.00,0.00,0.00,CO-16:40.00,Total claim denied");
        assertThat(read.remittance().adjustments()).hasToString("[CO-16:40.00]");
        assertThat(read.totals).isEmpty();
    }

    @Test
    void aRowOfAClaimIsNoTotalForATextInAColumnThatIsNotRead() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Facility,Acct #,DOS,CPT,Billed,Paid,Comment",
                "Total Wellness Clinic,A-1,10/05/2026,,40.00,30.00,",
                "Main Street,A-2,,,40.00,0.00,Total claim denied",
                "Main Street,A-3,10/05/2026,,40.00,0.00,Denied in total",
                "Main Street,A-4,10/05/2026,96372,40.00,30.00,");
        assertThat(read.rejections())
                .extracting(Rejection::reason)
                .containsOnly("blank, but needed: fill it in, or take the row out if it is no line")
                .hasSize(3);
        assertThat(read.remittances()).hasSize(1);
    }

    @Test
    void aTotalIsToldByItsLabelWhereverItStands() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Comment,Patient,Acct #,DOS,CPT,Billed,Paid",
                ",\"SAMPLE, TEST\",A-1,10/05/2026,96372,40.00,30.00",
                ",Claim Total,A-1,,,40.00,30.00",
                ",Patient total:,A-1,,,40.00,30.00",
                ",,Total for A-1,,,40.00,30.00",
                "Total of Testcare,,,,,40.00,30.00",
                "Check total,,A-1,,,40.00,30.00",
                "Total,,A-1,,,40.00,30.00");
        assertThat(read.buckets()).containsEntry(Bucket.TOTAL, 6).containsEntry(Bucket.IN_SCOPE, 1);
        assertThat(read.totals).hasSize(12).allMatch(total -> total.stated().equals(total.ours()));
    }
}
