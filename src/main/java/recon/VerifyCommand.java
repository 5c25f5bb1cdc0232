package recon;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import recon.workflow.ExitCode;
import recon.workflow.Settings;
import recon.workflow.Verification;
import recon.workflow.Verification.Check;
import recon.workflow.Verification.Subject;

/** Says whether a month's reports still prove. */
@Command(
        name = "verify",
        description = {
            "Proves a month's reports once more: reads the input files that the run's record names (SHA-256 checked), counts their"
                    + " rows and dollars anew, and counts the lines of the workbooks.",
            "Needs no database and changes nothing."
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--month",
            required = true,
            paramLabel = "YYYY-MM",
            converter = MonthOption.class,
            description = "the month whose latest revision is verified")
    private @Nullable YearMonth month;

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description = "holds the claims/ and remittances/ that were reconciled (default: input)")
    private Path input = Path.of("input");

    @Option(names = "--output", paramLabel = "DIR", description = "holds the month's reports (default: output)")
    private Path output = Path.of("output");

    @Override
    public Integer call() {
        if (month == null) {
            throw new IllegalStateException("--month is required");
        }
        Verification.Result result = Verification.of(month, input, output, Settings.load());
        PrintWriter out = spec.commandLine().getOut();
        out.printf("96372 reconciliation of %s, revision %d, verified%n%n", result.month(), result.revision());
        for (Subject subject : Subject.values()) {
            print(
                    out,
                    subject,
                    result.checks().stream()
                            .filter(check -> check.subject() == subject)
                            .toList());
        }
        result.remarks().forEach(remark -> out.printf("  note: %s%n", remark));
        ExitCode exit = result.holds() ? ExitCode.DONE : ExitCode.NOT_TIED;
        out.printf(
                "%n%s%n",
                result.holds()
                        ? "Proved: the reports are what these files come to"
                        : "NOT PROVED: hold what comes after; put the files back, or run the month again");
        if (result.checks().stream().anyMatch(check -> check.subject() == Subject.ROWS && !check.holds())) {
            // A content on file is not read twice.
            out.println(
                    "A file whose rows are not those of the run, and that is in its place, must be read anew: write an empty"
                            + " row at its end, so that its SHA-256 is another, and run the month again");
        }
        out.flush();
        return exit.code();
    }

    private static void print(PrintWriter out, Subject subject, List<Check> checks) {
        List<Check> wrong = checks.stream().filter(check -> !check.holds()).toList();
        out.printf("  %-50s%,8d of %,d%n", subject.inWords(), checks.size() - wrong.size(), checks.size());
        wrong.stream()
                .limit(SHOWN)
                .forEach(check -> out.printf(
                        "    NOT OK  %s: %s recorded, %s found%n", check.what(), check.recorded(), check.found()));
        if (wrong.size() > SHOWN) {
            out.printf("    and %,d more%n", wrong.size() - SHOWN);
        }
    }
}
