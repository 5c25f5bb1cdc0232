package recon.match;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.ProviderAdjustment;
import recon.claim.RemittanceLine;
import recon.load.OtherLines;

/** What is known of claim lines when they are judged. */
@Mapper
public interface HistoryMapper {

    /**
     * Lists the claim lines that the month judges: those with an event in it, which may be that money is taken back at provider level,
     * those open at its start, and those new on file.
     */
    void listClaimLines(@Param("runId") long runId, @Param("asOf") LocalDate asOf);

    /** The number of the n-th listed line, counted from 0, or null beyond the last. */
    @Nullable
    Long claimLineAt(@Param("runId") long runId, @Param("n") long n);

    long countClaimLines(@Param("runId") long runId);

    List<ClaimLine> claimLines(
            @Param("runId") long runId,
            @Param("after") long after,
            @Param("upTo") long upTo,
            @Param("limit") int limit);

    /** Payments matched to the listed lines in a range of numbers, by the latest of the runs that count, in the order of the payments. */
    List<Event> events(@Param("runId") long runId, @Param("after") long after, @Param("upTo") long upTo);

    /** Payments matched to any given claim lines, in the same way. */
    List<Event> eventsOf(@Param("runId") long runId, @Param("ids") Collection<Long> lineIds);

    /**
     * 96372 lines on file of the claims of the listed lines in a range of numbers, each once and without those set aside. The
     * only listed line of a claim is not read again.
     */
    List<ClaimLine> linesOfClaims(@Param("runId") long runId, @Param("after") long after, @Param("upTo") long upTo);

    /**
     * 96372 lines on file for the member and day of the listed lines in a range of numbers, each once and without those set aside: of a
     * day with listed lines of one claim, only those of other claims.
     */
    List<ClaimLine> linesOfMembers(@Param("runId") long runId, @Param("after") long after, @Param("upTo") long upTo);

    /** As {@link #linesOfClaims}, of other codes; those set aside are among them. */
    List<OtherLines.OnFile> otherLinesOfClaims(
            @Param("runId") long runId, @Param("after") long after, @Param("upTo") long upTo);

    /** As {@link #linesOfMembers}, of other codes; those set aside are among them. */
    List<OtherLines.OnFile> otherLinesOfMembers(
            @Param("runId") long runId, @Param("after") long after, @Param("upTo") long upTo);

    /** Lines set aside in a range of numbers, both ends included. */
    Set<Long> aside(@Param("runId") long runId, @Param("first") long first, @Param("last") long last);

    /** Overpayment recoveries and the like that name a payer claim number, up to the month's end. */
    List<ProviderAdjustment> takeBacks(
            @Param("runId") long runId,
            @Param("asOf") LocalDate asOf,
            @Param("keys") Collection<String> payerClaimKeys);

    /** Those of a file that the month is the first to tell of: up to its end, and told by no earlier month. In the file's order. */
    List<ProviderAdjustment> providerAdjustments(
            @Param("runId") long runId, @Param("fileId") long fileId, @Param("asOf") LocalDate asOf);

    /** The claims whose payments on file have these payer claim numbers. */
    List<NamedClaim> claimsNamed(@Param("runId") long runId, @Param("keys") Collection<String> payerClaimKeys);

    /** Payments of this run, and those left open by earlier months, that found no claim line. */
    List<Unmatched> unmatched(@Param("runId") long runId, @Param("after") long after, @Param("limit") int limit);

    List<ClaimLine> claimLinesById(@Param("ids") Collection<Long> lineIds);

    /** What each claim file on file states on any of its lines. */
    List<StatedFields> statedFields(@Param("runId") long runId);

    record Event(long claimLineId, RemittanceLine line, int tier, String note, boolean judgedNow) {}

    /**
     * @param payerClaimKey the payer claim number of a payment, as it is compared
     * @param payer of the payment, as its payer id
     * @param claim the practice's number of the claim that the payment is of
     */
    record NamedClaim(
            String payerClaimKey,
            @Nullable String payer,
            @Nullable String payerId,
            String claim) {}

    record Unmatched(
            long remittanceLineId,
            RemittanceLine line,
            String note,
            @Nullable Long suggestedClaimLineId,
            boolean judgedNow) {}
}
