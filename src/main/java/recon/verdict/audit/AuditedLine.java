package recon.verdict.audit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import recon.claim.ClaimLine;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;
import recon.match.FieldsKnown;
import recon.match.LineHistory;
import recon.match.Patients;
import recon.match.StatedFields;

/**
 * A 96372 claim line as the rules look at it: with its payer, and with what was billed for the same patient on the same day.
 *
 * <p>The order in which other lines are given makes no difference.
 */
public final class AuditedLine {

    private static final int CODES_NAMED = 10;

    private final AuditKnowledge knowledge;
    private final LocalDate asOf;
    private final ClaimLine line;
    private final boolean answered;
    private final PayerDirectory.Payer payer;
    private final PayerClass payerClass;
    private final FieldsKnown known;
    private final List<ClaimLine> day;
    private final List<ClaimLine> payersDay;
    private final List<ClaimLine> practitionersDay;

    /** @param asOf the last day of the month that is reconciled */
    public AuditedLine(LineHistory history, FieldsKnown known, AuditKnowledge knowledge, LocalDate asOf) {
        this.knowledge = knowledge;
        this.asOf = asOf;
        this.known = known;
        line = history.line();
        answered = !history.events().isEmpty();
        payer = payerOf(line);
        payerClass = knowledge.payers.classOf(line);
        day = history.otherLines().stream()
                .filter(other -> other.serviceDate().equals(line.serviceDate()) && Patients.areSame(line, other))
                .toList();
        // A secondary payer's claim repeats the primary's lines; neither payer sees the other's.
        payersDay = day.stream().filter(other -> payer.mayBe(payerOf(other))).toList();
        // So do NCCI's and MUE's edits.
        practitionersDay = payersDay.stream()
                .filter(other -> Patients.areOfOneClaimOrPractitioner(line, other))
                .toList();
    }

    private PayerDirectory.Payer payerOf(ClaimLine of) {
        return knowledge.payers.of(of);
    }

    ClaimLine line() {
        return line;
    }

    AuditKnowledge knowledge() {
        return knowledge;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** Whether a payment line is on file. */
    boolean answered() {
        return answered;
    }

    PayerDirectory.Payer payer() {
        return payer;
    }

    PayerClass payerClass() {
        return payerClass;
    }

    boolean isMedicare() {
        return payerClass == PayerClass.MEDICARE;
    }

    /** Medicare, and Medicaid since the Affordable Care Act (section 6507), deny by CMS's edits; other payers have their own. */
    Certainty underCmsEdits(Certainty ofCmsPayers, Certainty ofOthers) {
        return isMedicare() || payerClass == PayerClass.MEDICAID ? ofCmsPayers : ofOthers;
    }

    /** What the line's own file states. */
    StatedFields stated() {
        return known.beside(line);
    }

    StatedFields statedBeside(ClaimLine other) {
        return known.beside(other);
    }

    /** The patient's other lines of the day, whoever pays for them. */
    List<ClaimLine> day() {
        return day;
    }

    /** The patient's other lines of the day that the same payer is to pay. */
    List<ClaimLine> payersDay() {
        return payersDay;
    }

    /** Those of them that the same practitioner rendered. */
    Stream<ClaimLine> practitionersDay() {
        return practitionersDay.stream();
    }

    /** Those of one kind that the same practitioner rendered. */
    Stream<ClaimLine> practitionersDay(Services.Kind kind) {
        return practitionersDay().filter(other -> kind == knowledge.services.of(other));
    }

    /** The practitioner's other injections of the day. */
    List<ClaimLine> otherInjections() {
        return practitionersDay().filter(other -> other.code().isInjection()).toList();
    }

    /** The drugs of the day that the same payer is to pay. */
    List<ClaimLine> drugs() {
        return payersDay.stream().filter(knowledge.drugs::isDrug).toList();
    }

    /** The order in which a payer meets the lines of a day. */
    static final Comparator<ClaimLine> AS_SUBMITTED = Comparator.comparing(
                    ClaimLine::submitted, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ClaimLine::patientControlNumber)
            .thenComparing(ClaimLine::lineNumber, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ClaimLine::lineControlNumber, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ClaimLine::id);

    /** The lines' codes for a person, each once and in order: {@code 99213, J3420}. */
    static String codes(List<ClaimLine> lines) {
        Set<String> codes = new TreeSet<>();
        lines.forEach(one -> codes.add(one.code().code()));
        String named = String.join(", ", codes.stream().limit(CODES_NAMED).toList());
        return codes.size() <= CODES_NAMED ? named : named + " and %d more".formatted(codes.size() - CODES_NAMED);
    }

    /** {@code 99213 on 2026-10-05}. */
    String onTheDay(List<ClaimLine> lines) {
        return codes(lines) + " on " + line.serviceDate();
    }

    /** Whether a text of the line's own record contains one of the given phrases, in any case. */
    boolean recordSays(List<String> phrases) {
        return Stream.of(line.drug(), line.dose(), line.route(), line.site())
                .anyMatch(text -> text != null && phrases.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains));
    }
}
