package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceDataTest {

    private static final Settings SETTINGS =
            new Settings(BigDecimal.valueOf(5), BigDecimal.ONE, new BigDecimal("0.05"), false, "", 2, "", "", "", "");

    private static final String HEADINGS =
            "payer_class,payer,state,locality,place_group,credential,effective_from,effective_to,low,high,kind,source\n";

    @TempDir
    private Path folder;

    @Test
    void whatLiesBehindALinkCounts() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Path input = Files.createDirectory(folder.resolve("input"));
        Files.createSymbolicLink(input.resolve("reference"), shared);
        String before = fingerprint(input);

        Files.writeString(shared.resolve("expected-ranges.csv"), HEADINGS + "Private,,,,,,,,24.00,50.00,range,mine\n");
        String withRanges = fingerprint(input);
        assertThat(withRanges).isNotEqualTo(before);

        Path profiles = Files.createDirectory(folder.resolve("profiles"));
        Files.createSymbolicLink(shared.resolve("profiles"), profiles);
        Files.writeString(profiles.resolve("notes.txt"), "none");
        assertThat(fingerprint(input)).isNotEqualTo(withRanges);
    }

    @Test
    void aLinkToAFolderThatItLiesInIsWrongSetup() throws IOException {
        Path reference = Files.createDirectory(folder.resolve("reference"));
        Files.createSymbolicLink(reference.resolve("all"), reference);

        assertThatThrownBy(() -> fingerprint(folder)).isInstanceOfSatisfying(StopException.class, stop -> {
            assertThat(stop.exit()).isEqualTo(ExitCode.WRONG_SETUP);
            assertThat(stop).hasMessageContaining("all: is a link to a folder that it lies in; remove the link");
        });
    }

    @Test
    void theTablesThatTheDocumentationShowsAreReadAsTheyStand() throws IOException {
        Path reference = Files.createDirectories(folder.resolve("reference"));
        Path profiles = Files.createDirectory(reference.resolve("profiles"));
        String documentation = Files.readString(Path.of("input", "README.md"));
        Matcher example =
                Pattern.compile("```csv (\\S+)\n(.+?)```", Pattern.DOTALL).matcher(documentation);
        Set<String> shown = new TreeSet<>();
        while (example.find()) {
            shown.add(example.group(1));
            Files.writeString(reference.resolve(example.group(1)), example.group(2));
        }
        Matcher layout = Pattern.compile("```yaml\n(.+?)```", Pattern.DOTALL).matcher(documentation);
        assertThat(layout.find()).isTrue();
        Files.writeString(profiles.resolve("portal.yaml"), layout.group(1));

        ReferenceData read = ReferenceData.load(folder, null, SETTINGS);

        read.audit(YearMonth.of(2026, 10));
        assertThat(shown)
                .containsExactly(
                        "clocks.csv", "drugs.csv", "expected-ranges.csv", "medicare-cf.csv", "ncci.csv", "payers.csv");
        assertThat(read.payers().find("Alpha Health of Nowhere", null).name()).isEqualTo("Alpha Health");
    }

    @Test
    void nobodyIsJudgedByRangesThatAreStillBeingWritten() throws Exception {
        Path ranges = Files.createDirectory(folder.resolve("reference")).resolve("expected-ranges.csv");
        String half = HEADINGS + "Private,,,,,,,,24.00,50.00,range,mine\n";
        for (String text : List.of(half, half + "Private,Synthetic Payer")) {
            Files.writeString(ranges, text);
            CompletableFuture<Void> writer = CompletableFuture.runAsync(
                    () -> write(ranges, half + "Private,Synthetic Payer,,,,,,,40.00,50.00,contract,mine\n"),
                    CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

            assertThatThrownBy(() -> fingerprint(folder)).isInstanceOfSatisfying(StopException.class, stop -> {
                assertThat(stop.exit()).isEqualTo(ExitCode.NO_INPUT);
                assertThat(stop).hasMessageContaining("expected-ranges.csv is still being written");
            });
            writer.get();
        }
        assertThat(fingerprint(folder)).isEqualTo(fingerprint(folder));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(Path input) {
        return ReferenceData.load(input, null, SETTINGS).fingerprint();
    }
}
