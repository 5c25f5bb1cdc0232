package recon.price;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;

/**
 * How long a practice has to appeal and to file ({@code clocks.csv}), per payer class unless {@code payers.csv} knows better for a
 * payer.
 */
public final class Clocks {

    private record Days(int appeal, int filing) {}

    private final Map<PayerClass, Days> byClass;

    private Clocks(Map<PayerClass, Days> byClass) {
        this.byClass = byClass;
    }

    public static Clocks shipped() {
        return load(null);
    }

    /**
     * @param userFile rows that replace the shipped ones of their class, or null
     * @throws ReferenceDataException if it is malformed
     */
    public static Clocks load(@Nullable Path userFile) {
        Map<PayerClass, Days> byClass = new EnumMap<>(PayerClass.class);
        read(ReferenceTable.shipped("clocks.csv"), byClass);
        if (userFile != null) {
            read(ReferenceTable.of(userFile), byClass);
        }
        return new Clocks(byClass);
    }

    private static void read(ReferenceTable table, Map<PayerClass, Days> byClass) {
        table.optionalColumns("source").requireColumns("payer_class", "appeal_days", "filing_days");
        for (ReferenceRow row : table.rows()) {
            byClass.put(
                    row.oneOf("payer_class", ExpectedRangeFile.PAYER_CLASSES),
                    new Days(row.wholeNumber("appeal_days"), row.wholeNumber("filing_days")));
        }
    }

    /** Days from the check date within which an appeal must be sent; null for an unknown class of a payer without days of its own. */
    public @Nullable Integer appealDays(PayerClass payerClass, PayerDirectory.Payer payer) {
        Integer own = payer.entry() == null ? null : payer.entry().appealDays();
        Days days = byClass.get(payerClass);
        return own != null ? own : days == null ? null : Integer.valueOf(days.appeal());
    }

    /** Days from the service date within which a claim must be sent; null as for {@link #appealDays}. */
    public @Nullable Integer filingDays(PayerClass payerClass, PayerDirectory.Payer payer) {
        Integer own = payer.entry() == null ? null : payer.entry().filingDays();
        Days days = byClass.get(payerClass);
        return own != null ? own : days == null ? null : Integer.valueOf(days.filing());
    }
}
