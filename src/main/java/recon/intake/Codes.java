package recon.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Modifiers;

/** Reads the columns that hold several codes. */
final class Codes {

    private static final int MODIFIER_LENGTH = 2;

    private Codes() {}

    /**
     * {@code 59 LT}, {@code 59,LT}, {@code 59:LT} or a column each, {@code 59 - Distinct procedural service}, and those behind the
     * procedure code; where there are none, the profile's.
     */
    static @Nullable Modifiers modifiers(RowValues values, List<String> behindCode) {
        List<String> modifiers = new ArrayList<>(behindCode);
        List<String> words = values.codes(Field.MODIFIERS, "");
        if (words.isEmpty() && behindCode.isEmpty()) {
            words = values.codesOfProfile(Field.MODIFIERS, "");
        }
        for (String word : words) {
            if (areTwoModifiers(word)) {
                // 59LT, as some exports run them together
                modifiers.add(word.substring(0, MODIFIER_LENGTH));
                modifiers.add(word.substring(MODIFIER_LENGTH));
            } else {
                modifiers.add(word.length() == 1 && Characters.isAllDigits(word) ? "0" + word : word);
            }
        }
        for (String modifier : modifiers) {
            if (modifier.length() != MODIFIER_LENGTH) {
                values.fault(Field.MODIFIERS, "not modifiers of two characters such as 59 LT");
                return null;
            }
        }
        if (modifiers.isEmpty() && !values.table().columns().has(Field.MODIFIERS)) {
            return Modifiers.NOT_STATED;
        }
        Modifiers all = Modifiers.of(modifiers);
        values.checkLength(Field.MODIFIERS, all.toString());
        return all;
    }

    /** {@code 59 - Distinct procedural service} as {@code 59}: of words of two letters, or two of them, each may be a modifier. */
    static String withoutDescription(String modifiers) {
        if (modifiers.length() <= MODIFIER_LENGTH || !Description.followsSign(modifiers, MODIFIER_LENGTH)) {
            return modifiers;
        }
        List<String> words = new ArrayList<>();
        RowValues.split(modifiers, "", words);
        String first = words.size() > 1 ? words.get(1) : "";
        return words.get(0).length() == MODIFIER_LENGTH && first.length() > MODIFIER_LENGTH && !areTwoModifiers(first)
                ? words.get(0)
                : modifiers;
    }

    private static boolean areTwoModifiers(String word) {
        return word.length() == 2 * MODIFIER_LENGTH
                && CodeText.isSurelyModifier(word.substring(0, MODIFIER_LENGTH))
                && CodeText.isSurelyModifier(word.substring(MODIFIER_LENGTH));
    }

    /** ICD-10 codes, however they are separated. */
    static List<String> diagnoses(RowValues values) {
        List<String> stated = values.codes(Field.DIAGNOSES, ".");
        List<String> codes = stated.isEmpty() ? values.codesOfProfile(Field.DIAGNOSES, ".") : stated;
        values.checkLength(Field.DIAGNOSES, String.join(" ", codes));
        return List.copyOf(codes);
    }

    /** Remark codes such as {@code N115} or {@code MA130}, with the words around them left out. */
    static List<String> remarkCodes(RowValues values) {
        return remarkCodes(values, values.codes(Field.REMARK_CODES, ""));
    }

    /** The profile's, for a line of which no row has any. */
    static List<String> remarkCodesOfProfile(RowValues values) {
        return remarkCodes(values, values.codesOfProfile(Field.REMARK_CODES, ""));
    }

    private static List<String> remarkCodes(RowValues values, List<String> words) {
        List<String> codes = words.stream().filter(Codes::isRemarkCode).toList();
        if (codes.isEmpty() && !words.isEmpty()) {
            values.fault(Field.REMARK_CODES, "not remark codes such as N115 or MA130");
        }
        return codes;
    }

    /** One or two letters, M or N first, then one to four digits (the code list of remittance advice remark codes). */
    private static boolean isRemarkCode(String word) {
        if (word.charAt(0) != 'M' && word.charAt(0) != 'N') {
            return false;
        }
        int letters = word.length() > 1 && word.charAt(1) == 'A' ? 2 : 1;
        return word.length() <= letters + 4 && Characters.isAllDigits(word, letters, word.length());
    }
}
