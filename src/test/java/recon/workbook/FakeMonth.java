package recon.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import recon.claim.Bucket;
import recon.claim.ClaimLine;
import recon.claim.FileKind;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.ProcedureCode;
import recon.claim.ProviderAdjustment;
import recon.claim.Rejection;
import recon.claim.RowSums;
import recon.claim.SourceRef;
import recon.price.Effective;
import recon.price.ExpectedRange;
import recon.verdict.AuditFinding;
import recon.verdict.AuditScore;
import recon.verdict.AuditWarning;
import recon.verdict.ControlTotal;
import recon.verdict.Finding;
import recon.verdict.ToldAdjustment;
import recon.verdict.Verdict;

/** A synthetic month: findings as the verdict room would give them, with plainly synthetic patients. */
final class FakeMonth {

    /** The file of claims that the lines are of. */
    static final long FILE = 1;

    private static final long LINES_PER_FILE = 1_000_000_000L;

    static final YearMonth MONTH = YearMonth.of(2026, 10);
    static final LocalDate AS_OF = MONTH.atEndOfMonth();

    private record FakePayer(String name, PayerClass payerClass, String low, String high, int appealDays) {}

    private static final List<FakePayer> PAYERS = List.of(
            new FakePayer("Aster Health Plan", PayerClass.PRIVATE, "25.00", "50.00", 180),
            new FakePayer("Birch Mutual", PayerClass.PRIVATE, "25.00", "50.00", 180),
            new FakePayer("Cedar State Medicaid", PayerClass.MEDICAID, "15.00", "25.00", 90),
            new FakePayer("Dogwood Community Plan (Medicaid managed care)", PayerClass.MEDICAID, "15.00", "25.00", 90),
            new FakePayer("Elm Employers' Trust", PayerClass.PRIVATE, "25.00", "50.00", 180),
            new FakePayer("Medicare Part B, Jurisdiction T", PayerClass.MEDICARE, "20.00", "30.00", 120),
            new FakePayer("Oak Insurance", PayerClass.UNKNOWN, "0.00", "0.00", 0));

    private static final List<Finding.Denial> DENIALS = List.of(
            new Finding.Denial(
                    "CO",
                    "97",
                    "M14",
                    "bundled",
                    "S",
                    true,
                    "Send records with modifier 25 on the visit or 59 on the injection",
                    null,
                    1),
            new Finding.Denial(
                    "CO",
                    "16",
                    "N822",
                    "missing information",
                    "S",
                    true,
                    "Read the remark code, mend, resubmit; no appeal",
                    null,
                    1),
            new Finding.Denial("CO", "29", "", "timely filing", "H", true, "Proof of timely receipt only", null, 1),
            new Finding.Denial(
                    "CO",
                    "50",
                    "N115",
                    "medical necessity",
                    "S",
                    false,
                    "Appeal with the coverage policy and the notes",
                    null,
                    2),
            new Finding.Denial(
                    "PR",
                    "204",
                    "",
                    "not in the plan",
                    "H",
                    false,
                    "Bill the patient or the alternate benefit",
                    null,
                    1),
            new Finding.Denial(
                    "CO",
                    "197",
                    "",
                    "pre-certification",
                    "S",
                    true,
                    "Ask for retro-authorization, then appeal",
                    null,
                    1),
            new Finding.Denial(
                    "CO",
                    "16",
                    "MA130",
                    "missing information",
                    "send a new claim",
                    true,
                    "Send a new claim; the first was unprocessable",
                    null,
                    1));

    private final Random random;
    private long lines;

    FakeMonth(long seed) {
        random = new Random(seed);
    }

    /** Gives findings in the order of payer, claim, line and date. */
    void findings(int claims, Consumer<Finding> consumer) {
        for (int payer = 0; payer < PAYERS.size(); payer++) {
            for (int claim = payer; claim < claims; claim += PAYERS.size()) {
                int lines = 1 + random.nextInt(3) / 2;
                for (int line = 1; line <= lines; line++) {
                    consumer.accept(finding(PAYERS.get(payer), claim, line));
                }
            }
        }
    }

    List<Finding> findings(int claims) {
        List<Finding> findings = new ArrayList<>();
        findings(claims, findings::add);
        return findings;
    }

    private Finding finding(FakePayer payer, int claim, int line) {
        int units = random.nextInt(8) == 0 ? 2 : 1;
        LocalDate service = AS_OF.minusDays(20 + random.nextInt(120));
        Finding.Subject subject = new Finding.Subject(
                payer.name(),
                payer.payerClass(),
                "PCN%06d".formatted(claim),
                "00%09d".formatted(claim * 7L),
                line,
                "TESTPATIENT, NUMBER %04d".formatted(claim % 900),
                "TST%07d".formatted(claim % 900),
                service,
                service.plusDays(4),
                "11",
                units,
                line == 2 ? "59" : "",
                null,
                null,
                null);
        return judged(payer, subject, units);
    }

    private Finding judged(FakePayer payer, Finding.Subject subject, int units) {
        Money billed = Money.of("65.00").times(units);
        Money low = Money.of(payer.low()).times(units);
        Money high = Money.of(payer.high()).times(units);
        int dice = random.nextInt(100);
        if (payer.payerClass() == PayerClass.UNKNOWN) {
            return line(Verdict.NEEDS_REVIEW, payer, subject, billed, null, null, null);
        }
        boolean medicare = payer.payerClass() == PayerClass.MEDICARE;
        if (dice < 8) {
            return line(
                    Verdict.DENIED,
                    payer,
                    subject,
                    billed,
                    Money.ZERO,
                    low,
                    DENIALS.get(random.nextInt(DENIALS.size())));
        } else if (dice < 10) {
            return line(Verdict.NO_RESPONSE, payer, subject, billed, null, null, null);
        } else if (dice < 11) {
            return line(Verdict.UNMATCHED, payer, subject, billed, low, null, null);
        } else if (dice < 13) {
            return line(Verdict.OVERPAID, payer, subject, billed, high.plus(Money.of("3.10")), Money.of("3.10"), null);
        } else if (dice < 22 || medicare) {
            Money allowed =
                    medicare ? Money.of("13.91").times(units) : low.minus(Money.ofCents(40 + random.nextInt(900)));
            return line(Verdict.UNDERPAID, payer, subject, billed, allowed, low.minus(allowed), null);
        }
        return line(Verdict.IN_RANGE, payer, subject, billed, low.plus(Money.of("2.50")), null, null);
    }

    private Finding line(
            Verdict verdict,
            FakePayer payer,
            Finding.Subject subject,
            Money billed,
            Money allowed,
            Money atIssue,
            Finding.Denial denial) {
        int units = subject.units();
        boolean known = payer.payerClass() != PayerClass.UNKNOWN;
        Finding.Expected expected = known
                ? new Finding.Expected(
                        Money.of(payer.low()).times(units),
                        Money.of(payer.high()).times(units),
                        payer.payerClass() == PayerClass.PRIVATE ? "contract: contract 2026" : "range: article")
                : null;
        boolean answered = verdict != Verdict.NO_RESPONSE;
        LocalDate checkDate = AS_OF.minusDays(random.nextInt(170));
        LocalDate appealBy =
                answered && known && (denial == null || !denial.carc().equals("16"))
                        ? checkDate.plusDays(payer.appealDays())
                        : null;
        Finding.Payment payment = answered
                ? new Finding.Payment(
                        "EFT" + checkDate.toString().replace("-", ""),
                        checkDate,
                        verdict == Verdict.UNMATCHED ? null : 1 + random.nextInt(3),
                        "",
                        "oct/payer-%s.xlsx [Payments] row %d"
                                .formatted(payer.name().substring(0, 3).toLowerCase(), 2 + random.nextInt(4000)))
                : null;
        boolean worked = verdict == Verdict.UNDERPAID || verdict == Verdict.DENIED;
        Money shown = allowed == null ? Money.ZERO : allowed;
        String why =
                switch (verdict) {
                    case UNDERPAID ->
                        "Allowed %s for %d unit(s) is below %s (%s per unit x %d) by %s, more than the tolerance."
                                .formatted(
                                        shown.inWords(),
                                        units,
                                        expected.low().inWords(),
                                        payer.low(),
                                        units,
                                        atIssue.inWords());
                    case OVERPAID ->
                        "Allowed %s is above %s by %s."
                                .formatted(shown.inWords(), expected.high().inWords(), atIssue.inWords());
                    case DENIED -> "Nothing allowed; %s-%s %s.".formatted(denial.group(), denial.carc(), denial.rarc());
                    case NO_RESPONSE -> "No payment line on file up to %s.".formatted(AS_OF);
                    case UNMATCHED -> "No claim line has this control number.";
                    case NEEDS_REVIEW -> "The payer class is unknown.";
                    default -> "Allowed %s is within the range.".formatted(shown.inWords());
                };
        return new Finding(
                verdict == Verdict.UNMATCHED ? null : FILE * LINES_PER_FILE + ++lines,
                answered ? 2L : null,
                verdict,
                subject,
                new Finding.Amounts(
                        billed,
                        allowed,
                        allowed == null ? null : "stated",
                        answered ? shown : null,
                        answered ? Money.ZERO : null,
                        null),
                expected,
                atIssue,
                verdict == Verdict.UNDERPAID ? atIssue.negated() : verdict == Verdict.IN_RANGE ? Money.ZERO : null,
                verdict == Verdict.UNDERPAID
                        ? (payer.payerClass() == PayerClass.MEDICARE ? "under range" : "under schedule")
                        : null,
                why,
                "allowed=%s; units=%d".formatted(shown, units),
                denial,
                payment,
                worked ? appealBy : null,
                worked && appealBy != null ? (int) ChronoUnit.DAYS.between(AS_OF, appealBy) : null,
                verdict == Verdict.IN_RANGE && random.nextInt(60) == 0
                        ? new Finding.Recovery(
                                Verdict.UNDERPAID, MONTH.minusMonths(1), shown.minus(Money.of("4.00")), shown)
                        : null,
                verdict == Verdict.UNMATCHED ? subject.claim() + " line 1" : null,
                verdict == Verdict.UNMATCHED ? null : "oct/claims.csv row %d".formatted(2 + random.nextInt(90000)),
                Finding.Past.NONE);
    }

    static MonthReport report() {
        return new MonthReport(
                MONTH,
                AS_OF,
                12,
                2,
                "2026-11-02T03:00:00Z",
                "9f2c".repeat(16),
                "77ab".repeat(16),
                ranges(),
                List.of("Medicare lines of 2026 are compared with the national amount"),
                controlTotals(),
                files(),
                consumer -> rejections().forEach(consumer),
                consumer -> audit().forEach(consumer),
                List.of(
                        new MonthReport.TrendMonth(
                                YearMonth.of(2026, 8),
                                new MonthReport.Listed(61, Money.of("402.11"), 61, Money.of("402.11")),
                                new MonthReport.Listed(40, Money.of("880.00"), 40, Money.of("880.00"))),
                        new MonthReport.TrendMonth(
                                YearMonth.of(2026, 9),
                                new MonthReport.Listed(55, Money.of("377.80"), 12, Money.of("61.40")),
                                new MonthReport.Listed(44, Money.of("915.00"), 9, Money.of("205.00")))),
                List.of(
                        new AuditScore.Row(1, "99211 on the same day", "Medicare Part B, Jurisdiction T", 5, 3, 1),
                        new AuditScore.Row(
                                2, "Office visit on the same day without modifier 25", "Aster Health Plan", 4, 0, 0)),
                consumer -> providerAdjustments().forEach(consumer),
                List.of());
    }

    static MonthReport withFiles(MonthReport r, List<MonthReport.FileEntry> files) {
        return new MonthReport(
                r.month(),
                r.asOf(),
                r.run(),
                r.revision(),
                r.startedAt(),
                r.inputsFingerprint(),
                r.rangesFingerprint(),
                r.ranges(),
                r.rangeWarnings(),
                r.controlTotals(),
                files,
                r.rejections(),
                r.audit(),
                r.trend(),
                r.auditScores(),
                r.providerAdjustments(),
                r.warnings());
    }

    static MonthReport emptyReport() {
        return new MonthReport(
                MONTH,
                AS_OF,
                1,
                1,
                "2026-11-02T03:00:00Z",
                "0".repeat(64),
                "0".repeat(64),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                c -> {},
                c -> {},
                List.of(),
                List.of(),
                c -> {},
                List.of());
    }

    private static List<ExpectedRange> ranges() {
        return List.of(
                range(PayerClass.MEDICARE, "20.00", "30.00"),
                range(PayerClass.MEDICAID, "15.00", "25.00"),
                range(PayerClass.PRIVATE, "25.00", "50.00"));
    }

    private static ExpectedRange range(PayerClass payerClass, String low, String high) {
        return new ExpectedRange(
                payerClass,
                null,
                null,
                null,
                null,
                null,
                Effective.ALWAYS,
                Money.of(low),
                Money.of(high),
                ExpectedRange.Kind.RANGE,
                "article",
                "expected-ranges.csv row 2");
    }

    private static List<ControlTotal> controlTotals() {
        return List.of(
                new ControlTotal(
                        "oct/claims.csv: rows read = sum of the buckets",
                        ControlTotal.Unit.ROWS,
                        BigDecimal.valueOf(90001),
                        BigDecimal.valueOf(90001)),
                new ControlTotal(
                        "Run: paid in all rows = paid in scope + other codes + rejected + duplicate + later",
                        ControlTotal.Unit.DOLLARS,
                        new BigDecimal("1234567.89"),
                        new BigDecimal("1234567.89")),
                new ControlTotal(
                        "Check EFT20261009: paid by claims less provider adjustments = deposit",
                        ControlTotal.Unit.DOLLARS,
                        new BigDecimal("10431.07"),
                        new BigDecimal("10419.07")));
    }

    private static List<MonthReport.FileEntry> files() {
        Map<Bucket, Long> rows = new EnumMap<>(Bucket.class);
        rows.put(Bucket.BANNER, 1L);
        rows.put(Bucket.REJECTED, 3L);
        rows.put(Bucket.OTHER_CODES, 61_000L);
        rows.put(Bucket.IN_SCOPE, 28_997L);
        RowSums sums = new RowSums(Money.of("5841200.00"), Money.of("2210034.18"), Money.of("1894211.02"));
        return List.of(
                new MonthReport.FileEntry(
                        "oct/claims.csv",
                        FileKind.CLAIMS,
                        "ab12".repeat(16),
                        8_123_456,
                        90_001,
                        rows,
                        RowSums.NONE,
                        "read by headings",
                        false),
                new MonthReport.FileEntry(
                        "oct/payer-ast.xlsx",
                        FileKind.REMITTANCES,
                        "cd34".repeat(16),
                        1_923_456,
                        90_001,
                        rows,
                        sums,
                        "[Payments] profile aster\n[Notes] passed over: no headings",
                        false));
    }

    private static List<Rejection> rejections() {
        return List.of(
                new Rejection(
                        SourceRef.row("oct/payer-ast.xlsx", "Payments", 17),
                        "Paid",
                        "not an amount such as 1,234.50 or (5.00)"),
                new Rejection(
                        SourceRef.row("oct/claims.csv", null, 4021),
                        "Claim",
                        "a number in the form 1.23E+15 has lost its digits; format the column as text and export again"),
                new Rejection(SourceRef.segment("oct/era.835", 811), null, "no service lines"));
    }

    private static List<ToldAdjustment> providerAdjustments() {
        return List.of(
                providerAdjustment("WO", "00000000077", "19.29", "PCN000077"),
                providerAdjustment("WO", "20260417", "10.00", null),
                providerAdjustment("L6", null, "-1.25", null));
    }

    private static ToldAdjustment providerAdjustment(String reason, String reference, String dollars, String claim) {
        return new ToldAdjustment(
                new ProviderAdjustment(
                        SourceRef.segment("oct/era.835", 902),
                        "ASTER HEALTH PLAN",
                        "EFT20261009",
                        LocalDate.of(2026, 10, 9),
                        reason,
                        reference,
                        Money.of(dollars)),
                "Aster Health Plan",
                "the reason in words",
                claim,
                false);
    }

    private static List<AuditWarning> audit() {
        ClaimLine line = new ClaimLine(
                1,
                SourceRef.row("oct/claims.csv", null, 77),
                "Aster Health Plan",
                null,
                PayerClass.PRIVATE,
                null,
                "PCN000077",
                null,
                1,
                null,
                "TST0000077",
                "TESTPATIENT, NUMBER 0077",
                AS_OF.minusDays(9),
                ProcedureCode.INJECTION,
                Modifiers.NONE,
                1,
                Money.of("65.00"),
                "11",
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        AuditFinding administrationRecord = new AuditFinding(
                line, 16, "Administration record incomplete", "no route and no site recorded", "112", "certain", true);
        return List.of(
                new AuditWarning(
                        new AuditFinding(
                                line,
                                2,
                                "Office visit the same day without modifier 25",
                                "99213 on the same day carries no modifier 25",
                                "97, M14",
                                "likely",
                                false),
                        Verdict.NO_RESPONSE),
                new AuditWarning(administrationRecord, Verdict.IN_RANGE),
                new AuditWarning(administrationRecord, null));
    }

    /** Writes all reports of a fake month: {@code FakeMonth DIR CLAIMS}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int claims = Integer.parseInt(arguments[1]);
        MonthReport report = claims == 0 ? emptyReport() : report();
        Map<String, MonthReport.Factory> factories = new TreeMap<>(Map.of(
                "underpayments-2026-10.xlsx",
                UnderpaymentsWorkbook::open,
                "denials-2026-10.xlsx",
                DenialsWorkbook::open,
                "reconciliation-2026-10.xlsx",
                ReconciliationWorkbook::open,
                "summary-2026-10.xlsx",
                SummaryWorkbook::open,
                "run-2026-10.html",
                RunPage::open,
                "letters",
                DisputeLetters::open));
        for (Map.Entry<String, MonthReport.Factory> factory : factories.entrySet()) {
            long start = System.nanoTime();
            try (MonthReport.Report file = factory.getValue().open(folder.resolve(factory.getKey()), report, null)) {
                new FakeMonth(96372).findings(claims, file::add);
                file.finish();
            }
            System.out.printf("%s %d ms%n", factory.getKey(), (System.nanoTime() - start) / 1_000_000);
        }
    }
}
