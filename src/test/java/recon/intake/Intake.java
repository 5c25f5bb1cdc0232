package recon.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.CheckTotal;
import recon.claim.ClaimLine;
import recon.claim.FileKind;
import recon.claim.ProviderAdjustment;
import recon.claim.Rejection;
import recon.claim.RemittanceLine;
import recon.claim.RowSums;
import recon.file.InputFile;
import recon.file.InputFiles;
import recon.file.UnreadableFileException;

/** Reads whole files for tests and keeps everything that came of them. */
final class Intake {

    static final Profiles SHIPPED = Profiles.in(Path.of("no-such-folder"));

    final List<SheetPlan> plans = new ArrayList<>();
    final List<ParsedRow> rows = new ArrayList<>();
    final List<TotalRow> totals = new ArrayList<>();
    final List<ProviderAdjustment> providerAdjustments = new ArrayList<>();
    final List<CheckTotal> checks = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();
    FileKind kind = FileKind.CLAIMS;
    int rowsRead;

    static Intake csv(String... lines) throws UnreadableFileException {
        return of(InputFiles.ofBytes(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "test.csv"), SHIPPED);
    }

    /** A file that lies below claims/ or remittances/. */
    static Intake csvBelow(FileKind folder, String... lines) throws UnreadableFileException {
        byte[] content = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return of(InputFiles.ofBytes(content, "test.csv"), SHIPPED, ClaimJoin.NONE, folder);
    }

    static Intake csv(Profiles profiles, String... lines) throws UnreadableFileException {
        return of(InputFiles.ofBytes(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "test.csv"), profiles);
    }

    static Intake x12(String... segments) throws UnreadableFileException {
        return of(
                InputFiles.ofBytes(
                        (String.join("~", segments) + "~SE*9*0001~").getBytes(StandardCharsets.UTF_8), "test.835"),
                SHIPPED);
    }

    static Intake workbook(XSSFWorkbook workbook) throws UnreadableFileException {
        return of(InputFiles.ofBytes(bytes(workbook), "test.xlsx"), SHIPPED);
    }

    static byte[] bytes(XSSFWorkbook workbook) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A sheet of texts and numbers; null leaves a cell out. */
    static Sheet sheet(XSSFWorkbook workbook, String name, Object[]... rows) {
        Sheet sheet = workbook.createSheet(name);
        for (int r = 0; r < rows.length; r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < rows[r].length; c++) {
                fill(row, c, rows[r][c]);
            }
        }
        return sheet;
    }

    static void fill(Row row, int column, Object value) {
        if (value instanceof Number number) {
            row.createCell(column).setCellValue(number.doubleValue());
        } else if (value != null) {
            Cell cell = row.createCell(column);
            cell.setCellValue(value.toString());
        }
    }

    static Intake of(InputFile file, Profiles profiles) throws UnreadableFileException {
        return of(file, profiles, ClaimJoin.NONE);
    }

    static Intake of(InputFile file, Profiles profiles, ClaimJoin join) throws UnreadableFileException {
        return of(file, profiles, join, null);
    }

    private static Intake of(InputFile file, Profiles profiles, ClaimJoin join, @Nullable FileKind folder)
            throws UnreadableFileException {
        Intake read = new Intake();
        try (FileIntake intake = FileIntake.of(file, profiles, join, folder)) {
            read.kind = intake.kind();
            read.plans.addAll(intake.plans());
            for (RowGroup group = intake.next(); group != null; group = intake.next()) {
                read.rowsRead += group.rows().size();
                ParsedGroup parsed = intake.parse(group);
                read.rows.addAll(parsed.rows());
                read.totals.addAll(parsed.totals());
                read.providerAdjustments.addAll(parsed.providerAdjustments());
                read.checks.addAll(parsed.checkTotals());
                read.remarks.addAll(parsed.remarks());
                read.remarks.addAll(parsed.warnings());
            }
        }
        return read;
    }

    List<RemittanceLine> remittances() {
        return rows.stream()
                .filter(ParsedRow.AcceptedRemittance.class::isInstance)
                .map(row -> ((ParsedRow.AcceptedRemittance) row).line())
                .toList();
    }

    RemittanceLine remittance() {
        if (remittances().size() != 1) {
            throw new AssertionError("not one line: " + rows);
        }
        return remittances().get(0);
    }

    List<ClaimLine> claims() {
        return rows.stream()
                .filter(ParsedRow.AcceptedClaim.class::isInstance)
                .map(row -> ((ParsedRow.AcceptedClaim) row).line())
                .toList();
    }

    ClaimLine claim() {
        if (claims().size() != 1) {
            throw new AssertionError("not one line: " + rows);
        }
        return claims().get(0);
    }

    List<Rejection> rejections() {
        return rows.stream()
                .filter(ParsedRow.Rejected.class::isInstance)
                .map(row -> ((ParsedRow.Rejected) row).rejection())
                .toList();
    }

    Map<Bucket, Integer> buckets() {
        Map<Bucket, Integer> buckets = new TreeMap<>();
        rows.forEach(row -> buckets.merge(row.bucket(), 1, Integer::sum));
        return buckets;
    }

    List<Bucket> bucketOfEachRow() {
        return rows.stream().map(ParsedRow::bucket).toList();
    }

    RowSums sums() {
        return rows.stream().map(ParsedRow::sums).reduce(RowSums.NONE, RowSums::plus);
    }

    SheetPlan.ReadAs plan() {
        return (SheetPlan.ReadAs) plans.get(0);
    }
}
