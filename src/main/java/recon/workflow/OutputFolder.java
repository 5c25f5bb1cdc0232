package recon.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import recon.workbook.AtomicFiles;

/**
 * {@code output/YYYY-MM/}: the latest revision's reports, and earlier ones below {@code superseded/rN/}.
 *
 * <p>Reports are written aside. To publish them, first everything of the earlier revision moves away, its run record before all else;
 * then the folder aside is renamed, which says that this is done; then the new reports move in. So publishing may be broken off
 * anywhere and done again, and no report of one revision is taken for one of the other.
 */
final class OutputFolder {

    private final Path folder;
    private final YearMonth month;

    OutputFolder(Path output, YearMonth month) {
        this.folder = output.resolve(month.toString());
        this.month = month;
    }

    Path folder() {
        return folder;
    }

    String runRecordName() {
        return "run-" + month + ".json";
    }

    Path runRecord() {
        return folder.resolve(runRecordName());
    }

    /** Where a revision's reports are written before they are published. */
    Path aside(int revision) {
        return folder.resolve(".r" + revision + ".part");
    }

    /** An empty folder to write a revision's reports in. */
    Path emptyAside(int revision) {
        try {
            discardAside(revision);
            return AtomicFiles.createFolder(aside(revision));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what was written aside, if anything. */
    void discardAside(int revision) {
        try {
            remove(aside(revision));
            remove(movingIn(revision));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path aside) throws IOException {
        if (Files.isDirectory(aside)) {
            try (Stream<Path> files = Files.walk(aside)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Names of the reports that were written aside, in order. */
    List<String> namesAside(int revision) throws IOException {
        return namesIn(aside(revision));
    }

    /** Moves a revision's reports to where they belong, and what stood there below {@code superseded/}. */
    void publish(int revision) throws IOException {
        if (Files.isDirectory(aside(revision))) {
            supersede(revision - 1);
            AtomicFiles.move(aside(revision), movingIn(revision));
        }
        for (String name : namesIn(movingIn(revision))) {
            move(movingIn(revision), folder, name);
        }
        remove(movingIn(revision));
    }

    private void supersede(int earlierRevision) throws IOException {
        Path superseded = folder.resolve("superseded").resolve("r" + earlierRevision);
        if (Files.exists(runRecord())) {
            move(folder, superseded, runRecordName());
        }
        for (String name : namesIn(folder)) {
            move(folder, superseded, name);
        }
    }

    private static void move(Path from, Path to, String name) throws IOException {
        Path target = to.resolve(name);
        AtomicFiles.createFolder(Objects.requireNonNull(target.getParent()));
        AtomicFiles.move(from.resolve(name), target);
    }

    /** Paths of the reports below a folder, which may be a link to one; what is superseded or written aside is none. */
    private static List<String> namesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Path real = folder.toRealPath();
        try (Stream<Path> files = Files.walk(real)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> real.relativize(file).toString())
                    .filter(name -> !name.startsWith("superseded") && !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private Path movingIn(int revision) {
        return folder.resolve(".r" + revision + ".moving");
    }
}
