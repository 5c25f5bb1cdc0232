package recon.file;

import java.util.Set;

/** Rules for the text of a cell that all formats share. */
final class CellText {

    /** Excel's limit for one cell (Microsoft: Excel specifications and limits). */
    static final int MAX_CHARS = 32_767;

    /** Excel's limit for one sheet (Microsoft: Excel specifications and limits). */
    static final int MAX_COLUMNS = 16_384;

    /** What is to be seen of a text of blanks that a spreadsheet was kept from taking for anything else. */
    private static final Set<String> EMPTY_TEXTS = Set.of("=\"\"", "'");

    private CellText() {}

    /**
     * The text as a cell, without NUL characters, which no database keeps; blank where nothing of it can be seen, or nothing but what
     * keeps a text a text.
     */
    static Cell cell(String text) {
        if (isBlank(text)) {
            return Cell.BLANK;
        }
        return new Cell.Text(text.indexOf('\0') < 0 ? text : text.replace("\0", ""));
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isVisible(c)) {
                return (c == '=' || c == '\'') && EMPTY_TEXTS.contains(visible(text));
            }
        }
        return true;
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isVisible(text.charAt(i))) {
                visible.append(text.charAt(i));
            }
        }
        return visible.toString();
    }

    private static boolean isVisible(char c) {
        // no-break and zero-width spaces come with cells that were pasted from web pages
        return c > ' ' && !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\u200B' && c != '\uFEFF';
    }

    /**
     * Decodes {@code _xHHHH_}, by which a workbook writes characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
     */
    static String decodeEscapes(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int from = 0;
        for (; at >= 0; at = text.indexOf("_x", at)) {
            int code = escapeAt(text, at);
            if (code < 0) {
                at += 2;
            } else {
                decoded.append(text, from, at).append((char) code);
                at += 7;
                from = at;
            }
        }
        return decoded.append(text, from, text.length()).toString();
    }

    private static int escapeAt(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at + 6) != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
