package recon.load;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.SourceRef;

/** How the words of the field stand in database columns. */
public final class ColumnTypes {

    private ColumnTypes() {}

    /** Whole cents. */
    @MappedTypes(Money.class)
    public static class MoneyType extends BaseTypeHandler<Money> {
        @Override
        public void setNonNullParameter(PreparedStatement statement, int i, Money money, @Nullable JdbcType type)
                throws SQLException {
            statement.setLong(i, money.cents());
        }

        @Override
        public @Nullable Money getNullableResult(ResultSet row, String column) throws SQLException {
            return RowType.moneyIfStated(row, column);
        }

        @Override
        public @Nullable Money getNullableResult(ResultSet row, int column) throws SQLException {
            long cents = row.getLong(column);
            return row.wasNull() ? null : Money.ofCents(cents);
        }

        @Override
        public @Nullable Money getNullableResult(CallableStatement call, int column) throws SQLException {
            long cents = call.getLong(column);
            return call.wasNull() ? null : Money.ofCents(cents);
        }
    }

    /**
     * Numbers or texts that a statement joins to as the rows of a table, {@code unnest(cast(? as bigint array))}: rows of a list that
     * is spelled out are each compared with the whole of it.
     */
    public static class ListType extends BaseTypeHandler<Collection<?>> {
        @Override
        public void setNonNullParameter(
                PreparedStatement statement, int i, Collection<?> values, @Nullable JdbcType type) throws SQLException {
            boolean numbers = values.stream().allMatch(Long.class::isInstance);
            statement.setArray(
                    i, statement.getConnection().createArrayOf(numbers ? "BIGINT" : "VARCHAR", values.toArray()));
        }

        @Override
        public @Nullable Collection<?> getNullableResult(ResultSet row, String column) {
            throw new UnsupportedOperationException("a list is only written");
        }

        @Override
        public @Nullable Collection<?> getNullableResult(ResultSet row, int column) {
            throw new UnsupportedOperationException("a list is only written");
        }

        @Override
        public @Nullable Collection<?> getNullableResult(CallableStatement call, int column) {
            throw new UnsupportedOperationException("a list is only written");
        }
    }

    /**
     * A place stands in four columns, which every select names alike: {@code file_name}, {@code sheet}, {@code place_unit} and
     * {@code place}. Read as one value, since a nested result map without a key of its own would merge rows that look alike.
     */
    @MappedTypes(SourceRef.class)
    public static class SourceType extends RowType<SourceRef> {
        @Override
        protected SourceRef read(ResultSet row) throws SQLException {
            return new SourceRef(
                    row.getString("file_name"),
                    row.getString("sheet"),
                    SourceRef.Unit.valueOf(row.getString("place_unit")),
                    row.getLong("place"));
        }
    }
}
