package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.month.ReconProcess.Result;

/** What a file is where its headings leave it open, and where it lies in the other kind's folder. */
class FoldersMonthTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @TempDir
    private Path folder;

    private ReconProcess recon;
    private Path claims;

    @BeforeEach
    void writeAMonth() throws IOException {
        recon = new ReconProcess(folder).here();
        PlainMonth.ofOneLine().write(recon.input());
        claims = recon.input().resolve("claims/claims.csv");
        Files.write(
                claims,
                List.of(
                        "Encounter Number,Insurance,Payer Class,DOS,CPT,Charge,Insurance Paid,Balance",
                        "A1,Test Health,Private,10/05/2026,96372,40.00,0.00,40.00"));
    }

    @Test
    void aFileThatWasMovedToTheOtherFolderIsReadAnewAsThatFoldersKind() throws IOException {
        Path remittances = recon.input().resolve("remittances/claims.csv");
        Path other = recon.input().resolve("claims/other.csv");
        Files.writeString(other, Files.readString(claims).replace("A1", "A2"));
        Files.move(claims, remittances);
        assertThat(file("claims.csv")).containsEntry("Kind", "remittances");
        Files.move(remittances, claims);
        assertThat(file("claims.csv"))
                .containsEntry("Kind", "claims")
                .hasEntrySatisfying("Remarks", remarks -> assertThat(remarks).doesNotContain("it lies below"));
        assertThat(MonthContent.table(MonthContent.of(recon.output(), OCTOBER), "reconciliation / All lines"))
                .extracting(line -> line.get("Verdict"))
                .containsExactlyInAnyOrder("IN_RANGE", "NO_RESPONSE");
    }

    @Test
    void aRemittanceBelowClaimsIsReadAndWarnedOf() throws IOException {
        Files.move(
                recon.input().resolve("remittances/remittances.csv"),
                recon.input().resolve("claims/remittances.csv"));
        Files.writeString(
                recon.input().resolve("remittances/more.csv"),
                Files.readString(recon.input().resolve("claims/remittances.csv"))
                        .replace("A1", "A9"));
        Result result = recon.reconcile();
        assertThat(result.err())
                .contains("remittances.csv lies below claims/ but is read as remittances, which it is by its content");
        assertThat(file("remittances.csv"))
                .containsEntry("Kind", "remittances")
                .hasEntrySatisfying(
                        "Remarks", remarks -> assertThat(remarks).contains("it lies below claims/ but is read as"));
    }

    private Map<String, String> file(String name) throws IOException {
        Result result = recon.reconcile("--force");
        assertThat(result.exit()).as(result.err() + result.out()).isZero();
        return MonthContent.table(MonthContent.of(recon.output(), OCTOBER), "reconciliation / Files").stream()
                .filter(row -> name.equals(row.get("File")))
                .findFirst()
                .orElseThrow();
    }
}
