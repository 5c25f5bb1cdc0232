package recon.file;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.CheckTotal;
import recon.claim.Money;
import recon.claim.ProviderAdjustment;
import recon.claim.TextLength;

/**
 * One 835 transaction: a check or EFT, the claims paid under it and its provider-level adjustments. Positions are those of the X12
 * guides 005010X221A1 and 004010X091A1.
 */
final class X12Remittance implements X12Transaction {

    /** The columns of an 835's rows, named as in the plain layout and more. */
    enum Column {
        PAYER,
        PAYER_ID,
        FILING_CODE,
        CHECK_NUMBER,
        CHECK_DATE,
        PATIENT_CONTROL_NUMBER,
        PAYER_CLAIM_NUMBER,
        LINE_CONTROL_NUMBER,
        LINE_SEQUENCE,
        /** On each part of a line that the payer split: the sequence of its first. */
        PART_OF,
        CLAIM_STATUS,
        MEMBER_ID,
        PATIENT_LAST_NAME,
        PATIENT_FIRST_NAME,
        SERVICE_DATE,
        PROCEDURE_CODE,
        ORIGINAL_CODE,
        MODIFIERS,
        UNITS,
        PAID_UNITS,
        PLACE_OF_SERVICE,
        BILLED,
        ALLOWED,
        PAID,
        /** CLP05 of a claim without service lines; a line's share stands in its PR adjustments and nowhere else. */
        PATIENT_RESPONSIBILITY,
        ADJUSTMENTS,
        REMARK_CODES,
        RENDERING_NPI,
        /** CLP03 and CLP04 on a claim-level row, apart from the lines' columns so that no dollar counts twice. */
        CLAIM_BILLED,
        CLAIM_PAID,
        /** 0 on the row of a claim without service lines, else blank. */
        SERVICE_LINES;

        private static final int COUNT = values().length;
    }

    static final List<String> HEADINGS = X12Row.headings(Column.values());

    private static final int FIRST_PLB = 3;
    private static final int LAST_PLB = 13;

    /** The code list of PLB03-1 has two characters. */
    private static final int LONGEST_REASON = 20;

    private final X12Output output;
    private final String groupDate;

    private @Nullable X12Segment payment;
    private String checkNumber = "";
    private String originatorId = "";
    private String payer = "";
    private String payerId = "";
    private String payerAdditionalId = "";
    private boolean inPayerLoop;
    private @Nullable X12PaidClaim claim;
    private @Nullable Money claimsPaid = Money.ZERO;
    private @Nullable Money providerAdjustments = Money.ZERO;

    /** By reason and reference. */
    private final Map<List<String>, ProviderAdjustment> adjustments = new LinkedHashMap<>();

    /** @param groupDate GS04, which stands in for a check date that the transaction does not state */
    X12Remittance(X12Output output, String groupDate) {
        this.output = output;
        this.groupDate = groupDate;
    }

    @Override
    public void accept(X12Segment segment) throws X12LimitException {
        switch (segment.id()) {
            case "CLP" -> {
                endClaim();
                claim = new X12PaidClaim(segment);
                claimsPaid = X12Values.sum(claimsPaid, X12Values.amountOrZero(segment.element(4)));
            }
            case "LX" -> endClaim();
            case "PLB" -> {
                endClaim();
                providerLevel(segment);
            }
            default -> {
                if (claim != null) {
                    claim.accept(segment);
                } else {
                    header(segment);
                }
            }
        }
    }

    private void header(X12Segment segment) throws X12LimitException {
        switch (segment.id()) {
            case "BPR" -> payment = segment;
            case "TRN" -> {
                if (checkNumber.isEmpty()) {
                    checkNumber = stated(segment, segment.element(2));
                    originatorId = segment.element(3);
                }
            }
            case "N1" -> {
                inPayerLoop = segment.is(1, "PR");
                if (inPayerLoop) {
                    payer = stated(segment, segment.element(2));
                    payerId = segment.element(4);
                }
            }
            case "REF" -> {
                if (inPayerLoop && segment.is(1, "2U")) {
                    payerAdditionalId = segment.element(2);
                }
            }
            case "SVC", "CAS" ->
                throw new X12LimitException(segment, "belongs to no claim (CLP), so claims may be missing");
            default -> {
                // Addresses, contacts and the rest of the header say nothing of a payment.
            }
        }
    }

    private void endClaim() {
        if (claim != null) {
            claim.writeTo(output, this);
            claim = null;
        }
    }

    /** A row with what every row under this check says. */
    X12Row<Column> row() {
        return new X12Row<Column>(Column.COUNT)
                .set(Column.PAYER, payer)
                .set(Column.PAYER_ID, firstOf(payerId, payerAdditionalId, originatorId))
                .set(Column.CHECK_NUMBER, checkNumber)
                .set(Column.CHECK_DATE, X12Values.isoDate(checkDate()));
    }

    private String checkDate() {
        return firstOf(payment == null ? "" : payment.element(16), groupDate);
    }

    /** A text of the check. */
    private static String stated(X12Segment segment, String text) throws X12LimitException {
        if (text.length() > TextLength.MOST) {
            throw new X12LimitException(segment, "holds a text of more than %d characters".formatted(TextLength.MOST));
        }
        return text;
    }

    private void providerLevel(X12Segment plb) throws X12LimitException {
        for (int at = FIRST_PLB; at <= LAST_PLB && at <= plb.size(); at += 2) {
            String[] reason = plb.qualified(at);
            String stated = plb.element(at + 1);
            if (reason[0].isEmpty() && stated.isEmpty()) {
                continue;
            }
            Money amount = X12Values.amountOrZero(stated);
            providerAdjustments = X12Values.sum(providerAdjustments, amount);
            if (amount == null) {
                output.remark(
                        plb,
                        "the amount of provider-level adjustment %d (PLB%02d) is no amount".formatted(at / 2, at + 1));
            } else {
                String code = reasonCode(reason[0]);
                String reference = reason.length > 1 ? stated(plb, reason[1]) : "";
                ProviderAdjustment adjustment = new ProviderAdjustment(
                        output.place(plb),
                        orNull(payer),
                        orNull(checkNumber),
                        X12Values.date(checkDate()),
                        code,
                        orNull(reference),
                        amount);
                adjustments.merge(List.of(code, reference), adjustment, ProviderAdjustment::plus);
            }
        }
    }

    private static String reasonCode(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        return code.length() <= LONGEST_REASON ? code : code.substring(0, LONGEST_REASON);
    }

    @Override
    public void end() {
        endClaim();
        adjustments.values().forEach(adjustment -> output.note(new FileNote.Provider(adjustment)));
        if (payment == null) {
            return;
        }
        Money stated = X12Values.amountOrZero(payment.element(2));
        if (stated == null || claimsPaid == null || providerAdjustments == null) {
            output.remark(
                    payment,
                    "the check cannot be compared with its claims: an amount in BPR02, CLP04 or PLB is no amount");
            return;
        }
        LocalDate date = X12Values.date(checkDate());
        output.note(new FileNote.Check(new CheckTotal(
                output.place(payment),
                orNull(payer),
                orNull(checkNumber),
                date,
                stated,
                claimsPaid,
                providerAdjustments)));
    }

    static String firstOf(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
