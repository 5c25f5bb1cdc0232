package recon.price;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.price.Lines.claim;
import static recon.price.ReferenceTableTest.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory.Entry;
import recon.claim.PayerDirectory.Payer;
import recon.price.ExpectedRange.Kind;

class PricerTest {

    private static final Payer PAYER = new Payer("TEST PAYER", null);

    @TempDir
    Path folder;

    @Test
    void theLinesEndsAreRateTimesUnits() {
        ExpectedAmount.Priced priced = priced(ranges(), claim().units(2).line(), PayerClass.MEDICARE);

        assertThat(priced.lowPerUnit()).isEqualTo(Money.of("20.00"));
        assertThat(priced.highPerUnit()).isEqualTo(Money.of("30.00"));
        assertThat(priced.units()).isEqualTo(2);
        assertThat(priced.low()).isEqualTo(Money.of("40.00"));
        assertThat(priced.high()).isEqualTo(Money.of("60.00"));
        assertThat(priced.range().source()).isEqualTo("article");
        assertThat(priced.practitionerPercent()).isNull();
        assertThat(priced.chargeBelowSchedule()).isFalse();
    }

    @ParameterizedTest(name = "charge {0} for 2 units at 20.00 to 30.00")
    @CsvSource({"40.00,40.00,false", "39.99,39.99,true", "0.00,0.00,true", "50.00,40.00,false"})
    void theLowEndIsTheLesserOfChargeAndRate(String charge, String low, boolean belowSchedule) {
        ExpectedAmount.Priced priced =
                priced(ranges(), claim().units(2).charge(charge).line(), PayerClass.MEDICARE);

        assertThat(priced.low()).isEqualTo(Money.of(low));
        assertThat(priced.high()).isEqualTo(Money.of("60.00"));
        assertThat(priced.chargeBelowSchedule()).isEqualTo(belowSchedule);
    }

    @Test
    void anUnknownPayerClassIsNotPriceable() {
        assertThat(price(ranges(), claim().line(), PayerClass.UNKNOWN))
                .isEqualTo(new ExpectedAmount.NotPriceable("the payer class of 'TEST PAYER' is unknown"));
    }

    @Test
    void withoutARangeNothingIsPriceable() {
        assertThat(price(ExpectedRanges.of(List.of()), claim().line(), PayerClass.MEDICARE))
                .isEqualTo(new ExpectedAmount.NotPriceable("no expected range is in force for Medicare on 2025-10-07"));
    }

    @ParameterizedTest(name = "place of service {0}")
    @ValueSource(
            strings = {"02", "19", "21", "22", "23", "24", "26", "31", "34", "41", "42", "51", "52", "53", "56", "61"})
    void medicarePaysNoPractitionerInAFacility(String place) {
        assertThat(price(ranges(), claim().place(place).line(), PayerClass.MEDICARE))
                .isEqualTo(new ExpectedAmount.Zero(
                        "Medicare pays no practitioner for 96372 in place of service " + place));
        assertThat(price(ranges(), claim().place(place).line(), PayerClass.PRIVATE))
                .isInstanceOf(ExpectedAmount.Priced.class);
        assertThat(price(ranges(), claim().place(place).line(), PayerClass.MEDICAID))
                .isInstanceOf(ExpectedAmount.Priced.class);
    }

    @ParameterizedTest(name = "place of service {0}")
    @ValueSource(strings = {"11", "12", "13", "20", "32", "49", "50", "54", "71", "99"})
    void medicarePaysOutsideFacilities(String place) {
        assertThat(price(ranges(), claim().place(place).line(), PayerClass.MEDICARE))
                .isInstanceOf(ExpectedAmount.Priced.class);
    }

    @Test
    void aPlaceThatIsNotStatedIsNoFacility() {
        assertThat(price(ranges(), claim().place(null).line(), PayerClass.MEDICARE))
                .isInstanceOf(ExpectedAmount.Priced.class);
        assertThat(price(ranges(), claim().place("77").line(), PayerClass.MEDICARE))
                .isInstanceOf(ExpectedAmount.Priced.class);
    }

    @ParameterizedTest(name = "place of service {0}")
    @CsvSource(
            nullValues = "-",
            value = {"-", "77"})
    void noLowerRangeStandsInForARowThatThePlaceWouldDecide(@Nullable String place) {
        ExpectedRanges loaded = ranges("Medicare,non-facility,,15.36,15.44,schedule,fees");

        assertThat(price(loaded, claim().place(place).line(), PayerClass.MEDICARE))
                .isEqualTo(new ExpectedAmount.NotPriceable(
                        "the line states no known place of service, and the expected ranges differ by it"));
        assertThat(price(loaded, claim().place(place).line(), PayerClass.PRIVATE))
                .isInstanceOf(ExpectedAmount.Priced.class);
    }

    @Test
    void rowsThatAreAlikeInEveryPlaceHoldWithoutOne() {
        ExpectedRanges loaded = ranges(
                "Private,non-facility,,24.00,24.00,contract,outside", "Private,facility,,24.00,24.00,contract,inside");

        assertThat(priced(loaded, claim().place(null).line(), PayerClass.PRIVATE)
                        .low())
                .isEqualTo(Money.of("24.00"));
    }

    @Test
    void aRateLoadedForMedicareInFacilitiesHoldsThere() {
        ExpectedRanges loaded = ranges("Medicare,facility,,16.00,16.00,contract,ours");

        assertThat(priced(loaded, claim().place("22").line(), PayerClass.MEDICARE)
                        .low())
                .isEqualTo(Money.of("16.00"));
    }

    @Test
    void medicareInAFacilityIsZeroThoughNoRangeIsInForce() {
        assertThat(price(ExpectedRanges.of(List.of()), claim().place("22").line(), PayerClass.MEDICARE))
                .isInstanceOf(ExpectedAmount.Zero.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"99231", "99232", "99233", "99307", "99308", "99309", "99310"})
    void aCodeThat96372GivesWayToLeavesNothingToExpect(String code) {
        assertThat(price(
                        ranges(),
                        claim().line(),
                        PayerClass.PRIVATE,
                        claim().code(code).line()))
                .isEqualTo(new ExpectedAmount.Zero(
                        code + " of the same day is never paid together with 96372 (NCCI indicator 0)"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"99211", "36591", "36592", "96523"})
    void aCodeThatGivesWayTo96372ExcusesAPayerThatAllowsNothingButNotAPriceThatIsAllowed(String code) {
        ExpectedAmount alone = price(ranges(), claim().line(), PayerClass.PRIVATE);

        assertThat(price(
                        ranges(),
                        claim().line(),
                        PayerClass.PRIVATE,
                        claim().code(code).line()))
                .isEqualTo(new ExpectedAmount.Zero(
                        code + " of the same day is never paid together with 96372 (NCCI indicator 0)", alone));
    }

    @Test
    void theCodeThat96372GivesWayToDecidesAmongSeveral() {
        ClaimLine visit = claim().code("99211").line();
        ClaimLine draw = claim().code("36591").line();
        ClaimLine hospitalVisit = claim().code("99231").line();

        assertThat(price(ranges(), claim().line(), PayerClass.PRIVATE, visit, draw, hospitalVisit))
                .isEqualTo(new ExpectedAmount.Zero(
                        "99231 of the same day is never paid together with 96372 (NCCI indicator 0)"));
        assertThat(((ExpectedAmount.Zero) price(ranges(), claim().line(), PayerClass.PRIVATE, visit, draw)).reason())
                .startsWith("99211 ");
    }

    @Test
    void inAFacilityMedicareOwesNothingWhateverThePair() {
        assertThat(price(
                        ranges(),
                        claim().place("22").line(),
                        PayerClass.MEDICARE,
                        claim().code("99211").line()))
                .isEqualTo(new ExpectedAmount.Zero("Medicare pays no practitioner for 96372 in place of service 22"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"99213", "96374", "20610", "95115", "J3420"})
    void aPairThatAModifierMayPartIsExpectedToBePaid(String code) {
        assertThat(price(
                        ranges(),
                        claim().line(),
                        PayerClass.PRIVATE,
                        claim().code(code).line()))
                .isInstanceOf(ExpectedAmount.Priced.class);
    }

    @ParameterizedTest(name = "claim {0}, day {1}, practitioners {2} and {3}: zero {4}")
    @CsvSource({
        "PCN1,2025-10-07,1111111111,2222222222,true",
        "PCN1,2025-10-08,1111111111,1111111111,false",
        "PCN2,2025-10-07,1111111111,1111111111,true",
        "PCN2,2025-10-07,1111111111,2222222222,false",
        "PCN2,2025-10-07,1111111111,,true",
        "PCN2,2025-10-07,,1111111111,true",
    })
    void aPairIsOfOneDayAndOneClaimOrPractitioner(
            String otherClaim, String otherDay, @Nullable String npi, @Nullable String otherNpi, boolean zero) {
        ClaimLine other = claim().code("99211")
                .controlNumber(otherClaim)
                .on(otherDay)
                .npi(otherNpi)
                .line();

        ExpectedAmount expected = price(
                ranges(),
                claim().npi(npi).line(),
                PayerClass.PRIVATE,
                claim().code("99213").line(),
                other);

        assertThat(expected instanceof ExpectedAmount.Zero).isEqualTo(zero);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "NP,11.82,85",
                "fnp-bc,11.82,85",
                "PA-C,11.82,85",
                "C.N.S.,11.82,85",
                "MD,13.91,-",
                "CNM,13.91,-",
                "'APRN, FNP-C',11.82,85",
                "'PA-C, MPAS',11.82,85",
                "MSN APRN FNP-C,11.82,85",
                "APRN,11.82,85",
                "APRN-CNP,11.82,85",
                "DNP/ARNP,11.82,85",
                "AGACNP-BC,11.82,85",
                "CRNP,11.82,85",
                "N.P.,11.82,85",
                "PA C,11.82,85",
                "Physician Assistant,11.82,85",
                "Family Nurse Practitioner,11.82,85",
                "'Physician Assistant, Certified',11.82,85",
                "'FNP-C, MD',13.91,-",
                "'M.D., Ph.D.',13.91,-",
                "'APRN, CNM',13.91,-",
                "DNP,13.91,-",
                "RN,13.91,-",
                "-,13.91,-",
            })
    void medicareSchedulesPayPractitioners85Percent(
            @Nullable String credential, String perUnit, @Nullable Integer percent) {
        ExpectedAmount.Priced priced = priced(
                ranges("Medicare,,,13.91,13.91,schedule,fees"),
                claim().units(2).credential(credential).line(),
                PayerClass.MEDICARE);

        assertThat(priced.lowPerUnit()).isEqualTo(Money.of(perUnit));
        assertThat(priced.highPerUnit()).isEqualTo(Money.of(perUnit));
        assertThat(priced.low()).isEqualTo(Money.of(perUnit).times(2));
        assertThat(priced.high()).isEqualTo(Money.of(perUnit).times(2));
        assertThat(priced.practitionerPercent()).isEqualTo(percent);
    }

    @ParameterizedTest(name = "{0}, payer {1}: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Medicare,,,20.00,20.00,range,x    | -   | MEDICARE | 20.00",
                "Medicare,,,20.00,20.00,range,x    | 90  | MEDICARE | 20.00",
                "Medicare,,NP,20.00,20.00,schedule,x | - | MEDICARE | 20.00",
                "Medicare,,NP,20.00,20.00,schedule,x | 90 | MEDICARE | 20.00",
                "Medicare,,,20.00,20.00,contract,x | -   | MEDICARE | 20.00",
                "Medicare,,,20.00,20.00,schedule,x | 90  | MEDICARE | 18.00",
                "Medicare,,,20.00,20.00,schedule,x | 100 | MEDICARE | 20.00",
                "Medicaid,,,20.00,20.00,schedule,x | -   | MEDICAID | 20.00",
                "Medicaid,,,20.00,20.00,schedule,x | 75  | MEDICAID | 15.00",
                "Private,,,20.00,20.00,contract,x  | -   | PRIVATE  | 20.00",
                "Private,,,20.00,20.00,contract,x  | 90  | PRIVATE  | 18.00",
            })
    void aNursePractitionersRateIs(String row, @Nullable Integer payersPercent, PayerClass payerClass, String low) {
        Payer payer = new Payer(
                "TEST PAYER", new Entry("TEST PAYER", null, null, payerClass, payersPercent, null, null, null));
        Pricer pricer = new Pricer(ranges(row), NeverTogether.shipped());

        ExpectedAmount.Priced priced = (ExpectedAmount.Priced)
                pricer.price(claim().credential("NP").line(), payerClass, payer, "11", List.of());

        assertThat(priced.low()).isEqualTo(Money.of(low));
        assertThat(priced.practitionerPercent() != null).isEqualTo(!low.equals("20.00"));
    }

    @Test
    void theLocalityOfAClaimNeedsNoLeadingZeroAndItsStateNoCapitals() {
        ExpectedRanges schedule = ranges().withMedicareSchedule(MedicareFeeSchedule.shipped());

        ExpectedAmount.Priced priced = priced(schedule, claim().in("ca", "5").line(), PayerClass.MEDICARE);

        assertThat(priced.range().kind()).isEqualTo(Kind.SCHEDULE);
        assertThat(priced.range().locality()).isEqualTo("05");
    }

    private ExpectedRanges ranges(String... rows) {
        if (rows.length == 0) {
            return ExpectedRanges.load(null);
        }
        List<String> lines = new ArrayList<>(List.of("payer_class,place_group,credential,low,high,kind,source"));
        lines.addAll(List.of(rows));
        return ExpectedRanges.load(write(folder.resolve("expected-ranges.csv"), lines.toArray(String[]::new)));
    }

    private static ExpectedAmount.Priced priced(ExpectedRanges ranges, ClaimLine line, PayerClass payerClass) {
        return (ExpectedAmount.Priced) price(ranges, line, payerClass);
    }

    private static ExpectedAmount price(
            ExpectedRanges ranges, ClaimLine line, PayerClass payerClass, ClaimLine... otherLines) {
        return new Pricer(ranges, NeverTogether.shipped())
                .price(line, payerClass, PAYER, line.placeOfService(), List.of(otherLines));
    }
}
