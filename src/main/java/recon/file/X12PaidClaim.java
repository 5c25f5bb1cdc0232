package recon.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import recon.claim.Money;
import recon.file.X12Remittance.Column;

/** One claim of an 835 (CLP and what follows it up to the next), held until its last segment, since names and dates stand behind it. */
final class X12PaidClaim {

    /** An 835 has at most 999 lines a claim; a hundred times that is no claim, and would not fit in memory for long. */
    static final int MAX_SEGMENTS = 100_000;

    private final X12Segment clp;
    private final X12Adjustments adjustments = new X12Adjustments();
    private final List<String> remarkCodes = new ArrayList<>(0);
    private final List<X12PaidLine> lines = new ArrayList<>(4);
    private String lastName = "";
    private String firstName = "";
    private String memberId = "";
    private String insuredId = "";
    private String renderingNpi = "";
    private String firstDay = "";
    private String lastDay = "";
    private int segments;

    X12PaidClaim(X12Segment clp) {
        this.clp = clp;
    }

    void accept(X12Segment segment) throws X12LimitException {
        if (++segments > MAX_SEGMENTS) {
            throw new X12LimitException(
                    segment, "is still part of the claim that began %d segments before".formatted(segments));
        }
        if (segment.id().equals("SVC")) {
            lines.add(new X12PaidLine(segment, lines.size() + 1));
        } else if (lines.isEmpty()) {
            claimLevel(segment);
        } else {
            lines.get(lines.size() - 1).accept(segment);
        }
    }

    private void claimLevel(X12Segment segment) {
        switch (segment.id()) {
            case "CAS" -> adjustments.add(segment);
            case "NM1" -> name(segment);
            case "DTM" -> date(segment);
            case "MOA" -> remarkCodes(segment, 3, 4, 5, 6, 7);
            case "MIA" -> remarkCodes(segment, 5, 20, 21, 22, 23);
            default -> {
                // AMT, QTY, REF and PER of a claim are told otherwise or not needed.
            }
        }
    }

    private void name(X12Segment nm1) {
        switch (nm1.qualifier(1)) {
            case "QC" -> {
                lastName = nm1.element(3);
                firstName = nm1.element(4);
                memberId = nm1.element(9);
            }
            case "IL" -> insuredId = nm1.element(9);
            case "82" -> renderingNpi = nm1.is(8, "XX") ? nm1.element(9) : "";
            default -> {
                // 74 corrects the insured, TT and PR name other payers.
            }
        }
    }

    private void date(X12Segment dtm) {
        switch (dtm.qualifier(1)) {
            case "232", "472" -> firstDay = dtm.element(2);
            case "233" -> lastDay = dtm.element(2);
            default -> {
                // 036 expiry of coverage, 050 receipt.
            }
        }
    }

    private void remarkCodes(X12Segment segment, int... positions) {
        for (int position : positions) {
            if (!segment.element(position).isEmpty()) {
                remarkCodes.add(segment.element(position));
            }
        }
    }

    void writeTo(X12Output output, X12Remittance remittance) {
        if (lines.isEmpty()) {
            output.row(clp, withoutLines(remittance));
        } else if (!adjustments.isEmpty() || !remarkCodes.isEmpty()) {
            output.row(clp, claimLevel(remittance));
        }
        String claimDate = X12Remittance.firstOf(firstDay, lastDay);
        findParts(claimDate);
        for (X12PaidLine line : lines) {
            output.row(line.svc(), line.fill(row(remittance), claimDate, renderingNpi));
        }
        balance(output);
    }

    /**
     * Finds the lines that are parts of one: a payer may report a service line as several, each with the line's control number (X12
     * 835, 005010X221A1, service line splitting). Then the claim's charge (CLP03) is that of all its lines. A claim that is charged
     * less than they come to states a line again, and a repeat is no part.
     */
    private void findParts(String claimDate) {
        Money charges = Money.ZERO;
        for (X12PaidLine line : lines) {
            charges = X12Values.sum(charges, line.charge());
        }
        if (charges == null || !charges.equals(X12Values.amountOrZero(clp.element(3)))) {
            return;
        }
        Map<List<String>, X12PaidLine> first = new HashMap<>();
        for (X12PaidLine line : lines) {
            if (line.hasControlNumber()) {
                X12PaidLine before = first.putIfAbsent(line.asBilled(claimDate), line);
                if (before != null) {
                    line.isPartOf(before);
                }
            }
        }
    }

    private X12Row<Column> withoutLines(X12Remittance remittance) {
        return shared(row(remittance))
                .set(Column.BILLED, X12Values.decimal(clp.element(3)))
                .set(Column.PAID, X12Values.decimal(clp.element(4)))
                .set(Column.PATIENT_RESPONSIBILITY, X12Values.decimal(clp.element(5)))
                .set(Column.SERVICE_LINES, "0");
    }

    private X12Row<Column> claimLevel(X12Remittance remittance) {
        return shared(row(remittance))
                .set(Column.CLAIM_BILLED, X12Values.decimal(clp.element(3)))
                .set(Column.CLAIM_PAID, X12Values.decimal(clp.element(4)));
    }

    private X12Row<Column> shared(X12Row<Column> row) {
        return row.set(Column.SERVICE_DATE, X12Values.isoDate(X12Remittance.firstOf(firstDay, lastDay)))
                .set(Column.ADJUSTMENTS, adjustments.toString())
                .set(Column.REMARK_CODES, String.join(";", remarkCodes))
                .set(Column.RENDERING_NPI, renderingNpi);
    }

    private X12Row<Column> row(X12Remittance remittance) {
        return remittance
                .row()
                .set(Column.FILING_CODE, clp.element(6))
                .set(Column.PATIENT_CONTROL_NUMBER, clp.element(1))
                .set(Column.PAYER_CLAIM_NUMBER, clp.element(7))
                .set(Column.CLAIM_STATUS, clp.element(2))
                .set(Column.MEMBER_ID, X12Remittance.firstOf(memberId, insuredId))
                .set(Column.PATIENT_LAST_NAME, lastName)
                .set(Column.PATIENT_FIRST_NAME, firstName)
                .set(Column.PLACE_OF_SERVICE, clp.element(8));
    }

    /**
     * X12 835, balancing (005010X221A1 section 1.10.2): each line, the claim, and the claim's lines. What the lines leave open and the
     * claim-level adjustments take is no imbalance of theirs: the adjustments are pushed down to them.
     */
    private void balance(X12Output output) {
        Money lineCharges = Money.ZERO;
        Money linePayments = Money.ZERO;
        Money lineAdjustments = Money.ZERO;
        for (X12PaidLine line : lines) {
            lineCharges = X12Values.sum(lineCharges, line.charge());
            linePayments = X12Values.sum(linePayments, line.paid());
            lineAdjustments = X12Values.sum(lineAdjustments, line.adjustments().total());
        }
        Money leftOpen = X12Values.difference(X12Values.difference(lineCharges, lineAdjustments), linePayments);
        if (adjustments.isEmpty() || !Objects.equals(leftOpen, adjustments.total())) {
            lines.forEach(line -> balance(output, line));
        }
        Money charge = X12Values.amountOrZero(clp.element(3));
        Money paid = X12Values.amountOrZero(clp.element(4));
        output.balance(
                clp,
                "claim: paid (CLP04) against charge less all adjustments (CLP03 - CAS)",
                paid,
                X12Values.difference(charge, X12Values.sum(adjustments.total(), lineAdjustments)));
        if (lines.isEmpty()) {
            return;
        }
        // By the guide a claim-level adjustment is taken off the claim's payment alone; many a payer takes it off its
        // lines' too.
        Money lessAdjustments = X12Values.difference(linePayments, adjustments.total());
        boolean ofCharges = output.balance(
                clp, "claim: charge (CLP03) against the charges of its lines (SVC02)", charge, lineCharges);
        boolean ofPayments = output.balance(
                clp,
                "claim: paid (CLP04) against the payments of its lines (SVC03)",
                paid,
                Objects.equals(paid, lessAdjustments) ? paid : linePayments);
        if (ofCharges || ofPayments) {
            output.note(new FileNote.LinesApart(output.place(clp)));
        }
    }

    private static void balance(X12Output output, X12PaidLine line) {
        output.balance(
                line.svc(),
                "line: paid (SVC03) against charge less adjustments (SVC02 - CAS)",
                line.paid(),
                X12Values.difference(line.charge(), line.adjustments().total()));
    }
}
