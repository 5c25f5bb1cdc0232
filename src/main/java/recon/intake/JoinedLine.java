package recon.intake;

import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;

/**
 * A charge line with what its claim's header says.
 *
 * <p>What the line leaves blank is the header's. Where both say something:
 *
 * <ul>
 *   <li>Place of service, rendering provider, diagnoses, state and locality are the line's. A line may differ in these from its claim,
 *       as in X12 837P, where loop 2400 overrides loop 2300 (SV105, NM1*82, SV107). A provider's credential goes with the NPI: the
 *       header's is not given to a line that another provider rendered.
 *   <li>Payer, payer id, payer class, filing class, member id, payer claim number, patient control number, frequency and submitted date
 *       are facts of the whole claim. A line that contradicts its header is rejected, naming the header: either the two are not of one
 *       claim, or one is wrong, and each of these decides which range, payment or deadline the line is judged by.
 *   <li>The patient's name is for people to read and never compared; it is the line's.
 * </ul>
 *
 * Names are compared without regard to case, blanks and signs; identifiers without regard to leading zeros, too, which a spreadsheet
 * loses.
 */
final class JoinedLine {

    private final RowValues values;
    private final ClaimHeader header;

    JoinedLine(RowValues values, ClaimHeader header) {
        this.values = values;
        this.header = header;
    }

    /** The line with what its header adds; a contradiction is left with the row as a fault. */
    ClaimLine of(ClaimLine line) {
        String npi = line.renderingNpi() == null ? header.renderingNpi() : line.renderingNpi();
        boolean sameProvider = Objects.equals(npi, header.renderingNpi());
        return new ClaimLine(
                line.id(),
                line.source(),
                agreed(Field.PAYER, line.payer(), header.payer(), JoinedLine::sameName),
                agreed(Field.PAYER_ID, line.payerId(), header.payerId(), JoinedLine::sameId),
                agreed(Field.PAYER_CLASS, line.statedClass(), header.statedClass(), Objects::equals),
                agreed(Field.FILING_CODE, line.filingClass(), header.filingClass(), Objects::equals),
                line.patientControlNumber(),
                agreed(
                        Field.PAYER_CLAIM_NUMBER,
                        line.payerClaimNumber(),
                        header.payerClaimNumber(),
                        JoinedLine::sameId),
                line.lineNumber(),
                line.lineControlNumber(),
                agreed(Field.MEMBER_ID, line.memberId(), header.memberId(), JoinedLine::sameId),
                line.patientName() == null ? header.patientName() : line.patientName(),
                line.serviceDate(),
                line.code(),
                line.modifiers(),
                line.units(),
                line.charge(),
                line.placeOfService() == null ? header.placeOfService() : line.placeOfService(),
                npi,
                line.renderingCredential() == null && sameProvider
                        ? header.renderingCredential()
                        : line.renderingCredential(),
                agreed(Field.SUBMITTED_DATE, line.submitted(), header.submitted(), Objects::equals),
                agreed(Field.FREQUENCY, line.frequency(), header.frequency(), Objects::equals),
                line.diagnoses().isEmpty() ? header.diagnoses() : line.diagnoses(),
                line.ndc(),
                line.drug(),
                line.dose(),
                line.route(),
                line.site(),
                line.administered(),
                line.state() == null ? header.state() : line.state(),
                line.locality() == null ? header.locality() : line.locality());
    }

    /** Leaves a fault where the line's control number is not the header's. */
    void compareControlNumber(String ofLine) {
        agreed(Field.PATIENT_CONTROL_NUMBER, ofLine, header.controlNumber(), JoinedLine::sameId);
    }

    private <T> @Nullable T agreed(
            Field field, @Nullable T ofLine, @Nullable T ofHeader, BiPredicate<? super T, ? super T> same) {
        if (ofLine == null) {
            return ofHeader;
        }
        if (ofHeader != null && !same.test(ofLine, ofHeader)) {
            values.fault(
                    field,
                    "says otherwise than the claim's header, %s: correct one, or leave the column out with 'ignore' in a profile"
                            .formatted(header.place()));
        }
        return ofLine;
    }

    private static boolean sameName(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static boolean sameId(String one, String other) {
        return Characters.withoutZeros(plain(one)).equals(Characters.withoutZeros(plain(other)));
    }

    /** Letters and digits only, in lower case. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
