package recon.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.claim.Bucket;
import recon.claim.CheckTotal;
import recon.claim.FileKind;
import recon.claim.Money;
import recon.claim.RowSums;
import recon.claim.SourceRef;
import recon.load.BucketCount;
import recon.load.FileMapper;
import recon.load.RunFile;
import recon.load.SourceFile;
import recon.load.StagedTotal;
import recon.verdict.ProofMapper.Tally;

/** The equations of a month: they tie where nothing is lost, and each loss shows in an equation of its own. */
class ControlTotalsTest {

    private static final long CLAIMS = 1;
    private static final long REMITTANCES = 2;
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);

    /** What was counted in a month of four claim rows and five remittance rows. */
    private static final class Counts {
        private final Map<Long, FileMapper.FileTotals> read = Map.of(
                CLAIMS, new FileMapper.FileTotals(4, Money.of("120.00"), Money.ZERO, Money.ZERO),
                REMITTANCES, new FileMapper.FileTotals(5, Money.of("160.00"), Money.of("60.00"), Money.of("55.00")));
        private boolean loaded = true;
        private long claimsInScope = 2;
        private long paymentsInScope = 2;
        private long rejected = 1;
        private Tally carriedIn = tally(1, "40.00", "30.00", "30.00");
        private Tally matched = tally(2, "80.00", "30.00", "25.00");
        private Tally unmatched = tally(1, "40.00", "30.00", "30.00");
        private Tally onFile = tally(3, "120.00", null, null);
        private Tally settled = tally(1, "40.00", null, null);
        private Tally judged = tally(2, "80.00", null, null);
        private Tally unmatchedJudged = tally(1, "40.00", null, "30.00");
        private long leftOnLinesAside;
        private long matchedAndJudged = 3;
        private long openNow = 3;
        private Money statedTotal = Money.of("160.00");
        private Money deposit = Money.of("50.00");

        private List<ControlTotal> totals() {
            return ControlTotals.of(
                    fileCounts(),
                    new ControlTotals.Verdicts(
                            new ControlTotals.Payments(carriedIn, matched, unmatched),
                            new ControlTotals.ClaimLines(onFile, settled, judged),
                            new ControlTotals.WithoutClaimLine(tally(1, "40.00", null, "30.00"), unmatchedJudged),
                            new ControlTotals.Matched(1, leftOnLinesAside, matchedAndJudged)),
                    new ControlTotals.OpenItems(2, 3, 2, openNow),
                    List.of(new StagedTotal(
                            SourceRef.row("r.csv", null, 6), "Billed", statedTotal, Money.of("160.00"))),
                    List.of(check(null), check("EFT1")));
        }

        private CheckTotal check(String number) {
            return new CheckTotal(
                    SourceRef.segment("r.835", 3),
                    "Test Health",
                    number,
                    AS_OF,
                    deposit,
                    Money.of("55.00"),
                    Money.of("5.00"));
        }

        private FileCounts fileCounts() {
            FileMapper files = mock(FileMapper.class);
            when(files.get(anyLong())).thenAnswer(call -> source(call.getArgument(0)));
            when(files.totals(anyLong())).thenAnswer(call -> read.get(call.<Long>getArgument(0)));
            when(files.buckets(CLAIMS))
                    .thenReturn(List.of(
                            bucket(CLAIMS, Bucket.BANNER, 1, "0.00", "0.00", "0.00"),
                            bucket(CLAIMS, Bucket.OTHER_CODES, 9, "999.00", "0.00", "0.00"),
                            bucket(CLAIMS, Bucket.IN_SCOPE, 9, "999.00", "0.00", "0.00")));
            when(files.buckets(REMITTANCES))
                    .thenReturn(List.of(
                            bucket(REMITTANCES, Bucket.BANNER, 1, "0.00", "0.00", "0.00"),
                            bucket(REMITTANCES, Bucket.REJECTED, rejected, "40.00", "0.00", "0.00"),
                            bucket(REMITTANCES, Bucket.OTHER_CODES, 1, "40.00", "30.00", "30.00"),
                            bucket(REMITTANCES, Bucket.IN_SCOPE, 9, "999.00", "0.00", "0.00")));
            ProofMapper proof = mock(ProofMapper.class);
            when(proof.claimBuckets(7, AS_OF))
                    .thenReturn(List.of(
                            bucket(CLAIMS, Bucket.OTHER_CODES, 1, "40.00", "0.00", "0.00"),
                            bucket(CLAIMS, Bucket.IN_SCOPE, claimsInScope, "80.00", "0.00", "0.00")));
            when(proof.remittanceBuckets(7, AS_OF))
                    .thenReturn(
                            List.of(bucket(REMITTANCES, Bucket.IN_SCOPE, paymentsInScope, "80.00", "30.00", "25.00")));
            List<RunFile> runFiles = List.of(
                    new RunFile(7, 1, CLAIMS, "c.csv", 100, null),
                    new RunFile(7, 2, REMITTANCES, "r.csv", 100, null),
                    new RunFile(7, 3, REMITTANCES, "copy.csv", 100, "r.csv"));
            return FileCounts.of(7, AS_OF, runFiles, files, proof);
        }

        private SourceFile source(long file) {
            return new SourceFile(
                    file,
                    "a".repeat(64),
                    "b".repeat(64),
                    file == CLAIMS ? "c.csv" : "r.csv",
                    file == CLAIMS ? FileKind.CLAIMS : FileKind.REMITTANCES,
                    100,
                    7,
                    YearMonth.of(2026, 10),
                    loaded);
        }

        private static BucketCount bucket(
                long file, Bucket bucket, long rows, String billed, String allowed, String paid) {
            return new BucketCount(file, bucket, rows, Money.of(billed), Money.of(allowed), Money.of(paid));
        }

        private static Tally tally(long lines, String billed, String allowed, String paid) {
            return new Tally(lines, cents(billed), cents(allowed), cents(paid));
        }

        private static BigDecimal cents(String dollars) {
            return dollars == null ? null : new BigDecimal(dollars).movePointRight(2);
        }
    }

    /** What is lost, and the words of an equation in which it shows. */
    private enum Loss {
        A_FILES_END("Files of the run", counts -> counts.loaded = false),
        A_CLAIM_LINE("Rows read = rows in buckets: c.csv", counts -> counts.claimsInScope--),
        A_CLAIM_LINE_OF_ALL("All claim rows read", counts -> counts.claimsInScope--),
        A_PAYMENT("Rows read = rows in buckets: r.csv", counts -> counts.paymentsInScope--),
        A_REJECTED_ROW("All remittance rows read", counts -> counts.rejected = 0),
        A_MATCH(
                "Payments in scope + carried in",
                counts -> counts.matched = Counts.tally(1, "80.00", "30.00", "25.00")),
        BILLED_OF_A_MATCH(
                "Billed of payments in scope", counts -> counts.matched = Counts.tally(2, "79.99", "30.00", "25.00")),
        ALLOWED_OF_A_MATCH(
                "Allowed of payments in scope", counts -> counts.matched = Counts.tally(2, "80.00", "29.99", "25.00")),
        PAID_OF_A_MATCH(
                "Paid of payments in scope", counts -> counts.unmatched = Counts.tally(1, "40.00", "30.00", "30.01")),
        A_CARRIED_PAYMENT(
                "Payments in scope + carried in", counts -> counts.carriedIn = Counts.tally(0, null, null, null)),
        A_VERDICT("Claim lines on file", counts -> counts.judged = Counts.tally(1, "80.00", null, null)),
        BILLED_OF_A_VERDICT(
                "Billed of claim lines on file", counts -> counts.judged = Counts.tally(2, "80.01", null, null)),
        A_SETTLED_LINE("Claim lines on file", counts -> counts.settled = Counts.tally(0, null, null, null)),
        AN_UNMATCHED_PAYMENT(
                "Payments without a claim line", counts -> counts.unmatchedJudged = Counts.tally(0, null, null, null)),
        PAID_OF_AN_UNMATCHED_PAYMENT(
                "Paid on payments without", counts -> counts.unmatchedJudged = Counts.tally(1, "40.00", null, "29.00")),
        A_PAYMENT_OF_A_LINE_WITHOUT_A_VERDICT("Payments matched", counts -> counts.matchedAndJudged--),
        A_PAYMENT_OF_A_LINE_THAT_WAS_SET_ASIDE("Payments matched", counts -> counts.leftOnLinesAside++),
        AN_OPEN_ITEM("Open claim lines at the start", counts -> counts.openNow--),
        A_ROW_ABOVE_A_TOTAL("Total row, column 'Billed'", counts -> counts.statedTotal = Money.of("200.00")),
        PART_OF_A_DEPOSIT("deposit of check EFT1", counts -> counts.deposit = Money.of("49.99"));

        private final String equation;
        private final Consumer<Counts> lose;

        Loss(String equation, Consumer<Counts> lose) {
            this.equation = equation;
            this.lose = lose;
        }
    }

    @Test
    void whereNothingIsLostAllTie() {
        List<ControlTotal> totals = new Counts().totals();

        assertThat(totals).hasSizeGreaterThan(20).allMatch(ControlTotal::ties);
        assertThat(totals)
                .extracting(ControlTotal::equation)
                .doesNotHaveDuplicates()
                .contains(
                        "Claims paid less provider-level adjustments = deposit of check (no number): r.835 segment 3");
        assertThat(totals)
                .filteredOn(total -> total.unit() == ControlTotal.Unit.FILES)
                .extracting(ControlTotal::equation)
                .containsExactly("Files of the run = files read to their end");
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void eachLossShows(Loss loss) {
        Counts counts = new Counts();
        loss.lose.accept(counts);

        List<String> notTied = new ArrayList<>();
        for (ControlTotal total : counts.totals()) {
            if (!total.ties()) {
                notTied.add(total.equation());
            }
        }
        assertThat(notTied).anyMatch(equation -> equation.contains(loss.equation));
    }

    @Test
    void bucketsAreCountedByFileAndKind() {
        FileCounts counts = new Counts().fileCounts();

        assertThat(counts.files()).hasSize(2);
        assertThat(counts.rejected()).isEqualTo(1);
        assertThat(counts.read(FileKind.CLAIMS)).isEqualTo(4);
        assertThat(counts.rows(FileKind.REMITTANCES, Bucket.IN_SCOPE)).isEqualTo(2);
        Map<Bucket, Long> claims = new EnumMap<>(counts.files().get(0).rows());
        assertThat(claims)
                .as("claim lines of other codes are counted where they are stored")
                .containsEntry(Bucket.OTHER_CODES, 1L)
                .containsEntry(Bucket.IN_SCOPE, 2L);
        assertThat(counts.files().get(1).dollarsInBuckets())
                .isEqualTo(new RowSums(Money.of("160.00"), Money.of("60.00"), Money.of("55.00")));
    }
}
