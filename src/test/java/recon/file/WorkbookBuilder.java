package recon.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small workbooks part by part, so that a test can write what no library would. */
final class WorkbookBuilder {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();

    WorkbookBuilder() {
        part(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Default Extension='xml' ContentType='application/xml'/>"
                        + override("workbook", "sheet.main")
                        + override("worksheets/sheet1", "worksheet")
                        + override("sharedStrings", "sharedStrings")
                        + override("styles", "styles")
                        + "</Types>");
        part("_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml")));
        part("xl/workbook.xml", workbook("", "<sheet name='Payments' sheetId='1' r:id='r1'/>"));
        part(
                "xl/_rels/workbook.xml.rels",
                relations(relation("r1", "worksheet", "worksheets/sheet1.xml")
                        + relation("r2", "sharedStrings", "sharedStrings.xml")
                        + relation("r3", "styles", "/xl/styles.xml")));
        part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'/>");
        part(
                "xl/styles.xml",
                "<styleSheet xmlns='" + MAIN
                        + "'><numFmts><numFmt numFmtId='170' formatCode='dd\\-mmm\\-yy'/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='4'/></cellXfs>"
                        + "</styleSheet>");
        sheet("");
    }

    private static String override(String part, String kind) {
        return "<Override PartName='/xl/" + part
                + ".xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml'/>";
    }

    static String workbook(String properties, String sheets) {
        return "<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'>" + properties + "<sheets>" + sheets
                + "</sheets></workbook>";
    }

    static String relation(String id, String kind, String target) {
        return "<Relationship Id='" + id + "' Type='" + OFFICE + "/" + kind + "' Target='" + target + "'/>";
    }

    static String relations(String relations) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + relations
                + "</Relationships>";
    }

    WorkbookBuilder part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    WorkbookBuilder without(String name) {
        parts.remove(name);
        return this;
    }

    /** The rows of the only sheet, as XML. */
    WorkbookBuilder sheet(String rows) {
        return sheet(rows, "");
    }

    WorkbookBuilder sheet(String rows, String behindTheRows) {
        return part(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData>" + behindTheRows + "</worksheet>");
    }

    WorkbookBuilder sharedStrings(String items) {
        return part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "' count='1' uniqueCount='1'>" + items + "</sst>");
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writeTo(bytes);
        return bytes.toByteArray();
    }

    void writeTo(OutputStream out) {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
