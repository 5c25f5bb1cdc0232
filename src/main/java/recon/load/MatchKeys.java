package recon.load;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers as they are compared: upper case, without white space at the ends, with plain dashes and blanks. Nothing else is
 * changed, leading zeros least of all, but what stands before the number of a {@link #ofCheck check}.
 */
public final class MatchKeys {

    /** Longest control number of an X12 837 (CLM01); longer ones come back truncated. */
    private static final int CONTROL_NUMBER_LENGTH = 20;

    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern BLANKS = Pattern.compile("\\p{Zs}");

    /** What a person or a spreadsheet's maker writes before a check's number, and zeros: only before nothing but digits. */
    private static final Pattern BEFORE_A_NUMBER = Pattern.compile(
            "^(?:(?:CHECK|CHK|CK|EFT|ACH)\\b)?(?:[ .:#/-]*(?:NUMBER|NUM|NBR|NO|EFT)\\b)?[ .:#-]*0*(?=[0-9]+$)");

    private MatchKeys() {}

    public static String of(String identifier) {
        return plain(identifier).strip().toUpperCase(Locale.ROOT);
    }

    /** Typographic dashes and blanks as a keyboard writes them; most identifiers hold none. */
    private static String plain(String identifier) {
        for (int i = 0; i < identifier.length(); i++) {
            if (identifier.charAt(i) > '~') {
                return BLANKS.matcher(DASHES.matcher(identifier).replaceAll("-"))
                        .replaceAll(" ");
            }
        }
        return identifier;
    }

    public static @Nullable String ofNullable(@Nullable String identifier) {
        return identifier == null ? null : of(identifier);
    }

    /**
     * A check's or transfer's number. A spreadsheet takes one of digits alone for an amount and drops its leading zeros, and one report
     * writes {@code EFT# 0071} where another has the number alone.
     */
    public static @Nullable String ofCheck(@Nullable String number) {
        return number == null ? null : BEFORE_A_NUMBER.matcher(of(number)).replaceFirst("");
    }

    /** Whether two checks' numbers are stated and are one. */
    public static boolean areStatedAsOneCheck(@Nullable String number, @Nullable String other) {
        return number != null && Objects.equals(ofCheck(number), ofCheck(other));
    }

    /** Whether two identifiers are one, or neither is stated. */
    public static boolean areSame(@Nullable String identifier, @Nullable String other) {
        return Objects.equals(ofNullable(identifier), ofNullable(other));
    }

    /** Whether both are stated and are one: what is not stated is no evidence. */
    public static boolean areStatedAlike(@Nullable String identifier, @Nullable String other) {
        return identifier != null && areSame(identifier, other);
    }

    /** Whether both may be one: what is not stated does not contradict. */
    public static boolean mayBeSame(@Nullable String identifier, @Nullable String other) {
        return identifier == null || other == null || areSame(identifier, other);
    }

    /** What is left of a control number that lost its leading zeros, or that a payer cut at 20 characters. */
    public static String near(String controlNumber) {
        String stripped = of(controlNumber).replaceFirst("^0+(?=.)", "");
        return stripped.length() <= CONTROL_NUMBER_LENGTH ? stripped : stripped.substring(0, CONTROL_NUMBER_LENGTH);
    }

    /** Groups the payments of one claim: by control number, else by payer claim number, else by member. */
    public static String group(
            @Nullable String controlNumber, @Nullable String payerClaimNumber, @Nullable String memberId) {
        if (controlNumber != null) {
            return of(controlNumber);
        }
        return payerClaimNumber != null ? "I:" + of(payerClaimNumber) : "M:" + of(String.valueOf(memberId));
    }
}
