package recon.workflow;

import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import recon.load.MonthEvent;
import recon.load.Run;
import recon.verdict.ClaimAudit;
import recon.workbook.RunRecord;
import recon.workflow.InputFolder.Found;

/** Reconciles a month by the Spring Batch job. */
@Component
class MonthEndJob implements MonthEnd {

    private static final Logger LOG = LoggerFactory.getLogger(MonthEndJob.class);

    /** Characters of a path that the database keeps. */
    private static final int MOST_OF_A_PATH = 1000;

    private final Mappers mappers;
    private final Registration registration;
    private final RunLock lock;
    private final JobRunner runner;
    private final JobRepository repository;
    private final PlatformTransactionManager manager;
    private final TransactionTemplate transaction;
    private final Settings settings;
    private final ClosedMonths closedMonths;

    MonthEndJob(
            Mappers mappers,
            RunLock lock,
            JobRunner runner,
            JobRepository repository,
            PlatformTransactionManager manager,
            Settings settings,
            Compaction compaction) {
        this.mappers = mappers;
        this.registration = new Registration(mappers);
        this.lock = lock;
        this.runner = runner;
        this.repository = repository;
        this.manager = manager;
        this.transaction = new TransactionTemplate(manager);
        this.settings = settings;
        this.closedMonths = new ClosedMonths(mappers, lock, transaction, compaction);
    }

    @Override
    public ReconcileOutcome reconcile(ReconcileRequest request, Progress progress) {
        LiveSteps liveSteps = new LiveSteps();
        return GracefulStop.guarding(
                liveSteps::stop, () -> lock.holding(liveSteps::stop, () -> reconcile(request, progress, liveSteps)));
    }

    private ReconcileOutcome reconcile(ReconcileRequest request, Progress progress, LiveSteps liveSteps) {
        OutputFolder output = new OutputFolder(request.output(), request.month());
        refuse(request, output);
        ReferenceData reference = ReferenceData.load(request.input(), request.rates(), settings);
        ClaimAudit audit = reference.audit(request.month());
        List<Found> files = InputFolder.scan(request.input());
        String inputs = InputFolder.fingerprint(files, reference.profiles().fingerprint());

        Run done = doneAlready(request, inputs, reference, output);
        if (done != null) {
            return new ReconcileOutcome(
                    ExitCode.of(Objects.requireNonNull(done.exitCode())),
                    false,
                    done.revision(),
                    null,
                    output.folder());
        }
        CurrentRun.Passwords passwords =
                new CurrentRun.Passwords(settings.passwordOfWorkbooks(), settings.passwordOfReports());
        Examination examination = reading(
                files,
                () -> Examination.of(
                        files,
                        reference.profiles(),
                        passwords.workbooks(),
                        mappers.files()::find,
                        mappers.files().readEarlier(request.month())));
        files.forEach(Found::requireUnchanged);
        tellOfOlderReadings(examination.stays(files).size());
        Run run = begin(request, inputs, reference, files, examination, output);
        registration.withdrawn(run).forEach(warning -> LOG.warn("{}", warning));
        CurrentRun current = new CurrentRun(
                run,
                reference,
                audit,
                settings,
                registration.found(run.runId(), files),
                examination.stays(files),
                examination.join(),
                request.letters(),
                passwords,
                output,
                progress,
                new AtomicReference<>(),
                new AtomicReference<>(),
                new AtomicReference<>());
        Steps steps = new Steps(repository, manager, liveSteps, progress, settings.threads());
        return reading(files, () -> run(current, steps, request.dryRun()));
    }

    private static void tellOfOlderReadings(int older) {
        if (older > 0) {
            LOG.warn(
                    "{} would be read otherwise now, by other column profiles, another version, or headers that came since, and stay{} as an earlier month read {}: to have one read anew, run that month again",
                    older == 1 ? "1 file" : older + " files",
                    older == 1 ? "s" : "",
                    older == 1 ? "it" : "them");
        }
    }

    /** Refuses what can be told to be wrong before any file is read. */
    private void refuse(ReconcileRequest request, OutputFolder output) {
        closedMonths.refuse(request.month(), request.reopen());
        if (output.path().length() > MOST_OF_A_PATH) {
            throw new StopException(
                    ExitCode.WRONG_SETUP,
                    "--output: the path of %s has %,d characters: name a folder with one of at most %,d"
                            .formatted(output.folder(), output.path().length(), MOST_OF_A_PATH));
        }
    }

    /** The month's latest run where it had the same inputs and ranges, its reports stand, and no other is asked for; else null. */
    private @Nullable Run doneAlready(
            ReconcileRequest request, String inputs, ReferenceData reference, OutputFolder output) {
        RunsOnFile runs = new RunsOnFile(mappers.runs().all());
        Run last = runs.latestComplete(request.month());
        return last != null
                        && !request.force()
                        && !request.dryRun()
                        && request.reopen() == null
                        && last.inputs().equals(inputs)
                        && last.ranges().equals(reference.fingerprint())
                        && !runs.isAnEarlierMonthNewer(last)
                        && Objects.equals(output.recordedRevision(), last.revision())
                        && last.outputFolder().equals(output.path())
                ? last
                : null;
    }

    /** A file that cannot be read right because it is being written needs nobody to mend it: the run may be tried again. */
    private static <T> T reading(List<Found> files, Supplier<T> work) {
        try {
            return work.get();
        } catch (StopException e) {
            if (e.exit() == ExitCode.UNREADABLE) {
                files.forEach(Found::requireUnchanged);
            }
            throw e;
        }
    }

    private ReconcileOutcome run(CurrentRun run, Steps steps, boolean dryRun) {
        try {
            runner.run(ReconcileJob.of(steps, run, mappers, lock, dryRun), parameters(run.run(), run.letters()));
        } catch (StopException e) {
            if (dryRun || e.exit() == ExitCode.UNREADABLE || e.exit() == ExitCode.NO_INPUT) {
                forget(run);
            }
            throw e;
        }
        ReportContent content = new ReportContent(run, mappers);
        ExitCode exit = content.exit();
        RunRecord record = run.record().get();
        if (record == null) {
            record = content.runRecord(exit, Registration.now());
        }
        if (dryRun) {
            forget(run);
        }
        return new ReconcileOutcome(
                exit, true, run.run().revision(), record, run.output().folder());
    }

    private JobParameters parameters(Run run, boolean letters) {
        return ReconcileJob.parameters(run, letters, settings.passwordOfReports() != null);
    }

    /** Nothing of the run is kept, and nothing half-written is left. */
    private void forget(CurrentRun run) {
        try {
            run.output().discardAside(run.run().revision());
        } catch (UncheckedIOException e) {
            throw new StopException(
                    ExitCode.INTERRUPTED, run.output().folder() + ": what was written aside cannot be removed", e);
        }
        transaction.executeWithoutResult(status -> registration.forget(List.of(run.run())));
    }

    /** Goes on with a run over the same inputs and ranges, and for reports of the same kind, that was broken off, or begins a new one. */
    private Run begin(
            ReconcileRequest request,
            String inputs,
            ReferenceData reference,
            List<Found> files,
            Examination examination,
            OutputFolder output) {
        List<Run> brokenOff = new ArrayList<>(new RunsOnFile(mappers.runs().all()).brokenOff());
        Run same = brokenOff.stream()
                .filter(run -> run.month().equals(request.month())
                        && run.inputs().equals(inputs)
                        && run.ranges().equals(reference.fingerprint())
                        && run.outputFolder().equals(output.path())
                        && Objects.equals(run.reason(), request.reopen())
                        && !request.dryRun()
                        && runner.isBegun(parameters(run, request.letters())))
                .findFirst()
                .orElse(null);
        brokenOff.remove(same);
        if (same != null) {
            takeBack(output, same);
        }
        int lastPublished = same == null ? lastPublished(output) : 0;
        return Objects.requireNonNull(transaction.execute(status -> {
            registration.forget(brokenOff);
            if (same != null) {
                return same;
            }
            return registration.register(request, inputs, reference, files, examination, output, lastPublished);
        }));
    }

    private static int lastPublished(OutputFolder output) {
        return inOrder(output, () -> {
            output.settle();
            return output.lastRevision();
        });
    }

    /** Of a run that is gone on with, the reports may be written once more, for which the earlier ones are to lie where they were. */
    private static void takeBack(OutputFolder output, Run run) {
        inOrder(output, () -> {
            output.takeBack(run.revision());
            return run.revision();
        });
    }

    private static <T> T inOrder(OutputFolder output, Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedIOException e) {
            throw new StopException(
                    ExitCode.INTERRUPTED,
                    output.folder()
                            + ": what an earlier run left there cannot be put in order; see that this user may write there",
                    e);
        }
    }

    @Override
    public MonthEvent close(YearMonth month) {
        return closedMonths.close(month);
    }

    @Override
    public Purged purge(YearMonth before, boolean dryRun) {
        return closedMonths.purge(before, dryRun);
    }

    @Override
    public List<RunStatus> status(@Nullable YearMonth month) {
        return new Statuses(mappers).of(month);
    }
}
