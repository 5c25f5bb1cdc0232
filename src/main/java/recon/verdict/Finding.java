package recon.verdict;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.PayerClass;

/**
 * The verdict on one claim line, or on one payment line without a claim line, with all that the reports say of it.
 *
 * @param claimLineId the claim line's number on file, or null for a payment line without a claim line
 * @param remittanceLineId the decisive payment line's number on file, or null where there is none
 * @param atIssue short by (UNDERPAID), over by (OVERPAID) or at stake (DENIED, PARTLY_DENIED); null otherwise and where unknown
 * @param difference allowed less the nearest bound of the expected range, 0 in range; null where either is unknown
 * @param cause one of the causes of an under- or overpayment ("charge below schedule"), or null
 * @param why one or two sentences with their arithmetic, for a person; no patient data
 * @param trace the arithmetic, machine-readable: {@code allowed=31.10; units=2; lowPerUnit=20.00; low=40.00; shortBy=8.90}
 * @param denial set for DENIED and PARTLY_DENIED
 * @param appealBy last day on which an appeal can be sent, or null
 * @param daysLeft days from the month's last day to {@code appealBy}, negative once it is past, or null
 * @param recovery set in the month in which a formerly underpaid or denied line is paid
 * @param suggestedClaim "control no. line N" that an unmatched payment may belong to, or null
 * @param past what earlier months told of the line
 */
public record Finding(
        @Nullable Long claimLineId,
        @Nullable Long remittanceLineId,
        Verdict verdict,
        Subject subject,
        Amounts amounts,
        @Nullable Expected expected,
        @Nullable Money atIssue,
        @Nullable Money difference,
        @Nullable String cause,
        String why,
        String trace,
        @Nullable Denial denial,
        @Nullable Payment payment,
        @Nullable LocalDate appealBy,
        @Nullable Integer daysLeft,
        @Nullable Recovery recovery,
        @Nullable String suggestedClaim,
        @Nullable String claimSource,
        Past past) {

    /** Whether an earlier month has listed the answer that leaves the line open, by whatever verdict. */
    public boolean isCarried() {
        return past.openSince() != null;
    }

    /** Whether the line is new to the list of its verdict: what was denied and is then paid too little is new among the underpaid. */
    public boolean isNew() {
        return !past.listed();
    }

    /** Whether this month is the first in which a payer decides on the line. */
    public boolean isFirstDecision() {
        return verdict.isDecision() && !past.decided();
    }

    public Finding with(Past told) {
        return new Finding(
                claimLineId,
                remittanceLineId,
                verdict,
                subject,
                amounts,
                expected,
                atIssue,
                difference,
                cause,
                why,
                trace,
                denial,
                payment,
                appealBy,
                daysLeft,
                recovery,
                suggestedClaim,
                claimSource,
                told);
    }

    /**
     * What was billed, from the claim line; from the payment line where there is no claim line.
     *
     * @param claim patient control number, or null
     * @param patient "LAST, FIRST", or null
     * @param modifiers separated by spaces, empty for none
     */
    public record Subject(
            String payer,
            PayerClass payerClass,
            @Nullable String claim,
            @Nullable String payerClaimNumber,
            @Nullable Integer lineNumber,
            @Nullable String patient,
            @Nullable String memberId,
            LocalDate serviceDate,
            @Nullable LocalDate submitted,
            @Nullable String placeOfService,
            @Nullable Integer units,
            String modifiers,
            @Nullable String state,
            @Nullable String locality,
            @Nullable String credential) {}

    /** Dollars of the line. {@code paid} is the net of all events. Null: not stated or not derivable. */
    public record Amounts(
            Money billed,
            @Nullable Money allowed,
            @Nullable String allowedFrom,
            @Nullable Money paid,
            @Nullable Money patientShare,
            @Nullable Money sequestration) {}

    /**
     * Expected amounts of the line (rate x units).
     *
     * @param source kind and source of the range: "range: article"
     */
    public record Expected(Money low, Money high, String source) {}

    /**
     * @param group group code of the primary reason, empty where a remark code (MA130) alone tells it
     * @param carc likewise
     * @param rarc remark codes, separated by spaces, empty for none
     * @param kind {@code S} soft, {@code H} hard, or {@code send a new claim}
     */
    public record Denial(
            String group,
            String carc,
            String rarc,
            String category,
            String kind,
            boolean preventable,
            String nextAction,
            @Nullable LocalDate firstDenied,
            int timesDenied) {

        /** {@code CO-97}; empty where a remark code alone tells it. */
        public String reason() {
            return carc.isEmpty() ? "" : group + "-" + carc;
        }
    }

    /**
     * The decisive payment line.
     *
     * @param matchTier 1 to 5, or null where it found no claim line
     * @param matchNote empty for none; "prior-period" stands here
     */
    public record Payment(
            @Nullable String checkNumber,
            @Nullable LocalDate checkDate,
            @Nullable Integer matchTier,
            String matchNote,
            String source) {}

    /**
     * @param openSince the earlier month whose answer has left the line open ever since, or null where it is not open or this month's
     *     answer is the first that leaves it so
     * @param decided whether an earlier month found a {@link Verdict#isDecision decision} of a payer on the line
     * @param listed whether an earlier month has listed the line where this month does ({@link Verdict#isListedWith}), and it has been open
     *     ever since
     */
    public record Past(@Nullable YearMonth openSince, boolean decided, boolean listed) {
        /** Of a line that no month has judged before, and of a payment line without a claim line. */
        public static final Past NONE = new Past(null, false, false);
    }

    public record Recovery(Verdict firstVerdict, YearMonth firstMonth, Money firstAllowed, Money finalAllowed) {
        public Money recovered() {
            return finalAllowed.minus(firstAllowed);
        }
    }
}
