package recon.verdict.audit;

import org.jspecify.annotations.Nullable;

/**
 * One rule of the claim audit.
 *
 * @param title what it looks for, in a few words
 * @param predicted CARCs and RARCs that a payer is expected to give: "97, M14"; empty where no denial is expected
 * @param complianceHold whether the claim is to be held whatever it would bring
 */
public record AuditRule(int number, String title, String predicted, boolean complianceHold, Look look) {

    /** Looks at one claim line. */
    public interface Look {
        /** @return what is wrong, or null where nothing is */
        @Nullable
        Evidence at(AuditedLine line);
    }

    static AuditRule denial(int number, String title, String predicted, Look look) {
        return new AuditRule(number, title, predicted, false, look);
    }

    static AuditRule notice(int number, String title, Look look) {
        return new AuditRule(number, title, "", false, look);
    }

    static AuditRule hold(int number, String title, String predicted, Look look) {
        return new AuditRule(number, title, predicted, true, look);
    }
}
