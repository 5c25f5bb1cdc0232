package recon.file;

import org.jspecify.annotations.Nullable;

/**
 * The delimiters of one interchange. X12 lets each interchange choose its own and tells them by position in its ISA: the element
 * separator is the character behind {@code ISA}, the component separator is ISA16, the segment terminator the character behind it.
 *
 * <p>The sixteen elements are counted instead of trusting the fixed width of 106 characters, since files whose ISA lost its padding
 * are common.
 *
 * @param terminator ends a segment; {@code '\r'} and {@code '\n'} are allowed
 */
record X12Delimiters(char element, char component, char terminator) {

    /** No ISA is longer, even where it was wrapped. */
    static final int HEAD_CHARS = 1024;

    private static final int ISA_ELEMENTS = 16;

    /** Whether a segment of this identifier starts here: the identifier and a character that can separate elements. */
    static boolean startsSegment(CharSequence text, int at, String identifier) {
        int behind = at + identifier.length();
        if (behind >= text.length()) {
            return false;
        }
        for (int i = 0; i < identifier.length(); i++) {
            if (text.charAt(at + i) != identifier.charAt(i)) {
                return false;
            }
        }
        return isSeparator(text.charAt(behind));
    }

    /** The delimiters that the ISA at this place declares, or null where it is cut short or declares impossible ones. */
    static @Nullable X12Delimiters ofIsa(CharSequence text, int at) {
        char element = text.charAt(at + 3);
        int place = at + 3;
        for (int seen = 1; seen < ISA_ELEMENTS; seen++) {
            place = next(text, element, place + 1);
            if (place < 0) {
                return null;
            }
        }
        int component = place + 1;
        while (component < text.length() && isLineEnd(text.charAt(component))) {
            component++;
        }
        if (component + 1 >= text.length()) {
            return null;
        }
        return checked(new X12Delimiters(element, text.charAt(component), text.charAt(component + 1)));
    }

    /**
     * The delimiters of a file that begins at GS or ST and so declares none: the element separator is the character behind the
     * first identifier; the terminator stands before the segment that must follow (ST behind GS, BPR or BHT behind ST).
     */
    static @Nullable X12Delimiters withoutIsa(CharSequence text, int at) {
        char element = text.charAt(at + 2);
        for (int i = at + 3; i < text.length(); i++) {
            if (startsSegment(text, i, "BPR") || startsSegment(text, i, "BHT") || startsSegment(text, i, "ST")) {
                int before = i - 1;
                while (isBlank(text.charAt(before))) {
                    before--;
                }
                char last = text.charAt(before);
                char terminator = last != element && isSeparator(last) ? last : text.charAt(i - 1);
                return checked(new X12Delimiters(element, ':', terminator));
            }
        }
        return null;
    }

    private static @Nullable X12Delimiters checked(X12Delimiters found) {
        boolean plausible = found.element != found.terminator
                && found.element != found.component
                && found.component != found.terminator
                && !Character.isLetterOrDigit(found.component)
                && !Character.isLetterOrDigit(found.terminator)
                && found.terminator != ' ';
        return plausible ? found : null;
    }

    private static int next(CharSequence text, char wanted, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    static boolean isLineEnd(char c) {
        return c == '\r' || c == '\n';
    }

    /** What may stand between two segments without meaning: line ends, blanks, NUL and the old end-of-file mark. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || isLineEnd(c) || c == '\0' || c == '\u001a';
    }

    private static boolean isSeparator(char c) {
        return !Character.isLetterOrDigit(c) && !isBlank(c) && c != '"' && c != '\u00ef' && c != '\ufeff' || c == '\t';
    }
}
