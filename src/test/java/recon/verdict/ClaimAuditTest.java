package recon.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static recon.verdict.AuditedClaim.DAY;
import static recon.verdict.AuditedClaim.injection;
import static recon.verdict.AuditedClaim.other;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.Adjustment;
import recon.claim.ClaimLine;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.ProcedureCode;
import recon.claim.RemittanceLine;
import recon.claim.SourceRef;
import recon.match.FieldsKnown;
import recon.match.LineHistory;
import recon.match.MatchedPayment;
import recon.match.StatedFields;
import recon.price.Clocks;
import recon.price.ExpectedRanges;
import recon.price.MedicareFeeSchedule;
import recon.price.NeverTogether;
import recon.price.PayerDirectoryFile;
import recon.price.ReferenceDataException;
import recon.verdict.audit.AuditKnowledge;
import recon.verdict.audit.AuditRule;
import recon.verdict.audit.AuditRules;

class ClaimAuditTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final LocalDate AS_OF = MONTH.atEndOfMonth();

    /** The file has every column, and lines of other codes. */
    private static final FieldsKnown ALL_KNOWN =
            new FieldsKnown(List.of(new StatedFields(0, true, true, true, true, true, true, true, true, true)));

    private static final FieldsKnown NOTHING_KNOWN = new FieldsKnown(List.of());

    private static final ExpectedRanges SHIPPED = ExpectedRanges.load(null);

    @TempDir
    Path folder;

    private final ClaimAudit audit = audit(SHIPPED, null, null, null);

    private static ClaimAudit audit(
            ExpectedRanges ranges, @Nullable Path payers, @Nullable Path pairs, @Nullable Path drugs) {
        return new ClaimAudit(
                new AuditKnowledge(
                        PayerDirectoryFile.load(payers), NeverTogether.load(pairs), Clocks.shipped(), ranges, drugs),
                MONTH);
    }

    private Path file(String name, String... lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static LineHistory history(AuditedClaim claim, AuditedClaim... others) {
        return new LineHistory(
                claim.line(),
                List.of(),
                List.of(),
                Arrays.stream(others).map(AuditedClaim::line).toList());
    }

    private List<AuditFinding> findings(AuditedClaim claim, AuditedClaim... others) {
        return audit.audit(history(claim, others), ALL_KNOWN);
    }

    /** {@code 2 likely}, by rule. */
    private static List<String> said(List<AuditFinding> findings) {
        return findings.stream().map(f -> f.rule() + " " + f.certainty()).toList();
    }

    private List<String> said(AuditedClaim claim, AuditedClaim... others) {
        return said(findings(claim, others));
    }

    private static @Nullable AuditFinding ofRule(int rule, List<AuditFinding> findings) {
        return findings.stream().filter(f -> f.rule() == rule).findFirst().orElse(null);
    }

    /** What one rule says: its certainty, or "silent". */
    private static String ofRuleInWords(int rule, List<AuditFinding> findings) {
        AuditFinding finding = ofRule(rule, findings);
        return finding == null ? "silent" : finding.certainty();
    }

    private String rule(int rule, AuditedClaim claim, AuditedClaim... others) {
        return ofRuleInWords(rule, findings(claim, others));
    }

    /** Lines of the same claim and day, written {@code J3420 99213-25}. */
    private static AuditedClaim[] written(@Nullable String codes) {
        List<AuditedClaim> lines = new ArrayList<>();
        for (String one : codes == null ? new String[0] : codes.split(" ")) {
            lines.add(other(lines.size() + 2L, one));
        }
        return lines.toArray(AuditedClaim[]::new);
    }

    @Test
    void sixteenRulesStandInTheOrderOfTheirNumbers() {
        assertThat(AuditRules.ALL)
                .extracting(AuditRule::number)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        assertThat(AuditRules.ALL.stream().map(rule -> rule.number() + ": " + rule.predicted()))
                .containsExactly(
                        "1: 97",
                        "2: 97, M14",
                        "3: 16, N657",
                        "4: 16, 107, B15",
                        "5: 16, M119",
                        "6: 5, 58, M97",
                        "7: 151, N362",
                        "8: 18",
                        "9: 97, 236",
                        "10: 97, N657",
                        "11: N657",
                        "12: 50, 11",
                        "13: 4",
                        "14: ",
                        "15: 29",
                        "16: 112");
        assertThat(AuditRules.ALL)
                .filteredOn(AuditRule::complianceHold)
                .extracting(AuditRule::number)
                .containsExactly(16);
    }

    @ParameterizedTest(name = "{0} ({1})")
    @CsvSource({
        "J3420,                   Medicare Part B",
        "J3420 99213-25,          Medicare Part B",
        "J1071 99205-25,          Aetna",
        "Q5101,                   Medicare Part B",
        "90378,                   Medicare Part B",
        "J3420 90686 G0008,       Medicare Part B",
        "J3420 90715 90471,       Aetna",
        "J0897,                   Medicare Part B",
        "J2357,                   Aetna",
        "J3490,                   Aetna",
        "J9260,                   Aetna",
        "J1885 J1100 36415 81002, Aetna",
    })
    void aCleanClaimIsLeftAlone(String others, String payer) {
        List<AuditedClaim> lines = new ArrayList<>();
        for (AuditedClaim one : written(others)) {
            lines.add(one.payer(payer));
        }
        assertThat(findings(injection().payer(payer), lines.toArray(AuditedClaim[]::new)))
                .isEmpty();
    }

    @Test
    void aFindingNamesItsEvidenceAndThePrediction() {
        assertThat(findings(injection(), other(2, "J3420"), other(3, "99214"), other(4, "99213")))
                .containsExactly(new AuditFinding(
                        injection().line(),
                        2,
                        "Office visit on the same day without modifier 25",
                        "99213, 99214 on 2026-10-05 without modifier 25 on the visit",
                        "97, M14",
                        "likely",
                        false));
    }

    @Test
    void manyCodesAreNamedInPart() {
        List<AuditedClaim> lines = new ArrayList<>();
        for (String code : List.of(
                "90632", "90633", "90636", "90647", "90648", "90649", "90651", "90670", "90671", "90677", "90686",
                "90688")) {
            lines.add(other(lines.size() + 2, code));
        }
        assertThat(ofRule(3, findings(injection(), lines.toArray(AuditedClaim[]::new)))
                        .evidence())
                .startsWith(
                        "90632, 90633, 90636, 90647, 90648, 90649, 90651, 90670, 90671, 90677 and 2 more on 2026-10-05");
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "99211,    Medicare Part B,       certain",
        "99211-25, Medicare Part B,       certain",
        "99211,    Cedar State Medicaid,  certain",
        "99211,    Aetna,                 likely",
        "99213,    Medicare Part B,       silent",
    })
    void rule1SeesANurseVisitWhateverItsModifier(String visit, String payer, String expected) {
        assertThat(rule(1, injection().payer(payer), other(2, visit).payer(payer)))
                .isEqualTo(expected);
    }

    @Test
    void rule1GoesByTheUsersPairs() {
        LineHistory bare = history(injection(), other(2, "99211"));
        LineHistory parted = history(injection(), other(2, "99211-25"));
        ClaimAudit indicator1 =
                audit(SHIPPED, null, file("ncci.csv", "code,indicator,not_paid", "99211,1,other"), null);
        ClaimAudit ended =
                audit(SHIPPED, null, file("ncci.csv", "code,indicator,effective_to", "99211,0,2026-09-30"), null);

        assertThat(ofRuleInWords(1, indicator1.audit(bare, ALL_KNOWN))).isEqualTo("certain");
        assertThat(ofRuleInWords(1, indicator1.audit(parted, ALL_KNOWN))).isEqualTo("silent");
        assertThat(ofRuleInWords(1, ended.audit(bare, ALL_KNOWN))).isEqualTo("silent");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "99202, likely",
        "99205, likely",
        "99212, likely",
        "99215, likely",
        "99213-24, likely",
        "99213-25, silent",
        "99213-24 25, silent",
        "99211, silent",
        "99201, silent",
        "99231, silent",
    })
    void rule2SeesAnOfficeVisitWithout25(String visit, String expected) {
        AuditedClaim[] others = {other(2, visit.substring(0, 5)).modifiers(visit.replaceFirst("^.{5}-?", ""))};
        assertThat(rule(2, injection(), others)).isEqualTo(expected);
    }

    @Test
    void rule2DoesNotTakeAModifierOnTheInjectionForOneOnTheVisit() {
        assertThat(rule(2, injection().modifiers("25"), other(2, "99213"))).isEqualTo("likely");
        assertThat(rule(2, injection().modifiers("59"), other(2, "99213"))).isEqualTo("likely");
    }

    @Test
    void aVisitOfAnotherDayPatientPayerOrPractitionerIsNotBesideTheInjection() {
        AuditedClaim visit = other(2, "99213");
        assertThat(rule(2, injection(), visit.on(DAY.plusDays(1)))).isEqualTo("silent");
        visit = other(2, "99213").claim("PCN2");
        assertThat(rule(2, injection(), visit)).isEqualTo("likely");
        assertThat(rule(2, injection(), visit.patient("TESTPATIENT, TWO"))).isEqualTo("silent");
        assertThat(rule(2, injection(), visit.patient(" testpatient, one"))).isEqualTo("likely");
        assertThat(rule(2, injection(), visit.patient(null))).isEqualTo("likely");
        assertThat(rule(2, injection().patient(null), visit.patient("TESTPATIENT, TWO")))
                .isEqualTo("likely");
        assertThat(rule(2, injection(), visit.patient(null).npi("1000000002"))).isEqualTo("silent");
        assertThat(rule(2, injection().npi(null), visit)).isEqualTo("likely");
        assertThat(rule(2, injection(), visit.npi(null))).isEqualTo("likely");
        assertThat(rule(2, injection(), visit.payer("Aetna"))).isEqualTo("silent");
        assertThat(rule(2, injection(), visit.payer(null))).isEqualTo("likely");
        assertThat(rule(2, injection().payer(null), visit.payer("Aetna"))).isEqualTo("likely");
        assertThat(rule(2, injection().payer("Aetna"), visit.payer("AETNA HEALTH INC")))
                .isEqualTo("likely");
        assertThat(rule(2, injection(), other(2, "99213").claim(" pcn1").npi("1000000002")))
                .isEqualTo("likely");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "90715,             likely",
        "90686,             likely",
        "90658,             likely",
        "90715 J3420,       likely",
        "90715 99213-25,    likely",
        "90715 90471,       silent",
        "90715 90460,       silent",
        "90686 G0008,       silent",
        "90732 G0009,       silent",
        "90746 G0010,       silent",
        "91320 90480,       silent",
        "90380 96381,       silent",
        "90380,             likely",
        "J3420,             silent",
        "90378,             silent",
        "90471,             silent",
    })
    void rule3SeesAVaccineThat96372IsToAdminister(String others, String expected) {
        assertThat(rule(3, injection(), written(others))).isEqualTo(expected);
    }

    @Test
    void rule3NamesTheCodeThatAVaccineIsGivenUnder() {
        assertThat(ofRule(3, findings(injection(), other(2, "90686"))).evidence())
                .isEqualTo("90686 on 2026-10-05 and no administration code; a vaccine is given under "
                        + "90460, 90471 or 90473; for Medicare G0008");
        ClaimAudit own = audit(SHIPPED, null, null, file("drugs.csv", "code,class", "90999,vaccine"));
        assertThat(ofRule(3, own.audit(history(injection(), other(2, "90999")), ALL_KNOWN))
                        .evidence())
                .endsWith("a vaccine is given under another code");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        ",               likely",
        "99213-25,       likely",
        "90686 G0008,    likely",
        "J3420,          silent",
        "Q5101,          silent",
        "C9399,          silent",
        "90384,          silent",
        "90715,          silent",
        "96372-59,       likely",
    })
    void rule4SeesAnInjectionWithoutItsDrug(@Nullable String others, String expected) {
        assertThat(rule(4, injection(), written(others))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Patient supplied B12,       silent",
        "B12 (PT SUPPLIED),          silent",
        "patient's own,              silent",
        "white bagged,               silent",
        "from specialty pharmacy,    silent",
        "sample,                     silent",
        "cyanocobalamin,             likely",
    })
    void rule4LeavesADrugThatThePracticeDidNotBuy(String drug, String expected) {
        assertThat(rule(4, injection().record(drug, null, null, null))).isEqualTo(expected);
        assertThat(rule(4, injection().record(null, drug, "IM", "arm"))).isEqualTo(expected);
    }

    @Test
    void rule4SpeaksOnlyWhereOtherLinesAreKnown() {
        LineHistory alone = history(injection());
        FieldsKnown noDrugs = new FieldsKnown(
                List.of(new StatedFields(0, true, false, false, false, false, false, false, false, false)));

        assertThat(audit.audit(alone, NOTHING_KNOWN)).isEmpty();
        assertThat(said(audit.audit(alone, noDrugs))).containsExactly("4 possible");
        assertThat(said(audit.audit(history(injection(), other(2, "99213-25")), NOTHING_KNOWN)))
                .containsExactly("4 possible");
        assertThat(said(audit.audit(history(injection(), other(2, "96372-59")), NOTHING_KNOWN)))
                .isEmpty();
        assertThat(ofRuleInWords(4, audit.audit(history(injection().ofX12()), NOTHING_KNOWN)))
                .isEqualTo("possible");
    }

    @Test
    void rule4TakesADrugOfTheDayWhoeverPaysForIt() {
        assertThat(rule(4, injection(), other(2, "J3420").payer("Aetna").claim("PCN2")))
                .isEqualTo("silent");
        assertThat(rule(4, injection(), other(2, "J3420").on(DAY.minusDays(1)))).isEqualTo("likely");
    }

    @ParameterizedTest(name = "{0}, drug code {1}: {2}")
    @CsvSource({
        "Cedar State Medicaid,         , likely",
        "Cedar State Medicaid,         00143-9867-01, silent",
        "UnitedHealthcare,             , likely",
        "UHC Medicare Complete,        , likely",
        "Aetna,                        , silent",
        "Medicare Part B,              , silent",
        "Unknown Plan,                 , silent",
    })
    void rule5SeesADrugWithoutItsCodeWhereThePayerWantsIt(String payer, @Nullable String ndc, String expected) {
        assertThat(rule(
                        5,
                        injection().payer(payer),
                        other(2, "J3420").payer(payer).ndc(ndc)))
                .isEqualTo(expected);
    }

    @Test
    void rule5KnowsSinceWhenAPayerWantsTheCode() {
        LocalDate before = LocalDate.of(2016, 12, 31);
        assertThat(rule(
                        5,
                        injection().payer("UHC").on(before),
                        other(2, "J3420").payer("UHC").on(before)))
                .isEqualTo("silent");
        LocalDate since = LocalDate.of(2017, 1, 1);
        assertThat(rule(
                        5,
                        injection().payer("UHC").on(since),
                        other(2, "J3420").payer("UHC").on(since)))
                .isEqualTo("likely");
    }

    @Test
    void rule5IsSilentWithoutADrugOrWithoutTheColumnOrWithTheCodeOnTheInjection() {
        String medicaid = "Cedar State Medicaid";
        LineHistory bare =
                history(injection().payer(medicaid), other(2, "J3420").payer(medicaid));

        assertThat(rule(5, injection().payer(medicaid))).isEqualTo("silent");
        assertThat(rule(5, injection().payer(medicaid), other(2, "90715").payer(medicaid)))
                .isEqualTo("silent");
        assertThat(ofRuleInWords(5, audit.audit(bare, NOTHING_KNOWN))).isEqualTo("silent");
        assertThat(ofRuleInWords(
                        5,
                        audit.audit(
                                history(
                                        injection().payer(medicaid).ofX12(),
                                        other(2, "J3420").payer(medicaid).ofX12()),
                                NOTHING_KNOWN)))
                .isEqualTo("likely");
        assertThat(rule(
                        5,
                        injection().payer(medicaid).ndc("00143-9867-01"),
                        other(2, "J3420").payer(medicaid)))
                .isEqualTo("silent");
    }

    @Test
    void rule5GoesByTheUsersPayersFirst() {
        Path payers = file(
                "payers.csv", "payer,payer_class,ndc_required", "Aster Plan,Private,yes", "Birch Medicaid,Medicaid,no");
        ClaimAudit own = audit(SHIPPED, payers, null, null);

        assertThat(ofRuleInWords(
                        5,
                        own.audit(
                                history(
                                        injection().payer("Aster Plan"),
                                        other(2, "J3420").payer("Aster Plan")),
                                ALL_KNOWN)))
                .isEqualTo("likely");
        assertThat(ofRuleInWords(
                        5,
                        own.audit(
                                history(
                                        injection().payer("Birch Medicaid"),
                                        other(2, "J3420").payer("Birch Medicaid")),
                                ALL_KNOWN)))
                .isEqualTo("silent");
    }

    @ParameterizedTest(name = "place {0} of {1}: {2}")
    @CsvSource({
        "19, Medicare Part B, certain",
        "21, Medicare Part B, certain",
        "22, Medicare Part B, certain",
        "23, Medicare Part B, certain",
        "22, Aetna,           likely",
        "22, Unknown Plan,    likely",
        "11, Medicare Part B, silent",
        "20, Medicare Part B, silent",
        ",   Medicare Part B, silent",
    })
    void rule6SeesAFacility(@Nullable String place, String payer, String expected) {
        assertThat(rule(6, injection().payer(payer).place(place))).isEqualTo(expected);
    }

    @Test
    void rule6IsSilentWhereTheUserHasARateForFacilities() {
        ExpectedRanges withFacility = ExpectedRanges.load(file(
                "expected-ranges.csv",
                "payer_class,payer,state,locality,place_group,credential,effective_from,effective_to,low,high,kind,source",
                "Private,,,,facility,,,,10.00,12.00,contract,ours"));
        LineHistory hospital = history(injection().payer("Aetna").place("22"));

        assertThat(ofRuleInWords(6, audit(withFacility, null, null, null).audit(hospital, ALL_KNOWN)))
                .isEqualTo("silent");
    }

    @ParameterizedTest(name = "{0} + {1} units of {2}: {3}")
    @CsvSource({
        "4, 0, Medicare Part B,      silent",
        "5, 0, Medicare Part B,      likely",
        "2, 2, Medicare Part B,      silent",
        "2, 3, Medicare Part B,      likely",
        "2, 3, Cedar State Medicaid, likely",
        "2, 3, Aetna,                possible",
    })
    void rule7CountsTheUnitsOfTheDay(int units, int others, String payer, String expected) {
        AuditedClaim[] beside = others == 0
                ? new AuditedClaim[0]
                : new AuditedClaim[] {other(2, "96372-59").units(others).payer(payer)};
        assertThat(rule(7, injection().units(units).payer(payer), beside)).isEqualTo(expected);
    }

    @Test
    void rule7NamesCountsAndCountsNoOtherCodeDayOrPractitioner() {
        assertThat(ofRule(7, findings(injection().units(3), other(2, "96372-59").units(2)))
                        .evidence())
                .isEqualTo("5 units on 2 line(s) on 2026-10-05; the limit for a day is 4");
        assertThat(rule(7, injection().units(3), other(2, "J3420").units(9))).isEqualTo("silent");
        assertThat(rule(7, injection().units(3), other(2, "96372").units(2).on(DAY.plusDays(1))))
                .isEqualTo("silent");
        assertThat(rule(
                        7,
                        injection().units(3),
                        other(2, "96372").units(2).claim("PCN2").npi("1000000002")))
                .isEqualTo("silent");
    }

    @ParameterizedTest(name = "first {0}, then {1}: {2}")
    @CsvSource({
        "'',    '',    likely",
        "LT,    LT,    likely",
        "'LT GA', 'GA LT', likely",
        "LT,    RT,    silent",
        "'',    59,    silent",
        "59,    59,    silent",
        "'',    XS,    silent",
        "'',    XE,    silent",
        "'',    XP,    silent",
        "'',    XU,    silent",
        "'',    76,    silent",
        "59,    '',    silent",
    })
    void rule8SeesTheRepeatedLineAndNotTheFirst(String first, String second, String expected) {
        AuditedClaim earlier = injection().modifiers(first);
        AuditedClaim later = injection().id(2).modifiers(second);

        assertThat(rule(8, later, earlier)).isEqualTo(expected);
        assertThat(rule(8, earlier, later)).isEqualTo("silent");
    }

    @Test
    void rule8CountsWhichLineOfTheDayItIs() {
        assertThat(ofRule(
                                8,
                                findings(
                                        injection().id(3),
                                        injection(),
                                        injection().id(2)))
                        .evidence())
                .startsWith("line 3 of 96372 on 2026-10-05");
    }

    @Test
    void rule8IsLessSureWhereChargeOrUnitsDiffer() {
        assertThat(rule(8, injection().id(2).charge("41.00"), injection())).isEqualTo("possible");
        assertThat(rule(8, injection().id(2).units(2), injection())).isEqualTo("possible");
        assertThat(rule(
                        8,
                        injection().id(3).units(2),
                        injection(),
                        injection().id(2).units(2)))
                .isEqualTo("likely");
    }

    @Test
    void rule8LeavesTheSecondaryPayersClaim() {
        assertThat(rule(8, injection().id(2).payer("Aetna"), injection())).isEqualTo("silent");
    }

    @ParameterizedTest(name = "96372-{0} beside {1} of {2}: {3}")
    @CsvSource({
        "'', 96365,    Medicare Part B, certain",
        "'', 96374,    Medicare Part B, certain",
        "'', 20610,    Medicare Part B, certain",
        "'', 96365,    Aetna,           likely",
        "'', 36591,    Medicare Part B, possible",
        "'', '36591 96374', Medicare Part B, certain",
        "59, 36591,    Medicare Part B, possible",
        "'', 99232,    Medicare Part B, certain",
        "59, 99232,    Medicare Part B, certain",
        "59, 96365,    Medicare Part B, silent",
        "XS, 96365,    Medicare Part B, silent",
        "LT, 20610,    Medicare Part B, silent",
        "'', 20610-RT, Medicare Part B, silent",
        "76, 96365,    Medicare Part B, certain",
        "25, 99284,    Medicare Part B, certain",
        "'', 99284-25, Medicare Part B, silent",
        "'', 99213,    Medicare Part B, silent",
        "'', 99211,    Medicare Part B, silent",
        "'', 95115,    Medicare Part B, silent",
        "'', 85025,    Medicare Part B, silent",
        "'', 96372,    Medicare Part B, silent",
    })
    void rule9SeesAPairOfNcciThatNoModifierParts(String modifiers, String others, String payer, String expected) {
        List<AuditedClaim> lines = new ArrayList<>();
        for (AuditedClaim one : written(others)) {
            lines.add(one.payer(payer));
        }
        assertThat(rule(9, injection().payer(payer).modifiers(modifiers), lines.toArray(AuditedClaim[]::new)))
                .isEqualTo(expected);
    }

    @Test
    void rule9SaysWhichPairsAModifierCouldPart() {
        assertThat(ofRule(9, findings(injection(), other(2, "96365"), other(3, "36591")))
                        .evidence())
                .isEqualTo("96365 on 2026-10-05 without a modifier that parts it from 96372 (NCCI indicator 1); "
                        + "36591 on 2026-10-05, never paid together with 96372 (NCCI indicator 0)");
    }

    @ParameterizedTest(name = "96372-{0} beside {1}: {2}")
    @CsvSource({
        "'', 95115,    likely",
        "'', 95117,    likely",
        "59, 95117,    silent",
        "'', 95117-59, silent",
        "76, 95115,    likely",
        "'', J3420,    silent",
    })
    void rule10SeesAnAllergenShot(String modifiers, String shot, String expected) {
        assertThat(rule(10, injection().modifiers(modifiers), other(2, shot))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "J9041,             likely",
        "J9217,             likely",
        "J9395,             likely",
        "J9217 J3420,       possible",
        "J9217 J3490,       possible",
        "J9217 96402,       silent",
        "J9217 96402-59 J3420, silent",
        "J9041 96413 J3420, silent",
        "J0129,             possible",
        "J0129 J3420,       silent",
        "J9260,             silent",
        "J1950,             silent",
        "J3420,             silent",
        "J3420 96401,       possible",
        "J3420 96402,       possible",
        "J3420 J9041 96401, silent",
        "J3490 96401,       silent",
        "J9260 96401,       silent",
        "J0129 96401,       silent",
        "96401,             silent",
        "'',                silent",
    })
    void rule11SeesADrugThatIsGivenUnderAnotherCodeAndTheReverse(String others, String expected) {
        assertThat(rule(11, injection(), others.isEmpty() ? new AuditedClaim[0] : written(others)))
                .isEqualTo(expected);
    }

    @Test
    void rule11NamesDrugAndCode() {
        assertThat(ofRule(11, findings(injection(), other(2, "J9217"))).evidence())
                .isEqualTo("J9217 on 2026-10-05 with 96372; it is given under 96402");
        assertThat(ofRule(11, findings(injection(), other(2, "J0129"))).evidence())
                .isEqualTo(
                        "J0129 on 2026-10-05 with 96372; payers differ on whether a complex biologic is given under 96401");
        assertThat(ofRule(11, findings(injection(), other(2, "J3420"), other(3, "96401")))
                        .evidence())
                .isEqualTo("96401 on 2026-10-05 with no other drug than J3420, which is given under 96372");
    }

    @Test
    void theUsersDrugsAddToTheShippedOnesAndReplaceThem() {
        Path drugs = file(
                "drugs.csv",
                "code,name,class,administered_by,effective_from,effective_to",
                "J9217,ours,by diagnosis,,,",
                "J3490,our mixture,antineoplastic,96401,2026-10-05,2026-10-05",
                "X0001,house drug,ordinary,,,");
        ClaimAudit own = audit(SHIPPED, null, null, drugs);
        LocalDate before = DAY.minusDays(1);
        LocalDate after = DAY.plusDays(1);

        assertThat(own.audit(history(injection(), other(2, "J9217")), ALL_KNOWN))
                .isEmpty();
        assertThat(own.audit(history(injection(), other(2, "X0001")), ALL_KNOWN))
                .isEmpty();
        assertThat(said(own.audit(history(injection(), other(2, "J3490")), ALL_KNOWN)))
                .containsExactly("11 likely");
        assertThat(own.audit(history(injection().on(before), other(2, "J3490").on(before)), ALL_KNOWN))
                .isEmpty();
        assertThat(own.audit(
                        history(
                                injection().on(after).submitted(after),
                                other(2, "J3490").on(after)),
                        ALL_KNOWN))
                .isEmpty();
        assertThat(said(own.audit(history(injection(), other(2, "J9041")), ALL_KNOWN)))
                .containsExactly("11 likely");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "J342,x,ordinary,,    | code         | the five characters of a CPT or HCPCS code",
                ",x,ordinary,,        | code         | a text, but it is blank",
                "J3420,x,,,           | class        | one of antineoplastic, biologic, by-diagnosis, hormonal, ordinary, vaccine, but it is blank",
                "J3420,x,pill,,       | class        | one of antineoplastic, biologic, by-diagnosis, hormonal, ordinary, vaccine",
                "J3420,x,ordinary,5,  | effective_from | a date such as 2026-01-31 or 1/31/2026",
                "J3420,x,ordinary,2026-02-01,2026-01-31 | effective_to | a date that is not before 'effective_from'",
            })
    void aMalformedDrugIsRefusedByItsColumn(String row, String column, String expected) {
        Path drugs = file("drugs.csv", "code,name,class,effective_from,effective_to", row);

        assertThatThrownBy(() -> audit(SHIPPED, null, null, drugs))
                .isInstanceOf(ReferenceDataException.class)
                .hasMessage("drugs.csv row 2, column '%s': expected %s; correct it and run again"
                        .formatted(column, expected));
    }

    @Test
    void rule12SeesAMissingDiagnosisWhereTheFileStatesThem() {
        AuditedClaim bare = injection().diagnoses();
        assertThat(rule(12, injection())).isEqualTo("silent");
        assertThat(rule(12, bare)).isEqualTo("likely");
        assertThat(rule(12, bare, other(2, "J3420").diagnoses())).isEqualTo("likely");
        assertThat(rule(12, bare, other(2, "J3420"))).isEqualTo("possible");
        assertThat(ofRuleInWords(12, audit.audit(history(bare), NOTHING_KNOWN))).isEqualTo("silent");
        assertThat(ofRuleInWords(12, audit.audit(history(injection().diagnoses().ofX12()), NOTHING_KNOWN)))
                .isEqualTo("likely");
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "25,    Medicare Part B, certain",
        "59 25, Medicare Part B, certain",
        "25,    Aetna,           likely",
        "59,    Medicare Part B, silent",
        "'',    Medicare Part B, silent",
    })
    void rule13SeesAVisitsModifierOnTheInjection(String modifiers, String payer, String expected) {
        assertThat(rule(13, injection().payer(payer).modifiers(modifiers))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "NP,     Medicare Part B, possible",
        "FNP-BC, Medicare Part B, possible",
        "PA-C,   Medicare Part B, possible",
        "CNS,    Medicare Part B, possible",
        "MD,     Medicare Part B, silent",
        ",       Medicare Part B, silent",
        "NP,     Aetna,           silent",
        "NP,     Unknown Plan,    silent",
    })
    void rule14SeesAPractitionersLineExpectedAtTheWholeRate(
            @Nullable String credential, String payer, String expected) {
        assertThat(rule(14, injection().payer(payer).credential(credential))).isEqualTo(expected);
    }

    @Test
    void rule14IsSilentWhereTheExpectedAmountIsThePractitioners() {
        ExpectedRanges scaled = SHIPPED.withMedicareSchedule(MedicareFeeSchedule.shipped());
        ExpectedRanges ofPractitioner = ExpectedRanges.load(file(
                "expected-ranges.csv",
                "payer_class,payer,state,locality,place_group,credential,effective_from,effective_to,low,high,kind,source",
                "Medicare,,,,,NP,,,11.00,12.00,contract,ours"));
        LineHistory practitioner = history(injection().credential("NP"));
        LineHistory of2025 = history(injection().credential("NP").on(LocalDate.of(2025, 10, 5)));

        assertThat(ofRuleInWords(14, audit(scaled, null, null, null).audit(of2025, ALL_KNOWN)))
                .isEqualTo("silent");
        assertThat(ofRuleInWords(14, audit(ofPractitioner, null, null, null).audit(practitioner, ALL_KNOWN)))
                .isEqualTo("silent");
    }

    @Test
    void rule14GoesByThePayersOwnPercentage() {
        Path payers = file(
                "payers.csv",
                "payer,payer_class,practitioner_percent",
                "Aster Plan,Private,90",
                "Birch Medicare,Medicare,100",
                "Elm Medicare,Medicare,");
        ClaimAudit own = audit(SHIPPED, payers, null, null);

        AuditFinding aster =
                ofRule(14, own.audit(history(injection().credential("PA-C").payer("Aster Plan")), ALL_KNOWN));
        assertThat(aster.evidence())
                .isEqualTo(
                        "rendered by PA, paid at 90 % under their own number unless incident to a physician's service;"
                                + " the amount expected is the whole rate");
        assertThat(aster.predictedCarc()).isEmpty();
        assertThat(own.audit(
                        history(injection().credential("NP").payer("Birch Medicare"), other(2, "J3420")), ALL_KNOWN))
                .isEmpty();
        assertThat(ofRuleInWords(
                        14, own.audit(history(injection().credential("NP").payer("Elm Medicare")), ALL_KNOWN)))
                .isEqualTo("possible");
    }

    @ParameterizedTest(name = "{0}, service of {1} submitted {2}: {3}")
    @CsvSource({
        "Medicare Part B,      2025-10-05, 2026-10-05, silent",
        "Medicare Part B,      2025-10-05, 2026-10-06, certain",
        "Medicare Part B,      2024-01-15, 2025-01-15, silent",
        "Medicare Part B,      2024-01-15, 2025-01-16, certain",
        "Medicare Part B,      2024-02-29, 2025-02-28, silent",
        "Medicare Part B,      2024-02-29, 2025-03-01, certain",
        "Cedar State Medicaid, 2024-01-15, 2025-01-15, silent",
        "Aetna,                2026-04-01, 2026-09-28, silent",
        "Aetna,                2026-04-01, 2026-09-29, likely",
        "Cedar State Medicaid, 2025-10-05, 2026-10-06, likely",
        "Aetna,                2026-05-03, ,           likely",
        "Aetna,                2026-05-04, ,           possible",
        "Aetna,                2026-06-03, ,           possible",
        "Aetna,                2026-06-04, ,           silent",
        "Unknown Plan,         2020-01-01, ,           silent",
    })
    void rule15CountsFromTheDayOfServiceToTheSubmissionOrTheMonthsEnd(
            String payer, LocalDate service, @Nullable LocalDate submitted, String expected) {
        assertThat(rule(15, injection().payer(payer).on(service).submitted(submitted)))
                .isEqualTo(expected);
    }

    @Test
    void rule15SaysHowManyDays() {
        AuditedClaim aetna = injection().payer("Aetna");
        assertThat(ofRule(15, findings(aetna.on(LocalDate.of(2026, 4, 1)).submitted(LocalDate.of(2026, 10, 1))))
                        .evidence())
                .isEqualTo(
                        "service of 2026-04-01 submitted on 2026-10-01, 3 day(s) after the filing deadline of 2026-09-28");
        assertThat(ofRule(15, findings(aetna.submitted(null))).evidence())
                .isEqualTo("service of 2026-04-01 with no submission date and no answer;"
                        + " the filing deadline of 2026-09-28 passed 33 day(s) ago");
        assertThat(ofRule(15, findings(aetna.on(LocalDate.of(2026, 5, 14)))).evidence())
                .endsWith("the filing deadline of 2026-11-10 is 10 day(s) away");
    }

    @Test
    void rule15IsSureOfAPayersOwnTerm() {
        Path payers =
                file("payers.csv", "payer,payer_class,filing_days", "Aster Plan,Private,90", "Birch Plan,Private,");
        ClaimAudit own = audit(SHIPPED, payers, null, null);
        LocalDate service = LocalDate.of(2026, 4, 1);
        AuditedClaim late = injection().on(service).submitted(service.plusDays(200));

        assertThat(ofRuleInWords(15, own.audit(history(late.payer("Aster Plan")), ALL_KNOWN)))
                .isEqualTo("certain");
        assertThat(ofRuleInWords(15, own.audit(history(late.payer("Birch Plan")), ALL_KNOWN)))
                .isEqualTo("likely");
        assertThat(ofRuleInWords(
                        15, own.audit(history(late.payer("No Such Plan").payerClass(PayerClass.PRIVATE)), ALL_KNOWN)))
                .isEqualTo("likely");
    }

    @Test
    void rule15TakesAnAnsweredLineAsFiled() {
        ClaimLine line = injection()
                .payer("Aetna")
                .on(LocalDate.of(2026, 4, 1))
                .submitted(null)
                .line();
        LineHistory answered =
                new LineHistory(line, List.of(new MatchedPayment(payment(), 1, "", true)), List.of(), List.of());

        assertThat(ofRuleInWords(15, audit.audit(answered, ALL_KNOWN))).isEqualTo("silent");
    }

    private static RemittanceLine payment() {
        return new RemittanceLine(
                9,
                SourceRef.row("r.csv", null, 2),
                "Aetna",
                null,
                null,
                null,
                "CHK1",
                AS_OF,
                "PCN1",
                null,
                null,
                null,
                "1",
                null,
                null,
                DAY,
                ProcedureCode.INJECTION,
                null,
                Modifiers.NONE,
                null,
                null,
                null,
                Money.of("40.00"),
                null,
                Money.of("40.00"),
                null,
                List.<Adjustment>of(),
                List.of(),
                null,
                AS_OF);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}, given {4}: {5} {6}")
    @CsvSource({
        "B12, 1 mg, IM, arm, true,  silent,  ",
        "B12, 1 mg, IM, arm, false, certain, recorded as not given",
        ",    ,     ,   ,    false, certain, recorded as not given",
        "B12, 1 mg, IM, arm, ,      likely,  not recorded: that it was given",
        ",    1 mg, IM, arm, true,  likely,  not recorded: drug",
        "B12, ,     IM, arm, true,  likely,  not recorded: dose",
        "B12, 1 mg, ,   ,    true,  likely,  'not recorded: route, site'",
    })
    void rule16HoldsALineWithoutItsRecord(
            @Nullable String drug,
            @Nullable String dose,
            @Nullable String route,
            @Nullable String site,
            @Nullable Boolean administered,
            String expected,
            @Nullable String evidence) {
        AuditedClaim claim = injection().record(drug, dose, route, site).administered(administered);
        AuditFinding finding = ofRule(16, findings(claim));

        assertThat(ofRuleInWords(16, findings(claim))).isEqualTo(expected);
        assertThat(finding == null ? null : finding.evidence()).isEqualTo(evidence);
        assertThat(finding == null || finding.complianceHold()).isTrue();
    }

    @Test
    void rule16HoldsNothingAgainstALineThatItsFileCannotState() {
        AuditedClaim bare = injection().record(null, null, null, null).administered(null);

        assertThat(audit.audit(history(bare), NOTHING_KNOWN)).isEmpty();
        assertThat(said(audit.audit(history(bare.administered(false)), NOTHING_KNOWN)))
                .containsExactly("16 certain");
    }

    @Test
    void theOrderOfOtherLinesChangesNothing() {
        String[] codes = {
            "99211",
            "99213",
            "99213-25",
            "90715",
            "90471",
            "J3420",
            "J9217",
            "96402",
            "96365",
            "36591",
            "95115",
            "96372",
            "96372-59",
            "96372",
            "J0129",
            "90686",
            "99232",
            "96401"
        };
        Random random = new Random(96372);
        for (int round = 0; round < 300; round++) {
            List<ClaimLine> others = new ArrayList<>();
            for (int i = 0; i < random.nextInt(7); i++) {
                others.add(other(i + 2, codes[random.nextInt(codes.length)])
                        .claim(random.nextInt(3) == 0 ? "PCN2" : "PCN1")
                        .units(1 + random.nextInt(3))
                        .line());
            }
            ClaimLine line = injection().id(4 + random.nextInt(3) * 10).line();
            List<AuditFinding> first = audit.audit(new LineHistory(line, List.of(), List.of(), others), ALL_KNOWN);
            List<ClaimLine> shuffled = new ArrayList<>(others);
            Collections.shuffle(shuffled, random);

            assertThat(audit.audit(new LineHistory(line, List.of(), List.of(), shuffled), ALL_KNOWN))
                    .isEqualTo(first);
            assertThat(first).extracting(AuditFinding::rule).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void ofLinesThatRepeatOneAnotherExactlyOneIsNotARepeat() {
        List<ClaimLine> alike = List.of(
                injection().line(),
                injection().id(2).line(),
                injection().id(3).claim("PCN2").line());
        long repeated = 0;
        for (ClaimLine line : alike) {
            List<ClaimLine> others = new ArrayList<>(alike);
            others.remove(line);
            repeated += audit.audit(new LineHistory(line, List.of(), List.of(), others), ALL_KNOWN).stream()
                    .filter(f -> f.rule() == 8)
                    .count();
        }
        assertThat(repeated).isEqualTo(2);
    }

    @Test
    void evidenceNamesNoPatient() {
        AuditedClaim worst = injection()
                .modifiers("25")
                .units(9)
                .place("22")
                .credential("NP")
                .diagnoses()
                .submitted(LocalDate.of(2027, 12, 1))
                .record(null, null, null, null);
        List<AuditFinding> findings = findings(worst, written("99211 99213 90715 J9217 96365 36591 95115 96372"));

        assertThat(findings).hasSizeGreaterThan(9).allSatisfy(finding -> assertThat(finding.evidence())
                .doesNotContain("TESTPATIENT", "TST0000001", "PCN1")
                .hasSizeLessThan(1000));
    }
}
