package recon.price;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rendering practitioners' credentials ({@code credentials.csv}): which spelling means which, and what Medicare pays of the physician
 * fee schedule under the practitioner's own number (42 CFR 414.52, 414.56: 85 % to physician assistants, nurse practitioners and
 * clinical nurse specialists).
 */
public final class Credentials {

    /** @param medicarePercent of the fee schedule */
    private record Practitioner(String credential, int medicarePercent) {}

    private static final Map<String, Practitioner> KNOWN = load();

    private Credentials() {}

    private static Map<String, Practitioner> load() {
        ReferenceTable table = ReferenceTable.shipped("credentials.csv")
                .requireColumns("credential", "counts_as", "medicare_percent", "source");
        Map<String, Practitioner> known = new HashMap<>();
        for (ReferenceRow row : table.rows()) {
            known.put(
                    row.text("credential"),
                    new Practitioner(row.text("counts_as"), row.wholeNumber("medicare_percent")));
        }
        return Map.copyOf(known);
    }

    /** {@code FNP-BC} is {@code NP}; one that is not known stays as it is, without dots and blanks. */
    public static @Nullable String normalized(@Nullable String credential) {
        if (credential == null) {
            return null;
        }
        String clean = credential.toUpperCase(Locale.ROOT).replace(".", "").replace(" ", "");
        Practitioner practitioner = KNOWN.get(clean);
        return practitioner == null ? clean : practitioner.credential();
    }

    /** What Medicare pays of its schedule, or null where the credential is not one that is paid less. */
    public static @Nullable Integer medicarePercent(@Nullable String normalized) {
        Practitioner practitioner = normalized == null ? null : KNOWN.get(normalized);
        return practitioner == null ? null : practitioner.medicarePercent();
    }
}
