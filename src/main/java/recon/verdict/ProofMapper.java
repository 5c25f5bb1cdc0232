package recon.verdict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import recon.claim.CheckTotal;
import recon.load.BucketCount;
import recon.match.MatchOutcome;

/** Counts rows and dollars once more, from the staged lines and the verdicts themselves, for the control totals. */
@Mapper
public interface ProofMapper {

    /** Staged lines of the run's own claim files by file and bucket: other codes, duplicate, later, in scope. */
    List<BucketCount> claimBuckets(@Param("runId") long runId, @Param("asOf") LocalDate asOf);

    /** Staged lines of the run's own remittance files by file and bucket: later, judged earlier, duplicate, in scope. */
    List<BucketCount> remittanceBuckets(@Param("runId") long runId, @Param("asOf") LocalDate asOf);

    /** Payments in scope that came with files of earlier months, where they were counted as later. */
    Tally carriedIn(@Param("runId") long runId, @Param("asOf") LocalDate asOf);

    /** Payments by what the matching came to, from the matches. */
    List<OutcomeTally> matches(@Param("runId") long runId);

    /** Payments in scope that found their claim line. */
    long countMatches(@Param("runId") long runId);

    /** Payments in scope that found none, or several. */
    long countUnmatched(@Param("runId") long runId);

    /** Lines of 96372 on file that the run goes by, with services up to the month's end, judged or not. */
    Tally linesOnFile(@Param("runId") long runId, @Param("asOf") LocalDate asOf);

    /** Of these, the ones that an earlier month settled, to which the run gave no payment, and from which none is taken back since. */
    Tally linesSettled(@Param("runId") long runId, @Param("asOf") LocalDate asOf);

    /** Payments that the run gave a claim line, in scope or not, where that is judged, or is of a later month and waits for it. */
    long matchedAndJudged(@Param("runId") long runId, @Param("asOf") LocalDate asOf);

    /** Payments that earlier months gave a claim line which is set aside, and that the run did not look at again. */
    long leftOnLinesAside(@Param("runId") long runId);

    /** Claim lines with a verdict. */
    Tally linesJudged(@Param("runId") long runId);

    /** Lines by verdict. */
    List<VerdictTally> verdicts(@Param("runId") long runId);

    /** Claim lines that the last month before left open. */
    long openBefore(@Param("runId") long runId);

    /** Of these, the ones that have a verdict. */
    long openBeforeAndListed(@Param("runId") long runId);

    /** Of these, the ones that the run does not go by: they were replaced, voided or repeated since, or their file is read anew. */
    long openBeforeAndAside(@Param("runId") long runId);

    List<CheckTotal> checks(@Param("runId") long runId);

    void insert(@Param("runId") long runId, @Param("ordinal") int ordinal, @Param("total") ControlTotal total);

    List<ControlTotal> controlTotals(@Param("runId") long runId);

    /** Rows and cents. */
    record Tally(
            long lines,
            @Nullable BigDecimal billed,
            @Nullable BigDecimal allowed,
            @Nullable BigDecimal paid) {

        public static final Tally NONE = new Tally(0, null, null, null);

        /** An unknown sum is that of no rows. */
        public Tally plus(Tally other) {
            return new Tally(
                    lines + other.lines, sum(billed, other.billed), sum(allowed, other.allowed), sum(paid, other.paid));
        }

        private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null ? other : other == null ? one : one.add(other);
        }
    }

    /**
     * Payments of one outcome of the matching.
     *
     * @param inScope whether they are this month's; else an earlier month judged them
     */
    record OutcomeTally(MatchOutcome outcome, boolean inScope, Tally tally) {
        public OutcomeTally(
                MatchOutcome outcome,
                boolean inScope,
                long lines,
                @Nullable BigDecimal billed,
                @Nullable BigDecimal allowed,
                @Nullable BigDecimal paid) {
            this(outcome, inScope, new Tally(lines, billed, allowed, paid));
        }
    }

    /**
     * Lines of one verdict.
     *
     * @param ofClaimLine whether they are claim lines; else payments without one
     */
    record VerdictTally(Verdict verdict, boolean ofClaimLine, Tally tally) {
        public VerdictTally(
                Verdict verdict,
                boolean ofClaimLine,
                long lines,
                @Nullable BigDecimal billed,
                @Nullable BigDecimal paid) {
            this(verdict, ofClaimLine, new Tally(lines, billed, null, paid));
        }
    }
}
