package recon.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.price.ExpectedRange.Kind;
import recon.price.MedicareTables.ConversionFactor;
import recon.price.MedicareTables.Gpci;
import recon.price.MedicareTables.Period;
import recon.price.MedicareTables.RelativeValue;

/**
 * Medicare's physician fee schedule for 96372, outside facilities: relative value units x geographic practice cost indices x
 * conversion factor (42 CFR 414.20), rounded once, half up, to cents.
 *
 * <p>Its figures are three small tables, of which each row holds for dates of service: {@code medicare-rvu.csv},
 * {@code medicare-cf.csv} (the factor changed within 2024, on 9 March) and {@code medicare-gpci.csv}. Where a participant in an
 * advanced payment model has a factor of its own (from 2026), low is the lower and high the higher of the two amounts.
 */
public final class MedicareFeeSchedule {

    /** @param number two digits, unique within the state */
    public record Locality(String state, String number) {

        /**
         * Reads {@code UT-09}.
         *
         * @throws IllegalArgumentException if it is not a state and a locality so joined
         */
        public static Locality parse(String stateAndNumber) {
            if (!stateAndNumber.matches("[A-Z]{2}-[0-9]{2}")) {
                throw new IllegalArgumentException("a Medicare locality is a state and two digits, such as UT-09");
            }
            return new Locality(stateAndNumber.substring(0, 2), stateAndNumber.substring(3));
        }

        /** As it is written by hand, where the state may stand in small letters and the number without its leading zero. */
        public static Locality of(String state, String number) {
            return new Locality(
                    state.strip().toUpperCase(Locale.ROOT), Objects.requireNonNull(Localities.normalized(number)));
        }

        /** {@code UT-09}. */
        @Override
        public String toString() {
            return state + "-" + number;
        }
    }

    private final List<RelativeValue> relativeValues;
    private final List<ConversionFactor> factors;
    private final List<Gpci> gpcis;

    private MedicareFeeSchedule(
            Collection<RelativeValue> relativeValues, Collection<ConversionFactor> factors, Collection<Gpci> gpcis) {
        this.relativeValues = List.copyOf(relativeValues);
        this.factors = List.copyOf(factors);
        this.gpcis = List.copyOf(gpcis);
    }

    public static MedicareFeeSchedule shipped() {
        return load(null);
    }

    /**
     * The shipped tables and the user's of the same names, whose rows add to the shipped ones; a shipped row (for the same locality) holds
     * only on the days that none of the user's covers.
     *
     * @param userFolder folder of reference files, or null
     * @throws ReferenceDataException if a table is malformed, or two rows of one overlap
     */
    public static MedicareFeeSchedule load(@Nullable Path userFolder) {
        return new MedicareFeeSchedule(
                merged("medicare-rvu.csv", userFolder, MedicareTables::relativeValues),
                merged("medicare-cf.csv", userFolder, MedicareTables::conversionFactors),
                merged("medicare-gpci.csv", userFolder, MedicareTables::gpcis));
    }

    private static <T extends MedicareTables.Row<T>> List<T> merged(
            String fileName, @Nullable Path userFolder, Function<ReferenceTable, List<T>> read) {
        List<T> shipped = read.apply(ReferenceTable.shipped(fileName));
        Path userFile = userFolder == null ? null : userFolder.resolve(fileName);
        if (userFile == null || !Files.exists(userFile)) {
            return shipped;
        }
        List<T> ownRows = read.apply(ReferenceTable.of(userFile));
        List<T> rows = new ArrayList<>();
        for (T row : shipped) {
            List<Period> left = List.of(row.period());
            for (T own : ownRows) {
                if (own.isOfSameArea(row)) {
                    left = without(left, own.period());
                }
            }
            left.forEach(days -> rows.add(row.during(days)));
        }
        rows.addAll(ownRows);
        return rows;
    }

    /**
     * What Medicare allows for one unit, at the general conversion factor.
     *
     * @param locality null for the national amount
     * @return null where the tables hold no figures for that date and locality
     */
    public @Nullable Money amount(LocalDate serviceDate, @Nullable Locality locality) {
        Period day = new Period(serviceDate, serviceDate);
        return rates().stream()
                .filter(rate -> rate.period().covers(day))
                .map(rate -> locality == null ? rate.national() : rate.in(indices(locality, day)))
                .filter(Objects::nonNull)
                .map(Amounts::low)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Gpci indices(Locality locality, Period period) {
        return gpcis.stream()
                .filter(gpci ->
                        gpci.locality().equals(locality) && gpci.period().covers(period))
                .findFirst()
                .orElse(null);
    }

    /**
     * The schedule as rows of expected ranges: one for each period, and one more for each locality whose indices are known. A row for
     * a state's only locality needs no locality on the claim.
     *
     * @param home for claims without a state or locality: this locality's amount where its indices are known, else the national one,
     *     whose source says so
     * @throws ReferenceDataException if the tables do not know the home locality
     */
    List<ExpectedRange> asRanges(@Nullable Locality home) {
        if (home != null && gpcis.stream().noneMatch(gpci -> gpci.locality().equals(home))) {
            throw new ReferenceDataException(
                    "medicare-gpci.csv",
                    "has no locality " + home.number() + " of " + home.state()
                            + "; add it, or correct the practice's own locality");
        }
        List<ExpectedRange> ranges = new ArrayList<>();
        for (Rate rate : rates(home)) {
            Amounts atHome = home == null ? null : rate.in(indices(home, rate.period()));
            ranges.add(
                    atHome == null
                            ? national(rate, home)
                            : range(rate, rate.period(), null, null, atHome, "own locality " + home));
        }
        rates().forEach(rate -> ranges.addAll(byLocality(rate)));
        return ranges;
    }

    private static ExpectedRange national(Rate rate, @Nullable Locality missing) {
        String area = missing == null ? "national" : "national (no figures for locality " + missing + ")";
        return range(rate, rate.period(), null, null, rate.national(), area);
    }

    /**
     * One sentence for each year of which Medicare lines are compared with the national amount, although the practice asked for its
     * own locality's: what a locality is paid may be a tenth less.
     *
     * @param inForce where a row of the user's holds in the national amount's place, there is nothing to warn of
     * @param month only what may be billed until this month's end, from a year before it on; null for all years
     */
    public List<String> warnings(Locality home, ExpectedRanges inForce, @Nullable YearMonth month) {
        return rates(home).stream()
                .filter(rate -> month == null || rate.period().shared(yearUntil(month)) != null)
                .filter(rate -> rate.in(indices(home, rate.period())) == null)
                .filter(rate -> inForce.holdsForMedicare(
                        national(rate, home), rate.period().from()))
                .map(rate -> "Medicare lines of %d are compared with the national amount: %s before you dispute them."
                        .formatted(rate.period().from().getYear(), lackOf(home, rate)))
                .distinct()
                .toList();
    }

    /** Why the rate has no amount of the locality, and what to load. */
    private String lackOf(Locality home, Rate rate) {
        return indices(home, rate.period()) == null
                ? "the schedule has no figures for locality %s. Load its amount as a row of expected-ranges (kind schedule)"
                        .formatted(home)
                : "the indices of locality %s are known, but of the year's units only the total. Load their parts (work, practice_expense, malpractice) as a row of medicare-rvu.csv, or the locality's amount as a row of expected-ranges (kind schedule),"
                        .formatted(home);
    }

    private static Period yearUntil(YearMonth month) {
        return new Period(month.minusYears(1).atDay(1), month.atEndOfMonth());
    }

    private List<ExpectedRange> byLocality(Rate rate) {
        Map<String, Long> localitiesOfState = gpcis.stream()
                .map(Gpci::locality)
                .distinct()
                .collect(Collectors.groupingBy(Locality::state, Collectors.counting()));
        List<ExpectedRange> ranges = new ArrayList<>();
        for (Gpci gpci : gpcis) {
            Period period = rate.period().shared(gpci.period());
            Amounts amounts = rate.in(gpci);
            if (period != null && amounts != null) {
                Locality locality = gpci.locality();
                boolean only = Long.valueOf(1).equals(localitiesOfState.get(locality.state()));
                String number = only ? null : locality.number();
                ranges.add(range(rate, period, locality.state(), number, amounts, locality + " " + gpci.name()));
            }
        }
        return ranges;
    }

    private static ExpectedRange range(
            Rate rate, Period period, @Nullable String state, @Nullable String locality, Amounts amounts, String area) {
        return new ExpectedRange(
                PayerClass.MEDICARE,
                null,
                state,
                locality,
                null,
                null,
                new Effective(period.from(), period.to()),
                amounts.low(),
                amounts.high(),
                Kind.SCHEDULE,
                "Medicare physician fee schedule " + period.from().getYear() + ", " + area,
                rate.value().place() + " and " + rate.factor().place());
    }

    /** The rates, each cut where the indices of the practice's own locality begin or end. */
    private List<Rate> rates(@Nullable Locality home) {
        List<Rate> rates = new ArrayList<>();
        for (Rate rate : rates()) {
            List<Period> left = List.of(rate.period());
            for (Gpci gpci : gpcis) {
                Period shared = gpci.locality().equals(home) ? rate.period().shared(gpci.period()) : null;
                if (shared != null) {
                    rates.add(rate.during(shared));
                    left = without(left, shared);
                }
            }
            left.forEach(days -> rates.add(rate.during(days)));
        }
        return rates;
    }

    private static List<Period> without(List<Period> periods, Period taken) {
        return periods.stream().flatMap(days -> days.without(taken).stream()).toList();
    }

    private List<Rate> rates() {
        List<Rate> rates = new ArrayList<>();
        for (RelativeValue value : relativeValues) {
            for (ConversionFactor factor : factors) {
                Period shared = value.period().shared(factor.period());
                if (shared != null) {
                    rates.add(new Rate(shared, value, factor));
                }
            }
        }
        return rates;
    }

    /** Dollars per unit; high differs from low only where there is a second conversion factor. */
    private record Amounts(Money low, Money high) {}

    private record Rate(Period period, RelativeValue value, ConversionFactor factor) {

        Rate during(Period days) {
            return new Rate(days, value, factor);
        }

        Amounts national() {
            return amounts(value.total());
        }

        /** Null where the place's indices, or the parts that they apply to, are not known. */
        @Nullable
        Amounts in(@Nullable Gpci gpci) {
            return gpci == null || value.parts() == null
                    ? null
                    : amounts(value.parts().times(gpci.indices()).sum());
        }

        private Amounts amounts(BigDecimal units) {
            Money general = Money.rounded(units.multiply(factor.dollars()), RoundingMode.HALF_UP);
            Money other =
                    factor.apm() == null ? general : Money.rounded(units.multiply(factor.apm()), RoundingMode.HALF_UP);
            return new Amounts(general.min(other), general.max(other));
        }
    }
}
