package recon.workbook;

import java.util.regex.Pattern;

/** Makes any text fit for a cell: what XML cannot hold is replaced, and nothing in it is taken for a formula or an escape. */
final class CellText {

    /** Excel's limit for one cell. */
    private static final int MOST_CHARACTERS = 32_767;

    /** The spreadsheet format's own escape for a character ({@code _x0041_} is read as {@code A}); the text's own is escaped. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    static String clean(String text) {
        String legal = legal(text);
        String escaped = legal.indexOf('_') < 0 ? legal : ESCAPE.matcher(legal).replaceAll("_x005F_");
        return escaped.length() <= MOST_CHARACTERS ? escaped : escaped.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    /** The text with a mark in the place of each character that XML cannot hold. */
    static String legal(String text) {
        if (isPlain(text)) {
            return text;
        }
        return text.codePoints()
                .map(c -> isLegal(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Nearly all texts are: they need no copy. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) || !isLegal(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a spreadsheet program might run the text as a formula once somebody edits the cell or exports it as csv. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    /** How many lines a text takes in a cell of so many characters, broken between words. */
    static int lines(String text, int width) {
        int lines = 1;
        int used = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean feed = i < text.length() && text.charAt(i) == '\n';
            if (i == text.length() || feed || text.charAt(i) == ' ') {
                int word = i - start;
                if (used > 0 && used + 1 + word > width) {
                    lines++;
                    used = 0;
                }
                lines += Math.max(0, word - 1) / width;
                used += (used > 0 ? 1 : 0) + (word > width ? word % width : word);
                start = i + 1;
                if (feed) {
                    lines++;
                    used = 0;
                }
            }
        }
        return lines;
    }

    /** XML 1.0, production 2 (Char). */
    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
