package recon.file;

import java.util.Arrays;
import java.util.Locale;

/** One segment of an X12 file: an identifier such as {@code CLP} and its elements, cut only when asked for. */
final class X12Segment {

    private final long number;
    private final String text;
    private final int[] separators;
    private final char component;

    /**
     * @param number its place in the file; the ISA, or the first segment, is 1
     * @param separators where the element separators stand in the text, in order
     */
    X12Segment(long number, String text, int[] separators, char component) {
        this.number = number;
        this.text = text;
        this.separators = separators;
        this.component = component;
    }

    static X12Segment of(long number, String text, X12Delimiters delimiters) {
        int[] found = new int[text.length()];
        int count = 0;
        for (int i = text.indexOf(delimiters.element()); i >= 0; i = text.indexOf(delimiters.element(), i + 1)) {
            found[count++] = i;
        }
        return new X12Segment(number, text, Arrays.copyOf(found, count), delimiters.component());
    }

    long number() {
        return number;
    }

    /** {@code CLP}, {@code SVC}, ...; in upper case, since a segment that is not known is passed over. */
    String id() {
        return (separators.length == 0 ? text : text.substring(0, separators[0]))
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    /** Whether the raw text holds this; for telling an envelope that was swallowed by a wrong terminator. */
    boolean holds(String wanted) {
        return text.contains(wanted);
    }

    /** The number of elements behind the identifier. */
    int size() {
        return separators.length;
    }

    /** Element n, counted from 1 as the X12 guides do ({@code CLP02} is 2), trimmed; empty where it is absent. */
    String element(int n) {
        if (n > separators.length) {
            return "";
        }
        int end = n < separators.length ? separators[n] : text.length();
        return text.substring(separators[n - 1] + 1, end).strip();
    }

    /** Element n where it says what the others are ({@code NM101}, {@code REF01}); in upper case, since one not known is passed over. */
    String qualifier(int n) {
        return element(n).toUpperCase(Locale.ROOT);
    }

    /** Whether qualifier n is this one, given in upper case. */
    boolean is(int n, String qualifier) {
        return qualifier(n).equals(qualifier);
    }

    /**
     * The components of a composite element, trimmed.
     *
     * <p>Where ISA16 does not occur behind a two-character qualifier but another punctuation mark does ({@code HC:99213} in a file
     * whose ISA16 is {@code >}), that mark is what its writer used, and is used.
     */
    String[] components(int n) {
        return cut(element(n), component);
    }

    /** As {@link #components} for a composite with a qualifier in front (SVC01, SV101, HI01). */
    String[] qualified(int n) {
        String element = element(n);
        boolean otherMark = element.indexOf(component) < 0
                && element.length() > 3
                && ":><^|\\&+!".indexOf(element.charAt(2)) >= 0
                && Character.isLetterOrDigit(element.charAt(0))
                && Character.isLetterOrDigit(element.charAt(1));
        return cut(element, otherMark ? element.charAt(2) : component);
    }

    private static String[] cut(String element, char mark) {
        int parts = 1;
        for (int i = element.indexOf(mark); i >= 0; i = element.indexOf(mark, i + 1)) {
            parts++;
        }
        String[] cut = new String[parts];
        int from = 0;
        for (int part = 0; part < parts; part++) {
            int to = part == parts - 1 ? element.length() : element.indexOf(mark, from);
            cut[part] = element.substring(from, to).strip();
            from = to + 1;
        }
        return cut;
    }
}
