package recon.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.claim.Fingerprint;
import recon.workbook.DenialsWorkbook;
import recon.workbook.MonthReport;
import recon.workbook.ReconciliationWorkbook;
import recon.workbook.SummaryWorkbook;
import recon.workbook.UnderpaymentsWorkbook;

/**
 * The workbooks into which people typed: those of the last revision, or where this is the first, of the latest month before.
 *
 * @param files with the SHA-256 of each, none in a first month
 * @param missing those that are not there beside the others, in a folder without a run record
 */
record TypedWorkbooks(Map<Path, String> files, List<Path> missing) {

    /**
     * @throws StopException if one is missing beside the run record, which is of a run that wrote it: it may have been renamed, and to go
     *     on without it would lose what people typed
     */
    static TypedWorkbooks before(OutputFolder output) throws IOException {
        for (Path folder : output.monthsUpToThis()) {
            String month = folder.getFileName().toString();
            List<Path> worklists = Stream.of(UnderpaymentsWorkbook.NAME, DenialsWorkbook.NAME)
                    .map(name -> folder.resolve(MonthReport.fileName(name, month)))
                    .toList();
            List<Path> files = worklists.stream().filter(Files::isRegularFile).toList();
            List<Path> missing =
                    worklists.stream().filter(file -> !files.contains(file)).toList();
            if (!missing.isEmpty() && Files.exists(folder.resolve(OutputFolder.runRecordName(month)))) {
                throw areMissing(missing, folder, month);
            }
            if (!files.isEmpty()) {
                return new TypedWorkbooks(digests(files), missing);
            }
        }
        return new TypedWorkbooks(Map.of(), List.of());
    }

    private static Map<Path, String> digests(List<Path> files) throws IOException {
        Map<Path, String> digests = new LinkedHashMap<>();
        for (Path file : files) {
            digests.put(file, Fingerprint.of(file));
        }
        return digests;
    }

    /** @throws StopException if there are others now, or one was saved since: what was typed in the meantime would be lost */
    void requireUnchanged(OutputFolder output) throws IOException {
        Map<Path, String> now = before(output).files();
        Stream<Path> both = Stream.concat(files.keySet().stream(), now.keySet().stream());
        List<Path> changed = both.distinct()
                .filter(file -> !Objects.equals(files.get(file), now.get(file)))
                .toList();
        if (!changed.isEmpty()) {
            throw new StopException(
                    ExitCode.INTERRUPTED,
                    "%s: was saved while the run was at work, so its reports lack what was typed since; none of them is published: run the same command again, which writes them anew"
                            .formatted(named(changed)));
        }
    }

    private static String named(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private static StopException areMissing(List<Path> missing, Path folder, String month) throws IOException {
        String record = OutputFolder.runRecordName(month);
        List<String> others = otherWorkbooks(folder, month);
        return new StopException(
                ExitCode.WRONG_SETUP,
                "%s: not there, though the run of %s wrote it%s; put it back under this name, or where it is gone on purpose, move %s out of the folder too (what was typed into it is not carried over then), and run the same command again"
                        .formatted(
                                named(missing),
                                record,
                                others.isEmpty() ? "" : " (renamed to '" + String.join("' or '", others) + "'?)",
                                record));
    }

    /** The workbooks in a month's folder whose names are those of no report. */
    private static List<String> otherWorkbooks(Path folder, String month) throws IOException {
        Set<String> reports = Stream.of(
                        UnderpaymentsWorkbook.NAME,
                        DenialsWorkbook.NAME,
                        ReconciliationWorkbook.NAME,
                        SummaryWorkbook.NAME)
                .map(name -> MonthReport.fileName(name, month))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xlsx") && !name.startsWith(".") && !name.startsWith("~$"))
                    .filter(name -> !reports.contains(name))
                    .sorted()
                    .toList();
        }
    }
}
