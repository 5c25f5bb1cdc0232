package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
