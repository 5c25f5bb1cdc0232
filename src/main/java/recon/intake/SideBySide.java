package recon.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.FileKind;

/**
 * Tells whether a heading row heads one table or several that stand side by side: parted by a column without a heading, or by the
 * first heading's coming again.
 */
final class SideBySide {

    private SideBySide() {}

    /**
     * The tables that a row heads; empty if it heads none.
     *
     * @param folder the kind of files for which the file's folder is meant, or null
     */
    static List<Window> tables(HeadingRow row, @Nullable FileKind folder) {
        if (row.known() < HeadingRow.SURELY_HEADINGS) {
            return List.of();
        }
        List<Window> parts = complete(row, ends(row), folder);
        if (parts.size() > 1) {
            return parts;
        }
        Mapping all = ColumnMapper.map(row, folder);
        boolean another = parts.size() == 1
                && all.notes().size() > parts.get(0).mapping().notes().size();
        return all.isComplete() && !another
                ? List.of(new Window(row, 0, -1, all, List.of()))
                : parts.stream().map(part -> onlyPart(row, part)).toList();
    }

    /** The one part that is enough for lines by itself where others stand beside it, or null. */
    static @Nullable Window completeAlone(HeadingRow row, @Nullable FileKind folder) {
        List<Integer> ends = ends(row);
        List<Window> parts = ends.size() > 1 ? complete(row, ends, folder) : List.of();
        return parts.size() == 1 ? parts.get(0) : null;
    }

    /** A table of some columns, beside which something else stands. */
    static Window only(HeadingRow row, int from, int to, @Nullable FileKind folder) {
        HeadingRow part = row.window(from, to);
        return onlyPart(row, new Window(part, from, to, ColumnMapper.map(part, folder), List.of()));
    }

    /** A table beside which something else stands, such as a summary with headings that the table has too. */
    private static Window onlyPart(HeadingRow row, Window part) {
        List<String> outside = new ArrayList<>(row.shown().subList(0, part.from()));
        outside.addAll(row.shown().subList(part.to(), row.shown().size()));
        outside.removeIf(String::isEmpty);
        return new Window(part.heading(), part.from(), part.to(), part.mapping(), outside);
    }

    private static List<Window> complete(HeadingRow row, List<Integer> ends, @Nullable FileKind folder) {
        List<Window> tables = new ArrayList<>();
        int from = 0;
        for (int end : ends) {
            HeadingRow part = row.window(from, end);
            Mapping mapping = ColumnMapper.map(part, folder);
            if (mapping.isComplete()) {
                tables.add(new Window(part, from, end, mapping, List.of()));
            }
            from = end;
        }
        return tables;
    }

    /** Where each part ends. */
    static List<Integer> ends(HeadingRow row) {
        List<String> texts = row.texts();
        List<Integer> ends = new ArrayList<>();
        String first = "";
        for (int i = 0; i < texts.size(); i++) {
            String key = HeadingText.key(texts.get(i));
            boolean gap = key.isEmpty() && i > 0;
            boolean again = !key.isEmpty() && key.equals(first);
            if (gap || again) {
                ends.add(i);
            }
            first = first.isEmpty() ? key : first;
        }
        ends.add(texts.size());
        return ends;
    }
}
