package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.claim.Adjustment;
import recon.claim.Bucket;
import recon.claim.ClaimLine;
import recon.claim.FileKind;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.ProcedureCode;
import recon.claim.RemittanceLine;
import recon.claim.RowSums;
import recon.claim.SourceRef;
import recon.file.UnreadableFileException;

/** The plain layout, and the rules by which its rows are accepted or rejected. */
class PlainLayoutTest {

    private static final String REMITTANCE =
            "payer,payer_class,check_number,check_date,patient_control_number,payer_claim_number,line_control_number,"
                    + "claim_status,member_id,patient_last_name,patient_first_name,service_date,procedure_code,modifiers,units,"
                    + "place_of_service,billed,allowed,paid,patient_responsibility,adjustments,remark_codes,rendering_npi";

    private static final String CLAIM =
            "payer,payer_class,patient_control_number,payer_claim_number,line_number,line_control_number,member_id,"
                    + "patient_last_name,patient_first_name,service_date,procedure_code,modifiers,units,charge,place_of_service,"
                    + "rendering_npi,rendering_credential,submitted_date,diagnoses,ndc,drug,dose,route,site,administered";

    private static final String SHORT = "patient_control_number,service_date,procedure_code,billed,paid";

    @Test
    void everyColumnOfARemittanceLineIsRead() throws UnreadableFileException {
        RemittanceLine line = Intake.csv(
                        REMITTANCE,
                        "Testcare,Medicare,CHK1,2026-10-20,A-1,ICN-1,L1,01,M-1,TEST,PAT,2026-10-05,96372,59 LT,1,11,"
                                + "35.00,13.91,10.91,2.78,CO-45:21.09;PR-2:2.78;CO-253:0.22,N115;MA130,1234567893")
                .remittance();
        assertThat(line)
                .isEqualTo(new RemittanceLine(
                        0,
                        SourceRef.row("test.csv", null, 2),
                        "Testcare",
                        null,
                        PayerClass.MEDICARE,
                        null,
                        "CHK1",
                        LocalDate.of(2026, 10, 20),
                        "A-1",
                        "ICN-1",
                        "L1",
                        null,
                        "1",
                        "M-1",
                        "TEST, PAT",
                        LocalDate.of(2026, 10, 5),
                        ProcedureCode.INJECTION,
                        null,
                        Modifiers.of("59", "LT"),
                        1,
                        null,
                        "11",
                        Money.of("35"),
                        Money.of("13.91"),
                        Money.of("10.91"),
                        Money.of("2.78"),
                        List.of(
                                Adjustment.of("CO", "45", "21.09"),
                                Adjustment.of("PR", "2", "2.78"),
                                Adjustment.of("CO", "253", "0.22")),
                        List.of("N115", "MA130"),
                        "1234567893",
                        null));
    }

    @Test
    void everyColumnOfAClaimLineIsRead() throws UnreadableFileException {
        Intake read = Intake.csv(
                CLAIM,
                "Testcare,commercial,A-1,ICN-1,2,L2,M-1,TEST,PAT,10/05/2026,96372,59,2,70.00,11,1234567893,N.P.,"
                        + "10/07/2026,E53.8;D51.0,00000-1111-22,Vitamin B12,1000 mcg,IM,left deltoid,yes");
        assertThat(read.kind).isEqualTo(FileKind.CLAIMS);
        assertThat(read.claim())
                .isEqualTo(new ClaimLine(
                        0,
                        SourceRef.row("test.csv", null, 2),
                        "Testcare",
                        null,
                        PayerClass.PRIVATE,
                        null,
                        "A-1",
                        "ICN-1",
                        2,
                        "L2",
                        "M-1",
                        "TEST, PAT",
                        LocalDate.of(2026, 10, 5),
                        ProcedureCode.INJECTION,
                        Modifiers.of("59"),
                        2,
                        Money.of("70"),
                        "11",
                        "1234567893",
                        "NP",
                        LocalDate.of(2026, 10, 7),
                        null,
                        List.of("E53.8", "D51.0"),
                        "00000-1111-22",
                        "Vitamin B12",
                        "1000 mcg",
                        "IM",
                        "left deltoid",
                        true,
                        null,
                        null));
        assertThat(read.plan().missing()).isEmpty();
        assertThat(read.plan().unknown()).isEmpty();
    }

    @Test
    void theRequiredColumnsAreEnoughAndTheRestIsNotStated() throws UnreadableFileException {
        RemittanceLine line = Intake.csv(SHORT, "A-1,10/05/2026,96372,35,0").remittance();
        assertThat(line.allowed()).isNull();
        assertThat(line.units()).isNull();
        assertThat(line.patientResponsibility()).isNull();
        assertThat(line.adjustments()).isEmpty();
        ClaimLine claim = Intake.csv(
                        "Patient Control Number,Service.Date,PROCEDURE CODE,Charge", "A-1,10/05/2026,96372,35")
                .claim();
        assertThat(claim.units()).isEqualTo(1);
        assertThat(claim.administered()).isNull();
    }

    @Test
    void aPayerClaimNumberOrAMemberIdStandsInForThePatientControlNumber() throws UnreadableFileException {
        assertThat(Intake.csv("ICN,DOS,CPT,Billed,Paid", "I-1,10/05/2026,96372,35,20")
                        .remittance()
                        .payerClaimNumber())
                .isEqualTo("I-1");
        assertThat(Intake.csv("MBI,DOS,CPT,Billed,Paid", "M-1,10/05/2026,96372,35,20")
                        .remittance()
                        .memberId())
                .isEqualTo("M-1");
        assertThat(Intake.csv("MBI,DOS,CPT,Billed,Paid", ",10/05/2026,96372,35,20")
                        .rejections()
                        .get(0)
                        .reason())
                .contains("one of them is needed");
    }

    @Test
    void otherCodesOfARemittanceAreCountedAndSummedAndOtherCodesOfClaimsAreKept() throws UnreadableFileException {
        Intake remittances = Intake.csv(SHORT + ",allowed", "A-1,not looked at,J3420,12.50,10,11.25");
        assertThat(remittances.rows.get(1))
                .isEqualTo(new ParsedRow.Passed(
                        Bucket.OTHER_CODES, new RowSums(Money.of("12.50"), Money.of("11.25"), Money.of("10"))));
        Intake claims = Intake.csv(
                "patient_control_number,service_date,procedure_code,charge,units", "A-1,10/05/2026,J3420,12.50,0.5");
        assertThat(claims.claim().units()).isEqualTo(1);
        assertThat(claims.buckets()).isEqualTo(Map.of(Bucket.BANNER, 1, Bucket.OTHER_CODES, 1));
    }

    @Test
    void aRecodedLineIsInScopeUnderItsOriginalCode() throws UnreadableFileException {
        RemittanceLine line =
                Intake.csv(SHORT, "A-1,10/05/2026,96374 CC (96372),35,20").remittance();
        assertThat(line.code()).isEqualTo(new ProcedureCode("96374"));
        assertThat(line.originalCode()).isEqualTo(ProcedureCode.INJECTION);
        assertThat(line.modifiers()).isEqualTo(Modifiers.of("CC"));
    }

    @Test
    void anUnreadableOptionalValueRejectsTheRowAndABlankOneDoesNot() throws UnreadableFileException {
        Intake read = Intake.csv(
                SHORT + ",allowed,units",
                "A-1,10/05/2026,96372,35,20,,",
                "A-2,10/05/2026,96372,35,20,pending,1",
                "A-3,10/05/2026,96372,35,20,20,one",
                "A-4,10/05/2026,96372,35,20,20,1.5");
        assertThat(read.remittances()).hasSize(1);
        assertThat(read.rejections().stream().map(rejection -> rejection.inWords()))
                .containsExactly(
                        "test.csv row 3, column 'allowed': not an amount such as 1,234.50 or (5.00)",
                        "test.csv row 4, column 'units': not a whole number of units",
                        "test.csv row 5, column 'units': not a whole number of units");
        assertThat(read.sums().paid()).isEqualTo(Money.of("80"));
    }

    @Test
    void aBlankRequiredValueRejectsTheRowByItsColumn() throws UnreadableFileException {
        Intake read = Intake.csv(
                SHORT,
                "A-1,,96372,35,20",
                "A-1,10/05/2026,,35,20",
                "A-1,10/05/2026,96372,,20",
                "A-1,10/05/2026,96372,35,");
        assertThat(read.rejections().stream().map(rejection -> rejection.column()))
                .containsExactly("service_date", "procedure_code", "billed", "paid");
    }

    @Test
    void aNegativeChargeOfAnInjectionIsNoSubmittedLineUnlessItsClaimWasVoided() throws UnreadableFileException {
        Intake read = Intake.csv(
                "patient_control_number,service_date,procedure_code,charge,frequency",
                "A-1,10/05/2026,96372,60.00,",
                "A-1,10/05/2026,96372,-60.00,",
                "A-2,10/05/2026,96372,-60.00,7",
                "A-3,10/05/2026,96372,-60.00,8",
                "A-4,10/05/2026,99213,(90.00),",
                "A-5,10/05/2026,96372,0.00,");
        assertThat(read.claims())
                .extracting(ClaimLine::charge)
                .containsExactly(Money.of("60"), Money.of("-60"), Money.of("-90"), Money.ZERO);
        assertThat(read.rejections()).hasSize(2).allSatisfy(rejection -> {
            assertThat(rejection.column()).isEqualTo("charge");
            assertThat(rejection.reason())
                    .startsWith(
                            "a negative charge, where a submitted line has one of 0 or more: leave charges that were")
                    .endsWith("of a claim voided at the payer state the frequency 8");
        });
        assertThat(read.rows)
                .filteredOn(row -> row.bucket() == Bucket.REJECTED)
                .extracting(row -> row.sums().billed())
                .containsExactly(Money.of("-60"), Money.of("-60"));
    }

    @Test
    void aNumberThatLostItsDigitsRejectsItsRow() throws UnreadableFileException {
        assertThat(Intake.csv(SHORT, "1.23E+15,10/05/2026,96372,35,20")
                        .rejections()
                        .get(0)
                        .inWords())
                .startsWith("test.csv row 2, column 'patient_control_number': a number whose last digits are gone");
    }

    @Test
    void aTextRowLongerThanItsHeadingIsRejectedSinceItsValuesMayHaveMoved() throws UnreadableFileException {
        assertThat(Intake.csv(SHORT, "A-1,10/05/2026,96372,35,20,20")
                        .rejections()
                        .get(0)
                        .inWords())
                .startsWith("test.csv row 2, column 'F': a value beyond the last heading");
    }

    @Test
    void aFileWithoutARequiredColumnIsRefusedNamingWhatWasLookedForAndWhatIsThere() {
        assertThatThrownBy(() -> Intake.csv("ICN,Svc Date,CPT4,Bill Amt,Comment", "I-1,10/05/2026,96372,35,paid"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("test.csv")
                .hasMessageContaining("row 1")
                .hasMessageContaining("for claims it lacks patient_control_number, and for remittances paid")
                .hasMessageContaining("'ICN', 'Svc Date', 'CPT4', 'Bill Amt', 'Comment'");
    }

    @Test
    void aFileWithoutHeadingsIsRefusedWithoutShowingItsData() {
        assertThatThrownBy(() -> Intake.csv("TEST,PAT,10/05/2026,96372,35", "TEST,PAT,10/06/2026,96372,35"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("no heading row")
                .hasMessageContaining("5 columns")
                .hasMessageContaining("service_date")
                .hasMessageNotContaining("PAT,")
                .hasMessageNotContaining("TEST");
    }

    @Test
    void payerClassesAreReadFromTheirUsualWords() throws UnreadableFileException {
        String[] words = {
            "Medicare", "Medicaid", "commercial", "BCBS", "Self-Insured", "MEDICARE ADVANTAGE", "MB", "Tricare"
        };
        PayerClass[] classes = {
            PayerClass.MEDICARE,
            PayerClass.MEDICAID,
            PayerClass.PRIVATE,
            PayerClass.PRIVATE,
            PayerClass.PRIVATE,
            PayerClass.PRIVATE,
            PayerClass.MEDICARE,
            PayerClass.UNKNOWN
        };
        for (int i = 0; i < words.length; i++) {
            assertThat(Intake.csv(SHORT + ",payer_class", "A-1,10/05/2026,96372,35,20," + words[i])
                            .remittance()
                            .statedClass())
                    .as(words[i])
                    .isEqualTo(classes[i]);
        }
        assertThat(Intake.csv(SHORT + ",Financial class", "A-1,10/05/2026,96372,35,20,HM")
                        .remittance()
                        .filingClass())
                .isEqualTo(PayerClass.PRIVATE);
    }

    @ParameterizedTest
    @CsvSource({
        "Medicare Part C,PRIVATE",
        "Medicare C,PRIVATE",
        "MEDICARE REPLACEMENT,PRIVATE",
        "Managed Medicare,PRIVATE",
        "Medicare Managed Care,PRIVATE",
        "Medicare - Managed,PRIVATE",
        "Non-Medicare,UNKNOWN",
        "NonMedicare,UNKNOWN",
        "Non-Medicaid,UNKNOWN",
        "Medicare Part B,MEDICARE",
        "Medicare Crossover,MEDICARE",
        "Managed Medicaid,MEDICAID"
    })
    void plansInMedicaresPlaceAreNotMedicare(String words, PayerClass payerClass) throws UnreadableFileException {
        assertThat(Intake.csv(SHORT + ",payer_class", "A-1,10/05/2026,96372,35,20," + words)
                        .remittance()
                        .statedClass())
                .isEqualTo(payerClass);
        assertThat(Intake.csv(SHORT + ",Financial class", "A-1,10/05/2026,96372,35,20," + words)
                        .remittance()
                        .filingClass())
                .isEqualTo(payerClass);
    }

    @Test
    void modifiersStandInOneColumnOrInFour() throws UnreadableFileException {
        for (String written : List.of("59 LT", "\"59,LT\"", "59:LT", "59LT", "59-LT")) {
            assertThat(Intake.csv(SHORT + ",mods", "A-1,10/05/2026,96372,35,20," + written)
                            .remittance()
                            .modifiers())
                    .as(written)
                    .isEqualTo(Modifiers.of("59", "LT"));
        }
        assertThat(Intake.csv(SHORT + ",M1,M2,M3,M4", "A-1,10/05/2026,96372,35,20,59,,LT,")
                        .remittance()
                        .modifiers())
                .isEqualTo(Modifiers.of("59", "LT"));
        assertThat(Intake.csv(SHORT + ",Mod 1,Mod 2,Mod 3,Mod 4", "A-1,10/05/2026,96372,35,20,59,LT,,")
                        .remittance()
                        .modifiers())
                .isEqualTo(Modifiers.of("59", "LT"));
    }

    @Test
    void aWordAmongTheModifiersIsNone() throws UnreadableFileException {
        assertThat(Intake.csv(SHORT + ",mods", "A-1,10/05/2026,96372,35,20,NONE")
                        .rejections()
                        .get(0)
                        .column())
                .isEqualTo("mods");
    }

    @Test
    void adjustmentsStandInOneColumnOrInColumnsOfGroupCodeAndAmount() throws UnreadableFileException {
        List<Adjustment> expected = List.of(Adjustment.of("CO", "45", "10"), Adjustment.of("PR", "2", "5"));
        assertThat(Intake.csv(SHORT + ",GRP/RC-AMT", "A-1,10/05/2026,96372,35,20,CO-45 10.00 PR-2 5.00")
                        .remittance()
                        .adjustments())
                .isEqualTo(expected);
        assertThat(Intake.csv(
                                SHORT + ",adj_0_group,adj_0_code,adj_0_amount,adj_1_group,adj_1_code,adj_1_amount",
                                "A-1,10/05/2026,96372,35,20,CO,45,10.00,PR,2,5.00")
                        .remittance()
                        .adjustments())
                .isEqualTo(expected);
        assertThat(Intake.csv(SHORT + ",CO-45,PR-2,OA-23", "A-1,10/05/2026,96372,35,20,10.00,5.00,")
                        .remittance()
                        .adjustments())
                .isEqualTo(expected);
        assertThat(Intake.csv(SHORT + ",CAGC/CARC,Adj Amt", "A-1,10/05/2026,96372,35,25,CO-45,10.00")
                        .remittance()
                        .adjustments())
                .isEqualTo(expected.subList(0, 1));
    }

    @Test
    void deductibleCoinsuranceAndCopayTogetherAreThePatientsShare() throws UnreadableFileException {
        assertThat(Intake.csv(SHORT + ",Ded Amt,CoIns Amt,Copay", "A-1,10/05/2026,96372,35,10,2.00,2.78,")
                        .remittance()
                        .patientResponsibility())
                .isEqualTo(Money.of("4.78"));
    }

    @Test
    void oneReasonWithoutAmountIsWhatTheLineLeavesOpenAndSeveralAreRejected() throws UnreadableFileException {
        assertThat(Intake.csv(SHORT + ",Reason Cd", "A-1,10/05/2026,96372,35,0,CO-16")
                        .remittance()
                        .adjustments())
                .containsExactly(Adjustment.of("CO", "16", "35"));
        assertThat(Intake.csv(SHORT + ",Reason Cd", "A-1,10/05/2026,96372,35,20,\"CO-45, PR-2\"")
                        .rejections()
                        .get(0)
                        .reason())
                .contains("without their amounts");
        assertThat(Intake.csv(SHORT + ",Reason Cd", "A-1,10/05/2026,96372,35,20,45")
                        .rejections()
                        .get(0)
                        .reason())
                .contains("without its group");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // billed, allowed, paid, coinsurance, reasons | adjustments
                "50,30,30,,CO-45 | CO-45:20.00",
                "50,30,20,10,CO-45 | CO-45:20.00",
                "50,30,20,10,PI-45 | PI-45:20.00",
                "50,30,24,,PR-2 | PR-2:6.00;CO-45:20.00",
                "50,30,0,,PR-1 | PR-1:30.00;CO-45:20.00",
                "50,30,29.40,,CO-253 | CO-253:0.60;CO-45:20.00",
                "50,13.91,10.91,2.78,CO-253 | CO-253:0.22;CO-45:36.09",
                "50,30,20,,\"CO-45, PR-2\" | CO-45:20.00;PR-2:10.00",
                "50,30,29.40,,CO-45:20.00;CO-253 | CO-45:20.00;CO-253:0.60",
                "50,30,20,,CO-45;PR-2:10 | CO-45:20.00;PR-2:10.00",
                "-50,-30,-24,,PR-2 | PR-2:-6.00;CO-45:-20.00",
                "-50,30,-20,10,CO-45 | CO-45:-20.00"
            })
    void aStatedAllowedAmountPartsWhatAReasonWithoutAmountCanBe(String row, String adjustments)
            throws UnreadableFileException {
        assertThat(Adjustment.format(besideAllowed(row).remittance().adjustments()))
                .isEqualTo(adjustments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50,30,20,,CO-45", "50,30,0,,CO-45", "50,13.91,10.91,2.78,CO-45", "-50,-30,-20,,CO-45"})
    void aWriteOffWithoutAmountNeverSaysOtherwiseThanAStatedAllowedAmount(String row) throws UnreadableFileException {
        assertThat(besideAllowed(row).remittance().adjustments())
                .as("charge less allowed does not reach the payment, and nothing states the rest")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50,0,0,,CO-50 | CO-50:50.00",
                "50,30,0,,CO-50 | CO-50:50.00",
                "50,0,0,,CO-45 | CO-45:50.00",
                "50,50,20,,CO-45 | CO-45:30.00",
                "50,50,40,,PR-2 | PR-2:10.00",
                "50,,20,10,CO-45 | CO-45:20.00",
                "50,30,0,,OA-23 | OA-23:50.00",
                "50,30,0,,PR-96 | PR-96:50.00"
            })
    void aReasonWithoutAmountIsAllThatIsOpenWhereNoAllowedAmountPartsIt(String row, String adjustments)
            throws UnreadableFileException {
        assertThat(Adjustment.format(besideAllowed(row).remittance().adjustments()))
                .isEqualTo(adjustments);
    }

    @Test
    void theAllowedAmountOfADeniedClaimDoesNotPartItsWriteOff() throws UnreadableFileException {
        assertThat(Intake.csv(
                                "Pat Acct No.,Svc Date,CPT4,Bill Amt,Pd Amt,Allwd Amt,Claim Status,Reason Cd",
                                "A-1,10/05/2026,96372,50,0,30,4,CO-45")
                        .remittance()
                        .adjustments())
                .containsExactly(Adjustment.of("CO", "45", "50"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"50,30,20,,\"CO-45, CO-97\"", "50,30,20,,\"PR-1, PR-2\"", "50,0,0,,\"CO-45, PR-2\""})
    void severalReasonsWithoutAmountsThatNoAllowedAmountTellsApartAreRejected(String row)
            throws UnreadableFileException {
        assertThat(besideAllowed(row).rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).contains("without their amounts"));
    }

    private static Intake besideAllowed(String row) throws UnreadableFileException {
        return Intake.csv(
                "Pat Acct No.,Svc Date,CPT4,Bill Amt,Allwd Amt,Pd Amt,CoIns Amt,Adjustments",
                "A-1,10/05/2026,96372," + row);
    }

    @Test
    void placesOfServiceAreTwoDigits() throws UnreadableFileException {
        String[][] written = {{"11", "11"}, {"2", "02"}, {"11.0", "11"}, {"11 - Office", "11"}, {"Office", "11"}};
        for (String[] place : written) {
            assertThat(Intake.csv(SHORT + ",POS", "A-1,10/05/2026,96372,35,20," + place[0])
                            .remittance()
                            .placeOfService())
                    .isEqualTo(place[1]);
        }
    }

    @Test
    void claimStatusesLoseTheirZerosAndAreKnownByTheirWords() throws UnreadableFileException {
        String[][] written = {
            {"01", "1"}, {"22", "22"}, {"4 - Denied", "4"}, {"Denied", "4"}, {"Processed as Primary", "1"}
        };
        for (String[] status : written) {
            assertThat(Intake.csv(SHORT + ",Clm Sts Cod", "A-1,10/05/2026,96372,35,20," + status[0])
                            .remittance()
                            .claimStatus())
                    .isEqualTo(status[1]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'CK1,2026-10-20', ',', 'test.csv row 3: this line and 1 more have a payment but no check number or date'",
        "'CK1,', 'CK2,', 'test.csv row 3: this line has a payment but no check number or date'"
    })
    void linesThatPayWithoutACheckBesideOthersThatHaveOneAreRemarked(String first, String last, String expected)
            throws UnreadableFileException {
        assertThat(Intake.csv(
                                SHORT + ",check_number,check_date",
                                "A-1,2026-10-05,96372,50,30," + first,
                                "A-2,2026-10-05,96372,50,30,,",
                                "A-3,2026-10-05,96372,50,0,,",
                                "A-4,2026-10-05,96372,50,30," + last)
                        .remarks)
                .singleElement()
                .asString()
                .startsWith(expected)
                .contains("judged without a check in the month asked for");
    }

    @ParameterizedTest
    @CsvSource({"CK1, 0", "'', 30"})
    void denialsWithoutACheckAndATableWithoutChecksAreNotRemarked(String check, String paid)
            throws UnreadableFileException {
        assertThat(Intake.csv(
                                SHORT + ",check_number",
                                "A-1,2026-10-05,96372,50,30," + check,
                                "A-2,2026-10-05,96372,50," + paid + ",")
                        .remarks)
                .isEmpty();
    }
}
