package recon.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The month as somebody does it who knows SQL: DuckDB in the process reads the csv files and joins them, fastexcel writes the
 * workbooks. It knows no more rules than generated months need. DuckDB's own Excel extension is not in its driver and is not
 * fetched, so workbooks cannot be its input.
 */
final class DuckDb {

    private static final String TYPES = "types = {'procedure_code': 'VARCHAR', 'modifiers': 'VARCHAR', "
            + "'place_of_service': 'VARCHAR', 'units': 'INTEGER', 'service_date': 'DATE', 'patient_control_number': 'VARCHAR', "
            + "'line_control_number': 'VARCHAR', 'member_id': 'VARCHAR', ";

    private static final String CLAIMS =
            "create table claim as select payer, payer_class, patient_control_number claim, line_control_number line, "
                    + "patient_last_name patient, member_id member, service_date, place_of_service place, units, "
                    + "cast(charge * 100 as bigint) charge from read_csv('%s/claims/*.csv', header = true, " + TYPES
                    + "'charge': 'DECIMAL(12,2)'}) where procedure_code = '96372'";

    private static final String ALL_ROWS =
            "create table totals as select count(*) n, cast(sum(billed) * 100 as bigint) billed, "
                    + "cast(sum(allowed) * 100 as bigint) allowed, cast(sum(paid) * 100 as bigint) paid from row";

    private static final String ROWS =
            "create table row as select * from read_csv('%s/remittances/*.csv', header = true, "
                    + TYPES
                    + "'claim_status': 'VARCHAR', 'check_date': 'DATE', 'check_number': 'VARCHAR', 'payer_claim_number': 'VARCHAR', "
                    + "'billed': 'DECIMAL(12,2)', 'allowed': 'DECIMAL(12,2)', 'paid': 'DECIMAL(12,2)', 'adjustments': 'VARCHAR'})";

    /** Rows alike in every column are one payment. */
    private static final String PAYMENTS =
            "create table payment as select distinct * from row where procedure_code = '96372'";

    private static final String RANGES = "create table expected as select * from (values ('Medicare', 2000, 3000), "
            + "('Medicaid', 1500, 2500), ('Private', 2500, 5000)) as v(payer_class, low, high)";

    private static final String JUDGED = "create table judged as "
            + "select case when p.line_control_number is null then 'NO_RESPONSE' when r.line_control_number is not null then 'PENDED' "
            + "when p.allowed = 0 then 'DENIED' "
            + "when p.allowed * 100 < low * c.units - greatest(5, low * c.units * 0.01) then 'UNDERPAID' "
            + "when p.allowed * 100 > high * c.units + greatest(5, high * c.units * 0.01) then 'OVERPAID' else 'IN_RANGE' end verdict, "
            + "c.*, low * c.units low, high * c.units high, p.payer_claim_number, cast(p.billed * 100 as bigint) billed, "
            + "cast(p.allowed * 100 as bigint) allowed, cast(p.paid * 100 as bigint) paid, p.adjustments, p.check_number, p.check_date "
            + "from claim c join expected e on e.payer_class = c.payer_class "
            + "left join payment p on p.line_control_number = c.line and p.patient_control_number = c.claim "
            + "and p.service_date = c.service_date and p.claim_status <> '22' "
            + "left join payment r on r.line_control_number = c.line and r.patient_control_number = c.claim "
            + "and r.service_date = c.service_date and r.claim_status = '22'";

    private static final String SUMS = "select verdict, count(*), sum(charge), sum(case verdict when 'DENIED' then low "
            + "when 'UNDERPAID' then low - allowed else 0 end) from judged group by verdict union all "
            + "select 'UNMATCHED', count(*), cast(sum(billed) * 100 as bigint), 0 from payment p "
            + "where not exists (select 1 from claim c where p.line_control_number = c.line "
            + "and p.patient_control_number = c.claim and p.service_date = c.service_date) having count(*) > 0";

    private static final String WORKLISTS =
            "select verdict, payer, payer_class, claim, payer_claim_number, line, patient, member, "
                    + "service_date, place, units, billed, allowed, paid, low, high, "
                    + "case verdict when 'DENIED' then low else low - allowed end at_issue, adjustments, check_number, check_date "
                    + "from judged where verdict in ('UNDERPAID', 'DENIED') order by payer, line";

    private DuckDb() {}

    /** {@code INPUT OUTPUT}. */
    public static void main(String[] arguments) throws SQLException, IOException {
        String input = arguments[0];
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(CLAIMS.formatted(input));
            statement.execute(ROWS.formatted(input));
            statement.execute(ALL_ROWS);
            statement.execute(PAYMENTS);
            statement.execute(RANGES);
            statement.execute(JUDGED);
            writeWorklists(statement, Path.of(arguments[1]));
            answer(statement).print();
        }
    }

    private static void writeWorklists(Statement statement, Path output) throws SQLException, IOException {
        try (ResultSet found = statement.executeQuery(WORKLISTS);
                ResultWorkbooks workbooks = new ResultWorkbooks(output)) {
            while (found.next()) {
                int n = 0;
                workbooks.add(new ResultLine(
                        found.getString(++n),
                        found.getString(++n),
                        found.getString(++n),
                        found.getString(++n),
                        found.getString(++n),
                        found.getString(++n),
                        found.getString(++n),
                        found.getString(++n),
                        found.getDate(++n).toLocalDate(),
                        found.getString(++n),
                        found.getInt(++n),
                        found.getLong(++n),
                        found.getLong(++n),
                        found.getLong(++n),
                        found.getLong(++n),
                        found.getLong(++n),
                        found.getLong(++n),
                        found.getString(++n),
                        found.getString(++n),
                        found.getDate(++n).toLocalDate()));
            }
        }
    }

    private static Answer answer(Statement statement) throws SQLException {
        Answer answer = new Answer();
        try (ResultSet totals = statement.executeQuery("select n, billed, allowed, paid from totals")) {
            totals.next();
            answer.remittances(totals.getLong(1), totals.getLong(2), totals.getLong(3), totals.getLong(4));
        }
        try (ResultSet sums = statement.executeQuery(SUMS)) {
            while (sums.next()) {
                answer.verdict(sums.getString(1), sums.getLong(2), sums.getLong(3), sums.getLong(4));
            }
        }
        return answer;
    }
}
