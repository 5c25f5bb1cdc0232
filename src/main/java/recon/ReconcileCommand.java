package recon;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import recon.workflow.EarlyStop;
import recon.workflow.ReconcileOutcome;
import recon.workflow.ReconcileRequest;

/** The month-end job. */
@Command(
        name = "reconcile",
        description = {
            "Reconciles a month: reads claims and remittances, matches the payments of 96372, compares what was allowed with what is"
                    + " expected, and writes the underpayment, denial and reconciliation workbooks.",
            "",
            "The same command goes on where a broken run stopped, and does nothing where nothing has changed."
        })
final class ReconcileCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--month",
            required = true,
            paramLabel = "YYYY-MM",
            converter = MonthOption.class,
            description = "the month to reconcile; ages and deadlines count from its last day")
    private @Nullable YearMonth month;

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description = "holds claims/, remittances/ and, where there is one, reference/ (default: input)")
    private Path input = Path.of("input");

    @Option(names = "--output", paramLabel = "DIR", description = "where YYYY-MM/ is written (default: output)")
    private Path output = Path.of("output");

    @Option(
            names = "--rates",
            paramLabel = "FILE",
            description = "expected ranges (csv or xlsx) in the place of reference/expected-ranges.csv")
    private @Nullable Path rates;

    @Option(names = "--letters", description = "write a Word letter for each dispute, too")
    private boolean letters;

    @Option(names = "--force", description = "make a new revision although nothing has changed")
    private boolean force;

    @Option(names = "--dry-run", description = "read, match and judge, but write no report and keep nothing")
    private boolean dryRun;

    @Option(
            names = "--reopen",
            paramLabel = "REASON",
            description = "reopen a closed month; the reason and the user are kept")
    private @Nullable String reopen;

    private final Database database;

    ReconcileCommand(Database database) {
        this.database = database;
    }

    @Override
    public Integer call() {
        if (month == null) {
            throw new IllegalStateException("--month is required");
        }
        ReconcileRequest request = new ReconcileRequest(month, input, output, rates, force, dryRun, letters, reopen);
        ReconcileOutcome outcome;
        try (ConsoleProgress progress = ConsoleProgress.open()) {
            outcome = EarlyStop.guarding(() -> database.with(monthEnd -> monthEnd.reconcile(request, progress)));
        }
        PrintWriter out = spec.commandLine().getOut();
        RunSummary.print(out, request, outcome);
        out.flush();
        return outcome.exit().code();
    }
}
