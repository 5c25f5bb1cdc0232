package recon.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * Columns behind a gap: tells by what their rows hold whether they are the lines' own or a list that stands beside the lines.
 *
 * <p>A list says nothing twice: what is read of one of its rows, but for amounts, stands in no other. Words that are not read explain
 * it, and a row of such words alone goes on with the row above. It begins right below the headings and leaves no row out. So a row that
 * comes again as it was makes the columns the lines' own, and so does an amount beside a line; so do codes or first values that come
 * again, unless their rows stand as those of a list do: on below all lines, or ending before the lines do. A list has three codes at
 * least. One that ends before the lines has as many lines below it, and a paid one beside it, since a report may begin with the lines
 * that are denied.
 */
final class BlockBeside {

    private static final int SURELY_A_LIST = 3;
    private static final int LETTERS_OF_WORD = 3;

    enum Kind {
        OF_LINES,
        OF_ANOTHER,
        UNCERTAIN
    }

    private final int from;
    private final int to;
    private final int first;
    private final List<Integer> read;
    private final List<Integer> unread;
    private final List<Integer> ofAmounts;

    private final Set<String> firsts = new HashSet<>();
    private final Set<List<String>> codes = new HashSet<>();
    private final Set<List<List<String>>> entries = new HashSet<>();
    private @Nullable List<String> above;
    private int lines;
    private int beside;
    private int below;
    private boolean gaps;
    private boolean firstComesAgain;
    private boolean codeComesAgain;
    private boolean rowComesAgain;
    private boolean explained = true;
    private boolean besidePaid;
    private boolean amounts;

    /**
     * @param first the first column with a heading
     * @param read the columns that are read, but for those of amounts
     * @param unread the columns that are not
     * @param ofAmounts those of amounts that are read
     */
    BlockBeside(int from, int to, int first, List<Integer> read, List<Integer> unread, List<Integer> ofAmounts) {
        this.from = from;
        this.to = to;
        this.first = first;
        this.read = read;
        this.unread = unread;
        this.ofAmounts = ofAmounts;
    }

    /** Takes up a line, paid or not, whatever it has in the block. */
    void addLine(SourceRow row, boolean paid) {
        lines++;
        if (hasValues(row)) {
            gaps |= beside < lines - 1 || below > 0;
            beside++;
            besidePaid |= paid;
            amounts |= ofAmounts.stream().anyMatch(column -> !row.cell(column).isBlank());
            add(row);
        }
    }

    /** Takes up a row that has nothing in the columns of the lines. */
    void addBelow(SourceRow row) {
        if (hasValues(row)) {
            below++;
            add(row);
        }
    }

    private void add(SourceRow row) {
        List<String> code = texts(row, read);
        List<String> words = texts(row, unread);
        if (code.stream().allMatch(String::isEmpty)) {
            gaps |= codes.isEmpty();
            rowComesAgain |= words.equals(above);
            above = words;
        } else {
            String value = Ids.of(row.cell(first));
            firstComesAgain |= value == null || !firsts.add(value);
            codeComesAgain |= !codes.add(code);
            rowComesAgain |= !entries.add(List.of(code, words));
            explained &= unread.stream().anyMatch(column -> isOfWords(row.cell(column)));
            above = null;
        }
    }

    Kind kind() {
        boolean one = lines == 1 && beside == 1 && below == 0;
        if (codes.isEmpty() || one || rowComesAgain || amounts) {
            return Kind.OF_LINES;
        }
        boolean shorter = !gaps && below == 0 && beside < lines;
        boolean longer = !gaps && below > 0 && beside == lines;
        if (codeComesAgain || firstComesAgain) {
            return shorter || longer ? Kind.UNCERTAIN : Kind.OF_LINES;
        }
        boolean endsBefore = shorter && explained && besidePaid && lines >= 2 * beside;
        return codes.size() >= SURELY_A_LIST && (longer || endsBefore) ? Kind.OF_ANOTHER : Kind.UNCERTAIN;
    }

    private boolean hasValues(SourceRow row) {
        return IntStream.range(from, to).anyMatch(column -> !row.cell(column).isBlank());
    }

    private static List<String> texts(SourceRow row, List<Integer> columns) {
        return columns.stream().map(column -> text(row.cell(column))).toList();
    }

    private static String text(Cell cell) {
        String id = Ids.of(cell);
        return id != null ? id : cell.isBlank() ? "" : cell.toString();
    }

    private static boolean isOfWords(Cell cell) {
        int letters = 0;
        String text = cell instanceof Cell.Text own ? own.text() : "";
        for (int i = 0; i < text.length() && letters < LETTERS_OF_WORD; i++) {
            letters = Characters.isLetter(text.charAt(i)) ? letters + 1 : 0;
        }
        return letters == LETTERS_OF_WORD;
    }
}
