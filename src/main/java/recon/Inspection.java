package recon;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import recon.claim.Bucket;
import recon.file.InputFile;
import recon.file.UnreadableFileException;
import recon.intake.ClaimPart;
import recon.intake.FileIntake;
import recon.intake.ParsedGroup;
import recon.intake.ParsedRow;
import recon.intake.RowGroup;
import recon.intake.SheetPlan;
import recon.intake.TotalRow;

/** Reads a file from end to end, keeping nothing, and tells how it was read. */
final class Inspection {

    private static final int REJECTIONS_SHOWN = 5;

    private final PrintWriter out;
    private final Map<Bucket, Long> rows = new EnumMap<>(Bucket.class);
    private final List<String> rejections = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private long rowsRead;

    private Inspection(PrintWriter out) {
        this.out = out;
    }

    static void print(PrintWriter out, String name, InputFile.Format format, FileIntake intake, List<String> joins)
            throws UnreadableFileException {
        out.printf("%s%n  %s of %s%n", name, words(format), intake.kind().inWords());
        Inspection inspection = new Inspection(out);
        intake.plans().forEach(inspection::plan);
        joins.forEach(join -> out.printf("  %s%n", join));
        if (joins.isEmpty()) {
            inspection.partner(intake.plans());
        }
        inspection.read(intake);
        inspection.rows();
    }

    private static String words(InputFile.Format format) {
        return switch (format) {
            case XLSX -> "Excel workbook (.xlsx)";
            case XLS -> "Excel 97-2003 workbook (.xls)";
            case CSV -> "Delimited text";
            case X12_835 -> "X12 835";
            case X12_837P -> "X12 837P";
        };
    }

    private void plan(SheetPlan plan) {
        out.printf("  %s%s%n", plan.sheet().prefix(": "), plan.inWords());
        if (!(plan instanceof SheetPlan.ReadAs readAs)) {
            return;
        }
        if (readAs.headingRow() > 0) {
            readAs.columns().forEach((heading, field) -> out.printf("    %-32s -> %s%n", heading, field));
            readAs.unknown().forEach(heading -> out.printf("    %-32s -> (not read)%n", heading));
            if (!readAs.missing().isEmpty()) {
                out.printf("    not in the file: %s%n", String.join(", ", readAs.missing()));
            }
        }
        if (readAs.note() != null) {
            out.printf("    note: %s%n", readAs.note());
        }
    }

    /** What the other file must have, where claims come as two and only one of them was given. */
    private void partner(List<SheetPlan> plans) {
        for (SheetPlan plan : plans) {
            if (plan instanceof SheetPlan.ReadAs readAs && readAs.part() == ClaimPart.HEADERS) {
                out.println(
                        "  claims' headers: a file of their charge lines must lie beside it, with the same claim number,"
                                + " service_date, procedure_code and charge; inspect both together");
            } else if (plan instanceof SheetPlan.ReadAs readAs && readAs.part() == ClaimPart.CHARGE_LINES) {
                out.println(
                        "  charge lines without a payer: a file of claims' headers beside it, with the same claim number"
                                + " and payer (or payer_class), is joined to them; inspect both together");
            }
        }
    }

    private void read(FileIntake intake) throws UnreadableFileException {
        for (RowGroup group = intake.next(); group != null; group = intake.next()) {
            rowsRead += group.rows().size();
            ParsedGroup parsed = intake.parse(group);
            parsed.rows().forEach(this::count);
            parsed.remarks().forEach(this::remark);
            parsed.warnings().forEach(this::remark);
            for (TotalRow total : parsed.totals()) {
                if (!total.stated().equals(total.ours())) {
                    remark("%s, column '%s': the total row says %s, the rows come to %s"
                            .formatted(
                                    total.place(),
                                    total.column(),
                                    total.stated().inWords(),
                                    total.ours().inWords()));
                }
            }
        }
    }

    private void count(ParsedRow row) {
        rows.merge(row.bucket(), 1L, Long::sum);
        if (row instanceof ParsedRow.Rejected rejected && rejections.size() < REJECTIONS_SHOWN) {
            rejections.add(rejected.rejection().inWords());
        }
    }

    private void remark(String remark) {
        if (remarks.size() < REJECTIONS_SHOWN) {
            remarks.add(remark);
        }
    }

    private void rows() {
        out.printf("  %,d rows read%n", rowsRead);
        rows.forEach((bucket, count) -> out.printf("    %-24s%,12d%n", RunSummary.words(bucket), count));
        if (!rejections.isEmpty()) {
            out.printf("  the first rejected rows:%n");
            rejections.forEach(rejection -> out.printf("    %s%n", rejection));
        }
        if (!remarks.isEmpty()) {
            out.printf("  remarks:%n");
            remarks.forEach(remark -> out.printf("    %s%n", remark));
        }
    }
}
