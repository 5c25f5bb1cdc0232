package recon.workbook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.verdict.Finding;

/** Counts and sums of findings. An amount that a finding does not know adds nothing. */
final class Tally {

    private long lines;
    private long newLines;
    private long carriedLines;
    private long firstDecisions;
    private Money newAtIssue = Money.ZERO;
    private Money billed = Money.ZERO;
    private Money allowed = Money.ZERO;
    private Money paid = Money.ZERO;
    private Money expectedLow = Money.ZERO;
    private Money atIssue = Money.ZERO;
    private long unknownAtIssue;
    private @Nullable LocalDate earliestDeadline;

    void add(Finding finding) {
        lines++;
        if (finding.isNew()) {
            newLines++;
            newAtIssue = newAtIssue.plus(orZero(finding.atIssue()));
        }
        carriedLines += finding.isCarried() ? 1 : 0;
        firstDecisions += finding.isFirstDecision() ? 1 : 0;
        Finding.Amounts amounts = finding.amounts();
        billed = billed.plus(amounts.billed());
        allowed = allowed.plus(orZero(amounts.allowed()));
        paid = paid.plus(orZero(amounts.paid()));
        expectedLow = expectedLow.plus(
                finding.expected() == null ? Money.ZERO : finding.expected().low());
        atIssue = atIssue.plus(orZero(finding.atIssue()));
        unknownAtIssue += finding.atIssue() == null ? 1 : 0;
        earliestDeadline = earlier(earliestDeadline, openDeadline(finding));
    }

    void add(Tally other) {
        lines += other.lines;
        newLines += other.newLines;
        carriedLines += other.carriedLines;
        firstDecisions += other.firstDecisions;
        newAtIssue = newAtIssue.plus(other.newAtIssue);
        billed = billed.plus(other.billed);
        allowed = allowed.plus(other.allowed);
        paid = paid.plus(other.paid);
        expectedLow = expectedLow.plus(other.expectedLow);
        atIssue = atIssue.plus(other.atIssue);
        unknownAtIssue += other.unknownAtIssue;
        earliestDeadline = earlier(earliestDeadline, other.earliestDeadline);
    }

    /** A deadline that has passed is no longer one to meet. */
    private static @Nullable LocalDate openDeadline(Finding finding) {
        Integer daysLeft = finding.daysLeft();
        return daysLeft != null && daysLeft >= 0 ? finding.appealBy() : null;
    }

    private static Money orZero(@Nullable Money amount) {
        return amount == null ? Money.ZERO : amount;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    long lines() {
        return lines;
    }

    /** Of the lines, those that are {@link Finding#isNew new} to the list of their verdict. */
    long newLines() {
        return newLines;
    }

    /** Of lines that a payer has answered, those that an earlier month has listed already, by whatever verdict. */
    long carriedLines() {
        return carriedLines;
    }

    /** Of the lines, those that no earlier month has found a payer's decision of. */
    long firstDecisions() {
        return firstDecisions;
    }

    /** Of what is at issue, what is so in new lines. */
    Money newAtIssue() {
        return newAtIssue;
    }

    Money billed() {
        return billed;
    }

    Money allowed() {
        return allowed;
    }

    Money paid() {
        return paid;
    }

    Money expectedLow() {
        return expectedLow;
    }

    /** Short by, over by or at stake. */
    Money atIssue() {
        return atIssue;
    }

    /** Likewise, to be shown: null where there are lines and of none it is known, since that is not nothing. */
    @Nullable
    Money knownAtIssue() {
        return lines > 0 && unknownAtIssue == lines ? null : atIssue;
    }

    /** Lines that {@link #atIssue} leaves out, since theirs is not known. */
    long unknownAtIssue() {
        return unknownAtIssue;
    }

    /** The first appeal deadline that has not passed, or null where none is left. */
    @Nullable
    LocalDate earliestDeadline() {
        return earliestDeadline;
    }
}
