package recon.load;

import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/** Takes the values of a row one after the other, in the order of its columns. Null is written as null. */
public interface RowParameters {

    RowParameters text(@Nullable String value) throws SQLException;

    RowParameters number(@Nullable Long value) throws SQLException;

    RowParameters number(@Nullable Integer value) throws SQLException;

    RowParameters date(@Nullable LocalDate value) throws SQLException;

    RowParameters truth(@Nullable Boolean value) throws SQLException;

    /** The constant's name. */
    default RowParameters name(@Nullable Enum<?> value) throws SQLException {
        return text(value == null ? null : value.name());
    }

    /** Whole cents. */
    default RowParameters money(@Nullable Money value) throws SQLException {
        return number(value == null ? null : (Long) value.cents());
    }
}
