package recon.workbook;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.claim.Money;
import recon.claim.Rejection;
import recon.claim.RowSums;
import recon.price.ExpectedRange;
import recon.verdict.AuditScore;
import recon.verdict.AuditWarning;
import recon.verdict.ControlTotal;
import recon.verdict.Finding;
import recon.verdict.ToldAdjustment;

/**
 * What the reports of a month say beside the findings themselves.
 *
 * @param asOf the month's last day
 * @param startedAt when the run started, as text (ISO, UTC)
 * @param rangeWarnings what a person must know before trusting the ranges, one sentence each
 * @param rejections streams the rejected rows in the order of files and rows
 * @param audit streams the claim audit's findings: first of lines without an answer, each in the order of payer, claim and line
 * @param trend earlier months on file, oldest first
 * @param auditScores how often the claim audit's predictions came true, by rule and payer
 * @param providerAdjustments streams the provider-level adjustments (X12 PLB) that the month tells of, in the order of files and segments
 * @param warnings what the run itself found that a person must know, a sentence or two each
 */
public record MonthReport(
        YearMonth month,
        LocalDate asOf,
        long run,
        int revision,
        String startedAt,
        String inputsFingerprint,
        String rangesFingerprint,
        List<ExpectedRange> ranges,
        List<String> rangeWarnings,
        List<ControlTotal> controlTotals,
        List<FileEntry> files,
        Consumer<Consumer<Rejection>> rejections,
        Consumer<Consumer<AuditWarning>> audit,
        List<TrendMonth> trend,
        List<AuditScore.Row> auditScores,
        Consumer<Consumer<ToldAdjustment>> providerAdjustments,
        List<String> warnings) {

    /**
     * The name of a workbook's file: {@code denials-2026-10.xlsx}.
     *
     * @param month {@code 2026-10}
     */
    public static String fileName(String workbook, String month) {
        return workbook + "-" + month + ".xlsx";
    }

    /**
     * One input file.
     *
     * @param remarks how its sheets were read, and what a person should know; joined by line feeds
     * @param stays whether it stays as an earlier month read it, although it would be read by something else now
     */
    public record FileEntry(
            String name,
            FileKind kind,
            String sha256,
            long sizeBytes,
            long rowsRead,
            Map<Bucket, Long> rows,
            RowSums sums,
            String remarks,
            boolean stays) {}

    /** Key figures of a month. */
    public record TrendMonth(YearMonth month, Listed underpaid, Listed denied) {}

    /**
     * The lines of a kind that a month lists. Those that are open are listed again each month, so months add up by what is new alone.
     *
     * @param atIssue short by, or at stake
     * @param newLines those that are {@link Finding#isNew new}
     * @param newAtIssue what is at issue in these
     */
    public record Listed(long lines, Money atIssue, long newLines, Money newAtIssue) {
        public static final Listed NONE = new Listed(0, Money.ZERO, 0, Money.ZERO);

        static Listed of(Tally lines) {
            return new Listed(lines.lines(), lines.atIssue(), lines.newLines(), lines.newAtIssue());
        }

        public Listed plus(Listed other) {
            return new Listed(
                    lines + other.lines,
                    atIssue.plus(other.atIssue),
                    newLines + other.newLines,
                    newAtIssue.plus(other.newAtIssue));
        }
    }

    /** A report that is written finding by finding, aside from where it will stand. */
    public interface Report extends AutoCloseable {
        /** Findings come in the order of payer, claim, line number, service date. */
        void add(Finding finding);

        /** Completes the file. */
        void finish();

        /** Gives up what is not finished, and any temporary file. */
        @Override
        void close();
    }

    /** Opens a report that will be written to a file. */
    public interface Factory {
        Report open(Path file, MonthReport report, @Nullable String password);
    }
}
