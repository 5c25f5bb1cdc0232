package recon.intake;

import java.util.List;
import recon.file.UnreadableFileException;

/**
 * By which column claims' headers and charge lines are joined. It is decided once for all files of a run, by their headings alone:
 *
 * <ul>
 *   <li>Headers with one claim number: charge lines are looked up by it, whatever its heading. Where it is a plain "Claim ID", and lines
 *       have that and another number, it is the lines' "Claim ID".
 *   <li>Headers with a "Claim ID" and a patient control number: by the claim id where the charge lines have one, and they take the
 *       patient control number from the header; else by the patient control number.
 * </ul>
 *
 * Where files of a kind differ in this, the run is refused: a number of one kind may be another claim's of the other.
 */
final class JoinKey {

    /** The numbers that a table has for its claims. */
    private enum Numbers {
        CLAIM_ID,
        CONTROL_NUMBER,
        BOTH;

        static Numbers of(Table table) {
            int claimId = table.columns().claimId();
            if (claimId < 0) {
                return CONTROL_NUMBER;
            }
            return table.columns().column(Field.PATIENT_CONTROL_NUMBER) == claimId ? CLAIM_ID : BOTH;
        }

        boolean hasClaimId() {
            return this != CONTROL_NUMBER;
        }
    }

    /** A table and the file that it is of. */
    record Placed(String file, Table table) {}

    private final Numbers ofHeaders;
    private final boolean byClaimId;

    private JoinKey(Numbers ofHeaders, boolean byClaimId) {
        this.ofHeaders = ofHeaders;
        this.byClaimId = byClaimId;
    }

    /**
     * @param headers at least one
     * @param lines tables of charge lines, which say no payer
     * @throws UnreadableFileException if the tables of headers, or those of lines, name their claims in different ways
     */
    static JoinKey of(List<Placed> headers, List<Placed> lines) throws UnreadableFileException {
        Placed first = headers.get(0);
        Numbers ofHeaders = Numbers.of(first.table());
        for (Placed other : headers) {
            if (Numbers.of(other.table()) != ofHeaders) {
                throw differ(other, first, "claims' headers");
            }
        }
        if (ofHeaders != Numbers.BOTH) {
            return new JoinKey(ofHeaders, ofHeaders == Numbers.CLAIM_ID);
        }
        boolean byClaimId = lines.isEmpty() || Numbers.of(lines.get(0).table()).hasClaimId();
        for (Placed other : lines) {
            if (Numbers.of(other.table()).hasClaimId() != byClaimId) {
                throw differ(other, lines.get(0), "charge lines");
            }
        }
        return new JoinKey(ofHeaders, byClaimId);
    }

    private static UnreadableFileException differ(Placed one, Placed other, String what) {
        return new UnreadableFileException(
                one.file(),
                "holds %s and names its claims by other columns than %s, so that they cannot be joined: name patient_control_number (and claim_number) of both in profiles"
                        .formatted(what, other.file()));
    }

    /** The column of a table, of headers or of lines, that is compared; -1 where it has none that could be. */
    int column(Table table) {
        int controlNumber = table.columns().column(Field.PATIENT_CONTROL_NUMBER);
        int claimId = table.columns().claimId();
        if (table.part() == ClaimPart.HEADERS || ofHeaders != Numbers.BOTH) {
            return byClaimId && claimId >= 0 ? claimId : controlNumber;
        }
        return byClaimId ? claimId : controlNumber == claimId ? -1 : controlNumber;
    }

    /** Whether the number that stands in a table of lines as patient control number is only the id by which it is joined. */
    boolean replacesControlNumber(Table lines) {
        return ofHeaders == Numbers.BOTH && byClaimId && Numbers.of(lines) == Numbers.CLAIM_ID;
    }

    /** Whether headers state a patient control number beside what they are joined by, which lines must not contradict. */
    boolean isBesideControlNumber() {
        return ofHeaders == Numbers.BOTH && byClaimId;
    }

    String inWords() {
        return byClaimId ? "claim id" : "patient control number";
    }
}
