/**
 * The expected amount of a claim line: payers, ranges, schedules, contracts, and when no money is expected at all.
 */
@NullMarked
package recon.price;

import org.jspecify.annotations.NullMarked;
