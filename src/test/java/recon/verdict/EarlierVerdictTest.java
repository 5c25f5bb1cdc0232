package recon.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.Money;
import recon.verdict.FindingMapper.EarlierFinding;

/** The first time that a line was found underpaid or denied, and where it stood last. */
class EarlierVerdictTest {

    private static final YearMonth JULY = YearMonth.of(2026, 7);

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "DENIED, 2026-07 DENIED last DENIED",
                "NO_RESPONSE UNDERPAID IN_RANGE, 2026-08 UNDERPAID last IN_RANGE",
                "PARTLY_DENIED DENIED, 2026-07 PARTLY_DENIED last DENIED",
                "NO_RESPONSE PENDED OVERPAID, none",
                "'', none"
            })
    void isTheFirstOne(String verdicts, String expected) {
        List<EarlierFinding> findings = new ArrayList<>();
        for (String verdict : verdicts.isEmpty() ? new String[0] : verdicts.split(" ")) {
            findings.add(new EarlierFinding(1, JULY.plusMonths(findings.size()), Verdict.valueOf(verdict), Money.ZERO));
        }

        EarlierVerdict earlier = EarlierVerdict.of(findings);

        assertThat(earlier == null ? null : earlier.month() + " " + earlier.verdict() + " last " + earlier.latest())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, {1} -> {2}")
    @CsvSource({
        "DENIED 0.00, IN_RANGE 30.00, DENIED 30.00 last DENIED",
        "IN_RANGE 30.00, UNDERPAID 20.00, UNDERPAID 50.00 last UNDERPAID",
        "DENIED none, DENIED none, DENIED null last DENIED"
    })
    void aLineThatTookThePlaceOfSeveralHasWhatWasAllowedForAllOfThem(String one, String other, String expected) {
        EarlierVerdict earlier = EarlierVerdict.of(List.of(ofJuly(1, one), ofJuly(2, other)));

        assertThat(earlier).isNotNull();
        assertThat(earlier.verdict() + " " + earlier.allowed() + " last " + earlier.latest())
                .isEqualTo(expected);
    }

    private static EarlierFinding ofJuly(long line, String verdictAndAllowed) {
        String[] words = verdictAndAllowed.split(" ");
        return new EarlierFinding(
                line, JULY, Verdict.valueOf(words[0]), words[1].equals("none") ? null : Money.of(words[1]));
    }

    @ParameterizedTest
    @CsvSource({"IN_RANGE, false", "EXPECTED_ZERO, false", "UNDERPAID, true", "NO_RESPONSE, true", "PENDED, true"})
    void settledVerdictsAreNotOpen(Verdict verdict, boolean open) {
        assertThat(verdict.isOpen()).isEqualTo(open);
    }
}
