package recon.workflow;

import org.springframework.stereotype.Component;
import recon.load.FileMapper;
import recon.load.RunMapper;
import recon.load.StagingMapper;
import recon.match.HistoryMapper;
import recon.match.MatchMapper;
import recon.verdict.FindingMapper;
import recon.verdict.ProofMapper;
import recon.verdict.PurgeMapper;

/** All that speaks to the tables. */
@Component
record Mappers(
        FileMapper files,
        RunMapper runs,
        StagingMapper staging,
        MatchMapper matches,
        HistoryMapper histories,
        FindingMapper findings,
        ProofMapper proof,
        PurgeMapper purge,
        Statistics statistics) {}
