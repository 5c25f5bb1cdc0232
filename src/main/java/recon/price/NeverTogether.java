package recon.price;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.match.Patients;

/**
 * The procedure pairs of CMS's National Correct Coding Initiative that concern 96372 ({@code ncci.csv}).
 *
 * <p>Indicator 0: the two are never paid together for one patient, practitioner and day, whatever the modifiers. Indicator 1: a
 * modifier (25 on a visit; 59, XE, XS, XP, XU) may part them. Of the two it is the column 2 code that is not paid: 99211, blood
 * draws and port flushes give way to 96372, which in its turn gives way to visits in hospitals and nursing facilities, to infusions
 * and to procedures. CMS publishes the pairs quarterly, so they are data with dates.
 */
public final class NeverTogether {

    /**
     * A pair of 96372 and another code.
     *
     * @param code the other code
     * @param indicator 0 or 1
     * @param injectionNotPaid whether 96372 is the code that is not paid (column 2), and not the other
     */
    public record Pair(String code, int indicator, boolean injectionNotPaid, Effective effective) {}

    /** Blank means 96372. */
    private static final Map<String, Boolean> NOT_PAID = Map.of("96372", true, "OTHER", false);

    private final Map<String, List<Pair>> byCode;

    private NeverTogether(Map<String, List<Pair>> byCode) {
        this.byCode = byCode;
    }

    public static NeverTogether shipped() {
        return load(null);
    }

    /**
     * @param userFile {@code ncci.csv} of the user's: a code that it lists has its rows instead of the shipped ones; or null
     * @throws ReferenceDataException if it is malformed, or two of its rows overlap
     */
    public static NeverTogether load(@Nullable Path userFile) {
        Map<String, List<Pair>> byCode = new HashMap<>(read(ReferenceTable.shipped("ncci.csv")));
        if (userFile != null) {
            byCode.putAll(read(ReferenceTable.of(userFile)));
        }
        return new NeverTogether(byCode);
    }

    private static Map<String, List<Pair>> read(ReferenceTable table) {
        return table
                .optionalColumns("not_paid", "effective_from", "effective_to", "source")
                .requireColumns("code", "indicator")
                .readWithoutOverlap(NeverTogether::pair, Pair::code, "the same code")
                .stream()
                .collect(Collectors.groupingBy(Pair::code));
    }

    private static String code(ReferenceRow row) {
        String code = row.text("code").toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z0-9]{5}") || code.equals("96372")) {
            throw row.error("code", "the five characters of the procedure that 96372 is paired with");
        }
        return code;
    }

    private static Pair pair(ReferenceRow row) {
        int indicator = row.oneOf("indicator", Map.of("0", 0, "1", 1));
        Boolean injectionNotPaid = row.optionalOneOf("not_paid", NOT_PAID);
        return new Pair(code(row), indicator, injectionNotPaid == null || injectionNotPaid, row.effective());
    }

    /** The pair of 96372 with this code on a date of service, or null where NCCI has none. */
    public @Nullable Pair pairWith(String code, LocalDate serviceDate) {
        return byCode.getOrDefault(code, List.of()).stream()
                .filter(pair -> pair.effective().holdsOn(serviceDate))
                .findFirst()
                .orElse(null);
    }

    /**
     * The pair of indicator 0 that this line makes with another: same day, same claim, or another claim of the patient's by the same
     * practitioner (or by one that is not stated). One that leaves 96372 unpaid goes before one that does not.
     *
     * @param otherLines of the same claim or the same member's day
     */
    @Nullable
    Pair neverPaidPair(ClaimLine line, List<ClaimLine> otherLines) {
        Pair found = null;
        for (ClaimLine other : otherLines) {
            Pair pair = pairWith(other.code().code(), line.serviceDate());
            if (pair != null
                    && pair.indicator() == 0
                    && other.serviceDate().equals(line.serviceDate())
                    && Patients.areSame(line, other)
                    && Patients.areOfOneClaimOrPractitioner(line, other)) {
                if (pair.injectionNotPaid()) {
                    return pair;
                }
                found = found == null ? pair : found;
            }
        }
        return found;
    }
}
