package recon.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static recon.StagedLines.claim;
import static recon.StagedLines.payment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.DatabaseKind;
import recon.StagedLines;
import recon.TestDatabase;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.ProviderAdjustment;
import recon.claim.SourceRef;
import recon.load.MatchKeys;
import recon.load.OtherLines;
import recon.load.SourceFile;
import recon.load.StagingMapper;
import recon.verdict.Verdict;

@Tag("database")
class HistoryMapperTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aFirstMonthJudgesEveryCurrentInjectionOnFileUpToItsEnd(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            long old = lines.add(file, claim("A1").on("2026-08-05"));
            long lastDay = lines.add(file, claim("A2").on("2026-10-31"));
            lines.add(file, claim("A3").on("2026-11-01"));
            lines.add(file, claim("A4").code("99213"));
            long setAside = lines.add(file, claim("A2"));
            SourceFile notOnFile = lines.file(2, "CLAIMS", "d.csv", OCTOBER);
            lines.add(notOnFile, claim("A9"));
            lines.run(1, "2026-10", file);
            lines.aside(1, setAside, lastDay);

            assertThat(judged(database, 1, OCTOBER)).containsExactly(old, lastDay);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aLaterMonthJudgesWhatIsOpenWhatIsNewAndWhatHasAnEvent(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile september = lines.file(1, "CLAIMS", "c9.csv", SEPTEMBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", SEPTEMBER);
            lines.add(september, claim("SETTLED"));
            long open = lines.add(september, claim("OPEN"));
            long paidAgain = lines.add(september, claim("PAID-AGAIN"));
            long rightlyNothing = lines.add(september, claim("EXPECTED-ZERO"));
            long waiting = lines.add(september, claim("WAITING").on("2026-10-07"));
            long rematched = lines.add(september, claim("REMATCHED"));
            long event = lines.add(payments, payment("PAID-AGAIN"));
            long seenBefore = lines.add(payments, payment("REMATCHED"));
            lines.run(1, "2026-09", september, payments);
            lines.found(1, september.lineId(1), Verdict.IN_RANGE, "20.00");
            lines.found(1, open, Verdict.NO_RESPONSE, null);
            lines.found(1, paidAgain, Verdict.IN_RANGE, "20.00");
            lines.found(1, rightlyNothing, Verdict.EXPECTED_ZERO, "0.00");
            lines.found(1, rematched, Verdict.IN_RANGE, "20.00");
            lines.complete(1);
            SourceFile october = lines.file(3, "CLAIMS", "c10.csv", OCTOBER);
            long fresh = lines.add(october, claim("NEW"));
            lines.run(2, "2026-10", october);
            lines.matched(2, event, paidAgain, true);
            lines.matched(2, seenBefore, rematched, false);

            assertThat(judged(database, 2, OCTOBER)).containsExactly(open, paidAgain, waiting, rematched, fresh);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theLatestEarlierVerdictTellsWhetherALineIsOpen(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", SEPTEMBER);
            long recovered = lines.add(file, claim("RECOVERED"));
            long reversed = lines.add(file, claim("REVERSED"));
            long superseded = lines.add(file, claim("SUPERSEDED"));
            lines.run(1, "2026-09", file);
            lines.found(1, superseded, Verdict.DENIED, "0.00");
            lines.complete(1);
            lines.run(2, "2026-09", file);
            lines.found(2, recovered, Verdict.DENIED, "0.00");
            lines.found(2, reversed, Verdict.IN_RANGE, "20.00");
            lines.found(2, superseded, Verdict.IN_RANGE, "20.00");
            lines.complete(2);
            lines.run(3, "2026-10");
            lines.found(3, recovered, Verdict.IN_RANGE, "20.00");
            lines.found(3, reversed, Verdict.PENDED, null);
            lines.complete(3);
            lines.run(4, "2026-11");

            assertThat(judged(database, 4, NOVEMBER)).containsExactly(reversed);
        }
    }

    private static List<Long> judged(TestDatabase database, long runId, YearMonth month) {
        database.tell(HistoryMapper.class, lines -> lines.listClaimLines(runId, month.atEndOfMonth()));
        List<Long> ids =
                ids(database.list(HistoryMapper.class, lines -> lines.claimLines(runId, 0, Long.MAX_VALUE, 1000)));
        assertThat(database.rows("select claim_line_id from run_claim_line where run_id = " + runId + " order by 1"))
                .containsExactlyElementsOf(ids.stream().map(String::valueOf).toList());
        return ids;
    }

    private static List<Long> ids(List<ClaimLine> lines) {
        return lines.stream().map(ClaimLine::id).toList();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void eventsAreTheMatchesOfTheLatestRunThatLookedAtThePayment(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", SEPTEMBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", SEPTEMBER);
            long line = lines.add(claims, claim("A1"));
            long otherLine = lines.add(claims, claim("A1"));
            long kept = lines.add(payments, payment("A1"));
            long moved = lines.add(payments, payment("A1"));
            long withdrawn = lines.add(payments, payment("A1"));
            long found = lines.add(payments, payment("A1"));
            lines.run(1, "2026-09", claims, payments);
            lines.matched(1, kept, line, true);
            lines.matched(1, moved, line, true);
            lines.matched(1, withdrawn, line, true);
            lines.match(1, found, new MatchResult.NoClaimLine("no claim line", null), true);
            lines.complete(1);
            lines.run(2, "2026-10");
            lines.matched(2, moved, otherLine, false);
            lines.match(2, withdrawn, new MatchResult.Repeats(kept), false);
            lines.match(2, found, new MatchResult.Matched(line, 5, "low confidence"), false);

            assertThat(events(database, 2, line, otherLine))
                    .containsExactly(
                            kept + " -> " + line + " tier 1",
                            moved + " -> " + otherLine + " tier 1",
                            found + " -> " + line + " tier 5low confidence");
            assertThat(events(database, 2, otherLine)).containsExactly(moved + " -> " + otherLine + " tier 1");
            assertThat(events(database, 1, line))
                    .as("September's run, as it was")
                    .containsExactly(
                            kept + " -> " + line + " tier 1",
                            moved + " -> " + line + " tier 1",
                            withdrawn + " -> " + line + " tier 1");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPaymentOfAFileThatWasReadAnewIsNotAnEventTwice(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", SEPTEMBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", SEPTEMBER);
            long line = lines.add(claims, claim("A1"));
            long first = lines.add(payments, payment("A1"));
            lines.run(1, "2026-09", claims, payments);
            lines.matched(1, first, line, true);
            lines.complete(1);
            SourceFile readAnew = lines.file(3, "REMITTANCES", "r.csv", OCTOBER, payments.sha256());
            long again = lines.add(readAnew, payment("A1"));
            lines.run(2, "2026-10", readAnew);
            lines.matched(2, again, line, true);

            assertThat(events(database, 2, line)).containsExactly(again + " -> " + line + " tier 1");
        }
    }

    /** The same for lines that are listed as for lines that are named. */
    private static List<String> events(TestDatabase database, long runId, Long... claimLines) {
        database.execute("delete from run_claim_line");
        Stream.concat(Stream.of(1L, Long.MAX_VALUE), Stream.of(claimLines))
                .forEach(listed -> database.execute(
                        "insert into run_claim_line (run_id, claim_line_id) values (%d, %d)".formatted(runId, listed)));
        List<HistoryMapper.Event> ofListed =
                database.list(HistoryMapper.class, lines -> lines.events(runId, 1, Long.MAX_VALUE - 1));
        assertThat(database.list(HistoryMapper.class, lines -> lines.eventsOf(runId, List.of(claimLines))))
                .isEqualTo(ofListed);
        return ofListed.stream()
                .map(event -> event.line().id() + " -> " + event.claimLineId() + " tier " + event.tier() + event.note())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aClaimsFurtherLinesAndAMembersLinesAreOfAnyCode(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            long injection = lines.add(file, claim("A1").member("m1"));
            long visit = lines.add(file, claim("a1").member("m1").code("99213"));
            long setAside = lines.add(file, claim("A1").member("m1").code("J3420"));
            long second = lines.add(file, claim("A1").member("m1"));
            lines.add(file, claim("B1").member("M1").on("2026-10-04"));
            long dayAfter = lines.add(file, claim("B2").member("M1").on("2026-10-06"));
            long sameDay = lines.add(file, claim("B3").member("M1").code("99213"));
            long sameDayInjection = lines.add(file, claim("B3").member("M1"));
            SourceFile notOnFile = lines.file(2, "CLAIMS", "d.csv", OCTOBER);
            lines.add(notOnFile, claim("A1").member("m1"));
            lines.run(1, "2026-10", file);
            lines.aside(1, setAside, visit);

            database.tell(HistoryMapper.class, mapper -> mapper.listClaimLines(1, OCTOBER.atEndOfMonth()));

            assertThat(ids(database.list(HistoryMapper.class, mapper -> mapper.linesOfClaims(1, 0, dayAfter))))
                    .containsExactly(injection, second);
            assertThat(ids(database.list(HistoryMapper.class, mapper -> mapper.linesOfClaims(1, 0, injection))))
                    .containsExactly(second);
            assertThat(ids(database.list(HistoryMapper.class, mapper -> mapper.linesOfMembers(1, 0, injection))))
                    .containsExactly(sameDayInjection);
            assertThat(others(database, mapper -> mapper.otherLinesOfClaims(1, 0, injection)))
                    .containsExactly(visit + " false", setAside + " true");
            assertThat(others(database, mapper -> mapper.otherLinesOfClaims(1, second, dayAfter)))
                    .isEmpty();
            assertThat(others(database, mapper -> mapper.otherLinesOfMembers(1, 0, injection)))
                    .containsExactly(sameDay + " false");
            assertThat(database.<HistoryMapper, Set<Long>>ask(
                            HistoryMapper.class, mapper -> mapper.aside(1, visit, setAside)))
                    .containsExactly(setAside);
            assertThat(database.<HistoryMapper, Set<Long>>ask(
                            HistoryMapper.class, mapper -> mapper.aside(1, visit, visit)))
                    .isEmpty();
            assertThat(ids(database.list(
                            HistoryMapper.class, mapper -> mapper.claimLinesById(List.of(injection, dayAfter)))))
                    .containsExactlyInAnyOrder(injection, dayAfter);
        }
    }

    /** Their numbers, and whether some are set aside. */
    private static List<String> others(
            TestDatabase database, Function<HistoryMapper, List<OtherLines.OnFile>> question) {
        return database.list(HistoryMapper.class, question).stream()
                .flatMap(row -> row.lines().stream().map(line -> line.id() + " " + row.someAside()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void takeBacksCountUpToTheMonthsEndAndWhereTheyNameAClaim(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "REMITTANCES", "r.835", OCTOBER);
            SourceFile notOnFile = lines.file(2, "REMITTANCES", "s.835", OCTOBER);
            lines.run(1, "2026-10", file);
            ProviderAdjustment lastDay = takeBack(file, "icn1", LocalDate.of(2026, 10, 31));
            ProviderAdjustment undated = takeBack(file, "icn1", null);
            stage(database, file, 1, lastDay);
            stage(database, file, 2, takeBack(file, "icn1", LocalDate.of(2026, 11, 1)));
            stage(database, file, 3, undated);
            stage(database, file, 4, takeBack(file, "icn2", LocalDate.of(2026, 10, 31)));
            stage(database, file, 5, takeBack(file, null, LocalDate.of(2026, 10, 31)));
            stage(database, notOnFile, 1, takeBack(notOnFile, "icn1", LocalDate.of(2026, 10, 31)));

            assertThat(database.list(
                            HistoryMapper.class,
                            mapper -> mapper.takeBacks(1, OCTOBER.atEndOfMonth(), List.of("ICN1"))))
                    .containsExactly(lastDay, undated);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aSettledLineIsJudgedAgainInTheMonthThatFirstTellsOfATakeBack(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", SEPTEMBER);
            SourceFile september = lines.file(2, "REMITTANCES", "r9.835", SEPTEMBER);
            lines.run(1, "2026-09", claims, september);
            Map<String, Long> settled = new TreeMap<>();
            for (String name : List.of("TOLD", "ELSE", "EARLY", "LATER", "UNDATED", "AHEAD", "NEXT")) {
                long line = lines.add(claims, claim(name));
                lines.matched(1, lines.add(september, payment(name).payerClaim("i-" + name)), line, true);
                lines.found(1, line, Verdict.IN_RANGE, "30.00");
                settled.put(name, line);
            }
            stage(database, september, 1, takeBack(september, "i-EARLY", LocalDate.of(2026, 9, 30)));
            stage(database, september, 2, takeBack(september, "i-AHEAD", LocalDate.of(2026, 10, 1)));
            lines.complete(1);
            SourceFile october = lines.file(3, "REMITTANCES", "r10.835", OCTOBER);
            stage(database, october, 1, takeBack(october, "i-TOLD", LocalDate.of(2026, 10, 31)));
            stage(database, october, 2, takeBack(october, "i-UNDATED", null));
            stage(database, october, 3, takeBack(october, "i-NEXT", LocalDate.of(2026, 11, 1)));
            stage(database, october, 4, takeBack(october, null, LocalDate.of(2026, 10, 31)));
            stage(
                    database,
                    october,
                    5,
                    new ProviderAdjustment(
                            SourceRef.segment(october.name(), 41),
                            "Acme",
                            "EFT1",
                            null,
                            "L6",
                            "i-ELSE",
                            Money.of("-0.10")));
            SourceFile notOnFile = lines.file(4, "REMITTANCES", "s10.835", OCTOBER);
            stage(database, notOnFile, 1, takeBack(notOnFile, "i-LATER", LocalDate.of(2026, 10, 31)));
            // September's file stays in the folder.
            lines.run(2, "2026-10", september, october);

            assertThat(judged(database, 2, OCTOBER))
                    .containsExactlyInAnyOrder(settled.get("TOLD"), settled.get("UNDATED"), settled.get("AHEAD"));
            lines.complete(2);
            lines.run(3, "2026-11", october);
            assertThat(judged(database, 3, NOVEMBER)).containsExactly(settled.get("NEXT"));
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aMonthTellsOfTheProviderLevelAdjustmentsThatNoEarlierMonthToldOf(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "REMITTANCES", "r9.835", SEPTEMBER);
            SourceFile late = lines.file(2, "REMITTANCES", "r8.835", OCTOBER);
            ProviderAdjustment due = takeBack(file, "icn1", LocalDate.of(2026, 9, 30));
            ProviderAdjustment undated = takeBack(file, null, null);
            ProviderAdjustment next = takeBack(file, "icn2", LocalDate.of(2026, 10, 1));
            ProviderAdjustment foundLate = takeBack(late, "icn3", LocalDate.of(2026, 8, 31));
            stage(database, file, 1, next);
            stage(database, file, 2, due);
            stage(database, file, 3, undated);
            stage(database, late, 1, foundLate);

            lines.run(1, "2026-09", file);
            assertThat(told(database, 1, file, SEPTEMBER)).containsExactly(due, undated);
            lines.complete(1);
            lines.run(2, "2026-10", late);
            assertThat(told(database, 2, file, OCTOBER)).containsExactly(next);
            assertThat(told(database, 2, late, OCTOBER)).containsExactly(foundLate);
            lines.complete(2);
            lines.run(3, "2026-11", file, late);
            assertThat(told(database, 3, file, NOVEMBER)).isEmpty();
            assertThat(told(database, 3, late, NOVEMBER)).isEmpty();
        }
    }

    private static List<ProviderAdjustment> told(TestDatabase database, long runId, SourceFile file, YearMonth month) {
        return database.list(
                HistoryMapper.class, mapper -> mapper.providerAdjustments(runId, file.fileId(), month.atEndOfMonth()));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPayersClaimNumberNamesTheClaimThatItsPaymentsAreOfNow(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", SEPTEMBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.835", SEPTEMBER);
            SourceFile notOnFile = lines.file(3, "REMITTANCES", "s.835", SEPTEMBER);
            long before = lines.add(claims, claim("OLD"));
            long now = lines.add(claims, claim("NEW"));
            long payment = lines.add(payments, payment("OLD").payer("Acme").payerClaim("icn1"));
            lines.add(payments, payment("NONE").payerClaim("icn2"));
            long elsewhere = lines.add(notOnFile, payment("OLD").payerClaim("icn1"));
            lines.run(1, "2026-09", claims, payments);
            lines.matched(1, payment, before, true);
            lines.complete(1);
            lines.run(2, "2026-10");
            lines.matched(2, payment, now, false);
            lines.matched(2, elsewhere, before, true);

            assertThat(database.list(HistoryMapper.class, mapper -> mapper.claimsNamed(2, List.of("ICN1", "ICN2"))))
                    .containsExactly(new HistoryMapper.NamedClaim("ICN1", "Acme", null, "NEW"));
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aSettledLineIsNotJudgedAgainWhereAnotherFileRepeatsTheTakeBackOfAnEarlierMonth(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", SEPTEMBER);
            SourceFile september = lines.file(2, "REMITTANCES", "r9.835", SEPTEMBER);
            LocalDate day = LocalDate.of(2026, 9, 30);
            lines.run(1, "2026-09", claims, september);
            Map<String, Long> settled = new TreeMap<>();
            for (String name : List.of("REPEATED", "UNDATED", "ANOTHER")) {
                long line = lines.add(claims, claim(name));
                lines.matched(1, lines.add(september, payment(name).payerClaim("i-" + name)), line, true);
                lines.found(1, line, Verdict.IN_RANGE, "30.00");
                settled.put(name, line);
            }
            stage(database, september, 1, takeBack(september, "i-REPEATED", day));
            stage(database, september, 2, takeBack(september, "i-UNDATED", null));
            stage(database, september, 3, takeBack(september, "i-ANOTHER", day));
            lines.complete(1);
            SourceFile again = lines.file(3, "REMITTANCES", "again.835", OCTOBER);
            stage(database, again, 1, takeBack(again, "i-REPEATED", day));
            stage(database, again, 2, takeBack(again, "i-UNDATED", null));
            stage(database, again, 3, takeBack(again, "i-ANOTHER", day.minusDays(1)));
            lines.run(2, "2026-10", again);

            assertThat(judged(database, 2, OCTOBER)).containsExactly(settled.get("ANOTHER"));
        }
    }

    private static ProviderAdjustment takeBack(
            SourceFile file, @Nullable String reference, @Nullable LocalDate checkDate) {
        SourceRef place = SourceRef.segment(file.name(), 40);
        return new ProviderAdjustment(place, "Acme", "EFT1", checkDate, "WO", reference, Money.of("20.00"));
    }

    private static void stage(TestDatabase database, SourceFile file, long ordinal, ProviderAdjustment adjustment) {
        String key = MatchKeys.ofNullable(adjustment.reference());
        database.tell(
                StagingMapper.class,
                staging -> staging.insertProviderAdjustment(file.fileId(), ordinal, adjustment, key));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void unmatchedPaymentsComePageByPageWithWhatTheMatcherSaid(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "REMITTANCES", "r.csv", OCTOBER);
            long matched = lines.add(file, payment("A1"));
            long none = lines.add(file, payment("A2"));
            long several = lines.add(file, payment("A3"));
            long repeats = lines.add(file, payment("A1"));
            long suggested = lines.add(file, payment("A4"));
            lines.run(1, "2026-10", file);
            lines.matched(1, matched, 9, true);
            lines.match(1, none, new MatchResult.NoClaimLine("no claim line", null), false);
            lines.match(1, several, new MatchResult.SeveralClaimLines(2), true);
            lines.match(1, repeats, new MatchResult.Repeats(matched), true);
            lines.match(1, suggested, new MatchResult.NoClaimLine("truncated", 78L), true);

            List<HistoryMapper.Unmatched> first =
                    database.list(HistoryMapper.class, mapper -> mapper.unmatched(1, 0, 2));
            List<HistoryMapper.Unmatched> second =
                    database.list(HistoryMapper.class, mapper -> mapper.unmatched(1, several, 2));

            assertThat(first)
                    .extracting(HistoryMapper.Unmatched::remittanceLineId)
                    .containsExactly(none, several);
            assertThat(first)
                    .extracting(HistoryMapper.Unmatched::note, HistoryMapper.Unmatched::suggestedClaimLineId)
                    .containsExactly(tuple("no claim line", null), tuple("2 claim lines fit equally well", null));
            assertThat(second)
                    .extracting(unmatched -> unmatched.line().patientControlNumber())
                    .containsExactly("A4");
            assertThat(second)
                    .extracting(HistoryMapper.Unmatched::note, HistoryMapper.Unmatched::suggestedClaimLineId)
                    .containsExactly(tuple("truncated", 78L));
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void otherLinesAreKnownOnlyOfFilesThatHoldSome(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile injections = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            lines.add(injections, claim("A1"));
            SourceFile all = lines.file(2, "CLAIMS", "d.csv", OCTOBER);
            lines.add(all, claim("A2").code("99213"));
            lines.run(1, "2026-10", injections);
            lines.run(2, "2026-10", injections, all);

            assertThat(database.list(HistoryMapper.class, mapper -> mapper.statedFields(1)))
                    .hasSize(1);
            assertThat(database.list(HistoryMapper.class, mapper -> mapper.statedFields(2)))
                    .hasSize(2);
        }
    }
}
