package recon.price;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.price.ReferenceTableTest.assertRefused;
import static recon.price.ReferenceTableTest.write;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.TestLines;

class NeverTogetherTest {

    private static final LocalDate DAY = LocalDate.of(2025, 10, 7);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"99211,0", "36592,0", "99233,0", "99310,0", "99213,1", "96365,1", "90460,1", "J3420,"})
    void theShippedPairsSayWhetherAModifierHelps(String code, @Nullable Integer indicator) {
        NeverTogether.Pair pair = NeverTogether.shipped().pairWith(code, DAY);

        assertThat(pair == null ? null : Integer.valueOf(pair.indicator())).isEqualTo(indicator);
    }

    @Test
    void theUsersRowsOfACodeReplaceTheShippedOnesOfThatCode() {
        NeverTogether pairs = load("99211,1,other,,,ours", "G0008,0,,,,");

        assertThat(pairs.pairWith("99211", DAY)).isEqualTo(new NeverTogether.Pair("99211", 1, false, Effective.ALWAYS));
        assertThat(pairs.pairWith("G0008", DAY)).isEqualTo(new NeverTogether.Pair("G0008", 0, true, Effective.ALWAYS));
        assertThat(pairs.pairWith("36591", DAY).indicator()).isZero();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2025-06-30,0", "2025-07-01,1", "2025-12-31,1", "2026-01-01,", "2024-12-31,", "2025-01-01,0"})
    void aPairHoldsOnItsDates(LocalDate serviceDate, @Nullable Integer indicator) {
        NeverTogether pairs = load("99211,0,,2025-01-01,2025-06-30,a", "99211,1,,2025-07-01,2025-12-31,b");

        NeverTogether.Pair pair = pairs.pairWith("99211", serviceDate);

        assertThat(pair == null ? null : Integer.valueOf(pair.indicator())).isEqualTo(indicator);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            pcn=A1                      | true
            pcn=a1 name=SAMPLE,_AMY     | true
            pcn=B2                      | true
            pcn=B2 name=none            | true
            pcn=B2 name=sample,_test_q  | true
            pcn=B2 name=SAMPLE,_AMY     | false
            pcn=B2 on=2026-10-06        | false
            """)
    void aPairIsOneOfOnePatient(String visit, boolean pair) {
        assertThat(NeverTogether.shipped()
                        .neverPaidPair(
                                TestLines.claim(1, "pcn=A1"), List.of(TestLines.claim(2, "code=99211 " + visit))))
                .matches(found -> (found != null) == pair);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "9921,0,,,,x     | code         | the five characters of the procedure that 96372 is paired with",
                "96372,0,,,,x    | code         | the five characters of the procedure that 96372 is paired with",
                ",0,,,,x         | code         | a text, but it is blank",
                "99211,2,,,,x    | indicator    | one of 0, 1",
                "99211,,,,,x     | indicator    | one of 0, 1, but it is blank",
                "99211,0,both,,,x | not_paid   | one of 96372, other",
                "99211,0,,x,,x   | effective_from | a date such as 2026-01-31 or 1/31/2026",
                "99211,0,,2026-02-01,2026-01-01,x | effective_to | a date that is not before 'effective_from'",
            })
    void aMalformedRowIsRefusedByItsColumn(String row, String column, String expected) {
        assertRefused(
                () -> load(row),
                "ncci.csv row 2, column '%s': expected %s; correct it and run again".formatted(column, expected));
    }

    private NeverTogether load(String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = "code,indicator,not_paid,effective_from,effective_to,source";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return NeverTogether.load(write(folder.resolve("ncci.csv"), lines));
    }
}
