package recon.workflow;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import recon.load.Run;

/** The month-end job: what happens to a month's rows, from their files to the reports. */
final class ReconcileJob {

    static final String NAME = "reconcile";
    private static final String DRY_RUN = "dry-run";

    private ReconcileJob() {}

    static Job of(Steps steps, CurrentRun run, Mappers mappers, RunLock lock, boolean dryRun) {
        JudgeStep judge = new JudgeStep(steps, run, mappers);
        SimpleJobBuilder judged = new JobBuilder(dryRun ? DRY_RUN : NAME, steps.jobs())
                .start(LoadFilesStep.of(steps, run, mappers))
                .next(MatchStep.setAside(steps, run, mappers))
                .next(MatchStep.list(steps, run, mappers))
                .next(MatchStep.of(steps, run, mappers))
                .next(judge.list())
                .next(judge.claimLines())
                .next(judge.unmatchedPayments())
                .next(ProveStep.of(steps, run, mappers));
        return dryRun
                ? judged.build()
                : judged.next(ReportStep.of(steps, run, mappers))
                        .next(PublishStep.of(steps, run, mappers, lock))
                        .build();
    }

    /**
     * A run is known by its number and its beginning, since the number of a run that was forgotten is given again: a job of that one must
     * not be taken for done. The month and the fingerprint of its inputs and ranges stand in its row.
     *
     * @param letters whether they are asked for, and {@code encrypted} whether the reports are to be: another job than one whose reports
     *     may have been written without
     */
    static JobParameters parameters(Run run, boolean letters, boolean encrypted) {
        return new JobParametersBuilder()
                .addLong("run", run.runId())
                .addString("begun", run.startedAt().toString())
                .addString("letters", String.valueOf(letters))
                .addString("encrypted", String.valueOf(encrypted))
                .addString("month", run.month().toString(), false)
                .toJobParameters();
    }
}
