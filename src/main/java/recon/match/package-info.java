/**
 * Payment line to claim line, and the events of a claim line to its net position.
 */
@NullMarked
package recon.match;

import org.jspecify.annotations.NullMarked;
