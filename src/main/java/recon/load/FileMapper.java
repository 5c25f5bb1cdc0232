package recon.load;

import java.time.YearMonth;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.Rejection;
import recon.claim.RowSums;

/** The files on file and what their rows came to. */
@Mapper
public interface FileMapper {

    /** The tables that hold a file's rows. */
    List<String> TABLES = List.of(
            "claim_line",
            "claim_other_lines",
            "remittance_line",
            "rejected_row",
            "total_row",
            "check_total",
            "provider_adjustment",
            "file_remark",
            "file_bucket");

    @Nullable
    SourceFile find(@Param("sha256") String sha256, @Param("reading") String reading);

    SourceFile get(@Param("fileId") long fileId);

    /** All files that a run has on file: its own and those of earlier months. */
    List<SourceFile> onFile(@Param("runId") long runId);

    /**
     * The files that the runs on which a month builds had among their own, those of the latest run last. One whose rows are none of them
     * lines has no history to lose, and of one that was purged only some lines are left: these two are left out.
     */
    List<SourceFile> readEarlier(@Param("month") YearMonth month);

    long lastFileId();

    void insert(@Param("file") SourceFile file);

    /** The name under which the content came last. */
    void rename(@Param("fileId") long fileId, @Param("name") String name);

    void markLoaded(@Param("fileId") long fileId, @Param("rowsRead") long rowsRead, @Param("sums") RowSums sums);

    void insertBucket(@Param("count") BucketCount count);

    /** The buckets that reading alone decides; duplicates, later months and earlier verdicts are a run's to tell. */
    List<BucketCount> buckets(@Param("fileId") long fileId);

    FileTotals totals(@Param("fileId") long fileId);

    List<String> remarks(@Param("fileId") long fileId);

    /** Of a run's files, the remarks to be heeded before its reports are used. */
    List<String> warnings(@Param("runId") long runId);

    List<Rejection> rejections(@Param("fileId") long fileId);

    /** Null where no row of the file was rejected. */
    @Nullable
    Rejection firstRejection(@Param("fileId") long fileId);

    List<StagedTotal> totalRows(@Param("fileId") long fileId);

    /** Files that no run has on file any longer. */
    List<Long> orphans();

    /** @param table one of {@link #TABLES}, or {@code source_file} */
    void delete(@Param("table") String table, @Param("fileId") long fileId);

    /** Removes all rows of a file, so that it can be read again from its beginning. */
    default void clear(long fileId) {
        TABLES.forEach(table -> delete(table, fileId));
    }

    /** Removes a file and its rows. */
    default void forget(long fileId) {
        clear(fileId);
        delete("source_file", fileId);
    }

    /**
     * Rows and dollars that reading a file counted, bucket or no bucket.
     *
     * @param rowsRead every row, whatever became of it
     */
    record FileTotals(long rowsRead, Money billed, Money allowed, Money paid) {}
}
