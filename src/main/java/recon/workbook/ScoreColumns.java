package recon.workbook;

import java.util.List;
import recon.verdict.AuditScore;

/** {@code Audit score}: how often the claim audit's predictions came true, by rule and payer. */
final class ScoreColumns {

    private ScoreColumns() {}

    static List<Column<AuditScore.Row>> columns() {
        return List.of(
                Column.count("Rule", 6, "Number of the audit's rule", AuditScore.Row::rule),
                Column.text("Title", 44, "What the rule looks for", AuditScore.Row::title),
                Column.text("Payer", 30, "The payer's name", AuditScore.Row::payer),
                Column.count(
                        "Predicted",
                        10,
                        "Lines of this month's report that the rule expects to be denied",
                        AuditScore.Row::predicted),
                Column.count(
                        "Answered",
                        10,
                        "Of these, lines that the payer has decided; pended and unclear ones are not counted",
                        AuditScore.Row::answered),
                Column.count(
                        "Hits",
                        10,
                        "Lines left unpaid, in whole or in part, for a reason that the rule predicted",
                        AuditScore.Row::hits),
                Column.count("Misses", 10, "Lines decided otherwise", AuditScore.Row::misses),
                Column.percent(
                        "Hit rate", "Hits of the lines answered", r -> PayerDenials.rate(r.hits(), r.answered())));
    }
}
