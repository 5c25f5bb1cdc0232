package recon.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A month's files in the plain layout, typed line by line. Patients are plainly synthetic. */
final class PlainMonth {

    private static final List<String> CLAIM_COLUMNS = List.of(
            "payer",
            "payer_class",
            "patient_control_number",
            "line_number",
            "member_id",
            "service_date",
            "procedure_code",
            "modifiers",
            "units",
            "charge",
            "place_of_service",
            "submitted_date",
            "frequency",
            "payer_claim_number");

    private static final List<String> REMITTANCE_COLUMNS = List.of(
            "payer",
            "payer_class",
            "check_number",
            "check_date",
            "patient_control_number",
            "payer_claim_number",
            "claim_status",
            "member_id",
            "service_date",
            "procedure_code",
            "modifiers",
            "units",
            "billed",
            "allowed",
            "paid",
            "patient_responsibility",
            "adjustments",
            "remark_codes");

    private final List<Map<String, String>> claims = new ArrayList<>();
    private final List<Map<String, String>> remittances = new ArrayList<>();

    /** The claim A1, allowed and paid in the range. */
    static PlainMonth ofOneLine() {
        return new PlainMonth()
                .claim("A1")
                .payment("A1", "allowed", "30.00", "paid", "30.00", "adjustments", "CO-45:10.00");
    }

    /** A claim line of 96372 on 5 October 2026, one unit at $40.00, by a private payer; then what differs, as name, value, ... */
    PlainMonth claim(String controlNumber, String... differences) {
        claims.add(row(
                Map.of(
                        "payer",
                        "Test Health",
                        "payer_class",
                        "Private",
                        "patient_control_number",
                        controlNumber,
                        "line_number",
                        "1",
                        "member_id",
                        "TEST" + controlNumber,
                        "service_date",
                        "2026-10-05",
                        "procedure_code",
                        "96372",
                        "units",
                        "1",
                        "charge",
                        "40.00",
                        "submitted_date",
                        "2026-10-07"),
                differences));
        return this;
    }

    /** What the payer decided about it on 20 October 2026; amounts are to be named. */
    PlainMonth payment(String controlNumber, String... differences) {
        Map<String, String> usual = new LinkedHashMap<>(Map.of(
                "payer",
                "Test Health",
                "payer_class",
                "Private",
                "check_number",
                "CHK1",
                "check_date",
                "2026-10-20",
                "patient_control_number",
                controlNumber,
                "claim_status",
                "1",
                "member_id",
                "TEST" + controlNumber,
                "service_date",
                "2026-10-05",
                "procedure_code",
                "96372",
                "units",
                "1"));
        usual.put("billed", "40.00");
        remittances.add(row(usual, differences));
        return this;
    }

    void write(Path input) {
        write(input.resolve("claims/claims.csv"), CLAIM_COLUMNS, claims);
        write(input.resolve("remittances/remittances.csv"), REMITTANCE_COLUMNS, remittances);
    }

    private static Map<String, String> row(Map<String, String> usual, String... differences) {
        Map<String, String> row = new LinkedHashMap<>(usual);
        for (int n = 0; n < differences.length; n += 2) {
            row.put(differences[n], differences[n + 1]);
        }
        return row;
    }

    private static void write(Path file, List<String> columns, List<Map<String, String>> rows) {
        List<String> lines = new ArrayList<>(List.of(String.join(",", columns)));
        for (Map<String, String> row : rows) {
            if (!columns.containsAll(row.keySet())) {
                throw new IllegalArgumentException("no such column: " + row.keySet());
            }
            lines.add(String.join(
                    ",",
                    columns.stream().map(column -> row.getOrDefault(column, "")).toList()));
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
