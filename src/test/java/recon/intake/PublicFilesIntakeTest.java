package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import recon.file.InputFile;
import recon.file.InputFiles;
import recon.file.RowReader;
import recon.file.UnreadableFileException;

/** Public files of every kind, awkward ones among them: each is read with every row counted, or refused by a sentence. */
class PublicFilesIntakeTest {

    private final Path folder = Path.of(System.getProperty("recon.fixtures", "../shared/fixtures"));

    private List<Path> files(String below) throws IOException {
        Path files = folder.resolve(below);
        assumeTrue(Files.isDirectory(files), "no public files at " + files);
        try (Stream<Path> all = Files.walk(files)) {
            return all.filter(Files::isRegularFile)
                    .filter(file ->
                            !file.toString().endsWith(".md") && !file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
    }

    /** What came of a file: its refusal, or null where its rows were read. */
    private static @Nullable String refusal(Path path) {
        String name = Objects.requireNonNull(path.getFileName()).toString();
        try {
            Intake read = Intake.of(InputFiles.open(path, name, null), Intake.SHIPPED);
            assertThat(read.rows).as(name).hasSize(read.rowsRead).hasSize(rowsIn(path, name));
            return null;
        } catch (UnreadableFileException e) {
            return Objects.requireNonNull(e.getMessage());
        }
    }

    private static int rowsIn(Path path, String name) throws UnreadableFileException {
        int rows = 0;
        try (InputFile file = InputFiles.open(path, name, null);
                RowReader reader = file.open(file.sheets().get(0))) {
            while (reader.next() != null) {
                rows++;
            }
        }
        return rows;
    }

    @Test
    void everyRowOfEveryX12FileIsCounted() throws IOException {
        Map<String, String> refused = new TreeMap<>();
        int read = 0;
        for (Path file : files("x12")) {
            String refusal = refusal(file);
            if (refusal == null) {
                read++;
            } else {
                refused.put(file.toString(), refusal);
            }
        }
        assertThat(refused.values().stream().filter(refusal -> !refusal.contains(": holds only ")))
                .isEmpty();
        assertThat(read).isEqualTo(114);
    }

    @Test
    void noAwkwardFileIsTakenForClaimsOrRemittances() throws IOException {
        List<String> read = new ArrayList<>();
        for (Path file : files("hostile")) {
            if (refusal(file) == null) {
                read.add(file.toString());
            }
        }
        assertThat(read).isEmpty();
    }
}
