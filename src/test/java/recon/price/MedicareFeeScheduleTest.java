package recon.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static recon.price.ReferenceTableTest.assertRefused;
import static recon.price.ReferenceTableTest.write;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;
import recon.price.ExpectedRange.Kind;
import recon.price.ExpectedRange.PlaceGroup;
import recon.price.MedicareFeeSchedule.Locality;

class MedicareFeeScheduleTest {

    private static final MedicareFeeSchedule SHIPPED = MedicareFeeSchedule.shipped();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2019-01-01,16.94",
        "2019-12-31,16.94",
        "2020-06-30,14.44",
        "2021-06-30,14.31",
        "2022-06-30,14.53",
        "2023-06-30,14.23",
        "2024-01-01,14.08",
        "2024-03-08,14.08",
        "2024-03-09,14.31",
        "2024-12-31,14.31",
        "2025-06-30,13.91",
        "2026-06-30,15.36",
    })
    void theNationalAmountIsTotalUnitsTimesTheFactorOfTheDay(LocalDate serviceDate, String amount) {
        assertThat(SHIPPED.amount(serviceDate, null)).isEqualTo(Money.of(amount));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"AR-13,12.62", "MS-00,12.64", "GA-99,13.00", "TX-20,13.11"})
    void aLocalitysAmountIsAdjustedPartByPart(String locality, String amount) {
        assertThat(SHIPPED.amount(LocalDate.of(2025, 10, 7), Locality.parse(locality)))
                .isEqualTo(Money.of(amount));
    }

    @Test
    void whatTheTablesDoNotHoldIsNotKnown() {
        assertThat(SHIPPED.amount(LocalDate.of(2018, 12, 31), null)).isNull();
        assertThat(SHIPPED.amount(LocalDate.of(2025, 1, 1), new Locality("ZZ", "01")))
                .isNull();
        assertThat(SHIPPED.amount(LocalDate.of(2024, 12, 31), Locality.parse("AR-13")))
                .isNull();
        assertThat(SHIPPED.amount(LocalDate.of(2026, 1, 1), Locality.parse("AR-13")))
                .isNull();
    }

    @Test
    void everyLocalityOf2025AgreesWithTheTableComputedFromAddendumE() throws Exception {
        List<String> rows = Files.readAllLines(fixture("96372_2025_by_locality.csv"));
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = cells(row);
            assertThat(SHIPPED.amount(LocalDate.of(2025, 10, 7), new Locality(cells.get(1), cells.get(2))))
                    .as(row)
                    .isEqualTo(Money.of(cells.get(7)));
        }
        assertThat(rows).hasSize(110);
    }

    @Test
    void everyYearAgreesWithTheNationalTable() throws Exception {
        List<String> rows = Files.readAllLines(fixture("96372_national_by_year.csv"));
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = cells(row);
            String year = cells.get(0).substring(0, 4);
            String day = cells.get(0).contains("8 Mar)") ? "-03-08" : "-12-31";
            assertThat(SHIPPED.amount(LocalDate.parse(year + day), null))
                    .as(row)
                    .isEqualTo(Money.of(cells.get(6)));
        }
        assertThat(rows).hasSize(9);
    }

    private static List<String> cells(String row) {
        return List.of(row.replaceAll("\"[^\"]*\"", "quoted").split(",", -1));
    }

    private static Path fixture(String name) {
        Path file = Path.of(System.getProperty("recon.fixtures", "../shared/fixtures"), "reference", name);
        Assumptions.assumeThat(file).as("public reference figures, absent here").exists();
        return file;
    }

    @Test
    void itAppliesOnlyWhereSwitchedOn() {
        ExpectedRanges shipped = ExpectedRanges.load(null);

        assertThat(source(shipped, "2025-10-07", "AR", "13")).isEqualTo("article");
        assertThat(source(shipped.withMedicareSchedule(SHIPPED), "2025-10-07", "AR", "13"))
                .isEqualTo("Medicare physician fee schedule 2025, AR-13 ARKANSAS");
    }

    @Test
    void withoutALocalityTheNationalAmountHolds() {
        ExpectedRanges ranges = ExpectedRanges.load(null).withMedicareSchedule(SHIPPED);

        assertThat(source(ranges, "2025-10-07", null, null))
                .isEqualTo("Medicare physician fee schedule 2025, national");
        assertThat(source(ranges, "2025-10-07", "CA", null))
                .isEqualTo("Medicare physician fee schedule 2025, national");
        assertThat(source(ranges, "2024-10-07", "AR", "13"))
                .isEqualTo("Medicare physician fee schedule 2024, national");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2018-12-31, begins on 2019-01-01, 2018",
        "2027-01-01, ends on 2026-12-31, 2027",
        "2027-05-01, ends on 2026-12-31, 2027"
    })
    void whereTheScheduleHasNoFiguresTheRangeInWhosePlaceItIsChosenDoesNotHold(String day, String lack, String year) {
        ExpectedRanges ranges = ExpectedRanges.load(null).withMedicareSchedule(SHIPPED);

        assertThat(choice(ranges, day, "AR", "13"))
                .isEqualTo(new ExpectedRanges.Choice.None(
                        "Medicare's physician fee schedule, which is chosen in the place of the range, %s: load the rows of %s of medicare-rvu.csv and medicare-cf.csv, or a row of expected-ranges (kind schedule)"
                                .formatted(lack, year)));
    }

    @Test
    void daysBetweenTheSchedulesRowsAreNamed() {
        write(
                folder.resolve("medicare-rvu.csv"),
                "effective_from,effective_to,total,source",
                "2027-01-01,2027-12-31,0.46,test");
        write(
                folder.resolve("medicare-cf.csv"),
                "effective_from,effective_to,conversion_factor,source",
                "2027-03-01,2027-12-31,34,test");
        ExpectedRanges ranges = ExpectedRanges.load(null).withMedicareSchedule(MedicareFeeSchedule.load(folder));

        assertThat(ranges.scheduleLackOn(LocalDate.of(2027, 2, 28)))
                .endsWith("has no figures from 2027-01-01 to 2027-02-28");
        assertThat(ranges.scheduleLackOn(LocalDate.of(2027, 3, 1))).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"Medicare,,,20.00,30.00,range,ours", "Medicare,2027-01-01,,15.40,15.40,schedule,ours"})
    void aRowOfTheUsersHoldsWhereTheScheduleHasEnded(String row) {
        Path file = write(
                folder.resolve("expected-ranges.csv"),
                "payer_class,effective_from,effective_to,low,high,kind,source",
                row);
        ExpectedRanges ranges = ExpectedRanges.load(file).withMedicareSchedule(SHIPPED);

        assertThat(source(ranges, "2027-01-05", null, null)).isEqualTo("ours");
        assertThat(ranges.scheduleLacks(YearMonth.of(2027, 1))).isEmpty();
    }

    @Test
    void theEndOfTheScheduleIsToldOfMonthsThatItDoesNotCover() {
        ExpectedRanges ranges = ExpectedRanges.load(null).withMedicareSchedule(SHIPPED);

        assertThat(ranges.scheduleLacks(YearMonth.of(2027, 1)))
                .containsExactly(
                        "Medicare's physician fee schedule, which is chosen in the place of the range, ends on 2026-12-31:"
                                + " Medicare lines that it does not cover cannot be compared, nor is an amount at stake known. Load the"
                                + " rows of their year of medicare-rvu.csv and medicare-cf.csv, or a row of expected-ranges (kind"
                                + " schedule), and run again.");
        assertThat(ranges.scheduleLacks(null)).isEqualTo(ranges.scheduleLacks(YearMonth.of(2027, 1)));
        assertThat(ranges.scheduleLacks(YearMonth.of(2026, 12))).isEmpty();
        assertThat(ExpectedRanges.load(null).scheduleLacks(YearMonth.of(2027, 1)))
                .as("not chosen")
                .isEmpty();
    }

    @Test
    void aStatesOnlyLocalityNeedsNoNumber() {
        ExpectedRanges ranges = ExpectedRanges.load(null).withMedicareSchedule(SHIPPED);

        assertThat(source(ranges, "2025-10-07", "AR", null))
                .isEqualTo("Medicare physician fee schedule 2025, AR-13 ARKANSAS");
    }

    @Test
    void thePracticesOwnLocalityHoldsForClaimsWithoutOne() {
        ExpectedRanges ranges = ExpectedRanges.load(null).withMedicareSchedule(SHIPPED, Locality.parse("UT-09"));

        assertThat(source(ranges, "2025-10-07", null, null))
                .isEqualTo("Medicare physician fee schedule 2025, own locality UT-09");
        assertThat(source(ranges, "2025-10-07", "AR", "13"))
                .isEqualTo("Medicare physician fee schedule 2025, AR-13 ARKANSAS");
        assertThat(source(ranges, "2024-10-07", null, null))
                .isEqualTo("Medicare physician fee schedule 2024, national (no figures for locality UT-09)");
    }

    @Test
    void aYearWithoutFiguresOfThePracticesLocalityIsWarnedOf() {
        Locality home = Locality.parse("UT-09");
        ExpectedRanges ranges = ExpectedRanges.load(null).withMedicareSchedule(SHIPPED, home);

        assertThat(source(ranges, "2026-10-07", null, null))
                .isEqualTo("Medicare physician fee schedule 2026, national (no figures for locality UT-09)");
        assertThat(SHIPPED.warnings(home, ranges, YearMonth.of(2026, 10)))
                .containsExactly(
                        "Medicare lines of 2026 are compared with the national amount: the schedule has no figures for"
                                + " locality UT-09. Load its amount as a row of expected-ranges (kind schedule) before you dispute"
                                + " them.");
        assertThat(SHIPPED.warnings(home, ranges, YearMonth.of(2025, 12)))
                .singleElement()
                .asString()
                .startsWith("Medicare lines of 2024 ");
    }

    @Test
    void whereALocalitysIndicesAreLoadedThePartsOfTheYearsUnitsAreAskedFor() {
        Locality home = Locality.parse("TX-11");
        write(
                folder.resolve("medicare-gpci.csv"),
                "effective_from,effective_to,state,locality,name,work,practice_expense,malpractice",
                "2026-01-01,2026-12-31,TX,11,DALLAS,1.011,1.007,0.877");
        MedicareFeeSchedule schedule = MedicareFeeSchedule.load(folder);
        ExpectedRanges ranges = ExpectedRanges.load(null).withMedicareSchedule(schedule, home);

        assertThat(schedule.warnings(home, ranges, YearMonth.of(2026, 12)))
                .containsExactly(
                        "Medicare lines of 2026 are compared with the national amount: the indices of locality TX-11 are known, but"
                                + " of the year's units only the total. Load their parts (work, practice_expense, malpractice) as a row of"
                                + " medicare-rvu.csv, or the locality's amount as a row of expected-ranges (kind schedule), before you"
                                + " dispute them.");
    }

    @Test
    void nothingIsWarnedOfWhereARowOfTheUsersHoldsInTheNationalAmountsPlace() {
        Locality home = Locality.parse("UT-09");
        Path file = write(
                folder.resolve("expected-ranges.csv"),
                "payer_class,place_group,low,high,kind,source",
                "Medicare,non-facility,14.90,14.90,contract,ours");

        assertThat(SHIPPED.warnings(
                        home, ExpectedRanges.load(file).withMedicareSchedule(SHIPPED, home), YearMonth.of(2026, 10)))
                .isEmpty();
    }

    @Test
    void anUnknownLocalityOfOnesOwnIsRefused() {
        assertRefused(
                () -> ExpectedRanges.load(null).withMedicareSchedule(SHIPPED, Locality.parse("UT-77")),
                "medicare-gpci.csv: has no locality 77 of UT; add it, or correct the practice's own locality");
        assertThatThrownBy(() -> Locality.parse("Utah"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a Medicare locality is a state and two digits, such as UT-09");
    }

    @Test
    void participantsInPaymentModelsWidenTheAmountToARange() {
        ExpectedRange range = range(ExpectedRanges.load(null).withMedicareSchedule(SHIPPED), "2026-10-07", null, null);

        assertThat(range.low()).isEqualTo(Money.of("15.36"));
        assertThat(range.high()).isEqualTo(Money.of("15.44"));
        assertThat(range.kind()).isEqualTo(Kind.SCHEDULE);
        assertThat(range.place()).isEqualTo("medicare-rvu.csv row 9 and medicare-cf.csv row 10");
    }

    @Test
    void theUsersScheduleRowWithTheSameKeyOutranksTheComputedOne() {
        Path file = write(
                folder.resolve("expected-ranges.csv"),
                "payer_class,effective_from,effective_to,low,high,kind,source",
                "Medicare,2026-01-01,2026-12-31,15.00,15.10,schedule,ours");

        assertThat(source(ExpectedRanges.load(file).withMedicareSchedule(SHIPPED), "2026-10-07", null, null))
                .isEqualTo("ours");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Medicare,Medicare,,",
                ",Medicare,,",
                "Medicare,,,",
                "Medicare,,2026-01-01,",
                "Medicare,,2026-02-01,2026-12-31",
                "Medicare,Medicare,2026-01-01,2026-12-31"
            })
    void theUsersScheduleRowOutranksTheNationalAmountWhateverItsDates(String row) {
        Path file = write(
                folder.resolve("expected-ranges.csv"),
                "payer_class,payer,effective_from,effective_to,low,high,kind,source",
                row + ",15.00,15.10,schedule,ours");

        assertThat(source(ExpectedRanges.load(file).withMedicareSchedule(SHIPPED), "2026-10-07", null, null))
                .isEqualTo("ours");
    }

    @Test
    void laterYearsAreLoadedAndARowOfTheSameDaysReplacesTheShippedOne() {
        write(
                folder.resolve("medicare-rvu.csv"),
                "effective_from,effective_to,work,practice_expense,malpractice,total,source",
                "2026-01-01,2026-12-31,0.17,0.27,0.02,0.46,test",
                "2027-01-01,2027-12-31,0.17,0.28,0.02,0.47,test");
        write(
                folder.resolve("medicare-cf.csv"),
                "effective_from,effective_to,conversion_factor,source",
                "2027-01-01,2027-12-31,34,test");
        write(
                folder.resolve("medicare-gpci.csv"),
                "effective_from,effective_to,state,locality,name,work,practice_expense,malpractice",
                "2026-01-01,2026-06-30,ut,9,UTAH,1,0.9,1");
        MedicareFeeSchedule schedule = MedicareFeeSchedule.load(folder);

        assertThat(schedule.amount(LocalDate.of(2027, 5, 1), null)).isEqualTo(Money.of("15.98"));
        assertThat(schedule.amount(LocalDate.of(2026, 6, 30), Locality.parse("UT-09")))
                .isEqualTo(Money.of("14.46"));
        assertThat(schedule.amount(LocalDate.of(2026, 7, 1), Locality.parse("UT-09")))
                .isNull();
        assertThat(schedule.amount(LocalDate.of(2025, 7, 1), null)).isEqualTo(Money.of("13.91"));
    }

    @Test
    void aFactorFromMidYearCutsOffTheShippedOnesDaysThatItCovers() {
        write(
                folder.resolve("medicare-cf.csv"),
                "effective_from,effective_to,conversion_factor,source",
                "2026-07-01,2026-11-30,34,test");
        ExpectedRanges ranges = ExpectedRanges.load(null).withMedicareSchedule(MedicareFeeSchedule.load(folder));

        assertThat(range(ranges, "2026-06-30", null, null).low()).isEqualTo(Money.of("15.36"));
        assertThat(range(ranges, "2026-07-01", null, null).low()).isEqualTo(Money.of("15.64"));
        assertThat(range(ranges, "2026-11-30", null, null).low()).isEqualTo(Money.of("15.64"));
        assertThat(range(ranges, "2026-12-01", null, null).low()).isEqualTo(Money.of("15.36"));
    }

    @Test
    void unitsAndIndicesFromMidYearCutOffTheShippedOnesOfTheirLocality() {
        write(
                folder.resolve("medicare-rvu.csv"),
                "effective_from,effective_to,work,practice_expense,malpractice,total,source",
                "2025-07-01,2025-12-31,0.17,0.27,0.02,0.46,test");
        write(
                folder.resolve("medicare-gpci.csv"),
                "effective_from,effective_to,state,locality,name,work,practice_expense,malpractice",
                "2025-07-01,2025-12-31,UT,09,UTAH,2,2,2");
        ExpectedRanges ranges = ExpectedRanges.load(null)
                .withMedicareSchedule(MedicareFeeSchedule.load(folder), Locality.parse("UT-09"));

        assertThat(range(ranges, "2025-06-30", null, null).low()).isEqualTo(Money.of("13.34"));
        assertThat(range(ranges, "2025-07-01", null, null).low()).isEqualTo(Money.of("29.76"));
        assertThat(range(ranges, "2025-06-30", "UT", "09").low()).isEqualTo(Money.of("13.34"));
        assertThat(range(ranges, "2025-07-01", "UT", "09").low()).isEqualTo(Money.of("29.76"));
        assertThat(range(ranges, "2025-07-01", "AR", "13").low()).isEqualTo(Money.of("13.34"));
    }

    @Test
    void indicesOfThePracticesLocalityHoldOnTheirDaysAndTheRestOfTheYearIsWarnedOf() {
        Locality home = Locality.parse("UT-09");
        write(
                folder.resolve("medicare-rvu.csv"),
                "effective_from,effective_to,work,practice_expense,malpractice,total,source",
                "2026-01-01,2026-12-31,0.17,0.27,0.02,0.46,test");
        write(
                folder.resolve("medicare-gpci.csv"),
                "effective_from,effective_to,state,locality,name,work,practice_expense,malpractice",
                "2026-07-01,2026-12-31,UT,09,UTAH,1,0.9,1");
        MedicareFeeSchedule schedule = MedicareFeeSchedule.load(folder);
        ExpectedRanges ranges = ExpectedRanges.load(null).withMedicareSchedule(schedule, home);

        assertThat(source(ranges, "2026-06-30", null, null)).endsWith("national (no figures for locality UT-09)");
        assertThat(source(ranges, "2026-07-01", null, null)).endsWith("own locality UT-09");
        assertThat(schedule.warnings(home, ranges, YearMonth.of(2026, 12)))
                .singleElement()
                .asString()
                .startsWith("Medicare lines of 2026 ");
    }

    @Test
    void twoRowsOfAFileThatShareADayAreRefused() {
        write(
                folder.resolve("medicare-cf.csv"),
                "effective_from,effective_to,conversion_factor,source",
                "2027-01-01,2027-12-31,33,test",
                "2027-12-31,2028-12-31,34,test");

        assertRefused(
                () -> MedicareFeeSchedule.load(folder),
                "medicare-cf.csv row 3: overlaps with medicare-cf.csv row 2: two conversion factors on the same dates; let one end (effective_to) before the other begins (effective_from)");
    }

    @Test
    void aFolderWithoutTablesChangesNothing() {
        assertThat(MedicareFeeSchedule.load(folder).amount(LocalDate.of(2025, 7, 1), null))
                .isEqualTo(Money.of("13.91"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-01-01,2026-12-31,0.17,0.28,0.02,0.47,x | effective_to | a date that is not before 'effective_from'",
                "2027-01-01,2027-12-31,0.17,0.28,0.02,0.48,x | total | the sum of work, practice_expense and malpractice",
                "2027-01-01,2027-12-31,0.17,,0.02,0.48,x | practice_expense | a number, but it is blank",
                "2027-01-01,2027-12-31,,0.28,,0.48,x | work | a number, but it is blank",
                "2027-01-01,2027-12-31,,,0.02,0.48,x | work | a number, but it is blank",
                "2027-01-01,2027-12-31,,,,0,x | total | a number above zero",
                "2027-01-01,2027-12-31,,,,0.47, | source | a text, but it is blank",
            })
    void aMalformedRowIsRefusedByItsColumn(String row, String column, String expected) {
        write(
                folder.resolve("medicare-rvu.csv"),
                "effective_from,effective_to,work,practice_expense,malpractice,total,source",
                row);

        assertRefused(
                () -> MedicareFeeSchedule.load(folder),
                "medicare-rvu.csv row 2, column '%s': expected %s; correct it and run again"
                        .formatted(column, expected));
    }

    private static String source(
            ExpectedRanges ranges, String serviceDate, @Nullable String state, @Nullable String locality) {
        return range(ranges, serviceDate, state, locality).source();
    }

    private static ExpectedRange range(
            ExpectedRanges ranges, String serviceDate, @Nullable String state, @Nullable String locality) {
        return ((ExpectedRanges.Choice.Found) choice(ranges, serviceDate, state, locality)).range();
    }

    private static ExpectedRanges.Choice choice(
            ExpectedRanges ranges, String serviceDate, @Nullable String state, @Nullable String locality) {
        return ranges.find(new PriceQuestion(
                LocalDate.parse(serviceDate),
                PayerClass.MEDICARE,
                new PayerDirectory.Payer("Medicare", null),
                state,
                locality,
                PlaceGroup.NON_FACILITY,
                null));
    }
}
