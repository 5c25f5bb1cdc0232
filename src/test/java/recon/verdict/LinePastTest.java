package recon.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.Money;
import recon.verdict.FindingMapper.EarlierFinding;

/** Since when an answer leaves a line open, whether a payer has decided on it, and where it was listed. */
class LinePastTest {

    private static final YearMonth JULY = YearMonth.of(2026, 7);

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "'', none",
                "DENIED, 2026-07",
                "NO_RESPONSE DENIED UNDERPAID, 2026-08",
                "DENIED IN_RANGE, none",
                "DENIED IN_RANGE PENDED NEEDS_REVIEW, 2026-09",
                "UNDERPAID EXPECTED_ZERO OVERPAID, 2026-09",
                "PARTLY_DENIED NO_RESPONSE, none"
            })
    void theLineIsOpenSinceTheFirstAnswerThatWasNotSettledSince(String verdicts, @Nullable YearMonth since) {
        assertThat(past(verdicts).openSince()).isEqualTo(since);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "'', false",
        "NO_RESPONSE, false",
        "PENDED NO_RESPONSE, false",
        "PENDED DENIED PENDED, true",
        "DENIED IN_RANGE, true",
        "NEEDS_REVIEW, true",
        "EXPECTED_ZERO NO_RESPONSE, true"
    })
    void aPayerHasDecidedWhereOneMonthFoundMoreThanASuspendedOrReversedAnswer(String verdicts, boolean decided) {
        assertThat(past(verdicts).decided()).isEqualTo(decided);
    }

    @ParameterizedTest(name = "{0}, now {1} -> {2}")
    @CsvSource({
        "'', DENIED, false",
        "DENIED, UNDERPAID, false",
        "UNDERPAID DENIED, UNDERPAID, true",
        "NEEDS_REVIEW, UNDERPAID, false",
        "DENIED PENDED, PARTLY_DENIED, true",
        "UNDERPAID IN_RANGE, UNDERPAID, false"
    })
    void theLineWasListedWhereAMonthHasPutItOnTheSameListSinceItWasSettled(
            String verdicts, Verdict now, boolean listed) {
        assertThat(past(verdicts).isListedWith(now)).isEqualTo(listed);
    }

    private static LinePast past(String verdicts) {
        List<EarlierFinding> findings = new ArrayList<>();
        for (String verdict : verdicts.isEmpty() ? new String[0] : verdicts.split(" ")) {
            findings.add(new EarlierFinding(
                    1, JULY.plusMonths(findings.size()), Verdict.valueOf(verdict), Money.ZERO, null));
        }
        return LinePast.of(1, findings);
    }
}
