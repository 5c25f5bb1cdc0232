package recon.workbook;

import java.util.List;
import recon.verdict.AuditFinding;

/** {@code Claim audit}: lines that are likely to be denied, before the payer has said so. */
final class AuditColumns {

    private AuditColumns() {}

    static List<Column<AuditFinding>> columns() {
        return List.of(
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
