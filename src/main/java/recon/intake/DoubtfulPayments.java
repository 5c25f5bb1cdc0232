package recon.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.RemittanceLine;
import recon.claim.SourceRef;
import recon.file.FileNote;

/** Notices where a table's payments may not be what their columns are taken for. */
final class DoubtfulPayments {

    private static final Set<Bucket> LINES = EnumSet.of(Bucket.IN_SCOPE, Bucket.OTHER_CODES);

    /** A payer may well pay two lines more than was charged, by mistake. */
    private static final int FEWEST_ABOVE_CHARGE = 3;

    private final Table table;
    private boolean statesChecks;
    private long withoutCheck;
    private @Nullable SourceRef firstWithoutCheck;
    private long paid;
    private long aboveCharge;
    private @Nullable SourceRef firstAboveCharge;

    DoubtfulPayments(Table table) {
        this.table = table;
    }

    /** @param place of the row */
    void add(SourceRef place, ParsedRow row) {
        if (LINES.contains(row.bucket()) && row.sums().paid().isPositive()) {
            paid++;
            if (row.sums().paid().isAbove(row.sums().billed())) {
                aboveCharge++;
                firstAboveCharge = firstAboveCharge == null ? place : firstAboveCharge;
            }
        }
        if (row instanceof ParsedRow.AcceptedRemittance accepted) {
            addCheck(accepted.line());
        }
    }

    /** A denied or zero line may have no check; one that pays has, and a report may print it on the first of its lines alone. */
    private void addCheck(RemittanceLine line) {
        if (line.checkNumber() != null || line.checkDate() != null) {
            statesChecks = true;
        } else if (!line.paid().isZero()) {
            withoutCheck++;
            firstWithoutCheck = firstWithoutCheck == null ? line.source() : firstWithoutCheck;
        }
    }

    List<FileNote> closingNotes() {
        List<FileNote> notes = new ArrayList<>(0);
        if (statesChecks && firstWithoutCheck != null) {
            String lines = withoutCheck == 1
                    ? "this line has a payment"
                    : String.format(Locale.ROOT, "this line and %,d more have a payment", withoutCheck - 1);
            notes.add(
                    new FileNote.Warning(
                            firstWithoutCheck,
                            lines
                                    + " but no check number or date, which other lines here have: judged without a check in the month asked for; if the report prints a check once for its lines, fill the cells below it"));
        }
        if (firstAboveCharge != null && aboveCharge >= FEWEST_ABOVE_CHARGE && aboveCharge * 2 > paid) {
            notes.add(new FileNote.Warning(
                    firstAboveCharge,
                    String.format(
                            Locale.ROOT,
                            "this line and %,d more of %,d that are paid are paid more than was charged: column '%s' may hold what was paid for the claim or by the check; name the column of the line's payment as paid in a profile",
                            aboveCharge - 1,
                            paid,
                            table.columnName(table.columns().column(Field.PAID)))));
        }
        return notes;
    }
}
