package recon.price;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;

/**
 * How long a practice has to appeal and to file ({@code clocks.csv}), per payer class unless {@code payers.csv} knows better for a
 * payer. A term of filing is a number of days, as contracts say, or of months, as laws do: a year is 365 days or 366.
 */
public final class Clocks {

    private record Terms(PayerClass payerClass, int appealDays, Period filing) {}

    private final Map<PayerClass, Terms> byClass;

    private Clocks(Map<PayerClass, Terms> byClass) {
        this.byClass = byClass;
    }

    public static Clocks shipped() {
        return load(null);
    }

    /**
     * @param userFile rows that replace the shipped ones of their class, or null
     * @throws ReferenceDataException if it is malformed, or has two rows of a class
     */
    public static Clocks load(@Nullable Path userFile) {
        Map<PayerClass, Terms> byClass = new EnumMap<>(PayerClass.class);
        read(ReferenceTable.shipped("clocks.csv"), byClass);
        if (userFile != null) {
            read(ReferenceTable.of(userFile), byClass);
        }
        return new Clocks(byClass);
    }

    private static void read(ReferenceTable table, Map<PayerClass, Terms> byClass) {
        table.optionalColumns("filing_months", "source")
                .requireColumns("payer_class", "appeal_days", "filing_days")
                .readWithoutOverlap(Clocks::terms, Terms::payerClass, "the same payer class")
                .forEach(terms -> byClass.put(terms.payerClass(), terms));
    }

    private static Terms terms(ReferenceRow row) {
        return new Terms(
                row.oneOf("payer_class", ExpectedRangeFile.PAYER_CLASSES), row.wholeNumber("appeal_days"), filing(row));
    }

    private static Period filing(ReferenceRow row) {
        Integer months = row.optionalWholeNumber("filing_months");
        if (months == null) {
            return Period.ofDays(row.wholeNumber("filing_days"));
        }
        if (row.optionalWholeNumber("filing_days") != null) {
            throw row.error("filing_days", "nothing beside 'filing_months', or days in its place");
        }
        return Period.ofMonths(months);
    }

    /** Days from the check date within which an appeal must be sent; null for an unknown class of a payer without days of its own. */
    public @Nullable Integer appealDays(PayerClass payerClass, PayerDirectory.Payer payer) {
        Integer own = payer.entry() == null ? null : payer.entry().appealDays();
        Terms terms = byClass.get(payerClass);
        return own != null ? own : terms == null ? null : Integer.valueOf(terms.appealDays());
    }

    /**
     * The last day on which a claim may be sent; null as for {@link #appealDays}. Of a service on 29 February it is 28 February of the
     * next year where a year is given (Medicare Claims Processing Manual, chapter 1, section 70).
     */
    public @Nullable LocalDate filingDeadline(
            PayerClass payerClass, PayerDirectory.Payer payer, LocalDate serviceDate) {
        Integer own = payer.entry() == null ? null : payer.entry().filingDays();
        Terms terms = byClass.get(payerClass);
        if (own != null) {
            return serviceDate.plusDays(own);
        }
        return terms == null ? null : serviceDate.plus(terms.filing());
    }
}
