package recon.load;

import recon.claim.Money;
import recon.claim.SourceRef;

/** A total row of a file beside our own sum over the rows that it covers. */
public record StagedTotal(SourceRef source, String columnName, Money stated, Money ours) {}
