package recon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.file.InputFiles;
import recon.file.UnreadableFileException;

/** Whatever stands in a cell, the row is accepted, counted or rejected, and its rejection does not show the cell. */
class StrangeCellsTest {

    private static final int ROWS = 20_000;

    private static final String[] STRANGE = {
        "",
        " ",
        "-",
        "--",
        "(",
        ")",
        "()",
        "$",
        "CR",
        "N/A",
        "#N/A",
        "=1+1",
        "'",
        "=\"\"",
        " =\"     \"",
        "1E+15",
        "1E999",
        "-1E-999",
        "1E999999999",
        "1E-999999999",
        "99999999999999999999",
        "96372",
        "96372 (",
        "(96372",
        "96372)",
        "(96372)(96372)",
        "9637",
        "HC:",
        ":",
        ";",
        "CO",
        "CO-",
        "CO-45:",
        "CO-45:;",
        ";;",
        "PR-1:1;PR-1:1",
        "10/05/2026",
        "10/05/2026 -",
        "- 10/05/2026",
        "99/99/9999",
        "2026-",
        "2026-10-05T",
        "202610050",
        "Oct",
        "Oct 5",
        "5 Oct",
        "32-Oct-2026",
        "\u00a0",
        "\u2212",
        "\u0661\u0662",
        "\ud83d\ude00",
        "Total",
        "total x total",
        "Subtotal",
        "yes",
        "TRUE",
        "0",
        "00",
        "1.5",
        "-1",
        "1,2,3",
        "59",
        "59LT",
        "I-1",
        "22",
        "4",
        "A\nB",
        "35",
        "20.00",
        "\u0130",
        "0.0",
        ".",
        ".0",
        "1.",
        "%",
        "1e5",
        "0x10"
    };

    @Test
    void noCellBreaksTheReading() throws UnreadableFileException {
        for (FileKind kind : FileKind.values()) {
            Random random = new Random(kind.ordinal());
            List<String> headings = new ArrayList<>(PlainLayout.headings(kind, ClaimPart.WHOLE));
            headings.addAll(List.of("group_code", "carc", "adjustment_amount", "CO-45", "frequency", "original_code"));
            StringBuilder text = new StringBuilder(String.join(",", headings)).append('\n');
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < headings.size(); column++) {
                    String cell = random.nextInt(3) > 0
                            ? STRANGE[random.nextInt(STRANGE.length)]
                            : sound(headings.get(column));
                    text.append(column == 0 ? "\"" : ",\"")
                            .append(cell.replace("\"", "\"\""))
                            .append('"');
                }
                text.append('\n');
            }
            Intake read = Intake.of(
                    InputFiles.ofBytes(text.toString().getBytes(StandardCharsets.UTF_8), "strange.csv"),
                    Intake.SHIPPED);
            assertThat(read.rows).hasSize(read.rowsRead).hasSize(ROWS + 1);
            assertThat(read.buckets()).containsKey(Bucket.REJECTED);
            assertThat(read.rejections()).allSatisfy(rejection -> assertThat(rejection.reason())
                    .doesNotContain("99999999999999999999", "1E999", "32-Oct-2026"));
        }
    }

    private static String sound(String heading) {
        return switch (heading) {
            case "service_date", "check_date", "submitted_date" -> "10/05/2026";
            case "procedure_code" -> "96372";
            case "billed", "charge", "paid", "allowed" -> "35.00";
            case "patient_control_number" -> "A-1";
            default -> "";
        };
    }
}
