package recon.sample;

import static recon.sample.SamplePayer.*;

import java.time.LocalDate;
import java.util.List;
import recon.claim.Money;
import recon.verdict.Verdict;

/**
 * The sample: October 2026 of an invented practice, with 3 Medicare, 3 Medicaid and 5 private payers and one of unknown class.
 *
 * <p>Every run makes the same month. What must be said of each line is written down while the line is made, by what is done to it
 * and never by the code that it tests. Dollars are those of the article's ranges: Medicare 20-30, Medicaid 15-25, private 25-50.
 */
public final class SampleMonth {

    private static final long SEED = 96372;

    private final SampleBook book = new SampleBook(SEED);
    private final CommonCases common = new CommonCases(book);
    private final OddCases odd = new OddCases(book);
    private final StrayCases stray = new StrayCases(book);

    private SampleMonth() {}

    public static SampleMonth make() {
        SampleMonth month = new SampleMonth();
        month.medicareEast();
        month.medicareWest();
        month.medicareNorth();
        month.medicaid();
        month.mutualAndEmployers();
        month.blueAndCommercial();
        month.unionFund();
        month.others();
        return month;
    }

    private void medicareEast() {
        common.inRange(MEDICARE_EAST, 14, "20.00", "29.90");
        common.underpaid(MEDICARE_EAST, "NP", "17.00");
        common.underpaid(MEDICARE_EAST, 1, "19.00");
        common.tooFewUnits(MEDICARE_EAST, 2, "24.00");
        SampleClaim visit = book.claim(MEDICARE_EAST);
        visit.add("99213", "", 1, "148.00");
        common.denied(visit.inject(1, ""), "CO", "97", "M14");
        common.denied(MEDICARE_EAST, "CO", "50", "N115");
        common.denied(MEDICARE_EAST, "CO", "29");
        common.denied(MEDICARE_EAST, "CO", "16", "MA130");
        common.denied(MEDICARE_EAST, "OA", "18");
        odd.deductible(MEDICARE_EAST, "24.10");
        odd.atTheTolerance(MEDICARE_EAST, "19.80", "19.79");
        odd.chargeStatedAsAllowed(MEDICARE_EAST, "23.40");
        odd.identicalLines(MEDICARE_EAST, "22.50");
        odd.oneRowTooMany(MEDICARE_EAST, "22.60");
        odd.onePaymentForTwoLines(MEDICARE_EAST, "22.70");
        odd.refusedAsDuplicateAfterPayment(MEDICARE_EAST, "25.00");
        odd.reversedWithoutCorrection(MEDICARE_EAST, "24.00");
        odd.suspended(MEDICARE_EAST);
        odd.unbalanced(MEDICARE_EAST, "24.50");
        odd.facility(MEDICARE_EAST, "22", "58");
        odd.facility(MEDICARE_EAST, "21", "5");
        odd.paidInFacility(MEDICARE_EAST, "22", "24.00");
        odd.neverTogether(MEDICARE_EAST);
        odd.crossOver(MEDICARE_EAST, MEDICAID_CARE, "25.20");
        common.noResponse(MEDICARE_EAST, "2026-10-20", "2026-09-18", "2026-08-20");
        stray.foundLate(MEDICARE_EAST, "23.00");
        stray.foundLate(MEDICARE_EAST, "18.00");
        stray.paidLater(MEDICARE_EAST, "24.00");
        stray.deniedThenPaidLater(MEDICARE_EAST, "252", "24.00");
        stray.servedInNovember(MEDICARE_EAST);
        stray.repeats(MEDICARE_EAST, 5);
    }

    private void medicareWest() {
        common.inRange(MEDICARE_WEST, 16, "20.50", "29.50");
        common.underpaid(MEDICARE_WEST, "PA", "17.00");
        common.underpaid(MEDICARE_WEST, 2, "18.20");
        common.denied(MEDICARE_WEST, "CO", "151", "N362");
        common.denied(MEDICARE_WEST, "CO", "B7", "N570");
        common.denied(MEDICARE_WEST, "CO", "4", "N519");
        common.denied(MEDICARE_WEST, "CO", "11");
        common.partlyDenied(MEDICARE_WEST, 3, "151", "48.00");
        odd.recoded(MEDICARE_WEST, "99211", "12.00");
        odd.reversedAndCorrected(MEDICARE_WEST, "15.00", "24.40");
        odd.takenBack(MEDICARE_WEST, "24.60");
        odd.deductible(MEDICARE_WEST, "24.10");
        stray.noClaim(MEDICARE_WEST, 90_001, "24.00");
        book.providerLevel(MEDICARE_WEST, LocalDate.of(2026, 10, 28), "L6", "INTEREST", "-1.25");
        common.noResponse(MEDICARE_WEST, "2026-07-15");
    }

    /** $15.36, the real national amount of 2026, for each line: the range is the outlier and not the payer. */
    private void medicareNorth() {
        for (int i = 0; i < 23; i++) {
            common.underpaid(MEDICARE_NORTH, i % 8 == 7 ? 2 : 1, "15.36");
        }
        common.denied(MEDICARE_NORTH, "CO", "167");
    }

    private void medicaid() {
        common.inRange(STATE_MEDICAID, 20, "15.00", "24.80");
        common.underpaid(STATE_MEDICAID, 1, "9.40");
        common.underpaid(STATE_MEDICAID, 2, "12.75");
        common.denied(STATE_MEDICAID, "CO", "97", "N20");
        common.denied(STATE_MEDICAID, "CO", "16", "M119");
        common.denied(STATE_MEDICAID, "CO", "198");
        common.partlyDenied(STATE_MEDICAID, 4, "222", "54.00");
        odd.modifierDropped(STATE_MEDICAID, "18.00");
        odd.modifierDropped(STATE_MEDICAID, "19.25");
        stray.noClaim(STATE_MEDICAID, 90_002, "18.00");
        stray.dayOff(STATE_MEDICAID, "18.10");

        common.inRange(MEDICAID_CARE, 15, "15.50", "24.50");
        common.underpaid(MEDICAID_CARE, 1, "14.20");
        common.denied(MEDICAID_CARE, "CO", "181");
        common.denied(MEDICAID_CARE, "CO", "208");
        common.overpaid(MEDICAID_CARE, 1, "27.00");
        common.capitated(MEDICAID_CARE);
        common.noResponse(MEDICAID_CARE, "2026-06-10", "2026-10-12");

        common.inRange(FAMILY_MEDICAID, 13, "15.20", "24.60");
        common.underpaid(FAMILY_MEDICAID, 1, "9.12");
        common.denied(FAMILY_MEDICAID, "CO", "31");
        common.denied(FAMILY_MEDICAID, "CO", "22");
        odd.paidInFull(FAMILY_MEDICAID, "22.00");
        odd.notDerivable(FAMILY_MEDICAID, "17.00");
        odd.deniedAtClaimLevel(FAMILY_MEDICAID, "27");
        stray.byMember(FAMILY_MEDICAID, "18.40");
        stray.severalClaims(FAMILY_MEDICAID, "18.50");
        stray.foundLate(FAMILY_MEDICAID, "17.75");
    }

    private void mutualAndEmployers() {
        common.inRange(MUTUAL, 17, "25.50", "48.00");
        common.underpaid(MUTUAL, 1, "18.50");
        common.underpaid(MUTUAL, 2, "20.28");
        common.overpaid(MUTUAL, 1, "62.00");
        common.denied(MUTUAL, "CO", "197");
        common.denied(MUTUAL, "PR", "204");
        common.denied(MUTUAL, "CO", "252", "N706");
        common.partlyDenied(MUTUAL, 3, "151", "60.00");
        odd.chargeBelowSchedule(MUTUAL, "18.00");
        stray.noClaim(MUTUAL, 90_003, "33.00");
        common.noResponse(MUTUAL, "2026-10-05");

        common.inRange(EMPLOYERS, 14, "26.00", "49.00");
        common.underpaid(EMPLOYERS, 1, "21.25");
        common.denied(EMPLOYERS, "CO", "11");
        common.denied(EMPLOYERS, "CO", "B15");
        common.denied(EMPLOYERS, "CO", "226", "M127");
        common.denied(EMPLOYERS, "PI", "272");
        common.noResponse(EMPLOYERS, "2026-08-03");
    }

    private void blueAndCommercial() {
        common.inRange(BLUE, 16, "25.00", "47.00");
        common.underpaid(BLUE, 1, "22.00");
        common.underpaid(BLUE, 2, "19.90");
        common.denied(BLUE, "CO", "96", "N386");
        common.denied(BLUE, "CO", "236");
        common.partlyDenied(BLUE, 2, "222", "31.00");
        odd.paidTwice(BLUE, "36.00");
        stray.leadingZerosLost(BLUE, "71405", "35.00");

        common.inRange(COMMERCIAL, 15, "26.50", "48.50");
        common.underpaid(COMMERCIAL, 1, "23.75");
        common.overpaid(COMMERCIAL, 2, "58.50");
        common.denied(COMMERCIAL, "CO", "109");
        common.denied(COMMERCIAL, "PR", "27");
        common.denied(COMMERCIAL, "CO", "242");
        stray.noClaim(COMMERCIAL, 90_004, "34.00");
        stray.paidLater(COMMERCIAL, "34.50");
        common.noResponse(COMMERCIAL, "2026-09-25");
    }

    private void unionFund() {
        common.inRange(UNION_FUND, 13, "25.25", "46.00");
        common.underpaid(UNION_FUND, 1, "20.00");
        common.tooFewUnits(UNION_FUND, 2, "31.00");
        common.denied(UNION_FUND, "CO", "45");
        common.denied(UNION_FUND, "CO", "185");
        common.capitated(UNION_FUND);
        odd.replaced(UNION_FUND, "62.00");
        odd.secondaryAlone(UNION_FUND);
        common.noResponse(UNION_FUND, "2026-10-22");
    }

    private void others() {
        odd.unknownClass(WORKERS_FUND, "40.00");
        odd.unknownClass(WORKERS_FUND, "41.50");
        odd.deniedByUnknownClass(WORKERS_FUND, "16");
        SampleLine undescribed = book.claim(EMPLOYERS).injectUndocumented("");
        SampleLine notGiven = book.claim(COMMERCIAL).injectUndocumented("no");
        for (SampleLine line : List.of(undescribed, notGiven)) {
            book.answer(line).allow("33.00");
            book.expect(line, Verdict.IN_RANGE, Money.of("33.00"));
        }
        common.otherCodes(List.of(
                MUTUAL,
                BLUE,
                MEDICARE_EAST,
                COMMERCIAL,
                EMPLOYERS,
                STATE_MEDICAID,
                MEDICAID_CARE,
                MUTUAL,
                BLUE,
                COMMERCIAL,
                FAMILY_MEDICAID,
                MEDICARE_WEST));
    }

    SampleBook book() {
        return book;
    }

    /** One for each 96372 claim line that October judges, and one for each of its payments that finds no claim. */
    public List<ExpectedLine> expected() {
        return List.copyOf(book.expected());
    }
}
