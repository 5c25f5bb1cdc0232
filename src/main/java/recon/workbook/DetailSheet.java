package recon.workbook;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/**
 * A sheet of one table: headings in row 1, one row for each thing added, no title above and no total below, so that filters, pivot
 * tables and other people's formulas can take it as it is. What a sheet cannot hold goes on in another at the end.
 *
 * @param <T> what a row shows
 */
final class DetailSheet<T> {

    private static final int POINTS_OF_HEADING = 32;
    private static final float POINTS_OF_LINE = 13;
    private static final int COLUMNS_THAT_NAME_A_ROW = 3;
    private static final int MOST_LINES = 8;

    private final StreamedWorkbook workbook;
    private final String name;
    private final String about;
    private final List<Column<T>> columns;
    private final SortedSet<String> owners = new TreeSet<>(ReadingOrder.OF_TEXTS);
    private final List<Sheet> parts = new ArrayList<>();
    private Sheet sheet;
    private int rowsOfPart;

    /** @param about one sentence on what the sheet lists, for the summary and the data dictionary */
    DetailSheet(StreamedWorkbook workbook, String name, String about, List<Column<T>> columns) {
        this.workbook = workbook;
        this.name = name;
        this.about = about;
        this.columns = columns;
        sheet = workbook.createSheet(name);
        parts.add(sheet);
        layOut();
    }

    private void goOn() {
        sheet = workbook.createSheet(SheetParts.name(name, parts.size() + 1));
        parts.add(sheet);
        rowsOfPart = 0;
        layOut();
    }

    private void layOut() {
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, columns.get(i).width() * 256);
        }
        writeHeadings();
        boolean wide = columns.size() > 14;
        sheet.createFreezePane(wide ? COLUMNS_THAT_NAME_A_ROW : 0, 1);
        layOutForPrint(sheet, wide);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        if (wide) {
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, COLUMNS_THAT_NAME_A_ROW - 1));
        }
    }

    private void writeHeadings() {
        Row row = sheet.createRow(0);
        row.setHeightInPoints(POINTS_OF_HEADING);
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            Cell cell = row.createCell(i);
            cell.setCellValue(column.heading());
            cell.setCellStyle(workbook.styles().heading(column.format()));
        }
    }

    static void layOutForPrint(Sheet sheet, boolean wide) {
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(wide ? PrintSetup.TABLOID_PAPERSIZE : PrintSetup.LETTER_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.5);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        sheet.getFooter().setLeft("&F - &A");
        sheet.getFooter().setRight("Page &P of &N");
    }

    void add(T item) {
        if (rowsOfPart == SheetParts.MOST_ROWS) {
            goOn();
        }
        rowsOfPart++;
        Row row = sheet.createRow(rowsOfPart);
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            Object value = column.value().of(item);
            write(row.createCell(i), value, column.format(), workbook.styles());
            lines = Math.max(lines, linesOf(value, column));
            if (column.heading().equals("Owner") && value instanceof String owner && !owner.isBlank()) {
                owners.add(owner);
            }
        }
        // Excel fits a row to its text only when somebody edits it, so the height is set here.
        row.setHeightInPoints(POINTS_OF_LINE * Math.min(lines, MOST_LINES) + 2);
    }

    private static <T> int linesOf(@Nullable Object value, Column<T> column) {
        return value instanceof String text ? CellText.lines(text, (column.width() - 2) * 5 / 4) : 1;
    }

    /** Writes a value into a cell: a number as a number, a date as a date, and a text as nothing but text. */
    static void write(Cell cell, @Nullable Object value, CellFormat format, CellStyles styles) {
        write(cell, value, styles.plain(shownAs(value, format)));
        if (value instanceof String text && CellText.looksLikeFormula(text)) {
            cell.setCellStyle(styles.quoted(format));
        }
    }

    /** A column of counts may hold dollars too, as the control totals do, and one of anything dollars or a date. */
    private static CellFormat shownAs(@Nullable Object value, CellFormat format) {
        if (value instanceof Money && (format == CellFormat.COUNT || format == CellFormat.ANY)) {
            return CellFormat.MONEY;
        }
        return value instanceof LocalDate && format == CellFormat.ANY ? CellFormat.DATE : format;
    }

    static void write(Cell cell, @Nullable Object value, CellStyle style) {
        cell.setCellStyle(style);
        if (value instanceof Money money) {
            cell.setCellValue(money.toDollars().doubleValue());
        } else if (value instanceof BigDecimal || value instanceof Long || value instanceof Integer) {
            cell.setCellValue(((Number) value).doubleValue());
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else if (value instanceof String text) {
            cell.setCellValue(CellText.clean(text));
        } else if (value != null) {
            throw new IllegalArgumentException("no cell can hold a " + value.getClass());
        }
    }

    /** Sets what needs the last row: to be called once, after the last {@link #add}. */
    void finish() {
        for (Sheet part : parts) {
            finish(part, rowsOf(part));
        }
    }

    private void finish(Sheet part, int rows) {
        part.setAutoFilter(new CellRangeAddress(0, rows, 0, columns.size() - 1));
        XSSFSheet inMemory = workbook.inMemory(part.getSheetName());
        int last = Math.max(1, rows);
        for (int i = 0; i < columns.size(); i++) {
            CellRangeAddress cells = new CellRangeAddress(1, last, i, i);
            switch (columns.get(i).heading()) {
                case "Days left" -> CellRules.daysLeft(inMemory, cells);
                case "Status" -> CellRules.statusList(inMemory, cells);
                case "Owner" -> CellRules.ownerList(inMemory, cells, owners);
                case "Result" ->
                    CellRules.markRows(inMemory, new CellRangeAddress(1, last, 0, columns.size() - 1), i, "NOT OK");
                case "Line key" -> part.setColumnHidden(i, true);
                default -> {}
            }
        }
    }

    private int rowsOf(Sheet part) {
        return part == sheet ? rowsOfPart : SheetParts.MOST_ROWS;
    }

    String name() {
        return name;
    }

    String about() {
        return about;
    }

    int rows() {
        return parts.stream().mapToInt(this::rowsOf).sum();
    }

    List<Column<T>> columns() {
        return columns;
    }

    /**
     * The cells below a heading, for a function of a formula on another sheet: {@code 'Underpaid lines'!$U$2:$U$181}; the parts of a list
     * separated by commas.
     */
    String reference(String heading) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).heading().equals(heading)) {
                String letter = CellReference.convertNumToColString(i);
                return parts.stream()
                        .map(part -> "'%s'!$%s$2:$%s$%d"
                                .formatted(part.getSheetName(), letter, letter, Math.max(2, rowsOf(part) + 1)))
                        .collect(joining(","));
            }
        }
        throw new IllegalArgumentException("sheet " + name + " has no column " + heading);
    }
}
