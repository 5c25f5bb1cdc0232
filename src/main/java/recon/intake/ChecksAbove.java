package recon.intake;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
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
 * a section, until another one is stated.
 *
 * <p>A wrong check puts a line into another month. So a head that names two checks, or one that cannot be read, gives none; and where
 * lines stand above the first number, checks may be stated below their lines, and no number is given.
 */
final class ChecksAbove {

    private static final Set<Bucket> LINES = EnumSet.of(Bucket.IN_SCOPE, Bucket.OTHER_CODES, Bucket.JOINED);

    private final Table table;
    private final boolean ofNumbers;
    private final boolean ofDates;
    private final Set<StatedCheck> datesOfTitle = new HashSet<>();

    /** What holds for the next line. */
    private @Nullable String number;

    private @Nullable LocalDate date;
    private Head head = new Head(null, null);
    private @Nullable LocalDate dateOfTitle;
    private boolean titleLabelled;
    private @Nullable SourceRef first;
    private long given;
    private @Nullable SourceRef firstInDoubt;
    private boolean inDoubt;
    private long notGiven;
    private boolean lineRead;
    private boolean lineReadSinceHead;
    private boolean numberRead;

    /** What rows without a line between them state, and what held before the first of them. */
    private static final class Head {
        private final @Nullable String numberBefore;
        private final @Nullable LocalDate dateBefore;
        private boolean labelled;
        private @Nullable String number;
        private @Nullable LocalDate dateOfNumber;
        private @Nullable LocalDate dateAlone;
        private boolean severalNumbers;
        private boolean severalDates;

        Head(@Nullable String numberBefore, @Nullable LocalDate dateBefore) {
            this.numberBefore = numberBefore;
            this.dateBefore = dateBefore;
        }

        void add(StatedCheck stated) {
            severalNumbers |=
                    stated.labelled() && (stated.number() == null || number != null && !number.equals(stated.number()));
            labelled |= stated.labelled();
            number = stated.number() == null ? number : stated.number();
            severalDates |= stated.endsSpan() && dateAlone != null;
            if (stated.date() != null) {
                LocalDate before = stated.labelled() ? dateOfNumber : dateAlone;
                severalDates |= before != null && !before.equals(stated.date());
                dateOfNumber = stated.labelled() ? stated.date() : dateOfNumber;
                dateAlone = stated.labelled() ? dateAlone : stated.date();
            }
        }

        @Nullable
        String numberBelow() {
            return severalNumbers ? null : labelled ? number : numberBefore;
        }

        /** @param ofAll the date of all checks, or null */
        @Nullable
        LocalDate dateBelow(@Nullable LocalDate ofAll) {
            if (severalDates || severalNumbers) {
                return null;
            }
            if (dateOfNumber != null || dateAlone != null) {
                return dateOfNumber != null ? dateOfNumber : dateAlone;
            }
            boolean another = labelled && numberBefore != null && !numberBefore.equals(number);
            return another ? ofAll : dateBefore;
        }

        boolean isInDoubt() {
            return severalNumbers || severalDates;
        }
    }

    ChecksAbove(Table table) {
        this.table = table;
        boolean ofLines = table.kind() == FileKind.REMITTANCES && !table.isX12();
        this.ofNumbers = ofLines && lacks(Field.CHECK_NUMBER);
        this.ofDates = ofLines && lacks(Field.CHECK_DATE);
    }

    private boolean lacks(Field field) {
        return !table.columns().has(field) && table.columns().constant(field).isBlank();
    }

    /** Whether a row that is no line states another check than the one that holds for the lines above it. */
    boolean changesAt(SourceRow row) {
        if (!ofNumbers && !ofDates || isHeading(row)) {
            return false;
        }
        StatedCheck stated = StatedCheck.of(row, table);
        boolean another = stated.labelled() && !Objects.equals(stated.number(), number)
                || stated.date() != null && !stated.date().equals(date);
        return another && isHead(stated);
    }

    /** Not a title that a page repeats, and not the first one below lines. */
    private boolean isHead(StatedCheck stated) {
        boolean belowLines = lineRead && (stated.labelled() ? !numberRead : first == null);
        return !stated.isNone() && !belowLines && !(lineRead && datesOfTitle.contains(stated));
    }

    /** To be called with each row in turn. Gives the row, a line with the check above it. */
    ParsedRow take(SourceRow row, ParsedRow parsed) {
        if (!LINES.contains(parsed.bucket())) {
            // a line with a fault may speak of a check in its notes
            if (parsed.bucket() != Bucket.REJECTED || StatedCheck.beginsWithLabel(row)) {
                note(row);
            }
            return parsed;
        }
        lineRead = true;
        lineReadSinceHead = true;
        if (!(parsed instanceof ParsedRow.AcceptedRemittance accepted)) {
            return parsed;
        }
        notGiven += inDoubt ? 1 : 0;
        if (number == null && date == null) {
            return parsed;
        }
        given++;
        return new ParsedRow.AcceptedRemittance(withCheck(accepted.line()), accepted.sums());
    }

    private boolean isHeading(SourceRow row) {
        return table.headingKeys().contains(RowText.heading(row, table.columns()));
    }

    private void note(SourceRow row) {
        if (!ofNumbers && !ofDates || isHeading(row)) {
            return;
        }
        StatedCheck stated = StatedCheck.of(row, table);
        if (!isHead(stated)) {
            return;
        }
        numberRead |= stated.labelled();
        first = first == null ? row.place() : first;
        if (lineReadSinceHead) {
            head = new Head(number, date);
            lineReadSinceHead = false;
        }
        head.add(stated);
        if (row.place().number() <= table.lastHeadingRow()) {
            titleLabelled |= stated.labelled();
            dateOfTitle = stated.date() == null ? dateOfTitle : stated.date();
            datesOfTitle.addAll(stated.labelled() ? Set.of() : Set.of(stated));
        }
        number = head.numberBelow();
        date = head.dateBelow(titleLabelled ? null : dateOfTitle);
        inDoubt = head.isInDoubt();
        firstInDoubt = inDoubt && firstInDoubt == null ? row.place() : firstInDoubt;
    }

    private RemittanceLine withCheck(RemittanceLine line) {
        return line.withCheck(ofNumbers ? number : line.checkNumber(), ofDates ? date : line.checkDate());
    }

    /** What a person should know of it when all rows are read; null where no line was given a check. */
    @Nullable
    FileNote closingNote() {
        if (firstInDoubt != null && notGiven > 0) {
            return new FileNote.Warning(
                    firstInDoubt,
                    "more than one check or day is stated here, or a check whose number cannot be read: %s below it %s judged without it, in the month asked for; put check number and date into columns of their own"
                            .formatted(lines(notGiven), notGiven == 1 ? "is" : "are"));
        }
        if (first == null || given == 0) {
            return null;
        }
        return new FileNote.Remark(
                first,
                "the check that is stated here, or in a row like this one further down, is taken for %s below it, since no column states it"
                        .formatted(lines(given)));
    }

    private static String lines(long count) {
        return count == 1 ? "the 96372 line" : String.format(Locale.ROOT, "%,d lines of 96372", count);
    }
}
