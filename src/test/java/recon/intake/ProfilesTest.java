package recon.intake;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.claim.Modifiers;
import recon.claim.PayerClass;
import recon.claim.Rejection;
import recon.file.UnreadableFileException;

/** Layouts known by name. */
class ProfilesTest {

    @TempDir
    Path folder;

    private static final String[] FILE = {"Ref,Day,Svc Code,Asked,Given", "I-1,05/10/2026,96372,35,20"};

    private Profiles with(String... yamls) throws IOException {
        for (int i = 0; i < yamls.length; i++) {
            Files.writeString(folder.resolve("own" + i + ".yaml"), yamls[i]);
        }
        return Profiles.in(folder);
    }

    private static String profile(String name, String match) {
        return """
                name: %s
                kind: remittances
                match: [%s]
                date-order: DMY
                columns:
                  payer_claim_number: Ref
                  service_date: Day
                  procedure_code: [Svc Code]
                  billed: Asked
                  paid: Given
                constants:
                  payer_class: Medicaid
                """.formatted(name, match);
    }

    @Test
    void aProfileMapsHeadingsThatNobodyKnowsAndStatesWhatTheFileDoesNot() throws Exception {
        Intake read = Intake.csv(with(profile("mine", "Ref, Asked")), FILE);
        assertThat(read.plan().profile()).isEqualTo("mine");
        assertThat(read.remittance().payerClaimNumber()).isEqualTo("I-1");
        assertThat(read.remittance().serviceDate()).isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(read.remittance().statedClass()).isEqualTo(PayerClass.MEDICAID);
    }

    @Test
    void theDateOfAPaymentStandsInTheColumnsThatAProfileNamesAndInNoOther() throws Exception {
        String[] file = {
            "Ref,Day,Svc Code,Asked,Given,Settled,Wired,Check Date",
            "I-1,05/10/2026,96372,35,20,20/10/2026,,",
            "I-2,05/10/2026,96372,35,20,,21/10/2026,",
            "I-3,05/10/2026,96372,35,20,,,22/10/2026"
        };
        String dates = profile("mine", "Ref").replace("constants:", "  check_date: [Settled, Wired]\nconstants:");
        Intake read = Intake.csv(with(dates), file);
        assertThat(read.remittances())
                .extracting(line -> String.valueOf(line.checkDate()))
                .containsExactly("2026-10-20", "2026-10-21", "null");
        assertThat(read.plan().unknown()).containsExactly("Check Date");
    }

    @Test
    void aConstantOfCodesStandsForWhatARowDoesNotState() throws Exception {
        Profiles profiles = with("""
                name: mine
                kind: remittances
                match: [ICN, Mod]
                constants:
                  modifiers: "59 LT"
                  remark_codes: N115
                  adjustments: CO-45
                """);
        Intake read = Intake.csv(
                profiles,
                "ICN,Svc Date,CPT4,Mod,Bill Amt,Pd Amt,Pat Resp,Adjustments,Remark Codes",
                "I-1,10/05/2026,96372,,35,20,5,,",
                "I-2,10/05/2026,96372,RT,35,20,,CO-253:15.00,M15",
                "I-3,10/05/2026,96372-XU,,35,20,,,");
        assertThat(read.remittances())
                .extracting(
                        line -> line.modifiers().toString(),
                        line -> line.adjustments().toString(),
                        line -> line.remarkCodes().toString())
                .containsExactly(
                        tuple("59 LT", "[CO-45:10.00]", "[N115]"),
                        tuple("RT", "[CO-253:15.00]", "[M15]"),
                        tuple("XU", "[CO-45:15.00]", "[N115]"));
    }

    @Test
    void aConstantOfAClaimsCodesStandsThoughTheFileHasNoColumnForThem() throws Exception {
        Profiles profiles = with("""
                name: mine
                kind: claims
                match: [Acct, Chg]
                columns:
                  patient_control_number: Acct
                  billed: Chg
                constants:
                  modifiers: "59"
                  diagnoses: E53.8, D51.0
                """);
        Intake read = Intake.csv(profiles, "Acct,DOS,CPT,Chg", "A-1,10/05/2026,96372,35");
        assertThat(read.claim().modifiers()).isEqualTo(Modifiers.of("59"));
        assertThat(read.claim().diagnoses()).containsExactly("E53.8", "D51.0");
    }

    @Test
    void aConstantGivesWayToWhatAnotherRowSaysOfTheLine() throws Exception {
        Profiles profiles = with("""
                name: mine
                kind: remittances
                match: [ICN, Svc Date]
                constants:
                  remark_codes: N115
                  adjustments: CO-45
                """);
        Intake level = Intake.csv(
                profiles,
                "ICN,Claim Status,Svc Date,CPT4,Bill Amt,Pd Amt,Adjustments,Remark Codes",
                "I-1,4,,,35,0,CO-29:35.00,MA130",
                "I-1,,10/05/2026,96372,35,0,,",
                "I-2,1,10/05/2026,,35,20,,");
        assertThat(level.remittance().adjustments().toString()).isEqualTo("[CO-29:35.00]");
        assertThat(level.remittance().remarkCodes()).containsExactly("MA130");
        assertThat(level.rejections())
                .extracting(Rejection::reason)
                .as("the constant makes no claim-level row of a line without its code")
                .containsExactly("blank, but needed: fill it in, or take the row out if it is no line");

        Intake joined = Intake.csv(
                profiles,
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Group Code,Reason Code,Adj Amt,Remark Codes",
                "I-1,10/05/2026,96372,35,20,CO,253,5,",
                "I-1,10/05/2026,96372,35,20,PR,2,10,M15",
                "I-2,10/05/2026,96372,35,20,,,,");
        assertThat(joined.remittances())
                .extracting(line -> line.adjustments().toString(), line -> line.remarkCodes()
                        .toString())
                .containsExactly(tuple("[CO-253:5.00, PR-2:10.00]", "[M15]"), tuple("[CO-45:15.00]", "[N115]"));
    }

    @Test
    void aConstantCodeOrGroupStandsBesideAnAmountThatHasNone() throws Exception {
        Profiles profiles = with("""
                name: mine
                kind: remittances
                match: [ICN, Svc Date]
                constants:
                  adjustment_group: CO
                  adjustment_code: 45
                """);
        Intake read = Intake.csv(
                profiles,
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Group Code,Reason Code,Adj Amt",
                "I-1,10/05/2026,96372,35,20,,,15",
                "I-2,10/05/2026,96372,35,20,,97,15",
                "I-3,10/05/2026,96372,35,35,,,",
                "I-4,10/05/2026,96372,35,20,,2,15");
        assertThat(read.remittances())
                .extracting(line -> line.adjustments().toString())
                .containsExactly("[CO-45:15.00]", "[CO-97:15.00]", "[]", "[PR-2:15.00]");
    }

    @Test
    void aConstantThatIsNoCodeRejectsTheRowsThatNeedIt() throws Exception {
        for (String constant : List.of("modifiers: both sides", "remark_codes: see above", "adjustments: write-off")) {
            Profiles profiles = with("""
                    name: mine
                    kind: remittances
                    match: [ICN, Svc Date]
                    constants:
                      %s
                    """.formatted(constant));
            Intake read = Intake.csv(profiles, "ICN,Svc Date,CPT4,Bill Amt,Pd Amt", "I-1,10/05/2026,96372,35,20");
            assertThat(read.rejections())
                    .extracting(Rejection::column)
                    .containsExactly(constant.substring(0, constant.indexOf(':')));
        }
    }

    @Test
    void ofTwoProfilesTheOneThatRecognisesMoreIsTaken() throws Exception {
        Intake read = Intake.csv(with(profile("less", "Ref"), profile("more", "Ref, Asked")), FILE);
        assertThat(read.plan().profile()).isEqualTo("more");
    }

    @Test
    void twoProfilesThatFitEquallyWellAreARefusal() throws Exception {
        Profiles profiles = with(profile("one", "Ref, Asked"), profile("two", "Ref, Given"));
        assertThatThrownBy(() -> Intake.csv(profiles, FILE))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("'one' and 'two'");
    }

    @Test
    void headingsThatAProfileIgnoresAreNotReadThoughTheyAreKnown() throws Exception {
        Profiles profiles = with("""
                name: mine
                kind: remittances
                match: [ICN]
                ignore: [Allowed]
                """);
        Intake read = Intake.csv(profiles, "ICN,DOS,CPT,Billed,Paid,Allowed", "I-1,10/05/2026,96372,35,20,n/a");
        assertThat(read.remittance().allowed()).isNull();
        assertThat(read.plan().unknown()).containsExactly("Allowed");
    }

    @Test
    void aMalformedProfileIsRefusedByFileAndLine() {
        List<String[]> faults = List.of(
                new String[] {"name: x\nkind: [", "own0.yaml line 2: is not YAML"},
                new String[] {"name: x\nkind: payments\nmatch: [A]", "own0.yaml line 2: kind is either"},
                new String[] {
                    "name: x\nkind: claims\nmatch: [A]\ncolumns:\n  bild: B", "own0.yaml line 5: 'bild' is no field"
                },
                new String[] {"name: x\nkind: claims\nmatch: [A]\ncolums: {}", "own0.yaml line 4: 'colums' is not known"
                },
                new String[] {"name: x\nkind: claims", "own0.yaml line 1: 'match' is missing"},
                new String[] {"name: x\nkind: claims\nmatch: [A]\ndate-order: DYM", "own0.yaml line 4: date-order is"},
                new String[] {"name: x\nname: y", "own0.yaml line 2: 'name' stands twice"},
                new String[] {"name: x\nkind: claims\nmatch: [A]\nheading-row: 0", "own0.yaml line 4: heading-row"},
                new String[] {"", "own0.yaml line 1: is empty"},
                new String[] {"- a", "own0.yaml line 1: expected a profile"});
        for (String[] fault : faults) {
            assertThatThrownBy(() -> with(fault[0]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("profile " + fault[1]);
        }
    }

    @Test
    void theFingerprintChangesWithEveryProfile() throws Exception {
        String without = Intake.SHIPPED.fingerprint();
        assertThat(Profiles.in(folder).fingerprint()).isEqualTo(without);
        String with = with(profile("mine", "Ref")).fingerprint();
        assertThat(with).isNotEqualTo(without);
        assertThat(with(profile("mine", "Ref, Asked")).fingerprint()).isNotEqualTo(with);
    }

    @Test
    void theIndexListsEveryShippedProfile() throws IOException {
        Path shipped = Path.of("src/main/resources/reference/profiles");
        try (var files = Files.list(shipped)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(Files.readAllLines(shipped.resolve("index.txt")));
        }
    }

    @Test
    void medicaresRemittanceIsReadByItsShippedProfile() throws UnreadableFileException {
        Intake read = Intake.csv(
                "PERF PROV,HIC,ACNT,ICN,SERV DATE,POS,NOS,PROC,MODS,BILLED,ALLOWED,DEDUCT,COINS,GRP/RC-AMT,PROV PD",
                "1234567893,M-1,A-1,I-1,100526,11,1,96374 CC (96372),59,35.00,13.91,0.00,2.78,CO-45 21.09 CO-253 0.22,10.91");
        assertThat(read.plan().profile()).isEqualTo("medicare-remittance");
        assertThat(read.remittance().originalCode()).hasToString("96372");
        assertThat(read.remittance().patientResponsibility()).hasToString("2.78");
        assertThat(read.remittance().adjustments()).hasToString("[CO-45:21.09, CO-253:0.22]");
    }

    @Test
    void aPortalsRowsOfOneAdjustmentEachAreReadByTheirShippedProfile() throws UnreadableFileException {
        Intake read = Intake.csv(
                "TCN,Patient Account,From DOS,To DOS,HCPCS/CPT,Billed Amount,Paid Amount,CAGC,CARC,Adjustment Amount",
                "T-1,A-1,10/05/2026,10/05/2026,96372,35,20,CO,45,10",
                "T-1,A-1,10/05/2026,10/05/2026,96372,35,20,PR,2,5");
        assertThat(read.plan().profile()).isEqualTo("portal-one-adjustment-a-row");
        assertThat(read.buckets()).containsEntry(Bucket.JOINED, 1);
        assertThat(read.remittance().adjustments()).hasSize(2);
    }

    @Test
    void aPracticesClaimsAreReadByTheirShippedProfile() throws UnreadableFileException {
        Intake read = Intake.csv(
                "Claim ID,Patient Acct #,Service Date,CPT Code,Mod 1,Mod 2,Units,Charge Amount,Bill Date",
                "C-1,P-77,10/05/2026,96372 - Therapeutic Injection,59,,1,$35.00,10/07/2026");
        assertThat(read.plan().profile()).isEqualTo("practice-claims-export");
        assertThat(read.claim().patientControlNumber()).isEqualTo("C-1");
    }

    @Test
    void aSheetIsReadTheSameByTheProfileThatWasWrittenForIt() throws Exception {
        String[] file = {
            "Report,,,,,,,,",
            "ICN,Svc Date,CPT4,Mod,Mod,Bill Amt,\"Pd \"\"Amt\",CO-45,Shoe: Size",
            "I-1,10/05/2026,96372,59,LT,35,20,15,44"
        };
        Profiles first = with("""
                name: first
                kind: remittances
                match: [ICN]
                columns: {paid: 'Pd "Amt'}
                constants: {payer: Testcare}
                """);
        Intake read = Intake.csv(first, file);
        String yaml = ProfileWriter.yaml(read.plan());
        Files.delete(folder.resolve("own0.yaml"));
        Intake again = Intake.csv(with(yaml), file);
        assertThat(again.plan().profile()).isEqualTo("first");
        assertThat(again.rows).isEqualTo(read.rows);
        assertThat(again.remittance().payer()).isEqualTo("Testcare");
        assertThat(again.remittance().adjustments()).hasToString("[CO-45:15.00]");
        assertThat(again.plan().columns()).isEqualTo(read.plan().columns());
    }

    @Test
    void anIgnoredColumnIsNoPartOfAnAdjustment() throws Exception {
        Intake read = Intake.csv(
                with("""
                name: own
                kind: remittances
                match: [ICN]
                columns: {payer_claim_number: ICN}
                ignore: [Group]
                """),
                "ICN,Svc Date,CPT4,Bill Amt,Pd Amt,Group,Reason,Amount",
                "I-1,10/05/2026,96372,35,20,North,Follow-up,15");
        assertThat(read.remittance().adjustments()).isEmpty();
        assertThat(read.plan().unknown()).containsExactly("Group", "Reason", "Amount");
    }

    @Test
    void aFileIsSaidToBeReadAsItsProfileWhateverThatIsNamed() throws IOException, UnreadableFileException {
        assertThat(Intake.csv(with(profile("by payer", "Ref, Asked")), FILE)
                        .plan()
                        .inWords())
                .isEqualTo("read as by payer, headings in row 1");
        String[] claims = {"patient_control_number,service_date,procedure_code,charge", "A-1,10/05/2026,96372,12.50"};
        assertThat(Intake.csv(claims).plan().inWords()).isEqualTo("read by headings, headings in row 1");
    }

    @Test
    void theDocumentationNamesEachFieldThatAColumnMayHold() throws IOException {
        String documentation = Files.readString(Path.of("input", "README.md"));
        Set<String> named = Pattern.compile("[a-z_]+")
                .matcher(documentation)
                .results()
                .map(MatchResult::group)
                .collect(toSet());
        EnumSet<Field> ofX12Alone = EnumSet.of(
                Field.CLAIM_BILLED,
                Field.CLAIM_PAID,
                Field.SERVICE_LINES,
                Field.UNIT_BASIS,
                Field.PART_OF,
                Field.CLAIM_KIND);
        for (Field field : EnumSet.complementOf(ofX12Alone)) {
            assertThat(named).contains(field.heading(FileKind.CLAIMS)).contains(field.heading(FileKind.REMITTANCES));
        }
    }
}
