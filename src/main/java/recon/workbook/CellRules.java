package recon.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What Excel itself watches on a sheet: deadlines, equations that do not tie, and what Status and Owner offer. */
final class CellRules {

    /** What the drop-down list of the Status column offers. */
    static final String[] STATUSES = {
        "Open",
        "In progress",
        "Appealed",
        "Corrected claim sent",
        "Waiting for payer",
        "Paid",
        "Written off",
        "No action"
    };

    /** Excel's limit for a list that stands in the rule itself. */
    private static final int MOST_CHARACTERS_OF_A_LIST = 255;

    private static final int NEAR_DAYS = 14;
    private static final int IN_SIGHT_DAYS = 30;

    private CellRules() {}

    /** Past, near (14 days) and in sight (30 days): dark, middle and light ground, so that they differ in print too. */
    static void daysLeft(XSSFSheet sheet, CellRangeAddress cells) {
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        String first = cells.formatAsString().split(":")[0];
        ConditionalFormattingRule past =
                formats.createConditionalFormattingRule("AND(ISNUMBER(%s),%s<0)".formatted(first, first));
        look(past, Palette.ALARM, Palette.WHITE, true);
        ConditionalFormattingRule near =
                formats.createConditionalFormattingRule("AND(ISNUMBER(%s),%s<=%d)".formatted(first, first, NEAR_DAYS));
        look(near, Palette.WARN, Palette.INK, true);
        ConditionalFormattingRule inSight = formats.createConditionalFormattingRule(
                "AND(ISNUMBER(%s),%s<=%d)".formatted(first, first, IN_SIGHT_DAYS));
        look(inSight, Palette.NOTICE, Palette.INK, false);
        formats.addConditionalFormatting(
                new CellRangeAddress[] {cells}, new ConditionalFormattingRule[] {past, near, inSight});
    }

    /** Marks the rows that hold exactly this text in one column, over their whole width. */
    static void markRows(XSSFSheet sheet, CellRangeAddress rows, int column, String text) {
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        String cell = "$" + CellReference.convertNumToColString(column) + (rows.getFirstRow() + 1);
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule("%s=\"%s\"".formatted(cell, text));
        look(rule, Palette.ALARM, Palette.WHITE, true);
        formats.addConditionalFormatting(new CellRangeAddress[] {rows}, rule);
    }

    private static void look(ConditionalFormattingRule rule, String ground, String ink, boolean bold) {
        PatternFormatting pattern = rule.createPatternFormatting();
        pattern.setFillBackgroundColor(CellStyles.color(ground));
        pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        FontFormatting font = rule.createFontFormatting();
        font.setFontStyle(false, bold);
        font.setFontColor(CellStyles.color(ink));
    }

    /** A drop-down list. Another word is warned of, not refused: a practice may have its own. */
    static void statusList(XSSFSheet sheet, CellRangeAddress cells) {
        DataValidation validation = list(sheet, cells, STATUSES);
        validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        validation.setShowErrorBox(true);
        validation.createErrorBox("Status", "This status is not in the list. Keep it?");
        sheet.addValidationData(validation);
    }

    /** Offers the owners that the sheet names already, as many as Excel takes; any other may be typed. */
    static void ownerList(XSSFSheet sheet, CellRangeAddress cells, SortedSet<String> owners) {
        List<String> offered = new ArrayList<>();
        int characters = 0;
        for (String owner : owners) {
            characters += owner.length() + 1;
            if (characters <= MOST_CHARACTERS_OF_A_LIST && owner.indexOf(',') < 0 && owner.indexOf('"') < 0) {
                offered.add(owner);
            }
        }
        if (!offered.isEmpty()) {
            DataValidation validation = list(sheet, cells, offered.toArray(String[]::new));
            validation.setShowErrorBox(false);
            sheet.addValidationData(validation);
        }
    }

    private static DataValidation list(XSSFSheet sheet, CellRangeAddress cells, String[] words) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(words),
                new CellRangeAddressList(
                        cells.getFirstRow(), cells.getLastRow(), cells.getFirstColumn(), cells.getLastColumn()));
        validation.setEmptyCellAllowed(true);
        return validation;
    }
}
