package recon.match;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;
import recon.claim.ProcedureCode;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;

/** Which claim lines of its day a payment may belong to, tier by tier. */
final class Candidates {

    private final RemittanceLine payment;
    private final PayerDirectory payers;
    private final List<ClaimLine> ofClaim;
    private final List<ClaimLine> ofMember;

    /**
     * @param ofClaim the claim's lines of the payment's day
     * @param ofMember the members' other lines of that day
     */
    Candidates(RemittanceLine payment, PayerDirectory payers, List<ClaimLine> ofClaim, List<ClaimLine> ofMember) {
        this.payment = payment;
        this.payers = payers;
        this.ofClaim = ofClaim;
        this.ofMember = ofMember;
    }

    /** Of lines that share one line control number, which a sender should not give twice, those that agree in the rest where some do. */
    List<ClaimLine> tier1() {
        List<ClaimLine> sharing =
                lines(line -> MatchKeys.areStatedAlike(payment.lineControlNumber(), line.lineControlNumber())
                        && samePayer(line)
                        && (hasCode(line, payment.code()) || hasCode(line, payment.originalCode())));
        return preferring(sharing, line -> sameChargeAndUnits(line) && sameModifiers(line));
    }

    List<ClaimLine> tier2() {
        return lines(line -> hasCode(line, payment.code()) && sameChargeAndUnits(line) && sameModifiers(line));
    }

    List<ClaimLine> tier3() {
        return lines(line -> hasCode(line, payment.code()) && sameChargeAndUnits(line));
    }

    /** Of the lines that differ in their modifiers alone those with the payment's, where some have them. */
    List<ClaimLine> tier4() {
        return preferring(
                lines(line -> hasCode(line, payment.originalCode()) && sameChargeAndUnits(line)), this::sameModifiers);
    }

    List<ClaimLine> tier5() {
        return Stream.concat(ofClaim.stream(), ofMember.stream())
                .filter(line -> MatchKeys.areStatedAlike(payment.memberId(), line.memberId())
                        && line.charge().equals(payment.billed().abs())
                        && (hasCode(line, payment.code()) || hasCode(line, payment.originalCode())))
                .toList();
    }

    /**
     * A service that was billed to two payers stands twice among the claims: the lines of the payment's own payer where there are any,
     * else all.
     */
    List<ClaimLine> ofOwnPayer(List<ClaimLine> lines) {
        return preferring(lines, this::samePayer);
    }

    /** Those that fit; all where none does. */
    static <T> List<T> preferring(List<T> some, Predicate<T> fits) {
        if (some.size() < 2) {
            return some;
        }
        List<T> fitting = some.stream().filter(fits).toList();
        return fitting.isEmpty() ? some : fitting;
    }

    /** Lines of the claim: by its control number; by the payer's claim number where the payment states no other or none is so found. */
    private List<ClaimLine> lines(Predicate<ClaimLine> fits) {
        String controlNumber = payment.patientControlNumber();
        List<ClaimLine> byControlNumber = ofClaim.stream()
                .filter(line -> controlNumber == null
                        ? mayBeOwn(line)
                        : MatchKeys.areSame(controlNumber, line.patientControlNumber()))
                .filter(fits)
                .toList();
        return byControlNumber.isEmpty()
                ? ofClaim.stream().filter(this::samePayerClaim).filter(fits).toList()
                : byControlNumber;
    }

    /**
     * Whether a payment's only number says that a line is its own: where it is the line's control number, under a heading that does not
     * say whose number it is, payer and patient must not be others.
     */
    private boolean mayBeOwn(ClaimLine line) {
        return !isByNumberAlone(payment, line) || samePayer(line) && mayBeSamePatient(line);
    }

    /** Whether a payment without a control number states a line's as that of the payer, and the claims do not know it as such. */
    static boolean isByNumberAlone(RemittanceLine payment, ClaimLine line) {
        return payment.patientControlNumber() == null
                && MatchKeys.areStatedAlike(payment.payerClaimNumber(), line.patientControlNumber())
                && !MatchKeys.areSame(payment.payerClaimNumber(), line.payerClaimNumber());
    }

    private boolean mayBeSamePatient(ClaimLine line) {
        return MatchKeys.mayBeSame(payment.memberId(), line.memberId())
                && Patients.mayBeSame(payment.patientName(), line.patientName());
    }

    private boolean samePayerClaim(ClaimLine line) {
        return MatchKeys.areStatedAlike(payment.payerClaimNumber(), line.payerClaimNumber());
    }

    private boolean samePayer(ClaimLine line) {
        return payers.of(payment).mayBe(payers.of(line));
    }

    private boolean sameChargeAndUnits(ClaimLine line) {
        Integer units = payment.units();
        return line.charge().equals(payment.billed().abs()) && (units == null || Math.abs(units) == line.units());
    }

    private boolean sameModifiers(ClaimLine line) {
        return line.modifiers().sameSet(payment.modifiers());
    }

    private static boolean hasCode(ClaimLine line, @Nullable ProcedureCode code) {
        return line.code().equals(code);
    }
}
