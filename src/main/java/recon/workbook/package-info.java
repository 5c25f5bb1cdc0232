/**
 * Verdicts to Excel, to a run page and to letters of dispute, and the run's record as JSON.
 */
@NullMarked
package recon.workbook;

import org.jspecify.annotations.NullMarked;
