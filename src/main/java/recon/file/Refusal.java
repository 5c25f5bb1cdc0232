package recon.file;

import java.util.Locale;

/**
 * The sentences by which workbooks and delimited text are refused: what is wrong and what the person can do. None takes a cell's
 * content.
 */
enum Refusal {
    EMPTY("is empty: export it again"),
    UNREADABLE("cannot be read from disk: check that it is there, complete and not open elsewhere"),
    UNKNOWN_BINARY("is neither a spreadsheet nor text (%s): send it as Excel Workbook (.xlsx) or csv"),
    ZIP_ARCHIVE("is a zip archive without a workbook in it: unpack it and put the files themselves in the folder"),
    DAMAGED_ZIP("is a truncated or damaged workbook: export or copy it again"),
    DUPLICATE_ENTRY(
            "holds two parts of the same name (duplicate zip entry), so two programs could read two different files: open it in Excel and save it again"),
    BOMB("unpacks to far more than a workbook of its size can hold (a zip bomb): ask the sender for a clean export"),
    DOCTYPE(
            "holds an XML document type (DOCTYPE, entities), which no workbook needs: ask the sender for a clean export"),
    DAMAGED_PART("part %s is damaged near line %d: open the workbook in Excel and save it again"),
    MISSING_PART("refers to part %s, which it does not hold: open the workbook in Excel and save it again"),
    NO_SHEETS("holds no sheets: open it in Excel and save it again"),
    XLSB("is an Excel binary workbook (.xlsb): save it as Excel Workbook (.xlsx)"),
    OLD_EXCEL("is an Excel 5.0/95 or older workbook: save it as Excel Workbook (.xlsx)"),
    NOT_A_WORKBOOK("is an Office document but no workbook (%s): save the table as Excel Workbook (.xlsx)"),
    WEB_PAGE("is a web page, whatever its name: open it in Excel and save it as Excel Workbook (.xlsx)"),
    XML_2003("is an XML Spreadsheet 2003: open it in Excel and save it as Excel Workbook (.xlsx)"),
    OPEN_DOCUMENT("is an OpenDocument spreadsheet (.ods): save it as Excel Workbook (.xlsx)"),
    OTHER_XML("is an XML document and no workbook: save the table as Excel Workbook (.xlsx) or csv"),
    TEXT_NAMED_WORKBOOK("is text without columns and no workbook, whatever its name: export the workbook again"),
    PASSWORD("is password-protected: name a file that holds its password in recon.workbook-password-file (or set"
            + " RECON_WORKBOOK_PASSWORD), or save it without a password"),
    WRONG_PASSWORD(
            "is password-protected, and the password given does not open it: check it, or save the workbook without a password"),
    UNKNOWN_ENCRYPTION("is encrypted in a way that cannot be opened here: save it without a password"),
    DAMAGED_XLS("is a truncated or damaged .xls workbook: open it in Excel and save it as Excel Workbook (.xlsx)"),
    LONG_TEXT(
            "%s holds a text of more than 32,767 characters, more than an Excel cell can: shorten it, or ask for a clean export"),
    UNKNOWN_TEXT(
            "sheet '%s' row %d refers to a shared text that the workbook does not hold: open it in Excel and save it again"),
    DISORDER(
            "sheet '%s' row %d: rows or cells are out of order, repeated or beyond Excel's limits: open the workbook in Excel and save it again"),
    TOO_MANY_MERGED("sheet '%s' holds more than a million merged areas: unmerge them and save it again"),
    BROKEN_QUOTING(
            "line %d: broken quoting (a quotation mark that is not closed, or text after a closing one): correct the line, or export the file again"),
    BINARY_TEXT("holds bytes that are no text (a NUL character): export it again as csv or Excel Workbook (.xlsx)"),
    UNKNOWN_ENCODING("is text in no known encoding (UTF-8, UTF-16, Windows-1252): export it again as UTF-8"),
    TOO_MANY_COLUMNS("line %d has more than 16,384 columns, more than Excel can: export the file again");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** The refusal of one file. */
    UnreadableFileException of(String file, Object... details) {
        String reason = String.format(Locale.ROOT, sentence, details);
        return this == PASSWORD || this == WRONG_PASSWORD
                ? new LockedFileException(file, reason)
                : new UnreadableFileException(file, reason);
    }
}
