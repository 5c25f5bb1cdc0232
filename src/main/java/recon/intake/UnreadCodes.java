package recon.intake;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * Finds a column that is not read although it holds procedure codes, since its heading is not known.
 *
 * <p>Five digits may be a chart number or a ZIP code too. So a column holds codes where one cell is 96372, where most are codes that
 * hardly are anything else (visits, injections and infusions, drugs), or where all are codes in shape and the heading speaks of them.
 */
final class UnreadCodes {

    private static final Pattern INJECTION = Pattern.compile("96372(?![0-9A-Za-z]).*", Pattern.DOTALL);

    private static final Pattern USUAL = Pattern.compile("99[2-4]\\d\\d|963[67]\\d|[Jj]\\d{4}");

    private static final Pattern OF_CODES = Pattern.compile(".*(code|cpt|hcpc|proc|svc|service).*");

    private static final Pattern OF_OTHERS =
            Pattern.compile(".*(zip|postal|payer|plan|insur|provider|location|facility|dx|diag).*");

    /** Numbers of places may have five digits too, as may the code of a "Service Center"; a code among usual ones still is one. */
    private static final Pattern OF_PLACES = Pattern.compile(".*(cent(er|re)|site|clinic|department|dept).*");

    private UnreadCodes() {}

    /**
     * The first such column, or -1.
     *
     * @param rows those below the headings
     */
    static int find(ColumnMap columns, List<SourceRow> rows) {
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        return IntStream.range(0, width)
                .filter(column -> !columns.reads(column) && holdsCodes(columns.heading(column), column, rows))
                .findFirst()
                .orElse(-1);
    }

    private static boolean holdsCodes(String heading, int column, List<SourceRow> rows) {
        String key = HeadingText.key(heading);
        if (OF_OTHERS.matcher(key).matches()) {
            return false;
        }
        int filled = 0;
        int codes = 0;
        int usual = 0;
        boolean injection = false;
        for (SourceRow row : rows) {
            Cell cell = row.cell(column);
            if (!cell.isBlank()) {
                CodeText code = CodeText.of(cell);
                String bare = code == null || !CodeText.isBare(code.code().code())
                        ? ""
                        : code.code().code();
                filled++;
                codes += bare.isEmpty() ? 0 : 1;
                usual += USUAL.matcher(bare).matches() ? 1 : 0;
                injection |= isInjection(cell);
            }
        }
        boolean speaksOfCodes =
                OF_CODES.matcher(key).matches() && !OF_PLACES.matcher(key).matches();
        boolean named = speaksOfCodes && filled > 0 && codes == filled;
        return injection || named || 2 * usual > filled;
    }

    private static boolean isInjection(Cell cell) {
        return cell instanceof Cell.Text text
                ? INJECTION.matcher(Characters.strip(text.text())).matches()
                : cell instanceof Cell.Number number
                        && INJECTION.matcher(number.stored()).matches();
    }
}
