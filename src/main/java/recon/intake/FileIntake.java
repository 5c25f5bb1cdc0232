package recon.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import recon.claim.FileKind;
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
    private final FileTables tables;
    private final ClaimJoin join;
    private final ArrayDeque<Table> tablesLeft;
    private List<FileNote> fileNotes;
    private @Nullable TableReader reader;
    private @Nullable GroupParser parser;
    private @Nullable RowGroup unparsed;

    private FileIntake(InputFile file, FileTables tables, ClaimJoin join) {
        this.file = file;
        this.tables = tables;
        this.join = join;
        this.tablesLeft = new ArrayDeque<>(tables.tables());
        this.fileNotes = file.notes();
    }

    /**
     * Finds out how each sheet is to be read, each file by itself, wherever it lies.
     *
     * @throws UnreadableFileException as the other does
     */
    public static FileIntake of(InputFile file, Profiles profiles) throws UnreadableFileException {
        return of(file, profiles, ClaimJoin.NONE, null);
    }

    /**
     * Finds out how each sheet is to be read. Where that fails, the file is closed.
     *
     * @param join what the run's other files say of this one's claims
     * @param folder the kind of files for which the folder is meant in which it lies, or null where it lies in neither
     * @throws UnreadableFileException if no sheet has the required columns (naming what was looked for and what was there), if two
     *     profiles fit equally well, or if its sheets are of both kinds
     */
    public static FileIntake of(InputFile file, Profiles profiles, ClaimJoin join, @Nullable FileKind folder)
            throws UnreadableFileException {
        try {
            return new FileIntake(file, FileTables.of(file, profiles, folder), join);
        } catch (UnreadableFileException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    public FileKind kind() {
        return tables.kind();
    }

    /** Whether rows of claims' headers are among its rows. */
    public boolean holdsHeaders() {
        return tables.tables().stream().anyMatch(table -> table.part() == ClaimPart.HEADERS);
    }

    /** Why the file is none of lines, where it is taken for one of claims' headers by its headings alone; else null. */
    public @Nullable String guess() {
        return tables.guess();
    }

    /** One for each sheet of the file, in its order; one for each table where tables stand side by side. */
    public List<SheetPlan> plans() {
        return tables.plans();
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
            RowGroup closing = Objects.requireNonNull(parser).close();
            if (closing != null) {
                unparsed = withFileNotes(closing);
                return unparsed;
            }
        }
        return null;
    }

    private TableReader open(Table table) throws UnreadableFileException {
        RowSorter sorter = new RowSorter(table);
        ChecksAbove checksAbove = new ChecksAbove(table);
        TableReader opened = new TableReader(
                table, sorter, checksAbove, file.name(), file.open(table.plan().sheet()));
        reader = opened;
        parser = new GroupParser(table, sorter, checksAbove, join);
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
