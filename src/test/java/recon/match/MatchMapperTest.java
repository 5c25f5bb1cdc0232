package recon.match;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static recon.StagedLines.claim;
import static recon.StagedLines.payment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.DatabaseKind;
import recon.StagedLines;
import recon.TestDatabase;
import recon.claim.ClaimLine;
import recon.load.SourceFile;

@Tag("database")
class MatchMapperTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate SEPTEMBER_END = SEPTEMBER.atEndOfMonth();
    private static final LocalDate OCTOBER_END = OCTOBER.atEndOfMonth();

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPaymentWithOnlyThePayersNumberTakesTheKeyThatThisNumberStandsBeside(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            lines.add(claims, claim("b1").payerClaim("icn-claim"));
            lines.add(claims, claim("B2").payerClaim("icn-two"));
            lines.add(claims, claim("B3").payerClaim("icn-two"));
            lines.add(claims, claim("B4").payerClaim("icn-both"));
            long byPayment = lines.add(payments, payment(null).payerClaim("icn-paid"));
            lines.add(payments, payment(" a-1 ").payerClaim("ICN-PAID"));
            long byClaim = lines.add(payments, payment(null).payerClaim("Icn-Claim"));
            long ambiguous = lines.add(payments, payment(null).payerClaim("icn-two"));
            long unknown = lines.add(payments, payment(null).payerClaim("icn-none"));
            long paymentFirst = lines.add(payments, payment(null).payerClaim("icn-both"));
            lines.add(payments, payment("A5").payerClaim("icn-both"));
            long own = lines.add(payments, payment(null).payerClaim("b4"));
            long member = lines.add(payments, payment(null).member("m1"));
            lines.run(1, "2026-10", claims, payments);

            database.tell(MatchMapper.class, matches -> matches.resolveKeys(1));

            assertThat(key(database, byPayment)).isEqualTo("A-1");
            assertThat(key(database, byClaim)).isEqualTo("B1");
            assertThat(key(database, ambiguous)).isEqualTo("I:ICN-TWO");
            assertThat(key(database, unknown)).isEqualTo("I:ICN-NONE");
            assertThat(key(database, paymentFirst)).isEqualTo("A5");
            assertThat(key(database, own)).isEqualTo("B4");
            assertThat(key(database, member)).isEqualTo("M:M1");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPaymentWithOnlyTheMemberTakesTheKeyOfTheMembersOnlyClaimWhereAPaymentOfThatSaysTheSame(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            List.of("A1", "B1", "B2", "C1", "D1", "E1").forEach(number -> {
                lines.add(claims, claim(number).member("m" + number.charAt(0)));
                if (!number.equals("E1")) {
                    lines.add(payments, payment(number));
                }
            });
            long again = lines.add(payments, payment(null).member("ma"));
            long ofTwoClaims = lines.add(payments, payment(null).member("mb"));
            long ofAnotherDay = lines.add(payments, payment(null).member("mc").posted("2026-10-21"));
            long ofOtherMoney = lines.add(payments, payment(null).member("md").paid("20.01"));
            long alone = lines.add(payments, payment(null).member("me"));
            lines.run(1, "2026-10", claims, payments);

            database.tell(MatchMapper.class, matches -> matches.resolveKeys(1));

            assertThat(key(database, again)).isEqualTo("A1");
            assertThat(key(database, ofTwoClaims)).isEqualTo("M:MB");
            assertThat(key(database, ofAnotherDay)).isEqualTo("M:MC");
            assertThat(key(database, ofOtherMoney)).isEqualTo("M:MD");
            assertThat(key(database, alone)).isEqualTo("M:ME");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void keysGoByWhatIsOnFileForTheRunSoThatAMonthRunAgainFindsWhatItFound(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile september = lines.file(1, "REMITTANCES", "september.csv", SEPTEMBER);
            long bare = lines.add(september, payment(null).payerClaim("icn1").posted("2026-09-20"));
            lines.run(1, "2026-09", september);
            lines.complete(1);
            SourceFile october = lines.file(2, "REMITTANCES", "october.csv", OCTOBER);
            lines.add(october, payment("A1").payerClaim("icn1"));
            lines.run(2, "2026-10", october);

            database.tell(MatchMapper.class, matches -> matches.resolveKeys(2));
            assertThat(key(database, bare))
                    .as("inherited, and named by October's")
                    .isEqualTo("A1");

            lines.run(3, "2026-09", september);
            database.tell(MatchMapper.class, matches -> matches.resolveKeys(3));
            assertThat(key(database, bare)).as("September again").isEqualTo("I:ICN1");
        }
    }

    private static String key(TestDatabase database, long lineId) {
        return database.value("select match_key from remittance_line where line_id = " + lineId);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void claimsAreLookedThroughForRepeatsWhereALineIsNewAndSeveralLinesOrAReplacementAreOnFile(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile september = lines.file(1, "CLAIMS", "september.csv", SEPTEMBER);
            lines.add(september, claim("E-NEW-BESIDE"));
            lines.add(september, claim("F-NOTHING-NEW"));
            lines.add(september, claim("F-NOTHING-NEW"));
            lines.run(1, "2026-09", september);
            lines.complete(1);
            SourceFile october = lines.file(2, "CLAIMS", "october.csv", OCTOBER);
            lines.add(october, claim("A-TWICE"));
            lines.add(october, claim("a-twice"));
            lines.add(october, claim("B-ONCE"));
            lines.add(october, claim("C-REPLACING").frequency("7"));
            lines.add(october, claim("D-VOIDING").frequency("8"));
            lines.add(october, claim("E-NEW-BESIDE"));
            lines.add(october, claim("G-OTHER-CODE"));
            lines.add(october, claim("G-OTHER-CODE").code("99213"));
            lines.run(2, "2026-10", october);
            SourceFile notOnFile = lines.file(3, "CLAIMS", "withdrawn.csv", OCTOBER);
            lines.add(notOnFile, claim("B-ONCE"));

            assertThat(repeated(database, "", "D-VOIDING")).containsExactly("A-TWICE", "C-REPLACING", "D-VOIDING");
            assertThat(repeated(database, "D-VOIDING", "F-NOTHING-NEW")).containsExactly("E-NEW-BESIDE");
            assertThat(repeated(database, "E-NEW-BESIDE", null)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatAnEarlierMonthLeftToALaterOneIsLookedThroughThoughItsFileIsNotReadAgain(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile september = lines.file(1, "CLAIMS", "september.csv", SEPTEMBER);
            long voiding = lines.add(september, claim("A-WAITED").frequency("8"));
            long ofOtherCode =
                    lines.add(september, claim("B-OTHER-CODE").code("J3420").frequency("8"));
            lines.add(september, claim("C-REPLACED-THEN").frequency("7"));
            lines.add(september, claim("D-OTHER-CODE-THEN").code("J3420").frequency("8"));
            lines.run(1, "2026-09", september);
            lines.waits(1, voiding);
            lines.waits(1, ofOtherCode);
            lines.complete(1);
            lines.run(2, "2026-10");

            assertThat(repeated(database, "", null)).containsExactly("A-WAITED");
            assertThat(database.list(MatchMapper.class, matches -> matches.versionsByOtherLines(2)))
                    .containsExactly("B-OTHER-CODE");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aLineWaitsInTheMonthThatLeavesItToALaterOneAndNotInThat(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile september = lines.file(1, "CLAIMS", "september.csv", SEPTEMBER);
            long original = lines.add(september, claim("A1").member("m1"));
            long voiding = lines.add(
                    september, claim("B1").member("m1").payerClaim("icn1").frequency("8"));
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", SEPTEMBER);
            lines.add(payments, payment("A1").member("m1").posted("2026-09-20"));
            long byMember = lines.add(payments, payment(null).member("m1").posted("2026-09-20"));
            long byNumber = lines.add(payments, payment(null).payerClaim("icn1").posted("2026-09-21"));
            lines.run(1, "2026-09", september, payments);
            lines.waits(1, voiding);
            lines.complete(1);
            lines.run(2, "2026-10");

            database.tell(MatchMapper.class, matches -> matches.resolveKeys(1));
            assertThat(key(database, byMember)).isEqualTo("A1");
            assertThat(key(database, byNumber)).isEqualTo("I:ICN1");
            assertThat(asideAmong(database, 1, original, voiding)).containsExactly(voiding);
            assertThat(near(database, 1, "B1")).isEmpty();

            database.tell(MatchMapper.class, matches -> matches.resolveKeys(2));
            assertThat(key(database, byMember)).isEqualTo("M:M1");
            assertThat(key(database, byNumber)).isEqualTo("B1");
            assertThat(asideAmong(database, 2, original, voiding)).isEmpty();
            assertThat(near(database, 2, "B1")).containsExactly(voiding);
        }
    }

    private static List<Long> asideAmong(TestDatabase database, long runId, Long... lineIds) {
        return database.list(MatchMapper.class, matches -> matches.asideAmong(runId, List.of(lineIds)));
    }

    private static List<Long> near(TestDatabase database, long runId, String key) {
        return ids(database.list(MatchMapper.class, matches -> matches.claimLinesNear(runId, Set.of(key))));
    }

    private static List<String> repeated(TestDatabase database, String after, @Nullable String upTo) {
        return database.list(
                MatchMapper.class, matches -> matches.repeatedClaims(2, new MatchMapper.KeyRange(after, upTo)));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void keysAreDividedIntoRangesOfSoManyLinesNoneOfWhichDividesAClaim(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            List.of("D4", "B2", "B2", "B2", "B2", "A1").forEach(number -> lines.add(claims, claim(number)));
            SourceFile remittances = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            List.of("C3", "A1", "B2").forEach(number -> lines.add(remittances, payment(number)));

            assertThat(database.list(MatchMapper.class, matches -> matches.claimRanges(2)))
                    .containsExactly(new MatchMapper.KeyRange("", "B2"), new MatchMapper.KeyRange("B2", null));
            assertThat(database.list(MatchMapper.class, matches -> matches.paymentRanges(1)))
                    .containsExactly(new MatchMapper.KeyRange("", "B2"), new MatchMapper.KeyRange("B2", null));
            assertThat(database.list(MatchMapper.class, matches -> matches.paymentRanges(3)))
                    .containsExactly(new MatchMapper.KeyRange("", null));
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void allVersionsOfAClaimComeInTheOrderOnFileSetAsideOrNot(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            long first = lines.add(file, claim("A1").lineNumber(2));
            lines.add(file, claim("B1"));
            long second = lines.add(file, claim("A1").lineNumber(1).code("99213"));
            long third = lines.add(file, claim("A1").lineNumber(3));
            long fourth = lines.add(file, claim("A1").lineNumber(4).code("J3420"));
            lines.run(1, "2026-10", file);
            lines.aside(1, first, second);

            assertThat(ids(database.list(MatchMapper.class, matches -> matches.versions(1, Set.of("A1", "Z9")))))
                    .containsExactly(first, third);
            assertThat(
                            database
                                    .list(
                                            MatchMapper.class,
                                            matches -> matches.otherLinesOfVersions(1, Set.of("A1", "Z9")))
                                    .stream()
                                    .flatMap(others -> ids(others.lines()).stream()))
                    .containsExactly(second, fourth);
            assertThat(database.rows("select run_id, line_id, by_line, cause from claim_line_aside"))
                    .containsExactly("1 | " + first + " | " + second + " | DUPLICATE");
        }
    }

    private static List<Long> ids(List<ClaimLine> lines) {
        return lines.stream().map(ClaimLine::id).toList();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aFirstMonthMatchesEveryPaymentUpToItsEnd(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "REMITTANCES", "r.csv", OCTOBER);
            lines.add(file, payment("B2").posted("2026-10-31"));
            lines.add(file, payment("A1").posted("2026-09-01"));
            lines.add(file, payment("A1"));
            lines.add(file, payment("C3").posted("2026-11-01"));
            SourceFile notOnFile = lines.file(2, "REMITTANCES", "other.csv", OCTOBER);
            lines.add(notOnFile, payment("D4"));
            lines.run(1, "2026-10", file);

            database.tell(MatchMapper.class, matches -> matches.listKeys(1, OCTOBER_END, MatchMapper.LINES_PER_RANGE));

            assertThat(keys(database, 1)).containsExactly("A1", "B2");
            assertThat(database.rows("select run_id, match_key from run_match_key order by 2"))
                    .containsExactly("1 | A1", "1 | B2");
        }
    }

    private static List<String> keys(TestDatabase database, long runId) {
        return page(database, runId, 0, 1000);
    }

    private static List<String> page(TestDatabase database, long runId, long after, int limit) {
        return database.list(MatchMapper.class, matches -> matches.keys(runId, after, Long.MAX_VALUE, limit).stream()
                .map(MatchMapper.GroupKey::matchKey)
                .toList());
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void keysAreListedRangeByRange(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "REMITTANCES", "r.csv", OCTOBER);
            List.of("a", "B", "b", "10", "A", "9", "Ä").forEach(number -> lines.add(file, payment(number)));
            lines.run(1, "2026-10", file);

            boolean none = database.ask(MatchMapper.class, matches -> matches.lastOrdinal(1) == null);
            assertThat(none).isTrue();
            database.tell(
                    MatchMapper.class,
                    matches -> matches.listKeysIn(1, OCTOBER_END, new MatchMapper.KeyRange("", "A"), 0));
            long last = database.ask(MatchMapper.class, matches -> matches.lastOrdinal(1));
            assertThat(last).isEqualTo(3);
            database.tell(
                    MatchMapper.class,
                    matches -> matches.listKeysIn(1, OCTOBER_END, new MatchMapper.KeyRange("A", null), last));

            assertThat(database.rows("select ordinal, match_key from run_match_key order by 1"))
                    .containsExactly("1 | 10", "2 | 9", "3 | A", "4 | B", "5 | Ä");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyKeyIsListedOnceHoweverManyLinesMakeARange(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "REMITTANCES", "r.csv", OCTOBER);
            List.of("B", "A", "B", "C", "B", "D", "A").forEach(number -> lines.add(file, payment(number)));
            lines.add(file, payment("C2").posted("2026-11-01"));
            lines.run(1, "2026-10", file);

            for (int linesOfRange = 1; linesOfRange <= 9; linesOfRange++) {
                int those = linesOfRange;
                database.execute("delete from run_match_key");
                database.tell(MatchMapper.class, matches -> matches.listKeys(1, OCTOBER_END, those));

                assertThat(database.rows("select ordinal, match_key from run_match_key order by 1"))
                        .as("%d lines a range", those)
                        .containsExactly("1 | A", "2 | B", "3 | C", "4 | D");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void keysComePageByPage(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "REMITTANCES", "r.csv", OCTOBER);
            List.of("a", "B", "10", "9", "_x", "Ä", "注").forEach(number -> lines.add(file, payment(number)));
            lines.run(1, "2026-10", file);
            database.tell(MatchMapper.class, matches -> matches.listKeys(1, OCTOBER_END, MatchMapper.LINES_PER_RANGE));

            assertThat(page(database, 1, 0, 3)).containsExactly("10", "9", "A");
            assertThat(page(database, 1, 3, 3)).containsExactly("B", "_X", "Ä");
            assertThat(page(database, 1, 6, 3)).containsExactly("注");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aLaterMonthMatchesWhatEarlierMonthsLeftUnmatchedAndWhatANewClaimLineMayTake(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c9.csv", SEPTEMBER);
            SourceFile september = lines.file(2, "REMITTANCES", "r9.csv", SEPTEMBER);
            long settledLine = lines.add(claims, claim("SETTLED"));
            long twinLine = lines.add(claims, claim("TWIN"));
            long settled = lines.add(september, payment("SETTLED").posted("2026-09-20"));
            long repeated = lines.add(september, payment("REPEATED").posted("2026-09-20"));
            long unmatched = lines.add(september, payment("UNMATCHED").posted("2026-09-20"));
            long several = lines.add(september, payment("SEVERAL").posted("2026-09-20"));
            long twin = lines.add(september, payment("TWIN").posted("2026-09-20"));
            lines.add(september, payment("LATER").posted("2026-10-02"));
            lines.run(1, "2026-09", claims, september);
            lines.matched(1, settled, settledLine, true);
            lines.matched(1, twin, twinLine, true);
            lines.match(1, repeated, new MatchResult.Repeats(settled), true);
            lines.match(1, unmatched, new MatchResult.NoClaimLine("no claim line", null), true);
            lines.match(1, several, new MatchResult.SeveralClaimLines(2), true);
            lines.complete(1);
            SourceFile october = lines.file(3, "CLAIMS", "c10.csv", OCTOBER);
            lines.add(october, claim("TWIN"));
            lines.add(october, claim("SETTLED").code("99213"));
            lines.run(2, "2026-10", october);

            database.tell(MatchMapper.class, matches -> matches.listKeys(2, OCTOBER_END, MatchMapper.LINES_PER_RANGE));

            assertThat(keys(database, 2)).containsExactly("LATER", "SEVERAL", "TWIN", "UNMATCHED");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPaymentWhoseClaimLineWasReplacedIsListedMonthAfterMonth(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile september = lines.file(1, "CLAIMS", "c9.csv", SEPTEMBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r9.csv", SEPTEMBER);
            long line = lines.add(september, claim("A1"));
            long paid = lines.add(payments, payment("A1").posted("2026-09-20"));
            lines.run(1, "2026-09", september, payments);
            lines.matched(1, paid, line, true);
            lines.complete(1);
            SourceFile october = lines.file(3, "CLAIMS", "c10.csv", OCTOBER);
            lines.add(october, claim("A1").frequency("7"));
            lines.run(2, "2026-10", october);
            lines.match(2, paid, new MatchResult.NoClaimLine("no claim line", null), false);
            lines.complete(2);
            lines.run(3, "2026-11");

            database.tell(
                    MatchMapper.class,
                    matches -> matches.listKeys(3, LocalDate.of(2026, 11, 30), MatchMapper.LINES_PER_RANGE));

            assertThat(keys(database, 3)).containsExactly("A1");
        }
    }

    /** As where the payer wrote its claim's number otherwise: nothing new is on file under the payment's own. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPaymentIsListedWhereTheLineOfAnotherClaimThatItWasMatchedToIsSetAside(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile september = lines.file(1, "CLAIMS", "c9.csv", SEPTEMBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r9.csv", SEPTEMBER);
            long replaced = lines.add(september, claim("A1").payerClaim("icn1"));
            long kept = lines.add(september, claim("A2").payerClaim("icn2"));
            long ofReplaced =
                    lines.add(payments, payment("P1").payerClaim("icn1").posted("2026-09-20"));
            long ofKept = lines.add(payments, payment("P2").payerClaim("icn2").posted("2026-09-20"));
            lines.run(1, "2026-09", september, payments);
            lines.matched(1, ofReplaced, replaced, true);
            lines.matched(1, ofKept, kept, true);
            lines.complete(1);
            SourceFile october = lines.file(3, "CLAIMS", "c10.csv", OCTOBER);
            long replacing = lines.add(october, claim("A1").payerClaim("icn1").frequency("7"));
            lines.run(2, "2026-10", october);
            lines.aside(2, replaced, replacing);

            database.tell(MatchMapper.class, matches -> matches.listKeys(2, OCTOBER_END, MatchMapper.LINES_PER_RANGE));

            assertThat(keys(database, 2)).containsExactly("P1");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void claimFilesThatStayInTheFolderAreNotNewAgain(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", SEPTEMBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", SEPTEMBER);
            long line = lines.add(claims, claim("A1"));
            long paid = lines.add(payments, payment("A1").posted("2026-09-20"));
            lines.run(1, "2026-09", claims, payments);
            lines.matched(1, paid, line, true);
            lines.complete(1);
            lines.run(2, "2026-10", claims, payments);

            database.tell(MatchMapper.class, matches -> matches.listKeys(2, OCTOBER_END, MatchMapper.LINES_PER_RANGE));

            assertThat(keys(database, 2)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aRevisionOfTheSameMonthStartsFromTheMonthsBeforeIt(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            long line = lines.add(claims, claim("A1"));
            long paid = lines.add(payments, payment("A1"));
            lines.run(1, "2026-10", claims, payments);
            lines.matched(1, paid, line, true);
            lines.complete(1);
            lines.run(2, "2026-10", claims, payments);

            database.tell(MatchMapper.class, matches -> matches.listKeys(2, OCTOBER_END, MatchMapper.LINES_PER_RANGE));

            assertThat(keys(database, 2)).containsExactly("A1");
            assertThat(payments(database, 2, OCTOBER_END, "A1"))
                    .extracting(MatchMapper.KeyedPayment::judgedEarlier)
                    .containsExactly(false);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void paymentsOfAClaimAreAllThatAreOnFileUpToTheMonthsEndAndSayWhetherTheyWereJudged(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile september = lines.file(1, "REMITTANCES", "r9.csv", SEPTEMBER);
            long judged = lines.add(september, payment("A1").posted("2026-09-30"));
            lines.run(1, "2026-09", september);
            lines.match(1, judged, new MatchResult.NoClaimLine("no claim line", null), true);
            lines.complete(1);
            SourceFile october = lines.file(2, "REMITTANCES", "r10.csv", OCTOBER);
            long open = lines.add(october, payment("a1").posted("2026-10-31"));
            lines.add(october, payment("A1").posted("2026-11-01"));
            lines.add(october, payment("B2"));
            SourceFile notOnFile = lines.file(3, "REMITTANCES", "other.csv", OCTOBER);
            lines.add(notOnFile, payment("A1"));
            lines.run(2, "2026-10", october);

            assertThat(payments(database, 2, OCTOBER_END, "A1"))
                    .extracting(
                            payment -> payment.line().id() + " " + payment.matchKey() + " " + payment.judgedEarlier())
                    .containsExactly(judged + " A1 true", open + " A1 false");
            assertThat(payments(database, 1, SEPTEMBER_END, "A1"))
                    .as("September's own run judges it anew")
                    .extracting(MatchMapper.KeyedPayment::judgedEarlier)
                    .containsExactly(false);
        }
    }

    private static List<MatchMapper.KeyedPayment> payments(
            TestDatabase database, long runId, LocalDate asOf, String key) {
        long listed = list(database, runId, key);
        return database.list(MatchMapper.class, matches -> matches.payments(runId, asOf, listed - 1, listed));
    }

    private static List<ClaimLine> claimLines(TestDatabase database, long runId, String key) {
        long listed = list(database, runId, key);
        return database.list(MatchMapper.class, matches -> matches.claimLines(runId, listed - 1, listed));
    }

    /** Lists a claim between two others, and says under which number. */
    private static long list(TestDatabase database, long runId, String key) {
        database.execute("delete from run_match_key");
        int ordinal = 0;
        for (String listed : List.of("!", key, "~")) {
            database.execute("insert into run_match_key (run_id, ordinal, match_key) values (%d, %d, '%s')"
                    .formatted(runId, ++ordinal, listed));
        }
        return 2;
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void candidatesAreCurrentInjectionsOnFileByEachOfTheirKeys(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            long unnumbered = lines.add(file, claim("007").payerClaim("i1").member("m1"));
            long second =
                    lines.add(file, claim("007").payerClaim("i1").member("m1").lineNumber(2));
            long first =
                    lines.add(file, claim("007").payerClaim("i1").member("m1").lineNumber(1));
            lines.add(file, claim("007").payerClaim("i1").member("m1").code("99213"));
            long setAside = lines.add(file, claim("007").payerClaim("i1").member("m1"));
            lines.add(file, claim("8").payerClaim("i2").member("m2"));
            SourceFile notOnFile = lines.file(2, "CLAIMS", "d.csv", OCTOBER);
            lines.add(notOnFile, claim("007").payerClaim("i1").member("m1"));
            SourceFile payments = lines.file(3, "REMITTANCES", "r.csv", OCTOBER);
            lines.add(payments, payment("B2").payerClaim("i1"));
            lines.add(payments, payment("B2").member("m1"));
            lines.add(payments, payment("B2").payerClaim("i2").member("m2").posted("2026-11-01"));
            lines.add(payments, payment("~").payerClaim("i2").member("m2"));
            lines.run(1, "2026-10", file, payments);
            lines.aside(1, setAside, unnumbered);

            Long[] expected = {first, second, unnumbered};
            assertThat(ids(claimLines(database, 1, "007"))).containsExactly(expected);
            list(database, 1, "B2");
            assertThat(ids(database.list(
                            MatchMapper.class, matches -> matches.claimLinesByPayerClaim(1, OCTOBER_END, List.of(2L)))))
                    .containsExactly(expected);
            assertThat(ids(database.list(
                            MatchMapper.class, matches -> matches.claimLinesByMember(1, OCTOBER_END, List.of(2L)))))
                    .containsExactly(expected);
            assertThat(ids(database.list(MatchMapper.class, matches -> matches.claimLinesNear(1, List.of("7")))))
                    .containsExactly(expected);
        }
    }

    /** Such as a "0" where the payer gave none. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void linesOfANumberOrMemberThatManyPaymentsStateComeOnce(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            List<Long> current = new ArrayList<>();
            List<Long> replaced = new ArrayList<>();
            for (String number : List.of("A1", "A2", "A2")) {
                current.add(lines.add(file, claim(number).payerClaim("0").member("0")));
                replaced.add(lines.add(file, claim(number).payerClaim("0").member("0")));
                lines.add(payments, payment(number).payerClaim("0").member("0"));
            }
            lines.run(1, "2026-10", file, payments);
            replaced.forEach(line -> lines.replaced(1, line, current.get(0)));
            database.tell(MatchMapper.class, matches -> matches.listKeys(1, OCTOBER_END, MatchMapper.LINES_PER_RANGE));
            assertThat(keys(database, 1)).containsExactly("A1", "A2");

            List<Long> listed = List.of(1L, 2L);
            assertThat(ids(database.list(
                            MatchMapper.class, matches -> matches.claimLinesByPayerClaim(1, OCTOBER_END, listed))))
                    .isEqualTo(current);
            assertThat(ids(database.list(
                            MatchMapper.class, matches -> matches.claimLinesByMember(1, OCTOBER_END, listed))))
                    .isEqualTo(current);
            assertThat(ids(database.list(
                            MatchMapper.class, matches -> matches.supersededLinesByMember(1, OCTOBER_END, listed))))
                    .containsExactlyInAnyOrderElementsOf(replaced);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatWasReplacedOrVoidedIsFoundByNumberAndByMember(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            long current = lines.add(file, claim("007").member("m1").frequency("7"));
            long replaced = lines.add(file, claim("007").member("m1"));
            long repeated = lines.add(file, claim("007").member("m1"));
            long ofAVoid = lines.add(file, claim("007").member("m1").frequency("8"));
            long waiting = lines.add(file, claim("007").member("m1").frequency("7"));
            long ofAnother = lines.add(file, claim("8").member("m2"));
            SourceFile notOnFile = lines.file(2, "CLAIMS", "d.csv", OCTOBER);
            long gone = lines.add(notOnFile, claim("007").member("m1"));
            SourceFile payments = lines.file(3, "REMITTANCES", "r.csv", OCTOBER);
            lines.add(payments, payment("B2").member("m1"));
            lines.run(1, "2026-10", file, payments);
            lines.aside(1, repeated, replaced);
            lines.waits(1, waiting);
            for (long line : new long[] {replaced, ofAVoid, ofAnother, gone}) {
                lines.replaced(1, line, current);
            }

            list(database, 1, "007");
            assertThat(ids(database.list(MatchMapper.class, matches -> matches.supersededLines(1, List.of(2L)))))
                    .containsExactly(replaced);
            list(database, 1, "B2");
            assertThat(ids(database.list(
                            MatchMapper.class,
                            matches -> matches.supersededLinesByMember(1, OCTOBER_END, List.of(2L)))))
                    .containsExactly(replaced);
        }
    }

    /** How far a question looks is counted, since its time depends on the machine. Other databases never look for what is null. */
    @ParameterizedTest
    @ValueSource(strings = {"claimLinesByPayerClaim", "claimLinesByMember", "supersededLinesByMember"})
    void forAPaymentWithoutANumberNoLineWithoutOneIsLookedAt(String question) {
        int claims = 100;
        try (TestDatabase database = DatabaseKind.H2.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            for (int n = 0; n < claims; n++) {
                lines.add(file, claim("A" + n));
                lines.add(payments, payment("A" + n));
            }
            lines.run(1, "2026-10", file, payments);
            database.tell(MatchMapper.class, matches -> matches.listKeys(1, OCTOBER_END, MatchMapper.LINES_PER_RANGE));

            long lookedAt = rowsLookedAt(
                    database,
                    "recon.match.MatchMapper." + question,
                    Map.of(
                            "runId",
                            "1",
                            "asOf",
                            "date '2026-10-31'",
                            "ids",
                            LongStream.rangeClosed(1, claims)
                                    .mapToObj(String::valueOf)
                                    .collect(joining(", ", "array[", "]"))));

            assertThat(lookedAt).isBetween((long) claims, 20L * claims);
        }
    }

    /** @param values by parameter, as SQL writes them */
    private static long rowsLookedAt(TestDatabase database, String question, Map<String, String> values) {
        BoundSql bound = database.sessions()
                .getConfiguration()
                .getMappedStatement(question)
                .getBoundSql(values);
        String sql = bound.getSql();
        for (ParameterMapping parameter : bound.getParameterMappings()) {
            sql = sql.replaceFirst("[?]", values.get(parameter.getProperty()));
        }
        return Pattern.compile("scanCount: (\\d+)")
                .matcher(database.value("explain analyze " + sql))
                .results()
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .sum();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aLineIsAsideWhereTheRunOrOneThatItBuildsOnSaysSoAndNowhereElse(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", SEPTEMBER);
            long kept = lines.add(file, claim("A1"));
            long asideInSeptember = lines.add(file, claim("A1"));
            long asideInSuperseded = lines.add(file, claim("A1"));
            long asideInNovember = lines.add(file, claim("A1"));
            lines.run(1, "2026-09", file);
            lines.aside(1, asideInSuperseded, kept);
            lines.complete(1);
            lines.run(2, "2026-09", file);
            lines.aside(2, asideInSeptember, kept);
            lines.complete(2);
            lines.run(3, "2026-11", file);
            lines.aside(3, asideInNovember, kept);
            lines.complete(3);
            lines.run(4, "2026-10", file);

            assertThat(ids(claimLines(database, 4, "A1"))).containsExactly(kept, asideInSuperseded, asideInNovember);
            assertThat(ids(claimLines(database, 3, "A1"))).containsExactly(kept, asideInSuperseded);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyOutcomeIsStoredWithAllThatItSays(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "REMITTANCES", "r.csv", OCTOBER);
            long matched = lines.add(file, payment("A1"));
            long none = lines.add(file, payment("A2"));
            long suggested = lines.add(file, payment("A3"));
            long several = lines.add(file, payment("A4"));
            long repeats = lines.add(file, payment("A1"));
            lines.run(1, "2026-10", file);

            lines.match(1, matched, new MatchResult.Matched(77, 3, "modifier dropped"), true);
            lines.match(1, none, new MatchResult.NoClaimLine("no claim line", null), false);
            lines.match(1, suggested, new MatchResult.NoClaimLine("truncated", 78L), true);
            lines.match(1, several, new MatchResult.SeveralClaimLines(2), true);
            lines.match(1, repeats, new MatchResult.Repeats(matched), true);

            assertThat(database.rows(
                            "select line_id, outcome, in_scope, claim_line_id, tier, note, other_line_id from payment_match"
                                    + " where run_id = 1 order by 1"))
                    .containsExactly(
                            matched + " | MATCHED | true | 77 | 3 | modifier dropped | null",
                            none + " | NO_CLAIM | false | null | null | no claim line | null",
                            suggested + " | NO_CLAIM | true | null | null | truncated | 78",
                            several + " | SEVERAL | true | null | null | 2 claim lines fit equally well | null",
                            repeats + " | REPEATS | true | null | null |  | " + matched);
        }
    }
}
