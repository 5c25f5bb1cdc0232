/**
 * The rules of the claim audit, and what they know: which codes are drugs, visits and administrations, how many units a day allows,
 * which payers want a drug code.
 */
@NullMarked
package recon.verdict.audit;

import org.jspecify.annotations.NullMarked;
