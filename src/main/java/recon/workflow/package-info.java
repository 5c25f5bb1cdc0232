/**
 * The Spring Batch job: one class a step, transactions, restart, exit codes.
 */
@NullMarked
package recon.workflow;

import org.jspecify.annotations.NullMarked;
