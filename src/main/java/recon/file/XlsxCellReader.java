package recon.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads one {@code c} element into a cell (ECMA-376 part 1, 18.3.1.4 and 18.18.11). */
final class XlsxCellReader {

    /** Excel's numbers are doubles, which nobody writes longer; to compute with 1E999999999 would take forever. */
    private static final int LONGEST_NUMBER = 400;

    /** {@code E+308}. */
    private static final int LONGEST_EXPONENT = 5;

    private static final String SHARED = "s";

    private final CharSlice attribute = new CharSlice();
    private final XmlPart xml;
    private final NumberFormats styles;
    private final SharedTexts texts;
    private final boolean epoch1904;
    private final String file;
    private final Object where;

    /** The column that the last cell's address names; -1 if it has no address, -2 if Excel has no such column. */
    private int column;

    /** @param where says in a refusal where the reader is */
    XlsxCellReader(XmlPart xml, NumberFormats styles, SharedTexts texts, boolean epoch1904, String file, Object where) {
        this.xml = xml;
        this.styles = styles;
        this.texts = texts;
        this.epoch1904 = epoch1904;
        this.file = file;
        this.where = where;
    }

    int column() {
        return column;
    }

    /** From the start of {@code c} to its end; null for a shared string that does not exist. */
    @Nullable
    Cell read() throws UnreadableFileException {
        String type = "n";
        int style = 0;
        column = -1;
        for (int i = 0; i < xml.attributeCount(); i++) {
            switch (xml.attributeName(i)) {
                case "r" -> {
                    xml.attribute(i, attribute);
                    int named = CellAddress.column(attribute);
                    column = named < 0 ? -2 : named;
                }
                case "s" -> {
                    xml.attribute(i, attribute);
                    style = Math.max(attribute.number(), 0);
                }
                case "t" -> {
                    xml.attribute(i, attribute);
                    type = attribute.length() == 1 && attribute.charAt(0) == 's' ? SHARED : attribute.toString();
                }
                default -> {}
            }
        }
        return read(type, style);
    }

    private @Nullable Cell read(String type, int style) throws UnreadableFileException {
        if (type.equals(SHARED)) {
            return shared();
        }
        String value = null;
        String inline = null;
        boolean formula = false;
        for (int event = xml.next(); event != XmlPart.END; event = xml.next()) {
            if (event != XmlPart.START) {
                continue;
            }
            switch (xml.localName()) {
                case "v" -> value = xml.elementText(where);
                case "is" -> inline = RichText.read(xml, file, where);
                case "f" -> {
                    formula = true;
                    xml.skipElement();
                }
                default -> xml.skipElement();
            }
        }
        if (inline != null) {
            return CellText.cell(inline);
        }
        if (value == null || value.isEmpty()) {
            return formula && !(value != null && type.equals("str")) ? new Cell.FormulaWithoutValue() : Cell.BLANK;
        }
        return cell(type, value, style);
    }

    private @Nullable Cell shared() throws UnreadableFileException {
        Cell cell = Cell.BLANK;
        for (int event = xml.next(); event != XmlPart.END; event = xml.next()) {
            if (event == XmlPart.START && xml.localName().equals("v")) {
                cell = texts.cell(xml.elementNumber());
            } else if (event == XmlPart.START) {
                xml.skipElement();
            }
        }
        return cell;
    }

    private Cell cell(String type, String value, int style) throws UnreadableFileException {
        return switch (type) {
            case "str", "inlineStr" -> text(value);
            case "b" -> new Cell.Bool(value.equals("1") || value.equalsIgnoreCase("true"));
            case "e" -> new Cell.Error(value);
            case "d" -> date(value);
            default -> numeric(value, style);
        };
    }

    private Cell text(String value) throws UnreadableFileException {
        String decoded = CellText.decodeEscapes(value);
        if (decoded.length() > CellText.MAX_CHARS) {
            throw Refusal.LONG_TEXT.of(file, where);
        }
        return CellText.cell(decoded);
    }

    /** ISO 8601, of which only the day counts; a time of day alone stays text. */
    private static Cell date(String value) {
        int end = value.indexOf('T');
        try {
            return new Cell.Date(LocalDate.parse(end < 0 ? value : value.substring(0, end)));
        } catch (DateTimeException e) {
            return CellText.cell(value);
        }
    }

    private Cell numeric(String value, int style) {
        int exponent = Math.max(value.indexOf('E'), value.indexOf('e'));
        if (value.length() > LONGEST_NUMBER || exponent >= 0 && value.length() - exponent > LONGEST_EXPONENT) {
            return CellText.cell(value);
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'E' && c != 'e') {
                String stripped = value.strip();
                return stripped.length() < value.length() && !stripped.isEmpty()
                        ? numeric(stripped, style)
                        : CellText.cell(value);
            }
        }
        return styles.cell(value, style, epoch1904);
    }
}
