package recon.workflow;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import recon.workbook.RunRecord;

/**
 * How a reconciliation ended.
 *
 * @param changed false where the same inputs and ranges were reconciled before, so that nothing was done
 * @param record what {@code run-YYYY-MM.json} says; null where nothing was done
 * @param folder where the reports stand; for a dry run, where they would
 */
public record ReconcileOutcome(
        ExitCode exit,
        boolean changed,
        int revision,
        @Nullable RunRecord record,
        Path folder) {}
