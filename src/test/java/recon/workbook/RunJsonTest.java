package recon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.claim.Money;
import recon.verdict.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunJsonTest {

    @TempDir
    Path folder;

    private static RunRecord run() {
        MonthReport report = FakeMonth.report();
        return new RunRecord(
                report.month(),
                2,
                "not-tied",
                20,
                "2026-11-02T03:00:00Z",
                "2026-11-02T03:01:10Z",
                report.inputsFingerprint(),
                report.rangesFingerprint(),
                report.files(),
                28_990,
                7,
                Map.of(Verdict.UNDERPAID, new RunRecord.VerdictSum(3, Money.of("195.00"), Money.of("12.50"))),
                report.controlTotals(),
                List.of(new RunRecord.ReportEntry("denials-2026-10.xlsx", "ee".repeat(32))));
    }

    private static JsonNode json() {
        return JsonMapper.shared().readTree(RunJson.text(run()));
    }

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("run-2026-10.json");
        RunJson.write(file, run());

        RunRecord read = RunJson.read(file);

        assertThat(RunJson.text(read)).isEqualTo(RunJson.text(run()));
        assertThat(read.controlTotals()).hasSameSizeAs(run().controlTotals());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{}", "{\"month\": \"October\"}", "[1]"})
    void whatIsNoRecordIsRefused(String content) throws IOException {
        Path file = folder.resolve("run-2026-10.json");
        Files.writeString(file, content);

        assertThatThrownBy(() -> RunJson.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("run-2026-10.json");
    }

    @Test
    void theKeysStandInTheirOrder() {
        assertThat(json().propertyNames())
                .containsExactly(
                        "month",
                        "revision",
                        "result",
                        "exitCode",
                        "startedAt",
                        "finishedAt",
                        "inputsFingerprint",
                        "rangesFingerprint",
                        "files",
                        "rows",
                        "verdicts",
                        "controlTotals",
                        "reports");
        assertThat(json().get("rows").get("remittances").propertyNames())
                .containsExactly(
                        "read",
                        "banner",
                        "blank",
                        "repeatedHeading",
                        "total",
                        "joined",
                        "rejected",
                        "duplicate",
                        "later",
                        "judgedEarlier",
                        "otherCodes",
                        "inScope",
                        "matched",
                        "unmatched");
    }

    @Test
    void rowsAreSummedByKindAndBucket() {
        assertThat(json().get("rows").get("claims").get("inScope").asLong()).isEqualTo(28_997);
        assertThat(json().get("rows").get("remittances").get("unmatched").asLong())
                .isEqualTo(7);
    }

    @Test
    void everyVerdictIsWrittenEvenWithoutLines() {
        assertThat(json().get("verdicts").propertyNames()).hasSize(Verdict.values().length);
        assertThat(json().get("verdicts").get("UNDERPAID").get("atIssue").decimalValue())
                .isEqualByComparingTo("12.50");
        assertThat(json().get("verdicts").get("PENDED").get("count").asLong()).isZero();
    }

    @Test
    void dollarsHaveTwoDecimalsAndRowsNone() {
        assertThat(RunJson.text(run()))
                .contains("\"left\" : 1234567.89", "\"left\" : 90001,", "\"difference\" : 12.00", "\"NOT OK\"");
    }

    @Test
    void theFileIsReadByItsOwnerAlone() throws IOException {
        Path file = folder.resolve("run-2026-10.json");
        RunJson.write(file, run());
        assertThat(JsonMapper.shared().readTree(Files.readString(file))).isEqualTo(json());
        assertThat(AtomicFilesTest.permissions(file)).isEqualTo("rw-------");
    }
}
