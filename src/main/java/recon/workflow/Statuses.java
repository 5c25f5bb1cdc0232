package recon.workflow;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.load.Run;
import recon.verdict.ControlTotal;
import recon.verdict.Verdict;
import recon.workbook.RunRecord;
import recon.workflow.MonthEnd.Figures;
import recon.workflow.MonthEnd.RunStatus;

/** Tells the state of the runs on file. */
final class Statuses {

    private final Mappers mappers;

    Statuses(Mappers mappers) {
        this.mappers = mappers;
    }

    /** As {@link MonthEnd#status}. */
    List<RunStatus> of(@Nullable YearMonth month) {
        List<Run> runs = month == null ? mappers.runs().all() : mappers.runs().ofMonth(month);
        RunsOnFile onFile = new RunsOnFile(runs);
        Registration registration = new Registration(mappers);
        List<RunStatus> statuses = new ArrayList<>();
        for (Run run : runs) {
            Run latest = onFile.latestComplete(run.month());
            statuses.add(new RunStatus(
                    run,
                    run.isComplete() && latest != null && latest.runId() != run.runId(),
                    registration.closing(run.month()),
                    run.isComplete() && !registration.isPurged(run.month()) ? figures(run) : null));
        }
        return statuses;
    }

    private Figures figures(Run run) {
        Map<Verdict, RunRecord.VerdictSum> sums = ReportContent.verdicts(mappers, run);
        RunRecord.VerdictSum underpaid = RunRecord.VerdictSum.of(sums, Verdict.UNDERPAID);
        RunRecord.VerdictSum denied = RunRecord.VerdictSum.of(sums, Verdict.DENIED, Verdict.PARTLY_DENIED);
        List<ControlTotal> totals = mappers.proof().controlTotals(run.runId());
        return new Figures(
                RunRecord.VerdictSum.of(sums, Verdict.values()).count(),
                underpaid.count(),
                underpaid.atIssue(),
                denied.count(),
                denied.atIssue(),
                totals.size(),
                totals.stream().filter(total -> !total.ties()).count());
    }
}
