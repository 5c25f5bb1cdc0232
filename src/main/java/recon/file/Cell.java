package recon.file;

import java.time.LocalDate;

/** What a file stores in one cell, before anybody asks what it means. */
public sealed interface Cell {

    Cell BLANK = new Blank();

    /** Nothing, or nothing but white space, which may stand in what keeps a text a text: {@code ="   "}, {@code '}. */
    record Blank() implements Cell {}

    /** Text as stored; always the case for csv and X12. Never blank. */
    record Text(String text) implements Cell {}

    /**
     * A number as a spreadsheet stores it, which may differ from what it displays.
     *
     * @param stored the number as the file writes it, in plain or exponent form ({@code 1.23E+15}); a binary double (xls) as the
     *     shortest text that reads back as the same double; with the zeros in front that a format such as {@code 00000000} shows
     * @param shown what the cell's format shows it as
     * @param epoch1904 whether date serials of this workbook count from 1904
     */
    record Number(String stored, Shown shown, boolean epoch1904) implements Cell {

        public enum Shown {
            PLAIN,
            /** The number may be a date serial. */
            DATE,
            /** 0.2 stands for 20 %, and for no amount. */
            PERCENT
        }

        public boolean dateFormatted() {
            return shown == Shown.DATE;
        }
    }

    /** A date stored as such ({@code t="d"}). */
    record Date(LocalDate date) implements Cell {}

    record Bool(boolean value) implements Cell {}

    /** An error value such as {@code #N/A}. */
    record Error(String code) implements Cell {}

    /** A formula whose result the file does not hold: opened and saved once in Excel, it would. */
    record FormulaWithoutValue() implements Cell {}

    /** A text as a cell: blank where it says nothing. */
    static Cell of(String text) {
        return CellText.cell(text);
    }

    default boolean isBlank() {
        return this instanceof Blank;
    }
}
