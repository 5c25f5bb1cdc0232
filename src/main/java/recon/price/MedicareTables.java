package recon.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.price.MedicareFeeSchedule.Locality;

/**
 * The rows of Medicare's three tables. All hold from {@code effective_from} to {@code effective_to}, dates of service, inclusive; no
 * two of one file (and locality) share a day.
 *
 * <ul>
 *   <li>{@code medicare-rvu}: work, practice_expense (outside facilities), malpractice, total; the three parts may be blank together,
 *       then only the national amount is known
 *   <li>{@code medicare-cf}: conversion_factor in dollars; apm_conversion_factor for participants in advanced payment models, or blank
 *   <li>{@code medicare-gpci}: state, locality, name, work, practice_expense, malpractice
 * </ul>
 */
final class MedicareTables {

    /** The key of tables that hold one figure a day. */
    private static final String ALL = "";

    private MedicareTables() {}

    record Period(LocalDate from, LocalDate to) {

        boolean covers(Period other) {
            return !from.isAfter(other.from) && !to.isBefore(other.to);
        }

        /** The days that both share, or null. */
        @Nullable
        Period shared(Period other) {
            LocalDate start = from.isAfter(other.from) ? from : other.from;
            LocalDate end = to.isBefore(other.to) ? to : other.to;
            return start.isAfter(end) ? null : new Period(start, end);
        }

        /** The days before the other and those after it. */
        List<Period> without(Period other) {
            if (shared(other) == null) {
                return List.of(this);
            }
            List<Period> left = new ArrayList<>();
            if (from.isBefore(other.from)) {
                left.add(new Period(from, other.from.minusDays(1)));
            }
            if (to.isAfter(other.to)) {
                left.add(new Period(other.to.plusDays(1), to));
            }
            return left;
        }
    }

    /** A row that holds for some days, and for one locality where its table has localities. */
    interface Row<T extends Row<T>> {

        Period period();

        /** Whether both are of one locality, or of a table without localities. */
        boolean isOfSameArea(T other);

        /** The row, for these days in the place of its own. */
        T during(Period days);

        /** File and row that it was read from. */
        String place();
    }

    /** Three factors: of relative value units or of geographic indices. */
    record Parts(BigDecimal work, BigDecimal practiceExpense, BigDecimal malpractice) {

        BigDecimal sum() {
            return work.add(practiceExpense).add(malpractice);
        }

        Parts times(Parts indices) {
            return new Parts(
                    work.multiply(indices.work),
                    practiceExpense.multiply(indices.practiceExpense),
                    malpractice.multiply(indices.malpractice));
        }
    }

    /** @param parts null where only the total is known */
    record RelativeValue(Period period, @Nullable Parts parts, BigDecimal total, String source, String place)
            implements Row<RelativeValue> {

        @Override
        public boolean isOfSameArea(RelativeValue other) {
            return true;
        }

        @Override
        public RelativeValue during(Period days) {
            return new RelativeValue(days, parts, total, source, place);
        }
    }

    /** @param apm null where there is no factor of its own */
    record ConversionFactor(
            Period period, BigDecimal dollars, @Nullable BigDecimal apm, String source, String place)
            implements Row<ConversionFactor> {

        @Override
        public boolean isOfSameArea(ConversionFactor other) {
            return true;
        }

        @Override
        public ConversionFactor during(Period days) {
            return new ConversionFactor(days, dollars, apm, source, place);
        }
    }

    record Gpci(Period period, Locality locality, String name, Parts indices, String place) implements Row<Gpci> {

        @Override
        public boolean isOfSameArea(Gpci other) {
            return locality.equals(other.locality);
        }

        @Override
        public Gpci during(Period days) {
            return new Gpci(days, locality, name, indices, place);
        }
    }

    static List<RelativeValue> relativeValues(ReferenceTable table) {
        return table.optionalColumns("work", "practice_expense", "malpractice")
                .requireColumns("effective_from", "effective_to", "total", "source")
                .readWithoutOverlap(
                        row -> new RelativeValue(
                                period(row), parts(row), positive(row, "total"), row.text("source"), row.place()),
                        value -> ALL,
                        "two totals");
    }

    private static @Nullable Parts parts(ReferenceRow row) {
        if (row.optionalNumber("work") == null
                && row.optionalNumber("practice_expense") == null
                && row.optionalNumber("malpractice") == null) {
            return null;
        }
        Parts parts = allParts(row);
        if (parts.sum().compareTo(row.number("total")) != 0) {
            throw row.error("total", "the sum of work, practice_expense and malpractice");
        }
        return parts;
    }

    private static Parts allParts(ReferenceRow row) {
        return new Parts(row.number("work"), row.number("practice_expense"), row.number("malpractice"));
    }

    static List<ConversionFactor> conversionFactors(ReferenceTable table) {
        return table.optionalColumns("apm_conversion_factor")
                .requireColumns("effective_from", "effective_to", "conversion_factor", "source")
                .readWithoutOverlap(
                        row -> new ConversionFactor(
                                period(row),
                                positive(row, "conversion_factor"),
                                row.optionalNumber("apm_conversion_factor"),
                                row.text("source"),
                                row.place()),
                        factor -> ALL,
                        "two conversion factors");
    }

    static List<Gpci> gpcis(ReferenceTable table) {
        return table.optionalColumns("mac", "source")
                .requireColumns(
                        "effective_from",
                        "effective_to",
                        "state",
                        "locality",
                        "name",
                        "work",
                        "practice_expense",
                        "malpractice")
                .readWithoutOverlap(
                        row -> new Gpci(period(row), locality(row), row.text("name"), allParts(row), row.place()),
                        Gpci::locality,
                        "the same locality");
    }

    private static Locality locality(ReferenceRow row) {
        return Locality.of(row.text("state"), row.text("locality"));
    }

    private static Period period(ReferenceRow row) {
        Period period = new Period(row.date("effective_from"), row.date("effective_to"));
        // Refuses one that ends before it begins.
        row.effective();
        return period;
    }

    private static BigDecimal positive(ReferenceRow row, String column) {
        BigDecimal number = row.number(column);
        if (number.signum() <= 0) {
            throw row.error(column, "a number above zero");
        }
        return number;
    }
}
