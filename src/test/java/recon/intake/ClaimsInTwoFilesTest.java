package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.claim.Bucket;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.RowSums;
import recon.file.InputFiles;
import recon.file.UnreadableFileException;

/** Claims that come as a file of headers and a file of charge lines. */
class ClaimsInTwoFilesTest {

    private static final String HEADINGS =
            "patient_control_number,payer,payer_class,member_id,patient_last_name,rendering_npi,rendering_credential,submitted_date,place_of_service,diagnoses";
    private static final String LINE_HEADINGS =
            "patient_control_number,line_number,service_date,procedure_code,modifiers,units,charge,ndc";
    private static final String HEADER_A1 = "A1,Test Health,Private,M1,SAMPLE,1234567893,NP,2026-10-07,11,E53.8";
    private static final String LINE_A1 = "A1,1,2026-10-05,96372,59,1,40.00,";

    @TempDir
    private Path folder;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private Profiles profiles = Intake.SHIPPED;

    private ClaimsInTwoFilesTest file(String name, String... lines) {
        files.put(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private ClaimJoin join() throws UnreadableFileException {
        List<ClaimJoin.Source> sources = new ArrayList<>();
        files.forEach((name, content) ->
                sources.add(new ClaimJoin.Source(name, null, () -> InputFiles.ofBytes(content, name))));
        return ClaimJoin.of(sources, profiles);
    }

    private Intake read(String name) throws UnreadableFileException {
        return Intake.of(InputFiles.ofBytes(files.get(name), name), profiles, join());
    }

    @Test
    void aChargeLineTakesFromItsClaimsHeaderWhatItDoesNotSay() throws Exception {
        file("claims.csv", HEADINGS, HEADER_A1).file("lines.csv", LINE_HEADINGS, LINE_A1);

        ClaimLine line = read("lines.csv").claim();

        assertThat(line.payer()).isEqualTo("Test Health");
        assertThat(line.statedClass()).isEqualTo(PayerClass.PRIVATE);
        assertThat(line.memberId()).isEqualTo("M1");
        assertThat(line.patientName()).isEqualTo("SAMPLE");
        assertThat(line.renderingCredential()).isEqualTo("NP");
        assertThat(line.submitted()).hasToString("2026-10-07");
        assertThat(line.placeOfService()).isEqualTo("11");
        assertThat(line.diagnoses()).containsExactly("E53.8");
        assertThat(line.source()).hasToString("lines.csv row 2");
        Intake headers = read("claims.csv");
        assertThat(headers.bucketOfEachRow()).containsExactly(Bucket.BANNER, Bucket.JOINED);
        assertThat(headers.plan().part()).isEqualTo(ClaimPart.HEADERS);
        assertThat(headers.sums()).isEqualTo(RowSums.NONE);
    }

    @Test
    void theStateOfAHeaderMayBeANameToo() throws Exception {
        file("claims.csv", HEADINGS + ",state", HEADER_A1 + ",Texas").file("lines.csv", LINE_HEADINGS, LINE_A1);

        assertThat(read("lines.csv").claim().state()).isEqualTo("TX");
    }

    @Test
    void everyFieldOfAHeaderComesBackFromItsBytes() {
        HeaderLog log = new HeaderLog();
        ClaimHeader header = new ClaimHeader(
                recon.claim.SourceRef.row("f.xlsx", "S", 7),
                "C1",
                "Payer",
                "60054",
                PayerClass.PRIVATE,
                PayerClass.MEDICARE,
                "ICN1",
                "7",
                "M1",
                "SAMPLE, TEST",
                "11",
                "1234567893",
                "NP",
                java.time.LocalDate.of(2026, 10, 7),
                List.of("E53.8", "M54.5"),
                "TX",
                "11",
                java.time.LocalDate.of(2026, 10, 5),
                Money.of("40.00"));
        long at = log.add("C1", header);
        long empty = log.add("C2", HeaderRows.unreadable(header.place()));
        assertThat(log.header(at)).isEqualTo(header);
        assertThat(log.key(empty)).isEqualTo("C2");
        assertThat(log.header(empty)).isEqualTo(HeaderRows.unreadable(header.place()));
    }

    @Test
    void tenThousandClaimsAreEachFoundAgain() throws Exception {
        String[] headers = new String[10_001];
        String[] lines = new String[10_001];
        headers[0] = HEADINGS;
        lines[0] = LINE_HEADINGS;
        for (int n = 1; n <= 10_000; n++) {
            headers[n] = HEADER_A1.replace("A1", "C" + n).replace("M1", "M" + n);
            lines[n] = LINE_A1.replace("A1", "C" + n);
        }
        file("claims.csv", headers).file("lines.csv", lines);
        Intake read = read("lines.csv");
        assertThat(read.claims())
                .hasSize(10_000)
                .allMatch(line -> ("M" + line.patientControlNumber().substring(1)).equals(line.memberId()));
        assertThat(read("claims.csv").buckets()).containsEntry(Bucket.JOINED, 10_000);
    }

    @Test
    void aHeaderWithoutChargeLinesIsRejectedAndNotLost() throws Exception {
        file("claims.csv", HEADINGS, HEADER_A1, HEADER_A1.replace("A1", "B2"))
                .file("lines.csv", LINE_HEADINGS, LINE_A1);
        Intake headers = read("claims.csv");
        assertThat(headers.bucketOfEachRow()).containsExactly(Bucket.BANNER, Bucket.JOINED, Bucket.REJECTED);
        assertThat(headers.rejections().get(0).inWords()).startsWith("claims.csv row 3: no charge lines");
    }

    @Test
    void aChargeLineWithoutHeaderIsReadByItselfWithANote() throws Exception {
        file("claims.csv", HEADINGS, HEADER_A1)
                .file("lines.csv", LINE_HEADINGS, LINE_A1, LINE_A1.replace("A1", "B2"), LINE_A1.replace("A1", "C3"));
        Intake lines = read("lines.csv");
        assertThat(lines.claims()).hasSize(3);
        assertThat(lines.claims().get(1).payer()).isNull();
        assertThat(lines.remarks)
                .singleElement()
                .asString()
                .startsWith("lines.csv row 3: ")
                .contains("1 more");
    }

    @Test
    void twoHeadersThatDifferAreRejectedWithTheirLinesEachNamingTheOther() throws Exception {
        file("a.csv", HEADINGS, HEADER_A1, HEADER_A1.replace("A1", "B2"))
                .file("b.csv", HEADINGS, HEADER_A1.replace("Private", "Medicare"))
                .file("lines.csv", LINE_HEADINGS, LINE_A1, LINE_A1.replace("A1", "B2"));
        assertThat(read("a.csv").rejections()).singleElement().satisfies(one -> assertThat(one.inWords())
                .startsWith("a.csv row 2: ")
                .contains("b.csv row 2"));
        assertThat(read("b.csv").rejections()).singleElement().satisfies(one -> assertThat(one.inWords())
                .startsWith("b.csv row 2: ")
                .contains("a.csv row 2"));
        Intake lines = read("lines.csv");
        assertThat(lines.rejections()).singleElement().satisfies(one -> assertThat(one.reason())
                .contains("a.csv row 2", "b.csv row 2"));
        assertThat(lines.claims()).hasSize(1);
    }

    @Test
    void theSameHeaderInTwoExportsIsOne() throws Exception {
        file("a.csv", HEADINGS, HEADER_A1).file("b.csv", HEADINGS, HEADER_A1).file("lines.csv", LINE_HEADINGS, LINE_A1);
        join().refuseHeadersWithoutLines();
        assertThat(read("a.csv").buckets()).containsEntry(Bucket.JOINED, 1);
        assertThat(read("b.csv").buckets()).containsEntry(Bucket.JOINED, 1);
        assertThat(read("lines.csv").claim().payer()).isEqualTo("Test Health");
    }

    @Test
    void linesOfAHeaderThatCannotBeReadAreRejectedNamingIt() throws Exception {
        file("claims.csv", HEADINGS, HEADER_A1.replace("2026-10-07", "soon")).file("lines.csv", LINE_HEADINGS, LINE_A1);
        assertThat(read("claims.csv").rejections().get(0).column()).isEqualTo("submitted_date");
        assertThat(read("lines.csv").rejections().get(0).reason()).contains("claims.csv row 2");
    }

    @Test
    void aLineMayDifferInPlaceAndProviderAndMayNotInPayer() throws Exception {
        String more = LINE_HEADINGS + ",place_of_service,rendering_npi,payer";
        file("claims.csv", HEADINGS, HEADER_A1)
                .file(
                        "lines.csv",
                        more,
                        LINE_A1 + ",22,1999999992,TEST HEALTH.",
                        LINE_A1 + ",,,Another Plan",
                        LINE_A1 + ",,,");
        Intake lines = read("lines.csv");
        ClaimLine first = lines.claims().get(0);
        assertThat(first.placeOfService()).isEqualTo("22");
        assertThat(first.renderingNpi()).isEqualTo("1999999992");
        assertThat(first.renderingCredential()).as("the other provider's").isNull();
        assertThat(first.statedClass()).isEqualTo(PayerClass.PRIVATE);
        assertThat(lines.rejections()).singleElement().satisfies(one -> assertThat(one.inWords())
                .startsWith("lines.csv row 3, column 'payer'")
                .contains("claims.csv row 2")
                .doesNotContain("Another"));
    }

    @Test
    void byClaimIdTheHeaderGivesThePatientControlNumber() throws Exception {
        file(
                        "claims.csv",
                        "Claim ID,Patient Control No,Payer,Total Charge",
                        "900,PCN-1,Test Health,40.00",
                        "Total,,,40.00")
                .file("lines.csv", "Claim ID,DOS,CPT,Charge", "900,10/05/2026,96372,40.00");
        assertThat(read("lines.csv").claim().patientControlNumber()).isEqualTo("PCN-1");
        Intake headers = read("claims.csv");
        assertThat(headers.buckets()).containsEntry(Bucket.JOINED, 1).containsEntry(Bucket.TOTAL, 1);
        assertThat(headers.totals).allMatch(total -> total.stated().equals(total.ours()));
    }

    @Test
    void aPayerCalledTotalHealthIsNoTotal() throws Exception {
        file("claims.csv", HEADINGS, HEADER_A1.replace("Test Health", "Total Health"))
                .file("lines.csv", LINE_HEADINGS, LINE_A1);
        assertThat(read("lines.csv").claim().payer()).isEqualTo("Total Health");
    }

    @Test
    void twoSheetsOfOneWorkbookAreJoinedToo() throws Exception {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Intake.sheet(
                workbook, "Claims", new Object[] {"Claim ID", "Payer", "Member ID"}, new Object[] {"A1", "Test", "M1"});
        Intake.sheet(workbook, "Lines", new Object[] {"Claim ID", "DOS", "CPT", "Charge"}, new Object[] {
            "A1", "10/05/2026", "96372", 40
        });
        files.put("both.xlsx", Intake.bytes(workbook));
        Intake read = read("both.xlsx");
        assertThat(read.claim().payer()).isEqualTo("Test");
        assertThat(read.buckets()).containsEntry(Bucket.JOINED, 1);
    }

    @Test
    void aFileOfLinesThatLostAHeadingDoesNotPassForHeaders() {
        file(
                "lines.csv",
                "patient_control_number,payer,service_date,what,modifiers,charge",
                "A1,P,2026-10-05,96372,,40");
        assertThatThrownBy(this::join)
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("procedure_code");
    }

    @Test
    void aFileOfLinesWhoseCodesStandBelowAHeadingThatIsNotKnownDoesNotPassForHeaders() throws Exception {
        file("vis.csv", "Payer,Acct,DOS,CPT,Charge", "Test Health,A1,10/05/2026,99213,150.00");
        for (String rows : List.of(
                "96372 96372", "96372-59 96372", "80053 96372", "99213 99214-25", "J3420 J1885", "20610 36415")) {
            String[] codes = rows.split(" ");
            file(
                    "inj.csv",
                    "Payer,Acct,DOS,Code,Charge",
                    "Test Health,A1,10/05/2026," + codes[0] + ",50.00",
                    "Test Health,A1,10/05/2026," + codes[1] + ",50.00");
            assertThatThrownBy(this::join)
                    .as(rows)
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessage("inj.csv: it has the headings of claims' headers in row 1, but column 'Code' seems to"
                            + " hold procedure codes, so that its lines would not be read: name the column as"
                            + " procedure_code in a profile, or describe the headers in a profile of kind"
                            + " claim-headers");
        }
        file("inj.csv", "Payer,Acct,DOS,Charge", "Test Health,A1,10/05/2026,50.00,96372");
        assertThatThrownBy(this::join).hasMessageContaining("but column E seems to hold procedure codes");
        for (String code : List.of("96372", "99213")) {
            file("inj.csv", "Payer,Acct,DOS,Clinic Code,Charge", "Test Health,A1,10/05/2026," + code + ",50.00");
            assertThatThrownBy(this::join)
                    .hasMessageContaining("but column 'Clinic Code' seems to hold procedure codes");
        }
    }

    @Test
    void numbersOfFiveDigitsInAColumnThatIsNotReadLeaveHeadersWhatTheyAre() throws Exception {
        for (String column : List.of(
                "Zip Code,99213",
                "MRN,10442",
                "Provider Code,10023",
                "Chart,77001",
                "Room,12",
                "Service Center,10234",
                "Service Centre,10234",
                "Service Site,10234",
                "Clinic Code,10234",
                "Service Department,10234",
                "Svc Dept,10234")) {
            String[] cells = column.split(",");
            file("claims.csv", HEADINGS + "," + cells[0], HEADER_A1 + "," + cells[1])
                    .file("lines.csv", LINE_HEADINGS, LINE_A1);
            assertThat(read("claims.csv").buckets()).as(column).containsEntry(Bucket.JOINED, 1);
        }
    }

    @Test
    void aFacilityCalledTotalWellnessMakesNoTotalOfAHeader() throws Exception {
        file("claims.csv", HEADINGS + ",Facility", HEADER_A1 + ",Total Wellness Clinic")
                .file("lines.csv", LINE_HEADINGS, LINE_A1);
        assertThat(read("lines.csv").claim().payer()).isEqualTo("Test Health");
        assertThat(read("claims.csv").buckets()).containsEntry(Bucket.JOINED, 1);
    }

    @Test
    void headersOfWhichNoneHasALineAreRefusedNamingWhatIsLacking() throws Exception {
        file("claims.csv", HEADINGS, HEADER_A1).file("lines.csv", LINE_HEADINGS, LINE_A1.replace("A1", "B2"));
        ClaimJoin join = join();
        assertThatThrownBy(join::refuseHeadersWithoutLines)
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("claims.csv")
                .hasMessageContaining("procedure_code");
    }

    @Test
    void aReadingChangesWithWhatTheHeadersSayAndWithNothingElse() throws Exception {
        file("claims.csv", HEADINGS, HEADER_A1).file("lines.csv", LINE_HEADINGS, LINE_A1);
        String before = join().reading("lines.csv");
        file("claims.csv", HEADINGS, HEADER_A1.replace("A1", "B2"), HEADER_A1);
        assertThat(join().reading("lines.csv")).isEqualTo(before);
        file("claims.csv", HEADINGS, HEADER_A1.replace("Test Health", "Other"));
        assertThat(join().reading("lines.csv")).isNotEqualTo(before);
    }

    @Test
    void aProfileNamesBothParts() throws Exception {
        Files.writeString(folder.resolve("h.yaml"), """
                name: our-headers
                kind: claim-headers
                match: [Ref, Who]
                columns: {patient_control_number: Ref, payer: Who}
                """);
        Files.writeString(folder.resolve("l.yaml"), """
                name: our-lines
                kind: charge-lines
                match: [Ref, Day]
                columns: {patient_control_number: Ref, service_date: Day, procedure_code: What, billed: Asked}
                """);
        profiles = Profiles.in(folder);
        file("h.csv", "Ref,Who", "A1,Test Health").file("l.csv", "Ref,Day,What,Asked", "A1,10/05/2026,96372,40");
        assertThat(read("l.csv").claim().payer()).isEqualTo("Test Health");
        assertThat(read("h.csv").plan().profile()).isEqualTo("our-headers");
        assertThat(ProfileWriter.yaml(read("h.csv").plan())).contains("kind: claim-headers");
    }
}
