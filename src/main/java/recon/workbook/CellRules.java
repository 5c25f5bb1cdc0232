package recon.workbook;

import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What Excel itself watches on a sheet: deadlines, equations that do not tie, and what may stand in Status. */
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

    /** Marks the cells that hold exactly this text. */
    static void mark(XSSFSheet sheet, CellRangeAddress cells, String text) {
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule =
                formats.createConditionalFormattingRule(ComparisonOperator.EQUAL, "\"" + text + "\"");
        look(rule, Palette.ALARM, Palette.WHITE, true);
        formats.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
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
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(STATUSES),
                new CellRangeAddressList(
                        cells.getFirstRow(), cells.getLastRow(), cells.getFirstColumn(), cells.getLastColumn()));
        validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        validation.setShowErrorBox(true);
        validation.createErrorBox("Status", "This status is not in the list. Keep it?");
        validation.setEmptyCellAllowed(true);
        sheet.addValidationData(validation);
    }
}
