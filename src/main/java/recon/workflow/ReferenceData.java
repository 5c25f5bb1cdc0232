package recon.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.claim.Fingerprint;
import recon.claim.PayerDirectory;
import recon.intake.Profiles;
import recon.price.Clocks;
import recon.price.ExpectedRanges;
import recon.price.MedicareFeeSchedule;
import recon.price.NeverTogether;
import recon.price.PayerDirectoryFile;
import recon.price.ReferenceDataException;
import recon.verdict.ClaimAudit;
import recon.verdict.audit.AuditKnowledge;

/**
 * What a run judges by: the shipped reference data with those of {@code input/reference/}, each of which adds to or replaces the
 * shipped one.
 *
 * @param medicare the physician fee schedule, whether or not Medicare lines are priced by it
 * @param locality the practice's own, by which the schedule prices lines that state none; null where there is none
 * @param drugs the user's {@code drugs.csv}, or null
 * @param fingerprint SHA-256 over the user's files, the shipped tables (by the product's version) and the settings that verdicts
 *     depend on
 */
public record ReferenceData(
        PayerDirectory payers,
        ExpectedRanges ranges,
        MedicareFeeSchedule medicare,
        MedicareFeeSchedule.@Nullable Locality locality,
        NeverTogether pairs,
        Clocks clocks,
        @Nullable Path drugs,
        Profiles profiles,
        String fingerprint) {

    /**
     * @param input holds the folder {@code reference}, which need not be there
     * @param rates ranges in the place of those of that folder, or null
     * @throws StopException (wrong setup) naming file, row and column, or a file of a name that is not known; (no input) if a file is still being written
     */
    public static ReferenceData load(Path input, @Nullable Path rates, Settings settings) {
        Path folder = input.resolve("reference");
        Map<Path, FileStamp> before = stamps(folder, rates);
        checkNames(folder, rates);
        try {
            ReferenceData loaded = read(folder, rates, settings);
            requireSettled(before, folder, rates);
            return loaded;
        } catch (ReferenceDataException | IllegalArgumentException e) {
            // What is only half written may well look wrong.
            requireSettled(before, folder, rates);
            throw new StopException(ExitCode.WRONG_SETUP, String.valueOf(e.getMessage()), e);
        }
    }

    private static void checkNames(Path folder, @Nullable Path rates) {
        try {
            ReferenceNames.check(folder, rates != null);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static ReferenceData read(Path folder, @Nullable Path rates, Settings settings) {
        PayerDirectory payers = PayerDirectoryFile.load(file(folder, "payers.csv"));
        Path rangesFile = rates == null ? ranges(folder) : given(rates);
        ExpectedRanges ranges = ExpectedRanges.load(rangesFile, payers);
        MedicareFeeSchedule medicare = schedule(folder);
        MedicareFeeSchedule.Locality locality = home(settings);
        return new ReferenceData(
                payers,
                settings.medicareSchedule() ? ranges.withMedicareSchedule(medicare, locality) : ranges,
                medicare,
                locality,
                NeverTogether.load(file(folder, "ncci.csv")),
                Clocks.load(file(folder, "clocks.csv")),
                file(folder, "drugs.csv"),
                Profiles.in(folder.resolve("profiles")),
                fingerprint(folder, rates, settings));
    }

    private static Map<Path, FileStamp> stamps(Path folder, @Nullable Path rates) {
        Map<Path, FileStamp> stamps = new TreeMap<>();
        try {
            for (Path file : files(folder)) {
                stamps.put(file, FileStamp.of(file));
            }
            if (rates != null && Files.exists(rates)) {
                stamps.put(rates, FileStamp.of(rates));
            }
            return stamps;
        } catch (UncheckedIOException e) {
            throw unreadable(folder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** By half of a contract's rows, lines would be judged that the other half speaks of. */
    private static void requireSettled(Map<Path, FileStamp> before, Path folder, @Nullable Path rates) {
        InputFolder.waitUntilSettled(before.values());
        Map<Path, FileStamp> after = stamps(folder, rates);
        if (!after.equals(before)) {
            Path written = after.keySet().stream()
                    .filter(file -> !Objects.equals(after.get(file), before.get(file)))
                    .findFirst()
                    .orElse(folder);
            throw new StopException(
                    ExitCode.NO_INPUT, written + " is still being written: start again when it is complete");
        }
    }

    /**
     * The claim audit by this data.
     *
     * @throws StopException (wrong setup) if the user's {@code drugs.csv} is malformed
     */
    ClaimAudit audit(YearMonth month) {
        try {
            return new ClaimAudit(new AuditKnowledge(payers, pairs, clocks, ranges, drugs), month);
        } catch (ReferenceDataException e) {
            throw new StopException(ExitCode.WRONG_SETUP, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * What a person must know before trusting the ranges, one sentence each.
     *
     * @param month null for all that the ranges hold
     */
    public List<String> warnings(@Nullable YearMonth month) {
        List<String> warnings = new ArrayList<>(ranges.warnings());
        if (locality != null) {
            warnings.addAll(medicare.warnings(locality, ranges, month));
        }
        return warnings;
    }

    private static @Nullable Path file(Path folder, String name) {
        Path file = folder.resolve(name);
        return Files.exists(file) ? file : null;
    }

    private static @Nullable Path ranges(Path folder) {
        List<Path> found = ReferenceNames.RANGES.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
        if (found.size() > 1) {
            throw new StopException(
                    ExitCode.WRONG_SETUP,
                    folder + " holds both " + String.join(" and ", ReferenceNames.RANGES)
                            + ": keep the one that is to count");
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static Path given(Path rates) {
        if (!Files.isRegularFile(rates)) {
            throw new StopException(
                    ExitCode.WRONG_SETUP,
                    rates + ": there is no such file; name a csv or xlsx file of ranges with --rates");
        }
        return rates;
    }

    private static MedicareFeeSchedule schedule(Path folder) {
        return MedicareFeeSchedule.load(Files.isDirectory(folder) ? folder : null);
    }

    private static MedicareFeeSchedule.@Nullable Locality home(Settings settings) {
        return settings.medicareLocality().isBlank()
                ? null
                : MedicareFeeSchedule.Locality.parse(settings.medicareLocality());
    }

    private static String fingerprint(Path folder, @Nullable Path rates, Settings settings) {
        try {
            Fingerprint fingerprint = new Fingerprint();
            String judgedBy = String.join(
                    "\n",
                    ProductVersion.VERSION,
                    settings.tolerancePercent().toPlainString(),
                    settings.toleranceMinimum().toPlainString(),
                    settings.maxRejectedPercent().toPlainString(),
                    String.valueOf(settings.medicareSchedule()),
                    settings.medicareLocality());
            fingerprint.text(judgedBy);
            for (Path file : files(folder)) {
                add(fingerprint, folder.relativize(file).toString(), file);
            }
            if (rates != null) {
                add(fingerprint, "rates", rates);
            }
            return fingerprint.hex();
        } catch (UncheckedIOException e) {
            throw unreadable(folder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static StopException unreadable(Path folder, IOException e) {
        return new StopException(
                ExitCode.WRONG_SETUP,
                e instanceof FileSystemLoopException loop
                        ? loop.getFile() + ": is a link to a folder that it lies in; remove the link"
                        : folder + ": a file in it cannot be read",
                e);
    }

    /** Links are followed, as by those who read the files. */
    private static TreeSet<Path> files(Path folder) throws IOException {
        TreeSet<Path> found = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
                files.filter(Files::isRegularFile).forEach(found::add);
            }
        }
        return found;
    }

    private static void add(Fingerprint fingerprint, String name, Path file) throws IOException {
        fingerprint.text("\n").line(name).bytes(Files.readAllBytes(file));
    }
}
