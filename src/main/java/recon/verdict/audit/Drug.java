package recon.verdict.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A drug or product that is billed by a code of its own.
 *
 * @param administeredBy the codes under which it is given, for people to read, or null where 96372 is right
 */
record Drug(Kind kind, @Nullable String administeredBy) {

    /** What decides under which code a drug is injected (CPT, sections of 96360-96379 and 96401-96549). */
    enum Kind {
        /** Not hormonal: 96401, whatever it is given for. */
        ANTINEOPLASTIC,
        /** Hormonal antineoplastic: 96402. */
        HORMONAL,
        /** Highly complex biologic: 96401 by CPT; payers differ. */
        BIOLOGIC,
        /** Given for cancer and for other diseases: the diagnosis decides. */
        BY_DIAGNOSIS,
        /** A vaccine, or another immunization product with administration codes of its own. */
        VACCINE,
        /** 96372. */
        ORDINARY;

        static final Map<String, Kind> WORDS = Map.of(
                "ANTINEOPLASTIC", ANTINEOPLASTIC,
                "HORMONAL", HORMONAL,
                "BIOLOGIC", BIOLOGIC,
                "BY-DIAGNOSIS", BY_DIAGNOSIS,
                "VACCINE", VACCINE,
                "ORDINARY", ORDINARY);
    }
}
