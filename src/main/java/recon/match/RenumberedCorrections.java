package recon.match;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;
import recon.load.MatchKeys;
import recon.match.ClaimVersions.Cause;
import recon.match.ClaimVersions.SetAside;
import recon.match.MatchMapper.PayerClaim;

/**
 * Sets aside what is corrected (X12 CLM05-3 = 7) or voided (8) by a claim under a claim number of its own. It names the claim that it
 * corrects by the payer's claim number (REF*F8), which that claim's remittances state beside its control number.
 *
 * <p>A wrong one would hide a claim that is still owed. So it is the only claim on file to which that payer gave that number, of the same
 * patient, and only its lines of the correction's days are set aside, or those that an earlier correction of the same claim put in their
 * place.
 */
public final class RenumberedCorrections {

    private static final int CLAIMS_LOOKED_UP = 500;
    private static final Comparator<List<ClaimLine>> SUBMITTED_FIRST = Comparator.comparing(
                    (List<ClaimLine> correction) -> correction.get(0).submitted(),
                    Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(correction -> correction.get(0).id());

    private final MatchMapper mapper;
    private final ClaimsOnFile claims;
    private final PayerDirectory payers;
    private final long runId;
    private final LocalDate asOf;
    private final List<String> keys = new ArrayList<>();
    private final Set<Long> aside = new HashSet<>();
    /** By claim, the lines of it and of all that corrected it or that it corrects, one list for all of these claims. */
    private final Map<String, List<ClaimLine>> families = new HashMap<>();

    /** @param asOf payments that were made after that day are not known yet, nor corrections that were submitted after it */
    public RenumberedCorrections(
            MatchMapper mapper, ClaimsOnFile claims, PayerDirectory payers, long runId, LocalDate asOf) {
        this.mapper = mapper;
        this.claims = claims;
        this.payers = payers;
        this.runId = runId;
        this.asOf = asOf;
    }

    /** Takes note of a claim, by all its lines on file. What was sent as a claim first is corrected under its own number. */
    public void note(List<ClaimLine> claim) {
        if (claim.stream().allMatch(ClaimLine::isVersion)
                && claim.stream().anyMatch(line -> line.payerClaimNumber() != null)) {
            keys.add(keyOf(claim));
        }
    }

    /**
     * Sets aside what the claims that were noted correct. To be called when all that is set aside under one claim number is.
     *
     * @return of each correction of which the corrected claim is not found, all lines
     */
    public List<List<ClaimLine>> setAside() {
        List<List<ClaimLine>> corrections = new ArrayList<>();
        batches(keys).forEach(some -> corrections.addAll(corrections(sentUpToMonthsEnd(some))));
        corrections.addAll(notedEarlier(corrections));
        corrections.sort(SUBMITTED_FIRST);
        List<List<ClaimLine>> withoutOriginal = new ArrayList<>();
        batches(corrections).forEach(some -> withoutOriginal.addAll(correct(some)));
        return withoutOriginal;
    }

    /** Those of the same claims that earlier months noted, of files that this month may lack: they are replaced, or stand, like the others. */
    private List<List<ClaimLine>> notedEarlier(List<List<ClaimLine>> noted) {
        Set<String> numbers =
                noted.stream().map(RenumberedCorrections::numberOf).collect(toSet());
        Set<String> others = new HashSet<>();
        batches(List.copyOf(numbers)).forEach(some -> others.addAll(mapper.correctionsNaming(runId, some)));
        others.removeAll(Set.copyOf(keys));
        List<List<ClaimLine>> earlier = new ArrayList<>();
        batches(List.copyOf(others)).forEach(some -> {
            Map<String, List<ClaimLine>> sent = sentUpToMonthsEnd(some);
            sent.values().removeIf(claim -> !claim.stream().allMatch(ClaimLine::isVersion));
            earlier.addAll(corrections(sent));
        });
        earlier.removeIf(correction -> !numbers.contains(numberOf(correction)));
        return earlier;
    }

    private static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CLAIMS_LOOKED_UP) {
            batches.add(all.subList(from, Math.min(all.size(), from + CLAIMS_LOOKED_UP)));
        }
        return batches;
    }

    private Map<String, List<ClaimLine>> sentUpToMonthsEnd(Collection<String> controlNumbers) {
        Map<String, List<ClaimLine>> sent = new HashMap<>();
        claims.of(controlNumbers).forEach((key, claim) -> {
            List<ClaimLine> lines =
                    claim.stream().filter(line -> !line.isVersionAfter(asOf)).toList();
            if (!lines.isEmpty()) {
                sent.put(key, lines);
            }
        });
        return sent;
    }

    private List<List<ClaimLine>> correct(List<List<ClaimLine>> corrections) {
        Map<String, List<PayerClaim>> byNumber = mapper
                .payerClaims(
                        runId,
                        asOf,
                        corrections.stream()
                                .map(RenumberedCorrections::numberOf)
                                .collect(toSet()))
                .stream()
                .collect(groupingBy(PayerClaim::number));
        Map<String, List<ClaimLine>> named = sentUpToMonthsEnd(byNumber.values().stream()
                .flatMap(List::stream)
                .map(PayerClaim::claim)
                .collect(toSet()));
        aside.addAll(aside(corrections, named));
        List<List<ClaimLine>> withoutOriginal = new ArrayList<>();
        for (List<ClaimLine> correction : corrections) {
            List<PayerClaim> stated = byNumber.getOrDefault(numberOf(correction), List.of());
            List<ClaimLine> original = original(correction, stated, named);
            if (original != null) {
                for (SetAside one : corrected(inPlaceOf(original, correction), correction)) {
                    mapper.insertAside(runId, one);
                    aside.add(one.lineId());
                }
            } else if (!correctsItself(correction, stated)) {
                withoutOriginal.add(correction);
            }
        }
        return withoutOriginal;
    }

    /** The lines of each claim that name one number. */
    private static List<List<ClaimLine>> corrections(Map<String, List<ClaimLine>> claims) {
        List<List<ClaimLine>> corrections = new ArrayList<>();
        for (List<ClaimLine> claim : claims.values()) {
            corrections.addAll(claim.stream()
                    .filter(line -> line.payerClaimNumber() != null)
                    .collect(groupingBy(line -> numberOf(List.of(line)), LinkedHashMap::new, toList()))
                    .values());
        }
        return corrections;
    }

    private Set<Long> aside(List<List<ClaimLine>> corrections, Map<String, List<ClaimLine>> named) {
        Set<Long> lines = new HashSet<>();
        corrections.forEach(correction -> correction.forEach(line -> lines.add(line.id())));
        named.values().forEach(claim -> claim.forEach(line -> lines.add(line.id())));
        return new HashSet<>(mapper.asideAmong(runId, lines));
    }

    /** @return null where none is found, or several, or one that another patient's lines or no line of the correction's days belong to */
    private @Nullable List<ClaimLine> original(
            List<ClaimLine> correction, List<PayerClaim> stated, Map<String, List<ClaimLine>> named) {
        List<String> others = stated.stream()
                .filter(one -> isByPayerOf(correction, one) && !one.claim().equals(keyOf(correction)))
                .map(PayerClaim::claim)
                .filter(named::containsKey)
                .distinct()
                .toList();
        if (others.size() != 1) {
            return null;
        }
        List<ClaimLine> original = Objects.requireNonNull(named.get(others.get(0)));
        boolean samePatient = original.stream()
                .allMatch(line -> correction.stream().allMatch(corrected -> mayBeOfOnePatient(line, corrected)));
        return samePatient && original.stream().anyMatch(line -> isOfDayAndPayer(line, correction)) ? original : null;
    }

    private boolean correctsItself(List<ClaimLine> correction, List<PayerClaim> stated) {
        return stated.stream()
                .anyMatch(one -> isByPayerOf(correction, one) && one.claim().equals(keyOf(correction)));
    }

    private boolean isByPayerOf(List<ClaimLine> correction, PayerClaim stated) {
        return payers.find(stated.payer(), stated.payerId()).mayBe(payers.of(correction.get(0)));
    }

    private static boolean mayBeOfOnePatient(ClaimLine line, ClaimLine corrected) {
        return line.memberId() != null && corrected.memberId() != null
                ? MatchKeys.areSame(line.memberId(), corrected.memberId())
                : Patients.mayBeSame(line.patientName(), corrected.patientName());
    }

    private boolean isOfDayAndPayer(ClaimLine line, List<ClaimLine> correction) {
        return correction.stream()
                .anyMatch(corrected ->
                        corrected.serviceDate().equals(line.serviceDate()) && isOfSamePayer(line, corrected));
    }

    private boolean isOfSamePayer(ClaimLine line, ClaimLine corrected) {
        return payers.of(line).mayBe(payers.of(corrected));
    }

    /** The original and, where other corrections name it too, what they put in its place: of these, too, only the last one stands. */
    private List<ClaimLine> inPlaceOf(List<ClaimLine> original, List<ClaimLine> correction) {
        List<ClaimLine> family = families.computeIfAbsent(keyOf(original), key -> new ArrayList<>(original));
        List<ClaimLine> own = families.computeIfAbsent(keyOf(correction), key -> new ArrayList<>(correction));
        if (own == family) {
            return original;
        }
        List<ClaimLine> inPlace = family.stream()
                .filter(line -> correction.stream().allMatch(corrected -> mayBeOfOnePatient(line, corrected)))
                .toList();
        family.addAll(own);
        own.forEach(line -> families.put(keyOf(List.of(line)), family));
        return inPlace;
    }

    private List<SetAside> corrected(List<ClaimLine> original, List<ClaimLine> correction) {
        List<ClaimLine> lines = original.stream()
                .filter(line -> !aside.contains(line.id()) && isOfDayAndPayer(line, correction))
                .toList();
        List<ClaimLine> version = version(correction);
        boolean isVoid = version.get(0).isVoid();
        Map<Long, ClaimLine> heirs = isVoid ? Map.of() : Heirs.of(lines, version, this::isOfSamePayer);
        return lines.stream()
                .map(line -> {
                    ClaimLine heir = heirs.get(line.id());
                    return heir != null
                            ? new SetAside(line.id(), heir.id(), Cause.REPLACED)
                            : new SetAside(line.id(), version.get(0).id(), isVoid ? Cause.VOIDED : Cause.DROPPED);
                })
                .toList();
    }

    /** The lines that stand now; else, where the correction was itself replaced or voided since, those that it had. */
    private List<ClaimLine> version(List<ClaimLine> correction) {
        List<ClaimLine> standing =
                correction.stream().filter(line -> !aside.contains(line.id())).toList();
        List<ClaimLine> replacing =
                correction.stream().filter(ClaimLine::isReplacement).toList();
        return !standing.isEmpty() ? standing : !replacing.isEmpty() ? replacing : correction;
    }

    private static String keyOf(List<ClaimLine> claim) {
        return MatchKeys.of(claim.get(0).patientControlNumber());
    }

    private static String numberOf(List<ClaimLine> correction) {
        return MatchKeys.of(String.valueOf(correction.get(0).payerClaimNumber()));
    }
}
