package recon.verdict;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.claim.RowSums;
import recon.load.BucketCount;
import recon.load.FileMapper;
import recon.load.RunFile;
import recon.load.SourceFile;

/**
 * The rows of a run's own files by bucket. What reading alone decides was counted when the file was read; what depends on the month
 * (duplicate, later, judged earlier, in scope) is counted from the staged lines, so that a lost line shows.
 */
public final class FileCounts {

    /**
     * One file of the run.
     *
     * @param read rows read, whatever became of them, and the dollars they were read with
     */
    public record Counted(
            RunFile file,
            SourceFile source,
            FileMapper.FileTotals read,
            Map<Bucket, Long> rows,
            Map<Bucket, RowSums> dollars) {

        public FileKind kind() {
            return source.kind();
        }

        public long inBuckets() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }

        public RowSums dollarsInBuckets() {
            return dollars.values().stream().reduce(RowSums.NONE, RowSums::plus);
        }
    }

    private final List<Counted> files;

    private FileCounts(List<Counted> files) {
        this.files = files;
    }

    /** @param runFiles the run's files; copies are left out, since they are not read */
    public static FileCounts of(
            long runId, LocalDate asOf, List<RunFile> runFiles, FileMapper fileMapper, ProofMapper proof) {
        Map<Long, Counted> counted = new LinkedHashMap<>();
        for (RunFile file : runFiles) {
            if (file.copyOf() == null) {
                SourceFile source = fileMapper.get(file.fileId());
                Counted one = new Counted(
                        file,
                        source,
                        fileMapper.totals(file.fileId()),
                        new EnumMap<>(Bucket.class),
                        new EnumMap<>(Bucket.class));
                for (BucketCount count : fileMapper.buckets(file.fileId())) {
                    if (isDecidedByReading(count.bucket(), one.kind())) {
                        add(one, count);
                    }
                }
                counted.put(file.fileId(), one);
            }
        }
        proof.claimBuckets(runId, asOf).forEach(count -> addTo(counted, count));
        proof.remittanceBuckets(runId, asOf).forEach(count -> addTo(counted, count));
        return new FileCounts(List.copyOf(counted.values()));
    }

    /** Claims keep their lines of other codes for the audit, so those are counted from the lines too. */
    private static boolean isDecidedByReading(Bucket bucket, FileKind kind) {
        return bucket != Bucket.IN_SCOPE && !(kind == FileKind.CLAIMS && bucket == Bucket.OTHER_CODES);
    }

    private static void addTo(Map<Long, Counted> counted, BucketCount count) {
        Counted file = counted.get(count.fileId());
        if (file == null) {
            throw new IllegalStateException("lines of file " + count.fileId() + ", which is not the run's own");
        }
        add(file, count);
    }

    private static void add(Counted file, BucketCount count) {
        file.rows().merge(count.bucket(), count.rowCount(), Long::sum);
        file.dollars().merge(count.bucket(), count.sums(), RowSums::plus);
    }

    public List<Counted> files() {
        return files;
    }

    /** Rows of all files of a kind in a bucket. */
    public long rows(FileKind kind, Bucket bucket) {
        return files.stream()
                .filter(file -> file.kind() == kind)
                .mapToLong(file -> file.rows().getOrDefault(bucket, 0L))
                .sum();
    }

    public long read(FileKind kind) {
        return files.stream()
                .filter(file -> file.kind() == kind)
                .mapToLong(file -> file.read().rowsRead())
                .sum();
    }

    /** Files of which every row was staged or counted. */
    public long readToTheirEnd() {
        return files.stream().filter(file -> file.source().loaded()).count();
    }

    public long rejected() {
        return rows(FileKind.CLAIMS, Bucket.REJECTED) + rows(FileKind.REMITTANCES, Bucket.REJECTED);
    }
}
