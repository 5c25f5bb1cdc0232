package recon.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;
import recon.claim.SourceRef;
import recon.load.SourceFile;
import recon.match.ChangedLines;
import recon.match.ChangedLines.Changed;
import recon.match.ClaimVersions;
import recon.match.ClaimVersions.SetAside;
import recon.match.ClaimsOnFile;
import recon.match.MatchMapper;
import recon.match.MatchMapper.KeyRange;
import recon.match.RenumberedCorrections;

/**
 * Sets aside claim lines that are duplicated, replaced or voided, or wait for a later month, claim by claim, and remarks on what it cannot
 * tell.
 */
final class SettingAside {

    private static final Logger LOG = LoggerFactory.getLogger(SettingAside.class);
    private static final int CLAIMS_LOOKED_UP = 500;

    private final CurrentRun run;
    private final Mappers mappers;
    private final PayerDirectory payers;
    private final ClaimsOnFile claims;
    private final RenumberedCorrections renumbered;
    private final Map<Long, ChangedInFile> changed = new TreeMap<>();
    private long remarks;

    /** How many lines of a file an earlier export states otherwise, and the first of them in the file. */
    private record ChangedInFile(int lines, Changed first) {

        ChangedInFile plus(ChangedInFile other) {
            boolean isFirst = first.line().id() < other.first.line().id();
            return new ChangedInFile(lines + other.lines, isFirst ? first : other.first);
        }
    }

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
        changed.forEach(this::warnOfChangedLines);
    }

    private void setAside(List<String> keys) {
        for (int from = 0; from < keys.size(); from += CLAIMS_LOOKED_UP) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + CLAIMS_LOOKED_UP));
            for (List<ClaimLine> claim : claims.of(some).values()) {
                List<SetAside> aside = ClaimVersions.setAside(claim, payers, run.asOf());
                aside.forEach(one -> mappers.matches().insertAside(run.id(), one));
                renumbered.note(claim);
                ChangedLines.of(claim, aside, payers, this::isOwn)
                        .forEach(one -> changed.merge(
                                SourceFile.ofLine(one.line().id()), new ChangedInFile(1, one), ChangedInFile::plus));
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
                        .formatted(count, count == 1 ? "" : "s", first.get(fileId)),
                false));
    }

    private void warnOfChangedLines(long fileId, ChangedInFile inFile) {
        boolean one = inFile.lines() == 1;
        remark(
                fileId,
                "%,d claim line%s stand%s on file with another charge or payer too, under the same claim number, line number, date, code and modifiers, and both count: the first is %s beside %s%s. One that bills another payer as secondary is rightly there; if %s corrected, take the older export out of input/; where an earlier month read it, run that month again with the corrected one in its place, and then the months after it."
                        .formatted(
                                inFile.lines(),
                                one ? "" : "s",
                                one ? "s" : "",
                                inFile.first().line().source(),
                                inFile.first().before().source(),
                                isOwn(inFile.first().before()) ? "" : " of an earlier month",
                                one ? "it was" : "they were"),
                true);
    }

    private boolean isOwn(ClaimLine line) {
        return run.found().containsKey(SourceFile.ofLine(line.id()));
    }

    private void remark(long fileId, String remark, boolean warning) {
        LOG.warn("{}", remark);
        mappers.runs().insertRemark(run.id(), ++remarks, fileId, remark, warning);
    }
}
