package recon.verdict;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import recon.match.FieldsKnown;
import recon.match.LineHistory;
import recon.verdict.audit.AuditKnowledge;
import recon.verdict.audit.AuditRule;
import recon.verdict.audit.AuditRules;
import recon.verdict.audit.AuditedLine;
import recon.verdict.audit.Evidence;

/** Looks over submitted lines for what is likely to be denied, by the {@linkplain AuditRules rules of the claim audit}. */
public final class ClaimAudit {

    private final AuditKnowledge knowledge;
    private final LocalDate asOf;

    /** @param month the month that is reconciled; deadlines count from its last day */
    public ClaimAudit(AuditKnowledge knowledge, YearMonth month) {
        this.knowledge = knowledge;
        this.asOf = month.atEndOfMonth();
    }

    /**
     * @param known what the claim files state at all: nothing is said of what a file leaves out altogether
     * @return by rule number, at most one of each rule; empty where nothing is to be said
     */
    public List<AuditFinding> audit(LineHistory history, FieldsKnown known) {
        AuditedLine audited = new AuditedLine(history, known, knowledge, asOf);
        List<AuditFinding> findings = new ArrayList<>();
        for (AuditRule rule : AuditRules.ALL) {
            Evidence evidence = rule.look().at(audited);
            if (evidence != null) {
                findings.add(finding(history, rule, evidence));
            }
        }
        return findings;
    }

    private static AuditFinding finding(LineHistory history, AuditRule rule, Evidence evidence) {
        return new AuditFinding(
                history.line(),
                rule.number(),
                rule.title(),
                evidence.text(),
                rule.predicted(),
                evidence.certainty().label(),
                rule.complianceHold());
    }
}
