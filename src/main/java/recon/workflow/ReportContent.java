package recon.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.claim.Rejection;
import recon.claim.RowSums;
import recon.load.FileMapper;
import recon.load.Run;
import recon.load.RunFile;
import recon.load.SourceFile;
import recon.verdict.AuditScore;
import recon.verdict.AuditWarning;
import recon.verdict.ControlTotal;
import recon.verdict.FileCounts;
import recon.verdict.FindingMapper;
import recon.verdict.ToldAdjustment;
import recon.verdict.ToldAdjustments;
import recon.verdict.Verdict;
import recon.workbook.MonthReport;
import recon.workbook.RunRecord;

/** Gathers from the tables what the reports of a run say beside its findings. */
final class ReportContent {

    private static final int LINES_PER_PAGE = 1000;

    private final CurrentRun run;
    private final Mappers mappers;

    ReportContent(CurrentRun run, Mappers mappers) {
        this.run = run;
        this.mappers = mappers;
    }

    MonthReport monthReport() {
        MonthWarnings warnings = new MonthWarnings(run, mappers);
        return new MonthReport(
                run.month(),
                run.asOf(),
                run.id(),
                run.run().revision(),
                iso(run.run().startedAt()),
                run.run().inputs(),
                run.run().ranges(),
                run.reference().ranges().all(),
                warnings.ofRanges(),
                mappers.proof().controlTotals(run.id()),
                files(),
                this::rejections,
                this::audit,
                trend(),
                AuditScore.of(mappers.findings(), run.id()),
                this::providerAdjustments,
                warnings.ofFiles());
    }

    RunRecord runRecord(ExitCode exit, LocalDateTime finishedAt) {
        return new RunRecord(
                run.month(),
                run.run().revision(),
                exit.result(),
                exit.code(),
                iso(run.run().startedAt()),
                iso(finishedAt),
                run.run().inputs(),
                run.run().ranges(),
                files(),
                mappers.proof().countMatches(run.id()),
                mappers.proof().countUnmatched(run.id()),
                verdicts(mappers, run.run()),
                mappers.proof().controlTotals(run.id()),
                mappers.runs().reports(run.id()).stream()
                        .map(report -> new RunRecord.ReportEntry(report.name(), report.sha256()))
                        .toList());
    }

    /** What the run came to, by its rows and its control totals. */
    ExitCode exit() {
        if (!mappers.proof().controlTotals(run.id()).stream().allMatch(ControlTotal::ties)) {
            return ExitCode.NOT_TIED;
        }
        return ProveStep.counts(run, mappers).rejected() > 0 ? ExitCode.REJECTED_ROWS : ExitCode.DONE;
    }

    private List<MonthReport.FileEntry> files() {
        Map<Long, FileCounts.Counted> counted = new HashMap<>();
        ProveStep.counts(run, mappers)
                .files()
                .forEach(file -> counted.put(file.file().fileId(), file));
        List<MonthReport.FileEntry> files = new ArrayList<>();
        for (RunFile file : mappers.runs().files(run.id())) {
            FileCounts.Counted counts = counted.get(file.fileId());
            if (counts == null) {
                throw new IllegalStateException("file " + file.fileId() + " was not counted");
            }
            files.add(file.copyOf() == null ? entry(counts) : copy(file, counts.source()));
        }
        return files;
    }

    private MonthReport.FileEntry entry(FileCounts.Counted counts) {
        SourceFile source = counts.source();
        FileMapper.FileTotals read = counts.read();
        return new MonthReport.FileEntry(
                source.name(),
                source.kind(),
                source.sha256(),
                source.sizeBytes(),
                read.rowsRead(),
                counts.rows(),
                new RowSums(read.billed(), read.allowed(), read.paid()),
                Stream.concat(
                                mappers.files().remarks(source.fileId()).stream(),
                                mappers.runs().remarks(run.id(), source.fileId()).stream())
                        .collect(joining("\n")),
                run.stays().contains(source.fileId()));
    }

    private static MonthReport.FileEntry copy(RunFile file, SourceFile source) {
        return new MonthReport.FileEntry(
                file.name(),
                source.kind(),
                source.sha256(),
                file.sizeBytes(),
                0,
                new EnumMap<>(Bucket.class),
                RowSums.NONE,
                "the same content as " + file.copyOf() + ": not read again",
                false);
    }

    private void rejections(Consumer<Rejection> sheet) {
        for (RunFile file : mappers.runs().files(run.id())) {
            if (file.copyOf() == null) {
                mappers.files().rejections(file.fileId()).forEach(sheet);
            }
        }
    }

    private void audit(Consumer<AuditWarning> sheet) {
        List<Long> lines = mappers.findings().auditedLines(run.id());
        for (int from = 0; from < lines.size(); from += LINES_PER_PAGE) {
            List<Long> page = lines.subList(from, Math.min(from + LINES_PER_PAGE, lines.size()));
            Map<Long, List<AuditWarning>> byLine = mappers.findings().audit(run.id(), page).stream()
                    .collect(groupingBy(warning -> warning.finding().line().id()));
            page.forEach(line -> byLine.getOrDefault(line, List.of()).forEach(sheet));
        }
    }

    private void providerAdjustments(Consumer<ToldAdjustment> sheet) {
        ToldAdjustments told =
                new ToldAdjustments(mappers.histories(), run.reference().payers(), run.id(), run.month());
        mappers.files().onFile(run.id()).stream()
                .filter(file -> file.kind() == FileKind.REMITTANCES)
                .forEach(file -> told.ofFile(file.fileId(), sheet));
    }

    private List<MonthReport.TrendMonth> trend() {
        List<MonthReport.TrendMonth> trend = new ArrayList<>();
        Registration registration = new Registration(mappers);
        for (Run earlier : mappers.runs().basis(run.month())) {
            if (registration.isPurged(earlier.month())) {
                continue;
            }
            List<FindingMapper.VerdictSum> sums = mappers.findings().sums(earlier.runId());
            trend.add(new MonthReport.TrendMonth(
                    earlier.month(),
                    listed(sums, verdict -> verdict == Verdict.UNDERPAID),
                    listed(sums, Verdict::isDenial)));
        }
        return trend;
    }

    private static MonthReport.Listed listed(List<FindingMapper.VerdictSum> sums, Predicate<Verdict> verdicts) {
        return sums.stream()
                .filter(sum -> verdicts.test(sum.verdict()))
                .map(sum -> new MonthReport.Listed(sum.lines(), sum.atIssue(), sum.newLines(), sum.newAtIssue()))
                .reduce(MonthReport.Listed.NONE, MonthReport.Listed::plus);
    }

    /** The lines of each verdict that a run has. */
    static Map<Verdict, RunRecord.VerdictSum> verdicts(Mappers mappers, Run run) {
        Map<Verdict, RunRecord.VerdictSum> verdicts = new EnumMap<>(Verdict.class);
        for (FindingMapper.VerdictSum sum : mappers.findings().sums(run.runId())) {
            verdicts.put(sum.verdict(), new RunRecord.VerdictSum(sum.lines(), sum.billed(), sum.atIssue()));
        }
        return verdicts;
    }

    private static String iso(LocalDateTime utc) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(utc.truncatedTo(ChronoUnit.SECONDS)) + "Z";
    }
}
