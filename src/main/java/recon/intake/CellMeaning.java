package recon.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.file.Cell;

/**
 * What cells of one field say, by which rows of one claim or line are told: a workbook holds a claim number once as a number and once as
 * text, an amount with cents or without, a date as a serial or written out.
 */
final class CellMeaning {

    private CellMeaning() {}

    /** Whether two cells say the same; nothing is read where they are the same. */
    static boolean isSame(Field field, Cell one, Cell other, Table table) {
        return one.equals(other) || of(field, one, table).equals(of(field, other, table));
    }

    /** What is read of a cell, to be compared with another of its field; the cell itself where that is nothing. */
    static Object of(Field field, Cell cell, Table table) {
        Object read = field.isMoney() ? Amounts.of(cell) : ofOther(field, cell, table);
        return read == null ? cell : read;
    }

    private static @Nullable Object ofOther(Field field, Cell cell, Table table) {
        return switch (field) {
            case CHECK_DATE, SERVICE_DATE, SUBMITTED_DATE -> Dates.of(cell, table.dateOrder(), table.epoch1904());
            case PROCEDURE_CODE, ORIGINAL_CODE -> CodeText.of(cell);
            default -> ofText(field, Ids.key(cell));
        };
    }

    private static @Nullable Object ofText(Field field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (field) {
            case MODIFIERS, REMARK_CODES -> words(text, "");
            case DIAGNOSES -> words(text, ".");
            case UNITS, PAID_UNITS -> RowValues.units(text, false);
            case LINE_NUMBER, LINE_SEQUENCE -> RowValues.number(text);
            case CLAIM_STATUS -> Meanings.claimStatus(text);
            case PLACE_OF_SERVICE -> Meanings.place(text);
            default -> text;
        };
    }

    private static List<String> words(String text, String within) {
        List<String> words = new ArrayList<>(2);
        RowValues.split(text, within, words);
        return words;
    }
}
