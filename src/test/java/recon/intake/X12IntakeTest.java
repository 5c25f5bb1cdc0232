package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.claim.Bucket;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.ProcedureCode;
import recon.claim.ProviderAdjustment;
import recon.claim.RemittanceLine;
import recon.file.UnreadableFileException;

/** X12 rows become lines: claim-level adjustments go down to them, and what stands beside the lines is kept. */
class X12IntakeTest {

    private static final String[] HEAD = {
        "ST*835*0001", "BPR*I*30.00*C*CHK************20261020", "TRN*1*CHK1*1999999999", "N1*PR*TESTCARE", "LX*1"
    };

    private static Intake read(String... claims) throws UnreadableFileException {
        String[] all = new String[HEAD.length + claims.length];
        System.arraycopy(HEAD, 0, all, 0, HEAD.length);
        System.arraycopy(claims, 0, all, HEAD.length, claims.length);
        return Intake.x12(all);
    }

    @Test
    void aReferenceLongerThanAnyRefusesTheFile() throws UnreadableFileException {
        String longest = "x".repeat(400);

        assertThat(read("PLB*1999999999*20261231*WO:" + longest + "*5.00").providerAdjustments)
                .extracting(ProviderAdjustment::reference)
                .containsExactly(longest);
        assertThatThrownBy(() -> read("PLB*1999999999*20261231*WO:" + longest + "x*5.00"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("test.835: segment 6 holds a text of more than 400 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISA*00**00**ZZ*S*ZZ*R*261031*1200*^*00501*000000001*0*T*:",
                "GS*HP*S*R*20261031*1200*1*X*005010X221A1",
                "ST*835*0002",
                "GE*1*1",
                "IEA*1*000000001"
            })
    void aTransactionCutShortRefusesTheFileThoughMoreFollows(String next) {
        assertThatThrownBy(() -> read("CLP*A-1*1*35*10**MB*ICN-1", "SVC*HC:96372*35*10**1", next))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("test.835: goes on with " + next.substring(0, next.indexOf('*')))
                .hasMessageContaining("within the transaction that begins at segment 1, at segment 8 and without SE");
    }

    @Test
    void aLineOfAnInstitutionalClaimBesideProfessionalOnesIsRejectedWithItsCharge() throws UnreadableFileException {
        Intake read = Intake.x12(
                "GS*HC*S*R*20261001*1200*1*X*005010X222A1",
                "ST*837*0001*005010X222A1",
                "CLM*P-1*35***11:B:1",
                "LX*1",
                "SV1*HC:96372*35*UN*1",
                "DTP*472*D8*20261005",
                "SE*6*0001",
                "ST*837*0002*005010X223A2",
                "CLM*I-1*60***13:A:1",
                "LX*1",
                "SV2*0510*HC:96372*60*UN*1",
                "DTP*472*D8*20261005");
        assertThat(read.claim().patientControlNumber()).isEqualTo("P-1");
        assertThat(read.rejections()).singleElement().satisfies(rejection -> assertThat(rejection.inWords())
                .startsWith("test.835 segment 11: an institutional or dental claim (SV2 or SV3)"));
        assertThat(read.sums().billed()).isEqualTo(Money.of("95"));
        assertThat(read.remarks).noneMatch(remark -> remark.contains("passed over"));
    }

    @Test
    void aLineIsReadWithItsClaimAndItsCheck() throws UnreadableFileException {
        Intake read = read(
                "CLP*A-1*1*35*10.91*2.78*MB*ICN-1*11",
                "NM1*QC*1*TEST*PAT****MI*M-1",
                "SVC*HC:96372:59*35*10.91**1",
                "DTM*472*20261005",
                "CAS*CO*45*21.09**253*.22",
                "CAS*PR*2*2.78",
                "REF*6R*L1",
                "AMT*B6*13.91",
                "LQ*HE*N115");
        RemittanceLine line = read.remittance();
        assertThat(line.checkNumber()).isEqualTo("CHK1");
        assertThat(line.checkDate()).isEqualTo(LocalDate.of(2026, 10, 20));
        assertThat(line.filingClass()).isEqualTo(PayerClass.MEDICARE);
        assertThat(line.statedClass()).isNull();
        assertThat(line.lineSequence()).isEqualTo(1);
        assertThat(line.lineControlNumber()).isEqualTo("L1");
        assertThat(line.allowed()).isEqualTo(Money.of("13.91"));
        assertThat(line.adjustments().toString()).isEqualTo("[CO-45:21.09, CO-253:0.22, PR-2:2.78]");
        assertThat(line.source()).hasToString("test.835 segment 8");
        assertThat(read.remarks).anyMatch(remark -> !remark.contains("TEST,"));
    }

    @Test
    void aSegmentInLowerCaseIsTheSegmentThatItIs() throws UnreadableFileException {
        Intake read = read(
                "CLP*A-1*1*70*60**MB*ICN-1",
                "SVC*HC:96372*35*30**1",
                "DTM*472*20261005",
                "CAS*CO*45*5",
                "svc*HC:96372*35*30**1",
                "dtm*472*20261006",
                "Cas*CO*45*5",
                "clp*A-2*1*35*30**MB*ICN-2",
                "SVC*HC:96372*35*30**1",
                "DTM*472*20261007",
                "CAS*CO*45*5");
        assertThat(read.remittances())
                .extracting(line -> line.patientControlNumber() + " " + line.serviceDate() + " " + line.adjustments())
                .containsExactly(
                        "A-1 2026-10-05 [CO-45:5.00]", "A-1 2026-10-06 [CO-45:5.00]", "A-2 2026-10-07 [CO-45:5.00]");
    }

    @Test
    void aQualifierInLowerCaseSaysWhatItSays() throws UnreadableFileException {
        Intake read = Intake.x12(
                "ST*835*0001",
                "BPR*i*0*c*ach************20261020",
                "trn*1*chk1*1999999999",
                "n1*pr*testcare",
                "ref*2u*99999",
                "clp*a-1*4*35*0**mb*icn-1",
                "nm1*qc*1*test*pat****mi*m-1",
                "nm1*82*2*clinic*****xx*1999999984",
                "svc*hc:96372*35*0**1",
                "dtm*472*20261005",
                "cas*co*16*35",
                "ref*6r*l1",
                "amt*b6*0",
                "lq*he*ma130",
                "plb*1999999999*20261231*wo:icn-1*5.00");
        RemittanceLine line = read.remittance();
        assertThat(line.payer()).isEqualTo("testcare");
        assertThat(line.payerId()).isEqualTo("99999");
        assertThat(line.memberId()).isEqualTo("m-1");
        assertThat(line.renderingNpi()).isEqualTo("1999999984");
        assertThat(line.lineControlNumber()).isEqualTo("l1");
        assertThat(line.allowed()).isEqualTo(Money.ZERO);
        assertThat(line.adjustments().toString()).isEqualTo("[CO-16:35.00]");
        assertThat(line.remarkCodes()).containsExactly("MA130");
        assertThat(read.providerAdjustments)
                .extracting(ProviderAdjustment::reason)
                .containsExactly("WO");
    }

    @Test
    void aQualifierOfAClaimInLowerCaseSaysWhatItSays() throws UnreadableFileException {
        Intake read = Intake.x12(
                "ST*837*0001*005010X222A1",
                "BHT*0019*00*b1*20261006*1200*ch",
                "hl*1**20*1",
                "nm1*85*2*clinic*****xx*1999999984",
                "hl*2*1*22*0",
                "sbr*p*18*******ci",
                "nm1*il*1*test*pat****mi*m-1",
                "nm1*pr*2*testcare*****pi*99999",
                "clm*p-1*35***11:b:1",
                "ref*f8*icn-1",
                "hi*abk:e538",
                "nm1*82*1*nurse*nan****xx*1999999992",
                "prv*pe*pxc*363l00000x",
                "lx*1",
                "sv1*hc:96372*35*un*1***1",
                "dtp*472*d8*20261005",
                "ref*6r*l1",
                "lin**n4*00000000001");
        assertThat(read.claim()).satisfies(line -> {
            assertThat(line.payer()).isEqualTo("testcare");
            assertThat(line.memberId()).isEqualTo("m-1");
            assertThat(line.payerClaimNumber()).isEqualTo("icn-1");
            assertThat(line.diagnoses()).containsExactly("E538");
            assertThat(line.renderingNpi()).isEqualTo("1999999992");
            assertThat(line.renderingCredential()).isEqualTo("NP");
            assertThat(line.lineControlNumber()).isEqualTo("l1");
            assertThat(line.ndc()).isEqualTo("00000000001");
        });
    }

    @Test
    void claimLevelAdjustmentsGoDownToTheLinesOfTheirClaimOnly() throws UnreadableFileException {
        Intake read = read(
                "CLP*A-1*22*-35*-20**MB*ICN-1",
                "CAS*CO*45*-15",
                "SVC*HC:96372*-35*-20**1",
                "DTM*472*20261005",
                "CLP*A-1*4*35*0**MB*ICN-1",
                "CAS*CO*29*35",
                "MOA***MA130",
                "SVC*HC:96372*35*0**1",
                "DTM*472*20261005",
                "CLP*A-1*1*35*20**MB*ICN-1",
                "SVC*HC:96372*35*20**1",
                "DTM*472*20261005",
                "CAS*CO*45*15");
        assertThat(read.remittances().stream().map(line -> line.adjustments().toString()))
                .containsExactly("[CO-45:-15.00]", "[CO-29:35.00]", "[CO-45:15.00]");
        assertThat(read.remittances().get(1).remarkCodes()).containsExactly("MA130");
        assertThat(read.remittances().get(0).isReversal()).isTrue();
        assertThat(read.buckets()).containsEntry(Bucket.JOINED, 2).containsEntry(Bucket.IN_SCOPE, 3);
        assertThat(read.sums().paid()).isEqualTo(Money.ZERO);
    }

    @Test
    void aBadElementIsCalledAsX12CallsIt() throws UnreadableFileException {
        Intake read = read(
                "CLP*A-1*1*95*54**12*ICN-1",
                "SVC*HC:96372*60*24**1",
                "DTM*472*20261005",
                "CAS*CO*45*3O",
                "SVC*HC:96372*35*30**1",
                "DTM*472*2026-1005",
                "CAS*CO*45*5");
        assertThat(read.rejections().get(0).reason()).contains("CAS03 an amount such as 12.34");
        assertThat(read.rejections().get(1).reason()).contains("not a date such as 20261015 (DTM02");
    }

    @Test
    void aPredeterminationIsNeitherPaymentNorDenial() throws UnreadableFileException {
        Intake read = read(
                "CLP*A-1*25*60*0**12*ICN-1",
                "SVC*HC:96372*60*0**1",
                "DTM*472*20261005",
                "CAS*CO*45*30",
                "CAS*OA*101*30");
        assertThat(read.remittances()).isEmpty();
        assertThat(read.rejections()).singleElement().satisfies(rejection -> assertThat(rejection.inWords())
                .startsWith("test.835 segment 7, column 'claim_status': a predetermination (status 25)"));
    }

    @Test
    void minutesAreNoUnitsOfAnInjection() throws UnreadableFileException {
        Intake read = Intake.x12(
                "ST*837*0001*005010X222A1",
                "BHT*0019*00*B1*20261006*1200*CH",
                "CLM*P-1*95***11:B:1",
                "SV1*HC:96372*35*MJ*15",
                "DTP*472*D8*20261005",
                "SV1*HC:00400*60*MJ*15",
                "DTP*472*D8*20261005");
        assertThat(read.buckets()).containsEntry(Bucket.REJECTED, 1).containsEntry(Bucket.OTHER_CODES, 1);
        assertThat(read.rejections().get(0).reason()).startsWith("billed in minutes (SV103 is MJ)");
    }

    @Test
    void theLinesIntoWhichAPayerSplitOneAreOneLine() throws UnreadableFileException {
        Intake read = read(
                "CLP*A-1*1*155*59**12*ICN-1",
                "SVC*HC:96372*60*24**1",
                "DTM*472*20261005",
                "CAS*CO*45*30",
                "CAS*PR*2*6",
                "REF*6R*L1",
                "AMT*B6*30",
                "SVC*HC:96372*35*35**1",
                "DTM*472*20261005",
                "REF*6R*L2",
                "SVC*HC:96372*60*0**1",
                "DTM*472*20261005",
                "CAS*CO*45*10**151*50",
                "REF*6R*L1",
                "AMT*B6*0",
                "LQ*HE*N362");
        assertThat(read.buckets()).containsEntry(Bucket.IN_SCOPE, 2).containsEntry(Bucket.JOINED, 1);
        RemittanceLine line = read.remittances().get(0);
        assertThat(line.billed()).isEqualTo(Money.of("120"));
        assertThat(line.allowed()).isEqualTo(Money.of("30"));
        assertThat(line.paid()).isEqualTo(Money.of("24"));
        assertThat(line.units()).isEqualTo(2);
        assertThat(line.paidUnits()).isEqualTo(2);
        assertThat(line.adjustments().toString()).isEqualTo("[CO-45:40.00, PR-2:6.00, CO-151:50.00]");
        assertThat(line.remarkCodes()).containsExactly("N362");
        assertThat(read.sums().billed()).isEqualTo(Money.of("155"));
        assertThat(read.sums().paid()).isEqualTo(Money.of("59"));
        assertThat(read.remarks).noneMatch(remark -> remark.contains("differs by"));
    }

    @ParameterizedTest(name = "{0}, refused in the line''s {1}. place: {2}")
    @CsvSource({
        "CAS*CO*97*60, 1, 30.00",
        "CAS*CO*97*60, 2, 30.00",
        "CAS*CO*45*30**97*30, 2, 30.00",
        "CAS*PR*204*60, 2, 30.00",
        "CAS*CO*45*30*1~CAS*PR*1*30, 2, 60.00",
        "CAS*OA*23*60, 2, 60.00"
    })
    void anAllowedAmountThatIsStatedOfARefusedPartIsNoneOfTheLine(String adjustments, int place, String allowed)
            throws UnreadableFileException {
        List<String> paid =
                List.of("SVC*HC:96372*60*30**1", "DTM*472*20261005", "CAS*CO*45*30", "REF*6R*L1", "AMT*B6*30");
        List<String> refused = new ArrayList<>(List.of("SVC*HC:96372*60*0**1", "DTM*472*20261005"));
        refused.addAll(List.of(adjustments.split("~")));
        refused.addAll(List.of("REF*6R*L1", "AMT*B6*30"));
        List<String> segments = new ArrayList<>(List.of("CLP*A-1*1*120*30**12*ICN-1"));
        segments.addAll(place == 1 ? refused : paid);
        segments.addAll(place == 1 ? paid : refused);

        Intake read = read(segments.toArray(String[]::new));

        assertThat(read.buckets()).containsEntry(Bucket.JOINED, 1);
        assertThat(read.remittance().allowed()).isEqualTo(Money.of(allowed));
    }

    @Test
    void aPartMayRestOnTheDateOfItsClaim() throws UnreadableFileException {
        Intake read = read(
                "CLP*A-1*1*105*60**12*ICN-1",
                "DTM*232*20261005",
                "SVC*HC:96372*35*20**1",
                "DTM*472*20261005",
                "REF*6R*L1",
                "SVC*HC:96372*35*20**1",
                "REF*6R*L1",
                "SVC*HC:96372*35*20**1",
                "DTM*472*20261006",
                "REF*6R*L1");
        assertThat(read.remittances())
                .extracting(line -> line.serviceDate() + " " + line.billed())
                .containsExactly("2026-10-05 70.00", "2026-10-06 35.00");
    }

    @Test
    void allowedIsUnknownWhereAPartDoesNotStateIt() throws UnreadableFileException {
        Intake read = read(
                "CLP*A-1*1*70*40**12*ICN-1",
                "SVC*HC:96372*35*20**1",
                "CAS*CO*45*15",
                "DTM*472*20261005",
                "REF*6R*L1",
                "AMT*B6*20",
                "SVC*HC:96372*35*20**1",
                "CAS*CO*45*15",
                "DTM*472*20261005",
                "REF*6R*L1");
        assertThat(read.remittance().allowed()).isNull();
        assertThat(read.remittance().paid()).isEqualTo(Money.of("40"));
    }

    @Test
    void aLineThatItsClaimIsChargedForOnceIsARepeatAndNoPart() throws UnreadableFileException {
        Intake read = read(
                "CLP*A-1*1*35*20**12*ICN-1",
                "SVC*HC:96372*35*20**1",
                "CAS*CO*45*15",
                "DTM*472*20261005",
                "REF*6R*L1",
                "SVC*HC:96372*35*20**1",
                "CAS*CO*45*15",
                "DTM*472*20261005",
                "REF*6R*L1");
        assertThat(read.remittances()).hasSize(2);
        assertThat(read.remittances().get(0).billed()).isEqualTo(Money.of("35"));
    }

    @Test
    void aPartThatCannotBeReadRejectsTheOthersToo() throws UnreadableFileException {
        Intake read = read(
                "CLP*A-1*1*70*40**12*ICN-1",
                "SVC*HC:96372*35*20**1",
                "DTM*472*20261005",
                "REF*6R*L1",
                "SVC*HC:96372*35*2O**1",
                "DTM*472*20261005",
                "REF*6R*L1");
        assertThat(read.buckets()).containsOnlyKeys(Bucket.REJECTED);
        assertThat(read.rejections().get(0).reason()).startsWith("part of a service line that the payer split");
    }

    @Test
    void partsOfMoreUnitsThanCanBeCountedAreRejectedAsOneLine() throws UnreadableFileException {
        Intake read = read(
                "CLP*A-1*1*70*40**12*ICN-1",
                "SVC*HC:96372*35*20**2147483647",
                "DTM*472*20261005",
                "REF*6R*L1",
                "SVC*HC:96372*35*20**1",
                "DTM*472*20261005",
                "REF*6R*L1");
        assertThat(read.buckets()).containsEntry(Bucket.REJECTED, 1).containsEntry(Bucket.JOINED, 1);
        assertThat(read.rejections().get(0).reason()).contains("come to more than 2147483647 units");
        assertThat(read.sums().billed()).isEqualTo(Money.of("70"));
    }

    @Test
    void aClaimWithoutServiceLinesIsRejectedWithItsDollars() throws UnreadableFileException {
        Intake read = read("CLP*A-1*4*35*0**MB*ICN-1", "CAS*CO*29*35", "DTM*232*20261005");
        assertThat(read.rejections().get(0).reason()).startsWith("no service lines");
        assertThat(read.sums().billed()).isEqualTo(Money.of("35"));
    }

    @Test
    void aRecodedInjectionIsInScopeAndOtherCodesAreOnlySummed() throws UnreadableFileException {
        Intake read = read(
                "CLP*A-1*1*60*30**MB*ICN-1",
                "SVC*HC:96374*35*20**1*HC:96372",
                "DTM*472*20261005",
                "CAS*CO*45*15",
                "SVC*HC:J3420*25*10**1",
                "CAS*CO*45*15");
        assertThat(read.remittance().originalCode()).isEqualTo(ProcedureCode.INJECTION);
        assertThat(read.buckets()).containsEntry(Bucket.OTHER_CODES, 1);
        assertThat(read.sums().paid()).isEqualTo(Money.of("30"));
    }

    @Test
    void imbalancesChecksAndProviderAdjustmentsAreKept() throws UnreadableFileException {
        Intake read = read(
                "CLP*A-1*1*35*21**MB*ICN-1",
                "SVC*HC:96372*35*20**1",
                "DTM*472*20261005",
                "CAS*CO*45*15",
                "PLB*1234567893*20261231*WO:ICN-9*-10");
        assertThat(read.remarks)
                .contains(
                        "test.835 segment 6: claim: paid (CLP04) against charge less all adjustments (CLP03 - CAS): differs by $1.00");
        assertThat(read.providerAdjustments).singleElement().satisfies(adjustment -> {
            assertThat(adjustment.reason()).isEqualTo("WO");
            assertThat(adjustment.amount()).isEqualTo(Money.of("-10"));
        });
        assertThat(read.checks).singleElement().satisfies(check -> assertThat(
                        check.stated().minus(check.comesTo()))
                .isEqualTo(Money.of("-1")));
    }

    @Test
    void aLineThatAClaimLevelAdjustmentBalancesIsNotRemarkedUpon() throws UnreadableFileException {
        String[] balanced = {
            "CLP*A-1*1*70*20*20*12*ICN-1",
            "CAS*PR*1*20",
            "SVC*HC:96372*35*10**1",
            "DTM*472*20261005",
            "CAS*CO*45*15",
            "SVC*HC:J3420*35*10**1",
            "CAS*CO*45*15"
        };
        assertThat(read(balanced).remarks).noneMatch(remark -> remark.contains("SVC03"));
        balanced[1] = "CAS*PR*1*19";
        assertThat(read(balanced).remarks)
                .contains(
                        "test.835 segment 8: line: paid (SVC03) against charge less adjustments (SVC02 - CAS): differs by -$10.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CLP*A-1*1*35*20**12*ICN-1   |               | 20 | 15 |
            CLP*A-1*1*35*30**12*ICN-1   |               | 20 | 15 | paid (CLP04) against the payments of its lines (SVC03): differs by $10.00
            CLP*A-1*1*88*20**12*ICN-1   |               | 20 | 15 | charge (CLP03) against the charges of its lines (SVC02): differs by $53.00
            CLP*A-1*1*35*15*5*12*ICN-1  | CAS*PR*1*5    | 15 | 15 |
            CLP*A-1*1*35*15*5*12*ICN-1  | CAS*PR*1*5    | 20 | 15 |
            CLP*A-1*1*35*15*5*12*ICN-1  | CAS*PR*1*5    | 10 | 15 | paid (CLP04) against the payments of its lines (SVC03): differs by $5.00
            CLP*A-1*22*-35*-20**12*ICN-1|               | 20 | 15 | paid (CLP04) against the payments of its lines (SVC03): differs by -$40.00
            """)
    void theLinesOfAClaimComeToItsChargeAndPaymentOrTheFileIsSaidToLackLines(
            String claim, @Nullable String adjustment, String paid, String adjusted, @Nullable String off)
            throws UnreadableFileException {
        List<String> segments = new ArrayList<>(List.of(claim));
        if (adjustment != null) {
            segments.add(adjustment);
        }
        segments.addAll(List.of("SVC*HC:96372*35*" + paid + "**1", "DTM*472*20261005", "CAS*CO*45*" + adjusted));
        List<String> remarks = read(segments.toArray(String[]::new)).remarks;
        String apart =
                "test.835 segment 6: claims or lines may be missing: the lines of this claim do not come to what was charged or paid for the claim (CLP03, CLP04); ask the file's sender, or get it again";
        if (off == null) {
            assertThat(remarks).doesNotContain(apart);
        } else {
            assertThat(remarks).contains("test.835 segment 6: claim: " + off, apart);
        }
    }

    @Test
    void whatATransactionAdjustsForOneReasonAndReferenceIsOneAdjustment() throws UnreadableFileException {
        Intake read = read(
                "PLB*1234567893*20261231*WO:ICN-1*5.00*WO:ICN-1*5.00*FB:ICN-1*1.00*WO:ICN-2*2.00",
                "PLB*1234567893*20261231*WO:ICN-1*0.50*L6*-0.10",
                "SE*9*0001",
                "ST*835*0002",
                HEAD[1],
                HEAD[2],
                "PLB*1234567893*20261231*WO:ICN-1*5.00");
        assertThat(read.providerAdjustments)
                .extracting(adjustment -> "%s %s %s at %d"
                        .formatted(
                                adjustment.reason(),
                                adjustment.reference(),
                                adjustment.amount(),
                                adjustment.source().number()))
                .containsExactly(
                        "WO ICN-1 10.50 at 6",
                        "FB ICN-1 1.00 at 6",
                        "WO ICN-2 2.00 at 6",
                        "L6 null -0.10 at 7",
                        "WO ICN-1 5.00 at 12");
        assertThat(read.checks)
                .extracting(check -> check.providerAdjustments().toString())
                .containsExactly("13.40", "5.00");
    }

    @Test
    void aBadAmountRejectsItsRowByPlace() throws UnreadableFileException {
        Intake read = read("CLP*A-1*1*35*20**MB*ICN-1", "SVC*HC:96372*35*2O**1", "DTM*472*20261005");
        assertThat(read.rejections().get(0).inWords()).startsWith("test.835 segment 7, column 'paid': not an amount");
    }
}
