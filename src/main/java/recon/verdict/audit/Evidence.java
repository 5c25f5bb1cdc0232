package recon.verdict.audit;

/**
 * What a rule saw on a claim line.
 *
 * @param text codes, counts and dates; no patient data
 */
public record Evidence(String text, Certainty certainty) {}
