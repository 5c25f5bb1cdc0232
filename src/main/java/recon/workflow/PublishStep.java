package recon.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import org.springframework.batch.core.step.Step;
import recon.workbook.RunJson;
import recon.workbook.RunRecord;

/** Moves the reports to where they stand, and writes the run's record last: where it is, the run is complete. */
final class PublishStep {

    private PublishStep() {}

    static Step of(Steps steps, CurrentRun run, Mappers mappers, RunLock lock) {
        return steps.once("publishReports", () -> {
            // Held up too long, this process may be the one that another took for dead.
            lock.requireHeld();
            try {
                publish(run, mappers);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void publish(CurrentRun run, Mappers mappers) throws IOException {
        ReportContent content = new ReportContent(run, mappers);
        ExitCode exit = content.exit();
        LocalDateTime finishedAt = Registration.now();
        TypedWorkbooks typed = run.typed().get();
        // Where another process wrote the reports, they were moving in already.
        if (typed != null) {
            typed.requireUnchanged(run.output());
        }
        run.output().publish(run.run().revision());
        RunRecord record = content.runRecord(exit, finishedAt);
        RunJson.write(run.output().runRecord(), record);
        run.record().set(record);
        new Registration(mappers).complete(run.run(), finishedAt, exit);
    }
}
