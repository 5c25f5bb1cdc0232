package recon.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.ProcedureCode;
import recon.file.Cell;
import recon.file.SourceRow;

/**
 * Finds a line above the heading row that a sheet is read by, which would be lost as banner: in a section whose own headings are not
 * complete, or above headings that were moved. A block of parameters or a summary by code has no claims, and its rows are no lines.
 */
final class LinesAbove {

    /** A line without headings that are known has at least what was billed and what was paid. */
    private static final int AMOUNTS_OF_A_LINE = 2;

    private LinesAbove() {}

    /** A row of headings above those that are chosen. */
    private record Section(long lastHeadingRow, ColumnMap columns) {
        boolean holds(SourceRow row) {
            return row.place().number() > lastHeadingRow && isLine(columns, row);
        }
    }

    /** The first row above the headings of a sheet's tables that is a line, or null where there is none. */
    static @Nullable SourceRow find(List<Window> tables, List<HeadingRow> candidates, List<SourceRow> rows) {
        long heading = tables.get(0).heading().firstNumber();
        List<Section> sections = sections(candidates, tables);
        for (SourceRow row : rows) {
            if (row.place().number() >= heading) {
                return null;
            }
            if (isLineOfAny(tables, row)
                    || sections.stream().anyMatch(section -> section.holds(row))
                    || looksLikeLine(row)) {
                return row;
            }
        }
        return null;
    }

    private static List<Section> sections(List<HeadingRow> candidates, List<Window> tables) {
        long heading = tables.get(0).heading().firstNumber();
        List<Section> sections = new ArrayList<>();
        for (HeadingRow candidate : candidates) {
            if (candidate.lastNumber() < heading && KindOfFile.areOfLines(KindOfFile.known(candidate.texts()))) {
                Mapping mapping =
                        ColumnMapper.map(candidate, tables.get(0).mapping().kind());
                sections.add(new Section(candidate.lastNumber(), mapping.columns()));
            }
        }
        return sections;
    }

    private static boolean isLineOfAny(List<Window> tables, SourceRow row) {
        return tables.stream().anyMatch(table -> {
            SourceRow part = table.of(row);
            ColumnMap columns = table.mapping().columns();
            return isLine(columns, part) && Amounts.of(columns.cell(part, Field.BILLED)) != null;
        });
    }

    private static boolean isLine(ColumnMap columns, SourceRow row) {
        CodeText code = CodeText.of(columns.cell(row, Field.PROCEDURE_CODE));
        return code != null
                && CodeText.isBare(code.code().code())
                && Dates.of(columns.cell(row, Field.SERVICE_DATE), DateOrder.MDY, false) != null;
    }

    /**
     * Whether an injection, a date and amounts stand in a row, and nothing that says it is a row of parameters or a total. Whole numbers
     * are amounts to the right of both.
     */
    private static boolean looksLikeLine(SourceRow row) {
        boolean injection = false;
        boolean date = false;
        int amounts = 0;
        for (Cell cell : row.cells()) {
            if (isLabel(cell)) {
                return false;
            }
            if (isInjection(cell)) {
                injection = true;
            } else if (isDate(cell)) {
                date = true;
            } else if (isAmount(cell, injection && date)) {
                amounts++;
            }
        }
        return injection && date && amounts >= AMOUNTS_OF_A_LINE && !TotalLabel.standsIn(row);
    }

    private static boolean isLabel(Cell cell) {
        if (!(cell instanceof Cell.Text text)) {
            return false;
        }
        Synonyms.Match match = Synonyms.shipped().find(text.text());
        return text.text().endsWith(":")
                || match != null && (match.field() == Field.PROCEDURE_CODE || match.field() == Field.SERVICE_DATE);
    }

    private static boolean isInjection(Cell cell) {
        CodeText code = CodeText.of(cell);
        return code != null && code.code().equals(ProcedureCode.INJECTION);
    }

    private static boolean isDate(Cell cell) {
        boolean shownAsDate = cell instanceof Cell.Text text
                ? !Characters.isAllDigits(Characters.strip(text.text()))
                : !(cell instanceof Cell.Number number) || number.dateFormatted();
        return shownAsDate && Dates.of(cell, DateOrder.MDY, false) != null;
    }

    private static boolean isAmount(Cell cell, boolean whole) {
        boolean shownAsAmount =
                whole || !(cell instanceof Cell.Text text) || text.text().indexOf('.') >= 0;
        return shownAsAmount && Amounts.of(cell) != null;
    }
}
