package recon.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import recon.claim.ProcedureCode;
import recon.file.Cell;

/**
 * A procedure as a cell holds it: {@code 96372}, {@code 96372.0}, {@code 96372 - Therapeutic Injection}, {@code HC:96372:59},
 * {@code 96372-59}, {@code 9637259LT}. Medicare's remittances print a recoded procedure with modifier CC and the code that was billed in parentheses.
 *
 * <p>Of several procedures in one cell nobody can tell the amounts of each. Where 96372 is one of them they are no code; a code in the
 * description of 96372, behind another word, is no procedure beside it.
 *
 * @param original the code in parentheses, or null
 * @param modifiers those that stand behind the code
 */
record CodeText(ProcedureCode code, @Nullable ProcedureCode original, List<String> modifiers) {

    static final String EXPECTED = "not a procedure code such as 96372";

    private static final String SEVERAL =
            "several procedures in one cell, 96372 among them: give each a row of its own with its own amounts";

    private static final int CODE_LENGTH = 5;
    private static final int MODIFIER_LENGTH = 2;
    private static final String AND = "and";

    /** A payer's own code, a revenue code or the like is a code too; anything shorter or longer is not. */
    private static final int SHORTEST_OTHER_CODE = 3;

    private static final int LONGEST_OTHER_CODE = 15;

    /** A code of another kind stands first, or behind what says of which kind it is. */
    private static final int WORDS_BEFORE = 1;

    /** An NPI has ten digits, and so has no procedure code. */
    private static final int NPI_LENGTH = 10;

    /** Dates, amounts and diagnoses, which are what moves into the column of codes where a row has a separator too many. */
    private static final Pattern NO_CODE = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}.*"
            + "|(?:19|20)\\d\\d(?:0[1-9]|1[0-2])[0-3]\\d"
            + "|[-+$(]*[\\d,]*\\.\\d*\\)?-?"
            + "|[A-Za-z]\\d[0-9A-Za-z]\\.[0-9A-Za-z]{1,4}");

    /** A line has four modifiers at most. */
    private static final int MOST_MODIFIERS = 4;

    /** What is left of a 96372 that blanks or signs part is no longer than a code with its modifiers. */
    private static final int LONGEST_SPOILED = 15;

    /** A national drug code (NDC), of which 96372 may be a part by chance. */
    private static final Pattern DRUG_NUMBER = Pattern.compile(
            "(?<![0-9A-Z])(?:N4|NDC)?[ :]?(?!96372)(?:\\d{10,11}|\\d{4,5}-\\d{3,4}-\\d{1,2})(?![0-9A-Z])",
            Pattern.CASE_INSENSITIVE);

    /** CPT's own modifiers are numbered from 22 on. */
    private static final String FIRST_NUMBERED_MODIFIER = "22";

    /** Behind a blank, two letters may as well be a word such as IM; these are modifiers. */
    private static final Set<String> LETTER_MODIFIERS =
            Set.of("LT", "RT", "XE", "XP", "XS", "XU", "CC", "GA", "GY", "GZ", "KX", "JW", "JZ");

    static @Nullable CodeText of(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return ofText(text.text());
        }
        if (cell instanceof Cell.Number number && !number.dateFormatted()) {
            return ofStored(number.stored());
        }
        return null;
    }

    /** Why {@link #of} gave nothing. */
    static String fault(Cell cell) {
        return cell instanceof Cell.Text text && namesSeveral(text.text()) ? SEVERAL : EXPECTED;
    }

    /** Whether a text is a code and nothing else, in the shape of CPT and HCPCS: four digits and a letter or digit at either end. */
    static boolean isBare(String text) {
        return text.length() == CODE_LENGTH && isCode(text, 0);
    }

    /** Whether a stored number is a code, with or without {@code .0}. */
    static boolean isBareNumber(String stored) {
        boolean bare = stored.length() == CODE_LENGTH || (stored.length() == CODE_LENGTH + 2 && stored.endsWith(".0"));
        return bare && isCode(stored, 0);
    }

    private static boolean isCode(String text, int from) {
        int to = from + CODE_LENGTH;
        char first = text.charAt(from);
        char last = text.charAt(to - 1);
        boolean letterFirst = Characters.isLetter(first) && Characters.isDigit(last);
        boolean digitFirst = Characters.isDigit(first) && (Characters.isDigit(last) || Characters.isLetter(last));
        return (letterFirst || digitFirst) && Characters.isAllDigits(text, from + 1, to - 1);
    }

    private static @Nullable CodeText ofStored(String stored) {
        if (isBareNumber(stored)) {
            return plain(stored.substring(0, CODE_LENGTH));
        }
        try {
            BigDecimal number = new BigDecimal(stored).stripTrailingZeros();
            boolean whole = number.scale() <= 0 && number.signum() > 0;
            if (!whole || number.precision() - number.scale() > LONGEST_OTHER_CODE) {
                return null;
            }
            String digits = number.toPlainString();
            return isOtherCode(digits, 0, digits.length())
                    ? outsideParenthesis("0".repeat(Math.max(0, CODE_LENGTH - digits.length())) + digits, null)
                    : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static CodeText plain(String code) {
        return new CodeText(new ProcedureCode(code), null, List.of());
    }

    static @Nullable CodeText ofText(String written) {
        if (isBare(written)) {
            return plain(written);
        }
        String text = Characters.strip(written);
        int point = text.indexOf(".0");
        if (point > 0 && isZeros(text, point + 1) && Characters.isAllDigits(text, 0, point)) {
            return isBare(text.substring(0, point)) ? plain(text.substring(0, point)) : null;
        }
        int open = text.indexOf('(');
        int close = text.indexOf(')', open + 1);
        if (open >= 0 && close > 0) {
            return withParenthesis(text, open, close);
        }
        return outsideParenthesis(text, null);
    }

    private static @Nullable CodeText withParenthesis(String text, int open, int close) {
        String inside = Characters.strip(text.substring(open + 1, close));
        String outside = Characters.strip(text.substring(0, open) + " " + text.substring(close + 1));
        boolean original = isBare(inside);
        if (namesSeveral(outside)) {
            return null;
        }
        if (outside.isEmpty()) {
            return original ? plain(inside) : outsideParenthesis(inside, null);
        }
        CodeText code = outsideParenthesis(outside, original ? new ProcedureCode(inside) : null);
        boolean codeOutside = code != null && isBare(code.code().code());
        return original && !codeOutside ? plain(inside) : code;
    }

    private static @Nullable CodeText outsideParenthesis(String text, @Nullable ProcedureCode original) {
        if (namesSeveral(text)) {
            return null;
        }
        int from = 0;
        int words = 0;
        int otherFrom = -1;
        int otherTo = -1;
        while (from < text.length()) {
            int to = endOfWord(text, from);
            if (to - from == CODE_LENGTH && isCode(text, from)) {
                return new CodeText(
                        new ProcedureCode(text.substring(from, to)), original, modifiers(text.substring(to)));
            }
            List<String> joined = joinedModifiers(text, from, to);
            if (!joined.isEmpty()) {
                return new CodeText(ProcedureCode.INJECTION, original, joined);
            }
            if (otherFrom < 0 && words <= WORDS_BEFORE && isOtherCode(text, from, to)) {
                otherFrom = from;
                otherTo = to;
            }
            words += to > from ? 1 : 0;
            from = to + 1;
        }
        return otherFrom < 0 || NO_CODE.matcher(text).matches() || isSpoiledInjection(text)
                ? null
                : new CodeText(new ProcedureCode(text.substring(otherFrom, otherTo)), original, List.of());
    }

    /**
     * {@code J3420/96372}, {@code 99213-25 96372}, {@code 96372, J3420}: 96372 and another procedure, whichever is first, also where
     * letters run together with 96372.
     */
    private static boolean namesSeveral(String text) {
        boolean injection = false;
        boolean other = false;
        int from = 0;
        while (from < text.length()) {
            int to = endOfWord(text, from);
            boolean code = to - from == CODE_LENGTH && isCode(text, from);
            if (isInjection(text, from, to)) {
                injection = true;
            } else if (code) {
                other = true;
            } else if (injection && to - from > MODIFIER_LENGTH && !isAnd(text, from, to)) {
                // What follows describes 96372.
                return false;
            }
            if (injection && other) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    /** 96372, with or without the modifiers or words that some exports run together with it; a longer number is an NDC or the like. */
    private static boolean isInjection(String text, int from, int to) {
        boolean alone = to - from == CODE_LENGTH && beginsWithInjection(text, from);
        return alone
                || !joinedModifiers(text, from, to).isEmpty()
                || (holdsInjection(text, from, to)
                        && (to - from < NPI_LENGTH || !Characters.isAllDigits(text, from, to))
                        && !DRUG_NUMBER.matcher(text).region(from, to).matches());
    }

    /**
     * The modifiers that an export runs together with 96372, as in {@code 9637259} or {@code 96372LT59}; none where the word is none
     * such. One may be of any two characters, several must surely be modifiers. More than two of digits alone may be an NDC.
     */
    private static List<String> joinedModifiers(String text, int from, int to) {
        int length = to - from - CODE_LENGTH;
        boolean fits = length > 0 && length % MODIFIER_LENGTH == 0 && length <= MOST_MODIFIERS * MODIFIER_LENGTH;
        if (!fits || !beginsWithInjection(text, from)) {
            return List.of();
        }
        if (length == MODIFIER_LENGTH) {
            return List.of(text.substring(from + CODE_LENGTH, to));
        }
        List<String> modifiers = new ArrayList<>();
        for (int at = from + CODE_LENGTH; at < to; at += MODIFIER_LENGTH) {
            String modifier = text.substring(at, at + MODIFIER_LENGTH).toUpperCase(Locale.ROOT);
            boolean numbered = Characters.isAllDigits(modifier);
            if (!isSurelyModifier(modifier) || (numbered && modifier.compareTo(FIRST_NUMBERED_MODIFIER) < 0)) {
                return List.of();
            }
            modifiers.add(modifier);
        }
        return modifiers.size() > 2 && Characters.isAllDigits(text, from, to) ? List.of() : modifiers;
    }

    private static boolean holdsInjection(String text, int from, int to) {
        int at = text.indexOf(ProcedureCode.INJECTION.code(), from);
        return at >= 0 && at + CODE_LENGTH <= to;
    }

    private static boolean isAnd(String text, int from, int to) {
        return to - from == AND.length() && text.regionMatches(true, from, AND, 0, AND.length());
    }

    private static boolean isOtherCode(String text, int from, int to) {
        int length = to - from;
        boolean npi = length == NPI_LENGTH && Characters.isAllDigits(text, from, to);
        return length >= SHORTEST_OTHER_CODE && length <= LONGEST_OTHER_CODE && hasDigit(text, from, to) && !npi;
    }

    /** {@code 9637 2}, {@code 096372}, {@code HCPCS96372}: no row of 96372 may be lost among those of other codes. */
    private static boolean isSpoiledInjection(String written) {
        String text = DRUG_NUMBER.matcher(written).replaceAll(" ");
        StringBuilder characters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Characters.isLetter(text.charAt(i)) || Characters.isDigit(text.charAt(i))) {
                characters.append(text.charAt(i));
            }
        }
        // in one word it is spoiled however much stands around it
        return holdsInjection(text, 0, text.length())
                || (characters.length() <= LONGEST_SPOILED && characters.indexOf(ProcedureCode.INJECTION.code()) >= 0);
    }

    private static boolean isZeros(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsWithInjection(String text, int from) {
        return text.startsWith(ProcedureCode.INJECTION.code(), from);
    }

    private static int endOfWord(String text, int from) {
        int to = from;
        while (to < text.length() && (Characters.isLetter(text.charAt(to)) || Characters.isDigit(text.charAt(to)))) {
            to++;
        }
        return to;
    }

    private static boolean hasDigit(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Characters.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Two characters in upper case that are no word. */
    static boolean isSurelyModifier(String text) {
        return text.length() == MODIFIER_LENGTH
                && (hasDigit(text, 0, MODIFIER_LENGTH) || LETTER_MODIFIERS.contains(text));
    }

    /** Modifiers, if everything behind the code is some; a description is none. */
    private static List<String> modifiers(String rest) {
        List<String> modifiers = new ArrayList<>();
        int at = 0;
        while (at < rest.length()) {
            int to = endOfWord(rest, at);
            if (to > at) {
                String word = rest.substring(at, to).toUpperCase(Locale.ROOT);
                boolean joined = at > 0 && !Characters.isBlank(rest.charAt(at - 1));
                if (word.length() != 2 || !(joined || isSurelyModifier(word))) {
                    return List.of();
                }
                modifiers.add(word);
            }
            at = to + 1;
        }
        return modifiers;
    }
}
