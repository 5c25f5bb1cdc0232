package recon.workbook;

import recon.verdict.Finding;

/**
 * A finding that somebody has to work on, with what was typed beside it before.
 *
 * @param key the line's key, the same in each revision and month
 */
record WorkItem(Finding finding, String key, Worklist.Entry carried) {}
