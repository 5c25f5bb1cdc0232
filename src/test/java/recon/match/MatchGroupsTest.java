package recon.match;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.StagedLines.claim;
import static recon.StagedLines.payment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.DatabaseKind;
import recon.StagedLines;
import recon.TestDatabase;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;
import recon.claim.RemittanceLine;
import recon.load.SourceFile;
import recon.match.MatchGroups.KeyedGroup;

@Tag("database")
class MatchGroupsTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate AS_OF = OCTOBER.atEndOfMonth();
    private static final Matcher MATCHER = new Matcher(new PayerDirectory(List.of()));

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aGroupHoldsAClaimsPaymentsAndEveryLineThatTheyMayBelongTo(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            long own = lines.add(claims, claim("A1").member("m1"));
            long byPayersNumber = lines.add(claims, claim("A1-CORRECTED").payerClaim("icn1"));
            long sameMember = lines.add(claims, claim("B7").member("M1"));
            lines.add(claims, claim("B8").member("m1").on("2026-10-06"));
            lines.add(claims, claim("B9").member("m2"));
            long first = lines.add(
                    payments, payment("a1").payerClaim("ICN1").member("m1").billed("41.00"));
            long second = lines.add(payments, payment("A1").billed("40.00"));
            lines.run(1, "2026-10", claims, payments);

            List<KeyedGroup> groups = page(database, 0, 10);

            assertThat(groups).extracting(KeyedGroup::ordinal).containsExactly(1L);
            MatchGroup group = groups.get(0).group();
            assertThat(group.payments()).extracting(RemittanceLine::id).containsExactly(first, second);
            assertThat(group.claimLines()).extracting(ClaimLine::id).containsExactly(own, byPayersNumber);
            assertThat(group.byMember()).extracting(ClaimLine::id).containsExactly(sameMember);
            assertThat(group.near()).isEmpty();
            assertThat(groups.get(0).inScope()).containsExactlyInAnyOrder(first, second);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void linesOfTheSameMemberAreNotGatheredForWhatTheClaimSettles(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            long own = lines.add(claims, claim("A1").member("m1"));
            long byPayersNumber = lines.add(claims, claim("A1-CORRECTED").payerClaim("icn1"));
            lines.add(claims, claim("B7").member("M1"));
            lines.add(payments, payment("a1").payerClaim("ICN1").member("m1").billed("40.00"));
            lines.run(1, "2026-10", claims, payments);

            MatchGroup group = page(database, 0, 10).get(0).group();

            assertThat(group.claimLines()).extracting(ClaimLine::id).containsExactly(own, byPayersNumber);
            assertThat(group.byMember()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void onlyAClaimThatIsNotFoundByItsOwnNumberIsLookedForByASimilarOne(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            long padded = lines.add(claims, claim("00123"));
            long exact = lines.add(claims, claim("456"));
            lines.add(claims, claim("0456"));
            lines.add(payments, payment("123"));
            lines.add(payments, payment("456"));
            lines.run(1, "2026-10", claims, payments);

            List<KeyedGroup> groups = page(database, 0, 10);

            assertThat(groups).extracting(KeyedGroup::ordinal).containsExactly(1L, 2L);
            assertThat(groups.get(0).group().claimLines()).isEmpty();
            assertThat(groups.get(0).group().near()).extracting(ClaimLine::id).containsExactly(padded);
            assertThat(groups.get(1).group().claimLines())
                    .extracting(ClaimLine::id)
                    .containsExactly(exact);
            assertThat(groups.get(1).group().near()).isEmpty();
        }
    }

    /** Whether the earlier match is of the claim itself or of another, which is not among the lines of the group. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aGroupTellsWhatTheLastMonthFoundForItsPaymentsAsFarAsItStillCounts(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c9.csv", YearMonth.of(2026, 8));
            SourceFile payments = lines.file(2, "REMITTANCES", "r9.csv", YearMonth.of(2026, 8));
            long own = lines.add(claims, claim("A1"));
            long ofAnother = lines.add(claims, claim("B2"));
            long voided = lines.add(claims, claim("C3"));
            long moved = lines.add(payments, payment("A1").posted("2026-08-20"));
            long byMember = lines.add(payments, payment("A1").posted("2026-08-20"));
            long ofVoided = lines.add(payments, payment("A1").posted("2026-08-20"));
            long lost = lines.add(payments, payment("A1").posted("2026-08-20"));
            long inVain = lines.add(payments, payment("A1").posted("2026-08-20"));
            lines.run(1, "2026-08", claims, payments);
            lines.matched(1, moved, ofAnother, true);
            lines.matched(1, lost, own, true);
            lines.match(1, byMember, new MatchResult.Matched(ofAnother, 5, "low confidence"), true);
            lines.matched(1, ofVoided, voided, true);
            lines.match(1, inVain, new MatchResult.NoClaimLine("no claim line", null), true);
            lines.complete(1);
            lines.run(2, "2026-09");
            lines.matched(2, moved, own, false);
            lines.match(2, lost, new MatchResult.NoClaimLine("no claim line", null), false);
            lines.complete(2);
            SourceFile october = lines.file(3, "CLAIMS", "c10.csv", OCTOBER);
            lines.add(october, claim("A1"));
            long voiding = lines.add(october, claim("C3").frequency("8"));
            lines.run(3, "2026-10", october);
            lines.aside(3, voided, voiding);
            database.tell(MatchMapper.class, matches -> matches.listKeys(3, AS_OF, MatchMapper.LINES_PER_RANGE));

            List<KeyedGroup> groups =
                    database.list(MatchMapper.class, mapper -> new MatchGroups(mapper, MATCHER, 3, AS_OF)
                            .page(0, Long.MAX_VALUE, 10));

            assertThat(groups).hasSize(1);
            assertThat(groups.get(0).group().earlier())
                    .containsOnly(
                            Map.entry(moved, new MatchResult.Matched(own, 1, "")),
                            Map.entry(byMember, new MatchResult.Matched(ofAnother, 5, "low confidence")));
            assertThat(groups.get(0).inScope()).isEmpty();
        }
    }

    /** A month whose file held a payment of the month before, which is run again with a file of its own that holds it too. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatAMonthFoundIsComparedOnceMoreWhereAnOlderMonthWasRunAgainSince(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c7.csv", YearMonth.of(2026, 7));
            SourceFile august = lines.file(2, "REMITTANCES", "r8.csv", YearMonth.of(2026, 8));
            SourceFile late = lines.file(3, "REMITTANCES", "late.csv", YearMonth.of(2026, 7));
            long line = lines.add(claims, claim("A1"));
            long inAugust = lines.add(august, payment("A1").posted("2026-07-20"));
            long inLate = lines.add(late, payment("A1").posted("2026-07-20"));
            lines.run(1, "2026-07", claims);
            lines.complete(1);
            lines.run(2, "2026-08", august);
            lines.matched(2, inAugust, line, true);
            lines.complete(2);
            lines.run(3, "2026-09");
            assertThat(groups(database, 3)).as("nothing since").isEmpty();
            lines.complete(3);
            lines.run(4, "2026-07", claims, late);
            lines.matched(4, inLate, line, true);
            lines.complete(4);
            lines.run(5, "2026-10");

            List<KeyedGroup> groups = groups(database, 5);

            assertThat(groups).hasSize(1);
            MatchGroup group = groups.get(0).group();
            assertThat(group.payments()).extracting(RemittanceLine::id).containsExactly(inLate, inAugust);
            assertThat(group.runs()).containsOnly(Map.entry(inLate, 4L), Map.entry(inAugust, 2L));
            assertThat(MATCHER.match(group))
                    .containsExactly(
                            new PaymentMatch(inLate, new MatchResult.Matched(line, 1, "")),
                            new PaymentMatch(inAugust, new MatchResult.Repeats(inLate)));
        }
    }

    private static List<KeyedGroup> groups(TestDatabase database, long runId) {
        database.tell(MatchMapper.class, matches -> matches.listKeys(runId, AS_OF, MatchMapper.LINES_PER_RANGE));
        return database.list(MatchMapper.class, mapper -> new MatchGroups(mapper, MATCHER, runId, AS_OF)
                .page(0, Long.MAX_VALUE, 10));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void pagesOfEveryLengthHoldEveryPaymentOnce(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile payments = lines.file(1, "REMITTANCES", "r.csv", OCTOBER);
            List<Long> staged = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                staged.add(lines.add(payments, payment("A" + i % 7)));
            }
            lines.run(1, "2026-10", payments);
            database.tell(MatchMapper.class, matches -> matches.listKeys(1, AS_OF, MatchMapper.LINES_PER_RANGE));

            for (int limit : List.of(1, 2, 3, 7, 8)) {
                List<Long> seen = new ArrayList<>();
                long after = 0;
                for (List<KeyedGroup> page = pageOf(database, after, limit);
                        !page.isEmpty();
                        page = pageOf(database, after, limit)) {
                    page.forEach(group -> group.group().payments().forEach(payment -> seen.add(payment.id())));
                    after = page.get(page.size() - 1).ordinal();
                }
                assertThat(seen).as("pages of " + limit).containsExactlyInAnyOrderElementsOf(staged);
            }
        }
    }

    private static List<KeyedGroup> page(TestDatabase database, long after, int limit) {
        database.tell(MatchMapper.class, matches -> matches.listKeys(1, AS_OF, MatchMapper.LINES_PER_RANGE));
        return pageOf(database, after, limit);
    }

    private static List<KeyedGroup> pageOf(TestDatabase database, long after, int limit) {
        return database.list(MatchMapper.class, mapper -> new MatchGroups(mapper, MATCHER, 1, AS_OF)
                .page(after, Long.MAX_VALUE, limit));
    }
}
