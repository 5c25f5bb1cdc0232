package recon.benchmark;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import recon.verdict.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a contestant found, as lines of {@code name count dollars dollars ...}, so that any two can be compared. */
final class Answer {

    private final Map<String, String> lines = new TreeMap<>();

    /** @param cents billed, and what is at issue */
    void verdict(String verdict, long count, long... cents) {
        add(verdict, count, cents);
    }

    /** @param cents billed, allowed and paid of all remittance rows, whatever their code */
    void remittances(long rows, long... cents) {
        add("remittances", rows, cents);
    }

    private void add(String name, long count, long... cents) {
        StringBuilder line = new StringBuilder().append(count);
        for (long amount : cents) {
            line.append(' ').append(BigDecimal.valueOf(amount, 2).toPlainString());
        }
        lines.put(name, line.toString());
    }

    void print() {
        lines.forEach((name, line) -> System.out.println(name + " " + line));
    }

    static Answer printed(Path out) throws IOException {
        Answer answer = new Answer();
        for (String line : Files.readAllLines(out)) {
            int end = line.indexOf(' ');
            answer.lines.put(line.substring(0, end), line.substring(end + 1));
        }
        return answer;
    }

    /** @param file the job's {@code run-YYYY-MM.json} */
    static Answer ofRun(Path file) throws IOException {
        JsonNode run = JsonMapper.shared().readTree(Files.readString(file));
        Answer answer = new Answer();
        for (Map.Entry<String, JsonNode> verdict : run.get("verdicts").properties()) {
            long count = verdict.getValue().get("count").asLong();
            if (count > 0) {
                answer.verdict(
                        verdict.getKey(),
                        count,
                        cents(verdict.getValue(), "billed"),
                        cents(verdict.getValue(), "atIssue"));
            }
        }
        long rows = 0;
        long[] sums = new long[3];
        for (JsonNode remittances : run.get("files")) {
            if (remittances.get("kind").asString().equals("remittances")) {
                rows += remittances.get("read").asLong()
                        - remittances.get("banner").asLong();
                sums[0] += cents(remittances, "billed");
                sums[1] += cents(remittances, "allowed");
                sums[2] += cents(remittances, "paid");
            }
        }
        answer.remittances(rows, sums);
        return answer;
    }

    private static long cents(JsonNode node, String name) {
        return node.get(name).decimalValue().movePointRight(2).longValueExact();
    }

    /** What differs from how many lines of each verdict were made, a line each. */
    List<String> differences(Map<Verdict, Long> made) {
        List<String> differences = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = Long.parseLong(lines.getOrDefault(verdict.name(), "0").split(" ")[0]);
            long expected = made.getOrDefault(verdict, 0L);
            if (count != expected) {
                differences.add("%s: %d, but %d were made".formatted(verdict, count, expected));
            }
        }
        return differences;
    }

    /** What differs, a line each; empty where the two agree. */
    List<String> differences(Answer other) {
        List<String> differences = new ArrayList<>();
        Map<String, String> all = new TreeMap<>(lines);
        all.putAll(other.lines);
        for (String name : all.keySet()) {
            String here = lines.getOrDefault(name, "none");
            String there = other.lines.getOrDefault(name, "none");
            if (!here.equals(there)) {
                differences.add("%s: %s, not %s".formatted(name, there, here));
            }
        }
        return differences;
    }
}
