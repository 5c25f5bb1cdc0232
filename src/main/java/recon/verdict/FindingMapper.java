package recon.verdict;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/** The findings of runs. */
@Mapper
public interface FindingMapper {

    void insert(StoredFinding finding);

    /** The run's findings by number, in the order of payer, claim, line and date of service. */
    List<Long> idsInReportOrder(@Param("runId") long runId);

    /** Those of the given numbers, in no set order. */
    List<StoredFinding> findings(@Param("runId") long runId, @Param("ids") Collection<Long> ids);

    /** What earlier months found of the lines that the run judges, in a range of numbers, oldest month first. */
    List<EarlierFinding> earlier(@Param("runId") long runId, @Param("after") long after, @Param("upTo") long upTo);

    /** What earlier months found of lines, likewise. */
    List<EarlierFinding> earlierOf(@Param("runId") long runId, @Param("ids") Collection<Long> lineIds);

    /**
     * Lines whose place was taken, as by a corrected claim, by a line that the run judges in a range of numbers; as far as the run goes by
     * that.
     */
    List<Replaced> replacedIn(@Param("runId") long runId, @Param("after") long after, @Param("upTo") long upTo);

    /** Lines whose place was taken by one of these, likewise. */
    List<Replaced> replacedBy(@Param("runId") long runId, @Param("ids") Collection<Long> lineIds);

    /** Those of these lines that were replaced, likewise. */
    List<Replaced> replaced(@Param("runId") long runId, @Param("ids") Collection<Long> lineIds);

    /** The payments that are now of one of these lines, and by which an earlier month found another line paid. */
    List<PaidElsewhere> paidElsewhere(@Param("runId") long runId, @Param("ids") Collection<Long> lineIds);

    void insertAudit(StoredAudit audit);

    /** Claim lines that the audit has findings for: first those without an answer, each in the order of payer, claim and line. */
    List<Long> auditedLines(@Param("runId") long runId);

    /** In the order of the lines' numbers, by rule within a line. */
    List<AuditWarning> audit(@Param("runId") long runId, @Param("ids") Collection<Long> lineIds);

    /**
     * What the audit predicted of the next claim lines after a number, with what their findings say; lines without a finding are left
     * out.
     *
     * @param limit answers; more where the last line has more
     */
    List<LineAnswer> auditAnswers(@Param("runId") long runId, @Param("after") long after, @Param("limit") int limit);

    List<VerdictSum> sums(@Param("runId") long runId);

    /**
     * The sources of expected amounts that hold a text, each once.
     *
     * @param part without wildcards
     */
    List<String> rangeSourcesWith(@Param("runId") long runId, @Param("part") String part);

    /**
     * The claim lines that nothing is expected for since their payer's class is unknown, by payer, the payer of most first. Lines of which
     * nothing was rightly paid are none.
     */
    List<PayerLines> linesOfUnknownClass(@Param("runId") long runId);

    /** Medicare's claim lines that no amount is expected for, by day of service, the first day first. */
    List<DayLines> medicareLinesWithoutRange(@Param("runId") long runId);

    /** @param findingId the number on file of the claim line, or of the payment line that has none */
    record StoredFinding(long runId, long findingId, Finding finding) {}

    record StoredAudit(long runId, AuditFinding finding) {}

    /** @param recovered what that month listed as recovered, or null where it did not */
    record EarlierFinding(
            long claimLineId,
            YearMonth month,
            Verdict verdict,
            @Nullable Money allowed,
            @Nullable Money recovered) {

        EarlierFinding as(long lineId) {
            return new EarlierFinding(lineId, month, verdict, allowed, recovered);
        }
    }

    /** @param by the line of the corrected claim that took its place */
    record Replaced(long lineId, long by) {}

    record PaidElsewhere(long claimLineId, long paymentId) {}

    record LineAnswer(long claimLineId, AuditAnswer answer) {}

    record PayerLines(String payer, long lines) {}

    record DayLines(LocalDate serviceDate, long lines) {}

    /**
     * How many lines have a verdict, what they billed, and what is at issue in them.
     *
     * @param newLines those that are {@link Finding#isNew new}
     * @param newAtIssue what is at issue in these
     */
    record VerdictSum(Verdict verdict, long lines, Money billed, Money atIssue, long newLines, Money newAtIssue) {}
}
