package recon.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.ProcedureCode;
import recon.claim.RemittanceLine;
import recon.price.ExpectedAmount.Priced;
import recon.price.ExpectedRange;
import recon.price.ExpectedRange.Kind;
import recon.price.ExpectedRanges;
import recon.price.MedicareFeeSchedule;
import recon.price.Pricer;

/**
 * Names what an under- or overpayment looks like, by its evidence and by the ratio of allowed to expected. The first policy that fits
 * names it; the last ones fit always.
 */
final class Causes {

    static final String CHARGE_BELOW_SCHEDULE = "charge below schedule";

    private static final String ABOVE_CHARGE = "data error: allowed is more than the charge";

    private static final BigDecimal RATIO_TOLERANCE = new BigDecimal("0.005");
    private static final BigDecimal PRACTITIONER = new BigDecimal("0.85");
    private static final BigDecimal NON_PARTICIPATING = new BigDecimal("0.95");
    private static final int RATIO_SCALE = 4;

    private record Policy(String cause, BiPredicate<Case, Priced> fits) {}

    private final Pricer pricer;

    /** By the physician fee schedule alone, whether or not Medicare lines are compared with it. */
    private final Pricer medicare;

    private final List<ExpectedRange> rates;
    private final List<Policy> policies = List.of(
            new Policy(ABOVE_CHARGE, (c, p) -> isAboveCharge(c)),
            new Policy(
                    "recoded down",
                    (c, p) ->
                            c.payment().originalCode() != null && !recodedTo(c).isInjection()),
            new Policy("too few units paid", this::tooFewUnits),
            new Policy("practitioner rate applied (85 %)", (c, p) -> hasRatio(c, p, PRACTITIONER)),
            new Policy("non-participating rate applied (95 %)", (c, p) -> hasRatio(c, p, NON_PARTICIPATING)),
            new Policy("last year's rate", this::lastYearsRate),
            new Policy("another payer's rate", this::anotherPayersRate),
            new Policy("under contract", (c, p) -> p.range().kind() == Kind.CONTRACT),
            new Policy("under schedule", (c, p) -> p.range().kind() == Kind.SCHEDULE),
            new Policy("under range", (c, p) -> true));

    /** @param pricer of the lines whose causes are named, by the ranges in force */
    Causes(Pricer pricer, ExpectedRanges ranges, MedicareFeeSchedule schedule) {
        this.pricer = pricer;
        medicare = pricer.over(ExpectedRanges.of(List.of()).withMedicareSchedule(schedule));
        rates = ranges.all();
    }

    String ofUnderpayment(Case c, Priced priced) {
        return policies.stream()
                .filter(policy -> policy.fits().test(c, priced))
                .map(Policy::cause)
                .findFirst()
                .orElseThrow();
    }

    String ofOverpayment(Case c) {
        return isAboveCharge(c) ? ABOVE_CHARGE : "overpaid";
    }

    private static boolean isAboveCharge(Case c) {
        return allowed(c).isAbove(c.payment().billed());
    }

    private static Money allowed(Case c) {
        return Objects.requireNonNull(c.allowedAmount(), "a cause is named where the allowed amount is known");
    }

    private static ProcedureCode recodedTo(Case c) {
        return c.payment().code();
    }

    /** Fewer units are stated as paid, or where that is not stated as billed, or the amount is exactly that of fewer units at one rate. */
    private boolean tooFewUnits(Case c, Priced p) {
        RemittanceLine payment = c.payment();
        Integer paidUnits = payment.paidUnits() == null ? payment.units() : payment.paidUnits();
        return paidUnits != null && paidUnits > 0 && paidUnits < p.units() || isAmountOfFewerUnits(allowed(c), p);
    }

    /**
     * A contract or schedule may have two rates close to each other. Where they are so far apart that an amount may be that of two
     * numbers of units, it tells none.
     */
    private static boolean isAmountOfFewerUnits(Money allowed, Priced p) {
        Money low = p.lowPerUnit();
        Money high = p.highPerUnit();
        if (!low.isPositive() || p.range().kind() == Kind.RANGE && !low.equals(high)) {
            return false;
        }
        long units = allowed.cents() / low.cents();
        return units > 0
                && units < p.units()
                && !allowed.isAbove(high.times(units))
                && high.times(units).isBelow(low.times(units + 1));
    }

    /** Of the rate, also where the charge is lower. A range has no rate of its own, so a ratio to it says nothing. */
    private static boolean hasRatio(Case c, Priced p, BigDecimal ratio) {
        Money rate = p.lowPerUnit().times(p.units());
        if (p.range().kind() == Kind.RANGE || !rate.isPositive()) {
            return false;
        }
        BigDecimal actual = BigDecimal.valueOf(allowed(c).cents())
                .divide(BigDecimal.valueOf(rate.cents()), RATIO_SCALE, RoundingMode.HALF_UP);
        return actual.subtract(ratio).abs().compareTo(RATIO_TOLERANCE) <= 0;
    }

    /**
     * Of the rows that priced this very line in the year before; where these knew no rate a year ago, of Medicare's own schedule. A range
     * has no rate of a year that could have been the last one's.
     */
    private boolean lastYearsRate(Case c, Priced p) {
        if (p.range().kind() == Kind.RANGE) {
            return false;
        }
        LocalDate lastYear = c.line().serviceDate().minusYears(1);
        List<Priced> before = heldBefore(pricer, c);
        boolean rateKnown = before.stream()
                .anyMatch(rate -> rate.range().kind() != Kind.RANGE
                        && rate.range().effective().holdsOn(lastYear));
        return isAmong(pricer, before, c, p)
                || c.payerClass() == PayerClass.MEDICARE
                        && !rateKnown
                        && !isMedicaresPresentRate(c, p)
                        && isAmong(medicare, heldBefore(medicare, c), c, p);
    }

    private static List<Priced> heldBefore(Pricer pricer, Case c) {
        return pricer.inTheYearBefore(c.line(), c.payerClass(), c.payer(), c.placeOfService());
    }

    /** A range of several amounts has no rate of its own, and another area's amount is no rate of this line. */
    private static boolean isAmong(Pricer pricer, List<Priced> rates, Case c, Priced p) {
        return rates.stream()
                .filter(rate ->
                        rate.range().kind() != Kind.RANGE || rate.lowPerUnit().equals(rate.highPerUnit()))
                .anyMatch(rate -> !pricer.isStandIn(rate) && isPerUnit(c, p, rate.lowPerUnit()));
    }

    private boolean isMedicaresPresentRate(Case c, Priced p) {
        return medicare.price(c.line(), c.payerClass(), c.payer(), c.placeOfService(), List.of())
                        instanceof Priced present
                && isPerUnit(c, p, present.lowPerUnit());
    }

    private boolean anotherPayersRate(Case c, Priced p) {
        return rates.stream()
                .anyMatch(rate -> rate.payer() != null
                        && rate.kind() != Kind.RANGE
                        && !rate.payer().isSameAs(c.payer())
                        && rate.low().equals(rate.high())
                        && isPerUnit(c, p, rate.low()));
    }

    private static boolean isPerUnit(Case c, Priced p, @Nullable Money rate) {
        return rate != null && rate.isPositive() && allowed(c).equals(rate.times(p.units()));
    }
}
