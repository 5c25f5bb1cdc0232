package recon.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An xlsx of one sheet as Excel saves it: texts in the shared table, numbers and dates plain. Texts that repeat are shared; the others
 * wait in a file beside the workbook, so that memory does not grow with the rows.
 */
final class WorkbookSink implements RowSink {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final int SHARED_TEXTS = 10_000;
    private static final int SHARED_LENGTH = 12;

    private final Path texts;
    private final Writer textWriter;
    private final Map<String, Integer> shared = new HashMap<>();
    private int textCount;

    private final ZipOutputStream zip;
    private final Writer sheet;
    private final StringBuilder row = new StringBuilder(1500);
    private int rowNumber = 1;
    private int column;

    WorkbookSink(Path file) throws IOException {
        texts = file.resolveSibling("." + file.getFileName() + ".texts");
        textWriter = Files.newBufferedWriter(texts);
        zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        sheet = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        writeFrame();
        begin("xl/worksheets/sheet1.xml");
        sheet.write("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        startRow();
    }

    private void writeFrame() throws IOException {
        String content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + override("workbook", content + "sheet.main")
                        + override("worksheets/sheet1", content + "worksheet")
                        + override("sharedStrings", content + "sharedStrings") + override("styles", content + "styles")
                        + "</Types>");
        part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"Payments\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                relations(relation(1, "worksheet", "worksheets/sheet1.xml")
                        + relation(2, "sharedStrings", "sharedStrings.xml")
                        + relation(3, "styles", "styles.xml")));
        part(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"1\"><font/></fonts>"
                        + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
                        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                        + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/>"
                        + "<xf numFmtId=\"4\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + type + "+xml\"/>";
    }

    private static String relation(int id, String kind, String target) {
        return "<Relationship Id=\"r" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
    }

    private void part(String name, String xml) throws IOException {
        begin(name);
        sheet.write(xml);
        sheet.flush();
    }

    private void begin(String part) throws IOException {
        zip.putNextEntry(new ZipEntry(part));
        sheet.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    }

    @Override
    public RowSink text(String text) throws IOException {
        return text.isEmpty() ? skip() : cell(" t=\"s\"><v>").value(index(text));
    }

    private int index(String text) throws IOException {
        Integer known = shared.get(text);
        if (known != null) {
            return known;
        }
        textWriter.append("<si><t>").append(text).append("</t></si>");
        if (shared.size() < SHARED_TEXTS && text.length() <= SHARED_LENGTH) {
            shared.put(text, textCount);
        }
        return textCount++;
    }

    @Override
    public RowSink amount(long cents) {
        cell(" s=\"2\"><v>");
        Decimals.append(row, cents);
        row.append("</v></c>");
        return this;
    }

    @Override
    public RowSink number(int number) {
        return cell("><v>").value(number);
    }

    @Override
    public RowSink date(LocalDate date) {
        return cell(" s=\"1\"><v>").value((int) ChronoUnit.DAYS.between(EPOCH, date));
    }

    private WorkbookSink skip() {
        column++;
        return this;
    }

    private WorkbookSink cell(String rest) {
        row.append("<c r=\"")
                .append((char) ('A' + column))
                .append(rowNumber)
                .append('"')
                .append(rest);
        column++;
        return this;
    }

    private WorkbookSink value(int value) {
        row.append(value).append("</v></c>");
        return this;
    }

    private void startRow() {
        row.setLength(0);
        row.append("<row r=\"").append(rowNumber).append("\">");
        column = 0;
    }

    @Override
    public void endRow() throws IOException {
        sheet.append(row.append("</row>"));
        rowNumber++;
        startRow();
    }

    @Override
    public void close() throws IOException {
        textWriter.close();
        try (zip) {
            sheet.write("</sheetData></worksheet>");
            sheet.flush();
            part("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\" uniqueCount=\"" + textCount + "\">");
            Files.copy(texts, zip);
            sheet.write("</sst>");
            sheet.flush();
        } finally {
            Files.deleteIfExists(texts);
        }
    }
}
