package recon.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.Money;
import recon.claim.Rejection;
import recon.verdict.ControlTotal;
import recon.verdict.Finding;
import recon.verdict.ToldAdjustment;

/** The columns of the reconciliation workbook's sheets. */
final class ReconciliationColumns {

    private ReconciliationColumns() {}

    /** {@code Control totals}. */
    static List<Column<ControlTotal>> controlTotals() {
        return List.of(
                Column.sentences("Equation", 80, "What must be equal", ControlTotal::equation),
                Column.count("Left", 18, "The equation's left side: files, rows or dollars", c -> counted(c, c.left())),
                Column.count(
                        "Right", 18, "The equation's right side, counted independently", c -> counted(c, c.right())),
                Column.count("Difference", 16, "Left less right", c -> counted(c, c.difference())),
                Column.text("Result", 10, "OK where there is no difference", c -> c.ties() ? "OK" : "NOT OK"),
                Column.text("Unit", 10, "What both sides count", c -> c.unit().word()));
    }

    /** {@code All lines}. */
    static List<Column<Finding>> allLines() {
        List<Column<Finding>> columns = new ArrayList<>();
        columns.add(Column.text(
                "Verdict", 16, "Exactly one for each line", f -> f.verdict().name()));
        columns.addAll(subject());
        columns.add(Column.money(
                "Billed", "Charge of the claim line", f -> f.amounts().billed()));
        columns.add(Column.money("Allowed", "What the payer allowed for all units", f -> f.amounts()
                .allowed()));
        columns.add(Column.text("Allowed from", 14, "How the allowed amount is known", f -> f.amounts()
                .allowedFrom()));
        columns.add(Column.money(
                "Paid", "Net of all payments; what is taken back at provider level is not off it", f -> f.amounts()
                        .paid()));
        columns.add(Column.money("Patient share", "Deductible, co-insurance and co-payment", f -> f.amounts()
                .patientShare()));
        columns.add(Column.money("Expected low", "Least that should be allowed", FindingColumns::low));
        columns.add(Column.money("Expected high", "Most that should be allowed", FindingColumns::high));
        columns.add(Column.money(
                "Difference", "Allowed less the nearest bound of the range; 0 in range", Finding::difference));
        columns.add(Column.count(
                "Match tier",
                7,
                "1 (line control number) to 5 (member, date, code and charge)",
                f -> FindingColumns.ofPayment(f, Finding.Payment::matchTier)));
        columns.add(Column.text(
                "Match note",
                20,
                "How the payment found its claim; prior-period for an earlier month's line",
                f -> FindingColumns.ofPayment(f, Finding.Payment::matchNote)));
        columns.add(Column.text("Why", 60, "The verdict's arithmetic in words", Finding::why));
        columns.addAll(FindingColumns.check());
        columns.add(FindingColumns.remittanceSource());
        columns.add(FindingColumns.claimSource());
        columns.add(Column.text("Trace", 60, "The arithmetic, name=value", Finding::trace));
        return columns;
    }

    /** {@code Unmatched payments}. */
    static List<Column<Finding>> unmatched() {
        List<Column<Finding>> columns = new ArrayList<>(subject());
        columns.add(Column.money(
                "Billed", "Charge on the payment line", f -> f.amounts().billed()));
        columns.add(Column.money(
                "Allowed", "What the payer allowed", f -> f.amounts().allowed()));
        columns.add(Column.money("Paid", "What the payer paid", f -> f.amounts().paid()));
        columns.add(Column.sentences("Reason", 52, "Why no claim line was taken", Finding::why));
        columns.add(Column.identifier(
                "Suggested claim",
                26,
                "A claim line that it may belong to, for a person to decide",
                Finding::suggestedClaim));
        columns.addAll(FindingColumns.check());
        columns.add(FindingColumns.remittanceSource());
        return columns;
    }

    /** {@code Needs review}. */
    static List<Column<Finding>> needsReview() {
        List<Column<Finding>> columns = new ArrayList<>(subject());
        columns.add(Column.money(
                "Billed", "Charge of the claim line", f -> f.amounts().billed()));
        columns.add(Column.money(
                "Allowed", "What the payer allowed for all units; blank where it is not known", f -> f.amounts()
                        .allowed()));
        columns.add(Column.money("Paid", "Net of all payments", f -> f.amounts().paid()));
        columns.add(Column.text(
                "Verdict", 16, "NEEDS_REVIEW, or PENDED", f -> f.verdict().name()));
        columns.add(Column.sentences("Why", 60, "What cannot be told, or what is waited for", Finding::why));
        columns.addAll(FindingColumns.check());
        columns.add(FindingColumns.remittanceSource());
        columns.add(FindingColumns.claimSource());
        columns.add(FindingColumns.openSince());
        return columns;
    }

    /** {@code Rejected rows}. */
    static List<Column<Rejection>> rejected() {
        return List.of(
                Column.text("File", 44, "Path below the input folder", r -> r.place()
                        .file()),
                Column.text("Sheet", 20, "Blank for files without sheets", r -> r.place()
                        .sheet()),
                Column.count("Row", 9, "As Excel shows it; in X12 the segment's number", r -> r.place()
                        .number()),
                Column.text("Column", 24, "The heading, or its letter", Rejection::column),
                Column.sentences("Reason", 70, "What was expected; never the cell's content", Rejection::reason));
    }

    /** {@code Files}: one column per bucket. */
    static List<Column<MonthReport.FileEntry>> files() {
        List<Column<MonthReport.FileEntry>> columns = new ArrayList<>();
        columns.add(Column.text("File", 44, "Path below the input folder", MonthReport.FileEntry::name));
        columns.add(
                Column.text("Kind", 13, "claims or remittances", f -> f.kind().inWords()));
        columns.add(Column.identifier("SHA-256", 24, "Fingerprint of the file's bytes", MonthReport.FileEntry::sha256));
        columns.add(Column.count("Size", 12, "Bytes", MonthReport.FileEntry::sizeBytes));
        columns.add(Column.count(
                "Rows read", 11, "All rows, the sum of the columns that follow", MonthReport.FileEntry::rowsRead));
        for (Bucket bucket : Bucket.values()) {
            columns.add(Column.count(
                    heading(bucket), 11, "Rows in this bucket", f -> f.rows().getOrDefault(bucket, 0L)));
        }
        columns.add(Column.money("Billed", "Charges of all rows", f -> f.sums().billed()));
        columns.add(Column.money(
                "Allowed", "Stated allowed amounts of all rows", f -> f.sums().allowed()));
        columns.add(Column.money("Paid", "Payments of all rows", f -> f.sums().paid()));
        columns.add(Column.sentences(
                "Remarks",
                60,
                "How the sheets were read, and what a person should know",
                MonthReport.FileEntry::remarks));
        return columns;
    }

    private static String heading(Bucket bucket) {
        String words = bucket.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code Recovered}. */
    static List<Column<Finding>> recovered() {
        return List.of(
                FindingColumns.payer(),
                FindingColumns.claim(),
                FindingColumns.line(),
                Column.text(
                        "First verdict",
                        16,
                        "What the line was first",
                        f -> ofRecovery(f, r -> r.firstVerdict().name())),
                Column.text(
                        "First month",
                        12,
                        "The month that found it so",
                        f -> ofRecovery(f, r -> r.firstMonth().toString())),
                Column.money(
                        "First allowed", "What was allowed then", f -> ofRecovery(f, Finding.Recovery::firstAllowed)),
                Column.money(
                        "Final allowed", "What is allowed now", f -> ofRecovery(f, Finding.Recovery::finalAllowed)),
                Column.money("Recovered", "Final less first allowed", f -> ofRecovery(f, Finding.Recovery::recovered)));
    }

    /** {@code Provider adjustments}. */
    static List<Column<ToldAdjustment>> providerAdjustments() {
        return List.of(
                Column.text(
                        "Payer", 24, "The payer's name as payers.csv knows it, else as written", ToldAdjustment::payer),
                Column.identifier("Check / EFT", 18, "Check or transfer that was changed", t -> t.adjustment()
                        .checkNumber()),
                Column.date(
                        "Check date",
                        "Date of that check or transfer; blank where the file states none",
                        t -> t.adjustment().checkDate()),
                Column.identifier("Reason", 8, "Reason code (PLB03-1)", t -> t.adjustment()
                        .reason()),
                Column.sentences("Meaning", 36, "The reason in words", ToldAdjustment::meaning),
                Column.identifier(
                        "Reference",
                        22,
                        "What the payer refers to (PLB03-2), such as its own number of the claim",
                        t -> t.adjustment().reference()),
                Column.money(
                        "Amount",
                        "Negative: taken from the payment; positive: added to it. What a check paid for claims and these come to its deposit",
                        ToldAdjustment::toPayment),
                Column.identifier(
                        "Claim",
                        18,
                        "The practice's own claim number, where Reference is the payer's number of a claim on file",
                        ToldAdjustment::claim),
                Column.text("Remittance source", 36, "File and X12 segment", t -> t.adjustment()
                        .source()
                        .toString()),
                Column.text(
                        "Note",
                        13,
                        "prior-period for an earlier month's check that no run has shown",
                        t -> t.priorPeriod() ? "prior-period" : null));
    }

    private static List<Column<Finding>> subject() {
        return List.of(
                FindingColumns.payer(),
                FindingColumns.payerClass(),
                FindingColumns.claim(),
                FindingColumns.payerClaim(),
                FindingColumns.line(),
                FindingColumns.serviceDate(),
                FindingColumns.units());
    }

    private static @Nullable Object ofRecovery(Finding finding, Function<Finding.Recovery, Object> value) {
        Finding.Recovery recovery = finding.recovery();
        return recovery == null ? null : value.apply(recovery);
    }

    /** Rows as a whole number, dollars as an amount. */
    private static Object counted(ControlTotal total, BigDecimal side) {
        return total.unit() == ControlTotal.Unit.DOLLARS ? Money.of(side) : (Object) side.longValueExact();
    }
}
