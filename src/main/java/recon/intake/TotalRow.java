package recon.intake;

import recon.claim.Money;
import recon.claim.SourceRef;

/**
 * One amount of a total or subtotal row, beside what the rows above it come to (since the last subtotal, for a subtotal).
 *
 * @param column the heading as it stands in the file
 */
public record TotalRow(SourceRef place, String column, Money stated, Money ours) {}
