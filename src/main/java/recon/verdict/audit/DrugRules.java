package recon.verdict.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;

/** The drug that was injected, and whether 96372 is how its injection is billed. */
final class DrugRules {

    /** How a record says that the practice did not buy the drug, so that there is no drug line to bill. */
    private static final List<String> SUPPLIED_ELSEWHERE = List.of(
            "patient supplied",
            "patient-supplied",
            "patient supply",
            "pt supplied",
            "pt-supplied",
            "supplied by patient",
            "supplied by pt",
            "patient's own",
            "patients own",
            "patient own",
            "own supply",
            "own medication",
            "brown bag",
            "white bag",
            "specialty pharmacy",
            "no charge",
            "sample");

    private static final Set<Services.Kind> CHEMOTHERAPY = EnumSet.of(
            Services.Kind.ANTINEOPLASTIC_INJECTION, Services.Kind.HORMONAL_INJECTION, Services.Kind.CHEMOTHERAPY);

    private DrugRules() {}

    /** 96372 does not give vaccines: 90460-90474 do, for Medicare G0008, G0009 and G0010 too. */
    static @Nullable Evidence vaccine(AuditedLine audited) {
        List<ClaimLine> products = unadministered(audited);
        return products.isEmpty()
                ? null
                : new Evidence(
                        "%s and no administration code; a vaccine is given under %s"
                                .formatted(audited.onTheDay(products), administeredBy(audited, products)),
                        Certainty.LIKELY);
    }

    private static List<ClaimLine> unadministered(AuditedLine audited) {
        Services services = audited.knowledge().services;
        boolean administered =
                audited.day().stream().anyMatch(other -> services.of(other) == Services.Kind.VACCINE_ADMINISTRATION);
        return administered
                ? List.of()
                : audited.day().stream()
                        .filter(audited.knowledge().drugs::isVaccine)
                        .toList();
    }

    private static String administeredBy(AuditedLine audited, List<ClaimLine> products) {
        Set<String> codes = new TreeSet<>();
        Drugs drugs = audited.knowledge().drugs;
        products.stream()
                .map(drugs::of)
                .filter(Objects::nonNull)
                .map(Drug::administeredBy)
                .filter(Objects::nonNull)
                .forEach(codes::add);
        return codes.isEmpty() ? "another code" : String.join("; ", codes);
    }

    /** A file that has no drug lines at all may be an export without them: then it is only possible that one is missing. */
    static @Nullable Evidence noDrug(AuditedLine audited) {
        boolean otherLinesKnown = audited.stated().otherLines()
                || audited.day().stream().anyMatch(other -> !other.code().isInjection());
        boolean billed = audited.day().stream().anyMatch(audited.knowledge().drugs::isDrug);
        if (!otherLinesKnown
                || billed
                || !unadministered(audited).isEmpty()
                || audited.recordSays(SUPPLIED_ELSEWHERE)) {
            return null;
        }
        return new Evidence(
                "no drug line (J, Q or C code) on %s, and no word that the drug came from elsewhere"
                        .formatted(audited.line().serviceDate()),
                audited.stated().drugLines() ? Certainty.LIKELY : Certainty.POSSIBLE);
    }

    /** Some exports write the national drug code beside the injection: then it is on the claim. */
    static @Nullable Evidence noDrugCode(AuditedLine audited) {
        AuditKnowledge knowledge = audited.knowledge();
        boolean wanted = knowledge.ndcWishes.wantedBy(
                audited.payer(), audited.payerClass(), audited.line().serviceDate());
        if (!wanted || audited.line().ndc() != null) {
            return null;
        }
        List<ClaimLine> drugs = audited.drugs().stream()
                .filter(drug -> drug.ndc() == null && audited.statedBeside(drug).ndc())
                .toList();
        return drugs.isEmpty()
                ? null
                : new Evidence(
                        audited.onTheDay(drugs) + " without a national drug code, which this payer wants",
                        Certainty.LIKELY);
    }

    /** An antineoplastic drug with 96372, or an administration of chemotherapy with nothing but ordinary drugs. */
    static @Nullable Evidence administration(AuditedLine audited) {
        List<ClaimLine> drugs = audited.drugs();
        List<ClaimLine> chemotherapy = audited.payersDay().stream()
                .filter(other -> isChemotherapy(audited, other))
                .toList();
        return chemotherapy.isEmpty()
                ? antineoplasticUnder96372(audited, drugs)
                : ordinaryUnderChemotherapy(audited, chemotherapy, drugs);
    }

    private static boolean isChemotherapy(AuditedLine audited, ClaimLine other) {
        Services.Kind kind = audited.knowledge().services.of(other);
        return kind != null && CHEMOTHERAPY.contains(kind);
    }

    private static @Nullable Evidence antineoplasticUnder96372(AuditedLine audited, List<ClaimLine> drugs) {
        List<ClaimLine> antineoplastic =
                of(audited, drugs, Drug.Kind.ANTINEOPLASTIC, Drug.Kind.HORMONAL).toList();
        if (!antineoplastic.isEmpty()) {
            return new Evidence(
                    "%s with 96372; it is given under %s"
                            .formatted(audited.onTheDay(antineoplastic), administeredBy(audited, antineoplastic)),
                    antineoplastic.size() == drugs.size() ? Certainty.LIKELY : Certainty.POSSIBLE);
        }
        List<ClaimLine> biologic = of(audited, drugs, Drug.Kind.BIOLOGIC).toList();
        return biologic.isEmpty() || biologic.size() < drugs.size()
                ? null
                : new Evidence(
                        "%s with 96372; payers differ on whether a complex biologic is given under %s"
                                .formatted(audited.onTheDay(biologic), administeredBy(audited, biologic)),
                        Certainty.POSSIBLE);
    }

    private static @Nullable Evidence ordinaryUnderChemotherapy(
            AuditedLine audited, List<ClaimLine> chemotherapy, List<ClaimLine> drugs) {
        boolean nothingElse =
                !drugs.isEmpty() && of(audited, drugs, Drug.Kind.ORDINARY).count() == drugs.size();
        return nothingElse
                ? new Evidence(
                        "%s with no other drug than %s, which is given under 96372"
                                .formatted(audited.onTheDay(chemotherapy), AuditedLine.codes(drugs)),
                        Certainty.POSSIBLE)
                : null;
    }

    private static Stream<ClaimLine> of(AuditedLine audited, List<ClaimLine> drugs, Drug.Kind... kinds) {
        List<Drug.Kind> wanted = List.of(kinds);
        return drugs.stream().filter(line -> {
            Drug drug = audited.knowledge().drugs.of(line);
            return drug != null && wanted.contains(drug.kind());
        });
    }
}
