package recon.verdict;

import java.util.List;
import recon.claim.Adjustment;

/**
 * What the audit predicted of a claim line by one rule, and what the payer said.
 *
 * @param payer as the line's finding names it
 * @param predicted CARCs and RARCs: "97, M14"; empty where the rule predicts no denial
 * @param adjustments of the decisive payment line, empty where there is none
 * @param remarkCodes of the decisive payment line
 */
public record AuditAnswer(
        int rule,
        String title,
        String predicted,
        boolean complianceHold,
        String payer,
        Verdict verdict,
        List<Adjustment> adjustments,
        List<String> remarkCodes) {

    /** Whether the payer gave one of the reasons that the rule predicted. */
    boolean hasPredictedReason() {
        for (String code : predicted.split(", ")) {
            if (remarkCodes.contains(code) || adjustments.stream().anyMatch(adjustment -> adjustment.hasCarc(code))) {
                return true;
            }
        }
        return false;
    }
}
