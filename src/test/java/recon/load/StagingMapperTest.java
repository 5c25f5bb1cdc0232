package recon.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static recon.StagedLines.claim;
import static recon.StagedLines.payment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.DatabaseKind;
import recon.StagedLines;
import recon.TestDatabase;
import recon.claim.Adjustment;
import recon.claim.CheckTotal;
import recon.claim.ClaimLine;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.ProcedureCode;
import recon.claim.ProviderAdjustment;
import recon.claim.Rejection;
import recon.claim.RemittanceLine;
import recon.claim.SourceRef;
import recon.match.HistoryMapper;
import recon.match.MatchMapper;

@Tag("database")
class StagingMapperTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);

    /**
     * Quotes, an escape, what COPY would take for null and for an end, ends of lines, a tab, letters of many scripts, one outside the
     * basic plane, and what would be SQL.
     */
    private static final String UNUSUAL = "O'Brien \"x\" \\ \\N \n\\.\r\n %_ \t Łukasz ñ 注射 😀 '); drop table run; --";

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aClaimLineComesBackAsItWasStaged(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            SourceFile file = new StagedLines(database).file(1, "CLAIMS", "claims, October.xlsx", OCTOBER);
            ClaimLine line = fullClaimLine(0, file.name());

            stage(database, file, line);

            assertThat(claimLines(database, file)).containsExactly(fullClaimLine(1_000_000_001L, file.name()));
            assertThat(database.rows(
                            "select file_id, place_unit, place, pcn, pcn_key, near_key, icn_key, member_key, modifiers, units,"
                                    + " charge, stated_class, service_date, diagnoses, administered from claim_line"))
                    .containsExactly("1 | ROW | 17 | 00a-7 | 00A-7 | A-7 | ICN1 | M'1 | 59 LT | 2 | 8001 | MEDICARE"
                            + " | 2026-10-05 | Z23 E53.8 | false");
            assertThat(database.value("select drug from claim_line")).isEqualTo(UNUSUAL);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatAClaimLineDoesNotStateStaysUnstated(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            SourceFile file = new StagedLines(database).file(1, "CLAIMS", "claims.csv", OCTOBER);
            ClaimLine line = claim("A1").line(0, file.name(), 2);

            stage(database, file, line);

            assertThat(claimLines(database, file)).containsExactly(claim("A1").line(1_000_000_001L, file.name(), 2));
            assertThat(database.value(
                            "select count(*) from claim_line where sheet is null and payer is null and payer_id is null"
                                    + " and stated_class is null and filing_class is null and icn is null and icn_key is null"
                                    + " and line_number is null and line_control is null and member_id is null and member_key is null"
                                    + " and patient is null and pos is null and npi is null and credential is null and submitted is null"
                                    + " and frequency is null and ndc is null and drug is null and dose is null and route is null"
                                    + " and site is null and administered is null and state is null and locality is null"
                                    + " and modifiers = '' and diagnoses = ''"))
                    .isEqualTo("1");
        }
    }

    /** However many rows are written together, and wherever the parts begin that a driver sends them in. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void lettersOutsideTheBasicPlaneAreKeptWhole(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            SourceFile file = new StagedLines(database).file(1, "CLAIMS", "claims.csv", OCTOBER);
            String letters = "😀".repeat(199);
            int rows = 2000;

            database.tell(StagingMapper.class, staging -> {
                for (int n = 1; n <= rows; n++) {
                    ClaimLine line = claim((n % 3 == 0 ? "" : "x") + letters).line(0, file.name(), n);
                    staging.insertClaimLine(new StagedClaimLine(file.fileId(), file.lineId(n), line));
                }
            });

            assertThat(database.value(
                            "select count(*) from claim_line where pcn in ('" + letters + "', 'x" + letters + "')"))
                    .isEqualTo("" + rows);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void linesOfOtherCodesComeBackAsTheyWereStaged(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "claims, October.xlsx", OCTOBER);
            lines.run(1, "2026-10", file);
            ClaimLine full = fullClaimLine(1_000_000_004L, file.name());
            ClaimLine bare = claim("00A-7").member("M'1").code("J3420").line(1_000_000_009L, file.name(), 21);

            database.tell(
                    StagingMapper.class,
                    staging -> staging.insertOtherLines(new OtherLines(
                            1,
                            List.of(
                                    new StagedClaimLine(1, full.id(), full),
                                    new StagedClaimLine(1, bare.id(), bare)))));

            assertThat(database.list(MatchMapper.class, mapper -> mapper.otherLinesOfVersions(1, List.of("00A-7"))))
                    .containsExactly(new OtherLines.OnFile(1_000_000_004L, 1_000_000_009L, false, List.of(full, bare)));
            assertThat(database.rows(
                            "select first_line, last_line, file_id, pcn_key, member_key, service_date, line_count, charges,"
                                    + " of_version, has_drug, has_diagnoses, has_ndc from claim_other_lines"))
                    .containsExactly("1000000004 | 1000000009 | 1 | 00A-7 | M'1 | 2026-10-05 | 2 | 12001"
                            + " | true | true | true | true");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void linesOfOtherCodesThatEarlierVersionsPutOnFileAreKept(DatabaseKind kind) {
        try (TestDatabase database = kind.createEmpty()) {
            kind.flyway(database.dataSource(), "6?").migrate();
            StagedLines lines = new StagedLines(database);
            SourceFile file = lines.file(1, "CLAIMS", "claims, October.xlsx", OCTOBER);
            lines.run(1, "2026-10", file);
            database.execute(
                    "insert into claim_line (line_id, file_id, sheet, place_unit, place, injection, payer, stated_class,"
                            + " pcn, pcn_key, near_key, icn, line_number, member_id, member_key, patient, service_date, code, modifiers,"
                            + " units, charge, submitted, frequency, diagnoses, ndc, drug, administered, locality) values"
                            + " (1000000001, 1, null, 'ROW', 2, true, null, null, 'a1', 'A1', 'A1', null, null, null, null, null,"
                            + " date '2026-10-05', '96372', '', 1, 4000, null, null, '', null, null, null, null),"
                            + " (1000000002, 1, 'S 1', 'ROW', 3, false, 'A\\B', 'PRIVATE', 'a1', 'A1', null, 'i1', 2, 'm1', 'M1',"
                            + " 'TEST, \tONE', date '2026-10-05', 'J3420', '59 LT', 2, 1250, date '2026-10-06', '7', 'Z23 E53.8', 'n',"
                            + " 'O''Brien\n注射', false, '12'),"
                            + " (1000000003, 1, null, 'ROW', 4, false, null, null, 'a1', 'A1', null, null, null, null, null, null,"
                            + " date '2026-10-05', '99213', '', 1, 9000, null, null, '', null, null, null, null)");
            lines.aside(1, 1_000_000_002L, 1_000_000_003L);

            kind.flyway(database.dataSource()).migrate();

            ClaimLine full = new ClaimLine(
                    1_000_000_002L,
                    SourceRef.row(file.name(), "S 1", 3),
                    "A\\B",
                    null,
                    PayerClass.PRIVATE,
                    null,
                    "a1",
                    "i1",
                    2,
                    null,
                    "m1",
                    "TEST, \tONE",
                    LocalDate.of(2026, 10, 5),
                    new ProcedureCode("J3420"),
                    Modifiers.of("59", "LT"),
                    2,
                    Money.of("12.50"),
                    null,
                    null,
                    null,
                    LocalDate.of(2026, 10, 6),
                    "7",
                    List.of("Z23", "E53.8"),
                    "n",
                    "O'Brien\n注射",
                    null,
                    null,
                    null,
                    false,
                    null,
                    "12");
            ClaimLine bare = claim("a1").code("99213").charge("90.00").line(1_000_000_003L, file.name(), 4);
            assertThat(database.list(MatchMapper.class, mapper -> mapper.otherLinesOfVersions(1, List.of("A1"))))
                    .containsExactly(
                            new OtherLines.OnFile(full.id(), full.id(), true, List.of(full)),
                            new OtherLines.OnFile(bare.id(), bare.id(), false, List.of(bare)));
            assertThat(database.rows("select line_count, charges, of_version, has_drug, has_diagnoses, has_ndc"
                            + " from claim_other_lines order by first_line"))
                    .containsExactly(
                            "1 | 1250 | true | true | true | true", "1 | 9000 | false | false | false | false");
            assertThat(database.rows("select line_id from claim_line")).containsExactly("1000000001");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPaymentLineComesBackAsItWasStaged(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            SourceFile file = new StagedLines(database).file(2, "REMITTANCES", "a/b.835", OCTOBER);

            stage(database, file, fullPayment(0, file.name(), null), LocalDate.of(2026, 10, 20));

            assertThat(payments(database, file, "00A-7"))
                    .containsExactly(fullPayment(2_000_000_001L, file.name(), LocalDate.of(2026, 10, 20)));
            assertThat(
                            database.rows(
                                    "select place_unit, place, posted_on, match_key, icn_key, member_key, code, original_code, billed, allowed,"
                                            + " paid, patient_responsibility, adjustments, remark_codes, claim_status from remittance_line"))
                    .containsExactly(
                            "SEGMENT | 4711 | 2026-10-20 | 00A-7 | ICN1 | M'1 | 99211 | 96372 | -4000 | 0 | -1091 | 278"
                                    + " | CO-45:-12.34;PR-2:4.10;OA-23:0.00 | N362 M15 | 22");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void anAllowedAmountThatIsNotStatedIsNotZero(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            SourceFile file = new StagedLines(database).file(2, "REMITTANCES", "b.csv", OCTOBER);
            RemittanceLine line = payment(null).member("m1").line(0, file.name(), 2);

            stage(database, file, line, line.checkDate());

            RemittanceLine staged = payments(database, file, "M:M1").get(0);
            assertThat(staged).isEqualTo(payment(null).member("m1").line(2_000_000_001L, file.name(), 2));
            assertThat(staged.allowed()).isNull();
            assertThat(
                            database.value(
                                    "select count(*) from remittance_line where allowed is null and pcn is null and icn_key is null"
                                            + " and units is null and paid_units is null and original_code is null and patient_responsibility is null"
                                            + " and adjustments = '' and remark_codes = '' and claim_status is null and line_sequence is null"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void rejectionsTotalsChecksAdjustmentsAndRemarksComeBackInTheirOrder(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            new StagedLines(database).file(3, "REMITTANCES", "c.xlsx", OCTOBER);
            SourceRef row9 = SourceRef.row("c.xlsx", "Seite 1", 9);
            SourceRef segment5 = SourceRef.segment("c.xlsx", 5);
            Rejection second = new Rejection(SourceRef.row("c.xlsx", null, 3), null, "no service lines");
            Rejection first = new Rejection(row9, "Paid " + UNUSUAL, "not an amount such as 1,234.50 or (5.00)");
            StagedTotal total = new StagedTotal(row9, "Paid", Money.of("-0.01"), Money.of("90000000000000.00"));
            LocalDate checkDate = LocalDate.of(2026, 10, 20);
            CheckTotal check = new CheckTotal(
                    segment5, UNUSUAL, "EFT1", checkDate, Money.of("10.00"), Money.of("12.00"), Money.of("2.00"));
            CheckTotal unnumbered = new CheckTotal(segment5, null, null, null, Money.ZERO, Money.ZERO, Money.ZERO);
            ProviderAdjustment takeBack =
                    new ProviderAdjustment(segment5, "Acme", "EFT1", checkDate, "WO", "icn1", Money.of("-20.00"));
            ProviderAdjustment interest =
                    new ProviderAdjustment(segment5, null, null, null, "L6", null, Money.of("0.07"));

            database.tell(StagingMapper.class, staging -> {
                staging.insertRejection(3, 2, second);
                staging.insertRejection(3, 1, first);
                staging.insertTotal(3, 1, total);
                staging.insertCheckTotal(3, 1, check);
                staging.insertCheckTotal(3, 2, unnumbered);
                staging.insertProviderAdjustment(3, 1, takeBack, "ICN1");
                staging.insertProviderAdjustment(3, 2, interest, null);
                staging.insertRemark(3, 2, "second", false);
                staging.insertRemark(3, 1, UNUSUAL, true);
            });

            assertThat(database.list(FileMapper.class, files -> files.rejections(3)))
                    .containsExactly(first, second);
            assertThat(database.list(FileMapper.class, files -> files.totalRows(3)))
                    .containsExactly(total);
            assertThat(database.list(FileMapper.class, files -> files.remarks(3)))
                    .containsExactly(UNUSUAL, "second");
            assertThat(database.rows(
                            "select ordinal, sheet, place_unit, place, reason from rejected_row order by ordinal"))
                    .containsExactly(
                            "1 | Seite 1 | ROW | 9 | not an amount such as 1,234.50 or (5.00)",
                            "2 | null | ROW | 3 | no service lines");
            assertThat(database.rows("select stated, ours from total_row")).containsExactly("-1 | 9000000000000000");
            assertThat(
                            database.rows(
                                    "select ordinal, place_unit, place, payer, check_number, check_date, stated, claims_paid, provider_adjustments from check_total order by 1"))
                    .containsExactly(
                            "1 | SEGMENT | 5 | " + UNUSUAL + " | EFT1 | 2026-10-20 | 1000 | 1200 | 200",
                            "2 | SEGMENT | 5 | null | null | null | 0 | 0 | 0");
            assertThat(database.rows(
                            "select ordinal, reason, reference, icn_key, amount from provider_adjustment order by 1"))
                    .containsExactly("1 | WO | icn1 | ICN1 | -2000", "2 | L6 | null |  | 7");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aLineIsStagedOnce(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            SourceFile file = new StagedLines(database).file(1, "CLAIMS", "claims.csv", OCTOBER);
            ClaimLine line = claim("A1").line(0, file.name(), 2);
            stage(database, file, line);

            assertThatThrownBy(() -> stage(database, file, line)).isInstanceOf(RuntimeException.class);

            assertThat(database.value("select count(*) from claim_line")).isEqualTo("1");
        }
    }

    private static void stage(TestDatabase database, SourceFile file, ClaimLine line) {
        database.tell(
                StagingMapper.class,
                staging -> staging.insertClaimLine(new StagedClaimLine(file.fileId(), file.lineId(1), line)));
    }

    private static void stage(
            TestDatabase database, SourceFile file, RemittanceLine line, @Nullable LocalDate postedOn) {
        database.tell(
                StagingMapper.class,
                staging -> staging.insertRemittanceLine(new StagedRemittanceLine(
                        file.fileId(), file.lineId(1), line, Objects.requireNonNull(postedOn))));
    }

    private static List<ClaimLine> claimLines(TestDatabase database, SourceFile file) {
        return database.ask(HistoryMapper.class, lines -> lines.claimLinesById(List.of(file.lineId(1))));
    }

    private static List<RemittanceLine> payments(TestDatabase database, SourceFile file, String key) {
        new StagedLines(database).run(1, "2026-10", file);
        database.tell(MatchMapper.class, matches -> matches.listKeys(1, AS_OF, MatchMapper.LINES_PER_RANGE));
        return database.ask(MatchMapper.class, matches -> matches.payments(1, AS_OF, 0, 1)).stream()
                .filter(payment -> payment.matchKey().equals(key))
                .map(MatchMapper.KeyedPayment::line)
                .toList();
    }

    private static ClaimLine fullClaimLine(long id, String file) {
        return new ClaimLine(
                id,
                SourceRef.row(file, "Claims & more", 17),
                "Acme " + UNUSUAL,
                "60054",
                PayerClass.MEDICARE,
                PayerClass.MEDICAID,
                "00a-7",
                "icn1",
                3,
                "LC-3",
                "m'1",
                "TEST, PATIENT",
                LocalDate.of(2026, 10, 5),
                ProcedureCode.INJECTION,
                Modifiers.of("59", "LT"),
                2,
                Money.of("80.01"),
                "11",
                "1234567893",
                "NP",
                LocalDate.of(2026, 10, 6),
                "7",
                List.of("Z23", "E53.8"),
                "00000-1111-22",
                UNUSUAL,
                "1 mg",
                "IM",
                "left deltoid",
                false,
                "IL",
                "12");
    }

    private static RemittanceLine fullPayment(long id, String file, @Nullable LocalDate postedOn) {
        return new RemittanceLine(
                id,
                SourceRef.segment(file, 4711),
                UNUSUAL,
                "60054",
                PayerClass.PRIVATE,
                PayerClass.UNKNOWN,
                "EFT-1",
                LocalDate.of(2026, 10, 20),
                " 00a-7",
                "icn1",
                "LC-3",
                2,
                "22",
                "m'1",
                "TEST, PATIENT",
                LocalDate.of(2026, 10, 5),
                new ProcedureCode("99211"),
                ProcedureCode.INJECTION,
                Modifiers.of("CC"),
                2,
                1,
                "19",
                Money.of("-40.00"),
                Money.ZERO,
                Money.of("-10.91"),
                Money.of("2.78"),
                List.of(
                        Adjustment.of("CO", "45", "-12.34"),
                        Adjustment.of("PR", "2", "4.10"),
                        Adjustment.of("OA", "23", "0")),
                List.of("N362", "M15"),
                "1234567893",
                postedOn);
    }
}
