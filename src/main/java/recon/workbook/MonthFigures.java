package recon.workbook;

import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.verdict.Finding;
import recon.verdict.Verdict;

/** A month's findings, counted and summed by all that a report without patients' data shows. Keeps no finding. */
final class MonthFigures {

    private final MonthReport report;
    private final Tallies<Verdict> verdicts = new Tallies<>();
    private final Tallies<PayerKey> judged = new Tallies<>();
    private final Tallies<PayerKey> underpaid = new Tallies<>();
    private final Tallies<PayerKey> overpaid = new Tallies<>();
    private final Tallies<PayerKey> denied = new Tallies<>();
    private final Tallies<String> categories = new Tallies<>(ReadingOrder.OF_TEXTS);
    private final Tallies<String> ageing = new Tallies<>();
    private final RangeSuspects ranges = new RangeSuspects();
    private final Deadlines deadlines = new Deadlines();
    private Money recovered = Money.ZERO;

    MonthFigures(MonthReport report) {
        this.report = report;
    }

    void add(Finding finding) {
        PayerKey payer = PayerKey.of(finding);
        verdicts.add(finding.verdict(), finding);
        judged.add(payer, finding);
        ranges.add(finding);
        deadlines.add(finding);
        addRecovery(finding.recovery());
        switch (finding.verdict()) {
            case UNDERPAID -> underpaid.add(payer, finding);
            case OVERPAID -> overpaid.add(payer, finding);
            case DENIED, PARTLY_DENIED -> addDenied(payer, finding);
            case NO_RESPONSE -> ageing.add(new NoResponse(finding, report.asOf()).ageing(), finding);
            default -> {}
        }
    }

    private void addDenied(PayerKey payer, Finding finding) {
        Finding.Denial denial = finding.denial();
        if (denial != null) {
            denied.add(payer, finding);
            categories.add(denial.category(), finding);
        }
    }

    private void addRecovery(Finding.@Nullable Recovery recovery) {
        if (recovery != null) {
            recovered = recovered.plus(recovery.recovered());
        }
    }

    Tallies<Verdict> verdicts() {
        return verdicts;
    }

    long lines(Verdict verdict) {
        return verdicts.of(verdict).lines();
    }

    /** All verdicts of a payer. */
    Tallies<PayerKey> judged() {
        return judged;
    }

    Tallies<PayerKey> underpaid() {
        return underpaid;
    }

    Tallies<PayerKey> overpaid() {
        return overpaid;
    }

    /** In whole or in part. */
    Tallies<PayerKey> denied() {
        return denied;
    }

    /** Denied lines by category. */
    Tallies<String> categories() {
        return categories;
    }

    /** Lines without an answer by {@link NoResponse#AGEINGS}. */
    Tallies<String> ageing() {
        return ageing;
    }

    RangeSuspects ranges() {
        return ranges;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    Money recovered() {
        return recovered;
    }

    /** This month beside the earlier ones. */
    MonthReport.TrendMonth asTrendMonth() {
        return new MonthReport.TrendMonth(
                report.month(), MonthReport.Listed.of(underpaid.total()), MonthReport.Listed.of(denied.total()));
    }
}
