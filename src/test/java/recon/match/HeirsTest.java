package recon.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import recon.TestLines;
import recon.claim.ClaimLine;

class HeirsTest {

    @Test
    void aLineGoesIntoOneThatBillsUnitsForIt() {
        List<ClaimLine> earlier = List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2"));
        ClaimLine merged = TestLines.claim(3, "line=1 units=2 charge=80.00");

        assertThat(Heirs.of(earlier, List.of(merged), (line, heir) -> true))
                .hasSize(2)
                .containsValue(merged);
    }

    @Test
    void noLineBillsMoreUnitsThanItStatesHoweverMany() {
        List<ClaimLine> earlier =
                List.of(TestLines.claim(1, "line=1 units=2147483647"), TestLines.claim(2, "line=2 units=2147483647"));
        ClaimLine one = TestLines.claim(3, "line=1 units=2147483647");

        assertThat(Heirs.of(earlier, List.of(one), (line, heir) -> true)).containsOnlyKeys(1L);
    }
}
