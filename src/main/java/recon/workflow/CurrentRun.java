package recon.workflow;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import recon.intake.ClaimJoin;
import recon.load.Run;
import recon.verdict.ClaimAudit;
import recon.verdict.FileCounts;
import recon.workbook.RunRecord;
import recon.workflow.InputFolder.Found;

/**
 * The run that this process is at work on.
 *
 * @param found where the content of each of the run's files lies, by its number on file
 * @param stays numbers on file of the run's files that an earlier month read by something else than would be read by now
 * @param join of claims that come as two files; read by all threads
 * @param letters whether a letter is written for each dispute
 * @param passwords of encrypted workbooks, read and written
 * @param typed once they are read for the reports, for as long as the process lives
 * @param counts once they are counted, likewise
 * @param record once it is published, likewise
 */
record CurrentRun(
        Run run,
        ReferenceData reference,
        ClaimAudit audit,
        Settings settings,
        Map<Long, Found> found,
        Set<Long> stays,
        ClaimJoin join,
        boolean letters,
        Passwords passwords,
        OutputFolder output,
        Progress progress,
        AtomicReference<@Nullable TypedWorkbooks> typed,
        AtomicReference<@Nullable FileCounts> counts,
        AtomicReference<@Nullable RunRecord> record) {

    long id() {
        return run.runId();
    }

    YearMonth month() {
        return run.month();
    }

    /** The month's last day, from which ages and days left count. */
    LocalDate asOf() {
        return run.month().atEndOfMonth();
    }

    /** @param workbooks opens encrypted input, or null; {@code reports} encrypts what is written, or null */
    record Passwords(@Nullable String workbooks, @Nullable String reports) {}
}
