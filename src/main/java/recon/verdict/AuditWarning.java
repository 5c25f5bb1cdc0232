package recon.verdict;

import org.jspecify.annotations.Nullable;

/**
 * What the audit expects of a claim line, beside what came of the line.
 *
 * @param verdict the line's in the month that is told of, or null where it has none
 */
public record AuditWarning(AuditFinding finding, @Nullable Verdict verdict) {

    /** Whether the payer has not answered, so that what the audit found can still be mended before it does. */
    public boolean isUnanswered() {
        return verdict == Verdict.NO_RESPONSE;
    }
}
