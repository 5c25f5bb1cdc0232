package recon.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.Adjustment;

class AuditScoreTest {

    private static AuditAnswer answer(
            int rule, String predicted, String payer, Verdict verdict, String adjustments, String remarks) {
        return new AuditAnswer(
                rule,
                "rule " + rule,
                predicted,
                rule == 16,
                payer,
                verdict,
                Adjustment.parse(adjustments),
                remarks.isEmpty() ? List.of() : List.of(remarks.split(" ")));
    }

    @ParameterizedTest(name = "predicted {0}; {1} with {2} {3}: {4}")
    @CsvSource({
        "'97, M14',   DENIED,        CO-97:40.00,             '',        hit",
        "'97, M14',   DENIED,        CO-16:40.00,             'N1 M14',  hit",
        "'97, M14',   DENIED,        CO-45:10.00;CO-97:30.00, '',        hit",
        "'97, M14',   DENIED,        CO-16:40.00,             N822,      miss",
        "'151, N362', PARTLY_DENIED, CO-151:40.00,            '',        hit",
        "'5, 58, M97', EXPECTED_ZERO, CO-58:40.00,            '',        hit",
        "'5, 58, M97', EXPECTED_ZERO, CO-24:40.00,            '',        miss",
        "'97, M14',   IN_RANGE,      CO-45:10.00,             '',        miss",
        "'97, M14',   UNDERPAID,     CO-97:10.00,             '',        miss",
        "'97, M14',   OVERPAID,      '',                      '',        miss",
        "'97, M14',   NO_RESPONSE,   '',                      '',        waits",
        "'97, M14',   PENDED,        OA-133:40.00,            '',        waits",
        "'97, M14',   NEEDS_REVIEW,  CO-97:10.00,             '',        waits",
        "N657,        DENIED,        CO-16:40.00,             N657,      hit",
    })
    void aPredictionIsAHitOrAMissOnceItIsAnswered(
            String predicted, Verdict verdict, String adjustments, String remarks, String expected) {
        AuditScore score = new AuditScore();
        score.add(answer(2, predicted, "Aetna", verdict, adjustments, remarks));

        AuditScore.Row row = score.rows().get(0);
        assertThat(row.predicted()).isOne();
        assertThat(row.hits() == 1 ? "hit" : row.misses() == 1 ? "miss" : "waits")
                .isEqualTo(expected);
        assertThat(row.answered()).isEqualTo(expected.equals("waits") ? 0 : 1);
    }

    @Test
    void holdsAndNoticesAreNotScored() {
        AuditScore score = new AuditScore();
        score.add(answer(16, "112", "Aetna", Verdict.DENIED, "CO-112:40.00", ""));
        score.add(answer(14, "", "Aetna", Verdict.DENIED, "CO-112:40.00", ""));

        assertThat(score.rows()).isEmpty();
    }

    @Test
    void rowsStandByRuleAndPayerWhateverTheOrderOfAnswers() {
        List<AuditAnswer> answers = new ArrayList<>(List.of(
                answer(1, "97", "Aetna", Verdict.DENIED, "CO-97:40.00", ""),
                answer(1, "97", "Aetna", Verdict.IN_RANGE, "", ""),
                answer(1, "97", "Aetna", Verdict.NO_RESPONSE, "", ""),
                answer(1, "97", "Birch", Verdict.DENIED, "CO-97:40.00", ""),
                answer(10, "97", "Aetna", Verdict.DENIED, "CO-97:40.00", ""),
                answer(2, "97", "Aetna", Verdict.IN_RANGE, "", "")));
        Random random = new Random(96372);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(answers, random);
            AuditScore score = new AuditScore();
            answers.forEach(score::add);

            assertThat(score.rows())
                    .containsExactly(
                            new AuditScore.Row(1, "rule 1", "Aetna", 3, 1, 1),
                            new AuditScore.Row(1, "rule 1", "Birch", 1, 1, 0),
                            new AuditScore.Row(2, "rule 2", "Aetna", 1, 0, 1),
                            new AuditScore.Row(10, "rule 10", "Aetna", 1, 1, 0));
        }
    }
}
