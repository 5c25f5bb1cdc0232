package recon.workbook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import recon.verdict.Finding;

/**
 * A claim line that the payer has not answered.
 *
 * @param asOf the month's last day, from which its age counts
 */
record NoResponse(Finding finding, LocalDate asOf) {

    /** The ageing buckets of receivables, youngest first. */
    static final List<String> AGEINGS = List.of("0-30", "31-60", "61-90", "91-120", "over 120");

    private static final int DAYS_OF_A_BUCKET = 30;

    /** Days since the claim was submitted, or since the service where no submission is stated. */
    long days() {
        LocalDate submitted = finding.subject().submitted();
        LocalDate since = submitted == null ? finding.subject().serviceDate() : submitted;
        return Math.max(0, ChronoUnit.DAYS.between(since, asOf));
    }

    String ageing() {
        long bucket = Math.max(0, days() - 1) / DAYS_OF_A_BUCKET;
        return AGEINGS.get((int) Math.min(bucket, AGEINGS.size() - 1L));
    }

    static List<Column<NoResponse>> columns() {
        return List.of(
                FindingColumns.payer().over(NoResponse::finding),
                FindingColumns.payerClass().over(NoResponse::finding),
                FindingColumns.claim().over(NoResponse::finding),
                FindingColumns.line().over(NoResponse::finding),
                FindingColumns.serviceDate().over(NoResponse::finding),
                Column.date("Submitted", "When the claim was sent", n -> n.finding()
                        .subject()
                        .submitted()),
                Column.count(
                        "Days", 8, "Days from submission, else service, to the month's last day", NoResponse::days),
                Column.text("Ageing", 11, "Days in buckets of thirty", NoResponse::ageing),
                Column.money("Billed", "Charge of the claim line", n -> n.finding()
                        .amounts()
                        .billed()),
                Column.money("Expected low", "Least that should be allowed", n -> FindingColumns.low(n.finding())),
                FindingColumns.claimSource().over(NoResponse::finding));
    }
}
