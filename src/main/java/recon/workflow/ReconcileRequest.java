package recon.workflow;

import java.nio.file.Path;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a reconciliation is asked for.
 *
 * @param rates ranges in the place of {@code reference/expected-ranges.csv}, or null
 * @param force make a new revision although nothing changed
 * @param dryRun read, check, match and judge, but write no report and keep nothing
 * @param letters write a letter for each dispute beside the reports
 * @param reopen why a closed month is reopened, or null
 */
public record ReconcileRequest(
        YearMonth month,
        Path input,
        Path output,
        @Nullable Path rates,
        boolean force,
        boolean dryRun,
        boolean letters,
        @Nullable String reopen) {}
