package recon;

import java.io.PrintWriter;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import recon.load.MonthEvent;
import recon.load.Run;
import recon.workflow.MonthEnd.Figures;
import recon.workflow.MonthEnd.RunStatus;

/** Tells which runs are on file. */
@Command(
        name = "status",
        description = "Shows the runs of a month, or of all months: when, over what, their result and reports.")
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            converter = MonthOption.class,
            description = "of this month only")
    private @Nullable YearMonth month;

    private final Database database;

    StatusCommand(Database database) {
        this.database = database;
    }

    @Override
    public Integer call() {
        List<RunStatus> runs = database.with(monthEnd -> monthEnd.status(month));
        PrintWriter out = spec.commandLine().getOut();
        if (runs.isEmpty()) {
            out.println("No run is on file" + (month == null ? "" : " for that month"));
        }
        runs.forEach(run -> print(out, run));
        out.flush();
        return 0;
    }

    private static void print(PrintWriter out, RunStatus status) {
        Run run = status.run();
        boolean complete = run.isComplete();
        out.printf(
                "%s revision %d: %s%s%n",
                run.month(),
                run.revision(),
                complete ? run.result() + " (exit " + run.exitCode() + ")" : "not complete: reconcile goes on with it",
                status.superseded() ? ", superseded" : "");
        out.printf(
                "  started %s UTC by %s%s%n",
                run.startedAt().truncatedTo(ChronoUnit.SECONDS),
                run.actor(),
                run.reason() == null ? "" : ", reopened: " + run.reason());
        out.printf("  inputs %s  ranges %s%n", shortened(run.inputs()), shortened(run.ranges()));
        Figures figures = status.figures();
        if (figures != null) {
            out.printf(
                    "  %,d lines; %,d underpaid by %s; %,d denied, %s at stake; %d control totals, %d not tied%n",
                    figures.lines(),
                    figures.underpaidLines(),
                    figures.shortBy().inWords(),
                    figures.deniedLines(),
                    figures.atStake().inWords(),
                    figures.controlTotals(),
                    figures.notTied());
        }
        out.printf("  %s%n", run.outputFolder() + (status.superseded() ? "/superseded/r" + run.revision() : ""));
        MonthEvent closed = status.closedBy();
        if (closed != null) {
            out.printf(
                    "  month %s on %s by %s%n",
                    closed.action().name().toLowerCase(Locale.ROOT),
                    closed.happenedAt().toLocalDate(),
                    closed.actor());
        }
    }

    private static String shortened(String fingerprint) {
        return fingerprint.substring(0, 12);
    }
}
