/**
 * Row to canonical record, or rejection: finds the heading row, maps columns to fields and reads values.
 *
 * <p>Every row read leaves as exactly one {@link recon.intake.ParsedRow} with exactly one {@link recon.claim.Bucket}.
 */
@NullMarked
package recon.intake;

import org.jspecify.annotations.NullMarked;
