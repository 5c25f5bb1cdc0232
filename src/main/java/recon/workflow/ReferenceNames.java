package recon.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By which names the files of {@code input/reference/} are known. A table under another name would be passed over without a word, and
 * a month be judged by the shipped figures in the place of the practice's own.
 */
final class ReferenceNames {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceNames.class);

    static final List<String> RANGES = List.of("expected-ranges.csv", "expected-ranges.xlsx");

    private static final List<List<String>> TABLES = List.of(
            RANGES,
            List.of("payers.csv"),
            List.of("ncci.csv"),
            List.of("drugs.csv"),
            List.of("clocks.csv"),
            List.of("medicare-rvu.csv"),
            List.of("medicare-cf.csv"),
            List.of("medicare-gpci.csv"));

    private static final Set<String> OF_TABLES = Set.of("csv", "tsv", "txt", "xls", "xlsx", "xlsm");
    private static final Set<String> OF_LAYOUTS = Set.of("yaml", "yml");

    private ReferenceNames() {}

    /**
     * Says in the log which tables of the folder are not read.
     *
     * @param folder need not be there
     * @param rangesGiven whether ranges are taken from elsewhere
     * @throws StopException (wrong setup) if one of them seems to be meant for a table that the folder does not hold, or is a layout
     */
    static void check(Path folder, boolean rangesGiven) throws IOException {
        for (String name : names(folder)) {
            String kind = extension(name);
            if (OF_LAYOUTS.contains(kind)) {
                throw new StopException(
                        ExitCode.WRONG_SETUP,
                        folder.resolve(name) + " is not read: layouts are read from " + folder.resolve("profiles")
                                + "; move it there, or out of this folder");
            }
            if (OF_TABLES.contains(kind) && !isKnown(folder, name)) {
                refuseMisnamed(folder, name, rangesGiven);
                LOG.warn("{} is not read: it has not the name of a table of reference data", folder.resolve(name));
            }
        }
        Path profiles = folder.resolve("profiles");
        for (String name : names(profiles)) {
            if (!OF_LAYOUTS.contains(extension(name))) {
                LOG.warn("{} is not read: the name of a layout ends in .yaml", profiles.resolve(name));
            }
        }
    }

    private static void refuseMisnamed(Path folder, String name, boolean rangesGiven) {
        for (List<String> table : TABLES) {
            boolean isThere = table.stream().anyMatch(known -> Files.exists(folder.resolve(known)))
                    || (rangesGiven && table.equals(RANGES));
            if (!isThere && isAlike(name, table.get(0))) {
                throw new StopException(
                        ExitCode.WRONG_SETUP,
                        folder.resolve(name) + " is not read, and there is no " + String.join(" or ", table)
                                + ": save it under that name, or move it out of this folder");
            }
        }
    }

    /** Where names differ by case alone for some file systems, and for others not, the file system says. */
    private static boolean isKnown(Path folder, String name) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        Path known = folder.resolve(lower);
        return TABLES.stream().anyMatch(table -> table.contains(lower))
                && Files.exists(known)
                && Files.isSameFile(known, folder.resolve(name));
    }

    /** {@code Expected_Ranges 2026 (1).xls} is like {@code expected-ranges.csv}, and {@code payer.xlsx} like {@code payers.csv}. */
    private static boolean isAlike(String name, String known) {
        return letters(name).contains(letters(known));
    }

    private static String letters(String name) {
        String stem = name.substring(0, name.indexOf('.'));
        String letters = stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** In the order of their names; what office programs and editors leave is passed over. */
    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.indexOf('.') > 0 && !name.startsWith("~$"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
