package recon.verdict;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;
import recon.match.HistoryMapper;
import recon.match.LineHistory;
import recon.match.LineHistory.PaidElsewhere;
import recon.match.MatchedPayment;
import recon.match.NetPosition;
import recon.match.NetPositions;
import recon.match.Patients;
import recon.price.AllowedAmount;
import recon.price.AllowedAmounts;
import recon.price.Clocks;
import recon.price.ExpectedAmount;
import recon.price.ExpectedAmount.Priced;
import recon.price.ExpectedRange.PlaceGroup;
import recon.price.ExpectedRanges;
import recon.price.MedicareFeeSchedule;
import recon.price.Places;
import recon.price.Pricer;
import recon.price.Tolerance;
import recon.verdict.ReasonCodes.Effect;

/**
 * Says the verdict on a claim line, and on a payment line that found no claim line: the first that applies of UNMATCHED, NO_RESPONSE,
 * PENDED, EXPECTED_ZERO, NEEDS_REVIEW (events or amounts do not add up), DENIED, PARTLY_DENIED, NEEDS_REVIEW (no range), and then
 * UNDERPAID, OVERPAID or IN_RANGE by what was allowed, never by what was paid.
 */
public final class Judge {

    /** What verdicts depend on beside the line's own history. */
    public record Rules(
            Pricer pricer,
            ExpectedRanges ranges,
            MedicareFeeSchedule medicare,
            PayerDirectory payers,
            Clocks clocks,
            Tolerance tolerance,
            ReasonCodes reasonCodes) {}

    private static final String CAPITATED = "the payer says that capitation covers the service (CARC 24)";

    private final Rules rules;
    private final Findings findings;
    private final Causes causes;

    /** @param month the month that is reconciled; ageing and days left count from its last day */
    public Judge(Rules rules, YearMonth month) {
        this.rules = rules;
        findings = new Findings(rules, month);
        causes = new Causes(rules.pricer(), rules.ranges(), rules.medicare());
    }

    /** @param earlier what earlier months found of the line, or null where none found it underpaid or denied */
    public Finding judge(LineHistory history, @Nullable EarlierVerdict earlier) {
        return judge(history, NetPositions.of(history, rules.payers()), earlier);
    }

    /** @param suggested the claim line that the matcher suggests (tier 6), or null */
    public Finding unmatched(HistoryMapper.Unmatched payment, @Nullable ClaimLine suggested) {
        return findings.unmatched(payment, suggested);
    }

    Finding judge(LineHistory history, NetPosition position, @Nullable EarlierVerdict earlier) {
        if (position instanceof NetPosition.NoResponse) {
            return findings.noResponse(history.line(), expected(history, null));
        }
        if (position instanceof NetPosition.Pended pended) {
            return findings.pended(history, pended, expected(history, pended.shown()));
        }
        Case c = adjudicated(history, (NetPosition.Adjudicated) position);
        Decision crossOver = crossOver(c);
        return findings.adjudicated(c, crossOver != null ? crossOver : decide(c), earlier);
    }

    /** The verdict on an adjudicated line, with its reasoning; every branch in sight of the others. */
    Decision decide(Case c) {
        String zeroReason = c.nothingAllowed() ? rightlyZero(c) : null;
        if (zeroReason != null) {
            return Decision.of(Verdict.EXPECTED_ZERO, zeroReason);
        }
        if (c.position().conflict() != null) {
            return Decision.of(Verdict.NEEDS_REVIEW, c.position().conflict());
        }
        if (c.position().secondaryOnly()) {
            return Decision.of(Verdict.NEEDS_REVIEW, secondaryOnly(c));
        }
        if (c.allowed() instanceof AllowedAmount.Unbalanced unbalanced) {
            return Decision.of(
                    Verdict.NEEDS_REVIEW,
                    "the amounts do not balance: charge less adjustments less paid is "
                            + unbalanced.difference().inWords());
        }
        if (c.allowed() instanceof AllowedAmount.NotDerivable unknown) {
            return Decision.of(Verdict.NEEDS_REVIEW, unknown.reason());
        }
        Money allowed = ((AllowedAmount.Known) c.allowed()).amount();
        // Such a line may take back an earlier one, but it states no payment by which that could be found.
        if (allowed.isNegative()) {
            return Decision.of(
                    Verdict.NEEDS_REVIEW,
                    "the allowed amount, %s, is negative, and the line takes back no payment"
                            .formatted(allowed.inWords()));
        }
        Money share = c.shareBesideCapitation();
        if (share != null && !c.zeroExpected()) {
            return Decision.of(
                            Verdict.EXPECTED_ZERO,
                            CAPITATED
                                    + "; the patient's share is %s, and nothing more is expected"
                                            .formatted(share.inWords()))
                    .trace("allowed", allowed)
                    .trace("patientShare", share);
        }
        Adjustment reason = c.primaryReason();
        if (allowed.isZero() && (reason != null || isUnprocessable(c))) {
            return denied(c, reason);
        }
        if (allowed.isZero()) {
            return Decision.of(Verdict.NEEDS_REVIEW, "nothing was allowed, and no reason is stated");
        }
        if (reason != null && c.someUnitsDenied()) {
            return partlyDenied(c, reason, allowed);
        }
        if (c.zeroExpected()) {
            return new Decision(Verdict.OVERPAID, allowed, causes.ofOverpayment(c))
                    .say("%s; allowed %s".formatted(((ExpectedAmount.Zero) c.expected()).reason(), allowed.inWords()))
                    .trace("allowed", allowed)
                    .trace("high", Money.ZERO)
                    .trace("overBy", allowed);
        }
        Priced priced = c.priced();
        if (priced == null) {
            return Decision.of(Verdict.NEEDS_REVIEW, notPriceable(c.expected()));
        }
        return compared(c, allowed, priced);
    }

    /**
     * Medicaid after Medicare: nothing is left to pay where Medicare's payment, known from a line of its own, reaches Medicaid's rate,
     * since most states pay the lesser of Medicare's cost share and what is left of their own rate (Social Security Act 1902(n)(2);
     * MACPAC, "State Medicaid payment policies for Medicare cost sharing"). Null where that is not so, or not known; of several lines
     * that may be the service's the one that was paid least counts.
     */
    private @Nullable Decision crossOver(Case c) {
        Priced priced = c.priced();
        if (c.payerClass() != PayerClass.MEDICAID || priced == null || !c.leavesAllToPriorPayer()) {
            return null;
        }
        Money medicarePaid = c.elsewhere().stream()
                .filter(paid -> findings.payerClass(paid.line()) == PayerClass.MEDICARE)
                .map(PaidElsewhere::paid)
                .reduce(Money::min)
                .orElse(Money.ZERO);
        if (!medicarePaid.isPositive() || medicarePaid.isBelow(priced.low())) {
            return null;
        }
        return Decision.of(
                        Verdict.EXPECTED_ZERO,
                        "cross-over: Medicare paid %s, which is at least Medicaid's %s, so Medicaid rightly pays nothing"
                                .formatted(medicarePaid.inWords(), priced.low().inWords()))
                .trace("medicarePaid", medicarePaid)
                .trace("low", priced.low());
    }

    /** Where a practice bills each payer by a line of its own, the primary payer's decision stands with another line. */
    private String secondaryOnly(Case c) {
        return c.elsewhere().stream()
                .filter(other -> !findings.payer(other.line(), null).isSameAs(c.payer()))
                .findFirst()
                .map(other ->
                        "only a secondary payer's decision is on this line; claim %s%s of the same day, billed to %s, was paid %s"
                                .formatted(
                                        other.line().patientControlNumber(),
                                        other.line().lineNumber() == null
                                                ? ""
                                                : " line " + other.line().lineNumber(),
                                        findings.payer(other.line(), null).name(),
                                        other.paid().inWords()))
                .orElse("only a secondary payer's decision is on file, the primary payer's is not");
    }

    private Decision compared(Case c, Money allowed, Priced priced) {
        if (priced.missingLocality() != null && !isInRange(allowed, priced)) {
            return Decision.of(
                            Verdict.NEEDS_REVIEW,
                            "%s; allowed %s is outside of that, but the schedule has no figures of locality %s, and another amount may hold there: load it as a row of expected-ranges (kind schedule)"
                                    .formatted(between(priced, c), allowed.inWords(), priced.missingLocality()))
                    .amounts(allowed, priced);
        }
        if (rules.tolerance().isBelow(allowed, priced.low())) {
            Money shortBy = priced.low().minus(allowed);
            return new Decision(Verdict.UNDERPAID, shortBy, causes.ofUnderpayment(c, priced))
                    .say("%s at least; allowed %s; short by %s"
                            .formatted(atLeast(priced, c), allowed.inWords(), shortBy.inWords()))
                    .amounts(allowed, priced)
                    .trace("shortBy", shortBy);
        }
        if (rules.tolerance().isAbove(allowed, priced.high())) {
            Money overBy = allowed.minus(priced.high());
            return new Decision(Verdict.OVERPAID, overBy, causes.ofOverpayment(c))
                    .say("%s at most; allowed %s; over by %s"
                            .formatted(
                                    product(priced.units(), priced.highPerUnit(), priced.high()),
                                    allowed.inWords(),
                                    overBy.inWords()))
                    .amounts(allowed, priced)
                    .trace("overBy", overBy);
        }
        String cause = priced.chargeBelowSchedule() ? Causes.CHARGE_BELOW_SCHEDULE : null;
        return new Decision(Verdict.IN_RANGE, null, cause)
                .say("%s; allowed %s is %s%s"
                        .formatted(
                                between(priced, c),
                                allowed.inWords(),
                                inRange(allowed, priced),
                                cause == null ? "" : "; " + cause))
                .amounts(allowed, priced);
    }

    private boolean isInRange(Money allowed, Priced priced) {
        return !rules.tolerance().isBelow(allowed, priced.low())
                && !rules.tolerance().isAbove(allowed, priced.high());
    }

    private String inRange(Money allowed, Priced priced) {
        if (allowed.isBelow(priced.low())) {
            return "%s below that, within the tolerance of %s"
                    .formatted(
                            priced.low().minus(allowed).inWords(),
                            rules.tolerance().of(priced.low()).inWords());
        }
        if (allowed.isAbove(priced.high())) {
            return "%s above that, within the tolerance of %s"
                    .formatted(
                            allowed.minus(priced.high()).inWords(),
                            rules.tolerance().of(priced.high()).inWords());
        }
        return "in range";
    }

    /** {@code 2 units x $25.00 = $50.00}, or the charge where that is lower. */
    private static String atLeast(Priced priced, Case c) {
        Money full = priced.lowPerUnit().times(priced.units());
        String product = product(priced.units(), priced.lowPerUnit(), full);
        return lesserOf(product, priced, c, priced.low().inWords());
    }

    /** {@code 2 units x $25.00 to $50.00 = $50.00 to $100.00}, from the charge on where that is lower. */
    private static String between(Priced priced, Case c) {
        Money full = priced.lowPerUnit().times(priced.units());
        String product =
                product(priced.units(), span(priced.lowPerUnit(), priced.highPerUnit()), span(full, priced.high()));
        return lesserOf(product, priced, c, span(priced.low(), priced.high()));
    }

    private static String lesserOf(String product, Priced priced, Case c, String expected) {
        return priced.chargeBelowSchedule()
                ? "%s, but the charge is %s, so %s"
                        .formatted(product, c.line().charge().inWords(), expected)
                : product;
    }

    private static String span(Money low, Money high) {
        return low.equals(high) ? low.inWords() : low.inWords() + " to " + high.inWords();
    }

    private static String product(int units, Money perUnit, Money all) {
        return product(units, perUnit.inWords(), all.inWords());
    }

    private static String product(int units, String perUnit, String all) {
        return "%d unit%s x %s = %s".formatted(units, units == 1 ? "" : "s", perUnit, all);
    }

    /** A remark that says so (MA130) is reason enough, though no adjustment is stated. */
    private boolean isUnprocessable(Case c) {
        return rules.reasonCodes().hasEffect(c.payment().remarkCodes(), Effect.UNPROCESSABLE);
    }

    /** @param reason null where remark codes alone tell it */
    private static Decision denied(Case c, @Nullable Adjustment reason) {
        Priced priced = c.priced();
        Money atStake = priced == null ? null : priced.low();
        String reasons = reason == null
                ? "remark " + String.join(" ", c.payment().remarkCodes())
                : reasons(c, reason, adjustment -> true);
        Decision decision = new Decision(Verdict.DENIED, atStake, null)
                .say("nothing was allowed of the charge of %s: %s"
                        .formatted(c.payment().billed().inWords(), reasons));
        return priced == null
                ? decision.say("what is at stake is not known: " + notPriceable(c.expected()))
                        .trace("allowed", Money.ZERO)
                : decision.say("%s at stake".formatted(atLeast(priced, c)))
                        .amounts(Money.ZERO, priced)
                        .trace("atStake", priced.low());
    }

    private static Decision partlyDenied(Case c, Adjustment reason, Money allowed) {
        String denied = "some of %d units were denied: %s".formatted(c.line().units(), reasons(c, reason, c::refuses));
        if (c.zeroExpected()) {
            return new Decision(Verdict.PARTLY_DENIED, Money.ZERO, null)
                    .say(denied)
                    .say("nothing is at stake: " + notPriceable(c.expected()))
                    .trace("allowed", allowed)
                    .trace("atStake", Money.ZERO);
        }
        Priced priced = c.priced();
        if (priced == null) {
            return Decision.of(Verdict.PARTLY_DENIED, denied)
                    .say("what is at stake is not known: " + notPriceable(c.expected()))
                    .trace("allowed", allowed);
        }
        Money lost = priced.low().minus(allowed).max(Money.ZERO);
        return new Decision(Verdict.PARTLY_DENIED, lost, null)
                .say(denied)
                .say("%s at least; allowed %s; %s at stake"
                        .formatted(atLeast(priced, c), allowed.inWords(), lost.inWords()))
                .amounts(allowed, priced)
                .trace("atStake", lost);
    }

    /** What was adjusted, the primary reason first: all of it where nothing was allowed, else only what was refused. */
    private static String reasons(Case c, Adjustment primary, Predicate<Adjustment> isTold) {
        StringBuilder reasons = new StringBuilder(said(primary));
        for (Adjustment adjustment : c.payment().adjustments()) {
            if (adjustment != primary && isTold.test(adjustment)) {
                reasons.append(", ").append(said(adjustment));
            }
        }
        return reasons.toString();
    }

    private static String said(Adjustment adjustment) {
        return adjustment.label() + " " + adjustment.amount().inWords();
    }

    private static String notPriceable(ExpectedAmount expected) {
        if (expected instanceof ExpectedAmount.Zero zero) {
            return zero.ifAllowed() instanceof ExpectedAmount.NotPriceable unknown ? unknown.reason() : zero.reason();
        }
        return ((ExpectedAmount.NotPriceable) expected).reason();
    }

    /** Why nothing was to be allowed, or null where something was. */
    private @Nullable String rightlyZero(Case c) {
        if (c.expected() instanceof ExpectedAmount.Zero zero) {
            return zero.reason();
        }
        if (c.saysCapitated()) {
            return CAPITATED;
        }
        boolean elsewherePaid = rules.reasonCodes().hasEffect(c.payment().remarkCodes(), Effect.EXPECTED_ZERO);
        return elsewherePaid && Places.groupOf(c.placeOfService()) != PlaceGroup.NON_FACILITY
                ? "the payer says that no practitioner is paid for it in this place of service"
                : null;
    }

    private ExpectedAmount expected(LineHistory history, @Nullable MatchedPayment event) {
        PayerDirectory.Payer payer = findings.payer(history.line(), event);
        return rules.pricer()
                .price(
                        history.line(),
                        findings.payerClass(history, event),
                        payer,
                        Findings.placeOfService(history.line(), event),
                        billedToItsPayers(history, payer));
    }

    /**
     * No payer sees what another is billed, but lines of one claim are one payer's, however they name it. The payer that answers may be
     * another than the one that the claim names.
     */
    private List<ClaimLine> billedToItsPayers(LineHistory history, PayerDirectory.Payer answering) {
        PayerDirectory.Payer billed = findings.payer(history.line(), null);
        return history.otherLines().stream()
                .filter(other -> {
                    PayerDirectory.Payer others = findings.payer(other, null);
                    return Patients.areOfOneClaim(history.line(), other)
                            || !others.isAnother(billed)
                            || !others.isAnother(answering);
                })
                .toList();
    }

    private Case adjudicated(LineHistory history, NetPosition.Adjudicated position) {
        MatchedPayment event = position.decisive();
        PayerClass payerClass = findings.payerClass(history, event);
        return new Case(
                history.line(),
                position,
                history.elsewhere(),
                findings.payer(history.line(), event),
                payerClass,
                AllowedAmounts.of(event.line()),
                expected(history, event));
    }

    /**
     * A verdict with its reasoning.
     *
     * @param atIssue short by, over by or at stake; null where there is none or it is not known
     */
    record Decision(
            Verdict verdict,
            @Nullable Money atIssue,
            @Nullable String cause,
            Reasoning reasoning) {

        Decision(Verdict verdict, @Nullable Money atIssue, @Nullable String cause) {
            this(verdict, atIssue, cause, new Reasoning());
        }

        static Decision of(Verdict verdict, String reason) {
            return new Decision(verdict, null, null).say(reason);
        }

        Decision say(String sentence) {
            reasoning.say(sentence);
            return this;
        }

        Decision trace(String name, Money value) {
            reasoning.trace(name, value);
            return this;
        }

        Decision amounts(Money allowed, Priced priced) {
            reasoning
                    .trace("allowed", allowed)
                    .trace("units", priced.units())
                    .trace("lowPerUnit", priced.lowPerUnit())
                    .trace("highPerUnit", priced.highPerUnit())
                    .trace("low", priced.low())
                    .trace("high", priced.high());
            return this;
        }
    }
}
