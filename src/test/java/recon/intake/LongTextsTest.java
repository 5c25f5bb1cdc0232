package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.claim.Bucket;
import recon.claim.Rejection;
import recon.claim.SourceRef;
import recon.file.UnreadableFileException;

/** A text that no column of the database holds rejects its row, and no other. */
class LongTextsTest {

    private static final Map<String, String> CLAIM =
            Map.of("patient_control_number", "A-1", "service_date", "10/05/2026", "procedure_code", "96372");

    @ParameterizedTest
    @CsvSource({
        "payer, 400",
        "payer_id, 400",
        "patient_control_number, 400",
        "payer_claim_number, 400",
        "line_control_number, 400",
        "member_id, 400",
        "patient_last_name, 199",
        "patient_first_name, 199",
        "patient_name, 400",
        "rendering_credential, 100",
        "ndc, 100",
        "drug, 400",
        "dose, 400",
        "route, 400",
        "site, 400",
        "locality, 100"
    })
    void ofAClaim(String column, int longest) throws UnreadableFileException {
        check("charge", column, "x".repeat(longest), "x".repeat(longest + 1), longest);
    }

    @ParameterizedTest
    @CsvSource({
        "payer, 400",
        "check_number, 400",
        "patient_control_number, 400",
        "payer_claim_number, 400",
        "line_control_number, 400",
        "member_id, 400",
        "patient_last_name, 199",
        "patient_first_name, 199"
    })
    void ofARemittance(String column, int longest) throws UnreadableFileException {
        check("paid", column, "x".repeat(longest), "x".repeat(longest + 1), longest);
    }

    @ParameterizedTest
    @CsvSource({"patient_control_number, 400", "locality, 100"})
    void whatIsLongerInUpperCase(String column, int longest) throws UnreadableFileException {
        check("charge", column, "\u00df".repeat(longest / 2), "\u00df".repeat(longest / 2) + "x", longest);
    }

    @ParameterizedTest
    @CsvSource({
        "charge, diagnoses, E53.8 , 166, 1000",
        "paid, remark_codes, N115 , 80, 400",
        "paid, adjustments, CO-45:1234.56;, 285, 4000"
    })
    void ofCodes(String amount, String column, String one, int most, int longest) throws UnreadableFileException {
        String code = one.endsWith(";") ? one : one + " ";
        check(amount, column, code.repeat(most), code.repeat(most + 1), longest);
    }

    private static void check(String amount, String column, String fitting, String tooLong, int longest)
            throws UnreadableFileException {
        Map<String, String> claim = new LinkedHashMap<>(CLAIM);
        claim.put(amount, "35.00");
        if (amount.equals("paid")) {
            claim.put("billed", "35.00");
        }
        claim.putIfAbsent(column, "");
        List<String> lines = new ArrayList<>(List.of(String.join(",", claim.keySet())));
        for (String text : List.of(fitting, tooLong, fitting)) {
            claim.put(column, text);
            lines.add(String.join(",", claim.values()));
        }

        Intake read = Intake.csv(lines.toArray(String[]::new));

        assertThat(read.bucketOfEachRow().subList(1, 4))
                .containsExactly(Bucket.IN_SCOPE, Bucket.REJECTED, Bucket.IN_SCOPE);
        assertThat(read.rejections())
                .containsExactly(new Rejection(
                        SourceRef.row("test.csv", null, 3),
                        column,
                        "longer than %d characters: shorten it, or leave the column out with 'ignore' in a profile"
                                .formatted(longest)));
    }
}
