package recon.workbook;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.claim.Money;
import recon.claim.RowSums;
import recon.verdict.ControlTotal;
import recon.verdict.Verdict;
import tools.jackson.databind.JsonNode;

/** Takes a run's record out of its JSON. A key that is missing or of another type is refused by the parser's own exception. */
final class RunJsonReader {

    private RunJsonReader() {}

    static RunRecord record(JsonNode json) {
        JsonNode remittances = json.required("rows").required(FileKind.REMITTANCES.inWords());
        return new RunRecord(
                YearMonth.parse(text(json, "month")),
                json.required("revision").intValue(),
                text(json, "result"),
                json.required("exitCode").intValue(),
                text(json, "startedAt"),
                text(json, "finishedAt"),
                text(json, "inputsFingerprint"),
                text(json, "rangesFingerprint"),
                list(json.required("files"), RunJsonReader::file),
                remittances.required("matched").longValue(),
                remittances.required("unmatched").longValue(),
                verdicts(json.required("verdicts")),
                list(json.required("controlTotals"), RunJsonReader::controlTotal),
                list(
                        json.required("reports"),
                        report -> new RunRecord.ReportEntry(text(report, "name"), text(report, "sha256"))));
    }

    private static MonthReport.FileEntry file(JsonNode file) {
        Map<Bucket, Long> rows = new EnumMap<>(Bucket.class);
        for (Bucket bucket : Bucket.values()) {
            rows.put(bucket, file.required(bucket.jsonName()).longValue());
        }
        return new MonthReport.FileEntry(
                text(file, "name"),
                FileKind.valueOf(text(file, "kind").toUpperCase(Locale.ROOT)),
                text(file, "sha256"),
                file.required("sizeBytes").longValue(),
                file.required("read").longValue(),
                rows,
                new RowSums(money(file, "billed"), money(file, "allowed"), money(file, "paid")),
                "",
                file.path("stays").asBoolean(false));
    }

    private static Map<Verdict, RunRecord.VerdictSum> verdicts(JsonNode json) {
        Map<Verdict, RunRecord.VerdictSum> verdicts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            JsonNode sum = json.required(verdict.name());
            verdicts.put(
                    verdict,
                    new RunRecord.VerdictSum(
                            sum.required("count").longValue(), money(sum, "billed"), money(sum, "atIssue")));
        }
        return verdicts;
    }

    private static ControlTotal controlTotal(JsonNode total) {
        return new ControlTotal(
                text(total, "equation"),
                ControlTotal.Unit.valueOf(text(total, "unit").toUpperCase(Locale.ROOT)),
                decimal(total, "left"),
                decimal(total, "right"));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        List<T> list = new ArrayList<>();
        array.forEach(node -> list.add(element.apply(node)));
        return List.copyOf(list);
    }

    private static String text(JsonNode json, String key) {
        return json.required(key).stringValue();
    }

    private static Money money(JsonNode json, String key) {
        return Money.of(decimal(json, key));
    }

    private static BigDecimal decimal(JsonNode json, String key) {
        return json.required(key).decimalValue();
    }
}
