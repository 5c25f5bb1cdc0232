package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.sample.GeneratedMonth;

/** In which files a month's rows stand, and in which order, changes no verdict and no amount. */
class OrderOfFilesTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final List<String> WHERE_ROWS_STOOD = List.of("Remittance source", "Claim source");

    @TempDir
    private Path asGenerated;

    @TempDir
    private Path shuffledAndSplit;

    @Test
    void rowsInAnotherOrderAndFilesSplitInTwoChangeNoVerdict() throws IOException {
        GeneratedMonth.write(asGenerated.resolve("input"), OCTOBER, 1_500, GeneratedMonth.Format.CSV, 96372);
        shuffleAndSplit(asGenerated.resolve("input"), shuffledAndSplit.resolve("input"), new Random(96372));

        List<Map<String, String>> lines = linesOf(asGenerated);

        assertThat(lines).hasSizeGreaterThan(400);
        assertThat(linesOf(shuffledAndSplit)).containsExactlyInAnyOrderElementsOf(lines);
    }

    private static List<Map<String, String>> linesOf(Path folder) {
        ReconProcess recon = new ReconProcess(folder).here();
        ReconProcess.Result result = recon.run("reconcile", "--month", "2026-10");
        assertThat(result.exit()).as(result.err() + result.out()).isZero();
        List<Map<String, String>> lines =
                MonthContent.table(MonthContent.of(recon.output(), OCTOBER), "reconciliation / All lines");
        lines.forEach(line -> line.keySet().removeAll(WHERE_ROWS_STOOD));
        return lines;
    }

    private static void shuffleAndSplit(Path from, Path to, Random random) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
                Collections.shuffle(rows, random);
                int half = rows.size() / 2;
                write(to.resolve(from.relativize(file)), "z-", lines.get(0), rows.subList(0, half));
                write(to.resolve(from.relativize(file)), "a-", lines.get(0), rows.subList(half, rows.size()));
            }
        }
    }

    private static void write(Path file, String prefix, String heading, List<String> rows) throws IOException {
        Files.createDirectories(file.getParent());
        List<String> lines = new ArrayList<>(List.of(heading));
        lines.addAll(rows);
        Files.write(file.resolveSibling(prefix + file.getFileName()), lines);
    }
}
