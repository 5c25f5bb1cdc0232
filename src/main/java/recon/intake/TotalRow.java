package recon.intake;

import recon.claim.Money;
import recon.claim.SourceRef;

/**
 * One amount of a total or subtotal row, beside what its rows come to ({@link TotalsCheck} tells which these are).
 *
 * @param column the heading as it stands in the file
 */
public record TotalRow(SourceRef place, String column, Money stated, Money ours) {}
