package recon.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static recon.price.ReferenceTableTest.assertRefused;
import static recon.price.ReferenceTableTest.write;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory.Payer;
import recon.price.ExpectedRange.Kind;
import recon.price.ExpectedRange.PlaceGroup;

class ExpectedRangesTest {

    private static final String HEADING =
            "payer_class,payer,state,locality,place_group,credential,effective_from,effective_to,low,high,kind,source";

    @TempDir
    Path folder;

    @Test
    void theArticlesThreeRangesAreShipped() {
        assertThat(ExpectedRanges.load(null).all())
                .extracting(
                        ExpectedRange::payerClass,
                        ExpectedRange::low,
                        ExpectedRange::high,
                        ExpectedRange::kind,
                        ExpectedRange::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                PayerClass.MEDICARE, Money.of("20.00"), Money.of("30.00"), Kind.RANGE, "article"),
                        org.assertj.core.groups.Tuple.tuple(
                                PayerClass.MEDICAID, Money.of("15.00"), Money.of("25.00"), Kind.RANGE, "article"),
                        org.assertj.core.groups.Tuple.tuple(
                                PayerClass.PRIVATE, Money.of("25.00"), Money.of("50.00"), Kind.RANGE, "article"));
    }

    @Test
    void aRowWithTheSameKeyAndKindReplacesTheShippedOne() {
        ExpectedRanges ranges = load("Medicare,,,,,,,,13.00,16.00,range,ours");

        assertThat(ranges.all()).hasSize(3);
        assertThat(chosen(ranges, medicare()).source()).isEqualTo("ours");
    }

    @Test
    void aRowWithMoreKeysAddsToTheShippedOne() {
        ExpectedRanges ranges = load("Medicare,,UT,,,,,,13.00,16.00,range,Utah");

        assertThat(ranges.all()).hasSize(4);
        assertThat(chosen(ranges, medicare()).source()).isEqualTo("article");
        assertThat(chosen(ranges, medicareIn("UT", null)).source()).isEqualTo("Utah");
    }

    @Test
    void aRowOfAnotherKindWithTheSameKeyAddsToTheShippedOne() {
        ExpectedRanges ranges = load("Medicare,,,,,,,,13.91,13.91,schedule,fees");

        assertThat(ranges.all()).hasSize(4);
        assertThat(chosen(ranges, medicare()).source()).isEqualTo("fees");
    }

    @Test
    void aContractOutranksAScheduleAndAScheduleARangeHoweverSpecific() {
        ExpectedRanges ranges = load(
                "Private,,,,,,,,21.00,21.00,contract,contract",
                "Private,,UT,09,non-facility,MD,2025-01-01,2025-12-31,22.00,22.00,schedule,schedule",
                "Private,,UT,09,non-facility,MD,2025-01-01,2025-12-31,23.00,23.00,range,range");

        assertThat(chosen(ranges, question(PayerClass.PRIVATE, "X", "UT", "09", PlaceGroup.NON_FACILITY, "MD"))
                        .source())
                .isEqualTo("contract");

        ExpectedRanges withoutContract = load(
                "Private,,,,,,,,22.00,22.00,schedule,schedule",
                "Private,,UT,09,non-facility,MD,2025-01-01,2025-12-31,23.00,23.00,range,range");
        assertThat(chosen(withoutContract, question(PayerClass.PRIVATE, "X", "UT", "09", PlaceGroup.NON_FACILITY, "MD"))
                        .source())
                .isEqualTo("schedule");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} {4} {5} on {6}: {7}")
    @CsvSource(
            nullValues = "-",
            value = {
                "PRIVATE,Aetna,UT,09,NON_FACILITY,MD,2025-10-07,all",
                "MEDICARE,Aetna,UT,09,NON_FACILITY,MD,2025-10-07,-",
                "PRIVATE,Cigna,UT,09,NON_FACILITY,MD,2025-10-07,-",
                "PRIVATE,Aetna,NV,09,NON_FACILITY,MD,2025-10-07,-",
                "PRIVATE,Aetna,-,09,NON_FACILITY,MD,2025-10-07,-",
                "PRIVATE,Aetna,UT,10,NON_FACILITY,MD,2025-10-07,-",
                "PRIVATE,Aetna,UT,09,FACILITY,MD,2025-10-07,-",
                "PRIVATE,Aetna,UT,09,-,MD,2025-10-07,-",
                "PRIVATE,Aetna,UT,09,NON_FACILITY,NP,2025-10-07,-",
                "PRIVATE,Aetna,UT,09,NON_FACILITY,MD,2025-01-01,all",
                "PRIVATE,Aetna,UT,09,NON_FACILITY,MD,2024-12-31,-",
                "PRIVATE,Aetna,UT,09,NON_FACILITY,MD,2025-12-31,all",
                "PRIVATE,Aetna,UT,09,NON_FACILITY,MD,2026-01-01,-",
            })
    void aRowHoldsWhereEachOfItsKeysFits(
            PayerClass payerClass,
            String payer,
            @Nullable String state,
            String locality,
            @Nullable PlaceGroup place,
            String credential,
            LocalDate serviceDate,
            @Nullable String source) {
        ExpectedRanges ranges = ExpectedRanges.of(
                load("Private,AETNA,UT,9,non-facility,M.D.,2025-01-01,12/31/2025,20.00,21.00,contract,all")
                        .all()
                        .stream()
                        .filter(range -> range.kind() == Kind.CONTRACT)
                        .toList());

        ExpectedRanges.Choice choice = ranges.find(
                new PriceQuestion(serviceDate, payerClass, new Payer(payer, null), state, locality, place, credential));

        if (source == null) {
            assertThat(choice)
                    .isEqualTo(new ExpectedRanges.Choice.None(
                            place == null
                                    ? "the line states no known place of service, and the expected ranges differ by it"
                                    : "no expected range is in force for %s on %s"
                                            .formatted(payerClass.label(), serviceDate)));
        } else {
            assertThat(((ExpectedRanges.Choice.Found) choice).range().source()).isEqualTo(source);
        }
    }

    @Test
    void aPayersNameInTheFileIsResolvedThroughTheDirectory() {
        ExpectedRanges ranges = load(",AETNA LIFE INSURANCE CO,,,,,,,20.00,21.00,contract,Aetna contract");

        assertThat(chosen(ranges, question(PayerClass.PRIVATE, "Aetna", null, null, null, null))
                        .source())
                .isEqualTo("Aetna contract");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Alpha  Health", "Alpha-Health", "ALPHA HEALTH.", "alpha/health"})
    void aPayersNameIsComparedByItsLettersAndDigits(String name) {
        ExpectedRanges ranges = load("Private,Alpha Health,,,,,,,40.00,40.00,contract,alpha");

        assertThat(chosen(ranges, question(PayerClass.PRIVATE, name, null, null, null, null))
                        .source())
                .isEqualTo("alpha");
        assertThat(chosen(ranges, question(PayerClass.PRIVATE, name + " Inc", null, null, null, null))
                        .source())
                .isEqualTo("article");
        assertThatThrownBy(() -> load(
                        "Private,Alpha Health,,,,,,,40.00,40.00,contract,a",
                        "Private,%s,,,,,,,41.00,41.00,contract,b".formatted(name)))
                .hasMessageStartingWith("expected-ranges.csv row 3: overlaps with expected-ranges.csv row 2: ");
    }

    @Test
    void aCredentialThatIsNotKnownIsWarnedOf() {
        assertThat(load("Medicare,,,,,\"APRN, FNP-C\",,,13,13,schedule,x", "Medicare,,,,,N.B.,,,13,13,schedule,x")
                        .warnings())
                .containsExactly(
                        "expected-ranges.csv row 3 holds only for lines whose credential is written 'NB', which is not"
                                + " one that is known: correct it if it is misspelt.");
    }

    @ParameterizedTest(name = "{0} rather than {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Private,X,,,,,,                | Private,,,,,,2025-01-01,2025-12-31",
                "Private,,,,,NP,,               | Private,,,,,,2025-01-01,2025-12-31",
                "Private,,,,facility,,,         | Private,,,,,,2025-01-01,2025-12-31",
                "Private,X,,,,NP,,2025-12-31    | Private,X,,,,,2025-01-01,2025-12-31",
                ",X,,,,,,                       | Private,,,,,,2025-01-01,2025-12-31",
                ",X,,,,NP,,                     | Private,X,,,,,2025-01-01,2025-12-31",
                "Private,,UT,,facility,,,       | Private,X,,,,,2025-01-01,2025-12-31",
            })
    void aRowWithMoreKeysHoldsThoughOnlyTheOtherHasDates(String specific, String general) {
        ExpectedRanges ranges =
                load(general + ",20.00,21.00,schedule,general", specific + ",10.00,10.00,schedule,specific");

        assertThat(chosen(ranges, question(PayerClass.PRIVATE, "X", "UT", null, PlaceGroup.FACILITY, "NP"))
                        .source())
                .isEqualTo("specific");
    }

    @ParameterizedTest(name = "{0} rather than {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Private,X,,,,,, | Private,,UT,,,,,",
                ",X,,,,,,        | Private,,UT,,,,,",
                ",X,UT,,,NP,,    | Private,,UT,,facility,NP,,"
            })
    void ofRowsWithAsManyKeysTheOneThatNamesThePayerHolds(String named, String general) {
        PriceQuestion question = question(PayerClass.PRIVATE, "X", "UT", null, PlaceGroup.FACILITY, "NP");

        assertThat(chosen(
                                load(general + ",30.00,32.00,contract,general", named + ",24.00,24.00,contract,named"),
                                question)
                        .source())
                .isEqualTo("named");
        assertThat(chosen(load(general + ",30.00,32.00,contract,general", named + ",24.00,24.00,range,named"), question)
                        .source())
                .as("kind first")
                .isEqualTo("general");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Private,,,,,,2025-01-01,2025-12-31",
                "Private,,,,,,2025-01-01,",
                "Private,,,,,,,",
                ",X,,,,,,",
                ",X,,,,,2025-01-01,2025-12-31"
            })
    void ofRowsWithAsManyKeysTheUsersHoldsAndNotTheShipped(String row) {
        ExpectedRanges ranges = load(row + ",20.00,21.00,range,ours");

        assertThat(chosen(ranges, question(PayerClass.PRIVATE, "X", null, null, PlaceGroup.NON_FACILITY, null))
                        .source())
                .isEqualTo("ours");
    }

    @Test
    void datesDoNotDecideBetweenRowsOfDifferentKeys() {
        ExpectedRanges ranges = load(
                "Private,,UT,,,,,,20.00,21.00,contract,by state",
                "Private,,,,non-facility,,2025-01-01,2025-12-31,22.00,23.00,contract,by place");

        assertThat(ranges.find(question(PayerClass.PRIVATE, "X", "UT", null, PlaceGroup.NON_FACILITY, null)))
                .isInstanceOf(ExpectedRanges.Choice.None.class);
    }

    @Test
    void twoEquallySpecificRowsAreNamedAndNeitherIsUsed() {
        ExpectedRanges ranges = load(
                "Private,,UT,,,,,,20.00,21.00,contract,by state",
                "Private,,,,non-facility,,,,22.00,23.00,contract,by place");

        assertThat(ranges.find(question(PayerClass.PRIVATE, "X", "UT", null, PlaceGroup.NON_FACILITY, null)))
                .isEqualTo(
                        new ExpectedRanges.Choice.None(
                                "expected-ranges.csv row 3 and expected-ranges.csv row 2 fit equally well; give one of them more key columns"));
        assertThat(chosen(ranges, question(PayerClass.PRIVATE, "X", "UT", null, PlaceGroup.FACILITY, null))
                        .source())
                .isEqualTo("by state");
    }

    @Test
    void aTieBelowTheBestRowDoesNotMatter() {
        ExpectedRanges ranges = load(
                "Private,,UT,,,,,,20.00,21.00,range,by state",
                "Private,,,,non-facility,,,,22.00,23.00,range,by place",
                "Private,,UT,,non-facility,,,,24.00,25.00,range,both");

        assertThat(chosen(ranges, question(PayerClass.PRIVATE, "X", "UT", null, PlaceGroup.NON_FACILITY, null))
                        .source())
                .isEqualTo("both");
    }

    @ParameterizedTest(name = "{0} to {1} and {2} to {3}: overlap {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,-,-,-,true",
                "2025-01-01,2025-06-30,2025-07-01,2025-12-31,false",
                "2025-07-01,2025-12-31,2025-01-01,2025-06-30,false",
                "2025-01-01,2025-06-30,2025-06-30,2025-12-31,true",
                "2025-01-01,2025-12-31,2025-03-01,2025-03-31,true",
                "-,2025-06-30,2025-07-01,-,false",
                "-,2025-06-30,2025-06-30,-,true",
                "2025-01-01,-,2026-01-01,-,true",
                "-,-,2026-01-01,-,true",
            })
    void rowsOfOneFileMayNotOverlap(
            @Nullable String from,
            @Nullable String to,
            @Nullable String otherFrom,
            @Nullable String otherTo,
            boolean overlap) {
        String one = "Private,,,,,,%s,%s,20.00,21.00,contract,a".formatted(blank(from), blank(to));
        String other = "Private,,,,,,%s,%s,22.00,23.00,contract,b".formatted(blank(otherFrom), blank(otherTo));

        if (overlap) {
            assertRefused(
                    () -> load(one, other),
                    "expected-ranges.csv row 3: overlaps with expected-ranges.csv row 2: the same payer class, payer, state, locality,"
                            + " place group, credential and kind on the same dates; let one end (effective_to) before the other"
                            + " begins (effective_from)");
        } else {
            assertThat(load(one, other).all()).hasSize(5);
        }
    }

    private static String blank(@Nullable String date) {
        return date == null ? "" : date;
    }

    @Test
    void namesThatMeanOnePayerOverlap() {
        assertRefused(
                () -> load(",AETNA,,,,,,,1,2,contract,a", ",Aetna Health Inc,,,,,,,3,4,contract,b"),
                "expected-ranges.csv row 3: overlaps with expected-ranges.csv row 2: the same payer class, payer, state, locality,"
                        + " place group, credential and kind on the same dates; let one end (effective_to) before the other"
                        + " begins (effective_from)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Medicair,,,,,,,,1,2,range,x | payer_class | one of commercial, medicaid, medicare, private",
                "Medicare,,Utah,,,,,,1,2,range,x | state | two letters such as UT",
                "Medicare,,,,office,,,,1,2,range,x | place_group | one of facility, non-facility",
                "Medicare,,,,,,soon,,1,2,range,x | effective_from | a date such as 2026-01-31 or 1/31/2026",
                "Medicare,,,,,,,2026-13-01,1,2,range,x | effective_to | a date such as 2026-01-31 or 1/31/2026",
                "Medicare,,,,,,2026-01-02,2026-01-01,1,2,range,x | effective_to | a date that is not before 'effective_from'",
                "Medicare,,,,,,,,x,2,range,x | low | an amount in dollars such as 13.91, zero or more, without fractions of a cent",
                "Medicare,,,,,,,,-1,2,range,x | low | an amount in dollars such as 13.91, zero or more, without fractions of a cent",
                "Medicare,,,,,,,,1,2.005,range,x | high | an amount in dollars such as 13.91, zero or more, without fractions of a cent",
                "Medicare,,,,,,,,,2,range,x | low | an amount in dollars such as 13.91, but it is blank",
                "Medicare,,,,,,,,1,,range,x | high | an amount in dollars such as 13.91, but it is blank",
                "Medicare,,,,,,,,2.01,2,range,x | low | an amount that is not above 'high'",
                "Medicare,,,,,,,,1,2,guess,x | kind | one of contract, range, schedule",
                "Medicare,,,,,,,,1,2,,x | kind | one of contract, range, schedule, but it is blank",
            })
    void aMalformedRowIsRefusedByItsColumn(String row, String column, String expected) {
        assertRefused(
                () -> load(row),
                "expected-ranges.csv row 2, column '%s': expected %s; correct it and run again"
                        .formatted(column, expected));
    }

    @Test
    void aColumnThatIsMisspeltIsNotTakenForAny() {
        Path file = write(
                folder.resolve("expected-ranges.csv"),
                "payer_class,payor,low,high,kind,source",
                "Medicare,X,1,2,range,x");

        assertRefused(
                () -> ExpectedRanges.load(file),
                "expected-ranges.csv: has the unknown column 'payor'; the first row must hold: payer_class, low, high, kind, source,"
                        + " payer, state, locality, place_group, credential, effective_from, effective_to");
    }

    @Test
    void lowMayBeHighAndWithoutSourceThePlaceIsIt() {
        assertThat(chosen(load("Medicare,,,,,,,,13.91,13.91,schedule,"), medicare())
                        .source())
                .isEqualTo("expected-ranges.csv row 2");
    }

    private ExpectedRanges load(String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADING));
        lines.addAll(List.of(rows));
        return ExpectedRanges.load(write(folder.resolve("expected-ranges.csv"), lines.toArray(String[]::new)));
    }

    private static ExpectedRange chosen(ExpectedRanges ranges, PriceQuestion question) {
        return ((ExpectedRanges.Choice.Found) ranges.find(question)).range();
    }

    private static PriceQuestion medicare() {
        return medicareIn(null, null);
    }

    private static PriceQuestion medicareIn(@Nullable String state, @Nullable String locality) {
        return question(PayerClass.MEDICARE, "Medicare", state, locality, PlaceGroup.NON_FACILITY, null);
    }

    private static PriceQuestion question(
            PayerClass payerClass,
            String payer,
            @Nullable String state,
            @Nullable String locality,
            @Nullable PlaceGroup place,
            @Nullable String credential) {
        return new PriceQuestion(
                LocalDate.of(2025, 10, 7), payerClass, new Payer(payer, null), state, locality, place, credential);
    }
}
