package recon.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonCodesTest {

    private static @Nullable String ground(String carc, String rarc) {
        return ReasonCodes.shipped()
                .ground(new Finding.Denial("CO", carc, rarc, "a category", "S", true, "an action", null, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"18", "39", "45", "50", "55", "59", "97", "112", "150", "151", "222", "231", "236", "272", "B13"
            })
    void aDenialThatIsWrongByWhatWasSentLeavesAGround(String carc) {
        assertThat(ground(carc, "")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4", "5", "11", "15", "16", "22", "27", "29", "31", "96", "107", "109", "119", "146", "163", "167",
                "181", "185", "193", "197", "198", "204", "208", "226", "234", "242", "252", "256", "B7", "B9", "B15",
                "9999"
            })
    void aClaimToMendAPermissionToObtainOrAnotherPayerLeavesNone(String carc) {
        assertThat(ground(carc, "")).isNull();
    }

    @Test
    void aRemarkThatSaysWhatToDoDecidesTheGroundToo() {
        assertThat(ground("50", "N115 M127")).isNull();
        assertThat(ground("151", "N362")).isEqualTo(ground("151", ""));
        assertThat(ground("50", "N115")).isEqualTo(ground("50", ""));
        assertThat(ground("", "MA130")).isNull();
    }
}
