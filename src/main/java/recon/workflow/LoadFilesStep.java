package recon.workflow;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import recon.file.InputFiles;
import recon.intake.FileIntake;
import recon.load.RunFile;
import recon.load.SourceFile;
import recon.workflow.InputFolder.Found;

/** Stages the rows of the run's files that are not on file yet, a partition a file. */
final class LoadFilesStep {

    private static final int GROUPS_PER_CHUNK = 5000;
    private static final String FILE = "file";

    private LoadFilesStep() {}

    static Step of(Steps steps, CurrentRun run, Mappers mappers) {
        return steps.partitioned(
                "loadFiles",
                () -> -1L,
                parts -> partitions(run, mappers),
                context -> loadFile(steps, run, mappers, context.getLong(FILE)));
    }

    private static Step loadFile(Steps steps, CurrentRun run, Mappers mappers, long fileId) {
        SourceFile file = mappers.files().get(fileId);
        Found found = Objects.requireNonNull(run.found().get(fileId));
        FileStaging staging = new FileStaging(mappers, file, found);
        FileRows rows = new FileRows(
                () -> FileIntake.of(
                        InputFiles.open(
                                found.path(), file.name(), run.passwords().workbooks()),
                        run.reference().profiles(),
                        run.join(),
                        found.folder()),
                staging);
        return steps.<FileRows.Parsed, FileRows.Parsed>chunks("loadFile", GROUPS_PER_CHUNK)
                .reader(rows)
                .writer(staging)
                .build();
    }

    private static Map<String, ExecutionContext> partitions(CurrentRun run, Mappers mappers) {
        Map<String, ExecutionContext> partitions = new TreeMap<>();
        for (RunFile file : mappers.runs().files(run.id())) {
            if (file.copyOf() == null && !mappers.files().get(file.fileId()).loaded()) {
                ExecutionContext context = new ExecutionContext();
                context.putLong(FILE, file.fileId());
                LargestFirst.say(context, file.sizeBytes());
                partitions.put("file" + file.fileId(), context);
            }
        }
        return partitions;
    }
}
