package recon.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import recon.claim.Bucket;
import recon.file.InputFiles;
import recon.file.UnreadableFileException;

/** Writes or reads a large remittance workbook, to be timed from outside: {@code write FILE ROWS | read FILE}. */
final class BigIntake {

    private static final String[] HEADINGS = {
        "payer",
        "check_number",
        "check_date",
        "patient_control_number",
        "payer_claim_number",
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
        "remark_codes"
    };

    private BigIntake() {}

    static void write(Path path, int rows) throws IOException {
        Random random = new Random(96372);
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
                var out = Files.newOutputStream(path)) {
            Sheet sheet = workbook.createSheet("Payments");
            fill(sheet.createRow(0), (Object[]) HEADINGS);
            for (int i = 1; i <= rows; i++) {
                boolean injection = random.nextInt(4) == 0;
                fill(
                        sheet.createRow(i),
                        "Testcare",
                        "CHK" + i / 500,
                        46_300 + random.nextInt(30),
                        "A-" + i / 3,
                        "I-" + i / 3,
                        "M-" + i / 3,
                        46_270 + random.nextInt(30),
                        injection ? (Object) 96372 : "J3420",
                        injection ? "59" : null,
                        1,
                        35.0,
                        20.15,
                        16.12,
                        4.03,
                        "CO-45:14.85;PR-2:4.03",
                        null);
            }
            workbook.write(out);
        }
    }

    private static void fill(Row row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            Intake.fill(row, i, cells[i]);
        }
    }

    static Map<Bucket, Integer> read(Path path) throws UnreadableFileException {
        Map<Bucket, Integer> buckets = new EnumMap<>(Bucket.class);
        try (FileIntake intake = FileIntake.of(InputFiles.open(path, "big", null), Intake.SHIPPED)) {
            for (RowGroup group = intake.next(); group != null; group = intake.next()) {
                for (ParsedRow row : intake.parse(group).rows()) {
                    buckets.merge(row.bucket(), 1, Integer::sum);
                }
            }
        }
        return buckets;
    }

    public static void main(String[] arguments) throws Exception {
        Path path = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            write(path, Integer.parseInt(arguments[2]));
            return;
        }
        long start = System.nanoTime();
        System.out.println(read(path) + " in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
