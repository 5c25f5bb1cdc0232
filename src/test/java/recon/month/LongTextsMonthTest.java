package recon.month;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.DatabaseKind;
import recon.TestDatabase;
import recon.month.ReconProcess.Result;

/** Texts as long as the intake lets them be go all the way, whichever database keeps them. */
class LongTextsMonthTest {

    private static final int CLAIMS = 24;

    @TempDir
    private Path onPostgresql;

    @TempDir
    private Path onH2;

    @Test
    void theLongestTextsThatAreAcceptedAreKept() throws IOException {
        try (TestDatabase database = DatabaseKind.POSTGRESQL.createEmpty()) {
            ReconProcess server = new ReconProcess(onPostgresql)
                    .with("RECON_DB_URL", database.url())
                    .with("RECON_DB_USER", database.user());
            ReconProcess embedded = new ReconProcess(onH2);

            assertThat(contentOf(server)).isEqualTo(contentOf(embedded));
        }
    }

    @Test
    void reasonsThatNameLongPathsAndPayersThatAreKnownByALongIdAreKept() throws IOException {
        try (TestDatabase database = DatabaseKind.POSTGRESQL.createEmpty()) {
            ReconProcess server = new ReconProcess(onPostgresql)
                    .with("RECON_DB_URL", database.url())
                    .with("RECON_DB_USER", database.user());
            for (ReconProcess recon : List.of(server, new ReconProcess(onH2))) {
                writeLongPaths(recon.input());

                Result result =
                        recon.here().with("recon.max-rejected-percent", "90").run("reconcile", "--month", "2026-10");

                assertThat(result.exit()).as(result.err()).isEqualTo(10);
                Map<String, List<List<String>>> content = MonthContent.of(recon.output(), YearMonth.of(2026, 10));
                assertThat(MonthContent.table(content, "reconciliation / Rejected rows"))
                        .extracting(row -> row.get("Reason"))
                        .anyMatch(reason -> reason.length() > 1400 && reason.endsWith(": keep the right one"));
                assertThat(MonthContent.table(content, "reconciliation / All lines"))
                        .extracting(line -> line.get("Payer"))
                        .contains("payer id " + "9".repeat(400));
            }
        }
    }

    @Test
    void aDenialWhosePartsStateMoreRemarkCodesThanOneRowCanIsKept() throws IOException {
        try (TestDatabase database = DatabaseKind.POSTGRESQL.createEmpty()) {
            ReconProcess server = new ReconProcess(onPostgresql)
                    .with("RECON_DB_URL", database.url())
                    .with("RECON_DB_USER", database.user());
            for (ReconProcess recon : List.of(server, new ReconProcess(onH2))) {
                writeParts(recon.input());

                Result result = recon.run("reconcile", "--month", "2026-10");

                assertThat(result.exit()).as(result.err()).isZero();
                Map<String, List<List<String>>> content = MonthContent.of(recon.output(), YearMonth.of(2026, 10));
                assertThat(MonthContent.table(content, "denials / Denied lines"))
                        .singleElement()
                        .satisfies(line -> assertThat(line.get("RARC"))
                                .startsWith("N100 N101 ")
                                .endsWith("N177 N178 ..."));
            }
        }
    }

    /** A line that its payer refuses in two parts, each with as many remark codes as a row can state, and each with others. */
    private static void writeParts(Path input) throws IOException {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("payer", "Test Health");
        line.put("payer_class", "Private");
        line.put("patient_control_number", "TEST1");
        line.put("line_control_number", "L1");
        line.put("service_date", "2026-10-05");
        line.put("procedure_code", "96372");
        Map<String, String> claim = new LinkedHashMap<>(line);
        claim.put("charge", "40.00");
        write(input.resolve("claims/claims.csv"), List.of(claim));
        List<Map<String, String>> parts = new ArrayList<>();
        for (int part = 0; part < 2; part++) {
            String dollars = part == 0 ? "15.00" : "25.00";
            int first = 100 + 80 * part;
            Map<String, String> payment = new LinkedHashMap<>(line);
            payment.putAll(Map.of("check_number", "TEST-CHECK", "check_date", "2026-10-20"));
            payment.putAll(Map.of("billed", dollars, "paid", "0.00", "adjustments", "CO-97:" + dollars));
            payment.put(
                    "remark_codes",
                    IntStream.range(first, first + 80)
                            .mapToObj(code -> "N" + code)
                            .collect(joining(" ")));
            parts.add(payment);
        }
        write(input.resolve("remittances/remittances.csv"), parts);
    }

    private static void writeLongPaths(Path input) throws IOException {
        Map<String, String> line = Map.of(
                "patient_control_number",
                "TEST1",
                "service_date",
                "2026-10-05",
                "procedure_code",
                "96372",
                "charge",
                "40.00");
        write(input.resolve("claims/lines.csv"), List.of(line));
        Path deep = input.resolve("claims/" + "a".repeat(240) + "/" + "b".repeat(240) + "/" + "c".repeat(240));
        for (String payer : List.of("Test Health", "Other Health")) {
            write(
                    deep.resolve(payer + ".csv"),
                    List.of(Map.of("patient_control_number", "TEST1", "payer", payer, "payer_class", "Private")));
        }
        Map<String, String> known = new LinkedHashMap<>(line);
        known.put("patient_control_number", "TEST2");
        known.put("payer_id", "9".repeat(400));
        known.put("payer_class", "Private");
        write(input.resolve("claims/known-by-id.csv"), List.of(known));
        Map<String, String> payment = new LinkedHashMap<>(known);
        payment.remove("charge");
        payment.putAll(Map.of("check_date", "2026-10-20", "billed", "40.00", "allowed", "30.00", "paid", "30.00"));
        write(input.resolve("remittances/remittances.csv"), List.of(payment));
    }

    private static Map<String, List<List<String>>> contentOf(ReconProcess recon) throws IOException {
        write(recon.input());

        Result result = recon.run("reconcile", "--month", "2026-10", "--letters");

        assertThat(result.exit()).as(result.err()).isZero();
        Map<String, List<List<String>>> content = MonthContent.of(recon.output(), YearMonth.of(2026, 10));
        assertThat(MonthContent.table(content, "reconciliation / All lines")).hasSize(CLAIMS);
        return content;
    }

    private static void write(Path input) throws IOException {
        List<Map<String, String>> claims = new ArrayList<>();
        List<Map<String, String>> remittances = new ArrayList<>();
        for (int n = 0; n < CLAIMS; n++) {
            Map<String, String> who = new LinkedHashMap<>();
            who.put("payer", text("payer", 0, 400));
            who.put("payer_class", n % 2 == 0 ? "Medicare" : "Private");
            who.put("patient_control_number", text("claim", n, 400));
            who.put("payer_claim_number", text("icn", n, 400));
            who.put("line_control_number", text("line", n, 400));
            who.put("member_id", text("member", n, 400));
            who.put("patient_last_name", text("TEST", n, 199));
            who.put("patient_first_name", text("SAMPLE", n, 199));
            who.put("service_date", "2026-10-05");
            who.put("modifiers", "59 LT RT 25 76 77 XE XS XP XU GA GY");

            Map<String, String> claim = new LinkedHashMap<>(who);
            claim.put("charge", "40.00");
            claim.put("rendering_credential", text("credential", n, 100));
            claim.put("diagnoses", "E53.8 ".repeat(166));
            claim.put("ndc", text("ndc", n, 100));
            claim.put("drug", text("cyanocobalamin", n, 400));
            claim.put("dose", text("1000 mcg", n, 400));
            claim.put("route", text("IM", n, 400));
            claim.put("site", text("deltoid", n, 400));
            claim.put("state", "TX");
            claim.put("locality", text("11", n, 100));
            for (String code : List.of("96372", "J3420", "J1100", "99213")) {
                Map<String, String> line = new LinkedHashMap<>(claim);
                line.put("procedure_code", code);
                claims.add(line);
            }

            Map<String, String> payment = new LinkedHashMap<>(who);
            payment.put("procedure_code", "96372");
            payment.put("check_number", text("check", n, 400));
            payment.put("check_date", "2026-10-20");
            payment.put("billed", "40.00");
            payment.put("allowed", n % 3 == 0 ? "10.00" : n % 3 == 1 ? "0.00" : "25.00");
            payment.put("paid", n % 3 == 0 ? "10.00" : n % 3 == 1 ? "0.00" : "25.00");
            payment.put("adjustments", n % 3 == 0 ? "CO-45:30.00" : n % 3 == 1 ? "CO-97:40.00" : "CO-45:15.00");
            payment.put("remark_codes", "N115 ".repeat(80));
            remittances.add(payment);
        }
        write(input.resolve("claims/claims.csv"), claims);
        write(input.resolve("remittances/remittances.csv"), remittances);
    }

    /** A text of just so many characters that is its own for each number. */
    private static String text(String begin, int number, int length) {
        return (begin + " " + number + " " + "\\".repeat(length)).substring(0, length);
    }

    private static void write(Path file, List<Map<String, String>> rows) throws IOException {
        List<String> lines =
                new ArrayList<>(List.of(String.join(",", rows.get(0).keySet())));
        rows.forEach(row -> lines.add(String.join(",", row.values())));
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }
}
