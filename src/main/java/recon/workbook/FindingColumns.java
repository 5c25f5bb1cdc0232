package recon.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.verdict.Finding;

/** The columns of the sheets that list findings line by line. */
final class FindingColumns {

    private FindingColumns() {}

    /** {@code Underpaid lines}. */
    static List<Column<WorkItem>> underpaid() {
        return priced("Short by", "Expected low less allowed, the whole shortfall, tolerance not taken off", false);
    }

    /** {@code Overpaid lines}: the columns of {@code Underpaid lines} with "Over by" in the place of "Short by". */
    static List<Column<WorkItem>> overpaid() {
        return priced("Over by", "Allowed less expected high; money that the payer may take back", true);
    }

    private static List<Column<WorkItem>> priced(String atIssue, String meaning, boolean over) {
        List<Column<Finding>> columns = new ArrayList<>(subject());
        columns.add(Column.money(
                "Billed", "Charge of the claim line", f -> f.amounts().billed()));
        columns.add(Column.money(
                "Allowed", "What the payer allowed for all units of the line, whoever owes it", f -> f.amounts()
                        .allowed()));
        columns.add(
                Column.text("Allowed from", 11, "How the allowed amount is known: stated, or derived", f -> f.amounts()
                        .allowedFrom()));
        columns.add(Column.money(
                "Paid",
                "Net of all payments, reversals and corrections; what is taken back at provider level is not off it",
                f -> f.amounts().paid()));
        columns.add(Column.money("Patient share", "Deductible, co-insurance and co-payment", f -> f.amounts()
                .patientShare()));
        columns.add(Column.money(
                "Sequestration", "Medicare's reduction after the allowed amount (CARC 253)", f -> f.amounts()
                        .sequestration()));
        columns.add(Column.money(
                "Expected low",
                "Least that should be allowed: rate x units, or the charge where it is lower",
                FindingColumns::low));
        columns.add(Column.money("Expected high", "Most that should be allowed: rate x units", FindingColumns::high));
        columns.add(Column.text("Range source", 13, "Kind and source of the rate", FindingColumns::rangeSource));
        columns.add(Column.money(atIssue, meaning, Finding::atIssue));
        columns.add(Column.percent(
                "Short %",
                "Short by in percent of expected low; blank for overpaid lines",
                f -> over ? null : share(f.atIssue(), low(f))));
        columns.add(Column.text("Cause", 16, "What the amount betrays about its cause", Finding::cause));
        columns.add(Column.sentences("Why", 44, "The verdict's arithmetic in words", Finding::why));
        columns.addAll(check());
        columns.addAll(deadline());
        columns.addAll(sources());
        List<Column<WorkItem>> all = new ArrayList<>(ofItems(columns));
        all.addAll(worklist());
        if (over) {
            all.add(Column.percent(
                    "Over %",
                    "Over by in percent of expected high",
                    i -> share(i.finding().atIssue(), high(i.finding()))));
        }
        all.addAll(bookkeeping());
        return all;
    }

    /** {@code Denied lines}. */
    static List<Column<WorkItem>> denied() {
        List<Column<Finding>> columns = new ArrayList<>(subject());
        columns.add(Column.money(
                "Billed", "Charge of the claim line", f -> f.amounts().billed()));
        columns.add(Column.money(
                "At stake",
                "Expected low x units, less what was allowed on partly denied lines; blank where the payer class is unknown",
                Finding::atIssue));
        columns.add(Column.text(
                "Group",
                7,
                "Group code of the primary reason: CO provider, PR patient, OA other, PI payer",
                f -> ofDenial(f, Finding.Denial::group)));
        columns.add(Column.identifier(
                "CARC",
                7,
                "Claim adjustment reason code of the primary reason",
                f -> ofDenial(f, Finding.Denial::carc)));
        columns.add(Column.identifier(
                "RARC", 12, "Remittance advice remark codes", f -> ofDenial(f, Finding.Denial::rarc)));
        columns.add(
                Column.text("Category", 16, "What the reason is about", f -> ofDenial(f, Finding.Denial::category)));
        columns.add(Column.text(
                "Kind",
                11,
                "S soft (can be mended), H hard, or send a new claim",
                f -> ofDenial(f, Finding.Denial::kind)));
        columns.add(Column.text(
                "Preventable",
                11,
                "Whether it could have been avoided before the claim was sent",
                f -> ofDenial(f, d -> d.preventable() ? "yes" : "no")));
        columns.add(
                Column.sentences("Next action", 30, "What to do next", f -> ofDenial(f, Finding.Denial::nextAction)));
        columns.add(Column.sentences("Why", 44, "The verdict in words", Finding::why));
        columns.addAll(check());
        columns.addAll(deadline());
        columns.add(Column.date(
                "First denied", "Check date of the first denial", f -> ofDenial(f, Finding.Denial::firstDenied)));
        columns.add(Column.count(
                "Times denied", 9, "How often the line was denied", f -> ofDenial(f, Finding.Denial::timesDenied)));
        columns.addAll(sources());
        List<Column<WorkItem>> all = new ArrayList<>(ofItems(columns));
        all.addAll(worklist());
        all.add(Column.text("Verdict", 16, "DENIED, or PARTLY_DENIED where some units were allowed", i -> i.finding()
                .verdict()
                .name()));
        all.addAll(bookkeeping());
        return all;
    }

    private static List<Column<Finding>> subject() {
        return List.of(
                payer(),
                payerClass(),
                claim(),
                payerClaim(),
                line(),
                Column.text(
                        "Patient", 20, "Last name, first name", f -> f.subject().patient()),
                Column.identifier("Member id", 13, "The patient's number with the payer", f -> f.subject()
                        .memberId()),
                serviceDate(),
                Column.identifier(
                        "Place", 6, "Place of service code", f -> f.subject().placeOfService()),
                units(),
                Column.identifier("Modifiers", 10, "Modifiers of 96372 as billed", f -> f.subject()
                        .modifiers()));
    }

    static Column<Finding> payer() {
        return Column.text("Payer", 20, "The payer's name as payers.csv knows it, else as written", f -> f.subject()
                .payer());
    }

    static Column<Finding> payerClass() {
        return Column.text("Payer class", 10, "Medicare, Medicaid, Private or Unknown", f -> f.subject()
                .payerClass()
                .label());
    }

    static Column<Finding> claim() {
        return Column.identifier(
                "Claim", 13, "Patient control number: the practice's own claim number", f -> f.subject()
                        .claim());
    }

    static Column<Finding> payerClaim() {
        return Column.identifier("Payer claim no.", 15, "The payer's claim number (ICN)", f -> f.subject()
                .payerClaimNumber());
    }

    static Column<Finding> line() {
        return Column.count("Line", 6, "Number of the line within the claim", f -> f.subject()
                .lineNumber());
    }

    static Column<Finding> serviceDate() {
        return Column.date(
                "Service date", "First date of service", f -> f.subject().serviceDate());
    }

    static Column<Finding> units() {
        return Column.count("Units", 6, "Units billed", f -> f.subject().units());
    }

    static List<Column<Finding>> check() {
        return List.of(
                Column.identifier(
                        "Check / EFT",
                        17,
                        "Check or transfer that decided the line",
                        f -> ofPayment(f, Finding.Payment::checkNumber)),
                Column.date(
                        "Check date", "Date of that check or transfer", f -> ofPayment(f, Finding.Payment::checkDate)));
    }

    private static List<Column<Finding>> deadline() {
        return List.of(
                Column.date("Appeal by", "Last day on which an appeal can be sent", Finding::appealBy),
                Column.count(
                        "Days left",
                        8,
                        "Days from the month's last day to Appeal by; negative once it has passed",
                        Finding::daysLeft));
    }

    static Column<Finding> remittanceSource() {
        return Column.text(
                "Remittance source",
                24,
                "File, sheet and row (or X12 segment) of the payment line",
                f -> ofPayment(f, Finding.Payment::source));
    }

    static Column<Finding> claimSource() {
        return Column.text(
                "Claim source", 24, "File, sheet and row (or X12 segment) of the claim line", Finding::claimSource);
    }

    static Column<Finding> openSince() {
        return Column.text(
                "Open since",
                10,
                "The earlier month that listed the line first, by whatever verdict, where it has been open ever since",
                f -> f.past().openSince() == null ? null : f.past().openSince().toString());
    }

    private static List<Column<Finding>> sources() {
        return List.of(remittanceSource(), claimSource());
    }

    private static List<Column<WorkItem>> worklist() {
        return List.of(
                Column.input(
                        "Owner",
                        11,
                        "Who works on it; yours to fill in, carried into the next revision",
                        i -> i.carried().owner()),
                Column.input(
                        "Status",
                        13,
                        "Where the work stands; yours to fill in, carried into the next revision",
                        i -> i.carried().status()),
                Column.input("Notes", 24, "Yours to fill in, carried into the next revision", i -> i.carried()
                        .notes()));
    }

    private static List<Column<WorkItem>> bookkeeping() {
        return List.of(
                Column.text(
                        "Changed",
                        16,
                        "What this line's verdict or amount was in the worklist before, where it has changed",
                        i -> i.carried().changeTo(i.finding())),
                Column.identifier(
                        "Line key", 80, "Finds the line again in the next revision; do not edit", WorkItem::key),
                openSince().over(WorkItem::finding));
    }

    private static List<Column<WorkItem>> ofItems(List<Column<Finding>> columns) {
        return columns.stream()
                .map(column -> column.<WorkItem>over(WorkItem::finding))
                .toList();
    }

    static @Nullable Money low(Finding finding) {
        return finding.expected() == null ? null : finding.expected().low();
    }

    static @Nullable Money high(Finding finding) {
        return finding.expected() == null ? null : finding.expected().high();
    }

    static @Nullable String rangeSource(Finding finding) {
        return finding.expected() == null ? null : finding.expected().source();
    }

    /** A part of a whole as a ratio, unrounded since it is rounded where it is shown; null where it has none. */
    static @Nullable BigDecimal share(@Nullable Money part, @Nullable Money whole) {
        if (part == null || whole == null || whole.isZero()) {
            return null;
        }
        return part.toDollars().divide(whole.toDollars(), MathContext.DECIMAL64);
    }

    static @Nullable Object ofDenial(Finding finding, Function<Finding.Denial, @Nullable Object> value) {
        Finding.Denial denial = finding.denial();
        return denial == null ? null : value.apply(denial);
    }

    static @Nullable Object ofPayment(Finding finding, Function<Finding.Payment, @Nullable Object> value) {
        Finding.Payment payment = finding.payment();
        return payment == null ? null : value.apply(payment);
    }
}
