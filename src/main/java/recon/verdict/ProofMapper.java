package recon.verdict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import recon.claim.CheckTotal;
import recon.load.BucketCount;

/** Counts rows and dollars once more, from the staged lines and the verdicts themselves, for the control totals. */
@Mapper
public interface ProofMapper {

    /** Staged lines of the run's own claim files by file and bucket: other codes, duplicate, later, in scope. */
    List<BucketCount> claimBuckets(@Param("runId") long runId, @Param("asOf") LocalDate asOf);

    /** Staged lines of the run's own remittance files by file and bucket: later, judged earlier, duplicate, in scope. */
    List<BucketCount> remittanceBuckets(@Param("runId") long runId, @Param("asOf") LocalDate asOf);

    /** Payments in scope that came with files of earlier months, where they were counted as later. */
    Tally carriedIn(@Param("runId") long runId, @Param("asOf") LocalDate asOf);

    /** Payments in scope by what the matching came to, from the matches: {@code MATCHED}, {@code NO_CLAIM}, {@code SEVERAL}. */
    Tally matches(@Param("runId") long runId, @Param("outcomes") List<String> outcomes);

    /** Lines of 96372 on file that the run goes by, with services up to the month's end, judged or not. */
    Tally linesOnFile(@Param("runId") long runId, @Param("asOf") LocalDate asOf);

    /** Of these, the ones that an earlier month settled and that have no payment in this month. */
    Tally linesSettled(@Param("runId") long runId);

    /** Claim lines with a verdict. */
    Tally linesJudged(@Param("runId") long runId);

    /** Payments without a claim line, of this run and carried from earlier months, from the matches. */
    Tally unmatchedToJudge(@Param("runId") long runId);

    /** Payments without a claim line, from the verdicts. */
    Tally unmatchedJudged(@Param("runId") long runId);

    long openBefore(@Param("runId") long runId, @Param("month") YearMonth month);

    long listedButNotOpenBefore(@Param("runId") long runId, @Param("month") YearMonth month);

    long resolved(@Param("runId") long runId);

    long openNow(@Param("runId") long runId);

    List<CheckTotal> checks(@Param("runId") long runId);

    void insert(@Param("runId") long runId, @Param("ordinal") int ordinal, @Param("total") ControlTotal total);

    List<ControlTotal> controlTotals(@Param("runId") long runId);

    /** Rows and cents. */
    record Tally(
            long lines,
            @Nullable BigDecimal billed,
            @Nullable BigDecimal allowed,
            @Nullable BigDecimal paid) {}
}
