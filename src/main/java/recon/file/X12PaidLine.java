package recon.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.file.X12Remittance.Column;

/** One service line of an 835 (SVC and what follows it). */
final class X12PaidLine {

    private static final int FIRST_MODIFIER = 2;
    private static final int BEHIND_MODIFIERS = 6;

    private final X12Segment svc;
    private final int sequence;
    private final X12Adjustments adjustments = new X12Adjustments();
    private final List<String> remarkCodes = new ArrayList<>(0);
    private String serviceDate = "";
    private String periodStart = "";
    private String lineControlNumber = "";
    private String allowed = "";
    private String renderingNpi = "";
    private String partOf = "";

    X12PaidLine(X12Segment svc, int sequence) {
        this.svc = svc;
        this.sequence = sequence;
    }

    void accept(X12Segment segment) {
        switch (segment.id()) {
            case "CAS" -> adjustments.add(segment);
            case "DTM" -> {
                if (segment.is(1, "472")) {
                    serviceDate = segment.element(2);
                } else if (segment.is(1, "150")) {
                    periodStart = segment.element(2);
                }
            }
            case "REF" -> {
                if (segment.is(1, "6R")) {
                    lineControlNumber = segment.element(2);
                } else if (segment.is(1, "HPI")) {
                    renderingNpi = segment.element(2);
                }
            }
            case "AMT" -> {
                if (segment.is(1, "B6")) {
                    allowed = segment.element(2);
                }
            }
            case "LQ" -> {
                if (segment.is(1, "HE")) {
                    remarkCodes.add(segment.element(2));
                }
            }
            default -> {
                // 151 ends a period, other REF and AMT qualifiers and QTY say nothing that is compared.
            }
        }
    }

    X12Segment svc() {
        return svc;
    }

    X12Adjustments adjustments() {
        return adjustments;
    }

    @Nullable
    Money charge() {
        return X12Values.amountOrZero(svc.element(2));
    }

    @Nullable
    Money paid() {
        return X12Values.amountOrZero(svc.element(3));
    }

    boolean hasControlNumber() {
        return !lineControlNumber.isEmpty();
    }

    /**
     * What the parts of one line have in common: its control number, the code as it was billed, and the day.
     *
     * @param claimDate serves where the line states no date of its own
     */
    List<String> asBilled(String claimDate) {
        String original = code(svc.qualified(6));
        String billed = original.isEmpty() ? code(svc.qualified(1)) : original;
        return List.of(lineControlNumber, billed, day(claimDate));
    }

    void isPartOf(X12PaidLine first) {
        first.partOf = Integer.toString(first.sequence);
        partOf = first.partOf;
    }

    /**
     * @param row holds what is said of the claim
     * @param claimDate serves where the line states no date of its own
     * @param claimNpi likewise
     */
    X12Row<Column> fill(X12Row<Column> row, String claimDate, String claimNpi) {
        String[] procedure = svc.qualified(1);
        String[] original = svc.qualified(6);
        return row.set(Column.LINE_CONTROL_NUMBER, lineControlNumber)
                .set(Column.LINE_SEQUENCE, Integer.toString(sequence))
                .set(Column.PART_OF, partOf)
                .set(Column.SERVICE_DATE, day(claimDate))
                .set(Column.PROCEDURE_CODE, code(procedure))
                .set(Column.ORIGINAL_CODE, code(original))
                .set(Column.MODIFIERS, modifiers(procedure))
                .set(Column.UNITS, billedUnits())
                .set(Column.PAID_UNITS, svc.element(5))
                .set(Column.BILLED, X12Values.decimal(svc.element(2)))
                .set(Column.ALLOWED, X12Values.decimal(allowed))
                .set(Column.PAID, X12Values.decimal(svc.element(3)))
                .set(Column.ADJUSTMENTS, adjustments.toString())
                .set(Column.REMARK_CODES, String.join(";", remarkCodes))
                .set(Column.RENDERING_NPI, X12Remittance.firstOf(renderingNpi, claimNpi));
    }

    private String day(String claimDate) {
        return X12Values.isoDate(X12Remittance.firstOf(serviceDate, periodStart, claimDate));
    }

    /**
     * SVC07 where the payer paid other units than were billed; else both are SVC05, save that 0 units paid tell nothing of those billed.
     */
    private String billedUnits() {
        String original = svc.element(7);
        String paid = svc.element(5);
        return original.isEmpty() && !paid.equals("0") ? paid : original;
    }

    /** The code of a composite such as {@code HC:96372:59}; an unqualified one is taken as the code itself. */
    static String code(String[] composite) {
        return composite.length > 1 ? composite[1] : composite[0];
    }

    static String modifiers(String[] composite) {
        if (composite.length <= FIRST_MODIFIER) {
            return "";
        }
        String[] modifiers =
                Arrays.copyOfRange(composite, FIRST_MODIFIER, Math.min(composite.length, BEHIND_MODIFIERS));
        return String.join(" ", modifiers).strip().replaceAll(" {2,}", " ");
    }
}
