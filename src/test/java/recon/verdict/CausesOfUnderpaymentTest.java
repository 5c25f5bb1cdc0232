package recon.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
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
import recon.price.NeverTogether;
import recon.price.PayerDirectoryFile;
import recon.price.Pricer;
import recon.price.Tolerance;

/** What an under- or overpayment is called, by its evidence. */
class CausesOfUnderpaymentTest {

    private static final String RANGES = """
            payer_class,payer,state,locality,place_group,credential,effective_from,effective_to,low,high,kind,source
            Private,Test Health,,,,,2026-01-01,2026-12-31,30.00,30.00,contract,contract 2026
            Private,Test Health,,,,,2025-01-01,2025-12-31,27.30,27.30,contract,contract 2025
            Private,Other Health,,,,,2026-01-01,2026-12-31,22.22,22.22,contract,contract of another
            Private,Third Health,,,,,2026-01-01,2026-12-31,21.11,21.99,contract,contract of a third
            Private,Fourth Health,,,,,2026-01-01,2026-12-31,21.00,21.00,range,range of a fourth
            Private,Old Health,,,,,2026-01-01,2026-12-31,30.00,30.00,contract,contract 2026
            Private,Old Health,,,,,2020-01-01,2020-12-31,25.00,25.00,contract,contract 2020
            Private,Lapsed Health,,,,,2025-01-01,2025-12-31,23.45,23.45,contract,contract 2025 that no other followed
            Private,Gamma Health,,,,,2025-01-01,2025-12-31,30.00,30.00,contract,contract 2025
            Private,Gamma Health,,,,NP,2025-01-01,2025-12-31,24.60,24.60,contract,contract 2025 of nurse practitioners
            Private,Gamma Health,TX,,,,2025-01-01,2025-12-31,27.70,27.70,contract,contract 2025 of Texas
            Private,Gamma Health,,,facility,,2025-01-01,2025-12-31,24.00,24.00,contract,contract 2025 in facilities
            Private,Gamma Health,,,,,2026-01-01,2026-12-31,31.00,31.00,contract,contract 2026
            Private,Mid Health,,,,,2025-12-01,2026-06-30,27.00,27.00,contract,contract until June
            Private,Mid Health,,,,,2026-07-01,2026-12-31,30.00,30.00,contract,contract since July
            Private,Wide Health,,,,,2026-01-01,2026-12-31,10.00,13.00,contract,contract of two rates
            Medicare,,,,,,2026-01-01,2026-12-31,15.36,15.36,schedule,CMS
            Medicare,Model Medicare,,,,,2026-01-01,2026-12-31,15.36,15.44,schedule,CMS with payment models
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{1} of {0}: {2}")
    @CsvSource({
        "units=1, allowed=20.00, under contract",
        "units=1, allowed=25.50, practitioner rate applied (85 %)",
        "units=1, allowed=28.50, non-participating rate applied (95 %)",
        "units=1 charge=29.00, allowed=27.55 billed=29.00, under contract",
        "units=1 charge=29.00, allowed=28.50 billed=29.00, non-participating rate applied (95 %)",
        "units=1, allowed=27.30, last year's rate",
        "units=1, allowed=22.22, another payer's rate",
        "units=2, allowed=30.00, too few units paid",
        "units=2, allowed=41.00 paidUnits=1, too few units paid",
        "units=2, allowed=44.44 units=1, too few units paid",
        "units=2, allowed=44.44 units=1 paidUnits=2, another payer's rate",
        "units=1, allowed=20.00 original=96372 code=96401, recoded down",
        "units=1, allowed=20.00 original=99211, under contract",
        "units=2, allowed=41.00 paidUnits=2, under contract",
        "units=2, allowed=41.00 paidUnits=0, under contract",
        "units=2, allowed=54.60, last year's rate",
        "units=2, allowed=44.44, another payer's rate",
        "units=1, allowed=25.35, practitioner rate applied (85 %)",
        "units=1, allowed=25.34, under contract",
        "units=1 on=2025-06-01, allowed=22.22 on=2025-06-01, another payer's rate",
        "units=1, allowed=21.11, under contract",
        "units=1, allowed=21.00, under contract",
        "payer=Old_Health, allowed=25.00 payer=Old_Health, under contract",
        "units=1, allowed=35.00, overpaid",
        "units=1, allowed=100.00, data error: allowed is more than the charge",
        "class=MEDICARE payer=none, allowed=13.91 class=MEDICARE payer=none, last year's rate",
        "payer=Gamma_Health, allowed=30.00 payer=Gamma_Health, last year's rate",
        "payer=Gamma_Health, allowed=24.60 payer=Gamma_Health, under contract",
        "payer=Gamma_Health credential=NP, allowed=24.60 payer=Gamma_Health, last year's rate",
        "payer=Gamma_Health, allowed=27.70 payer=Gamma_Health, under contract",
        "payer=Gamma_Health state=TX, allowed=27.70 payer=Gamma_Health, last year's rate",
        "payer=Gamma_Health, allowed=24.00 payer=Gamma_Health, under contract",
        "payer=Gamma_Health pos=22, allowed=24.00 payer=Gamma_Health, last year's rate",
        "payer=Lapsed_Health, allowed=23.45 payer=Lapsed_Health, under range",
        "payer=Mid_Health, allowed=27.00 payer=Mid_Health, last year's rate",
        "class=MEDICARE payer=none state=AL locality=0, allowed=12.71 class=MEDICARE payer=none, last year's rate",
        "class=MEDICARE payer=none, allowed=12.71 class=MEDICARE payer=none, under schedule",
        "class=MEDICARE payer=none state=AL locality=0, allowed=13.91 class=MEDICARE payer=none, under schedule",
        "class=MEDICARE payer=none credential=NP, allowed=11.82 class=MEDICARE payer=none, last year's rate",
        "class=MEDICARE payer=none, allowed=11.82 class=MEDICARE payer=none, under schedule",
        "class=MEDICARE payer=none, allowed=10.00 class=MEDICARE payer=none, under schedule",
        "units=2 class=MEDICARE payer=Model_Medicare, allowed=15.36 payer=Model_Medicare, too few units paid",
        "units=2 class=MEDICARE payer=Model_Medicare, allowed=15.44 payer=Model_Medicare, too few units paid",
        "units=3 class=MEDICARE payer=Model_Medicare, allowed=30.80 payer=Model_Medicare, too few units paid",
        "units=2 class=MEDICARE payer=Model_Medicare, allowed=15.45 payer=Model_Medicare, under schedule",
        "units=2 class=MEDICARE payer=Model_Medicare, allowed=15.35 payer=Model_Medicare, under schedule",
        "units=2 class=MEDICARE payer=Model_Medicare credential=NP, allowed=13.06 payer=Model_Medicare, too few units paid",
        "units=3 payer=Wide_Health, allowed=25.00 payer=Wide_Health, too few units paid",
        "units=5 payer=Wide_Health, allowed=44.00 payer=Wide_Health, under contract",
        "units=2 payer=Unheard_Of, allowed=30.00 payer=Unheard_Of, under range",
        "units=1000000000, allowed=29.99, under contract",
        "units=1000000000, allowed=60.00, too few units paid",
        "payer=Unheard_Of, allowed=20.00 payer=Unheard_Of, under range"
    })
    void isNamed(String claim, String payment, String cause) throws IOException {
        Finding finding = finding(PayerDirectoryFile.load(null), claim, payment);

        assertThat(finding.cause()).as(finding.verdict() + ": " + finding.why()).isEqualTo(cause);
    }

    @Test
    void aRateThatIsScaledForThePractitionerIsCalledByItsKind() throws IOException {
        PayerDirectory payers = PayerDirectoryFile.load(
                Files.writeString(folder.resolve("payers.csv"), "payer,practitioner_percent\nTest Health,85\n"));

        assertThat(finding(payers, "credential=NP", "allowed=20.00").why())
                .containsIgnoringCase("the rate is 85 % of the contract for the practitioner's credential");
        assertThat(finding(payers, "class=MEDICARE payer=none credential=NP", "allowed=10.00 class=MEDICARE payer=none")
                        .why())
                .containsIgnoringCase("the rate is 85 % of the schedule for the practitioner's credential");
    }

    private Finding finding(PayerDirectory payers, String claim, String payment) throws IOException {
        Path file = Files.writeString(folder.resolve("ranges.csv"), RANGES);
        ExpectedRanges ranges = ExpectedRanges.load(file, payers);
        Judge judge = new Judge(
                new Judge.Rules(
                        new Pricer(ranges, NeverTogether.shipped()),
                        ranges,
                        MedicareFeeSchedule.shipped(),
                        payers,
                        Clocks.shipped(),
                        Tolerance.DEFAULT,
                        ReasonCodes.shipped()),
                YearMonth.of(2026, 10));
        MatchedPayment event = new MatchedPayment(TestLines.payment(9, "billed=90.00 " + payment), 2, "", true);

        return judge.judge(
                new LineHistory(TestLines.claim(1, "charge=90.00 " + claim), List.of(event), List.of(), List.of()),
                null);
    }
}
