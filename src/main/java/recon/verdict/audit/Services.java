package recon.verdict.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.price.ReferenceTable;

/** The services beside 96372 that the audit knows by kind ({@code services.csv}). */
final class Services {

    enum Kind {
        /** 99211, the visit that needs no physician. */
        NURSE_VISIT,
        OFFICE_VISIT,
        VACCINE_ADMINISTRATION,
        ALLERGEN_SHOT,
        /** 96401: subcutaneous or intramuscular, not hormonal. */
        ANTINEOPLASTIC_INJECTION,
        /** 96402: subcutaneous or intramuscular, hormonal. */
        HORMONAL_INJECTION,
        /** Other ways of giving chemotherapy: push, infusion, into a cavity. */
        CHEMOTHERAPY;

        private static final Map<String, Kind> WORDS = Map.of(
                "NURSE-VISIT", NURSE_VISIT,
                "OFFICE-VISIT", OFFICE_VISIT,
                "VACCINE-ADMINISTRATION", VACCINE_ADMINISTRATION,
                "ALLERGEN-SHOT", ALLERGEN_SHOT,
                "ANTINEOPLASTIC-INJECTION", ANTINEOPLASTIC_INJECTION,
                "HORMONAL-INJECTION", HORMONAL_INJECTION,
                "CHEMOTHERAPY", CHEMOTHERAPY);
    }

    private final DatedCodes<Kind> byCode;

    private Services(DatedCodes<Kind> byCode) {
        this.byCode = byCode;
    }

    static Services shipped() {
        ReferenceTable table = ReferenceTable.shipped("services.csv")
                .requireColumns("code", "kind", "name", "effective_from", "effective_to", "source");
        return new Services(DatedCodes.read(table, row -> row.oneOf("kind", Kind.WORDS)));
    }

    @Nullable
    Kind of(ClaimLine line) {
        return byCode.on(line.code().code(), line.serviceDate());
    }
}
