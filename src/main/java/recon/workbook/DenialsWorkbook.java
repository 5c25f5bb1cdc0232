package recon.workbook;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.verdict.AuditScore;
import recon.verdict.AuditWarning;
import recon.verdict.Finding;
import recon.verdict.Verdict;

/** {@code denials-YYYY-MM.xlsx}: which lines were denied, why, what to do next, and which are likely to be denied. */
public final class DenialsWorkbook extends ReportFile {

    public static final String NAME = "denials";

    private static final int LAST_COLUMN = 9;

    private final SummarySheet summary;
    private final DetailSheet<WorkItem> deniedLines;
    private final DetailSheet<Reason.Row> byReason;
    private final DetailSheet<PayerDenials> byPayer;
    private final DetailSheet<AuditWarning> claimAudit;

    private final DetailSheet<Dispute.Row> disputes;

    private final DetailSheet<Departed> noLongerListed;
    private final Departed.Watch watch;
    private final DetailSheet<AuditScore.Row> auditScore;

    private final Recall recall;
    private final Tallies<PayerKey> judged = new Tallies<>();
    private final Tallies<PayerKey> denied = new Tallies<>();
    private final Tallies<Reason> reasons = new Tallies<>();
    private final Tallies<Dispute> disputed = new Tallies<>();
    private final Tallies<String> categories = new Tallies<>(ReadingOrder.OF_TEXTS);
    private final Tally preventable = new Tally();
    private final Tally underpaid = new Tally();
    private final RangeSuspects ranges = new RangeSuspects();
    private final Deadlines deadlines = new Deadlines();
    private int unansweredWarnings;

    private DenialsWorkbook(
            Path file, MonthReport report, @Nullable String password, Worklist earlier, LinesOnFile lines) {
        super(file, report, password, "Denials of CPT 96372, " + report.month());
        recall = new Recall(earlier, lines);
        summary = new SummarySheet(workbook(), "Summary", 16, 40, 11, 11, 13, 13, 14, 14, 14, 13);
        deniedLines =
                sheet(WorklistSheets.DENIED, "The worklist: lines denied in whole or in part", FindingColumns.denied());
        byReason = sheet("By reason", "Denials by reason code, with the next action", Reason.Row.columns());
        byPayer = sheet("By payer", "How often each payer denies", PayerDenials.columns());
        claimAudit = sheet(
                "Claim audit",
                "Claim lines that are likely to be denied, by rule: first those that the payer has yet to answer",
                AuditColumns.columns());
        disputes = sheet(
                "Disputes",
                "Denials that one letter can dispute: by payer, reason and rate source",
                Dispute.Row.columns());
        noLongerListed = sheet(
                WorklistSheets.LEFT,
                "Lines that somebody worked on and that are on no worklist any more",
                Departed.columns());
        auditScore = sheet(
                "Audit score",
                "How often the claim audit's predictions came true, by rule and payer",
                ScoreColumns.columns());
        watch = new Departed.Watch(earlier, EnumSet.of(Verdict.DENIED, Verdict.PARTLY_DENIED));
    }

    /** Opens reports without an earlier worklist. */
    public static MonthReport.Report open(Path file, MonthReport report, @Nullable String password) {
        return new DenialsWorkbook(file, report, password, Worklist.empty(), new LinesOnFile(Map.of()));
    }

    /** Opens reports that take over what was typed into an earlier worklist. */
    public static MonthReport.Factory after(Worklist earlier, LinesOnFile lines) {
        return (file, report, password) -> new DenialsWorkbook(file, report, password, earlier, lines);
    }

    @Override
    public void add(Finding finding) {
        WorkItem item = recall.of(finding);
        watch.see(item);
        PayerKey payer = PayerKey.of(finding);
        judged.add(payer, finding);
        ranges.add(finding);
        Finding.Denial denial = finding.denial();
        if (denial != null && finding.verdict().isDenial()) {
            deniedLines.add(item);
            denied.add(payer, finding);
            reasons.add(Reason.of(denial), finding);
            categories.add(denial.category(), finding);
            deadlines.add(finding);
            dispute(finding);
            if (denial.preventable()) {
                preventable.add(finding);
            }
        } else if (finding.verdict() == Verdict.UNDERPAID) {
            underpaid.add(finding);
        }
    }

    private void dispute(Finding finding) {
        Dispute dispute = Dispute.of(finding);
        if (dispute != null) {
            disputed.add(dispute, finding);
        }
    }

    private void warn(AuditWarning warning) {
        claimAudit.add(warning);
        if (warning.isUnanswered()) {
            unansweredWarnings++;
        }
    }

    @Override
    void complete() {
        reasons.keys().forEach(reason -> byReason.add(new Reason.Row(reason, reasons.of(reason))));
        judged.keys().forEach(payer -> byPayer.add(new PayerDenials(payer, judged.of(payer), denied.of(payer))));
        report().audit().accept(this::warn);
        disputed.keys().forEach(dispute -> disputes.add(new Dispute.Row(dispute, disputed.of(dispute), ranges)));
        watch.departed().forEach(noLongerListed::add);
        report().auditScores().forEach(auditScore::add);
        writeSummary();
    }

    private void writeSummary() {
        summary.banner("Denials of CPT 96372", report());
        Tally all = denied.total();
        SummaryParts.liveFigures(
                summary,
                2,
                2,
                deniedLines,
                List.of(
                        new SummaryParts.LiveFigure("Lines", all.lines(), CellFormat.COUNT, "Payer"),
                        new SummaryParts.LiveFigure("Billed", all.billed(), CellFormat.MONEY, "Billed"),
                        new SummaryParts.LiveFigure("At stake", all.atIssue(), CellFormat.MONEY, "At stake")));
        SummaryParts.keyFigures(
                summary,
                2,
                6,
                List.of(
                        new SummaryParts.KeyFigure("Preventable lines", preventable.lines(), CellFormat.COUNT),
                        new SummaryParts.KeyFigure("Appeal date passed", deadlines.past(), CellFormat.COUNT),
                        new SummaryParts.KeyFigure("Due in 14 days", deadlines.within14Days(), CellFormat.COUNT),
                        new SummaryParts.KeyFigure("Audit warnings, unanswered", unansweredWarnings, CellFormat.COUNT),
                        new SummaryParts.KeyFigure(
                                "Audit warnings, answered", claimAudit.rows() - unansweredWarnings, CellFormat.COUNT),
                        new SummaryParts.KeyFigure("Stake unknown", all.unknownAtIssue(), CellFormat.COUNT)));
        int row = new PayerTable(summary, summaryColumns()).write(10, judged, denied);
        row = writeCategories(row + 1);
        row = SummaryParts.chart(
                summary,
                row,
                LAST_COLUMN,
                "At stake by category",
                "No line is denied this month.",
                SummaryParts.byName(categories));
        row = SummaryParts.trend(
                summary,
                row,
                report(),
                new MonthReport.TrendMonth(
                        report().month(), MonthReport.Listed.of(underpaid), MonthReport.Listed.of(all)));
        summary.contents(row, LAST_COLUMN, sheets());
    }

    private int writeCategories(int row) {
        if (categories.keys().isEmpty()) {
            return row;
        }
        CellStyles styles = summary.styles();
        summary.headings(row, 2, List.of("Category", "", "Denied lines", "Share", "Billed", "At stake"));
        int at = row + 1;
        long lines = categories.total().lines();
        for (String category : categories.keys()) {
            Tally tally = categories.of(category);
            summary.merged(at, 1, category, styles.figure(CellFormat.IDENTIFIER));
            summary.put(at, 2, tally.lines(), styles.figure(CellFormat.COUNT));
            summary.put(at, 3, PayerDenials.rate(tally.lines(), lines), styles.figure(CellFormat.PERCENT));
            summary.put(at, 4, tally.billed(), styles.figure(CellFormat.MONEY));
            summary.put(at, 5, tally.knownAtIssue(), styles.figure(CellFormat.MONEY));
            at++;
        }
        return at + 1;
    }

    private static List<Column<PayerTable.Figures>> summaryColumns() {
        return List.of(
                Column.count("Lines judged", 10, "", f -> f.judged().lines()),
                Column.count("Denied lines", 10, "", f -> f.found().lines()),
                Column.count("New denials", 10, "", f -> f.found().newLines()),
                Column.percent("Denial rate", "", f -> PayerDenials.initialRate(f.found(), f.judged())),
                Column.money("Billed", "", f -> f.found().billed()),
                Column.money("Expected low", "", f -> f.found().expectedLow()),
                Column.money("At stake", "", f -> f.found().knownAtIssue()),
                Column.date("First deadline", "", f -> f.found().earliestDeadline()));
    }
}
