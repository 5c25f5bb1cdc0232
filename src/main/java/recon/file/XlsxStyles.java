package recon.file;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each cell style shows a number as (ECMA-376 part 1, 18.8.30, numFmt, and 18.8.45, cellXfs). */
final class XlsxStyles {

    private XlsxStyles() {}

    /** @param part null for a workbook without styles, in which no number is a date */
    static NumberFormats read(ZipParts parts, @Nullable String part) throws UnreadableFileException {
        NumberFormats styles = new NumberFormats();
        if (part != null) {
            try (XmlPart xml = parts.xml(part)) {
                read(xml, styles);
            }
        }
        return styles;
    }

    private static void read(XmlPart xml, NumberFormats styles) throws UnreadableFileException {
        Map<Integer, String> formats = new HashMap<>();
        boolean inCellFormats = false;
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
                int format = number(xml.attribute("numFmtId"));
                styles.add(format, formats.get(format));
            }
        }
    }

    private static int number(@Nullable String attribute) {
        try {
            return attribute == null ? 0 : Integer.parseInt(attribute.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
