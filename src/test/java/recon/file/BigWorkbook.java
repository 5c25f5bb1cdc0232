package recon.file;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Writes large sheets of 20 columns as Excel does: texts shared, numbers and dates plain. */
final class BigWorkbook {

    static final int COLUMNS = 20;

    /** Columns whose text differs from row to row: control number, member id, line control number, name. */
    private static final int UNIQUE_TEXTS = 4;

    private static final int REPEATED_TEXTS = 8;
    private static final int WORDS = 500;

    private BigWorkbook() {}

    static void write(Path path, int rows, long seed) throws IOException {
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            copyFrame(zip);
            Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            writer.write("<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>");
            for (int i = 0; i < WORDS; i++) {
                writer.write("<si><t>WORD " + i + "</t></si>");
            }
            for (long i = 0; i < (long) rows * UNIQUE_TEXTS; i++) {
                writer.write("<si><t>TESTID" + (100_000_000L + i) + "</t></si>");
            }
            writer.write("</sst>");
            writer.flush();
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            writeSheet(writer, rows, new Random(seed));
            writer.flush();
        }
    }

    private static void copyFrame(ZipOutputStream zip) throws IOException {
        try (var frame = new ZipInputStream(new ByteArrayInputStream(new WorkbookBuilder().bytes()))) {
            for (ZipEntry entry = frame.getNextEntry(); entry != null; entry = frame.getNextEntry()) {
                if (!entry.getName().endsWith("sheet1.xml") && !entry.getName().endsWith("sharedStrings.xml")) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    frame.transferTo(zip);
                }
            }
        }
    }

    private static void writeSheet(Writer writer, int rows, Random random) throws IOException {
        writer.write("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>");
        StringBuilder row = new StringBuilder();
        for (int r = 1; r <= rows; r++) {
            row.setLength(0);
            row.append("<row r=\"").append(r).append("\" spans=\"1:20\">");
            for (int c = 0; c < COLUMNS; c++) {
                row.append("<c r=\"").append((char) ('A' + c)).append(r).append('"');
                if (c < UNIQUE_TEXTS) {
                    row.append(" t=\"s\"><v>").append(WORDS + (long) (r - 1) * UNIQUE_TEXTS + c);
                } else if (c < UNIQUE_TEXTS + REPEATED_TEXTS) {
                    row.append(" t=\"s\"><v>").append(random.nextInt(WORDS));
                } else if (c < 14) {
                    row.append(" s=\"1\"><v>").append(45_900 + random.nextInt(60));
                } else {
                    row.append(" s=\"3\"><v>").append(random.nextInt(20_000) / 100.0);
                }
                row.append("</v></c>");
            }
            writer.append(row.append("</row>"));
        }
        writer.write("</sheetData></worksheet>");
    }

    /** Writes, reads or only unpacks a large sheet, to be timed from outside: {@code write|read|aalto|inflate FILE [ROWS]}. */
    public static void main(String[] arguments) throws Exception {
        Path path = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "write" -> write(path, Integer.parseInt(arguments[2]), 96372);
            case "read" -> System.out.println(Reading.count(path) + " cells");
            case "aalto" -> System.out.println(aaltoOnly(path) + " events");
            default -> System.out.println(inflateOnly(path) + " bytes");
        }
    }

    private static long inflateOnly(Path path) throws Exception {
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipParts parts = ZipParts.open(path, "big.xlsx")) {
            for (String part : new String[] {"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"}) {
                try (PartStream in = parts.stream(part)) {
                    for (int read = in.read(buffer, 0, buffer.length);
                            read > 0;
                            read = in.read(buffer, 0, buffer.length)) {
                        in.markPiece();
                        bytes += read;
                    }
                }
            }
        }
        return bytes;
    }

    private static long aaltoOnly(Path path) throws Exception {
        long events = 0;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (String part : new String[] {"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"}) {
                var xml = new InputFactoryImpl().createXMLStreamReader(zip.getInputStream(zip.getEntry(part)));
                while (xml.hasNext()) {
                    int event = xml.next();
                    events += event == 1 ? xml.getAttributeCount() + 1 : event == 4 ? xml.getTextLength() : 1;
                }
            }
        }
        return events;
    }
}
