package recon.price;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of service that a row of a reference table holds for.
 *
 * @param from the first, inclusive, or null where it has always held
 * @param to the last, inclusive and not before {@code from}, or null where it holds for ever
 */
public record Effective(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Effective ALWAYS = new Effective(null, null);

    public boolean holdsOn(LocalDate serviceDate) {
        return !startsAfter(serviceDate) && !endsBefore(serviceDate);
    }

    public boolean startsAfter(LocalDate date) {
        return from != null && from.isAfter(date);
    }

    public boolean endsBefore(LocalDate date) {
        return to != null && to.isBefore(date);
    }

    /** Whether both hold on some day. */
    boolean overlaps(Effective other) {
        return !(other.from != null && endsBefore(other.from)) && !(from != null && other.endsBefore(from));
    }
}
