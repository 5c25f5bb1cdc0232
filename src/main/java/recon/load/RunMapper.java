package recon.load;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Runs, their files, and what they build on. */
@Mapper
public interface RunMapper {

    /** The tables that hold what a run came to. */
    List<String> TABLES = List.of(
            "report_file",
            "run_remark",
            "control_total",
            "audit_finding",
            "finding",
            "payment_match",
            "claim_line_aside",
            "run_match_key",
            "run_claim_line",
            "run_basis",
            "run_on_file",
            "run_file");

    long lastRunId();

    void insert(@Param("run") Run run);

    @Nullable
    Run find(@Param("runId") long runId);

    /** The month's runs, oldest first. */
    List<Run> ofMonth(@Param("month") YearMonth month);

    /** All runs, by month and revision. */
    List<Run> all();

    /** The latest complete revision of each month before the given one, oldest month first. */
    List<Run> basis(@Param("month") YearMonth month);

    void complete(
            @Param("runId") long runId,
            @Param("finishedAt") LocalDateTime finishedAt,
            @Param("result") String result,
            @Param("exitCode") int exitCode);

    void insertFile(@Param("file") RunFile file);

    List<RunFile> files(@Param("runId") long runId);

    void insertOnFile(@Param("runId") long runId, @Param("fileId") long fileId, @Param("own") boolean own);

    /** Puts the files of earlier months on file, except where this run has the same content among its own. */
    void inheritFiles(@Param("runId") long runId);

    void insertBasis(
            @Param("runId") long runId,
            @Param("basisRunId") long basisRunId,
            @Param("basisMonth") YearMonth basisMonth);

    void insertReport(@Param("runId") long runId, @Param("name") String name, @Param("sha256") String sha256);

    /** The run's reports by name. */
    List<Report> reports(@Param("runId") long runId);

    /** @param fileId one of the run's own files; {@code warning} whether the summary says it too */
    void insertRemark(
            @Param("runId") long runId,
            @Param("ordinal") long ordinal,
            @Param("fileId") long fileId,
            @Param("remark") String remark,
            @Param("warning") boolean warning);

    /** What the run, unlike the reading of a file, remarks on one of its files. */
    List<String> remarks(@Param("runId") long runId, @Param("fileId") long fileId);

    /** Of these, of all files, those that the summary says too. */
    List<String> warnings(@Param("runId") long runId);

    /** @param table one of {@link #TABLES}, or {@code run} */
    void delete(@Param("table") String table, @Param("runId") long runId);

    /** Removes the run's matches, verdicts and totals, and the run itself. */
    default void forget(long runId) {
        TABLES.forEach(table -> delete(table, runId));
        delete("run", runId);
    }

    long lastEventId();

    void insertEvent(@Param("event") MonthEvent event);

    /** The latest closing, reopening or purge of a month, or null. */
    @Nullable
    MonthEvent lastEvent(@Param("month") YearMonth month);

    /** A report as it was written: its name without a folder. */
    record Report(String name, String sha256) {}
}
