package recon.sample;

import java.time.LocalDate;
import java.util.List;
import recon.claim.Money;
import recon.verdict.Verdict;

/** What happens to most claims: paid in range, paid short, refused, not answered. */
final class CommonCases {

    private final SampleBook book;

    CommonCases(SampleBook book) {
        this.book = book;
    }

    void inRange(SamplePayer payer, int lines, String from, String to) {
        for (int i = 0; i < lines; i++) {
            int units = i % 9 == 8 ? 2 : 1;
            SampleLine line = book.injection(book.claim(payer), units, "");
            Money allowed = book.amount(from, to).times(units);
            SamplePayment payment = book.answer(line).allow(allowed);
            book.answerOthers(payment);
            book.expect(line, Verdict.IN_RANGE, allowed);
        }
    }

    /** @param perUnit allowed for each unit, below the range */
    void underpaid(SamplePayer payer, int units, String perUnit) {
        allowed(book.injection(book.claim(payer), units, ""), Money.of(perUnit).times(units));
    }

    /** By a practitioner who is not a physician. */
    void underpaid(SamplePayer payer, String credential, String perUnit) {
        allowed(book.injection(book.claim(payer).credential(credential), 1, ""), Money.of(perUnit));
    }

    /** Several units billed, the amount of fewer allowed, and no reason given for the others. */
    void tooFewUnits(SamplePayer payer, int units, String allowed) {
        SampleLine line = book.injection(book.claim(payer), units, "");
        allowed(line, Money.of(allowed)).paidUnits(1);
    }

    /** The verdict of an allowed amount outside the range by more than the tolerance. */
    SamplePayment allowed(SampleLine line, Money allowed) {
        SamplePayment payment = book.answer(line).allow(allowed);
        book.answerOthers(payment);
        if (allowed.isBelow(line.expectedLow())) {
            book.expect(line, Verdict.UNDERPAID, allowed, line.expectedLow().minus(allowed), null);
        } else {
            book.expect(line, Verdict.OVERPAID, allowed, allowed.minus(line.expectedHigh()), null);
        }
        return payment;
    }

    void overpaid(SamplePayer payer, int units, String perUnit) {
        allowed(book.injection(book.claim(payer), units, ""), Money.of(perUnit).times(units));
    }

    void denied(SamplePayer payer, String group, String carc, String... remarks) {
        denied(book.injection(payer), group, carc, remarks);
    }

    SamplePayment denied(SampleLine line, String group, String carc, String... remarks) {
        SamplePayment payment = book.answer(line).deny(group, carc, remarks);
        book.answerOthers(payment);
        expectDenied(line, carc);
        return payment;
    }

    void expectDenied(SampleLine line, String carc) {
        book.expect(line, Verdict.DENIED, Money.ZERO, line.expectedLow(), carc);
    }

    /** One of several units refused; the others allowed. At stake is what is missing to the low end of all. */
    void partlyDenied(SamplePayer payer, int units, String carc, String allowed) {
        SampleLine line = book.injection(book.claim(payer), units, "");
        SamplePayment payment = book.answer(line).denyUnits(1, carc, Money.of(allowed));
        book.answerOthers(payment);
        Money atStake = line.expectedLow().minus(Money.of(allowed)).max(Money.ZERO);
        book.expect(line, Verdict.PARTLY_DENIED, Money.of(allowed), atStake, carc);
    }

    void capitated(SamplePayer payer) {
        SampleLine line = book.injection(payer);
        book.answerOthers(book.answer(line).deny("CO", "24"));
        book.expect(line, Verdict.EXPECTED_ZERO, Money.ZERO);
    }

    /** @param submitted the day from which the ageing counts */
    void noResponse(SamplePayer payer, String... submitted) {
        for (String day : submitted) {
            LocalDate sent = LocalDate.parse(day);
            SampleClaim claim =
                    book.claim(payer, SampleBook.workingDay(sent.minusDays(6))).submitted(sent);
            book.expect(book.injection(claim, 1, ""), Verdict.NO_RESPONSE, null);
        }
    }

    /** Claims without a 96372: a vaccine with the administration that belongs to it, a nurse's visit, a cancer drug. */
    void otherCodes(List<SamplePayer> payers) {
        for (int i = 0; i < payers.size(); i++) {
            SampleClaim claim = book.claim(payers.get(i)).diagnosis(i % 4 == 3 ? "C61" : "Z23");
            if (i % 4 == 3) {
                claim.add("96401", "", 1, "190.00");
                claim.drug("J9250", "methotrexate sodium", 2, "12.00");
            } else if (i % 4 == 2) {
                claim.add("99211", "", 1, "40.00");
            } else {
                claim.add("90471", "", 1, "38.00");
                claim.add("90715", "", 1, "65.00");
            }
            SampleLine first = claim.lines().get(0);
            SamplePayment payment =
                    book.answer(first).allow(Money.ofCents(first.charge().cents() * 7 / 10));
            claim.lines().stream().skip(1).forEach(line -> book.answer(line, payment.checkDate())
                    .allow(Money.ofCents(line.charge().cents() * 7 / 10)));
        }
    }
}
