package recon.workflow;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import recon.file.UnreadableFileException;
import recon.intake.FileIntake;
import recon.intake.ParsedGroup;
import recon.intake.RowGroup;
import recon.intake.SheetPlan;

/**
 * Reads one file, group by group. After a restart it reads from the file's beginning once more, since a total row is compared with
 * all rows above it, and hands the groups that were written before to the staging only to be counted.
 */
final class FileRows implements ItemStreamReader<FileRows.Parsed> {

    private static final String GROUPS_WRITTEN = "groupsWritten";

    /**
     * What became of a group of rows; or null for the file's end.
     *
     * @param rowsRead how many rows the reader handed out
     */
    record Parsed(@Nullable ParsedGroup group, int rowsRead) {}

    /** Opens the file at its beginning. */
    interface Opening {
        FileIntake open() throws UnreadableFileException;
    }

    private final Opening opening;
    private final FileStaging staging;
    private @Nullable FileIntake intake;
    private boolean ended;

    FileRows(Opening opening, FileStaging staging) {
        this.opening = opening;
        this.staging = staging;
    }

    @Override
    public void open(ExecutionContext context) {
        try {
            intake = opening.open();
            long written = context.getLong(GROUPS_WRITTEN, 0L);
            staging.plan(intake.plans());
            replay(written);
        } catch (UnreadableFileException e) {
            throw new ItemStreamException(e);
        }
    }

    private void replay(long written) throws UnreadableFileException {
        for (long n = 0; n < written; n++) {
            Parsed parsed = read();
            if (parsed != null) {
                staging.skip(parsed);
            }
        }
    }

    /** Rows are parsed as they are read, since a total row is compared with the rows above it. */
    @Override
    public @Nullable Parsed read() throws UnreadableFileException {
        if (ended) {
            return null;
        }
        RowGroup group = open().next();
        ended = group == null;
        return group == null
                ? new Parsed(null, 0)
                : new Parsed(open().parse(group), group.rows().size());
    }

    private FileIntake open() {
        if (intake == null) {
            throw new IllegalStateException("a file is opened before it is read");
        }
        return intake;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(GROUPS_WRITTEN, staging.groups());
    }

    @Override
    public void close() {
        if (intake != null) {
            intake.close();
        }
    }

    /** What the run's record says of how a sheet is read. */
    static String remark(SheetPlan plan) {
        String sheet = plan.sheet().prefix(": ");
        if (!(plan instanceof SheetPlan.ReadAs readAs)) {
            return sheet + plan.inWords();
        }
        String part =
                switch (readAs.part()) {
                    case WHOLE -> "";
                    case HEADERS -> "claims' headers, ";
                    case CHARGE_LINES -> "charge lines without a payer, ";
                };
        return sheet
                + part
                + plan.inWords()
                + (readAs.unknown().isEmpty()
                        ? ""
                        : "; columns read as nothing: " + String.join(", ", readAs.unknown()))
                + (readAs.note() == null ? "" : "; " + readAs.note());
    }
}
