package recon.intake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which order a layout writes the parts of dates that do not begin with a four-digit year. */
enum DateOrder {
    /** United States, the default. */
    MDY,
    DMY,
    YMD;

    static @Nullable DateOrder named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (DateOrder order : values()) {
            if (order.name().equals(upper)) {
                return order;
            }
        }
        return null;
    }
}
