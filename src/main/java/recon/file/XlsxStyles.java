package recon.file;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Which cell styles show a number as a date (ECMA-376 part 1, 18.8.30, numFmt, and 18.8.45, cellXfs). */
final class XlsxStyles {

    private final BitSet dateStyles = new BitSet();

    /** @param part null for a workbook without styles, in which no number is a date */
    static XlsxStyles read(ZipParts parts, @Nullable String part) throws UnreadableFileException {
        XlsxStyles styles = new XlsxStyles();
        if (part != null) {
            try (XmlPart xml = parts.xml(part)) {
                styles.read(xml);
            }
        }
        return styles;
    }

    boolean isDate(int style) {
        return dateStyles.get(style);
    }

    private void read(XmlPart xml) throws UnreadableFileException {
        Map<Integer, String> formats = new HashMap<>();
        boolean inCellFormats = false;
        int style = 0;
        for (int event = xml.next(); event != XmlPart.FINISHED; event = xml.next()) {
            if (event == XmlPart.TEXT) {
                continue;
            }
            String element = xml.localName();
            if (element.equals("cellXfs")) {
                inCellFormats = event == XmlPart.START;
            } else if (event == XmlPart.START && element.equals("numFmt")) {
                formats.put(number(xml.attribute("numFmtId")), String.valueOf(xml.attribute("formatCode")));
            } else if (event == XmlPart.START && inCellFormats && element.equals("xf")) {
                dateStyles.set(style++, showsDate(number(xml.attribute("numFmtId")), formats));
            }
        }
    }

    private static boolean showsDate(int id, Map<Integer, String> formats) {
        return showsDate(id, formats.get(id));
    }

    /**
     * @param id the number of the format
     * @param code its code, or null for a built-in one
     */
    static boolean showsDate(int id, @Nullable String code) {
        // 27-36 and 50-58 are the dates of East Asian workbooks, built in there and named nowhere else
        if (code == null && (id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
            return true;
        }
        String format = code == null ? BuiltinFormats.getBuiltinFormat(id) : code;
        return format != null && DateUtil.isADateFormat(id, format);
    }

    private static int number(@Nullable String attribute) {
        try {
            return attribute == null ? 0 : Integer.parseInt(attribute.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
