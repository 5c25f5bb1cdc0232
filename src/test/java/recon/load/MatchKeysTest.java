package recon.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under what identifiers are compared. */
class MatchKeysTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ab-12, AB-12",
        "AB\u201312, AB-12",
        "AB\u221212, AB-12",
        "AB\u00a013, AB 13",
        "'\u00a0AB13\u202f', AB13",
        "00AB, 00AB",
        "\u00c9T\u00c91, \u00c9T\u00c91"
    })
    void dashesAndBlanksAreComparedAsAKeyboardWritesThem(String written, String key) {
        assertThat(MatchKeys.of(written)).isEqualTo(key);
    }

    @ParameterizedTest(name = "{0} and {1}: same {2}, stated alike {3}, may be same {4}")
    @CsvSource(
            nullValues = "none",
            value = {
                "AB-1, 'ab\u20131 ', true, true, true",
                "AB-1, AB-2, false, false, false",
                "AB-1, none, false, false, true",
                "none, AB-1, false, false, true",
                "none, none, true, false, true"
            })
    void whatIsNotStatedIsNoEvidenceAndNoContradiction(
            @Nullable String one, @Nullable String other, boolean same, boolean statedAlike, boolean mayBeSame) {
        assertThat(MatchKeys.areSame(one, other)).isEqualTo(same);
        assertThat(MatchKeys.areStatedAlike(one, other)).isEqualTo(statedAlike);
        assertThat(MatchKeys.mayBeSame(one, other)).isEqualTo(mayBeSame);
    }

    @ParameterizedTest
    @CsvSource({"000771, 771", "771, 771", " 0771, 771", "000, 0", "A0771, A0771", "00A1, 00A1", "efT0012, EFT0012"})
    void aChecksNumberLosesTheZerosThatASpreadsheetDrops(String written, String compared) {
        assertThat(MatchKeys.ofCheck(written)).isEqualTo(compared);
    }

    @ParameterizedTest
    @CsvSource({
        "EFT# 0071, 71",
        "eft-0071, 71",
        "Check No. 0071, 71",
        "Chk/EFT #0071, 71",
        "'#0071', 71",
        "ACH: 71, 71",
        "Check number 71, 71",
        "CHK-A71, CHK-A71",
        "EFT71, EFT71",
        "EFT 71 2, EFT 71 2",
        "Checkout 71, CHECKOUT 71"
    })
    void aChecksNumberLosesTheWordBeforeItsDigits(String written, String compared) {
        assertThat(MatchKeys.ofCheck(written)).isEqualTo(compared);
    }
}
