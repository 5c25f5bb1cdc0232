package recon.file;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Pulls the XML of one part of a workbook. Elements and attributes are told by local name only, so that prefixes and the name spaces
 * of Strict Open XML make no difference; whatever is wrong becomes a refusal.
 */
final class XmlPart implements AutoCloseable {

    static final int START = XMLStreamConstants.START_ELEMENT;
    static final int END = XMLStreamConstants.END_ELEMENT;
    static final int TEXT = XMLStreamConstants.CHARACTERS;
    static final int FINISHED = XMLStreamConstants.END_DOCUMENT;

    private static final int MAX_DEPTH = 200;

    /** An escape such as {@code _x000D_} stands for one character of the cell, so the raw text may be longer. */
    private static final int MAX_RAW_CHARS = CellText.MAX_CHARS * 7;

    private final String file;
    private final String part;
    private final PartStream bytes;
    private final XMLStreamReader2 xml;
    private int depth;

    private XmlPart(String file, String part, PartStream bytes, XMLStreamReader2 xml) {
        this.file = file;
        this.part = part;
        this.bytes = bytes;
        this.xml = xml;
    }

    static XmlPart open(String file, String part, PartStream bytes) throws UnreadableFileException {
        try {
            // a factory for each part: its tables of names must not grow from file to file
            XMLInputFactory factory = new InputFactoryImpl();
            factory.setProperty(XMLInputFactory.IS_COALESCING, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            return new XmlPart(file, part, bytes, (XMLStreamReader2) factory.createXMLStreamReader(bytes));
        } catch (XMLStreamException | RuntimeException e) {
            closeQuietly(bytes);
            throw bytes.isBomb() ? Refusal.BOMB.of(file) : Refusal.DAMAGED_PART.of(file, part, 1);
        }
    }

    /** Goes on to the next {@link #START}, {@link #END}, {@link #TEXT} or {@link #FINISHED}. */
    int next() throws UnreadableFileException {
        try {
            while (true) {
                bytes.markPiece();
                int event = xml.next();
                switch (event) {
                    case START -> refuseDepth(++depth);
                    case END -> depth--;
                    case TEXT, FINISHED -> {}
                    case XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> event = TEXT;
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Refusal.DOCTYPE.of(file);
                    default -> event = 0;
                }
                if (event != 0) {
                    return event;
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged();
        }
    }

    private void refuseDepth(int reached) throws UnreadableFileException {
        if (reached > MAX_DEPTH) {
            throw Refusal.BOMB.of(file);
        }
    }

    String localName() {
        return xml.getLocalName();
    }

    int attributeCount() {
        return xml.getAttributeCount();
    }

    String attributeName(int index) {
        return xml.getAttributeLocalName(index);
    }

    /** An attribute's value without a string of its own, without blanks around it; valid until the next call of {@link #next()}. */
    void attribute(int index, CharSlice into) throws UnreadableFileException {
        try {
            xml.getAttributeAs(index, into);
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged();
        }
    }

    @Nullable
    String attribute(String localName) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (localName.equals(xml.getAttributeLocalName(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /**
     * From an element's start to its end: the text right inside it.
     *
     * @param where what to call the place, should the text be longer than a cell's can be
     */
    String elementText(Object where) throws UnreadableFileException {
        String text = "";
        StringBuilder longer = null;
        while (true) {
            int event = next();
            if (event == START) {
                skipElement();
            } else if (event != TEXT) {
                return longer == null ? text : longer.toString();
            } else if (text.isEmpty()) {
                text = piece();
            } else {
                longer = longer == null ? new StringBuilder(text) : longer;
                longer.append(piece());
            }
            if (Math.max(text.length(), longer == null ? 0 : longer.length()) > MAX_RAW_CHARS) {
                throw Refusal.LONG_TEXT.of(file, where);
            }
        }
    }

    /** From an element's start to its end: the whole number of at most nine digits inside it; -1 for anything else. */
    int elementNumber() throws UnreadableFileException {
        int number = 0;
        boolean any = false;
        for (int event = next(); event != END; event = next()) {
            if (event == START) {
                skipElement();
            } else {
                number = furtherDigits(number);
                any = true;
            }
        }
        return any ? number : -1;
    }

    private int furtherDigits(int number) throws UnreadableFileException {
        try {
            char[] digits = xml.getTextCharacters();
            int start = xml.getTextStart();
            return CharSlice.number(number, digits, start, start + xml.getTextLength());
        } catch (RuntimeException e) {
            throw damaged();
        }
    }

    private String piece() throws UnreadableFileException {
        try {
            return xml.getText();
        } catch (RuntimeException e) {
            throw damaged(); // the parser reads texts lazily
        }
    }

    /** From an element's start to behind its end. */
    void skipElement() throws UnreadableFileException {
        int outside = depth - 1;
        while (depth > outside) {
            if (next() == FINISHED) {
                return;
            }
        }
    }

    private UnreadableFileException damaged() {
        if (bytes.isBomb()) {
            return Refusal.BOMB.of(file);
        }
        if (bytes.hasDoctype()) {
            return Refusal.DOCTYPE.of(file);
        }
        // the parser's own message may quote the cell
        return Refusal.DAMAGED_PART.of(file, part, Math.max(xml.getLocation().getLineNumber(), 1));
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot close a parser", e);
        } finally {
            closeQuietly(bytes);
        }
    }

    private static void closeQuietly(PartStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
