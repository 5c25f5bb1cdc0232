package recon.workbook;

import org.jspecify.annotations.Nullable;
import recon.verdict.Finding;

/**
 * A finding that somebody has to work on, with what was typed beside it before.
 *
 * @param key the line's key, the same in each revision and month while its file is on file
 * @param before the key under which an earlier worklist lists the line, or null where none does
 */
record WorkItem(Finding finding, String key, @Nullable String before, Worklist.Entry carried) {}
