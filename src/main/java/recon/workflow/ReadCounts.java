package recon.workflow;

import java.util.EnumMap;
import java.util.Map;
import recon.claim.Bucket;
import recon.claim.RowSums;
import recon.intake.ParsedGroup;
import recon.intake.ParsedRow;

/** Counts the rows of one file, and their dollars, as reading sorts them into buckets. */
final class ReadCounts {

    private final Map<Bucket, Long> rows = new EnumMap<>(Bucket.class);
    private final Map<Bucket, RowSums> dollars = new EnumMap<>(Bucket.class);
    private long read;

    /** @param handedOut how many rows the reader handed out for the group */
    void add(ParsedGroup group, int handedOut) {
        read += handedOut;
        for (ParsedRow row : group.rows()) {
            rows.merge(row.bucket(), 1L, Long::sum);
            dollars.merge(row.bucket(), row.sums(), RowSums::plus);
        }
    }

    /** Rows that the reader handed out, whatever became of them. */
    long read() {
        return read;
    }

    long rows(Bucket bucket) {
        return rows.getOrDefault(bucket, 0L);
    }

    RowSums dollars(Bucket bucket) {
        return dollars.getOrDefault(bucket, RowSums.NONE);
    }

    RowSums dollars() {
        return dollars.values().stream().reduce(RowSums.NONE, RowSums::plus);
    }
}
