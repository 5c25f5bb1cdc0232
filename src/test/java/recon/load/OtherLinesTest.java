package recon.load;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.StagedLines.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import recon.StagedLines.Claim;

class OtherLinesTest {

    @Test
    void linesOfAClaimMemberAndDayThatFollowOneAnotherAreKeptTogether() {
        assertThat(sequences(
                        claim("A1").member("m1").code("99213"),
                        claim("a1 ").member("M1").code("J3420"),
                        claim("A1").member("m2").code("99213"),
                        claim("A1").code("99213"),
                        claim("A1").code("99214"),
                        claim("A1").code("99214").on("2026-10-06"),
                        claim("B1").code("99214").on("2026-10-06"),
                        claim("A1").code("99214").on("2026-10-06")))
                .containsExactly(List.of(1L, 2L), List.of(3L), List.of(4L, 5L), List.of(6L), List.of(7L), List.of(8L));
    }

    @Test
    void noRowHasMoreLinesThanAColumnHolds() {
        Claim[] claims = new Claim[121];
        Arrays.fill(claims, claim("A1").code("99213"));

        assertThat(sequences(claims)).extracting(List::size).containsExactly(50, 50, 21);
    }

    @Test
    void anEndWithoutLinesIsNone() {
        OtherLines.Sequence sequence = new OtherLines.Sequence();

        assertThat(sequence.end()).isNull();
    }

    private static List<List<Long>> sequences(Claim... claims) {
        OtherLines.Sequence sequence = new OtherLines.Sequence();
        List<List<Long>> ended = new ArrayList<>();
        long id = 0;
        for (Claim claim : claims) {
            id++;
            note(sequence.add(new StagedClaimLine(1, id, claim.line(0, "f.csv", id + 1))), ended);
        }
        note(sequence.end(), ended);
        return ended;
    }

    private static void note(@Nullable OtherLines lines, List<List<Long>> ended) {
        if (lines != null) {
            ended.add(lines.lines().stream().map(StagedClaimLine::lineId).toList());
        }
    }
}
