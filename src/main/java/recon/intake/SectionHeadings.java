package recon.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import recon.file.SourceRow;

/**
 * Tells whether a row of texts below a table's headings heads another section, in which a column that is read would be another.
 *
 * <p>A section may have headings that are not known, as the table itself may by its profile: three that the table has too, or that are
 * known, are enough where one says whose the lines are, or where every column that is read has a heading. A summary below the lines has
 * neither.
 */
final class SectionHeadings {

    private final Table table;
    private final ColumnMap columns;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> keysOfWhose = new HashSet<>();

    SectionHeadings(Table table) {
        this.table = table;
        this.columns = table.columns();
        for (int column = 0; column < columns.width(); column++) {
            String key = HeadingText.key(columns.heading(column));
            keys.add(key);
            if (KindOfFile.saysWhose(columns, column)) {
                keysOfWhose.add(key);
            }
        }
        keys.remove("");
    }

    /** Whether a row of texts, which is no line and does not repeat the headings, is one of other headings. */
    boolean differ(SourceRow row) {
        HeadingRow heading = HeadingRow.of(row);
        List<Window> windows = SideBySide.tables(heading, table.kind());
        if (windows.isEmpty()) {
            return isSection(heading) && hasOthers(heading, ColumnMapper.map(heading, table.kind()));
        }
        Mapping mapping = windows.get(0).mapping();
        return windows.size() != 1
                || mapping.kind() != table.kind()
                || mapping.columns().has(Field.PAID) != columns.has(Field.PAID)
                || hasOthers(heading, mapping);
    }

    private boolean isSection(HeadingRow heading) {
        int known = 0;
        boolean whose = false;
        for (int column = 0; column < heading.texts().size(); column++) {
            String text = heading.texts().get(column);
            String key = heading.keys().get(column);
            Synonyms.Match match = text.isEmpty() ? null : Synonyms.shipped().find(text);
            if (match != null || keys.contains(key) || ColumnMapper.adjustment(text) != null) {
                known++;
                whose |= keysOfWhose.contains(key) || match != null && KindOfFile.saysWhose(match.field());
            } else if (NearMiss.mayBeValue(text)) {
                return false;
            }
        }
        return known >= HeadingRow.SURELY_HEADINGS && (whose || isComplete(heading));
    }

    private boolean isComplete(HeadingRow heading) {
        for (int column = 0; column < columns.width(); column++) {
            if (columns.reads(column) && heading.text(column).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean hasOthers(HeadingRow heading, Mapping mapping) {
        for (int column = 0; column < columns.width(); column++) {
            if (columns.reads(column) && (isOther(column, heading.text(column)) || hasMoved(column, heading))) {
                return true;
            }
        }
        return columns.hasMovedIn(mapping.columns());
    }

    /** Whether a heading that is not blank means something else than the table's own above the same column. */
    private boolean isOther(int column, String text) {
        String own = columns.heading(column);
        if (text.isEmpty() || HeadingText.key(text).equals(HeadingText.key(own))) {
            return false;
        }
        Synonyms.Match match = Synonyms.shipped().find(text);
        if (own.isEmpty()) {
            // beside the heading of modifiers
            return match == null || match.field() != Field.MODIFIERS;
        }
        Synonyms.Match meant = Synonyms.shipped().find(own);
        return match == null || meant == null || !isSame(match, meant);
    }

    /** Of amounts the words must be the same: a total charge is another one than a charge. */
    private static boolean isSame(Synonyms.Match one, Synonyms.Match other) {
        Field field = one.field();
        return field == other.field()
                && (!field.isMoney() || one.rank() == other.rank())
                && (!field.isRepeatable() || one.number() == other.number());
    }

    /** Whether a column has no heading any more, and its heading stands above another column. */
    private boolean hasMoved(int column, HeadingRow heading) {
        String key = HeadingText.key(columns.heading(column));
        if (key.isEmpty() || !heading.text(column).isEmpty()) {
            return false;
        }
        for (int other = 0; other < heading.keys().size(); other++) {
            if (heading.keys().get(other).equals(key)
                    && !HeadingText.key(columns.heading(other)).equals(key)) {
                return true;
            }
        }
        return false;
    }
}
