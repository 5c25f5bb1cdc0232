package recon.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.price.ExpectedRange;
import recon.verdict.Finding;
import recon.verdict.Verdict;

/** {@code underpayments-YYYY-MM.xlsx}: which lines were allowed too little, by how much and why, as a worklist and as disputes. */
public final class UnderpaymentsWorkbook extends ReportFile {

    public static final String NAME = "underpayments";

    private static final int LAST_COLUMN = 9;

    private final SummarySheet summary;
    private final DetailSheet<WorkItem> underpaidLines;
    private final DetailSheet<ClaimItem> underpaidClaims;
    private final DetailSheet<PayerRow> byPayer;
    private final DetailSheet<WorkItem> overpaidLines;
    private final DetailSheet<ExpectedRange> rangesUsed;

    private final DetailSheet<Dispute.Row> disputes;

    private final DetailSheet<Departed> noLongerListed;
    private final Departed.Watch watch;

    private final Recall recall;
    private final Tallies<PayerKey> judged = new Tallies<>();
    private final Tallies<PayerKey> underpaid = new Tallies<>();
    private final Tallies<Dispute> disputed = new Tallies<>();
    private final Tally overpaid = new Tally();
    private final Tally denied = new Tally();
    private final RangeSuspects ranges = new RangeSuspects();
    private final Deadlines deadlines = new Deadlines();
    private List<Finding> claim = new ArrayList<>();

    private UnderpaymentsWorkbook(
            Path file, MonthReport report, @Nullable String password, Worklist earlier, LinesOnFile lines) {
        super(file, report, password, "Underpayments of CPT 96372, " + report.month());
        recall = new Recall(earlier, lines);
        summary = new SummarySheet(workbook(), "Summary", 16, 40, 11, 11, 13, 13, 14, 14, 10, 13);
        underpaidLines = sheet(
                WorklistSheets.UNDERPAID,
                "The worklist: lines allowed below the expected range",
                FindingColumns.underpaid());
        underpaidClaims = sheet("Underpaid claims", "The same by claim", ClaimItem.columns());
        byPayer = sheet("By payer", "How each payer allows, and whether its range is suspect", PayerRow.columns());
        overpaidLines =
                sheet(WorklistSheets.OVERPAID, "Lines allowed above the range: a liability", FindingColumns.overpaid());
        rangesUsed = sheet("Ranges used", "The expected ranges in force, with their sources", RangeColumns.columns());
        disputes = sheet(
                "Disputes",
                "Underpayments that one letter can dispute: by payer, cause and rate source",
                Dispute.Row.columns());
        noLongerListed = sheet(
                WorklistSheets.LEFT,
                "Lines that somebody worked on and that are on no worklist any more",
                Departed.columns());
        watch = new Departed.Watch(earlier, EnumSet.of(Verdict.UNDERPAID, Verdict.OVERPAID));
    }

    /** Opens reports without an earlier worklist. */
    public static MonthReport.Report open(Path file, MonthReport report, @Nullable String password) {
        return new UnderpaymentsWorkbook(file, report, password, Worklist.empty(), new LinesOnFile(Map.of()));
    }

    /** Opens reports that take over what was typed into an earlier worklist. */
    public static MonthReport.Factory after(Worklist earlier, LinesOnFile lines) {
        return (file, report, password) -> new UnderpaymentsWorkbook(file, report, password, earlier, lines);
    }

    @Override
    public void add(Finding finding) {
        WorkItem item = recall.of(finding);
        watch.see(item);
        PayerKey payer = PayerKey.of(finding);
        judged.add(payer, finding);
        ranges.add(finding);
        if (finding.verdict() == Verdict.UNDERPAID) {
            underpaidLines.add(item);
            underpaid.add(payer, finding);
            deadlines.add(finding);
            dispute(finding);
            addToClaim(finding);
        } else if (finding.verdict() == Verdict.OVERPAID) {
            overpaidLines.add(item);
            overpaid.add(finding);
        } else if (finding.denial() != null) {
            denied.add(finding);
        }
    }

    private void dispute(Finding finding) {
        Dispute dispute = Dispute.of(finding);
        if (dispute != null) {
            disputed.add(dispute, finding);
        }
    }

    private void addToClaim(Finding finding) {
        if (!claim.isEmpty() && !new ClaimItem(claim).includes(finding)) {
            endClaim();
        }
        claim.add(finding);
    }

    private void endClaim() {
        if (!claim.isEmpty()) {
            underpaidClaims.add(new ClaimItem(claim));
            claim = new ArrayList<>();
        }
    }

    @Override
    void complete() {
        endClaim();
        for (PayerKey payer : judged.keys()) {
            byPayer.add(new PayerRow(
                    payer, judged.of(payer), underpaid.of(payer), ranges.of(payer), ranges.isSuspect(payer)));
        }
        report().ranges().forEach(rangesUsed::add);
        disputed.keys().forEach(dispute -> disputes.add(new Dispute.Row(dispute, disputed.of(dispute), ranges)));
        watch.departed().forEach(noLongerListed::add);
        writeSummary();
    }

    private void writeSummary() {
        summary.banner("Underpayments of CPT 96372", report());
        Tally all = underpaid.total();
        SummaryParts.liveFigures(
                summary,
                2,
                2,
                underpaidLines,
                List.of(
                        new SummaryParts.LiveFigure("Lines", all.lines(), CellFormat.COUNT, "Payer"),
                        new SummaryParts.LiveFigure("Allowed", all.allowed(), CellFormat.MONEY, "Allowed"),
                        new SummaryParts.LiveFigure(
                                "Expected low", all.expectedLow(), CellFormat.MONEY, "Expected low"),
                        new SummaryParts.LiveFigure("Short by", all.atIssue(), CellFormat.MONEY, "Short by")));
        SummaryParts.keyFigures(
                summary,
                2,
                7,
                List.of(
                        new SummaryParts.KeyFigure("Underpaid claims", underpaidClaims.rows(), CellFormat.COUNT),
                        new SummaryParts.KeyFigure("Appeal date passed", deadlines.past(), CellFormat.COUNT),
                        new SummaryParts.KeyFigure("Due in 14 days", deadlines.within14Days(), CellFormat.COUNT),
                        new SummaryParts.KeyFigure("Overpaid by", overpaid.atIssue(), CellFormat.MONEY)));
        int row = SummaryParts.warnings(summary, 8, LAST_COLUMN, RunWarnings.ofRanges(report(), ranges));
        row = new PayerTable(summary, summaryColumns()).write(row, judged, underpaid);
        row = SummaryParts.chart(
                summary,
                row + 1,
                LAST_COLUMN,
                "Shortfall by payer",
                "No line is underpaid this month.",
                SummaryParts.byPayer(underpaid));
        row = SummaryParts.trend(
                summary,
                row,
                report(),
                new MonthReport.TrendMonth(
                        report().month(), MonthReport.Listed.of(all), MonthReport.Listed.of(denied)));
        summary.contents(row, LAST_COLUMN, sheets());
    }

    private static List<Column<PayerTable.Figures>> summaryColumns() {
        return List.of(
                Column.count("Lines judged", 10, "", f -> f.judged().lines()),
                Column.count("Underpaid lines", 10, "", f -> f.found().lines()),
                Column.money("Billed", "", f -> f.found().billed()),
                Column.money("Allowed", "", f -> f.found().allowed()),
                Column.money("Expected low", "", f -> f.found().expectedLow()),
                Column.money("Short by", "", f -> f.found().atIssue()),
                Column.percent(
                        "Short %",
                        "",
                        f -> FindingColumns.share(f.found().atIssue(), f.found().expectedLow())),
                Column.date("First deadline", "", f -> f.found().earliestDeadline()));
    }
}
