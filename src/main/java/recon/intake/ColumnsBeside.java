package recon.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import recon.file.SourceRow;

/**
 * Tells whether columns behind a column without heading and values belong to the lines, or to another table that stands beside them,
 * such as a list of reason codes with their meaning, whose rows say nothing of the lines in the same rows.
 *
 * <p>The question arises where the columns before the gap are enough for lines. A list has what it explains in its first column, in each
 * of its rows and never twice, from its headings on without a row left out. It is another table where it goes on below the lines, or
 * where it has three rows at least and as many lines below it have nothing; where neither is so, nobody can tell.
 */
final class ColumnsBeside {

    private static final int SURELY_A_LIST = 3;

    private enum Kind {
        OF_LINES,
        OF_ANOTHER,
        UNCERTAIN
    }

    private final Window all;
    private final Window part;
    private final List<SourceRow> rows;

    private ColumnsBeside(Window all, Window part, List<SourceRow> rows) {
        this.all = all;
        this.part = part;
        this.rows = rows.stream()
                .filter(row -> row.place().number() > all.heading().lastNumber())
                .toList();
    }

    /**
     * The columns of a table without those of another one beside it; null where nobody can tell.
     *
     * @param all the whole row of headings
     * @param rows the first of the sheet
     * @param folder the kind of files for which the file's folder is meant, or null
     */
    static @Nullable Window leaveOut(Window all, List<SourceRow> rows, @Nullable FileKind folder) {
        Window part = SideBySide.completeAlone(all.heading(), folder);
        return part == null ? all : new ColumnsBeside(all, part, rows).window(folder);
    }

    private @Nullable Window window(@Nullable FileKind folder) {
        int from = part.from();
        int to = part.to();
        boolean another = false;
        List<Integer> ends = SideBySide.ends(all.heading());
        for (int i = ends.indexOf(to) + 1; i < ends.size(); i++) {
            Kind kind = kind(ends.get(i - 1), ends.get(i));
            another |= kind == Kind.OF_ANOTHER;
            if (kind == Kind.UNCERTAIN || another && kind == Kind.OF_LINES && reads(ends.get(i - 1), ends.get(i))) {
                return null;
            }
            to = another ? to : ends.get(i);
        }
        for (int i = ends.indexOf(part.to()) - 1; i >= 0; i--) {
            int start = i == 0 ? 0 : ends.get(i - 1);
            Kind kind = kind(start, ends.get(i));
            if (kind != Kind.OF_LINES) {
                return null;
            }
            from = start;
        }
        return another ? SideBySide.only(all.heading(), from, to, folder) : all;
    }

    private boolean reads(int from, int to) {
        return IntStream.range(from, to).anyMatch(all.mapping().columns()::reads);
    }

    /** @param from the column of the gap, or the first column of the sheet */
    private Kind kind(int from, int to) {
        int first = IntStream.range(from, to)
                .filter(column -> !all.heading().text(column).isEmpty())
                .findFirst()
                .orElse(-1);
        boolean gap = all.heading().text(from).isEmpty() || from < part.from();
        return !gap || first < 0 || !reads(from, to) || isOfAmounts(first) || first > from && isFilled(from, first)
                ? Kind.OF_LINES
                : kind(from, to, first);
    }

    /** Nobody looks up an amount. */
    private boolean isOfAmounts(int column) {
        Synonyms.Match match = Synonyms.shipped().find(all.heading().text(column));
        return match != null
                && (match.field().isMoney() || match.field() == Field.UNITS || match.field() == Field.PAID_UNITS);
    }

    /** Whether a gap has values beside a line. */
    private boolean isFilled(int from, int to) {
        return rows.stream().anyMatch(row -> isLine(row) && hasValues(row, from, to));
    }

    private Kind kind(int from, int to, int first) {
        Set<String> values = new HashSet<>();
        int lines = 0;
        int beside = 0;
        int below = 0;
        boolean gaps = false;
        for (SourceRow row : rows) {
            boolean line = isLine(row);
            boolean filled = hasValues(row, from, to);
            lines += line ? 1 : 0;
            if (filled && (line || !hasValues(row, part.from(), part.to()))) {
                String value = Ids.of(row.cell(first));
                if (value == null || !values.add(value)) {
                    return Kind.OF_LINES;
                }
                gaps |= line && (beside < lines - 1 || below > 0);
                beside += line ? 1 : 0;
                below += line ? 0 : 1;
            }
        }
        if (values.isEmpty() || lines == 1 && beside == 1 && below == 0) {
            return Kind.OF_LINES;
        }
        boolean list = !gaps && values.size() >= SURELY_A_LIST;
        return list && (below > 0 && beside == lines || lines >= 2 * beside && below == 0)
                ? Kind.OF_ANOTHER
                : Kind.UNCERTAIN;
    }

    private boolean isLine(SourceRow row) {
        ColumnMap columns = part.mapping().columns();
        SourceRow cells = part.of(row);
        return !columns.stated(cells, Field.PROCEDURE_CODE).isBlank()
                && !columns.stated(cells, Field.SERVICE_DATE).isBlank();
    }

    private static boolean hasValues(SourceRow row, int from, int to) {
        return IntStream.range(from, to).anyMatch(column -> !row.cell(column).isBlank());
    }

    /** The headings behind the gap, for people. */
    static List<String> headings(Window all, @Nullable FileKind folder) {
        Window part = SideBySide.completeAlone(all.heading(), folder);
        List<String> headings = new ArrayList<>();
        if (part != null) {
            headings.addAll(all.heading().shown().subList(0, part.from()));
            headings.addAll(all.heading()
                    .shown()
                    .subList(part.to(), all.heading().shown().size()));
            headings.removeIf(String::isEmpty);
        }
        return headings;
    }
}
