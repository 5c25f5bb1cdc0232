package recon.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import recon.claim.Adjustment;
import recon.claim.ClaimLine;
import recon.claim.ProcedureCode;
import recon.claim.RemittanceLine;
import recon.claim.SourceRef;

/**
 * Claim and remittance lines as rows of their tables: written in the order of {@code StagingMapper.xml}, read in that of
 * {@code LineColumns.xml}.
 */
public final class LineRows {

    private LineRows() {}

    public static class ClaimLineWriter extends RowType<StagedClaimLine> {
        @Override
        protected void write(StagedClaimLine staged, RowParameters row) throws SQLException {
            ClaimLine line = staged.line();
            placed(row.number(staged.lineId()).number(staged.fileId()), line.source())
                    .text(MatchKeys.of(line.patientControlNumber()))
                    .text(MatchKeys.near(line.patientControlNumber()))
                    .text(MatchKeys.ofNullable(line.payerClaimNumber()))
                    .text(MatchKeys.ofNullable(line.memberId()))
                    .text(line.payer())
                    .text(line.payerId())
                    .name(line.statedClass())
                    .name(line.filingClass())
                    .text(line.patientControlNumber())
                    .text(line.payerClaimNumber())
                    .number(line.lineNumber())
                    .text(line.lineControlNumber())
                    .text(line.memberId())
                    .text(line.patientName())
                    .date(line.serviceDate())
                    .text(line.code().code())
                    .text(line.modifiers().toString())
                    .number(line.units())
                    .money(line.charge())
                    .text(line.placeOfService())
                    .text(line.renderingNpi())
                    .text(line.renderingCredential())
                    .date(line.submitted())
                    .text(line.frequency())
                    .text(String.join(" ", line.diagnoses()))
                    .text(line.ndc())
                    .text(line.drug())
                    .text(line.dose())
                    .text(line.route())
                    .text(line.site())
                    .truth(line.administered())
                    .text(line.state())
                    .text(line.locality());
        }
    }

    public static class OtherLinesWriter extends RowType<OtherLines> {
        @Override
        protected void write(OtherLines others, RowParameters row) throws SQLException {
            row.number(others.firstLine())
                    .number(others.lastLine())
                    .number(others.fileId())
                    .text(others.claim())
                    .text(others.member())
                    .date(others.serviceDate())
                    .number(others.lines().size())
                    .money(others.charges())
                    .truth(others.ofVersion())
                    .truth(others.haveDrug())
                    .truth(others.haveDiagnoses())
                    .truth(others.haveNdc())
                    .text(PackedLines.pack(others.lines()));
        }
    }

    public static class OtherLinesReader extends RowType<OtherLines.OnFile> {
        @Override
        protected OtherLines.OnFile read(ResultSet row) throws SQLException {
            return new OtherLines.OnFile(
                    row.getLong("first_line"),
                    row.getLong("last_line"),
                    row.getBoolean("some_aside"),
                    PackedLines.unpack(row.getString("file_name"), row.getString("lines")));
        }
    }

    public static class RemittanceLineWriter extends RowType<StagedRemittanceLine> {
        @Override
        protected void write(StagedRemittanceLine staged, RowParameters row) throws SQLException {
            RemittanceLine line = staged.line();
            ProcedureCode originalCode = line.originalCode();
            placed(row.number(staged.lineId()).number(staged.fileId()), line.source())
                    .text(MatchKeys.group(line.patientControlNumber(), line.payerClaimNumber(), line.memberId()))
                    .text(MatchKeys.ofNullable(line.payerClaimNumber()))
                    .text(MatchKeys.ofNullable(line.memberId()))
                    .text(line.payer())
                    .text(line.payerId())
                    .name(line.statedClass())
                    .name(line.filingClass())
                    .text(line.checkNumber())
                    .date(line.checkDate())
                    .text(line.patientControlNumber())
                    .text(line.payerClaimNumber())
                    .text(line.lineControlNumber())
                    .number(line.lineSequence())
                    .text(line.claimStatus())
                    .text(line.memberId())
                    .text(line.patientName())
                    .date(line.serviceDate())
                    .text(line.code().code())
                    .text(originalCode == null ? null : originalCode.code())
                    .text(line.modifiers().stored())
                    .number(line.units())
                    .number(line.paidUnits())
                    .text(line.placeOfService())
                    .money(line.billed())
                    .money(line.allowed())
                    .money(line.paid())
                    .money(line.patientResponsibility())
                    .text(Adjustment.format(line.adjustments()))
                    .text(String.join(" ", line.remarkCodes()))
                    .text(line.renderingNpi())
                    .date(staged.postedOn());
        }
    }

    private static RowParameters placed(RowParameters row, SourceRef source) throws SQLException {
        return row.text(source.sheet()).name(source.unit()).number(source.number());
    }

    public static class ClaimLineReader extends RowType<ClaimLine> {
        @Override
        protected ClaimLine read(ResultSet row) throws SQLException {
            return claimLine(row);
        }
    }

    public static class RemittanceLineReader extends RowType<RemittanceLine> {
        @Override
        protected RemittanceLine read(ResultSet row) throws SQLException {
            return remittanceLine(row);
        }
    }

    /** The claim line among a row's columns: those of {@code LineColumns.xml}, from {@code line_id} on. */
    public static ClaimLine claimLine(ResultSet row) throws SQLException {
        RowColumns columns = new RowColumns(row, "line_id");
        return new ClaimLine(
                columns.number(),
                columns.place(),
                columns.text(),
                columns.text(),
                columns.payerClass(),
                columns.payerClass(),
                columns.stated(),
                columns.text(),
                columns.integer(),
                columns.text(),
                columns.text(),
                columns.text(),
                columns.day(),
                columns.code(),
                columns.modifiers(),
                (int) columns.number(),
                columns.money(),
                columns.text(),
                columns.text(),
                columns.text(),
                columns.date(),
                columns.text(),
                columns.codes(),
                columns.text(),
                columns.text(),
                columns.text(),
                columns.text(),
                columns.text(),
                columns.truth(),
                columns.text(),
                columns.text());
    }

    /** The remittance line among a row's columns: those of {@code LineColumns.xml}, from {@code line_id} on. */
    public static RemittanceLine remittanceLine(ResultSet row) throws SQLException {
        RowColumns columns = new RowColumns(row, "line_id");
        return new RemittanceLine(
                columns.number(),
                columns.place(),
                columns.text(),
                columns.text(),
                columns.payerClass(),
                columns.payerClass(),
                columns.text(),
                columns.date(),
                columns.text(),
                columns.text(),
                columns.text(),
                columns.integer(),
                columns.text(),
                columns.text(),
                columns.text(),
                columns.day(),
                columns.code(),
                columns.codeIfStated(),
                columns.modifiers(),
                columns.integer(),
                columns.integer(),
                columns.text(),
                columns.money(),
                columns.moneyIfStated(),
                columns.money(),
                columns.moneyIfStated(),
                columns.adjustments(),
                columns.codes(),
                columns.text(),
                columns.date());
    }

    /** Those of the column {@code adjustments}. */
    public static List<Adjustment> adjustments(ResultSet row) throws SQLException {
        return Adjustment.parse(row.getString("adjustments"));
    }

    /** Codes separated by spaces. */
    public static List<String> codes(ResultSet row, String column) throws SQLException {
        return codes(row.getString(column));
    }

    static List<String> codes(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
