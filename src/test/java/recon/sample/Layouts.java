package recon.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.GroupCode;
import recon.claim.Money;

/** The columns of the sample's files. */
final class Layouts {

    private Layouts() {}

    static final List<Column<SampleLine>> PLAIN_CLAIMS = List.of(
            Column.of("payer", line -> line.claim().payer().payerName()),
            Column.of("payer_class", line -> line.claim().payer().statedClass()),
            Column.of("patient_control_number", line -> line.claim().control()),
            Column.of("line_number", SampleLine::number),
            Column.of("line_control_number", SampleLine::controlNumber),
            Column.of("member_id", line -> line.claim().memberId()),
            Column.of("patient_last_name", line -> line.claim().lastName()),
            Column.of("patient_first_name", line -> line.claim().firstName()),
            Column.of("service_date", line -> line.claim().serviceDate()),
            Column.of("procedure_code", SampleLine::code),
            Column.of("modifiers", SampleLine::modifiers),
            Column.of("units", SampleLine::units),
            Column.of("charge", SampleLine::charge),
            Column.of("place_of_service", line -> line.claim().place()),
            Column.of("rendering_npi", line -> line.claim().npi()),
            Column.of("rendering_credential", line -> line.claim().credential()),
            Column.of("submitted_date", line -> line.claim().submitted()),
            Column.of("diagnoses", line -> line.claim().diagnosis()),
            Column.of("ndc", SampleLine::ndc),
            Column.of("drug", SampleLine::drug),
            Column.of("dose", SampleLine::dose),
            Column.of("route", SampleLine::route),
            Column.of("site", SampleLine::site),
            Column.of("administered", SampleLine::administered));

    /** The plain layout as it is documented. */
    static final List<Column<SamplePayment>> PLAIN_REMITTANCES = List.of(
            Column.of("payer", row -> row.payer().payerName()),
            Column.of("payer_class", row -> row.payer().statedClass()),
            Column.of("check_number", SamplePayment::checkNumber),
            Column.of("check_date", SamplePayment::checkDate),
            Column.of("patient_control_number", SamplePayment::control),
            Column.of("payer_claim_number", SamplePayment::payerClaim),
            Column.of("line_control_number", SamplePayment::lineControlNumber),
            Column.of("claim_status", SamplePayment::status),
            Column.of("member_id", SamplePayment::memberId),
            Column.of("patient_last_name", row -> row.line().claim().lastName()),
            Column.of("patient_first_name", row -> row.line().claim().firstName()),
            Column.of("service_date", SamplePayment::serviceDate),
            Column.of("procedure_code", SamplePayment::code),
            Column.of("modifiers", SamplePayment::modifiers),
            Column.of("units", row -> row.line().units()),
            Column.of("place_of_service", row -> row.line().claim().place()),
            Column.of("billed", SamplePayment::billed),
            Column.of("allowed", SamplePayment::allowed),
            Column.of("paid", SamplePayment::paid),
            Column.of("patient_responsibility", row -> unlessZero(row.patientShare(null))),
            Column.of("adjustments", row -> row.isAtClaimLevel() ? "" : Adjustment.format(row.adjustments())),
            Column.of("remark_codes", Layouts::remarks),
            Column.of("rendering_npi", row -> row.line().claim().npi()));

    /** A claim-level row in the plain layout: the claim's number, status and adjustments, and nothing of a line. */
    static final List<Column<SamplePayment>> PLAIN_CLAIM_LEVEL = PLAIN_REMITTANCES.stream()
            .map(column -> switch (column.heading()) {
                case "line_control_number", "procedure_code", "modifiers", "units", "billed", "allowed", "paid" ->
                    Column.<SamplePayment>of(column.heading(), row -> null);
                case "adjustments" ->
                    Column.<SamplePayment>of("adjustments", row -> Adjustment.format(row.adjustments()));
                default -> column;
            })
            .toList();

    /** A remittance advice made for printing: headings over two rows, codes as numbers. */
    static final List<Column<SamplePayment>> ADVICE = List.of(
            Column.of("Pat|Name", Layouts::name),
            Column.of("Pat Acct|No.", SamplePayment::control),
            Column.of("|ICN", SamplePayment::payerClaim),
            Column.of("Recipient|ID", SamplePayment::memberId),
            Column.of("Svc|Date", SamplePayment::serviceDate),
            Column.of("|POS", row -> row.line().claim().place()),
            Column.of("|CPT4", row -> numberIfDigits(row.code())),
            Column.of("|MODS", SamplePayment::modifiers),
            Column.of("|NOS", row -> row.line().units()),
            Column.of("Bill|Amt", SamplePayment::billed),
            Column.of("Allwd|Amt", SamplePayment::allowed),
            Column.of("Pd|Amt", SamplePayment::paid),
            Column.of("|GRP/RC-AMT", row -> Adjustment.format(row.adjustments())),
            Column.of("Remark|Codes", Layouts::remarks),
            Column.of("Warrant/EFT|#", SamplePayment::checkNumber),
            Column.of("Check|Date", SamplePayment::checkDate),
            Column.of("Pyr|Nam", row -> row.payer().payerName()));

    /** States neither an allowed amount nor, but for what it refuses, adjustments: the patient's share stands in three columns. */
    static final List<Column<SamplePayment>> SHARES = List.of(
            Column.of("Account", row -> numberIfDigits(row.control())),
            Column.of("TCN", SamplePayment::payerClaim),
            Column.of("Subscriber ID", SamplePayment::memberId),
            Column.of("Patient", Layouts::name),
            Column.of("DOS From", SamplePayment::serviceDate),
            Column.of("HCPCS/CPT", row -> numberIfDigits(row.code())),
            Column.of("Mod 1", row -> modifier(row, 0)),
            Column.of("Mod 2", row -> modifier(row, 1)),
            Column.of("Qty", row -> row.line().units()),
            Column.of("Charge", SamplePayment::billed),
            Column.of("Ded Amt", row -> row.patientShare("1")),
            Column.of("CoIns Amt", row -> row.patientShare("2")),
            Column.of("Copay", row -> row.patientShare("3")),
            Column.of("Paid", SamplePayment::paid),
            Column.of("Adjustments", Layouts::adjustmentsWhereRefused),
            Column.of("Remark Codes", Layouts::remarks),
            Column.of("Chk Nbr", SamplePayment::checkNumber),
            Column.of("Check Date", SamplePayment::checkDate),
            Column.of("Payer", row -> row.payer().payerName()));

    static final List<Column<SamplePayment>> PORTAL_EXPORT = List.of(
            Column.of("Payer Name", row -> row.payer().payerName()),
            Column.of("Patient Account", SamplePayment::control),
            Column.of("DCN", SamplePayment::payerClaim),
            Column.of("Insured ID", SamplePayment::memberId),
            Column.of("Patient", Layouts::name),
            Column.of("Date of Service", SamplePayment::serviceDate),
            Column.of("Place of Service", row -> row.line().claim().place()),
            Column.of("CPT Code", SamplePayment::code),
            Column.of("Modifier", SamplePayment::modifiers),
            Column.of("Units", row -> row.line().units()),
            Column.of("Charge Amount", SamplePayment::billed),
            Column.of("Allowed Amount", SamplePayment::allowed),
            Column.of("Amount Paid", SamplePayment::paid),
            Column.of("Adjustments", row -> Adjustment.format(row.adjustments())),
            Column.of("EFT Number", SamplePayment::checkNumber),
            Column.of("Check Date", SamplePayment::checkDate));

    /** Each adjustment in three columns of its own; no allowed amount. */
    static final List<Column<SamplePayment>> NUMBERED_ADJUSTMENTS = List.of(
            Column.of("Payer", row -> row.payer().payerName()),
            Column.of("Account Number", SamplePayment::control),
            Column.of("Recipient ID", SamplePayment::memberId),
            Column.of("Claim Status", SamplePayment::status),
            Column.of("SERV DATE", SamplePayment::serviceDate),
            Column.of("PROC", SamplePayment::code),
            Column.of("M1", row -> modifier(row, 0)),
            Column.of("M2", row -> modifier(row, 1)),
            Column.of("billed_units", row -> row.line().units()),
            Column.of("BILLED", SamplePayment::billed),
            Column.of("PROV PD", SamplePayment::paid),
            Column.of(
                    "adj_0_group",
                    row -> adjustment(row, 0) == null
                            ? null
                            : adjustment(row, 0).group().name()),
            Column.of(
                    "adj_0_code",
                    row -> adjustment(row, 0) == null
                            ? null
                            : adjustment(row, 0).carc().code()),
            Column.of(
                    "adj_0_amount",
                    row -> adjustment(row, 0) == null
                            ? null
                            : adjustment(row, 0).amount()),
            Column.of(
                    "adj_1_group",
                    row -> adjustment(row, 1) == null
                            ? null
                            : adjustment(row, 1).group().name()),
            Column.of(
                    "adj_1_code",
                    row -> adjustment(row, 1) == null
                            ? null
                            : adjustment(row, 1).carc().code()),
            Column.of(
                    "adj_1_amount",
                    row -> adjustment(row, 1) == null
                            ? null
                            : adjustment(row, 1).amount()),
            Column.of("Check/EFT Number", SamplePayment::checkNumber),
            Column.of("Check Date", SamplePayment::checkDate));

    private static @Nullable Adjustment adjustment(SamplePayment row, int index) {
        return index < row.adjustments().size() ? row.adjustments().get(index) : null;
    }

    private static @Nullable Money unlessZero(Money amount) {
        return amount.isZero() ? null : amount;
    }

    private static String name(SamplePayment row) {
        SampleClaim claim = row.line().claim();
        return row.memberId().isEmpty() ? "" : claim.lastName() + ", " + claim.firstName();
    }

    static String remarks(SamplePayment row) {
        return String.join(" ", row.remarks());
    }

    private static Object numberIfDigits(String text) {
        return text.matches("\\d+") ? (Object) Integer.valueOf(text) : text;
    }

    static String modifier(SamplePayment row, int index) {
        String[] modifiers = row.modifiers().split(" ");
        return index < modifiers.length ? modifiers[index] : "";
    }

    private static String adjustmentsWhereRefused(SamplePayment row) {
        boolean refused = row.adjustments().stream().anyMatch(one -> !one.hasCarc("45") && one.group() != GroupCode.PR);
        return refused
                ? Adjustment.format(row.adjustments().stream()
                        .filter(one -> one.group() != GroupCode.PR)
                        .toList())
                : "";
    }
}
