package recon;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import recon.workflow.ExitCode;
import recon.workflow.StopException;

/** Turns what goes wrong into one line and an exit code. A stack trace is written for whoever asks for it: it may hold what a file held. */
final class Failures implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final boolean json;

    /** @param json whether the line is an event of the log, for programs that read no other */
    Failures(boolean json) {
        this.json = json;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        say(command, inWords(wrong) + "; see '" + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.WRONG_SETUP.code();
    }

    /** What is unknown comes before what is missing, since a misspelt option is both; and the nearest known name with it. */
    private static String inWords(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        List<String> unknown = wrong instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched()
                : wrong instanceof CommandLine.MissingParameterException ? command.getUnmatchedArguments() : List.of();
        if (unknown.isEmpty() && isOfAPath(wrong)) {
            return "%sthe path holds letters that this environment cannot write: set LC_ALL=C.UTF-8, and run the same command again"
                    .formatted(
                            wrong.getArgSpec() instanceof CommandLine.Model.OptionSpec option
                                    ? option.longestName() + ": "
                                    : "");
        }
        if (unknown.isEmpty()) {
            return String.valueOf(wrong.getMessage());
        }
        String first = unknown.get(0);
        String kind = command.getParent() == null && !first.startsWith("-") ? "command" : "option";
        List<String> near = new CommandLine.UnmatchedArgumentException(command, unknown).getSuggestions();
        return "there is no %s '%s'%s"
                .formatted(kind, first, near.isEmpty() ? "" : "; is '%s' meant?".formatted(near.get(0)));
    }

    /** Picocli tells the kind of what went wrong in its words alone. */
    private static boolean isOfAPath(CommandLine.ParameterException wrong) {
        return String.valueOf(wrong.getMessage()).contains(InvalidPathException.class.getSimpleName());
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        LOG.debug("What went wrong", failure);
        if (SettingFailures.explain(failure) instanceof StopException stop) {
            say(command, stop.getMessage());
            return stop.exit().code();
        }
        StackTraceElement[] trace = failure.getStackTrace();
        say(
                command,
                "unexpected: " + failure.getClass().getSimpleName()
                        + (trace.length == 0 ? "" : " at " + trace[0])
                        + "; start again with LOGGING_LEVEL_RECON=debug for the whole trace, which may hold patients' data");
        return ExitCode.UNEXPECTED.code();
    }

    private void say(CommandLine command, @Nullable String message) {
        if (json) {
            LOG.error(String.valueOf(message));
            return;
        }
        PrintWriter err = command.getErr();
        err.println("recon96372: " + message);
        err.flush();
    }
}
