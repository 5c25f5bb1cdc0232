/**
 * File to row: spreadsheets, text files and X12 become {@link recon.file.SourceRow}s, each with the place it came from.
 *
 * <p>Cells keep what the file stores, not what it displays; what a cell means is the intake's business. A file that cannot be read
 * right is refused by an {@link recon.file.UnreadableFileException} that says what to do.
 */
@NullMarked
package recon.file;

import org.jspecify.annotations.NullMarked;
