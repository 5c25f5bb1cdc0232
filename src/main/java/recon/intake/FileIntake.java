package recon.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.file.FileNote;
import recon.file.InputFile;
import recon.file.UnreadableFileException;

/**
 * Reads one file from its first row to its last: {@link #next} and {@link #parse} in turn, in order and by one thread, since a
 * total row is compared with the rows above it. A group that was not parsed before the next one is asked for is counted all the same,
 * so that a restart may pass over the groups it already has.
 */
public final class FileIntake implements AutoCloseable {

    private final InputFile file;
    private final FileKind kind;
    private final List<SheetPlan> plans;
    private final ArrayDeque<Table> tablesLeft;
    private List<FileNote> fileNotes;
    private @Nullable TableReader reader;
    private @Nullable GroupParser parser;
    private @Nullable RowGroup unparsed;

    private FileIntake(InputFile file, FileKind kind, List<SheetPlan> plans, List<Table> tables) {
        this.file = file;
        this.kind = kind;
        this.plans = List.copyOf(plans);
        this.tablesLeft = new ArrayDeque<>(tables);
        this.fileNotes = file.notes();
    }

    /**
     * Finds out how each sheet is to be read.
     *
     * @throws UnreadableFileException if no sheet has the required columns (naming what was looked for and what was there), if two
     *     profiles fit equally well, or if its sheets are of both kinds
     */
    public static FileIntake of(InputFile file, Profiles profiles) throws UnreadableFileException {
        List<SheetPlan> plans = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        SheetLayout nearest = null;
        for (SheetLayout layout : layouts(file, profiles)) {
            plans.addAll(layout.plans());
            tables.addAll(layout.tables());
            nearest = nearest == null || layout.knownHeadings() > nearest.knownHeadings() ? layout : nearest;
        }
        if (tables.isEmpty()) {
            throw unreadable(file, plans, nearest);
        }
        return new FileIntake(file, kindOf(file, tables), plans, tables);
    }

    private static List<SheetLayout> layouts(InputFile file, Profiles profiles) throws UnreadableFileException {
        List<String> fixed = file.fixedHeadings();
        if (fixed != null) {
            return List.of(X12Table.of(file, fixed));
        }
        List<SheetLayout> layouts = new ArrayList<>();
        for (InputFile.Sheet sheet : file.sheets()) {
            layouts.add(new SheetExaminer(file, profiles, sheet).examine());
        }
        return layouts;
    }

    private static UnreadableFileException unreadable(
            InputFile file, List<SheetPlan> plans, @Nullable SheetLayout nearest) {
        SheetPlan plan = nearest == null ? null : nearest.plans().get(0);
        if (!(plan instanceof SheetPlan.PassedOver passed)) {
            return new UnreadableFileException(file.name(), "holds no sheets");
        }
        String name = passed.sheet().name();
        String sheet = name == null ? "" : "sheet '" + name + "': ";
        String others = plans.size() > 1 ? " (and none of its other sheets can be read either)" : "";
        return new UnreadableFileException(
                file.name(),
                "cannot be read as claims or remittances: " + sheet + passed.reason() + others
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

    public FileKind kind() {
        return kind;
    }

    /** One for each sheet of the file, in its order; one for each table where tables stand side by side. */
    public List<SheetPlan> plans() {
        return plans;
    }

    /** The next rows that belong together, or null at the end of the file; the last group may hold notes and no rows. */
    public @Nullable RowGroup next() throws UnreadableFileException {
        if (unparsed != null) {
            parse(unparsed);
        }
        while (reader != null || !tablesLeft.isEmpty()) {
            TableReader open = reader == null ? open(tablesLeft.remove()) : reader;
            RowGroup group = open.next();
            if (group != null) {
                unparsed = withFileNotes(group);
                return unparsed;
            }
            open.close();
            reader = null;
        }
        return null;
    }

    private TableReader open(Table table) throws UnreadableFileException {
        TableReader opened = new TableReader(table, file.open(table.plan().sheet()));
        reader = opened;
        parser = new GroupParser(table);
        return opened;
    }

    /** What holds for the file as a whole stands with its first group. */
    private RowGroup withFileNotes(RowGroup group) {
        if (fileNotes.isEmpty()) {
            return group;
        }
        List<FileNote> notes = new ArrayList<>(fileNotes);
        notes.addAll(group.notes());
        fileNotes = List.of();
        return new RowGroup(group.sheetPlan(), group.rows(), notes);
    }

    /**
     * Reads a group: one parsed row for each of its rows.
     *
     * @throws IllegalArgumentException if it is not the group that {@link #next} gave last
     */
    @SuppressWarnings("ReferenceEquality")
    public ParsedGroup parse(RowGroup group) {
        if (group != unparsed) {
            throw new IllegalArgumentException("groups are parsed in turn, each before the next is asked for");
        }
        unparsed = null;
        return Objects.requireNonNull(parser).parse(group);
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
        file.close();
    }
}
