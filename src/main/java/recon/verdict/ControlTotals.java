package recon.verdict;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.CheckTotal;
import recon.claim.FileKind;
import recon.claim.Money;
import recon.claim.RowSums;
import recon.load.StagedTotal;
import recon.verdict.ProofMapper.Tally;

/**
 * The equations that prove that no row and no cent was lost between the files and the verdicts. The two sides of each come from
 * different counts: the reader's and the tables', the matches' and the verdicts'.
 */
public final class ControlTotals {

    private final List<ControlTotal> totals = new ArrayList<>();

    private ControlTotals() {}

    /**
     * Counts of the open items of a month.
     *
     * @param before as many as the last month's closing left open
     * @param added listed now, and not open then; a line that takes the place of another is one
     * @param resolved settled now, or set aside since
     */
    public record OpenItems(long before, long added, long resolved, long now) {}

    /**
     * The counts of matches and verdicts.
     *
     * @param matchedAgain payments out of scope, judged by earlier months, that were given a claim line now
     * @param leftOnLinesAside payments that earlier months matched to a line that is set aside, and that were given none since
     * @param matchedAndJudged of all that were given a claim line now, those whose line is judged, or waits for its month
     */
    public record Verdicts(
            Tally carriedIn,
            Tally matched,
            Tally unmatched,
            Tally linesOnFile,
            Tally linesSettled,
            Tally linesJudged,
            Tally unmatchedToJudge,
            Tally unmatchedJudged,
            long matchedAgain,
            long leftOnLinesAside,
            long matchedAndJudged) {}

    public static List<ControlTotal> of(
            FileCounts counts,
            Verdicts verdicts,
            OpenItems openItems,
            List<StagedTotal> totalRows,
            List<CheckTotal> checks) {
        ControlTotals totals = new ControlTotals();
        totals.counted(
                ControlTotal.Unit.FILES,
                "Files of the run = files read to their end",
                counts.files().size(),
                counts.readToTheirEnd());
        counts.files().forEach(totals::file);
        totals.kind(counts, FileKind.CLAIMS);
        totals.kind(counts, FileKind.REMITTANCES);
        totals.payments(counts, verdicts);
        totals.verdicts(verdicts);
        totals.openItems(openItems);
        totalRows.forEach(totals::totalRow);
        checks.forEach(totals::check);
        return List.copyOf(totals.totals);
    }

    private void file(FileCounts.Counted file) {
        String name = file.source().name();
        rows("Rows read = rows in buckets: " + name, file.read().rowsRead(), file.inBuckets());
        RowSums sums = file.dollarsInBuckets();
        dollars("Billed read = billed in buckets: " + name, file.read().billed(), sums.billed());
        if (file.kind() == FileKind.REMITTANCES) {
            dollars("Allowed read = allowed in buckets: " + name, file.read().allowed(), sums.allowed());
            dollars("Paid read = paid in buckets: " + name, file.read().paid(), sums.paid());
        }
    }

    private void kind(FileCounts counts, FileKind kind) {
        long inBuckets = 0;
        for (Bucket bucket : Bucket.values()) {
            inBuckets += counts.rows(kind, bucket);
        }
        rows(
                "All " + (kind == FileKind.CLAIMS ? "claim" : "remittance")
                        + " rows read = banner + blank + repeated heading + total + joined + rejected"
                        + " + duplicate + later + judged earlier + other codes + in scope",
                counts.read(kind),
                inBuckets);
    }

    private void payments(FileCounts counts, Verdicts verdicts) {
        RowSums inScope = RowSums.NONE;
        for (FileCounts.Counted file : counts.files()) {
            if (file.kind() == FileKind.REMITTANCES) {
                inScope = inScope.plus(file.dollars().getOrDefault(Bucket.IN_SCOPE, RowSums.NONE));
            }
        }
        Tally carried = verdicts.carriedIn();
        Tally matched = verdicts.matched();
        Tally unmatched = verdicts.unmatched();
        rows(
                "Payments in scope + carried in from earlier files = matched + unmatched",
                counts.rows(FileKind.REMITTANCES, Bucket.IN_SCOPE) + carried.lines(),
                matched.lines() + unmatched.lines());
        dollars(
                "Billed of payments in scope + carried in = matched + unmatched",
                inScope.billed().toDollars().add(dollarsOf(carried.billed())),
                dollarsOf(matched.billed()).add(dollarsOf(unmatched.billed())));
        dollars(
                "Allowed of payments in scope + carried in = matched + unmatched",
                inScope.allowed().toDollars().add(dollarsOf(carried.allowed())),
                dollarsOf(matched.allowed()).add(dollarsOf(unmatched.allowed())));
        dollars(
                "Paid of payments in scope + carried in = matched + unmatched",
                inScope.paid().toDollars().add(dollarsOf(carried.paid())),
                dollarsOf(matched.paid()).add(dollarsOf(unmatched.paid())));
    }

    private void verdicts(Verdicts verdicts) {
        Tally onFile = verdicts.linesOnFile();
        Tally settled = verdicts.linesSettled();
        Tally judged = verdicts.linesJudged();
        rows(
                "Claim lines on file = settled earlier, without a new payment + with a verdict",
                onFile.lines(),
                settled.lines() + judged.lines());
        dollars(
                "Billed of claim lines on file = settled earlier + with a verdict",
                dollarsOf(onFile.billed()),
                dollarsOf(settled.billed()).add(dollarsOf(judged.billed())));
        Tally unmatched = verdicts.unmatchedToJudge();
        Tally told = verdicts.unmatchedJudged();
        rows("Payments without a claim line = lines with verdict UNMATCHED", unmatched.lines(), told.lines());
        dollars(
                "Paid on payments without a claim line = paid on lines with verdict UNMATCHED",
                dollarsOf(unmatched.paid()),
                dollarsOf(told.paid()));
        rows(
                "Payments matched = payments whose claim line is judged, or is of a later month",
                verdicts.matched().lines() + verdicts.matchedAgain() + verdicts.leftOnLinesAside(),
                verdicts.matchedAndJudged());
    }

    private void openItems(OpenItems items) {
        rows(
                "Open claim lines at the start + added - resolved = open at the end",
                items.before() + items.added() - items.resolved(),
                items.now());
    }

    private void totalRow(StagedTotal total) {
        dollars(
                "Total row, column '" + total.columnName() + "' = our sum: " + total.source(),
                total.stated(),
                total.ours());
    }

    private void check(CheckTotal check) {
        dollars(
                "Claims paid less provider-level adjustments = deposit of check " + orNone(check.checkNumber()) + ": "
                        + check.source(),
                check.comesTo(),
                check.stated());
    }

    private static String orNone(@Nullable String number) {
        return number == null ? "(no number)" : number;
    }

    private void rows(String equation, long left, long right) {
        counted(ControlTotal.Unit.ROWS, equation, left, right);
    }

    private void counted(ControlTotal.Unit unit, String equation, long left, long right) {
        totals.add(new ControlTotal(equation, unit, BigDecimal.valueOf(left), BigDecimal.valueOf(right)));
    }

    private void dollars(String equation, Money left, Money right) {
        dollars(equation, left.toDollars(), right.toDollars());
    }

    private void dollars(String equation, BigDecimal left, BigDecimal right) {
        totals.add(new ControlTotal(equation, ControlTotal.Unit.DOLLARS, left, right));
    }

    /** Sums of cents come from the database as decimals, or null over no rows. */
    private static BigDecimal dollarsOf(@Nullable BigDecimal cents) {
        return cents == null
                ? BigDecimal.ZERO.setScale(2)
                : cents.movePointLeft(2).setScale(2);
    }
}
