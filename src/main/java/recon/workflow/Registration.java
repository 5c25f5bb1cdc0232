package recon.workflow;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.load.MonthEvent;
import recon.load.Run;
import recon.load.RunFile;
import recon.load.SourceFile;
import recon.workflow.InputFolder.Found;

/** Enters a run and its files in the tables, or takes them out again. Each call that writes is to be one transaction. */
final class Registration {

    private final Mappers mappers;

    Registration(Mappers mappers) {
        this.mappers = mappers;
    }

    /** UTC, to the millisecond. */
    static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }

    static String actor() {
        return System.getProperty("user.name", "unknown");
    }

    /**
     * A new run over the given files.
     *
     * @param lastPublished highest revision whose reports are in the output folder, or 0
     */
    Run register(
            ReconcileRequest request,
            String inputs,
            ReferenceData reference,
            List<Found> files,
            Examination examination,
            OutputFolder output,
            int lastPublished) {
        YearMonth month = request.month();
        Run run = new Run(
                mappers.runs().lastRunId() + 1,
                month,
                Math.max(lastRevision(month), lastPublished) + 1,
                Run.State.RUNNING,
                inputs,
                reference.fingerprint(),
                now(),
                null,
                null,
                null,
                actor(),
                request.reopen(),
                output.path());
        mappers.runs().insert(run);
        registerFiles(run, files, examination);
        for (Run earlier : mappers.runs().basis(month)) {
            mappers.runs().insertBasis(run.runId(), earlier.runId(), earlier.month());
        }
        mappers.runs().insertBasis(run.runId(), run.runId(), month);
        mappers.runs().inheritFiles(run.runId());
        return run;
    }

    private int lastRevision(YearMonth month) {
        return mappers.runs().ofMonth(month).stream()
                .filter(Run::isComplete)
                .mapToInt(Run::revision)
                .max()
                .orElse(0);
    }

    private void registerFiles(Run run, List<Found> files, Examination examination) {
        Map<String, RunFile> byContent = new LinkedHashMap<>();
        long lastId = mappers.files().lastFileId();
        int ordinal = 0;
        for (Found file : files) {
            RunFile first = byContent.get(file.sha256());
            SourceFile known = first == null ? known(file, examination) : null;
            long fileId = first != null ? first.fileId() : known != null ? known.fileId() : ++lastId;
            RunFile entry = new RunFile(
                    run.runId(), ++ordinal, fileId, file.name(), file.sizeBytes(), first == null ? null : first.name());
            if (first == null) {
                if (known == null) {
                    mappers.files().insert(sourceFile(fileId, file, examination, run));
                } else {
                    mappers.files().rename(fileId, file.name());
                }
                mappers.runs().insertOnFile(run.runId(), fileId, true);
                byContent.put(file.sha256(), entry);
            }
            mappers.runs().insertFile(entry);
        }
    }

    /** The content on file, as an earlier month read it or else as it would be read now; null where it is to be read. */
    private @Nullable SourceFile known(Found file, Examination examination) {
        SourceFile earlier = examination.earlier().get(file.sha256());
        return earlier != null ? earlier : mappers.files().find(file.sha256(), examination.reading(file));
    }

    private static SourceFile sourceFile(long fileId, Found file, Examination examination, Run run) {
        return new SourceFile(
                fileId,
                file.sha256(),
                examination.reading(file),
                file.name(),
                examination.kind(file),
                file.sizeBytes(),
                run.runId(),
                run.month(),
                false);
    }

    /**
     * A warning where a month is run again without files that its last revision had read: their lines and payments are in none of its
     * reports then, and later months do not know them.
     */
    List<String> withdrawn(Run run) {
        List<Run> before = mappers.runs().ofMonth(run.month()).stream()
                .filter(other -> other.isComplete() && other.runId() < run.runId())
                .toList();
        if (before.isEmpty()) {
            return List.of();
        }
        Run last = before.get(before.size() - 1);
        Set<String> present = contents(run).keySet();
        List<String> missing = contents(last).entrySet().stream()
                .filter(content -> !present.contains(content.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return missing.isEmpty()
                ? List.of()
                : List.of(
                        "Revision %d also read %s. It does not lie in the input folder any more, or has other content: what only it held is not in this revision. Put it back and run again, if it should be."
                                .formatted(last.revision(), String.join(", ", missing)));
    }

    /** The names of a run's files by their contents. */
    private Map<String, String> contents(Run run) {
        Map<String, String> contents = new LinkedHashMap<>();
        for (RunFile file : mappers.runs().files(run.runId())) {
            contents.putIfAbsent(mappers.files().get(file.fileId()).sha256(), file.name());
        }
        return contents;
    }

    /** Where the content of each of a run's files lies: where it lies twice, that which was examined. */
    Map<Long, Found> found(long runId, List<Found> files) {
        Map<String, Found> byContent = new HashMap<>();
        files.forEach(file -> byContent.putIfAbsent(file.sha256(), file));
        Map<Long, Found> found = new HashMap<>();
        for (RunFile file : mappers.runs().files(runId)) {
            Found content = byContent.get(mappers.files().get(file.fileId()).sha256());
            if (content != null) {
                found.put(file.fileId(), content);
            }
        }
        return found;
    }

    /** Completes a run. Only with that is a closed month reopened: a run that is forgotten leaves it closed. */
    void complete(Run run, LocalDateTime finishedAt, ExitCode exit) {
        Run onFile = mappers.runs().find(run.runId());
        if (run.reason() != null && onFile != null && !onFile.isComplete()) {
            event(run.month(), MonthEvent.Action.REOPENED, run.reason());
        }
        mappers.runs().complete(run.runId(), finishedAt, exit.result(), exit.code());
    }

    /** Removes runs that were begun and not completed, and what only they had on file. */
    void forget(List<Run> runs) {
        runs.forEach(run -> mappers.runs().forget(run.runId()));
        mappers.files().orphans().forEach(fileId -> mappers.files().forget(fileId));
    }

    /** Whether what was settled in a month is gone, so that its verdicts no longer add up to what they were. */
    boolean isPurged(YearMonth month) {
        MonthEvent last = mappers.runs().lastEvent(month);
        return last != null && last.action() == MonthEvent.Action.PURGED;
    }

    /** The event that closed or purged a month, or null where it is open. */
    @Nullable
    MonthEvent closing(YearMonth month) {
        MonthEvent last = mappers.runs().lastEvent(month);
        return last != null && last.action() != MonthEvent.Action.REOPENED ? last : null;
    }

    MonthEvent event(YearMonth month, MonthEvent.Action action, @Nullable String reason) {
        MonthEvent event = new MonthEvent(mappers.runs().lastEventId() + 1, month, action, now(), actor(), reason);
        mappers.runs().insertEvent(event);
        return event;
    }
}
