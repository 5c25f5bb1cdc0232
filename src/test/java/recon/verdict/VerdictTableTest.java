package recon.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.TestLines;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerDirectory;
import recon.claim.ProviderAdjustment;
import recon.claim.SourceRef;
import recon.match.HistoryMapper;
import recon.match.LineHistory;
import recon.match.MatchedPayment;
import recon.price.Clocks;
import recon.price.ExpectedRanges;
import recon.price.MedicareFeeSchedule;
import recon.price.NeverTogether;
import recon.price.PayerDirectoryFile;
import recon.price.Pricer;
import recon.price.Tolerance;

/** The verdicts as a table: what was billed, what the payer answered, and what is said of it. */
class VerdictTableTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Judge JUDGE = judge();

    private static Judge judge() {
        PayerDirectory payers = PayerDirectoryFile.load(null);
        ExpectedRanges ranges = ExpectedRanges.load(null, payers);
        return new Judge(
                new Judge.Rules(
                        new Pricer(ranges, NeverTogether.shipped()),
                        ranges,
                        MedicareFeeSchedule.shipped(),
                        payers,
                        Clocks.shipped(),
                        Tolerance.DEFAULT,
                        ReasonCodes.shipped()),
                OCTOBER);
    }

    @ParameterizedTest(name = "{0} | {1} -> {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # claim                         | payment                                                          | verdict       | at issue | why
            units=2 charge=80.00            | billed=80.00 allowed=31.10 paid=31.10 adj=CO-45:48.90            | UNDERPAID     | 18.90    | 2 units x $25.00 = $50.00 at least; allowed $31.10; short by $18.90
            ''                              | allowed=24.74 paid=24.74 adj=CO-45:15.26                         | UNDERPAID     | 0.26     | short by $0.26
            ''                              | allowed=24.75 paid=24.75 adj=CO-45:15.25                         | IN_RANGE      | ''       | allowed $24.75 is $0.25 below that, within the tolerance of $0.25
            charge=90.00                    | billed=90.00 allowed=50.50 paid=50.50 adj=CO-45:39.50            | IN_RANGE      | ''       | allowed $50.50 is $0.50 above that, within the tolerance of $0.50
            charge=90.00                    | billed=90.00 allowed=50.51 paid=50.51 adj=CO-45:39.49            | OVERPAID      | 0.51     | 1 unit x $50.00 = $50.00 at most; allowed $50.51; over by $0.51
            charge=22.00                    | billed=22.00 paid=22.00                                          | IN_RANGE      | ''       | 1 unit x $25.00 to $50.00 = $25.00 to $50.00, but the charge is $22.00, so $22.00 to $50.00; allowed $22.00 is in range; charge below schedule
            units=2 charge=80.00            | billed=80.00 allowed=60.00 paid=60.00 adj=CO-45:20.00            | IN_RANGE      | ''       | 2 units x $25.00 to $50.00 = $50.00 to $100.00; allowed $60.00 is in range
            ''                              | paid=0.00 adj=PR-1:30.00;CO-45:10.00                             | IN_RANGE      | ''       | allowed $30.00 is in range
            ''                              | paid=24.00 share=6.00                                            | IN_RANGE      | ''       | allowed $30.00
            ''                              | paid=0.00 adj=OA-100:30.00;CO-45:10.00                           | IN_RANGE      | ''       | paid $30.00 of it to the patient
            ''                              | paid=0.00 adj=CO-97:40.00 remarks=M15                            | DENIED        | 25.00    | CO-97 $40.00
            ''                              | paid=0.00 adj=CO-45:40.00                                        | DENIED        | 25.00    | CO-45 $40.00
            ''                              | paid=0.00 adj=CO-45:10.00;CO-50:30.00                            | DENIED        | 25.00    | CO-50 $30.00, CO-45 $10.00
            units=2 charge=80.00            | billed=80.00 paid=30.00 paidUnits=1 adj=CO-151:40.00;CO-45:10.00 | PARTLY_DENIED | 20.00    | some of 2 units were denied: CO-151 $40.00. 2 units
            units=2 charge=80.00            | billed=80.00 paid=60.00 paidUnits=1 adj=CO-151:20.00             | PARTLY_DENIED | 0.00     | $0.00 at stake
            units=2 charge=80.00            | billed=80.00 paid=40.00 adj=CO-59:25.00;CO-45:15.00              | UNDERPAID     | 10.00    | short by $10.00
            class=MEDICARE pos=22           | class=MEDICARE paid=0.00 adj=CO-5:40.00                          | EXPECTED_ZERO | ''       | place of service 22
            class=MEDICARE pos=22           | class=MEDICARE allowed=20.00 paid=20.00 adj=CO-45:20.00          | OVERPAID      | 20.00    | allowed $20.00
            ''                              | paid=0.00 adj=CO-24:40.00                                        | EXPECTED_ZERO | ''       | capitation
            class=MEDICARE pos=none         | class=MEDICARE pos=22 paid=0.00 adj=CO-5:40.00                   | EXPECTED_ZERO | ''       | place of service 22
            pos=22                          | paid=0.00 adj=CO-96:40.00 remarks=M97                            | EXPECTED_ZERO | ''       | place of service
            ''                              | paid=0.00 adj=CO-96:40.00 remarks=M97                            | DENIED        | 25.00    | CO-96
            ''                              | allowed=30.00 paid=29.00 adj=CO-45:10.00                         | NEEDS_REVIEW  | ''       | do not balance
            ''                              | paid=0.00 share=-35.00                                           | NEEDS_REVIEW  | ''       | the patient share, -$35.00, is negative
            ''                              | paid=30.00                                                       | NEEDS_REVIEW  | ''       | neither an allowed amount nor adjustments
            ''                              | allowed=0.00 paid=0.00                                           | NEEDS_REVIEW  | ''       | no reason is stated
            ''                              | allowed=30.00 paid=0.00 share=0.00                               | NEEDS_REVIEW  | ''       | no reason is stated. the stated allowed amount $30.00 is neither paid nor left to the patient
            charge=68.00                    | billed=68.00 allowed=68.00 paid=0.00 share=0.00                  | NEEDS_REVIEW  | ''       | no reason is stated. the stated allowed amount $68.00 is the charge itself
            ''                              | status=4 allowed=30.00 paid=0.00                                 | NEEDS_REVIEW  | ''       | no reason is stated
            ''                              | allowed=30.00 paid=0.00 share=30.00                              | IN_RANGE      | ''       | allowed $30.00 is in range
            class=MEDICARE pos=22           | class=MEDICARE status=4 allowed=20.00 paid=0.00                  | EXPECTED_ZERO | ''       | place of service 22
            class=UNKNOWN payer=none        | payer=none class=UNKNOWN allowed=30.00 paid=30.00 adj=CO-45:10.00 | NEEDS_REVIEW | ''       | payer class
            class=UNKNOWN payer=none        | payer=none class=UNKNOWN paid=0.00 adj=CO-97:40.00               | DENIED        | ''       | not known
            ''                              | status=2 paid=0.00 adj=OA-23:40.00                               | NEEDS_REVIEW  | ''       | only a secondary payer
            class=MEDICARE pos=22           | class=MEDICARE allowed=0.00 paid=20.00 adj=CO-45:20.00           | OVERPAID      | 20.00    | allowed $20.00. the stated allowed amount $0.00 is not what was paid
            class=MEDICARE pos=22           | class=MEDICARE allowed=0.00 paid=20.00                           | NEEDS_REVIEW  | ''       | stated as $0.00, although money was paid
            class=MEDICARE pos=22           | class=MEDICARE allowed=0.00 paid=0.00 share=20.00                | NEEDS_REVIEW  | ''       | stated as $0.00, although money was paid
            class=MEDICARE pos=22           | class=MEDICARE allowed=0.00 paid=0.00 share=20.00 adj=CO-5:30.00 | NEEDS_REVIEW  | ''       | do not balance
            class=MEDICARE pos=22           | class=MEDICARE paid=0.00 adj=CO-5:10.00;OA-100:20.00             | NEEDS_REVIEW  | ''       | do not balance
            ''                              | allowed=0.00 paid=20.00 adj=CO-97:5.00;CO-45:15.00               | UNDERPAID     | 5.00     | allowed $20.00; short by $5.00
            ''                              | allowed=0.00 paid=30.00 adj=CO-45:10.00                          | IN_RANGE      | ''       | allowed $30.00 is in range
            ''                              | allowed=0.00 paid=20.00                                          | NEEDS_REVIEW  | ''       | stated as $0.00, although money was paid
            charge=68.00                    | billed=68.00 paid=0.00 adj=CO-237:68.00                          | DENIED        | 25.00    | CO-237 $68.00
            charge=68.00                    | billed=68.00 paid=0.00 adj=CO-253:68.00                          | DENIED        | 25.00    | CO-253 $68.00
            ''                              | allowed=30.00 paid=0.00 adj=CO-253:40.00                         | DENIED        | 25.00    | allowed amount $30.00 is neither paid nor left
            ''                              | paid=0.00 adj=CO-45:10.00;CO-223:30.00                           | DENIED        | 25.00    | CO-223 $30.00, CO-45 $10.00
            ''                              | paid=0.00 adj=CO-45:15.00;PI-45:25.00                            | DENIED        | 25.00    | PI-45 $25.00, CO-45 $15.00
            ''                              | paid=0.00 adj=CO-45:20.00;CO-45:20.00                            | DENIED        | 25.00    | CO-45 $20.00, CO-45 $20.00
            ''                              | paid=0.00 adj=OA-133:40.00                                       | PENDED        | ''       | CARC 133
            class=UNKNOWN payer=none        | payer=none class=UNKNOWN paid=0.00 adj=OA-133:40.00              | PENDED        | ''       | CARC 133
            units=2 charge=136.00           | billed=136.00 paid=25.00 adj=CO-45:43.00;OA-133:68.00            | PENDED        | ''       | CARC 133
            ''                              | paid=0.00 adj=CO-50:20.00;CO-97:20.00                            | DENIED        | 25.00    | CO-50 $20.00, CO-97 $20.00
            ''                              | paid=0.00 adj=CO-50:15.00;CO-97:25.00                            | DENIED        | 25.00    | CO-97 $25.00, CO-50 $15.00
            ''                              | allowed=0.00 paid=0.00 adj=CO-50:-5.00;CO-97:45.00               | DENIED        | 25.00    | CO-97 $45.00
            class=MEDICARE pos=22           | class=MEDICARE allowed=1.00 paid=0.00 adj=CO-5:39.00;PR-2:1.00   | OVERPAID      | 1.00     | allowed $1.00
            class=MEDICARE pos=22           | class=MEDICARE paid=5.00 adj=CO-5:40.00                          | NEEDS_REVIEW  | ''       | do not balance
            class=MEDICARE pos=22           | class=MEDICARE paid=0.00 adj=CO-5:30.00                          | EXPECTED_ZERO | ''       | place of service 22
            class=MEDICARE pos=22           | class=MEDICARE paid=0.00 adj=PR-2:30.00                          | NEEDS_REVIEW  | ''       | do not balance
            class=MEDICARE pos=22           | class=MEDICARE paid=0.00 allowed=3.00 adj=CO-5:30.00             | NEEDS_REVIEW  | ''       | do not balance
            units=2 charge=80.00            | billed=80.00 paid=40.00 adj=CO-59:25.00;CO-45:15.00              | UNDERPAID     | 10.00    | CO-59 took $25.00 off
            units=2 charge=136.00           | billed=136.00 paid=30.00 adj=CO-45:76.00;CO-151:30.00            | PARTLY_DENIED | 20.00    | some of 2 units were denied: CO-151 $30.00. 2 units
            ''                              | allowed=30.00 paid=0.00 adj=CO-45:10.00;CO-50:30.00              | DENIED        | 25.00    | allowed amount $30.00 is neither paid nor left to the patient; charge less adjustments, $0.00, is used instead
            ''                              | allowed=30.00 paid=0.00 adj=CO-24:40.00                          | EXPECTED_ZERO | ''       | capitation
            ''                              | paid=0.00 adj=CO-24:30.00;PR-3:10.00                             | EXPECTED_ZERO | ''       | capitation covers the service (CARC 24); the patient's share is $10.00, and nothing more is expected
            ''                              | paid=0.00 adj=CO-24:10.00;CO-50:25.00;PR-3:5.00                  | UNDERPAID     | 20.00    | CO-50 took $25.00 off
            units=2 charge=80.00            | billed=80.00 paid=0.00 adj=CO-24:35.00;CO-151:40.00;PR-3:5.00    | PARTLY_DENIED | 45.00    | some of 2 units were denied: CO-151 $40.00
            ''                              | allowed=10.00 paid=0.00 adj=CO-24:30.00;PR-3:10.00               | EXPECTED_ZERO | ''       | the patient's share is $10.00
            ''                              | paid=0.00 adj=CO-45:15.00;CO-24:15.00;PR-3:10.00                 | EXPECTED_ZERO | ''       | the patient's share is $10.00
            ''                              | allowed=25.00 paid=0.00 adj=CO-45:15.00;CO-24:15.00;PR-3:10.00   | EXPECTED_ZERO | ''       | the patient's share is $10.00
            ''                              | paid=0.00 share=10.00 adj=CO-24:30.00                            | EXPECTED_ZERO | ''       | the patient's share is $10.00
            units=2 charge=80.00            | billed=80.00 paid=0.00 adj=CO-24:40.00;CO-45:30.00;PR-3:10.00    | EXPECTED_ZERO | ''       | the patient's share is $10.00
            class=UNKNOWN payer=none        | class=UNKNOWN payer=none paid=0.00 adj=CO-24:30.00;PR-3:10.00    | EXPECTED_ZERO | ''       | the patient's share is $10.00
            ''                              | paid=20.00 adj=CO-24:10.00;PR-3:10.00                            | IN_RANGE      | ''       | allowed $30.00 is in range
            ''                              | paid=10.00 adj=CO-24:20.00;PR-3:10.00                            | UNDERPAID     | 5.00     | allowed $20.00; short by $5.00
            ''                              | paid=0.00 adj=CO-24:0.00;CO-45:30.00;PR-3:10.00                  | UNDERPAID     | 15.00    | allowed $10.00; short by $15.00
            ''                              | paid=0.00 adj=CO-24:20.00;OA-100:10.00;PR-3:10.00                | UNDERPAID     | 5.00     | allowed $20.00; short by $5.00
            ''                              | status=2 paid=0.00 adj=CO-24:30.00;PR-3:10.00                    | NEEDS_REVIEW  | ''       | only a secondary payer
            class=MEDICARE pos=22           | class=MEDICARE paid=0.00 adj=CO-24:30.00;PR-3:10.00              | OVERPAID      | 10.00    | allowed $10.00
            ''                              | allowed=30.00 paid=0.00 adj=CO-45:10.00;PR-1:30.00               | IN_RANGE      | ''       | allowed $30.00 is in range
            units=3 charge=90.00            | billed=90.00 paid=30.00 adj=CO-151:60.00                         | PARTLY_DENIED | 45.00    | some of 3 units were denied
            units=999999937 charge=80.00    | billed=80.00 paid=30.00 adj=CO-59:25.01;CO-45:24.99              | UNDERPAID     | 50.00    | short by $50.00
            units=1000000000 charge=80.00   | billed=80.00 paid=30.00 adj=CO-59:40.00;CO-45:10.00              | PARTLY_DENIED | 50.00    | some of 1000000000 units were denied
            units=2 charge=80.00            | billed=80.00 paid=30.00 paidUnits=2 adj=CO-59:25.00;CO-45:25.00  | UNDERPAID     | 20.00    | short by $20.00
            units=2 charge=80.00            | billed=80.00 paid=30.00 paidUnits=0 adj=CO-59:25.00;CO-45:25.00  | UNDERPAID     | 20.00    | short by $20.00
            class=MEDICARE pos=22 units=2 charge=80.00 | class=MEDICARE billed=80.00 allowed=20.00 paid=20.00 paidUnits=1 adj=CO-151:40.00;CO-45:20.00 | PARTLY_DENIED | 0.00 | nothing is at stake
            units=2 charge=80.00 class=UNKNOWN payer=none | billed=80.00 payer=none class=UNKNOWN paid=30.00 paidUnits=1 adj=CO-151:40.00;CO-45:10.00 | PARTLY_DENIED | '' | not known
            """)
    void oneAnswer(String claim, String payment, Verdict verdict, String atIssue, String why) {
        Finding finding = judge(claim, payment);

        assertThat(finding.verdict()).as(finding.why()).isEqualTo(verdict);
        assertThat(finding.atIssue() == null ? "" : finding.atIssue().toString())
                .isEqualTo(atIssue);
        assertThat(finding.why()).containsIgnoringCase(why);
    }

    @ParameterizedTest(name = "CO-{0}")
    @CsvSource({"44", "45", "137", "144", "223", "237", "253"})
    void aCodeThatMayNotTakeTheWholeChargeIsAMiscodedDenial(String carc) {
        assertThat(judge("", "adj=CO-" + carc + ":40.00").denial()).isNotNull().satisfies(denial -> {
            assertThat(denial.category()).isEqualTo("miscoded denial");
            assertThat(denial.kind()).isEqualTo("S");
            assertThat(denial.nextAction()).startsWith("ask the payer for the real reason");
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "CO-1:40.00",
                "CO-2:40.00",
                "CO-3:40.00",
                "OA-1:25.00;CO-45:15.00",
                "PI-66:40.00",
                "CO-142:40.00",
                "CO-178:40.00"
            })
    void aShareThatIsNotLeftToThePatientIsAMiscodedDenial(String adjustments) {
        assertThat(judge("", "adj=" + adjustments).denial()).isNotNull().satisfies(denial -> {
            assertThat(denial.category()).isEqualTo("miscoded denial");
            assertThat(denial.kind()).isEqualTo("S");
            assertThat(denial.nextAction())
                    .startsWith("ask the payer for the real reason")
                    .contains("the patient may not be billed");
        });
    }

    @ParameterizedTest(name = "{0} by {1}: appeal by {2}, {3}")
    @CsvSource({
        "CO-97:40.00, PRIVATE, 2027-04-18, S",
        "CO-97:40.00, MEDICARE, 2027-02-17, S",
        "CO-97:40.00, MEDICAID, 2027-01-18, S",
        "CO-16:40.00, PRIVATE, , S",
        "CO-29:40.00, PRIVATE, , H",
        "CO-97:40.00, UNKNOWN, , S",
        "CO-45:40.00, PRIVATE, 2027-04-18, S",
        "CO-119:40.00, PRIVATE, 2027-04-18, H"
    })
    void denialsHaveADeadlineSaveWhereAnAppealLeadsNowhere(
            String adjustments, String payerClass, @Nullable String appealBy, String kind) {
        Finding finding = judge("class=" + payerClass, "class=" + payerClass + " adj=" + adjustments);

        assertThat(finding.appealBy() == null ? null : finding.appealBy().toString())
                .isEqualTo(appealBy);
        assertThat(finding.daysLeft() == null).isEqualTo(appealBy == null);
        assertThat(finding.denial())
                .isNotNull()
                .extracting(Finding.Denial::kind)
                .isEqualTo(kind);
    }

    @Test
    void aClaimThatWasNeverAdjudicatedIsToBeSentAnew() {
        Finding finding = judge("", "adj=CO-16:40.00 remarks=MA130");

        assertThat(finding.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(finding.appealBy()).isNull();
        assertThat(finding.denial()).isNotNull().satisfies(denial -> {
            assertThat(denial.kind()).isEqualTo("send a new claim");
            assertThat(denial.nextAction()).startsWith("send a new claim");
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "allowed=0.00",
                "status=4 allowed=0.00",
                "allowed=30.00 share=0.00",
                "allowed=30.00",
                "status=4 share=0.00",
                ""
            })
    void aRemarkThatTheClaimCannotBeProcessedIsAReasonWithoutAnAdjustment(String payment) {
        Finding finding = judge("", payment + " remarks=MA130,N290");

        assertThat(finding.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(finding.atIssue()).isEqualTo(Money.of("25.00"));
        assertThat(finding.appealBy()).isNull();
        assertThat(finding.why()).startsWith("Nothing was allowed of the charge of $40.00: remark MA130 N290. 1 unit");
        assertThat(finding.denial())
                .isEqualTo(new Finding.Denial(
                        "",
                        "",
                        "MA130 N290",
                        "missing information",
                        "send a new claim",
                        true,
                        judge("", "adj=CO-16:40.00 remarks=MA130").denial().nextAction(),
                        LocalDate.of(2026, 10, 20),
                        1));
    }

    @Test
    void aRemarkThatTheClaimCannotBeProcessedTakesNothingBackAndDeniesNoMoney() {
        assertThat(judge("", "paid=30.00 adj=CO-45:10.00 remarks=MA130").verdict())
                .isEqualTo(Verdict.IN_RANGE);
        assertThat(judge("", "share=30.00 remarks=MA130").verdict()).isEqualTo(Verdict.IN_RANGE);
        assertThat(judgeBoth(
                                "",
                                "paid=30.00 adj=CO-45:10.00",
                                "allowed=0.00 remarks=MA130 check=CHK2 posted=2026-10-27")
                        .verdict())
                .isEqualTo(Verdict.IN_RANGE);
    }

    /** Allowed less the nearest bound; zero in range, tolerance or not. */
    @ParameterizedTest(name = "{0} | {1}: {2} of {3}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            ''                       | allowed=20.00 paid=20.00 adj=CO-45:20.00                 | -5.00 | 25.00 to 50.00, range: article
            ''                       | allowed=24.80 paid=24.80 adj=CO-45:15.20                 | 0.00  | 25.00 to 50.00, range: article
            ''                       | allowed=30.00 paid=30.00 adj=CO-45:10.00                 | 0.00  | 25.00 to 50.00, range: article
            charge=90.00             | billed=90.00 allowed=60.00 paid=60.00 adj=CO-45:30.00    | 10.00 | 25.00 to 50.00, range: article
            charge=90.00             | billed=90.00 allowed=50.00 paid=50.00 adj=CO-45:40.00    | 0.00  | 25.00 to 50.00, range: article
            ''                       | paid=30.00                                               | none  | 25.00 to 50.00, range: article
            class=MEDICARE pos=22    | class=MEDICARE allowed=20.00 paid=20.00 adj=CO-45:20.00  | 20.00 | 0.00 to 0.00, nothing expected
            ''                       | paid=0.00 adj=CO-24:40.00                                | 0.00  | 0.00 to 0.00, nothing expected
            class=UNKNOWN payer=none | class=UNKNOWN payer=none allowed=30.00 paid=30.00 adj=CO-45:10.00 | none | none
            """)
    void theDifferenceIsToTheNearestBound(
            String claim, String payment, @Nullable String difference, @Nullable String expected) {
        Finding finding = judge(claim, payment);

        assertThat(finding.difference() == null ? null : finding.difference().toString())
                .isEqualTo(difference);
        Finding.Expected range = finding.expected();
        assertThat(range == null ? null : range.low() + " to " + range.high() + ", " + range.source())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} | {1}: {2}")
    @CsvSource({
        "payer=Claimed, payer=Paying, Paying no number",
        "payer=Claimed icn=C1, payer=none, Claimed C1",
        "payer=Claimed icn=C1, payer=none icn=P1, Claimed P1",
        "payer=none, payer=none, (not stated) no number"
    })
    void payerAndItsClaimNumberAreTheRemittancesElseTheClaims(String claim, String payment, String expected) {
        Finding.Subject subject = judge(claim, payment + " allowed=30.00 paid=30.00 adj=CO-45:10.00")
                .subject();

        assertThat(subject.payer() + " "
                        + (subject.payerClaimNumber() == null ? "no number" : subject.payerClaimNumber()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} | {1}: {2}")
    @CsvSource({
        "payer=Noridian class=MEDICARE, payer=State_Medicaid_TX status=2, MEDICAID",
        "payer=Noridian class=MEDICARE, payer=State_Medicaid_TX adj=OA-23:40.00, MEDICAID",
        "payer=Noridian class=MEDICARE, payer=State_Medicaid_TX status=2 class=PRIVATE, PRIVATE",
        "payer=Noridian class=MEDICARE, payer=State_Medicaid_TX status=1, MEDICAID",
        "payer=Aetna class=PRIVATE, payer=Noridian status=1, MEDICARE",
        "payer=Test_Plan class=PRIVATE, payer=Noridian status=1, PRIVATE",
        "payer=State_Medicaid_TX class=MEDICAID, payer=Aetna status=1, MEDICAID",
        "payer=Cigna class=MEDICAID, payer=Aetna status=1, MEDICAID",
        "payer=Noridian class=MEDICARE, payer=Second status=2, MEDICARE",
        "payer=Noridian class=MEDICARE, payer=none status=2, MEDICARE",
        "payer=none class=MEDICARE, payer=State_Medicaid_TX status=2, MEDICARE",
        "payer=State_Medicaid_TX class=PRIVATE, payer=STATE_MEDICAID_TX status=2, PRIVATE"
    })
    void anotherPayerThanTheClaimsHasTheClassThatIsKnownOfIt(String claim, String payment, String payerClass) {
        assertThat(judge(claim, payment).subject().payerClass()).hasToString(payerClass);
    }

    /** The first payer denies the line as not its own, or leaves it to the patient; the second one pays. */
    @ParameterizedTest(name = "{0} | {1}, {2}: {3}, {4}")
    @CsvSource({
        "payer=Aetna class=PRIVATE, payer=AETNA, payer=Medicare, MEDICARE, MEDICARE",
        "payer=Test_Plan class=PRIVATE, payer=TEST-PLAN, payer=Noridian, PRIVATE, MEDICARE",
        "payer=Medicare class=MEDICARE, payer=Medicare, payer=Aetna class=MEDICAID, MEDICAID, MEDICAID",
        // a programme that denies may mean its managed plan, which answers under its insurer's name
        "payer=Medicare class=MEDICARE, payer=Medicare, payer=Aetna_Medicare_Advantage, MEDICARE, PRIVATE",
        "payer=Medicare class=MEDICARE, payer=Medicare, payer=Medicare_Supplement_Plan, MEDICARE, PRIVATE",
        "payer=Texas_Medicaid class=MEDICAID, payer=Texas_Medicaid, payer=UnitedHealthcare, MEDICAID, PRIVATE",
        // nothing but what the 835 says of its claim is known of the second one
        "payer=Medicare class=MEDICARE, payer=Medicare, payer=Acme filing=PRIVATE, MEDICARE, PRIVATE",
        "payer=Medicare class=MEDICARE, payer=Medicare, payer=Acme, MEDICARE, MEDICARE",
        // the second one may be the claim's, under another name
        "payer=Acme class=MEDICAID, payer=Acme, payer=Acme_Health_Plan filing=PRIVATE, MEDICAID, MEDICAID",
        "payer=BCBS_TX class=MEDICAID, payer=BCBS_TX, payer=Texas_BCBS, MEDICAID, MEDICAID",
        "payer=Medicaid class=MEDICAID, payer=none, payer=Aetna, MEDICAID, MEDICAID",
        "payer=Medicaid class=MEDICAID, payer=Acme, payer=Aetna, MEDICAID, MEDICAID",
        "payer=none class=MEDICAID, payer=none, payer=Aetna, MEDICAID, MEDICAID"
    })
    void aPayerThatPaysHasTheClassThatIsKnownOfItWhereTheClaimsHasAllowedSomethingToo(
            String claim, String first, String pays, String afterDenial, String afterShare) {
        String second = "status=1 allowed=30.00 paid=30.00 adj=CO-45:10.00 check=CHK2 posted=2026-10-27 " + pays;
        Finding denied = judgeBoth(claim, "status=4 adj=CO-109:40.00 " + first, second);
        Finding left = judgeBoth(claim, "status=1 adj=CO-45:10.00;PR-1:30.00 " + first, second);

        assertThat(denied.subject().payerClass()).hasToString(afterDenial);
        assertThat(left.subject().payerClass()).hasToString(afterShare);
    }

    @Test
    void whatAnotherPayerThanTheClaimsAllowsIsComparedWithWhatIsExpectedOfIt() {
        Finding finding = judgeBoth(
                "payer=Aetna class=PRIVATE",
                "payer=Aetna status=4 adj=CO-27:40.00",
                "payer=Medicare status=1 allowed=22.00 paid=22.00 adj=CO-45:18.00 check=CHK2 posted=2026-10-27");
        Finding reversed = judgeBoth(
                "payer=Aetna class=PRIVATE",
                "payer=Noridian status=1 paid=22.00 adj=CO-45:18.00",
                "payer=Noridian status=22 billed=-40.00 paid=-22.00 check=CHK2 posted=2026-10-27");

        assertThat(finding.verdict()).as(finding.why()).isEqualTo(Verdict.IN_RANGE);
        assertThat(finding.subject().payerClass()).hasToString("MEDICARE");
        assertThat(finding.subject().payer()).isEqualTo("Medicare");
        assertThat(reversed.verdict()).isEqualTo(Verdict.PENDED);
        assertThat(reversed.subject().payerClass()).hasToString("MEDICARE");
    }

    @Test
    void whatIsUnderpaidCanBeAppealedAndWhatIsNotCannot() {
        assertThat(judge("", "allowed=20.00 paid=20.00 adj=CO-45:20.00").appealBy())
                .hasToString("2027-04-18");
        assertThat(judge("", "allowed=20.00 paid=20.00 adj=CO-45:20.00 remarks=N211")
                        .appealBy())
                .as("a remark on appeals of denials")
                .hasToString("2027-04-18");
        assertThat(judge("", "allowed=30.00 paid=30.00 adj=CO-45:10.00").appealBy())
                .isNull();
        assertThat(judge("", "allowed=30.00 paid=30.00 adj=CO-45:10.00").denial())
                .isNull();
        assertThat(judge("units=2 charge=80.00", "billed=80.00 paid=40.00 adj=CO-59:25.00;CO-45:15.00")
                        .denial())
                .as("a reduction is no denial")
                .isNull();
    }

    @Test
    void theNoteOfAMatchIsKeptBesideThePriorPeriod() {
        MatchedPayment late = new MatchedPayment(
                TestLines.payment(9, "posted=2026-09-20 allowed=30.00 paid=30.00 adj=CO-45:10.00"),
                3,
                "modifier dropped",
                true);

        assertThat(note(late)).isEqualTo("modifier dropped; prior-period");
    }

    @Test
    void aLineOfAnUnknownClassWithoutAnAnswerHasNoExpectedAmount() {
        LineHistory history =
                new LineHistory(TestLines.claim(1, "class=UNKNOWN payer=none"), List.of(), List.of(), List.of());

        assertThat(JUDGE.judge(history, null).expected()).isNull();
    }

    @Test
    void aFormerDenialThatCannotBeDecidedNowIsNotRecovered() {
        assertThat(judge("", "paid=30.00", inAugust(Verdict.DENIED, "0.00")).recovery())
                .isNull();
    }

    @Test
    void aRemarkWithoutAppealRightLeavesNoDeadline() {
        assertThat(judge("", "adj=CO-97:40.00 remarks=N211").appealBy()).isNull();
        assertThat(judge("", "adj=CO-97:40.00 remarks=X999").appealBy()).isNotNull();
        assertThat(judge("", "adj=CO-50:40.00 remarks=N211").denial())
                .as("what can be done without an appeal")
                .isNotNull()
                .extracting(Finding.Denial::nextAction)
                .isEqualTo("correct the claim or write it off: the decision is final and cannot be appealed");
        assertThat(judge("", "adj=CO-97:40.00 remarks=N211").denial())
                .isNotNull()
                .extracting(Finding.Denial::kind)
                .isEqualTo("S");
    }

    @ParameterizedTest(name = "{0}, beside {1}: {2}, at issue {3}, {4}")
    @CsvSource({
        "allowed=30.00 paid=30.00 adj=CO-45:10.00, 99231, UNKNOWN, NEEDS_REVIEW, , the payer class of",
        "allowed=30.00 paid=30.00 adj=CO-45:10.00, 99211, UNKNOWN, NEEDS_REVIEW, , the payer class of",
        "adj=CO-97:40.00, 99231, UNKNOWN, EXPECTED_ZERO, , 99231 of the same day",
        "paid=20.00 paidUnits=1 adj=CO-151:20.00, 99231, UNKNOWN, PARTLY_DENIED, , the payer class of",
        "allowed=30.00 paid=30.00 adj=CO-45:10.00, 99231, PRIVATE, OVERPAID, 30.00, 99231 of the same day",
        "paid=20.00 paidUnits=1 adj=CO-151:20.00, 99231, PRIVATE, PARTLY_DENIED, 0.00, 99231 of the same day"
    })
    void whatAnUnknownClassAllowsBesideACodeOfANeverTogetherPairIsForAPersonToSettle(
            String payment, String other, String payerClass, Verdict verdict, @Nullable String atIssue, String why) {
        String payer = payerClass.equals("UNKNOWN") ? "payer=none class=UNKNOWN " : "";
        LineHistory history = new LineHistory(
                TestLines.claim(1, payer + "units=2"),
                List.of(event(payer + payment, true)),
                List.of(),
                List.of(TestLines.claim(2, payer + "code=" + other)));

        Finding finding = JUDGE.judge(history, null);

        assertThat(finding.verdict()).as(finding.why()).isEqualTo(verdict);
        assertThat(finding.atIssue()).isEqualTo(atIssue == null ? null : Money.of(atIssue));
        assertThat(finding.why()).containsIgnoringCase(why);
    }

    @Test
    void whatPaidTwiceIsForAPersonToSettle() {
        LineHistory history = new LineHistory(
                TestLines.claim(1, ""),
                List.of(
                        event("paid=30.00 adj=CO-45:10.00", true),
                        new MatchedPayment(
                                TestLines.payment(10, "paid=30.00 adj=CO-45:10.00 check=CHK2 posted=2026-10-27"),
                                2,
                                "",
                                true)),
                List.of(),
                List.of());

        Finding finding = JUDGE.judge(history, null);

        assertThat(finding.verdict()).isEqualTo(Verdict.NEEDS_REVIEW);
        assertThat(finding.why()).startsWith("Paid twice");
    }

    @Test
    void aLaterDenialThatTakesNothingBackIsToldBesideTheVerdict() {
        LineHistory history = new LineHistory(
                TestLines.claim(1, ""),
                List.of(
                        event("paid=30.00 adj=CO-45:10.00", true),
                        new MatchedPayment(
                                TestLines.payment(10, "adj=CO-97:40.00 check=CHK2 posted=2026-10-27"), 2, "", true)),
                List.of(),
                List.of());

        Finding finding = JUDGE.judge(history, null);

        assertThat(finding.verdict()).isEqualTo(Verdict.IN_RANGE);
        assertThat(finding.why()).contains("A later denial of 2026-10-27 under check CHK2 takes nothing back");
        assertThat(judge("", "paid=30.00 adj=CO-45:10.00").why()).doesNotContain("later denial");
    }

    @Test
    void aLaterSuspensionIsToldAsSuch() {
        Finding finding = judgeBoth("", "paid=30.00 adj=CO-45:10.00", "adj=OA-133:40.00 check=CHK2 posted=2026-10-27");

        assertThat(finding.verdict()).isEqualTo(Verdict.IN_RANGE);
        assertThat(finding.why())
                .contains("A later suspension (CARC 133) of 2026-10-27 under check CHK2 takes nothing back")
                .doesNotContain("later denial");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "allowed=-35.00 paid=-28.00 share=-7.00, PENDED, 'reversed on 2026-10-27, awaiting correction'",
        "allowed=35.00 paid=-28.00 share=7.00, PENDED, 'reversed on 2026-10-27, awaiting correction'",
        "paid=-28.00 share=7.00, PENDED, 'reversed on 2026-10-27, awaiting correction'",
        "allowed=10.00 paid=-8.00 share=2.00, NEEDS_REVIEW, check CHK2 reverses an amount that no payment on file has"
    })
    void aTakeBackWithAPositiveChargeIsNeverJudgedByItsAmounts(String takeBack, Verdict verdict, String why) {
        Finding finding =
                judgeBoth("", "allowed=35.00 paid=28.00 share=7.00", "check=CHK2 posted=2026-10-27 " + takeBack);

        assertThat(finding.verdict()).as(finding.why()).isEqualTo(verdict);
        assertThat(finding.why()).containsIgnoringCase(why);
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource({
        "allowed=30.00 paid=30.00 adj=CO-45:10.00, allowed=0.00, IN_RANGE, true",
        "allowed=20.00 paid=20.00 adj=CO-45:20.00, allowed=0.00 share=0.00, UNDERPAID, true",
        "allowed=0.00 adj=CO-50:40.00, allowed=0.00, DENIED, true",
        "allowed=0.00 remarks=MA130, allowed=0.00, DENIED, true",
        "adj=OA-133:40.00, allowed=0.00, NEEDS_REVIEW, false",
        "paid=10.00 adj=CO-45:10.00;OA-133:20.00, allowed=0.00, NEEDS_REVIEW, false",
        "allowed=0.00, allowed=0.00, NEEDS_REVIEW, false",
        "allowed=0.00 adj=CO-18:40.00, allowed=0.00, NEEDS_REVIEW, false",
        // a remark may be the reason, and what is not stated is not zero
        "allowed=30.00 paid=30.00 adj=CO-45:10.00, allowed=0.00 remarks=N130, NEEDS_REVIEW, false",
        "allowed=30.00 paid=30.00 adj=CO-45:10.00, paid=0.00, NEEDS_REVIEW, false",
        "allowed=20.00 paid=20.00 adj=CO-45:20.00, allowed=30.00, IN_RANGE, false",
        // money that is taken back is no zero
        "allowed=30.00 paid=30.00, allowed=0.00 paid=-30.00, PENDED, false",
        "adj=CO-97:40.00, allowed=0.00 paid=-5.00, NEEDS_REVIEW, false"
    })
    void aLaterZeroWithoutAReasonTakesNothingBackAndIsToldBesideTheVerdict(
            String first, String second, Verdict verdict, boolean told) {
        Finding finding = judgeBoth("", first, "check=CHK2 posted=2026-10-27 " + second);
        String why = "A later answer of $0.00 without a reason of 2026-10-27 under check CHK2 takes nothing back";

        assertThat(finding.verdict()).as(finding.why()).isEqualTo(verdict);
        assertThat(finding.why().contains(why)).as(finding.why()).isEqualTo(told);
    }

    @Test
    void aZeroWithoutAReasonDoesNotReviveWhatAReversalTookBack() {
        String paid = "check=C1 posted=2026-10-05 paid=30.00 adj=CO-45:10.00";
        String zero = "allowed=0.00 check=C2 posted=2026-10-10";
        LineHistory history = new LineHistory(
                TestLines.claim(1, ""),
                List.of(
                        event(paid, true),
                        new MatchedPayment(TestLines.payment(10, zero), 2, "", true),
                        new MatchedPayment(
                                TestLines.payment(11, "status=22 billed=-40.00 paid=-30.00 check=C3"), 2, "", true)),
                List.of(),
                List.of());

        assertThat(JUDGE.judge(history, null).verdict()).isEqualTo(Verdict.PENDED);
    }

    /** Of 2 units one is denied on 20 October. */
    @ParameterizedTest(name = "{0}: first denied {1}")
    @CsvSource({
        "'', 2026-10-20",
        "adj=CO-16:80.00 check=C0 posted=2026-10-06, 2026-10-06",
        "adj=CO-97:80.00 check=C2 posted=2026-10-27, 2026-10-20"
    })
    void aLineOfWhichSomeUnitsAreDeniedIsDeniedByThatDecisionIfNotBefore(String other, String firstDenied) {
        String claim = "units=2 charge=80.00";
        String partly = "billed=80.00 paid=30.00 paidUnits=1 adj=CO-151:40.00;CO-45:10.00";
        Finding finding = other.isEmpty() ? judge(claim, partly) : judgeBoth(claim, partly, "billed=80.00 " + other);

        assertThat(finding.verdict()).isEqualTo(Verdict.PARTLY_DENIED);
        assertThat(finding.denial()).isNotNull().satisfies(denial -> {
            assertThat(denial.firstDenied()).hasToString(firstDenied);
            assertThat(denial.timesDenied()).isEqualTo(1);
        });
    }

    @Test
    void ofAPaymentWithoutACheckDateNoDeadlineIsMissed() {
        Finding dated = judge("", "adj=CO-97:40.00");
        Finding undated = judge("", "adj=CO-97:40.00 posted=2026-10-31 dated=none");

        assertThat(dated.payment().checkDate()).isEqualTo(LocalDate.of(2026, 10, 20));
        assertThat(dated.appealBy()).isEqualTo(LocalDate.of(2027, 4, 18));
        assertThat(undated.payment().checkDate()).isNull();
        assertThat(undated.appealBy()).as("180 days from the month's first").isEqualTo(LocalDate.of(2027, 3, 30));
    }

    @Test
    void aPayerIsNamedAsTheClaimNamesItWhateverTheRemittanceMakesOfIt() {
        assertThat(judge("payer=Test_Health", "payer=TEST__HEALTH. paid=30.00 adj=CO-45:10.00")
                        .subject()
                        .payer())
                .isEqualTo("Test Health");
        assertThat(judge("payer=Test_Health", "payer=Another paid=30.00 adj=CO-45:10.00")
                        .subject()
                        .payer())
                .isEqualTo("Another");
    }

    @Test
    void otherPayersAndTakeBacksAreToldBesideTheVerdict() {
        LineHistory history = new LineHistory(
                TestLines.claim(1, ""),
                List.of(
                        event("status=1 paid=24.00 adj=CO-45:10.00;PR-2:6.00 icn=P1", true),
                        new MatchedPayment(
                                TestLines.payment(10, "payer=Second status=2 check=S9 paid=6.00 adj=OA-23:34.00"),
                                2,
                                "",
                                true)),
                List.of(new ProviderAdjustment(
                        SourceRef.segment("era.835", 9), "Test Health", "CHK9", null, "WO", "P1", Money.of("12.00"))),
                List.of());

        assertThat(JUDGE.judge(history, null).why())
                .contains("Another payer (claim status 2) paid $6.00 under check S9")
                .contains("$12.00 was taken back from this claim at provider level");
    }

    @ParameterizedTest
    @CsvSource({
        "paid=10.00 adj=OA-23:30.00, see first what another payer paid; then patient or alternate benefit",
        "adj=OA-23:40.00, patient or alternate benefit"
    })
    void nobodyIsBilledForADenialBeforeItIsSeenWhatAnotherPayerPaid(String second, String nextAction) {
        LineHistory history = new LineHistory(
                TestLines.claim(1, ""),
                List.of(
                        event("status=1 paid=0.00 adj=PR-204:40.00", true),
                        new MatchedPayment(
                                TestLines.payment(10, "payer=Second status=2 check=S9 " + second), 2, "", true)),
                List.of(),
                List.of());

        Finding finding = JUDGE.judge(history, null);

        assertThat(finding.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(finding.denial()).extracting(Finding.Denial::nextAction).isEqualTo(nextAction);
    }

    @ParameterizedTest
    @CsvSource({
        "frequency=7 submitted=2026-10-25, true",
        "frequency=7 submitted=2026-10-20, false",
        "frequency=7, false",
        "submitted=2026-10-25, false"
    })
    void aDenialOlderThanTheCorrectedClaimIsNoAnswerToIt(String claim, boolean waits) {
        Finding finding = JUDGE.judge(
                new LineHistory(
                        TestLines.claim(1, claim),
                        List.of(event("paid=0.00 adj=CO-16:40.00", true)),
                        List.of(),
                        List.of()),
                null);

        assertThat(finding.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(finding.why().endsWith("the corrected claim of 2026-10-25 is not answered yet"))
                .isEqualTo(waits);
        assertThat(Objects.requireNonNull(finding.denial()).nextAction().startsWith("wait for the answer"))
                .isEqualTo(waits);
    }

    @Test
    void whatIsGivenBackAtProviderLevelIsToldWithoutASign() {
        LineHistory history = new LineHistory(
                TestLines.claim(1, ""),
                List.of(event("paid=30.00 adj=CO-45:10.00 icn=P1", true)),
                List.of(new ProviderAdjustment(
                        SourceRef.segment("era.835", 9), "Test Health", "CHK9", null, "FB", "P1", Money.of("-12.00"))),
                List.of());

        assertThat(JUDGE.judge(history, null).why()).endsWith("$12.00 was given back to this claim at provider level");
    }

    @Test
    void eachSentenceOfAReasoningBeginsInUpperCase() {
        assertThat(new Reasoning()
                        .say("paid twice")
                        .say("2 units")
                        .say("another payer paid")
                        .why())
                .isEqualTo("Paid twice. 2 units. Another payer paid");
    }

    @Test
    void aReasoningThatIsLongerThanItsColumnIsCutWithASign() {
        Reasoning reasoning = new Reasoning();
        for (int n = 0; n < 1_000; n++) {
            reasoning.say("a sentence");
        }

        assertThat(reasoning.sayIf(null).why()).endsWith("...").hasSizeLessThanOrEqualTo(4_000);
        assertThat(new Reasoning().trace("nothing", (Object) null).trace()).isEmpty();
    }

    @Test
    void aReasonThatNoTableKnowsIsStillADenial() {
        Finding finding = judge("", "adj=CO-999:40.00");

        assertThat(finding.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(finding.denial())
                .isNotNull()
                .extracting(Finding.Denial::category)
                .isEqualTo("other");
    }

    @Test
    void aPairThatIsNeverPaidTogetherIsRightlyNotPaid() {
        ClaimLine line = TestLines.claim(1, "");
        LineHistory history = new LineHistory(
                line,
                List.of(event("adj=CO-97:40.00", true)),
                List.of(),
                List.of(TestLines.claim(2, "code=99211 charge=50.00")));

        assertThat(JUDGE.judge(history, null).verdict()).isEqualTo(Verdict.EXPECTED_ZERO);
    }

    @ParameterizedTest(name = "{0} billed beside it, answered {1}: {2}")
    @CsvSource({
        "code=99232 payer=Test_Health, paid=30.00 adj=CO-45:10.00, OVERPAID",
        "code=99232 payer=TEST_HEALTH, paid=30.00 adj=CO-45:10.00, OVERPAID",
        "code=99232 payer=none, paid=30.00 adj=CO-45:10.00, OVERPAID",
        "code=99232 payer=Another, paid=30.00 adj=CO-45:10.00, IN_RANGE",
        "code=99232 payer=Another, paid=0.00 adj=CO-50:40.00, DENIED",
        "code=99211 payer=Another, paid=0.00 adj=CO-50:40.00, DENIED",
        "code=99232 payer=Another, payer=Another paid=30.00 adj=CO-45:10.00, OVERPAID",
        "code=99232 payer=Test_Health, payer=Another paid=30.00 adj=CO-45:10.00, OVERPAID",
        "code=99232 payer=Third, payer=Another paid=30.00 adj=CO-45:10.00, IN_RANGE",
        // the same claim, or a name that may be the payer's own
        "code=99232 pcn=a1 payer=Another, paid=30.00 adj=CO-45:10.00, OVERPAID",
        "code=99211 pcn=a1 payer=Another, paid=0.00 adj=CO-50:40.00, EXPECTED_ZERO",
        "code=99232 payer=Test_Plan, paid=30.00 adj=CO-45:10.00, OVERPAID",
        "code=99232 payer=Another_Plan, payer=Another paid=30.00 adj=CO-45:10.00, OVERPAID"
    })
    void whatAnotherPayerIsBilledForMakesNoPair(String other, String payment, Verdict verdict) {
        LineHistory history = new LineHistory(
                TestLines.claim(1, ""),
                List.of(event(payment, true)),
                List.of(),
                List.of(TestLines.claim(2, "pcn=B7 charge=90.00 " + other)));

        assertThat(JUDGE.judge(history, null).verdict()).isEqualTo(verdict);
    }

    @Test
    void aLineWithoutAnAnswerShowsWhatIsExpected() {
        Finding finding = JUDGE.judge(
                new LineHistory(TestLines.claim(1, "units=2 charge=80.00"), List.of(), List.of(), List.of()), null);

        assertThat(finding.verdict()).isEqualTo(Verdict.NO_RESPONSE);
        assertThat(finding.expected())
                .isNotNull()
                .extracting(Finding.Expected::low)
                .isEqualTo(Money.of("50.00"));
    }

    @Test
    void aPaymentOfAnEarlierMonthThatNoRunHasJudgedIsMarked() {
        String payment = "posted=2026-09-20 allowed=30.00 paid=30.00 adj=CO-45:10.00";

        assertThat(note(event(payment, true))).isEqualTo("prior-period");
        assertThat(note(event(payment, false))).isEmpty();
        assertThat(note(event("allowed=30.00 paid=30.00 adj=CO-45:10.00", true)))
                .isEmpty();
    }

    private static String note(MatchedPayment event) {
        Finding finding =
                JUDGE.judge(new LineHistory(TestLines.claim(1, ""), List.of(event), List.of(), List.of()), null);
        return finding.payment() == null ? "no payment" : finding.payment().matchNote();
    }

    @Test
    void aFormerDenialThatIsPaidIsRecoveredOnce() {
        String paid = "allowed=30.00 paid=30.00 adj=CO-45:10.00";
        EarlierVerdict denied = inAugust(Verdict.DENIED, "0.00");

        Finding recovered = judge("", paid, denied);

        assertThat(recovered.recovery())
                .isEqualTo(new Finding.Recovery(Verdict.DENIED, YearMonth.of(2026, 8), Money.ZERO, Money.of("30.00")));
        assertThat(judge("", paid, inAugust(Verdict.DENIED, "30.00")).recovery())
                .as("listed before")
                .isNull();
        assertThat(judge("", paid, inAugust(Verdict.DENIED, "29.00")).recovery())
                .as("more than was listed before")
                .isEqualTo(new Finding.Recovery(
                        Verdict.DENIED, YearMonth.of(2026, 8), Money.of("29.00"), Money.of("30.00")));
        assertThat(judge("", paid, denied.paidElsewhereBy(EVENT)).recovery())
                .as("the payment was another line's")
                .isNull();
        assertThat(judge("", paid, denied.paidElsewhereBy(EVENT + 1)).recovery())
                .as("a payment that does not decide was another line's")
                .isNotNull();
        assertThat(judge("", paid, null).recovery()).isNull();
        assertThat(judge("", "adj=CO-97:40.00", denied).recovery()).isNull();
        assertThat(judge("charge=90.00", "billed=90.00 allowed=60.00 paid=60.00 adj=CO-45:30.00", denied)
                        .recovery())
                .as("paid above the range is recovered, too")
                .isNotNull();
        assertThat(judge("", paid, inAugust(Verdict.UNDERPAID, "30.00")).recovery())
                .as("allowed no more than then")
                .isNull();
    }

    private static EarlierVerdict inAugust(Verdict verdict, String allowed) {
        return new EarlierVerdict(YearMonth.of(2026, 8), verdict, Money.of(allowed), Set.of());
    }

    @Test
    void anUnmatchedPaymentNamesItsReasonAndTheClaimToLookAt() {
        Finding finding = JUDGE.unmatched(
                new HistoryMapper.Unmatched(9, TestLines.payment(9, "paid=30.00"), "no such claim", 1L, true),
                TestLines.claim(1, "pcn=0A1 line=2"));

        assertThat(finding.verdict()).isEqualTo(Verdict.UNMATCHED);
        assertThat(finding.why()).isEqualTo("No such claim");
        assertThat(finding.suggestedClaim()).isEqualTo("0A1 line 2");
        assertThat(finding.claimLineId()).isNull();
        HistoryMapper.Unmatched late = new HistoryMapper.Unmatched(
                9, TestLines.payment(9, "posted=2026-09-20 paid=30.00"), "2 fit", null, true);
        assertThat(JUDGE.unmatched(late, TestLines.claim(1, "pcn=0A1")).suggestedClaim())
                .isEqualTo("0A1");
        assertThat(JUDGE.unmatched(late, null)).satisfies(alone -> {
            assertThat(alone.suggestedClaim()).isNull();
            assertThat(alone.payment())
                    .isNotNull()
                    .extracting(Finding.Payment::matchNote)
                    .isEqualTo("prior-period");
        });
    }

    @Test
    void aTraceTellsEachAmountOnce() {
        assertThat(judge("", "adj=CO-97:40.00").trace())
                .isEqualTo(
                        "allowed=0.00; units=1; lowPerUnit=25.00; highPerUnit=50.00; low=25.00; high=50.00; atStake=25.00");
    }

    @Test
    void everyTraceCanBeRecomputed() {
        Random random = new Random(96372);
        for (int n = 0; n < 5_000; n++) {
            int units = 1 + random.nextInt(4);
            Money charge = Money.ofCents(2_000L * units + random.nextInt(6_000));
            Money allowed = Money.ofCents(1 + random.nextLong(charge.cents()));
            Finding finding = judge(
                    "units=%d charge=%s".formatted(units, charge),
                    "billed=%s allowed=%s paid=%s adj=CO-45:%s"
                            .formatted(charge, allowed, allowed, charge.minus(allowed)));

            Map<String, Money> trace = amounts(finding.trace());
            Money low = trace.get("lowPerUnit").times(units).min(charge);
            Money high = trace.get("highPerUnit").times(units);
            assertThat(trace)
                    .containsEntry("low", low)
                    .containsEntry("high", high)
                    .containsEntry("allowed", allowed);
            if (finding.verdict() == Verdict.UNDERPAID) {
                assertThat(trace.get("shortBy")).isEqualTo(low.minus(allowed)).isEqualTo(finding.atIssue());
            } else if (finding.verdict() == Verdict.OVERPAID) {
                assertThat(trace.get("overBy")).isEqualTo(allowed.minus(high)).isEqualTo(finding.atIssue());
            } else {
                assertThat(finding.verdict()).isEqualTo(Verdict.IN_RANGE);
                assertThat(low.minus(allowed).cents()).isLessThanOrEqualTo(Math.max(5, low.cents() / 100));
                assertThat(allowed.minus(high).cents()).isLessThanOrEqualTo(Math.max(5, high.cents() / 100));
            }
        }
    }

    private static Map<String, Money> amounts(String trace) {
        Map<String, Money> amounts = new HashMap<>();
        for (String one : trace.split("; ")) {
            amounts.put(one.substring(0, one.indexOf('=')), Money.of(one.substring(one.indexOf('=') + 1)));
        }
        return amounts;
    }

    private static final long EVENT = 9;

    private static MatchedPayment event(String payment, boolean judgedNow) {
        return new MatchedPayment(TestLines.payment(EVENT, payment), 2, "", judgedNow);
    }

    private static Finding judgeBoth(String claim, String payment, String more) {
        List<MatchedPayment> events =
                List.of(event(payment, true), new MatchedPayment(TestLines.payment(10, more), 2, "", true));
        return JUDGE.judge(new LineHistory(TestLines.claim(1, claim), events, List.of(), List.of()), null);
    }

    private static Finding judge(String claim, String payment) {
        return judge(claim, payment, null);
    }

    @ParameterizedTest(name = "Medicare {1} | Medicaid {0} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # Medicaid's answer                            | paid first                       | verdict
            status=2 paid=0.00 adj=OA-23:40.00             | payer=Medicare class=MEDICARE 15.00 | EXPECTED_ZERO
            paid=0.00 adj=OA-23:40.00                      | payer=Medicare class=MEDICARE 15.00 | EXPECTED_ZERO
            status=2 paid=0.00 adj=OA-23:40.00             | payer=Medicare class=MEDICARE 14.99 | NEEDS_REVIEW
            status=2 paid=0.00 adj=OA-23:40.00             | payer=Acme class=PRIVATE 30.00      | NEEDS_REVIEW
            status=2 paid=0.00 adj=OA-23:39.00;CO-45:1.00  | payer=Medicare class=MEDICARE 15.00 | NEEDS_REVIEW
            status=2 paid=3.00 adj=OA-23:37.00             | payer=Medicare class=MEDICARE 15.00 | NEEDS_REVIEW
            """)
    void medicaidRightlyPaysNothingWhereMedicareReachedItsRate(String medicaid, String first, String verdict) {
        int amount = first.lastIndexOf(' ');
        LineHistory history = new LineHistory(
                TestLines.claim(1, "payer=State class=MEDICAID"),
                List.of(new MatchedPayment(
                        TestLines.payment(9, "payer=State class=MEDICAID " + medicaid), 2, "", true)),
                List.of(),
                List.of(),
                List.of(new LineHistory.PaidElsewhere(
                        TestLines.claim(2, first.substring(0, amount)), Money.of(first.substring(amount + 1)))));

        Finding finding = JUDGE.judge(history, null);
        assertThat(finding.verdict()).hasToString(verdict);
        if (finding.verdict() == Verdict.NEEDS_REVIEW) {
            assertThat(finding.why())
                    .contains(
                            "claim A1 of the same day, billed to " + first.substring(6, first.indexOf(' ')),
                            "was paid $" + first.substring(amount + 1));
        }
    }

    private static Finding judge(String claim, String payment, @Nullable EarlierVerdict earlier) {
        List<MatchedPayment> events = new ArrayList<>(List.of(event(payment, true)));
        return JUDGE.judge(new LineHistory(TestLines.claim(1, claim), events, List.of(), List.of()), earlier);
    }
}
