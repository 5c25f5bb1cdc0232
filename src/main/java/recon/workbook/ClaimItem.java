package recon.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.load.MatchKeys;
import recon.verdict.Finding;

/**
 * The underpaid lines of one claim.
 *
 * @param lines one or more, of the same payer and claim, whose number is compared as in the matching
 */
record ClaimItem(List<Finding> lines) {

    private Finding first() {
        return lines.get(0);
    }

    boolean includes(Finding finding) {
        Finding.Subject mine = first().subject();
        Finding.Subject other = finding.subject();
        return mine.payer().equals(other.payer())
                && mine.payerClass() == other.payerClass()
                && MatchKeys.areStatedAlike(mine.claim(), other.claim());
    }

    private Tally tally() {
        Tally tally = new Tally();
        lines.forEach(tally::add);
        return tally;
    }

    private String each(Function<Finding, @Nullable Object> value) {
        return lines.stream()
                .map(value)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private @Nullable Money sum(Function<Finding, @Nullable Money> value) {
        return lines.stream()
                .map(value)
                .filter(Objects::nonNull)
                .reduce(Money::plus)
                .orElse(null);
    }

    private @Nullable LocalDate earliest(Function<Finding, @Nullable LocalDate> value) {
        return lines.stream()
                .map(value)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable Integer fewestDaysLeft() {
        return lines.stream()
                .map(Finding::daysLeft)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private int units() {
        return lines.stream()
                .map(f -> f.subject().units())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** {@code Underpaid claims}: the columns of {@code Underpaid lines}, summed, joined or the earliest of the claim's lines. */
    static List<Column<ClaimItem>> columns() {
        List<Column<ClaimItem>> columns = new ArrayList<>();
        for (Column<Finding> same : List.of(
                FindingColumns.payer(),
                FindingColumns.payerClass(),
                FindingColumns.claim(),
                FindingColumns.payerClaim())) {
            columns.add(same.over(ClaimItem::first));
        }
        columns.add(Column.count(
                "Lines", 7, "Underpaid lines of the claim", c -> c.lines().size()));
        columns.add(Column.text(
                "Patient", 24, "Last name, first name", c -> c.first().subject().patient()));
        columns.add(Column.identifier("Member id", 16, "The patient's number with the payer", c -> c.first()
                .subject()
                .memberId()));
        columns.add(Column.date(
                "Service date",
                "First date of service among the lines",
                c -> c.earliest(f -> f.subject().serviceDate())));
        columns.add(Column.count("Units", 7, "Units billed", ClaimItem::units));
        columns.add(Column.money(
                "Billed", "Charges of the underpaid lines", c -> c.tally().billed()));
        columns.add(Column.money("Allowed", "Allowed amounts of the underpaid lines", c -> c.tally()
                .allowed()));
        columns.add(Column.money(
                "Paid",
                "Net payments of the underpaid lines",
                c -> c.sum(f -> f.amounts().paid())));
        columns.add(Column.money(
                "Patient share",
                "Deductible, co-insurance and co-payment",
                c -> c.sum(f -> f.amounts().patientShare())));
        columns.add(Column.money(
                "Expected low", "Sum of the lines' expected low", c -> c.tally().expectedLow()));
        columns.add(Column.money("Expected high", "Sum of the lines' expected high", c -> c.sum(FindingColumns::high)));
        columns.add(Column.text(
                "Range source", 20, "Kind and source of the rates", c -> c.each(FindingColumns::rangeSource)));
        columns.add(Column.money(
                "Short by", "Sum of the lines' shortfalls", c -> c.tally().atIssue()));
        columns.add(Column.percent(
                "Short %",
                "Short by in percent of expected low",
                c -> FindingColumns.share(c.tally().atIssue(), c.tally().expectedLow())));
        columns.add(Column.text("Cause", 28, "The lines' causes", c -> c.each(Finding::cause)));
        columns.add(Column.identifier(
                "Check / EFT",
                18,
                "Checks or transfers that decided the lines",
                c -> c.each(f -> FindingColumns.ofPayment(f, Finding.Payment::checkNumber))));
        columns.add(Column.date(
                "Appeal by", "Earliest of the lines' appeal deadlines", c -> c.earliest(Finding::appealBy)));
        columns.add(
                Column.count("Days left", 8, "Days from the month's last day to Appeal by", ClaimItem::fewestDaysLeft));
        return columns;
    }
}
