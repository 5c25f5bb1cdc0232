package recon.intake;

import java.util.List;
import java.util.Locale;
import recon.file.Cell;
import recon.file.SourceRow;

/** The labels of total rows: texts that begin or end with total, subtotal or the like. */
final class TotalLabel {

    private static final List<String> BEGINNINGS =
            List.of("total", "subtotal", "sub-total", "sub total", "grand total", "page total", "report total", "sum ");

    private static final List<String> OF_CLAIM = List.of("claim", "patient", "account", "member", "encounter", "visit");

    private static final int LONGEST = 80;

    private TotalLabel() {}

    static boolean is(Cell cell) {
        if (!(cell instanceof Cell.Text text) || text.text().length() > LONGEST) {
            return false;
        }
        String label = label(text.text());
        return BEGINNINGS.stream().anyMatch(label::startsWith) || endsAsOne(label);
    }

    /** Whether a label says nothing beside what it totals, as a remark such as "Total claim denied" does. */
    static boolean isPlain(Cell cell) {
        String label = cell instanceof Cell.Text text ? label(text.text()) : "";
        return is(cell) && (endsAsOne(label) || BEGINNINGS.contains(label) || label.equals("totals"));
    }

    /** Whether a label is that of a claim or patient, and so nobody's name. */
    static boolean isOfClaim(Cell cell) {
        String label = cell instanceof Cell.Text text ? label(text.text()) : "";
        return is(cell) && endsAsOne(label) && OF_CLAIM.stream().anyMatch(label::startsWith);
    }

    static boolean standsIn(SourceRow row) {
        return row.cells().stream().anyMatch(TotalLabel::is);
    }

    static boolean isOfSubtotal(SourceRow row) {
        for (Cell cell : row.cells()) {
            if (cell instanceof Cell.Text text) {
                String label = label(text.text());
                if (label.startsWith("sub") || label.startsWith("page total")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean endsAsOne(String label) {
        return label.endsWith(" total") || label.endsWith(" totals");
    }

    private static String label(String text) {
        String label = Characters.strip(text).toLowerCase(Locale.ROOT);
        return label.endsWith(":") ? Characters.strip(label.substring(0, label.length() - 1)) : label;
    }
}
