package recon.intake;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.RowSums;
import recon.claim.SourceRef;
import recon.file.SourceRow;

/**
 * Reads the rows of claims' headers. A row whose claim has charge lines is joined to them; one that has none is rejected, and so is one
 * that another row contradicts, since nobody can tell which is right. Their dollars are their lines', which count them.
 */
final class HeaderRows implements RowParser {

    private final Table table;
    private final RowSorter sorter;
    private final ClaimJoin join;

    HeaderRows(Table table, RowSorter sorter, ClaimJoin join) {
        this.table = table;
        this.sorter = sorter;
        this.join = join;
    }

    @Override
    public List<ParsedRow> parse(List<SourceRow> rows, List<String> remarks) {
        return rows.stream().map(this::parse).toList();
    }

    private ParsedRow parse(SourceRow row) {
        Bucket bucket = sorter.sort(row);
        if (bucket != Bucket.IN_SCOPE) {
            return new ParsedRow.Passed(bucket, RowSums.NONE);
        }
        RowValues values = new RowValues(table, row);
        read(values);
        String key = join.key(table, row);
        if (values.fault() == null && key != null) {
            String fault = join.faultOfHeader(key, row.place());
            if (fault != null) {
                values.fault(-1, fault);
            }
        }
        return values.fault() == null
                ? new ParsedRow.Passed(Bucket.JOINED, RowSums.NONE)
                : new ParsedRow.Rejected(Objects.requireNonNull(values.fault()), RowSums.NONE);
    }

    /** The header of a row that is one, or null where it has a fault. */
    static @Nullable ClaimHeader read(RowValues values) {
        RaggedRows.check(values);
        int claimId = values.table().columns().claimId();
        if (claimId >= 0) {
            values.neededId(claimId);
        }
        String controlNumber = values.needed(Field.PATIENT_CONTROL_NUMBER, values.id(Field.PATIENT_CONTROL_NUMBER));
        if (controlNumber == null) {
            return null;
        }
        ClaimHeader header = new ClaimHeader(
                values.row().place(),
                controlNumber,
                values.text(Field.PAYER),
                values.id(Field.PAYER_ID),
                Meanings.statedClass(values),
                Meanings.filingClass(values),
                values.id(Field.PAYER_CLAIM_NUMBER),
                Meanings.frequency(values),
                values.id(Field.MEMBER_ID),
                Meanings.patientName(values),
                Meanings.place(values),
                Meanings.npi(values),
                Meanings.credential(values),
                values.date(Field.SUBMITTED_DATE),
                Codes.diagnoses(values),
                Meanings.state(values),
                values.id(Field.LOCALITY),
                values.date(Field.SERVICE_DATE),
                values.money(Field.BILLED));
        return values.fault() == null ? header : null;
    }

    /** What is kept of a row with a fault: that its claim has one. */
    static ClaimHeader unreadable(SourceRef place) {
        return new ClaimHeader(
                place, "", null, null, null, null, null, null, null, null, null, null, null, null, List.of(), null,
                null, null, null);
    }
}
