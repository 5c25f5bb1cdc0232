package recon.match;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/** Where a claim line stands once its events are put in order and reversals are cancelled with what they reverse. */
public sealed interface NetPosition {

    /** No payment line on file. */
    record NoResponse() implements NetPosition {}

    /**
     * Reversed and not yet corrected, or suspended by the payer (CARC 133).
     *
     * @param shown the event whose amounts reports show: the reversed one, else the reversal or suspension itself
     * @param paid signed sum of all events
     * @param reason "reversed on 2026-10-12, awaiting correction"
     */
    record Pended(MatchedPayment shown, Money paid, String reason) implements NetPosition {}

    /**
     * Decided by the payer of the lowest rank on file of which something stands or is awaited.
     *
     * @param decisive the last active event of that rank: allowed, patient share and adjustments are its
     * @param paid signed sum of that rank's events
     * @param otherRanks the last active events of the other ranks
     * @param secondaryOnly whether no primary payer's decision is on file
     * @param takenBack what provider-level adjustments took back from this line's claim, negative where they gave back, zero for none;
     *     not part of {@code paid}, since a take-back is not an adjudication
     * @param conflict why the events contradict one another ("paid twice: checks A and B, no reversal"; "twice under check A, no
     *     reversal") or make no whole, or null
     * @param denials how often it was denied in full; repeated denials as duplicate (CARC 18) and suspensions (CARC 133) not counted
     * @param firstDenied when it was first denied in full, or null
     * @param laterDenial the last denial that came after the decisive event without taking it back, or null
     * @param laterSuspension likewise the last suspension (CARC 133), or null
     * @param laterZero likewise the last answer that allows nothing and states no reason, or null
     */
    record Adjudicated(
            MatchedPayment decisive,
            Money paid,
            List<MatchedPayment> otherRanks,
            boolean secondaryOnly,
            Money takenBack,
            @Nullable String conflict,
            int denials,
            @Nullable LocalDate firstDenied,
            @Nullable MatchedPayment laterDenial,
            @Nullable MatchedPayment laterSuspension,
            @Nullable MatchedPayment laterZero)
            implements NetPosition {}
}
