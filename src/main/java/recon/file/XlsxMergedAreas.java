package recon.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a sheet's merged areas before its rows are read. They stand behind the rows (ECMA-376 part 1, 18.3.1.99), so the part is
 * unpacked once to its end, which proves its check sum too, and only the end is looked at.
 */
final class XlsxMergedAreas {

    private static final int BUFFER = 1 << 16;
    private static final Pattern ROWS_END = Pattern.compile("sheetData\\s*/?>");
    private static final Pattern AREA =
            Pattern.compile("<(?:[^<>:\\s]+:)?mergeCell\\s(?:[^<>]*?\\s)?ref\\s*=\\s*[\"']([^\"'<>]*)[\"']");

    private XlsxMergedAreas() {}

    static MergedAreas find(ZipParts parts, String part, String sheet) throws UnreadableFileException {
        String end = end(parts, part);
        int rowsEnd = -1;
        for (Matcher matcher = ROWS_END.matcher(end); matcher.find(); ) {
            rowsEnd = matcher.end();
        }
        if (rowsEnd < 0) {
            return readAll(parts, part, sheet); // much stands behind the rows, or another encoding
        }
        MergedAreas areas = new MergedAreas();
        for (Matcher matcher = AREA.matcher(end.substring(rowsEnd)); matcher.find(); ) {
            areas.add(matcher.group(1));
        }
        return areas;
    }

    /** The last 64 to 128 KiB of a part. */
    private static String end(ZipParts parts, String part) throws UnreadableFileException {
        byte[] last = new byte[BUFFER];
        byte[] previous = new byte[BUFFER];
        int lastLength = 0;
        int previousLength = 0;
        try (PartStream in = parts.stream(part)) {
            while (true) {
                in.markPiece();
                int read = in.readNBytes(previous, 0, BUFFER);
                if (read == 0) {
                    break;
                }
                byte[] full = previous;
                previous = last;
                previousLength = lastLength;
                last = full;
                lastLength = read;
            }
        } catch (IOException e) {
            throw PartStream.isBomb(e) ? Refusal.BOMB.of(parts.file()) : Refusal.DAMAGED_PART.of(parts.file(), part, 1);
        }
        return new String(previous, 0, previousLength, StandardCharsets.ISO_8859_1)
                + new String(last, 0, lastLength, StandardCharsets.ISO_8859_1);
    }

    private static MergedAreas readAll(ZipParts parts, String part, String sheet) throws UnreadableFileException {
        MergedAreas areas = new MergedAreas();
        try (XmlPart xml = parts.xml(part)) {
            for (int event = xml.next(); event != XmlPart.FINISHED; event = xml.next()) {
                if (event == XmlPart.START && xml.localName().equals("mergeCell")) {
                    if (areas.isFull()) {
                        throw Refusal.TOO_MANY_MERGED.of(parts.file(), sheet);
                    }
                    areas.add(String.valueOf(xml.attribute("ref")));
                }
            }
        }
        return areas;
    }
}
