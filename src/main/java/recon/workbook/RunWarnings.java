package recon.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import recon.claim.Bucket;

/** What a person must know before trusting the figures of a run: one sentence each, without patients' data. */
final class RunWarnings {

    private RunWarnings() {}

    static List<String> of(MonthReport report, RangeSuspects ranges) {
        List<String> warnings = new ArrayList<>();
        long notTied = notTied(report);
        if (notTied > 0) {
            warnings.add("%s of %s control totals not tied: hold what comes after until each difference is explained."
                    .formatted(number(notTied), number(report.controlTotals().size())));
        }
        long rejected = rejectedRows(report);
        if (rejected > 0) {
            long files = report.files().stream()
                    .filter(f -> rows(f, Bucket.REJECTED) > 0)
                    .count();
            warnings.add("%s rejected in %s: not in any figure here. Mend %s at %s source and run again."
                    .formatted(
                            count(rejected, "row"),
                            count(files, "file"),
                            rejected == 1 ? "it" : "them",
                            rejected == 1 ? "its" : "their"));
        }
        warnings.addAll(report.warnings());
        warnings.addAll(ofRanges(report, ranges));
        return warnings;
    }

    static List<String> ofRanges(MonthReport report, RangeSuspects suspects) {
        List<String> warnings = new ArrayList<>(report.rangeWarnings());
        String unmet = suspects.unmet(report.ranges(), report.month());
        if (unmet != null) {
            warnings.add(unmet);
        }
        warnings.addAll(suspects.warnings());
        return warnings;
    }

    static long notTied(MonthReport report) {
        return report.controlTotals().stream().filter(total -> !total.ties()).count();
    }

    static long rejectedRows(MonthReport report) {
        return report.files().stream()
                .mapToLong(file -> rows(file, Bucket.REJECTED))
                .sum();
    }

    static long rows(MonthReport.FileEntry file, Bucket bucket) {
        return file.rows().getOrDefault(bucket, 0L);
    }

    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String number(long number) {
        return String.format(Locale.US, "%,d", number);
    }

    /** How a run ended, in the words of {@code run-YYYY-MM.json}; a total that does not tie outranks rejected rows. */
    enum Outcome {
        DONE,
        REJECTED_ROWS,
        NOT_TIED;

        static Outcome of(MonthReport report) {
            if (notTied(report) > 0) {
                return NOT_TIED;
            }
            return rejectedRows(report) > 0 ? REJECTED_ROWS : DONE;
        }

        String inWords() {
            return switch (this) {
                case DONE -> "Done: every row is read and every control total ties";
                case REJECTED_ROWS -> "Done, but some rows could not be read";
                case NOT_TIED -> "Control totals do not tie: hold what comes after";
            };
        }
    }
}
