package recon.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import recon.claim.Bucket;
import recon.claim.Money;
import recon.verdict.ControlTotal;
import recon.verdict.Verdict;

/** The sections of the run page, from what must be known first to what may be looked up. */
final class RunPageBody {

    /** More rows than this make a page slow on a phone; the workbook has them all. */
    private static final int MOST_ROWS = 200;

    private final Html html;
    private final MonthReport report;
    private final MonthFigures figures;

    RunPageBody(Html html, MonthReport report, MonthFigures figures) {
        this.html = html;
        this.report = report;
        this.figures = figures;
    }

    void write() {
        header();
        html.open("main");
        warnings();
        keyFigures();
        verdicts();
        payers();
        denials();
        noResponse();
        months();
        controlTotals();
        files();
        html.close();
        footer();
    }

    private void header() {
        RunWarnings.Outcome outcome = RunWarnings.Outcome.of(report);
        html.open("header").element("h1", "CPT 96372 payments, " + report.month());
        html.element(
                "p",
                "As of %s, run %d, revision %d, started %s (UTC). US dollars. No patient's data."
                        .formatted(report.asOf(), report.run(), report.revision(), report.startedAt()),
                "class",
                "facts");
        html.element(
                "p",
                outcome.inWords() + ".",
                "class",
                outcome == RunWarnings.Outcome.DONE ? "outcome good" : "outcome bad");
        html.close();
    }

    private void warnings() {
        List<String> warnings = RunWarnings.of(report, figures.ranges());
        if (warnings.isEmpty()) {
            return;
        }
        html.element("h2", "Warnings").open("ul", "class", "warnings");
        warnings.forEach(warning -> html.element("li", warning));
        html.close();
    }

    private void keyFigures() {
        html.element("h2", "Key figures").open("dl", "class", "figures");
        figure("Lines judged", figures.judged().total().lines());
        figure("Underpaid lines", figures.underpaid().total().lines());
        figure("Short by", figures.underpaid().total().atIssue());
        figure("Denied lines", figures.denied().total().lines());
        figure("At stake", figures.denied().total().atIssue());
        figure("Overpaid by", figures.overpaid().total().atIssue());
        figure("Recovered", figures.recovered());
        figure("Appeal date passed", figures.deadlines().past());
        figure("Appeals due in 14 days", figures.deadlines().within14Days());
        figure("Needs review", figures.lines(Verdict.NEEDS_REVIEW));
        figure("Pended", figures.lines(Verdict.PENDED));
        figure("Unmatched payments", figures.lines(Verdict.UNMATCHED));
        figure("Stake unknown", figures.denied().total().unknownAtIssue());
        html.close();
    }

    private void figure(String label, Object value) {
        html.open("div")
                .element("dt", label)
                .element("dd", PageTable.text(value, CellFormat.COUNT))
                .close();
    }

    private void verdicts() {
        html.element("h2", "Verdicts");
        List<SummaryRows.Counted> rows = Arrays.stream(Verdict.values())
                .map(verdict -> SummaryRows.Counted.of(verdict, figures.verdicts()))
                .toList();
        table("Lines and dollars by verdict", SummaryRows.Counted.verdicts(), rows);
    }

    private void payers() {
        html.element("h2", "Payers");
        chart("payers", "Shortfall by payer", SummaryParts.byPayer(figures.underpaid()), "No line is underpaid.");
        List<SummaryRows.OfPayer> rows = figures.judged().keys().stream()
                .map(payer -> new SummaryRows.OfPayer(payer, figures))
                .toList();
        PageTable.write(html, "Figures of each payer", SummaryRows.OfPayer.columns(), rows, row -> figures.ranges()
                .isSuspect(row.key()));
    }

    private void denials() {
        html.element("h2", "Denials");
        chart("denials", "At stake by category", SummaryParts.byName(figures.categories()), "No line is denied.");
        if (!figures.categories().keys().isEmpty()) {
            table(
                    "Denied lines by category",
                    SummaryRows.Counted.categories(),
                    counted(figures.categories().keys(), figures.categories()));
        }
    }

    private void noResponse() {
        html.element("h2", "No response");
        table(
                "Lines that no payer has answered, by days since submission",
                SummaryRows.Counted.ages(),
                counted(NoResponse.AGEINGS, figures.ageing()));
    }

    private static List<SummaryRows.Counted> counted(Iterable<String> names, Tallies<String> tallies) {
        List<SummaryRows.Counted> rows = new ArrayList<>();
        names.forEach(name -> rows.add(SummaryRows.Counted.of(name, tallies)));
        return rows;
    }

    private void months() {
        if (report.trend().isEmpty()) {
            return;
        }
        List<MonthReport.TrendMonth> months = new ArrayList<>(report.trend());
        months.add(figures.asTrendMonth());
        html.element("h2", "Month by month");
        chart(
                "short-by",
                "New, short by",
                bars(months, month -> month.underpaid().newAtIssue()),
                "");
        chart(
                "at-stake",
                "Newly denied, at stake",
                bars(months, month -> month.denied().newAtIssue()),
                "");
        table("Earlier months and this one", SummaryRows.months(), months);
    }

    private static List<Charts.Bar> bars(
            List<MonthReport.TrendMonth> months, Function<MonthReport.TrendMonth, Money> amount) {
        return months.stream()
                .map(month -> new Charts.Bar(month.month().toString(), amount.apply(month)))
                .toList();
    }

    private void controlTotals() {
        List<ControlTotal> notTied =
                report.controlTotals().stream().filter(total -> !total.ties()).toList();
        List<ControlTotal> tied =
                report.controlTotals().stream().filter(ControlTotal::ties).toList();
        html.element("h2", "Control totals");
        html.element(
                "p",
                "%s of %s tie. Each says that no row and no cent was lost."
                        .formatted(
                                RunWarnings.number(tied.size()),
                                RunWarnings.number(report.controlTotals().size())));
        if (!notTied.isEmpty()) {
            totals("Control totals that do not tie", notTied);
        }
        if (!tied.isEmpty()) {
            html.open("details").element("summary", "Control totals that tie");
            totals("Control totals that tie", tied);
            html.close();
        }
    }

    private void totals(String caption, List<ControlTotal> totals) {
        List<ControlTotal> shown = totals.subList(0, Math.min(MOST_ROWS, totals.size()));
        PageTable.write(html, caption, ReconciliationColumns.controlTotals(), shown, total -> !total.ties());
        more(totals.size() - shown.size());
    }

    private void files() {
        html.element("h2", "Files");
        List<MonthReport.FileEntry> shown =
                report.files().subList(0, Math.min(MOST_ROWS, report.files().size()));
        PageTable.write(
                html,
                "Files read, with their rejected rows",
                SummaryRows.files(),
                shown,
                file -> RunWarnings.rows(file, Bucket.REJECTED) > 0);
        more(report.files().size() - shown.size());
    }

    private void more(int rows) {
        if (rows > 0) {
            html.element("p", "%s more stand in the reconciliation workbook.".formatted(RunWarnings.number(rows)));
        }
    }

    private void footer() {
        html.open("footer").open("p").text("In the same folder: ");
        for (String name : List.of(
                SummaryWorkbook.NAME, UnderpaymentsWorkbook.NAME, DenialsWorkbook.NAME, ReconciliationWorkbook.NAME)) {
            String workbook = MonthReport.fileName(name, report.month().toString());
            html.element("a", workbook, "href", workbook).text(" ");
        }
        html.close();
        html.element(
                "p",
                "Inputs %s, ranges %s."
                        .formatted(brief(report.inputsFingerprint()), brief(report.rangesFingerprint())));
        html.close();
    }

    private static String brief(String fingerprint) {
        return fingerprint.substring(0, Math.min(12, fingerprint.length()));
    }

    private <T> void table(String caption, List<Column<T>> columns, List<T> rows) {
        PageTable.write(html, caption, columns, rows, row -> false);
    }

    private void chart(String id, String title, List<Charts.Bar> bars, String none) {
        if (bars.isEmpty()) {
            html.element("p", none);
            return;
        }
        Charts.Bar largest = bars.get(0);
        html.element("h3", title);
        PageChart.write(
                html,
                id,
                title,
                "Bars for %d entries; the first is %s with %s. The table that follows has the figures."
                        .formatted(
                                bars.size(), largest.label(), largest.amount().inWords()),
                bars);
    }
}
