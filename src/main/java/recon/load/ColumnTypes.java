package recon.load;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.ProcedureCode;
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
            long cents = row.getLong(column);
            return row.wasNull() ? null : Money.ofCents(cents);
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

    /** A type that stands as text. */
    abstract static class TextType<T> extends BaseTypeHandler<T> {
        abstract String write(T value);

        abstract T read(String text);

        @Override
        public void setNonNullParameter(PreparedStatement statement, int i, T value, @Nullable JdbcType type)
                throws SQLException {
            statement.setString(i, write(value));
        }

        private @Nullable T readNullable(@Nullable String text) {
            return text == null ? null : read(text);
        }

        @Override
        public @Nullable T getNullableResult(ResultSet row, String column) throws SQLException {
            return readNullable(row.getString(column));
        }

        @Override
        public @Nullable T getNullableResult(ResultSet row, int column) throws SQLException {
            return readNullable(row.getString(column));
        }

        @Override
        public @Nullable T getNullableResult(CallableStatement call, int column) throws SQLException {
            return readNullable(call.getString(column));
        }
    }

    @MappedTypes(ProcedureCode.class)
    public static class ProcedureCodeType extends TextType<ProcedureCode> {
        @Override
        String write(ProcedureCode code) {
            return code.code();
        }

        @Override
        ProcedureCode read(String text) {
            return text.equals(ProcedureCode.INJECTION.code()) ? ProcedureCode.INJECTION : new ProcedureCode(text);
        }
    }

    @MappedTypes(Modifiers.class)
    public static class ModifiersType extends TextType<Modifiers> {
        @Override
        String write(Modifiers modifiers) {
            return modifiers.toString();
        }

        @Override
        Modifiers read(String text) {
            return Modifiers.parse(text);
        }
    }

    /**
     * A place stands in four columns, which every select names alike: {@code file_name}, {@code sheet}, {@code place_unit} and
     * {@code place}. Read as one value, since a nested result map without a key of its own would merge rows that look alike.
     */
    @MappedTypes(SourceRef.class)
    public static class SourceType extends BaseTypeHandler<SourceRef> {
        @Override
        public void setNonNullParameter(PreparedStatement statement, int i, SourceRef source, @Nullable JdbcType type) {
            throw new UnsupportedOperationException("a place is written column by column");
        }

        @Override
        public SourceRef getNullableResult(ResultSet row, String column) throws SQLException {
            return new SourceRef(
                    row.getString("file_name"),
                    row.getString("sheet"),
                    SourceRef.Unit.valueOf(row.getString("place_unit")),
                    row.getLong("place"));
        }

        @Override
        public SourceRef getNullableResult(ResultSet row, int column) throws SQLException {
            return getNullableResult(row, "place");
        }

        @Override
        public SourceRef getNullableResult(CallableStatement call, int column) {
            throw new UnsupportedOperationException("a place is not the result of a call");
        }
    }

    /** Named where it is used, since a list of adjustments is a list to the mapper. */
    @MappedTypes(ColumnTypes.class)
    public static class AdjustmentsType extends TextType<List<Adjustment>> {
        @Override
        String write(List<Adjustment> adjustments) {
            return Adjustment.format(adjustments);
        }

        @Override
        List<Adjustment> read(String text) {
            return Adjustment.parse(text);
        }
    }

    /** Codes separated by spaces; named where it is used. */
    @MappedTypes(ColumnTypes.class)
    public static class CodesType extends TextType<List<String>> {
        @Override
        String write(List<String> codes) {
            return String.join(" ", codes);
        }

        @Override
        List<String> read(String text) {
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }
    }
}
