package recon.match;

/** One payment line's match. */
public record PaymentMatch(long remittanceLineId, MatchResult result) {}
