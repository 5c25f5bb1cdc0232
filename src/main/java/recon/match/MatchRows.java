package recon.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import recon.load.LineRows;
import recon.load.RowParameters;
import recon.load.RowType;

/** Payments with what their matches say, as rows of the queries in {@code MatchMapper.xml} and {@code HistoryMapper.xml}. */
final class MatchRows {

    private MatchRows() {}

    public static class KeyedPaymentReader extends RowType<MatchMapper.KeyedPayment> {
        @Override
        protected MatchMapper.KeyedPayment read(ResultSet row) throws SQLException {
            return new MatchMapper.KeyedPayment(
                    row.getString("match_key"), row.getBoolean("judged_earlier"), LineRows.remittanceLine(row));
        }
    }

    public static class StoredMatchWriter extends RowType<MatchMapper.StoredMatch> {
        @Override
        protected void write(MatchMapper.StoredMatch match, RowParameters row) throws SQLException {
            MatchMapper.StoredResult result = match.result();
            row.number(match.runId())
                    .number(match.lineId())
                    .text(result.outcome().name())
                    .truth(match.inScope())
                    .number(result.claimLineId())
                    .number(result.tier())
                    .text(result.note())
                    .number(result.otherLineId());
        }
    }

    public static class EventReader extends RowType<HistoryMapper.Event> {
        @Override
        protected HistoryMapper.Event read(ResultSet row) throws SQLException {
            return new HistoryMapper.Event(
                    row.getLong("matched_claim_line_id"),
                    LineRows.remittanceLine(row),
                    row.getInt("tier"),
                    row.getString("note"),
                    row.getBoolean("judged_now"));
        }
    }

    public static class UnmatchedReader extends RowType<HistoryMapper.Unmatched> {
        @Override
        protected HistoryMapper.Unmatched read(ResultSet row) throws SQLException {
            return new HistoryMapper.Unmatched(
                    row.getLong("line_id"),
                    LineRows.remittanceLine(row),
                    row.getString("note"),
                    number(row, "other_line_id"),
                    row.getBoolean("judged_now"));
        }
    }
}
