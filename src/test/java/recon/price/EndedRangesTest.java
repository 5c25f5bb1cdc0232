package recon.price;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.price.Lines.claim;
import static recon.price.ReferenceTableTest.write;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory.Payer;

/** Rows of the user's that ended while lines go on: the lower row that stands in for one is not taken for what the user expects. */
class EndedRangesTest {

    private static final String HEADING =
            "payer_class,payer,state,place_group,effective_from,effective_to,low,high,kind,source";

    /** Of the claim line of these tests, 7 October 2025. */
    private static final YearMonth MONTH = YearMonth.of(2025, 10);

    private static final String ENDED = "Private,X,,,2024-01-01,2024-12-31,27.50,27.50,contract,X 2024";

    @TempDir
    Path folder;

    @Test
    void aRowThatNoneOfTheUsersFollowsIsNamedWithItsKeyItsLastDayAndWhatStandsIn() {
        ExpectedRanges ranges = load(ENDED);

        assertThat(ranges.endings(MONTH))
                .containsExactly(
                        "The contract for Private, X (expected-ranges.csv row 2) ends on 2024-12-31, and no row of yours follows it:"
                                + " later services are compared with range: article. Add the row of the new year to"
                                + " expected-ranges.");
        assertThat(ranges.endings(null)).isEqualTo(ranges.endings(MONTH));
        assertThat(ranges.endings(YearMonth.of(2024, 12))).as("still holds").isEmpty();
        assertThat(source(ranges, "11"))
                .isEqualTo("article, in the place of expected-ranges.csv row 2, which ended on 2024-12-31");
    }

    @Test
    void whereALaterRowOfTheSameKeyFollowsTheGapIsNamed() {
        ExpectedRanges ranges = load(
                ENDED,
                "Private,X,,,2026-01-01,,29.00,29.00,contract,X 2026",
                "Private,X,,,2025-11-01,2025-12-31,28.00,28.00,contract,X 2025");

        assertThat(ranges.endings(MONTH))
                .containsExactly(
                        "The contract for Private, X (expected-ranges.csv row 2) ends on 2024-12-31, and expected-ranges.csv row 4"
                                + " follows it after a gap: services from 2025-01-01 to 2025-10-31 are compared with range: article. Add"
                                + " a row for these days to expected-ranges, or correct the dates.");
        assertThat(ranges.endings(null)).isEqualTo(ranges.endings(MONTH));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Private,X,,,2025-01-01,2025-12-31,28.00,28.00,contract,X 2025",
                "Private,X,,non-facility,2025-01-01,,28.00,28.00,contract,outside facilities",
                ",X,,,2025-01-01,,28.00,28.00,contract,in any class",
                "Private,X,,,2025-01-01,,25.00,50.00,range,no contract any more",
                "Private,,,,2025-01-01,,28.00,28.00,schedule,of all payers since",
                "Private,X,,,,,28.00,28.00,contract,since ever"
            })
    void whatTheUserWroteForTheTimeSinceIsNoStandIn(String since) {
        ExpectedRanges ranges =
                load(since.contains("since ever") ? ENDED.replace(",contract,", ",schedule,") : ENDED, since);

        assertThat(ranges.endings(MONTH)).isEmpty();
        assertThat(source(ranges, "11")).isEqualTo(since.substring(since.lastIndexOf(',') + 1));
    }

    @Test
    void aRowOfTheUsersThatStoodBehindTheOneThatEndedStandsInForIt() {
        ExpectedRanges ranges = load(
                ENDED,
                "Private,,,,2024-01-01,2024-12-31,24.00,24.00,schedule,all 2024",
                "Private,,,,2025-01-01,2025-12-31,25.00,25.00,schedule,all 2025");

        assertThat(ranges.endings(MONTH)).singleElement().asString().contains("compared with schedule: all 2025");
        assertThat(source(ranges, "11")).startsWith("all 2025, in the place of expected-ranges.csv row 2, ");
    }

    @Test
    void theLastRowToEndIsNamed() {
        ExpectedRanges ranges = load("Private,X,,,2023-01-01,2023-12-31,26.00,26.00,contract,X 2023", ENDED);

        assertThat(ranges.endings(MONTH)).singleElement().asString().contains("row 3");
        assertThat(source(ranges, "11")).contains("row 3");
    }

    @ParameterizedTest(name = "place {0}: stands in {1}")
    @CsvSource(
            nullValues = "-",
            value = {"11, true", "-, true", "22, false"})
    void whereThePlaceIsNotKnownARowForOneMayBeTheOneThatEnded(@Nullable String place, boolean standsIn) {
        ExpectedRanges ranges = load("Private,,,non-facility,2024-01-01,2024-12-31,24.00,24.00,schedule,2024");

        assertThat(source(ranges, place).contains(ExpectedAmount.Priced.IN_PLACE_OF))
                .isEqualTo(standsIn);
    }

    @Test
    void aRowThatNeverHeldForTheLineIsNotNamed() {
        assertThat(source(load(ENDED.replace(",X,", ",Y,")), "11")).isEqualTo("article");
    }

    private ExpectedRanges load(String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADING));
        lines.addAll(List.of(rows));
        return ExpectedRanges.load(write(folder.resolve("expected-ranges.csv"), lines.toArray(String[]::new)));
    }

    /** Of what a private line of X is compared with. */
    private static String source(ExpectedRanges ranges, @Nullable String place) {
        return ((ExpectedAmount.Priced) new Pricer(ranges, NeverTogether.shipped())
                        .price(claim().line(), PayerClass.PRIVATE, new Payer("X", null), place, List.of()))
                .source();
    }
}
