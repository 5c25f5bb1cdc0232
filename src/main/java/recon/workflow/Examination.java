package recon.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recon.claim.FileKind;
import recon.claim.Fingerprint;
import recon.file.InputFiles;
import recon.file.UnreadableFileException;
import recon.intake.ClaimJoin;
import recon.intake.FileIntake;
import recon.intake.Profiles;
import recon.load.SourceFile;
import recon.workflow.InputFolder.Found;

/**
 * What a run's files are, found before anything is kept of the run, so that one that cannot be read is refused at once.
 *
 * @param kinds by the files' digests
 * @param readings by the files' digests, what each is read by: the profiles, the folder in which it lies, and what the headers and
 *     lines of other files say of it
 * @param earlier by the files' digests, those that stay as an earlier month read them: what is known of their lines goes by the lines'
 *     numbers, which another reading would not have
 * @param join of claims that come as two files
 */
record Examination(
        Map<String, FileKind> kinds, Map<String, String> readings, Map<String, SourceFile> earlier, ClaimJoin join) {

    private static final Logger LOG = LoggerFactory.getLogger(Examination.class);

    /** Files that were read before. */
    interface OnFile {
        @Nullable
        SourceFile find(String sha256, String reading);
    }

    /**
     * @param readEarlier files of earlier months, of which this month may have some too; of two of one content the later one counts
     * @throws StopException naming the file, if one cannot be read
     */
    static Examination of(
            List<Found> files,
            Profiles profiles,
            @Nullable String password,
            OnFile onFile,
            List<SourceFile> readEarlier) {
        Map<String, Found> contents = new LinkedHashMap<>();
        files.forEach(file -> contents.putIfAbsent(file.sha256(), file));
        Map<String, SourceFile> earlier = new HashMap<>();
        readEarlier.forEach(file -> earlier.put(file.sha256(), file));
        earlier.keySet().retainAll(contents.keySet());
        Map<String, FileKind> kinds = new HashMap<>();
        boolean headers = false;
        try {
            for (Found file : contents.values()) {
                SourceFile kept = earlier.get(file.sha256());
                SourceFile known = onFile.find(file.sha256(), reading(file, profiles));
                if (known != null || kept != null && kept.kind() == FileKind.REMITTANCES) {
                    // One of headers is claims, and never on file as read by itself.
                    kinds.put(
                            file.sha256(),
                            Objects.requireNonNull(kept != null ? kept : known).kind());
                    continue;
                }
                try (FileIntake intake = open(file, profiles, password)) {
                    kinds.put(file.sha256(), kept != null ? kept.kind() : intake.kind());
                    headers = headers || intake.holdsHeaders();
                }
            }
            contents.values().forEach(file -> warn(file, Objects.requireNonNull(kinds.get(file.sha256()))));
            ClaimJoin join = headers ? join(contents, kinds, profiles, password) : ClaimJoin.NONE;
            join.refuseHeadersWithoutLines();
            return new Examination(kinds, readings(contents.values(), join, profiles), earlier, join);
        } catch (UnreadableFileException e) {
            throw new StopException(ExitCode.UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private static void warn(Found file, FileKind kind) {
        if (kind != file.folder()) {
            LOG.warn("{} {}", file.name(), kind.liesBelow(file.folder()));
        }
    }

    private static FileIntake open(Found file, Profiles profiles, @Nullable String password)
            throws UnreadableFileException {
        FileIntake intake = FileIntake.of(
                InputFiles.open(file.path(), file.name(), password), profiles, ClaimJoin.NONE, file.folder());
        String guess = intake.guess();
        if (guess != null && file.folder() == FileKind.REMITTANCES) {
            // A remittance that lost its columns of codes and payments looks like claims' headers.
            intake.close();
            throw new UnreadableFileException(
                    file.name(),
                    "cannot be read as claims or remittances: %s; claims' headers belong into the folder of claims"
                            .formatted(guess));
        }
        return intake;
    }

    private static ClaimJoin join(
            Map<String, Found> contents, Map<String, FileKind> kinds, Profiles profiles, @Nullable String password)
            throws UnreadableFileException {
        List<ClaimJoin.Source> claims = new ArrayList<>();
        for (Found file : contents.values()) {
            if (kinds.get(file.sha256()) == FileKind.CLAIMS) {
                claims.add(new ClaimJoin.Source(
                        file.sha256(), file.folder(), () -> InputFiles.open(file.path(), file.name(), password)));
            }
        }
        return ClaimJoin.of(claims, profiles);
    }

    private static Map<String, String> readings(Collection<Found> contents, ClaimJoin join, Profiles profiles) {
        Map<String, String> readings = new HashMap<>();
        for (Found file : contents) {
            String alone = reading(file, profiles);
            String ofOthers = join.reading(file.sha256());
            readings.put(
                    file.sha256(),
                    ofOthers == null
                            ? alone
                            : new Fingerprint().line(alone).text(ofOthers).hex());
        }
        return readings;
    }

    /** What a file by itself is read by: moved to the other folder, it may be of the other kind. */
    private static String reading(Found file, Profiles profiles) {
        return new Fingerprint()
                .line(profiles.fingerprint())
                .line(file.folder().name())
                .hex();
    }

    FileKind kind(Found file) {
        return Objects.requireNonNull(kinds.get(file.sha256()), file.name());
    }

    String reading(Found file) {
        return Objects.requireNonNull(readings.get(file.sha256()), file.name());
    }

    /** The numbers on file of those that stay as an earlier month read them, although they would be read by something else now. */
    Set<Long> stays(List<Found> files) {
        Set<Long> stays = new HashSet<>();
        for (Found file : files) {
            SourceFile kept = earlier.get(file.sha256());
            if (kept != null && !kept.reading().equals(reading(file))) {
                stays.add(kept.fileId());
            }
        }
        return stays;
    }
}
