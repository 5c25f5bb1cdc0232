package recon.month;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import recon.CommandHere;

/** The product as a scheduler starts it: with a database and folders below one working folder, and unless it is run {@link #here}, in a process of its own. */
final class ReconProcess {

    private static final long PATIENCE_SECONDS = 300;

    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private boolean here;
    private int runs;

    /** @param folder working folder; holds {@code input}, {@code output} and {@code data} */
    ReconProcess(Path folder) {
        this.folder = folder;
    }

    record Result(int exit, String out, String err) {}

    ReconProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    ReconProcess withJvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    Path input() {
        return folder.resolve("input");
    }

    Path output() {
        return folder.resolve("output");
    }

    /** What is {@link #run} is run in the process of the tests, which takes a fraction of the time; what is {@link #start started} is not. */
    ReconProcess here() {
        here = true;
        return this;
    }

    Result run(String... arguments) {
        return here ? runHere(arguments) : await(start(arguments));
    }

    /** Reconciles October 2026, the month of {@link PlainMonth}. */
    Result reconcile(String... more) {
        List<String> arguments = new ArrayList<>(List.of("reconcile", "--month", "2026-10"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    /** With the folders that a process finds by its working folder. */
    private Result runHere(String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        if (Set.of("reconcile", "verify").contains(arguments[0])) {
            resolve(command, "--input");
            resolve(command, "--output");
        }
        Map<String, String> properties = new LinkedHashMap<>(environment);
        properties.putIfAbsent("RECON_DB_URL", "jdbc:h2:file:" + folder.resolve("data/recon96372"));
        CommandHere.Result result = CommandHere.run(properties, command.toArray(String[]::new));
        return new Result(result.exit(), result.out(), result.err());
    }

    private void resolve(List<String> command, String option) {
        int at = command.indexOf(option);
        if (at < 0) {
            command.addAll(List.of(option, folder.resolve(option.substring(2)).toString()));
        } else {
            command.set(at + 1, folder.resolve(command.get(at + 1)).toString());
        }
    }

    Running start(String... arguments) {
        return startWith("", arguments);
    }

    /** @param limit shell command that limits the process, such as {@code ulimit -f 1}; blank for none */
    Running startWith(String limit, String... arguments) {
        try {
            Path out = folder.resolve("stdout-" + ++runs);
            Path err = folder.resolve("stderr-" + runs);
            List<String> command = new ArrayList<>(List.of(ProductForTests.java()));
            command.addAll(ProductForTests.command(jvmOptions));
            command.addAll(List.of(arguments));
            if (!limit.isEmpty()) {
                command.addAll(0, List.of("sh", "-c", limit + "; exec \"$@\"", "sh"));
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("RECON_"));
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new AssertionError("the process does not start", e);
        }
    }

    record Running(Process process, Path out, Path err) {
        /** As {@code kill -9} does. */
        void kill() {
            process.destroyForcibly();
            wait(process);
        }

        /** As {@code kill} does: SIGTERM. */
        void terminate() {
            process.destroy();
        }

        private static void wait(Process process) {
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("the process does not end");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    static Result await(Running running) {
        Running.wait(running.process());
        return new Result(running.process().exitValue(), read(running.out()), read(running.err()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
