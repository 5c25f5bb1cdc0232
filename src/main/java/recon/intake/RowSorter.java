package recon.intake;

import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * Tells lines from the rows that are none: banner, notes, blank, repeated headings and totals.
 *
 * <p>A total row has a label that begins or ends with total, subtotal or the like, and not both a procedure code and a service date.
 * In a row that has a claim's or a member's number the name of a payer or a patient, such as "Total Health", is no label, nor is a text
 * such as "Total Wellness Clinic" in a column that is not read.
 */
final class RowSorter {

    private final Table table;
    private final int code;
    private final int date;
    private final SectionHeadings headings;
    private final ReportRows reportRows;

    RowSorter(Table table) {
        this.table = table;
        this.code = table.columns().column(Field.PROCEDURE_CODE);
        this.date = table.columns().column(Field.SERVICE_DATE);
        this.headings = new SectionHeadings(table);
        this.reportRows = new ReportRows(table);
    }

    /** The bucket of a row that is no line; {@code IN_SCOPE} for a line of any code, good or bad. */
    Bucket sort(SourceRow row) {
        if (row.place().number() <= table.lastHeadingRow()) {
            return row.isBlank() ? Bucket.BLANK : Bucket.BANNER;
        }
        if (isPlainLine(row) || table.isX12()) {
            return Bucket.IN_SCOPE;
        }
        if (row.isBlank()) {
            return Bucket.BLANK;
        }
        if (isLine(row)) {
            return Bucket.IN_SCOPE;
        }
        if (repeatsHeading(row)) {
            return Bucket.REPEATED_HEADING;
        }
        if (isPageBanner(row) || isHeadOfCheck(row)) {
            return Bucket.BANNER;
        }
        if (isTotal(row)) {
            return Bucket.TOTAL;
        }
        return NoteRows.isNote(table.columns(), row) || reportRows.is(row) ? Bucket.BANNER : Bucket.IN_SCOPE;
    }

    /** "Check #: | 7001 | Check date: | 10/14/2026 | Total paid: | 780.00": such an amount is the check's. */
    private boolean isHeadOfCheck(SourceRow row) {
        return table.kind() == FileKind.REMITTANCES && StatedCheck.isAllOf(row, table);
    }

    /** Whether a row of the banner's bucket is in it only because nothing of a line stands there: a person should know of it. */
    boolean isOfReport(SourceRow row) {
        return row.place().number() > table.lastHeadingRow()
                && !isPageBanner(row)
                && !isHeadOfCheck(row)
                && !NoteRows.isNote(table.columns(), row);
    }

    /** Whether a row below the headings is one of headings by which a column that is read would be another. */
    boolean headsAnotherTable(SourceRow row) {
        return !table.isX12()
                && row.place().number() > table.lastHeadingRow()
                && !isPlainLine(row)
                && !isLine(row)
                && hasTextsOnly(row)
                && !repeatsHeading(row)
                && headings.differ(row);
    }

    private boolean repeatsHeading(SourceRow row) {
        String key = RowText.heading(row, table.columns());
        return !key.isEmpty() && table.headingKeys().contains(key);
    }

    /** A line of which some text, such as a note, reads like a label; a label in the column of codes is a subtotal by code. */
    private boolean isLine(SourceRow row) {
        if (code < 0 || date < 0 || row.cell(date).isBlank()) {
            return false;
        }
        Cell cell = row.cell(code);
        CodeText procedure = CodeText.of(cell);
        return procedure != null && CodeText.isBare(procedure.code().code()) && !TotalLabel.is(cell);
    }

    /**
     * Whether a label says that the row is a total. One that has a claim's or a member's number may be a line, a claim's header or a
     * claim-level row, so a name or a remark beside it is no label.
     */
    private boolean isTotal(SourceRow row) {
        if (!TotalLabel.standsIn(row)) {
            return false;
        }
        if (!saysWhose(row)) {
            return true;
        }
        if (table.part() == ClaimPart.HEADERS || ClaimLevelRow.is(table, row)) {
            return false;
        }
        boolean dated = date >= 0 && !row.cell(date).isBlank();
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.cell(column);
            if (TotalLabel.is(cell) && isLabel(column, cell, dated)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLabel(int column, Cell cell, boolean dated) {
        if (table.columns().isOf(Field.NAMES, column)) {
            return !dated && TotalLabel.isOfClaim(cell);
        }
        return table.columns().reads(column) || !dated && TotalLabel.isPlain(cell);
    }

    private boolean saysWhose(SourceRow row) {
        int claimId = table.columns().claimId();
        return Field.IDS.stream().anyMatch(id -> isNumber(table.columns().cell(row, id)))
                || claimId >= 0 && isNumber(row.cell(claimId));
    }

    private static boolean isNumber(Cell cell) {
        return !cell.isBlank() && !TotalLabel.is(cell);
    }

    /** The usual line, told at once. A code without a date may be a subtotal by code. */
    private boolean isPlainLine(SourceRow row) {
        if (code < 0 || date < 0) {
            // A profile's constant stands for the column.
            return false;
        }
        Cell cell = row.cell(code);
        boolean bare = cell instanceof Cell.Text text
                ? CodeText.isBare(text.text())
                : cell instanceof Cell.Number number
                        && !number.dateFormatted()
                        && CodeText.isBareNumber(number.stored());
        return bare && !row.cell(date).isBlank();
    }

    /** A row of the report's head, or its page number, which a report repeats on each page. */
    private boolean isPageBanner(SourceRow row) {
        String key = RowText.banner(row);
        boolean page = key.startsWith("page") && key.indexOf('|') == key.length() - 1;
        return (page || table.bannerKeys().contains(key)) && hasTextsOnly(row);
    }

    private static boolean hasTextsOnly(SourceRow row) {
        return row.cells().stream().allMatch(cell -> cell.isBlank() || cell instanceof Cell.Text);
    }
}
