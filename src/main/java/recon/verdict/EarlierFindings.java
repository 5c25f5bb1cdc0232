package recon.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import recon.verdict.FindingMapper.EarlierFinding;
import recon.verdict.FindingMapper.PaidElsewhere;
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
     * What the months before found of the lines that they judged.
     *
     * @param after the number of a line; those that the run judges behind it count
     * @param upTo the number of the last of them
     * @return by the number of the line that is judged
     */
    public static Map<Long, LinePast> pasts(FindingMapper mapper, long runId, long after, long upTo) {
        Map<Long, LinePast> pasts = new HashMap<>();
        Set<Long> refused = new HashSet<>();
        of(mapper, runId, after, upTo).forEach((lineId, findings) -> {
            LinePast past = LinePast.of(lineId, findings);
            pasts.put(lineId, past);
            if (past.firstVerdict() != null) {
                refused.add(lineId);
            }
        });
        if (!refused.isEmpty()) {
            for (PaidElsewhere paid : mapper.paidElsewhere(runId, refused)) {
                pasts.computeIfPresent(paid.claimLineId(), (line, past) -> past.paidElsewhereBy(paid.paymentId()));
            }
        }
        return pasts;
    }

    /**
     * @return by the number of the line that is judged, oldest month first; none of lines that no earlier month judged. What was found of
     *     a line that was replaced more than once stands under the last one that the line took the place of.
     */
    static Map<Long, List<EarlierFinding>> of(FindingMapper mapper, long runId, long after, long upTo) {
        Map<Long, List<EarlierFinding>> findings = new HashMap<>();
        mapper.earlier(runId, after, upTo)
                .forEach(finding -> findings.computeIfAbsent(finding.claimLineId(), line -> new ArrayList<>())
                        .add(finding));
        Map<Long, Replaced> replaced = replaced(mapper, runId, after, upTo);
        if (!replaced.isEmpty()) {
            for (EarlierFinding finding : mapper.earlierOf(runId, replaced.keySet())) {
                Replaced last = Objects.requireNonNull(replaced.get(finding.claimLineId()));
                findings.computeIfAbsent(last.by(), line -> new ArrayList<>()).add(finding.as(last.lineId()));
            }
            findings.values().forEach(list -> list.sort(BY_MONTH));
        }
        return findings;
    }

    /**
     * The lines that were replaced, over as many corrections as there are, each with the one that stands in its place now and the last one
     * before that.
     */
    private static Map<Long, Replaced> replaced(FindingMapper mapper, long runId, long after, long upTo) {
        Map<Long, Replaced> all = new HashMap<>();
        List<Replaced> replaced = mapper.replacedIn(runId, after, upTo);
        while (!replaced.isEmpty()) {
            List<Long> older = new ArrayList<>();
            for (Replaced one : replaced) {
                if (all.putIfAbsent(one.lineId(), all.getOrDefault(one.by(), one)) == null) {
                    older.add(one.lineId());
                }
            }
            replaced = older.isEmpty() ? List.of() : mapper.replacedBy(runId, older);
        }
        return all;
    }

    /** The lines that stand now in the place of lines, over as many corrections as there are; none for a line that was not replaced. */
    public static Map<Long, Long> heirs(FindingMapper mapper, long runId, Set<Long> lineIds) {
        Map<Long, Long> next = new HashMap<>();
        Set<Long> asked = lineIds;
        while (!asked.isEmpty()) {
            Set<Long> further = new HashSet<>();
            for (Replaced one : mapper.replaced(runId, asked)) {
                if (next.putIfAbsent(one.lineId(), one.by()) == null) {
                    further.add(one.by());
                }
            }
            further.removeAll(next.keySet());
            asked = further;
        }
        Map<Long, Long> heirs = new HashMap<>();
        for (Long lineId : lineIds) {
            Set<Long> seen = new HashSet<>();
            for (Long heir = next.get(lineId); heir != null && seen.add(heir); heir = next.get(heir)) {
                heirs.put(lineId, heir);
            }
        }
        return heirs;
    }
}
