package recon.workbook;

import java.nio.file.Path;
import java.util.Set;

/** The sheets that people type into, and the one that keeps what they typed beside lines that have left them. */
final class WorklistSheets {

    static final String UNDERPAID = "Underpaid lines";
    static final String OVERPAID = "Overpaid lines";
    static final String DENIED = "Denied lines";
    static final String LEFT = "No longer listed";

    static final Set<String> ALL = Set.of(UNDERPAID, OVERPAID, DENIED, LEFT);

    private WorklistSheets() {}

    /** Those that a workbook has, by its name. */
    static Set<String> of(Path workbook) {
        return workbook.getFileName().toString().startsWith(DenialsWorkbook.NAME + "-")
                ? Set.of(DENIED, LEFT)
                : Set.of(UNDERPAID, OVERPAID, LEFT);
    }
}
