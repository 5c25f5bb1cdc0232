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
import recon.file.Cell;
import recon.file.SourceRow;

/** Reads the rows of claims. Lines of other codes are kept too: the claim audit looks at what was billed beside the injection. */
final class ClaimRows {

    private final Table table;
    private final RowSorter sorter;

    ClaimRows(Table table) {
        this.table = table;
        this.sorter = new RowSorter(table);
    }

    ParsedRow parse(SourceRow row) {
        Bucket bucket = sorter.sort(row);
        if (bucket != Bucket.IN_SCOPE) {
            return new ParsedRow.Passed(row.place(), bucket, RowSums.NONE);
        }
        RowValues values = new RowValues(table, row);
        if (RemittanceRows.isWithoutLines(values)) {
            values.fault(-1, RemittanceRows.NO_SERVICE_LINES);
        }
        RaggedRows.check(values);
        ClaimLine line = values.fault() == null ? line(values) : null;
        return values.fault() != null || line == null
                ? new ParsedRow.Rejected(Objects.requireNonNull(values.fault()), values.sums())
                : new ParsedRow.AcceptedClaim(line);
    }

    private @Nullable ClaimLine line(RowValues values) {
        CodeText code = values.needed(Field.PROCEDURE_CODE, values.code(Field.PROCEDURE_CODE));
        String controlNumber = values.needed(Field.PATIENT_CONTROL_NUMBER, values.id(Field.PATIENT_CONTROL_NUMBER));
        LocalDate date = values.needed(Field.SERVICE_DATE, values.date(Field.SERVICE_DATE));
        Money charge = values.needed(Field.BILLED, values.money(Field.BILLED));
        if (code == null || controlNumber == null || date == null || charge == null) {
            return null;
        }
        Modifiers modifiers = Codes.modifiers(values, code.modifiers());
        Integer units = values.units(Field.UNITS, !code.code().isInjection());
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
                credential(values),
                values.date(Field.SUBMITTED_DATE),
                frequency(values),
                List.copyOf(values.codes(Field.DIAGNOSES, ".")),
                values.id(Field.NDC),
                values.text(Field.DRUG),
                values.text(Field.DOSE),
                values.text(Field.ROUTE),
                values.text(Field.SITE),
                administered(values),
                values.upperCase(Field.STATE),
                values.id(Field.LOCALITY));
    }

    /** {@code N.P.} as {@code NP}. */
    private static @Nullable String credential(RowValues values) {
        String text = values.text(Field.RENDERING_CREDENTIAL);
        return text == null ? null : text.replace(".", "").toUpperCase(Locale.ROOT);
    }

    /** The code before a description such as "7 - Replacement". */
    private static @Nullable String frequency(RowValues values) {
        String text = values.id(Field.FREQUENCY);
        if (text == null) {
            return null;
        }
        String digits = Meanings.leadingDigits(text);
        if (digits.length() != 1) {
            values.fault(
                    values.table().columns().column(Field.FREQUENCY),
                    "not a claim frequency such as 1, 7 or 8 (X12 CLM05-3)");
        }
        return digits;
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
