package recon.workbook;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of one workbook, each made once. */
final class CellStyles {

    private static final String FONT = "Calibri";

    private final XSSFWorkbook workbook;
    private final Map<CellFormat, CellStyle> plain = new EnumMap<>(CellFormat.class);
    private final Map<CellFormat, CellStyle> figure = new EnumMap<>(CellFormat.class);
    private final Map<CellFormat, CellStyle> quoted = new EnumMap<>(CellFormat.class);
    private final Map<CellFormat, CellStyle> total = new EnumMap<>(CellFormat.class);
    private final Map<CellFormat, CellStyle> subtotal = new EnumMap<>(CellFormat.class);
    private final Map<CellFormat, CellStyle> key = new EnumMap<>(CellFormat.class);
    private final Map<Short, CellStyle> quotedByStyle = new HashMap<>();
    final CellStyle heading;
    final CellStyle numberHeading;
    final CellStyle dateHeading;
    final CellStyle inputHeading;
    final CellStyle title;
    final CellStyle section;
    final CellStyle label;
    final CellStyle numberLabel;
    final CellStyle warning;
    final CellStyle link;

    CellStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        for (CellFormat format : CellFormat.values()) {
            plain.put(format, body(format, Look.PLAIN));
            figure.put(format, body(format, Look.FIGURE));
            quoted.put(format, body(format, Look.QUOTED));
            total.put(format, body(format, Look.TOTAL));
            subtotal.put(format, body(format, Look.SUBTOTAL));
            key.put(format, body(format, Look.KEY_FIGURE));
        }
        heading = heading(Palette.HEADING, Palette.WHITE);
        heading.setAlignment(HorizontalAlignment.LEFT);
        heading.setIndention((short) 1);
        numberHeading = heading(Palette.HEADING, Palette.WHITE);
        numberHeading.setAlignment(HorizontalAlignment.RIGHT);
        dateHeading = heading(Palette.HEADING, Palette.WHITE);
        dateHeading.setAlignment(HorizontalAlignment.CENTER);
        inputHeading = heading(Palette.INPUT_HEADING, Palette.INK);
        inputHeading.setAlignment(HorizontalAlignment.LEFT);
        inputHeading.setIndention((short) 1);
        title = words(16, true, Palette.HEADING);
        section = words(12, true, Palette.HEADING);
        label = words(10, false, Palette.MUTED);
        numberLabel = words(10, false, Palette.MUTED);
        numberLabel.setAlignment(HorizontalAlignment.RIGHT);
        numberLabel.setIndention((short) 0);
        warning = warning();
        link = linkStyle();
    }

    CellStyle heading(CellFormat format) {
        return switch (format) {
            case COUNT, ANY, MONEY, PERCENT -> numberHeading;
            case DATE -> dateHeading;
            case INPUT -> inputHeading;
            default -> heading;
        };
    }

    CellStyle plain(CellFormat format) {
        return of(plain, format);
    }

    /** As plain, for the single lines of a summary. */
    CellStyle figure(CellFormat format) {
        return of(figure, format);
    }

    CellStyle quoted(CellFormat format) {
        return of(quoted, format);
    }

    /** The same style for a text that looks like a formula; made where it is needed, which is seldom. */
    CellStyle quoted(CellStyle style) {
        return quotedByStyle.computeIfAbsent(style.getIndex(), index -> {
            XSSFCellStyle quotedStyle = workbook.createCellStyle();
            quotedStyle.cloneStyleFrom(style);
            quotedStyle.setQuotePrefixed(true);
            return quotedStyle;
        });
    }

    CellStyle total(CellFormat format) {
        return of(total, format);
    }

    CellStyle subtotal(CellFormat format) {
        return of(subtotal, format);
    }

    CellStyle keyFigure(CellFormat format) {
        return of(key, format);
    }

    private static CellStyle of(Map<CellFormat, CellStyle> styles, CellFormat format) {
        CellStyle style = styles.get(format);
        if (style == null) {
            throw new IllegalStateException("no style for " + format);
        }
        return style;
    }

    private enum Look {
        PLAIN,
        FIGURE,
        QUOTED,
        TOTAL,
        SUBTOTAL,
        KEY_FIGURE
    }

    private CellStyle body(CellFormat format, Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(numberFormat(format, look)));
        boolean bold = look == Look.TOTAL || look == Look.SUBTOTAL || look == Look.KEY_FIGURE;
        style.setFont(font(look == Look.KEY_FIGURE ? 12 : 10, bold, Palette.INK));
        boolean oneLine = look != Look.PLAIN && look != Look.QUOTED;
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        // An identifier that was cut at the edge of its cell would look like another, whole one.
        style.setWrapText(!oneLine && isWords(format));
        style.setShrinkToFit(look == Look.FIGURE && isWords(format));
        style.setQuotePrefixed(look == Look.QUOTED);
        if (format == CellFormat.DATE) {
            style.setAlignment(HorizontalAlignment.CENTER);
        }
        if (look == Look.KEY_FIGURE || isWords(format)) {
            style.setAlignment(HorizontalAlignment.LEFT);
            style.setIndention((short) 1);
        }
        if (format == CellFormat.INPUT) {
            fill(style, Palette.INPUT);
        }
        if (look == Look.TOTAL || look == Look.SUBTOTAL) {
            style.setBorderTop(look == Look.TOTAL ? BorderStyle.MEDIUM : BorderStyle.THIN);
            style.setTopBorderColor(color(Palette.HEADING));
            fill(style, Palette.BAND);
        } else if (look != Look.KEY_FIGURE) {
            style.setBorderBottom(BorderStyle.HAIR);
            style.setBottomBorderColor(color(Palette.RULE));
        }
        return style;
    }

    private static boolean isWords(CellFormat format) {
        return switch (format) {
            case TEXT, IDENTIFIER, SENTENCES, INPUT -> true;
            case COUNT, ANY, MONEY, PERCENT, DATE -> false;
        };
    }

    private static String numberFormat(CellFormat format, Look look) {
        boolean inSummary = look == Look.TOTAL || look == Look.KEY_FIGURE;
        return format == CellFormat.MONEY && inSummary ? "$#,##0.00;-$#,##0.00;$0.00" : format.numberFormat();
    }

    private CellStyle heading(String ground, String ink) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(10, true, ink));
        fill(style, ground);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderBottom(BorderStyle.MEDIUM);
        style.setBottomBorderColor(color(Palette.INK));
        return style;
    }

    private CellStyle warning() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(10, true, Palette.INK));
        fill(style, Palette.NOTICE);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setIndention((short) 1);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(color(Palette.ALARM));
        return style;
    }

    private CellStyle words(int points, boolean bold, String ink) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setIndention((short) 1);
        style.setFont(font(points, bold, ink));
        return style;
    }

    private CellStyle linkStyle() {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = font(10, false, Palette.LINK);
        font.setUnderline(XSSFFont.U_SINGLE);
        style.setFont(font);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setIndention((short) 1);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private XSSFFont font(int points, boolean bold, String ink) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(color(ink));
        return font;
    }

    private static void fill(XSSFCellStyle style, String ground) {
        style.setFillForegroundColor(color(ground));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    static XSSFColor color(String hex) {
        return new XSSFColor(HexFormat.of().parseHex(hex), null);
    }
}
