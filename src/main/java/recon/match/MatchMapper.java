package recon.match;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.RemittanceLine;
import recon.load.OtherLines;

/** What the matching of a run reads and writes. Files are those on file for the run; payments are those posted up to its month's end. */
@Mapper
public interface MatchMapper {

    /** How many lines of an index one question groups: the database may hold them in memory. */
    int LINES_PER_RANGE = 50_000;

    /**
     * Gives payments that name a claim only by the payer's number the key of the control number that the same payer number stands
     * beside elsewhere on file, where there is exactly one. It goes by what is on file for this run, so that a month that is run
     * again after a later one finds what it found before.
     */
    void resolveClaimNumberKeys(@Param("runId") long runId);

    /** Likewise gives payments that name the member alone the key of a claim whose payment they tell once more. */
    void resolveMemberKeys(@Param("runId") long runId);

    /** Groups payments that do not name their claim with those that do. */
    default void resolveKeys(long runId) {
        resolveClaimNumberKeys(runId);
        resolveMemberKeys(runId);
    }

    /**
     * All control numbers of 96372 lines, range by range in their order.
     *
     * @param lines how many of them make a range, beside those of the last claim
     */
    default List<KeyRange> claimRanges(int lines) {
        return ranges(after -> claimKeyAfter(after, lines));
    }

    /** All keys of payments, likewise. */
    default List<KeyRange> paymentRanges(int lines) {
        return ranges(after -> paymentKeyAfter(after, lines));
    }

    private static List<KeyRange> ranges(UnaryOperator<@Nullable String> end) {
        List<KeyRange> ranges = new ArrayList<>();
        String after = "";
        while (after != null) {
            String upTo = end.apply(after);
            ranges.add(new KeyRange(after, upTo));
            after = upTo;
        }
        return ranges;
    }

    /** The control number that stands so many 96372 lines behind another's; null where there are fewer. */
    @Nullable
    String claimKeyAfter(@Param("after") String after, @Param("lines") int lines);

    /** The key that stands so many payments behind another; null where there are fewer. */
    @Nullable
    String paymentKeyAfter(@Param("after") String after, @Param("lines") int lines);

    /**
     * Control numbers with a line among this run's files, or one that waited in an earlier month, and with several 96372 lines, or one of a
     * replacing or voiding claim, on file: under these, lines may have to be set aside.
     */
    List<String> repeatedClaims(@Param("runId") long runId, @Param("range") KeyRange range);

    /** Control numbers likewise of which lines of other codes are of a replacing or voiding claim, in order. */
    List<String> versionsByOtherLines(@Param("runId") long runId);

    /** The files on file that an earlier month already had on file. */
    List<Long> filesOfEarlierMonths(@Param("runId") long runId);

    /** All 96372 lines on file of the given control numbers, current or not, in the order in which they are on file. */
    List<ClaimLine> versions(@Param("runId") long runId, @Param("keys") Collection<String> keys);

    /** As {@link #versions}, of other codes. */
    List<OtherLines.OnFile> otherLinesOfVersions(@Param("runId") long runId, @Param("keys") Collection<String> keys);

    /**
     * Which claims the payers gave numbers of theirs to, as far as payments state both numbers, or claims that correct no other do.
     *
     * @param numbers payers' claim numbers, as they are compared
     */
    List<PayerClaim> payerClaims(
            @Param("runId") long runId, @Param("asOf") LocalDate asOf, @Param("keys") Collection<String> numbers);

    /**
     * The control numbers of corrections and voids on file that name their original by one of some payers' claim numbers, all as they are
     * compared.
     */
    List<String> correctionsNaming(@Param("runId") long runId, @Param("keys") Collection<String> numbers);

    /** Those of the given claim lines that are set aside. */
    List<Long> asideAmong(@Param("runId") long runId, @Param("ids") Collection<Long> lineIds);

    void insertAside(@Param("runId") long runId, @Param("aside") ClaimVersions.SetAside aside);

    /**
     * Lists the claims whose payments this run matches: those with a payment that no earlier month judged or that the last one to
     * judge it did not match, or matched to a line that was set aside since, or before an older month was run again, and those with a
     * claim line that is new on file.
     *
     * @param lines how many payments one question groups, beside those of its last claim
     */
    default void listKeys(long runId, LocalDate asOf, int lines) {
        for (KeyRange range : paymentRanges(lines)) {
            listKeysIn(runId, asOf, range, Objects.requireNonNullElse(lastOrdinal(runId), 0L));
        }
    }

    /** @param done how many keys are listed already */
    void listKeysIn(
            @Param("runId") long runId,
            @Param("asOf") LocalDate asOf,
            @Param("range") KeyRange range,
            @Param("done") long done);

    @Nullable
    Long lastOrdinal(@Param("runId") long runId);

    long countKeys(@Param("runId") long runId);

    /** The listed claims by number: those after one, up to and including another. */
    List<GroupKey> keys(
            @Param("runId") long runId,
            @Param("after") long after,
            @Param("upTo") long upTo,
            @Param("limit") int limit);

    /** The payments of listed claims. */
    List<KeyedPayment> payments(
            @Param("runId") long runId,
            @Param("asOf") LocalDate asOf,
            @Param("after") long after,
            @Param("upTo") long upTo);

    /**
     * What the last earlier month that judged them found for payments, where it found a claim line that the run still goes by: it is on
     * file and not set aside.
     */
    List<EarlierMatch> earlierMatches(@Param("runId") long runId, @Param("ids") Collection<Long> remittanceLineIds);

    /** Current 96372 claim lines under the control numbers of listed claims. */
    List<ClaimLine> claimLines(@Param("runId") long runId, @Param("after") long after, @Param("upTo") long upTo);

    /**
     * Current 96372 lines under the payer's claim numbers of listed claims' payments, each once; the claims' own are among them.
     *
     * @param listed numbers of the claims in the run's list
     */
    List<ClaimLine> claimLinesByPayerClaim(
            @Param("runId") long runId, @Param("asOf") LocalDate asOf, @Param("ids") Collection<Long> listed);

    /** As {@link #claimLinesByPayerClaim}, for the members and days of the payments. */
    List<ClaimLine> claimLinesByMember(
            @Param("runId") long runId, @Param("asOf") LocalDate asOf, @Param("ids") Collection<Long> listed);

    /** 96372 lines under the control numbers of listed claims that were replaced, dropped or voided; not those of a void itself. */
    List<ClaimLine> supersededLines(@Param("runId") long runId, @Param("ids") Collection<Long> listed);

    /** As {@link #supersededLines}, for the members and days of the payments. */
    List<ClaimLine> supersededLinesByMember(
            @Param("runId") long runId, @Param("asOf") LocalDate asOf, @Param("ids") Collection<Long> listed);

    /** Current 96372 claim lines whose control number is the same but for leading zeros and truncation. */
    List<ClaimLine> claimLinesNear(@Param("runId") long runId, @Param("keys") Collection<String> keys);

    void insert(StoredMatch match);

    /**
     * Keys that follow one another.
     *
     * @param after all keys are greater
     * @param upTo the last of them; null where no more follow
     */
    record KeyRange(String after, @Nullable String upTo) {}

    /**
     * A claim that a payer gave a number.
     *
     * @param number the payer's claim number, as it is compared
     * @param claim the control number, as it is compared
     * @param payer the payer's name as the line that states both writes it, or null
     * @param payerId the payer's id, likewise
     */
    record PayerClaim(
            String number,
            String claim,
            @Nullable String payer,
            @Nullable String payerId) {}

    /**
     * A claim whose payments are matched.
     *
     * @param ordinal its number within the run, from 1; stands for the key wherever a patient's number may not
     */
    record GroupKey(long ordinal, String matchKey) {}

    /**
     * A payment with the key of its group.
     *
     * @param judgedEarlier whether an earlier month's run matched it, well or in vain
     */
    record KeyedPayment(String matchKey, boolean judgedEarlier, RemittanceLine line) {}

    /** A payment's match by an earlier month's run. */
    record EarlierMatch(long remittanceLineId, YearMonth month, long runId, MatchResult.Matched result) {
        public EarlierMatch(
                long remittanceLineId, YearMonth month, long runId, long claimLineId, int tier, String note) {
            this(remittanceLineId, month, runId, new MatchResult.Matched(claimLineId, tier, note));
        }
    }

    /** A match as it stands in its table. */
    record StoredMatch(long runId, long lineId, boolean inScope, StoredResult result) {

        public static StoredMatch of(long runId, PaymentMatch match, boolean inScope) {
            return new StoredMatch(runId, match.remittanceLineId(), inScope, StoredResult.of(match.result()));
        }
    }

    /**
     * A match's result as it stands in the columns of its table.
     *
     * @param otherLineId the claim line that is suggested, or the payment that is repeated
     */
    record StoredResult(
            MatchOutcome outcome,
            @Nullable Long claimLineId,
            @Nullable Integer tier,
            String note,
            @Nullable Long otherLineId) {

        static StoredResult of(MatchResult result) {
            if (result instanceof MatchResult.Matched matched) {
                return new StoredResult(
                        MatchOutcome.MATCHED, matched.claimLineId(), matched.tier(), matched.note(), null);
            }
            if (result instanceof MatchResult.NoClaimLine none) {
                return new StoredResult(MatchOutcome.NO_CLAIM, null, null, none.reason(), none.suggestedClaimLineId());
            }
            if (result instanceof MatchResult.SeveralClaimLines several) {
                return new StoredResult(MatchOutcome.SEVERAL, null, null, several.reason(), null);
            }
            MatchResult.Repeats repeats = (MatchResult.Repeats) result;
            return new StoredResult(MatchOutcome.REPEATS, null, null, "", repeats.remittanceLineId());
        }
    }
}
