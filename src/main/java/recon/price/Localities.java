package recon.price;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Medicare locality numbers: two digits, of which a spreadsheet loses a leading zero. */
final class Localities {

    private static final Pattern WITH_STATE = Pattern.compile("([A-Z]{2})[- ]?([0-9]{1,2})");

    /**
     * Where a service was rendered.
     *
     * @param state two letters in capitals, or null where not known
     * @param number of the locality within the state, or null where not known
     */
    record Area(@Nullable String state, @Nullable String number) {}

    private Localities() {}

    /** A locality may be written with its state ({@code AL-00}); where another state is stated beside it, it stays as it is. */
    static Area area(@Nullable String state, @Nullable String locality) {
        String stated = state == null ? null : state.toUpperCase(Locale.ROOT);
        String number = normalized(locality);
        Matcher joined = WITH_STATE.matcher(number == null ? "" : number);
        return joined.matches() && (stated == null || stated.equals(joined.group(1)))
                ? new Area(joined.group(1), normalized(joined.group(2)))
                : new Area(stated, number);
    }

    static @Nullable String normalized(@Nullable String locality) {
        if (locality == null) {
            return null;
        }
        String clean = locality.strip().toUpperCase(Locale.ROOT);
        return clean.length() == 1 && Character.isDigit(clean.charAt(0)) ? "0" + clean : clean;
    }
}
