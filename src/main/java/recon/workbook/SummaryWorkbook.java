package recon.workbook;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.verdict.ControlTotal;
import recon.verdict.Finding;
import recon.verdict.Verdict;

/**
 * {@code summary-YYYY-MM.xlsx}: the month by payer class and payer, verdict, denial category and age, with its warnings and control
 * totals. It holds no patient's name, member id or claim number, so that it can be sent by e-mail.
 */
public final class SummaryWorkbook extends ReportFile {

    public static final String NAME = "summary";

    private static final int LAST_COLUMN = 8;

    private final MonthFigures figures;
    private final SummarySheet summary;
    private final DetailSheet<SummaryRows.OfPayer> byPayer;
    private final DetailSheet<SummaryRows.Counted> byVerdict;
    private final DetailSheet<SummaryRows.Counted> byCategory;
    private final DetailSheet<SummaryRows.Counted> noResponse;
    private final DetailSheet<ControlTotal> controlTotals;

    private SummaryWorkbook(Path file, MonthReport report, @Nullable String password) {
        super(file, report, password, "Reconciliation of CPT 96372, " + report.month());
        figures = new MonthFigures(report);
        summary = new SummarySheet(workbook(), "Summary", 16, 40, 11, 11, 13, 11, 11, 13, 13);
        byPayer = sheet("By payer", "All figures of each payer", SummaryRows.OfPayer.columns());
        byVerdict = sheet("Verdicts", "Lines and dollars of each verdict", SummaryRows.Counted.verdicts());
        byCategory = sheet("Denials", "Denied lines by category", SummaryRows.Counted.categories());
        noResponse = sheet("No response", "Lines that no payer has answered, by age", SummaryRows.Counted.ages());
        controlTotals = sheet(
                "Control totals",
                "Equations that hold when no row and no cent was lost",
                ReconciliationColumns.controlTotals());
    }

    public static MonthReport.Report open(Path file, MonthReport report, @Nullable String password) {
        return new SummaryWorkbook(file, report, password);
    }

    @Override
    public void add(Finding finding) {
        figures.add(finding);
    }

    @Override
    void complete() {
        for (PayerKey payer : figures.judged().keys()) {
            byPayer.add(new SummaryRows.OfPayer(payer, figures));
        }
        for (Verdict verdict : Verdict.values()) {
            byVerdict.add(SummaryRows.Counted.of(verdict, figures.verdicts()));
        }
        for (String category : figures.categories().keys()) {
            byCategory.add(SummaryRows.Counted.of(category, figures.categories()));
        }
        for (String age : NoResponse.AGEINGS) {
            noResponse.add(SummaryRows.Counted.of(age, figures.ageing()));
        }
        report().controlTotals().forEach(controlTotals::add);
        writeSummary();
    }

    private void writeSummary() {
        summary.banner("Reconciliation of CPT 96372", report());
        writeKeyFigures();
        int row = 11;
        summary.put(row, 0, RunWarnings.Outcome.of(report()).inWords(), summary.styles().section);
        row = SummaryParts.warnings(summary, row + 1, LAST_COLUMN, RunWarnings.of(report(), figures.ranges()));
        row = new PayerTable(summary, summaryColumns())
                .write(row + 1, figures.judged(), figures.underpaid(), figures.denied());
        row = SummaryParts.chart(
                summary,
                row + 1,
                LAST_COLUMN,
                "Shortfall by payer",
                "No line is underpaid this month.",
                SummaryParts.byPayer(figures.underpaid()));
        row = SummaryParts.chart(
                summary,
                row,
                LAST_COLUMN,
                "Denied, at stake by category",
                "No line is denied this month.",
                SummaryParts.byName(figures.categories()));
        row = SummaryParts.trend(summary, row, report(), figures.asTrendMonth());
        summary.contents(row, LAST_COLUMN, sheets());
    }

    private void writeKeyFigures() {
        Tally underpaid = figures.underpaid().total();
        Tally denied = figures.denied().total();
        SummaryParts.keyFigures(
                summary,
                2,
                2,
                "Findings",
                List.of(
                        count("Lines judged", figures.judged().total().lines()),
                        count("Underpaid lines", underpaid.lines()),
                        money("Short by", underpaid.atIssue()),
                        count("Denied lines", denied.lines()),
                        money("At stake", denied.atIssue()),
                        count("Needs review", figures.lines(Verdict.NEEDS_REVIEW)),
                        count("Pended", figures.lines(Verdict.PENDED))));
        SummaryParts.keyFigures(
                summary,
                2,
                6,
                "Besides",
                List.of(
                        money("Overpaid by", figures.overpaid().total().atIssue()),
                        count("No response", figures.ageing().total().lines()),
                        money("Recovered", figures.recovered()),
                        count("Appeal date passed", figures.deadlines().past()),
                        count("Due in 14 days", figures.deadlines().within14Days()),
                        count("Unmatched payments", figures.lines(Verdict.UNMATCHED)),
                        count("Stake unknown", denied.unknownAtIssue())));
    }

    private static SummaryParts.KeyFigure count(String label, long value) {
        return new SummaryParts.KeyFigure(label, value, CellFormat.COUNT);
    }

    private static SummaryParts.KeyFigure money(String label, Money value) {
        return new SummaryParts.KeyFigure(label, value, CellFormat.MONEY);
    }

    private static List<Column<PayerTable.Figures>> summaryColumns() {
        return List.of(
                Column.count("Lines judged", 10, "", f -> f.judged().lines()),
                Column.count("Underpaid lines", 10, "", f -> f.found().lines()),
                Column.money("Short by", "", f -> f.found().atIssue()),
                Column.percent(
                        "Short %",
                        "",
                        f -> FindingColumns.share(f.found().atIssue(), f.found().expectedLow())),
                Column.count("Denied lines", 10, "", f -> f.besides().lines()),
                Column.percent("Denial rate", "", f -> PayerDenials.initialRate(f.besides(), f.judged())),
                Column.money("At stake", "", f -> f.besides().knownAtIssue()));
    }
}
