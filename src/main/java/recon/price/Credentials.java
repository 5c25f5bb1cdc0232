package recon.price;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rendering practitioners' credentials ({@code credentials.csv}): which spelling means which, and what Medicare pays of the physician
 * fee schedule under the practitioner's own number (42 CFR 414.52, 414.56: 85 % to physician assistants, nurse practitioners and
 * clinical nurse specialists).
 *
 * <p>Of a list ({@code MSN, APRN, FNP-C}) the credential that stands first in the table counts, a physician's before all others. A
 * degree is no licence: {@code DNP} alone, which midwives and anaesthetists hold as well, says nothing of what is paid.
 */
public final class Credentials {

    /** @param medicarePercent of the fee schedule */
    private record Practitioner(String credential, int medicarePercent) {}

    private static final int WHOLE = 100;

    /** A certification's suffix ({@code -C}, {@code -BC}) is no word; a hyphen between longer ones ({@code APRN-CNP}) parts them. */
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("-B?C(?![\\p{L}\\p{N}])|(?<=\\p{L}{3})-(?=\\p{L}{3})|[^\\p{L}\\p{N}-]+");

    private static final Map<String, Practitioner> KNOWN = load();

    private Credentials() {}

    private static Map<String, Practitioner> load() {
        ReferenceTable table = ReferenceTable.shipped("credentials.csv")
                .requireColumns("credential", "counts_as", "medicare_percent", "source");
        Map<String, Practitioner> known = new LinkedHashMap<>();
        for (ReferenceRow row : table.rows()) {
            known.put(
                    row.text("credential"),
                    new Practitioner(row.text("counts_as"), row.wholeNumber("medicare_percent")));
        }
        return Collections.unmodifiableMap(known);
    }

    /** {@code APRN, FNP-BC} is {@code NP}; one that is not known stays as it is, without dots and blanks. */
    public static @Nullable String normalized(@Nullable String credential) {
        if (credential == null) {
            return null;
        }
        String upper = credential.toUpperCase(Locale.ROOT).replace(".", "");
        String clean = upper.replace(" ", "");
        Practitioner practitioner = KNOWN.get(clean);
        if (practitioner == null) {
            practitioner = firstOf(upper);
        }
        return practitioner == null ? clean : practitioner.credential();
    }

    private static @Nullable Practitioner firstOf(String list) {
        String words = " " + BETWEEN_WORDS.matcher(list).replaceAll(" ") + " ";
        for (Map.Entry<String, Practitioner> known : KNOWN.entrySet()) {
            if (words.contains(" " + known.getKey() + " ")) {
                return known.getValue();
            }
        }
        return null;
    }

    static boolean isKnown(String normalized) {
        return KNOWN.containsKey(normalized);
    }

    /** What Medicare pays of its schedule, or null where the credential is not one that is paid less. */
    public static @Nullable Integer medicarePercent(@Nullable String normalized) {
        Practitioner practitioner = normalized == null ? null : KNOWN.get(normalized);
        return practitioner == null || practitioner.medicarePercent() == WHOLE ? null : practitioner.medicarePercent();
    }
}
