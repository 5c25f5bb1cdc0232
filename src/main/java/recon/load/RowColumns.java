package recon.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.ProcedureCode;
import recon.claim.SourceRef;

/**
 * Reads a row's columns one after the other, in the order in which the statement names them: to look forty of them up by name takes
 * longer than to read them.
 */
final class RowColumns {

    private final ResultSet row;
    private int next;

    /** @param first the name of the column to begin with */
    RowColumns(ResultSet row, String first) throws SQLException {
        this.row = row;
        this.next = row.findColumn(first);
    }

    @Nullable
    String text() throws SQLException {
        return row.getString(next++);
    }

    String stated() throws SQLException {
        return Objects.requireNonNull(text());
    }

    long number() throws SQLException {
        return row.getLong(next++);
    }

    @Nullable
    Integer integer() throws SQLException {
        int value = row.getInt(next++);
        return row.wasNull() ? null : value;
    }

    Money money() throws SQLException {
        return Money.ofCents(number());
    }

    @Nullable
    Money moneyIfStated() throws SQLException {
        long cents = number();
        return row.wasNull() ? null : Money.ofCents(cents);
    }

    @Nullable
    LocalDate date() throws SQLException {
        return row.getObject(next++, LocalDate.class);
    }

    LocalDate day() throws SQLException {
        return Objects.requireNonNull(date());
    }

    @Nullable
    Boolean truth() throws SQLException {
        boolean value = row.getBoolean(next++);
        return row.wasNull() ? null : value;
    }

    @Nullable
    PayerClass payerClass() throws SQLException {
        String name = text();
        return name == null ? null : PayerClass.valueOf(name);
    }

    ProcedureCode code() throws SQLException {
        return code(stated());
    }

    @Nullable
    ProcedureCode codeIfStated() throws SQLException {
        String text = text();
        return text == null ? null : code(text);
    }

    private static ProcedureCode code(String text) {
        return text.equals(ProcedureCode.INJECTION.code()) ? ProcedureCode.INJECTION : new ProcedureCode(text);
    }

    Modifiers modifiers() throws SQLException {
        return Modifiers.parse(stated());
    }

    List<Adjustment> adjustments() throws SQLException {
        return Adjustment.parse(stated());
    }

    /** Codes separated by spaces. */
    List<String> codes() throws SQLException {
        return LineRows.codes(stated());
    }

    SourceRef place() throws SQLException {
        return new SourceRef(stated(), text(), SourceRef.Unit.valueOf(stated()), number());
    }
}
