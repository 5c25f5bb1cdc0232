package recon.workflow;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.util.function.SingletonSupplier;
import recon.claim.ClaimLine;
import recon.match.FieldsKnown;
import recon.match.Histories;
import recon.match.HistoryMapper.Unmatched;
import recon.match.LineHistory;
import recon.price.Pricer;
import recon.verdict.AuditFinding;
import recon.verdict.EarlierFindings;
import recon.verdict.Finding;
import recon.verdict.FindingMapper.StoredAudit;
import recon.verdict.FindingMapper.StoredFinding;
import recon.verdict.Judge;
import recon.verdict.LinePast;
import recon.verdict.ReasonCodes;

/** Says one verdict for each claim line of the month and for each payment that found none, and audits the claim lines. */
final class JudgeStep {

    private static final int LINES_PER_CHUNK = 500;

    private final Steps steps;
    private final CurrentRun run;
    private final Mappers mappers;
    private final Judge judge;

    /** Asked for once, since it takes a look at all claim lines on file. */
    private final SingletonSupplier<FieldsKnown> fieldsKnown;

    private record ToJudge(LineHistory history, LinePast past) {
        long number() {
            return history.line().id();
        }
    }

    private record UnmatchedToJudge(
            Unmatched payment, @Nullable ClaimLine suggested) {
        long number() {
            return payment.remittanceLineId();
        }
    }

    private record Judged(long number, Finding finding, List<AuditFinding> audit) {}

    JudgeStep(Steps steps, CurrentRun run, Mappers mappers) {
        this.steps = steps;
        this.run = run;
        this.mappers = mappers;
        fieldsKnown =
                SingletonSupplier.of(() -> new FieldsKnown(mappers.histories().statedFields(run.id())));
        ReferenceData reference = run.reference();
        judge = new Judge(
                new Judge.Rules(
                        new Pricer(reference.ranges(), reference.pairs()),
                        reference.ranges(),
                        reference.medicare(),
                        reference.payers(),
                        reference.clocks(),
                        run.settings().tolerance(),
                        ReasonCodes.shipped()),
                run.month());
    }

    /** Lists the claim lines that are to be judged. */
    Step list() {
        return steps.once("listClaimLines", () -> {
            mappers.runs().delete("run_claim_line", run.id());
            mappers.histories().listClaimLines(run.id(), run.asOf());
        });
    }

    Step claimLines() {
        return steps.partitioned(
                "judge",
                () -> mappers.histories().countClaimLines(run.id()),
                parts -> {
                    mappers.statistics().gather(List.of("payment_match", "run_claim_line"));
                    return PagedReader.ranges(
                            Cuts.of(mappers.histories().countClaimLines(run.id()), parts, n -> mappers.histories()
                                    .claimLineAt(run.id(), n - 1)));
                },
                range -> steps.<ToJudge, Judged>chunks("judgeClaimLines", LINES_PER_CHUNK)
                        .reader(PagedReader.ofRange(this::page, ToJudge::number))
                        .processor(line -> new Judged(
                                line.number(),
                                line.past()
                                        .tell(judge.judge(
                                                line.history(), line.past().firstVerdict())),
                                run.audit().audit(line.history(), fieldsKnown.obtain())))
                        .writer(this::write)
                        .build());
    }

    Step unmatchedPayments() {
        return steps.<UnmatchedToJudge, Judged>chunks("judgeUnmatched", LINES_PER_CHUNK)
                .reader(PagedReader.ofAll(this::unmatchedPage, UnmatchedToJudge::number))
                .processor(payment -> new Judged(
                        payment.number(), judge.unmatched(payment.payment(), payment.suggested()), List.of()))
                .writer(this::write)
                .build();
    }

    private List<ToJudge> page(long after, long upTo, int limit) {
        List<LineHistory> histories = new Histories(
                        mappers.histories(),
                        run.id(),
                        run.asOf(),
                        run.reference().payers())
                .page(after, upTo, limit);
        if (histories.isEmpty()) {
            return List.of();
        }
        long last = histories.get(histories.size() - 1).line().id();
        Map<Long, LinePast> pasts = EarlierFindings.pasts(mappers.findings(), run.id(), after, last);
        List<ToJudge> lines = new ArrayList<>();
        for (LineHistory history : histories) {
            lines.add(new ToJudge(history, pasts.getOrDefault(history.line().id(), LinePast.NONE)));
        }
        return lines;
    }

    private List<UnmatchedToJudge> unmatchedPage(long after, long upTo, int limit) {
        List<Unmatched> payments = mappers.histories().unmatched(run.id(), after, limit);
        List<Long> suggestions = payments.stream()
                .map(Unmatched::suggestedClaimLineId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, ClaimLine> suggested = suggestions.isEmpty()
                ? Map.of()
                : mappers.histories().claimLinesById(suggestions).stream().collect(toMap(ClaimLine::id, line -> line));
        return payments.stream()
                .map(payment -> new UnmatchedToJudge(
                        payment,
                        payment.suggestedClaimLineId() == null ? null : suggested.get(payment.suggestedClaimLineId())))
                .toList();
    }

    private void write(Chunk<? extends Judged> chunk) {
        // One after the other, since each change from one statement to another ends a batch.
        chunk.forEach(
                judged -> mappers.findings().insert(new StoredFinding(run.id(), judged.number(), judged.finding())));
        chunk.forEach(judged ->
                judged.audit().forEach(finding -> mappers.findings().insertAudit(new StoredAudit(run.id(), finding))));
    }
}
