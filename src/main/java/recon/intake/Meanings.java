package recon.intake;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerClass;

/** Reads the values of a row that stand in words or in more than one form. */
final class Meanings {

    private static final Pattern TWO_LETTERS = Pattern.compile("[A-Za-z]{2}");

    private Meanings() {}

    /** Two digits; a lost leading zero is put back, and a name behind the code is passed over. */
    static @Nullable String place(RowValues values) {
        String text = values.id(Field.PLACE_OF_SERVICE);
        if (text == null) {
            return null;
        }
        String place = place(text);
        if (place == null) {
            values.fault(Field.PLACE_OF_SERVICE, "not a place of service such as 11");
        }
        return place;
    }

    static @Nullable String place(String text) {
        String digits = leadingDigits(text);
        if (digits.isEmpty()) {
            String meaning = Words.shipped().meaning(Field.PLACE_OF_SERVICE, text);
            digits = meaning == null ? "" : meaning;
        }
        if (digits.isEmpty() || digits.length() > 2) {
            return null;
        }
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** Without leading zeros: {@code 1}, {@code 22}. */
    static @Nullable String claimStatus(RowValues values) {
        String text = values.id(Field.CLAIM_STATUS);
        if (text == null) {
            return null;
        }
        String status = claimStatus(text);
        if (status == null) {
            values.fault(Field.CLAIM_STATUS, "not a claim status such as 1, 4 or 22 (X12 CLP02)");
        }
        return status;
    }

    static @Nullable String claimStatus(String text) {
        String digits = leadingDigits(text);
        String status =
                digits.isEmpty() ? Words.shipped().meaning(Field.CLAIM_STATUS, text) : Characters.withoutZeros(digits);
        return status == null || status.length() > 2 ? null : status;
    }

    static String leadingDigits(String text) {
        int end = 0;
        while (end < text.length() && Characters.isDigit(text.charAt(end))) {
            end++;
        }
        boolean word = end < text.length() && Characters.isLetter(text.charAt(end));
        return word ? "" : text.substring(0, end);
    }

    /** The class that the payer class column states; words that are no class of ours are unknown, not a fault. */
    static @Nullable PayerClass statedClass(RowValues values) {
        String text = values.text(Field.PAYER_CLASS);
        if (text == null) {
            return null;
        }
        String meaning = Words.shipped().meaning(Field.PAYER_CLASS, text);
        return payerClass(meaning == null ? Words.shipped().meaning(Field.FILING_CODE, text) : meaning);
    }

    /** The class that a claim filing code implies; a financial class may stand in words. */
    static @Nullable PayerClass filingClass(RowValues values) {
        String text = values.text(Field.FILING_CODE);
        if (text == null) {
            return null;
        }
        String meaning = Words.shipped().meaning(Field.FILING_CODE, text);
        boolean words = meaning == null && !values.table().isX12();
        return payerClass(words ? Words.shipped().meaning(Field.PAYER_CLASS, text) : meaning);
    }

    private static @Nullable PayerClass payerClass(@Nullable String meaning) {
        return meaning == null ? null : PayerClass.valueOf(meaning);
    }

    /** {@code N.P.} as {@code NP}. */
    static @Nullable String credential(RowValues values) {
        String text = values.text(Field.RENDERING_CREDENTIAL);
        return text == null ? null : text.replace(".", "").toUpperCase(Locale.ROOT);
    }

    /**
     * Two letters in capitals. {@code Texas} and {@code Tex.} are {@code TX}, as expected ranges and Medicare's localities write it: by
     * its name a state would meet none of them, and its lines be judged by what ranks below.
     */
    static @Nullable String state(RowValues values) {
        String text = values.text(Field.STATE);
        if (text == null) {
            return null;
        }
        String letters = text.replace(".", "");
        if (TWO_LETTERS.matcher(letters).matches()) {
            return letters.toUpperCase(Locale.ROOT);
        }
        String state = Words.shipped().meaning(Field.STATE, text);
        if (state == null) {
            values.fault(
                    Field.STATE,
                    "not a state such as TX or Texas: correct it, or leave the column out with 'ignore' in a profile");
        }
        return state;
    }

    /** The code before a description such as "7 - Replacement". */
    static @Nullable String frequency(RowValues values) {
        String text = values.id(Field.FREQUENCY);
        if (text == null) {
            return null;
        }
        String digits = leadingDigits(text);
        if (digits.length() != 1) {
            values.fault(
                    values.table().columns().column(Field.FREQUENCY),
                    "not a claim frequency such as 1, 7 or 8 (X12 CLM05-3)");
        }
        return digits;
    }

    /** Ten digits; a provider's name or older number in such a column is none, and nothing depends on it. */
    static @Nullable String npi(RowValues values) {
        String text = values.text(Field.RENDERING_NPI);
        return text != null && text.length() == 10 && Characters.isAllDigits(text) ? text : null;
    }

    /** "LAST, FIRST". */
    static @Nullable String patientName(RowValues values) {
        String last = values.text(Field.PATIENT_LAST_NAME);
        String first = values.text(Field.PATIENT_FIRST_NAME);
        if (last == null && first == null) {
            return values.text(Field.PATIENT_NAME);
        }
        return last == null || first == null ? (last == null ? first : last) : last + ", " + first;
    }
}
