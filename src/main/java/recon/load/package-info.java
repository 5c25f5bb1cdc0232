/**
 * Record to staged row: what is on file, in which file and run it came, and which rows belong to a month.
 */
@NullMarked
package recon.load;

import org.jspecify.annotations.NullMarked;
