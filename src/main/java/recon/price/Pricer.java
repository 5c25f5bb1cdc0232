package recon.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;
import recon.price.ExpectedRange.Kind;
import recon.price.ExpectedRange.PlaceGroup;

/**
 * Says what a 96372 claim line should be allowed at.
 *
 * <p>Nothing is expected of Medicare in a facility: 96372 has PC/TC indicator 5, an "incident to" service for which Medicare pays the
 * facility and no practitioner (MPFS relative value file); a rate that the user loaded for Medicare in facilities outranks this. Nor
 * is anything expected of a never-together pair (NCCI indicator 0); where it is the other code that NCCI leaves unpaid, an injection
 * that the payer does allow is priced as if it stood alone. That a remittance says "capitated" or has a prior payer's payment in it is
 * not known here; the verdict weighs it.
 *
 * <p>Modifiers 59, XS, XU, 76, 50, LT and RT do not change the rate of 96372. Units are as billed.
 */
public final class Pricer {

    private static final int WHOLE = 100;

    private final ExpectedRanges ranges;
    private final NeverTogether neverTogether;

    public Pricer(ExpectedRanges ranges, NeverTogether neverTogether) {
        this.ranges = ranges;
        this.neverTogether = neverTogether;
    }

    /**
     * @param payer as the payer directory knows it
     * @param placeOfService where the line states none, the one that its remittance states; null where neither does
     * @param otherLines other lines of the same claim or the same patient's day, as far as its payer may be billed for them
     */
    public ExpectedAmount price(
            ClaimLine line,
            PayerClass payerClass,
            PayerDirectory.Payer payer,
            @Nullable String placeOfService,
            List<ClaimLine> otherLines) {
        PriceQuestion question = question(line, line.serviceDate(), payerClass, payer, placeOfService);
        ExpectedAmount alone = priceAlone(line, question, placeOfService);
        NeverTogether.Pair pair = neverTogether.neverPaidPair(line, otherLines);
        if (pair == null || alone instanceof ExpectedAmount.Zero) {
            return alone;
        }
        String reason = pair.code() + " of the same day is never paid together with 96372 (NCCI indicator 0)";
        // Of an unknown class nobody can say that what was allowed is too much.
        boolean anyIsTooMuch = pair.injectionNotPaid() && payerClass != PayerClass.UNKNOWN;
        return new ExpectedAmount.Zero(reason, anyIsTooMuch ? null : alone);
    }

    /**
     * What would have held for the line in the year before its day of service: on the day a year earlier, and after each change of the
     * rows since. Codes of the same day are not regarded.
     *
     * @param payer as the payer directory knows it
     * @param placeOfService as for {@link #price}
     */
    public List<ExpectedAmount.Priced> inTheYearBefore(
            ClaimLine line, PayerClass payerClass, PayerDirectory.Payer payer, @Nullable String placeOfService) {
        List<ExpectedAmount.Priced> held = new ArrayList<>();
        LocalDate day = line.serviceDate();
        for (LocalDate before : ranges.daysOfChange(day.minusYears(1), day)) {
            PriceQuestion question = question(line, before, payerClass, payer, placeOfService);
            if (priceAlone(line, question, placeOfService) instanceof ExpectedAmount.Priced priced) {
                held.add(priced);
            }
        }
        return held;
    }

    /** Whether the amount is another area's, in the place of one of which the schedule has no figures. */
    public boolean isStandIn(ExpectedAmount.Priced priced) {
        return priced.missingLocality() != null || ranges.standsInForHome(priced.range());
    }

    /** The same questions asked of other ranges. */
    public Pricer over(ExpectedRanges others) {
        return new Pricer(others, neverTogether);
    }

    private ExpectedAmount priceAlone(ClaimLine line, PriceQuestion question, @Nullable String placeOfService) {
        if (question.payerClass() == PayerClass.UNKNOWN) {
            return new ExpectedAmount.NotPriceable(
                    "the payer class of '" + question.payer().name() + "' is unknown");
        }
        ExpectedRanges.Choice choice = ranges.find(question);
        if (isUnpaidFacility(question, choice)) {
            return new ExpectedAmount.Zero(
                    "Medicare pays no practitioner for 96372 in place of service " + placeOfService);
        }
        if (choice instanceof ExpectedRanges.Choice.Found found) {
            return priced(line, found.range(), question);
        }
        return new ExpectedAmount.NotPriceable(((ExpectedRanges.Choice.None) choice).reason());
    }

    private static PriceQuestion question(
            ClaimLine line,
            LocalDate day,
            PayerClass payerClass,
            PayerDirectory.Payer payer,
            @Nullable String placeOfService) {
        Localities.Area area = Localities.area(line.state(), line.locality());
        return new PriceQuestion(
                day,
                payerClass,
                payer,
                area.state(),
                area.number(),
                Places.groupOf(placeOfService),
                Credentials.normalized(line.renderingCredential()));
    }

    private static boolean isUnpaidFacility(PriceQuestion question, ExpectedRanges.Choice choice) {
        boolean ratedForFacilities = choice instanceof ExpectedRanges.Choice.Found found
                && found.range().placeGroup() == PlaceGroup.FACILITY;
        return question.payerClass() == PayerClass.MEDICARE
                && question.placeGroup() == PlaceGroup.FACILITY
                && !ratedForFacilities;
    }

    /**
     * What a practitioner is paid of the rate, or null for all of it. A range is wide enough for every practitioner, and a row with
     * a credential is already that practitioner's rate: neither is scaled.
     */
    private static @Nullable Integer practitionerPercent(ExpectedRange range, PriceQuestion question) {
        Integer medicare = Credentials.medicarePercent(question.credential());
        if (medicare == null || range.kind() == Kind.RANGE || range.credential() != null) {
            return null;
        }
        PayerDirectory.Entry entry = question.payer().entry();
        Integer own = entry == null ? null : entry.practitionerPercent();
        if (own != null) {
            return own == WHOLE ? null : own;
        }
        boolean medicareSchedule = range.kind() == Kind.SCHEDULE && question.payerClass() == PayerClass.MEDICARE;
        return medicareSchedule ? medicare : null;
    }

    private ExpectedAmount priced(ClaimLine line, ExpectedRange range, PriceQuestion question) {
        Integer percent = practitionerPercent(range, question);
        Money lowPerUnit = scaled(range.low(), percent);
        Money highPerUnit = scaled(range.high(), percent);
        Money low = lowPerUnit.times(line.units());
        boolean chargeBelowSchedule = line.charge().isBelow(low);
        return new ExpectedAmount.Priced(
                lowPerUnit,
                highPerUnit,
                line.units(),
                chargeBelowSchedule ? line.charge() : low,
                highPerUnit.times(line.units()),
                range,
                percent,
                chargeBelowSchedule,
                ranges.missingLocality(range, question),
                ranges.endedBefore(question, range));
    }

    private static Money scaled(Money rate, @Nullable Integer percent) {
        return percent == null ? rate : rate.percent(BigDecimal.valueOf(percent), RoundingMode.HALF_UP);
    }
}
