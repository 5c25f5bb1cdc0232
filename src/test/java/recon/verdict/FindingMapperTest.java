package recon.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static recon.StagedLines.claim;
import static recon.StagedLines.payment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.DatabaseKind;
import recon.StagedLines;
import recon.TestDatabase;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.load.SourceFile;
import recon.match.HistoryMapper;

@Tag("database")
class FindingMapperTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final String UNUSUAL = "O'Brien \"x\" \\ %_ \t Łukasz ñ 注射 😀 '); drop table run; --";

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aFindingComesBackAsItWasFound(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            new StagedLines(database).run(1, "2026-10");
            Finding finding = fullFinding();

            database.tell(
                    FindingMapper.class, findings -> findings.insert(new FindingMapper.StoredFinding(1, 11, finding)));

            assertThat(database.list(FindingMapper.class, findings -> findings.findings(1, List.of(11L))))
                    .containsExactly(new FindingMapper.StoredFinding(1, 11, finding));
            assertThat(
                            database.rows(
                                    "select claim_line_id, remittance_line_id, verdict, payer, payer_class, billed, allowed, expected_low,"
                                            + " expected_high, at_issue, difference, carc, preventable, first_denied, times_denied, appeal_by, days_left,"
                                            + " first_verdict, first_month, first_allowed, final_allowed, match_tier from finding"))
                    .containsExactly("11 | 22 | PARTLY_DENIED | " + UNUSUAL
                            + " | MEDICARE | 8000 | 3110 | 4000 | 5000 | 890 | -890"
                            + " | 97 | true | 2026-09-03 | 2 | 2027-02-17 | -3 | DENIED | 2026-09 | 0 | 3110 | 3");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatAFindingLeavesOpenStaysUnstated(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            new StagedLines(database).run(1, "2026-10");
            Finding bare = finding(11L, Verdict.NO_RESPONSE, subject("Acme", null, null), null);

            database.tell(
                    FindingMapper.class, findings -> findings.insert(new FindingMapper.StoredFinding(1, 11, bare)));

            assertThat(database.list(FindingMapper.class, findings -> findings.findings(1, List.of(11L))))
                    .containsExactly(new FindingMapper.StoredFinding(1, 11, bare));
            assertThat(database.value(
                            "select count(*) from finding where remittance_line_id is null and allowed is null and paid is null"
                                    + " and expected_low is null and range_source is null and at_issue is null and denial_group is null"
                                    + " and preventable is null and times_denied is null and match_note is null and first_verdict is null"
                                    + " and suggested_claim is null and claim_source is null and days_left is null"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aLineHasOneVerdictInARun(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            lines.run(1, "2026-10");
            lines.run(2, "2026-10");
            lines.found(1, 11, Verdict.IN_RANGE, "20.00");
            lines.found(2, 11, Verdict.UNDERPAID, "10.00");

            assertThatThrownBy(() -> lines.found(1, 11, Verdict.DENIED, "0.00")).isInstanceOf(RuntimeException.class);

            assertThat(database.rows("select run_id, verdict from finding order by 1"))
                    .containsExactly("1 | IN_RANGE", "2 | UNDERPAID");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void reportsStandInOneOrderOnEveryDatabase(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            new StagedLines(database).run(1, "2026-10");
            insert(database, 1, subject("beta", "A1", 1));
            insert(database, 2, subject("Émile", "A1", 1));
            insert(database, 3, subject("Zeta", "A1", 1));
            insert(database, 4, subject("Zeta", "A1", null));
            insert(database, 5, subject("Zeta", "A1", 10));
            insert(database, 6, subject("Zeta", "A1", 2));
            insert(database, 7, subject("Zeta", null, null));
            insert(database, 8, subject("Zeta", "a1", 1));
            insert(database, 9, subject("Zeta", "A-1", 1));
            insert(database, 10, subject("Zeta", "A1", 1));
            insert(database, 11, subject("Acme Health", "A1", 1));
            insert(database, 12, subject("AcmeHealth", "A1", 1));
            insert(database, 13, subject("Zeta", "B2", 1));

            assertThat(database.list(FindingMapper.class, findings -> findings.idsInReportOrder(1)))
                    .containsExactly(11L, 12L, 9L, 3L, 10L, 6L, 5L, 4L, 8L, 13L, 7L, 1L, 2L);
        }
    }

    private static void insert(TestDatabase database, long id, Finding.Subject subject) {
        Finding finding = finding(id, Verdict.IN_RANGE, subject, null);
        database.tell(
                FindingMapper.class, findings -> findings.insert(new FindingMapper.StoredFinding(1, id, finding)));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void earlierVerdictsAreThoseOfTheLatestCompleteRevisionsOldestFirst(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            lines.run(1, "2026-09");
            lines.found(1, 11, Verdict.UNDERPAID, "5.00");
            lines.complete(1);
            lines.run(2, "2026-09");
            lines.found(2, 11, Verdict.DENIED, null);
            lines.found(2, 12, Verdict.IN_RANGE, "20.00");
            lines.complete(2);
            lines.run(3, "2026-08");
            lines.found(3, 11, Verdict.NO_RESPONSE, null);
            lines.complete(3);
            lines.run(4, "2026-10");
            lines.found(4, 11, Verdict.IN_RANGE, "20.00");
            for (int listed = 10; listed < 14; listed++) {
                database.execute("insert into run_claim_line (run_id, claim_line_id) values (4, %d)".formatted(listed));
            }

            assertThat(database.list(FindingMapper.class, findings -> findings.earlier(4, 10, 11)))
                    .containsExactly(
                            new FindingMapper.EarlierFinding(
                                    11, YearMonth.of(2026, 8), Verdict.NO_RESPONSE, null, null),
                            new FindingMapper.EarlierFinding(11, SEPTEMBER, Verdict.DENIED, null, null));
            assertThat(database.list(FindingMapper.class, findings -> findings.earlier(4, 11, 13)))
                    .containsExactly(
                            new FindingMapper.EarlierFinding(12, SEPTEMBER, Verdict.IN_RANGE, Money.of("20.00"), null));
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void earlierVerdictsAreThoseOfTheLinesTooThatALineTookThePlaceOf(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", SEPTEMBER);
            SourceFile withdrawn = lines.file(2, "CLAIMS", "d.csv", SEPTEMBER);
            long denied = lines.add(file, claim("A1"));
            long repeated = lines.add(file, claim("A1"));
            long second = lines.add(file, claim("A1"));
            long third = lines.add(file, claim("A1"));
            long beside = lines.add(file, claim("A2"));
            long gone = lines.add(withdrawn, claim("A2"));
            lines.run(1, "2026-08", file);
            lines.found(1, denied, Verdict.DENIED, "0.00");
            lines.found(1, repeated, Verdict.UNDERPAID, "1.00");
            lines.found(1, beside, Verdict.UNDERPAID, "2.00");
            lines.complete(1);
            lines.run(2, "2026-09", file);
            lines.replaced(2, denied, second);
            lines.aside(2, repeated, third);
            lines.replaced(2, beside, gone);
            lines.found(2, second, Verdict.UNDERPAID, "9.00");
            lines.complete(2);
            lines.run(3, "2026-10", file);
            lines.replaced(3, denied, second);
            lines.replaced(3, second, third);
            database.execute("insert into run_claim_line (run_id, claim_line_id) values (3, %d)".formatted(third));
            lines.run(4, "2026-10", file);

            assertThat(earlier(database, 3, 0, third))
                    .isEqualTo(Map.of(
                            third,
                            List.of(
                                    new FindingMapper.EarlierFinding(
                                            second, YearMonth.of(2026, 8), Verdict.DENIED, Money.ZERO, null),
                                    new FindingMapper.EarlierFinding(
                                            second, SEPTEMBER, Verdict.UNDERPAID, Money.of("9.00"), null))));
            Map<Long, Long> heirs = database.ask(
                    FindingMapper.class,
                    findings -> EarlierFindings.heirs(findings, 3, Set.of(denied, second, repeated, beside)));
            assertThat(heirs).isEqualTo(Map.of(denied, third, second, third));
            assertThat(earlier(database, 3, third, gone))
                    .as("of a file that is not on file")
                    .isEmpty();
            assertThat(earlier(database, 4, third - 1, third))
                    .as("what another run replaced")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatWasListedAsRecoveredAndPaidOnAnotherLineIsToldOfEarlierMonths(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", SEPTEMBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", SEPTEMBER);
            long paid = lines.add(claims, claim("A1"));
            long denied = lines.add(claims, claim("A1"));
            long ofOther = lines.add(payments, payment("A1"));
            long ofItself = lines.add(payments, payment("A1"));
            lines.run(1, "2026-08", claims, payments);
            lines.matched(1, ofOther, paid, true);
            lines.found(1, paid, Verdict.OVERPAID, "60.00");
            lines.found(1, denied, Verdict.UNDERPAID, "10.00");
            database.execute(
                    "update finding set remittance_line_id = %d where claim_line_id = %d".formatted(ofOther, paid));
            database.execute("update finding set first_allowed = 200, final_allowed = 650 where claim_line_id = %d"
                    .formatted(denied));
            lines.complete(1);
            lines.run(2, "2026-09", claims, payments);
            lines.matched(2, ofOther, denied, false);
            lines.matched(2, ofItself, denied, true);
            for (long line : List.of(paid, denied)) {
                database.execute("insert into run_claim_line (run_id, claim_line_id) values (2, %d)".formatted(line));
            }

            Map<Long, LinePast> pasts =
                    database.ask(FindingMapper.class, findings -> EarlierFindings.pasts(findings, 2, 0, denied));
            assertThat(pasts.get(denied).firstVerdict())
                    .isEqualTo(new EarlierVerdict(
                            YearMonth.of(2026, 8), Verdict.UNDERPAID, Money.of("14.50"), Set.of(ofOther)));
            assertThat(pasts.get(paid).firstVerdict()).isNull();
        }
    }

    private static Map<Long, List<FindingMapper.EarlierFinding>> earlier(
            TestDatabase database, long runId, long after, long upTo) {
        return database.ask(FindingMapper.class, findings -> EarlierFindings.of(findings, runId, after, upTo));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void sumsCountLinesAndDollarsByVerdict(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            new StagedLines(database).run(1, "2026-10");
            Finding.Subject subject = subject("Acme", "A1", 1);
            List<Finding> findings = List.of(
                    finding(1L, Verdict.UNDERPAID, subject, "8.90"),
                    finding(2L, Verdict.UNDERPAID, subject, "0.10").with(new Finding.Past(SEPTEMBER, true, true)),
                    finding(3L, Verdict.DENIED, subject, null).with(new Finding.Past(SEPTEMBER, true, false)));
            database.tell(
                    FindingMapper.class,
                    mapper -> findings.forEach(finding -> mapper.insert(new FindingMapper.StoredFinding(
                            1, Objects.requireNonNull(finding.claimLineId()), finding))));

            assertThat(database.list(FindingMapper.class, mapper -> mapper.sums(1)))
                    .containsExactly(
                            new FindingMapper.VerdictSum(
                                    Verdict.DENIED, 1, Money.of("40.00"), Money.ZERO, 1, Money.ZERO),
                            new FindingMapper.VerdictSum(
                                    Verdict.UNDERPAID, 2, Money.of("80.00"), Money.of("9.00"), 1, Money.of("8.90")));
            assertThat(database.list(FindingMapper.class, mapper -> mapper.sums(2)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void linesOfAnUnknownClassAreCountedByPayerWithoutUnmatchedPaymentsAndLinesThatAreRightlyUnpaid(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            new StagedLines(database).run(1, "2026-10");
            Finding.Expected nothing = new Finding.Expected(Money.ZERO, Money.ZERO, "nothing expected");
            List<Finding> findings = List.of(
                    finding(1L, Verdict.NEEDS_REVIEW, subject("Elm", "A1", 1), null),
                    finding(2L, Verdict.DENIED, subject("Oak", "A1", 1), null),
                    finding(3L, Verdict.NO_RESPONSE, subject("Oak", "A1", 2), null),
                    finding(4L, Verdict.UNMATCHED, subject("Oak", "A1", 3), null),
                    finding(5L, Verdict.EXPECTED_ZERO, subject("Oak", "A1", 4), null, nothing),
                    fullFinding());
            database.tell(
                    FindingMapper.class,
                    mapper -> findings.forEach(finding -> mapper.insert(new FindingMapper.StoredFinding(
                            1, Objects.requireNonNull(finding.claimLineId()), finding))));

            assertThat(database.list(FindingMapper.class, mapper -> mapper.linesOfUnknownClass(1)))
                    .containsExactly(new FindingMapper.PayerLines("Oak", 2), new FindingMapper.PayerLines("Elm", 1));
            assertThat(database.list(FindingMapper.class, mapper -> mapper.linesOfUnknownClass(2)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void auditFindingsComeBackByPayerClaimLineAndRule(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            long beta = lines.add(file, claim("A1").payer("beta").lineNumber(1));
            long acmeSecond = lines.add(file, claim("A1").payer("Zacme").lineNumber(2));
            long acmeFirst = lines.add(file, claim("A1").payer("Zacme").lineNumber(1));
            long unstated = lines.add(file, claim("A1"));
            lines.add(file, claim("A2"));
            lines.run(1, "2026-10", file);
            AuditFinding drug = audit(database, beta, 4, false);
            AuditFinding hold = audit(database, beta, 16, true);
            for (long line : List.of(acmeSecond, unstated, acmeFirst)) {
                AuditFinding finding = audit(database, line, 1, false);
                database.tell(
                        FindingMapper.class,
                        findings -> findings.insertAudit(new FindingMapper.StoredAudit(1, finding)));
            }
            database.tell(FindingMapper.class, findings -> {
                findings.insertAudit(new FindingMapper.StoredAudit(1, hold));
                findings.insertAudit(new FindingMapper.StoredAudit(1, drug));
            });

            assertThat(database.list(FindingMapper.class, findings -> findings.auditedLines(1)))
                    .containsExactly(acmeFirst, acmeSecond, beta, unstated);
            assertThat(database.list(FindingMapper.class, findings -> findings.audit(1, List.of(beta))))
                    .containsExactly(new AuditWarning(drug, null), new AuditWarning(hold, null));
            assertThat(database.rows(
                            "select rule_number, title, evidence, predicted, certainty, compliance from audit_finding"
                                    + " where claim_line_id = " + beta + " order by 1"))
                    .containsExactly(
                            "4 | title | " + UNUSUAL + " | 97, M14 | likely | false",
                            "16 | title | " + UNUSUAL + " | 97, M14 | likely | true");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void auditFindingsOfLinesWithoutAnAnswerComeFirstEachWithItsVerdict(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            long paid = lines.add(file, claim("A1").payer("Acme"));
            long waiting = lines.add(file, claim("A2").payer("Acme"));
            long waitingElsewhere = lines.add(file, claim("A3").payer("Beta"));
            List<Long> all = List.of(paid, waiting, waitingElsewhere);
            lines.run(1, "2026-09", file);
            all.forEach(line -> lines.found(1, line, Verdict.NO_RESPONSE, null));
            lines.complete(1);
            lines.run(2, "2026-10");
            lines.found(2, paid, Verdict.IN_RANGE, "30.00");
            lines.found(2, waiting, Verdict.NO_RESPONSE, null);
            lines.found(2, waitingElsewhere, Verdict.NO_RESPONSE, null);
            for (long line : all) {
                AuditFinding finding = audit(database, line, 1, false);
                database.tell(
                        FindingMapper.class,
                        findings -> findings.insertAudit(new FindingMapper.StoredAudit(2, finding)));
            }

            assertThat(database.list(FindingMapper.class, findings -> findings.auditedLines(2)))
                    .containsExactly(waiting, waitingElsewhere, paid);
            assertThat(database.list(FindingMapper.class, findings -> findings.audit(2, all)))
                    .extracting(AuditWarning::verdict)
                    .containsExactly(Verdict.IN_RANGE, Verdict.NO_RESPONSE, Verdict.NO_RESPONSE);
        }
    }

    private static AuditFinding audit(TestDatabase database, long lineId, int rule, boolean hold) {
        ClaimLine line = database.list(HistoryMapper.class, lines -> lines.claimLinesById(List.of(lineId)))
                .get(0);
        return new AuditFinding(line, rule, "title", UNUSUAL, "97, M14", "likely", hold);
    }

    private static Finding.Subject subject(String payer, @Nullable String claim, @Nullable Integer lineNumber) {
        return new Finding.Subject(
                payer,
                PayerClass.UNKNOWN,
                claim,
                null,
                lineNumber,
                null,
                null,
                DAY,
                null,
                null,
                null,
                "",
                null,
                null,
                null);
    }

    private static Finding finding(Long lineId, Verdict verdict, Finding.Subject subject, @Nullable String atIssue) {
        return finding(lineId, verdict, subject, atIssue, null);
    }

    private static Finding finding(
            Long lineId,
            Verdict verdict,
            Finding.Subject subject,
            @Nullable String atIssue,
            Finding.@Nullable Expected expected) {
        return new Finding(
                lineId,
                null,
                verdict,
                subject,
                new Finding.Amounts(Money.of("40.00"), null, null, null, null, null),
                expected,
                atIssue == null ? null : Money.of(atIssue),
                null,
                null,
                "why",
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Finding.Past.NONE);
    }

    private static Finding fullFinding() {
        return new Finding(
                11L,
                22L,
                Verdict.PARTLY_DENIED,
                new Finding.Subject(
                        UNUSUAL,
                        PayerClass.MEDICARE,
                        "00A-7",
                        "icn1",
                        3,
                        "TEST, PATIENT",
                        "m1",
                        DAY,
                        DAY.plusDays(1),
                        "11",
                        2,
                        "59 LT",
                        "IL",
                        "12",
                        "NP"),
                new Finding.Amounts(
                        Money.of("80.00"),
                        Money.of("31.10"),
                        "charge less adjustments",
                        Money.of("-24.38"),
                        Money.of("6.22"),
                        Money.of("0.50")),
                new Finding.Expected(Money.of("40.00"), Money.of("50.00"), "range: article"),
                Money.of("8.90"),
                Money.of("-8.90"),
                "under range",
                "2 units x $20.00 = $40.00 at least; allowed $31.10; short by $8.90",
                "allowed=31.10; units=2",
                new Finding.Denial("CO", "97", "M14 N362", "bundled", "S", true, UNUSUAL, LocalDate.of(2026, 9, 3), 2),
                new Finding.Payment("EFT-1", LocalDate.of(2026, 10, 20), 3, "modifier dropped", "r.csv row 17"),
                LocalDate.of(2027, 2, 17),
                -3,
                new Finding.Recovery(Verdict.DENIED, SEPTEMBER, Money.ZERO, Money.of("31.10")),
                "00A-7 line 3",
                "c.csv row 2",
                new Finding.Past(YearMonth.of(2026, 7), true, true));
    }
}
