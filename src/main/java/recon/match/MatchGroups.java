package recon.match;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;

/**
 * Gathers from the database what decides where the payments of a claim belong, a page of claims at a time.
 *
 * <p>Lines that only a later tier looks at are gathered for the claims that come to it. Most payments are settled by their own control
 * numbers.
 */
public final class MatchGroups {

    private static final Comparator<MatchMapper.@Nullable EarlierMatch> OLDEST_MONTH_FIRST =
            Comparator.nullsLast(Comparator.comparing(MatchMapper.EarlierMatch::month));

    private final MatchMapper mapper;
    private final Matcher matcher;
    private final long runId;
    private final LocalDate asOf;

    public MatchGroups(MatchMapper mapper, Matcher matcher, long runId, LocalDate asOf) {
        this.mapper = mapper;
        this.matcher = matcher;
        this.runId = runId;
        this.asOf = asOf;
    }

    /**
     * A claim's group under its number in the run.
     *
     * @param inScope numbers of the payments that no earlier month judged
     */
    public record KeyedGroup(long ordinal, MatchGroup group, Set<Long> inScope) {

        private KeyedGroup with(MatchGroup changed) {
            return new KeyedGroup(ordinal, changed, inScope);
        }
    }

    /** The next groups after a number, up to and including another, in order; empty at the end. */
    public List<KeyedGroup> page(long after, long upTo, int limit) {
        List<MatchMapper.GroupKey> listed = mapper.keys(runId, after, upTo, limit);
        if (listed.isEmpty()) {
            return List.of();
        }
        long last = listed.get(listed.size() - 1).ordinal();
        Map<String, List<MatchMapper.KeyedPayment>> payments = mapper.payments(runId, asOf, after, last).stream()
                .collect(groupingBy(MatchMapper.KeyedPayment::matchKey));
        Map<Long, MatchMapper.EarlierMatch> earlier = earlierMatches(payments.values());
        Lookup byControl =
                new Lookup(mapper.claimLines(runId, after, last), line -> MatchKeys.of(line.patientControlNumber()));
        List<KeyedGroup> groups = new ArrayList<>();
        for (MatchMapper.GroupKey key : listed) {
            groups.add(group(key, payments.getOrDefault(key.matchKey(), List.of()), byControl, earlier));
        }
        addSupersededLines(groups, listed);
        List<Long> open = open(groups, matcher::isSettledByControlNumbers);
        if (!open.isEmpty()) {
            addLinesByPayerClaim(groups, open);
            addLinesByMember(groups, open(among(groups, open), matcher::isSettledByClaim));
            addLinesByNearKey(groups);
        }
        return groups;
    }

    private Map<Long, MatchMapper.EarlierMatch> earlierMatches(Collection<List<MatchMapper.KeyedPayment>> payments) {
        List<Long> judgedEarlier = payments.stream()
                .flatMap(List::stream)
                .filter(MatchMapper.KeyedPayment::judgedEarlier)
                .map(payment -> payment.line().id())
                .toList();
        return judgedEarlier.isEmpty()
                ? Map.of()
                : mapper.earlierMatches(runId, judgedEarlier).stream()
                        .collect(toMap(MatchMapper.EarlierMatch::remittanceLineId, match -> match));
    }

    private static KeyedGroup group(
            MatchMapper.GroupKey key,
            List<MatchMapper.KeyedPayment> onFile,
            Lookup byControl,
            Map<Long, MatchMapper.EarlierMatch> earlierMatches) {
        List<MatchMapper.KeyedPayment> payments = onFile.stream()
                .sorted(Comparator.comparing((MatchMapper.KeyedPayment payment) -> !payment.judgedEarlier())
                        .thenComparing(
                                payment -> earlierMatches.get(payment.line().id()), OLDEST_MONTH_FIRST))
                .toList();
        Map<Long, MatchResult.Matched> earlier = new HashMap<>();
        Map<Long, Long> runs = new HashMap<>();
        for (MatchMapper.KeyedPayment payment : payments) {
            MatchMapper.EarlierMatch match = earlierMatches.get(payment.line().id());
            if (match != null) {
                earlier.put(match.remittanceLineId(), match.result());
                runs.put(match.remittanceLineId(), match.runId());
            }
        }
        MatchGroup group = new MatchGroup(
                payments.stream().map(MatchMapper.KeyedPayment::line).toList(),
                byControl.of(key.matchKey()),
                List.of(),
                List.of(),
                List.of(),
                earlier,
                runs);
        Set<Long> inScope = new HashSet<>();
        payments.stream()
                .filter(payment -> !payment.judgedEarlier())
                .forEach(payment -> inScope.add(payment.line().id()));
        return new KeyedGroup(key.ordinal(), group, inScope);
    }

    /** Only of claims with payments that may repeat one another is asked how many lines they once had. */
    private void addSupersededLines(List<KeyedGroup> groups, List<MatchMapper.GroupKey> listed) {
        List<Long> several = open(groups, group -> !matcher.hasSeveralOfOneDecision(group));
        if (several.isEmpty()) {
            return;
        }
        Map<Long, String> keys =
                listed.stream().collect(toMap(MatchMapper.GroupKey::ordinal, MatchMapper.GroupKey::matchKey));
        Lookup ofClaim =
                new Lookup(mapper.supersededLines(runId, several), line -> MatchKeys.of(line.patientControlNumber()));
        groups.replaceAll(keyed -> keyed.with(keyed.group().withSuperseded(ofClaim.of(keys.get(keyed.ordinal())))));
        List<Long> notFound = open(
                among(groups, several),
                group -> !group.claimLines().isEmpty() || !group.superseded().isEmpty());
        if (notFound.isEmpty()) {
            return;
        }
        Lookup ofMember = new Lookup(
                mapper.supersededLinesByMember(runId, asOf, notFound), line -> MatchKeys.ofNullable(line.memberId()));
        replace(groups, notFound, group -> group.withSuperseded(ofMembers(group, ofMember)));
    }

    /** The lines of the payments' members on their days that are not among the claim's. */
    private static List<ClaimLine> ofMembers(MatchGroup group, Lookup byMember) {
        Map<Long, ClaimLine> claimLines = byId(group.claimLines());
        Map<Long, ClaimLine> sameMember = new LinkedHashMap<>();
        for (RemittanceLine payment : group.payments()) {
            byMember.of(MatchKeys.ofNullable(payment.memberId())).stream()
                    .filter(found ->
                            found.serviceDate().equals(payment.serviceDate()) && !claimLines.containsKey(found.id()))
                    .forEach(found -> sameMember.put(found.id(), found));
        }
        return List.copyOf(sameMember.values());
    }

    private void addLinesByPayerClaim(List<KeyedGroup> groups, List<Long> open) {
        Lookup lookup = new Lookup(
                mapper.claimLinesByPayerClaim(runId, asOf, open),
                line -> MatchKeys.ofNullable(line.payerClaimNumber()));
        replace(groups, open, group -> {
            Map<Long, ClaimLine> claimLines = byId(group.claimLines());
            for (RemittanceLine payment : group.payments()) {
                lookup.of(MatchKeys.ofNullable(payment.payerClaimNumber()))
                        .forEach(found -> claimLines.put(found.id(), found));
            }
            return group.withClaimLines(List.copyOf(claimLines.values()));
        });
    }

    private void addLinesByMember(List<KeyedGroup> groups, List<Long> open) {
        if (open.isEmpty()) {
            return;
        }
        Lookup lookup =
                new Lookup(mapper.claimLinesByMember(runId, asOf, open), line -> MatchKeys.ofNullable(line.memberId()));
        replace(groups, open, group -> group.withLinesByMember(ofMembers(group, lookup)));
    }

    /** Only claims that were not found by their own number are looked for by a similar one. */
    private void addLinesByNearKey(List<KeyedGroup> groups) {
        Set<String> keys = new TreeSet<>();
        groups.forEach(group -> keys.addAll(nearKeys(group.group())));
        if (keys.isEmpty()) {
            return;
        }
        Lookup lookup =
                new Lookup(mapper.claimLinesNear(runId, keys), line -> MatchKeys.near(line.patientControlNumber()));
        groups.replaceAll(keyed -> {
            MatchGroup group = keyed.group();
            Map<Long, ClaimLine> claimLines = byId(group.claimLines());
            Map<Long, ClaimLine> near = new LinkedHashMap<>();
            for (String key : nearKeys(group)) {
                lookup.of(key).stream()
                        .filter(found -> !claimLines.containsKey(found.id()))
                        .forEach(found -> near.put(found.id(), found));
            }
            return keyed.with(group.withNear(List.copyOf(near.values())));
        });
    }

    /** In the order of the payments that state them. */
    private static Set<String> nearKeys(MatchGroup group) {
        Set<String> found = new HashSet<>();
        group.claimLines().forEach(line -> found.add(MatchKeys.of(line.patientControlNumber())));
        Set<String> keys = new LinkedHashSet<>();
        for (RemittanceLine payment : group.payments()) {
            String controlNumber = payment.patientControlNumber();
            if (controlNumber != null && !found.contains(MatchKeys.of(controlNumber))) {
                keys.add(MatchKeys.near(controlNumber));
            }
        }
        return keys;
    }

    private static List<KeyedGroup> among(List<KeyedGroup> groups, List<Long> ordinals) {
        Set<Long> among = Set.copyOf(ordinals);
        return groups.stream().filter(group -> among.contains(group.ordinal())).toList();
    }

    private static List<Long> open(List<KeyedGroup> groups, Predicate<MatchGroup> settled) {
        return groups.stream()
                .filter(group -> !settled.test(group.group()))
                .map(KeyedGroup::ordinal)
                .toList();
    }

    private static void replace(List<KeyedGroup> groups, List<Long> ordinals, UnaryOperator<MatchGroup> change) {
        Set<Long> changed = Set.copyOf(ordinals);
        groups.replaceAll(keyed -> changed.contains(keyed.ordinal()) ? keyed.with(change.apply(keyed.group())) : keyed);
    }

    private static Map<Long, ClaimLine> byId(List<ClaimLine> lines) {
        Map<Long, ClaimLine> byId = new LinkedHashMap<>();
        lines.forEach(line -> byId.put(line.id(), line));
        return byId;
    }

    /** One query's claim lines by a key. */
    private static final class Lookup {
        private final Map<String, List<ClaimLine>> byKey = new HashMap<>();

        Lookup(List<ClaimLine> lines, Function<ClaimLine, @Nullable String> keyOf) {
            for (ClaimLine line : lines) {
                String key = keyOf.apply(line);
                if (key != null) {
                    byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
                }
            }
        }

        List<ClaimLine> of(@Nullable String key) {
            return key == null ? List.of() : byKey.getOrDefault(key, List.of());
        }
    }
}
