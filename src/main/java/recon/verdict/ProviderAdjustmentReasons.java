package recon.verdict;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import recon.price.ReferenceRow;
import recon.price.ReferenceTable;

/** What the reason codes of provider-level adjustments (X12 PLB03-1) mean ({@code provider-adjustment-reasons.csv}). */
final class ProviderAdjustmentReasons {

    private static final String UNKNOWN = "not a listed reason: ask the payer";

    private final Map<String, String> meanings;

    private ProviderAdjustmentReasons(Map<String, String> meanings) {
        this.meanings = meanings;
    }

    static ProviderAdjustmentReasons shipped() {
        ReferenceTable table = ReferenceTable.shipped("provider-adjustment-reasons.csv");
        table.requireColumns("reason", "meaning", "source");
        Map<String, String> meanings = new HashMap<>();
        for (ReferenceRow row : table.rows()) {
            meanings.put(row.text("reason"), row.text("meaning"));
        }
        return new ProviderAdjustmentReasons(meanings);
    }

    String meaning(String reason) {
        return meanings.getOrDefault(reason.toUpperCase(Locale.ROOT), UNKNOWN);
    }
}
