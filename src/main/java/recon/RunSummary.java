package recon;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.verdict.ControlTotal;
import recon.verdict.Verdict;
import recon.workbook.MonthReport.FileEntry;
import recon.workbook.RunRecord;
import recon.workflow.ReconcileOutcome;
import recon.workflow.ReconcileRequest;

/** What standard output says at the end of a run, for a person; no patient data. */
final class RunSummary {

    /** More control totals that do not tie than this are counted, not listed. */
    private static final int TOTALS_LISTED = 10;

    private final PrintWriter out;

    private RunSummary(PrintWriter out) {
        this.out = out;
    }

    static void print(PrintWriter out, ReconcileRequest request, ReconcileOutcome outcome) {
        RunSummary summary = new RunSummary(out);
        if (!outcome.changed()) {
            out.printf(
                    "%s: nothing has changed since revision %d; nothing was done%n",
                    request.month(), outcome.revision());
            if (request.letters()) {
                out.println("No letters were written: they come with a revision; add --force for one");
            }
        } else {
            summary.print(request, Objects.requireNonNull(outcome.record()));
        }
        if (request.dryRun()) {
            out.println("Dry run: no report was written and nothing is kept");
        } else {
            out.printf("Reports in %s%n", outcome.folder());
        }
        out.printf("Exit %d: %s%n", outcome.exit().code(), outcome.exit().meaning());
    }

    private void print(ReconcileRequest request, RunRecord run) {
        out.printf("96372 reconciliation of %s, revision %d%n%n", request.month(), run.revision());
        rows(run);
        verdicts(run);
        controlTotals(run.controlTotals());
    }

    private void rows(RunRecord run) {
        out.printf("%-26s%14s%14s%n", "Rows", FileKind.CLAIMS.inWords(), FileKind.REMITTANCES.inWords());
        row("read", run, FileEntry::rowsRead);
        for (Bucket bucket : Bucket.values()) {
            row(words(bucket), run, file -> file.rows().getOrDefault(bucket, 0L));
        }
        out.println();
    }

    private void row(String name, RunRecord run, ToLongFunction<FileEntry> count) {
        long claims = sum(run.files(), FileKind.CLAIMS, count);
        long remittances = sum(run.files(), FileKind.REMITTANCES, count);
        if (claims + remittances > 0) {
            out.printf("  %-24s%,14d%,14d%n", name, claims, remittances);
        }
    }

    private static long sum(List<FileEntry> files, FileKind kind, ToLongFunction<FileEntry> count) {
        return files.stream()
                .filter(file -> file.kind() == kind)
                .mapToLong(count)
                .sum();
    }

    static String words(Bucket bucket) {
        return switch (bucket) {
            case BANNER -> "headings and banners";
            case BLANK -> "blank";
            case REPEATED_HEADING -> "repeated headings";
            case TOTAL -> "total rows";
            case JOINED -> "joined to another row";
            case REJECTED -> "rejected";
            case DUPLICATE -> "duplicate";
            case LATER -> "of a later month";
            case JUDGED_EARLIER -> "judged earlier";
            case OTHER_CODES -> "other procedure codes";
            case IN_SCOPE -> "96372, in scope";
        };
    }

    private void verdicts(RunRecord run) {
        out.printf("%-26s%14s%20s%20s%n", "Verdict", "lines", "billed", "at issue");
        for (Verdict verdict : Verdict.values()) {
            RunRecord.VerdictSum sum = run.verdicts().getOrDefault(verdict, RunRecord.VerdictSum.NONE);
            if (sum.count() > 0) {
                boolean atIssue = !sum.atIssue().isZero();
                out.printf(
                        "  %-24s%,14d%20s%20s%n",
                        verdict,
                        sum.count(),
                        sum.billed().inWords(),
                        atIssue ? sum.atIssue().inWords() : "");
            }
        }
        out.println();
    }

    private void controlTotals(List<ControlTotal> totals) {
        List<ControlTotal> notTied =
                totals.stream().filter(total -> !total.ties()).toList();
        if (notTied.isEmpty()) {
            out.printf("Control totals: all %d tie%n", totals.size());
            return;
        }
        out.printf("Control totals: %d of %d DO NOT TIE%n", notTied.size(), totals.size());
        notTied.stream()
                .limit(TOTALS_LISTED)
                .forEach(total ->
                        out.printf("  off by %s: %s%n", total.difference().toPlainString(), total.equation()));
        if (notTied.size() > TOTALS_LISTED) {
            out.printf("  and %d more: see the sheet 'Control totals'%n", notTied.size() - TOTALS_LISTED);
        }
    }
}
