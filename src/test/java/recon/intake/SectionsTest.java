package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.claim.Bucket;
import recon.claim.Money;
import recon.file.InputFiles;
import recon.file.UnreadableFileException;

/** Headings that come again below the lines, and rows above and below them that look like others. */
class SectionsTest {

    private static final String HEADINGS = "Acct #,DOS,CPT,Billed,Allowed,Paid";
    private static final String LINE = "A-1,10/05/2026,96372,50.00,30.00,24.00";

    private static void assertRefused(String headings, String line, String second) {
        assertThatThrownBy(() -> Intake.csv(headings, line, second, line))
                .as(second)
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("test.csv: row 3 has other headings than row 1, and the rows below it would be read in the"
                        + " wrong columns: put each table into a file or sheet of its own");
    }

    @Test
    void headingsThatMovedOnTheNextPageAreNoRepeatedHeadings() {
        assertRefused(
                "Acct #,DOS,CPT,Billed,Paid,Deductible,Coinsurance",
                "A-1,10/05/2026,96372,50,20,0,10",
                "Acct #,DOS,CPT,Billed,Paid,,Deductible,Coinsurance");
        assertRefused(HEADINGS, LINE, "," + HEADINGS);
        assertRefused(HEADINGS, LINE, "Acct #,DOS,CPT,Billed,Allowed,,Paid");
    }

    @Test
    void ofHeadingsThatAreAdjustmentsTheNumbersCount() {
        String headings = "Payer,Acct #,DOS,CPT,Billed,Paid,CO-45,PR-1";
        String line = "Testcare,A-1,10/05/2026,96372,50,20,20,10";
        assertRefused(headings, line, "Payer,Acct #,DOS,CPT,Billed,Paid,CO-50,PR-1");
        assertRefused(headings, line, "Payer,Acct #,DOS,CPT,Billed,Paid,CO-253,PR-3");
        assertRefused(headings, line, "Payer,Acct #,DOS,CPT,Billed,Paid,PR-1,CO-45");
    }

    @Test
    void aPageNumberBesideRepeatedHeadingsDoesNotCount() throws UnreadableFileException {
        Intake read = Intake.csv(HEADINGS + ",Page 1 of 2", LINE, HEADINGS + ",Page 2 of 2", LINE, HEADINGS, LINE);
        assertThat(read.remittances()).hasSize(3);
        assertThat(read.bucketOfEachRow().subList(2, 4)).containsExactly(Bucket.REPEATED_HEADING, Bucket.IN_SCOPE);
    }

    @Test
    void aSecondSectionIsRefusedWhereAnyColumnThatIsReadHasAnotherHeading() {
        String headings = "Payer,Acct #,DOS,CPT,Billed,Paid,Coinsurance,Check Date";
        String line = "Testcare,A-1,10/05/2026,96372,50.00,20.00,10.00,10/20/2026";
        assertRefused(headings, line, headings.replace("Coinsurance", "Interest"));
        assertRefused(headings, line, headings.replace("Check Date", "Process Date"));
        assertRefused(headings, line, headings.replace("Billed", "Total Charge"));
        assertRefused(HEADINGS, LINE, "Acct #,Date,Code,Billed,Paid,Allowed");
        assertRefused(HEADINGS, LINE, "Whose,Date,Code,Billed,Paid,Allowed");
    }

    @Test
    void aSecondSectionWithOtherWordsForTheSameColumnsIsRead() throws UnreadableFileException {
        Intake read = Intake.csv(
                HEADINGS + ",Modifiers,,Note",
                LINE + ",59,LT,",
                "Acct #,Date of Service,CPT Code,Billed,Allowed,Paid,Modifiers,Mod 2,Remark",
                LINE + ",59,LT,");
        assertThat(read.remittances()).hasSize(2);
    }

    @Test
    void sectionsOfTablesSideBySideAreToldToo() {
        String swapped = "Acct #,DOS,CPT,Billed,Paid,Allowed";
        assertRefused(HEADINGS + ",," + HEADINGS, LINE + ",," + LINE, swapped + ",," + swapped);
        assertRefused(HEADINGS + ",," + HEADINGS, LINE + ",," + LINE, HEADINGS + ",," + swapped);
    }

    @Test
    void repeatedHeadingsOfTablesSideBySideAreRepeatedHeadings() throws UnreadableFileException {
        String both = HEADINGS + ",," + HEADINGS;
        Intake read = Intake.csv(both, LINE + ",," + LINE, both, LINE + ",," + LINE);
        assertThat(read.buckets()).containsEntry(Bucket.REPEATED_HEADING, 2).containsEntry(Bucket.IN_SCOPE, 4);
    }

    @Test
    void aSecondSectionIsToldByTheHeadingsOfTheProfileToo(@TempDir Path folder)
            throws IOException, UnreadableFileException {
        Files.writeString(folder.resolve("x.yaml"), """
                name: own-words
                kind: remittances
                match: [Konto, Leistung]
                columns: {patient_control_number: Konto, service_date: Tag, procedure_code: Leistung, billed: Betrag A, allowed: Betrag B, paid: Betrag C}
                """);
        Profiles profiles = Profiles.in(folder);
        String headings = "Konto,Tag,Leistung,Betrag A,Betrag B,Betrag C\n";
        String second = "Konto,Tag,Leistung,Betrag A,Betrag C,Betrag B\n";
        assertThat(Intake.of(bytes(headings + LINE + "\n" + headings + LINE), profiles)
                        .remittances())
                .hasSize(2);
        assertThatThrownBy(() -> Intake.of(bytes(headings + LINE + "\n" + second + LINE), profiles))
                .hasMessageContaining("row 3 has other headings than row 1");
    }

    private static recon.file.InputFile bytes(String text) throws UnreadableFileException {
        return InputFiles.ofBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "test.csv");
    }

    @Test
    void noLineIsABannerForTheNumbersAboveTheHeadings() throws UnreadableFileException {
        Intake read = Intake.csv(
                "1,2,3,4,5,6",
                "Acct,DOS,CPT,Billed,Allowed,Paid",
                "1001,10/05/2026,96372-59,50.00,30.00,24.00",
                "1002,10/05/2026,99213-25,150.00,80.00,80.00",
                "1,2,3,4,5,6",
                "1003,10/05/2026,,50.00,30.00,24.00");
        assertThat(read.bucketOfEachRow())
                .containsExactly(
                        Bucket.BANNER,
                        Bucket.BANNER,
                        Bucket.IN_SCOPE,
                        Bucket.OTHER_CODES,
                        Bucket.BANNER,
                        Bucket.REJECTED);
        assertThat(read.remittance().paid()).isEqualTo(Money.of("24"));
    }

    @Test
    void aLineThatReadsLikeARowOfTheBannerIsALine() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Run A-0,10/05/2026,HC 1,50,30", "Acct #,DOS,CPT,Billed,Paid", "Run A-7,10/05/2026,HC 96372,50,30");
        assertThat(read.remittances()).hasSize(1);
    }

    @Test
    void aLineAboveTheHeadingsIsToldHoweverItsCodeAndItsDollarsAreWritten() {
        for (String line : List.of(
                "A-1,10/05/2026,96372-59,50.00,30.00",
                "A-1,10/05/2026,96372 - Ther/Proph Inj,50.00,30.00",
                "A-1,10/05/2026,HC:96372:59,50,30",
                "A-1,10/05/2026,96372,50,30",
                "A-1,96372,10/05/2026,\"1,050\",$30")) {
            assertThatThrownBy(() ->
                            Intake.csv("Electronic payments", "Acct,Date,Code,Billed,Received", line, HEADINGS, LINE))
                    .as(line)
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageContaining("row 3 seems to hold a line, but stands above the headings in row 4");
        }
    }

    @Test
    void whatStandsAboveTheHeadingsWithoutDollarsBehindItIsNoLine() throws UnreadableFileException {
        for (String banner : List.of(
                "Therapeutic injections 96372,10/01/2026,10/31/2026",
                "1,2,96372 - Ther/Proph Inj,10/31/2026",
                "Run 17,12 pages,96372,10/31/2026",
                "CPT,96372-59,From,10/01/2026,5,10")) {
            assertThat(Intake.csv(banner, HEADINGS, LINE).remittances())
                    .as(banner)
                    .hasSize(1);
        }
    }
}
