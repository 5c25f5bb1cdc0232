package recon.intake;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.claim.RemittanceLine;
import recon.claim.SourceRef;
import recon.file.FileNote;
import recon.file.SourceRow;

/**
 * Gives the lines of a remittance that has no column for it the check that is stated above them: in the report's title, or at the head of
 * a section, until another one is stated. Where lines stand above the first one, checks may be stated below their lines, and none is
 * given.
 */
final class ChecksAbove {

    private static final Set<Bucket> LINES = EnumSet.of(Bucket.IN_SCOPE, Bucket.OTHER_CODES, Bucket.JOINED);

    private final Table table;
    private final boolean ofNumbers;
    private final boolean ofDates;

    /** What holds for the next line. */
    private StatedCheck above = StatedCheck.NONE;

    private StatedCheck title = StatedCheck.NONE;

    /** What rows without a line between them state, and what held before the first of them. */
    private StatedCheck head = StatedCheck.NONE;

    private StatedCheck beforeHead = StatedCheck.NONE;
    private @Nullable SourceRef first;
    private long given;
    private boolean lineRead;
    private boolean lineReadSinceHead;

    ChecksAbove(Table table) {
        this.table = table;
        boolean ofLines = table.kind() == FileKind.REMITTANCES && !table.isX12();
        this.ofNumbers = ofLines && lacks(Field.CHECK_NUMBER);
        this.ofDates = ofLines && lacks(Field.CHECK_DATE);
    }

    private boolean lacks(Field field) {
        return !table.columns().has(field) && table.columns().constant(field).isBlank();
    }

    /** Whether a row that is no line states a check for the lines below it. */
    boolean isStatedIn(SourceRow row) {
        return !statedIn(row).equals(StatedCheck.NONE);
    }

    private StatedCheck statedIn(SourceRow row) {
        if (!ofNumbers && !ofDates) {
            return StatedCheck.NONE;
        }
        StatedCheck stated = StatedCheck.of(row, table);
        return new StatedCheck(ofNumbers ? stated.number() : null, ofDates ? stated.date() : null);
    }

    /** To be called with each row in turn. Gives the row, a line with the check above it. */
    ParsedRow take(SourceRow row, ParsedRow parsed) {
        if (parsed.bucket() == Bucket.BANNER) {
            note(row);
        } else if (LINES.contains(parsed.bucket())) {
            lineRead = true;
            lineReadSinceHead = true;
            if (parsed instanceof ParsedRow.AcceptedRemittance accepted && !above.equals(StatedCheck.NONE)) {
                given++;
                return new ParsedRow.AcceptedRemittance(withCheck(accepted.line()), accepted.sums());
            }
        }
        return parsed;
    }

    private void note(SourceRow row) {
        StatedCheck stated = statedIn(row);
        boolean belowLines = lineRead && first == null;
        if (stated.equals(StatedCheck.NONE) || belowLines) {
            return;
        }
        first = first == null ? row.place() : first;
        if (row.place().number() <= table.lastHeadingRow()) {
            title = title.with(stated);
        }
        if (lineReadSinceHead) {
            beforeHead = above;
            head = StatedCheck.NONE;
            lineReadSinceHead = false;
        }
        head = head.with(stated);
        above = (head.isAnotherThan(beforeHead) ? ofAllChecks() : beforeHead).with(head);
    }

    /** A title without a number states the date of all checks. */
    private StatedCheck ofAllChecks() {
        return title.number() == null ? title : StatedCheck.NONE;
    }

    private RemittanceLine withCheck(RemittanceLine line) {
        return line.withCheck(
                ofNumbers ? above.number() : line.checkNumber(), ofDates ? above.date() : line.checkDate());
    }

    /** What a person should know of it when all rows are read; null where no line was given a check. */
    @Nullable
    FileNote closingNote() {
        if (first == null || given == 0) {
            return null;
        }
        String whose = given == 1 ? "the 96372 line" : String.format(Locale.ROOT, "%,d lines of 96372", given);
        return new FileNote.Remark(
                first,
                "the check that is stated here, or in a row like this one further down, is taken for %s below it, since no column states it"
                        .formatted(whose));
    }
}
