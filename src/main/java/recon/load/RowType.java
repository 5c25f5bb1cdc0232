package recon.load;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/**
 * Reads or writes a whole row at once. The large tables are read and written so, since looking up each of their forty columns by
 * reflection takes longer than the database takes to store them.
 *
 * <p>A statement that writes has one parameter of the mapper, which stands for the first of its question marks, and sets all of them.
 */
public abstract class RowType<T> extends BaseTypeHandler<T> {

    /** @throws UnsupportedOperationException where rows of this type are only written */
    protected T read(ResultSet row) throws SQLException {
        throw new UnsupportedOperationException("a row of this type is only written");
    }

    /** @throws UnsupportedOperationException where rows of this type are only read */
    protected void write(T value, RowParameters row) throws SQLException {
        throw new UnsupportedOperationException("a row of this type is only read");
    }

    /** @param value of this type */
    @SuppressWarnings("unchecked")
    void writeAny(Object value, RowParameters row) throws SQLException {
        write((T) value, row);
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int first, T value, @Nullable JdbcType type)
            throws SQLException {
        write(value, new StatementParameters(statement, first));
    }

    @Override
    public T getNullableResult(ResultSet row, String firstColumn) throws SQLException {
        return read(row);
    }

    @Override
    public T getNullableResult(ResultSet row, int firstColumn) throws SQLException {
        return read(row);
    }

    @Override
    public T getNullableResult(CallableStatement call, int firstColumn) {
        throw new UnsupportedOperationException("a row is not the result of a call");
    }

    protected static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    protected static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    protected static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofCents(row.getLong(column));
    }

    protected static @Nullable Money moneyIfStated(ResultSet row, String column) throws SQLException {
        long cents = row.getLong(column);
        return row.wasNull() ? null : Money.ofCents(cents);
    }

    protected static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
