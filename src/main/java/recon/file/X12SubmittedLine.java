package recon.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.file.X12ClaimParties.Party;
import recon.file.X12Claims.Column;

/** One service line of an 837 (SV1, SV2 or SV3 and what follows it). */
final class X12SubmittedLine {

    private static final int DESCRIPTION = 6;

    private final X12Segment sv;
    private final String number;
    private final Party rendering = new Party();
    private String serviceDate = "";
    private String controlNumber = "";
    private String ndc = "";
    private boolean renderingNamed;

    X12SubmittedLine(X12Segment sv, String number) {
        this.sv = sv;
        this.number = number;
    }

    void accept(X12Segment segment) {
        switch (segment.id()) {
            case "DTP" -> {
                if (segment.is(1, "472")) {
                    serviceDate = segment.element(3);
                }
            }
            case "REF" -> {
                if (segment.is(1, "6R")) {
                    controlNumber = segment.element(2);
                }
            }
            case "LIN" -> {
                if (segment.is(2, "N4")) {
                    ndc = segment.element(3);
                }
            }
            case "NM1" -> {
                renderingNamed = segment.is(1, "82");
                if (renderingNamed) {
                    rendering.name(segment);
                }
            }
            case "PRV" -> {
                if (renderingNamed) {
                    rendering.taxonomy(segment);
                }
            }
            default -> {
                // What other payers decided (SVD, CAS) stands in their remittances.
            }
        }
    }

    X12Segment place() {
        return sv;
    }

    @Nullable
    Money charge() {
        return X12Values.amountOrZero(sv.element(procedureAt() + 1));
    }

    /** The composite of qualifier, code and modifiers, with the charge behind it; SV201 is a revenue code. */
    private int procedureAt() {
        return sv.id().equals("SV2") ? 2 : 1;
    }

    /**
     * @param row holds what is said of the claim
     * @param claimDate serves where the line states no date of its own
     * @param diagnoses of the claim; the line's are those that SV107 points at
     */
    X12Row<Column> fill(X12Row<Column> row, String claimDate, List<String> diagnoses) {
        String[] procedure = sv.qualified(procedureAt());
        row.set(Column.LINE_NUMBER, number)
                .set(Column.LINE_CONTROL_NUMBER, controlNumber)
                .set(Column.SERVICE_DATE, X12Values.isoDate(X12Remittance.firstOf(serviceDate, claimDate)))
                .set(Column.PROCEDURE_CODE, X12PaidLine.code(procedure))
                .set(Column.MODIFIERS, X12PaidLine.modifiers(procedure))
                .set(Column.CHARGE, X12Values.decimal(sv.element(procedureAt() + 1)))
                .set(Column.NDC, ndc);
        if (!sv.id().equals("SV1")) {
            return row.set(Column.CLAIM_KIND, sv.id().equals("SV2") ? "837I" : "837D");
        }
        row.set(Column.UNITS, sv.element(4))
                .set(Column.UNIT_BASIS, sv.element(3))
                .set(Column.PLACE_OF_SERVICE, sv.element(5))
                .set(Column.DIAGNOSES, String.join(";", pointedAt(diagnoses)));
        if (!ndc.isEmpty() && procedure.length > DESCRIPTION) {
            row.set(Column.DRUG, procedure[DESCRIPTION]);
        }
        if (!rendering.lastName().isEmpty() || !rendering.npi().isEmpty()) {
            row.replace(Column.RENDERING_NPI, rendering.npi())
                    .replace(Column.RENDERING_CREDENTIAL, rendering.credential());
        }
        return row;
    }

    /** The diagnoses that SV107 names by their place in the claim's; all of them where it names none or names a place that is not there. */
    private List<String> pointedAt(List<String> diagnoses) {
        List<String> pointedAt = new ArrayList<>(4);
        for (String pointer : sv.components(7)) {
            int place = pointer.matches("\\d{1,2}") ? Integer.parseInt(pointer) : 0;
            if (place < 1 || place > diagnoses.size()) {
                return diagnoses;
            }
            pointedAt.add(diagnoses.get(place - 1));
        }
        return pointedAt;
    }
}
