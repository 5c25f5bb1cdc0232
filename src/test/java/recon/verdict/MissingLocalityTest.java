package recon.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.TestLines;
import recon.claim.PayerDirectory;
import recon.match.LineHistory;
import recon.match.MatchedPayment;
import recon.price.Clocks;
import recon.price.ExpectedRanges;
import recon.price.MedicareFeeSchedule;
import recon.price.MedicareFeeSchedule.Locality;
import recon.price.NeverTogether;
import recon.price.PayerDirectoryFile;
import recon.price.Pricer;
import recon.price.Tolerance;

/** What is said of lines whose Medicare locality the schedule has no figures of. */
class MissingLocalityTest {

    private static final MedicareFeeSchedule SCHEDULE = MedicareFeeSchedule.shipped();
    private static final PayerDirectory PAYERS = PayerDirectoryFile.load(null);

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            state=AL locality=00               | 12.71 | NEEDS_REVIEW | 2026, national, no figures of locality AL-00 for 2026
            state=al locality=0                | 12.71 | NEEDS_REVIEW | 2026, national, no figures of locality AL-00 for 2026
            state=AK locality=01               | 20.10 | NEEDS_REVIEW | 2026, national, no figures of locality AK-01 for 2026
            state=AL                           | 12.71 | NEEDS_REVIEW | 2026, national, no figures of locality AL for 2026
            state=ZZ locality=77               | 12.71 | NEEDS_REVIEW | 2026, national, no figures of locality ZZ-77 for 2026
            state=Alabama locality=00          | 12.71 | NEEDS_REVIEW | 2026, national, no figures of locality (as the claim states it) for 2026
            locality=AL-00                     | 12.71 | NEEDS_REVIEW | 2026, national, no figures of locality AL-00 for 2026
            state=CA locality=ca-5             | 12.71 | NEEDS_REVIEW | 2026, national, no figures of locality CA-05 for 2026
            state=CA locality=AL-00            | 12.71 | NEEDS_REVIEW | 2026, national, no figures of locality (as the claim states it) for 2026
            locality=00                        | 12.71 | NEEDS_REVIEW | 2026, national, no figures of locality 00 (no state is stated) for 2026
            locality=5                         | 12.71 | NEEDS_REVIEW | 2026, national, no figures of locality 05 (no state is stated) for 2026
            locality=Coast                     | 12.71 | NEEDS_REVIEW | 2026, national, no figures of locality (as the claim states it) for 2026
            locality=05                        | 15.40 | IN_RANGE     | 2026, national, no figures of locality 05 (no state is stated) for 2026
            state=AL locality=00               | 15.40 | IN_RANGE     | 2026, national, no figures of locality AL-00 for 2026
            state=AL locality=00               | 15.30 | IN_RANGE     | 2026, national, no figures of locality AL-00 for 2026
            ''                                 | 12.71 | UNDERPAID    | 2026, national
            ''                                 | 20.10 | OVERPAID     | 2026, national
            state=CA                           | 12.71 | UNDERPAID    | 2026, national
            on=2025-10-05 state=AL locality=00 | 12.00 | UNDERPAID    | 2025, AL-00 ALABAMA
            on=2025-10-05 locality=AL-00       | 12.71 | IN_RANGE     | 2025, AL-00 ALABAMA
            on=2025-10-05 locality=CA05        | 12.71 | UNDERPAID    | 2025, CA-05 SAN FRANCISCO-OAKLAND-BERKELEY (SAN FRANCISCO/SAN MATEO/ALAMEDA/CONTRA COSTA CNTY)
            on=2025-10-05 state=AL             | 20.00 | OVERPAID     | 2025, AL-00 ALABAMA
            """)
    void anAmountThatOnlyStandsInAccusesNobody(String claim, String allowed, Verdict verdict, String source) {
        Finding finding = judge(shipped(null), claim, allowed);

        assertThat(finding.verdict()).as(finding.why()).isEqualTo(verdict);
        assertThat(finding.expected())
                .isNotNull()
                .extracting(Finding.Expected::source)
                .isEqualTo("schedule: Medicare physician fee schedule " + source);
    }

    @Test
    void whatIsMissingAndWhatToDoIsSaid() {
        Finding finding = judge(shipped(null), "state=AL locality=00", "12.71");

        assertThat(finding.why())
                .contains(
                        "1 unit x $15.36 to $15.44 = $15.36 to $15.44; allowed $12.71 is outside of that, but the schedule has no figures of locality AL-00 for 2026",
                        "load it as a row of expected-ranges (kind schedule)");
        assertThat(finding.atIssue()).isNull();
        assertThat(finding.appealBy()).isNull();
    }

    @Test
    void thePracticesOwnLocalityStandsInForNoOther() {
        ExpectedRanges ranges = shipped(Locality.parse("UT-09"));

        assertThat(judge(ranges, "on=2024-10-07 state=AL locality=00", "12.00").verdict())
                .isEqualTo(Verdict.NEEDS_REVIEW);
        assertThat(judge(ranges, "on=2025-10-07 state=ZZ locality=77", "12.00")).satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.NEEDS_REVIEW);
            assertThat(finding.expected())
                    .isNotNull()
                    .extracting(Finding.Expected::source)
                    .isEqualTo(
                            "schedule: Medicare physician fee schedule 2025, own locality UT-09, no figures of locality ZZ-77 for 2025");
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "on=2025-10-07 locality=09, UNDERPAID",
        "on=2025-10-07 locality=9, UNDERPAID",
        "on=2026-10-07 locality=09, UNDERPAID",
        "on=2025-10-07 locality=13, NEEDS_REVIEW"
    })
    void aNumberWithoutAStateIsThePracticesOwnOrNobodyKnowsWhose(String claim, Verdict verdict) {
        assertThat(judge(shipped(Locality.parse("UT-09")), claim, "10.00").verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "state {0}, locality {1}: {2}")
    @CsvSource({
        "'', AL-00, locality=AL-00",
        "'', al 0, state=AL locality=00",
        "AL, AL-00, state=AL locality=0",
        "AL, 00, locality=AL-00",
        "'', 00, locality=00"
    })
    void aRowOfTheUsersForALocalityHoldsHoweverItIsWritten(String state, String locality, String claim)
            throws IOException {
        Path file = Files.writeString(folder.resolve("ranges.csv"), """
                payer_class,state,locality,low,high,kind,source
                Medicare,%s,%s,12.71,12.71,schedule,ours
                """.formatted(state, locality));
        ExpectedRanges ranges = ExpectedRanges.load(file, PAYERS).withMedicareSchedule(SCHEDULE);

        assertThat(judge(ranges, claim, "12.71").expected())
                .isNotNull()
                .extracting(Finding.Expected::source)
                .isEqualTo("schedule: ours");
    }

    @Test
    void aRowOfTheUsersForAnyLocalityHoldsForAny() throws IOException {
        Path file = Files.writeString(folder.resolve("ranges.csv"), """
                payer_class,payer,state,locality,place_group,credential,effective_from,effective_to,low,high,kind,source
                Medicare,,,,non-facility,,2026-01-01,2026-12-31,15.36,15.44,schedule,ours
                """);
        ExpectedRanges ranges = ExpectedRanges.load(file, PAYERS).withMedicareSchedule(SCHEDULE);

        assertThat(judge(ranges, "state=AL locality=00", "12.71").verdict()).isEqualTo(Verdict.UNDERPAID);
    }

    @ParameterizedTest(name = "{0}, own locality {1}, {2}: {3}")
    @CsvSource({
        "'', , 13.91, last year's rate",
        "'', , 13.96, under schedule",
        "'', , 12.71, under schedule",
        "on=2025-10-05 state=AK locality=01, , 14.31, under schedule",
        "on=2025-10-05, AK-01, 14.31, under schedule",
        "on=2024-12-05, , 14.08, last year's rate"
    })
    void noOtherAreasAmountIsLastYearsRate(String claim, @Nullable String home, String allowed, String cause) {
        Finding finding = judge(shipped(home == null ? null : Locality.parse(home)), claim, allowed);

        assertThat(finding.cause()).as(finding.verdict() + ": " + finding.why()).isEqualTo(cause);
    }

    private static ExpectedRanges shipped(@Nullable Locality home) {
        return ExpectedRanges.load(null, PAYERS).withMedicareSchedule(SCHEDULE, home);
    }

    private static Finding judge(ExpectedRanges ranges, String claim, String allowed) {
        Judge judge = new Judge(
                new Judge.Rules(
                        new Pricer(ranges, NeverTogether.shipped()),
                        ranges,
                        SCHEDULE,
                        PAYERS,
                        Clocks.shipped(),
                        Tolerance.DEFAULT,
                        ReasonCodes.shipped()),
                YearMonth.of(2026, 10));
        String payment = "class=MEDICARE payer=none billed=90.00 paid=%s allowed=%s".formatted(allowed, allowed);

        return judge.judge(
                new LineHistory(
                        TestLines.claim(1, "class=MEDICARE payer=none charge=90.00 " + claim),
                        List.of(new MatchedPayment(TestLines.payment(9, payment), 2, "", true)),
                        List.of(),
                        List.of()),
                null);
    }
}
