package recon.match;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.StagedLines.claim;
import static recon.StagedLines.payment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.DatabaseKind;
import recon.StagedLines;
import recon.TestDatabase;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerDirectory;
import recon.claim.ProviderAdjustment;
import recon.claim.SourceRef;
import recon.load.SourceFile;
import recon.load.StagingMapper;

@Tag("database")
class HistoriesTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate AS_OF = OCTOBER.atEndOfMonth();

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aLineComesWithItsPaymentsItsTakeBacksAndTheLinesBesideIt(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            long line = lines.add(claims, claim("A1").member("m1"));
            long sameClaim = lines.add(claims, claim("A1").member("m1").code("99213"));
            lines.add(claims, claim("A1").member("m1").code("99213").on("2026-10-06"));
            long sameDay = lines.add(claims, claim("B2").member("M1").code("J3420"));
            lines.add(claims, claim("B3").member("m1").code("99213").on("2026-10-06"));
            lines.add(claims, claim("B4").member("m2").code("99213"));
            long unanswered = lines.add(claims, claim("C5"));
            long first = lines.add(
                    payments, payment("A1").payer("ACME").payerClaim("icn1").paid("20.00"));
            long second = lines.add(
                    payments, payment("A1").payer("acme.").payerClaim("icn1").paid("5.00"));
            SourceRef place = SourceRef.segment(payments.name(), 40);
            ProviderAdjustment takeBack =
                    new ProviderAdjustment(place, "Acme", "EFT2", AS_OF, "WO", "Icn1", Money.of("20.00"));
            database.tell(StagingMapper.class, staging -> staging.insertProviderAdjustment(2, 1, takeBack, "ICN1"));
            ProviderAdjustment ofAnotherPayer =
                    new ProviderAdjustment(place, "Beta", "EFT3", AS_OF, "WO", "Icn1", Money.of("90.00"));
            database.tell(
                    StagingMapper.class, staging -> staging.insertProviderAdjustment(2, 2, ofAnotherPayer, "ICN1"));
            lines.run(1, "2026-10", claims, payments);
            lines.matched(1, first, line, true);
            lines.matched(1, second, line, true);

            List<LineHistory> histories = list(database, 10);

            assertThat(histories).extracting(history -> history.line().id()).containsExactly(line, unanswered);
            LineHistory history = histories.get(0);
            assertThat(history.events())
                    .extracting(event -> event.line().id() + " " + event.line().paid())
                    .containsExactly(first + " 20.00", second + " 5.00");
            assertThat(history.takeBacks()).containsExactly(takeBack);
            assertThat(history.otherLines()).extracting(ClaimLine::id).containsExactly(sameClaim, sameDay);
            assertThat(histories.get(1).events()).isEmpty();
            assertThat(histories.get(1).takeBacks()).isEmpty();
            assertThat(histories.get(1).otherLines()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aTakeBackThatTwoFilesTellOfOneCheckCountsOnce(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.835", OCTOBER);
            SourceFile again = lines.file(3, "REMITTANCES", "again.835", OCTOBER);
            long line = lines.add(claims, claim("A1"));
            long payment = lines.add(payments, payment("A1").payer("Acme").payerClaim("icn1"));
            ProviderAdjustment first = takeBack(database, payments, 1, "EFT2", "2026-10-20", "WO", "20.00");
            takeBack(database, again, 1, "EFT2", "2026-10-20", "WO", "20.00");
            takeBack(database, again, 2, "EFT2", "2026-10-20", "WO", "20.00");
            ProviderAdjustment ofAnotherCheck = takeBack(database, again, 3, "EFT3", "2026-10-20", "WO", "20.00");
            ProviderAdjustment ofAnotherDay = takeBack(database, again, 4, "EFT2", "2026-10-21", "WO", "20.00");
            ProviderAdjustment forAnotherReason = takeBack(database, again, 5, "EFT2", "2026-10-20", "FB", "20.00");
            ProviderAdjustment ofAnotherAmount = takeBack(database, again, 6, "EFT2", "2026-10-20", "WO", "20.01");
            lines.run(1, "2026-10", claims, payments, again);
            lines.matched(1, payment, line, true);

            assertThat(list(database, 10)).singleElement().satisfies(history -> assertThat(history.takeBacks())
                    .containsExactly(first, ofAnotherCheck, ofAnotherDay, forAnotherReason, ofAnotherAmount));
        }
    }

    private static ProviderAdjustment takeBack(
            TestDatabase database,
            SourceFile file,
            long ordinal,
            String check,
            String checkDate,
            String reason,
            String amount) {
        ProviderAdjustment adjustment = new ProviderAdjustment(
                SourceRef.segment(file.name(), 40 + ordinal),
                "Acme",
                check,
                LocalDate.parse(checkDate),
                reason,
                "icn1",
                Money.of(amount));
        database.tell(
                StagingMapper.class,
                staging -> staging.insertProviderAdjustment(file.fileId(), ordinal, adjustment, "ICN1"));
        return adjustment;
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPayerThatAdjustsForAPriorOneComesWithWhatWasPaidOnTheOtherLinesOfTheService(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            long second = lines.add(claims, claim("A1").payer("Medicaid"));
            long first = lines.add(claims, claim("A1").payer("Medicare"));
            long unanswered = lines.add(claims, claim("A1").payer("Other"));
            long secondToo = lines.add(claims, claim("A1").payer("Third"));
            lines.add(claims, claim("A1").code("99213"));
            lines.add(claims, claim("A1").on("2026-10-06"));
            long another = lines.add(claims, claim("A1").payer("Medicare").charge("41.00"));
            long alone = lines.add(claims, claim("B2").payer("Medicaid"));
            long ofMedicaid = lines.add(payments, payment("A1").paid("0.00").adjusted("OA-23:40.00"));
            long ofMedicare = lines.add(payments, payment("A1").paid("20.00").adjusted("CO-45:20.00"));
            long ofThird = lines.add(payments, payment("A1").paid("1.00").adjusted("OA-23:39.00"));
            long ofAlone = lines.add(payments, payment("B2").paid("0.00").adjusted("OA-23:40.00"));
            lines.run(1, "2026-10", claims, payments);
            lines.matched(1, ofMedicaid, second, true);
            lines.matched(1, ofMedicare, first, true);
            lines.matched(1, lines.add(payments, payment("A1").paid("21.00")), another, true);
            lines.matched(1, ofThird, secondToo, true);
            lines.matched(1, ofAlone, alone, true);

            List<LineHistory> histories = list(database, 10);

            assertThat(histories)
                    .filteredOn(history -> history.line().id() == second)
                    .singleElement()
                    .satisfies(history -> assertThat(history.elsewhere())
                            .extracting(paid -> paid.line().id() + " " + paid.paid())
                            .containsExactly(first + " 20.00"));
            assertThat(histories)
                    .filteredOn(history -> List.of(first, unanswered, alone)
                            .contains(history.line().id()))
                    .hasSize(3)
                    .allSatisfy(history -> assertThat(history.elsewhere()).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void pagesOfEveryLengthHoldEveryLineOnce(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            List<Long> staged = new ArrayList<>();
            for (int i = 0; i < 11; i++) {
                staged.add(lines.add(claims, claim("A" + i).member("m" + i % 3)));
            }
            lines.run(1, "2026-10", claims);
            database.tell(HistoryMapper.class, mapper -> mapper.listClaimLines(1, AS_OF));

            for (int limit : List.of(1, 2, 5, 11, 12)) {
                List<Long> seen = new ArrayList<>();
                long after = 0;
                for (List<LineHistory> page = page(database, after, limit);
                        !page.isEmpty();
                        page = page(database, after, limit)) {
                    page.forEach(history -> seen.add(history.line().id()));
                    after = seen.get(seen.size() - 1);
                }
                assertThat(seen).as("pages of " + limit).containsExactlyElementsOf(staged);
            }
        }
    }

    private static List<LineHistory> list(TestDatabase database, int limit) {
        database.tell(HistoryMapper.class, mapper -> mapper.listClaimLines(1, AS_OF));
        return page(database, 0, limit);
    }

    private static List<LineHistory> page(TestDatabase database, long after, int limit) {
        return database.list(
                HistoryMapper.class, mapper -> new Histories(mapper, 1, AS_OF, new PayerDirectory(List.of()))
                        .page(after, Long.MAX_VALUE, limit));
    }
}
