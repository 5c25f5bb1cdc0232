package recon.workbook;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.Rejection;
import recon.verdict.ControlTotal;
import recon.verdict.Finding;
import recon.verdict.ToldAdjustment;
import recon.verdict.Verdict;

/** {@code reconciliation-YYYY-MM.xlsx}: the proof that every row and cent is accounted for, and one row for every verdict. */
public final class ReconciliationWorkbook extends ReportFile {

    public static final String NAME = "reconciliation";

    private final DetailSheet<ControlTotal> controlTotals;
    private final DetailSheet<Finding> allLines;
    private final DetailSheet<Finding> unmatched;
    private final DetailSheet<NoResponse> noResponse;
    private final DetailSheet<Rejection> rejectedRows;
    private final DetailSheet<MonthReport.FileEntry> files;
    private final DetailSheet<Finding> recovered;
    private final DetailSheet<RunFact> run;
    private final DetailSheet<Finding> needsReview;
    private final Map<Verdict, Tally> verdicts = new EnumMap<>(Verdict.class);

    private ReconciliationWorkbook(Path file, MonthReport report, @Nullable String password) {
        super(file, report, password, "Reconciliation of CPT 96372, " + report.month());
        controlTotals = sheet(
                "Control totals",
                "Equations that hold when no row and no cent was lost",
                ReconciliationColumns.controlTotals());
        allLines = sheet("All lines", "One row for every verdict", ReconciliationColumns.allLines());
        unmatched = sheet(
                "Unmatched payments",
                "Payment lines that found no claim line, or several",
                ReconciliationColumns.unmatched());
        noResponse = sheet("No response", "Claim lines that the payer has not answered", NoResponse.columns());
        rejectedRows = sheet("Rejected rows", "Rows that could not be read, and why", ReconciliationColumns.rejected());
        files = sheet("Files", "What was read, and where its rows went", ReconciliationColumns.files());
        recovered = sheet(
                "Recovered",
                "Lines that an earlier month found underpaid or denied and that are paid now",
                ReconciliationColumns.recovered());
        run = sheet("Run", "What was run over what", RunFact.columns());
        needsReview = sheet(
                "Needs review",
                "Lines on which a person has to decide, and lines that are pended",
                ReconciliationColumns.needsReview());
    }

    public static MonthReport.Report open(Path file, MonthReport report, @Nullable String password) {
        return new ReconciliationWorkbook(file, report, password);
    }

    @Override
    public void add(Finding finding) {
        verdicts.computeIfAbsent(finding.verdict(), v -> new Tally()).add(finding);
        allLines.add(finding);
        switch (finding.verdict()) {
            case UNMATCHED -> unmatched.add(finding);
            case NO_RESPONSE -> noResponse.add(new NoResponse(finding, report().asOf()));
            case NEEDS_REVIEW, PENDED -> needsReview.add(finding);
            default -> {
                // The worklists of the other workbooks have what else is open.
            }
        }
        if (finding.recovery() != null) {
            recovered.add(finding);
        }
    }

    @Override
    void complete() {
        report().controlTotals().forEach(controlTotals::add);
        report().rejections().accept(rejectedRows::add);
        report().files().forEach(files::add);
        Map<String, Money> byReason = writeProviderAdjustments();
        RunFact.of(report(), verdicts, byReason).forEach(run::add);
    }

    /**
     * Their sheet is made here, so that it stands behind those in which long lists go on.
     *
     * @return their sum by reason
     */
    private Map<String, Money> writeProviderAdjustments() {
        DetailSheet<ToldAdjustment> sheet = sheet(
                "Provider adjustments",
                "What payers took from payments, or added to them, without a service line (X12 PLB)",
                ReconciliationColumns.providerAdjustments());
        Map<String, Money> byReason = new TreeMap<>();
        report().providerAdjustments().accept(told -> {
            sheet.add(told);
            byReason.merge(told.adjustment().reason(), told.toPayment(), Money::plus);
        });
        return byReason;
    }
}
