package recon.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.ClaimLine;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.RowSums;
import recon.claim.SourceRef;
import recon.file.Cell;
import recon.file.FileNote;
import recon.file.SourceRow;

/** Reads the rows of claims. Lines of other codes are kept too: the claim audit looks at what was billed beside the injection. */
final class ClaimRows implements RowParser {

    /** A facility is paid by other rates than a practitioner, so that none of the ranges could judge such a line. */
    private static final String NOT_PROFESSIONAL =
            "an institutional or dental claim (SV2 or SV3), not a professional one: such a line has no range; export 837P claims only";

    /** What a practice system exports beside a charge that was entered and taken back: no payer was sent it as a line. */
    private static final String VOIDED_CHARGE =
            "a negative charge, where a submitted line has one of 0 or more: leave charges that were voided, and their reversals, out of the export; of a claim voided at the payer state the frequency 8";

    private final Table table;
    private final RowSorter sorter;
    private final ClaimJoin join;
    private long withoutHeader;
    private @Nullable SourceRef firstWithoutHeader;

    ClaimRows(Table table, RowSorter sorter, ClaimJoin join) {
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
        if (RemittanceRows.isWithoutLines(values)) {
            values.fault(-1, RemittanceRows.NO_SERVICE_LINES);
        }
        if (!values.cell(Field.CLAIM_KIND).isBlank()) {
            values.fault(-1, NOT_PROFESSIONAL);
        }
        RaggedRows.check(values);
        ClaimLine line = values.fault() == null ? joined(values) : null;
        if (line != null && isVoidedCharge(line)) {
            values.fault(Field.BILLED, VOIDED_CHARGE);
        }
        return values.fault() != null || line == null
                ? new ParsedRow.Rejected(Objects.requireNonNull(values.fault()), values.sums())
                : new ParsedRow.AcceptedClaim(line);
    }

    private boolean isVoidedCharge(ClaimLine line) {
        return !table.isX12() && line.code().isInjection() && line.charge().isNegative() && !line.isVoid();
    }

    /** The line with what its claim's header says, where there is one; what cannot be told is left as a fault. */
    private @Nullable ClaimLine joined(RowValues values) {
        ClaimHeaders.Answer answer = join.headerOf(table, values.row());
        if (answer instanceof ClaimHeaders.Answer.Unusable unusable) {
            values.fault(-1, unusable.reason());
            return null;
        }
        if (answer instanceof ClaimHeaders.Answer.One one) {
            boolean replaced = join.replacesControlNumber(table);
            ClaimLine line = line(values, replaced ? one.header().controlNumber() : null);
            JoinedLine joined = new JoinedLine(values, one.header());
            if (line != null && join.isBesideControlNumber() && !replaced) {
                joined.compareControlNumber(line.patientControlNumber());
            }
            return line == null ? null : joined.of(line);
        }
        ClaimLine line = line(values, null);
        if (line != null && values.fault() == null) {
            countWithoutHeader(line);
        }
        return line;
    }

    private void countWithoutHeader(ClaimLine line) {
        withoutHeader++;
        firstWithoutHeader = firstWithoutHeader == null ? line.source() : firstWithoutHeader;
    }

    /** Charge lines that came with headers of other claims only; whole lines need none. */
    @Override
    public List<FileNote> closingNotes() {
        SourceRef first = firstWithoutHeader;
        if (first == null || join.isEmpty() || table.part() != ClaimPart.CHARGE_LINES) {
            return List.of();
        }
        String more = withoutHeader == 1
                ? ""
                : String.format(Locale.ROOT, ", nor for %,d more charge lines below it", withoutHeader - 1);
        return List.of(new FileNote.Remark(
                first, "no file of claims' headers has a row for this claim" + more + ": read without its payer"));
    }

    /** @param ofHeader the patient control number that stands in the place of the line's own, or null */
    private @Nullable ClaimLine line(RowValues values, @Nullable String ofHeader) {
        CodeText code = values.needed(Field.PROCEDURE_CODE, values.code(Field.PROCEDURE_CODE));
        String controlNumber = ofHeader == null
                ? values.needed(Field.PATIENT_CONTROL_NUMBER, values.id(Field.PATIENT_CONTROL_NUMBER))
                : ofHeader;
        LocalDate date = values.needed(Field.SERVICE_DATE, values.date(Field.SERVICE_DATE));
        Money charge = values.needed(Field.BILLED, values.money(Field.BILLED));
        if (code == null || controlNumber == null || date == null || charge == null) {
            return null;
        }
        Modifiers modifiers = Codes.modifiers(values, code.modifiers());
        Integer units = values.units(Field.UNITS, !code.code().isInjection());
        if (code.code().isInjection() && "MJ".equals(values.upperCase(Field.UNIT_BASIS))) {
            // Nobody knows how many injections were given in so many minutes.
            values.fault(
                    -1,
                    "billed in minutes (SV103 is MJ): an injection is billed in units (UN); send a corrected claim");
        }
        if (units != null && units == 0 && code.code().isInjection()) {
            values.fault(values.table().columns().column(Field.UNITS), "0 units: a billed injection has at least one");
        }
        return new ClaimLine(
                0,
                values.row().place(),
                values.text(Field.PAYER),
                values.id(Field.PAYER_ID),
                Meanings.statedClass(values),
                Meanings.filingClass(values),
                controlNumber,
                values.id(Field.PAYER_CLAIM_NUMBER),
                values.number(Field.LINE_NUMBER),
                values.id(Field.LINE_CONTROL_NUMBER),
                values.id(Field.MEMBER_ID),
                Meanings.patientName(values),
                date,
                code.code(),
                modifiers == null ? Modifiers.NONE : modifiers,
                units == null ? 1 : units,
                charge,
                Meanings.place(values),
                Meanings.npi(values),
                Meanings.credential(values),
                values.date(Field.SUBMITTED_DATE),
                Meanings.frequency(values),
                Codes.diagnoses(values),
                values.id(Field.NDC),
                values.text(Field.DRUG),
                values.text(Field.DOSE),
                values.text(Field.ROUTE),
                values.text(Field.SITE),
                administered(values),
                Meanings.state(values),
                values.id(Field.LOCALITY));
    }

    private static @Nullable Boolean administered(RowValues values) {
        Cell cell = values.cell(Field.ADMINISTERED);
        if (cell instanceof Cell.Bool bool) {
            return bool.value();
        }
        String text = values.text(Field.ADMINISTERED);
        String meaning = text == null ? null : Words.shipped().meaning(Field.ADMINISTERED, text);
        if (text != null && meaning == null) {
            values.fault(values.table().columns().column(Field.ADMINISTERED), "neither yes nor no");
        }
        return meaning == null ? null : Boolean.valueOf(meaning.equals("yes"));
    }
}
