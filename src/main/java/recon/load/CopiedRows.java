package recon.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows of one table in the text format of PostgreSQL's COPY: tabs between the values, a line feed after each row. */
final class CopiedRows implements RowParameters {

    private final String statement;
    private final StringBuilder rows = new StringBuilder();
    private boolean inRow;

    /** @param insert {@code insert into TABLE (COLUMNS) values ...} */
    CopiedRows(String insert) {
        int values = insert.lastIndexOf(" values");
        statement = "copy " + insert.substring("insert into ".length(), values) + " from stdin";
    }

    void endRow() {
        rows.append('\n');
        inRow = false;
    }

    /** @throws SQLException with the server's state alone: its message quotes the row */
    void copyTo(Connection connection) throws SQLException {
        try {
            // As bytes: given characters, the driver encodes them a part at a time, and may cut one that takes two in
            // half.
            byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        } catch (SQLException e) {
            throw new SQLException("PostgreSQL refused rows: " + statement, e.getSQLState());
        }
    }

    @Override
    public RowParameters text(@Nullable String value) {
        if (value == null) {
            return value(null);
        }
        value("");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
        return this;
    }

    @Override
    public RowParameters number(@Nullable Long value) {
        return value(value);
    }

    @Override
    public RowParameters number(@Nullable Integer value) {
        return value(value);
    }

    @Override
    public RowParameters date(@Nullable LocalDate value) {
        return value(value);
    }

    @Override
    public RowParameters truth(@Nullable Boolean value) {
        return value(value);
    }

    private RowParameters value(@Nullable Object value) {
        if (inRow) {
            rows.append('\t');
        }
        inRow = true;
        rows.append(value == null ? "\\N" : value);
        return this;
    }
}
