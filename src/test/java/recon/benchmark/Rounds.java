package recon.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the contestants took, a round after the other. Ratios are taken within a round, where the machine was the same. */
final class Rounds {

    private final Map<String, List<Measured>> taken = new LinkedHashMap<>();

    void add(String contestant, Measured measured) {
        taken.computeIfAbsent(contestant, name -> new ArrayList<>()).add(measured);
    }

    /**
     * @param job the contestant that the others are compared with
     * @param rows all rows that are read
     */
    String table(String job, long rows) {
        StringBuilder table = new StringBuilder("%-36s%9s%17s%9s%10s%12s%11s%12s%12s%n"
                .formatted(
                        "",
                        "CPU s",
                        "(least - most)",
                        "wall s",
                        "peak MiB",
                        "rows/s",
                        "CPU ratio",
                        "wall ratio",
                        "peak ratio"));
        List<Measured> own = Objects.requireNonNull(taken.get(job));
        taken.forEach((name, runs) -> {
            double[] cpu =
                    runs.stream().mapToDouble(Measured::cpuSeconds).sorted().toArray();
            double wall = median(runs, Measured::wallSeconds);
            Double peak = peak(runs);
            table.append("%-36s%9s%17s%9s%10s%12s"
                    .formatted(
                            name,
                            tenths(median(cpu)),
                            tenths(cpu[0]) + " - " + tenths(cpu[cpu.length - 1]),
                            tenths(wall),
                            peak == null ? "not told" : "%,.0f".formatted(peak),
                            "%,.0f".formatted(rows / wall)));
            if (!name.equals(job)) {
                Double peakRatio = peak == null ? null : ratio(own, runs, Rounds::peak);
                table.append("%11s%12s%12s"
                        .formatted(
                                hundredths(ratio(own, runs, Measured::cpuSeconds)),
                                hundredths(ratio(own, runs, Measured::wallSeconds)),
                                peakRatio == null ? "" : hundredths(peakRatio)));
            }
            table.append(System.lineSeparator());
        });
        return table.toString();
    }

    private static double ratio(List<Measured> own, List<Measured> others, ToDoubleFunction<Measured> value) {
        double[] ratios = new double[own.size()];
        Arrays.setAll(ratios, n -> value.applyAsDouble(own.get(n)) / value.applyAsDouble(others.get(n)));
        return median(ratios);
    }

    private static double peak(Measured measured) {
        return Objects.requireNonNull(measured.peakMebibytes());
    }

    private static @Nullable Double peak(List<Measured> runs) {
        return runs.stream().anyMatch(run -> run.peakMebibytes() == null) ? null : median(runs, Rounds::peak);
    }

    private static double median(List<Measured> runs, ToDoubleFunction<Measured> value) {
        return median(runs.stream().mapToDouble(value).toArray());
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
