package recon.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import recon.verdict.Finding;
import recon.verdict.FindingMapper.StoredFinding;

/** The run's findings by payer, claim, line and date of service: sorted while the workbooks are opened. */
final class FindingReader implements ItemStreamReader<FindingReader.Listed> {

    /** The next finding; or null for the end, at which the workbooks are completed. */
    record Listed(@Nullable Finding finding) {}

    private final CurrentRun run;
    private final Mappers mappers;
    private final Deque<Finding> page = new ArrayDeque<>();
    private final Questions questions = new Questions(1);
    private @Nullable Supplier<List<Long>> sorted;
    private List<Long> ids = List.of();
    private int next;
    private boolean ended;

    FindingReader(CurrentRun run, Mappers mappers) {
        this.run = run;
        this.mappers = mappers;
    }

    @Override
    public void open(ExecutionContext context) {
        sorted = questions.ask(() -> mappers.findings().idsInReportOrder(run.id()));
        next = 0;
    }

    @Override
    public @Nullable Listed read() {
        if (sorted != null) {
            ids = sorted.get();
            sorted = null;
            // The end, at which the workbooks are completed, is an item too.
            run.progress().begin("writeReports", ids.size() + 1);
        }
        if (page.isEmpty() && next < ids.size()) {
            List<Long> wanted = ids.subList(next, Math.min(next + ReportStep.FINDINGS_PER_CHUNK, ids.size()));
            Map<Long, Finding> found = new HashMap<>();
            for (StoredFinding stored : mappers.findings().findings(run.id(), wanted)) {
                found.put(stored.findingId(), stored.finding());
            }
            wanted.forEach(id -> page.add(Objects.requireNonNull(found.get(id))));
            next += wanted.size();
        }
        Finding finding = page.poll();
        if (finding == null && ended) {
            return null;
        }
        ended = finding == null;
        return new Listed(finding);
    }

    @Override
    public void close() {
        questions.close();
        run.progress().end();
    }
}
