package recon.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.TestLines;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;
import recon.claim.ProviderAdjustment;
import recon.claim.SourceRef;
import recon.match.NetPosition.Adjudicated;
import recon.match.NetPosition.Pended;

/** What the events of a claim line come to, and which lines of a claim count. */
class EventStoriesTest {

    private static final PayerDirectory PAYERS = new PayerDirectory(List.of(
            payer("Cigna", null),
            payer("Medicare", PayerClass.MEDICARE),
            payer("Noridian", PayerClass.MEDICARE),
            payer("Medicaid", PayerClass.MEDICAID),
            payer("Aetna", PayerClass.PRIVATE),
            payer("Golden", PayerClass.PRIVATE)));

    private static final String PAID = "paid=30.00 adj=CO-45:10.00";
    private static final String REVERSAL = "status=22 billed=-40.00 paid=-30.00 adj=CO-45:-10.00";
    private static final ClaimLine SPLIT = TestLines.claim(1, "control=L1 units=2 charge=80.00");

    @Test
    void withoutAnEventThereIsNoResponse() {
        assertThat(position()).isEqualTo(new NetPosition.NoResponse());
    }

    @Test
    void aReversalWithoutACorrectionIsPendedAndShowsWhatWasReversed() {
        NetPosition position = position(PAID, REVERSAL + " posted=2026-10-25 check=CHK2");

        assertThat(position).isInstanceOfSatisfying(Pended.class, pended -> {
            assertThat(pended.paid()).isEqualTo(Money.ZERO);
            assertThat(pended.shown().line().paid()).isEqualTo(Money.of("30.00"));
            assertThat(pended.reason()).isEqualTo("reversed on 2026-10-25, awaiting correction");
        });
    }

    @Test
    void aReversalWhoseEventIsNotOnFileIsPendedToo() {
        assertThat(position(REVERSAL)).isInstanceOfSatisfying(Pended.class, pended -> assertThat(
                        pended.shown().line().isReversal())
                .isTrue());
    }

    @Test
    void aCorrectionAfterAReversalDecides() {
        Adjudicated position = adjudicated(
                PAID,
                REVERSAL + " posted=2026-10-25 check=CHK2",
                "paid=35.00 adj=CO-45:5.00 posted=2026-10-25 check=CHK2");

        assertThat(position.decisive().line().paid()).isEqualTo(Money.of("35.00"));
        assertThat(position.paid()).isEqualTo(Money.of("35.00"));
        assertThat(position.conflict()).isNull();
    }

    /** Some exports state neither a claim status nor a negative charge of it. */
    @Test
    void aNegativePaymentOfAPositiveChargeIsAReversalAndItsCorrectionDecides() {
        Adjudicated position = adjudicated(
                PAID, "paid=-30.00 posted=2026-10-25 check=CHK2", "paid=35.00 posted=2026-10-25 check=CHK2");

        assertThat(position.decisive().line().paid()).isEqualTo(Money.of("35.00"));
        assertThat(position.paid()).isEqualTo(Money.of("35.00"));
        assertThat(position.conflict()).isNull();
    }

    @Test
    void twoPaymentsWithoutAReversalAreAConflict() {
        assertThat(adjudicated(PAID, "paid=30.00 adj=CO-45:10.00 check=CHK2 posted=2026-10-27")
                        .conflict())
                .isEqualTo("paid twice: checks CHK1 and CHK2, no reversal");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "check=chk1, 'twice under check chk1, no reversal'",
        "check=CHK1 posted=2026-10-27, 'paid twice: checks CHK1 and CHK1, no reversal'",
        "check=none, 'paid twice: checks CHK1 and of 2026-10-20, no reversal'"
    })
    void oneCheckThatHoldsALineTwicePaysItOnceAtMost(String second, String conflict) {
        assertThat(adjudicated(PAID, PAID + " " + second).conflict()).isEqualTo(conflict);
    }

    /** Its amount would else count as paid once more. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "check=CHK1 posted=2026-10-20, ''",
        "check=CHK2 posted=2026-10-27, ''",
        "check=CHK2 posted=2026-10-27, paid=35.00 adj=CO-45:5.00 check=CHK2 posted=2026-10-27"
    })
    void aReversalWhoseAmountsAreNotNegativeIsAConflict(String reversal, String corrected) {
        List<String> events = new ArrayList<>(List.of(PAID, PAID + " status=22 " + reversal));
        if (!corrected.isEmpty()) {
            events.add(corrected);
        }

        assertThat(adjudicated(events.toArray(String[]::new)).conflict())
                .endsWith(
                        " states a reversal (claim status 22) by amounts that are not negative: what it takes back is not known");
    }

    @Test
    void aReversalOfAnotherAmountIsAConflict() {
        assertThat(adjudicated(PAID, "status=22 billed=-40.00 paid=-28.00 check=CHK2 posted=2026-10-27")
                        .conflict())
                .isEqualTo("check CHK2 reverses an amount that no payment on file has");
    }

    @Test
    void aPaymentAfterADenialDecidesAndTheDenialIsCounted() {
        Adjudicated position = adjudicated("adj=CO-16:40.00", PAID + " check=CHK2 posted=2026-10-27");

        assertThat(position.decisive().line().paid()).isEqualTo(Money.of("30.00"));
        assertThat(position.conflict()).isNull();
        assertThat(position.denials()).isEqualTo(1);
        assertThat(position.firstDenied()).hasToString("2026-10-20");
    }

    @Test
    void aDenialAsDuplicateDisplacesNothingAndIsNotCounted() {
        Adjudicated afterPayment = adjudicated(PAID, "adj=CO-18:40.00 check=CHK2 posted=2026-10-27");
        Adjudicated afterDenial = adjudicated("adj=CO-50:40.00", "adj=CO-18:40.00 check=CHK2 posted=2026-10-27");

        assertThat(afterPayment.decisive().line().paid()).isEqualTo(Money.of("30.00"));
        assertThat(afterPayment.denials()).isZero();
        assertThat(afterDenial.decisive().line().adjustments().get(0).hasCarc("50"))
                .isTrue();
        assertThat(afterDenial.denials()).isEqualTo(1);
    }

    @Test
    void aLaterDenialWithoutAReversalTakesNothingBack() {
        assertThat(adjudicated(PAID, "adj=CO-97:40.00 check=CHK2 posted=2026-10-27")
                        .decisive()
                        .line()
                        .paid())
                .isEqualTo(Money.of("30.00"));
    }

    @Test
    void theLastOfSeveralDenialsDecidesAndAllAreCounted() {
        Adjudicated position = adjudicated("adj=CO-16:40.00", "adj=CO-50:40.00 check=CHK2 posted=2026-10-27");

        assertThat(position.decisive().line().adjustments().get(0).hasCarc("50"))
                .isTrue();
        assertThat(position.denials()).isEqualTo(2);
    }

    @Test
    void aDeductibleIsNoDenial() {
        assertThat(adjudicated("adj=PR-1:30.00;CO-45:10.00").denials()).isZero();
    }

    @Test
    void aSuspendedLineIsPended() {
        assertThat(position("adj=OA-133:40.00")).isInstanceOf(Pended.class);
        assertThat(position("adj=OA-133:40.00", PAID + " check=CHK2 posted=2026-10-27"))
                .isInstanceOf(Adjudicated.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "paid=10.00 adj=CO-45:10.00;OA-133:20.00",
        "adj=CO-45:10.00;PR-1:10.00;OA-133:20.00",
        "adj=CO-50:20.00;OA-133:20.00"
    })
    void aLineOfWhichAPartIsSuspendedIsPendedUntilItIsDecided(String suspended) {
        String decided = "adj=CO-45:10.00;PR-1:30.00 check=CHK2 posted=2026-10-";

        assertThat(position(suspended)).isInstanceOfSatisfying(Pended.class, pended -> assertThat(pended.reason())
                .isEqualTo("suspended by the payer (CARC 133)"));
        assertThat(position("adj=CO-16:40.00 check=CHK0 posted=2026-10-10", suspended))
                .isInstanceOf(Pended.class);
        assertThat(adjudicated(suspended, decided + "27").decisive().line().checkNumber())
                .isEqualTo("CHK2");
        assertThat(adjudicated(decided + "10", suspended))
                .as("takes nothing back")
                .satisfies(position -> {
                    assertThat(position.decisive().line().checkNumber()).isEqualTo("CHK2");
                    assertThat(position.laterSuspension()).isNotNull();
                });
    }

    @Test
    void aSuspensionInPartThatAReversalTakesBackSuspendsNothing() {
        assertThat(adjudicated(
                                "paid=10.00 adj=CO-45:10.00;OA-133:20.00",
                                "status=22 billed=-40.00 paid=-10.00 adj=CO-45:-10.00;OA-133:-20.00 check=CHK2 posted=2026-10-27",
                                "paid=30.00 adj=CO-45:10.00 check=CHK2 posted=2026-10-27")
                        .conflict())
                .isNull();
    }

    @ParameterizedTest(name = "primary {0}, other {1}")
    @CsvSource({"1,2", "19,20", "1,3", "2,21"})
    void thePayerOfTheLowestRankDecides(String first, String second) {
        Adjudicated position =
                adjudicated("payer=Second paid=6.00 status=" + second, "payer=First paid=24.00 status=" + first);

        assertThat(position.decisive().line().payer()).isEqualTo("First");
        assertThat(position.paid()).isEqualTo(Money.of("24.00"));
        assertThat(position.otherRanks()).hasSize(1);
        assertThat(position.conflict()).isNull();
        assertThat(position.secondaryOnly()).isEqualTo(first.equals("2"));
    }

    @Test
    void adenialHasTheRankThatItsPayerHasElsewhere() {
        Adjudicated position =
                adjudicated("payer=Second status=4 adj=CO-50:40.00", "payer=Second status=2 paid=5.00 check=CHK2");

        assertThat(position.secondaryOnly()).isTrue();
    }

    @Test
    void aPayerThatAdjustsForAPriorOneIsSecond() {
        assertThat(adjudicated("adj=OA-23:40.00").secondaryOnly()).isTrue();
    }

    /** Medicare, the claim's payer, answers on 20 October; no file states a claim status or OA-23, unless the words do. */
    @ParameterizedTest(name = "{0}, then {1}: {2} of {3}, conflict {4}")
    @CsvSource({
        "allowed=30.00 paid=24.00 share=6.00, payer=Golden allowed=6.00 paid=6.00, CHK1, 24.00, ''",
        "allowed=30.00 paid=24.00, payer=Golden paid=6.00, CHK1, 24.00, ''",
        "allowed=30.00 paid=0.00 share=30.00, payer=Golden allowed=30.00 paid=30.00, CHK1, 0.00, ''",
        "paid=24.00 adj=CO-45:10.00;PR-2:6.00, payer=Golden paid=6.00, CHK1, 24.00, ''",
        "paid=24.00, payer=Golden allowed=0.00, CHK1, 24.00, ''",
        "allowed=0.00 paid=24.00, payer=Golden allowed=0.00, CHK1, 24.00, ''",
        "status=1 allowed=30.00 paid=24.00, payer=Golden status=4 adj=CO-50:40.00, CHK1, 24.00, ''",
        // more than was left open, on the same day, or before
        "allowed=30.00 paid=24.00 share=6.00, payer=Golden paid=6.01, CHK2, 30.01, 'paid twice: checks CHK1 and CHK2, no reversal'",
        "paid=24.00, payer=Golden paid=0.01, CHK2, 24.01, 'paid twice: checks CHK1 and CHK2, no reversal'",
        "allowed=30.00 paid=24.00, payer=Golden paid=6.00 check=CHK1 posted=2026-10-20, CHK1, 30.00, 'twice under check CHK1, no reversal'",
        "allowed=30.00 paid=24.00, payer=Golden paid=6.00 posted=2026-10-20, CHK2, 30.00, 'paid twice: checks CHK1 and CHK2, no reversal'",
        "allowed=30.00 paid=24.00, payer=Golden paid=6.00 posted=2026-10-19, CHK1, 30.00, 'paid twice: checks CHK2 and CHK1, no reversal'",
        // it may be the claim's payer
        "allowed=30.00 paid=24.00, payer=none paid=6.00, CHK2, 30.00, 'paid twice: checks CHK1 and CHK2, no reversal'",
        "allowed=30.00 paid=24.00, payer=Medicare_Part_B paid=6.00, CHK2, 30.00, 'paid twice: checks CHK1 and CHK2, no reversal'",
        "allowed=30.00 paid=24.00, payer=Noridian paid=6.00, CHK2, 30.00, 'paid twice: checks CHK1 and CHK2, no reversal'",
        // the other says that it is first, or the claim's payer that it is second or that the line is not its own
        "allowed=30.00 paid=24.00, payer=Golden status=1 paid=6.00, CHK2, 30.00, 'paid twice: checks CHK1 and CHK2, no reversal'",
        "allowed=30.00 paid=24.00 status=2, payer=Golden paid=6.00, CHK2, 6.00, ''",
        "adj=CO-109:40.00, payer=Golden allowed=30.00 paid=30.00, CHK2, 30.00, ''",
        "adj=CO-109:40.00, payer=Golden allowed=0.00 adj=CO-50:40.00, CHK2, 0.00, ''"
    })
    void aPayerThatPaysWhatTheClaimsLeftOpenIsSecond(
            String first, String second, String check, String paid, String conflict) {
        Adjudicated position = ofMedicare("payer=Medicare " + first, "check=CHK2 posted=2026-10-27 " + second);

        assertThat(position.decisive().line().checkNumber()).isEqualTo(check);
        assertThat(position.paid()).isEqualTo(Money.of(paid));
        assertThat(position.conflict() == null ? "" : position.conflict()).isEqualTo(conflict);
        assertThat(position.secondaryOnly()).isFalse();
    }

    @ParameterizedTest(name = "{0}, then {1}: second {2}")
    @CsvSource({
        "Medicare, Golden, true",
        "Medicare, Medicaid, true",
        "Aetna, Medicaid, true",
        "Aetna, Medicare, false",
        "Aetna, Golden, false",
        "Medicaid, Aetna, false",
        "Medicaid, Medicare, false",
        // a payer that the directory does not know, or not the class of, may go by two names
        "Acme, Beta, false",
        "Acme, Medicaid, false",
        "Medicare, Acme, false",
        "Medicare, Cigna, false"
    })
    void onlyTheKnownClassesOfBothPayersTellThatOneFollowsTheOther(String first, String second, boolean isSecond) {
        Adjudicated position = of(
                TestLines.claim(1, "payer=" + first),
                "payer=%s allowed=30.00 paid=24.00".formatted(first),
                "payer=%s paid=6.00 check=CHK2 posted=2026-10-27".formatted(second));

        assertThat(position.conflict()).isEqualTo(isSecond ? null : "paid twice: checks CHK1 and CHK2, no reversal");
        assertThat(position.otherRanks()).hasSize(isSecond ? 1 : 0);
    }

    /** Medicare leaves $10.00 open. */
    @ParameterizedTest(name = "{0}; {1}: conflict {2}")
    @CsvSource({
        "payer=Golden paid=4.00, payer=Medicaid paid=6.00, ''",
        "payer=Golden paid=4.00, payer=Medicaid paid=6.01, 'paid twice: checks CHK2 and CHK3, no reversal'",
        "payer=Golden paid=10.00, payer=Golden paid=10.00, 'paid twice: checks CHK2 and CHK3, no reversal'",
        "payer=Golden paid=10.00, payer=Golden paid=-10.00 billed=-40.00, ''",
        "payer=Golden paid=10.00 status=2, payer=Medicaid paid=10.00, ''"
    })
    void allThatFollowTogetherPayNoMoreThanWasLeftOpen(String second, String third, String conflict) {
        for (String first : List.of("allowed=30.00 paid=20.00", "allowed=10.00 paid=0.00 share=10.00")) {
            Adjudicated position = ofMedicare(
                    "payer=Medicare " + first,
                    "check=CHK2 posted=2026-10-22 " + second,
                    "check=CHK3 posted=2026-10-27 " + third);

            assertThat(position.conflict() == null ? "" : position.conflict()).isEqualTo(conflict);
        }
    }

    /** Medicare leaves a deductible of $25.00 open on 20 October, and takes that back; a private plan pays on 27 October. */
    @ParameterizedTest(name = "reversed {0}, then {1}: {2}")
    @CsvSource({
        "posted=2026-10-25, '', CHK3",
        "posted=2026-10-27, '', CHK3",
        "posted=2026-10-25, adj=CO-109:40.00, CHK3",
        "posted=2026-10-25 payer=Noridian, '', CHK3",
        "posted=2026-10-25, adj=CO-45:15.00;PR-1:25.00, CHK2",
        "posted=2026-10-28, '', PENDED",
        "posted=2026-10-20, '', CHK3"
    })
    void whatFollowsAReversalWithoutACorrectionIsNoSecondPayers(String reversed, String corrected, String check) {
        List<String> events = new ArrayList<>(List.of(
                "payer=Medicare adj=CO-45:15.00;PR-1:25.00 file=era.835",
                "payer=Medicare status=22 billed=-40.00 adj=CO-45:-15.00;PR-1:-25.00 file=era.835 check=CHK2 "
                        + reversed,
                "payer=Golden paid=22.00 adj=CO-45:18.00 check=CHK3 posted=2026-10-27"));
        if (!corrected.isEmpty()) {
            events.add("payer=Medicare check=CHK2 posted=2026-10-25 " + corrected);
        }
        NetPosition position = positionOf(TestLines.claim(1, "payer=Medicare"), events.toArray(String[]::new));

        String shown = position instanceof Adjudicated adjudicated
                ? adjudicated.decisive().line().checkNumber()
                : "PENDED";
        assertThat(shown).isEqualTo(check);
    }

    @Test
    void aReversalWhoseEventIsNotOnFileFollowsNobody() {
        assertThat(ofMedicare(
                                "payer=Medicare paid=20.00 adj=CO-45:15.00;PR-2:5.00",
                                "payer=Golden billed=-40.00 paid=-5.00 adj=CO-45:-35.00 check=CHK2 posted=2026-10-27")
                        .conflict())
                .isEqualTo("check CHK2 reverses an amount that no payment on file has");
    }

    @Test
    void whatASecondPayerPaidStaysSecondWhileTheClaimsPayerCorrects() {
        String paid = "payer=Medicare allowed=28.00 paid=23.00 share=5.00";
        String second = "payer=Golden paid=5.00 check=S1 posted=2026-10-22";
        String reversed = "payer=Medicare billed=-40.00 paid=-23.00 check=CHK2 posted=2026-10-25";
        String corrected = "payer=Medicare allowed=30.00 paid=24.00 share=6.00 check=CHK2 posted=2026-10-25";
        String secondAnew = "payer=Golden paid=6.00 check=S2 posted=2026-10-27";

        assertThat(positionOf(TestLines.claim(1, "payer=Medicare"), paid, second, reversed))
                .isInstanceOfSatisfying(
                        Pended.class, pended -> assertThat(pended.paid()).isEqualTo(Money.ZERO));
        assertThat(ofMedicare(
                        paid,
                        second,
                        reversed,
                        corrected,
                        "payer=Golden billed=-40.00 paid=-5.00 check=S2 posted=2026-10-27",
                        secondAnew))
                .satisfies(position -> {
                    assertThat(position.paid()).isEqualTo(Money.of("24.00"));
                    assertThat(position.conflict()).isNull();
                    assertThat(position.otherRanks())
                            .extracting(other -> other.line().paid())
                            .containsExactly(Money.of("6.00"));
                });
    }

    /** Two payments alike in amount, and a reversal of one of them; what stands is shown by its check. */
    @ParameterizedTest(name = "{0} and {1}, {2}: {3} stands")
    @CsvSource({
        // the later one is taken back
        "check=C1 posted=2026-10-10, check=C2 posted=2026-10-12, posted=2026-10-20, C1",
        "check=C1 posted=2026-10-10, check=C2 posted=2026-10-25, posted=2026-10-20, C2",
        // the one whose payer claim number it names
        "check=C1 icn=P1 posted=2026-10-10, check=C2 icn=P2 posted=2026-10-12, icn=p1 posted=2026-10-20, C2",
        "check=C1 posted=2026-10-10, check=C2 icn=P2 posted=2026-10-12, icn=P1 posted=2026-10-20, C2",
        // the one whose adjustments it repeats
        "check=C1 adj=CO-45:10.00 posted=2026-10-10, check=C2 adj=CO-59:10.00 posted=2026-10-10, adj=CO-45:-10.00 posted=2026-10-20, C2",
        "check=C1 adj=CO-45:10.00 posted=2026-10-10, check=C2 adj=CO-59:10.00 posted=2026-10-10, adj=CO-59:-10.00 posted=2026-10-20, C1",
        "check=C1 adj=CO-45:10.00 posted=2026-10-10, check=C2 adj=CO-45:9.00;CO-59:1.00 posted=2026-10-10, adj=CO-45:-10.00 posted=2026-10-20, C2",
        "check=C1 adj=CO-45:10.00 posted=2026-10-10, check=C2 adj=CO-45:11.00 posted=2026-10-10, adj=CO-45:-10.00 posted=2026-10-20, C2"
    })
    void aReversalTakesBackTheEventThatItFitsBest(String first, String second, String reversal, String standing) {
        Adjudicated position = adjudicated(
                "paid=30.00 " + first,
                "paid=30.00 " + second,
                "check=R status=22 billed=-40.00 paid=-30.00 " + reversal);

        assertThat(position.decisive().line().checkNumber()).isEqualTo(standing);
    }

    @Test
    void aReversalWithoutAPaymentBeforeItIsNoConflictWhereACorrectionFollows() {
        assertThat(adjudicated(
                                "status=22 billed=-40.00 paid=-28.00 check=CHK1 posted=2026-10-20",
                                "paid=30.00 adj=CO-45:10.00 check=CHK2 posted=2026-10-27")
                        .conflict())
                .isNull();
    }

    @Test
    void anotherRankOfWhichNothingStandsIsNotShown() {
        Adjudicated position = adjudicated(
                "payer=First status=1 paid=24.00",
                "payer=Second status=2 paid=6.00",
                "payer=Second status=22 billed=-40.00 paid=-6.00 check=CHK2 posted=2026-10-27");

        assertThat(position.otherRanks()).isEmpty();
        assertThat(position.paid()).isEqualTo(Money.of("24.00"));
    }

    @Test
    void aReversalOfAnotherChargeTakesNothingBack() {
        assertThat(adjudicated(PAID, "status=22 billed=-50.00 paid=-30.00 check=CHK2 posted=2026-10-27")
                        .conflict())
                .contains("check CHK2 reverses");
    }

    @Test
    void onlyRecoveriesTakeMoneyBack() {
        LineHistory history = new LineHistory(
                TestLines.claim(1, ""),
                List.of(event(9, PAID)),
                List.of(takeBack("WO", "12.00"), takeBack("L6", "-1.00"), takeBack("72", "3.00")),
                List.of());

        assertThat(NetPositions.of(history, PAYERS))
                .isInstanceOfSatisfying(Adjudicated.class, position -> assertThat(position.takenBack())
                        .isEqualTo(Money.of("15.00")));
    }

    @Test
    void reversalsAndTheirTwinsLeaveNoTraceAndTheOrderOfRowsDoesNotMatter() {
        Random random = new Random(96372);
        for (int n = 0; n < 2_000; n++) {
            List<String> events = new ArrayList<>();
            int day = 10;
            for (int pair = 0; pair < random.nextInt(4); pair++) {
                int paid = 20 + random.nextInt(3);
                events.add("paid=%d.00 check=C%d posted=2026-10-%d".formatted(paid, day, day));
                events.add("status=22 billed=-40.00 paid=-%d.00 check=R%d posted=2026-10-%d"
                        .formatted(paid, day, day + 1));
                day += 2;
            }
            events.add("paid=30.00 check=LAST posted=2026-10-28");
            List<MatchedPayment> shuffled = new ArrayList<>();
            for (int event = 0; event < events.size(); event++) {
                shuffled.add(event(event + 1, events.get(event)));
            }
            Collections.shuffle(shuffled, random);

            NetPosition position =
                    NetPositions.of(new LineHistory(TestLines.claim(1, ""), shuffled, List.of(), List.of()), PAYERS);

            assertThat(position).isInstanceOfSatisfying(Adjudicated.class, adjudicated -> {
                assertThat(adjudicated.paid()).isEqualTo(Money.of("30.00"));
                assertThat(adjudicated.decisive().line().checkNumber()).isEqualTo("LAST");
                assertThat(adjudicated.conflict()).isNull();
            });
        }
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "line=1 file=a.csv, line=1 file=b.csv, 2 DUPLICATE by 1",
        "line=1 file=a.csv, line=2 file=b.csv, ''",
        "line=1 file=a.csv, line=1 file=b.csv mods=59, 2 DUPLICATE by 1",
        "line=1 file=a.csv, line=1 file=b.csv control=L1, 2 DUPLICATE by 1",
        "line=1 file=a.csv control=L1, line=1 file=a.csv control=L2, ''",
        "file=a.csv, file=b.csv mods=59, ''",
        "file=a.csv, file=a.csv, ''",
        "control=L1 file=a.csv, control=L1 file=a.csv, 2 DUPLICATE by 1",
        "file=a.csv charge=40.00, file=b.csv charge=41.00, ''",
        "file=a.csv, file=b.csv frequency=7, 1 REPLACED by 2",
        "file=a.csv frequency=7, file=b.csv frequency=1, 2 REPLACED by 1",
        "submitted=2026-10-07, frequency=7 submitted=2026-10-20, 1 REPLACED by 2",
        "file=a.csv frequency=7 submitted=2026-10-07, file=b.csv frequency=7 submitted=2026-10-20, 1 REPLACED by 2",
        "file=a.csv frequency=7 submitted=2026-10-07, file=b.csv frequency=7 submitted=2026-10-07, 2 DUPLICATE by 1",
        "file=a.csv frequency=7, file=b.csv frequency=7, 2 DUPLICATE by 1",
        "file=a.csv submitted=2026-10-07, file=b.csv submitted=2026-10-20, 2 DUPLICATE by 1",
        "frequency=7 submitted=2026-10-07 charge=41.00, frequency=1 submitted=2026-10-20, ''",
        "file=a.csv, file=b.csv frequency=8, 1 VOIDED by 2;2 VOIDED by 2"
    })
    void onlyTheCurrentLinesOfAClaimCount(String first, String second, String expected) {
        List<ClaimLine> lines = List.of(TestLines.claim(1, first), TestLines.claim(2, second));

        assertThat(ClaimVersions.setAside(lines, new PayerDirectory(List.of()), LocalDate.MAX).stream()
                        .map(aside -> aside.lineId() + " " + aside.cause() + " by " + aside.by()))
                .containsExactly(expected.isEmpty() ? new String[0] : expected.split(";"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "file=a.csv frequency=7 submitted=2026-10-07; file=b.csv frequency=7 submitted=2026-10-07 code=J3420, ''",
        "file=a.csv frequency=7; file=b.csv frequency=7 code=J3420, ''",
        "file=a.csv frequency=7; file=b.csv frequency=7 charge=41.00, 1 REPLACED by 2",
        "file=a.csv frequency=7; file=a.csv frequency=7 code=J3420; file=b.csv frequency=7; file=b.csv frequency=7 code=J3420 charge=9.00,"
                + " 2 REPLACED by 4;3 DUPLICATE by 1",
        "file=a.csv frequency=7; file=b.csv frequency=7 charge=41.00; file=c.csv frequency=7, 2 REPLACED by 1;3 DUPLICATE by 1",
        "payer=Medicare; payer=Acme submitted=2026-10-09; payer=Medicare submitted=2026-10-10 frequency=7, 1 REPLACED by 3",
        "payer=Medicare; payer=Acme; payer=none frequency=7, 1 REPLACED by 3;2 DROPPED by 3",
        "line=1; line=2; line=1 frequency=7; line=2 frequency=7, 1 REPLACED by 3;2 REPLACED by 4",
        "line=1; line=2 mods=59; line=1 frequency=7 code=J3420; line=2 frequency=7; line=3 frequency=7 mods=59,"
                + " 1 REPLACED by 4;2 REPLACED by 5",
        "mods=59; mods=LT; mods=LT frequency=7; mods=59 frequency=7, 1 REPLACED by 4;2 REPLACED by 3",
        "on=2026-09-03; on=2026-09-10; on=2026-09-10 frequency=7, 2 REPLACED by 3",
        "on=2026-09-03; on=2026-09-04 frequency=7, 1 REPLACED by 2",
        "submitted=2026-10-01; submitted=2026-10-09 frequency=8; submitted=2026-10-09, 1 VOIDED by 2;2 VOIDED by 2",
        "submitted=2026-10-09 frequency=8; submitted=2026-10-09; submitted=2026-10-01 file=b.csv, 1 VOIDED by 1;3 VOIDED by 1",
        "submitted=2026-10-09; submitted=2026-10-09 frequency=8, 1 VOIDED by 2;2 VOIDED by 2",
        "payer=Medicare; payer=Acme; payer=Acme frequency=8, 2 VOIDED by 3;3 VOIDED by 3"
    })
    void aClaimTakesThePlaceOfWhatTheSamePayerWasSentBefore(String words, String expected) {
        List<ClaimLine> lines = new ArrayList<>();
        for (String line : words.split(";")) {
            lines.add(TestLines.claim(lines.size() + 1, line));
        }

        assertThat(ClaimVersions.setAside(lines, PAYERS, LocalDate.MAX).stream()
                        .map(aside -> aside.lineId() + " " + aside.cause() + " by " + aside.by()))
                .containsExactly(expected.isEmpty() ? new String[0] : expected.split(";"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "line=1; line=2 mods=59; line=1 frequency=7, 1 REPLACED by 3;2 DROPPED by 3",
        "line=1; line=2 mods=59; line=2 frequency=7, 1 REPLACED by 3;2 DROPPED by 3",
        "line=1; line=2; line=2 frequency=7, 1 DROPPED by 3;2 REPLACED by 3",
        "line=1; line=2 mods=59; line=1 frequency=7; line=2 frequency=7 mods=76, 1 REPLACED by 3;2 REPLACED by 4",
        "line=1; line=2; line=1 frequency=7 code=99213; line=2 frequency=7; line=3 frequency=7, 1 REPLACED by 4;2 REPLACED by 5",
        "line=1; line=2; line=1 frequency=7 code=99213; line=2 frequency=7; line=3 frequency=7 mods=59,"
                + " 1 REPLACED by 4;2 REPLACED by 5",
        "line=1; line=2; line=1 frequency=7; line=2 frequency=7 mods=59, 1 REPLACED by 3;2 REPLACED by 4",
        "charge=40.00; charge=50.00; charge=50.00 frequency=7; charge=40.00 frequency=7, 1 REPLACED by 4;2 REPLACED by 3",
        "line=1; line=2 mods=76; line=1 units=2 charge=80.00 frequency=7, 1 REPLACED by 3;2 REPLACED by 3",
        "line=1; line=2 mods=76; line=3 mods=77; line=1 units=2 charge=80.00 frequency=7,"
                + " 1 REPLACED by 4;2 REPLACED by 4;3 DROPPED by 4",
        "line=1; line=2 mods=76; line=1 units=2 frequency=7; line=2 mods=59 frequency=7, 1 REPLACED by 3;2 REPLACED by 4",
        "line=1; line=2; line=1 units=2 charge=80.00 frequency=7; line=2 code=J1100 charge=10.00 frequency=7,"
                + " 1 REPLACED by 3;2 REPLACED by 3",
        "line=1; line=2; line=1 frequency=7; line=2 code=96401 charge=90.00 frequency=7, 1 REPLACED by 3;2 REPLACED by 4",
        "line=1; line=2 code=J3420; line=1 code=J3420 frequency=7, 1 DROPPED by 3;2 REPLACED by 3",
        "line=1; line=2; line=1 submitted=2026-10-09 frequency=7 file=b.csv; line=2 submitted=2026-10-09 frequency=7 file=b.csv;"
                + " line=2 submitted=2026-10-20 frequency=7 file=c.csv, 1 REPLACED by 3;2 REPLACED by 4;3 DROPPED by 5;4 REPLACED by 5"
    })
    void eachLineOfAReplacedClaimHasALineOfItsOwnInTheNextOne(String words, String expected) {
        aClaimTakesThePlaceOfWhatTheSamePayerWasSentBefore(words, expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "line=1 submitted=2026-09-15; line=1 submitted=2026-09-30, 2 DUPLICATE by 1",
        "line=1 submitted=2026-09-15 control=L1; line=1 submitted=2026-09-30 control=L2, 2 DUPLICATE by 1",
        "line=1 submitted=2026-09-15; line=1 submitted=2026-09-15, ''",
        "line=1 submitted=2026-09-15; line=1 submitted=2026-09-15; line=1 submitted=2026-09-30; line=1 submitted=2026-09-30;"
                + " line=1 submitted=2026-09-30, 3 DUPLICATE by 1;4 DUPLICATE by 2",
        "submitted=2026-09-15; submitted=2026-09-30, ''",
        "line=1; line=1 submitted=2026-09-30, ''",
        "line=1 submitted=2026-09-15; line=1 submitted=2026-09-30 mods=76, ''",
        "line=1 submitted=2026-09-15; line=1 submitted=2026-09-30 units=2, ''",
        "line=1 submitted=2026-09-15; line=1 submitted=2026-09-30 mods=76; line=1 submitted=2026-09-15 file=b.csv;"
                + " line=1 submitted=2026-09-30 mods=76 file=b.csv, 3 DUPLICATE by 1;4 DUPLICATE by 2",
        "line=1 submitted=2026-09-15; line=1 submitted=2026-09-15 file=b.csv; line=1 submitted=2026-09-30 mods=76 file=b.csv,"
                + " 2 DUPLICATE by 1",
        "line=1 submitted=2026-09-15; line=1 submitted=2026-09-30; line=1 submitted=2026-09-15 file=b.csv;"
                + " line=1 submitted=2026-09-30 file=b.csv, 2 DUPLICATE by 1;3 DUPLICATE by 1;4 DUPLICATE by 1"
    })
    void whatOneFileHoldsOfSeveralDaysOfSubmissionIsAsManyExports(String words, String expected) {
        aClaimTakesThePlaceOfWhatTheSamePayerWasSentBefore(words, expected);
    }

    @Test
    void nextMonthsExportOfTheSameNameIsAnotherFile() {
        List<ClaimLine> lines =
                List.of(TestLines.claim(1, ""), TestLines.claim(1_000_000_001, ""), TestLines.claim(1_000_000_002, ""));

        assertThat(ClaimVersions.setAside(lines, PAYERS, LocalDate.MAX))
                .extracting(ClaimVersions.SetAside::lineId)
                .containsExactly(1_000_000_001L);
    }

    @Test
    void aClaimSentAnewAfterAVoidIsNoRepeatOfWhatWasVoided() {
        List<ClaimLine> lines = List.of(
                TestLines.claim(1, "line=1 submitted=2026-09-01 file=a.csv"),
                TestLines.claim(2, "line=1 submitted=2026-10-10 file=b.csv frequency=8"),
                TestLines.claim(3, "line=1 submitted=2026-10-20 file=c.csv"),
                TestLines.claim(4, "line=1 submitted=2026-09-01 file=d.csv"),
                TestLines.claim(5, "line=1 submitted=2026-10-20 file=d.csv"));

        assertThat(ClaimVersions.setAside(lines, new PayerDirectory(List.of()), LocalDate.MAX).stream()
                        .map(aside -> aside.lineId() + " " + aside.cause() + " by " + aside.by()))
                .containsExactly("1 VOIDED by 2", "2 VOIDED by 2", "4 DUPLICATE by 1", "5 DUPLICATE by 3");
    }

    @Test
    void eachVersionOfAClaimTakesThePlaceOfTheOneBeforeIt() {
        List<ClaimLine> lines = List.of(
                TestLines.claim(1, "submitted=2026-10-01 file=a.csv"),
                TestLines.claim(2, "submitted=2026-10-10 file=b.csv frequency=7"),
                TestLines.claim(3, "submitted=2026-10-20 file=c.csv frequency=7"),
                TestLines.claim(4, "submitted=2026-10-20 file=c.csv frequency=7 line=2"),
                TestLines.claim(5, "submitted=2026-10-25 file=d.csv frequency=8"),
                TestLines.claim(6, "submitted=2026-10-28 file=e.csv charge=41.00"));

        assertThat(ClaimVersions.setAside(lines, new PayerDirectory(List.of()), LocalDate.MAX).stream()
                        .map(aside -> aside.lineId() + " " + aside.cause() + " by " + aside.by()))
                .containsExactly(
                        "1 REPLACED by 2", "2 REPLACED by 3", "3 VOIDED by 5", "4 VOIDED by 5", "5 VOIDED by 5");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "file=a.csv; file=b.csv frequency=7 submitted=2026-11-01, 2 LATER by 2",
        "file=a.csv; file=b.csv frequency=8 submitted=2026-11-01; file=c.csv frequency=8 submitted=2026-11-01, 2 LATER by 2;3 LATER by 3",
        "file=a.csv submitted=2026-10-07; file=b.csv frequency=7 submitted=2026-10-31; file=c.csv frequency=8 submitted=2026-11-01,"
                + " 1 REPLACED by 2;3 LATER by 3",
        "file=a.csv; file=b.csv frequency=8, 1 VOIDED by 2;2 VOIDED by 2",
        "file=a.csv submitted=2026-10-07; file=b.csv frequency=1 submitted=2026-11-01, 2 DUPLICATE by 1",
        "file=a.csv; file=b.csv frequency=8 code=J3420 submitted=2026-11-01, 2 LATER by 2"
    })
    void aReplacementOrVoidThatWasSubmittedAfterTheMonthWaitsAndSetsNothingAside(String words, String expected) {
        List<ClaimLine> lines = new ArrayList<>();
        for (String line : words.split(";")) {
            lines.add(TestLines.claim(lines.size() + 1, line));
        }

        assertThat(ClaimVersions.setAside(lines, PAYERS, LocalDate.of(2026, 10, 31)).stream()
                        .map(aside -> aside.lineId() + " " + aside.cause() + " by " + aside.by()))
                .containsExactly(expected.split(";"));
    }

    @Test
    void onOneDayAReversalTakesBackWhatStoodBeforeItAndNotItsCorrection() {
        Adjudicated position = adjudicated(
                "paid=30.00 check=C1 posted=2026-10-10",
                "paid=30.00 check=C2 posted=2026-10-20",
                "status=22 billed=-40.00 paid=-30.00 check=C2 posted=2026-10-20");

        assertThat(position.decisive().line().checkNumber()).isEqualTo("C2");
        assertThat(position.conflict()).isNull();
    }

    @Test
    void aReversalDoesNotTakeBackACorrectionOfTheSameAmount() {
        Adjudicated position = adjudicated(
                "allowed=20.00 paid=20.00 adj=CO-45:20.00 check=C1 posted=2026-10-10",
                "status=22 billed=-40.00 allowed=-20.00 paid=-20.00 check=C2 posted=2026-10-20",
                "allowed=30.00 paid=20.00 adj=CO-45:10.00;PR-2:10.00 check=C2 posted=2026-10-20");
        Adjudicated bare = adjudicated(
                "allowed=20.00 paid=20.00 adj=CO-45:20.00 check=C1 posted=2026-10-10",
                "status=22 billed=-40.00 allowed=-20.00 paid=-20.00 check=C2 posted=2026-10-20",
                "allowed=40.00 paid=20.00 share=20.00 check=C2 posted=2026-10-20");
        Adjudicated deductible = adjudicated(
                "adj=CO-16:40.00 check=C1 posted=2026-10-10",
                "status=22 billed=-40.00 paid=0.00 check=C2 posted=2026-10-20",
                "allowed=40.00 adj=PR-1:40.00 check=C2 posted=2026-10-20");

        assertThat(position.decisive().line().allowed()).isEqualTo(Money.of("30.00"));
        assertThat(bare.decisive().line().allowed()).isEqualTo(Money.of("40.00"));
        assertThat(deductible.decisive().line().allowed()).isEqualTo(Money.of("40.00"));
        assertThat(deductible.denials()).isZero();
    }

    @Test
    void aDenialIsOneThoughThePayerStatesTheChargeAsAllowed() {
        Adjudicated afterPayment =
                adjudicated(PAID, "status=4 allowed=40.00 adj=CO-18:40.00 check=CHK2 posted=2026-10-27");
        Adjudicated twice = adjudicated(
                "allowed=40.00 adj=CO-50:40.00", "allowed=40.00 adj=CO-50:40.00 check=CHK2 posted=2026-10-27");

        assertThat(afterPayment.decisive().line().paid()).isEqualTo(Money.of("30.00"));
        assertThat(twice.denials()).isEqualTo(2);
        assertThat(twice.firstDenied()).hasToString("2026-10-20");
    }

    @Test
    void aDeniedClaimsLineThatStatesNoAdjustmentsIsADenialThoughItStatesAnAllowedAmount() {
        String denied = "status=4 allowed=30.00 share=0.00 check=CHK2 posted=2026-10-27";

        assertThat(adjudicated(PAID, denied).decisive().line().checkNumber()).isEqualTo("CHK1");
        assertThat(adjudicated(denied).denials()).isEqualTo(1);
        assertThat(adjudicated("status=4 allowed=30.00 share=30.00").denials()).isZero();
    }

    @Test
    void aShareOfThePatientsInAColumnOfItsOwnIsNoDenial() {
        Adjudicated position =
                adjudicated("share=30.00 adj=CO-45:10.00", "adj=CO-50:40.00 check=CHK2 posted=2026-10-27");

        assertThat(position.decisive().line().checkNumber()).isEqualTo("CHK1");
        assertThat(position.denials()).isEqualTo(1);
    }

    @Test
    void aPaymentToThePatientIsNoDenial() {
        assertThat(adjudicated("adj=CO-45:10.00;OA-100:30.00").denials()).isZero();
        assertThat(adjudicated("adj=CO-45:10.00;PR-100:30.00").denials()).isZero();
    }

    @Test
    void aDenialAsDuplicateAloneIsTheFirst() {
        Adjudicated position = adjudicated("adj=CO-18:40.00");

        assertThat(position.denials()).isEqualTo(1);
        assertThat(position.firstDenied()).hasToString("2026-10-20");
    }

    @Test
    void aPayerHasItsRankUnderEachOfItsNames() {
        Adjudicated position = adjudicated(
                "payer=Aetna status=1 allowed=40.00 paid=20.00 adj=CO-45:0.00;PR-2:20.00",
                "payer=Cigna status=2 allowed=40.00 paid=20.00 check=CHK2 posted=2026-10-22",
                "payer=CIGNA_HEALTHCARE status=22 billed=-40.00 paid=-20.00 check=CHK3 posted=2026-10-25");

        assertThat(position.decisive().line().payer()).isEqualTo("Aetna");
        assertThat(position.paid()).isEqualTo(Money.of("20.00"));
    }

    /** Within one check of an 835; amounts alike, since both were or are denied, or paid as before. */
    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({
        "paid=0.00 adj=CO-16:-40.00, adj=PR-1:30.00;CO-45:10.00",
        "paid=0.00 adj=CO-16:-40.00, status=4 adj=CO-97:40.00",
        "paid=0.00 adj=CO-16:-40.00, status=4 adj=CO-16:40.00",
        "paid=-20.00 adj=CO-45:-20.00, paid=20.00 adj=CO-45:15.00;PR-3:5.00",
        "paid=-30.00 adj=CO-45:-10.00, paid=30.00 adj=CO-45:10.00"
    })
    void inAn835AReversalDoesNotTakeBackTheCorrectionBehindIt(String reversal, String correction) {
        String original = "adj=CO-16:40.00 status=4 icn=P1 posted=2026-10-02 check=C1 file=a.835";
        String reversed = "status=22 billed=-40.00 file=b.835 icn=P2 check=C2 " + reversal;
        String corrected = "file=b.835 icn=P2 check=C2 " + correction;

        assertThat(adjudicated(reversed, corrected).decisive().line().id()).isEqualTo(2);
        assertThat(adjudicated(reversed, corrected).conflict()).isNull();
        assertThat(adjudicated(original, reversed, corrected).decisive().line().id())
                .as("the original stands under another claim number")
                .isEqualTo(3);
        assertThat(position(corrected, reversed))
                .as("decided and taken back by one check")
                .isInstanceOf(Pended.class);
    }

    /** In a sheet, whose rows may be sorted by anything. */
    @ParameterizedTest(name = "{0} | {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            paid=0.00 adj=CO-16:-40.00            | status=4 adj=CO-97:40.00              | stands
            paid=-20.00 adj=CO-45:-20.00          | paid=20.00 adj=CO-45:15.00;PR-3:5.00  | stands
            paid=-20.00 allowed=-20.00            | paid=20.00 allowed=25.00              | stands
            paid=-20.00 adj=CO-45:-20.00          | paid=20.00 adj=CO-45:20.00            | is taken back
            paid=-20.00 adj=CR-45:20.00           | paid=20.00 adj=CO-45:20.00            | is taken back
            paid=-20.00 allowed=20.00             | paid=20.00 allowed=20.00              | is taken back
            paid=-20.00 allowed=0.00              | paid=20.00 allowed=20.00              | is taken back
            paid=-20.00 adj=CO-45:-20.00          | paid=20.00                            | is taken back
            paid=-20.00                           | paid=20.00 adj=CO-45:20.00            | is taken back
            """)
    void inASheetAReversalTakesBackNothingOfItsDayThatItContradicts(String reversal, String event, String what) {
        String reversed = "status=22 billed=-40.00 " + reversal;

        for (NetPosition position : List.of(position(reversed, event), position(event, reversed))) {
            assertThat(position).isInstanceOf(what.equals("stands") ? Adjudicated.class : Pended.class);
        }
    }

    @Test
    void aReversalUnderANewClaimNumberTakesBackTheEarlierEventThatItRepeats() {
        String paid = "paid=20.00 adj=CO-45:20.00 icn=P1 posted=2026-10-02 check=C1";
        String reversed = "status=22 billed=-40.00 paid=-20.00 adj=CO-45:-20.00 icn=P2 check=C2";
        String corrected = "paid=20.00 adj=CO-45:15.00;PR-3:5.00 icn=P2 check=C2";
        Adjudicated position = adjudicated(paid, reversed, corrected);

        assertThat(position.decisive().line().id()).isEqualTo(3);
        assertThat(position.paid()).isEqualTo(Money.of("20.00"));
        assertThat(position.conflict()).isNull();
        assertThat(adjudicated(paid + " payer=Another", reversed, corrected).conflict())
                .isEqualTo("paid twice: checks C1 and C2, no reversal");
        assertThat(adjudicated("paid=20.00 adj=CO-59:20.00 icn=P1 posted=2026-10-02 check=C1", reversed, corrected)
                        .conflict())
                .isEqualTo("paid twice: checks C1 and C2, no reversal");
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"Zeta_HMO, ZETA-HMO.", "Cigna, CIGNA_HEALTHCARE"})
    void aReversalUnderANewClaimNumberMayWriteThePayersNameOtherwise(String name, String other) {
        String paid = "paid=20.00 adj=CO-45:20.00 icn=P1 posted=2026-10-02 check=C1 payer=" + name;
        String reversed = "status=22 billed=-40.00 paid=-20.00 adj=CO-45:-20.00 icn=P2 check=C2 payer=" + other;

        assertThat(position(paid, reversed)).isInstanceOf(Pended.class);
        assertThat(adjudicated(paid, reversed, "paid=30.00 adj=CO-45:10.00 icn=P3 check=C2 payer=" + other)
                        .conflict())
                .isNull();
    }

    @Test
    void aPaymentInAnotherRankThatItsPayerTookBackIsNoPartOfThePosition() {
        Adjudicated first = adjudicated(
                "status=2 paid=10.00 adj=OA-23:30.00 posted=2026-10-02 check=C1",
                "status=22 billed=-40.00 paid=-10.00 adj=OA-23:-30.00 check=C2",
                "status=1 paid=30.00 adj=CO-45:10.00 check=C2");
        Adjudicated both = adjudicated(
                "status=1 paid=25.00 adj=CO-45:10.00;PR-3:5.00 icn=P1 posted=2026-10-02 check=C1",
                "status=2 paid=5.00 adj=OA-23:35.00 icn=P2 posted=2026-10-05 check=C2",
                "status=22 billed=-40.00 paid=-5.00 adj=OA-23:-35.00 icn=P2 posted=2026-10-15 check=C3");

        assertThat(first.paid()).isEqualTo(Money.of("30.00"));
        assertThat(first.otherRanks()).isEmpty();
        assertThat(both.paid()).isEqualTo(Money.of("25.00"));
        assertThat(both.conflict()).isNull();
        assertThat(both.otherRanks()).isEmpty();
    }

    @Test
    void aRankThatThePayerGaveUpForAnotherDoesNotDecide() {
        String primary = "payer=First status=1 paid=30.00 adj=CO-45:10.00 posted=2026-10-02 check=C1";
        String reversed = "payer=First status=22 billed=-40.00 paid=-30.00 adj=CO-45:-10.00 check=C2";
        String secondary = "status=2 paid=10.00 adj=OA-23:30.00 check=C2 payer=";

        assertThat(adjudicated(primary, reversed, secondary + "First")).satisfies(position -> {
            assertThat(position.secondaryOnly()).isTrue();
            assertThat(position.paid()).isEqualTo(Money.of("10.00"));
        });
        assertThat(position(primary, reversed, secondary + "Second"))
                .as("another payer's decision corrects nothing")
                .isInstanceOf(Pended.class);
        assertThat(position(primary, reversed, secondary + "First posted=2026-10-05"))
                .as("decided before the reversal")
                .isInstanceOf(Pended.class);
    }

    /** Events of 5 and 10 October, and the reversal of one of them on the 20th: nothing older is revived by it. */
    @ParameterizedTest(name = "{0}; {1}; reversed {2}")
    @CsvSource({
        "paid=30.00 adj=CO-45:10.00, adj=CO-18:40.00, paid=-30.00 adj=CO-45:-10.00",
        "adj=CO-50:40.00, paid=30.00 adj=CO-45:10.00, paid=-30.00 adj=CO-45:-10.00",
        "adj=CO-50:40.00, adj=PR-1:30.00;CO-45:10.00, adj=PR-1:-30.00;CO-45:-10.00",
        "adj=CO-16:40.00, adj=CO-50:40.00, adj=CO-50:-40.00"
    })
    void aReversalDoesNotReviveADenialThatWasDisplaced(String first, String second, String reversal) {
        String one = first + " posted=2026-10-05 check=C1";
        String other = second + " posted=2026-10-10 check=C2";
        String reversed = "status=22 billed=-40.00 check=C3 " + reversal;

        assertThat(position(one, other, reversed))
                .isInstanceOfSatisfying(Pended.class, pended -> assertThat(pended.reason())
                        .isEqualTo("reversed on 2026-10-20, awaiting correction"));
        assertThat(position(one, other, reversed, "adj=CO-18:40.00 check=C4 posted=2026-10-25"))
                .as("a denial as duplicate corrects nothing")
                .isInstanceOf(Pended.class);
        assertThat(adjudicated(one, other, reversed, "adj=CO-97:40.00 check=C3")
                        .decisive()
                        .line()
                        .adjustments()
                        .get(0)
                        .hasCarc("97"))
                .as("corrected")
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: decided {1}")
    @CsvSource({
        "icn=P1 check=C2 posted=2026-10-20, true",
        "icn=P2 check=C2 posted=2026-10-20, false",
        "check=C2 posted=2026-10-20, false",
        "icn=P1 check=C3 posted=2026-10-20, false",
        "icn=P1 check=C2 posted=2026-10-12, false"
    })
    void aDenialAsDuplicateCorrectsWhatItsOwnCheckReversed(String duplicate, boolean decided) {
        NetPosition position = position(
                "icn=P1 check=C1 posted=2026-10-05 " + PAID,
                "icn=P1 check=C2 posted=2026-10-20 " + REVERSAL,
                "status=4 adj=CO-18:40.00 " + duplicate);

        assertThat(position).isInstanceOf(decided ? Adjudicated.class : Pended.class);
    }

    @Test
    void theReversalOfADenialAsDuplicateOrOfAnEarlierDenialChangesNothing() {
        String denied = "adj=CO-50:40.00 posted=2026-10-10 check=C2";

        assertThat(adjudicated(denied, "adj=CO-18:40.00 posted=2026-10-12", "status=22 billed=-40.00 adj=CO-18:-40.00")
                        .denials())
                .isEqualTo(1);
        assertThat(adjudicated("adj=CO-16:40.00 posted=2026-10-05", denied, "status=22 billed=-40.00 adj=CO-16:-40.00")
                        .denials())
                .isEqualTo(1);
    }

    @Test
    void aSuspensionIsNotCountedAsADenial() {
        Adjudicated denied = adjudicated("adj=OA-133:40.00", "adj=CO-97:40.00 check=CHK2 posted=2026-10-27");
        Adjudicated paid = adjudicated(PAID, "adj=OA-133:40.00 check=CHK2 posted=2026-10-27");

        assertThat(denied.denials()).isEqualTo(1);
        assertThat(denied.firstDenied()).hasToString("2026-10-27");
        assertThat(denied.laterSuspension()).isNull();
        assertThat(paid.denials()).isZero();
        assertThat(paid.laterDenial()).isNull();
        assertThat(paid.laterSuspension())
                .isNotNull()
                .satisfies(suspension -> assertThat(suspension.line().id()).isEqualTo(2));
    }

    @Test
    void theRowsIntoWhichAPayerSplitALineAreOneDecision() {
        String paid = "control=L1 billed=40.00 allowed=30.00 paid=30.00 units=1 adj=CO-45:10.00 status=1";
        Adjudicated position =
                of(SPLIT, paid, "control=l1 billed=40.00 allowed=0.00 units=1 adj=CO-151:40.00 status=4");
        Adjudicated corrected = of(
                SPLIT,
                paid,
                "control=L1 billed=40.00 allowed=25.00 paid=25.00 units=1 adj=CO-45:15.00",
                "control=L1 status=22 billed=-80.00 paid=-55.00 check=CHK2 posted=2026-10-27",
                "control=L1 billed=80.00 paid=60.00 units=2 adj=CO-45:20.00 check=CHK2 posted=2026-10-27");

        assertThat(position.decisive().line()).satisfies(line -> {
            assertThat(line.id()).isEqualTo(1);
            assertThat(line.billed()).isEqualTo(Money.of("80.00"));
            assertThat(line.allowed()).isEqualTo(Money.of("30.00"));
            assertThat(line.paid()).isEqualTo(Money.of("30.00"));
            assertThat(line.units()).isEqualTo(2);
            assertThat(line.claimStatus()).isEqualTo("1");
            assertThat(line.adjustments()).hasToString("[CO-45:10.00, CO-151:40.00]");
        });
        assertThat(position.decisive().note()).isEqualTo("joined from 2 rows");
        assertThat(position.conflict()).isNull();
        assertThat(position.laterDenial()).isNull();
        assertThat(corrected.paid()).isEqualTo(Money.of("60.00"));
        assertThat(corrected.conflict()).isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "adj=CO-97:40.00, 30.00",
        "adj=CO-45:10.00;CO-97:30.00, 30.00",
        "adj=PR-204:40.00 share=40.00, 30.00",
        "adj=CO-97:40.00 share=40.00, 60.00",
        "adj=CO-45:10.00;PR-1:30.00, 60.00",
        "adj=CO-45:10.00;OA-100:30.00, 60.00",
        "adj=OA-23:40.00, 60.00"
    })
    void anAllowedAmountThatIsStatedOfARefusedPartIsNoneOfTheLine(String part, String allowed) {
        String paid = "control=L1 billed=40.00 allowed=30.00 paid=30.00 adj=CO-45:10.00";

        assertThat(of(SPLIT, paid, "control=L1 billed=40.00 allowed=30.00 " + part)
                        .decisive()
                        .line()
                        .allowed())
                .isEqualTo(Money.of(allowed));
    }

    /** Of a line of 2 units at $80.00; the rows stand in a sheet, in any order. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "29.00;28.00;-29.00;-28.00;31.00;32.00, 63.00",
        "28.00;32.00;-29.00;29.00;-28.00;31.00, 63.00",
        "29.00;28.00;-29.00;32.00, 60.00",
        "29.00;28.00;-29.00;-28.00;26.00;27.00;-26.00;-27.00;31.00;32.00, 63.00",
        "0.00;28.00;0.00-;-28.00;31.00;0.00, 31.00"
    })
    void partsThatTheirCheckTakesBackAreNoneOfItsCorrections(String paid, String corrected) {
        List<String> rows = Stream.of(paid.split(";"))
                .map(amount -> amount.startsWith("-") || amount.endsWith("-")
                        ? "control=L1 units=1 status=22 billed=-40.00 paid=" + amount.replaceFirst("-$", "")
                                + " adj=CO-45:"
                                + Money.of("40.00")
                                        .plus(Money.of(amount.replaceFirst("-$", "")))
                                        .negated()
                        : "control=L1 units=1 status=1 billed=40.00 paid=" + amount + " adj=CO-45:"
                                + Money.of("40.00").minus(Money.of(amount)))
                .toList();
        Adjudicated position = of(SPLIT, rows.toArray(new String[0]));

        assertThat(position.decisive().line().billed()).isEqualTo(Money.of("80.00"));
        assertThat(position.decisive().line().paid()).isEqualTo(Money.of(corrected));
        assertThat(position.paid()).isEqualTo(Money.of(corrected));
        assertThat(position.conflict()).isNull();
    }

    @Test
    void partsThatAreTakenBackInPartAreForAPersonToSettle() {
        Adjudicated position = of(
                SPLIT,
                "control=L1 units=1 billed=40.00 paid=29.00 adj=CO-45:11.00",
                "control=L1 units=1 billed=40.00 paid=28.00 adj=CO-45:12.00",
                "control=L1 units=1 billed=40.00 paid=32.00 adj=CO-45:8.00",
                "control=L1 units=1 billed=-40.00 paid=-27.00 adj=CO-45:-13.00 status=22");

        assertThat(position.conflict()).startsWith("split over 3 rows of check CHK1");
    }

    /** Of a line of 2 units at $80.00: its parts in a sheet, and what an 835, or another sheet, tells in one row. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "file=a.835, null",
        "file=a.835 allowed=58.00 units=2 adj=CO-45:22.00 icn=P1, null",
        "file=a.835 allowed=60.00, 'twice under check CHK1, no reversal'",
        "file=a.835 adj=CO-45:20.00;CO-253:2.00, 'twice under check CHK1, no reversal'",
        "file=a.835 paid=57.00, 'twice under check CHK1, no reversal'",
        "file=a.835 check=CHK2, 'paid twice: checks CHK1 and CHK2, no reversal'",
        "status=1, 'twice under check CHK1, no reversal'"
    })
    void partsRepeatWhatAnotherFileTellsInOneRow(String whole, String conflict) {
        Adjudicated position = of(
                SPLIT,
                "control=L1 billed=40.00 allowed=30.00 paid=30.00 units=1 adj=CO-45:10.00",
                "control=L1 billed=40.00 allowed=28.00 paid=28.00 units=1 adj=CO-45:12.00",
                "control=L1 billed=80.00 " + (whole.contains("paid=") ? whole : whole + " paid=58.00"));

        assertThat(String.valueOf(position.conflict())).isEqualTo(conflict);
        if (position.conflict() == null) {
            assertThat(position.paid()).isEqualTo(Money.of("58.00"));
        }
    }

    @Test
    void aReversalInPartsRepeatsTheOneRowOfAnotherFileWhoseChargeHasNoSign() {
        String whole = "control=L1 paid=58.00 billed=80.00";
        String part = " control=L1 units=1 status=22 posted=2026-10-25 check=CHK2 ";

        List<MatchedPayment> events = List.of(
                event(1, whole),
                event(2, "billed=-40.00 paid=-30.00" + part),
                event(3, "billed=-40.00 paid=-28.00" + part),
                event(4, "file=a.835 billed=80.00 paid=-58.00" + part.replace("units=1", "units=2")));

        assertThat(NetPositions.of(new LineHistory(SPLIT, events, List.of(), List.of()), PAYERS))
                .isInstanceOfSatisfying(
                        Pended.class, pended -> assertThat(pended.paid()).isEqualTo(Money.ZERO));
    }

    @Test
    void partsAreOfOnePayerUnderEachOfItsNames() {
        Adjudicated position = of(
                SPLIT,
                "payer=Cigna_East control=L1 billed=40.00 paid=30.00 units=1 adj=CO-45:10.00",
                "payer=CIGNA control=L1 billed=40.00 paid=28.00 units=1 adj=CO-45:12.00");

        assertThat(position.decisive().line().paid()).isEqualTo(Money.of("58.00"));
        assertThat(position.conflict()).isNull();
    }

    @Test
    void partsThatAreAllRefusedAreOneDenialOfTheLine() {
        Adjudicated position = of(
                SPLIT,
                "control=L1 billed=40.00 allowed=0.00 adj=CO-50:40.00",
                "control=L1 billed=40.00 allowed=0.00 adj=CO-50:40.00 status=4");
        Adjudicated denied = of(
                SPLIT,
                "control=L1 billed=40.00 allowed=0.00 adj=CO-50:40.00 status=4",
                "control=L1 billed=40.00 allowed=0.00 adj=CO-50:40.00 status=4");

        assertThat(position.decisive().line().claimStatus()).isNull();
        assertThat(denied.decisive().line().claimStatus()).isEqualTo("4");
        assertThat(denied.decisive().line().units()).isNull();
        assertThat(denied.decisive().line().adjustments()).hasToString("[CO-50:80.00]");
        assertThat(denied.conflict()).isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "billed=39.00, split over 2 rows of check CHK1",
        "billed=40.00 units=2, split over 2 rows of check CHK1",
        "billed=40.00 status=19, split over 2 rows of check CHK1",
        "billed=40.00 check=CHK2, 'paid twice: checks CHK1 and CHK2, no reversal'",
        "billed=40.00 icn=P2, 'twice under check CHK1, no reversal'",
        "billed=80.00, 'twice under check CHK1, no reversal'",
        "billed=40.00, null"
    })
    void rowsThatDoNotMakeUpTheLineAreForAPersonToSettle(String second, String conflict) {
        String part = "control=L1 billed=40.00 paid=30.00 adj=CO-45:10.00 units=1 ";
        Adjudicated position = of(SPLIT, part + "status=1", part + second);

        assertThat(String.valueOf(position.conflict())).startsWith(conflict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"units=2147483647", "units=1 paidUnits=2147483647"})
    void rowsOfMoreUnitsThanCanBeCountedDoNotMakeUpTheLine(String units) {
        String part = "control=L1 billed=40.00 paid=30.00 adj=CO-45:10.00 " + units;

        assertThat(of(SPLIT, part, part).conflict()).startsWith("split over 2 rows of check CHK1");
    }

    private static Adjudicated of(ClaimLine line, String... events) {
        return (Adjudicated) positionOf(line, events);
    }

    private static Adjudicated ofMedicare(String... events) {
        return of(TestLines.claim(1, "payer=Medicare"), events);
    }

    private static NetPosition positionOf(ClaimLine line, String... events) {
        List<MatchedPayment> payments = new ArrayList<>();
        for (String words : events) {
            payments.add(event(payments.size() + 1, words));
        }
        return NetPositions.of(new LineHistory(line, payments, List.of(), List.of()), PAYERS);
    }

    private static PayerDirectory.Entry payer(String name, @Nullable PayerClass payerClass) {
        Pattern pattern = Pattern.compile("^" + name.toUpperCase(Locale.ROOT));
        return new PayerDirectory.Entry(name, pattern, null, payerClass, null, null, null, null);
    }

    private static ProviderAdjustment takeBack(String reason, String dollars) {
        return new ProviderAdjustment(
                SourceRef.segment("era.835", 9), "Test Health", "CHK9", null, reason, "ICN1", Money.of(dollars));
    }

    private static Adjudicated adjudicated(String... events) {
        NetPosition position = position(events);
        assertThat(position).isInstanceOf(Adjudicated.class);
        return (Adjudicated) position;
    }

    private static NetPosition position(String... events) {
        return positionOf(TestLines.claim(1, ""), events);
    }

    private static MatchedPayment event(long id, String words) {
        return new MatchedPayment(TestLines.payment(id, words), 2, "", true);
    }
}
