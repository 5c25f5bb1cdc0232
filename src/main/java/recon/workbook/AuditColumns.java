package recon.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import recon.verdict.AuditFinding;
import recon.verdict.AuditWarning;

/** {@code Claim audit}: what makes lines likely to be denied, beside what came of them. */
final class AuditColumns {

    private AuditColumns() {}

    static List<Column<AuditWarning>> columns() {
        List<Column<AuditWarning>> columns = new ArrayList<>(ofFindings()
                .<Column<AuditWarning>>map(column -> column.over(AuditWarning::finding))
                .toList());
        columns.add(Column.text(
                "Verdict",
                16,
                "What this month finds of the line: NO_RESPONSE where the payer has yet to answer; blank where it finds nothing",
                w -> w.verdict() == null ? null : w.verdict().name()));
        return columns;
    }

    private static Stream<Column<AuditFinding>> ofFindings() {
        return Stream.of(
                Column.text("Payer", 24, "The payer's name as the claim states it", a -> a.line()
                        .payer()),
                Column.identifier(
                        "Claim", 18, "Patient control number", a -> a.line().patientControlNumber()),
                Column.count("Line", 6, "Number of the line within the claim", a -> a.line()
                        .lineNumber()),
                Column.date(
                        "Service date", "First date of service", a -> a.line().serviceDate()),
                Column.identifier(
                        "Place", 7, "Place of service code", a -> a.line().placeOfService()),
                Column.count("Units", 6, "Units billed", a -> a.line().units()),
                Column.identifier("Modifiers", 11, "Modifiers as billed", a -> a.line()
                        .modifiers()
                        .toString()),
                Column.money("Billed", "Charge of the line", a -> a.line().charge()),
                Column.count("Rule", 6, "Number of the audit's rule", AuditFinding::rule),
                Column.text("Looks for", 32, "What the rule looks for", AuditFinding::title),
                Column.sentences("Evidence", 56, "What it saw", AuditFinding::evidence),
                Column.identifier(
                        "Predicted CARC",
                        16,
                        "Reason codes that the payer is expected to give",
                        AuditFinding::predictedCarc),
                Column.text("Certainty", 11, "certain, likely or possible", AuditFinding::certainty),
                Column.text(
                        "Compliance hold",
                        11,
                        "yes: documentation is missing or the injection was not given; hold the claim",
                        a -> a.complianceHold() ? "yes" : "no"),
                Column.text("Claim source", 36, "File, sheet and row (or X12 segment) of the claim line", a -> a.line()
                        .source()
                        .toString()));
    }
}
