package recon.match;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;
import recon.claim.ProviderAdjustment;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;
import recon.load.OtherLines;
import recon.match.LineHistory.PaidElsewhere;

/** Gathers from the database the claim lines that a month judges, with all that happened to them, a page at a time. */
public final class Histories {

    private final HistoryMapper mapper;
    private final long runId;
    private final LocalDate asOf;
    private final PayerDirectory payers;

    public Histories(HistoryMapper mapper, long runId, LocalDate asOf, PayerDirectory payers) {
        this.mapper = mapper;
        this.runId = runId;
        this.asOf = asOf;
        this.payers = payers;
    }

    /** The next lines after a line's number, up to and including another, in the order in which they are on file; empty at the end. */
    public List<LineHistory> page(long after, long upTo, int limit) {
        List<ClaimLine> lines = mapper.claimLines(runId, after, upTo, limit);
        if (lines.isEmpty()) {
            return List.of();
        }
        long last = lines.get(lines.size() - 1).id();
        Map<Long, List<MatchedPayment>> events = byClaimLine(mapper.events(runId, after, last));
        Map<String, List<ProviderAdjustment>> takeBacks = takeBacks(events);
        Map<DayOf, List<ClaimLine>> byClaim = inOrder(
                mapper.linesOfClaims(runId, after, last),
                mapper.otherLinesOfClaims(runId, after, last),
                ClaimLine::patientControlNumber);
        Map<DayOf, List<ClaimLine>> byMember = inOrder(
                mapper.linesOfMembers(runId, after, last),
                mapper.otherLinesOfMembers(runId, after, last),
                line -> String.valueOf(line.memberId()));

        List<LineHistory> histories = new ArrayList<>();
        for (ClaimLine line : lines) {
            List<MatchedPayment> ofLine = events.getOrDefault(line.id(), List.of());
            List<ClaimLine> others = others(line, byClaim, byMember);
            histories.add(new LineHistory(
                    line, ofLine, takeBacksOf(ofLine, takeBacks), others, elsewhere(line, ofLine, others)));
        }
        return histories;
    }

    /** A day of a claim or a member: a claim may have thousands of lines, and a line is judged beside those of its day alone. */
    private record DayOf(String key, LocalDate day) {

        static DayOf of(String identifier, ClaimLine line) {
            return new DayOf(MatchKeys.of(identifier), line.serviceDate());
        }
    }

    /** Lines of 96372 and of other codes that the run goes by, in the order in which they are on file. */
    private Map<DayOf, List<ClaimLine>> inOrder(
            List<ClaimLine> injections, List<OtherLines.OnFile> others, Function<ClaimLine, String> identifier) {
        List<ClaimLine> lines = new ArrayList<>(injections);
        for (OtherLines.OnFile row : others) {
            Set<Long> aside = row.someAside() ? mapper.aside(runId, row.firstLine(), row.lastLine()) : Set.of();
            row.lines().stream().filter(line -> !aside.contains(line.id())).forEach(lines::add);
        }
        return lines.stream()
                .sorted(Comparator.comparingLong(ClaimLine::id))
                .collect(groupingBy(line -> DayOf.of(identifier.apply(line), line)));
    }

    private static Map<Long, List<MatchedPayment>> byClaimLine(List<HistoryMapper.Event> events) {
        return events.stream()
                .collect(groupingBy(
                        HistoryMapper.Event::claimLineId,
                        mapping(
                                event ->
                                        new MatchedPayment(event.line(), event.tier(), event.note(), event.judgedNow()),
                                toList())));
    }

    private List<PaidElsewhere> elsewhere(ClaimLine line, List<MatchedPayment> events, List<ClaimLine> others) {
        if (events.stream().noneMatch(event -> Ranks.comesAfterAnother(event.line()))) {
            return List.of();
        }
        List<ClaimLine> billedAlike =
                others.stream().filter(other -> isBilledAlike(line, other)).toList();
        if (billedAlike.isEmpty()) {
            return List.of();
        }
        Map<Long, List<MatchedPayment>> paid = byClaimLine(
                mapper.eventsOf(runId, billedAlike.stream().map(ClaimLine::id).toList()));
        List<PaidElsewhere> elsewhere = new ArrayList<>();
        for (ClaimLine other : billedAlike) {
            NetPosition position = NetPositions.of(
                    new LineHistory(other, paid.getOrDefault(other.id(), List.of()), List.of(), List.of()), payers);
            if (position instanceof NetPosition.Adjudicated adjudicated && !adjudicated.secondaryOnly()) {
                elsewhere.add(new PaidElsewhere(other, adjudicated.paid()));
            }
        }
        return elsewhere;
    }

    private static boolean isBilledAlike(ClaimLine line, ClaimLine other) {
        return other.isOfService(line)
                && other.charge().equals(line.charge())
                && other.units() == line.units()
                && other.modifiers().sameSet(line.modifiers())
                && Patients.areSame(line, other);
    }

    private Map<String, List<ProviderAdjustment>> takeBacks(Map<Long, List<MatchedPayment>> events) {
        Set<String> keys = new TreeSet<>();
        events.values()
                .forEach(ofLine ->
                        ofLine.forEach(event -> addKey(keys, event.line().payerClaimNumber())));
        return keys.isEmpty()
                ? Map.of()
                : mapper.takeBacks(runId, asOf, keys).stream()
                        .collect(groupingBy(adjustment -> MatchKeys.of(String.valueOf(adjustment.reference()))));
    }

    /** Each once. A payer's claim number names one of that payer's claims. */
    private List<ProviderAdjustment> takeBacksOf(
            List<MatchedPayment> events, Map<String, List<ProviderAdjustment>> takeBacks) {
        Map<ProviderAdjustment.Content, ProviderAdjustment> found = new LinkedHashMap<>();
        for (MatchedPayment event : events) {
            takeBacks
                    .getOrDefault(
                            String.valueOf(MatchKeys.ofNullable(event.line().payerClaimNumber())), List.of())
                    .stream()
                    .filter(adjustment -> isOfPayer(adjustment, event.line()))
                    .forEach(adjustment -> found.putIfAbsent(adjustment.content(), adjustment));
        }
        return List.copyOf(found.values());
    }

    private boolean isOfPayer(ProviderAdjustment adjustment, RemittanceLine payment) {
        return payers.find(adjustment.payer(), null).mayBe(payers.of(payment));
    }

    /** The claim's other lines of the day, and the same member's on other claims. */
    private static List<ClaimLine> others(
            ClaimLine line, Map<DayOf, List<ClaimLine>> byClaim, Map<DayOf, List<ClaimLine>> byMember) {
        Map<Long, ClaimLine> others = new LinkedHashMap<>();
        byClaim.getOrDefault(DayOf.of(line.patientControlNumber(), line), List.of())
                .forEach(other -> others.put(other.id(), other));
        if (line.memberId() != null) {
            byMember.getOrDefault(DayOf.of(line.memberId(), line), List.of())
                    .forEach(other -> others.put(other.id(), other));
        }
        others.remove(line.id());
        return List.copyOf(others.values());
    }

    private static void addKey(Set<String> keys, @Nullable String identifier) {
        if (identifier != null) {
            keys.add(MatchKeys.of(identifier));
        }
    }
}
