package recon.verdict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerClass;
import recon.load.LineRows;
import recon.load.RowParameters;
import recon.load.RowType;

/** Findings as rows of their tables: written in the order of {@code FindingMapper.xml}, read by column name. */
final class FindingRows {

    private FindingRows() {}

    public static class FindingRow extends RowType<FindingMapper.StoredFinding> {
        @Override
        protected void write(FindingMapper.StoredFinding stored, RowParameters row) throws SQLException {
            Finding finding = stored.finding();
            row.number(stored.runId())
                    .number(stored.findingId())
                    .number(finding.claimLineId())
                    .number(finding.remittanceLineId())
                    .name(finding.verdict());
            write(finding.subject(), row);
            write(finding.amounts(), row);
            write(finding.expected(), row);
            row.money(finding.atIssue())
                    .money(finding.difference())
                    .text(finding.cause())
                    .text(finding.why())
                    .text(finding.trace());
            write(finding.denial(), row);
            write(finding.payment(), row);
            row.date(finding.appealBy()).number(finding.daysLeft());
            write(finding.recovery(), row);
            row.text(finding.suggestedClaim()).text(finding.claimSource());
            write(finding.past(), row);
        }

        private static void write(Finding.Subject subject, RowParameters row) throws SQLException {
            row.text(subject.payer())
                    .name(subject.payerClass())
                    .text(subject.claim())
                    .text(subject.payerClaimNumber())
                    .number(subject.lineNumber())
                    .text(subject.patient())
                    .text(subject.memberId())
                    .date(subject.serviceDate())
                    .date(subject.submitted())
                    .text(subject.placeOfService())
                    .number(subject.units())
                    .text(subject.modifiers())
                    .text(subject.state())
                    .text(subject.locality())
                    .text(subject.credential());
        }

        private static void write(Finding.Amounts amounts, RowParameters row) throws SQLException {
            row.money(amounts.billed())
                    .money(amounts.allowed())
                    .text(amounts.allowedFrom())
                    .money(amounts.paid())
                    .money(amounts.patientShare())
                    .money(amounts.sequestration());
        }

        private static void write(Finding.@Nullable Expected expected, RowParameters row) throws SQLException {
            row.money(expected == null ? null : expected.low())
                    .money(expected == null ? null : expected.high())
                    .text(expected == null ? null : expected.source());
        }

        private static void write(Finding.@Nullable Denial denial, RowParameters row) throws SQLException {
            row.text(denial == null ? null : denial.group())
                    .text(denial == null ? null : denial.carc())
                    .text(denial == null ? null : denial.rarc())
                    .text(denial == null ? null : denial.category())
                    .text(denial == null ? null : denial.kind())
                    .truth(denial == null ? null : denial.preventable())
                    .text(denial == null ? null : denial.nextAction())
                    .date(denial == null ? null : denial.firstDenied())
                    .number(denial == null ? null : (Integer) denial.timesDenied());
        }

        private static void write(Finding.@Nullable Payment payment, RowParameters row) throws SQLException {
            row.text(payment == null ? null : payment.checkNumber())
                    .date(payment == null ? null : payment.checkDate())
                    .number(payment == null ? null : payment.matchTier())
                    .text(payment == null ? null : payment.matchNote())
                    .text(payment == null ? null : payment.source());
        }

        private static void write(Finding.Past past, RowParameters row) throws SQLException {
            row.text(past.openSince() == null ? null : past.openSince().toString())
                    .truth(past.decided())
                    .truth(past.listed());
        }

        private static void write(Finding.@Nullable Recovery recovery, RowParameters row) throws SQLException {
            row.name(recovery == null ? null : recovery.firstVerdict())
                    .text(recovery == null ? null : recovery.firstMonth().toString())
                    .money(recovery == null ? null : recovery.firstAllowed())
                    .money(recovery == null ? null : recovery.finalAllowed());
        }

        @Override
        protected FindingMapper.StoredFinding read(ResultSet row) throws SQLException {
            return new FindingMapper.StoredFinding(
                    row.getLong("run_id"),
                    row.getLong("finding_id"),
                    new Finding(
                            number(row, "claim_line_id"),
                            number(row, "remittance_line_id"),
                            Verdict.valueOf(row.getString("verdict")),
                            subject(row),
                            amounts(row),
                            expected(row),
                            moneyIfStated(row, "at_issue"),
                            moneyIfStated(row, "difference"),
                            row.getString("cause"),
                            row.getString("why"),
                            row.getString("trace"),
                            denial(row),
                            payment(row),
                            date(row, "appeal_by"),
                            integer(row, "days_left"),
                            recovery(row),
                            row.getString("suggested_claim"),
                            row.getString("claim_source"),
                            new Finding.Past(
                                    month(row, "open_since"),
                                    row.getBoolean("decided_before"),
                                    row.getBoolean("listed_before"))));
        }

        private static @Nullable YearMonth month(ResultSet row, String column) throws SQLException {
            String month = row.getString(column);
            return month == null ? null : YearMonth.parse(month);
        }

        private static Finding.Subject subject(ResultSet row) throws SQLException {
            return new Finding.Subject(
                    row.getString("payer"),
                    PayerClass.valueOf(row.getString("payer_class")),
                    row.getString("claim"),
                    row.getString("payer_claim"),
                    integer(row, "line_number"),
                    row.getString("patient"),
                    row.getString("member_id"),
                    Objects.requireNonNull(date(row, "service_date")),
                    date(row, "submitted"),
                    row.getString("pos"),
                    integer(row, "units"),
                    row.getString("modifiers"),
                    row.getString("state"),
                    row.getString("locality"),
                    row.getString("credential"));
        }

        private static Finding.Amounts amounts(ResultSet row) throws SQLException {
            return new Finding.Amounts(
                    money(row, "billed"),
                    moneyIfStated(row, "allowed"),
                    row.getString("allowed_from"),
                    moneyIfStated(row, "paid"),
                    moneyIfStated(row, "patient_share"),
                    moneyIfStated(row, "sequestration"));
        }

        private static Finding.@Nullable Expected expected(ResultSet row) throws SQLException {
            String source = row.getString("range_source");
            return source == null
                    ? null
                    : new Finding.Expected(money(row, "expected_low"), money(row, "expected_high"), source);
        }

        private static Finding.@Nullable Denial denial(ResultSet row) throws SQLException {
            String group = row.getString("denial_group");
            return group == null
                    ? null
                    : new Finding.Denial(
                            group,
                            row.getString("carc"),
                            row.getString("rarc"),
                            row.getString("category"),
                            row.getString("kind"),
                            row.getBoolean("preventable"),
                            row.getString("next_action"),
                            date(row, "first_denied"),
                            row.getInt("times_denied"));
        }

        private static Finding.@Nullable Payment payment(ResultSet row) throws SQLException {
            String source = row.getString("remittance_source");
            return source == null
                    ? null
                    : new Finding.Payment(
                            row.getString("check_number"),
                            date(row, "check_date"),
                            integer(row, "match_tier"),
                            row.getString("match_note"),
                            source);
        }

        private static Finding.@Nullable Recovery recovery(ResultSet row) throws SQLException {
            String verdict = row.getString("first_verdict");
            return verdict == null
                    ? null
                    : new Finding.Recovery(
                            Verdict.valueOf(verdict),
                            YearMonth.parse(row.getString("first_month")),
                            money(row, "first_allowed"),
                            money(row, "final_allowed"));
        }
    }

    public static class AuditWriter extends RowType<FindingMapper.StoredAudit> {
        @Override
        protected void write(FindingMapper.StoredAudit stored, RowParameters row) throws SQLException {
            AuditFinding finding = stored.finding();
            row.number(stored.runId())
                    .number(finding.line().id())
                    .number(finding.rule())
                    .text(finding.title())
                    .text(finding.evidence())
                    .text(finding.predictedCarc())
                    .text(finding.certainty())
                    .truth(finding.complianceHold());
        }
    }

    public static class AuditReader extends RowType<AuditWarning> {
        @Override
        protected AuditWarning read(ResultSet row) throws SQLException {
            String verdict = row.getString("verdict");
            return new AuditWarning(
                    new AuditFinding(
                            LineRows.claimLine(row),
                            row.getInt("rule_number"),
                            row.getString("title"),
                            row.getString("evidence"),
                            row.getString("predicted"),
                            row.getString("certainty"),
                            row.getBoolean("compliance")),
                    verdict == null ? null : Verdict.valueOf(verdict));
        }
    }

    public static class AnswerReader extends RowType<FindingMapper.LineAnswer> {
        @Override
        protected FindingMapper.LineAnswer read(ResultSet row) throws SQLException {
            return new FindingMapper.LineAnswer(
                    row.getLong("claim_line_id"),
                    new AuditAnswer(
                            row.getInt("rule_number"),
                            row.getString("title"),
                            row.getString("predicted"),
                            row.getBoolean("compliance"),
                            row.getString("payer"),
                            Verdict.valueOf(row.getString("verdict")),
                            LineRows.adjustments(row),
                            LineRows.codes(row, "remark_codes")));
        }
    }
}
