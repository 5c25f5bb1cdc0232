package recon.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.batch.core.step.Step;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.claim.Rejection;
import recon.load.RunFile;
import recon.load.StagedTotal;
import recon.match.MatchOutcome;
import recon.verdict.ControlTotal;
import recon.verdict.ControlTotals;
import recon.verdict.FileCounts;
import recon.verdict.ProofMapper;
import recon.verdict.ProofMapper.OutcomeTally;
import recon.verdict.ProofMapper.Tally;
import recon.verdict.ProofMapper.VerdictTally;
import recon.verdict.Verdict;

/** Proves from the tables that no row and no cent was lost, and refuses a month of which too much could not be read. */
final class ProveStep {

    /** The message is one line. */
    private static final int FILES_NAMED = 10;

    private ProveStep() {}

    static Step of(Steps steps, CurrentRun run, Mappers mappers) {
        return steps.once("proveTotals", () -> {
            mappers.statistics().gather(List.of("finding", "audit_finding"));
            try (Questions questions = new Questions(steps.threads())) {
                Supplier<FileCounts> counts = questions.ask(() -> counts(run, mappers));
                LongAnswers answers = LongAnswers.ask(questions, run, mappers.proof());
                refuseTooManyRejected(counts.get(), run.settings().maxRejectedPercent(), mappers);
                mappers.runs().delete("control_total", run.id());
                int ordinal = 0;
                for (ControlTotal total : totals(counts.get(), answers, run, mappers)) {
                    mappers.proof().insert(run.id(), ++ordinal, total);
                }
            }
        });
    }

    /** What is counted from all lines of the run. */
    private record LongAnswers(
            Supplier<Tally> linesJudged,
            Supplier<List<VerdictTally>> verdicts,
            Supplier<List<OutcomeTally>> matches,
            Supplier<Tally> linesOnFile,
            Supplier<Tally> carriedIn,
            Supplier<Long> leftOnLinesAside,
            Supplier<Long> matchedAndJudged) {

        static LongAnswers ask(Questions questions, CurrentRun run, ProofMapper proof) {
            return new LongAnswers(
                    questions.ask(() -> proof.linesJudged(run.id())),
                    questions.ask(() -> proof.verdicts(run.id())),
                    questions.ask(() -> proof.matches(run.id())),
                    questions.ask(() -> proof.linesOnFile(run.id(), run.asOf())),
                    questions.ask(() -> proof.carriedIn(run.id(), run.asOf())),
                    questions.ask(() -> proof.leftOnLinesAside(run.id())),
                    questions.ask(() -> proof.matchedAndJudged(run.id(), run.asOf())));
        }
    }

    /** Counted anew by the first who asks: by this step, or after a restart by the step that goes on. */
    static FileCounts counts(CurrentRun run, Mappers mappers) {
        FileCounts counted = run.counts().get();
        if (counted == null) {
            counted = count(run, mappers);
            run.counts().set(counted);
        }
        return counted;
    }

    private static FileCounts count(CurrentRun run, Mappers mappers) {
        return FileCounts.of(run.id(), run.asOf(), mappers.runs().files(run.id()), mappers.files(), mappers.proof());
    }

    private static void refuseTooManyRejected(FileCounts counts, BigDecimal maxPercent, Mappers mappers) {
        long rejected = counts.rejected();
        long base = rejected;
        for (Bucket bucket : List.of(Bucket.DUPLICATE, Bucket.LATER, Bucket.OTHER_CODES, Bucket.IN_SCOPE)) {
            base += counts.rows(FileKind.CLAIMS, bucket) + counts.rows(FileKind.REMITTANCES, bucket);
        }
        if (BigDecimal.valueOf(rejected).movePointRight(2).compareTo(maxPercent.multiply(BigDecimal.valueOf(base)))
                > 0) {
            throw new StopException(
                    ExitCode.UNREADABLE,
                    "%d of %d rows were rejected, more than recon.max-rejected-percent (%s) allows: correct the files or their profiles ('inspect' shows more of each): %s"
                            .formatted(rejected, base, maxPercent.toPlainString(), rejectedByFile(counts, mappers)));
        }
    }

    /** How many rows of each file were rejected, and why the first was; the files with the most come first. */
    private static String rejectedByFile(FileCounts counts, Mappers mappers) {
        List<FileCounts.Counted> files = counts.files().stream()
                .filter(file -> rejected(file) > 0)
                .sorted(Comparator.comparingLong(ProveStep::rejected).reversed())
                .toList();
        List<String> words = new ArrayList<>();
        for (FileCounts.Counted file : files.subList(0, Math.min(FILES_NAMED, files.size()))) {
            Rejection first = mappers.files().firstRejection(file.source().fileId());
            String place = first == null ? file.source().name() : first.inWords();
            words.add(
                    rejected(file) == 1
                            ? "1 row: " + place
                            : "%d rows, the first: %s".formatted(rejected(file), place));
        }
        if (files.size() > FILES_NAMED) {
            words.add("and in %d more files".formatted(files.size() - FILES_NAMED));
        }
        return String.join("; ", words);
    }

    private static long rejected(FileCounts.Counted file) {
        return file.rows().getOrDefault(Bucket.REJECTED, 0L);
    }

    private static List<ControlTotal> totals(FileCounts counts, LongAnswers answers, CurrentRun run, Mappers mappers) {
        ProofMapper proof = mappers.proof();
        List<OutcomeTally> matches = answers.matches().get();
        List<VerdictTally> verdicts = answers.verdicts().get();
        return ControlTotals.of(
                counts,
                new ControlTotals.Verdicts(
                        new ControlTotals.Payments(
                                answers.carriedIn().get(),
                                matched(matches, match -> match.inScope() && match.outcome() == MatchOutcome.MATCHED),
                                matched(
                                        matches,
                                        match -> match.inScope()
                                                && match.outcome().isUnmatched())),
                        new ControlTotals.ClaimLines(
                                answers.linesOnFile().get(),
                                proof.linesSettled(run.id(), run.asOf()),
                                answers.linesJudged().get()),
                        new ControlTotals.WithoutClaimLine(
                                matched(matches, match -> match.outcome().isUnmatched()),
                                judged(verdicts, verdict -> verdict.verdict() == Verdict.UNMATCHED)),
                        new ControlTotals.Matched(
                                matched(matches, match -> !match.inScope() && match.outcome() == MatchOutcome.MATCHED)
                                        .lines(),
                                answers.leftOnLinesAside().get(),
                                answers.matchedAndJudged().get())),
                openItems(verdicts, run, proof),
                totalRows(run, mappers),
                proof.checks(run.id()));
    }

    private static ControlTotals.OpenItems openItems(List<VerdictTally> verdicts, CurrentRun run, ProofMapper proof) {
        Predicate<VerdictTally> listed = verdict -> verdict.ofClaimLine() && verdict.verdict() != Verdict.UNMATCHED;
        Predicate<VerdictTally> open = verdict -> verdict.verdict().isOpen();
        return new ControlTotals.OpenItems(
                proof.openBefore(run.id()),
                judged(verdicts, listed).lines() - proof.openBeforeAndListed(run.id()),
                judged(verdicts, listed.and(open.negate())).lines() + proof.openBeforeAndAside(run.id()),
                judged(verdicts, listed.and(open)).lines());
    }

    private static Tally matched(List<OutcomeTally> matches, Predicate<OutcomeTally> which) {
        return matches.stream().filter(which).map(OutcomeTally::tally).reduce(Tally.NONE, Tally::plus);
    }

    private static Tally judged(List<VerdictTally> verdicts, Predicate<VerdictTally> which) {
        return verdicts.stream().filter(which).map(VerdictTally::tally).reduce(Tally.NONE, Tally::plus);
    }

    private static List<StagedTotal> totalRows(CurrentRun run, Mappers mappers) {
        List<StagedTotal> totals = new ArrayList<>();
        for (RunFile file : mappers.runs().files(run.id())) {
            if (file.copyOf() == null) {
                totals.addAll(mappers.files().totalRows(file.fileId()));
            }
        }
        return totals;
    }
}
