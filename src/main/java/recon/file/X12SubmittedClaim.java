package recon.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.file.X12ClaimParties.Party;
import recon.file.X12Claims.Column;

/** One claim of an 837 (CLM and what follows it), held until its last line. */
final class X12SubmittedClaim {

    /** Service facility: 77, in 4010 also FA, LI and TL. */
    private static final Set<String> FACILITIES = Set.of("77", "FA", "LI", "TL");

    private static final Set<String> DIAGNOSIS_QUALIFIERS = Set.of("ABK", "ABF", "BK", "BF");

    private final X12Segment clm;
    private final List<String> diagnoses = new ArrayList<>(4);
    private final List<X12SubmittedLine> lines = new ArrayList<>(4);
    private final Party facility = new Party();
    private final Party rendering = new Party();
    private String named = "";
    private String payerClaimNumber = "";
    private String serviceDate = "";
    private String lineNumber = "";
    private boolean inOtherSubscriber;
    private boolean inLines;
    private boolean onlyProfessional = true;
    private int segments;

    X12SubmittedClaim(X12Segment clm) {
        this.clm = clm;
    }

    void accept(X12Segment segment) throws X12LimitException {
        if (++segments > X12PaidClaim.MAX_SEGMENTS) {
            throw new X12LimitException(
                    segment, "is still part of the claim that began %d segments before".formatted(segments));
        }
        switch (segment.id()) {
            case "LX" -> {
                inLines = true;
                lineNumber = segment.element(1);
            }
            case "SV1", "SV2", "SV3" -> {
                inLines = true;
                onlyProfessional &= segment.id().equals("SV1");
                String number = lineNumber.isEmpty() ? Integer.toString(lines.size() + 1) : lineNumber;
                lines.add(new X12SubmittedLine(segment, number));
                lineNumber = "";
            }
            case "SBR" -> inOtherSubscriber = true;
            default -> {
                if (inLines) {
                    ofLine(segment);
                } else if (!inOtherSubscriber) {
                    ofClaim(segment);
                }
            }
        }
    }

    private void ofLine(X12Segment segment) {
        if (!lines.isEmpty()) {
            lines.get(lines.size() - 1).accept(segment);
        }
    }

    private void ofClaim(X12Segment segment) {
        switch (segment.id()) {
            case "HI" -> diagnoses(segment);
            case "REF" -> {
                if (segment.is(1, "F8")) {
                    payerClaimNumber = segment.element(2);
                }
            }
            case "DTP" -> {
                if (segment.is(1, "472")) {
                    serviceDate = segment.element(3);
                }
            }
            case "NM1" -> {
                named = segment.qualifier(1);
                if (named.equals("82")) {
                    rendering.name(segment);
                }
            }
            case "PRV" -> {
                if (named.equals("82")) {
                    rendering.taxonomy(segment);
                }
            }
            case "N4" -> {
                if (FACILITIES.contains(named)) {
                    facility.address(segment);
                }
            }
            default -> {
                // Notes, amounts paid by the patient and the like are not needed.
            }
        }
    }

    private void diagnoses(X12Segment hi) {
        for (int i = 1; i <= hi.size(); i++) {
            String[] diagnosis = hi.components(i);
            if (diagnosis.length > 1 && DIAGNOSIS_QUALIFIERS.contains(diagnosis[0].toUpperCase(Locale.ROOT))) {
                diagnoses.add(diagnosis[1]);
            }
        }
    }

    /** @param shared holds what is said above the claim; rows are copies of it */
    void writeTo(X12Output output, X12Row<Column> shared) {
        shared.set(Column.PATIENT_CONTROL_NUMBER, clm.element(1))
                .set(Column.PAYER_CLAIM_NUMBER, payerClaimNumber)
                .set(Column.FREQUENCY, facilityPart(2))
                .set(Column.PLACE_OF_SERVICE, facilityPart(0))
                .set(Column.STATE, facility.state());
        if (!rendering.lastName().isEmpty() || !rendering.npi().isEmpty()) {
            shared.replace(Column.RENDERING_NPI, rendering.npi())
                    .replace(Column.RENDERING_CREDENTIAL, rendering.credential());
        }
        if (lines.isEmpty()) {
            output.row(
                    clm,
                    shared.set(Column.SERVICE_DATE, X12Values.isoDate(serviceDate))
                            .set(Column.CHARGE, X12Values.decimal(clm.element(2)))
                            .set(Column.SERVICE_LINES, "0"));
        }
        @Nullable Money charges = Money.ZERO;
        for (X12SubmittedLine line : lines) {
            output.row(line.place(), line.fill(shared.copy(), serviceDate, diagnoses));
            charges = X12Values.sum(charges, line.charge());
        }
        if (!lines.isEmpty() && onlyProfessional) {
            output.balance(
                    clm,
                    "claim: charge (CLM02) against the charges of its lines (SV102)",
                    X12Values.amountOrZero(clm.element(2)),
                    charges);
        }
    }

    /** CLM05: place of service, its qualifier, frequency. */
    private String facilityPart(int part) {
        String[] parts = clm.qualified(5);
        return part < parts.length ? parts[part] : "";
    }
}
