package recon.load;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/** Sets the parameters of a statement one after the other, in the order of its columns. Null is written as null. */
public final class RowParameters {

    private final PreparedStatement statement;
    private int next;

    RowParameters(PreparedStatement statement, int first) {
        this.statement = statement;
        this.next = first;
    }

    public RowParameters text(@Nullable String value) throws SQLException {
        statement.setString(next++, value);
        return this;
    }

    /** The constant's name. */
    public RowParameters name(@Nullable Enum<?> value) throws SQLException {
        return text(value == null ? null : value.name());
    }

    public RowParameters number(@Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.BIGINT);
        } else {
            statement.setLong(next++, value);
        }
        return this;
    }

    public RowParameters number(@Nullable Integer value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.INTEGER);
        } else {
            statement.setInt(next++, value);
        }
        return this;
    }

    /** Whole cents. */
    public RowParameters money(@Nullable Money value) throws SQLException {
        return number(value == null ? null : value.cents());
    }

    public RowParameters date(@Nullable LocalDate value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.DATE);
        } else {
            statement.setObject(next++, value);
        }
        return this;
    }

    public RowParameters truth(@Nullable Boolean value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.BOOLEAN);
        } else {
            statement.setBoolean(next++, value);
        }
        return this;
    }
}
