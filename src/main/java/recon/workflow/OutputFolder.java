package recon.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.workbook.AtomicFiles;
import recon.workbook.RunJson;

/**
 * {@code output/YYYY-MM/}: the latest revision's reports, and earlier ones below {@code superseded/rN/}.
 *
 * <p>Reports are written aside. To publish them, first everything of the earlier revision moves away, its run record before all else;
 * then the folder aside is renamed, which says that this is done; then the new reports move in. So publishing may be broken off
 * anywhere and done again, and no report of one revision is taken for one of the other. Where nobody does it again, {@link #settle} puts
 * the folder in order. What is superseded is never replaced: a revision is numbered above all that are found here.
 */
final class OutputFolder {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern SUPERSEDED = Pattern.compile("r(\\d{1,9})");
    private static final Pattern ASIDE = Pattern.compile("\\.r(\\d{1,9})\\.part");
    private static final Pattern MOVING_IN = Pattern.compile("\\.r(\\d{1,9})\\.moving");

    private final Path folder;
    private final YearMonth month;

    OutputFolder(Path output, YearMonth month) {
        this.folder = output.resolve(month.toString());
        this.month = month;
    }

    Path folder() {
        return folder;
    }

    /** Where it is, whatever folder the process was started in. */
    String path() {
        return folder.toAbsolutePath().normalize().toString();
    }

    /** The folders of this month and of those before it, the latest first. */
    List<Path> monthsUpToThis() {
        try (Stream<Path> folders = Files.list(folder.toAbsolutePath().getParent())) {
            return folders.filter(Files::isDirectory)
                    .filter(found -> MONTH.matcher(nameOf(found)).matches()
                            && nameOf(found).compareTo(month.toString()) <= 0)
                    .sorted(Comparator.comparing(OutputFolder::nameOf).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString();
    }

    String runRecordName() {
        return runRecordName(month.toString());
    }

    /** @param month as it names a folder */
    static String runRecordName(String month) {
        return "run-" + month + ".json";
    }

    Path runRecord() {
        return folder.resolve(runRecordName());
    }

    /** The revision of the run record; or null where there is none, or it cannot be read. */
    @Nullable
    Integer recordedRevision() {
        try {
            return Files.exists(runRecord()) ? RunJson.read(runRecord()).revision() : null;
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * The highest revision whose reports are here, or 0: the database may not know it, where its run was broken off at the very end, or
     * where an older backup was restored. Reports that no record tells of are of the revision after those that are superseded.
     */
    int lastRevision() {
        try {
            int superseded = lastSuperseded();
            Integer recorded = recordedRevision();
            boolean reports = namesIn(folder).stream().anyMatch(name -> name.contains(month.toString()));
            return reports ? Math.max(superseded + 1, recorded == null ? 0 : recorded) : superseded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int lastSuperseded() throws IOException {
        int last = 0;
        for (int revision : revisions(folder.resolve("superseded"), SUPERSEDED)) {
            // What came back leaves an empty folder.
            last = namesIn(superseded(revision)).isEmpty() ? last : Math.max(last, revision);
        }
        return last;
    }

    private Path superseded(int revision) {
        return folder.resolve("superseded").resolve("r" + revision);
    }

    /** The revisions that name a folder in a folder. */
    private static List<Integer> revisions(Path folder, Pattern name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .map(found -> name.matcher(String.valueOf(found.getFileName())))
                    .filter(Matcher::matches)
                    .map(found -> Integer.valueOf(found.group(1)))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Puts the folder in order after a publishing that was broken off and with which nobody goes on: new reports that were moving in all
     * move in, though without a record; of earlier ones that were moving away all come back. So what people typed into them is found.
     */
    void settle() {
        try {
            for (int revision : revisions(folder, MOVING_IN)) {
                moveIn(revision);
            }
            for (int revision : revisions(folder, ASIDE)) {
                moveBack();
                remove(aside(revision));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a revision's reports lie aside: if all do, they are not published, and earlier ones may have been moving away for them. */
    boolean isAside(int revision) {
        return Files.isDirectory(aside(revision));
    }

    /** Of earlier reports that were moving away for a revision's, all come back; what lies aside stays there. */
    void takeBack(int revision) {
        try {
            if (isAside(revision)) {
                moveBack();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Of a publishing that was broken off while reports moved away, none stands in both places. Of any other, some do: each revision has
     * workbooks of the same names.
     */
    private void moveBack() throws IOException {
        Path superseded = superseded(lastSuperseded());
        List<String> away = namesIn(superseded);
        Set<String> here = Set.copyOf(namesIn(folder));
        if (Files.exists(runRecord()) || away.stream().anyMatch(here::contains)) {
            return;
        }
        for (String name : away) {
            if (!name.equals(runRecordName())) {
                move(superseded, folder, name);
            }
        }
        if (away.contains(runRecordName())) {
            move(superseded, folder, runRecordName());
        }
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
        if (isAside(revision)) {
            supersede(revision);
            AtomicFiles.move(aside(revision), movingIn(revision));
        }
        moveIn(revision);
    }

    private void moveIn(int revision) throws IOException {
        for (String name : namesIn(movingIn(revision))) {
            move(movingIn(revision), folder, name);
        }
        remove(movingIn(revision));
    }

    /**
     * Moves the earlier revision away, below the number of its record. Where that is gone already, or others stand below its number, it
     * is the one before the new revision's, which is above all others.
     */
    private void supersede(int revision) throws IOException {
        Integer recorded = recordedRevision();
        boolean free = recorded != null && namesIn(superseded(recorded)).isEmpty();
        Path superseded = superseded(free ? recorded : revision - 1);
        if (Files.exists(runRecord())) {
            moveAway(superseded, runRecordName());
        }
        for (String name : namesIn(folder)) {
            moveAway(superseded, name);
        }
    }

    /** @throws java.nio.file.FileAlreadyExistsException rather than replace what is superseded */
    private void moveAway(Path superseded, String name) throws IOException {
        Path target = superseded.resolve(name);
        AtomicFiles.createFolder(Objects.requireNonNull(target.getParent()));
        Files.move(folder.resolve(name), target);
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
