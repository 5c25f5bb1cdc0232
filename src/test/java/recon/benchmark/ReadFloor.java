package recon.benchmark;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Less than this no program can take that reads the remittances: every cell is looked at, and nothing is made of it. */
final class ReadFloor {

    private long cells;
    private long characters;

    private ReadFloor() {}

    /** {@code INPUT}. */
    public static void main(String[] arguments) throws IOException, XMLStreamException {
        ReadFloor floor = new ReadFloor();
        try (Stream<Path> files = Files.list(Path.of(arguments[0], "remittances"))) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".xlsx")) {
                    floor.readXlsx(file);
                } else {
                    floor.readCsv(file);
                }
            }
        }
        System.out.println(floor.cells + " cells, " + floor.characters + " characters");
    }

    private void readCsv(Path file) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : reader) {
                for (String field : row.getFields()) {
                    cells++;
                    characters += field.length();
                }
            }
        }
    }

    private void readXlsx(Path file) throws IOException, XMLStreamException {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.configureForSpeed();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> parts = Collections.list(zip.entries());
            for (ZipEntry part : parts) {
                if (part.getName().startsWith("xl/worksheets/")
                        || part.getName().equals("xl/sharedStrings.xml")) {
                    try (InputStream content = zip.getInputStream(part)) {
                        readPart(factory.createXMLStreamReader(content));
                    }
                }
            }
        }
    }

    private void readPart(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                cells++;
                characters += length(xml.getAttributeValue(null, "r")) + length(xml.getAttributeValue(null, "t"));
            } else if (event == XMLStreamConstants.CHARACTERS) {
                characters += xml.getText().length();
            }
        }
        xml.close();
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
