package recon.match;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;

/** Gathers from the database what decides where the payments of a claim belong, a page of claims at a time. */
public final class MatchGroups {

    private final MatchMapper mapper;
    private final long runId;
    private final LocalDate asOf;

    public MatchGroups(MatchMapper mapper, long runId, LocalDate asOf) {
        this.mapper = mapper;
        this.runId = runId;
        this.asOf = asOf;
    }

    /**
     * A claim's group under its number in the run.
     *
     * @param inScope numbers of the payments that no earlier month judged
     */
    public record KeyedGroup(long ordinal, MatchGroup group, Set<Long> inScope) {}

    /** The next groups after a number, up to and including another, in order; empty at the end. */
    public List<KeyedGroup> page(long after, long upTo, int limit) {
        List<MatchMapper.GroupKey> listed = mapper.keys(runId, after, upTo, limit);
        if (listed.isEmpty()) {
            return List.of();
        }
        long last = listed.get(listed.size() - 1).ordinal();
        List<MatchMapper.KeyedPayment> payments = mapper.payments(runId, asOf, after, last);
        Map<String, List<MatchMapper.KeyedPayment>> paymentsByKey =
                payments.stream().collect(groupingBy(MatchMapper.KeyedPayment::matchKey));
        Lookup byControl =
                new Lookup(mapper.claimLines(runId, after, last), line -> MatchKeys.of(line.patientControlNumber()));
        Lookup byPayerClaim = new Lookup(
                mapper.claimLinesByPayerClaim(runId, asOf, after, last),
                line -> MatchKeys.ofNullable(line.payerClaimNumber()));
        Lookup byMember = new Lookup(
                mapper.claimLinesByMember(runId, asOf, after, last), line -> MatchKeys.ofNullable(line.memberId()));
        Set<String> nearKeys = near(payments, byControl);
        Lookup near = new Lookup(
                nearKeys.isEmpty() ? List.of() : mapper.claimLinesNear(runId, nearKeys),
                line -> MatchKeys.near(line.patientControlNumber()));

        List<KeyedGroup> groups = new ArrayList<>();
        for (MatchMapper.GroupKey key : listed) {
            List<MatchMapper.KeyedPayment> ofKey = paymentsByKey.getOrDefault(key.matchKey(), List.of());
            groups.add(group(key, ofKey, byControl, byPayerClaim, byMember, near));
        }
        return groups;
    }

    private static KeyedGroup group(
            MatchMapper.GroupKey key,
            List<MatchMapper.KeyedPayment> payments,
            Lookup byControl,
            Lookup byPayerClaim,
            Lookup byMember,
            Lookup near) {
        Map<Long, ClaimLine> claimLines = new LinkedHashMap<>();
        Map<Long, ClaimLine> sameMember = new LinkedHashMap<>();
        Map<Long, ClaimLine> similar = new LinkedHashMap<>();
        byControl.of(key.matchKey()).forEach(line -> claimLines.put(line.id(), line));
        for (MatchMapper.KeyedPayment payment : payments) {
            RemittanceLine line = payment.line();
            byPayerClaim
                    .of(MatchKeys.ofNullable(line.payerClaimNumber()))
                    .forEach(found -> claimLines.put(found.id(), found));
        }
        for (MatchMapper.KeyedPayment payment : payments) {
            RemittanceLine line = payment.line();
            byMember.of(MatchKeys.ofNullable(line.memberId())).stream()
                    .filter(found ->
                            found.serviceDate().equals(line.serviceDate()) && !claimLines.containsKey(found.id()))
                    .forEach(found -> sameMember.put(found.id(), found));
            if (line.patientControlNumber() != null) {
                near.of(MatchKeys.near(line.patientControlNumber())).stream()
                        .filter(found -> !claimLines.containsKey(found.id()))
                        .forEach(found -> similar.put(found.id(), found));
            }
        }
        Set<Long> inScope = new HashSet<>();
        payments.stream()
                .filter(payment -> !payment.judgedEarlier())
                .forEach(payment -> inScope.add(payment.line().id()));
        MatchGroup group = new MatchGroup(
                payments.stream().map(MatchMapper.KeyedPayment::line).toList(),
                List.copyOf(claimLines.values()),
                List.copyOf(sameMember.values()),
                List.copyOf(similar.values()));
        return new KeyedGroup(key.ordinal(), group, inScope);
    }

    /** Only claims that were not found by their own number are looked for by a similar one. */
    private static Set<String> near(List<MatchMapper.KeyedPayment> payments, Lookup byControl) {
        Set<String> keys = new TreeSet<>();
        for (MatchMapper.KeyedPayment payment : payments) {
            String controlNumber = payment.line().patientControlNumber();
            if (controlNumber != null
                    && byControl.of(MatchKeys.of(controlNumber)).isEmpty()) {
                keys.add(MatchKeys.near(controlNumber));
            }
        }
        return keys;
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
