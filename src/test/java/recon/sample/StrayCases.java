package recon.sample;

import java.time.LocalDate;
import recon.claim.Money;
import recon.verdict.Verdict;

/** Payments that do not find their claim, and payments and claims of other months. */
final class StrayCases {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 15);
    private static final LocalDate CHECK = LocalDate.of(2026, 10, 14);
    private static final LocalDate SEPTEMBER_CHECK = LocalDate.of(2026, 9, 23);
    private static final LocalDate NOVEMBER_CHECK = LocalDate.of(2026, 11, 4);

    private final SampleBook book;

    StrayCases(SampleBook book) {
        this.book = book;
    }

    /** The practice has no such claim. */
    void noClaim(SamplePayer payer, int number, String allowed) {
        SampleLine line = new SampleClaim(payer, number, DAY).inject(1, "");
        book.expectUnmatched(book.answer(line, CHECK).allow(allowed));
    }

    /** Named by its member alone, of whom one claim of the day fits. */
    void byMember(SamplePayer payer, String allowed) {
        SampleLine line = book.claim(payer, DAY).inject(1, "");
        book.answer(line, CHECK).allow(allowed).control("");
        book.expect(line, Verdict.IN_RANGE, Money.of(allowed));
    }

    /** Named by its member alone, of whom two claims of the day fit. */
    void severalClaims(SamplePayer payer, String allowed) {
        SampleClaim claim = book.claim(payer, DAY);
        SampleLine line = claim.inject(1, "");
        SampleLine other = book.claim(payer, DAY).patientOf(claim).inject(1, "");
        book.expectUnmatched(book.answer(line, CHECK).allow(allowed).control(""));
        book.expect(line, Verdict.NO_RESPONSE, null);
        book.expect(other, Verdict.NO_RESPONSE, null);
    }

    /** A spreadsheet has made a number of the control number, and its leading zeros are gone. */
    void leadingZerosLost(SamplePayer payer, String control, String allowed) {
        SampleLine line = book.claim(payer, DAY).control("00" + control).inject(1, "");
        book.expectUnmatched(
                book.answer(line, CHECK).allow(allowed).control(control).withoutMember());
        book.expect(line, Verdict.NO_RESPONSE, null);
    }

    /** The payer's date of service is a day off. */
    void dayOff(SamplePayer payer, String allowed) {
        SampleLine line = book.claim(payer, DAY).inject(1, "");
        SamplePayment payment = book.answer(line, CHECK)
                .allow(allowed)
                .servedOn(DAY.plusDays(1))
                .withoutMember();
        book.expectUnmatched(payment);
        book.expect(line, Verdict.NO_RESPONSE, null);
    }

    /** Paid in September, in a file that turned up in October. */
    void foundLate(SamplePayer payer, String allowed) {
        SampleLine line = book.claim(payer, LocalDate.of(2026, 9, 2)).inject(1, "");
        book.answer(line, SEPTEMBER_CHECK).allow(allowed);
        Money amount = Money.of(allowed);
        boolean below = amount.isBelow(line.expectedLow());
        book.expect(
                line,
                below ? Verdict.UNDERPAID : Verdict.IN_RANGE,
                amount,
                below ? line.expectedLow().minus(amount) : null,
                null);
    }

    /** Paid in November: at October's end not answered. */
    void paidLater(SamplePayer payer, String allowed) {
        SampleLine line = book.claim(payer, LocalDate.of(2026, 10, 19)).inject(1, "");
        book.answer(line, NOVEMBER_CHECK).allow(allowed);
        book.expect(line, Verdict.NO_RESPONSE, null);
    }

    /** Refused in October and paid in November: at October's end refused. */
    void deniedThenPaidLater(SamplePayer payer, String carc, String allowed) {
        SampleLine line = book.claim(payer, DAY).inject(1, "");
        book.answer(line, CHECK).deny("CO", carc);
        book.answer(line, NOVEMBER_CHECK).allow(allowed);
        book.expect(line, Verdict.DENIED, Money.ZERO, line.expectedLow(), carc);
    }

    /** Waits for its month: nothing is said of it in October. */
    void servedInNovember(SamplePayer payer) {
        book.claim(payer, LocalDate.of(2026, 11, 2)).inject(1, "");
    }

    /** Rows that the payer, and claim lines that the practice, sends again. */
    void repeats(SamplePayer payer, int rows) {
        book.payments().stream()
                .filter(payment -> payment.payer() == payer
                        && payment.line().isInjection()
                        && !payment.lineControlNumber().isEmpty()
                        && payment.status().equals("1"))
                .limit(rows)
                .forEach(book::sendAgain);
        book.claims().stream()
                .filter(claim -> claim.payer() == payer)
                .limit(rows)
                .flatMap(claim -> claim.lines().stream())
                .forEach(book::exportAgain);
    }
}
