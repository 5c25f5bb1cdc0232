package recon.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.verdict.Verdict;

/** The practice's claims, the payers' answers, and what must be said of them; filled case by case. */
final class SampleBook {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);
    private static final int DAYS = 46;
    private static final List<LocalDate> CHECK_DATES = List.of(
            LocalDate.of(2026, 10, 7),
            LocalDate.of(2026, 10, 14),
            LocalDate.of(2026, 10, 21),
            LocalDate.of(2026, 10, 28));
    private static final int DAYS_TO_PAY = 6;

    private final Random random;
    private final List<SampleClaim> claims = new ArrayList<>();
    private final List<SampleLine> exportedAgain = new ArrayList<>();
    private final List<SamplePayment> payments = new ArrayList<>();
    private final List<SamplePayment> sentAgain = new ArrayList<>();
    private final List<SampleRemittance.ProviderLevel> providerLevel = new ArrayList<>();
    private final List<ExpectedLine> expected = new ArrayList<>();
    private int claimNumber = 10_000;

    SampleBook(long seed) {
        random = new Random(seed);
    }

    /** A claim of a working day from September to the middle of October, still without lines. */
    SampleClaim claim(SamplePayer payer) {
        LocalDate day = workingDay(FIRST_DAY.plusDays(random.nextInt(DAYS)));
        return claim(payer, day);
    }

    /** The day itself, or the Monday after it. */
    static LocalDate workingDay(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    SampleClaim claim(SamplePayer payer, LocalDate day) {
        SampleClaim claim = new SampleClaim(payer, ++claimNumber, day);
        claims.add(claim);
        return claim;
    }

    SampleClaim corrected(SampleClaim original) {
        SampleClaim replacement = original.replacement();
        claims.add(replacement);
        return replacement;
    }

    /** A claim of one injection as most are: often with its drug, sometimes with a visit that stands for itself. */
    SampleLine injection(SamplePayer payer) {
        return injection(claim(payer), 1, "");
    }

    SampleLine injection(SampleClaim claim, int units, String modifiers) {
        boolean pain = random.nextInt(3) == 0;
        claim.diagnosis(pain ? "M54.50" : "E53.8");
        int companions = random.nextInt(100);
        if (companions < 10) {
            claim.add(companions < 7 ? "99213" : "99214", "25", 1, companions < 7 ? "148.00" : "210.00");
        } else if (companions < 12) {
            claim.add("20610", "RT", 1, "160.00");
        }
        SampleLine injection = claim.inject(units, companions >= 10 && companions < 12 ? "59" : modifiers);
        if (companions < 45) {
            claim.drug(pain ? "J1885" : "J3420", pain ? "ketorolac tromethamine" : "cyanocobalamin", units, "9.00");
        }
        return injection;
    }

    /** An amount allowed for one unit, well within a range. */
    Money amount(String from, String to) {
        long low = Money.of(from).cents();
        long high = Money.of(to).cents();
        return Money.ofCents(low + random.nextInt((int) (high - low + 1)));
    }

    /** The payer's answer to a line, with its first check after the claim could be worked. */
    SamplePayment answer(SampleLine line) {
        LocalDate earliest = line.claim().serviceDate().plusDays(DAYS_TO_PAY);
        List<LocalDate> dates =
                CHECK_DATES.stream().filter(date -> !date.isBefore(earliest)).toList();
        return answer(line, dates.get(random.nextInt(dates.size())));
    }

    SamplePayment answer(SampleLine line, LocalDate checkDate) {
        return answer(line, line.claim().payer(), checkDate);
    }

    SamplePayment answer(SampleLine line, SamplePayer payer, LocalDate checkDate) {
        return add(new SamplePayment(line, payer, checkDate));
    }

    /** Pays the claim's lines of other codes under the check of an injection's answer. */
    void answerOthers(SamplePayment like) {
        for (SampleLine line : like.line().claim().lines()) {
            if (!line.isInjection()) {
                Money allowed = Money.ofCents(line.charge().cents() * 7 / 10);
                answer(line, like.checkDate()).allow(allowed);
            }
        }
    }

    SamplePayment add(SamplePayment payment) {
        payments.add(payment);
        return payment;
    }

    /** The payer's file has the row once more. */
    void repeatInFile(SamplePayment payment) {
        payments.add(payment);
    }

    /** The payer sends the row again in another file. */
    void sendAgain(SamplePayment payment) {
        sentAgain.add(payment);
    }

    void exportAgain(SampleLine line) {
        exportedAgain.add(line);
    }

    void providerLevel(SamplePayer payer, LocalDate checkDate, String reason, String reference, String amount) {
        providerLevel.add(new SampleRemittance.ProviderLevel(payer, checkDate, reason, reference, Money.of(amount)));
    }

    void expect(
            SampleLine line, Verdict verdict, @Nullable Money allowed, @Nullable Money atIssue, @Nullable String carc) {
        expected.add(new ExpectedLine(line.claim().control(), line.number(), verdict, allowed, atIssue, carc));
    }

    void expect(SampleLine line, Verdict verdict, @Nullable Money allowed) {
        expect(line, verdict, allowed, null, null);
    }

    void expectUnmatched(SamplePayment payment) {
        expected.add(new ExpectedLine(payment.control(), null, Verdict.UNMATCHED, payment.allowed(), null, null));
    }

    List<SampleClaim> claims() {
        return claims;
    }

    List<SampleLine> exportedAgain() {
        return exportedAgain;
    }

    List<SamplePayment> payments() {
        return payments;
    }

    List<SamplePayment> sentAgain() {
        return sentAgain;
    }

    List<SampleRemittance.ProviderLevel> providerLevel() {
        return providerLevel;
    }

    List<ExpectedLine> expected() {
        return expected;
    }
}
