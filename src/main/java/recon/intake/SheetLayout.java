package recon.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.file.InputFile;

/**
 * What was found out about one sheet.
 *
 * @param plans one a table, or one that says why the sheet is passed over
 * @param otherwise of claims' headers that were told by their headings alone, why the sheet is no table of lines; else null
 * @param knownHeadings how many headings of a sheet that is passed over are known: how near it came to being read
 */
record SheetLayout(
        List<SheetPlan> plans, List<Table> tables, @Nullable String otherwise, int knownHeadings) {

    static SheetLayout of(List<Table> tables) {
        List<SheetPlan> plans = new ArrayList<>();
        for (Table table : tables) {
            plans.add(table.plan());
        }
        return new SheetLayout(plans, tables, null, 0);
    }

    static SheetLayout passedOver(InputFile.Sheet sheet, String reason, int knownHeadings) {
        return new SheetLayout(List.of(new SheetPlan.PassedOver(sheet, reason)), List.of(), null, knownHeadings);
    }

    /** The same, with what was told by headings alone passed over. */
    SheetLayout withoutGuess() {
        return otherwise == null ? this : passedOver(plans.get(0).sheet(), otherwise, 0);
    }
}
