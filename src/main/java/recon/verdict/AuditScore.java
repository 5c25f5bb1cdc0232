package recon.verdict;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import recon.verdict.FindingMapper.LineAnswer;

/**
 * How often the audit's rules were right: each prediction is a hit or a miss once the payer has answered, by rule and payer.
 *
 * <p>A hit is a line that the payer left unpaid, in whole or in part, for a reason that the rule predicted; a line rightly at zero
 * counts too, since a facility's or a never-together pair's zero is what was predicted. Any other decision is a miss. A line that
 * waits for its answer, or whose answer a person has yet to make sense of, is not scored; nor is a compliance hold, or a rule that
 * predicts no denial.
 */
public final class AuditScore {

    private static final int ANSWERS_PER_PAGE = 1000;

    private static final Set<Verdict> UNPAID = EnumSet.of(Verdict.DENIED, Verdict.PARTLY_DENIED, Verdict.EXPECTED_ZERO);

    private static final Set<Verdict> UNDECIDED =
            EnumSet.of(Verdict.NO_RESPONSE, Verdict.PENDED, Verdict.UNMATCHED, Verdict.NEEDS_REVIEW);

    /**
     * @param predicted lines that the rule predicted a denial of, answered or not
     * @param hits denied for a predicted reason
     * @param misses answered otherwise
     */
    public record Row(int rule, String title, String payer, long predicted, long hits, long misses) {

        public long answered() {
            return hits + misses;
        }
    }

    private record Key(int rule, String title, String payer) {}

    private static final Comparator<Key> BY_RULE_AND_PAYER =
            Comparator.comparingInt(Key::rule).thenComparing(Key::payer).thenComparing(Key::title);

    private static final class Count {
        private long predicted;
        private long hits;
        private long misses;
    }

    private final Map<Key, Count> counts = new TreeMap<>(BY_RULE_AND_PAYER);

    /** The score of a run. */
    public static List<Row> of(FindingMapper findings, long runId) {
        AuditScore score = new AuditScore();
        List<LineAnswer> page = findings.auditAnswers(runId, 0, ANSWERS_PER_PAGE);
        while (!page.isEmpty()) {
            page.forEach(of -> score.add(of.answer()));
            page = findings.auditAnswers(runId, page.get(page.size() - 1).claimLineId(), ANSWERS_PER_PAGE);
        }
        return score.rows();
    }

    public void add(AuditAnswer answer) {
        if (answer.complianceHold() || answer.predicted().isEmpty()) {
            return;
        }
        Count count =
                counts.computeIfAbsent(new Key(answer.rule(), answer.title(), answer.payer()), key -> new Count());
        count.predicted++;
        if (UNPAID.contains(answer.verdict()) && answer.hasPredictedReason()) {
            count.hits++;
        } else if (!UNDECIDED.contains(answer.verdict())) {
            count.misses++;
        }
    }

    /** By rule and payer. */
    public List<Row> rows() {
        return counts.entrySet().stream()
                .map(entry -> new Row(
                        entry.getKey().rule(),
                        entry.getKey().title(),
                        entry.getKey().payer(),
                        entry.getValue().predicted,
                        entry.getValue().hits,
                        entry.getValue().misses))
                .toList();
    }
}
