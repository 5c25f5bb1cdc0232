package recon.intake;

/** Which characters count as blanks and as minus signs: exports hold more of them than a keyboard has. */
final class Characters {

    private Characters() {}

    static boolean isBlank(char c) {
        return c <= ' ' || (c >= '\u0080' && isForeignBlank(c));
    }

    private static boolean isForeignBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    /** Hyphens, dashes and the mathematical minus. */
    static boolean isMinus(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212' || c == '\uFE63' || c == '\uFF0D';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** Without the blanks at both ends, no-break spaces included. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** With the dashes and blanks of a keyboard; most texts have no others. */
    static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return withPlainCharacters(text);
            }
        }
        return text;
    }

    private static String withPlainCharacters(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(isMinus(c) ? '-' : isBlank(c) ? ' ' : c);
        }
        return plain.toString();
    }

    /** Without leading zeros, save the last of nothing but zeros. */
    static String withoutZeros(String text) {
        int from = 0;
        while (from < text.length() - 1 && text.charAt(from) == '0') {
            from++;
        }
        return text.substring(from);
    }

    static boolean isAllDigits(String text) {
        return isAllDigits(text, 0, text.length());
    }

    static boolean isAllDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return to > from;
    }
}
