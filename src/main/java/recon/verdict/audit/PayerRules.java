package recon.verdict.audit;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;
import recon.price.Credentials;
import recon.price.ExpectedAmount;
import recon.price.ExpectedRange;
import recon.price.Places;

/** What a payer's terms say against a line: its place, its practitioner, its date. */
final class PayerRules {

    private static final int WHOLE = 100;
    private static final int NEAR_DAYS = 30;

    private PayerRules() {}

    /**
     * 96372 has PC/TC indicator 5: in a facility the facility is paid and no practitioner (MPFS relative value file). Silent where a
     * rate for facilities is on file for the payer.
     */
    static @Nullable Evidence facility(AuditedLine audited) {
        String place = audited.line().placeOfService();
        if (!Places.isFacility(place) || hasFacilityRate(audited)) {
            return null;
        }
        return new Evidence(
                "place of service " + place + "; the facility is paid for 96372, not the practitioner",
                audited.isMedicare() ? Certainty.CERTAIN : Certainty.LIKELY);
    }

    private static boolean hasFacilityRate(AuditedLine audited) {
        return expected(audited) instanceof ExpectedAmount.Priced priced
                && priced.range().placeGroup() == ExpectedRange.PlaceGroup.FACILITY;
    }

    private static ExpectedAmount expected(AuditedLine audited) {
        ClaimLine line = audited.line();
        return audited.knowledge()
                .pricer
                .price(line, audited.payerClass(), audited.payer(), line.placeOfService(), List.of());
    }

    /**
     * Medicare pays nurse practitioners, physician assistants and clinical nurse specialists 85 % under their own number (42 CFR
     * 414.52, 414.56), other payers what {@code payers.csv} says: an expected amount that is a physician's will look underpaid.
     */
    static @Nullable Evidence practitioner(AuditedLine audited) {
        Integer percent = practitionerPercent(audited);
        if (percent == null || percent == WHOLE) {
            return null;
        }
        boolean wholeRate = expected(audited) instanceof ExpectedAmount.Priced priced
                && priced.practitionerPercent() == null
                && priced.range().credential() == null;
        return wholeRate
                ? new Evidence(
                        "rendered by %s, paid at %d %% under their own number unless incident to a physician's service; the amount expected is the whole rate"
                                .formatted(Credentials.normalized(audited.line().renderingCredential()), percent),
                        Certainty.POSSIBLE)
                : null;
    }

    /** What the payer pays of its rate, or null where the credential is not one that is paid less, or the payer's share is not known. */
    private static @Nullable Integer practitionerPercent(AuditedLine audited) {
        Integer medicare = Credentials.medicarePercent(
                Credentials.normalized(audited.line().renderingCredential()));
        PayerDirectory.Entry entry = audited.payer().entry();
        if (medicare == null) {
            return null;
        }
        Integer own = entry == null ? null : entry.practitionerPercent();
        return own != null ? own : audited.isMedicare() ? medicare : null;
    }

    /** Counted from the date of service; a line that the payer has answered has been filed. */
    static @Nullable Evidence filingDeadline(AuditedLine audited) {
        ClaimLine line = audited.line();
        LocalDate deadline =
                audited.knowledge().clocks.filingDeadline(audited.payerClass(), audited.payer(), line.serviceDate());
        if (deadline == null) {
            return null;
        }
        LocalDate submitted = line.submitted();
        if (submitted != null) {
            return submitted.isAfter(deadline) ? submittedLate(audited, submitted, deadline) : null;
        }
        return audited.answered() || DAYS.between(audited.asOf(), deadline) > NEAR_DAYS
                ? null
                : notSubmitted(audited, deadline);
    }

    private static Evidence submittedLate(AuditedLine audited, LocalDate submitted, LocalDate deadline) {
        PayerDirectory.Entry entry = audited.payer().entry();
        boolean termKnown = audited.isMedicare() || (entry != null && entry.filingDays() != null);
        return new Evidence(
                "service of %s submitted on %s, %d day(s) after the filing deadline of %s"
                        .formatted(
                                audited.line().serviceDate(), submitted, DAYS.between(deadline, submitted), deadline),
                termKnown ? Certainty.CERTAIN : Certainty.LIKELY);
    }

    private static Evidence notSubmitted(AuditedLine audited, LocalDate deadline) {
        long left = DAYS.between(audited.asOf(), deadline);
        return new Evidence(
                "service of %s with no submission date and no answer; the filing deadline of %s %s"
                        .formatted(
                                audited.line().serviceDate(),
                                deadline,
                                left < 0
                                        ? "passed %d day(s) ago".formatted(-left)
                                        : "is %d day(s) away".formatted(left)),
                left < 0 ? Certainty.LIKELY : Certainty.POSSIBLE);
    }
}
