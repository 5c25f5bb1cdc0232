package recon.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import recon.TestLines;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;

/** Line 1, 2, ... of a claim, in the order in which they came, in words; of which the last is of the run's own file; what is told is each line with the one before it. */
class ChangedLinesTest {

    private static final PayerDirectory PAYERS = new PayerDirectory(List.of());

    @Test
    void aLineWithAnotherChargeOrPayerInALaterFileIsTold() {
        assertThat(changed("line=1 file=a.csv charge=40.00", "line=1 file=b.csv charge=45.00"))
                .containsExactly("2 was 1");
        assertThat(changed("line=1 file=a.csv payer=Aetna", "line=1 file=b.csv payer=Cigna"))
                .containsExactly("2 was 1");
        assertThat(changed("file=a.csv charge=40.00", "file=b.csv charge=45.00"))
                .containsExactly("2 was 1");
    }

    @Test
    void whatRepeatsAChangedLineStandsForIt() {
        assertThat(changed(
                        "line=1 file=a.csv charge=40.00",
                        "line=1 file=b.csv charge=45.00",
                        "line=1 file=c.csv charge=45.00"))
                .containsExactly("3 was 1");
    }

    @Test
    void aLineThatIsRepeatedReplacedOrOfAnotherPlaceIsNot() {
        assertThat(changed("line=1 file=a.csv charge=40.00", "line=1 file=b.csv charge=40.00"))
                .isEmpty();
        assertThat(changed("line=1 file=a.csv charge=40.00", "line=1 file=b.csv charge=45.00 frequency=7"))
                .isEmpty();
        assertThat(changed("line=1 file=a.csv charge=40.00", "line=2 file=b.csv charge=45.00"))
                .isEmpty();
        assertThat(changed("line=1 file=a.csv charge=40.00", "line=1 file=b.csv charge=45.00 on=2026-10-06"))
                .isEmpty();
    }

    @Test
    void whereAFileHasSeveralSuchLinesItIsNotToldWhichWasChanged() {
        assertThat(changed("file=a.csv charge=40.00", "file=a.csv charge=50.00", "file=b.csv charge=45.00"))
                .isEmpty();
        assertThat(changed(
                        "line=1 file=a.csv charge=40.00",
                        "line=1 file=a.csv charge=50.00",
                        "line=1 file=b.csv charge=45.00"))
                .isEmpty();
    }

    private static List<String> changed(String... words) {
        List<ClaimLine> claim = IntStream.range(0, words.length)
                .mapToObj(n -> TestLines.claim(n + 1, words[n]))
                .toList();
        return ChangedLines.of(
                        claim,
                        ClaimVersions.setAside(claim, PAYERS, LocalDate.MAX),
                        PAYERS,
                        line -> line.id() == words.length)
                .stream()
                .map(changed -> changed.line().id() + " was " + changed.before().id())
                .toList();
    }
}
