package recon.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.CheckTotal;
import recon.claim.FileKind;
import recon.claim.Fingerprint;
import recon.claim.Money;
import recon.claim.RowSums;
import recon.file.InputFiles;
import recon.file.LockedFileException;
import recon.file.UnreadableFileException;
import recon.intake.ClaimJoin;
import recon.intake.FileIntake;
import recon.intake.ParsedGroup;
import recon.intake.Profiles;
import recon.intake.RowGroup;
import recon.intake.TotalRow;
import recon.verdict.ControlTotal;
import recon.verdict.Verdict;
import recon.workbook.DenialsWorkbook;
import recon.workbook.MonthReport;
import recon.workbook.MonthReport.FileEntry;
import recon.workbook.ReconciliationWorkbook;
import recon.workbook.RunJson;
import recon.workbook.RunRecord;
import recon.workbook.RunRecord.VerdictSum;
import recon.workbook.UnderpaymentsWorkbook;
import recon.workflow.InputFolder.Found;

/**
 * Proves a month's reports once more without the database: the run's record against the input files, which are read and counted
 * anew, and against the workbooks, whose rows are counted and summed anew.
 */
public final class Verification {

    /** What is compared. */
    public enum Subject {
        INPUT_FILES("Input files as the run read them"),
        ROWS("Rows and dollars of each file, read anew"),
        TOTALS("Totals and deposits that the files state"),
        REPORTS("Reports as the run wrote them"),
        LINES("Lines and dollars of each report, counted anew"),
        CONTROL_TOTALS("Control totals of the run");

        private final String words;

        Subject(String words) {
            this.words = words;
        }

        public String inWords() {
            return words;
        }
    }

    /**
     * One comparison.
     *
     * @param what file and figure, without any patient's data
     * @param recorded as the run has it
     * @param found now
     */
    public record Check(Subject subject, String what, String recorded, String found) {
        public boolean holds() {
            return recorded.equals(found);
        }
    }

    /**
     * What a verification came to.
     *
     * @param remarks what a person should know although it proves nothing wrong
     */
    public record Result(YearMonth month, int revision, List<Check> checks, List<String> remarks) {
        public boolean holds() {
            return checks.stream().allMatch(Check::holds);
        }
    }

    /** People type into these worklists, so their bytes may change; their figures may not. */
    private static final List<String> WORKLISTS = List.of(UnderpaymentsWorkbook.NAME, DenialsWorkbook.NAME);

    private static final List<Bucket> STAGED =
            List.of(Bucket.DUPLICATE, Bucket.LATER, Bucket.JUDGED_EARLIER, Bucket.IN_SCOPE, Bucket.OTHER_CODES);
    private static final String NOT_THERE = "not there";

    private final OutputFolder output;
    private final Settings settings;
    private final Profiles profiles;
    private final RunRecord run;
    private final List<Check> checks = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private Verification(OutputFolder output, Settings settings, Profiles profiles, RunRecord run) {
        this.output = output;
        this.settings = settings;
        this.profiles = profiles;
        this.run = run;
    }

    /**
     * Verifies the latest revision of a month.
     *
     * @param input holds the files that the run read
     * @throws StopException (wrong setup) if the month has no run record, or a report cannot be opened for want of its password; (no
     *     input) if an input folder is missing or empty
     */
    public static Result of(YearMonth month, Path input, Path outputFolder, Settings settings) {
        OutputFolder output = new OutputFolder(outputFolder, month);
        if (!Files.isRegularFile(output.runRecord())) {
            throw new StopException(
                    ExitCode.WRONG_SETUP,
                    output.runRecord() + ": there is no such file, so there is no complete run to verify; reconcile the"
                            + " month first, or name its folder with --output");
        }
        try {
            Profiles profiles = Profiles.in(input.resolve("reference/profiles"));
            Verification verification = new Verification(output, settings, profiles, RunJson.read(output.runRecord()));
            verification.inputFiles(InputFolder.scan(input));
            verification.reports();
            verification.controlTotals();
            return new Result(
                    month, verification.run.revision(), List.copyOf(verification.checks), verification.remarks);
        } catch (IOException | IllegalArgumentException e) {
            throw new StopException(ExitCode.WRONG_SETUP, String.valueOf(e.getMessage()), e);
        }
    }

    private void check(Subject subject, String what, Object recorded, Object found) {
        checks.add(new Check(subject, what, String.valueOf(recorded), String.valueOf(found)));
    }

    private void inputFiles(List<Found> present) {
        Map<String, Found> byContent = new HashMap<>();
        Map<String, Found> byName = new TreeMap<>();
        present.forEach(file -> byContent.putIfAbsent(file.sha256(), file));
        present.forEach(file -> byName.putIfAbsent(file.name(), file));
        // What came since may be of any kind, and says nothing of the run.
        Set<String> recorded = run.files().stream()
                .filter(file -> !(file.stays() && file.kind() == FileKind.REMITTANCES))
                .map(FileEntry::sha256)
                .collect(Collectors.toSet());
        List<Found> read = present.stream()
                .filter(file -> recorded.contains(file.sha256()))
                .toList();
        ClaimJoin join = Examination.of(
                        read, profiles, settings.passwordOfWorkbooks(), (sha256, reading) -> null, List.of())
                .join();
        Set<String> verified = new HashSet<>();
        for (FileEntry file : run.files()) {
            Found found = byContent.get(file.sha256());
            Found named = byName.remove(file.name());
            check(Subject.INPUT_FILES, file.name(), file.sha256(), found == null ? other(named) : file.sha256());
            if (found != null && verified.add(file.sha256())) {
                int before = checks.size();
                readAnew(file, found, join);
                if (file.stays()) {
                    leaveOutOtherReading(file, checks.subList(before, checks.size()));
                }
            }
        }
        byName.keySet().forEach(name -> remarks.add(name + " came after the run"));
    }

    /** What the profiles of now make of a file proves nothing of it as an earlier month read it. */
    private void leaveOutOtherReading(FileEntry file, List<Check> ofFile) {
        if (!ofFile.stream().allMatch(Check::holds)) {
            ofFile.clear();
            remarks.add(
                    file.name()
                            + " stays as an earlier month read it, which is not how it would be read now: its rows are not compared");
        }
    }

    private static String other(@Nullable Found file) {
        return file == null ? NOT_THERE : file.sha256();
    }

    private void readAnew(FileEntry recorded, Found file, ClaimJoin join) {
        ReadCounts counts = new ReadCounts();
        try (FileIntake intake = FileIntake.of(
                InputFiles.open(file.path(), file.name(), settings.passwordOfWorkbooks()),
                profiles,
                join,
                file.folder())) {
            for (RowGroup group = intake.next(); group != null; group = intake.next()) {
                ParsedGroup parsed = intake.parse(group);
                counts.add(parsed, group.rows().size());
                parsed.totals().forEach(this::statedTotal);
                parsed.checkTotals().forEach(this::deposit);
            }
        } catch (UnreadableFileException e) {
            check(Subject.ROWS, recorded.name(), "readable", String.valueOf(e.getMessage()));
            return;
        }
        compare(recorded, counts);
    }

    private void compare(FileEntry recorded, ReadCounts counts) {
        String name = recorded.name() + ": ";
        check(Subject.ROWS, name + "rows read", recorded.rowsRead(), counts.read());
        long stagedThen = 0;
        long stagedNow = 0;
        for (Bucket bucket : Bucket.values()) {
            long then = recorded.rows().getOrDefault(bucket, 0L);
            if (STAGED.contains(bucket)) {
                stagedThen += then;
                stagedNow += counts.rows(bucket);
            } else {
                check(Subject.ROWS, name + bucket.jsonName(), then, counts.rows(bucket));
            }
        }
        check(Subject.ROWS, name + "lines of any code", stagedThen, stagedNow);
        RowSums now = counts.dollars();
        check(Subject.ROWS, name + "billed", recorded.sums().billed(), now.billed());
        check(Subject.ROWS, name + "allowed", recorded.sums().allowed(), now.allowed());
        check(Subject.ROWS, name + "paid", recorded.sums().paid(), now.paid());
    }

    private void statedTotal(TotalRow total) {
        check(Subject.TOTALS, total.place() + ", column '" + total.column() + "'", total.stated(), total.ours());
    }

    private void deposit(CheckTotal check) {
        check(Subject.TOTALS, check.source() + ", deposit", check.stated(), check.comesTo());
    }

    private void controlTotals() {
        for (ControlTotal total : run.controlTotals()) {
            check(
                    Subject.CONTROL_TOTALS,
                    total.equation(),
                    total.left().stripTrailingZeros().toPlainString(),
                    total.right().stripTrailingZeros().toPlainString());
        }
    }

    private void reports() throws IOException {
        for (RunRecord.ReportEntry report : run.reports()) {
            Path file = output.folder().resolve(report.name());
            String found = Files.isRegularFile(file) ? Fingerprint.of(file) : NOT_THERE;
            boolean worklist = WORKLISTS.stream().anyMatch(name -> report.name().startsWith(name + "-"));
            if (worklist && !found.equals(report.sha256()) && !found.equals(NOT_THERE)) {
                remarks.add(report.name() + " was edited since; its figures are counted anew");
            } else {
                check(Subject.REPORTS, report.name(), report.sha256(), found);
            }
        }
        lines(ReconciliationWorkbook.NAME, "All lines", "Billed", VerdictSum::billed, Verdict.values());
        lines(UnderpaymentsWorkbook.NAME, "Underpaid lines", "Short by", VerdictSum::atIssue, Verdict.UNDERPAID);
        lines(UnderpaymentsWorkbook.NAME, "Overpaid lines", "Over by", VerdictSum::atIssue, Verdict.OVERPAID);
        lines(
                DenialsWorkbook.NAME,
                "Denied lines",
                "At stake",
                VerdictSum::atIssue,
                Verdict.DENIED,
                Verdict.PARTLY_DENIED);
    }

    /** A sheet's lines and their dollars are those of the run; only a sheet of several verdicts has a column that tells them apart. */
    private void lines(
            String report, String sheet, String column, Function<VerdictSum, Money> dollars, Verdict... verdicts) {
        String name = MonthReport.fileName(report, run.month().toString());
        Map<String, LinesOfReport.Sum> found;
        try {
            found = LinesOfReport.sums(
                    output.folder().resolve(name),
                    settings.passwordOfReports(),
                    sheet,
                    verdicts.length == 1 ? null : "Verdict",
                    column);
        } catch (LockedFileException e) {
            throw new StopException(
                    ExitCode.WRONG_SETUP,
                    "%s: is protected by a password%s: name a file that holds the password of the reports in RECON_REPORT_PASSWORD_FILE, and run the same command again"
                            .formatted(
                                    output.folder().resolve(name),
                                    settings.passwordOfReports() == null ? "" : ", and not by the report password"),
                    e);
        } catch (UnreadableFileException e) {
            check(Subject.LINES, name + " [" + sheet + "]", "readable", String.valueOf(e.getMessage()));
            return;
        }
        for (Verdict verdict : verdicts) {
            VerdictSum recorded = run.verdicts().getOrDefault(verdict, VerdictSum.NONE);
            LinesOfReport.Sum now = Objects.requireNonNullElse(
                    found.remove(verdicts.length == 1 ? "" : verdict.name()), LinesOfReport.Sum.NONE);
            String what = "%s [%s] %s: ".formatted(name, sheet, verdict);
            check(Subject.LINES, what + "lines", recorded.count(), now.lines());
            check(Subject.LINES, what + column.toLowerCase(Locale.ROOT), dollars.apply(recorded), now.dollars());
        }
        long others =
                found.values().stream().mapToLong(LinesOfReport.Sum::lines).sum();
        check(Subject.LINES, "%s [%s] other lines".formatted(name, sheet), 0, others);
    }
}
