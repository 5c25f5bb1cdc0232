package recon.load;

import recon.claim.ClaimLine;

/** A claim line as it is put on file. */
public record StagedClaimLine(long fileId, long lineId, ClaimLine line) {}
