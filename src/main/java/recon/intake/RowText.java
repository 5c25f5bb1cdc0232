package recon.intake;

import recon.file.Cell;
import recon.file.SourceRow;

/** A whole row as one text, for telling that a row repeats another. */
final class RowText {

    private RowText() {}

    /** The keys of a row's texts, joined; digits do not count, since pages are numbered. Empty if nothing but numbers stands there. */
    static String key(SourceRow row) {
        StringBuilder key = new StringBuilder();
        for (Cell cell : row.cells()) {
            if (cell instanceof Cell.Text text) {
                key.append(HeadingText.unnumbered(HeadingText.key(text.text()))).append('|');
            }
        }
        return key.toString();
    }
}
