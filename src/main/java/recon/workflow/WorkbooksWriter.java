package recon.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import recon.claim.Fingerprint;
import recon.load.SourceFile;
import recon.verdict.EarlierFindings;
import recon.verdict.Finding;
import recon.workbook.DenialsWorkbook;
import recon.workbook.DisputeLetters;
import recon.workbook.LinesOnFile;
import recon.workbook.MonthReport;
import recon.workbook.ReconciliationWorkbook;
import recon.workbook.RunPage;
import recon.workbook.SummaryWorkbook;
import recon.workbook.Temporaries;
import recon.workbook.UnderpaymentsWorkbook;
import recon.workbook.Worklist;
import recon.workflow.FindingReader.Listed;

/**
 * All reports side by side, each finding to each. Each report has its findings in their order whatever the number of threads, and is
 * at work on one chunk while the next is read.
 */
final class WorkbooksWriter implements ItemStreamWriter<Listed> {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbooksWriter.class);

    /** Beside the reports that are being written; its name is that of no report. */
    private static final String TEMPORARIES = ".temporary";

    private final CurrentRun run;
    private final Mappers mappers;
    private final List<MonthReport.Report> reports = new ArrayList<>();
    private final ExecutorService threads;
    private CompletableFuture<Void> atWork = CompletableFuture.completedFuture(null);

    WorkbooksWriter(CurrentRun run, Mappers mappers, int threads) {
        this.run = run;
        this.mappers = mappers;
        this.threads = Executors.newFixedThreadPool(threads, new CustomizableThreadFactory("writeReports-"));
    }

    @Override
    public void open(ExecutionContext context) {
        Path aside = run.output().emptyAside(run.run().revision());
        Temporaries.keepIn(aside.resolve(TEMPORARIES));
        MonthReport content = new ReportContent(run, mappers).monthReport();
        Worklist earlier = earlierWorklist();
        LinesOnFile lines = new LinesOnFile(mappers.files().onFile(run.id()).stream()
                .collect(Collectors.toMap(SourceFile::fileId, SourceFile::sha256)));
        LinesOnFile linesNow = lines.with(EarlierFindings.heirs(mappers.findings(), run.id(), lines.linesOf(earlier)));
        for (Map.Entry<String, MonthReport.Factory> report :
                factories(earlier, linesNow).entrySet()) {
            Path file = aside.resolve(report.getKey());
            reports.add(report.getValue().open(file, content, run.passwords().reports()));
        }
    }

    /** What is written, by its name in the month's folder. */
    private Map<String, MonthReport.Factory> factories(Worklist earlier, LinesOnFile lines) {
        String month = run.month().toString();
        Map<String, MonthReport.Factory> factories = new LinkedHashMap<>();
        factories.put(
                MonthReport.fileName(UnderpaymentsWorkbook.NAME, month), UnderpaymentsWorkbook.after(earlier, lines));
        factories.put(MonthReport.fileName(DenialsWorkbook.NAME, month), DenialsWorkbook.after(earlier, lines));
        factories.put(MonthReport.fileName(ReconciliationWorkbook.NAME, month), ReconciliationWorkbook::open);
        factories.put(MonthReport.fileName(SummaryWorkbook.NAME, month), SummaryWorkbook::open);
        factories.put("run-" + month + ".html", RunPage::open);
        if (run.letters()) {
            factories.put("letters", DisputeLetters::open);
        }
        return factories;
    }

    @Override
    public void write(Chunk<? extends Listed> chunk) {
        List<Finding> findings = new ArrayList<>();
        boolean last = false;
        for (Listed listed : chunk) {
            if (listed.finding() == null) {
                last = true;
            } else {
                findings.add(listed.finding());
            }
        }
        atWork.join();
        onEach(report -> findings.forEach(report::add));
        if (last) {
            atWork.join();
            onEach(MonthReport.Report::finish);
            atWork.join();
            enter();
        }
    }

    private void onEach(Consumer<MonthReport.Report> work) {
        atWork = CompletableFuture.allOf(reports.stream()
                .map(report -> CompletableFuture.runAsync(() -> work.accept(report), threads))
                .toArray(CompletableFuture[]::new));
    }

    /** Enters the reports and their digests into the run's record. */
    private void enter() {
        int revision = run.run().revision();
        mappers.runs().delete("report_file", run.id());
        try {
            for (String name : run.output().namesAside(revision)) {
                String sha256 = Fingerprint.of(run.output().aside(revision).resolve(name));
                mappers.runs().insertReport(run.id(), name, sha256);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What people typed into the last revision's workbooks, or where this is the first, into those of the latest month before. */
    private Worklist earlierWorklist() {
        try {
            TypedWorkbooks workbooks = TypedWorkbooks.before(run.output());
            run.typed().set(workbooks);
            workbooks
                    .missing()
                    .forEach(file -> LOG.warn("{}: is not there, so what was typed into it is not carried over", file));
            Worklist earlier = Worklist.read(
                    List.copyOf(workbooks.files().keySet()), run.passwords().reports());
            earlier.remarks().forEach(remark -> LOG.warn("{}", remark));
            return earlier;
        } catch (IOException e) {
            // To go on without it would lose what people typed.
            throw new StopException(ExitCode.WRONG_SETUP, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        // Where reading failed, a report may still be at work; where a report failed, that was told already.
        atWork.handle((done, failure) -> done).join();
        try {
            reports.forEach(MonthReport.Report::close);
        } finally {
            reports.clear();
            Temporaries.keepInThePlatformsFolder();
        }
    }
}
