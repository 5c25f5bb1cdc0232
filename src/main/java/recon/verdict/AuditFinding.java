package recon.verdict;

import recon.claim.ClaimLine;

/**
 * A claim line that a rule of the claim audit expects to be denied, or holds for compliance.
 *
 * @param rule the rule's number (1 to 16)
 * @param title what the rule looks for, in a few words
 * @param evidence what it saw; no patient data
 * @param predictedCarc CARCs (and RARCs) that it expects: "97, M14"; empty for a compliance hold without one
 * @param certainty "certain", "likely" or "possible"
 * @param complianceHold documentation is missing or the injection was not given: not a matter of revenue
 */
public record AuditFinding(
        ClaimLine line,
        int rule,
        String title,
        String evidence,
        String predictedCarc,
        String certainty,
        boolean complianceHold) {}
