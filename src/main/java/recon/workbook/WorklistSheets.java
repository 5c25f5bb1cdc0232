package recon.workbook;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The sheets that people type into, and the one that keeps what they typed beside lines that have left them. */
public final class WorklistSheets {

    static final String UNDERPAID = "Underpaid lines";
    static final String OVERPAID = "Overpaid lines";
    static final String DENIED = "Denied lines";
    static final String LEFT = "No longer listed";

    static final Set<String> ALL = Set.of(UNDERPAID, OVERPAID, DENIED, LEFT);

    static final String KEY = "Line key";
    static final List<String> TYPED = List.of("Owner", "Status", "Notes");

    private WorklistSheets() {}

    /**
     * Whether a row of a list is that of its headings, where all above it were not. Somebody may have put a row of their own, or an empty
     * one, above those of a worklist; of another list, they are the first row.
     *
     * @param texts the row's cells without space around them
     */
    public static boolean isHeadings(String list, Collection<String> texts) {
        return !ALL.contains(list) || texts.contains(KEY) || texts.containsAll(TYPED);
    }

    /** Those that a workbook has, by its name. */
    static Set<String> of(Path workbook) {
        return isOfDenials(workbook) ? Set.of(DENIED, LEFT) : Set.of(UNDERPAID, OVERPAID, LEFT);
    }

    static boolean isOfDenials(Path workbook) {
        return workbook.getFileName().toString().startsWith(DenialsWorkbook.NAME + "-");
    }
}
