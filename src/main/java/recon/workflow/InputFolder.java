package recon.workflow;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import recon.claim.FileKind;
import recon.claim.Fingerprint;
import recon.file.InputFiles;

/**
 * The input files of a month: everything below {@code claims/} and {@code remittances/} whose name is that of input. A file that is
 * still being written is waited for a while.
 */
final class InputFolder {

    /** A file that was changed so lately may be in the middle of being written. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Characters. The database keeps no longer path. */
    private static final int MOST_OF_A_PATH = 1000;

    /** What stands for bytes that are no character. */
    private static final char NO_CHARACTER = '\uFFFD';

    private InputFolder() {}

    /**
     * A file found.
     *
     * @param name path below {@code claims/} or {@code remittances/}, with forward slashes
     * @param stamp as it was when its bytes were hashed
     * @param folder the kind of files for which its folder is meant
     */
    record Found(Path path, String name, FileStamp stamp, String sha256, FileKind folder) {

        long sizeBytes() {
            return stamp.sizeBytes();
        }

        /**
         * What was read of a file since it was found counts only if nobody has written it since: not even the same bytes, since half of
         * them may have been there for a while.
         *
         * @throws StopException (no input) if it was written, removed or replaced
         */
        void requireUnchanged() {
            try {
                if (!FileStamp.of(path).equals(stamp)) {
                    throw changed(null);
                }
            } catch (IOException e) {
                throw changed(e);
            }
        }

        /** The same by its bytes too, for systems that tell less of a change than it takes. */
        void requireSameContent() {
            try {
                if (!Fingerprint.of(path).equals(sha256)) {
                    throw changed(null);
                }
            } catch (IOException e) {
                throw changed(e);
            }
            requireUnchanged();
        }

        private StopException changed(@Nullable IOException e) {
            String message = path
                    + " was written while the run was at work, so nothing is kept of it: start again when the file is complete";
            return e == null
                    ? new StopException(ExitCode.NO_INPUT, message)
                    : new StopException(ExitCode.NO_INPUT, message, e);
        }
    }

    private record Seen(Path path, String name, FileStamp stamp, FileKind folder) {}

    /**
     * @return by name, those of claims before those of remittances
     * @throws StopException where a folder is missing or empty, or a file does not come to rest
     */
    static List<Found> scan(Path input) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (true) {
            List<Seen> before = look(input);
            List<Found> found = before.stream().map(InputFolder::read).toList();
            waitUntilSettled(before.stream().map(Seen::stamp).toList());
            List<Seen> after = look(input);
            if (after.equals(before)) {
                return found;
            }
            if (Instant.now().isAfter(giveUp)) {
                throw new StopException(
                        ExitCode.NO_INPUT,
                        changed(before, after) + " is still being written: start again when it is complete");
            }
        }
    }

    /** SHA-256 over the folders, names and contents of files: the folder decides what a file is that could be of either kind. */
    static String fingerprint(List<Found> files, String reading) {
        Fingerprint fingerprint = new Fingerprint().line(reading);
        files.forEach(file -> fingerprint.line(file.sha256() + " " + file.folder() + " " + file.name()));
        return fingerprint.hex();
    }

    private static List<Seen> look(Path input) {
        List<Seen> files = new ArrayList<>(filesBelow(input, FileKind.CLAIMS));
        files.addAll(filesBelow(input, FileKind.REMITTANCES));
        return files;
    }

    private static List<Seen> filesBelow(Path input, FileKind kind) {
        Path folder = input.resolve(kind.inWords());
        if (!Files.isDirectory(folder)) {
            throw new StopException(
                    ExitCode.NO_INPUT,
                    folder + ": there is no such folder; create it and put the month's files in it, or name another"
                            + " folder with --input");
        }
        Walk walk = new Walk(folder, kind);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        List<Seen> files =
                walk.files.stream().sorted(Comparator.comparing(Seen::name)).toList();
        if (files.isEmpty()) {
            throw new StopException(
                    ExitCode.NO_INPUT,
                    folder + ": there is no spreadsheet, csv or X12 file in this folder; put the month's files in it");
        }
        return files;
    }

    private static Found read(Seen file) {
        try {
            return new Found(file.path(), file.name(), file.stamp(), Fingerprint.of(file.path()), file.folder());
        } catch (IOException e) {
            throw unreadable(file.path(), e);
        }
    }

    private static StopException unreadable(Path path, IOException e) {
        return new StopException(
                ExitCode.UNREADABLE, path + ": cannot be read; check that it is there and may be read", e);
    }

    /** Waits until what was written so lately that it may go on would have been written on. */
    static void waitUntilSettled(Collection<FileStamp> files) {
        Instant latest = files.stream()
                .map(FileStamp::written)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Duration rest = Duration.between(Instant.now(), latest.plus(SETTLED));
        if (!rest.isNegative() && rest.compareTo(SETTLED) <= 0) {
            try {
                TimeUnit.MILLISECONDS.sleep(rest.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StopException(ExitCode.INTERRUPTED, "stopped while it waited for an input file", e);
            }
        }
    }

    private static String changed(List<Seen> before, List<Seen> after) {
        return after.stream()
                .filter(file -> !before.contains(file))
                .map(file -> file.path().toString())
                .findFirst()
                .orElse("an input file");
    }

    /** Collects the input below a folder. What cannot be looked at stops the run: it may hold a month's payments. */
    private static final class Walk extends SimpleFileVisitor<Path> {

        private final List<Seen> files = new ArrayList<>();
        private final Path folder;
        private final FileKind kind;

        Walk(Path folder, FileKind kind) {
            this.folder = folder;
            this.kind = kind;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            return isPassedOver(inner) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isPassedOver(file) || !InputFiles.isInput(name(file))) {
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
                // A link whose target is gone comes as the link itself.
                throw unreadable(file, new NoSuchFileException(file.toString()));
            }
            files.add(seen(file));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (isPassedOver(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (e instanceof FileSystemLoopException) {
                throw new StopException(
                        ExitCode.UNREADABLE, file + ": is a link to a folder that it lies in; remove the link", e);
            }
            throw unreadable(file, e);
        }

        private Seen seen(Path file) {
            if (!isTold(file)) {
                throw new StopException(
                        ExitCode.WRONG_SETUP,
                        "%s: its name cannot be told from others in the character set of this environment (%s); set LC_ALL=C.UTF-8, or give the file a name of plain letters"
                                .formatted(file, System.getProperty("sun.jnu.encoding")));
            }
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (path.length() > MOST_OF_A_PATH) {
                throw new StopException(
                        ExitCode.UNREADABLE,
                        "%s: its path below %s has %,d characters; move it to one of at most %,d"
                                .formatted(file, folder, path.length(), MOST_OF_A_PATH));
            }
            try {
                return new Seen(file, path, FileStamp.of(file), kind);
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }

        /** Where a name's bytes are none of the character set, each of them becomes one and the same character. */
        private static boolean isTold(Path file) {
            String path = file.toString();
            try {
                return path.indexOf(NO_CHARACTER) < 0
                        || file.equals(file.getFileSystem().getPath(path));
            } catch (InvalidPathException e) {
                return false;
            }
        }

        private boolean isPassedOver(Path path) {
            return !path.equals(folder)
                    && (name(path).startsWith(".") || name(path).startsWith("~$"));
        }

        private static String name(Path path) {
            return String.valueOf(path.getFileName());
        }
    }
}
