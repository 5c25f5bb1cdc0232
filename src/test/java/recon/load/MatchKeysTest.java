package recon.load;

import static org.assertj.core.api.Assertions.assertThat;

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
}
