package recon.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.workbook.RunJson;
import recon.workbook.RunRecord;

class OutputFolderTest {

    @TempDir
    private Path output;

    private OutputFolder folder;

    @BeforeEach
    void open() {
        folder = new OutputFolder(output, YearMonth.of(2026, 10));
    }

    @Test
    void theFirstRevisionMovesInWhole() throws IOException {
        writeAside(1, "denials-2026-10.xlsx");

        folder.publish(1);

        assertThat(files()).containsExactly("denials-2026-10.xlsx = r1");
    }

    @Test
    void anEarlierRevisionMovesAwayWithItsRecordAndWithReportsThatTheNewOneDoesNotHave() throws IOException {
        writeAside(1, "denials-2026-10.xlsx", "letters/A-1.docx");
        folder.publish(1);
        Files.writeString(folder.runRecord(), "r1");

        writeAside(2, "denials-2026-10.xlsx");
        folder.publish(2);
        Files.writeString(folder.runRecord(), "r2");

        assertThat(files())
                .containsExactly(
                        "denials-2026-10.xlsx = r2",
                        "run-2026-10.json = r2",
                        "superseded/r1/denials-2026-10.xlsx = r1",
                        "superseded/r1/letters/A-1.docx = r1",
                        "superseded/r1/run-2026-10.json = r1");
    }

    @Test
    void anEarlierRevisionMovesAwayInAFolderThatIsALinkToo() throws IOException {
        Path archive = Files.createDirectories(output.resolve("archive/2026-10"));
        Files.createSymbolicLink(output.resolve("2026-10"), archive);
        writeAside(1, "denials-2026-10.xlsx", "letters/A-1.docx");
        folder.publish(1);
        writeAside(2, "denials-2026-10.xlsx");
        folder.publish(2);

        assertThat(files())
                .containsExactly(
                        "denials-2026-10.xlsx = r2",
                        "superseded/r1/denials-2026-10.xlsx = r1",
                        "superseded/r1/letters/A-1.docx = r1");
    }

    @Test
    void publishingThatWasBrokenOffWhileTheEarlierRevisionMovedAwayGoesOn() throws IOException {
        writeAside(1, "a.xlsx", "b.xlsx");
        folder.publish(1);
        Files.writeString(folder.runRecord(), "r1");
        writeAside(2, "a.xlsx", "b.xlsx");
        Path superseded = Files.createDirectories(folder.folder().resolve("superseded/r1"));
        Files.move(folder.runRecord(), superseded.resolve("run-2026-10.json"));
        Files.move(folder.folder().resolve("a.xlsx"), superseded.resolve("a.xlsx"));

        folder.publish(2);

        assertThat(files())
                .containsExactly(
                        "a.xlsx = r2",
                        "b.xlsx = r2",
                        "superseded/r1/a.xlsx = r1",
                        "superseded/r1/b.xlsx = r1",
                        "superseded/r1/run-2026-10.json = r1");
    }

    @Test
    void publishingThatWasBrokenOffWhileTheNewRevisionMovedInGoesOn() throws IOException {
        writeAside(1, "a.xlsx", "b.xlsx");
        folder.publish(1);
        writeAside(2, "a.xlsx", "b.xlsx");
        folder.publish(2);
        Path moving = Files.createDirectories(folder.folder().resolve(".r2.moving"));
        Files.move(folder.folder().resolve("b.xlsx"), moving.resolve("b.xlsx"));

        folder.publish(2);

        assertThat(files())
                .containsExactly(
                        "a.xlsx = r2", "b.xlsx = r2", "superseded/r1/a.xlsx = r1", "superseded/r1/b.xlsx = r1");
    }

    @Test
    void aRevisionIsNumberedAboveAllThatAreInTheFolderThoughTheDatabaseDoesNotKnowThem() throws IOException {
        assertThat(folder.lastRevision()).isZero();
        publishWhole(1);
        publishWhole(2);

        assertThat(folder.lastRevision()).isEqualTo(2);
        publishWhole(3);
        assertThat(contents("a.xlsx"))
                .containsExactly("a.xlsx = r3", "superseded/r1/a.xlsx = r1", "superseded/r2/a.xlsx = r2");
    }

    @Test
    void theMonthsBeforeAreFoundWhereSomeWereLeftOut() throws IOException {
        for (String name : new String[] {"2026-07", "2025-12", "2026-11", "other", "2026-10"}) {
            Files.createDirectories(output.resolve(name));
        }
        assertThat(folder.monthsUpToThis())
                .extracting(found -> found.getFileName().toString())
                .containsExactly("2026-10", "2026-07", "2025-12");
    }

    @Test
    void anEarlierRevisionMovesBelowTheNumberOfItsRecord() throws IOException {
        publishWhole(1);
        publishWhole(4);

        assertThat(contents("a.xlsx")).containsExactly("a.xlsx = r4", "superseded/r1/a.xlsx = r1");
    }

    @Test
    void aRevisionThatIsSupersededIsNotReplacedByOneOfTheSameNumber() throws IOException {
        publishWhole(1);
        publishWhole(2);
        RunJson.write(folder.runRecord(), record(1));

        assertThat(folder.lastRevision()).isEqualTo(2);
        publishWhole(3);
        assertThat(contents("a.xlsx"))
                .containsExactly("a.xlsx = r3", "superseded/r1/a.xlsx = r1", "superseded/r2/a.xlsx = r2");
    }

    @Test
    void reportsThatWereMovingAwayComeBackWhereNobodyGoesOnWithThePublishing() throws IOException {
        writeAside(1, "a.xlsx", "letters/A-1.docx");
        folder.publish(1);
        RunJson.write(folder.runRecord(), record(1));
        writeAside(2, "a.xlsx");
        Path superseded = Files.createDirectories(folder.folder().resolve("superseded/r1"));
        Files.move(folder.runRecord(), superseded.resolve("run-2026-10.json"));
        Files.move(folder.folder().resolve("a.xlsx"), superseded.resolve("a.xlsx"));

        folder.settle();

        assertThat(contents("a.xlsx", "A-1.docx")).containsExactly("a.xlsx = r1", "letters/A-1.docx = r1");
        assertThat(folder.recordedRevision()).isEqualTo(1);
        assertThat(folder.aside(2)).doesNotExist();
        assertThat(folder.lastRevision()).isEqualTo(1);
        publishWhole(2);
        assertThat(contents("a.xlsx")).containsExactly("a.xlsx = r2", "superseded/r1/a.xlsx = r1");
    }

    @Test
    void reportsThatWereMovingInAllMoveInWhereNobodyGoesOnWithThePublishing() throws IOException {
        writeAside(1, "a-2026-10.xlsx", "b-2026-10.xlsx");
        folder.publish(1);
        RunJson.write(folder.runRecord(), record(1));
        writeAside(2, "a-2026-10.xlsx", "b-2026-10.xlsx");
        folder.publish(2);
        Path moving = Files.createDirectories(folder.folder().resolve(".r2.moving"));
        Files.move(folder.folder().resolve("b-2026-10.xlsx"), moving.resolve("b-2026-10.xlsx"));

        folder.settle();

        assertThat(contents("-2026-10.xlsx"))
                .containsExactly(
                        "a-2026-10.xlsx = r2",
                        "b-2026-10.xlsx = r2",
                        "superseded/r1/a-2026-10.xlsx = r1",
                        "superseded/r1/b-2026-10.xlsx = r1");
        assertThat(folder.lastRevision()).isEqualTo(2);
        writeAside(3, "a-2026-10.xlsx");
        folder.settle();
        publishWhole(3);
        assertThat(contents("a.xlsx", "-2026-10.xlsx"))
                .containsExactly(
                        "a.xlsx = r3",
                        "superseded/r1/a-2026-10.xlsx = r1",
                        "superseded/r1/b-2026-10.xlsx = r1",
                        "superseded/r2/a-2026-10.xlsx = r2",
                        "superseded/r2/b-2026-10.xlsx = r2");
    }

    private void publishWhole(int revision) throws IOException {
        writeAside(revision, "a.xlsx");
        folder.publish(revision);
        RunJson.write(folder.runRecord(), record(revision));
    }

    private static RunRecord record(int revision) {
        return new RunRecord(
                YearMonth.of(2026, 10),
                revision,
                "done",
                0,
                "2026-11-02T03:00:00Z",
                "2026-11-02T03:01:10Z",
                "aa",
                "bb",
                List.of(),
                0,
                0,
                Map.of(),
                List.of(),
                List.of());
    }

    private List<String> contents(String... endings) throws IOException {
        return files().stream()
                .filter(file -> Stream.of(endings).anyMatch(ending -> file.contains(ending + " = ")))
                .toList();
    }

    @Test
    void publishingOnceMoreChangesNothing() throws IOException {
        writeAside(1, "a.xlsx");
        folder.publish(1);

        folder.publish(1);

        assertThat(files()).containsExactly("a.xlsx = r1");
    }

    @Test
    void whatAnAbandonedAttemptWroteIsNotPublished() throws IOException {
        writeAside(1, "half-written.xlsx");
        writeAside(1, "a.xlsx");

        folder.publish(1);

        assertThat(files()).containsExactly("a.xlsx = r1");
    }

    @Test
    void onlyTheOwnerCanEnterTheFolders() throws IOException {
        writeAside(1, "a.xlsx");
        folder.publish(1);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.folder())))
                .isEqualTo("rwx------");
    }

    private void writeAside(int revision, String... names) throws IOException {
        Path aside = folder.emptyAside(revision);
        for (String name : names) {
            Path file = aside.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "r" + revision);
        }
    }

    private List<String> files() throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        Path real = folder.folder().toRealPath();
        try (Stream<Path> files = Files.walk(real)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(real.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents.entrySet().stream()
                .map(file -> file.getKey() + " = " + file.getValue())
                .toList();
    }
}
