package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;
import recon.price.Effective;
import recon.price.ExpectedRange;
import recon.verdict.Finding;
import recon.verdict.Verdict;

class RangeSuspectsTest {

    private static final PayerKey ASTER = new PayerKey(PayerClass.MEDICARE, "Aster");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final PayerKey BIRCH = new PayerKey(PayerClass.MEDICARE, "Birch");

    private final RangeSuspects suspects = new RangeSuspects();

    private void lines(int number, PayerKey payer, Verdict verdict, String allowed) {
        lines(number, payer, verdict, allowed, 1, "30.00");
    }

    private void lines(
            int number,
            PayerKey payer,
            Verdict verdict,
            String allowed,
            @Nullable Integer units,
            @Nullable String high) {
        for (int i = 0; i < number; i++) {
            suspects.add(finding(payer, verdict, allowed, units, high));
        }
    }

    private static Finding finding(
            PayerKey payer, Verdict verdict, String allowed, @Nullable Integer units, @Nullable String high) {
        return new Finding(
                1L,
                2L,
                verdict,
                new Finding.Subject(
                        payer.payer(),
                        payer.payerClass(),
                        "PCN1",
                        null,
                        1,
                        null,
                        null,
                        LocalDate.of(2026, 10, 1),
                        null,
                        "11",
                        units,
                        "",
                        null,
                        null,
                        null),
                new Finding.Amounts(Money.of("65.00"), Money.of(allowed), "stated", null, null, null),
                high == null ? null : new Finding.Expected(Money.ZERO, Money.of(high), "range: article"),
                null,
                null,
                null,
                "",
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Finding.Past.NONE);
    }

    @Test
    void twentyLinesAlikeBelowTheRangeMakeItSuspect() {
        lines(20, ASTER, Verdict.UNDERPAID, "13.91");
        assertThat(suspects.isSuspect(ASTER)).isTrue();
        assertThat(suspects.isSuspect(PayerClass.MEDICARE)).isTrue();
    }

    @Test
    void nineteenLinesAreTooFew() {
        lines(19, ASTER, Verdict.UNDERPAID, "13.91");
        assertThat(suspects.isSuspect(ASTER)).isFalse();
        assertThat(suspects.warnings()).isEmpty();
    }

    @Test
    void nineOfTenLinesOutsideAreEnoughAndFewerAreNot() {
        lines(18, ASTER, Verdict.UNDERPAID, "13.91");
        lines(2, ASTER, Verdict.IN_RANGE, "25.00");
        assertThat(suspects.isSuspect(ASTER)).isTrue();
        lines(1, ASTER, Verdict.IN_RANGE, "25.00");
        assertThat(suspects.isSuspect(ASTER)).isFalse();
    }

    @Test
    void linesOutsideOnBothSidesDoNotAddUp() {
        lines(17, ASTER, Verdict.UNDERPAID, "13.91");
        lines(3, ASTER, Verdict.OVERPAID, "40.00");
        assertThat(suspects.isSuspect(ASTER)).isFalse();
    }

    @Test
    void fourOfFiveLinesWithinTwoPercentOfTheMostCommonAmountAreEnoughAndFewerAreNot() {
        lines(11, ASTER, Verdict.UNDERPAID, "10.00");
        lines(5, ASTER, Verdict.UNDERPAID, "10.20");
        lines(4, ASTER, Verdict.UNDERPAID, "10.21");
        assertThat(suspects.isSuspect(ASTER)).isTrue();
        lines(1, ASTER, Verdict.UNDERPAID, "9.79");
        assertThat(suspects.isSuspect(ASTER)).isFalse();
    }

    @Test
    void amountsAreComparedPerUnit() {
        lines(10, ASTER, Verdict.UNDERPAID, "13.91");
        lines(6, ASTER, Verdict.UNDERPAID, "27.82", 2, "60.00");
        lines(4, ASTER, Verdict.UNDERPAID, "13.91", null, "30.00");
        assertThat(suspects.isSuspect(ASTER)).isTrue();
        assertThat(suspects.of(ASTER).mostCommon()).isEqualTo(Money.of("13.91"));
        assertThat(suspects.of(ASTER).linesAtMostCommon()).isEqualTo(20);
    }

    @Test
    void payersStandInTheOrderOfReading() {
        Tallies<PayerKey> payers = new Tallies<>();
        for (String name : List.of("Zeta Upper", "acme lower", "Acme Lower")) {
            PayerKey payer = new PayerKey(PayerClass.MEDICARE, name);
            payers.add(payer, finding(payer, Verdict.IN_RANGE, "25.00", 1, "30.00"));
        }
        assertThat(payers.keys()).extracting(PayerKey::payer).containsExactly("Acme Lower", "acme lower", "Zeta Upper");
    }

    @Test
    void anAmountThatOneLineHasIsNotTheMostCommon() {
        lines(1, ASTER, Verdict.UNDERPAID, "13.91");
        lines(1, ASTER, Verdict.UNDERPAID, "14.20");
        assertThat(suspects.of(ASTER).mostCommon()).isNull();
        assertThat(suspects.of(ASTER).linesAtMostCommon()).isZero();
    }

    @Test
    void linesThatWantARangeHaveAMostCommonAmountToo() {
        PayerKey elm = new PayerKey(PayerClass.UNKNOWN, "Elm");
        Finding line = finding(elm, Verdict.NEEDS_REVIEW, "37.50", 1, null);
        suspects.add(line);
        suspects.add(line);
        suspects.add(finding(elm, Verdict.NEEDS_REVIEW, "0.00", 1, null));

        assertThat(suspects.of(elm).mostCommon()).isEqualTo(Money.of("37.50"));
        assertThat(suspects.of(elm).linesAtMostCommon()).isEqualTo(2);
        assertThat(suspects.of(elm).compared()).isZero();
    }

    @Test
    void rangesMayBeTooLowAsWell() {
        lines(20, ASTER, Verdict.OVERPAID, "41.00");
        assertThat(suspects.warnings())
                .containsExactly("Range suspect: Medicare (payer class). 20 of 20 lines are allowed above the range "
                        + "and 20 are within 2 % of $41.00 a unit: check the range before disputing.");
    }

    @Test
    void moneyWhereNothingIsExpectedSaysNothingOfARange() {
        lines(30, ASTER, Verdict.OVERPAID, "41.00", 1, "0.00");
        assertThat(suspects.of(ASTER).compared()).isZero();
        assertThat(suspects.isSuspect(ASTER)).isFalse();
    }

    @Test
    void aClassIsSuspectByThePayersTogetherAndWithItThoseThatPayLikeIt() {
        lines(12, ASTER, Verdict.UNDERPAID, "13.91");
        lines(12, BIRCH, Verdict.UNDERPAID, "13.95");
        PayerKey cedar = new PayerKey(PayerClass.MEDICARE, "Cedar");
        lines(2, cedar, Verdict.IN_RANGE, "25.00");
        assertThat(suspects.isSuspect(PayerClass.MEDICARE)).isTrue();
        assertThat(suspects.isSuspect(ASTER)).isTrue();
        assertThat(suspects.isSuspect(cedar)).isFalse();
        assertThat(suspects.warnings()).singleElement().asString().contains("Medicare (payer class)");
    }

    @Test
    void aRowWhosePayerNoLineBearsIsNamedSinceItMayBeMisspelt() {
        lines(1, ASTER, Verdict.IN_RANGE, "25.00");

        assertThat(suspects.unmet(List.of(range("ASTER.", 2, null), range("Astre", 3, null)), OCTOBER))
                .isEqualTo(
                        "No line is of the payer of expected-ranges.csv row 3 'Astre': if that payer has lines, write its name as they do.");
        assertThat(suspects.unmet(List.of(range("Aster", 2, null), range("Gone", 3, "2026-09-30")), OCTOBER))
                .isNull();
        assertThat(suspects.unmet(
                        IntStream.rangeClosed(1, 7)
                                .mapToObj(n -> range("X" + n, n, "2026-10-01"))
                                .toList(),
                        OCTOBER))
                .contains("row 5 'X5', and of 2 more: ");
    }

    private static ExpectedRange range(String payer, int row, @Nullable String to) {
        return new ExpectedRange(
                null,
                new PayerDirectory.Payer(payer, null),
                null,
                null,
                null,
                null,
                new Effective(null, to == null ? null : LocalDate.parse(to)),
                Money.of("20.00"),
                Money.of("20.00"),
                ExpectedRange.Kind.CONTRACT,
                "ours",
                "expected-ranges.csv row " + row);
    }

    @Test
    void aPayerIsSuspectAloneWhereItsClassIsNot() {
        lines(20, ASTER, Verdict.UNDERPAID, "13.91");
        lines(20, BIRCH, Verdict.IN_RANGE, "25.00");
        assertThat(suspects.isSuspect(PayerClass.MEDICARE)).isFalse();
        assertThat(suspects.isSuspect(BIRCH)).isFalse();
        assertThat(suspects.warnings()).singleElement().asString().startsWith("Range suspect: Aster (Medicare). ");
    }
}
