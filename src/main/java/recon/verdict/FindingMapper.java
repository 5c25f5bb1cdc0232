package recon.verdict;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.cursor.Cursor;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/** The findings of runs. */
@Mapper
public interface FindingMapper {

    /** @param findingId the number on file of the claim line, or of the payment line that has none */
    void insert(@Param("runId") long runId, @Param("findingId") long findingId, @Param("finding") Finding finding);

    /** By payer, claim, line and date of service. */
    Cursor<Finding> inReportOrder(@Param("runId") long runId);

    /** What earlier months found of the given claim lines, oldest month first. */
    List<EarlierFinding> earlier(@Param("runId") long runId, @Param("lineIds") Collection<Long> lineIds);

    void insertAudit(@Param("runId") long runId, @Param("audit") AuditFinding audit);

    /** By payer, claim, line and rule. */
    Cursor<AuditFinding> audit(@Param("runId") long runId);

    List<VerdictSum> sums(@Param("runId") long runId);

    record EarlierFinding(
            long claimLineId,
            YearMonth month,
            Verdict verdict,
            @Nullable Money allowed) {}

    /** How many lines have a verdict, what they billed, and what is at issue in them. */
    record VerdictSum(Verdict verdict, long lines, Money billed, Money atIssue) {}
}
