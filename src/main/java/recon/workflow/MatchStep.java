package recon.workflow;

import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.step.Step;
import recon.match.MatchGroups;
import recon.match.MatchGroups.KeyedGroup;
import recon.match.MatchMapper;
import recon.match.MatchMapper.StoredMatch;
import recon.match.MatchResult;
import recon.match.Matcher;
import recon.match.PaymentMatch;

/** Finds for each payment the claim line that it belongs to. */
final class MatchStep {

    private static final int CLAIMS_PER_CHUNK = 500;

    private MatchStep() {}

    /** Sets aside claim lines that are duplicated, replaced or voided. */
    static Step setAside(Steps steps, CurrentRun run, Mappers mappers) {
        return steps.once("setAsideClaims", () -> {
            mappers.statistics()
                    .gather(List.of(
                            "claim_line",
                            "claim_other_lines",
                            "remittance_line",
                            "source_file",
                            "run_on_file",
                            "run_basis"));
            mappers.runs().delete("claim_line_aside", run.id());
            mappers.runs().delete("run_remark", run.id());
            new SettingAside(run, mappers).setAside();
        });
    }

    /** Lists the claims whose payments are to be matched. */
    static Step list(Steps steps, CurrentRun run, Mappers mappers) {
        return steps.once("listPayments", () -> {
            mappers.runs().delete("run_match_key", run.id());
            mappers.matches().resolveKeys(run.id());
            mappers.matches().listKeys(run.id(), run.asOf(), MatchMapper.LINES_PER_RANGE);
        });
    }

    static Step of(Steps steps, CurrentRun run, Mappers mappers) {
        MatchMapper mapper = mappers.matches();
        Matcher matcher = new Matcher(run.reference().payers());
        MatchGroups groups = new MatchGroups(mapper, matcher, run.id(), run.asOf());
        return steps.partitioned(
                "match",
                () -> mapper.countKeys(run.id()),
                parts -> {
                    mappers.statistics().gather(List.of("run_match_key", "claim_line_aside"));
                    return PagedReader.ranges(Cuts.of(mapper.countKeys(run.id()), parts, ordinal -> ordinal));
                },
                range -> steps.<KeyedGroup, List<StoredMatch>>chunks("matchClaims", CLAIMS_PER_CHUNK)
                        .reader(PagedReader.ofRange(groups::page, KeyedGroup::ordinal))
                        .processor(group -> matches(run.id(), group, matcher))
                        .writer(chunk -> chunk.forEach(matches -> matches.forEach(match -> mapper.insert(match))))
                        .build());
    }

    /**
     * A payment that an earlier month judged in vain is matched once more, out of this month's scope. One that keeps the line of an
     * earlier month is not stored again: what that month says of it goes on counting. One that turns out to repeat what an older month
     * found since keeps it no longer.
     */
    private static List<StoredMatch> matches(long runId, KeyedGroup group, Matcher matcher) {
        List<StoredMatch> matches = new ArrayList<>();
        for (PaymentMatch match : matcher.match(group.group())) {
            if (!group.group().stays(match.remittanceLineId()) || match.result() instanceof MatchResult.Repeats) {
                matches.add(StoredMatch.of(runId, match, group.inScope().contains(match.remittanceLineId())));
            }
        }
        return matches;
    }
}
