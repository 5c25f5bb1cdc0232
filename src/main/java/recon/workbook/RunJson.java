package recon.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.claim.RowSums;
import recon.verdict.ControlTotal;
import recon.verdict.Verdict;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code run-YYYY-MM.json}: amounts as numbers with two decimals, counts as whole numbers, keys always in one order. Where it
 * stands, the run is complete, so it is written last.
 */
public final class RunJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RunJson() {}

    public static void write(Path file, RunRecord run) throws IOException {
        AtomicFiles.write(file, out -> out.write((text(run) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    static String text(RunRecord run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", run.month().toString());
        json.put("revision", run.revision());
        json.put("result", run.result());
        json.put("exitCode", run.exitCode());
        json.put("startedAt", run.startedAt());
        json.put("finishedAt", run.finishedAt());
        json.put("inputsFingerprint", run.inputsFingerprint());
        json.put("rangesFingerprint", run.rangesFingerprint());
        json.put("files", run.files().stream().map(RunJson::file).toList());
        json.put("rows", rows(run));
        json.put("verdicts", verdicts(run));
        json.put(
                "controlTotals",
                run.controlTotals().stream().map(RunJson::controlTotal).toList());
        json.put("reports", run.reports().stream().map(RunJson::report).toList());
        return MAPPER.writeValueAsString(json);
    }

    /**
     * Reads what {@link #write} wrote. Remarks on files are not kept there, and come back empty.
     *
     * @throws IOException if it cannot be read or is no run record
     */
    public static RunRecord read(Path file) throws IOException {
        try {
            return RunJsonReader.record(MAPPER.readTree(Files.readAllBytes(file)));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(file + " is not a run's record: restore it, or run the month again", e);
        }
    }

    private static Map<String, Object> file(MonthReport.FileEntry file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", file.name());
        json.put("kind", file.kind().inWords());
        json.put("sha256", file.sha256());
        json.put("sizeBytes", file.sizeBytes());
        json.putAll(buckets(List.of(file)));
        RowSums sums = file.sums();
        json.put("billed", sums.billed().toDollars());
        json.put("allowed", sums.allowed().toDollars());
        json.put("paid", sums.paid().toDollars());
        if (file.stays()) {
            json.put("stays", true);
        }
        return json;
    }

    private static Map<String, Object> rows(RunRecord run) {
        Map<String, Object> remittances = buckets(ofKind(run, FileKind.REMITTANCES));
        remittances.put("matched", run.matched());
        remittances.put("unmatched", run.unmatched());
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put(FileKind.CLAIMS.inWords(), buckets(ofKind(run, FileKind.CLAIMS)));
        rows.put(FileKind.REMITTANCES.inWords(), remittances);
        return rows;
    }

    private static List<MonthReport.FileEntry> ofKind(RunRecord run, FileKind kind) {
        return run.files().stream().filter(file -> file.kind() == kind).toList();
    }

    private static Map<String, Object> buckets(List<MonthReport.FileEntry> files) {
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put(
                "read",
                files.stream().mapToLong(MonthReport.FileEntry::rowsRead).sum());
        for (Bucket bucket : Bucket.values()) {
            rows.put(
                    bucket.jsonName(),
                    files.stream()
                            .mapToLong(file -> file.rows().getOrDefault(bucket, 0L))
                            .sum());
        }
        return rows;
    }

    private static Map<String, Object> verdicts(RunRecord run) {
        Map<String, Object> verdicts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            RunRecord.VerdictSum sum = run.verdicts().getOrDefault(verdict, RunRecord.VerdictSum.NONE);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("count", sum.count());
            json.put("billed", sum.billed().toDollars());
            json.put("atIssue", sum.atIssue().toDollars());
            verdicts.put(verdict.name(), json);
        }
        return verdicts;
    }

    private static Map<String, Object> controlTotal(ControlTotal total) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("equation", total.equation());
        json.put("unit", total.unit().word());
        json.put("left", side(total, total.left()));
        json.put("right", side(total, total.right()));
        json.put("difference", side(total, total.difference()));
        json.put("result", total.ties() ? "OK" : "NOT OK");
        return json;
    }

    private static BigDecimal side(ControlTotal total, BigDecimal amount) {
        return amount.setScale(total.unit() == ControlTotal.Unit.DOLLARS ? 2 : 0);
    }

    private static Map<String, Object> report(RunRecord.ReportEntry report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", report.name());
        json.put("sha256", report.sha256());
        return json;
    }
}
