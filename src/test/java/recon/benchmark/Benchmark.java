package recon.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import recon.sample.GeneratedMonth;
import recon.sample.GeneratedMonth.Format;

/**
 * Reconciles generated months by the job and by what could be used in its place, each in a process of its own, in rounds. All must come
 * to the same verdicts and sums.
 */
@Command(name = "benchmark", sortOptions = false, mixinStandardHelpOptions = true)
public final class Benchmark implements Callable<Integer> {

    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final long SEED = 96372;

    @Option(names = "--jar", required = true, description = "the job")
    private Path jar = Path.of("");

    @Option(names = "--folder", required = true, description = "where months are generated and programs run")
    private Path folder = Path.of("");

    @Option(names = "--lines", split = ",", description = "claim lines, and remittance rows, of each month")
    private List<Integer> lines = List.of(100_000);

    @Option(names = "--formats", split = ",", description = "of the remittances: csv, xlsx")
    private List<Format> formats = List.of(Format.values());

    @Option(names = "--rounds")
    private int rounds = 3;

    @Option(names = "--jvm", description = "options of the job's virtual machine")
    private String jvm = "";

    @Option(names = "--peer-jvm", description = "options of the other virtual machines")
    private String peerJvm = "-XX:+UseSerialGC";

    @Option(names = "--postgresql", arity = "1", description = "measure the job on a PostgreSQL too")
    private boolean postgresql;

    @Option(names = "--micro", arity = "1", description = "measure the readers and the judge alone instead")
    private boolean micro;

    private final PrintStream out = System.out;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    System.err.println(failure.getMessage());
                    return command.getCommandSpec().exitCodeOnExecutionException();
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, RunnerException {
        if (micro) {
            new Runner(new OptionsBuilder().include("recon\\.benchmark\\..*").build()).run();
            return 0;
        }
        out.printf(
                "%s %s on %s, %d processors; job: %s%n",
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(),
                jvm.isBlank() ? "no options" : jvm);
        if (!postgresql) {
            return measure(null) ? 0 : 1;
        }
        try (PostgresqlServer server =
                new PostgresqlServer(folder.resolve("postgresql").toAbsolutePath())) {
            return measure(server) ? 0 : 1;
        }
    }

    private boolean measure(@Nullable PostgresqlServer server) throws IOException, InterruptedException {
        boolean agreed = true;
        for (int size : lines) {
            for (Format format : formats) {
                agreed &= measure(size, format, server);
            }
        }
        return agreed;
    }

    private boolean measure(int size, Format format, @Nullable PostgresqlServer server)
            throws IOException, InterruptedException {
        Path input = folder.resolve("month-" + size + "-" + format.name().toLowerCase(Locale.ROOT))
                .toAbsolutePath();
        GeneratedMonth month = GeneratedMonth.write(input, MONTH, size, format, SEED);
        List<Contestant> contestants = contestants(format, server);
        Contestant job = contestants.get(0);
        Rounds measured = new Rounds();
        boolean agreed = true;
        for (int round = 1; round <= rounds; round++) {
            Map<String, Answer> answers = new LinkedHashMap<>();
            for (Contestant contestant : contestants) {
                out.printf("round %d of %d: %s%n", round, rounds, contestant.name());
                Contestant.Result result =
                        contestant.run(input, folder.resolve("work").toAbsolutePath());
                measured.add(contestant.name(), result.measured());
                if (result.answer() != null) {
                    answers.put(contestant.name(), result.answer());
                }
            }
            agreed &= agree(job.name(), answers, month);
        }
        out.printf(
                Locale.ROOT,
                "%n%,d claim lines in csv and %,d remittance rows in %s; %d rounds%n",
                month.claimLines(),
                month.remittanceRows(),
                format.name().toLowerCase(Locale.ROOT),
                rounds);
        out.print(measured.table(job.name(), month.claimLines() + month.remittanceRows()));
        out.println("Ratios: what the job took by what the other took, the median of the rounds.");
        out.println(agreed ? "All found the same verdicts and sums." : "THE RESULTS DIFFER, see above.");
        out.println();
        return agreed;
    }

    /** Says what differs from the job's answer, and in that from how the month was made. */
    private boolean agree(String job, Map<String, Answer> answers, GeneratedMonth month) {
        Answer ofJob = Objects.requireNonNull(answers.get(job));
        List<String> differences = new ArrayList<>(ofJob.differences(month.verdicts()));
        answers.forEach((name, answer) ->
                ofJob.differences(answer).forEach(difference -> differences.add(name + " says " + difference)));
        differences.forEach(out::println);
        return differences.isEmpty();
    }

    private List<Contestant> contestants(Format format, @Nullable PostgresqlServer server) {
        List<String> peerOptions = options(peerJvm);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(Contestant.job(jar.toAbsolutePath(), options(jvm), MONTH.toString(), null));
        if (server != null) {
            contestants.add(Contestant.job(jar.toAbsolutePath(), options(jvm), MONTH.toString(), server));
        }
        contestants.add(Contestant.peer("plain Java, fastexcel", PlainJava.class, peerOptions));
        if (format == Format.CSV) {
            contestants.add(Contestant.peer("DuckDB, Excel out by fastexcel", DuckDb.class, peerOptions));
        }
        contestants.add(Contestant.floor(
                "remittances read only, " + (format == Format.XLSX ? "Aalto" : "FastCSV"), peerOptions));
        return contestants;
    }

    private static List<String> options(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
