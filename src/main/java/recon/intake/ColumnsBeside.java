package recon.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import recon.claim.FileKind;
import recon.claim.Money;
import recon.file.SourceRow;

/**
 * Tells whether columns behind a column without heading and values belong to the lines, or to another table that stands beside them,
 * such as a list of reason codes with their meaning, whose rows say nothing of the lines in the same rows.
 *
 * <p>The question arises where the columns before the gap are enough for lines. {@link BlockBeside} answers it by the first rows of the
 * sheet: of a list that does not end well among them nobody can tell.
 */
final class ColumnsBeside {

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
            BlockBeside.Kind kind = kind(ends.get(i - 1), ends.get(i));
            another |= kind == BlockBeside.Kind.OF_ANOTHER;
            if (kind == BlockBeside.Kind.UNCERTAIN
                    || another && kind == BlockBeside.Kind.OF_LINES && reads(ends.get(i - 1), ends.get(i))) {
                return null;
            }
            to = another ? to : ends.get(i);
        }
        for (int i = ends.indexOf(part.to()) - 1; i >= 0; i--) {
            int start = i == 0 ? 0 : ends.get(i - 1);
            BlockBeside.Kind kind = kind(start, ends.get(i));
            if (kind != BlockBeside.Kind.OF_LINES) {
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
    private BlockBeside.Kind kind(int from, int to) {
        int first = IntStream.range(from, to)
                .filter(column -> !all.heading().text(column).isEmpty())
                .findFirst()
                .orElse(-1);
        boolean gap = all.heading().text(from).isEmpty() || from < part.from();
        return !gap || first < 0 || !reads(from, to) || isOfAmounts(first) || first > from && isFilled(from, first)
                ? BlockBeside.Kind.OF_LINES
                : kind(from, to, first);
    }

    /** Nobody looks up an amount. */
    private boolean isOfAmounts(int column) {
        Synonyms.Match match = Synonyms.shipped().find(all.heading().text(column));
        return match != null
                && (match.field().isMoney()
                        || match.field() == Field.ADJUSTMENT_AMOUNT
                        || match.field() == Field.UNITS
                        || match.field() == Field.PAID_UNITS);
    }

    /** Whether a gap has values beside a line. */
    private boolean isFilled(int from, int to) {
        return rows.stream().anyMatch(row -> isLine(row) && hasValues(row, from, to));
    }

    private BlockBeside.Kind kind(int from, int to, int first) {
        List<Integer> read = new ArrayList<>();
        List<Integer> unread = new ArrayList<>();
        List<Integer> ofAmounts = new ArrayList<>();
        for (int column = from; column < to; column++) {
            if (!reads(column, column + 1)) {
                unread.add(column);
            } else {
                (isOfAmounts(column) ? ofAmounts : read).add(column);
            }
        }
        BlockBeside block = new BlockBeside(from, to, first, read, unread, ofAmounts);
        for (SourceRow row : rows) {
            if (isLine(row)) {
                block.addLine(row, isPaid(row));
            } else if (!hasValues(row, part.from(), part.to())) {
                block.addBelow(row);
            }
        }
        return block.kind();
    }

    /** Of claims nobody can say. */
    private boolean isPaid(SourceRow row) {
        ColumnMap columns = part.mapping().columns();
        Money paid = Amounts.of(columns.cell(part.of(row), Field.PAID));
        return !columns.has(Field.PAID) || paid != null && !paid.isZero();
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
