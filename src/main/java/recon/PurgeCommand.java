package recon;

import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import recon.workflow.MonthEnd.Purged;

/** Removes patient data that is no longer needed. */
@Command(
        name = "purge",
        description = {
            "Removes from the database the claim lines and payments that were settled before a month, with their verdicts.",
            "Stays: what is open, what that month or a later one judged, and the figures without patient data. Earlier months must be"
                    + " closed, and cannot be run again. Reports and input files are yours to remove."
        })
final class PurgeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--before",
            required = true,
            paramLabel = "YYYY-MM",
            converter = MonthOption.class,
            description = "the first month that is kept whole")
    private @Nullable YearMonth before;

    @Option(names = "--dry-run", description = "count what would be removed, and keep it")
    private boolean dryRun;

    private final Database database;

    PurgeCommand(Database database) {
        this.database = database;
    }

    @Override
    public Integer call() {
        YearMonth month = before;
        if (month == null) {
            throw new IllegalStateException("--before is required");
        }
        Purged purged = database.with(monthEnd -> monthEnd.purge(month, dryRun));
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s before %s: %,d claim lines, %,d payments%n",
                dryRun ? "To be removed" : "Removed", month, purged.claimLines(), purged.payments());
        out.flush();
        return 0;
    }
}
