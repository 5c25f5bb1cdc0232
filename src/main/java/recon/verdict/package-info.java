/**
 * One verdict for each line, with its arithmetic, cause and next action; and the audit of claims before they are paid.
 */
@NullMarked
package recon.verdict;

import org.jspecify.annotations.NullMarked;
