package recon.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import recon.claim.Carc;
import recon.claim.GroupCode;
import recon.claim.Money;

/**
 * Reads adjustments: {@code CO-45:12.34;PR-2:4.10} of the plain layout, and its relatives {@code CO45 12.34}, {@code CO/45=12.34},
 * {@code CO-45 ($12.34), PR-2}, {@code CO-45 - 12.34}. An amount may be missing; a group may not. In the place of the amount the
 * reason's description may stand, as portals print it: {@code CO-45 - Charge exceeds fee schedule; see contract}. A text that holds a
 * digit describes nothing, since it may be an amount that cannot be read.
 */
final class AdjustmentText {

    static final String EXPECTED = "not adjustments such as CO-45:12.34;PR-2:4.10";

    /** In X12, whose adjustments are put together from the CAS segments. */
    static final String EXPECTED_IN_X12 =
            "a CAS segment of it is not readable: CAS01 must be CO, PR, OA, PI or CR, CAS02 a reason such as 45, CAS03 an amount such as 12.34 (likewise CAS05 and CAS06, and so on); get the file again";

    private static final int GROUP_LENGTH = 2;
    private static final int LONGEST_CARC = 4;

    /** An adjustment whose amount may not be stated. */
    record Stated(GroupCode group, Carc carc, @Nullable Money amount) {}

    private AdjustmentText() {}

    /** All adjustments of a text that is not blank, or null where a part of it is none. */
    static @Nullable List<Stated> of(String text) {
        List<Stated> adjustments = new ArrayList<>(2);
        int from = 0;
        while (from < text.length()) {
            int to = endOfOne(text, from);
            String one = Characters.strip(text.substring(from, to));
            if (!one.isEmpty()) {
                Stated adjustment = one(one);
                if (adjustment == null) {
                    return null;
                }
                adjustments.add(adjustment);
            }
            from = to + 1;
        }
        return adjustments;
    }

    /** At {@code |}, a line end, a {@code ;} behind which no description goes on, or a comma or blank before the next group. */
    private static int endOfOne(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean always = c == '|' || c == '\n' || c == '\r' || c == ';' && !goesOnInWords(text, i + 1);
            boolean beforeGroup = (c == ',' || Characters.isBlank(c)) && isGroupAt(text, i + 1) && i > from;
            if (always || beforeGroup) {
                return i;
            }
        }
        return text.length();
    }

    /** Whether a word stands there: without a digit, as in {@code COB7}, and no group, even one whose reason is missing. */
    private static boolean goesOnInWords(String text, int at) {
        int start = afterBlanks(text, at);
        int end = start;
        while (end < text.length() && Characters.isLetter(text.charAt(end))) {
            end++;
        }
        return end > start
                && (end == text.length() || !Characters.isDigit(text.charAt(end)))
                && group(text.substring(start, endOfWord(text, start))) == null
                && !isGroupAt(text, start);
    }

    /** Words such as "PR or CO" and "co-insurance" are no group, since no reason follows. */
    private static boolean isGroupAt(String text, int at) {
        int start = afterBlanks(text, at);
        int end = start + GROUP_LENGTH;
        return end < text.length()
                && !(text.regionMatches(true, start, "CR", 0, 2) && !Characters.isMinus(text.charAt(end)))
                && group(text.substring(start, end)) != null
                && !Characters.isLetter(text.charAt(end))
                && isReasonAt(text, afterSigns(text, end));
    }

    private static boolean isReasonAt(String text, int at) {
        int digit = at < text.length() && Characters.isLetter(text.charAt(at)) ? at + 1 : at;
        return digit < text.length() && Characters.isDigit(text.charAt(digit));
    }

    private static @Nullable Stated one(String text) {
        GroupCode group = text.length() <= GROUP_LENGTH ? null : group(text.substring(0, GROUP_LENGTH));
        if (group == null) {
            return null;
        }
        int at = afterSigns(text, GROUP_LENGTH);
        int end = endOfWord(text, at);
        String carc = text.substring(at, end);
        if (!isCarc(carc)) {
            return null;
        }
        String rest = Characters.strip(text.substring(end));
        if (rest.isEmpty() || Description.follows(text, end)) {
            return new Stated(group, new Carc(carc), null);
        }
        boolean sign = ":=*/".indexOf(rest.charAt(0)) >= 0 || isDashBetweenBlanks(text, text.indexOf(rest, end));
        if (!sign && end < text.length() && !Characters.isBlank(text.charAt(end))) {
            return null;
        }
        Money amount = Amounts.ofText(sign ? rest.substring(1) : rest);
        return amount == null ? null : new Stated(group, new Carc(carc), amount);
    }

    /** {@code CO-45 - 12.34}: a minus sign stands at its amount. */
    private static boolean isDashBetweenBlanks(String text, int at) {
        return Characters.isMinus(text.charAt(at))
                && Characters.isBlank(text.charAt(at - 1))
                && at + 1 < text.length()
                && Characters.isBlank(text.charAt(at + 1));
    }

    /** Behind one sign at most: two in a row stand for a reason that is missing. */
    private static int afterSigns(String text, int from) {
        int at = afterBlanks(text, from);
        boolean sign =
                at < text.length() && (Characters.isMinus(text.charAt(at)) || "/:*".indexOf(text.charAt(at)) >= 0);
        return sign ? afterBlanks(text, at + 1) : at;
    }

    private static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Characters.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && (Characters.isDigit(text.charAt(end)) || Characters.isLetter(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /**
     * A reason without its group, alone or with its description behind a sign, or null: {@code 45}, {@code 45 - Charge exceeds fee
     * schedule}. Without the sign a number and words may be a remark, such as "30 days late".
     */
    static @Nullable Carc carc(String text) {
        int end = endOfWord(text, 0);
        String carc = text.substring(0, end);
        return isCarc(carc) && (end == text.length() || Description.followsSign(text, end)) ? new Carc(carc) : null;
    }

    /** One letter at most, then digits: {@code 45}, {@code B7}, {@code A1}, {@code P12}. */
    private static boolean isCarc(String text) {
        int letter = !text.isEmpty() && Characters.isLetter(text.charAt(0)) ? 1 : 0;
        return text.length() <= LONGEST_CARC && Characters.isAllDigits(text, letter, text.length());
    }

    /**
     * The group of a column of its own, by its code, its name or both, or null: {@code CO}, {@code Contractual Obligations}, {@code CO -
     * Contractual Obligation}. Where the two are not of one group, nobody can tell which is meant.
     */
    static @Nullable GroupCode statedGroup(String text) {
        boolean both = text.length() > GROUP_LENGTH && Description.follows(text, GROUP_LENGTH);
        GroupCode code = group(both ? text.substring(0, GROUP_LENGTH) : text);
        String name = Words.shipped()
                .meaning(Field.ADJUSTMENT_GROUP, code != null && both ? text.substring(GROUP_LENGTH) : text);
        GroupCode named = name == null ? null : group(name);
        if (code == null || named == null) {
            return code == null ? named : code;
        }
        return code == named ? code : null;
    }

    private static @Nullable GroupCode group(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "CO" -> GroupCode.CO;
            case "PR" -> GroupCode.PR;
            case "OA" -> GroupCode.OA;
            case "PI" -> GroupCode.PI;
            case "CR" -> GroupCode.CR;
            default -> null;
        };
    }
}
