package recon.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import recon.claim.Money;
import recon.verdict.Verdict;

/** A line of the sheet {@code Run}: what was run over what, and what came of it. */
record RunFact(String item, Object value) {

    static List<Column<RunFact>> columns() {
        return List.of(
                Column.text("Item", 34, "What is told", RunFact::item),
                new Column<>("Value", CellFormat.ANY, 70, "What it is", RunFact::value));
    }

    /** @param adjustments what payments were changed by at provider level, by reason */
    static List<RunFact> of(MonthReport report, Map<Verdict, Tally> verdicts, Map<String, Money> adjustments) {
        ArrayList<RunFact> facts = new ArrayList<>(List.of(
                new RunFact("Month", report.month().toString()),
                new RunFact("As of", report.asOf()),
                new RunFact("Run", report.run()),
                new RunFact("Revision", report.revision()),
                new RunFact("Started at (UTC)", report.startedAt()),
                new RunFact("Inputs' fingerprint", report.inputsFingerprint()),
                new RunFact("Ranges' fingerprint", report.rangesFingerprint()),
                new RunFact("Files read", report.files().size()),
                new RunFact(
                        "Rows read",
                        report.files().stream()
                                .mapToLong(MonthReport.FileEntry::rowsRead)
                                .sum()),
                new RunFact("Rows rejected", RunWarnings.rejectedRows(report)),
                new RunFact("Control totals", report.controlTotals().size()),
                new RunFact("Control totals that do not tie", RunWarnings.notTied(report))));
        report.rangeWarnings().forEach(warning -> facts.add(new RunFact("Warning", warning)));
        new TreeMap<>(verdicts).forEach((verdict, tally) -> facts.add(new RunFact("Lines " + verdict, tally.lines())));
        new TreeMap<>(adjustments)
                .forEach((reason, sum) -> facts.add(new RunFact("Provider adjustments " + reason, sum)));
        return facts;
    }
}
