package recon.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program that is measured.
 *
 * @param name for people
 * @param command how it is started, the input folder's name apart
 * @param answers how its answer is read, or null where it only reads
 * @param server that it works on, or null where it needs none
 */
record Contestant(
        String name,
        Command command,
        @Nullable Answers answers,
        @Nullable PostgresqlServer server) {

    interface Command {
        /** @param folder an empty folder of its own */
        List<String> of(Path input, Path folder);
    }

    interface Answers {
        Answer read(Path folder, MeasuredProcess process) throws IOException;
    }

    /** @param answer null where it has none */
    record Result(Measured measured, @Nullable Answer answer) {}

    /**
     * The job as a scheduler starts it, with a database of its own.
     *
     * @param server in place of the embedded database, or null
     */
    static Contestant job(Path jar, List<String> jvm, String month, @Nullable PostgresqlServer server) {
        return new Contestant(
                server == null ? "recon96372" : "recon96372 on PostgreSQL",
                (input, folder) -> {
                    List<String> command = java(jvm);
                    command.addAll(List.of("-jar", jar.toString(), "reconcile", "--month", month));
                    command.addAll(List.of("--input", input.toString()));
                    return command;
                },
                (folder, process) ->
                        Answer.ofRun(folder.resolve("output").resolve(month).resolve("run-" + month + ".json")),
                server);
    }

    static Contestant peer(String name, Class<?> main, List<String> jvm) {
        return new Contestant(
                name,
                (input, folder) -> java(jvm, main, input.toString(), folder.toString()),
                (folder, process) -> Answer.printed(process.out()),
                null);
    }

    static Contestant floor(String name, List<String> jvm) {
        return new Contestant(name, (input, folder) -> java(jvm, ReadFloor.class, input.toString()), null, null);
    }

    private static List<String> java(List<String> jvm) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        return command;
    }

    private static List<String> java(List<String> jvm, Class<?> main, String... arguments) {
        List<String> command = java(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** @param folder made anew, and removed at the end where all went well */
    Result run(Path input, Path folder) throws IOException, InterruptedException {
        delete(folder);
        Files.createDirectories(folder);
        MeasuredProcess process = new MeasuredProcess(folder);
        try {
            Measured measured = measure(process, command.of(input, folder));
            Result result = new Result(measured, answers == null ? null : answers.read(folder, process));
            delete(folder);
            return result;
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    /** The server's processor time is the contestant's too; its memory is not, since it is shared. */
    private Measured measure(MeasuredProcess process, List<String> program) throws IOException, InterruptedException {
        if (server == null) {
            return process.run(program, Map.of());
        }
        Map<String, String> environment = server.newDatabase();
        double before = server.cpuSeconds();
        Measured measured = process.run(program, environment);
        return new Measured(
                measured.cpuSeconds() + server.cpuSeconds() - before, measured.wallSeconds(), measured.peakMebibytes());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
