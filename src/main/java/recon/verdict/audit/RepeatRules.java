package recon.verdict.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;

/** Several injections of one day. */
final class RepeatRules {

    private RepeatRules() {}

    /**
     * Units over all the practitioner's lines of the day: the edit is one of the date of service (MAI 3), so that splitting them over
     * lines does not help.
     */
    static @Nullable Evidence unitsOfTheDay(AuditedLine audited) {
        Integer limit = audited.knowledge().unitLimits.of(audited.line());
        List<ClaimLine> others = audited.otherInjections();
        long units = audited.line().units()
                + others.stream().mapToLong(ClaimLine::units).sum();
        return limit == null || units <= limit
                ? null
                : new Evidence(
                        "%d units on %d line(s) on %s; the limit for a day is %d"
                                .formatted(
                                        units, others.size() + 1, audited.line().serviceDate(), limit),
                        audited.underCmsEdits(Certainty.LIKELY, Certainty.POSSIBLE));
    }

    /** The first of several like lines is paid; those after it look like duplicates unless a modifier says otherwise. */
    static @Nullable Evidence repeatedLine(AuditedLine audited) {
        ClaimLine line = audited.line();
        if (audited.knowledge().modifiers.tellRepeat(line)) {
            return null;
        }
        List<ClaimLine> before = audited.otherInjections().stream()
                .filter(other -> other.modifiers().sameSet(line.modifiers())
                        && AuditedLine.AS_SUBMITTED.compare(other, line) < 0)
                .toList();
        if (before.isEmpty()) {
            return null;
        }
        boolean alike = before.stream()
                .anyMatch(other -> other.charge().equals(line.charge()) && other.units() == line.units());
        return new Evidence(
                "line %d of 96372 on %s, with the same modifiers as before it and none of %s"
                        .formatted(
                                before.size() + 1,
                                line.serviceDate(),
                                audited.knowledge().modifiers.thatTellRepeats()),
                alike ? Certainty.LIKELY : Certainty.POSSIBLE);
    }
}
