package recon.intake;

import java.util.ArrayList;
import java.util.List;
import recon.file.InputFile;

/**
 * What was found out about one sheet.
 *
 * @param plans one a table, or one that says why the sheet is passed over
 * @param knownHeadings how many headings of a sheet that is passed over are known: how near it came to being read
 */
record SheetLayout(List<SheetPlan> plans, List<Table> tables, int knownHeadings) {

    static SheetLayout of(InputFile.Sheet sheet, List<Table> tables) {
        List<SheetPlan> plans = new ArrayList<>();
        for (Table table : tables) {
            plans.add(table.plan());
        }
        return new SheetLayout(plans, tables, 0);
    }
}
