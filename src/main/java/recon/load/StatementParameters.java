package recon.load;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row as the parameters of a statement. */
final class StatementParameters implements RowParameters {

    private final PreparedStatement statement;
    private int next;

    StatementParameters(PreparedStatement statement, int first) {
        this.statement = statement;
        this.next = first;
    }

    @Override
    public RowParameters text(@Nullable String value) throws SQLException {
        statement.setString(next++, value);
        return this;
    }

    @Override
    public RowParameters number(@Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.BIGINT);
        } else {
            statement.setLong(next++, value);
        }
        return this;
    }

    @Override
    public RowParameters number(@Nullable Integer value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.INTEGER);
        } else {
            statement.setInt(next++, value);
        }
        return this;
    }

    @Override
    public RowParameters date(@Nullable LocalDate value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.DATE);
        } else {
            statement.setObject(next++, value);
        }
        return this;
    }

    @Override
    public RowParameters truth(@Nullable Boolean value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.BOOLEAN);
        } else {
            statement.setBoolean(next++, value);
        }
        return this;
    }
}
