package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFolderTest {

    @TempDir
    private Path input;

    @BeforeEach
    void createFolders() throws IOException {
        Files.createDirectories(input.resolve("claims"));
        Files.createDirectories(input.resolve("remittances"));
    }

    @Test
    void findsFilesOfAllKnownEndingsInSubfoldersToo() throws IOException {
        settled("claims/a.csv", "remittances/era/B.835", "remittances/C.XLSX");

        assertThat(names()).containsExactly("a.csv", "C.XLSX", "era/B.835");
    }

    @Test
    void passesOverHiddenAndLockAndForeignFiles() throws IOException {
        settled("claims/a.csv", "remittances/b.csv");
        settled("claims/.c.csv", "claims/~$d.xlsx", "claims/.trash/e.csv", "claims/notes.docx", "f.csv");

        assertThat(names()).containsExactly("a.csv", "b.csv");
    }

    @Test
    void aMissingFolderMayBeTriedAgain() throws IOException {
        Files.delete(input.resolve("remittances"));
        settled("claims/a.csv");

        assertThatThrownBy(this::names).isInstanceOfSatisfying(StopException.class, stop -> {
            assertThat(stop.exit()).isEqualTo(ExitCode.NO_INPUT);
            assertThat(stop).hasMessageContaining("remittances").hasMessageContaining("there is no such folder");
        });
    }

    @Test
    void anEmptyFolderMayBeTriedAgain() throws IOException {
        settled("remittances/b.csv", "claims/readme.md");

        assertThatThrownBy(this::names).isInstanceOfSatisfying(StopException.class, stop -> {
            assertThat(stop.exit()).isEqualTo(ExitCode.NO_INPUT);
            assertThat(stop).hasMessageContaining("claims");
        });
    }

    @Test
    void whatCannotBeLookedAtIsNotPassedOver() throws IOException {
        settled("claims/a.csv", "remittances/b.csv");

        Path gone = Files.createSymbolicLink(input.resolve("claims/october.csv"), input.resolve("nowhere.csv"));
        assertThatThrownBy(this::names).satisfies(isUnreadable("october.csv: cannot be read"));
        Files.delete(gone);

        Path loop = Files.createSymbolicLink(input.resolve("remittances/all"), input.resolve("remittances"));
        assertThatThrownBy(this::names).satisfies(isUnreadable("all: is a link to a folder that it lies in"));
        Files.move(loop, input.resolve("remittances/.all"));
        Files.createSymbolicLink(input.resolve("claims/notes"), input.resolve("nowhere"));
        assertThat(names()).containsExactly("a.csv", "b.csv");
    }

    /** Two such names would be one, and another one in another environment. */
    @Test
    void aNameThatCannotBeToldInTheEnvironmentsCharacterSetIsWrongSetup() throws Exception {
        settled("claims/a.csv", "remittances/b.csv");
        Process rename = new ProcessBuilder("sh", "-c", "mv b.csv \"$(printf 'M\\344rz.csv')\"")
                .directory(input.resolve("remittances").toFile())
                .start();
        assertThat(rename.waitFor()).isZero();

        assertThatThrownBy(this::names)
                .satisfies(stopsWith(ExitCode.WRONG_SETUP, "rz.csv: its name cannot be told from others"))
                .hasMessageContaining("set LC_ALL=C.UTF-8");
    }

    @Test
    void aPathThatTheDatabaseCannotKeepIsRefused() throws IOException {
        String folder = "claims/" + ("d".repeat(199) + "/").repeat(4);
        settled(folder + "a".repeat(196) + ".csv", "remittances/b.csv");
        assertThat(names()).first().asString().hasSize(1000);

        settled(folder + "a".repeat(197) + ".csv");
        assertThatThrownBy(this::names)
                .satisfies(isUnreadable("has 1,001 characters; move it to one of at most 1,000"));
    }

    @Test
    void waitsForAFileThatIsStillBeingWritten() throws Exception {
        settled("claims/a.csv");
        Path growing = input.resolve("remittances/b.csv");
        Files.writeString(growing, "first");
        CompletableFuture<Void> writer = CompletableFuture.runAsync(
                () -> write(growing, "first and last"), CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

        List<InputFolder.Found> found = InputFolder.scan(input);

        writer.get();
        assertThat(found.get(1).sizeBytes()).isEqualTo("first and last".length());
    }

    @Test
    void whatWasReadOfAFileCountsOnlyIfNobodyHasWrittenIt() throws IOException {
        settled("claims/a.csv", "remittances/b.csv");
        Path file = input.resolve("remittances/b.csv");
        FileTime written = Files.getLastModifiedTime(file);

        InputFolder.Found found = InputFolder.scan(input).get(1);
        found.requireSameContent();

        // As a copy that keeps the times of its original does: size, time and bytes are the same.
        Files.writeString(file, "content of remittances/b.csv");
        Files.setLastModifiedTime(file, written);
        assertThatThrownBy(found::requireUnchanged)
                .satisfies(isTriedAgain("b.csv was written while the run was at work"));

        Files.writeString(file, "content of remittances/c.csv");
        assertThatThrownBy(found::requireSameContent).satisfies(isTriedAgain("start again when the file is complete"));
        Files.delete(file);
        assertThatThrownBy(found::requireUnchanged)
                .satisfies(isTriedAgain("b.csv was written while the run was at work"));
    }

    @Test
    void theFingerprintTellsContentNameAndReading() throws IOException {
        settled("claims/a.csv", "remittances/b.csv");
        List<InputFolder.Found> before = InputFolder.scan(input);
        Files.move(input.resolve("claims/a.csv"), input.resolve("claims/renamed.csv"));
        List<InputFolder.Found> renamed = InputFolder.scan(input);

        String fingerprint = InputFolder.fingerprint(before, "r");
        assertThat(InputFolder.fingerprint(renamed, "r")).isNotEqualTo(fingerprint);
        assertThat(InputFolder.fingerprint(before, "other")).isNotEqualTo(fingerprint);
        assertThat(InputFolder.fingerprint(List.copyOf(before), "r")).isEqualTo(fingerprint);
    }

    @Test
    void aFileThatIsMovedToTheOtherFolderIsAnotherInput() throws IOException {
        settled("claims/a.csv", "remittances/b.csv", "remittances/c.csv");
        String before = InputFolder.fingerprint(InputFolder.scan(input), "r");

        Files.move(input.resolve("remittances/b.csv"), input.resolve("claims/b.csv"));

        assertThat(InputFolder.fingerprint(InputFolder.scan(input), "r")).isNotEqualTo(before);
    }

    private List<String> names() {
        return InputFolder.scan(input).stream().map(InputFolder.Found::name).toList();
    }

    private static Consumer<Throwable> isUnreadable(String message) {
        return stopsWith(ExitCode.UNREADABLE, message);
    }

    private static Consumer<Throwable> isTriedAgain(String message) {
        return stopsWith(ExitCode.NO_INPUT, message);
    }

    private static Consumer<Throwable> stopsWith(ExitCode exit, String message) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(StopException.class, stop -> {
            assertThat(stop.exit()).isEqualTo(exit);
            assertThat(stop).hasMessageContaining(message);
        });
    }

    private void settled(String... names) throws IOException {
        for (String name : names) {
            Path file = input.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "content of " + name);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
