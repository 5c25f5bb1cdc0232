package recon.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recon.verdict.FindingMapper.EarlierFinding;
import recon.verdict.FindingMapper.Replaced;

/**
 * What earlier months found of claim lines, and of the lines that they took the place of: a corrected claim (frequency 7) has lines of its
 * own, and those of the claim before it tell whether it was denied.
 */
public final class EarlierFindings {

    private static final Comparator<EarlierFinding> BY_MONTH =
            Comparator.comparing(EarlierFinding::month).thenComparing(EarlierFinding::claimLineId);

    private EarlierFindings() {}

    /**
     * @param after the number of a line; those that the run judges behind it count
     * @param upTo the number of the last of them
     * @return by the number of the line that is judged, oldest month first; none of lines that no earlier month judged
     */
    public static Map<Long, List<EarlierFinding>> of(FindingMapper mapper, long runId, long after, long upTo) {
        Map<Long, List<EarlierFinding>> findings = new HashMap<>();
        mapper.earlier(runId, after, upTo)
                .forEach(finding -> findings.computeIfAbsent(finding.claimLineId(), line -> new ArrayList<>())
                        .add(finding));
        Map<Long, Long> standing = standing(mapper, runId, after, upTo);
        if (!standing.isEmpty()) {
            for (EarlierFinding finding : mapper.earlierOf(runId, standing.keySet())) {
                findings.computeIfAbsent(standing.get(finding.claimLineId()), line -> new ArrayList<>())
                        .add(finding);
            }
            findings.values().forEach(list -> list.sort(BY_MONTH));
        }
        return findings;
    }

    /** The lines that were replaced, over as many corrections as there are, each with the one that stands in its place now. */
    private static Map<Long, Long> standing(FindingMapper mapper, long runId, long after, long upTo) {
        Map<Long, Long> standing = new HashMap<>();
        List<Replaced> replaced = mapper.replacedIn(runId, after, upTo);
        while (!replaced.isEmpty()) {
            List<Long> older = new ArrayList<>();
            for (Replaced one : replaced) {
                long now = standing.getOrDefault(one.by(), one.by());
                if (standing.putIfAbsent(one.lineId(), now) == null) {
                    older.add(one.lineId());
                }
            }
            replaced = older.isEmpty() ? List.of() : mapper.replacedBy(runId, older);
        }
        return standing;
    }
}
