package recon.workflow;

import org.springframework.batch.core.step.Step;
import recon.workflow.FindingReader.Listed;

/**
 * Writes the workbooks, aside from where they will stand. A workbook that is half written cannot be gone on with, so after a restart
 * this step begins anew. So it does where they were written and lie aside still, since people may have typed into the earlier ones.
 */
final class ReportStep {

    static final int FINDINGS_PER_CHUNK = 1000;

    private ReportStep() {}

    static Step of(Steps steps, CurrentRun run, Mappers mappers) {
        return steps.<Listed, Listed>chunks("writeReports", FINDINGS_PER_CHUNK)
                .reader(new FindingReader(run, mappers))
                .writer(new WorkbooksWriter(run, mappers, steps.threads()))
                .allowStartIfComplete(run.output().isAside(run.run().revision()))
                .build();
    }
}
