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

    /** The counts of matches and verdicts. */
    public record Verdicts(
            Payments payments, ClaimLines claimLines, WithoutClaimLine withoutClaimLine, Matched matched) {}

    /**
     * Payments in scope by what the matching came to.
     *
     * @param carriedIn those of earlier months' files
     */
    public record Payments(Tally carriedIn, Tally matched, Tally unmatched) {

        private void balance(FileCounts counts, ControlTotals totals) {
            RowSums inScope = RowSums.NONE;
            for (FileCounts.Counted file : counts.files()) {
                if (file.kind() == FileKind.REMITTANCES) {
                    inScope = inScope.plus(file.dollars().getOrDefault(Bucket.IN_SCOPE, RowSums.NONE));
                }
            }
            totals.rows(
                    "Payments in scope + carried in from earlier files = matched + unmatched",
                    counts.rows(FileKind.REMITTANCES, Bucket.IN_SCOPE) + carriedIn.lines(),
                    matched.lines() + unmatched.lines());
            totals.dollars(
                    "Billed of payments in scope + carried in = matched + unmatched",
                    inScope.billed().toDollars().add(dollarsOf(carriedIn.billed())),
                    dollarsOf(matched.billed()).add(dollarsOf(unmatched.billed())));
            totals.dollars(
                    "Allowed of payments in scope + carried in = matched + unmatched",
                    inScope.allowed().toDollars().add(dollarsOf(carriedIn.allowed())),
                    dollarsOf(matched.allowed()).add(dollarsOf(unmatched.allowed())));
            totals.dollars(
                    "Paid of payments in scope + carried in = matched + unmatched",
                    inScope.paid().toDollars().add(dollarsOf(carriedIn.paid())),
                    dollarsOf(matched.paid()).add(dollarsOf(unmatched.paid())));
        }
    }

    /** Claim lines on file by what the run says of them. */
    public record ClaimLines(Tally onFile, Tally settledEarlier, Tally judged) {

        private void balance(ControlTotals totals) {
            totals.rows(
                    "Claim lines on file = settled earlier, without a new payment + with a verdict",
                    onFile.lines(),
                    settledEarlier.lines() + judged.lines());
            totals.dollars(
                    "Billed of claim lines on file = settled earlier + with a verdict",
                    dollarsOf(onFile.billed()),
                    dollarsOf(settledEarlier.billed()).add(dollarsOf(judged.billed())));
        }
    }

    /** Payments without a claim line, in scope or not, by the matches and by the verdicts. */
    public record WithoutClaimLine(Tally matches, Tally verdicts) {

        private void balance(ControlTotals totals) {
            totals.rows(
                    "Payments without a claim line = lines with verdict UNMATCHED", matches.lines(), verdicts.lines());
            totals.dollars(
                    "Paid on payments without a claim line = paid on lines with verdict UNMATCHED",
                    dollarsOf(matches.paid()),
                    dollarsOf(verdicts.paid()));
        }
    }

    /**
     * Payments with a claim line, beside those in scope.
     *
     * @param again out of scope, judged by earlier months, that were given a claim line now
     * @param leftOnLinesAside those that earlier months matched to a line that is set aside, and that were given none since
     * @param judged of all that were given a claim line now, those whose line is judged, or waits for its month
     */
    public record Matched(long again, long leftOnLinesAside, long judged) {

        private void balance(Payments inScope, ControlTotals totals) {
            totals.rows(
                    "Payments matched = payments whose claim line is judged, or is of a later month",
                    inScope.matched().lines() + again + leftOnLinesAside,
                    judged);
        }
    }

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
        verdicts.payments().balance(counts, totals);
        verdicts.claimLines().balance(totals);
        verdicts.withoutClaimLine().balance(totals);
        verdicts.matched().balance(verdicts.payments(), totals);
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
