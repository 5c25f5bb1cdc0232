package recon.price;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.price.ExpectedRange.PlaceGroup;

/**
 * Places of service ({@code places.csv}): which of them Medicare's physician fee schedule treats as a facility (Medicare Claims
 * Processing Manual, chapter 12, 20.4.2).
 */
public final class Places {

    private static final Map<String, PlaceGroup> GROUPS = load();

    private Places() {}

    private static Map<String, PlaceGroup> load() {
        ReferenceTable table = ReferenceTable.shipped("places.csv")
                .requireColumns("place_of_service", "name", "place_group", "source");
        Map<String, PlaceGroup> groups = new HashMap<>();
        for (ReferenceRow row : table.rows()) {
            groups.put(row.text("place_of_service"), row.oneOf("place_group", ExpectedRangeFile.PLACE_GROUPS));
        }
        return Map.copyOf(groups);
    }

    /**
     * @param placeOfService two digits, or null
     * @return null where the place is not stated or not a known one
     */
    public static @Nullable PlaceGroup groupOf(@Nullable String placeOfService) {
        return placeOfService == null ? null : GROUPS.get(placeOfService);
    }

    /** Whether the place is known to be a facility. */
    public static boolean isFacility(@Nullable String placeOfService) {
        return groupOf(placeOfService) == PlaceGroup.FACILITY;
    }
}
