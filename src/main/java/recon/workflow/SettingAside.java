package recon.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;
import recon.claim.SourceRef;
import recon.load.SourceFile;
import recon.match.ClaimVersions;
import recon.match.ClaimsOnFile;
import recon.match.MatchMapper;
import recon.match.MatchMapper.KeyRange;
import recon.match.RenumberedCorrections;

/** Sets aside claim lines that are duplicated, replaced or voided, claim by claim, and remarks on what it cannot tell. */
final class SettingAside {

    private static final Logger LOG = LoggerFactory.getLogger(SettingAside.class);
    private static final int CLAIMS_LOOKED_UP = 500;

    private final CurrentRun run;
    private final Mappers mappers;
    private final PayerDirectory payers;
    private final ClaimsOnFile claims;
    private final RenumberedCorrections renumbered;
    private long remarks;

    SettingAside(CurrentRun run, Mappers mappers) {
        this.run = run;
        this.mappers = mappers;
        payers = run.reference().payers();
        claims = new ClaimsOnFile(mappers.matches(), run.id());
        renumbered = new RenumberedCorrections(mappers.matches(), claims, payers, run.id(), run.asOf());
    }

    void setAside() {
        MatchMapper mapper = mappers.matches();
        List<String> versions = mapper.versionsByOtherLines(run.id());
        setAside(versions);
        Set<String> done = Set.copyOf(versions);
        for (KeyRange range : mapper.claimRanges(MatchMapper.LINES_PER_RANGE)) {
            List<String> repeated = mapper.repeatedClaims(run.id(), range);
            setAside(repeated.stream().filter(key -> !done.contains(key)).toList());
        }
        remarkOnCorrections(renumbered.setAside());
    }

    private void setAside(List<String> keys) {
        for (int from = 0; from < keys.size(); from += CLAIMS_LOOKED_UP) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + CLAIMS_LOOKED_UP));
            for (List<ClaimLine> claim : claims.of(some).values()) {
                ClaimVersions.setAside(claim, payers)
                        .forEach(aside -> mappers.matches().insertAside(run.id(), aside));
                renumbered.note(claim);
            }
        }
    }

    /** @param withoutOriginal of each correction of which the corrected claim is not found, all lines */
    private void remarkOnCorrections(List<List<ClaimLine>> withoutOriginal) {
        Map<Long, Integer> corrections = new LinkedHashMap<>();
        Map<Long, SourceRef> first = new LinkedHashMap<>();
        for (List<ClaimLine> correction : withoutOriginal) {
            correction.stream().filter(this::isOwn).findFirst().ifPresent(line -> {
                corrections.merge(SourceFile.ofLine(line.id()), 1, Integer::sum);
                first.putIfAbsent(SourceFile.ofLine(line.id()), line.source());
            });
        }
        corrections.forEach((fileId, count) -> remark(
                fileId,
                "%d corrected or voided claim%s under a new claim number replaced nothing: no claim on file, or more than one, of that payer, patient and day has the payer's claim number of the original (REF*F8); the first is %s"
                        .formatted(count, count == 1 ? "" : "s", first.get(fileId))));
    }

    private boolean isOwn(ClaimLine line) {
        return run.found().containsKey(SourceFile.ofLine(line.id()));
    }

    private void remark(long fileId, String remark) {
        LOG.warn("{}", remark);
        mappers.runs().insertRemark(run.id(), ++remarks, fileId, remark);
    }
}
