package recon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import recon.DatabaseKind;
import recon.TestDatabase;
import recon.month.ReconProcess.Result;

/** Whatever stands in the cells, a month comes to its end: each row is judged, counted or rejected, and the control totals tie. */
class StrangeMonthTest {

    private static final int ROUNDS = Integer.getInteger("strange", 3);
    private static final int ROWS = 400;

    private static final String[] STRANGE = {
        "",
        " ",
        "0",
        "00",
        "-0.00",
        "1",
        "-1",
        "1.5",
        "2",
        "22",
        "999",
        "2147483647",
        "2147483648",
        "999999999",
        "9999999999.99",
        "-9999999999.99",
        "99999999999",
        "(35.00)",
        "35.00-",
        "35.005",
        "$1,234.50 CR",
        "1E+15",
        "1E999999999",
        "1E-999999999",
        "#N/A",
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+1",
        "@x",
        "'quoted",
        "=\"00123\"",
        "\\N",
        "\\E",
        "\\t",
        "a\tb",
        "a\nb",
        "\u0001\u001f",
        "_x0041_",
        "\ud83d\ude00",
        "\u05d0\u05d1",
        "\u00df\u0130\u0390",
        "\ufeff",
        "\u00a0",
        "-",
        "--",
        "'",
        " =\"     \"",
        "=\"\u00a0\"",
        "10/05/2026",
        "2026-10-31",
        "2026-11-01",
        "2025-10-05",
        "1899-12-31",
        "0001-01-01",
        "9999-12-31",
        "02/30/2026",
        "45935",
        "96372",
        "96372-59",
        "HC:96372:59",
        "99213 (96372)",
        "J3420",
        "90471",
        "59 LT",
        "59LT59LT",
        "XX YY ZZ 11 22 33",
        "CO-45:1.00",
        "CO-45:-9999999999.99;PR-2:9999999999.99",
        "OA-23:35.00;CO-97",
        "PR-1:1;PR-1:1;PR-1:1",
        "CO-45",
        "N115;MA130",
        "Medicare",
        "Medicaid",
        "Tricare",
        "Private",
        "self pay",
        "yes",
        "no",
        "A1",
        "a1 ",
        "0A1",
        "I:A1",
        "M:TESTA1"
    };

    @TempDir
    private Path folder;

    static IntStream rounds() {
        return IntStream.range(0, ROUNDS);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void itComesToItsEnd(int seed) throws IOException {
        Random random = new Random(seed);
        ReconProcess recon = new ReconProcess(folder).here().with("recon.max-rejected-percent", "100");
        if (seed % 3 == 2) {
            try (TestDatabase database = DatabaseKind.POSTGRESQL.createEmpty()) {
                months(recon.with("RECON_DB_URL", database.url()).with("RECON_DB_USER", database.user()), random);
            }
        } else {
            months(recon, random);
        }
    }

    private static void months(ReconProcess recon, Random random) throws IOException {
        double strange = random.nextDouble() * random.nextDouble();
        write(recon.input().resolve("claims/claims.csv"), random, strange, true);
        write(recon.input().resolve("remittances/remittances.csv"), random, strange, false);
        run(recon, "2026-10");
        write(recon.input().resolve("claims/more.csv"), random, strange, true);
        write(recon.input().resolve("remittances/more.csv"), random, strange, false);
        run(recon, "2026-11");
    }

    private static void run(ReconProcess recon, String month) {
        Result result = recon.run("reconcile", "--month", month, "--letters");

        assertThat(result.exit()).as(result.out() + result.err()).isIn(0, 10);
        assertThat(MonthContent.table(
                        MonthContent.of(recon.output(), YearMonth.parse(month)), "reconciliation / Control totals"))
                .allSatisfy(total -> assertThat(total).containsEntry("Result", "OK"));
        Result verified = recon.run("verify", "--month", month);
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
    }

    private static void write(Path file, Random random, double strange, boolean claims) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int n = 0; n < ROWS; n++) {
            Map<String, String> row = claims ? claim(random) : payment(random);
            if (n == 0) {
                lines.add(String.join(",", row.keySet()));
            }
            row.replaceAll((column, sound) ->
                    quoted(random.nextDouble() < strange ? STRANGE[random.nextInt(STRANGE.length)] : sound));
            lines.add(String.join(",", row.values()));
        }
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static Map<String, String> who(Random random) {
        int claim = random.nextInt(ROWS / 2);
        Map<String, String> row = new LinkedHashMap<>();
        row.put("payer", "Test Health " + claim % 3);
        row.put("payer_class", List.of("Medicare", "Medicaid", "Private").get(claim % 3));
        row.put("patient_control_number", "A" + claim);
        row.put("payer_claim_number", "ICN" + claim);
        row.put("line_control_number", "");
        row.put("member_id", "TESTA" + claim / 3);
        row.put("patient_last_name", "TEST");
        row.put("patient_first_name", "SAMPLE");
        row.put("service_date", "2026-%02d-%02d".formatted(9 + random.nextInt(3), 1 + claim % 28));
        row.put("procedure_code", random.nextInt(4) == 0 ? "J3420" : "96372");
        row.put("modifiers", random.nextInt(4) == 0 ? "59" : "");
        row.put("units", random.nextInt(4) == 0 ? "2" : "1");
        row.put("place_of_service", "11");
        row.put("rendering_npi", "1234567893");
        return row;
    }

    private static Map<String, String> claim(Random random) {
        Map<String, String> row = who(random);
        row.put("line_number", "1");
        row.put("charge", "40.00");
        row.put("frequency", random.nextInt(8) == 0 ? "7" : "1");
        row.put("rendering_credential", "NP");
        row.put("submitted_date", "2026-10-07");
        row.put("diagnoses", "E53.8");
        row.put("ndc", "");
        row.put("drug", "cyanocobalamin");
        row.put("dose", "1000 mcg");
        row.put("route", "IM");
        row.put("site", "deltoid");
        row.put("administered", "yes");
        row.put("state", "TX");
        row.put("locality", "");
        return row;
    }

    private static Map<String, String> payment(Random random) {
        Map<String, String> row = who(random);
        int paid = random.nextInt(4) * 10;
        boolean reversal = random.nextInt(8) == 0;
        row.put("check_number", "CHK" + random.nextInt(5));
        row.put("check_date", "2026-%02d-20".formatted(10 + random.nextInt(2)));
        row.put("claim_status", reversal ? "22" : "1");
        row.put("line_sequence", "");
        row.put("original_code", "");
        row.put("billed", reversal ? "-40.00" : "40.00");
        row.put("allowed", (reversal ? "-" : "") + paid + ".00");
        row.put("paid", (reversal ? "-" : "") + paid + ".00");
        row.put("patient_responsibility", "");
        row.put("adjustments", "CO-45:" + (reversal ? "-" : "") + (40 - paid) + ".00");
        row.put("remark_codes", "N115");
        row.put("paid_units", "");
        return row;
    }
}
