package recon.match;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.claim.ClaimLine;
import recon.load.MatchKeys;
import recon.load.SourceFile;

/** Gathers from the database all lines of claims, current or not. */
public final class ClaimsOnFile {

    private final MatchMapper mapper;
    private final long runId;
    private final Comparator<ClaimLine> order;

    public ClaimsOnFile(MatchMapper mapper, long runId) {
        this.mapper = mapper;
        this.runId = runId;
        Set<Long> earlier = Set.copyOf(mapper.filesOfEarlierMonths(runId));
        // What earlier months have judged is repeated by what is on file since, and not the other way about.
        order = Comparator.comparing((ClaimLine line) -> !earlier.contains(SourceFile.ofLine(line.id())))
                .thenComparing(ClaimLine::id);
    }

    /**
     * @param keys control numbers, as they are compared
     * @return by control number, those that are on file alone: lines of 96372 and of other codes in the order in which they came, those
     *     of earlier months first
     */
    public Map<String, List<ClaimLine>> of(Collection<String> keys) {
        List<ClaimLine> lines = new ArrayList<>(mapper.versions(runId, keys));
        mapper.otherLinesOfVersions(runId, keys).forEach(others -> lines.addAll(others.lines()));
        lines.sort(order);
        return lines.stream().collect(groupingBy(line -> MatchKeys.of(line.patientControlNumber())));
    }
}
