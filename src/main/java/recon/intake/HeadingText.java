package recon.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Headings made comparable: case, blanks, {@code _}, dots and other signs do not matter; {@code #} is a number and {@code %} a
 * percentage, which is never taken for an amount.
 */
final class HeadingText {

    private HeadingText() {}

    /** {@code Svc Date} and {@code SVC_DATE} as {@code svcdate}. */
    static String key(String heading) {
        StringBuilder key = new StringBuilder(heading.length());
        for (int i = 0; i < heading.length(); i++) {
            char c = heading.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(c);
            } else if (c == '#') {
                key.append("no");
            } else if (c == '%') {
                key.append("percent");
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    /** The key with each word in its usual abbreviation: {@code Service Date} and {@code Svc Dt} as {@code svcdate}. */
    static String key(String heading, Map<String, String> words) {
        StringBuilder key = new StringBuilder(heading.length());
        for (String word : words(heading)) {
            key.append(words.getOrDefault(word, word));
        }
        return key.toString();
    }

    /** A key with every run of digits as {@code 0}, for columns that are numbered. */
    static String unnumbered(String key) {
        StringBuilder text = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (!Characters.isDigit(c)) {
                text.append(c);
            } else if (i == 0 || !Characters.isDigit(key.charAt(i - 1))) {
                text.append('0');
            }
        }
        return text.toString();
    }

    /** Words end at signs and blanks, between letters and digits, and where a capital follows a small letter. */
    static List<String> words(String heading) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char before = ' ';
        for (int i = 0; i < heading.length(); i++) {
            char c = heading.charAt(i);
            boolean part = Character.isLetterOrDigit(c);
            boolean camel = Character.isUpperCase(c) && Character.isLowerCase(before);
            boolean digits = Character.isDigit(c) != Character.isDigit(before);
            if (!part || camel || digits) {
                end(word, words);
            }
            if (part) {
                word.append(c);
            } else if (c == '#' || c == '%') {
                words.add(c == '#' ? "no" : "percent");
            }
            before = c;
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }
}
