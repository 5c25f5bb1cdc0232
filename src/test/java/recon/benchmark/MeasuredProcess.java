package recon.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program in a process of its own and measures it with what a JDK and the system themselves have. Processor time: where there is
 * a POSIX shell, what it says of its child at the child's end; elsewhere what Java said of the process last. Memory: Linux's high-water
 * mark of the process, asked for every 20 ms; other systems do not tell.
 */
final class MeasuredProcess {

    private static final Path SHELL = Path.of("/bin/sh");
    /** The second line that {@code times} prints is of the shell's children. */
    private static final String TIMED = "\"$@\"; code=$?; times > \"$0\"; exit $code";

    private static final Pattern TIME = Pattern.compile("(\\d+)m(\\d+(?:\\.\\d+)?)s");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final long PATIENCE_SECONDS = 3600;

    private final Path folder;

    /** @param folder where it runs; {@code out.txt} and {@code err.txt} are left there */
    MeasuredProcess(Path folder) {
        this.folder = folder;
    }

    Path out() {
        return folder.resolve("out.txt");
    }

    Path err() {
        return folder.resolve("err.txt");
    }

    /**
     * @param environment variables that it is given beside the usual ones
     * @throws IOException if it does not end with 0
     */
    Measured run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        boolean shell = Files.isExecutable(SHELL);
        Path times = folder.resolve("times.txt");
        List<String> timed = new ArrayList<>();
        if (shell) {
            timed.addAll(List.of(SHELL.toString(), "-c", TIMED, times.toString()));
        }
        timed.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(timed)
                .directory(folder.toFile())
                .redirectOutput(out().toFile())
                .redirectError(err().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("RECON_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);

        long start = System.nanoTime();
        Process process = builder.start();
        Watch watch = new Watch();
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            watch.look(shell ? process.children().findFirst().orElse(null) : process.toHandle());
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException("it took longer than an hour");
            }
        }
        double wall = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException("exit %d, see %s".formatted(process.exitValue(), err()));
        }
        return new Measured(shell ? childSeconds(times) : watch.cpuSeconds, wall, watch.peakMebibytes);
    }

    private static double childSeconds(Path times) throws IOException {
        Matcher time = TIME.matcher(Files.readAllLines(times).get(1));
        double seconds = 0;
        while (time.find()) {
            seconds += 60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2));
        }
        return seconds;
    }

    private static final class Watch {
        private double cpuSeconds;
        private @Nullable Double peakMebibytes;

        void look(@Nullable ProcessHandle process) {
            if (process == null) {
                return;
            }
            cpuSeconds = process.info()
                    .totalCpuDuration()
                    .map(Duration::toMillis)
                    .map(millis -> millis / 1e3)
                    .orElse(cpuSeconds);
            try {
                Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
                if (peak.find()) {
                    peakMebibytes = Long.parseLong(peak.group(1)) / 1024.0;
                }
            } catch (IOException e) {
                // Another system, or the process has just ended: what was seen before stands.
            }
        }
    }
}
