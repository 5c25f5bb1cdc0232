package recon.intake;

import java.util.List;

/** Tells the words by which exports describe a code behind it: {@code CO-97 - Bundled}, {@code 59: Distinct procedural service}. */
final class Description {

    private static final int LETTERS_OF_WORD = 3;

    /** Where the reasons' official descriptions refer to X12: no amount and no code of the line. */
    private static final List<String> REFERENCES =
            List.of("835 Healthcare Policy Identification Segment", "2110 Service Payment Information REF");

    private Description() {}

    /**
     * Whether what stands behind a code describes it: words, the first of them behind a blank, a dash, a parenthesis or a colon and a
     * blank, and no digit, which may be one of an amount or another code, save those of {@link #REFERENCES}.
     *
     * @param end where the code ends
     */
    static boolean follows(String text, int end) {
        int from = start(text, end);
        return from > end && isOfWords(text, from);
    }

    /** The same behind a dash, a parenthesis or a colon: behind a blank alone, a number may be part of the words. */
    static boolean followsSign(String text, int end) {
        int sign = afterBlanks(text, end);
        return follows(text, end) && !Characters.isLetter(text.charAt(sign));
    }

    /** Where a description would begin, or -1. */
    private static int start(String text, int end) {
        int sign = afterBlanks(text, end);
        if (sign == text.length()) {
            return -1;
        }
        char c = text.charAt(sign);
        if (c == ':') {
            // CO-45:abc has no amount where one is written
            int from = afterBlanks(text, sign + 1);
            return from > sign + 1 ? from : -1;
        }
        return Characters.isMinus(c) || c == '(' ? afterBlanks(text, sign + 1) : sign;
    }

    /** A short word alone, such as PR or CR, is what was left of something else. */
    private static boolean isOfWords(String text, int from) {
        int longest = 0;
        int letters = 0;
        for (int i = from; i < text.length(); i++) {
            if (Characters.isDigit(text.charAt(i))) {
                int reference = lengthOfReference(text, i);
                if (reference == 0) {
                    return false;
                }
                i += reference - 1;
            }
            letters = Characters.isLetter(text.charAt(i)) ? letters + 1 : 0;
            longest = Math.max(longest, letters);
        }
        return from < text.length() && Characters.isLetter(text.charAt(from)) && longest >= LETTERS_OF_WORD;
    }

    private static int lengthOfReference(String text, int at) {
        return REFERENCES.stream()
                .filter(reference -> text.regionMatches(true, at, reference, 0, reference.length()))
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
    }

    private static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Characters.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
