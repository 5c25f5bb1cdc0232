package recon.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.FileKind;
import recon.file.InputFile;
import recon.file.UnreadableFileException;

/**
 * The tables of one file, found by its first rows.
 *
 * @param plans one for each sheet, in the file's order; one for each table where tables stand side by side
 * @param guess why the file is none of lines, where it is taken for one of claims' headers by its headings alone; else null
 */
record FileTables(
        FileKind kind,
        List<SheetPlan> plans,
        List<Table> tables,
        @Nullable String guess) {

    /**
     * @param folder the kind of files for which the file's folder is meant, or null where it lies in neither
     * @throws UnreadableFileException if no sheet has the required columns (naming what was looked for and what was there), if two
     *     profiles fit equally well, or if its sheets are of both kinds
     */
    static FileTables of(InputFile file, Profiles profiles, @Nullable FileKind folder) throws UnreadableFileException {
        List<SheetPlan> plans = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        SheetLayout nearest = null;
        String guess = null;
        for (SheetLayout layout : withoutNeedlessGuesses(layouts(file, profiles, folder))) {
            plans.addAll(layout.plans());
            tables.addAll(layout.tables());
            guess = guess == null ? layout.otherwise() : guess;
            nearest = nearest == null || layout.knownHeadings() > nearest.knownHeadings() ? layout : nearest;
        }
        if (tables.isEmpty()) {
            throw unreadable(file, plans, nearest);
        }
        return new FileTables(kindOf(file, tables), List.copyOf(plans), List.copyOf(tables), guess);
    }

    private static List<SheetLayout> layouts(InputFile file, Profiles profiles, @Nullable FileKind folder)
            throws UnreadableFileException {
        List<String> fixed = file.fixedHeadings();
        if (fixed != null) {
            return List.of(X12Table.of(file, fixed, folder));
        }
        List<SheetLayout> layouts = new ArrayList<>();
        for (InputFile.Sheet sheet : file.sheets()) {
            layouts.add(new SheetExaminer(file, profiles, sheet, folder).examine());
        }
        return layouts;
    }

    /** Beside lines that need no header, a sheet of a row a claim is a summary of them. */
    private static List<SheetLayout> withoutNeedlessGuesses(List<SheetLayout> layouts) {
        boolean whole = layouts.stream()
                .flatMap(layout -> layout.tables().stream())
                .anyMatch(table -> table.part() == ClaimPart.WHOLE);
        return whole ? layouts.stream().map(SheetLayout::withoutGuess).toList() : layouts;
    }

    private static UnreadableFileException unreadable(
            InputFile file, List<SheetPlan> plans, @Nullable SheetLayout nearest) {
        SheetPlan plan = nearest == null ? null : nearest.plans().get(0);
        if (!(plan instanceof SheetPlan.PassedOver passed)) {
            return new UnreadableFileException(file.name(), "holds no sheets");
        }
        String others = plans.size() > 1 ? " (and none of its other sheets can be read either)" : "";
        return new UnreadableFileException(
                file.name(),
                "cannot be read as claims or remittances: " + passed.sheet().prefix(": ") + passed.reason() + others
                        + "; correct the headings, or describe the layout in a profile");
    }

    private static FileKind kindOf(InputFile file, List<Table> tables) throws UnreadableFileException {
        Set<FileKind> kinds = EnumSet.noneOf(FileKind.class);
        for (Table table : tables) {
            kinds.add(table.kind());
        }
        if (kinds.size() > 1) {
            throw new UnreadableFileException(
                    file.name(), "holds claims and remittances: put each kind into a file of its own");
        }
        return tables.get(0).kind();
    }
}
