package recon.file;

/** The text of a string item, shared or inline: its runs joined, without phonetic runs (ECMA-376 part 1, 18.4.8 and 18.3.1.53). */
final class RichText {

    private RichText() {}

    /** From the start of {@code si} or {@code is} to its end. */
    static String read(XmlPart xml, String file, Object where) throws UnreadableFileException {
        String text = "";
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XmlPart.END) {
                depth--;
            } else if (event == XmlPart.START) {
                switch (xml.localName()) {
                    case "t" -> {
                        String run = xml.elementText(where);
                        text = text.isEmpty() ? run : joined(text, run, file, where);
                    }
                    case "rPh" -> xml.skipElement();
                    default -> depth++;
                }
            }
        }
        String decoded = CellText.decodeEscapes(text);
        if (decoded.length() > CellText.MAX_CHARS) {
            throw Refusal.LONG_TEXT.of(file, where);
        }
        return decoded;
    }

    private static String joined(String text, String run, String file, Object where) throws UnreadableFileException {
        if (text.length() + run.length() > CellText.MAX_CHARS * 7) {
            throw Refusal.LONG_TEXT.of(file, where);
        }
        return text + run;
    }
}
