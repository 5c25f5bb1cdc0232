package recon.sample;

import java.time.LocalDate;
import recon.claim.Money;
import recon.verdict.Verdict;

/** What happens to few claims, and must not confuse the reconciliation. */
final class OddCases {

    private static final LocalDate EARLY_SEPTEMBER = LocalDate.of(2026, 9, 8);
    private static final LocalDate FIRST_CHECK = LocalDate.of(2026, 10, 7);
    private static final LocalDate SECOND_CHECK = LocalDate.of(2026, 10, 14);
    private static final LocalDate THIRD_CHECK = LocalDate.of(2026, 10, 21);

    private final SampleBook book;

    OddCases(SampleBook book) {
        this.book = book;
    }

    /** A claim of one injection and nothing else, early enough for each check. */
    SampleLine bare(SamplePayer payer) {
        return book.claim(payer, EARLY_SEPTEMBER).inject(1, "");
    }

    void deductible(SamplePayer payer, String allowed) {
        SampleLine line = bare(payer);
        book.answer(line).deductible(allowed);
        book.expect(line, Verdict.IN_RANGE, Money.of(allowed));
    }

    /** The range's low end less 1 % is still in range; a cent less is not. */
    void atTheTolerance(SamplePayer payer, String allowed, String beyond) {
        SampleLine line = bare(payer);
        book.answer(line).allow(allowed);
        book.expect(line, Verdict.IN_RANGE, Money.of(allowed));
        SampleLine other = bare(payer);
        book.answer(other).allow(beyond);
        Money shortBy = other.expectedLow().minus(Money.of(beyond));
        book.expect(other, Verdict.UNDERPAID, Money.of(beyond), shortBy, null);
    }

    /** The payer states its charge as allowed; its adjustments and payment agree on another amount. */
    void chargeStatedAsAllowed(SamplePayer payer, String really) {
        SampleLine line = bare(payer);
        book.answer(line).allow(really).states(line.charge());
        book.expect(line, Verdict.IN_RANGE, Money.of(really));
    }

    void chargeBelowSchedule(SamplePayer payer, String charge) {
        SampleLine line = book.claim(payer, EARLY_SEPTEMBER).inject(1, "", Money.of(charge));
        book.answer(line).allow(charge);
        book.expect(line, Verdict.IN_RANGE, Money.of(charge));
    }

    /** Nothing but the payment is stated, and it is the charge. */
    void paidInFull(SamplePayer payer, String charge) {
        SampleLine line = book.claim(payer, EARLY_SEPTEMBER).inject(1, "", Money.of(charge));
        book.answer(line).allow(charge).states(null);
        book.expect(line, Verdict.IN_RANGE, Money.of(charge));
    }

    /** Two injections of a day, alike, and two payments, alike: one for each. */
    void identicalLines(SamplePayer payer, String allowed) {
        SampleClaim claim = book.claim(payer, EARLY_SEPTEMBER);
        for (int i = 0; i < 2; i++) {
            SampleLine line = claim.inject(1, "");
            book.answer(line, FIRST_CHECK).allow(allowed).withoutLineControl();
            book.expect(line, Verdict.IN_RANGE, Money.of(allowed));
        }
    }

    /** The file has one row more than the claim has lines: the third is a duplicate. */
    void oneRowTooMany(SamplePayer payer, String allowed) {
        SampleClaim claim = book.claim(payer, EARLY_SEPTEMBER);
        SampleLine first = claim.inject(1, "");
        SampleLine second = claim.inject(1, "");
        SamplePayment payment = book.answer(first, FIRST_CHECK).allow(allowed).withoutLineControl();
        book.repeatInFile(payment);
        book.repeatInFile(payment);
        book.expect(first, Verdict.IN_RANGE, Money.of(allowed));
        book.expect(second, Verdict.IN_RANGE, Money.of(allowed));
    }

    void onePaymentForTwoLines(SamplePayer payer, String allowed) {
        SampleClaim claim = book.claim(payer, EARLY_SEPTEMBER);
        SampleLine first = claim.inject(1, "");
        SampleLine second = claim.inject(1, "");
        book.answer(first, SECOND_CHECK).allow(allowed).withoutLineControl();
        book.expect(first, Verdict.IN_RANGE, Money.of(allowed));
        book.expect(second, Verdict.NO_RESPONSE, null);
    }

    /** Sent twice by mistake: the second is refused as a duplicate, which does not undo the payment. */
    void refusedAsDuplicateAfterPayment(SamplePayer payer, String allowed) {
        SampleLine line = bare(payer);
        book.answer(line, FIRST_CHECK).allow(allowed);
        book.answer(line, THIRD_CHECK).deny("OA", "18");
        book.expect(line, Verdict.IN_RANGE, Money.of(allowed));
    }

    void paidTwice(SamplePayer payer, String allowed) {
        SampleLine line = bare(payer);
        book.answer(line, FIRST_CHECK).allow(allowed);
        book.answer(line, THIRD_CHECK).allow(allowed);
        book.expect(line, Verdict.NEEDS_REVIEW, Money.of(allowed));
    }

    void reversedWithoutCorrection(SamplePayer payer, String allowed) {
        SampleLine line = bare(payer);
        SamplePayment payment = book.answer(line, FIRST_CHECK).allow(allowed);
        book.answer(line, THIRD_CHECK).reverse(payment);
        book.expect(line, Verdict.PENDED, Money.of(allowed));
    }

    void reversedAndCorrected(SamplePayer payer, String first, String corrected) {
        SampleLine line = bare(payer);
        SamplePayment payment = book.answer(line, FIRST_CHECK).allow(first);
        book.answer(line, THIRD_CHECK).reverse(payment);
        book.answer(line, THIRD_CHECK).allow(corrected);
        book.expect(line, Verdict.IN_RANGE, Money.of(corrected));
    }

    /** CARC 133: the payer has not decided. */
    void suspended(SamplePayer payer) {
        SampleLine line = bare(payer);
        book.answer(line).deny("OA", "133").states(null);
        book.expect(line, Verdict.PENDED, null);
    }

    /** A dollar more is paid than charge and adjustments leave. */
    void unbalanced(SamplePayer payer, String allowed) {
        SampleLine line = bare(payer);
        SamplePayment payment = book.answer(line).allow(allowed).states(null);
        payment.pays(payment.paid().plus(Money.of("1.00")));
        book.expect(line, Verdict.NEEDS_REVIEW, null);
    }

    /** Paid less than charged, and nothing says why. */
    void notDerivable(SamplePayer payer, String paid) {
        SampleLine line = bare(payer);
        book.answer(line).withoutAdjustments().states(null).pays(Money.of(paid));
        book.expect(line, Verdict.NEEDS_REVIEW, null);
    }

    void unknownClass(SamplePayer payer, String allowed) {
        SampleLine line = bare(payer);
        book.answer(line).allow(allowed);
        book.expect(line, Verdict.NEEDS_REVIEW, Money.of(allowed));
    }

    void deniedByUnknownClass(SamplePayer payer, String carc) {
        SampleLine line = bare(payer);
        book.answer(line).deny("CO", carc);
        book.expect(line, Verdict.DENIED, Money.ZERO, null, carc);
    }

    /** Medicare pays no practitioner for 96372 in a hospital. */
    void facility(SamplePayer payer, String place, String carc) {
        SampleLine line = book.claim(payer, EARLY_SEPTEMBER).place(place).inject(1, "");
        book.answer(line).deny("CO", carc, "M97");
        book.expect(line, Verdict.EXPECTED_ZERO, Money.ZERO);
    }

    void paidInFacility(SamplePayer payer, String place, String allowed) {
        SampleLine line = book.claim(payer, EARLY_SEPTEMBER).place(place).inject(1, "");
        book.answer(line).allow(allowed);
        book.expect(line, Verdict.OVERPAID, Money.of(allowed), Money.of(allowed), null);
    }

    /** 99211 and 96372 of one day are never paid together. */
    void neverTogether(SamplePayer payer) {
        SampleClaim claim = book.claim(payer, EARLY_SEPTEMBER);
        claim.add("99211", "25", 1, "40.00");
        SampleLine line = claim.inject(1, "");
        book.answerOthers(book.answer(line).deny("CO", "97", "M80"));
        book.expect(line, Verdict.EXPECTED_ZERO, Money.ZERO);
    }

    /** Medicare has paid; Medicaid, its secondary, rightly pays nothing. The primary's decision is the line's. */
    void crossOver(SamplePayer primary, SamplePayer secondary, String allowed) {
        SampleLine line = bare(primary);
        book.answer(line, FIRST_CHECK).allow(allowed);
        book.answer(line, secondary, THIRD_CHECK)
                .deny("OA", "23")
                .states(null)
                .status("2")
                .withoutLineControl();
        book.expect(line, Verdict.IN_RANGE, Money.of(allowed));
    }

    /** A secondary payer's answer, and none of the primary's. */
    void secondaryAlone(SamplePayer payer) {
        SampleLine line = bare(payer);
        book.answer(line)
                .takeOff("OA", "23", Money.of("60.00"))
                .pays(Money.of("8.00"))
                .status("2");
        book.expect(line, Verdict.NEEDS_REVIEW, null);
    }

    void modifierDropped(SamplePayer payer, String allowed) {
        SampleLine line = book.claim(payer, EARLY_SEPTEMBER).inject(1, "59");
        book.answer(line).allow(allowed).modifiers("").withoutLineControl();
        book.expect(line, Verdict.IN_RANGE, Money.of(allowed));
    }

    void recoded(SamplePayer payer, String code, String allowed) {
        SampleLine line = bare(payer);
        book.answer(line).allow(allowed).recodedTo(code).withoutLineControl();
        Money shortBy = line.expectedLow().minus(Money.of(allowed));
        book.expect(line, Verdict.UNDERPAID, Money.of(allowed), shortBy, null);
    }

    /** Billed anew with the right number of units: only the later claim counts. */
    void replaced(SamplePayer payer, String allowed) {
        SampleClaim original = book.claim(payer, EARLY_SEPTEMBER);
        original.inject(1, "");
        SampleLine line = book.corrected(original).inject(2, "");
        book.answer(line, THIRD_CHECK).allow(allowed);
        book.expect(line, Verdict.IN_RANGE, Money.of(allowed));
    }

    /** The claim-level row says why; the line's own row does not. */
    void deniedAtClaimLevel(SamplePayer payer, String carc) {
        SampleLine line = bare(payer);
        book.answer(line).deny("CO", carc).status("4").atClaimLevel();
        book.expect(line, Verdict.DENIED, Money.ZERO, line.expectedLow(), carc);
    }

    /** Paid correctly; the payer then takes it back from a later check, which is no decision on the line. */
    void takenBack(SamplePayer payer, String allowed) {
        SampleLine line = bare(payer);
        SamplePayment payment = book.answer(line, FIRST_CHECK).allow(allowed);
        book.providerLevel(
                payer, THIRD_CHECK, "WO", payment.payerClaim(), payment.paid().toString());
        book.expect(line, Verdict.IN_RANGE, Money.of(allowed));
    }
}
