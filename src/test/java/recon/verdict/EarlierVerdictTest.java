package recon.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.Money;
import recon.verdict.FindingMapper.EarlierFinding;

/** The first time that a line was found underpaid or denied, and what counts as allowed since. */
class EarlierVerdictTest {

    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final long LINE = 9;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "DENIED, 2026-07 DENIED",
                "NO_RESPONSE UNDERPAID IN_RANGE, 2026-08 UNDERPAID",
                "PARTLY_DENIED DENIED, 2026-07 PARTLY_DENIED",
                "NO_RESPONSE PENDED OVERPAID, none",
                "'', none"
            })
    void isTheFirstOne(String verdicts, String expected) {
        List<EarlierFinding> findings = new ArrayList<>();
        for (String verdict : verdicts.isEmpty() ? new String[0] : verdicts.split(" ")) {
            findings.add(found(LINE, findings.size(), verdict + " 0.00"));
        }

        EarlierVerdict earlier = EarlierVerdict.of(LINE, findings);

        assertThat(earlier == null ? null : earlier.month() + " " + earlier.verdict())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "DENIED none, 0.00",
        "UNDERPAID 20.00;PENDED 20.00, 20.00",
        "IN_RANGE 30.00;UNDERPAID 20.00, 20.00",
        "DENIED 0.00;IN_RANGE 30.00 30.00;NEEDS_REVIEW 30.00, 30.00",
        "DENIED 0.00;IN_RANGE 30.00 30.00;PENDED 30.00;IN_RANGE 31.00 1.00, 31.00",
        "UNDERPAID 20.00;IN_RANGE 26.00 6.00;DENIED 0.00, 26.00"
    })
    void whatWasListedAsRecoveredCountsAsAllowed(String story, String expected) {
        assertThat(allowed(story(LINE, story))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, {1}, {2} -> {3}")
    @CsvSource({
        "DENIED 0.00, IN_RANGE 30.00, '', 30.00",
        "IN_RANGE 30.00, UNDERPAID 20.00, '', 50.00",
        "DENIED none, DENIED none, '', 0.00",
        "IN_RANGE 30.00, NO_RESPONSE none;DENIED 0.00, '', 30.00",
        "DENIED 0.00, NO_RESPONSE none;IN_RANGE 30.00, '', 30.00",
        "DENIED 0.00;IN_RANGE 30.00 30.00, DENIED 0.00;DENIED 0.00, '', 30.00",
        "DENIED 0.00, IN_RANGE 30.00;PENDED 30.00, '', 0.00",
        "DENIED 0.00, DENIED 0.00, ;;IN_RANGE 60.00 60.00, 60.00",
        "IN_RANGE 30.00, IN_RANGE 30.00, ;;UNDERPAID 40.00, 40.00"
    })
    void aLineThatTookThePlaceOfSeveralHasWhatWasAllowedForAllOfThem(
            String one, String other, String own, String expected) {
        List<EarlierFinding> findings = new ArrayList<>(story(1, one));
        findings.addAll(story(2, other));
        findings.addAll(story(LINE, own));
        findings.sort(Comparator.comparing(EarlierFinding::month));

        assertThat(allowed(findings)).isEqualTo(expected);
    }

    private static @Nullable String allowed(List<EarlierFinding> findings) {
        EarlierVerdict earlier = EarlierVerdict.of(LINE, findings);
        return earlier == null ? null : earlier.allowed().toString();
    }

    /** A finding a month from July on; of a month that is left blank there is none. */
    private static List<EarlierFinding> story(long line, String story) {
        List<EarlierFinding> findings = new ArrayList<>();
        String[] months = story.split(";");
        for (int month = 0; month < months.length; month++) {
            if (!months[month].isBlank()) {
                findings.add(found(line, month, months[month]));
            }
        }
        return findings;
    }

    private static EarlierFinding found(long line, int months, String verdictAllowedAndRecovered) {
        String[] words = verdictAllowedAndRecovered.split(" ");
        return new EarlierFinding(
                line,
                JULY.plusMonths(months),
                Verdict.valueOf(words[0]),
                words[1].equals("none") ? null : Money.of(words[1]),
                words.length < 3 ? null : Money.of(words[2]));
    }

    @ParameterizedTest
    @CsvSource({"IN_RANGE, false", "EXPECTED_ZERO, false", "UNDERPAID, true", "NO_RESPONSE, true", "PENDED, true"})
    void settledVerdictsAreNotOpen(Verdict verdict, boolean open) {
        assertThat(verdict.isOpen()).isEqualTo(open);
    }
}
