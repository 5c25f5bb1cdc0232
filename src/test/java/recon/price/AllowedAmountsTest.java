package recon.price;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.price.Lines.remittance;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.Money;
import recon.claim.RemittanceLine;
import recon.price.AllowedAmount.From;

class AllowedAmountsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what                                   | billed | allowed | paid  | share | adjustments
                //       | amount | from
                "stated                                   | 40.00  | 25.00   | 20.00 | 5.00  |                                 | 25.00  | STATED",
                "stated, adjustments agree                | 40.00  | 25.00   | 20.00 |       | CO-45:15.00;PR-2:5.00           | 25.00  | STATED",
                "stated zero is stated                    | 40.00  | 0.00    | 0.00  |       | CO-97:40.00                     | 0.00   | STATED",
                "a cent off is not worth a remark         | 40.00  | 25.01   | 25.00 |       | CO-45:15.00                     | 25.01  | STATED",
                "write-off                                | 40.00  |         | 25.00 |       | CO-45:15.00                     | 25.00  | CHARGE_LESS_ADJUSTMENTS",
                "deductible: allowed, though nothing paid | 40.00  |         | 0.00  |       | CO-45:15.00;PR-1:25.00          | 25.00  | CHARGE_LESS_ADJUSTMENTS",
                "sequestration after allowing             | 40.00  |         | 10.91 |       | CO-45:26.09;PR-2:2.78;CO-253:.22| 13.91  | CHARGE_LESS_ADJUSTMENTS",
                "refused for the patient to pay           | 40.00  |         | 0.00  |       | PR-204:40.00                    | 0.00   | CHARGE_LESS_ADJUSTMENTS",
                "refused in part                          | 80.00  |         | 25.00 |       | CO-45:15.00;CO-151:40.00        | 25.00  | CHARGE_LESS_ADJUSTMENTS",
                "whole charge under CO-45 is refused      | 40.00  |         | 0.00  |       | CO-45:40.00                     | 0.00   | CHARGE_LESS_ADJUSTMENTS",
                "share in a column of its own             | 40.00  |         | 20.00 | 5.00  | CO-45:15.00                     | 25.00  | CHARGE_LESS_ADJUSTMENTS",
                "share both in column and adjustments     | 40.00  |         | 20.00 | 5.00  | CO-45:15.00;PR-3:5.00           | 25.00  | CHARGE_LESS_ADJUSTMENTS",
                "no adjustments, share stated             | 40.00  |         | 20.00 | 5.00  |                                 | 25.00  | PAID_PLUS_PATIENT_SHARE",
                "no adjustments, share stated as zero     | 40.00  |         | 20.00 | 0.00  |                                 | 20.00  | PAID_PLUS_PATIENT_SHARE",
                "nothing stated, paid as billed           | 40.00  |         | 40.00 |       |                                 | 40.00  | PAID_IN_FULL",
                "reversal                                 | -40.00 |         | -20.00|       | CO-45:-15.00;PR-2:-5.00         | -25.00 | CHARGE_LESS_ADJUSTMENTS",
                "reversal, stated without its sign        | -40.00 | 25.00   | -20.00| 5.00  |                                 | -25.00 | STATED",
                "reversal, stated with its sign           | -40.00 | -25.00  | -20.00|       | CO-45:-15.00;PR-2:-5.00         | -25.00 | STATED",
            })
    void theAllowedAmountComesFromTheFirstSourceThatStatesIt(
            String what,
            String billed,
            @Nullable String allowed,
            String paid,
            @Nullable String share,
            @Nullable String adjustments,
            String amount,
            From from) {
        AllowedAmount.Known known = known(billed, allowed, paid, share, adjustments);

        assertThat(known.amount()).isEqualTo(Money.of(amount));
        assertThat(known.from()).isEqualTo(from);
        assertThat(known.remark()).isNull();
    }

    /** A sheet may repeat the whole claim's share beside each line. */
    @ParameterizedTest
    @CsvSource({"25.00, , CO-45:15.00, 25.00", "25.00, 25.00, CO-45:15.00, 25.00", "0.00, , CO-45:40.00, 0.00"})
    void aShareThatTheBalanceHasNoRoomForIsRemarkedUpon(
            String paid, @Nullable String stated, String adjustments, String amount) {
        AllowedAmount.Known known = known("40.00", stated, paid, "5.00", adjustments);

        assertThat(known.amount()).isEqualTo(Money.of(amount));
        assertThat(known.remark())
                .isEqualTo("the charge less adjustments is what was paid, without the stated patient share of $5.00");
    }

    @ParameterizedTest(name = "PR-{0}: cost share {1}")
    @CsvSource({"1,true", "2,true", "3,true", "66,true", "142,true", "178,true", "45,false", "96,false", "204,false"})
    void onlyCostShareIsAllowedMoney(String carc, boolean costShare) {
        AllowedAmount.Known known = known("40.00", null, "30.00", null, "PR-" + carc + ":10.00");

        assertThat(known.amount()).isEqualTo(Money.of(costShare ? "40.00" : "30.00"));
        assertThat(known.patientShare()).isEqualTo(costShare ? Money.of("10.00") : null);
    }

    @ParameterizedTest(name = "CO-{0}")
    @CsvSource({"253", "237", "144", "44", "223", "137", "100"})
    void whatIsTakenOffAfterAllowingIsAllowed(String carc) {
        assertThat(known("40.00", null, "30.00", null, "CO-" + carc + ":10.00").amount())
                .isEqualTo(Money.of("40.00"));
    }

    @ParameterizedTest(name = "{2} beside {0} paid of {1}")
    @CsvSource({
        "40.00, 26.00, CO-45:16.00;CO-225:-2.00, 24.00, ",
        "40.00, 26.00, CO-45:16.00;OA-225:-2.00, 24.00, ",
        "40.00, 26.00, CO-45:16.00;PI-85:-2.00, 24.00, ",
        "40.00, 21.00, CO-45:16.00;PR-85:-2.00;PR-2:5.00, 24.00, 5.00",
        "-40.00, -26.00, CO-45:-16.00;CO-225:2.00, -24.00, ",
        "40.00, 22.00, CO-45:16.00;CO-225:2.00, 22.00, ",
        "-40.00, -22.00, CO-45:-16.00;CO-225:-2.00, -22.00, "
    })
    void interestThatIsPaidIsNotAllowedForTheService(
            String billed, String paid, String adjustments, String allowed, @Nullable String share) {
        AllowedAmount.Known known = known(billed, null, paid, null, adjustments);

        assertThat(known.amount()).isEqualTo(Money.of(allowed));
        assertThat(known.patientShare()).isEqualTo(share == null ? null : Money.of(share));
    }

    @Test
    void aStatedAmountAgreesWithThePaymentLessInterest() {
        assertThat(known("40.00", "24.00", "26.00", null, "CO-45:16.00;CO-225:-2.00")
                        .remark())
                .isNull();
        assertThat(known("40.00", "40.00", "26.00", null, "CO-45:16.00;CO-225:-2.00")
                        .amount())
                .isEqualTo(Money.of("24.00"));
    }

    @Test
    void sequestrationIsShownOnItsOwn() {
        assertThat(known("40.00", null, "10.91", null, "CO-45:26.09;PR-2:2.78;CO-253:.22")
                        .sequestration())
                .isEqualTo(Money.of("0.22"));
        assertThat(known("-40.00", null, "-10.91", null, "CO-45:-26.09;PR-2:-2.78;CO-253:-.22")
                        .sequestration())
                .isEqualTo(Money.of("-0.22"));
    }

    @Test
    void thePatientShareOfAReversalIsNegative() {
        assertThat(known("-40.00", null, "-20.00", null, "CO-45:-15.00;PR-2:-5.00")
                        .patientShare())
                .isEqualTo(Money.of("-5.00"));
        assertThat(known("-40.00", null, "-40.00", null, null).patientShare()).isNull();
    }

    @Test
    void aStatedAmountThatIsTheChargeGivesWayToTheDerivedOneWhereTheLineBalances() {
        AllowedAmount.Known known = known("40.00", "40.00", "11.13", null, "CO-45:26.09;PR-2:2.78");

        assertThat(known.amount()).isEqualTo(Money.of("13.91"));
        assertThat(known.from()).isEqualTo(From.CHARGE_LESS_ADJUSTMENTS);
        assertThat(known.remark())
                .isEqualTo(
                        "the stated allowed amount $40.00 is the charge itself; charge less adjustments, $13.91, is used instead");
    }

    @Test
    void itGivesWayTooWhereNoShareIsLeftToThePatient() {
        assertThat(known("40.00", "40.00", "13.91", null, "CO-45:26.09").amount())
                .isEqualTo(Money.of("13.91"));
    }

    @Test
    void aStatedAmountThatIsTheChargeStandsWhereTheTwoWaysDisagree() {
        AllowedAmount.Known known = known("40.00", "40.00", "25.00", "5.00", "CO-45:15.00");

        assertThat(known.from()).isEqualTo(From.STATED);
        assertThat(known.remark())
                .isEqualTo("the stated allowed amount $40.00 differs from charge less adjustments, $25.00");
    }

    @Test
    void aStatedAmountThatIsTheChargeStandsWhereThereIsNothingToBalance() {
        AllowedAmount.Known known = known("40.00", "40.00", "20.00", "5.00", null);

        assertThat(known.from()).isEqualTo(From.STATED);
        assertThat(known.remark())
                .isEqualTo("the stated allowed amount $40.00 differs from paid plus patient share, $25.00");
    }

    @ParameterizedTest(name = "status {0}, allowed {1}, share {2}: {3}")
    @CsvSource({
        "1, 30.00, 0.00 , is neither paid nor left to the patient",
        "1, 40.00, 0.00 , is the charge itself",
        "4, 30.00, 0.00 , is neither paid nor left to the patient",
        "4, 30.00,      , is neither paid nor left to the patient",
        "4, 40.00,      , is the charge itself"
    })
    void aStatedAmountOfWhichNobodyOwesAnythingGivesWayWithoutAdjustmentsToo(
            String status, String stated, @Nullable String share, String fault) {
        AllowedAmount.Known known = (AllowedAmount.Known) AllowedAmounts.of(
                remittance().allowed(stated).share(share).status(status).line());

        assertThat(known.amount()).isEqualTo(Money.ZERO);
        assertThat(known.from()).isEqualTo(From.PAID_PLUS_PATIENT_SHARE);
        assertThat(known.patientShare()).isEqualTo(share == null ? null : Money.ZERO);
        assertThat(known.remark())
                .isEqualTo("the stated allowed amount $%s %s; paid plus patient share, $0.00, is used instead"
                        .formatted(stated, fault));
    }

    @ParameterizedTest(name = "status {0}, paid {1}, share {2}")
    @CsvSource({"1, 0.00, 30.00", "4, 0.00, 30.00", "1, 0.00,", "4, 30.00,", "4, 0.00, 10.00"})
    void aStatedAmountStandsWhereItIsOwedOrNothingSaysThatItIsNot(String status, String paid, @Nullable String share) {
        AllowedAmount.Known known = (AllowedAmount.Known) AllowedAmounts.of(remittance()
                .allowed("30.00")
                .paid(paid)
                .share(share)
                .status(status)
                .line());

        assertThat(known.amount()).isEqualTo(Money.of("30.00"));
        assertThat(known.from()).isEqualTo(From.STATED);
    }

    @Test
    void anyOtherStatedAmountStandsAndTheDifferenceIsSaid() {
        AllowedAmount.Known known = known("40.00", "30.00", "20.00", null, "CO-45:15.00;PR-2:5.00");

        assertThat(known.amount()).isEqualTo(Money.of("30.00"));
        assertThat(known.from()).isEqualTo(From.STATED);
        assertThat(known.remark())
                .isEqualTo("the stated allowed amount $30.00 differs from charge less adjustments, $25.00");
    }

    @Test
    void aCentOutOfBalanceIsUnbalancedEvenWithAStatedAmount() {
        assertThat(allowed("40.00", "25.00", "20.01", null, "CO-45:15.00;PR-2:5.00"))
                .isEqualTo(new AllowedAmount.Unbalanced(Money.of("-0.01")));
        assertThat(allowed("40.00", null, "20.00", "4.99", "CO-45:15.00"))
                .isEqualTo(new AllowedAmount.Unbalanced(Money.of("0.01")));
    }

    @Test
    void theImbalanceOfAReversalHasItsSign() {
        assertThat(allowed("-40.00", null, "-20.00", null, "CO-45:-15.00"))
                .isEqualTo(new AllowedAmount.Unbalanced(Money.of("-5.00")));
        assertThat(allowed("-40.00", "-25.00", "-20.00", null, "CO-45:-15.00"))
                .isEqualTo(new AllowedAmount.Unbalanced(Money.of("-5.00")));
    }

    @Test
    void nothingIsDerivedAfterAPriorPayer() {
        assertThat(allowed("40.00", null, "2.78", null, "OA-23:37.22"))
                .isEqualTo(
                        new AllowedAmount.NotDerivable(
                                "no allowed amount is stated, and OA-23 does not tell the prior payer's payment from its write-off"));
        assertThat(known("40.00", "13.91", "2.78", null, "OA-23:37.22").amount())
                .isEqualTo(Money.of("13.91"));
    }

    @Test
    void adjustmentsBeyondTheChargeDeriveNothing() {
        assertThat(allowed("40.00", null, "-5.00", null, "CO-45:45.00"))
                .isEqualTo(new AllowedAmount.NotDerivable(
                        "no allowed amount is stated, and the adjustments exceed the charge"));
    }

    @Test
    void notStatedIsNotZero() {
        assertThat(allowed("40.00", null, "20.00", null, null))
                .isEqualTo(new AllowedAmount.NotDerivable(
                        "the remittance states neither an allowed amount nor adjustments nor a patient share"));
        assertThat(allowed("-40.00", null, "-20.00", null, null)).isInstanceOf(AllowedAmount.NotDerivable.class);
    }

    @Test
    void aNegativePatientShareProvesNothing() {
        assertThat(allowed("40.00", null, "28.00", "-7.00", null))
                .isEqualTo(new AllowedAmount.NotDerivable(
                        "no allowed amount is stated, and the patient share, -$7.00, is negative"));
        assertThat(known("40.00", "35.00", "28.00", "-7.00", null).amount()).isEqualTo(Money.of("35.00"));
        assertThat(known("40.00", null, "40.00", "-7.00", null).from()).isEqualTo(From.PAID_IN_FULL);
    }

    private static AllowedAmount.Known known(
            String billed,
            @Nullable String allowed,
            String paid,
            @Nullable String share,
            @Nullable String adjustments) {
        return (AllowedAmount.Known) allowed(billed, allowed, paid, share, adjustments);
    }

    private static AllowedAmount allowed(
            String billed,
            @Nullable String allowed,
            String paid,
            @Nullable String share,
            @Nullable String adjustments) {
        return AllowedAmounts.of(remittance()
                .billed(billed)
                .allowed(allowed)
                .paid(paid)
                .share(share)
                .adjustments(adjustments == null ? "" : adjustments)
                .line());
    }

    @ParameterizedTest(name = "{0} of 40.00: {1}")
    @CsvSource({
        "CO-45:15.00,CONTRACTUAL",
        "CO-45:40.00,DENIAL",
        "CO-45:30.00;CO-45:10.00,DENIAL",
        "CO-45:30.00;PI-45:10.00,DENIAL",
        "CO-45:30.00;PI-45:9.00,CONTRACTUAL",
        "CO-45:45.00;PI-45:-5.00,DENIAL",
        "CO-45:30.00;CO-237:10.00,DENIAL",
        "CO-45:10.00;CO-50:30.00,CONTRACTUAL",
        "PI-45:15.00,CONTRACTUAL",
        "PR-1:15.00,COST_SHARE",
        "CO-1:15.00,DENIAL",
        "CO-253:0.22,AFTER_ALLOWED",
        "CO-253:40.00,DENIAL",
        "CO-253:0.80;CO-237:39.20,DENIAL",
        "CO-237:30.00;CO-97:10.00,DENIAL",
        "CO-237:30.00;PR-2:10.00,AFTER_ALLOWED",
        "CO-237:30.00;OA-23:10.00,AFTER_ALLOWED",
        "CO-253:0.80;OA-100:39.20,AFTER_ALLOWED",
        "OA-100:40.00,AFTER_ALLOWED",
        "OA-23:40.00,PRIOR_PAYER",
        "CO-23:40.00,DENIAL",
        "CO-246:0.00,INFORMATIONAL",
        "CO-225:-2.00;CO-45:16.00,AFTER_ALLOWED",
        "PR-85:-2.00;CO-45:16.00,AFTER_ALLOWED",
        "CO-225:40.00,DENIAL",
        "PR-85:2.00,DENIAL",
        "CO-97:40.00,DENIAL",
    })
    void theFirstAdjustmentMeans(String adjustments, AdjustmentKind kind) {
        RemittanceLine line =
                remittance().billed("40.00").adjustments(adjustments).line();

        assertThat(AdjustmentKind.of(line.adjustments().get(0), line)).isEqualTo(kind);
    }

    @Test
    void theWholeChargeOfAReversalIsReadByItsOwnSigns() {
        assertThat(known("-40.00", null, "0.00", null, "CO-45:-30.00;CO-45:-10.00")
                        .amount())
                .isEqualTo(Money.ZERO);
        assertThat(known("-40.00", null, "0.00", null, "CO-237:-40.00").amount())
                .isEqualTo(Money.ZERO);
    }

    @ParameterizedTest(name = "CO-{0}")
    @CsvSource({"253", "237", "144", "44", "223", "137"})
    void whatIsTakenOffAfterAllowingTakesNothingOffNothing(String carc) {
        AllowedAmount.Known known = known("40.00", null, "0.00", null, "CO-" + carc + ":40.00");

        assertThat(known.amount()).isEqualTo(Money.ZERO);
        assertThat(known.sequestration()).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3} {4}")
    @CsvSource({
        "20.00,     , CO-97:10.00;CO-45:10.00, 20.00, CHARGE_LESS_ADJUSTMENTS",
        "0.00,      , CO-45:15.00;PR-1:25.00,  25.00, CHARGE_LESS_ADJUSTMENTS",
        "0.00,      , CO-45:15.00;OA-100:25.00, 25.00, CHARGE_LESS_ADJUSTMENTS",
        "20.00, 5.00, CO-45:15.00,             25.00, CHARGE_LESS_ADJUSTMENTS",
        "0.01,      , CO-45:39.99,             0.01,  CHARGE_LESS_ADJUSTMENTS",
        "40.00,     , ,                        40.00, PAID_IN_FULL",
        "40.00, 0.00, ,                        40.00, PAID_IN_FULL"
    })
    void aStatedZeroBesideMoneyGivesWayToTheAmountThatIsProven(
            String paid, @Nullable String share, @Nullable String adjustments, String amount, From from) {
        AllowedAmount.Known known = known("40.00", "0.00", paid, share, adjustments);

        assertThat(known.amount()).isEqualTo(Money.of(amount));
        assertThat(known.from()).isEqualTo(from);
        assertThat(known.remark())
                .startsWith(
                        "the stated allowed amount $0.00 is not what was paid or left to the patient; " + from.label());
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "20.00,      ,",
        "20.00, 5.00 ,",
        "20.00, 0.00 ,",
        "0.00,  40.00,",
        "25.00, 5.00 , CO-45:15.00",
        "2.78,       , OA-23:37.22",
        "0.00,       , OA-23:30.00;PR-2:10.00"
    })
    void aStatedZeroBesideMoneyIsNoAmountWhereNothingProvesAnother(
            String paid, @Nullable String share, @Nullable String adjustments) {
        assertThat(allowed("40.00", "0.00", paid, share, adjustments))
                .isEqualTo(
                        new AllowedAmount.NotDerivable(
                                "the allowed amount is stated as $0.00, although money was paid or left to the patient, and nothing else proves it"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({", CO-97:40.00", "40.00, CO-97:40.00", ", PR-96:40.00", "0.00,", ", OA-23:40.00"})
    void aStatedZeroStandsWhereNothingIsPaidOrLeftToThePatient(@Nullable String share, @Nullable String adjustments) {
        AllowedAmount.Known known = known("40.00", "0.00", "0.00", share, adjustments);

        assertThat(known.amount()).isEqualTo(Money.ZERO);
        assertThat(known.from()).isEqualTo(From.STATED);
    }

    @Test
    void whatIsPaidIsNotDerivedAsNothing() {
        assertThat(allowed("40.00", null, "2.00", null, "CO-97:40.00;CO-144:-2.00"))
                .isEqualTo(
                        new AllowedAmount.NotDerivable(
                                "no allowed amount is stated, and the adjustments take the whole charge although something was paid"));
    }
}
