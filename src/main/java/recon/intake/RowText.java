package recon.intake;

import java.util.List;
import recon.file.Cell;
import recon.file.SourceRow;

/** A whole row as one text, for telling that a row repeats another. */
final class RowText {

    private RowText() {}

    /**
     * The keys of a row column by column, for headings: a repeated heading stands where the first one stood. Digits count in the columns
     * that are read, where CO-45 is not CO-50, and not in others, where a page may be numbered. Empty if nothing stands there.
     */
    static String heading(SourceRow row, ColumnMap columns) {
        List<Cell> cells = row.cells();
        StringBuilder key = new StringBuilder();
        int end = 0;
        for (int column = 0; column < cells.size(); column++) {
            String text = HeadingText.key(text(cells.get(column)));
            key.append(columns.reads(column) ? text : HeadingText.unnumbered(text));
            end = text.isEmpty() ? end : key.length();
            key.append('|');
        }
        return key.substring(0, end);
    }

    private static String text(Cell cell) {
        return cell instanceof Cell.Text text ? text.text() : cell instanceof Cell.Number number ? number.stored() : "";
    }

    /**
     * The keys of a row's texts, joined, for banners, which may move. Digits beside letters do not count, since pages and times are
     * numbered; where no letter stands they are all that tells a row from a line. Empty if nothing but numbers stands there.
     */
    static String banner(SourceRow row) {
        StringBuilder key = new StringBuilder();
        for (Cell cell : row.cells()) {
            if (cell instanceof Cell.Text text) {
                String own = HeadingText.key(text.text());
                boolean letters = own.chars().anyMatch(Character::isLetter);
                key.append(letters ? HeadingText.unnumbered(own) : own).append('|');
            }
        }
        return key.toString();
    }
}
