/**
 * Verdicts to Excel, and the run's record as JSON.
 */
@NullMarked
package recon.workbook;

import org.jspecify.annotations.NullMarked;
