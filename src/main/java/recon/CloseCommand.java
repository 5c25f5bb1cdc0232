package recon;

import java.io.PrintWriter;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import recon.load.MonthEvent;

/** Locks a month. */
@Command(name = "close", description = "Closes a month: a later reconcile of it is refused without --reopen.")
final class CloseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--month",
            required = true,
            paramLabel = "YYYY-MM",
            converter = MonthOption.class,
            description = "the month to close")
    private @Nullable YearMonth month;

    private final Database database;

    CloseCommand(Database database) {
        this.database = database;
    }

    @Override
    public Integer call() {
        YearMonth closing = month;
        if (closing == null) {
            throw new IllegalStateException("--month is required");
        }
        MonthEvent closed = database.with(monthEnd -> monthEnd.close(closing));
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s was closed at %s UTC by %s%n",
                closing, closed.happenedAt().truncatedTo(ChronoUnit.SECONDS), closed.actor());
        out.flush();
        return 0;
    }
}
