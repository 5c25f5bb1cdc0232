package recon.price;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Medicare locality numbers: two digits, of which a spreadsheet loses a leading zero. */
final class Localities {

    private Localities() {}

    static @Nullable String normalized(@Nullable String locality) {
        if (locality == null) {
            return null;
        }
        String clean = locality.strip().toUpperCase(Locale.ROOT);
        return clean.length() == 1 && Character.isDigit(clean.charAt(0)) ? "0" + clean : clean;
    }
}
