package recon.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.TestLines;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;
import recon.claim.RemittanceLine;

/** Which claim line a payment belongs to, tier by tier. */
class TiersTest {

    private static final Matcher MATCHER = new Matcher(new PayerDirectory(List.of()));

    @ParameterizedTest(name = "{0} | {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # claim line                   | payment                                        | match
            control=L1                     | control=L1                                     | 1
            control=L1                     | control=L1 payer=Another                       | 2
            control=L1                     | control=L1 payer=TEST-__Health.                | 1
            control=L1                     | control=L1 on=2026-10-06                       | none
            control=L1                     | control=l1 code=99211 original=96372           | 1 recoded from 96372 to 99211
            control=L1 charge=41.00        | control=L1                                     | 1
            ''                             | ''                                             | 2
            ''                             | billed=-40.00 status=22                        | 2
            pcn=a1                         | pcn=A1                                         | 2
            mods=59+LT                     | mods=LT+59                                     | 2
            mods=59                        | mods=59+CC                                     | 2
            mods=59                        | ''                                             | 3 modifier dropped
            ''                             | units=1                                        | 2
            units=2                        | units=1                                        | 5 low confidence
            units=2 member=M2              | units=1                                        | none
            ''                             | code=99211 original=96372                      | 4 recoded from 96372 to 99211
            icn=P1                         | pcn=none icn=P1                                | 2
            icn=P1 pcn=B2                  | pcn=A1 icn=p1                                  | 2
            member=none                    | pcn=none icn=a1 member=none                    | 2 the payment's claim number is the patient control number
            mods=59                        | pcn=none icn=A1                                | 3 modifier dropped, the payment's claim number is the patient control number
            member=M2                      | pcn=none icn=A1                                | none
            payer=Other                    | pcn=none icn=A1 member=none                    | none
            name=OTHER,_TEST               | pcn=none icn=A1 member=none                    | none
            name=SAMPLE,_T                 | pcn=none icn=A1                                | 2 the payment's claim number is the patient control number
            charge=41.00 member=M2         | pcn=none icn=A1                                | none
            icn=A1                         | pcn=none icn=A1                                | 2
            pcn=B2                         | pcn=A1                                         | 5 low confidence
            pcn=B2 member=M2               | pcn=A1                                         | none
            charge=41.00 member=M2         | ''                                             | none
            control=L1 code=96373          | control=L1                                     | none
            payer=none control=L1          | control=L1                                     | 1
            control=L1                     | payer=none control=L1                          | 1
            ''                             | code=99211 original=96372 on=2026-10-06        | none
            ''                             | code=99211 original=96372 billed=41.00         | none
            ''                             | code=99211                                     | none
            icn=P1 pcn=B2 member=M2        | pcn=A1 icn=P2                                  | none
            pcn=B2                         | pcn=A1 on=2026-10-06                           | none
            pcn=B2                         | pcn=A1 billed=41.00                            | none
            pcn=B2                         | pcn=A1 code=99211                              | none
            pcn=B2                         | pcn=A1 code=99211 original=96372               | 5 low confidence
            pcn=B2                         | pcn=A1 member=none                             | none
            payer=none control=L1          | payer=none control=L1 check=none               | 1
            """)
    void oneLineAndOnePayment(String claim, String payment, String expected) {
        MatchResult result = only(MATCHER.match(group(
                List.of(TestLines.payment(9, payment)), List.of(TestLines.claim(1, claim)), List.of(), List.of())));

        assertThat(inWords(result)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} and {1} | {2}")
    @CsvSource({
        "mods=59, mods=76, ''",
        "control=L1 charge=40.00, control=L1 charge=41.00, control=L1 billed=42.00",
        "control=L1 mods=59, control=L1 mods=76, control=L1",
        "control=L1, control=L1 code=99211, control=L1 code=99211 original=96372",
        "units=1, units=2, ''",
        "icn=P1 pcn=B2, icn=P1 pcn=C3, pcn=none icn=P1",
        "pcn=B2, pcn=C3, ''"
    })
    void severalLinesThatFitAlikeAreNeverGuessed(String first, String second, String payment) {
        List<ClaimLine> lines = List.of(TestLines.claim(1, first), TestLines.claim(2, second));

        MatchResult result =
                only(MATCHER.match(group(List.of(TestLines.payment(9, payment)), lines, List.of(), List.of())));

        assertThat(result).isEqualTo(new MatchResult.SeveralClaimLines(2));
    }

    @ParameterizedTest(name = "{0} and {1} | {2}")
    @CsvSource({
        "control=L1 charge=41.00, control=L1, control=L1",
        "control=L1 units=2, control=L1, control=L1 units=1",
        "control=L1 mods=59, control=L1, control=L1",
        "control=L1 mods=76, control=L1 mods=59+LT, control=L1 mods=LT+59"
    })
    void ofLinesThatShareOneControlNumberTheOneThatAgreesInTheRestIsMeant(String first, String second, String payment) {
        List<ClaimLine> lines = List.of(TestLines.claim(1, first), TestLines.claim(2, second));

        MatchResult result =
                only(MATCHER.match(group(List.of(TestLines.payment(9, payment)), lines, List.of(), List.of())));

        assertThat(result).isEqualTo(new MatchResult.Matched(2, 1, ""));
    }

    /** Why no claim line was found, and which one a person may want to look at. */
    @ParameterizedTest(name = "{0}, near {1} | {2}: {3}, suggests {4}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            # line of the claim        | near             | payment                        | reason                              | suggested
            none                       | none             | pcn=A1                         | no claim with this control number   | none
            none                       | none             | pcn=none icn=P1                | payer claim number or member        | none
            none                       | pcn=0A1          | pcn=A1                         | no claim with this control number   | 2
            none                       | pcn=0A1 on=2026-10-06 | pcn=A1                    | no claim with this control number   | 2
            none                       | pcn=0A1 on=2026-10-07 | pcn=A1                    | no claim with this control number   | none
            none                       | pcn=0A1 charge=41.00  | pcn=A1                    | no claim with this control number   | none
            on=2026-10-06              | none             | ''                             | no line of 96372 on that date       | 1
            on=2026-10-06 charge=41.00 | none             | ''                             | no line of 96372 on that date       | none
            charge=41.00 member=M2     | none             | ''                             | with that charge on that date       | none
            units=2 member=M2          | none             | units=1                        | no further line                     | 1
            """)
    void aPaymentWithoutAClaimLineSaysWhyAndWhatMayBeIt(
            @Nullable String line, @Nullable String near, String payment, String reason, @Nullable Long suggested) {
        MatchResult result = only(MATCHER.match(group(
                List.of(TestLines.payment(9, payment)),
                line == null ? List.of() : List.of(TestLines.claim(1, line)),
                List.of(),
                near == null ? List.of() : List.of(TestLines.claim(2, near)))));

        assertThat(result).isInstanceOfSatisfying(MatchResult.NoClaimLine.class, none -> {
            assertThat(none.reason()).contains(reason);
            assertThat(none.suggestedClaimLineId()).isEqualTo(suggested);
        });
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "'', '', 1",
        "on=2026-10-06, '', none",
        "'', check=CHK2, none",
        "check=chk1, check=CHK1, 1",
        "'', posted=2026-10-27, none",
        "'', payer=Other_Health, none",
        "check=none, check=none, 1",
        "check=none, check=none file=other.csv, none",
        "billed=30.00, '', none"
    })
    void paymentsThatAddUpToALineAreSuggestedForIt(String first, String second, String suggested) {
        List<RemittanceLine> halves = List.of(
                TestLines.payment(11, "billed=25.00 paid=10.00 " + first),
                TestLines.payment(12, "billed=15.00 paid=6.00 " + second));

        List<PaymentMatch> matches =
                MATCHER.match(group(halves, List.of(TestLines.claim(1, "charge=40.00")), List.of(), List.of()));

        assertThat(matches.get(1).result()).isInstanceOfSatisfying(MatchResult.NoClaimLine.class, none -> assertThat(
                        String.valueOf(none.suggestedClaimLineId()))
                .isEqualTo(suggested.equals("none") ? "null" : suggested));
    }

    @Test
    void paymentsThatAnotherFileRepeatsAddUpOnce() {
        List<RemittanceLine> payments = List.of(
                TestLines.payment(11, "billed=25.00 paid=10.00"),
                TestLines.payment(12, "billed=15.00 paid=6.00"),
                TestLines.payment(13, "billed=25.00 paid=10.00 file=copy"),
                TestLines.payment(14, "billed=15.00 paid=6.00 file=copy"));

        List<PaymentMatch> matches =
                MATCHER.match(group(payments, List.of(TestLines.claim(1, "charge=40.00")), List.of(), List.of()));

        assertThat(matches.subList(0, 2)).allSatisfy(match -> assertThat(match.result())
                .isInstanceOfSatisfying(MatchResult.NoClaimLine.class, none -> assertThat(none.suggestedClaimLineId())
                        .isEqualTo(1L)));
        assertThat(matches.subList(2, 4))
                .extracting(PaymentMatch::result)
                .containsExactly(new MatchResult.Repeats(11), new MatchResult.Repeats(12));
    }

    @Test
    void identicalLinesAreAssignedOneToOneWithinAnEvent() {
        assertThat(match(
                        List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2")),
                        TestLines.payment(11, "paid=30.00"),
                        TestLines.payment(12, "paid=30.00")))
                .containsExactly("11: 1", "12: 2");
    }

    @Test
    void oneExactModifierAndOneDroppedOneBelongToTheirOwnLines() {
        assertThat(match(
                        List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2 mods=59")),
                        TestLines.payment(11, "paid=30.00"),
                        TestLines.payment(12, "paid=29.00")))
                .containsExactlyInAnyOrder("11: 2", "12: 1");
    }

    @Test
    void aLaterEventBelongsToTheLineThatHadTheEarlierOne() {
        assertThat(match(
                        List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2")),
                        TestLines.payment(11, "paid=30.00"),
                        TestLines.payment(12, "paid=20.00"),
                        TestLines.payment(13, "posted=2026-10-25 check=CHK2 status=22 billed=-40.00 paid=-20.00"),
                        TestLines.payment(14, "posted=2026-10-25 check=CHK2 paid=30.00")))
                .containsExactly("11: 2", "12: 1", "13: 1", "14: 1");
    }

    /** The one of two identical lines that was denied, wherever the payer's file has it. */
    @ParameterizedTest(name = "denied {0}, paid {1}")
    @CsvSource({
        "adj=CO-16:40.00, ''",
        "adj=CO-16:40.00 sequence=1, sequence=2",
        "adj=CO-16:40.00 sequence=2, sequence=1",
        "adj=CO-16:40.00 posted=2026-10-22 check=CHK9, ''",
        "allowed=0.00, ''"
    })
    void aLaterEventBelongsToTheIdenticalLineThatWasDenied(String denied, String paid) {
        for (String later : List.of("paid=29.00", "adj=CO-50:40.00")) {
            List<String> matches = match(
                    List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2")),
                    TestLines.payment(11, denied),
                    TestLines.payment(12, "paid=30.00 " + paid),
                    TestLines.payment(13, "sequence=1 posted=2026-10-27 check=CHK2 " + later));

            assertThat(matches.get(2)).isEqualTo(matches.get(0).replace("11", "13"));
            assertThat(matches.get(1)).isNotEqualTo(matches.get(0).replace("11", "12"));
        }
    }

    @Test
    void whatIsLeftToThePatientIsNoDenialOfAnIdenticalLine() {
        assertThat(match(
                        List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2")),
                        TestLines.payment(11, "allowed=30.00 adj=PR-1:30.00;CO-45:10.00 sequence=1"),
                        TestLines.payment(12, "adj=CO-16:40.00 sequence=2"),
                        TestLines.payment(13, "paid=29.00 posted=2026-10-27 check=CHK2")))
                .containsExactly("11: 1", "12: 2", "13: 2");
    }

    @Test
    void aReversalBelongsToTheLineThatHadWhatItTakesBack() {
        List<ClaimLine> lines = List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2"));

        assertThat(match(
                        lines,
                        TestLines.payment(11, "paid=20.00"),
                        TestLines.payment(12, "paid=30.00"),
                        TestLines.payment(13, "posted=2026-10-25 check=CHK2 status=22 billed=-40.00 paid=-30.00"),
                        TestLines.payment(14, "posted=2026-10-27 check=CHK3 paid=31.00")))
                .containsExactly("11: 1", "12: 2", "13: 2", "14: 2");
        assertThat(match(
                        lines,
                        TestLines.payment(11, "paid=20.00"),
                        TestLines.payment(12, "paid=30.00"),
                        TestLines.payment(13, "posted=2026-10-25 check=CHK2 status=22 billed=-40.00 paid=-9.00")))
                .as("of neither: the first")
                .containsExactly("11: 1", "12: 2", "13: 1");
    }

    /** A line that was charged late has the modifiers that the payer states; the payment was for the line that has others. */
    @ParameterizedTest(name = "{0}, reversed {1}, corrected {2}: line {3}, line {4}")
    @CsvSource({
        "icn=P1, icn=P1, icn=P1 paid=20.00, 1, 1",
        "icn=P1, icn=P1, adj=CO-50:40.00, 1, 1",
        "icn=P1, '', paid=31.00, 1, 1",
        "control=X1, control=X1, control=X1 paid=31.00, 1, 1",
        "control=X1, '', paid=31.00, 1, 1",
        "icn=P1 adj=CO-45:10.00, icn=P2 adj=CO-45:-10.00, icn=P2 paid=20.00, 1, 1",
        "icn=P1, icn=P1 check=CHK3, icn=P1 paid=20.00, 1, 2",
        "icn=P1, icn=P1, icn=P3 paid=20.00, 1, 2",
        "icn=P1, icn=P2, icn=P1 paid=20.00, 2, 2",
        "'', control=L2, control=L2 paid=20.00, 2, 2",
        "mods=59, '', paid=20.00, 2, 2"
    })
    void aReversalGoesWithThePaymentThatItTakesBackAndItsCorrectionWithIt(
            String paid, String reversed, String corrected, long ofReversal, long ofCorrection) {
        List<ClaimLine> lines = List.of(TestLines.claim(1, "line=1 mods=59"), TestLines.claim(2, "line=2 control=L2"));
        RemittanceLine payment = TestLines.payment(11, "paid=30.00 " + paid);
        RemittanceLine reversal =
                TestLines.payment(12, "posted=2026-10-25 check=CHK2 status=22 billed=-40.00 paid=-30.00 " + reversed);
        RemittanceLine correction = TestLines.payment(13, "posted=2026-10-25 check=CHK2 status=1 " + corrected);

        assertThat(match(lines, Map.of(11L, 1L), payment, reversal, correction))
                .containsExactly("11: 1", "12: " + ofReversal, "13: " + ofCorrection);
    }

    @Test
    void aReversalGoesWithThePaymentThoughTheClaimThatItNamesCameOnFileSince() {
        assertThat(match(
                        List.of(TestLines.claim(1, "pcn=A1 control=L1")),
                        Map.of(11L, 7L),
                        TestLines.payment(11, "paid=30.00 icn=P1 control=L1"),
                        TestLines.payment(
                                12,
                                "posted=2026-10-25 check=CHK2 status=22 billed=-40.00 paid=-30.00 icn=P1 control=L1"),
                        TestLines.payment(13, "posted=2026-10-25 check=CHK2 paid=20.00 icn=P1 control=L1")))
                .containsExactly("11: 7", "12: 7", "13: 7");
    }

    @Test
    void identicalLinesAreReversedOneToOneBesideALineThatWasChargedLate() {
        List<ClaimLine> lines = List.of(
                TestLines.claim(1, "line=1 mods=59"),
                TestLines.claim(2, "line=2 mods=59"),
                TestLines.claim(3, "line=3"));
        String reversed = "posted=2026-10-25 check=CHK2 status=22 billed=-40.00 paid=-30.00 sequence=";
        String corrected = "posted=2026-10-25 check=CHK2 status=1 paid=";

        assertThat(match(
                        lines,
                        Map.of(11L, 1L, 12L, 2L),
                        TestLines.payment(11, "paid=30.00"),
                        TestLines.payment(12, "paid=30.00"),
                        TestLines.payment(13, reversed + 1),
                        TestLines.payment(14, reversed + 2),
                        TestLines.payment(15, corrected + "20.00"),
                        TestLines.payment(16, corrected + "21.00"),
                        TestLines.payment(17, corrected + "31.00")))
                .containsExactly("11: 1", "12: 2", "13: 1", "14: 2", "15: 1", "16: 2", "17: 3");
    }

    @Test
    void aReversalOfWhatFoundNoLineTakesNothingBackFromAnother() {
        List<String> matches = match(
                List.of(TestLines.claim(1, "line=1")),
                Map.of(11L, 1L),
                TestLines.payment(11, "paid=30.00"),
                TestLines.payment(12, "paid=30.00 mods=59"),
                TestLines.payment(13, "posted=2026-10-25 check=CHK2 status=22 billed=-40.00 paid=-30.00 mods=59"));

        assertThat(matches.get(0)).isEqualTo("11: 1");
        assertThat(matches.subList(1, 3)).allMatch(match -> match.contains("no further line"));
    }

    @Test
    void aPaymentKeepsTheLineThatAnEarlierMonthFoundForIt() {
        List<ClaimLine> lines = List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2"));
        RemittanceLine settled = TestLines.payment(11, "paid=30.00");

        assertThat(match(lines, Map.of(11L, 2L), settled)).containsExactly("11: 2");
        assertThat(match(lines, Map.of(11L, 2L), settled, TestLines.payment(12, "paid=20.00")))
                .as("the other of its check has what is left")
                .containsExactly("11: 2", "12: 1");
        assertThat(match(
                        lines,
                        Map.of(11L, 1L),
                        settled,
                        TestLines.payment(12, "paid=20.00 check=CHK0 posted=2026-10-01")))
                .as("an older check that came late has the line without a payment")
                .containsExactly("11: 1", "12: 2");
        assertThat(match(
                        lines,
                        Map.of(11L, 2L),
                        settled,
                        TestLines.payment(12, "posted=2026-10-25 check=CHK2 status=22 billed=-40.00 paid=-30.00")))
                .as("and is reversed there")
                .containsExactly("11: 2", "12: 2");
        assertThat(match(
                        List.of(TestLines.claim(1, "")), Map.of(11L, 7L), settled, TestLines.payment(12, "paid=20.00")))
                .as("a line of another claim, as its member told")
                .containsExactly("11: 7", "12: 1");
    }

    @Test
    void aPaymentThatKeepsItsLineRepeatsNone() {
        List<ClaimLine> line = List.of(TestLines.claim(2, "line=2"));

        assertThat(match(
                        line,
                        Map.of(12L, 2L),
                        TestLines.payment(11, "paid=30.00"),
                        TestLines.payment(12, "paid=30.00")))
                .containsExactly("11: repeats 12", "12: 2");
    }

    /** Run 3 is a later revision of a month before that of run 2. */
    @Test
    void aPaymentThatKeepsItsLineRepeatsWhatAnOlderMonthFoundSinceInAnotherFile() {
        List<ClaimLine> lines = List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2"));
        Map<Long, MatchResult.Matched> found = Map.of(
                31L, new MatchResult.Matched(1, 2, ""),
                21L, new MatchResult.Matched(1, 2, ""),
                23L, new MatchResult.Matched(2, 2, ""));
        RemittanceLine[] payments = {
            TestLines.payment(31, "paid=30.00 file=late.csv"),
            TestLines.payment(21, "paid=30.00 file=feb.csv"),
            TestLines.payment(23, "paid=30.00 file=more.csv"),
            TestLines.payment(22, "paid=30.00 file=more.csv")
        };

        assertThat(match(lines, found, Map.of(31L, 3L, 21L, 2L, 23L, 2L), payments))
                .as("each file once")
                .containsExactly("31: 1", "21: repeats 31", "23: repeats 31", "22: 2");
        assertThat(match(lines, found, Map.of(31L, 1L, 21L, 2L, 23L, 2L), payments))
                .as("what its own run knew it was compared with")
                .containsExactly("31: 1", "21: 1", "23: 2", "22: repeats 31");
    }

    /** Run 9 is a later revision of the month between those of runs 1 and 5. */
    @Test
    void whatStaysIsComparedMonthByMonthHoweverItsFilesRowsAreAlike() {
        assertThat(match(
                        List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2")),
                        Map.of(
                                11L, new MatchResult.Matched(1, 2, ""),
                                12L, new MatchResult.Matched(2, 2, ""),
                                13L, new MatchResult.Matched(2, 2, "")),
                        Map.of(11L, 1L, 12L, 9L, 13L, 5L),
                        TestLines.payment(11, "paid=30.00 file=a.csv"),
                        TestLines.payment(12, "paid=30.00 file=b.csv"),
                        TestLines.payment(13, "paid=30.00 file=a.csv")))
                .containsExactly("11: 1", "12: 2", "13: repeats 12");
    }

    @Test
    void aLateReversalTakesBackNothingThatWasPaidAfterIt() {
        List<ClaimLine> lines = List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2"));

        assertThat(match(
                        lines,
                        Map.of(11L, 1L),
                        TestLines.payment(11, "paid=30.00"),
                        TestLines.payment(12, "posted=2026-10-01 check=CHK0 paid=30.00"),
                        TestLines.payment(13, "posted=2026-10-02 check=CHK1 status=22 billed=-40.00 paid=-30.00")))
                .containsExactly("11: 1", "12: 2", "13: 2");
    }

    @Test
    void oneCheckAnswersForEachLineOnceAndAnotherAgain() {
        List<ClaimLine> lines = List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2"));

        assertThat(match(
                        lines,
                        TestLines.payment(11, "paid=20.00 check=none file=a.csv"),
                        TestLines.payment(12, "paid=21.00 check=none file=a.csv"),
                        TestLines.payment(13, "paid=22.00 check=none file=a.csv")))
                .hasSize(3)
                .startsWith("11: 1", "12: 2")
                .last()
                .asString()
                .contains("no further line");
        assertThat(match(
                        lines,
                        TestLines.payment(11, "paid=20.00 check=none file=a.csv"),
                        TestLines.payment(12, "paid=21.00 check=none file=a.csv"),
                        TestLines.payment(13, "paid=22.00 check=none file=b.csv")))
                .as("another file is another event")
                .containsExactly("11: 1", "12: 2", "13: 1");
    }

    @Test
    void oneCheckMayDecideALineAgain() {
        List<ClaimLine> line = List.of(TestLines.claim(1, "control=L1"));

        assertThat(match(
                        line,
                        TestLines.payment(11, "control=L1 paid=0.00 adj=CO-50:40.00"),
                        TestLines.payment(12, "control=L1 paid=30.00")))
                .as("with the line's control number")
                .containsExactlyInAnyOrder("11: 1", "12: 1");
        assertThat(match(line, TestLines.payment(11, "paid=0.00 adj=CO-18:40.00"), TestLines.payment(12, "paid=30.00")))
                .as("as a duplicate")
                .containsExactlyInAnyOrder("11: 1", "12: 1");
        assertThat(match(line, TestLines.payment(11, "paid=0.00 adj=CO-50:40.00"), TestLines.payment(12, "paid=30.00")))
                .as("else the payment is the line's, and a person looks for the other")
                .contains("12: 1")
                .anyMatch(other -> other.startsWith("11: ") && other.contains("no further line"));
    }

    @Test
    void aDuplicateIsOneOfALineWithoutADecisionBeforeOneWithIt() {
        assertThat(match(
                        List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2 mods=59")),
                        TestLines.payment(11, "paid=0.00 adj=CO-18:40.00"),
                        TestLines.payment(12, "paid=30.00")))
                .containsExactlyInAnyOrder("11: 2", "12: 1");
    }

    @ParameterizedTest
    @CsvSource({"check=CHK1, 40.00", "check=none, 40.00", "check=CHK1, 20.00", "check=CHK1 status=1 icn=P1, 20.00"})
    void oneCheckMayHoldAPaymentItsReversalAndItsCorrection(String check, String corrected) {
        assertThat(match(
                        List.of(TestLines.claim(1, "")),
                        TestLines.payment(11, check + " paid=30.00"),
                        TestLines.payment(12, check.replace("status=1", "status=22") + " billed=-40.00 paid=-30.00"),
                        TestLines.payment(13, check + " paid=" + corrected)))
                .containsExactlyInAnyOrder("11: 1", "12: 1", "13: 1");
    }

    @Test
    void theModifiersTellTheLinesOfARecodedClaimApart() {
        assertThat(match(
                        List.of(TestLines.claim(1, "mods=59"), TestLines.claim(2, "mods=76")),
                        TestLines.payment(11, "code=99211 original=96372 mods=76+CC paid=30.00"),
                        TestLines.payment(12, "code=99211 original=96372 mods=59+CC paid=30.00")))
                .containsExactlyInAnyOrder("11: 2", "12: 1");
    }

    @Test
    void identicalLinesAreAssignedOneToOneThoughTheirModifierWasDropped() {
        assertThat(match(
                        List.of(TestLines.claim(1, "line=1 mods=59"), TestLines.claim(2, "line=2 mods=59")),
                        TestLines.payment(11, "paid=30.00"),
                        TestLines.payment(12, "paid=31.00")))
                .containsExactly("11: 1", "12: 2");
    }

    @Test
    void aSecondPayerAnswersForTheSameLines() {
        assertThat(match(
                        List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2")),
                        TestLines.payment(11, "paid=30.00"),
                        TestLines.payment(12, "paid=30.00"),
                        TestLines.payment(13, "payer=Second status=2 check=S1 paid=5.00"),
                        TestLines.payment(14, "payer=Second status=2 check=S1 paid=5.00")))
                .containsExactly("11: 1", "12: 2", "13: 1", "14: 2");
    }

    @Test
    void aServiceThatWasBilledToTwoPayersIsAnsweredByEachForItsOwnLine() {
        List<ClaimLine> lines = List.of(TestLines.claim(1, "payer=First"), TestLines.claim(2, "payer=Second"));

        assertThat(match(
                        lines,
                        TestLines.payment(11, "payer=Second status=2 paid=5.00"),
                        TestLines.payment(12, "payer=First paid=30.00")))
                .containsExactlyInAnyOrder("11: 2", "12: 1");
        assertThat(only(MATCHER.match(
                        group(List.of(TestLines.payment(13, "payer=Third")), lines, List.of(), List.of()))))
                .as("of neither: never guessed")
                .isInstanceOf(MatchResult.SeveralClaimLines.class);
    }

    @Test
    void rowsAlikeInEveryColumnAreAsManyAsTheClaimHasIdenticalLines() {
        assertThat(match(
                        List.of(TestLines.claim(1, "")),
                        TestLines.payment(11, "paid=30.00"),
                        TestLines.payment(12, "paid=30.00")))
                .containsExactly("11: 1", "12: repeats 11");
    }

    @Test
    @Timeout(60)
    void thousandsOfLinesAlikeThatTwoFilesTellAreMatchedInSeconds() {
        int count = 1000;
        List<ClaimLine> lines = new ArrayList<>();
        List<RemittanceLine> payments = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            lines.add(TestLines.claim(n, "icn=0"));
            payments.add(TestLines.payment(10_000 + n, "icn=0 paid=30.00 file=a.csv"));
            payments.add(TestLines.payment(20_000 + n, "icn=0 paid=30.00 status=1 file=b.csv"));
        }

        List<PaymentMatch> matches = MATCHER.match(group(payments, lines, List.of(), List.of()));

        assertThat(matches)
                .filteredOn(match -> match.result() instanceof MatchResult.Matched)
                .extracting(match -> ((MatchResult.Matched) match.result()).claimLineId())
                .hasSize(count)
                .doesNotHaveDuplicates();
        assertThat(matches)
                .filteredOn(match -> match.result() instanceof MatchResult.Repeats)
                .extracting(match -> ((MatchResult.Repeats) match.result()).remittanceLineId())
                .hasSize(count)
                .doesNotHaveDuplicates();
    }

    /** The second file has more lines than repeat the first one's, and each of these is asked whether it can give way. */
    @Test
    @Timeout(60)
    void thousandsOfLinesOfWhichOneFileTellsMoreThanTheOtherArePairedInSeconds() {
        int count = 2000;
        List<ClaimLine> lines = new ArrayList<>();
        List<RemittanceLine> payments = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            lines.add(TestLines.claim(n, "icn=0"));
            payments.add(TestLines.payment(20_000 + n, "icn=0 paid=30.00 file=b.csv"));
            if (n % 2 == 0) {
                payments.add(TestLines.payment(10_000 + n, "icn=0 paid=30.00 status=1 file=a.csv"));
            }
        }

        Map<Long, Long> repeated =
                new Repeats(new PayerDirectory(List.of())).of(group(payments, lines, List.of(), List.of()));

        assertThat(repeated).hasSize(count / 2);
        assertThat(repeated.values()).doesNotHaveDuplicates();
    }

    /** Replaced or voided since, or told by the member or by a similar number alone: each row counts, though none finds its line. */
    @Test
    void rowsAlikeAreAsManyAsTheLinesThatTheyMayBeFor() {
        List<RemittanceLine> payments = IntStream.rangeClosed(11, 13)
                .mapToObj(id -> TestLines.payment(id, "pcn=123 paid=30.00"))
                .toList();
        List<ClaimLine> two = List.of(TestLines.claim(1, "line=1 pcn=00123"), TestLines.claim(2, "line=2 pcn=00123"));
        List<ClaimLine> merged = List.of(TestLines.claim(3, "pcn=123 units=2 charge=80.00"));

        for (MatchGroup group : List.of(
                new MatchGroup(payments, merged, List.of(), List.of(), two, Map.of(), Map.of()),
                new MatchGroup(payments, List.of(), List.of(), List.of(), two, Map.of(), Map.of()),
                group(payments, List.of(), two, List.of()),
                group(payments, List.of(), List.of(), two))) {
            List<PaymentMatch> matches = MATCHER.match(group);

            assertThat(matches).extracting(PaymentMatch::remittanceLineId).containsExactly(11L, 12L, 13L);
            assertThat(matches.get(0).result()).isNotInstanceOf(MatchResult.Repeats.class);
            assertThat(matches.get(1).result()).isNotInstanceOf(MatchResult.Repeats.class);
            assertThat(matches.get(2).result()).isEqualTo(new MatchResult.Repeats(12));
        }
    }

    /** One that was replaced by one line, and one of another's member. */
    @Test
    void aClaimsOwnLineIsOneWhateverTookThePlaceOfAnother() {
        List<RemittanceLine> payments =
                List.of(TestLines.payment(11, "paid=30.00"), TestLines.payment(12, "paid=30.00"));
        List<ClaimLine> now = List.of(TestLines.claim(1, "frequency=7"));
        List<ClaimLine> before = List.of(TestLines.claim(2, ""));
        List<ClaimLine> others = List.of(TestLines.claim(3, "pcn=B2"), TestLines.claim(4, "pcn=B2"));

        assertThat(MATCHER.match(new MatchGroup(payments, now, others, others, before, Map.of(), Map.of()))
                        .get(1)
                        .result())
                .isEqualTo(new MatchResult.Repeats(11));
        assertThat(MATCHER.match(group(
                                payments,
                                List.of(),
                                List.of(TestLines.claim(3, "member=M2"), TestLines.claim(4, "member=M2")),
                                List.of()))
                        .get(1)
                        .result())
                .isEqualTo(new MatchResult.Repeats(11));
    }

    /** Beside a line that a payment row fits, one that is not identical to it. */
    @ParameterizedTest
    @CsvSource({"on=2026-10-06", "charge=41.00", "code=99211"})
    void aLineOfAnotherKindIsNoneOfTheIdenticalOnes(String other) {
        assertThat(match(
                        List.of(TestLines.claim(1, ""), TestLines.claim(2, other)),
                        TestLines.payment(11, "paid=30.00"),
                        TestLines.payment(12, "paid=30.00")))
                .containsExactly("11: 1", "12: repeats 11");
    }

    @Test
    void recodedRowsAreAsManyAsTheClaimHasIdenticalLines() {
        assertThat(match(
                        List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2")),
                        TestLines.payment(11, "paid=30.00 code=96401 original=96372"),
                        TestLines.payment(12, "paid=30.00 code=96401 original=96372")))
                .containsExactly("11: 1", "12: 2");
    }

    @Test
    void theNthRowOfOneFileRepeatsTheNthOfAnother() {
        assertThat(match(
                        List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2")),
                        TestLines.payment(11, "paid=30.00 file=a.csv"),
                        TestLines.payment(12, "paid=30.00 file=b.csv"),
                        TestLines.payment(13, "paid=30.00 file=b.csv")))
                .containsExactly("11: 1", "12: repeats 11", "13: 2");
    }

    /** One check as an 835 tells it, and as a sheet does. */
    @ParameterizedTest(name = "{0} | {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # 835                                          | sheet                             | what the sheet's row is
            sequence=1 control=L1 icn=P1 paidUnits=1       | control=l1 units=1                | repeats 11
            sequence=1 status=1 member=none adj=CO-45:10.00| payer=none share=0.00             | repeats 11
            adj=CO-45:8.00;PR-2:2.00 allowed=32.00         | adj=PR-2:2.00;CO-45:8.00          | repeats 11
            remarks=N1,M15 units=1 original=96401          | remarks=M15,N1 status=4           | repeats 11
            remarks=MA01,N130                              | remarks=N130                      | repeats 11
            remarks=N130                                   | remarks=N130,MA01                 | repeats 11
            remarks=N130                                   | remarks=MA01                      | none
            remarks=N130,M15                               | remarks=N130,MA01                 | none
            mods=59+LT sequence=1                          | mods=LT+59                        | repeats 11
            status=22 billed=-40.00 paid=-30.00 units=-1   | units=1 billed=-40.00 paid=-30.00 | repeats 11
            status=22 billed=-40.00 paid=-30.00 adj=CO-45:-10.00 | status=22 paid=-30.00 adj=CO-45:10.00 | repeats 11
            status=22 billed=-40.00 paid=-30.00 adj=CO-45:-10.00 | status=22 paid=-30.00 adj=CO-45:9.00  | none
            adj=CO-45:10.00                                | adj=CO-45:-10.00                  | 1
            status=1                                       | status=2                          | 1
            control=L1                                     | control=L2                        | none
            icn=P1                                         | icn=P2                            | 1
            allowed=30.00                                  | allowed=31.00                     | none
            adj=CO-45:10.00                                | adj=CO-45:9.00;CO-253:1.00        | none
            sequence=1 dated=none                          | dated=none                        | 1
            sequence=1 check=none                          | check=none                        | 1
            sequence=1                                     | check=CHK2                        | 1
            sequence=1                                     | posted=2026-10-21                 | 1
            sequence=1                                     | paid=29.00                        | 1
            sequence=1                                     | payer=Another                     | 1
            sequence=1 icn=P1                              | payer=Another                     | 1
            sequence=1 icn=P1                              | payer=Another icn=P1              | repeats 11
            check=000771                                   | check=771                         | repeats 11
            check=A00771                                   | check=A771                        | 1
            """)
    void whatBothOfTwoFilesStateOfALineTellsWhetherItIsOneDecision(String x12, String sheet, String expected) {
        List<String> found = match(
                List.of(TestLines.claim(1, (x12 + " " + sheet).contains("mods") ? "mods=59+LT" : "control=L1")),
                TestLines.payment(11, "file=a.835 paid=30.00 " + x12),
                TestLines.payment(12, "file=b.csv paid=30.00 " + sheet));

        assertThat(found.get(0)).startsWith("11: ").doesNotContain("repeats");
        assertThat(found.get(1)).contains(expected.equals("none") ? "NoClaimLine" : "12: " + expected);
    }

    @Test
    void theFileThatStatesMostIsRepeatedByTheOthers() {
        assertThat(match(
                        List.of(TestLines.claim(1, "control=L1")),
                        TestLines.payment(11, "file=a.csv paid=30.00"),
                        TestLines.payment(12, "file=b.835 sequence=1 control=L1 paid=30.00 adj=CO-45:10.00"),
                        TestLines.payment(13, "file=c.csv paid=30.00 status=1"),
                        TestLines.payment(14, "file=d.csv paid=30.00 status=2")))
                .as("and what contradicts one of them is another decision")
                .containsExactly("11: repeats 12", "12: 1", "13: repeats 12", "14: 1");
    }

    /** Of the second file's rows one has the control number, and the other might be either. */
    @ParameterizedTest
    @CsvSource({
        "control=L1 status=1, member=TEST2 status=1",
        "member=TEST2 status=1, control=L1 status=1",
        "control=L1, icn=P1 status=1 units=1",
        "icn=P1 status=1 units=1, control=L1"
    })
    void aRowRepeatsTheOneWithItsLineControlNumberWhateverStandsBeforeIt(String first, String second) {
        List<String> matches = match(
                List.of(TestLines.claim(1, "control=L1"), TestLines.claim(2, "control=L2")),
                TestLines.payment(
                        11, "file=a.csv paid=30.00 control=L1 member=none icn=P1 status=1 units=1 share=0.00"),
                TestLines.payment(
                        12, "file=a.csv paid=30.00 control=L2 member=none icn=P1 status=1 units=1 share=0.00"),
                TestLines.payment(13, "file=b.csv paid=30.00 member=none " + first),
                TestLines.payment(14, "file=b.csv paid=30.00 member=none " + second));

        boolean firstHasIt = first.startsWith("control");
        assertThat(matches)
                .containsExactly(
                        "11: 1",
                        "12: 2",
                        "13: repeats " + (firstHasIt ? 11 : 12),
                        "14: repeats " + (firstHasIt ? 12 : 11));
    }

    /** Only the file that states less has the control number. */
    @Test
    void aPaymentIsOfTheLineThatAnyOfItsFilesNames() {
        assertThat(match(
                        List.of(TestLines.claim(1, "control=L1"), TestLines.claim(2, "control=L2")),
                        TestLines.payment(11, "file=a.csv adj=CO-45:10.00 paid=20.00"),
                        TestLines.payment(12, "file=a.csv adj=CO-45:10.00 paid=30.00"),
                        TestLines.payment(13, "file=b.csv control=L2 paid=20.00"),
                        TestLines.payment(14, "file=b.csv control=L1 paid=30.00")))
                .containsExactly("11: 2", "12: 1", "13: repeats 11", "14: repeats 12");
    }

    /** A portal's export without a column for modifiers beside an 835, or beside a sheet that has fewer columns than itself. */
    @ParameterizedTest
    @ValueSource(strings = {"file=a.835 sequence=1", "file=a.csv"})
    void whereAFileCannotNameModifiersAPaymentInItRepeatsOneWithAny(String naming) {
        ClaimLine plain = TestLines.claim(1, "line=1");
        ClaimLine separate = TestLines.claim(2, "line=2 mods=59");
        RemittanceLine ofSeparate = TestLines.payment(11, naming + " paid=30.00 mods=59");
        RemittanceLine ofPlain = TestLines.payment(12, naming + " paid=30.00");
        String portal = "file=b.csv paid=30.00 status=1 units=1 mods=none";

        assertThat(repeatedAndMatched(
                        List.of(plain, separate),
                        ofSeparate,
                        ofPlain,
                        TestLines.payment(13, portal),
                        TestLines.payment(14, portal)))
                .containsExactly("1", "2", "repeats", "repeats");
        assertThat(repeatedAndMatched(List.of(plain, separate), ofSeparate, ofPlain, TestLines.payment(13, portal)))
                .containsExactly("1", "2", "repeats");
        assertThat(repeatedAndMatched(List.of(separate), ofSeparate, TestLines.payment(13, portal)))
                .containsExactly("2", "repeats");
        assertThat(match(List.of(plain, separate), ofSeparate, TestLines.payment(13, portal)))
                .as("each file may tell the payment of one of the lines")
                .containsExactly("11: 2", "13: 1");
        assertThat(match(
                        List.of(plain, separate),
                        ofSeparate,
                        TestLines.payment(13, "file=b.csv paid=30.00 status=1 units=1")))
                .as("where the file has a column for them, none is none")
                .containsExactly("11: 2", "13: 1");
    }

    /** The row that states more says of no modifiers, and the other of the line's. */
    @Test
    void theModifiersThatAnotherFileNamesAreThePaymentsWhicheverRowCounts() {
        assertThat(match(
                        List.of(TestLines.claim(1, "line=1 charge=41.00"), TestLines.claim(2, "line=2 mods=59")),
                        TestLines.payment(11, "file=a.csv paid=30.00 mods=59"),
                        TestLines.payment(12, "file=b.csv paid=30.00 status=1 units=1 icn=P1 mods=none")))
                .containsExactly("11: repeats 12", "12: 2");
    }

    /** Of two lines, what a reversal without modifiers takes back is told by the amount. */
    @Test
    void whereAFileCannotNameModifiersAReversalInItTakesBackAPaymentWithAny() {
        assertThat(match(
                        List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2 mods=59")),
                        TestLines.payment(11, "file=a.835 paid=30.00 mods=59"),
                        TestLines.payment(12, "file=a.835 paid=20.00"),
                        TestLines.payment(
                                13, "file=b.csv billed=-40.00 paid=-30.00 check=CHK2 posted=2026-10-22 mods=none")))
                .containsExactly("11: 2", "12: 1", "13: 2");
    }

    private static List<String> repeatedAndMatched(List<ClaimLine> lines, RemittanceLine... payments) {
        return match(lines, payments).stream()
                .map(match -> match.replaceAll("^.*: | .*$", ""))
                .sorted()
                .toList();
    }

    /** The first row has most in common with the first event, which is the only one that the second may repeat. */
    @Test
    void asManyRowsRepeatAnEventAsCan() {
        List<String> rows = List.of("status=1 units=1", "icn=P1");
        for (List<String> file : List.of(rows, List.of(rows.get(1), rows.get(0)))) {
            assertThat(match(
                            List.of(TestLines.claim(1, "line=1"), TestLines.claim(2, "line=2")),
                            TestLines.payment(11, "file=a.csv paid=30.00 status=1 units=1 icn=P1 share=0.00"),
                            TestLines.payment(12, "file=a.csv paid=30.00 status=1 icn=P2 share=0.00"),
                            TestLines.payment(13, "file=b.csv paid=30.00 " + file.get(0)),
                            TestLines.payment(14, "file=b.csv paid=30.00 " + file.get(1))))
                    .allMatch(match -> match.matches("11: [12]|12: [12]|1[34]: repeats 1[12]"));
        }
    }

    /** Each file holds the same decisions of like lines, in any order, and lacks some columns; none is lost, and none is doubled. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachOfIdenticalLinesIsPaidOnceHoweverManyFilesTellIt(long seed) {
        Random random = new Random(seed);
        List<String> optional = List.of("status", "icn", "adj", "allowed", "units", "member", "remarks", "share");
        for (int n = 0; n < 1000; n++) {
            int lines = 1 + random.nextInt(4);
            boolean control = random.nextBoolean();
            boolean twoServices = random.nextBoolean();
            List<ClaimLine> claimLines = new ArrayList<>();
            List<String> decisions = new ArrayList<>();
            for (int line = 1; line <= lines; line++) {
                String modifiers = twoServices && line % 2 == 0 ? " mods=59" : "";
                claimLines.add(TestLines.claim(line, "line=%d control=L%d".formatted(line, line) + modifiers));
                decisions.add("status=1 icn=P1 adj=CO-45:10.00 allowed=30.00 units=1 remarks=N1 share=0.00"
                        + (control ? " sequence=%d control=L%d".formatted(line, line) : "")
                        + modifiers);
            }
            List<RemittanceLine> payments = new ArrayList<>();
            int files = 2 + random.nextInt(2);
            for (int file = 1; file <= files; file++) {
                List<String> lacking = optional.stream()
                        .filter(column -> random.nextInt(3) == 0)
                        .toList();
                boolean lacksControl = file > 1 && random.nextBoolean();
                boolean lacksModifiers = lacksControl && random.nextBoolean();
                Collections.shuffle(decisions, random);
                for (String decision : decisions) {
                    String words = Stream.of(decision.split(" "))
                            .filter(word -> !lacking.contains(word.substring(0, word.indexOf('='))))
                            .filter(word -> !lacksModifiers || !word.startsWith("mods="))
                            .filter(word -> !lacksControl || !word.matches("(control|sequence)=.*"))
                            .collect(Collectors.joining(" "));
                    payments.add(TestLines.payment(
                            100 + payments.size(),
                            "file=%d.csv paid=30.00 ".formatted(file) + (lacksModifiers ? "mods=none " : "") + words));
                }
            }
            Collections.shuffle(payments, random);

            Map<Long, String> found = new TreeMap<>();
            for (String match : match(claimLines, payments.toArray(new RemittanceLine[0]))) {
                String[] sides = match.split(": ");
                found.put(Long.valueOf(sides[0]), sides[1]);
            }
            List<String> repeated = found.values().stream()
                    .filter(match -> match.startsWith("repeats"))
                    .toList();
            List<String> matched = found.values().stream()
                    .filter(match -> !match.startsWith("repeats"))
                    .toList();
            assertThat(matched)
                    .containsExactlyInAnyOrderElementsOf(claimLines.stream()
                            .map(line -> String.valueOf(line.id()))
                            .toList());
            assertThat(repeated).hasSize(lines * (files - 1));
            assertThat(Set.copyOf(repeated)).hasSize(lines);
        }
    }

    /** Of one line, in a sheet or in the order of an 835; a payment is told as +, its reversal as -. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "a.csv, + - +, 11: 1;12: 1;13: 1",
        "a.csv, + + -, 11: 1;12: 1;13: 1",
        "a.835, + - +, 11: 1;12: 1;13: 1",
        "a.835, + + -, 11: 1;12: repeats 11;13: 1",
        "a.835, - + +, 11: 1;12: 1;13: repeats 12",
        "a.csv, + + + -, 11: 1;12: 1;13: repeats 12;14: 1",
        // a file whose rows stand in it twice
        "a.csv, + - + -, 11: 1;12: 1;13: repeats 11;14: repeats 12",
        "a.csv, + - + + - +, 11: 1;12: 1;13: 1;14: repeats 13;15: repeats 12;16: repeats 13",
        "a.csv, - -, 11: 1;12: repeats 11"
    })
    void aRowAlikeIsTheCorrectionOfTheOneThatItsCheckReverses(String file, String rows, String expected) {
        for (String control : List.of("control=L1 ", "")) {
            List<RemittanceLine> payments = new ArrayList<>();
            for (String row : rows.split(" ")) {
                payments.add(TestLines.payment(
                        11 + payments.size(),
                        "file=" + file + " " + control
                                + (row.equals("+")
                                        ? "paid=30.00 adj=CO-45:10.00"
                                        : "paid=-30.00 billed=-40.00 adj=CO-45:-10.00")));
            }

            assertThat(match(List.of(TestLines.claim(1, control.strip())), payments.toArray(new RemittanceLine[0])))
                    .containsExactly(expected.split(";"));
        }
    }

    @Test
    void withALineControlNumberEverySecondRowRepeatsTheFirst() {
        assertThat(match(
                        List.of(TestLines.claim(1, "control=L1"), TestLines.claim(2, "control=L2")),
                        TestLines.payment(11, "control=L1 paid=30.00"),
                        TestLines.payment(12, "control=L1 paid=30.00")))
                .containsExactly("11: 1", "12: repeats 11");
    }

    /** Of a claim line of 3 units at $120.00. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "billed=40.00 units=1, 11: 1;12: 1;13: 1;14: repeats 13",
        "billed=40.00, 11: 1;12: 1;13: 1;14: repeats 13",
        "billed=60.00, 11: 1;12: 1;13: repeats 12;14: repeats 12",
        "billed=60.00 units=2, 11: 1;12: repeats 11;13: repeats 11;14: repeats 11",
        "billed=30.00, 11: 1;12: repeats 11;13: repeats 11;14: repeats 11",
        "billed=120.00 units=3, 11: 1;12: repeats 11;13: repeats 11;14: repeats 11"
    })
    void rowsAlikeThatMakeUpALineByItsControlNumberAreItsParts(String row, String expected) {
        List<RemittanceLine> rows = new ArrayList<>();
        for (int id = 11; id <= 14; id++) {
            rows.add(TestLines.payment(id, "control=L1 paid=30.00 " + row));
        }

        assertThat(match(
                        List.of(TestLines.claim(1, "control=L1 units=3 charge=120.00")),
                        rows.toArray(new RemittanceLine[0])))
                .containsExactly(expected.split(";"));
    }

    /** However many units a line or a row states, of which one may be mistyped. */
    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "units=2147483647 charge=120.00, billed=50.00, 11: 1;12: repeats 11",
        "units=2147483647 charge=120.00, billed=60.00, 11: 1;12: 1",
        "units=4 charge=160.00, billed=40.00 units=1073741825, 11: 1;12: repeats 11",
        "units=2147483647 charge=120.00, billed=0.00, 11: 1;12: repeats 11"
    })
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void rowsAlikeOfManyUnitsAreCountedByTheLinesCharge(String line, String row, String expected) {
        assertThat(match(
                        List.of(TestLines.claim(1, "control=L1 " + line)),
                        TestLines.payment(11, "control=L1 " + row),
                        TestLines.payment(12, "control=L1 " + row)))
                .containsExactly(expected.split(";"));
    }

    @Test
    void rowsAlikeArePartsOfALineThatWasReplacedSince() {
        List<RemittanceLine> payments =
                List.of(TestLines.payment(11, "control=L1 paid=30.00"), TestLines.payment(12, "control=L1 paid=30.00"));
        List<ClaimLine> now = List.of(TestLines.claim(1, "control=L2 units=2 charge=90.00"));
        List<ClaimLine> before = List.of(TestLines.claim(2, "control=L1 units=2 charge=80.00"));

        assertThat(MATCHER.match(new MatchGroup(payments, now, List.of(), List.of(), before, Map.of(), Map.of())))
                .noneMatch(match -> match.result() instanceof MatchResult.Repeats);
    }

    @Test
    void theSameLineUnderANewCheckIsANewEvent() {
        assertThat(match(
                        List.of(TestLines.claim(1, "")),
                        TestLines.payment(11, "paid=30.00"),
                        TestLines.payment(12, "paid=30.00 check=CHK2 posted=2026-10-27")))
                .containsExactly("11: 1", "12: 1");
    }

    @Test
    void aSimilarClaimIsOnlySuggested() {
        MatchGroup lostZeros = group(
                List.of(TestLines.payment(9, "pcn=123 member=M9")),
                List.of(),
                List.of(),
                List.of(TestLines.claim(1, "pcn=00123")));
        MatchGroup dayOff = group(
                List.of(TestLines.payment(9, "on=2026-10-06")), List.of(TestLines.claim(1, "")), List.of(), List.of());
        MatchGroup split = group(
                List.of(
                        TestLines.payment(9, "billed=40.00 paid=1.00"),
                        TestLines.payment(10, "billed=40.00 paid=2.00")),
                List.of(TestLines.claim(1, "units=2 charge=80.00")),
                List.of(),
                List.of());
        MatchGroup other = group(
                List.of(TestLines.payment(9, "on=2026-10-09")), List.of(TestLines.claim(1, "")), List.of(), List.of());

        for (MatchGroup group : List.of(lostZeros, dayOff, split)) {
            assertThat(MATCHER.match(group)).allSatisfy(match -> assertThat(match.result())
                    .isInstanceOfSatisfying(
                            MatchResult.NoClaimLine.class,
                            none -> assertThat(none.suggestedClaimLineId()).isEqualTo(1L)));
        }
        assertThat(only(MATCHER.match(other)))
                .isInstanceOfSatisfying(MatchResult.NoClaimLine.class, none -> assertThat(none.suggestedClaimLineId())
                        .isNull());
    }

    @Test
    void theOrderOfRowsChangesNothingAndEveryPaymentHasOneResult() {
        Random random = new Random(96372);
        for (int n = 0; n < 2_000; n++) {
            List<ClaimLine> lines = new ArrayList<>();
            for (int line = 1; line <= 1 + random.nextInt(3); line++) {
                lines.add(TestLines.claim(line, "line=" + line + (random.nextBoolean() ? "" : " mods=59")));
            }
            List<RemittanceLine> payments = new ArrayList<>();
            for (int payment = 0; payment < 1 + random.nextInt(5); payment++) {
                payments.add(TestLines.payment(
                        100 + payment,
                        "paid=%d.00 check=CHK%d posted=2026-10-%d"
                                .formatted(20 + payment, random.nextInt(2), 10 + random.nextInt(3))));
            }
            Map<Long, String> inOrder = results(payments, lines);
            Collections.shuffle(payments, random);
            Collections.shuffle(lines, random);
            lines.sort((a, b) -> Long.compare(a.id(), b.id()));

            assertThat(results(payments, lines)).isEqualTo(inOrder).hasSize(payments.size());
        }
    }

    private static MatchGroup group(
            List<RemittanceLine> payments, List<ClaimLine> claimLines, List<ClaimLine> byMember, List<ClaimLine> near) {
        return new MatchGroup(payments, claimLines, byMember, near, List.of(), Map.of(), Map.of());
    }

    private static Map<Long, String> results(List<RemittanceLine> payments, List<ClaimLine> lines) {
        Map<Long, String> results = new TreeMap<>();
        MATCHER.match(group(List.copyOf(payments), List.copyOf(lines), List.of(), List.of()))
                .forEach(match ->
                        results.put(match.remittanceLineId(), match.result().toString()));
        return results;
    }

    private static List<String> match(List<ClaimLine> lines, RemittanceLine... payments) {
        return match(lines, Map.of(), payments);
    }

    /** @param earlier the lines that an earlier month found, by their payments */
    private static List<String> match(List<ClaimLine> lines, Map<Long, Long> earlier, RemittanceLine... payments) {
        Map<Long, MatchResult.Matched> found = new TreeMap<>();
        earlier.forEach((payment, line) -> found.put(payment, new MatchResult.Matched(line, 2, "")));
        return match(lines, found, Map.of(), payments);
    }

    private static List<String> match(
            List<ClaimLine> lines,
            Map<Long, MatchResult.Matched> found,
            Map<Long, Long> runs,
            RemittanceLine... payments) {
        return MATCHER
                .match(new MatchGroup(
                        Stream.of(payments).toList(), lines, List.of(), List.of(), List.of(), found, runs))
                .stream()
                .map(match -> match.remittanceLineId() + ": " + target(match.result()))
                .toList();
    }

    private static String target(MatchResult result) {
        if (result instanceof MatchResult.Matched matched) {
            return String.valueOf(matched.claimLineId());
        }
        return result instanceof MatchResult.Repeats repeats
                ? "repeats " + repeats.remittanceLineId()
                : result.toString();
    }

    private static String inWords(MatchResult result) {
        return result instanceof MatchResult.Matched matched ? (matched.tier() + " " + matched.note()).strip() : "none";
    }

    private static MatchResult only(List<PaymentMatch> matches) {
        assertThat(matches).hasSize(1);
        return matches.get(0).result();
    }

    /** What is gathered for later tiers only must not change what earlier tiers settled; nor may it be missed where it counts. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aSettledGroupIsMatchedAlikeWhateverElseIsGathered(long seed) {
        Random random = new Random(seed);
        int byControl = 0;
        int byClaim = 0;
        for (int n = 0; n < 4000; n++) {
            List<RemittanceLine> payments =
                    some(random, id -> TestLines.payment(100 + id, words(random, "pcn=A1", true)));
            List<ClaimLine> own = some(random, id -> TestLines.claim(id, words(random, "pcn=a1", false)));
            List<ClaimLine> byNumbers = new ArrayList<>(own);
            byNumbers.addAll(some(random, id -> TestLines.claim(10 + id, words(random, "pcn=B2 icn=P1", false))));
            List<ClaimLine> byMember = some(random, id -> TestLines.claim(20 + id, words(random, "pcn=C3", false)));
            List<PaymentMatch> all = MATCHER.match(group(payments, byNumbers, byMember, byMember));

            MatchGroup bare = group(payments, own, List.of(), List.of());
            if (MATCHER.isSettledByControlNumbers(bare)) {
                byControl++;
                assertThat(MATCHER.match(bare)).isEqualTo(all);
            }
            MatchGroup ofClaim = group(payments, byNumbers, List.of(), List.of());
            if (MATCHER.isSettledByClaim(ofClaim)) {
                byClaim++;
                assertThat(MATCHER.match(ofClaim)).isEqualTo(all);
            }
        }
        assertThat(byControl).isBetween(100, 3900);
        assertThat(byClaim).isBetween(byControl, 3900);
    }

    private static <T> List<T> some(Random random, IntFunction<T> line) {
        List<T> some = new ArrayList<>();
        for (int id = random.nextInt(3); id >= 0; id--) {
            some.add(line.apply(3 - id));
        }
        return some;
    }

    private static String words(Random random, String numbers, boolean payment) {
        StringBuilder words = new StringBuilder(numbers);
        for (String word : List.of("control=L1", "control=L2", "units=2", "member=M2", "mods=59", "payer=Another")) {
            words.append(random.nextInt(4) == 0 ? " " + word : "");
        }
        if (payment) {
            for (String word : List.of(
                    "pcn=none",
                    "icn=P1",
                    "check=CHK2",
                    "file=other.csv",
                    "code=99211 original=96372",
                    "status=22 billed=-40.00")) {
                words.append(random.nextInt(6) == 0 ? " " + word : "");
            }
        }
        return words.toString();
    }
}
