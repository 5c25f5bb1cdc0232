package recon.match;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.StagedLines.claim;
import static recon.StagedLines.payment;

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
import recon.claim.PayerDirectory;
import recon.load.SourceFile;

@Tag("database")
class RenumberedCorrectionsTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final PayerDirectory PAYERS = new PayerDirectory(List.of());

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void linesOfTheCorrectedDayAreReplacedDroppedOrVoidedAndThoseOfOtherDaysStay(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            long replaced = lines.add(claims, claim("OLD1").member("m1"));
            long dropped = lines.add(claims, claim("OLD1").member("m1").code("J3420"));
            lines.add(claims, claim("OLD1").member("m1").on("2026-10-06"));
            long voided = lines.add(claims, claim("OLD2").payerClaim("icn2"));
            long by =
                    lines.add(claims, claim("NEW1").member("M1").frequency("7").payerClaim("icn1"));
            long byVoid = lines.add(claims, claim("NEW2").frequency("8").payerClaim("ICN2"));
            lines.add(payments, payment("old1").payerClaim("ICN1"));
            lines.run(1, "2026-10", claims, payments);

            assertThat(withoutOriginal(database, "NEW1", "NEW2")).isEmpty();

            assertThat(aside(database))
                    .containsExactly(
                            replaced + " | " + by + " | REPLACED",
                            dropped + " | " + by + " | DROPPED",
                            voided + " | " + byVoid + " | VOIDED");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void nothingIsReplacedWhereTheOriginalIsNotCertain(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            lines.add(claims, claim("MEMBER").member("m1"));
            lines.add(payments, payment("MEMBER").payerClaim("icn1"));
            lines.add(claims, claim("NEW1").member("m2").frequency("7").payerClaim("icn1"));
            lines.add(claims, claim("DAY"));
            lines.add(payments, payment("DAY").payerClaim("icn2"));
            lines.add(claims, claim("NEW2").on("2026-10-06").frequency("7").payerClaim("icn2"));
            lines.add(claims, claim("PAYER").payer("Aetna"));
            lines.add(payments, payment("PAYER").payer("Aetna").payerClaim("icn3"));
            lines.add(claims, claim("NEW3").payer("Cigna").frequency("7").payerClaim("icn3"));
            lines.add(claims, claim("ONE"));
            lines.add(claims, claim("ANOTHER"));
            lines.add(payments, payment("ONE").payerClaim("icn4"));
            lines.add(payments, payment("ANOTHER").payerClaim("icn4"));
            lines.add(claims, claim("NEW4").frequency("7").payerClaim("icn4"));
            lines.add(claims, claim("LATER"));
            lines.add(payments, payment("LATER").payerClaim("icn5").posted("2026-11-01"));
            lines.add(claims, claim("NEW5").frequency("8").payerClaim("icn5"));
            lines.add(claims, claim("NEW6").frequency("7").payerClaim("icn6"));
            lines.run(1, "2026-10", claims, payments);

            assertThat(withoutOriginal(database, "NEW1", "NEW2", "NEW3", "NEW4", "NEW5", "NEW6"))
                    .containsExactly("NEW1", "NEW2", "NEW3", "NEW4", "NEW5", "NEW6");

            assertThat(aside(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseKind.class, names = "H2")
    void aClaimThatIsCorrectedUnderItsOwnNumberReplacesNoOther(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            lines.add(claims, claim("OTHER"));
            lines.add(payments, payment("OTHER").payerClaim("icn1"));
            lines.add(claims, claim("SENT1"));
            lines.add(claims, claim("SENT1").frequency("7").payerClaim("icn1"));
            lines.add(payments, payment("KNOWN2").payerClaim("icn2"));
            lines.add(claims, claim("KNOWN2").frequency("7").payerClaim("icn2"));
            lines.run(1, "2026-10", claims, payments);

            assertThat(withoutOriginal(database, "SENT1", "KNOWN2")).isEmpty();

            assertThat(aside(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void ofTwoCorrectionsOfOneClaimTheSecondReplacesTheFirstAndAChainGoesOn(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            long old = lines.add(claims, claim("OLD1"));
            lines.add(payments, payment("OLD1").payerClaim("icn1"));
            long first = lines.add(claims, claim("NEW1").frequency("7").payerClaim("icn1"));
            lines.add(payments, payment("NEW1").payerClaim("icn2"));
            long second = lines.add(claims, claim("NEW2").frequency("7").payerClaim("icn1"));
            long third = lines.add(claims, claim("NEW3").frequency("7").payerClaim("icn2"));
            lines.run(1, "2026-10", claims, payments);

            assertThat(withoutOriginal(database, "NEW3", "NEW2", "NEW1")).isEmpty();

            assertThat(aside(database))
                    .containsExactly(
                            old + " | " + first + " | REPLACED",
                            first + " | " + second + " | REPLACED",
                            second + " | " + third + " | REPLACED");
        }
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseKind.class, names = "H2")
    void theLastSubmittedStandsHoweverManyOthersAreNotedBetweenThem(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            long old = lines.add(claims, claim("OLD1"));
            lines.add(payments, payment("OLD1").payerClaim("icn1"));
            long first = lines.add(claims, claim("Z").frequency("7").payerClaim("icn1"));
            long second = lines.add(claims, claim("A").frequency("7").payerClaim("icn1"));
            List<String> noted = new ArrayList<>(List.of("A"));
            for (int i = 0; i < 500; i++) {
                lines.add(claims, claim("M" + i).frequency("7").payerClaim("none" + i));
                noted.add("M" + i);
            }
            noted.add("Z");
            lines.run(1, "2026-10", claims, payments);

            assertThat(withoutOriginal(database, noted.toArray(String[]::new))).hasSize(500);

            assertThat(aside(database))
                    .containsExactly(old + " | " + first + " | REPLACED", first + " | " + second + " | REPLACED");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aCorrectionThatAnEarlierMonthNotedIsReplacedByTheNext(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            long old = lines.add(claims, claim("OLD1"));
            lines.add(payments, payment("OLD1").payerClaim("icn1"));
            long first = lines.add(claims, claim("NEW1").frequency("7").payerClaim("icn1"));
            long second = lines.add(claims, claim("NEW2").frequency("7").payerClaim("icn1"));
            lines.add(claims, claim("OTHER").frequency("7").payerClaim("icn3"));
            lines.run(1, "2026-10", claims, payments);

            assertThat(withoutOriginal(database, "NEW2")).isEmpty();

            assertThat(aside(database))
                    .containsExactly(old + " | " + first + " | REPLACED", first + " | " + second + " | REPLACED");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aVoidOfTheOriginalVoidsWhatACorrectionPutInItsPlace(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            long old = lines.add(claims, claim("OLD1"));
            lines.add(payments, payment("OLD1").payerClaim("icn1"));
            long corrected = lines.add(claims, claim("NEW1").frequency("7").payerClaim("icn1"));
            long voiding = lines.add(claims, claim("NEW2").frequency("8").payerClaim("icn1"));
            lines.run(1, "2026-10", claims, payments);

            assertThat(withoutOriginal(database, "NEW2", "NEW1")).isEmpty();

            assertThat(aside(database))
                    .containsExactly(
                            old + " | " + corrected + " | REPLACED", corrected + " | " + voiding + " | VOIDED");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aCorrectionThatWasSubmittedAfterTheMonthWaitsForItsMonth(DatabaseKind kind) {
        try (TestDatabase database = kind.create()) {
            StagedLines lines = new StagedLines(database);
            SourceFile claims = lines.file(1, "CLAIMS", "c.csv", OCTOBER);
            SourceFile payments = lines.file(2, "REMITTANCES", "r.csv", OCTOBER);
            long old = lines.add(claims, claim("OLD1"));
            lines.add(claims, claim("OLD2"));
            lines.add(payments, payment("OLD1").payerClaim("icn1"));
            lines.add(payments, payment("OLD2").payerClaim("icn2"));
            long sent = lines.add(
                    claims, claim("NEW1").submitted("2026-10-31").frequency("7").payerClaim("icn1"));
            long void1 = lines.add(
                    claims, claim("NEW1").submitted("2026-11-01").frequency("8").payerClaim("icn1"));
            long new2 = lines.add(
                    claims, claim("NEW2").submitted("2026-11-01").frequency("7").payerClaim("icn2"));
            lines.run(1, "2026-10", claims, payments);
            lines.waits(1, void1);
            lines.waits(1, new2);

            assertThat(withoutOriginal(database, "NEW1", "NEW2")).isEmpty();

            assertThat(aside(database))
                    .containsExactly(
                            old + " | " + sent + " | REPLACED",
                            void1 + " | " + void1 + " | LATER",
                            new2 + " | " + new2 + " | LATER");
        }
    }

    /** Notes the claims as the run does, and says of which corrections the corrected claim is not found. */
    private static List<String> withoutOriginal(TestDatabase database, String... controlNumbers) {
        return database.ask(MatchMapper.class, mapper -> {
            ClaimsOnFile claims = new ClaimsOnFile(mapper, 1);
            RenumberedCorrections corrections =
                    new RenumberedCorrections(mapper, claims, PAYERS, 1, OCTOBER.atEndOfMonth());
            claims.of(List.of(controlNumbers)).values().forEach(corrections::note);
            return corrections.setAside().stream()
                    .map(lines -> lines.get(0))
                    .map(ClaimLine::patientControlNumber)
                    .toList();
        });
    }

    private static List<String> aside(TestDatabase database) {
        return database.rows("select line_id, by_line, cause from claim_line_aside order by line_id");
    }
}
