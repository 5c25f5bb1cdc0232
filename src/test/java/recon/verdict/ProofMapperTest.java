package recon.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.StagedLines.claim;
import static recon.StagedLines.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.DatabaseKind;
import recon.StagedLines;
import recon.TestDatabase;
import recon.claim.Bucket;
import recon.claim.CheckTotal;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.ProviderAdjustment;
import recon.claim.SourceRef;
import recon.load.BucketCount;
import recon.load.SourceFile;
import recon.load.StagingMapper;
import recon.match.MatchOutcome;
import recon.match.MatchResult;

@Tag("database")
class ProofMapperTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate SEPTEMBER_END = SEPTEMBER.atEndOfMonth();
    private static final LocalDate OCTOBER_END = OCTOBER.atEndOfMonth();
    private static final MatchResult NO_CLAIM = new MatchResult.NoClaimLine("no claim line", null);

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyStagedClaimLineOfTheRunsOwnFilesIsInOneBucket(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile inherited = lines.file(1, "CLAIMS", "c9.csv", SEPTEMBER);
            lines.add(inherited, claim("Z9"));
            lines.run(1, "2026-09", inherited);
            lines.complete(1);
            SourceFile first = lines.file(2, "CLAIMS", "c10.csv", OCTOBER);
            SourceFile second = lines.file(3, "CLAIMS", "d10.csv", OCTOBER);
            long kept = lines.add(first, claim("A1").charge("40.00"));
            long repeated = lines.add(first, claim("A1").charge("40.01"));
            lines.add(first, claim("A2").charge("0.10").on("2026-10-31"));
            lines.add(first, claim("A3").charge("0.20").on("2026-11-01"));
            long repeatedLater = lines.add(first, claim("A3").charge("0.40").on("2026-11-01"));
            long otherCode = lines.add(first, claim("A4").charge("90.00").code("99213"));
            lines.add(second, claim("B1").charge("7.00"));
            long waiting = lines.add(second, claim("B1").charge("8.00").frequency("7"));
            lines.run(2, "2026-10", first, second);
            lines.waits(2, waiting);
            lines.aside(2, repeated, kept);
            lines.aside(2, repeatedLater, kept);
            lines.aside(2, otherCode, kept);

            assertThat(database.list(ProofMapper.class, proof -> proof.claimBuckets(2, OCTOBER_END)))
                    .containsExactlyInAnyOrder(
                            claims(2, Bucket.IN_SCOPE, 2, "40.10"),
                            claims(2, Bucket.DUPLICATE, 2, "40.41"),
                            claims(2, Bucket.LATER, 1, "0.20"),
                            claims(2, Bucket.OTHER_CODES, 1, "90.00"),
                            claims(3, Bucket.IN_SCOPE, 1, "7.00"),
                            claims(3, Bucket.LATER, 1, "8.00"));
        }
    }

    private static BucketCount claims(long fileId, Bucket bucket, long rows, String billed) {
        return new BucketCount(fileId, bucket, rows, Money.of(billed), Money.ZERO, Money.ZERO);
    }

    /**
     * September judges two payments and leaves one for later; October brings a file with a payment that September judged too, and
     * one of November.
     */
    private static void twoMonths(TestDatabase database) {
        StagedLines lines = new StagedLines(database);
        SourceFile claims = lines.file(1, "CLAIMS", "c.csv", SEPTEMBER);
        SourceFile september = lines.file(2, "REMITTANCES", "r9.csv", SEPTEMBER);
        long line = lines.add(claims, claim("A1"));
        SourceFile october = lines.file(3, "REMITTANCES", "r10.csv", OCTOBER);
        long judged = lines.add(
                september,
                payment("A1")
                        .posted("2026-09-30")
                        .billed("1.00")
                        .allowed("0.30")
                        .paid("0.10"));
        long later = lines.add(
                september, payment("A1").posted("2026-10-01").billed("2.00").paid("0.20"));
        long unmatched = lines.add(
                october, payment("A2").posted("2026-09-02").billed("4.00").paid("0.40"));
        long matched = lines.add(
                october,
                payment("A1")
                        .posted("2026-10-31")
                        .billed("8.00")
                        .allowed("0.60")
                        .paid("0.80"));
        long repeats = lines.add(
                october, payment("A1").posted("2026-10-31").billed("16.00").paid("1.60"));
        long several = lines.add(
                october, payment("A3").posted("2026-10-31").billed("32.00").paid("-3.20"));
        lines.add(october, payment("A4").posted("2026-11-01").billed("64.00").paid("6.40"));
        lines.run(1, "2026-09", claims, september);
        lines.matched(1, judged, line, true);
        lines.complete(1);
        // A file of September's that stays in the folder: October has it as its own once more.
        lines.run(2, "2026-10", september, october);
        lines.matched(2, later, line, true);
        lines.match(2, unmatched, NO_CLAIM, true);
        lines.matched(2, matched, line, true);
        lines.match(2, repeats, new MatchResult.Repeats(matched), true);
        lines.match(2, several, new MatchResult.SeveralClaimLines(2), true);
        lines.matched(2, judged, line, false);
        lines.complete(2);
        // November has no file of its own: what it judges was counted as later when it came.
        lines.run(3, "2026-11");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyStagedPaymentOfTheRunsOwnFilesIsInOneBucket(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            twoMonths(database);

            assertThat(database.list(ProofMapper.class, proof -> proof.remittanceBuckets(1, SEPTEMBER_END)))
                    .containsExactlyInAnyOrder(
                            payments(2, Bucket.IN_SCOPE, 1, "1.00", "0.30", "0.10"),
                            payments(2, Bucket.LATER, 1, "2.00", "0.00", "0.20"));
            assertThat(database.list(ProofMapper.class, proof -> proof.remittanceBuckets(2, OCTOBER_END)))
                    .containsExactlyInAnyOrder(
                            payments(2, Bucket.JUDGED_EARLIER, 1, "1.00", "0.30", "0.10"),
                            payments(2, Bucket.IN_SCOPE, 1, "2.00", "0.00", "0.20"),
                            payments(3, Bucket.IN_SCOPE, 3, "44.00", "0.60", "-2.00"),
                            payments(3, Bucket.DUPLICATE, 1, "16.00", "0.00", "1.60"),
                            payments(3, Bucket.LATER, 1, "64.00", "0.00", "6.40"));
            assertThat(database.list(
                            ProofMapper.class, proof -> proof.remittanceBuckets(3, LocalDate.of(2026, 11, 30))))
                    .isEmpty();
        }
    }

    private static BucketCount payments(
            long fileId, Bucket bucket, long rows, String billed, String allowed, String paid) {
        return new BucketCount(fileId, bucket, rows, Money.of(billed), Money.of(allowed), Money.of(paid));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatAnEarlierFileBroughtForThisMonthIsCarriedIn(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            twoMonths(database);

            assertTally(database, proof -> proof.carriedIn(1, SEPTEMBER_END), 0, null, null, null);
            assertTally(database, proof -> proof.carriedIn(2, OCTOBER_END), 0, null, null, null);
            assertTally(database, proof -> proof.carriedIn(3, LocalDate.of(2026, 11, 30)), 1, "6400", "0", "640");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void matchesInScopeAreCountedByOutcome(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            twoMonths(database);

            assertThat(database.list(ProofMapper.class, proof -> proof.matches(2)))
                    .containsExactly(
                            outcome(MatchOutcome.MATCHED, false, 1, "100", "30", "10"),
                            outcome(MatchOutcome.MATCHED, true, 2, "1000", "60", "100"),
                            outcome(MatchOutcome.NO_CLAIM, true, 1, "400", "0", "40"),
                            outcome(MatchOutcome.REPEATS, true, 1, "1600", "0", "160"),
                            outcome(MatchOutcome.SEVERAL, true, 1, "3200", "0", "-320"));
            assertThat(database.list(ProofMapper.class, proof -> proof.matches(3)))
                    .isEmpty();
            assertThat(count(database, proof -> proof.countMatches(2))).isEqualTo(2);
            assertThat(count(database, proof -> proof.countUnmatched(2))).isEqualTo(2);
        }
    }

    private static ProofMapper.OutcomeTally outcome(
            MatchOutcome outcome, boolean inScope, long lines, String billed, String allowed, String paid) {
        return new ProofMapper.OutcomeTally(
                outcome, inScope, lines, new BigDecimal(billed), new BigDecimal(allowed), new BigDecimal(paid));
    }

    private static void assertTally(
            TestDatabase database,
            Function<ProofMapper, ProofMapper.Tally> question,
            long lines,
            @Nullable String billed,
            @Nullable String allowed,
            @Nullable String paid) {
        ProofMapper.Tally tally = database.ask(ProofMapper.class, question);
        assertThat(tally.lines()).isEqualTo(lines);
        assertThat(tally.billed()).isEqualTo(billed == null ? null : new BigDecimal(billed));
        assertThat(tally.allowed()).isEqualTo(allowed == null ? null : new BigDecimal(allowed));
        assertThat(tally.paid()).isEqualTo(paid == null ? null : new BigDecimal(paid));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void linesOnFileAreSettledEarlierOrJudgedNow(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            long first = lines.add(file, claim("A1").charge("40.00"));
            lines.add(file, claim("A2").charge("2.50"));
            lines.run(1, "2026-10", file);
            lines.found(1, first, Verdict.UNDERPAID, "10.00");
            insertUnmatched(database, 77, "12.00", "3.00");
            insertUnmatched(database, 78, "1.00", null);

            assertTally(database, proof -> proof.linesOnFile(1, OCTOBER_END), 2, "4250", null, null);
            assertTally(database, proof -> proof.linesSettled(1, OCTOBER_END), 0, null, null, null);
            assertTally(database, proof -> proof.linesJudged(1), 1, "4000", null, null);
            assertThat(database.list(ProofMapper.class, proof -> proof.verdicts(1)))
                    .containsExactly(
                            new ProofMapper.VerdictTally(Verdict.UNDERPAID, true, 1, new BigDecimal("4000"), null),
                            new ProofMapper.VerdictTally(
                                    Verdict.UNMATCHED, false, 2, new BigDecimal("1300"), new BigDecimal("300")));
        }
    }

    private static void insertUnmatched(TestDatabase database, long paymentId, String billed, @Nullable String paid) {
        Finding finding = new Finding(
                null,
                paymentId,
                Verdict.UNMATCHED,
                new Finding.Subject(
                        "Acme",
                        PayerClass.UNKNOWN,
                        null,
                        null,
                        null,
                        null,
                        null,
                        OCTOBER_END,
                        null,
                        null,
                        null,
                        "",
                        null,
                        null,
                        null),
                new Finding.Amounts(Money.of(billed), null, null, paid == null ? null : Money.of(paid), null, null),
                null,
                null,
                null,
                null,
                "no claim line",
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Finding.Past.NONE);
        database.tell(
                FindingMapper.class,
                findings -> findings.insert(new FindingMapper.StoredFinding(1, paymentId, finding)));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aSettledLineOfWhichMoneyIsTakenBackIsToBeJudgedAgain(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", SEPTEMBER);
            SourceFile september = lines.file(2, "REMITTANCES", "r9.835", SEPTEMBER);
            SourceFile october = lines.file(3, "REMITTANCES", "r10.835", OCTOBER);
            lines.run(1, "2026-09", claims, september);
            for (String charge : List.of("40.00", "2.50")) {
                long line = lines.add(claims, claim("A" + charge).charge(charge));
                lines.matched(1, lines.add(september, payment("A" + charge).payerClaim("icn" + charge)), line, true);
                lines.found(1, line, Verdict.IN_RANGE, charge);
            }
            lines.complete(1);
            lines.run(2, "2026-10", claims, september, october);
            assertTally(database, proof -> proof.linesSettled(2, OCTOBER_END), 2, "4250", null, null);
            ProviderAdjustment takeBack = new ProviderAdjustment(
                    SourceRef.segment(october.name(), 40),
                    "Acme",
                    "EFT1",
                    OCTOBER_END,
                    "WO",
                    "icn2.50",
                    Money.of("2.50"));
            database.tell(StagingMapper.class, staging -> staging.insertProviderAdjustment(3, 1, takeBack, "ICN2.50"));

            assertTally(database, proof -> proof.linesSettled(2, OCTOBER_END), 1, "4000", null, null);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void openAtTheStartAndAddedLessResolvedAreOpenAtTheEnd(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile september = lines.file(1, "CLAIMS", "c9.csv", SEPTEMBER);
            long stillOpen = lines.add(september, claim("OPEN"));
            long recovered = lines.add(september, claim("RECOVERED"));
            long settled = lines.add(september, claim("SETTLED").charge("41.00"));
            long reopened = lines.add(september, claim("REVERSED"));
            long replaced = lines.add(september, claim("REPLACED"));
            lines.run(1, "2026-08", september);
            lines.found(1, settled, Verdict.DENIED, "0.00");
            lines.complete(1);
            lines.run(2, "2026-09", september);
            lines.found(2, stillOpen, Verdict.DENIED, "0.00");
            lines.found(2, recovered, Verdict.UNDERPAID, "9.00");
            lines.found(2, settled, Verdict.IN_RANGE, "20.00");
            lines.found(2, reopened, Verdict.EXPECTED_ZERO, "0.00");
            lines.found(2, replaced, Verdict.NO_RESPONSE, null);
            lines.complete(2);
            SourceFile october = lines.file(2, "CLAIMS", "c10.csv", OCTOBER);
            long replacing = lines.add(october, claim("REPLACED").frequency("7"));
            long paidAtOnce = lines.add(october, claim("NEW-PAID"));
            lines.run(3, "2026-10", october);
            lines.aside(3, replaced, replacing);
            lines.found(3, stillOpen, Verdict.DENIED, "0.00");
            lines.found(3, recovered, Verdict.IN_RANGE, "20.00");
            SourceFile reversals = lines.file(3, "REMITTANCES", "r10.csv", OCTOBER);
            lines.matched(3, lines.add(reversals, payment("REVERSED")), reopened, true);
            lines.found(3, reopened, Verdict.PENDED, null);
            lines.found(3, replacing, Verdict.NO_RESPONSE, null);
            lines.found(3, paidAtOnce, Verdict.IN_RANGE, "20.00");

            assertThat(count(database, proof -> proof.openBefore(3)))
                    .as("open, recovered, replaced")
                    .isEqualTo(3);
            assertThat(count(database, proof -> proof.openBeforeAndAside(3)))
                    .as("replaced")
                    .isEqualTo(1);
            assertThat(count(database, proof -> proof.openBeforeAndListed(3)))
                    .as("open, recovered")
                    .isEqualTo(2);
            database.execute("delete from finding where run_id = 3 and claim_line_id = " + stillOpen);
            assertThat(count(database, proof -> proof.openBeforeAndListed(3)))
                    .as("recovered")
                    .isEqualTo(1);
            database.execute("delete from run_on_file where run_id = 3 and file_id = 1");
            assertThat(count(database, proof -> proof.openBeforeAndAside(3)))
                    .as("open, recovered and replaced: their file is read anew")
                    .isEqualTo(3);
            database.execute("insert into run_on_file (run_id, file_id, own) values (3, 1, false)");
            assertTally(database, proof -> proof.linesSettled(3, OCTOBER_END), 1, "4100", null, null);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aMatchedPaymentStandsInAVerdictOrWaitsForTheMonthOfItsClaimLine(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile remittances = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            long judged = lines.add(claims, claim("A1"));
            long lost = lines.add(claims, claim("A2"));
            long ofNovember = lines.add(claims, claim("A3").on("2026-11-01"));
            lines.run(1, "2026-10", claims, remittances);
            lines.matched(1, lines.add(remittances, payment("A1")), judged, true);
            lines.matched(1, lines.add(remittances, payment("A1")), judged, true);
            lines.matched(1, lines.add(remittances, payment("A1")), judged, false);
            lines.matched(1, lines.add(remittances, payment("A2")), lost, true);
            lines.matched(1, lines.add(remittances, payment("A2")), lost, false);
            lines.matched(1, lines.add(remittances, payment("A3")), ofNovember, true);
            lines.match(1, lines.add(remittances, payment("A4")), NO_CLAIM, true);
            database.execute("insert into run_claim_line (run_id, claim_line_id) values (1, " + judged + ")");

            assertThat(count(database, proof -> proof.countMatches(1))).isEqualTo(4);
            assertThat(count(database, proof -> proof.matchedAndJudged(1, OCTOBER_END)))
                    .as("two in scope, one not, and one that waits")
                    .isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPaymentOfALineThatIsSetAsideIsMissedUntilItIsMatchedAgain(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", SEPTEMBER);
            SourceFile remittances = lines.file(2, "REMITTANCES", "r.csv", SEPTEMBER);
            long voided = lines.add(claims, claim("A1"));
            long kept = lines.add(claims, claim("A2"));
            long left = lines.add(remittances, payment("A1"));
            lines.run(1, "2026-09", claims, remittances);
            lines.matched(1, left, voided, true);
            lines.matched(1, lines.add(remittances, payment("A2")), kept, true);
            lines.complete(1);
            SourceFile october = lines.file(3, "CLAIMS", "c10.csv", OCTOBER);
            long voiding = lines.add(october, claim("A1").frequency("8"));
            lines.run(2, "2026-10", october);
            assertThat(count(database, proof -> proof.leftOnLinesAside(2))).isZero();
            lines.aside(2, voided, voiding);

            assertThat(count(database, proof -> proof.leftOnLinesAside(2))).isEqualTo(1);
            lines.match(2, left, NO_CLAIM, false);
            assertThat(count(database, proof -> proof.leftOnLinesAside(2))).isZero();
        }
    }

    private static long count(TestDatabase database, Function<ProofMapper, Long> question) {
        return database.ask(ProofMapper.class, question);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aMonthWithoutEarlierMonthsHasNothingOpenAtItsStart(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            long line = lines.add(file, claim("A1"));
            lines.run(1, "2026-10", file);
            lines.found(1, line, Verdict.NO_RESPONSE, null);

            assertThat(count(database, proof -> proof.openBefore(1))).isZero();
            assertThat(count(database, proof -> proof.openBeforeAndAside(1))).isZero();
            assertThat(count(database, proof -> proof.openBeforeAndListed(1))).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void checksAreThoseOfTheRunsOwnFiles(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile september = lines.file(1, "REMITTANCES", "r9.835", SEPTEMBER);
            lines.run(1, "2026-09", september);
            lines.complete(1);
            SourceFile october = lines.file(2, "REMITTANCES", "r10.835", OCTOBER);
            lines.run(2, "2026-10", october);
            CheckTotal second = check(october, 9, "EFT2");
            CheckTotal first = check(october, 5, null);
            database.tell(StagingMapper.class, staging -> {
                staging.insertCheckTotal(1, 1, check(september, 5, "EFT0"));
                staging.insertCheckTotal(2, 2, second);
                staging.insertCheckTotal(2, 1, first);
            });

            assertThat(database.list(ProofMapper.class, proof -> proof.checks(2)))
                    .containsExactly(first, second);
        }
    }

    private static CheckTotal check(SourceFile file, long segment, @Nullable String number) {
        SourceRef place = SourceRef.segment(file.name(), segment);
        return new CheckTotal(
                place, "Acme", number, OCTOBER_END, Money.of("10.00"), Money.of("12.00"), Money.of("2.00"));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void controlTotalsComeBackInTheirOrderToTheCent(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            new StagedLines(database).run(1, "2026-10");
            ControlTotal rows = new ControlTotal(
                    "Rows read = rows in buckets: o'b.csv",
                    ControlTotal.Unit.ROWS,
                    new BigDecimal("12"),
                    new BigDecimal("12"));
            ControlTotal dollars = new ControlTotal(
                    "Paid read = paid in buckets",
                    ControlTotal.Unit.DOLLARS,
                    new BigDecimal("-123456789012345.67"),
                    new BigDecimal("0.01"));

            database.tell(ProofMapper.class, proof -> {
                proof.insert(1, 2, dollars);
                proof.insert(1, 1, rows);
            });

            List<ControlTotal> totals = database.list(ProofMapper.class, proof -> proof.controlTotals(1));
            assertThat(totals).extracting(ControlTotal::equation).containsExactly(rows.equation(), dollars.equation());
            assertThat(totals).extracting(ControlTotal::unit).containsExactly(rows.unit(), dollars.unit());
            assertThat(totals).extracting(ControlTotal::ties).containsExactly(true, false);
            assertThat(totals.get(0).left()).isEqualByComparingTo("12");
            assertThat(totals.get(1).left()).isEqualTo(dollars.left());
            assertThat(totals.get(1).right()).isEqualTo(dollars.right());
            assertThat(database.rows("select ordinal, unit, lhs, rhs from control_total order by 1"))
                    .containsExactly("1 | ROWS | 12.00 | 12.00", "2 | DOLLARS | -123456789012345.67 | 0.01");
        }
    }
}
