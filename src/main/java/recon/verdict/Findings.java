package recon.verdict;

import static java.util.Arrays.asList;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.Carc;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;
import recon.claim.RemittanceLine;
import recon.claim.TextLength;
import recon.match.HistoryMapper;
import recon.match.LineHistory;
import recon.match.MatchedPayment;
import recon.match.NetPosition;
import recon.price.AllowedAmount;
import recon.price.AllowedAmounts;
import recon.price.ExpectedAmount;
import recon.price.ExpectedAmount.Priced;
import recon.verdict.ReasonCodes.Effect;

/** Puts verdicts into the form in which they are kept: with their subject, amounts, sources, deadlines and next action. */
final class Findings {

    private static final String PRIOR_PERIOD = "prior-period";

    private static final String AND_MORE = " ...";

    /** What a claim that cannot be processed as sent (MA130) lacks, where no adjustment says so. */
    private static final Carc MISSING_INFORMATION = new Carc("16");

    private final Judge.Rules rules;
    private final YearMonth month;
    private final LocalDate asOf;

    Findings(Judge.Rules rules, YearMonth month) {
        this.rules = rules;
        this.month = month;
        this.asOf = month.atEndOfMonth();
    }

    /** The one that answered, as the claim writes it where both name one payer; without an answer, the claim's. */
    PayerDirectory.Payer payer(ClaimLine line, @Nullable MatchedPayment event) {
        PayerDirectory.Payer billed = rules.payers().of(line);
        if (event == null || event.line().payer() == null && event.line().payerId() == null) {
            return billed;
        }
        PayerDirectory.Payer answering = rules.payers().of(event.line());
        return answering.isSameAs(billed) ? billed : answering;
    }

    /** As the claim states it, else the remittance. */
    static @Nullable String placeOfService(ClaimLine line, @Nullable MatchedPayment event) {
        return line.placeOfService() == null && event != null ? event.line().placeOfService() : line.placeOfService();
    }

    /** Of the payer that the claim names. */
    PayerClass payerClass(ClaimLine line) {
        return rules.payers().classOf(line);
    }

    /** Of the payer that answered; without an answer, of the one that the claim names. */
    PayerClass payerClass(LineHistory history, @Nullable MatchedPayment event) {
        ClaimLine line = history.line();
        if (event == null) {
            return payerClass(line);
        }
        RemittanceLine payment = event.line();
        return PayerDirectory.classOf(
                payer(line, event),
                asList(payment.statedClass(), ownClass(history, event), line.statedClass()),
                asList(payment.filingClass(), line.filingClass()));
    }

    /**
     * The class that is known of another payer than the one that the claim names: what the claim states is not its. Null where the
     * claim's payer answers, or may, or nothing is known.
     */
    private @Nullable PayerClass ownClass(LineHistory history, MatchedPayment event) {
        PayerDirectory.Payer billed = payer(history.line(), null);
        PayerDirectory.Payer payer = payer(history.line(), event);
        if (!isAnother(payer, billed, history, event)) {
            return null;
        }
        PayerClass known = payer.knownClass();
        return known == null ? event.line().filingClass() : known;
    }

    /**
     * By its own word, or since the claim's payer has allowed something for itself. Where it has not, the other's name may be a wider one
     * of the claim's payer: many a public programme's plan is paid under its insurer's name, also after the programme's own denial, but no
     * private plan under a programme's.
     */
    private boolean isAnother(
            PayerDirectory.Payer payer, PayerDirectory.Payer billed, LineHistory history, MatchedPayment event) {
        if (event.comesAfterAnother()) {
            return !payer.mayBe(billed);
        }
        return payer.isAnother(billed)
                && (hasAllowed(billed, history)
                        || payer.isOfAnotherClass(billed) && payer.knownClass() != PayerClass.PRIVATE);
    }

    private boolean hasAllowed(PayerDirectory.Payer billed, LineHistory history) {
        return history.events().stream()
                .filter(MatchedPayment::allowsSomething)
                .anyMatch(answer -> rules.payers().of(answer.line()).isSameAs(billed));
    }

    Finding noResponse(ClaimLine line, ExpectedAmount expected) {
        return finding(
                line,
                null,
                payerClass(line),
                Verdict.NO_RESPONSE,
                new Finding.Amounts(line.charge(), null, null, null, null, null),
                expected instanceof ExpectedAmount.Priced priced ? expected(priced) : null,
                "No remittance on file answers this line",
                "");
    }

    Finding pended(LineHistory history, NetPosition.Pended pended, ExpectedAmount expected) {
        ClaimLine line = history.line();
        AllowedAmount allowed = AllowedAmounts.of(pended.shown().line());
        return finding(
                line,
                pended.shown(),
                payerClass(history, pended.shown()),
                Verdict.PENDED,
                amounts(line.charge(), allowed, pended.paid()),
                expected instanceof ExpectedAmount.Priced priced ? expected(priced) : null,
                new Reasoning().say(pended.reason()).why(),
                "paid=" + pended.paid());
    }

    Finding adjudicated(Case c, Judge.Decision decision, @Nullable EarlierVerdict earlier) {
        Reasoning reasoning = decision.reasoning();
        remarks(c, decision.verdict(), reasoning);
        Finding.Denial denial = denial(c, decision.verdict());
        LocalDate appealBy = appealBy(c, decision.verdict());
        Money allowed = c.allowedAmount();
        return new Finding(
                c.line().id(),
                c.payment().id(),
                decision.verdict(),
                subject(c.line(), c.event(), c.payerClass()),
                amounts(c.line().charge(), c.allowed(), c.position().paid()),
                expectedOf(c, decision.verdict()),
                decision.atIssue(),
                difference(c, decision.verdict(), allowed),
                decision.cause(),
                reasoning.why(),
                reasoning.trace(),
                denial,
                payment(c.event()),
                appealBy,
                appealBy == null ? null : (int) ChronoUnit.DAYS.between(asOf, appealBy),
                recovery(c, decision.verdict(), earlier),
                null,
                c.line().source().toString(),
                Finding.Past.NONE);
    }

    private static Finding.@Nullable Expected expectedOf(Case c, Verdict verdict) {
        Priced priced = c.priced();
        if (isZeroExpected(c, verdict)) {
            return new Finding.Expected(Money.ZERO, Money.ZERO, "nothing expected");
        }
        return priced == null ? null : expected(priced);
    }

    /**
     * By the line's own facts, or by what the payer's answer says: capitation, a correct cross-over, a pair that is never paid together.
     */
    private static boolean isZeroExpected(Case c, Verdict verdict) {
        return c.zeroExpected() || verdict == Verdict.EXPECTED_ZERO;
    }

    private static Finding.Expected expected(Priced priced) {
        return new Finding.Expected(
                priced.low(), priced.high(), priced.range().kind().label() + ": " + priced.source());
    }

    private static @Nullable Money difference(Case c, Verdict verdict, @Nullable Money allowed) {
        Priced priced = c.priced();
        if (allowed == null) {
            return null;
        }
        if (verdict == Verdict.IN_RANGE) {
            return Money.ZERO;
        }
        if (isZeroExpected(c, verdict)) {
            return allowed;
        }
        if (priced == null) {
            return null;
        }
        Money low = priced.low();
        Money high = priced.high();
        return allowed.isBelow(low) ? allowed.minus(low) : allowed.isAbove(high) ? allowed.minus(high) : Money.ZERO;
    }

    private static Finding.Amounts amounts(Money billed, AllowedAmount allowed, Money paid) {
        if (allowed instanceof AllowedAmount.Known known) {
            return new Finding.Amounts(
                    billed, known.amount(), known.from().label(), paid, known.patientShare(), known.sequestration());
        }
        return new Finding.Amounts(billed, null, null, paid, null, null);
    }

    private static void remarks(Case c, Verdict verdict, Reasoning reasoning) {
        if (c.allowed() instanceof AllowedAmount.Known known) {
            reasoning.sayIf(known.remark());
        }
        if (verdict == Verdict.UNDERPAID) {
            c.payment().adjustments().stream()
                    .filter(c::refuses)
                    .forEach(refused -> reasoning.say("%s took %s off"
                            .formatted(refused.label(), refused.amount().inWords())));
        }
        reasoning.sayIf(takesNothingBack("denial", c.position().laterDenial()));
        reasoning.sayIf(takesNothingBack("suspension (CARC 133)", c.position().laterSuspension()));
        reasoning.sayIf(takesNothingBack(
                "answer of $0.00 without a reason", c.position().laterZero()));
        Money toPatient = c.payment().adjustments().stream()
                .filter(Adjustment::isPaidToPatient)
                .map(Adjustment::amount)
                .reduce(Money.ZERO, Money::plus);
        if (toPatient.isPositive()) {
            reasoning.say("the payer paid %s of it to the patient (reason 100): collect it there"
                    .formatted(toPatient.inWords()));
        }
        Priced priced = c.priced();
        if (priced != null && priced.practitionerPercent() != null) {
            reasoning.say("the rate is %d %% of the %s for the practitioner's credential"
                    .formatted(
                            priced.practitionerPercent(), priced.range().kind().label()));
        }
        for (MatchedPayment other : c.position().otherRanks()) {
            reasoning.say("another payer%s paid %s%s"
                    .formatted(
                            inWords(" (claim status %s)", other.line().claimStatus()),
                            other.line().paid().inWords(),
                            inWords(" under check %s", other.line().checkNumber())));
        }
        LocalDate corrected = c.correctionUnansweredSince();
        if (corrected != null && (verdict.isDenial() || verdict == Verdict.UNDERPAID)) {
            reasoning.say("this is the answer to the claim as it was; the corrected claim of %s is not answered yet"
                    .formatted(corrected));
        }
        Money takenBack = c.position().takenBack();
        if (!takenBack.isZero()) {
            reasoning.say("%s was %s this claim at provider level"
                    .formatted(
                            takenBack.abs().inWords(), takenBack.isNegative() ? "given back to" : "taken back from"));
        }
    }

    private static @Nullable String takesNothingBack(String what, @Nullable MatchedPayment later) {
        return later == null
                ? null
                : "a later %s of %s%s takes nothing back"
                        .formatted(
                                what,
                                later.line().posted(),
                                inWords(" under check %s", later.line().checkNumber()));
    }

    private static String inWords(String sentence, @Nullable String stated) {
        return stated == null ? "" : sentence.formatted(stated);
    }

    private Finding.@Nullable Denial denial(Case c, Verdict verdict) {
        Adjustment reason = c.primaryReason();
        if (!verdict.isDenial()) {
            return null;
        }
        List<String> remarkCodes = c.payment().remarkCodes();
        ReasonCodes.Reason known = rules.reasonCodes().reason(reason == null ? MISSING_INFORMATION : reason.carc());
        boolean unprocessable = rules.reasonCodes().hasEffect(remarkCodes, Effect.UNPROCESSABLE);
        return new Finding.Denial(
                reason == null ? "" : reason.group().name(),
                reason == null ? "" : reason.carc().code(),
                asKept(remarkCodes),
                known.category(),
                unprocessable ? "send a new claim" : known.kind().equals("none") ? "S" : known.kind(),
                known.preventable(),
                nextAction(c, rules.reasonCodes().nextAction(known, remarkCodes)),
                firstDenied(c),
                Math.max(1, c.position().denials()));
    }

    /**
     * A denied claim that was corrected is worked already. Medicaid's payment, for one, is payment in full (42 CFR 447.15): nobody is
     * billed before it is seen what another payer paid.
     */
    private static String nextAction(Case c, String ofReason) {
        if (c.correctionUnansweredSince() != null) {
            return "wait for the answer to the corrected claim; if it is denied too: " + ofReason;
        }
        boolean paidByAnother = c.position().otherRanks().stream()
                .anyMatch(other -> other.line().paid().isPositive());
        return paidByAnother ? "see first what another payer paid; then " + ofReason : ofReason;
    }

    /** The parts of a line may state more codes together than one row can: as many whole ones as are kept. */
    private static String asKept(List<String> remarkCodes) {
        String all = String.join(" ", remarkCodes);
        return all.length() <= TextLength.MOST
                ? all
                : all.substring(0, all.lastIndexOf(' ', TextLength.MOST - AND_MORE.length())) + AND_MORE;
    }

    /** A line of which some units were denied was denied by its decision, if not before. */
    private static LocalDate firstDenied(Case c) {
        LocalDate inFull = c.position().firstDenied();
        LocalDate decided = c.payment().posted();
        return inFull == null || decided.isBefore(inFull) ? decided : inFull;
    }

    /** Blank where an appeal leads nowhere: CARC 16 and 29, claims that were never adjudicated, and unknown classes. */
    private @Nullable LocalDate appealBy(Case c, Verdict verdict) {
        if (!verdict.isDenial() && verdict != Verdict.UNDERPAID) {
            return null;
        }
        Adjustment reason = c.primaryReason();
        List<String> remarkCodes = c.payment().remarkCodes();
        boolean hopeless = verdict.isDenial()
                && (reason != null && !rules.reasonCodes().reason(reason.carc()).appealable()
                        || rules.reasonCodes().hasEffect(remarkCodes, Effect.UNPROCESSABLE)
                        || rules.reasonCodes().hasEffect(remarkCodes, Effect.NO_APPEAL));
        Integer days = rules.clocks().appealDays(c.payerClass(), c.payer());
        return hopeless || days == null ? null : earliestDate(c.payment()).plusDays(days);
    }

    /** Of a payment whose file tells no check date the month alone is known: counted from its first day, no deadline is missed. */
    private static LocalDate earliestDate(RemittanceLine payment) {
        LocalDate stated = payment.checkDate();
        return stated == null ? payment.posted().withDayOfMonth(1) : stated;
    }

    /**
     * What is allowed more than before is listed as recovered in the month that finds it so, as far as no month before has listed it: also
     * where it is still too little.
     */
    private static Finding.@Nullable Recovery recovery(Case c, Verdict verdict, @Nullable EarlierVerdict earlier) {
        Money allowed = c.allowedAmount();
        return earlier == null || allowed == null || !verdict.allowsSome()
                ? null
                : earlier.recovery(c.payment().id(), allowed);
    }

    private Finding finding(
            ClaimLine line,
            @Nullable MatchedPayment event,
            PayerClass payerClass,
            Verdict verdict,
            Finding.Amounts amounts,
            Finding.@Nullable Expected expected,
            String why,
            String trace) {
        return new Finding(
                line.id(),
                event == null ? null : event.line().id(),
                verdict,
                subject(line, event, payerClass),
                amounts,
                expected,
                null,
                null,
                null,
                why,
                trace,
                null,
                event == null ? null : payment(event),
                null,
                null,
                null,
                null,
                line.source().toString(),
                Finding.Past.NONE);
    }

    private Finding.Subject subject(ClaimLine line, @Nullable MatchedPayment event, PayerClass payerClass) {
        String payerClaim = event == null ? null : event.line().payerClaimNumber();
        return new Finding.Subject(
                payer(line, event).name(),
                payerClass,
                line.patientControlNumber(),
                payerClaim != null ? payerClaim : line.payerClaimNumber(),
                line.lineNumber(),
                line.patientName(),
                line.memberId(),
                line.serviceDate(),
                line.submitted(),
                placeOfService(line, event),
                line.units(),
                line.modifiers().toString(),
                line.state(),
                line.locality(),
                line.renderingCredential());
    }

    private Finding.Payment payment(MatchedPayment event) {
        return payment(event.line(), event.tier(), noteWithPeriod(event.line(), event.note(), event.judgedNow()));
    }

    private static Finding.Payment payment(RemittanceLine line, @Nullable Integer tier, String note) {
        return new Finding.Payment(
                line.checkNumber(), line.checkDate(), tier, note, line.source().toString());
    }

    private String noteWithPeriod(RemittanceLine line, String note, boolean judgedNow) {
        boolean late = judgedNow && line.posted().isBefore(month.atDay(1));
        return !late ? note : note.isEmpty() ? PRIOR_PERIOD : note + "; " + PRIOR_PERIOD;
    }

    Finding unmatched(HistoryMapper.Unmatched unmatched, @Nullable ClaimLine suggested) {
        RemittanceLine line = unmatched.line();
        PayerDirectory.Payer payer = rules.payers().of(line);
        PayerClass payerClass = PayerDirectory.classOf(payer, asList(line.statedClass()), asList(line.filingClass()));
        return new Finding(
                null,
                line.id(),
                Verdict.UNMATCHED,
                new Finding.Subject(
                        payer.name(),
                        payerClass,
                        line.patientControlNumber(),
                        line.payerClaimNumber(),
                        line.lineSequence(),
                        line.patientName(),
                        line.memberId(),
                        line.serviceDate(),
                        null,
                        line.placeOfService(),
                        line.units(),
                        line.modifiers().toString(),
                        null,
                        null,
                        null),
                amounts(line.billed(), AllowedAmounts.of(line), line.paid()),
                null,
                null,
                null,
                null,
                new Reasoning().say(unmatched.note()).why(),
                "",
                null,
                payment(line, null, noteWithPeriod(line, "", unmatched.judgedNow())),
                null,
                null,
                null,
                suggested == null
                        ? null
                        : suggested.patientControlNumber()
                                + (suggested.lineNumber() == null ? "" : " line " + suggested.lineNumber()),
                null,
                Finding.Past.NONE);
    }
}
