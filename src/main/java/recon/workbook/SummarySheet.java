package recon.workbook;

import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** A page to print and to present: a title, facts, key figures, small tables, charts. Rows and columns count from 0. */
final class SummarySheet {

    private static final float POINTS_OF_LINE = 13.5f;
    private static final int CHARACTERS_OF_A_LINE = 160;
    /** More would be too small to read on a letter page. */
    private static final int ROWS_OF_A_PAGE_ACROSS = 50;

    private static final int ROWS_OF_AN_UPRIGHT_PAGE = 90;

    private final StreamedWorkbook workbook;
    private final XSSFSheet sheet;

    SummarySheet(StreamedWorkbook workbook, String name, int... widths) {
        this.workbook = workbook;
        sheet = workbook.smallSheet(name);
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * 256);
        }
        sheet.setDisplayGridlines(false);
        DetailSheet.layOutForPrint(sheet, false);
        sheet.setHorizontallyCenter(true);
    }

    XSSFSheet sheet() {
        return sheet;
    }

    CellStyles styles() {
        return workbook.styles();
    }

    /** A text that looks like a formula, as a payer's name may, stays a text when somebody edits its cell. */
    void put(int row, int column, @Nullable Object value, CellStyle style) {
        boolean quoted = value instanceof String text && CellText.looksLikeFormula(text);
        DetailSheet.write(cell(row, column), value, quoted ? styles().quoted(style) : style);
    }

    /** A formula with the value that it will have, so that a reader that does not calculate sees it too. */
    void formula(int row, int column, String formula, Object cached, CellStyle style) {
        Cell cell = cell(row, column);
        cell.setCellFormula(formula);
        DetailSheet.write(cell, cached, style);
    }

    void link(int row, int column, String text, String sheetName) {
        Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + sheetName + "'!A1");
        Cell cell = cell(row, column);
        cell.setCellValue(text);
        cell.setCellStyle(styles().link);
        cell.setHyperlink(link);
    }

    /** A line over the page's whole width that cannot be overlooked, in print either. */
    void warning(int row, int lastColumn, String text) {
        merged(row, lastColumn, "\u26a0 " + text, styles().warning);
        sheet.getRow(row).setHeightInPoints(POINTS_OF_LINE * CellText.lines(text, CHARACTERS_OF_A_LINE) + 4);
    }

    /** A text over several columns, from the first one. */
    void merged(int row, int lastColumn, String text, CellStyle style) {
        for (int column = 0; column <= lastColumn; column++) {
            put(row, column, column == 0 ? text : null, style);
        }
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, lastColumn));
    }

    /** Headings from the left; from {@code firstNumber} on they stand at the right, over numbers. */
    void headings(int row, int firstNumber, List<String> headings) {
        for (int i = 0; i < headings.size(); i++) {
            put(row, i, headings.get(i), i < firstNumber ? styles().heading : styles().numberHeading);
        }
        sheet.getRow(row).setHeightInPoints(30);
    }

    private Cell cell(int row, int column) {
        Row existing = sheet.getRow(row);
        Row of = existing == null ? sheet.createRow(row) : existing;
        return of.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /** The workbook's title and which month, run and revision it tells of; takes rows 0 to 6. */
    void banner(String title, MonthReport report) {
        put(0, 0, title, styles().title);
        sheet.getRow(0).setHeightInPoints(24);
        put(
                1,
                0,
                "US dollars. What is expected is compared with what the payer allowed, never with what it paid.",
                styles().label);
        fact(3, "Month", report.month().toString(), CellFormat.TEXT);
        fact(4, "As of", report.asOf(), CellFormat.DATE);
        fact(5, "Run", report.run(), CellFormat.COUNT);
        fact(6, "Revision", report.revision(), CellFormat.COUNT);
    }

    private void fact(int row, String label, Object value, CellFormat format) {
        put(row, 0, label, styles().label);
        put(row, 1, value instanceof Number number ? number.longValue() : value, styles().keyFigure(format));
    }

    /** Lists the workbook's sheets, each with a link and what it holds. */
    void contents(int row, int lastColumn, List<? extends DetailSheet<?>> sheets) {
        put(row, 0, "In this workbook", styles().section);
        put(row, lastColumn, "Rows", styles().numberLabel);
        int at = row + 1;
        for (DetailSheet<?> detail : sheets) {
            link(at, 0, detail.name(), detail.name());
            put(at, 1, detail.about(), styles().label);
            put(at, lastColumn, detail.rows(), styles().figure(CellFormat.COUNT));
            at++;
        }
        boolean upright = at > ROWS_OF_A_PAGE_ACROSS;
        sheet.getPrintSetup().setLandscape(!upright);
        sheet.getPrintSetup().setFitHeight((short) (upright ? 1 + at / ROWS_OF_AN_UPRIGHT_PAGE : 1));
        workbook.setPrintArea(workbook.getSheetIndex(sheet.getSheetName()), 0, lastColumn, 0, at);
    }
}
