package recon.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import recon.file.InputFiles;
import recon.workbook.AtomicFiles;

/**
 * The input files of a month: everything below {@code claims/} and {@code remittances/} whose name is that of input. A file that is
 * still being written is waited for a while.
 */
final class InputFolder {

    /** A file that was changed so lately may be in the middle of being written. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private InputFolder() {}

    /**
     * A file found.
     *
     * @param name path below {@code claims/} or {@code remittances/}, with forward slashes
     * @param amongClaims whether it lies below {@code claims/}
     */
    record Found(Path path, String name, long sizeBytes, String sha256, boolean amongClaims) {}

    private record Seen(Path path, String name, long sizeBytes, Instant changed, boolean amongClaims) {}

    /**
     * @return by name, those of claims before those of remittances
     * @throws StopException where a folder is missing or empty, or a file does not come to rest
     */
    static List<Found> scan(Path input) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (true) {
            List<Seen> before = look(input);
            List<Found> found = before.stream().map(InputFolder::read).toList();
            waitUntilSettled(before);
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

    /** SHA-256 over the names and contents of files. */
    static String fingerprint(List<Found> files, String reading) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((reading + "\n").getBytes(StandardCharsets.UTF_8));
            for (Found file : files) {
                digest.update((file.sha256() + " " + file.name() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static List<Seen> look(Path input) {
        List<Seen> files = new ArrayList<>(filesIn(input.resolve("claims"), true));
        files.addAll(filesIn(input.resolve("remittances"), false));
        return files;
    }

    private static List<Seen> filesIn(Path folder, boolean ofClaims) {
        if (!Files.isDirectory(folder)) {
            throw new StopException(
                    ExitCode.NO_INPUT,
                    folder + ": there is no such folder; create it and put the month's files in it, or name another"
                            + " folder with --input");
        }
        List<Seen> files;
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files = paths.filter(Files::isRegularFile)
                    .filter(path -> isInput(folder.relativize(path)))
                    .map(path -> seen(folder, path, ofClaims))
                    .sorted(Comparator.comparing(Seen::name))
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        if (files.isEmpty()) {
            throw new StopException(
                    ExitCode.NO_INPUT,
                    folder + ": there is no spreadsheet, csv or X12 file in this folder; put the month's files in it");
        }
        return files;
    }

    private static boolean isInput(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".") || part.toString().startsWith("~$")) {
                return false;
            }
        }
        return InputFiles.isInput(String.valueOf(path.getFileName()));
    }

    private static Seen seen(Path folder, Path path, boolean ofClaims) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            String name = folder.relativize(path).toString().replace('\\', '/');
            return new Seen(
                    path, name, attributes.size(), attributes.lastModifiedTime().toInstant(), ofClaims);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static Found read(Seen file) {
        try {
            return new Found(
                    file.path(), file.name(), file.sizeBytes(), AtomicFiles.sha256(file.path()), file.amongClaims());
        } catch (IOException e) {
            throw unreadable(file.path(), e);
        }
    }

    private static StopException unreadable(Path path, IOException e) {
        return new StopException(
                ExitCode.UNREADABLE, path + ": cannot be read; check that it is there and may be read", e);
    }

    private static void waitUntilSettled(List<Seen> files) {
        Instant latest =
                files.stream().map(Seen::changed).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
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
}
